"""Reconciliation across documents."""

import datetime as dt
import random

import pytest

from tasks.contracts import CONFLICTS, DIM_REGION, DOCUMENTS, OBSERVATIONS
from tasks.validate.reconcile import changed_confidences, corroboration, reconcile
from tasks.validate.wholes import year_before

DAY = dt.datetime(2022, 3, 1, tzinfo=dt.UTC)


def document(name, publisher="某县日报", title="经济运行", **more):
    return {
        "document_id": name,
        "source_url": f"https://example.cn/{name}",
        "source_id": "s",
        "site": publisher,
        "publisher": publisher,
        "title": title,
        "authors": [],
        "fetched_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        "snapshot_sha256": "0" * 64,
        "charset": "utf-8",
        "script": "Hans",
        "language": "zh",
        "is_reprint": False,
        "text": "…",
        "repairs": [],
        **more,
    }


def observation(key, doc, value, mention=None, **more):
    row = {
        "observation_id": key,
        "document_id": doc,
        "sentence": 0,
        "start": 0,
        "end": 4,
        "mention": mention or f"{value:g}元",
        "evidence": f"{key}: 地区生产总值{value:g}元",
        "indicator_id": "gdp",
        "indicator": "地区生产总值",
        "measure": "level",
        "status": "observation",
        "value": float(value),
        "unit": "元",
        "qualifier": "exact",
        "region_code": "411325",
        "province_code": "410000",
        "period": "2021",
        "period_start": dt.date(2021, 1, 1),
        "period_end": dt.date(2021, 12, 31),
        "published_at": DAY,
        "confidence": 0.8,
        "extractor": "t",
    }
    return {**row, **more}


def conflicts(observations, documents, regions=None):
    table = reconcile(OBSERVATIONS.from_rows(observations), DOCUMENTS.from_rows(documents), regions=regions)
    CONFLICTS.conform(table)
    return table.to_pylist()


def test_agreeing_documents_make_no_conflict_but_corroborate():
    documents = [document("a"), document("b", "省统计局"), document("c", "转载网", duplicate_of="a")]
    rows = [observation("1", "a", 100), observation("2", "b", 100), observation("3", "c", 100)]
    assert conflicts(rows, documents) == []
    told = corroboration(OBSERVATIONS.from_rows(rows), DOCUMENTS.from_rows(documents)).to_pylist()
    assert [row["sources"] for row in told] == [2, 2, 2]


def test_a_reprint_is_no_second_source():
    documents = [document("a"), document("b", duplicate_of="a")]
    rows = [observation("1", "a", 100), observation("2", "b", 101)]
    assert conflicts(rows, documents) == []


def test_a_circle_of_reprints_ends():
    documents = [document("a", duplicate_of="b"), document("b", duplicate_of="a")]
    assert conflicts([observation("1", "a", 100)], documents) == []


def test_rounding_is_told_apart():
    documents = [document("a"), document("b", "别的日报")]
    rows = [observation("1", "a", 24_500_000_000, "245亿元"), observation("2", "b", 24_512_000_000, "245.12亿元")]
    (row,) = conflicts(rows, documents)
    assert row["kind"] == "rounding"
    assert row["preferred_id"] == "2"


def test_a_later_value_of_the_same_source_is_a_revision():
    documents = [document("a"), document("b")]
    later = DAY + dt.timedelta(days=300)
    rows = [observation("1", "a", 100), observation("2", "b", 103, published_at=later)]
    (row,) = conflicts(rows, documents)
    assert (row["kind"], row["preferred_id"]) == ("revision", "2")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("初步核算，地区生产总值100元", "地区生产总值103元"),
        ("地区生产总值100元", "经最终核实，地区生产总值修订为103元"),
    ],
)
def test_words_tell_a_revision(first, last):
    documents = [document("a"), document("b", "别的日报")]
    rows = [
        observation("1", "a", 100, evidence=first),
        observation("2", "b", 103, evidence=last, published_at=DAY + dt.timedelta(days=1)),
    ]
    (row,) = conflicts(rows, documents)
    assert (row["kind"], row["preferred_id"]) == ("revision", "2")


def test_a_disagreement_prefers_the_better_source():
    documents = [document("a", "某某晚报"), document("b", "国家统计局")]
    rows = [observation("1", "a", 100, published_at=DAY + dt.timedelta(days=9)), observation("2", "b", 130)]
    (row,) = conflicts(rows, documents)
    assert (row["kind"], row["preferred_id"]) == ("disagreement", "2")
    assert row["publishers"] == ["国家统计局", "某某晚报"]
    assert "23.1%" in row["why"]


@pytest.mark.parametrize(("other", "said"), [(1_000_000, "unit"), (132, "swapped")])
def test_a_disagreement_says_what_it_looks_like(other, said):
    documents = [document("a"), document("b", "别的日报")]
    first = 100 if said == "unit" else 123
    (row,) = conflicts([observation("1", "a", first), observation("2", "b", other)], documents)
    assert said in row["why"]


def test_other_period_region_measure_status_or_unit_is_no_conflict():
    documents = [document("a"), document("b", "别的日报")]
    first = observation("1", "a", 100)
    for change in (
        {"period": "2020"},
        {"region_code": "411300"},
        {"measure": "growth"},
        {"status": "target"},
        {"unit": "美元"},
        {"indicator_id": "revenue"},
        {"region_code": None},
        {"period": None},
    ):
        assert conflicts([first, observation("2", "b", 130, **change)], documents) == []


def test_two_figures_of_one_document_are_no_conflict():
    assert conflicts([observation("1", "a", 100), observation("2", "a", 130)], [document("a")]) == []


def test_level_against_growth_across_years():
    documents = [document("a"), document("b", "别的日报")]
    levels = [observation("1", "a", 1000, unit="人"), observation("2", "b", 1100, unit="人", period="2022")]
    growth = {"measure": "growth", "unit": "%", "period": "2022", "baseline": "previous_year"}
    right = observation("3", "b", 10.0, "10.0%", **growth)
    wrong = observation("3", "b", 17.0, "17.0%", **growth)
    assert conflicts([*levels, right], documents) == []
    (row,) = conflicts([*levels, wrong], documents)
    assert row["kind"] == "growth_mismatch"
    assert row["observation_ids"] == ["1", "2", "3"]
    assert "10.00%" in row["why"]


@pytest.mark.parametrize("words", ["五年累计增长", "年均增长", "环比增长", "比2015年增长"])
def test_growth_over_another_span_is_left_alone(words):
    documents = [document("a")]
    rows = [
        observation("1", "a", 1000, unit="人"),
        observation("2", "a", 1100, unit="人", period="2022"),
        observation("3", "a", 57.0, "57.0%", measure="growth", unit="%", period="2022", evidence=f"人口{words}57.0%"),
    ]
    assert conflicts(rows, documents) == []


def test_growth_of_money_may_be_in_comparable_prices():
    documents = [document("a")]
    rows = [
        observation("1", "a", 1000),
        observation("2", "a", 1110, period="2022"),
        observation("3", "a", 7.0, "7.0%", measure="growth", unit="%", period="2022"),
    ]
    assert conflicts(rows, documents) == []


def test_a_year_before():
    assert year_before("2024-01/2024-04") == "2023-01/2023-04"
    assert year_before("2022") == "2021"


@pytest.fixture
def three_regions():
    def region(code, parent, level, last=None):
        return {
            "region_code": code,
            "name": code,
            "full_name": code,
            "level": level,
            "parent_code": parent,
            "province_code": "410000",
            "valid_from": 1980,
            "valid_to": last,
        }

    rows = [region("410000", None, "province"), region("410100", "410000", "prefecture")]
    rows += [region("410200", "410000", "prefecture"), region("410300", "410000", "prefecture", 1995)]
    return DIM_REGION.from_rows(rows)


def parts(whole, *values):
    rows = [observation("w", "a", whole, unit="人", region_code="410000")]
    codes = ("410100", "410200")
    return rows + [
        observation(code, "a", value, unit="人", region_code=code) for code, value in zip(codes, values, strict=False)
    ]


def test_a_region_against_the_sum_of_its_parts(three_regions):
    assert conflicts(parts(1000, 400, 600), [document("a")], three_regions) == []
    (row,) = conflicts(parts(1400, 400, 600), [document("a")], three_regions)
    assert row["kind"] == "sum_mismatch"
    assert row["observation_ids"] == ["w", "410100", "410200"]


def test_no_sum_where_a_part_is_missing_or_nothing_adds_up(three_regions):
    assert conflicts(parts(1000, 400), [document("a")], three_regions) == []
    rows = [{**row, "indicator": "人均地区生产总值"} for row in parts(1400, 400, 600)]
    assert conflicts(rows, [document("a")], three_regions) == []


def test_an_old_text_published_anew():
    documents = [document("a"), document("b", "转载网")]
    evidence = "去年全县地区生产总值达到245亿元，比上年增长很快。"
    old = observation("1", "a", 100, evidence=evidence)
    new = observation("2", "b", 100, evidence=evidence, period="2022", published_at=DAY + dt.timedelta(days=365))
    (row,) = conflicts([old, new], documents)
    assert row["kind"] == "disagreement"
    assert row["preferred_id"] == "1"
    assert "stale reprint" in row["why"]


def test_the_order_of_the_input_does_not_matter():
    documents = [document(name, publisher) for name, publisher in (("a", "甲报"), ("b", "乙报"), ("c", "国家统计局"))]
    rows = [
        observation(f"{doc}{region}{period}", doc, value, region_code=region, period=period)
        for doc, value in (("a", 100), ("b", 120), ("c", 130))
        for region in ("411325", "411300")
        for period in ("2020", "2021")
    ]
    first = reconcile(OBSERVATIONS.from_rows(rows), DOCUMENTS.from_rows(documents))
    assert len(first) == 4
    shuffled = rows[:]
    random.Random(3).shuffle(shuffled)
    again = reconcile(OBSERVATIONS.from_rows(shuffled), DOCUMENTS.from_rows(documents[::-1]))
    assert again.equals(first)


def test_no_rows_no_conflicts():
    assert len(reconcile(OBSERVATIONS.empty(), DOCUMENTS.empty())) == 0


def test_confidence_follows_the_sources():
    documents = DOCUMENTS.from_rows([document("a", "甲报"), document("b", "国家统计局"), document("c", "乙报")])
    rows = OBSERVATIONS.from_rows([observation("1", "a", 130), observation("2", "b", 130), observation("3", "c", 100)])
    table = changed_confidences(rows, documents, reconcile(rows, documents))
    confidence = dict(zip(table["observation_id"].to_pylist(), table["confidence"].to_pylist(), strict=True))
    assert confidence["2"] == confidence["1"] > 0.8 > confidence["3"]


def test_what_one_source_tells_keeps_its_confidence():
    rows = OBSERVATIONS.from_rows([observation("1", "a", 130)])
    documents = DOCUMENTS.from_rows([document("a", "甲报")])
    assert len(changed_confidences(rows, documents, reconcile(rows, documents))) == 0


def test_a_far_value_of_the_same_source_is_no_revision():
    documents = [document("a"), document("b")]
    rows = [observation("1", "a", 100), observation("2", "b", 160, published_at=DAY + dt.timedelta(days=300))]
    assert [row["kind"] for row in conflicts(rows, documents)] == ["disagreement"]


def test_a_figure_of_a_period_that_had_not_ended_is_replaced():
    documents = [document("a", "甲报"), document("b", "乙报")]
    during = dt.datetime(2021, 6, 3, tzinfo=dt.UTC)
    rows = [observation("1", "a", 100, published_at=during), observation("2", "b", 190)]
    (row,) = conflicts(rows, documents)
    assert (row["kind"], row["preferred_id"]) == ("revision", "2")
    assert "running" in row["why"]
