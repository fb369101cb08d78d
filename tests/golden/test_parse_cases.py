"""`parse` on other projects' own cases: by kind, with floors that only rise."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tasks.extract.model import Expression
from tasks.extract.parse import parse
from tasks.extract.periods import period_days

TABLE = Path(__file__).parent / "parse_cases.csv"
FLOORS = {
    "number": 0.985,
    "percent": 1.0,
    "money": 0.985,
    "quantity": 1.0,
    "range": 0.97,
    "ordinal": 1.0,
    "date": 0.96,
    "period": 0.93,
    "duration": 0.97,
    "region": 0.96,
}
# What may stand for a kind: a suite of numbers also holds percentages, a suite of ranges counts and shares; a whole
# month is a date to one project and a period to another.
FITTING = {
    "number": {"number", "range", "percent", "quantity"},
    "percent": {"percent"},
    "money": {"money"},
    "quantity": {"quantity", "duration", "range"},
    "range": {"range", "number", "quantity"},
    "ordinal": {"ordinal"},
    "date": {"date", "period"},
    "period": {"date", "period"},
    "duration": {"duration"},
    "region": {"region"},
}
READ_ON = "2020-01-01"
EMPTY_CASES = 50


@cache
def cases() -> list[dict[str, str]]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def overlap(found: Expression, start: int, end: int) -> float:
    """Shared characters as a share of the union."""
    shared = min(found.end, end) - max(found.start, start)
    return shared / (max(found.end, end) - min(found.start, start)) if shared > 0 else 0.0


def close(value: object, wanted: str) -> bool:
    """Equal but for the places that the suite printed."""
    if not isinstance(value, Decimal):
        return False
    target = Decimal(wanted)
    return abs(value - target) <= Decimal("1e-9") * max(Decimal(1), abs(target))


def same_time(value: str, wanted: str) -> bool:
    """The same instant, or the same days; where the suite means a day, the hour may stand too."""
    first, _, last = wanted.partition("..")
    if "T" in first:
        return value == (f"{first}/{last}" if last else first)
    days = "/".join(part[:10] for part in value.split("/"))
    return period_days(days) == period_days(f"{first}/{last}" if last else first)


def reads_as(found: Expression, wanted: str) -> bool:
    """Does an expression have one of the values that a case allows?"""
    if found.kind in ("date", "period"):
        return isinstance(found.value, str) and any(same_time(found.value, each) for each in wanted.split(" or "))
    if found.kind == "region":
        return found.name in wanted.split(" or ")
    number, _, unit = wanted.partition(" ")
    low, _, high = number.partition("~")
    return close(found.value, low) and (not high or close(found.value_high, high)) and (not unit or found.unit == unit)


def right(case: dict[str, str]) -> bool:
    """Does every expected expression of a case stand in what parse finds?"""
    found = [e for e in parse(case["text"], case["published_at"] or READ_ON) if e.kind in FITTING[case["kind"]]]
    if not case["expected"]:
        return not found
    at = 0
    for part in case["expected"].split(";"):
        printed, wanted = part.rsplit("=", 1)
        start = case["text"].find(printed, at)
        at = start + len(printed)
        if not any(overlap(e, start, at) >= 0.5 and reads_as(e, wanted) for e in found):
            return False
    return True


@pytest.mark.parametrize("kind", FLOORS)
def test_cases_of_a_kind_hold_their_floor(kind: str) -> None:
    rows = [case for case in cases() if case["kind"] == kind and case["expected"]]
    wrong = [case["text"] for case in rows if not right(case)]
    assert 1 - len(wrong) / len(rows) >= FLOORS[kind], wrong


def test_nothing_is_found_where_nothing_is() -> None:
    empty = [case for case in cases() if not case["expected"]]
    assert len(empty) >= EMPTY_CASES
    assert [case["text"] for case in empty if not right(case)] == []
