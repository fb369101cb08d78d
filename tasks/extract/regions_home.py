"""The home of a document: the area that its numbers are about unless a sentence says otherwise.

The title decides first, then what the publisher is called, then the text itself: a village or a company that it keeps
speaking of, the area behind 该县 and 全市, the area that holds all its places; else the country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tasks.extract import regions_titles as titles
from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer, Region, short_name, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_aid import helped, named_in
from tasks.extract.regions_bodies import title_body, title_company
from tasks.extract.regions_candidates import carried_village
from tasks.extract.regions_companies import company_names
from tasks.extract.regions_counties import wordlike
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_settled import kept_village
from tasks.extract.regions_topics import (
    defined_body,
    own_voice,
    portrait,
    seat,
    signing_body,
    title_firm,
    title_person,
    title_reports,
)
from tasks.extract.regions_villages import speaks_as_village, title_town, title_village
from tasks.vocabulary import either

_LEAD = 150
_LATE = 240
_HEAD = 60
_BYLINE = 50
_OFTEN = 2
_ENDS = 6
_CLUSTER = 3
_KEPT = 5
_KEPT_TIMES = 2
_OPENS_NATIONALLY = re.compile(r"[^。\n]{0,60}?(?:全国|我国|国内(?!外)|沪深)")
_STATE_COUNCIL = ("国务院", "国家卫生健康委", "国家统计局")
_LEVELS = {"县": "county", "旗": "county", "州": "prefecture", "盟": "prefecture", "市": "prefecture", "区": "county"}


@dataclass(frozen=True, slots=True)
class Page:
    """What the home is decided on: the text with its places, the title and the publisher, and the year."""

    text: str
    mentions: Sequence[RegionMention]
    title: str | None
    publisher: str | None
    year: int | None


def home_of(page: Page, book: Gazetteer) -> Place:
    """The area, village or body the document speaks for; the country when nothing else is named."""
    home = _widest(page, book)
    county = home.rule == "home" and book.level(home.code) == "county"
    village = kept_village(page.text, page.mentions) if county else None
    return replace(_printed(village), around=home.code) if village else home


def _widest(page: Page, book: Gazetteer) -> Place:
    """The home by title, publisher and places, before a village in it is looked for."""
    companies = company_names(page.text, page.title)
    if companies:
        return replace(_printed(companies[0]), rule="company")
    body = _one_body(page)
    if body:
        return replace(body, around=seat(body.name, book))
    if page.title:
        found = _of_title(page, page.title, book)
        if found:
            return found
    overseas = _overseas(page)
    if overseas:
        return _area(overseas, book)
    if page.publisher:
        found = _of_publisher(page, page.publisher, book)
        if found:
            return found
    own = _outlet(page.text[:_BYLINE]) or _outlet(page.text[-_BYLINE:])
    if own and not cues.BYLINE.match(page.text) and not _of_nation(page):
        return _area(_narrowed(page, own, book), book)
    return _village_story(page) or _of_text(page, book)


def _one_body(page: Page) -> Place | None:
    """The company, hospital or platform that the page is about."""
    reports = title_reports(page.title, page.text) if page.title else None
    if reports and not find_regions(reports, page.year):
        return replace(_printed(reports), rule="company")
    name = defined_body(page.text)
    if not name and page.title:
        name = signing_body(page.title, page.text) or title_firm(page.title, page.text) or portrait(page.title)
        name = name or title_person(page.title, page.text)
    name = name or own_voice(page.text)
    return _printed(name) if name else None


def common_area(codes: Sequence[str | None], book: Gazetteer) -> str | None:
    """The narrowest area that holds all the codes; None without codes."""
    known = list(dict.fromkeys(code for code in codes if code))
    if not known:
        return None
    for area in (known[0], *book.ancestors(known[0])):
        if all(book.inside(code, area) for code in known):
            return area
    return COUNTRY


def _area(code: str, book: Gazetteer) -> Place:
    return Place(0, 0, code, book.official_name(code), "home")


def _printed(name: str) -> Place:
    return Place(0, 0, None, name, "home")


def _of_title(page: Page, title: str, book: Gazetteer) -> Place | None:
    village = title_village(title)
    if village and (page.text.count(village) >= _OFTEN or speaks_as_village(page.text)):
        return _printed(village)
    town = title_town(title)
    if town and (cues.ITS_TOWN.search(page.text) or page.text.count(town) >= _OFTEN):
        return _printed(town)
    line = titles.title_line(title)
    if line and page.text.count(line) >= _OFTEN:
        ends = [mention.code for mention in page.mentions[:_ENDS]]
        area = common_area(ends, book)
        if line[0] == "中" or area == COUNTRY:
            return _printed(line)
        if area and not titles.is_national(title):
            return _area(area, book)
    if title.startswith(_STATE_COUNCIL):
        return None
    named = [mention for mention in find_regions(title, page.year) if mention.code and not _venue(title, mention)]
    body = titles.title_group(title) or title_body(title, page.text)
    if body and page.text.count(body) >= _OFTEN and not _led_by_place(title, body, named):
        return replace(_printed(body), around=seat(body, book))
    inner = carried_village(title, named[-1]) if named else None
    if inner and (_of_settled(inner, page.text) or page.text.count(inner) >= _OFTEN):
        return _printed(inner)
    company = title_company(title, page.text) or titles.company_report(title)
    if company and not any(title[mention.start : mention.end] == company for mention in named):
        return replace(_printed(company), around=seat(company, book))
    named = [] if _only_in_title(page, named, book) else named
    if len(named) > 1 and title.startswith((")", "）"), named[0].end) and title[: named[0].start] in ("(", "（"):
        named = named[1:]
    named = list(helped(title, named or named_in(title, page.mentions, book)))
    codes = [mention.code for mention in named] or _weak_head(title, book) or _short(title, page.mentions, book)
    codes = codes or _county_head(page, title, book)
    if not codes:
        foreign = titles.foreign_home(title)
        return replace(_printed(foreign), rule="foreign") if foreign else None
    common = common_area(codes, book) or COUNTRY
    return None if common == COUNTRY else _area(common, book)


def _of_settled(name: str, text: str) -> bool:
    """Whether a text speaks of a village or a town as a whole (全村, 该镇)."""
    return speaks_as_village(text) if name.endswith("村") else cues.ITS_TOWN.search(text) is not None


def _venue(title: str, mention: RegionMention) -> bool:
    """Whether a national event only takes place there (全国会议在甲市召开)."""
    if title[mention.start - 1 : mention.start] != "在" or cues.VENUE.match(title, mention.end) is None:
        return False
    return cues.NATIONAL.search(title) is not None


def _led_by_place(title: str, body: str, named: Sequence[RegionMention]) -> bool:
    """Whether a place stands in front of the body and apart from it (甲省推动乙流域治理)."""
    joined = body.endswith("流域")
    return any(mention.end < title.index(body) + joined for mention in named)


def _of_publisher(page: Page, publisher: str, book: Gazetteer) -> Place | None:
    """The area in the publisher's name, or the narrower one that the text begins with and stays in."""
    if publisher.startswith(_STATE_COUNCIL):
        return None
    named = find_regions(publisher.replace("今日", "今日 "), page.year)
    codes = [mention.code for mention in named if mention.code]
    codes = codes or _short(publisher, page.mentions, book) or titles.county_outlet(publisher, book)
    area = common_area(codes, book) or _outlet(publisher)
    if area in (None, COUNTRY) or _of_ministry(page) or _taken_over(page, area or COUNTRY, book):
        return None
    return _area(_narrowed(page, area or COUNTRY, book), book)


def _taken_over(page: Page, area: str, book: Gazetteer) -> bool:
    """Whether a page is taken over from elsewhere: its text opens with another area and keeps to that one."""
    level = book.full_name(area)[-1:]
    if any(word in page.text for word in (f"我{level}", f"全{level}", f"本{level}", "全省", "我省")):
        return False
    codes = [mention.code for mention in page.mentions if mention.code not in (None, COUNTRY)]
    common = common_area(codes, book)
    if len(codes) < _OFTEN or common in (None, COUNTRY) or page.mentions[0].start > _HEAD:
        return False
    return not book.inside(common or area, area) and not book.inside(area, common or area)


def _of_ministry(page: Page) -> bool:
    """Whether a ministry heads the title."""
    title = titles.TAG.sub("", page.title or "")
    return titles.national_titles().match(title) is not None


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


def _narrowed(page: Page, area: str, book: Gazetteer) -> str:
    """The area that a local text is about: the one it opens with, unless it speaks for the publisher's own."""
    first = next((mention for mention in page.mentions if mention.code), None)
    level = book.full_name(area)[-1:]
    own = (f"我{level}", f"全{level}", f"本{level}")
    if first is None or first.code is None or first.start > _HEAD or any(word in page.text for word in own):
        return area
    inside = [mention.code for mention in page.mentions if mention.code and book.inside(mention.code, first.code)]
    named = sum(1 for mention in page.mentions if mention.code)
    return first.code if book.inside(first.code, area) and len(inside) * 2 > named else area


def _only_in_title(page: Page, named: Sequence[RegionMention], book: Gazetteer) -> bool:
    """Whether the text knows nothing of the title's one place, but speaks of others (a pun on its name)."""
    if len(named) != 1 or cues.OWN_AREA.search(page.text) or cues.ITS_AREA.search(page.text):
        return False
    code = named[0].code or COUNTRY
    others = [mention.code for mention in page.mentions if mention.code and mention.code != COUNTRY]
    return len(others) >= _KEPT and not any(book.inside(other, code) or book.inside(code, other) for other in others)


def _county_head(page: Page, title: str, book: Gazetteer) -> list[str]:
    """The county whose short name opens the title, where only one county has it: it comes again in the text, or stands
    in front of a colon while the publisher's area holds it or the text speaks of the whole county."""
    bare = titles.TAG.sub("", title)
    region, name = _county_at(bare, 0, book)
    if region is None:
        return []
    known = page.text.startswith(name) or titles.OF_COUNTY.match(bare, len(name))
    again = known and page.text.count(name) >= _OFTEN
    return [region.code] if again or _headed(page, bare[len(name) :], region, book) else []


def _county_at(text: str, at: int, book: Gazetteer) -> tuple[Region | None, str]:
    """The county whose short name stands at an offset, where only one has it, and that name."""
    for length in (3, 2):
        name = text[at : at + length]
        region = book.alone(name)
        if region and region.level == "county" and not wordlike(name):
            return region, name
    return None, ""


def _headed(page: Page, rest: str, county: Region, book: Gazetteer) -> bool:
    """Whether a short name in front of a colon is the county that the page is about."""
    if not rest.startswith(("：", ":")):
        return False
    if re.search(f"[全我本该]{county.name[-1]}", page.text):
        return True
    outer = common_area([m.code for m in find_regions(page.publisher, page.year)], book) if page.publisher else None
    return outer not in (None, COUNTRY) and book.inside(county.code, outer or COUNTRY)


def _weak_head(title: str, book: Gazetteer) -> list[str]:
    """A prefecture whose name is a word as well, where the title puts it in front of a colon (延安：…)."""
    head = cues.TITLE_HEAD.match(title)
    name = head["name"] if head else ""
    inside = book.shorts.get(name, []) if name in words()["weak"] else []
    return [region.code for region in inside if region.level == "prefecture" and region.valid_to is None][:1]


def _short(source: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[str]:
    """Prefectures and counties that the text names in full and the source by their short name (内乡)."""
    for mention in mentions:
        region = book.get(mention.code) if mention.code and mention.level in ("prefecture", "county") else None
        short = short_name(region.name) if region else ""
        if region and len(short) >= _OFTEN and short in source:
            return [region.code]
    return []


def _overseas(page: Page) -> str | None:
    """Taiwan, Hong Kong or Macao, when a publisher or a body of theirs speaks and no other place is named before."""
    for code, names in words()["overseas_outlets"].items():
        if page.publisher and any(name in page.publisher for name in names):
            return str(code)
    if cues.BYLINE.match(page.text) or (page.title and cues.NATIONAL.search(page.title)):
        return None
    for code, names in words()["overseas_bodies"].items():
        at = min((found for name in names if (found := page.text.find(name)) >= 0), default=-1)
        if at >= 0 and all(mention.code == code or mention.start > at for mention in page.mentions):
            return str(code)
    return None


def _village_story(page: Page) -> Place | None:
    """The village that a text opens with and keeps speaking of."""
    if cues.BYLINE.match(page.text) or not page.mentions or page.mentions[0].start > _HEAD:
        return None
    name = carried_village(page.text, page.mentions[0])
    return _printed(name) if name and page.text.count(name) > _OFTEN else None


def _of_text(page: Page, book: Gazetteer) -> Place:
    if not (page.title and titles.is_national(page.title)):
        pointed = _pointed_at(page, book)
        code = pointed or _overseas_first(page.mentions)
        code = code or common_area([mention.code for mention in page.mentions], book) or _praised(page, book)
        if code is None and (clustered := _clustered(page.text, book)):
            return replace(_area(clustered, book), reach=TOLD)
        if code not in (None, COUNTRY) and (_kept_to(page) or not _told_nationally(page)):
            return replace(_area(pointed or _lead_area(page.mentions, code or COUNTRY, book), book), reach=TOLD)
        if not page.mentions and cues.COMPANY.search(page.text) and not cues.BYLINE.match(page.text):
            return _printed("公司")
    mixed = page.mentions and page.title and titles.is_mixed(page.title)
    foreign = None if mixed else titles.foreign_subject(page.text, sum(1 for mention in page.mentions if mention.code))
    if foreign:
        return replace(_printed(foreign), rule="foreign")
    unnamed = _unnamed(page)
    return _printed(unnamed) if unnamed else _area(COUNTRY, book)


def _praised(page: Page, book: Gazetteer) -> str | None:
    """The county that a page calls its own by nothing but a fond name (幸福的新甲县), where it speaks of 全县."""
    if page.mentions or cues.UNNAMED.search(page.text) is None:
        return None
    named = (_county_at(page.text, lead.end(), book)[0] for lead in cues.FOND.finditer(page.text))
    codes = {region.code for region in named if region}
    return codes.pop() if len(codes) == 1 else None


def _unnamed(page: Page) -> str | None:
    """What a page calls its own area (全县, 我市) when nothing says which one that is: where it names no place and not
    the country, or speaks of its own far more often than of the country."""
    found = None if cues.BYLINE.match(page.text) else cues.UNNAMED.search(page.text)
    if found is None or cues.NATIONAL.search(page.title or ""):
        return None
    if not page.mentions and cues.NATIONAL.search(page.text) is None:
        return found[0]
    own, nation = len(cues.UNNAMED.findall(page.text)), len(cues.SAYS_NATION.findall(page.text))
    return found[0] if own >= _KEPT_TIMES and own > _KEPT_TIMES * nation + len(page.mentions) else None


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
    for name in {found[0] for found in cues.STANDS_APART.finditer(text)}:
        for region in book.shorts.get(name, ()):
            if region.level == "county" and region.valid_to is None:
                counts[region.parent] += 1
    found = counts.most_common(2)
    clear = found and found[0][1] >= _CLUSTER and (len(found) == 1 or found[1][1] * 2 <= found[0][1])
    return found[0][0] if clear else None


def _told_nationally(page: Page) -> bool:
    """Whether the text speaks for the country: in its lead, or behind a national byline anywhere.

    A national outlet tells a story of one place only if it names that place early and no other country.
    """
    byline = cues.BYLINE.match(page.text)
    if byline is None:
        far = all(mention.start > _LATE for mention in page.mentions if mention.code)
        far = far and cues.ITS_AREA.search(page.text) is None
        lead = page.text[:_LEAD]
        counted = cues.COUNTED_PROVINCES.search(lead) or cues.national_bodies().match(lead)
        return far or counted is not None or cues.NATIONAL_LEAD.search(lead) is not None
    start = byline.end()
    late = all(mention.start > start + _LEAD for mention in page.mentions if mention.code)
    if late or cues.NATIONAL_LEAD.search(page.text, start) or titles.names_abroad(page.text):
        return True
    bodies = cues.national_bodies()
    starts = [start, *(found.end() for found in cues.SENTENCE_END.finditer(page.text, start))]
    return any(bodies.match(page.text, at) for at in starts)


def _kept_to(page: Page) -> bool:
    """Whether a text that opens with one area speaks of it, and of places in it, far more than of the country."""
    starts = [mention.start for mention in page.mentions if mention.code not in (None, COUNTRY)]
    if len(starts) < _KEPT or starts[0] > _HEAD:
        return False
    return len(starts) >= _KEPT_TIMES * sum(1 for _ in cues.SAYS_NATION.finditer(page.text))


def _lead_area(mentions: Sequence[RegionMention], common: str, book: Gazetteer) -> str:
    """The area of the first place when the rest lies in it or around it, else the area that holds all."""
    first = next((mention.code for mention in mentions if mention.code), None)
    if first is None:
        return common
    known = [mention.code for mention in mentions if mention.code]
    fitting = sum(1 for code in known if book.inside(code, first) or book.inside(first, code))
    return first if fitting * 2 > len(known) else common
