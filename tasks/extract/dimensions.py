"""The dimension tables that the vocabulary makes: regions, indicators, units."""

from __future__ import annotations

import pyarrow as pa

from tasks.contracts import CONTRACTS, DIM_INDICATOR, DIM_REGION, DIM_UNIT
from tasks.extract.catalogue import indicator_dimension
from tasks.extract.gazetteer import region_dimension
from tasks.shards import dimension_path
from tasks.store import Store
from tasks.vocabulary import read_csv


def write_dimensions(store: Store) -> list[str]:
    """Write the dimension tables of the present vocabulary unless they are there; returns their paths."""
    makers = {"dim_region": _regions, "dim_indicator": _indicators, "dim_unit": unit_dimension}
    paths = []
    for name, make in makers.items():
        paths.append(dimension_path(name))
        if not store.exists(paths[-1]):
            order = [(column, "ascending") for column in CONTRACTS[name].sort_by]
            store.write_table(make().sort_by(order), paths[-1])
    return paths


def _regions() -> pa.Table:
    return DIM_REGION.from_rows(region_dimension())


def _indicators() -> pa.Table:
    return DIM_INDICATOR.from_rows(indicator_dimension())


def unit_dimension() -> pa.Table:
    """Every base unit once, with its dimension and kind; counted things come from the classifiers."""
    units: dict[str, dict[str, str]] = {}
    for row in read_csv("classifiers.csv"):
        units.setdefault(row["unit"], {"unit": row["unit"], "dimension": row["sort"], "kind": "count"})
    for row in read_csv("units.csv"):
        kind = {"money": "money", "percent": "rate"}.get(row["kind"], "physical")
        units[row["unit"]] = {"unit": row["unit"], "dimension": row["dimension"], "kind": kind}
    return DIM_UNIT.from_rows(units.values())
