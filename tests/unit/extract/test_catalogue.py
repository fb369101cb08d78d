"""The catalogue: well-formed, broad, linked only where name, unit and measure fit."""

from __future__ import annotations

import pytest

from tasks.contracts import DIM_INDICATOR, MEASURES
from tasks.extract.catalogue import default_catalogue, indicator_dimension

CATALOGUE = default_catalogue()


def test_the_catalogue_covers_the_domain() -> None:
    assert len(CATALOGUE.entries) >= 250
    assert len({entry.theme for entry in CATALOGUE.entries}) >= 25


def test_ids_and_names_are_unique() -> None:
    assert len(CATALOGUE.by_id) == len(CATALOGUE.entries)
    assert len({entry.name for entry in CATALOGUE.entries}) == len(CATALOGUE.entries)


@pytest.mark.parametrize("entry", CATALOGUE.entries, ids=lambda entry: entry.id)
def test_every_entry_is_well_formed(entry: object) -> None:
    assert entry.name and entry.name_en and entry.theme and entry.definition  # type: ignore[attr-defined]
    assert set(entry.measures) <= set(MEASURES) and entry.measures  # type: ignore[attr-defined]
    assert entry.units  # type: ignore[attr-defined]
    assert entry.minimum < entry.maximum  # type: ignore[attr-defined]


def test_the_dimension_fits_its_contract() -> None:
    table = DIM_INDICATOR.from_rows(indicator_dimension())
    assert table.num_rows == len(CATALOGUE.entries)


@pytest.mark.parametrize(
    ("name", "unit", "measure", "wanted"),
    [
        ("GDP总量", "元", "level", "gdp"),
        ("全市常住人口", "人", "level", "resident_population"),
        ("社会消费品零售总额", "%", "growth", "retail_sales"),
        ("贫困发生率", "百分点", "change", "poverty_rate"),
        ("红色户", "户", "level", "red_households"),
        ("红色户", "人", "level", "red_persons"),
        ("粮食产量", "吨", "level", "grain_output"),
    ],
)
def test_names_are_linked(name: str, unit: str, measure: str, wanted: str) -> None:
    entry = CATALOGUE.link(name, unit, measure)
    assert entry is not None and entry.id == wanted


@pytest.mark.parametrize(
    ("name", "unit", "measure"),
    [
        ("贫困发生率", "元", "level"),
        ("粮食产量", "名次", "rank2"),
        ("某村粮食产量与收入", "吨", "level"),
        ("", "元", "level"),
        ("地区生产总值", "人", "level"),
    ],
)
def test_what_does_not_fit_stays_open(name: str, unit: str, measure: str) -> None:
    assert CATALOGUE.link(name, unit, measure) is None
