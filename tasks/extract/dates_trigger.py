"""Where a time expression can begin: one cheap pass over the text."""

from __future__ import annotations

import re

from tasks.extract.dates_calendar import words

_FOLD = str.maketrans(words()["fold"]["from"], words()["fold"]["to"])
_FOLDABLE = re.compile("[" + words()["fold"]["from"] + "]")
NUMBER_START = "0123456789〇零一二两三四五六七八九十廿半"
_AFTER_NUMBER = (
    r"\s?[0-9-–—―~～─－至到/.·:：年月日号时点世周星礼天季个多余来半几小分秒昼刻代十百千零〇一二三四五六七八九apAP、"
    r"期末规收开头前”」’\"]"
)


def _pairs() -> frozenset[str]:
    """The first two letters of everything that begins with a word."""
    vocabulary = words()
    heads: set[str] = set()
    for key in (
        "relative_years",
        "relative_months",
        "relative_quarters",
        "relative_days",
        "festivals",
        "short_festivals",
    ):
        heads.update(name[:2] for name in vocabulary[key])
    heads.update(name[:2] for name in vocabulary["now"])
    heads.update(name[:2] for name in vocabulary["year_parts"] if len(name) > 1)
    heads.update(name[:2] for name in vocabulary["day_parts"] if len(name) > 1)
    heads.update(["今明", "明后", "大年"])
    heads.update(a + b for a in "春夏秋冬" for b in "季天")
    heads.update(a + b for a in "周期拜" for b in "一二三四五六日天" if a == "周")
    heads.update(vocabulary["heads"])
    numbers = "0123456789一二两三四五六七八九十"
    heads.update(a + b for a in "第前后近上下头闰" for b in numbers)
    heads.update(a + b for a in '“"「‘' for b in "六七八九十")
    return frozenset(heads)


PAIRS = _pairs()
_FIRST = "".join(sorted({pair[0] for pair in PAIRS} - set(NUMBER_START)))
_SECOND = "".join(sorted({pair[1] for pair in PAIRS}))
_CN = "[〇零一二两三四五六七八九十廿]"
_DIGIT_RUN = rf"(?<=[0-9])(?<![0-9][0-9])(?:[0-9]{{7}}(?![0-9.])|[0-9]{{0,12}}+(?={_AFTER_NUMBER}))"
_CN_RUN = rf"(?<![0-9])(?<!{_CN}{_CN}){_CN}{{0,12}}+(?={_AFTER_NUMBER})"
TRIGGER = re.compile(
    rf"[{NUMBER_START}{re.escape(_FIRST)}](?:(?<=[{NUMBER_START}])(?:{_DIGIT_RUN}|{_CN_RUN})"
    rf"|(?<![{NUMBER_START}])(?=[{re.escape(_SECOND)}]))"
)


def folded(text: str) -> str:
    """The text with traditional and full-width letters of dates replaced one for one."""
    return text.translate(_FOLD) if _FOLDABLE.search(text) else text
