"""A date of a text as a period of the observation schema, with what it does for the numbers around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of the text as a period of the schema; `period` None is a stretch that the text does not place.

    `role` is that of the expression, or origin (从2015年的…), vague (上世纪90年代), that_year (当年).
    daily: a single day; plan: a five-year plan; until: 截至 or 到 stands before it; long: runs over years; future: lies
    after publication; carries: holds for the sentences that follow in the paragraph; back: taken for last year's, since
    the words name no year (全年 in a text of January); aim: an aim for it follows (全年目标的63%); counted: the words
    count from a beginning that they do not date (十八大以来), so that only what was done since is of all that time.
    """

    start: int
    end: int
    period: str | None
    role: str
    daily: bool = False
    plan: bool = False
    until: bool = False
    long: bool = False
    future: bool = False
    carries: bool = False
    back: bool = False
    aim: bool = False
    counted: bool = False
