"""The home that a title names: a village, a line, a body or an area; a country abroad where it names no place here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_titles as titles
from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer, Region, short_name, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_aid import helped, named_in
from tasks.extract.regions_bodies import title_body, title_company
from tasks.extract.regions_counties import NATURE
from tasks.extract.regions_extended import carried_village
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_home_publisher import narrowed, publisher_area
from tasks.extract.regions_own_reports import reporting_area, told_area
from tasks.extract.regions_page import (
    HEAD,
    OFTEN,
    STATE_COUNCIL,
    Page,
    as_area,
    as_printed,
    common_area,
    county_at,
    named_short,
    widest,
)
from tasks.extract.regions_people import begins_of_people
from tasks.extract.regions_place import Place
from tasks.extract.regions_scan import occurrences
from tasks.extract.regions_short_towns import short_town
from tasks.extract.regions_topics import seat
from tasks.extract.regions_villages import portrayed_settlement, speaks_as_village, title_town, title_village

# Places of a text that may be the ends of a line.
_ENDS = 6
# Places elsewhere that make a title's one place a pun.
_KEPT = 5
# When what a title tells of was: 2025年一季度甲县经济运行情况.
_WHEN = re.compile(
    "(?:(?:19|20)[0-9]{2}年度?|今年|去年|[上下]半年|[前第]?[一二三四]季度|全年|[0-9]{1,2}(?:[-—~～至][0-9]{1,2})?月份?){0,4}"
)
# 甲省等地…: one of several places.
_AND_ELSEWHERE = re.compile("等(?:多?地|多?省|[0-9一二三四五六七八九十]{1,2}个?(?:省|市|县))")
# A line called by the whole names of its ends: 甲市至乙市高铁.
_TO_THE_END = re.compile(
    "[市省]?(?:至|到|—|-)(?P<end>[一-鿿]{2,3}?)[市省]?(?:高速铁路|城际铁路|高铁|铁路|城际|高速公路|高速|公路|航线)"
)
# Games and fairs that carry the name of the town that they are held in.
_GAMES = re.compile("(?:(?:19|20)?[0-9]{2}年?)?(?:冬奥|奥运|冬残奥|残奥|亚运|亚残运|大运|青奥|全运|冬运|世博|园博)")
_NAME_LENGTHS = (3, 2)


def home_by_title(page: Page, title: str, book: Gazetteer) -> Place | None:
    """The village, body or area that the title of a page names; None where it names none or the country."""
    if found := _settled(page, title, book) or _line(page, title, book):
        return found
    if title.startswith(STATE_COUNCIL) and not _kept_within(page, title, book):
        return None
    venue = next((mention for mention in find_regions(title, page.year) if _venue(title, mention)), None)
    title = title[: venue.start] + title[venue.end :] if venue else title
    named = [mention for mention in find_regions(title, page.year) if mention.code]
    named = [mention for mention in named if not _of_person(page, title, mention)]
    named = [mention for mention in named if not _of_games(page, title, mention)]
    if len(named) == 1 and _AND_ELSEWHERE.match(title, named[0].end):
        named = []
    return _body(page, title, named, book) or _areas(page, title, named, book)


def _kept_within(page: Page, title: str, book: Gazetteer) -> bool:
    """Whether what the state gives out is about the one place of its title: the text names it, no place elsewhere, and
    not the country."""
    named = {mention.code for mention in find_regions(title, page.year) if mention.code}
    told = [
        mention.code for mention in page.mentions if mention.code and not cues.DATELINE.match(page.text, mention.end)
    ]
    if len(named) != 1 or not told or nationwide.SAYS_NATION.search(page.text):
        return False
    return all(book.inside(code, area) for area in named for code in told)


def _settled(page: Page, title: str, book: Gazetteer) -> Place | None:
    """The village or town that a title names and its text keeps to."""
    if named := portrayed_settlement(title):
        return as_printed(named)
    village = title_village(title)
    if village and (page.text.count(village) >= OFTEN or speaks_as_village(page.text)):
        return as_printed(village)
    town = title_town(title, book.towns)
    if town and (cues.ITS_TOWN.search(page.text) or page.text.count(town) >= OFTEN):
        return as_printed(town)
    return short_town(page, title, book)


def _route(title: str, book: Gazetteer) -> Place | None:
    """The area that holds both ends of the line that a title names, else the line as printed."""
    for joint in _TO_THE_END.finditer(title):
        starts = [joint.start() - length for length in _NAME_LENGTHS if length <= joint.start()]
        start = next((at for at in starts if book.shorts.get(title[at : joint.start()])), None)
        if start is not None and book.shorts.get(joint["end"]):
            area = _around(title[start : joint.start()], joint["end"], book)
            return as_area(area, book) if area else as_printed(title[start : joint.end()])
    return None


def _around(start: str, end: str, book: Gazetteer) -> str | None:
    """The one area below the country that holds a place of each of two names, which several places may have."""
    ends = ([region.code for region in widest(name, book)] for name in (start, end))
    areas = {common_area(pair, book) for pair in product(*ends)} - {COUNTRY}
    return areas.pop() if len(areas) == 1 else None


def _line(page: Page, title: str, book: Gazetteer) -> Place | None:
    """The railway or road that a title names and its text goes on about, or the area that it lies in."""
    if route := _route(title, book):
        return route
    line = titles.title_line(title)
    if not line or page.text.count(line) < OFTEN:
        return None
    area = common_area([mention.code for mention in page.mentions[:_ENDS]], book)
    if line[0] == "中" or area == COUNTRY:
        return as_printed(line)
    return as_area(area, book) if area and not titles.is_national(title) else None


def _body(page: Page, title: str, named: Sequence[RegionMention], book: Gazetteer) -> Place | None:
    """The group of provinces, body, village or company that a title with these places is about."""
    whole = cues.ITS_AREA.search(page.text) is not None
    group = titles.title_group(title)
    for body in (group, title_body(title, page.text)):
        alone = body == group and not named and not whole
        if body and (alone or page.text.count(body) >= OFTEN) and not _led_by_place(title, body, named):
            return replace(as_printed(body), around=seat(body, book))
    inner = carried_village(title, named[-1]) if named else None
    if inner and (_kept(page, inner) or (_headed_by(title, inner) and not whole) or not _speaks_wider(page)):
        return as_printed(inner)
    company = title_company(title, page.text) or titles.company_report(title)
    if company and not any(title[mention.start : mention.end] == company for mention in named):
        return replace(as_printed(company), around=seat(company, book))
    return None


def _areas(page: Page, title: str, named: Sequence[RegionMention], book: Gazetteer) -> Place | None:
    """The area that holds the places of a title, else the country abroad that it is about."""
    named = [] if _only_in_title(page, named, book) else named
    if len(named) > 1 and title.startswith((")", "）"), named[0].end) and title[: named[0].start] in ("(", "（"):
        named = named[1:]
    named = helped(title, named or named_in(title, page.mentions, book))
    codes = [mention.code for mention in named] or _weak_head(title, book) or named_short(title, page.mentions, book)
    codes = codes or reporting_area(title, page.mentions, book) or _county_head(page, title, book)
    codes = codes or _around_publisher(page, title, book) or told_area(title, page.text, page.mentions, book)
    if not codes:
        unclear = next((m for m in find_regions(title, page.year) if m.code is None), None)
        if unclear and titles.REPORT.search(title):
            # 2020年鼓楼区…公报: of one of several, nobody can say which.
            return as_printed(unclear.name)
        foreign = titles.foreign_home(title)
        return replace(as_printed(foreign), rule="foreign") if foreign else None
    common = common_area(_of_publisher(page, codes, book), book) or COUNTRY
    if common == COUNTRY:
        return None
    story = not cues.BYLINE.match(page.text) and not titles.REPORT.search(title)
    return as_area(narrowed(page, common, book) if story else common, book)


def _of_publisher(page: Page, codes: Sequence[str | None], book: Gazetteer) -> Sequence[str | None]:
    """Of the areas of a title those in the publisher's own, where others stand beside or around them."""
    own = publisher_area(page, page.publisher, book) if page.publisher and len(codes) > 1 else None
    inside = [code for code in codes if code and book.inside(code, own)] if own not in (None, COUNTRY) else []
    return inside or codes


def _speaks_wider(page: Page) -> bool:
    """Whether a text speaks of an area as a whole (全县, 我市) or of the country."""
    return any(sign.search(page.text) for sign in (cues.ITS_AREA, nationwide.SAYS_NATION, cues.BYLINE))


def _kept(page: Page, name: str) -> bool:
    """Whether a text keeps to a village or a town that its title names."""
    return _of_settled(name, page.text) or page.text.count(name) >= OFTEN


def _headed_by(title: str, name: str) -> bool:
    """Whether a name stands in front of a colon of a title."""
    return title.startswith(("：", ":"), title.find(name) + len(name))


def _of_settled(name: str, text: str) -> bool:
    """Whether a text speaks of a village or a town as a whole (全村, 该镇)."""
    return speaks_as_village(text) if name.endswith("村") else cues.ITS_TOWN.search(text) is not None


def _venue(title: str, mention: RegionMention) -> bool:
    """Whether a national event only takes place there (全国会议在甲市召开)."""
    if title[mention.start - 1 : mention.start] != "在" or cues.VENUE.match(title, mention.end) is None:
        return False
    return nationwide.NATIONAL.search(title) is not None


def _of_games(page: Page, title: str, mention: RegionMention) -> bool:
    """Whether a place only names the games (北京冬奥会) of which a text tells for the country from its head on."""
    if _GAMES.match(title, mention.end) is None:
        return False
    byline = cues.BYLINE.match(page.text)
    start = byline.end() if byline else 0
    body = nationwide.national_bodies().match(page.text, start)
    return (body or nationwide.NATIONAL_LEAD.search(page.text, start, start + HEAD)) is not None


def _of_person(page: Page, title: str, mention: RegionMention) -> bool:
    """Whether the text knows the title's place only as the beginning of someone's name."""
    name = title[mention.start : mention.end]
    return bool(begins_of_people(page.text, occurrences(page.text, (name,))))


def _led_by_place(title: str, body: str, named: Sequence[RegionMention]) -> bool:
    """Whether a place stands in front of the body and apart from it (甲省推动乙流域治理)."""
    joined = body.endswith("流域")
    return any(mention.end < title.index(body) + joined for mention in named)


def _only_in_title(page: Page, named: Sequence[RegionMention], book: Gazetteer) -> bool:
    """Whether the text knows nothing of the title's one place, but speaks of others (a pun on its name)."""
    if len(named) != 1 or cues.OWN_AREA.search(page.text) or cues.ITS_AREA.search(page.text):
        return False
    code = named[0].code or COUNTRY
    others = [mention.code for mention in page.mentions if mention.code and mention.code != COUNTRY]
    return len(others) >= _KEPT and not any(book.nested(other, code) for other in others)


def _county_head(page: Page, title: str, book: Gazetteer) -> list[str]:
    """The county whose short name opens the title, or stands behind its date, where only one county has it: it comes
    again in the text, or stands in front of a colon while the publisher's area holds it or the text speaks of the whole
    county."""
    bare = _WHEN.sub("", titles.TAG.sub("", title), count=1)
    region, name = county_at(bare, 0, book)
    if region is None:
        return []
    known = page.text.startswith(name) or titles.OF_COUNTY.match(bare, len(name))
    again = known and page.text.count(name) >= OFTEN
    return [region.code] if again or _headed(page, bare[len(name) :], region, book) else []


def _headed(page: Page, rest: str, county: Region, book: Gazetteer) -> bool:
    """Whether a short name at the head of a title is the county that the page is about, by two signs of four: a colon
    behind it, the publisher's area around it, a text that speaks of a whole county, and one of no place elsewhere."""
    if NATURE.match(rest):
        return False
    outer = publisher_area(page, page.publisher, book) if page.publisher else None
    known = outer not in (None, COUNTRY)
    inside = known and book.inside(county.code, outer or COUNTRY)
    level = county.name[-1]
    office = rf"(?<![一-鿿]){level}(?:委|政府|人大|政协|[一-鿿]{{0,4}}法院|检察院|[一-鿿]{{2,4}}局)"
    whole = re.search(f"[全我本该]{level}|{office}", page.text) is not None
    signs = (
        rest.startswith(("：", ":")),
        inside,
        whole,
        whole
        and known == inside
        and all(book.nested(mention.code, county.code) for mention in page.mentions if mention.code),
    )
    return sum(signs) > 1


def _around_publisher(page: Page, title: str, book: Gazetteer) -> list[str]:
    """The prefecture around the publisher that a title names by its short name, be that a word elsewhere."""
    area = publisher_area(page, page.publisher, book) if page.publisher else None
    outer = (region for code in book.ancestors(area or COUNTRY) if (region := book.get(code)))
    return [r.code for r in outer if r.level == "prefecture" and short_name(r.name) in title]


def _weak_head(title: str, book: Gazetteer) -> list[str]:
    """A prefecture whose name is a word as well, where the title puts it in front of a colon (延安：…)."""
    head = cues.TITLE_HEAD.match(title)
    name = head["name"] if head else ""
    return titles.weak_prefecture(name, book) if name in words()["weak"] else []
