"""Parts of a year that a text keeps to: the one from January on, a season across two years, a month's end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.periods_iso import PART
from tasks.extract.periods_stamps import Stamp

_NEAR = 120
_BARE_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?=[一-鿿])(?![年版级届元万亿亩人户])")
_ACROSS = re.compile("([0-9]{4})-[0-9]{2}/([0-9]{4})-[0-9]{2}")
_TWICE = 2


def one_part(found: Sequence[Stamp]) -> str | None:
    """The part of a year from January on that an account keeps to (一季度, 1—5月), None where it names several."""
    parts = {s.period for s in found if s.role == "anchor" and s.period and s.period[4:9] == "-01/2"}
    return next(iter(parts)) if len(parts) == 1 else None


def _own(found: Sequence[Stamp]) -> list[Stamp]:
    """The dates of what a text tells itself: no bases of comparison, no titles."""
    return [s for s in found if s.role not in ("base", "same", "title")]


def parts_together(found: Sequence[Stamp]) -> str | None:
    """The part of a year from January on, where all that a text names ends with it (二季度 and 上半年)."""
    own = _own(found)
    parts = {s.period or "" for s in own}
    whole = next((part for part in parts if part[4:9] == "-01/2" and len(part) == PART), None)
    if whole is None or len(parts) < _TWICE or own[0].start >= _NEAR:
        return None
    return whole if all(len(part) == PART and part[8:] == whole[8:] for part in parts) else None


def only_part(found: Sequence[Stamp]) -> str | None:
    """The part of a year from January on that is all that a text names (1—10月, 今年前10个月), None where it is not."""
    own = {s.period or "" for s in _own(found)}
    part = own.pop() if len(own) == 1 else ""
    return part if part[4:9] == "-01/2" and len(part) == PART else None


def season(found: Sequence[Stamp]) -> str | None:
    """The months across a year's end that open a text and are all that it names (2019年10月—2020年3月)."""
    own = {s.period or "" for s in _own(found)}
    season = own.pop() if len(own) == 1 else ""
    years = _ACROSS.fullmatch(season)
    across = years is not None and int(years[2]) - int(years[1]) == 1
    return season if across and found[0].start < _NEAR and found[0].role == "anchor" else None


def at_month_end(text: str, found: Sequence[Stamp], released: str) -> bool:
    """Whether what is released is the stock at a month's end (公布2021年3月底的机构数)."""
    stamp = next((s for s in found if s.period == released), None)
    return stamp is not None and len(released) == len("2021-03") and text[stamp.end - 1] in "底末"


def bare_year(title: str) -> str | None:
    """The year that a title names without 年 (2024甲市马拉松), None for none."""
    found = _BARE_YEAR.search(title)
    return found.group() if found else None
