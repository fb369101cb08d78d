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


# 106年全国死亡人数…: at the head of a clause, where the text came out a little later.
_HEADS = re.compile(
    r"(?:^|(?<=[。，；\n「（]))(1[0-4][0-9])年(?=[一-鿿])(?![来前后间里内的多历级龄史]|以[来上])", re.MULTILINE
)
_BEFORE_FIRST, _LATE = 1911, 3


def republic_at(text: str, year: int | None = None) -> int:
    """Where a text of a year first counts by the Republic in a form that nothing else has, -1 where it does not."""
    if "年" not in text:
        return -1
    found = _YEARS.search(text)
    ats = [found.start()] if found else []
    if year is not None:
        recent = (one.start() for one in _HEADS.finditer(text) if 0 <= year - _BEFORE_FIRST - int(one[1]) <= _LATE)
        ats += [next(recent, len(text))]
    return min(ats, default=-1) if ats and min(ats) < len(text) else -1


@cache
def _offices() -> re.Pattern[str]:
    """Ministries that open a clause, with nothing in front that would make them another state's, measures and words."""
    island = read_yaml("regions.yaml")["island"]
    return re.compile(
        rf"(?:(?<![一-鿿])|(?<=[据依由与和及]))(?:{either(island['ministries'])})"
        rf"(?=[今昨发公统指表说评估近最新调日数预]|[一-鿿]{{1,4}}[局署处司院])"
        rf"|(?<=[0-9万亿余多])(?:{either(island['measures'])})|{either(island['idioms'])}"
        r"|(?<![全我中各外美英法德俄泰韩两他邻多三四五六七八九])国[小中](?=生|学生|新生|教师|[0-9一二三四五六]年级|校园)"
    )


def office_at(text: str) -> int:
    """Where a ministry of Taiwan speaks, or stands a measure or word that only it has, -1 where none does."""
    found = _offices().search(text)
    return found.start() if found else -1
