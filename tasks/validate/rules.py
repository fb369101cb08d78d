"""Everything that validation is told: suites, dimensions and the thresholds of seeds/vocabulary/validation.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tasks.validate.suites import Suite, load_suites
from tasks.vocabulary import read_csv, read_yaml

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class UnitEntry:
    """A unit as printed: its base unit and the factor that leads there (公顷 → 15 亩)."""

    base: str
    factor: float


@dataclass(frozen=True)
class Rules:
    """Suites by table, settings as read, and the dimension tables (None: the rules that need it do not apply)."""

    suites: Mapping[str, Suite]
    settings: Mapping[str, Any]
    regions: pa.Table | None = None
    indicators: pa.Table | None = None
    unit_dimensions: Mapping[str, str] = field(default_factory=dict)
    printed_units: Mapping[str, UnitEntry] = field(default_factory=dict)


def load_settings() -> dict[str, Any]:
    """The thresholds and word lists of validation.yaml."""
    settings: dict[str, Any] = read_yaml("validation.yaml")
    return settings


def load_printed_units() -> dict[str, UnitEntry]:
    """Units and classifiers as printed, from units.csv and classifiers.csv."""
    units = {row["surface"]: UnitEntry(row["unit"], 1.0) for row in read_csv("classifiers.csv")}
    units.update({row["surface"]: UnitEntry(row["unit"], float(row["factor"])) for row in read_csv("units.csv")})
    return units


def load_unit_dimensions() -> dict[str, str]:
    """The dimension of each base unit: of units.csv, or the sort of thing that a classifier counts."""
    dimensions = {row["unit"]: row["sort"] for row in read_csv("classifiers.csv")}
    dimensions.update({row["unit"]: row["dimension"] for row in read_csv("units.csv")})
    return dimensions


def load_rules(
    *,
    regions: pa.Table | None = None,
    indicators: pa.Table | None = None,
    suites_folder: Path | None = None,
) -> Rules:
    """The rules with the given dimensions: `dim_region` and `dim_indicator` tables of the contracts."""
    return Rules(
        suites=load_suites(suites_folder),
        settings=load_settings(),
        regions=regions,
        indicators=indicators,
        unit_dimensions=load_unit_dimensions(),
        printed_units=load_printed_units(),
    )
