"""Places in a text that say nothing about whose page it is: in the names of firms and shares, and where people are
from; and the city that a text calls 全市 and tells by the short name of one of its districts alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.extract.gazetteer import Gazetteer, gazetteer, short_name, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_counties import wordlike
from tasks.extract.regions_page import common_area
from tasks.vocabulary import either

# 该男子为江苏人，; 河南籍; 湖北人氏.
_ORIGIN = re.compile("(?:[省市县])?(?:籍(?!中国)|人氏|人(?=[，。；、）)]))")
_IS_FROM = re.compile("(?:[为是系]|均为|都是|[，。、；（(])$")
# 深天马A、广州浪奇、万家乐等92只股票
_SHARE = re.compile(
    "[一-鿿A-Z]{1,4}(?:、[一-鿿A-Za-z]{2,6}){0,12}(?:[和与及][一-鿿A-Za-z]{2,6})?"
    "等?[0-9一二三四五六七八九十]{0,5}多?只(?:个股|股票)"
)
# 淄博矿业集团有限责任公司, in a paper on an issue of shares.
_LEGAL = re.compile("[一-鿿]{2,12}?(?:股份)?有限(?:责任)?公司")
_ISSUE_SIGNS = 2
_SHORTEST = 2
_LONGEST_TEXT = 1200
_ALL_CITY = re.compile("全市(?!场)")
# 24岁的甲省人赵某, 甲省籍犯罪嫌疑人李某: of people whose names are left out.
_FROM_THERE = re.compile("(?:人|籍[一-鿿]{0,6}?)[一-鿿]{1,2}某")
_NO_CITY = re.compile("全[县区州旗省]")


def _issues() -> tuple[str, ...]:
    return tuple(words()["share_issues"])


def of_shares(text: str, end: int) -> bool:
    """Whether a place that ends there only stands in the name of shares that are counted (广州浪奇等92只股票)."""
    return _SHARE.match(text, end) is not None


def of_origin(text: str, mention: RegionMention) -> bool:
    """Whether a place only says where somebody is from."""
    if _FROM_THERE.match(text, mention.end):
        return True
    return bool(_ORIGIN.match(text, mention.end) and _IS_FROM.search(text, max(0, mention.start - 2), mention.start))


def issues_shares(text: str) -> bool:
    """Whether a text is a paper on an issue of shares, in which firms are told by their legal names."""
    return sum(1 for sign in _issues() if sign in text) >= _ISSUE_SIGNS


def of_firm(text: str, mention: RegionMention) -> bool:
    """Whether a place begins the legal name of a firm."""
    return _LEGAL.match(text, mention.end) is not None


def province_of_cities(mentions: Sequence[RegionMention], book: Gazetteer) -> str | None:
    """The one province in which all the places of a text lie that speaks of its own province without a name."""
    codes = [mention.code for mention in mentions if mention.code]
    around = common_area(codes, book) if len(set(codes)) > 1 else None
    return around if around and book.level(around) == "province" else None


@cache
def _districts() -> tuple[dict[str, str], re.Pattern[str]]:
    """The short names of districts that are no words and that only one has, with the city around each; and how a text
    names one of them (集美北部工业区)."""
    book = gazetteer()
    named = {
        short_name(region.name): region.parent
        for region in book.current.values()
        if region.level == "county" and region.name.endswith("区")
    }
    plain = {
        name: parent
        for name, parent in named.items()
        if len(name) >= _SHORTEST and not wordlike(name) and book.alone(name) is not None
    }
    parts = either(words()["parts_of_district"])
    return plain, re.compile(rf"(?:^|[^一-鿿]|[是在把让为对到于与和及])(?P<name>{either(plain)})(?={parts})")


def city_of_districts(text: str, book: Gazetteer) -> str | None:
    """The city that a text calls 全市 where it names none, but districts of it by their short names."""
    if len(text) > _LONGEST_TEXT or not _ALL_CITY.search(text) or _NO_CITY.search(text):
        return None
    known, named = _districts()
    cities = {known[found["name"]] for found in named.finditer(text)}
    code = cities.pop() if len(cities) == 1 else None
    return code if code and book.level(code) in ("prefecture", "province") else None
