"""Zones and firms whose kinds are common words: a zone by a name in front of its kind (明月湖科创园), a firm by a name
that its text keeps to (烽火通信…烽火通信把…).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.regions_firms import WHEN, Found, bodies, clause_words
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_SHORTEST = 2
_OFTEN = 2
# A text that tells of many firms tells of none of them alone.
_MANY = 12
_NO_NAME = re.compile(
    "^[这那该本各每某多新老全省市县区州旗第]|[这那各每某些等以将把对向从让给被到经由]|我国|中国|[建办设引开][起成立入]|[增新][设建]|改造|检查|治理|配套|修复|整治|[上下东西南北]方"
)
_PLANNED = "(?:加快|全面|有序|扎实|持续|稳步|深入|高质量|正在|正){0,2}"


@cache
def _zone() -> Sought:
    """A zone at the head of a clause."""
    kinds, plans = either(bodies()["zone_kinds"]), either(bodies()["zone_plans"])
    head = rf"(?:^|[。！？；;，,：:\n])[ \t\xa0　“]{{0,16}}+{WHEN}(?:在|由|以)?"
    return Sought(
        rf"{head}(?P<name>[一-鿿]{{2,14}}?(?:{kinds})(?:(?:(?![的内外在和与及等将把为已])[一-鿿]){{2,6}}片区)?)(?!{_PLANNED}(?:{plans}|推进|实施|打造)|[家们化群县、和与及等以])"
    )


@cache
def _generic() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds, generic = either(bodies()["zone_kinds"]), either(bodies()["zone_generic"])
    return re.compile(f"(?:{kinds})$"), re.compile(generic)


def zones(text: str) -> list[Found]:
    """Zones, parks and ports of entry with names of their own where they open a clause."""
    return [
        (match.start("name"), match.end("name"), match["name"])
        for match in _zone().finditer(text)
        if names_a_zone(match["name"])
    ]


def is_zone(name: str) -> bool:
    """Whether a name ends like that of a zone or a park."""
    return _generic()[0].search(name) is not None


@cache
def _joint() -> re.Pattern[str]:
    letter = f"[{words()['province_letters']}台港澳]"
    return re.compile(f"{letter}{{2}}(?!高铁|铁路|高速|公路)")


def of_two_provinces(name: str) -> bool:
    """Whether a zone is one that two provinces run together (沪皖合作产业园)."""
    return is_zone(name) and _joint().match(name) is not None


def is_kind_of_coop(name: str) -> bool:
    """Whether a cooperative is only called by its kind (农机合作社)."""
    return name.endswith("合作社") and not _generic()[1].sub("", name.removesuffix("合作社"))


def names_a_zone(name: str) -> bool:
    """Whether a word that ends like a zone is the name of one, and no kind of zone or part of a clause."""
    kind, generic = _generic()
    own = generic.sub("", kind.sub("", name))
    return len(own) >= _SHORTEST and not _NO_NAME.search(own) and not clause_words().search(own)


# 中国银行甲省分行, 国家电网乙市供电公司, 云岭电器丙市分公司: a branch by the area that it is of.
_BRANCH = Sought(
    rf"(?:^|[。！？；;，,：:\n])[ \t\xa0　“]{{0,16}}+{WHEN}(?P<name>[一-鿿]{{0,6}}"
    "(?:银行|农发行|人寿|人保|财险|电网|石油|石化|移动|联通|电信|铁塔|邮政)(?:股份有限公司)?"
    "[一-鿿]{2,8}?(?:分行|支行|分公司|电力公司|供电公司)"
    "|(?P<firm>(?![各其该每]|全[国省市]|当地|一些|许多|部分|多家)(?:(?![的和与及在将占把被向让由为是了级属个])[一-鿿]){4,8}分公司)(?![、等们]))"
)


def branches(text: str) -> list[Found]:
    """Branches of banks and firms where they open a clause."""
    if not any(kind in text for kind in ("分行", "支行", "公司")):
        return []
    found = (match for match in _BRANCH.finditer(text) if not (match["firm"] and clause_words().search(match["firm"])))
    return [(*match.span("name"), match["name"]) for match in found]


@cache
def _trade() -> Sought:
    """A firm by a short name at the head of a clause."""
    kinds, generic = either(bodies()["trade_kinds"]), either(bodies()["zone_generic"])
    trades = either((*bodies()["trades"], *bodies()["no_name"], *bodies()["no_trade"]))
    head = rf"(?:^|[。！？；;，,：:\n])[ \t\xa0　“]{{0,16}}+{WHEN}(?:让|使|在)?"
    return Sought(
        rf"{head}(?P<name>(?!{generic}|{trades}|[中我全国])(?:(?![的和与及、在是了等各业有])[一-鿿]){{2,3}}(?:{kinds}))"
        rf"(?![家们化群、和与及等业]|产业|行业|企业|领域|技术|产品|设备|市场)"
    )


@cache
def _deals() -> re.Pattern[str]:
    """What only a firm does or has, right behind its name."""
    when = "(?:[0-9]{1,4}[年月日]|今年|去年|日前|近日|昨[日天]|[上下]半年|前?[一二三四]季度?|全年|的){0,4}"
    return re.compile(rf"{when}(?:{either(bodies()['trade_acts'])})")


def trade_names(text: str) -> list[Found]:
    """Firms by short names that open clauses of a text again and again, or in front of what only a firm does."""
    told = [match for match in _trade().finditer(text) if not clause_words().search(match["name"])]
    times = Counter(match["name"] for match in told)
    if len(times) > _MANY:
        return []
    return [
        (*match.span("name"), match["name"])
        for match in told
        if times[match["name"]] >= _OFTEN or _deals().match(text, match.end("name"))
    ]
