"""What a firm earned up to the day that closes its accounts (截至12月31日，实现营业收入296亿元): the figures of a flow
are of the part of the year that ends there, those of a state (总资产, 余额) of the day."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.periods_stamp import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_DAY = len("2011-12-31")
_CLOSING = {"03-31": "01/{year}-03", "06-30": "01/{year}-06", "09-30": "01/{year}-09", "12-31": ""}
_MEASURES = ("level", "growth", "change")


@cache
def _earned() -> re.Pattern[str]:
    """What is earned in a stretch of time, or what stands at a day; the last one in front of a number tells."""
    flows, states = either(WORDS["accounts_flows"]), either(WORDS["accounts_states"])
    return re.compile(f"(?P<state>{states})|(?P<flow>{flows})")


def part_closed(text: str, stamp: Stamp, start: int, measure: str) -> str | None:
    """The part of the year that a closing day ends, for a number of what was earned up to it; None for any other."""
    period = stamp.period or ""
    if not stamp.until or len(period) != _DAY or period[5:] not in _CLOSING or measure not in _MEASURES:
        return None
    said = [found.lastgroup for found in _earned().finditer(text, stamp.end, start)]
    if not said or said[-1] != "flow":
        return None
    year, part = period[:4], _CLOSING[period[5:]]
    return f"{year}-{part.format(year=year)}" if part else year
