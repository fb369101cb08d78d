"""Towns and districts of Taiwan behind the short name of their county or city (宜兰的大同乡, 桃园复兴), these by their
short names alone (在台南试办), and groups of them (双北)."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.model import RegionMention
from tasks.vocabulary import either, read_csv

_TAIWAN = "710000"
_SHORTEST = 2
# No year in brackets.
_SHARES = re.compile(r"(?P<name>[A-Za-z*-]{0,6}[一-鿿]{2,4})[（(](?!(?:19|20)[0-9]{2})[1-9][0-9]{3}[)）]")
# A text of the island names it or one of these.
_PAPER = ("台湾", "全台", "中央社", "新台币", "台币", "卫福部", "立法院")
_SIGNS = ("台湾", "全台", "台北", "新北", "台中", "台南", "高雄", "桃园", "屏东", "花莲", "台东", "宜兰")


@cache
def _towns() -> re.Pattern[str]:
    """Every town behind the short name of what it lies in; its own name may be short, too."""
    inside: dict[str, list[str]] = defaultdict(list)
    for row in read_csv("regions_overseas_parts.csv"):
        if row["province"] == _TAIWAN and row["parent"]:
            inside[row["parent"]].append(row["name"])
    ways = []
    for county, towns in inside.items():
        short = [town[:-1] for town in towns if len(town) > _SHORTEST]
        ways.append(f"{county[:-1]}的?(?:{either(towns)}|(?:{either(short)})(?![路街站桥港大国中小分区]))")
    return re.compile("|".join(ways))


def listed_firms(text: str) -> list[tuple[int, int, str]]:
    """Firms of Taiwan with the four digits of their shares behind their names (甲塑（1234）): offsets and names."""
    if "（" not in text and "(" not in text:
        return []
    return [(found.start("name"), found.end("name"), found["name"]) for found in _SHARES.finditer(text)]


@cache
def _counties() -> re.Pattern[str]:
    """A county or city by its short name, behind a break or a word that governs a place, in no name or set phrase."""
    names, groups = words()["island"]["counties"], words()["island"]["groups"]
    before = "(?<![一-鿿])|(?<=[在于从到至赴往及和与、是让使由将把对向])"
    return re.compile(
        rf"(?:{before})(?:{either(names)})(?![省市县区乡镇路街店人籍])(?!{either(words()['island']['no_place'])})"
        rf"|(?:{either(groups)})"
    )


def with_island_towns(text: str, mentions: list[RegionMention]) -> list[RegionMention]:
    """The mentions with the towns of Taiwan in place of what else their letters may mean; they have no code of their
    own, and their name is as printed."""
    if not any(sign in text for sign in _SIGNS):
        return mentions
    spelt = list(_towns().finditer(text))
    if any(sign in text for sign in _PAPER):
        ends = {town.start() for town in spelt}
        spelt += [county for county in _counties().finditer(text) if county.start() not in ends]
    towns = [RegionMention(m.start(), m.end(), _TAIWAN, m[0], "part") for m in spelt]
    if not towns:
        return mentions
    taken = {at for town in towns for at in range(town.start, town.end)}
    kept = [one for one in mentions if taken.isdisjoint(range(one.start, one.end))]
    return sorted((*kept, *towns), key=lambda mention: mention.start)
