"""Where a time expression can begin: one cheap pass over the text."""

from __future__ import annotations

import re

from tasks.extract.dates_calendar import words

_FOLD = str.maketrans(words()["fold"]["from"], words()["fold"]["to"])
_FOLDABLE = re.compile("[" + words()["fold"]["from"] + "]")
NUMBER_START = "0123456789〇零一二两三四五六七八九十廿半"
_LENGTHS = tuple(words()["durations"])
_UNITS = "".join(sorted(({unit[0] for unit in _LENGTHS} | {"半"}) - {"个"}))
_PIECES = "".join(sorted({unit[1] for unit in _LENGTHS if unit[0] == "个"} | set("多半季")))
_UNIT = rf"(?:[{_UNITS}]|个[{_PIECES}])"
# What follows a number that begins an expression. A point leads to the rest of a date (2021.12) or of a length (1.5年).
_AFTER_POINT = rf"[0-9]+(?:\s?[-–—―~～─－至到./·]|[万亿]?[多余来几]?{_UNIT}|(?<=[12][0-9]{{3}}\.[0-9]{{2}})(?![0-9]))"
_AFTER_NUMBER = (
    r"(?:\s?[0-9-–—―~～─－至到/·:：年月日号时点世周星礼天季半小分秒昼刻代十百千零〇一二三四五六七八九apAP、"
    rf"期末规收开头前”」’\"]|[和与及](?=(?:(?:19|20)[0-9]{{2}}|1[0-4][0-9])[、和与及年])|[财学]年|[多余来几]{_UNIT}|个[{_PIECES}]|\.{_AFTER_POINT}|(?<=月.)\.|(?<=月..)\.|(?<=月...)\.)"
)
_NUMBERS = "0123456789一二两三四五六七八九十"


def _heads() -> dict[str, tuple[str, ...]]:
    """By the first two letters of everything that begins with a word: how it can go on, as far as that is known."""
    vocabulary = words()
    heads = set(vocabulary["heads"]) | {"今明", "明后", "大年"}
    for key in ("relative_years", "relative_months", "relative_quarters", "relative_days", "festivals", "now"):
        heads.update(vocabulary[key])
    heads.update(vocabulary["short_festivals"])
    heads.update(name for key in ("year_parts", "day_parts") for name in vocabulary[key] if len(name) > 1)
    heads.update(season + end for season in "春夏秋冬" for end in "季天")
    heads.update("周" + day for day in "一二三四五六日天")
    heads.update(lead + number for lead in "前后近上下头首闰" for number in _NUMBERS)
    heads.update(quote + number for quote in '“"「‘' for number in "六七八九十")
    found: dict[str, set[str]] = {}
    for head in heads:
        found.setdefault(head[:2], set()).add(head)
    return {pair: tuple(sorted(names)) for pair, names in found.items()}


_HEADS = _heads()
_NTH = re.compile(rf"第(?:[{_NUMBERS}]{{1,3}}[-–—―~～─－至到\s个季周、]|二天)")
_FIRST = "".join(sorted({"第", *(pair[0] for pair in _HEADS)} - set(NUMBER_START)))
_SECOND = "".join(sorted({pair[1] for pair in _HEADS}))
_CN = "[〇零一二两三四五六七八九十廿]"
_DIGIT_RUN = rf"(?<=[0-9])(?<![0-9][0-9])(?:[0-9]{{7}}(?![0-9.])|[0-9]{{0,12}}+(?={_AFTER_NUMBER}))"
_CN_RUN = rf"(?<![0-9])(?<!{_CN}{_CN}){_CN}{{0,12}}+(?={_AFTER_NUMBER})"
TRIGGER = re.compile(
    rf"[{NUMBER_START}{re.escape(_FIRST)}](?:(?<=[{NUMBER_START}])(?:{_DIGIT_RUN}|{_CN_RUN})"
    rf"|(?<![{NUMBER_START}])(?=[{re.escape(_SECOND)}])"
    # 十一黄金周, 五一假期: days off, where no quotation mark leads to them.
    r"|(?<=[五十])(?<![双第\d一二三四五六七八九十][五十])(?=一(?:小?长假|黄金周|假期|假日|期间)))"
)


def begins(text: str, at: int) -> bool:
    """Whether a triggered place can begin an expression: a number, or a word that the vocabulary has."""
    letter = text[at]
    if letter in NUMBER_START:
        return True
    if letter == "第":
        return _NTH.match(text, at) is not None
    heads = _HEADS.get(text[at : at + 2])
    return heads is not None and text.startswith(heads, at) and not _within_word(text, at)


_CUT_BEFORE = {word: tuple(tails) for word, tails in words()["cut_before"].items()}
_CUT_BEHIND = {word: tuple(leads) for word, leads in words()["cut_behind"].items()}


def _within_word(text: str, at: int) -> bool:
    """Whether a word of time is only a piece of other words (全天|候, 成|立春|运, 项|目前|三年)."""
    pair = text[at : at + 2]
    if pair in _CUT_BEFORE and text.startswith(_CUT_BEFORE[pair], at + len(pair)):
        return True
    return pair in _CUT_BEHIND and text.endswith(_CUT_BEHIND[pair], max(at - 2, 0), at)


def folded(text: str) -> str:
    """The text with traditional and full-width letters of dates replaced one for one."""
    return text.translate(_FOLD) if _FOLDABLE.search(text) else text
