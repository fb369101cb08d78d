"""Ranks: the field that something is ranked in, and those among whom it is."""

from __future__ import annotations

import re

# 六县市排名第五, 中部六省第二: the field of a rank, which says nothing of what is ranked.
_FIELD_OF_RANK = re.compile(
    "(?:全[国省市县区州]|[东中西]部|同类|各|沿海|内陆|[\u3400-\u9fff]{2})?的?[\\d一二三四五六七八九十]{0,4}个?(?:主要|重点|同类)?"
    "(?:[县市区州省旗盟]{1,4}|省份|地市|设区市|省辖市|城市|城区|乡镇|街道)(?:中|里|内)?"
    "|[\u3400-\u9fff]{1,8}(?:[市县区州省]|国家|地区|经济体|乡镇|企业|高校|单位)(?:当中|[中里])"
)
# 在全省18个省辖市中排名第一: the number is of those among whom the rank is.
_RANKED_AMONG = re.compile(
    "([\u3400-\u9fff]{1,8}?)(?<!集)(?:当中|里头|里面|[中里])(?:排(?:[名位在第]|$)|位[居列]|居于?第?$|列第?$|名列)"
)

# 我县名列19个县第一, 在12个县中，我县排名第三: those counted are the field, and what is ranked was named before them.
_COUNTED_FIELD = re.compile(r"(?:名列|位列|位居|排名|排在|在|居|列)(?:大?约|全[国省市县区州])?$")
_AREA = re.compile("[\u3400-\u9fff]{1,5}[省市县区州旗镇乡村]")
_FIELD_AHEAD = re.compile(r"在[^，；。\x02]{0,6}\x02+[^，；。\x02]{1,12}(?:当中|之中|[中里])[，,]$")

_LARGE = re.compile(r"([\u3400-\u9fff]{1,6}大[省市县国区]|大[\u3400-\u9fff]{2,7}?(?=[，,。、的地]|$))")
_WHOLE_FIELD = re.compile("(?:全[国省市县区州球]|世界)$")

_WITHIN = re.compile("(?<=.)(?:[当之]中|里[面头]?|中)$")


def counts_field(head: str, ahead: str, first: bool) -> bool:
    """Whether the number told last counts those among whom a rank is: in its clause behind `head`, or `ahead` of it."""
    return (_FIELD_AHEAD.search(ahead) if first else _COUNTED_FIELD.search(head)) is not None


def is_area(words: str) -> bool:
    """Whether words are but a place that holds a rank (甲县)."""
    return _AREA.fullmatch(words) is not None


def is_field(words: str) -> bool:
    """Whether the words before 排名 say only among whom, not what is ranked (六县市, 各县区, 省辖市中)."""
    return _FIELD_OF_RANK.fullmatch(words) is not None


def ranked_among(after: str) -> re.Match[str] | None:
    """Those counted by a number among whom a rank follows, as the first group (18个省辖市中排名第一)."""
    return _RANKED_AMONG.match(after)


def large_place(after: str) -> re.Match[str] | None:
    """What is the N-th of its field, as the first group (第一产粮大省, 第二大出口国)."""
    return _LARGE.match(after)


def whole_field(ranked: str) -> re.Match[str] | None:
    """The area that ends the words before a rank (全省排名第六)."""
    return _WHOLE_FIELD.search(ranked)


def without_within(owner: str) -> str:
    """What a rank or a part is of without the 中 that says within it (综合成绩排名中 → 综合成绩排名)."""
    return _WITHIN.sub("", owner)
