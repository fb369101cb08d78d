"""Items of an enumeration and what a place can hold: how far a place named earlier in a paragraph may be carried."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.regions_place import Place
from tasks.vocabulary import either

_HEAD = 4
_WINDOW, _SENTENCE = 1200, 120
_LARGE = re.compile(r"(?<![\d.])\d{1,9}(?:\.\d{1,6})?[万亿]")
# The marks of an enumeration at the head of its items: 一是…。二是…, （三）…, 其四，….
_ITEM = re.compile(
    r"(?:^|[。；：:;\n])\s*(?:[一二三四五六七八九十]{1,2}(?:是|、)|其[一二三四五六七八九十][，、是]"
    r"|第[一二三四五六七八九十]{1,2}[，、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|\d{1,2}[.．、](?!\d))"
)
# Areas that are counted: 16省, 87个县, 12个市（州）.
_AREAS = re.compile(
    r"[\d一二两三四五六七八九十百]{1,4}(?:余|多)?个?"
    r"(?:[^，。；、\d\s]{0,4}?|(?:(?![到的在与和为入])[^，。；、\d\s]){0,9}?(?:贫困|脱贫|帮扶|重点|示范|试点|先进|发达|边境))"
    r"(?P<area>省(?![级道略钱内外])|地市|市州|设区市|州市|县市区|县区|市县|县(?![级城道乡域委长际政])"
    r"|城市(?![群圈道化更管建居民社书公级综]))"
)
# 30个省份: more than any part of the country has.
PROVINCES = re.compile(r"\d{1,2}个?省(?:份|区|市|(?=[，。、；的和及等（(]))")
_IN_PROVINCES = re.compile(r"\d{1,2}个?省(?:份|区市|[(（][^()（）]{1,8}[)）])?的?$")
_DIGITS = re.compile(r"\d{1,4}(?=个)")
# So many cities has no province.
_MANY_CITIES = 30
# Nor so many counties.
_MANY_COUNTIES = 200


def has_items(text: str, paragraph: int, sentence: int) -> bool:
    """Whether an item begins anywhere between a paragraph's head and that of a sentence."""
    return _ITEM.search(text, paragraph, min(sentence + _HEAD, len(text))) is not None


def in_other_item(text: str, place: Place, paragraph: int, sentence: int) -> bool:
    """Whether a place stands in one item of an enumeration and the sentence in a later one (一是…甲县…。二是…)."""
    if _ITEM.search(text, place.end, min(sentence + _HEAD, len(text))) is None:
        return False
    return _ITEM.search(text, max(paragraph, place.start - _WINDOW), place.start) is not None


_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
# Not only this, …: what follows is of the whole (不仅是看病，去年，370万人…).
_WIDENS = re.compile(r"[\s　]*(?:不(?:仅仅|光|只|单|仅)是|不止)[^，。；,;]{1,14}[，,]")


def outgrown(level: str | None, text: str, sentence: int, start: int) -> bool:
    """Whether the sentence has told more than any area of this level can have in front of a number."""
    low = max(sentence, start - _SENTENCE)
    return bool(level) and any(_beyond(level or "", text, large.start()) for large in _LARGE.finditer(text, low, start))


def widens(text: str, sentence: int) -> bool:
    """Whether a sentence turns from one thing in one place to the whole."""
    return _WIDENS.match(text, sentence) is not None


@cache
def _amount() -> re.Pattern[str]:
    """A number in tens of thousands or more with a unit that has a bound."""
    units = either(unit for level in words()["beyond"].values() for unit in level)
    people = f"名|位|[一-鿿]{{0,6}}?(?:{either(words()['people_counted'])})"
    return re.compile(
        rf"(?P<digits>\d{{1,9}}(?:\.\d{{1,6}})?)(?P<scale>万亿|[万亿])[多余]?(?:(?P<unit>{units})|{people})"
    )


def _beyond(level: str, text: str, start: int) -> bool:
    """Whether a number is larger than any area of this level can have."""
    amount = _amount().match(text, start)
    if amount is None:
        return False
    bounds: dict[str, int] = words()["beyond"].get(level, {})
    bound = bounds.get(amount["unit"] or "人")
    return bound is not None and float(amount["digits"]) * _SCALES[amount["scale"]] > bound


# 41个示范村, 示范村已创建837个: villages that are counted, and no parts of one.
_VILLAGES = re.compile(
    r"\d{1,5}[多余]?个(?!自然|村民)(?:(?![的在到自])[一-鿿]){0,8}?(?<!自然)(?:村(?![民组里])|社区|乡镇|街道)"
)
_COUNT_ALONE = re.compile(r"\d{1,5}[多余]?个(?![一-鿿])")
_OF_VILLAGES = re.compile("(?<!自然)村(?:(?![村户人]|民小?组)[一-鿿]){0,8}$")
_SUBJECT = 24


def _counts_villages(text: str, start: int) -> bool:
    """Whether a number counts villages, by the word behind it or by the one that its clause tells of, and not from
    where those of one village come (来自30个村)."""
    if "来自" in text[max(0, start - _SUBJECT) : start]:
        return False
    if _VILLAGES.match(text, start):
        return True
    alone = _COUNT_ALONE.match(text, start)
    return alone is not None and _OF_VILLAGES.search(text, max(0, start - _SUBJECT), start) is not None


def in_provinces(text: str, start: int) -> bool:
    """Whether a number counts areas of provinces that are counted in front of it (26个省（市、区）的65个城市)."""
    return _IN_PROVINCES.search(text, max(0, start - _SUBJECT), start) is not None


# 其它20个省(区、市): what is left of the country behind those named.
_REST = ("其他", "其它", "其余", "其余的", "另外", "剩余", "剩余的")


def rest_of_provinces(text: str, start: int) -> bool:
    """Whether a number counts the provinces that a text has not named yet."""
    return text.endswith(_REST, 0, start) and PROVINCES.match(text, start) is not None


def can_hold(place: Place, level: str | None, text: str, start: int) -> bool:
    """Whether a place, an area of this level, is large enough for what is counted: no county has 16 provinces or 87
    counties, nor millions of people more than any county has, and no village is many."""
    if place.rule in ("settlement", "pointer_village") and place.name.endswith(("村", "社区", "嘎查")):
        return not _counts_villages(text, start)
    if level and _beyond(level, text, start):
        return False
    counted = _AREAS.match(text, start) if level in ("county", "prefecture", "province") else None
    if counted is None:
        return True
    if level == "province":
        digits = _DIGITS.match(text, start)
        many = _MANY_CITIES if counted["area"] == "城市" else _MANY_COUNTIES
        return digits is None or int(digits[0]) <= many
    return level == "prefecture" and counted["area"].startswith(("县", "市县"))
