"""What in a text may be a place: names of areas with what they carry, pointers, villages, bodies, people, nature."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract import regions_firms as firms
from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.abroad import scenes_abroad
from tasks.extract.gazetteer import COUNTRY, Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_again import bodies_again
from tasks.extract.regions_announcing import announcing
from tasks.extract.regions_bodies import names_a_body, natural_areas, shores
from tasks.extract.regions_by_towns import town_areas
from tasks.extract.regions_companies import coded_names, company_names, company_words
from tasks.extract.regions_dealings import examples, nameless_subjects, reporting
from tasks.extract.regions_extended import ALL_BUT, extended, names_again
from tasks.extract.regions_institutions import NO_OWN_NAME, craft, own_institution
from tasks.extract.regions_island import listed_firms, names_contest, whole_of_overseas
from tasks.extract.regions_letters import both, groups
from tasks.extract.regions_line_ends import lines_by_ends
from tasks.extract.regions_lines import across, great_works, lines, province_of
from tasks.extract.regions_located import located
from tasks.extract.regions_own_names import branches, is_kind_of_coop, of_two_provinces, trade_names, zones
from tasks.extract.regions_own_part import own_part
from tasks.extract.regions_people import life_stories, people, persons
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_public import GATE
from tasks.extract.regions_scan import occurrences
from tasks.extract.regions_state import state_works
from tasks.extract.regions_subjects import subjects
from tasks.extract.regions_villages import (
    is_nickname,
    known_towns,
    own_villages,
    villages_named_again,
)
from tasks.extract.regions_works import is_work, only_where, within_area
from tasks.extract.sought import Sought
from tasks.vocabulary import either

Item = tuple[int, int, Place | str]
_NAMES = 60
# A stop on the way of a line.
_ON_THE_WAY = ""
_BODIES = ("institution", "firm", "natural")
# 健全县级网络, 安全乡村, 农村上涨: no 全县, no 全乡, no 村上.
_WHOLE_WORDS = frozenset(("健全", "安全", "完全", "齐全", "保全", "样本", "成本", "农村", "乡村"))
# What lies in the towns of a prefecture, and what in its counties.
_PART_OF_CITY = Sought(
    r"(?<![一-鿿])(?:市区|[两三四五六七八九]县)(?![的内里外中以至到和与及、])(?=[^，。；：,;:\n的]{1,16}[0-9])"
)
# The village of a story (把村子的人均收入…), and no kind of village.
_ONE_VILLAGE = Sought("(?:把|让|使|给|，|。|\n)村子")
# 村里 is the village of a story, named or not, where it opens a clause.
_IN_VILLAGE = frozenset(("村里", "村上"))
_CLAUSE_HEAD = frozenset("。！？；，,;\n“")
_TIME = re.compile("^(?:今年|去年|目前|现在|如今)")
# A body of the city around a county, in that county's page.
_OF_CITY = Sought(f"(?<![一-鿿])市(?:{either(words()['city_bodies'])})")
# 目前，省内…: inside the page's own area.
_INSIDE = Sought(
    r"(?:[。！？；，,;、：:…\n“（(]|(?<=[。，…；\n])(?:目前|如今|现在|去年|今年))(?P<area>[省市县州旗区盟])内(?![外蒙部在容涝河需地化陆能存])"
)
# An office of the area at the head of a clause: 县农业农村局负责人介绍.
_OFFICE = Sought(
    r"[。！？；，,;\n][ \t　]*+(?:据|记者从)?(?P<area>[县市区旗州省])(?!场|域)"
    "(?:级?财政(?!收入|支出|总)|[一-鿿]{2,6}?(?:局|厅|委员会|办公室|办)(?![一-鿿]{0,2}长))"
)
# 今年，省财政拿出3亿元: the purse of the area that holds the one named last, in any text.
_PURSE = Sought(
    r"(?<=[。！？；，,;\n])(?P<purse>(?P<area>[县市省])级?财政)"
    r"(?=(?:每年|今年|去年|还|也|又|再|共|已|累计|先后|一次性|专门){0,3}(?:拿出|投入|安排|筹措|筹集|列支|挤出|下达|拨付))"
)
_BOTH_VILLAGES = re.compile(r"(?<![一-鿿])[两三四五]个?村(?=[一-鿿])")


def candidates(text: str, mentions: Sequence[RegionMention], home: Place, book: Gazetteer) -> list[Item]:
    """Names, pointers, settlements, institutions and persons in order; what overlaps an earlier one is left out."""
    on_line, routes = lines(text, mentions, book)
    found, settled = _mentioned(text, mentions, routes, book)
    found += _pointers(text, home, book)
    if home.code in (None, COUNTRY) or home.reach == TOLD:
        found += lines_by_ends(text, mentions, book)
    found += _institutions(text, home, book)
    if home.code == COUNTRY:
        found += [(start, end, _place(name, "institution")) for start, end, name in craft(text)]
        told = {mention.start for mention in mentions}
        banks = [bank for bank in shores(text) if not any(bank[0] <= at < bank[1] for at in told)]
        found += [(start, end, _place(name, "natural")) for start, end, name in banks]
        works = [item for item in great_works(text) if item[0] not in told and not within_area(text, item[0], mentions)]
        found += [(start, end, _work(name, book)) for start, end, name in works]
    found += _of_people_and_nature(text)
    named_lines = {text[place.start : place.end]: place for place in on_line if text[place.start] not in "该这此"}
    on_line = [_of_home(place, text, mentions, home, book) for place in on_line]
    found += [(place.start, place.end, place) for place in on_line]
    found += [(start, end, named_lines[name]) for start, end, name in occurrences(text, named_lines)]
    found += _home_bodies(text, home, book)
    found += _bodies(text, mentions, book)
    shares = listed_firms(text) if "710000" in (home.code, home.around) else ()
    found += [(start, end, _place(name, "institution")) for start, end, name in shares]
    if home.rule != "company" and (coded := coded_names(text)):
        found += [(start, end, _place(name, "institution")) for start, end, name in occurrences(text, coded)]
    found += _settlements(text, settled, home, book)
    found[:0] = [(start, end, named_place(mention, text, book)) for (start, end, _), mention in located(text, mentions)]
    found += _again(text, found)
    if _of_province(home, book):
        found = [item for item in found if isinstance(item[2], str) or not of_two_provinces(item[2].name)]
    found.sort(key=lambda item: (item[0], -item[1]))
    kept: list[Item] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return [item for item in kept if item[2] != _ON_THE_WAY]


def _of_province(home: Place, book: Gazetteer) -> bool:
    """Whether a page is a province's own, which counts what it runs together with another one as its own."""
    return home.reach != TOLD and book.level(home.code or "") == "province"


def _again(text: str, found: Sequence[Item]) -> list[Item]:
    """The bodies named so far where the text tells of them by their kind alone."""
    named = [(start, end, item.name) for start, end, item in found if isinstance(item, Place) and item.rule in _BODIES]
    return [(start, end, _place(name, "institution")) for start, end, name in bodies_again(text, named)]


def _work(name: str, book: Gazetteer) -> Place:
    """A tunnel, a bridge or a dam: the province in which it lies, where the name tells it."""
    code = province_of(name)
    return Place(0, 0, code, book.official_name(code), "line") if code else _place(name, "institution")


def _of_home(line: Place, text: str, mentions: Sequence[RegionMention], home: Place, book: Gazetteer) -> Place:
    """A line without an area of its own, on the page of a province where it starts, as that province's; on no page of
    an area as the country's."""
    if line.code == COUNTRY and home.code != COUNTRY:
        line = replace(line, code=None, name=text[line.start : line.end])
    if line.code is not None or not _of_province(home, book):
        return line
    stop = text.find("，", line.end)
    starts = (m.code for m in mentions if line.end <= m.start < max(stop, line.end) and m.code)
    return (
        replace(line, code=home.code, name=home.name) if any(book.inside(c, home.code or "") for c in starts) else line
    )


def _place(name: str, rule: str, around: str | None = None) -> Place:
    """A place without a code, as printed."""
    return Place(0, 0, None, name, rule, around=around)


def _mentioned(
    text: str, mentions: Sequence[RegionMention], routes: Sequence[tuple[int, int]], book: Gazetteer
) -> tuple[list[Item], set[str]]:
    """The names of areas with what they carry, and the names by which a village or institution comes again."""
    found: list[Item] = []
    settled: set[str] = set()
    starts = [start for start, _ in routes]
    for mention in mentions:
        if mention.code is None or text.startswith("生产建设兵团", mention.end):
            continue
        route = bisect_right(starts, mention.start) - 1
        if route >= 0 and mention.start < routes[route][1]:
            found.append((mention.start, mention.end, _ON_THE_WAY))
            continue
        if apart := ALL_BUT.match(text, mention.end):
            group = _place(text[mention.start : apart.end()], "group") if apart["rest"] else _ON_THE_WAY
            found.append((mention.start, apart.end(), group))
            continue
        end, rule = extended(text, mention)
        if rule == "institution" and only_where(text, mention.start, end):
            rule = ""
        if rule:
            found.append((mention.start, end, _place(text[mention.start : end], rule, mention.code)))
            settled.update(names_again(text[mention.end : end], rule))
        else:
            found.append((mention.start, end, named_place(mention, text, book)))
    return found, settled


def _pointers(text: str, home: Place, book: Gazetteer) -> list[Item]:
    """Words that point at an area (全省, 我县, 31个省份), and places abroad."""
    found: list[Item] = [(start, end, place) for start, end, place in whole_of_overseas(text, home, book)]
    _, targets = cues.pointers()
    found += [
        (
            start,
            end,
            "whole_village" if word in _IN_VILLAGE and text[start - 1 : start] in _CLAUSE_HEAD else targets[word],
        )
        for start, end, word in cues.pointed(text)
        if not cues.SPLIT_WORD.match(text, end - 1)
        and not names_contest(text, start, end)
        and text[start - 1 : start + 1] not in _WHOLE_WORDS
    ]
    found += [(m.start(), m.end(), "市") for m in _OF_CITY.finditer(text)]
    if home.code not in (None, COUNTRY) and home.reach != TOLD:
        found += [(m.start("area"), m.end(), m["area"]) for m in _OFFICE.finditer(text)]
    else:
        found += [(m.start("purse"), m.end("purse"), m["area"]) for m in _PURSE.finditer(text)]
    if home.code not in (None, COUNTRY):
        found += [(m.start("area"), m.end(), m["area"]) for m in _INSIDE.finditer(text)]
    found += [(m.end() - 2, m.end(), "whole_village") for m in _ONE_VILLAGE.finditer(text)]
    found += [(m.start(), m.end(), _place(m[0], "part")) for m in _PART_OF_CITY.finditer(text)]
    found += [(m.start(), m.end(), "country") for m in nationwide.EVERY_PROVINCE.finditer(text)]
    found += [(start, end, "country") for start, end in state_works(text, home)]
    named = [*both(text), *(groups(text) if home.code in (None, COUNTRY) else [])]
    found += [(start, end, _place(text[start:end], "group")) for start, end in named]
    found += [(place.start, place.end, _place(place.name, "foreign")) for place in scenes_abroad(text)]
    return found


def _institutions(text: str, home: Place, book: Gazetteer) -> list[Item]:
    """Institutions with a name of their own, and railways."""
    found: list[Item] = [
        (m.start(group) - 1, m.end(group) - 1, _place(_TIME.sub("", name), "institution"))
        for m in own_institution().behind_break(text)
        for group, name in [("name", m["name"]) if m["name"] else ("scene", m["scene"])]
        if names_a_body(name) and not NO_OWN_NAME.search(name) and not is_kind_of_coop(name)
    ]
    railways = cues.RAILWAY.finditer(text) if "铁" in text else ()
    found += [(m.start("name"), m.end("name"), _railway(m["name"], home, book)) for m in railways]
    return found


def _railway(name: str, home: Place, book: Gazetteer) -> Place:
    """A railway by its two ends: in national news the country's, unless it leads abroad (中老铁路)."""
    if home.code != COUNTRY or name.startswith("中"):
        return _place(name, "institution")
    return Place(0, 0, COUNTRY, book.official_name(COUNTRY), "line")


def _of_people_and_nature(text: str) -> list[Item]:
    """People of stories, and areas of nature."""
    found: list[Item] = [
        (m.start("name"), m.end("name"), _place(m["name"], "person")) for m in persons().finditer(text)
    ]
    found += [(start, end, _place(name, "person")) for start, end, name in life_stories(text)]
    found += [(start, end, _place(name, "natural")) for start, end, name in natural_areas(text)]
    return found


def _home_bodies(text: str, home: Place, book: Gazetteer) -> list[Item]:
    """The company or body that the document is about, wherever its name stands."""
    if home.rule == "company":
        companies = company_words(company_names(text, None) or (home.name,), text)
        return [(start, end, _place(name, "company")) for start, end, name in occurrences(text, companies)]
    if home.code is not None or home.rule == "foreign" or home.name in ("", *words()["collective"]):
        return []
    nation = book.official_name(COUNTRY)
    place = Place(0, 0, COUNTRY, nation, "line") if across(home) else _place(home.name, "institution")
    return [(start, end, place) for start, end, _ in occurrences(text, (home.name,))]


def _settlements(text: str, settled: set[str], home: Place, book: Gazetteer) -> list[Item]:
    """Villages of their own, and those and the institutions (`settled`) that come again by name."""
    own = [*own_villages(text), *known_towns(text, book.towns.__contains__), *town_areas(text, home.code)]
    found: list[Item] = [(start, end, _place(name, "settlement")) for start, end, name in own]
    if len({name for _, _, name in own}) + len(settled) > 1:
        found += [(m.start(), m.end(), _place(m[0], "settlement")) for m in _BOTH_VILLAGES.finditer(text)]
    named = settled | {name for _, _, name in own} | set(villages_named_again(text))
    names = sorted(name for name in named if len(name) >= 2)[:_NAMES]
    found += [(start, end, _place(name, "settlement")) for start, end, name in occurrences(text, names)]
    return [item for item in found if not is_nickname(text, item[0], item[1])]


def _bodies(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[Item]:
    """Firms, schools and people that are the subject of a clause; a name knows the area that it carries."""
    named = firms.named_bodies(text)
    nameless = (*firms.nameless_bodies(text, {mention.end for mention in mentions}), *nameless_subjects(text, named))
    found: list[Item] = [(start, end, _place(name, "firm")) for start, end, name in nameless]
    starts = [mention.start for mention in mentions]
    bodies = (*named, *firms.known_bodies(text), *announcing(text), *firms.short_forms(text))
    bodies += (*zones(text), *trade_names(text), *branches(text), *examples(text), *reporting(text))
    for start, end, name in bodies:
        carried = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = [mention for mention in carried if mention.end <= end and mention.code]
        body = own_part(name, _place(name, "institution", inside[-1].code if inside else None), book)
        found.append((start, end, named_place(inside[-1], text, book) if inside and is_work(name) else body))
    told = people(text)
    found += [(start, end, _place(name, "person")) for start, end, name in (*told, *subjects(text, told))]
    for mention in mentions:
        gate = GATE.match(text, mention.end) if mention.code else None
        if gate:
            name = text[mention.start : gate.end()]
            found.append((mention.start, gate.end(), _place(name, "institution", mention.code)))
    return found


def named_place(mention: RegionMention, text: str, book: Gazetteer) -> Place:
    """A name as a place; a city or county of Taiwan has no code of its own and stays as printed."""
    if mention.level == "part":
        return _place(text[mention.start : mention.end], "mention", mention.code)
    return Place(0, 0, mention.code, book.official_name(mention.code or COUNTRY), "mention")
