"""Dates and regions on any text: printed dates read back, spans hold, nothing raises, time stays linear."""

import datetime as dt
import itertools
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extract.dates import find_dates
from tasks.extract.periods import PeriodScope, period_days
from tasks.extract.regions import RegionScope, find_regions

# The vocabulary is loaded at the first call; the time of an example is that of reading.
RegionScope("初", find_regions("初", 2020))
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2150, 12, 31))
CHINESE = "〇一二三四五六七八九"
HOSTILE = st.text(
    alphabet="0123456789年月日时点至到—-.:/、,。\n〇一二三十百前后上下今去从较比的底末初全省县村“”《》内乡河南銀　🙂 ",
    max_size=80,
)


def small(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else CHINESE[tens]) + ("十" if tens else "") + (CHINESE[ones] if ones or not tens else "")


def forms(day: dt.date) -> list[str]:
    digits = "".join(CHINESE[int(d)] for d in f"{day.year:04d}")
    return [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
        f"{day.year}-{day.month:02d}-{day.day:02d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{digits}年{small(day.month)}月{small(day.day)}日",
    ]


@given(DAYS)
def test_every_printed_form_of_a_day_reads_back(day: dt.date) -> None:
    for text in forms(day):
        if text[0] in CHINESE and text[0] not in "一二":
            continue
        found = [(t.start, t.end, t.value) for t in find_dates(f"，{text}，", None)]
        assert found == [(1, 1 + len(text), day.isoformat())], text


@given(st.integers(1950, 2100), st.integers(1, 12), st.integers(1, 12))
def test_months_of_a_year_read_back(year: int, first: int, last: int) -> None:
    low, high = sorted((first, last))
    (found,) = find_dates(f"{year}年{low}—{high}月", None)
    days = period_days(found.value)
    assert days is not None
    assert (days[0].month, days[1].month, days[0].year) == (low, high, year)


@settings(max_examples=300)
@given(HOSTILE | st.text(max_size=60), st.sampled_from(["2022-05-17", "2021", "2021-03", None, "soon"]))
def test_spans_hold_and_nothing_raises(text: str, published: str | None) -> None:
    dates = find_dates(text, published)
    mentions = find_regions(text)
    for spans in (dates, mentions):
        for found in spans:
            assert 0 <= found.start < found.end <= len(text)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(period_days(t.value) for t in dates if t.value and t.kind != "duration")
    periods = PeriodScope(text, dates, published, text[:20])
    regions = RegionScope(text, mentions, text[:20], text[-20:])
    for at in range(0, len(text), 7):
        period = periods.period_at(at, at + 1, "growth").period
        assert period is None or period_days(period) is not None or published == "soon"
        code = regions.region_at(at, at + 1).code
        assert code is None or (len(code) == 6 and code.isdigit())


def seconds(text: str) -> float:
    begin = time.process_time()
    dates = find_dates(text, "2022-05-17")
    mentions = find_regions(text)
    periods = PeriodScope(text, dates, "2022-05-17", None)
    regions = RegionScope(text, mentions, None, None)
    for at in range(0, len(text), 100):
        periods.period_at(at, at + 1)
        regions.region_at(at, at + 1)
    return time.process_time() - begin


def test_time_is_linear_in_the_length() -> None:
    for unit in ("1", "十", "2021年、", "\n", "“", "内乡县、", "以来", "从3月的"):
        short = min(seconds(unit * (5_000 // len(unit))) for _ in range(2))
        long = seconds(unit * (40_000 // len(unit)))
        assert long < max(24 * short, 1.0), unit
