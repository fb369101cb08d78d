"""Units and classifiers, read from seeds/vocabulary: the longest surface that fits at a place.

`units.csv` holds measures with a factor to the base unit, `classifiers.csv` the words that count things and people.
`not_before` lists what must not follow a surface (亩 is no unit before 产: 亩产).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tasks.extract.cues import ABOUT, mapping
from tasks.vocabulary import read_csv

ONE = Decimal(1)
_DIGITS = frozenset("0123456789万亿余多")
_DENOMINATORS = frozenset("/／·•")
# 油耗6.9L/100km
_PER_HUNDRED = re.compile("[/／](?:100|百)(?:km|KM|公里|千米)")
# 1900元/生•年: a pupil is counted behind a slash only.
_STUDENT = re.compile("生(?![产活物命长])")
_PER_MANY = frozenset("百千万")
# 由2000万升至3000万 rises, 由200升升至300升 and 200升至300升 tell litres.
_RISES = re.compile(rf"[至到为](?!位|(?:了|{ABOUT}|超|超过)?[\d.,]+(?:多|余)?[万亿]?(?:升|毫升|公升))")


# 五人均为学生: all of those counted, no 人均.
_ALL_OF_THEM = re.compile("均(?:[为系是已未被来属因无在对获]|供认|表示|有(?![0-9])|死|受)")
# 35出折子戏 counts plays, 80出头 and 3出2进 do not.
_PLAYS = re.compile("[\u3400-\u9fff]{0,6}?(?:戏|剧|曲目|折子)|(?=[，。；、])")


class Unit(NamedTuple):
    """A unit or classifier as printed; a value times `factor` is in `unit`."""

    surface: str
    unit: str
    factor: Decimal
    kind: str
    dimension: str
    not_before: tuple[str, ...]


@lru_cache(maxsize=1)
def _classifiers() -> dict[str, Unit]:
    """The words that count things and people."""
    return {
        row["surface"]: Unit(
            row["surface"], row["unit"], ONE, "quantity", row["sort"], tuple(row["not_before"].split())
        )
        for row in read_csv("classifiers.csv")
    }


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every surface of both files; a unit wins over a classifier of the same surface."""
    table = dict(_classifiers())
    for row in read_csv("units.csv"):
        surface = row["surface"]
        blocked = tuple(row["not_before"].split())
        table[surface] = Unit(
            surface,
            row["unit"],
            ONE if row["factor"] == "1" else Decimal(row["factor"]),
            row["kind"],
            row["dimension"],
            blocked,
        )
    return table


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """For a first character the lengths of its surfaces, longest first."""
    found: dict[str, set[int]] = {}
    for surface in units():
        found.setdefault(surface[0], set()).add(len(surface))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def match_unit(text: str, at: int) -> Unit | None:
    """The longest unit that stands at `at` and is not the beginning of another word."""
    lengths = _lengths().get(text[at : at + 1])
    if lengths is None:
        return None
    table = units()
    for length in lengths:
        unit = table.get(text[at : at + length])
        if unit is None:
            continue
        end = at + length
        if unit.surface == "人" and _ALL_OF_THEM.match(text, end):
            return unit
        if unit.not_before and text.startswith(_blocked(text, at, unit), end):
            other = _classifiers().get(unit.surface)
            if other is None or other is unit or text.startswith(other.not_before, end):
                continue
            return other
        if unit.surface == "出" and not _PLAYS.match(text, end):
            continue
        if unit.surface == "升" and _RISES.match(text, end):
            continue
        if unit.surface[-1].isascii() and unit.surface[-1].isalpha() and _latin(text, end):
            continue
        return unit
    return None


def _blocked(text: str, at: int, unit: Unit) -> tuple[str, ...]:
    """What must not follow the unit; behind digits few words are left that it could begin (52人行政记过)."""
    if text[at - 1 : at] in _DIGITS:
        return _after_digits().get(unit.surface, unit.not_before)
    return unit.not_before


@lru_cache(maxsize=1)
def _after_digits() -> dict[str, tuple[str, ...]]:
    return {surface: tuple(words.split()) for surface, words in mapping("after_digits").items()}


def _latin(text: str, at: int) -> bool:
    """Does a Latin letter or digit stand there? Then the unit symbol is a piece of a longer word."""
    following = text[at : at + 1]
    return following.isascii() and following.isalnum()


def match_rate(text: str, at: int, unit: Unit) -> tuple[str, int]:
    """The unit with a denominator printed behind a slash (元/人, 元／吨, 公里/万平方公里), and where it ends."""
    end = at + len(unit.surface)
    name = unit.unit
    if hundred := _PER_HUNDRED.match(text, end):
        return f"{name}/百公里", hundred.end()
    for _ in range(2):
        if text[end : end + 1] not in _DENOMINATORS:
            break
        if _STUDENT.match(text, end + 1):
            name, end = f"{name}/生", end + 2
            continue
        scale, below = "", match_unit(text, end + 1)
        if below is None and text[end] in "/／" and text[end + 1 : end + 2] in _PER_MANY:
            scale, below = text[end + 1], match_unit(text, end + 2)
        if below is None:
            break
        name += ("/" if text[end] in "/／" else "·") + scale + below.unit
        end += 1 + len(scale) + len(below.surface)
    return name, end
