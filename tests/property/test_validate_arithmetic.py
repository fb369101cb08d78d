"""Properties of the second reading and of the arithmetic, over generated figures."""

from decimal import Decimal

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.validate.reading import agreeing, printed_step, read_mentions
from tasks.validate.relations import find_relations
from tasks.validate.rules import load_printed_units

UNITS = load_printed_units()
SCALES = {"": 1, "千": 1000, "万": 10_000, "亿": 100_000_000, "万亿": 10**12}
numbers = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(99999), places=2)


def row(start, mention, value, unit, measure, key):
    return {
        "observation_id": key,
        "start": start,
        "end": start + len(mention),
        "mention": mention,
        "value": value,
        "value_high": None,
        "unit": unit,
        "measure": measure,
        "qualifier": "exact",
        "status": "observation",
        "indicator": "指标",
        "indicator_id": None,
        "region_code": None,
        "period": "2023",
    }


def written(*parts):
    """Text parts and (mention, value, unit, measure) figures as text and rows."""
    text, rows = "", []
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            mention, value, unit, measure = part
            rows.append(row(len(text), mention, value, unit, measure, f"o{len(rows)}"))
            text += mention
    return rows, text


@settings(deadline=None)
@given(numbers, st.sampled_from(sorted(SCALES)), st.sampled_from(["元", "人", "户", "%", "亩", "吨"]))
def test_what_is_printed_is_read(number, scale, unit):
    mention = f"{number}{scale}{unit}"
    reading = read_mentions(pa.array([mention]), UNITS)
    value = float(number * SCALES[scale])
    entry = UNITS.get(f"{scale[-1:]}{unit}") if scale else None
    factor = UNITS[unit].factor if entry is None else entry.factor / SCALES[scale[-1]]
    assert agreeing(pa.array([value * factor]), reading.low, reading.bare).to_pylist() == [value * factor]


@settings(deadline=None)
@given(numbers, st.sampled_from(["", "万", "亿"]), st.sampled_from([10, 100, 10_000, 0.1]))
def test_a_lost_scale_is_seen(number, scale, fault):
    reading = read_mentions(pa.array([f"{number}{scale}元"]), UNITS)
    value = float(number * SCALES[scale]) * fault
    assert agreeing(pa.array([value]), reading.low, reading.bare).to_pylist() != [value]


@settings(deadline=None)
@given(numbers, st.sampled_from(["", "万", "亿"]))
def test_the_printed_step_bounds_rounding(number, scale):
    exact = number * SCALES[scale]
    for places in (0, 1):
        shown = round(number, places)
        step = printed_step(f"{shown}{scale}元", float(shown * SCALES[scale]))
        if shown and step:
            assert abs(float(shown * SCALES[scale] - exact)) <= step / 2 * 1.000001


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(100, 99_999), min_size=2, max_size=6))
def test_parts_that_add_up_agree_in_any_number(parts):
    total = sum(parts)
    figures = [x for part in parts for x in ("、", (f"{part}户", float(part), "户", "level"))]
    rows, text = written("共帮扶", (f"{total}户", float(total), "户", "level"), ",其中", *figures[1:], "。")
    found = [r for r in find_relations(rows, text) if r.kind == "sum"]
    assert "agrees" in [r.verdict for r in found]
    assert "disagrees" not in [r.verdict for r in found]


@settings(max_examples=150, deadline=None)
@given(st.integers(1000, 99_999), st.integers(10, 999))
def test_a_share_as_it_is_rounded_agrees_and_another_does_not(whole, permille):
    part = whole * permille // 1000
    if part == 0:
        return
    share = round(100 * part / whole, 2)
    wrong = round(share * 1.3, 2) if share < 70 else round(share * 0.8, 2)

    def verdicts(stated):
        rows, text = written(
            "共有", (f"{whole}人", float(whole), "人", "level"), ",其中党员", (f"{part}人", float(part), "人", "level"),
            ",占比", (f"{stated}%", stated, "%", "share"), "。",
        )  # fmt: skip
        return [r.verdict for r in find_relations(rows, text) if r.kind == "share"]

    assert verdicts(share) == ["agrees"]
    assert verdicts(wrong) == ["disagrees"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="其中占比增长到至为从由共高于低于,。;、0123456789%万亿元人", max_size=200), st.data())
def test_any_text_is_survived(text, data):
    places = data.draw(st.lists(st.integers(0, max(len(text) - 3, 0)), max_size=8, unique=True))
    rows = [
        row(place, text[place : place + 3] or "1%", float(n), data.draw(st.sampled_from(["元", "%", "人", "百分点"])),
            data.draw(st.sampled_from(["level", "share", "growth", "change", "rank"])), f"o{place}")
        for n, place in enumerate(places)
    ]  # fmt: skip
    for relation in find_relations(rows, text):
        assert relation.tolerance >= 0
        assert relation.verdict in ("agrees", "disagrees", "not_comparable")
        assert relation.verdict != "not_comparable" or relation.why
