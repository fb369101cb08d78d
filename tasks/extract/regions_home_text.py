"""The home that only the text tells: whose story it is, where its own words (该县, 全市) and its places point."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_titles as titles
from tasks.extract import regions_words as cues
from tasks.extract.clauses import SENTENCE_END
from tasks.extract.gazetteer import COUNTRY, Gazetteer, short_name, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_by_towns import county_of_towns
from tasks.extract.regions_compared import only_source
from tasks.extract.regions_counties import kept_short
from tasks.extract.regions_extended import carried_village
from tasks.extract.regions_home_aid import aided
from tasks.extract.regions_home_bearers import city_of_districts, issues_shares, of_firm, of_origin
from tasks.extract.regions_home_own import FOND, own_area
from tasks.extract.regions_home_unknown import own_inside
from tasks.extract.regions_page import FIGURE, HEAD, OFTEN, Page, as_area, as_printed, common_area, county_at
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_topics import portrayed_body
from tasks.extract.regions_unnamed import own_words, rules_locally, speaks_locally, speaks_of_no_country
from tasks.extract.regions_venue import venue_home

_LEAD = 150
_LATE = 240
_CLUSTER = 3
_KEPT = 5
_KEPT_TIMES = 2
_SHORTEST = 2
_LEVELS = {"县": "county", "旗": "county", "州": "prefecture", "盟": "prefecture", "市": "prefecture", "区": "county"}
# Papers of an office, whatever area's.
_PAPER = re.compile(
    "工作(?:报告|总结|回顾|汇报|情况|要点|安排|简报)|情况(?:汇报|报告|通报|总结)|统计公报|[运执]行情况|纪实|综述"
)
# 甲市银行（600123）: listed firms say nothing about whose page this is.
_SHARES = re.compile(r"[一-鿿]{1,5}[（(](?:[036][0-9]{5}|[0-9]{6}\.S[HZ]|[0-9]{4,5}\.HK)[）)]")
# 甲市音乐学院, 乙省某某研究所: bodies at work anywhere.
_BODY = re.compile("(?:(?![市县区镇乡村的])[一-鿿]){0,8}?(?:大学|学院|研究所|研究院|设计院)(?!城|路|街)")
# 南京海关, 武汉铁路局: named after the city that they sit in, at work far around it.
_SERVES_MORE = re.compile("海关|铁路局|铁路集团|海事局|电网|空管")
_ABROAD, _TOLD_ABROAD = 30, 2
# 我县被评为“甲省十强县”: an honour is given to one of many areas, by a wider one.
_HONOURED = re.compile('(?:评为|获评|荣获|入选|授予|命名为|认定为|跻身)[“"]?(?:全国|首批|第[一二三四五六七八九十]批)?$')
_HONOUR = 12
_OWN_COUNTY = re.compile("[我全本该][县旗区市]")
_IS = re.compile("(?:自古)?(?:是|位于|地处|坐落|隶属|素有|全[市县州]|现?辖|总面积)")
# The short name of a county that stands by itself.
_STANDS_APART = re.compile(r"(?<=[\s、，：；。:,;（(])[一-鿿]{2,3}(?=[\s、，：；。:,;）)0-9])")


def village_story(page: Page) -> Place | None:
    """The village that a text opens with and keeps speaking of."""
    if cues.BYLINE.match(page.text) or not page.mentions or page.mentions[0].start > HEAD:
        return None
    name = carried_village(page.text, page.mentions[0])
    return as_printed(name) if name and page.text.count(name) > OFTEN else None


def home_by_text(page: Page, book: Gazetteer) -> Place:
    """The area that the places and own words of a text point at, else the body or state it keeps to, or the nation."""
    page = _of_areas(page)
    if abroad := _abroad_first(page):
        return replace(as_printed(abroad), rule="foreign")
    if venue := venue_home(page):
        return replace(as_area(venue, book), reach=TOLD)
    if _untold(page) and (opened := aided(page, book) or _portrayed(page, book)):
        return replace(as_area(opened, book), reach=TOLD)
    if not (page.title and titles.is_national(page.title)):
        spoken = _spoken_for(page, book)
        pointed = spoken or _pointed_at(page, book)
        code = pointed or _overseas_first(page.mentions)
        code = code or common_area([mention.code for mention in page.mentions], book) or _praised(page, book)
        if code in (None, COUNTRY) and _untold(page):
            code = _opened_with(page, book) or code
        if apart := _told_apart(page, code, book):
            return replace(as_area(apart, book), reach=TOLD)
        if code not in (None, COUNTRY) and ((spoken and _untold(page)) or _kept_to(page) or not _told_nationally(page)):
            area = pointed or _lead_area(page.mentions, code or COUNTRY, book)
            if not cues.BYLINE.match(page.text) and (unknown := own_inside(page, area, book)):
                return replace(as_printed(unknown), around=area)
            return replace(as_area(area, book), reach=TOLD)
        if not page.mentions and cues.COMPANY.search(page.text) and not cues.BYLINE.match(page.text):
            return as_printed("公司")
    mixed = page.mentions and page.title and titles.is_mixed(page.title)
    foreign = None if mixed else titles.foreign_subject(page.text, sum(1 for mention in page.mentions if mention.code))
    if foreign:
        return replace(as_printed(foreign), rule="foreign")
    unnamed = own_words(page) or (None if page.mentions else portrayed_body(page.text))
    if unnamed or rules_locally(page) or speaks_locally(page) or speaks_of_no_country(page):
        return as_printed(unnamed or "")
    return as_area(COUNTRY, book)


def _of_areas(page: Page) -> Page:
    """The page without places that say nothing about its home: those of listed firms and of bodies at work anywhere,
    and whom the page's own area got something from."""
    kept = [m for m in page.mentions if not _SERVES_MORE.match(page.text, m.end)] or page.mentions
    kept = [m for m in kept if not of_origin(page.text, m)]
    if issues_shares(page.text):
        kept = [m for m in kept if not of_firm(page.text, m)]
    if "（" in page.text or "(" in page.text:
        kept = [m for m in kept if not _SHARES.match(page.text, m.end)]
    if not cues.BYLINE.match(page.text):
        kept = [m for m in kept if not _BODY.match(page.text, m.end)]
    if _OWN_COUNTY.search(page.text):
        kept = [m for m in kept if not _HONOURED.search(page.text, max(0, m.start - _HONOUR), m.start)]
    if cues.UNNAMED.search(page.text):
        kept = [m for m in kept if not only_source(page.text, m)]
    return replace(page, mentions=kept)


def _abroad_first(page: Page) -> str | None:
    """The country that a text opens with and tells figures of, where a place of China is named behind them only."""
    first = next((mention.start for mention in page.mentions if mention.code), None)
    if first is None or first < _ABROAD or (page.title and titles.is_national(page.title)):
        return None
    ahead = page.text[: max(page.text.rfind(sign, 0, first) for sign in "。\n") + 1]
    opening = titles.opens_abroad(ahead)
    return opening if opening and len(FIGURE.findall(ahead)) >= _TOLD_ABROAD else None


def _untold(page: Page) -> bool:
    """Whether no title says what a page is about: it has none, or one that any office gives its papers (工作报告)."""
    return not page.title or _PAPER.search(page.title) is not None


def _spoken_for(page: Page, book: Gazetteer) -> str | None:
    """The area that a local text speaks for as a whole, where its first place and most others are in or around it."""
    own = None if cues.BYLINE.match(page.text) else own_area(page, None, book)
    if own is None:
        return None
    region = book.get(own)
    at = page.text.find(short_name(region.name)) if region else -1
    whole, nation = len(cues.ITS_AREA.findall(page.text)), len(nationwide.SAYS_NATION.findall(page.text))
    if nation > whole and at > 0 and nationwide.NATIONAL_LEAD.search(page.text, 0, min(at, _LEAD)):
        return None
    fits = [book.nested(m.code, own) for m in page.mentions if m.code]
    first = fits[:1] != [False] or 0 <= at < page.mentions[0].start
    return own if first and sum(fits) * 3 >= (len(fits) - (at >= 0)) * 2 else None


def _opened_with(page: Page, book: Gazetteer) -> str | None:
    """The area that a local text without a title opens with and names more often, by its short name as well, than all
    others (with whom it works together)."""
    known = [mention.code for mention in page.mentions if mention.code]
    if not known or cues.BYLINE.match(page.text) or known[0] == COUNTRY or page.mentions[0].start > HEAD:
        return None
    region = book.get(known[0])
    short = short_name(region.name) if region else ""
    spelt = sum(1 for mention in page.mentions if short in page.text[mention.start : mention.end])
    again = page.text.count(short) - spelt if len(short) >= _SHORTEST else 0
    inside = sum(1 for code in known if book.inside(code, known[0])) + again
    return known[0] if inside * 2 > len(known) + again else None


def _portrayed(page: Page, book: Gazetteer) -> str | None:
    """The county or prefecture whose short name, be it a word elsewhere, opens a text that tells what it is."""
    start = len(page.text) - len(page.text.lstrip())
    for length in (3, 2):
        name = page.text[start : start + length]
        if _IS.match(page.text, start + length) and page.text.count(name) >= _KEPT_TIMES:
            county, _ = county_at(page.text, start, book)
            weak = titles.weak_prefecture(name, book)
            return weak[0] if weak else county.code if county else None
    return None


def _praised(page: Page, book: Gazetteer) -> str | None:
    """The county that a page calls its own by nothing but a fond name (幸福的新甲县), where it speaks of 全县."""
    if page.mentions or cues.UNNAMED.search(page.text) is None:
        return None
    named = (county_at(page.text, lead.end(), book)[0] for lead in FOND.finditer(page.text))
    codes = {region.code for region in named if region}
    return codes.pop() if len(codes) == 1 else None


def _pointed_at(page: Page, book: Gazetteer) -> str | None:
    """The first place of the level that 该县, 我市 or 全旗 points at, when they point at one level only."""
    letters = set(cues.OWN_AREA.findall(page.text))
    if len(letters) != 1:
        return None
    letter = letters.pop()
    for mention in page.mentions:
        region = book.get(mention.code) if mention.code else None
        if region and region.level in (_LEVELS[letter], "county") and region.name.endswith(letter):
            return region.code
    return None


def _overseas_first(mentions: Sequence[RegionMention]) -> str | None:
    """Taiwan, where a text opens with it and names no place of the mainland."""
    codes = [mention.code for mention in mentions if mention.code]
    known = set(words()["overseas_whole"])
    return codes[0] if codes and codes[0] == "710000" and set(codes) <= known else None


def _clustered(text: str, book: Gazetteer) -> str | None:
    """The prefecture that a text without any full name lists counties of, by their short names."""
    counts: Counter[str] = Counter()
    for name in {found[0] for found in _STANDS_APART.finditer(text)}:
        for region in book.shorts.get(name, ()):
            if region.level == "county" and region.valid_to is None:
                counts[region.parent] += 1
    found = counts.most_common(2)
    clear = found and found[0][1] >= _CLUSTER and (len(found) == 1 or found[1][1] * 2 <= found[0][1])
    return found[0][0] if clear else None


def _told_apart(page: Page, code: str | None, book: Gazetteer) -> str | None:
    """The area that a text tells of without its full name: by the short name in its title, or by its parts."""
    if code not in (None, COUNTRY):
        return None
    kept = kept_short(page.title or "", page.text, book)
    by_parts = None if code else _clustered(page.text, book) or _by_towns(page, book)
    return kept or by_parts or (None if code else city_of_districts(page.text, book))


def _by_towns(page: Page, book: Gazetteer) -> str | None:
    """The county that a page speaks of as its own and tells by nothing but its towns."""
    if _OWN_COUNTY.search(page.text) is None:
        return None
    return county_of_towns(page.text, book)


def _told_nationally(page: Page) -> bool:
    """Whether the text speaks for the country: in its lead, or behind a national byline anywhere.

    A national outlet tells a story of one place only if it names that place early and no other country.
    """
    byline = cues.BYLINE.match(page.text)
    if byline is None:
        far = all(mention.start > _LATE for mention in page.mentions if mention.code)
        far = far and not speaks_of_no_country(page) and cues.ITS_AREA.search(page.text) is None
        lead = page.text[:_LEAD]
        counted = (
            nationwide.COUNTED_PROVINCES.search(lead)
            or nationwide.national_bodies().match(lead)
            or nationwide.ALL_LEVELS.match(lead)
        )
        return far or counted is not None or _national_lead(page, lead) or _figures_first(page) or _one_example(page)
    start = byline.end()
    late = all(mention.start > start + _LEAD for mention in page.mentions if mention.code)
    if late or nationwide.NATIONAL_LEAD.search(page.text, start) or titles.names_abroad(page.text):
        return True
    bodies = nationwide.national_bodies()
    starts = [start, *(found.end() for found in SENTENCE_END.finditer(page.text, start))]
    return any(bodies.match(page.text, at) for at in starts)


def _one_example(page: Page) -> bool:
    """Whether a titled text that speaks of the country again and again names one place once (已让甲市一家企业减排)."""
    named = sum(1 for mention in page.mentions if mention.code not in (None, COUNTRY))
    if named != 1 or _untold(page) or cues.ITS_AREA.search(page.text):
        return False
    return sum(1 for _ in nationwide.SAYS_NATION.finditer(page.text)) > OFTEN


def _figures_first(page: Page) -> bool:
    """Whether sentences with figures stand in front of that of the one place that a text names once or twice, a
    province of which it does not speak as a whole; a county is where its story plays, be it named late."""
    named = [mention for mention in page.mentions if mention.code not in (None, COUNTRY)]
    if len({mention.code for mention in named}) != 1 or len(named) > _KEPT_TIMES or named[0].level != "province":
        return False
    first = named[0].start
    sentence = max(page.text.rfind(sign, 0, first) for sign in "。\n") + 1
    return FIGURE.search(page.text, 0, sentence) is not None and cues.ITS_AREA.search(page.text) is None


def _national_lead(page: Page, lead: str) -> bool:
    """Whether a lead speaks of the country; that of a page without a title, before it names a place or where the text
    names the country as often as places and areas as a whole."""
    if nationwide.NATIONAL_LEAD.search(lead) is None:
        return False
    places = [mention for mention in page.mentions if mention.code not in (None, COUNTRY)]
    if not places or nationwide.NATIONAL_LEAD.search(lead, 0, places[0].start):
        return True
    whole = sum(1 for _ in cues.ITS_AREA.finditer(page.text))
    if not _untold(page) and cues.ITS_AREA.search(page.title or "") is None:
        # 国家重点实验室 in a page that opens with one province and tells of 全省 is an honour, not the nation.
        one = len({place.code for place in places}) == 1 and len(places) > OFTEN and places[0].start <= HEAD
        return not (one and whole)
    local = len(places) + whole
    return sum(1 for _ in nationwide.SAYS_NATION.finditer(page.text)) >= local


def _kept_to(page: Page) -> bool:
    """Whether a text that opens with one area speaks of it, and of places in it, far more than of the country."""
    starts = [mention.start for mention in page.mentions if mention.code not in (None, COUNTRY)]
    if len(starts) < _KEPT or starts[0] > HEAD:
        return False
    return len(starts) >= _KEPT_TIMES * sum(1 for _ in nationwide.SAYS_NATION.finditer(page.text))


def _lead_area(mentions: Sequence[RegionMention], common: str, book: Gazetteer) -> str:
    """The area of the first place when the rest lies in it or around it, else the area that holds all."""
    first = next((mention.code for mention in mentions if mention.code), None)
    if first is None:
        return common
    known = [mention.code for mention in mentions if mention.code]
    fitting = sum(1 for code in known if book.nested(code, first))
    return first if fitting * 2 > len(known) else common
