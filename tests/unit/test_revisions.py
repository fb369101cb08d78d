"""Two revisions of a page: which figures changed, whatever moved around them."""

from typing import Any

from tasks.revisions import changed_figures

TEXT = "全县脱贫劳动力务工就业{}人。"


def figure(start: int, value: float, indicator: str = "脱贫劳动力务工就业", **more: Any) -> dict[str, Any]:
    row = {
        "document_id": "d", "start": start, "indicator": indicator, "indicator_id": None, "measure": "level",
        "status": "observation", "value": value, "value_high": None, "unit": "人", "qualifier": "exact",
        "region_code": "411627", "region": "太康县", "period": "2023", "baseline": None, "baseline_period": None,
        "mention": f"{value:g}人", "evidence": TEXT.format(f"{value:g}"),
    }  # fmt: skip
    return row | more


def told(
    before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> list[tuple[str, str, float | None, float | None]]:
    return [(each.kind, each.indicator, each.before, each.after) for each in changed_figures(before, after)]


def test_nothing_changed_though_everything_moved() -> None:
    rows = [figure(10, 8000), figure(40, 1200, "带动脱贫人口")]
    assert told(rows, [row | {"start": row["start"] + 25, "document_id": "e"} for row in rows]) == []


def test_a_corrected_value() -> None:
    before = [figure(10, 8000), figure(40, 1200, "带动脱贫人口")]
    after = [figure(10, 8100), figure(40, 1200, "带动脱贫人口")]
    assert told(before, after) == [("changed", "脱贫劳动力务工就业", 8000, 8100)]


def test_a_figure_put_in_before_others_of_its_name_shifts_none_of_them() -> None:
    before = [figure(10, 100), figure(40, 200)]
    after = [figure(10, 50), figure(30, 100), figure(60, 200)]
    assert told(before, after) == [("added", "脱贫劳动力务工就业", None, 50)]


def test_a_figure_taken_out() -> None:
    assert told([figure(10, 100), figure(40, 7, "项目")], [figure(10, 100)]) == [("removed", "项目", 7, None)]


def test_a_figure_that_is_named_otherwise_is_known_by_its_sentence() -> None:
    assert told([figure(10, 8000)], [figure(10, 8100, "务工就业")]) == [("changed", "务工就业", 8000, 8100)]
    assert told([figure(10, 8000)], [figure(10, 8000, "务工就业")]) == []


def test_a_bound_or_a_range_that_changed_is_a_change() -> None:
    assert told([figure(10, 100)], [figure(10, 100, qualifier="over")]) == [("changed", "脱贫劳动力务工就业", 100, 100)]
    assert len(told([figure(10, 100)], [figure(10, 100, value_high=120)])) == 1


def test_other_periods_and_regions_are_other_figures() -> None:
    before = [figure(10, 100), figure(30, 90, period="2022", evidence="上年为90人。")]
    after = [figure(10, 100), figure(30, 95, period="2022", evidence="上年为95人。")]
    (change,) = changed_figures(before, after)
    assert (change.period, change.before_mention, change.after_mention) == ("2022", "90人", "95人")
