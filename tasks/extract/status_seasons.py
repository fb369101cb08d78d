"""Seasons of travel that a text tells of before they begin: what it says of trains and travellers is still to come."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tasks.extract.dates_calendar import parse_published
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_DAY = len("2020-01-09")
_AHEAD = 60
# …到2月18日结束，共40天: how long it is holds already.
_ITS_LENGTH = re.compile("[^。；\n]{0,24}?(?:共|历时|为期|持续)[0-9]{1,2}天")
_BEGINS = "启动|开始|拉开|开启|开行|到来|起"


class Seasons:
    """The words for such seasons, compiled once from `status.yaml`."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self._names = tuple(vocabulary["seasons"])
        name = f"(?P<name>{either(self._names)})"
        on = r"(?:从|于|自|在)(?:(?P<year>20[0-9]{2})年)?(?:(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]|[明后]天)"
        self._begins = Sought(
            rf"{name}[^。，；\n]{{0,10}}?{on}[^。，；\n]{{0,10}}?(?:{_BEGINS})"
            rf"|[明后]天[^。；\n]{{0,20}}?(?P<soon>{either(self._names)})[^。，；\n]{{0,8}}?(?:{_BEGINS})"
        )

    def ahead(self, text: str, published_at: str | None) -> list[tuple[int, int]]:
        """Start and end of the paragraphs that speak of a season to come, from where the text says when it begins."""
        published = parse_published(published_at)
        if published is None or len(published_at or "") < _DAY or not any(name in text for name in self._names):
            return []
        for found in self._begins.finditer(text):
            if found["month"] and not _lies_ahead(found, published):
                continue
            length = _ITS_LENGTH.match(text, found.end())
            return _paragraphs(text, found.start(), length.end() if length else 0, found["name"] or found["soon"])
        return []


def _lies_ahead(found: re.Match[str], published: date) -> bool:
    """Whether the day that a season begins on comes soon after that of publication."""
    month, day = int(found["month"]), int(found["day"])
    year = int(found["year"] or published.year + (month < published.month))
    try:
        begins = date(year, month, day)
    except ValueError:
        return False
    return 0 < (begins - published).days < _AHEAD


def _paragraphs(text: str, at: int, low: int, name: str) -> list[tuple[int, int]]:
    """The rest of the paragraph of an offset, from `low` on, and the paragraphs behind it that name a season."""
    found: list[tuple[int, int]] = []
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        if text.find(name, at, end) >= 0:
            found.append((max(at, low), end))
        at = end + 1
    return found
