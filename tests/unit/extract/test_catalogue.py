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


@pytest.mark.parametrize(
    ("name", "unit", "wanted"),
    [
        ("谷物产量", "吨", "cereals"),
        ("小麦播种面积", "亩", "wheat_area"),
        ("户籍人口", "人", "registered_population"),
        ("城镇居民人均消费支出", "元", "urban_consumption"),
        ("社会融资规模存量", "元", "social_financing_stock"),
        ("上报完成固定资产投资额", "元", "fixed_investment"),
        ("一般公共财政预算收入", "元", "budget_revenue"),
        ("金融机构本外币存款余额", "元", "deposits"),
    ],
)
def test_a_part_has_an_entry_of_its_own(name: str, unit: str, wanted: str) -> None:
    entry = CATALOGUE.link(name, unit, "level")
    assert entry is not None and entry.id == wanted


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("农业产值", "元"),
        ("贫困县", "个"),
        ("医院", "家"),
        ("卫生人员", "人"),
        ("新改建农村公路", "公里"),
        ("大型水库", "座"),
        ("餐饮业营业额", "元"),
        ("地方财政收入", "元"),
        ("公办幼儿园", "所"),
        ("有效发明专利", "件"),
    ],
)
def test_a_part_a_flow_or_the_opposite_is_not_linked_to_the_whole(name: str, unit: str) -> None:
    assert CATALOGUE.link(name, unit, "level") is None
