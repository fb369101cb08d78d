"""What shows that a text is of Taiwan where it names no place: the years of the Republic that it counts by, and the
ministries and measures that no text of the mainland speaks of."""

from __future__ import annotations

import re
from functools import cache

from tasks.vocabulary import either, read_yaml

# 今（101）年, 104年第1期, 114年1到10月, 118学年: no other year has three digits and a part of its own.
_YEARS = re.compile(
    r"[今本去前明][（(](?:9[0-9]|1[0-4][0-9])[）)]年"
    r"|(?<![0-9.第近达满历约逾])1[0-4][0-9]"
    r"(?:年(?:[度底]|[上下]半年|第?[1-4一二三四][季期]|[01]?[0-9](?:月|[至到~\-－—、][01]?[0-9]月))|学年)"
)


def republic_at(text: str) -> int:
    """Where a text first counts a year by the Republic in a form that nothing else has, -1 where it does not."""
    found = _YEARS.search(text) if "年" in text else None
    return found.start() if found else -1


@cache
def _offices() -> re.Pattern[str]:
    """Ministries that open a clause, with nothing in front that would make them another state's, and measures."""
    island = read_yaml("regions.yaml")["island"]
    return re.compile(
        rf"(?:(?<![一-鿿])|(?<=[据依由与和及]))(?:{either(island['ministries'])})"
        rf"(?=[今昨发公统指表说评估近最新调日数预]|[一-鿿]{{1,4}}[局署处司院])"
        rf"|(?<=[0-9万亿余多])(?:{either(island['measures'])})"
    )


def office_at(text: str) -> int:
    """Where a ministry of Taiwan speaks or a measure is told by which only it reckons, -1 where none does."""
    found = _offices().search(text)
    return found.start() if found else -1
