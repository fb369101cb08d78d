"""What the name of an area carries: a village, an institution, a part (甲县乙镇丙村, 甲市某公司, 甲省东部三县)."""

from __future__ import annotations

import re

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import words
from tasks.extract.model import RegionMention
from tasks.extract.regions_aid import LAST_OFFICE, OFFICES, SECTION
from tasks.extract.regions_institutions import NO_BODY_NAME, body_behind, institution
from tasks.extract.regions_villages import OF_AREA, is_settlement, is_village

# 甲市乙镇民族村: the town at least, where what stands behind it is a kind of village.
_TOWN = re.compile("[一-鿿]{1,4}?(?:镇|乡|街道)(?=[一-鿿]{2,4}(?:村|社区))")

# 甲市主城区: no figure of the city with its counties.
_CITY_PROPER = re.compile("(?:的)?(?:主城[九六四]?区|中心城区|老城区)(?![域的])")

# 湖北以外省份, 除湖北以外: all but the place that is named.
ALL_BUT = re.compile("[省市区]?(?:以外|之外)(?P<rest>的?(?:其他|其它|其余)?(?:省区市|省份|省|地区|城市|市州))?")


def names_again(carried: str, rule: str) -> set[str]:
    """By which names a village or an institution comes again (乙镇东甲村 as 东甲村, 甲乙棚户区 as 甲乙)."""
    if rule == "part":
        return set()
    if rule == "settlement":
        last = re.split("[镇乡]", carried)[-1] or carried
        return {last} if len(last) >= 3 or (last != carried and is_village(last)) else set()
    carried = carried.rpartition("的")[2]
    kind = next((kind for kind in words()["institutions"] if carried.endswith(kind)), "")
    if not kind:
        return set()
    stem = carried.removesuffix(kind)
    return ({carried} if stem else set()) | (
        {stem} if 2 <= len(stem) <= 3 and kind in ("棚户区", "安置点", "安置区") else set()
    )


def carried_village(text: str, mention: RegionMention) -> str | None:
    """The name of the village right behind a place (甲村 in 丙县乙镇甲村)."""
    end, kind = extended(text, mention)
    names = names_again(text[mention.end : end], kind) if kind == "settlement" else set()
    return names.pop() if names else None


def extended(text: str, mention: RegionMention) -> tuple[int, str]:
    """The end of a name with the village or institution that it carries, and which of them it is ("" for neither)."""
    follow = cues.SETTLEMENT.match(text, mention.end, mention.end + 16)
    if follow and follow.end() > mention.end and not cues.NO_SETTLEMENT.search(follow[0]) and is_settlement(follow[0]):
        return follow.end(), "settlement"
    town = _TOWN.match(text, mention.end, mention.end + 8) if follow and follow.end() > mention.end else None
    if town and not cues.NO_SETTLEMENT.search(town[0]):
        return town.end(), "settlement"
    of_area = OF_AREA.match(text, mention.end, mention.end + 12)
    if of_area and is_village(of_area["name"]):
        return of_area.end(), "settlement"
    part = cues.PART.match(text, mention.end, mention.end + 8)
    if part and not re.search(r"[的和与及、在是等全各位处辖有分]", part[0]):
        return part.end(), "part"
    if town := _CITY_PROPER.match(text, mention.end):
        return town.end(), "part"
    if section := SECTION.match(text, mention.end):
        return section.end(), "institution"
    last = text[mention.start - 1 : mention.start] in ("、", "和", "及") and LAST_OFFICE.match(text, mention.end)
    if last or OFFICES.match(text, mention.end):
        return mention.end, "institution"
    if cues.CARRIER.match(text, mention.end):
        return mention.end + 2, "institution"
    body = institution().match(text, mention.end, mention.end + 14)
    body = body if body and "的" not in body[0] else body_behind().match(text, mention.end, mention.end + 22)
    if body and not NO_BODY_NAME.search(body[0]):
        return body.end(), "institution"
    return mention.end, ""
