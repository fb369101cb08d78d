"""The home that a publisher stands for: the area in its name, the area of an outlet, Taiwan, Hong Kong or Macao."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_titles as titles
from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer, words
from tasks.extract.island_signs import office_at, republic_at
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_home_own import own_area, short_names
from tasks.extract.regions_home_unknown import own_inside
from tasks.extract.regions_page import (
    FIGURE,
    HEAD,
    OFTEN,
    STATE_COUNCIL,
    Page,
    as_area,
    as_printed,
    common_area,
    named_short,
)
from tasks.extract.regions_place import Place
from tasks.extract.regions_tellers import byline, told_by_nation
from tasks.vocabulary import either

# An outlet signs at the head or at the end of a page.
_BYLINE = 50
# As many characters of the traditional script make a title or an outlet one of it.
_WRITTEN = 2
# So much more often a page names the area that it tells from than any other.
_TWICE = 2
_HANDED_ON = re.compile(
    r"[\s　]*(?:本报综合)?(?:据|综合)?(?:新华社|央视|中新社|人民日报)[^。\n]{0,12}?(?:消息|电|报道|讯)"
)
_OPENS_NATIONALLY = re.compile(r"[^。\n]{0,60}?(?:全国|我国|国内(?!外)|沪深)")
_OVERSEAS = {"台北": "710000", "香港": "810000", "澳门": "820000"}
_TOWN = re.compile(
    "(?P<name>[一-鿿]{2,4}?(?:镇|乡|街道))(?=人民政府|政府|党委|党政|办事处|微信|融媒|发布|宣传|文化|综合|$)"
)
# An outlet in front of the place that it tells from (某社香港5月6日电).
_DATELINE = re.compile(r"[\s　（(]*[一-鿿]{0,6}[ ]?(?P<from>台北|香港|澳门)[^。\n]{0,14}?日电")


def home_by_publisher(page: Page, publisher: str, book: Gazetteer) -> Place | None:
    """The area in the publisher's name, or the narrower one that the text begins with and stays in."""
    if publisher.startswith(STATE_COUNCIL):
        return None
    area = publisher_area(page, publisher, book)
    if (town := _town_of(publisher)) and not find_regions(publisher, page.year) and not cues.ITS_AREA.search(page.text):
        return replace(as_printed(town), around=area)
    if area in (None, COUNTRY) or _of_ministry(page) or _taken_over(page, area or COUNTRY, book):
        return None
    if _news_of_nation(page):
        return as_area(COUNTRY, book)
    if unknown := own_inside(page, area or COUNTRY, book):
        return replace(as_printed(unknown), around=area)
    return as_area(narrowed(page, area or COUNTRY, book), book)


def publisher_area(page: Page, publisher: str, book: Gazetteer) -> str | None:
    """The code of the area that a publisher's name holds or stands for."""
    named = find_regions(publisher.replace("今日", "今日 "), page.year)
    codes = [mention.code for mention in named if mention.code]
    codes = codes or named_short(publisher, page.mentions, book) or titles.county_outlet(publisher, book)
    return common_area(codes, book) or _outlet(publisher) or _of_town(publisher, book)


def _of_town(publisher: str, book: Gazetteer) -> str | None:
    """The county of the town that publishes (某镇人民政府, 某镇微信公众号), where only one county has a town of that
    name."""
    codes = book.towns.get(_town_of(publisher) or "", ())
    return codes[0] if len(codes) == 1 else None


def _town_of(publisher: str) -> str | None:
    """The town that a publisher's name opens with (青石镇人民政府, 甲街道办事处)."""
    found = _TOWN.match(publisher)
    return found["name"] if found else None


def home_by_outlet(page: Page, book: Gazetteer) -> Place | None:
    """The area of an outlet that signs the text at its head or its end, unless the text is told nationally."""
    own = _outlet(page.text[:_BYLINE]) or _outlet(page.text[-_BYLINE:]) or _signed(page, book)
    if own and not cues.BYLINE.match(page.text) and _news_of_nation(page):
        return as_area(COUNTRY, book)
    if own and not cues.BYLINE.match(page.text) and not _of_nation(page):
        return as_area(narrowed(page, own, book), book)
    return None


def _signed(page: Page, book: Gazetteer) -> str | None:
    """The area in the name of the outlet that signs a text at its head (甲日报讯)."""
    signed = byline(page.text)
    return publisher_area(page, signed["name"], book) if signed else None


def narrowed(page: Page, area: str, book: Gazetteer) -> str:
    """The area inside that of a title or a publisher that a text speaks for, else that it opens with."""
    own, opened = own_area(page, area, book), _opened(page, area, book)
    return own if own and not book.inside(opened, own) else opened


def _own_words(area: str, book: Gazetteer) -> tuple[str, ...]:
    """What a text calls an area that it speaks for (我县, 全县, 本县)."""
    level = book.full_name(area)[-1:]
    return (f"我{level}", f"全{level}", f"本{level}")


def _title_of_whole(page: Page, area: str, book: Gazetteer) -> bool:
    """Whether a title speaks of an area as a whole or opens with an office of it (全省…, 省统计局：…)."""
    level = book.full_name(area)[-1:]
    offices = rf"^{level}(?:委|人大|政协|政府|人民政府|[一-鿿]{{2,7}}[局厅办院])"
    return re.search(rf"[我全本]{level}(?![会份级场])|{offices}", titles.TAG.sub("", page.title or "")) is not None


def _taken_over(page: Page, area: str, book: Gazetteer) -> bool:
    """Whether a page is taken over from elsewhere: its text opens with another area and keeps to that one."""
    if any(word in page.text for word in (*_own_words(area, book), "全省", "我省")):
        return False
    codes = [mention.code for mention in page.mentions if mention.code not in (None, COUNTRY)]
    common = common_area(codes, book)
    if len(codes) < OFTEN or common in (None, COUNTRY) or page.mentions[0].start > HEAD:
        return False
    return not book.nested(common or area, area)


def _of_ministry(page: Page) -> bool:
    """Whether a ministry heads the title."""
    title = titles.TAG.sub("", page.title or "")
    return titles.national_titles().match(title) is not None


def _news_of_nation(page: Page) -> bool:
    """Whether a local outlet hands on news of the whole country: it says so, or a body of the state or of a whole
    market speaks first, with no area of its own anywhere and no place in that sentence or more than now and then."""
    if cues.ITS_AREA.search(page.text) or (page.title and find_regions(page.title, page.year)):
        return False
    places = [mention for mention in page.mentions if mention.code not in (None, COUNTRY)]
    stop = page.text.find("。")
    if len(places) > OFTEN or any(stop < 0 or mention.start < stop for mention in places):
        return False
    return _HANDED_ON.match(page.text) is not None or told_by_nation(page.text)


def _of_nation(page: Page) -> bool:
    """Whether the text opens with the country and names no place before it (某报讯 8月份国内汽车产销…)."""
    found = _OPENS_NATIONALLY.match(page.text)
    return found is not None and all(mention.start > found.end() for mention in page.mentions if mention.code)


@cache
def _outlets() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the outlets whose names hold no area, and the area of each."""
    areas = {name: str(code) for code, names in words()["outlets"].items() for name in names}
    return re.compile(either(areas)), areas


def _outlet(source: str) -> str | None:
    """The area of an outlet whose name holds none (南方日报)."""
    pattern, areas = _outlets()
    found = pattern.search(source)
    return areas[found[0]] if found else None


def _opened(page: Page, area: str, book: Gazetteer) -> str:
    """The area that a local text is about: the one it opens with, unless it speaks for the publisher's own."""
    if any(word in page.text for word in _own_words(area, book)) or _title_of_whole(page, area, book):
        return area
    named = [(mention.start, mention.code) for mention in page.mentions if mention.code]
    named += short_names(page.text, "县旗市州盟", ("county", "prefecture"), area)
    start, first = min(named, default=(HEAD + 1, area))
    inside = sum(1 for _, code in named if book.inside(code, first))
    if FIGURE.search(page.text, 0, min(start, HEAD)):
        return area
    return first if start <= HEAD and book.inside(first, area) and inside * 2 > len(named) else area


@cache
def _traditional() -> frozenset[str]:
    return frozenset(words()["traditional"])


def _of_script(page: Page) -> str | None:
    """Taiwan, Hong Kong or Macao, where title or publisher are in traditional script and the text names no place, or
    one of theirs as often as others."""
    source = f"{page.title or ''}{page.publisher or ''}"
    coded = [mention.code for mention in page.mentions if mention.code]
    own = [code for code in coded if code in words()["overseas_own"]]
    if len(set(source) & _traditional()) < _WRITTEN or len(own) * 2 < len(coded):
        return None
    if own:
        return own[0]
    told = source + page.text
    signs: dict[str, list[str]] = words()["script_of"]
    return next((code for code, names in signs.items() if any(name in told for name in names)), "710000")


@cache
def _outlet_overseas() -> re.Pattern[str]:
    """An outlet of Taiwan, Hong Kong or Macao by its whole name (no 中华工商时报)."""
    names = either(name for names in words()["overseas_outlets"].values() for name in names)
    return re.compile(rf"(?:(?<![一-鿿])|(?<=香港|台湾|澳门|台灣|澳門|中國|中国))(?P<name>{names})")


def _of_mainland(page: Page) -> bool:
    """Whether a page opens with a place of the mainland and names none of those areas."""
    coded = [mention for mention in page.mentions if mention.code]
    own = words()["overseas_own"]
    if not coded or coded[0].start > HEAD or any(mention.code in own for mention in coded):
        return False
    return not any(word in page.text for code in own for word in own[code])


def _sign_at(page: Page, named: int) -> int:
    """Where the first sign of Taiwan stands: a body of it, one of its ministries, a year of the Republic; its title may
    count by these years, too."""
    if page.title and republic_at(page.title, page.year) >= 0:
        return 0
    found = [at for at in (named, republic_at(page.text, page.year), office_at(page.text)) if at >= 0]
    return min(found, default=-1)


def overseas(page: Page) -> str | None:
    """Taiwan, Hong Kong or Macao, when a publisher or a body of theirs speaks and no other place is named before."""
    if page.publisher and (outlet := _outlet_overseas().search(page.publisher)) and not _of_mainland(page):
        return next(str(code) for code, names in words()["overseas_outlets"].items() if outlet["name"] in names)
    written = page.title and len(set(page.title) & _traditional()) >= _WRITTEN
    if cues.BYLINE.match(page.text) or (page.title and not written and nationwide.NATIONAL.search(page.title)):
        return None
    for code, names in words()["overseas_bodies"].items():
        if page.title and page.title.startswith(tuple(names)) and not any(mention.code for mention in page.mentions):
            return str(code)
        at = min((found for name in names if (found := page.text.find(name)) >= 0), default=-1)
        at = _sign_at(page, at) if code == "710000" else at
        if at >= 0 and all(mention.code == code or mention.start > at for mention in page.mentions):
            return str(code)
    return _of_script(page)


def overseas_page(page: Page) -> str | None:
    """Taiwan, Hong Kong or Macao, where a page with a dateline there speaks of the mainland and the country no more
    often, or where it opens with one of them and names it far more often than these."""
    line = _DATELINE.match(page.text)
    first = next((mention for mention in page.mentions if mention.code), None)
    code = first.code if first and first.start <= HEAD else None
    code = _OVERSEAS[line["from"]] if line else code
    if code not in words()["overseas_own"] or (page.title and nationwide.NATIONAL.search(page.title)):
        return None
    own = sum(page.text.count(word) for word in words()["overseas_own"][code])
    own += sum(1 for mention in page.mentions if mention.code == code)
    others = sum(1 for mention in page.mentions if mention.code not in (None, code))
    nation = 0 if code == "710000" else sum(1 for _ in nationwide.SAYS_NATION.finditer(page.text))
    return code if own >= (1 if line else _TWICE) * (others + nation) else None
