"""Companies that a page is about: by their stock code, their legal name, or as the subject of what was earned.

The figures of such a page are the company's own; it is the region, as printed, and places in it (the exchange, a plant)
say nothing about them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from tasks.extract.gazetteer import words
from tasks.extract.regions_firms import DATA_OF, bodies
from tasks.extract.regions_scan import WordScan
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_CODE = r"(?:[A-Za-z]{2}[:：.]?)?(?:[0-9]{6}|[0-9]{4,5}(?=[.．-]))(?:[.．-][A-Za-z]{2,3})?(?=[）)，,；; ])"
_CODED = re.compile(rf"[（(](?:股票|证券)?(?:代码)?[：:]?[ ]?{_CODE}[^（()）\n]{{0,12}}[）)]")
_BEARER = re.compile("[A-Za-z*一-鿿]{2,8}$")
_LEGAL = re.compile(
    r"(?:^|[。！？；\n，,])[ \t\xa0　]{0,16}+(?P<name>[一-鿿（()）]{2,24}?(?:股份)?有限(?:责任)?公司)(?!的|等|和|与|、)"
)
_SAID = re.compile("公告|披露|公司|财报|业绩")
_BUSINESS = re.compile(either(bodies()["business"]))
# 2010年公司实现…, 公司今年…: a report that only says 公司.
_ITSELF = re.compile("(?:^|[。；\n，,])[ 　]{0,4}(?:(?:19|20)[0-9]{2}年)?公司(?!债|法|们|[、和与])")
_NATION = re.compile("全国|我国|国家(?!级)")
_STOP = re.compile(
    r"[的和与及、在是了对向为将把从到或等有]|行业|各|全|多家|一批|大型|规模|国有|央企|我国|中国的|本土|民营|外资|产业|市场|板块|近|多|半|但|其|该|上市公司|家公司"
)
# A page that opens so tells of many companies, the named ones are examples.
_MANY = re.compile(
    r"[0-9]+家[^，。；]{0,12}(?:公司|银行|险企|券商|房企|企业)|[沪深]+两市|两市共|上市公司(?:数量|总数|家数)?(?:达到?|共|为)?[0-9]+家"
    r"|(?:险|银行|证券|保险|汽车|钢铁|白酒|煤炭|光伏)(?:行业|业(?!务|绩)|板块)"
)
# Kinds of companies, no names of one.
_KIND = re.compile(
    "(?:大型|中型|小型|国有|股份制|城市|农村|民营|外资|中资|村镇|政策性|商业|上市|头部|大|中小)*(?:银行|保险|证券|信托|基金|公司|集团|汽车|钢铁|物流|快递)"
)
_TAILS = ("股份", "集团", "科技", "控股", "公司")
_TWO, _MOST = 2, 8
_EARLY = 80


@cache
def _earned() -> Sought:
    """What only a company's report speaks of."""
    return Sought(either(words()["earnings"]))


@cache
def _subject() -> re.Pattern[str]:
    """A name that ends like a company's at the head of a clause, in front of what it did."""
    kinds, acts = either(words()["company_kinds"]), either(words()["company_acts"])
    when = (
        r"(?:(?:19|20)[0-9]{2}年(?:底|末|度)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:晚间?)?|[上下]半年|前?[一二三四]季度"
        r"|今年|去年|[末底]|年[初中末底]|日前|近日|昨[日天]|今[日天]|最新|正式|在|，|[ ]){0,8}"
    )
    name = rf"(?P<name>[一-鿿A-Za-z]{{1,7}}?(?:{kinds}))"
    # Behind a dateline stands a blank: 甲报讯 乙银行日前披露….
    head = r"(?:^|[。！？；\n，,：:]|[讯电）)](?=[ 　]))[ \t\xa0　“]{0,16}+"
    return re.compile(rf"{head}(?:截[至止]到?)?{when}{name}(?={when}(?:{acts}))")


# 用佳公司: a short name in front of 公司.
_PLAIN = "(?!其中)[一-鿿]{2,4}(?<![子母分总])公司"


@cache
def _own_subject() -> re.Pattern[str]:
    """A name that can only be a company's at the head of a clause."""
    kinds = either(words()["sure_company_kinds"])
    return re.compile(
        rf"(?:^|[。！？；\n，,：:“”（(])[ 　]{{0,4}}(?P<name>[一-鿿A-Za-z]{{2,5}}?(?:{kinds})|{_PLAIN})(?=[一-鿿”])"
    )


@cache
def _known() -> WordScan:
    """Companies called by name alone."""
    return WordScan((*bodies()["known"], *bodies()["brands"]))


@lru_cache(maxsize=8)
def coded_names(text: str) -> tuple[str, ...]:
    """The companies that a text names with their stock codes."""
    bearers = [_BEARER.search(text[max(0, code.start() - _MOST) : code.start()]) for code in _CODED.finditer(text)]
    return _distinct([bearer[0] for bearer in bearers if bearer])


def company_names(text: str, title: str | None) -> tuple[str, ...]:
    """The companies whose reports a page tells, the one named first in front; none for any other page."""
    names = _told_of(text, title)
    if not names and not title and (kept := _kept(text)):
        return (kept,)
    if not names or (title and names[0] in title):
        return names
    return () if _MANY.search(text, 0, max(0, text.find(names[0]))) else names


def _told_of(text: str, title: str | None) -> tuple[str, ...]:
    coded = coded_names(text)
    earned = set(_earned().findall(text))
    if coded and (earned or _SAID.search(text)):
        return coded
    if len(earned) < _TWO or len(_NATION.findall(text)) >= _TWO:
        return ()
    named = [(found.start(), found["name"]) for found in _LEGAL.finditer(text)]
    named += [(found.start(), found["name"]) for found in _subject().finditer(text) if _is_name(found["name"])]
    early = (found for found in _known().find(text[:_EARLY]) if not text.endswith("据", 0, found[0]))
    named += [(at, name) for at, end, name in early if text.count(name) >= _TWO and not DATA_OF.match(text, end)]
    if title:
        named += [(len(text), found["name"]) for found in _subject().finditer(title) if _is_name(found["name"])]
    names = _distinct([name for _, name in sorted(named)])
    return names if names and (text.find(names[0]) <= _EARLY or (title and names[0] in title)) else ()


def _kept(text: str) -> str | None:
    """The company that a text without a head keeps speaking of: a name at the head of two clauses or more, on a page
    that speaks of a company's business; 公司, as such a text prints it, where it gives no name; None where none stands
    out or the text speaks of a whole trade."""
    if len(set(_BUSINESS.findall(text))) < _TWO or _NATION.search(text) or _MANY.search(text):
        return None
    named = Counter(found["name"] for found in _own_subject().finditer(text) if _is_name(found["name"]))
    if not named and len(set(_earned().findall(text))) > _TWO and len(_ITSELF.findall(text)) >= _TWO:
        return "公司"
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < _TWO or (len(ranked) > 1 and ranked[1][1] * _TWO > ranked[0][1]):
        return None
    return ranked[0][0]


def company_words(names: Sequence[str], text: str) -> list[str]:
    """The names with their short forms that the text uses (中环股份 as 中环)."""
    short = [name.removesuffix(tail) for name in names for tail in _TAILS if name.endswith(tail)]
    return list(dict.fromkeys((*names, *(name for name in short if len(name) >= _TWO and name in text))))


def _is_name(name: str) -> bool:
    return name not in words()["public_banks"] and _STOP.search(name) is None and _KIND.fullmatch(name) is None


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:_MOST]
