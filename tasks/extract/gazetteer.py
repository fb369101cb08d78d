"""The gazetteer: every province, prefecture and county with its GB/T 2260 code, names in use and former names.

Facts come from seeds/vocabulary/regions*.csv and regions.yaml. The gazetteer answers three questions: which codes a
printed name may mean, what a code is called in full, and whether one area lies in another. Townships are read only when
they are asked for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from tasks.vocabulary import read_csv, read_yaml

COUNTRY = "100000"
MUNICIPALITIES = ("11", "12", "31", "50")
# Taiwan, Hong Kong and Macao.
OVERSEAS = ("71", "81", "82")
_UNDATED_YEAR = 2025
_WORDLIKE = ("not_counties", "word_counties", "weak", "generic")
_SUFFIXES = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "特区",
    "新区",
    "省",
    "市",
    "县",
    "区",
    "盟",
    "旗",
)


@dataclass(frozen=True, slots=True)
class Region:
    """An area as one code book has it; `valid_to` is None while in force, `current` the code that carries it today."""

    code: str
    name: str
    level: str
    parent: str
    valid_from: int
    valid_to: int | None = None
    successor: str | None = None
    current: str | None = None


@cache
def words() -> Any:
    """The region vocabulary (regions.yaml)."""
    return read_yaml("regions.yaml")


def short_name(name: str) -> str:
    """A name without its level word and the peoples in it; the name itself when nothing of two letters is left."""
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            base = name[: -len(suffix)]
            if suffix == "新区" and base in words()["not_counties"]:
                return name
            return _without_peoples(base) if suffix.startswith("自治") else base
    return name


def _without_peoples(base: str) -> str:
    stripped = base
    again = True
    while again:
        again = False
        for people in words()["peoples"]:
            if stripped.endswith(people) and len(stripped) - len(people) >= 2:
                stripped, again = stripped[: -len(people)], True
    return stripped


class Gazetteer:
    """Areas by code and by name."""

    def __init__(self) -> None:
        self.regions = [_region(row) for row in read_csv("regions.csv")]
        self.current = {region.code: region for region in self.regions if region.valid_to is None}
        self.former: dict[str, list[Region]] = defaultdict(list)
        for region in self.regions:
            if region.valid_to is not None:
                self.former[region.code].append(region)
        self._above: dict[str, tuple[str, ...]] = {}
        self._counties: dict[str, dict[str, str]] = {}
        self._written: dict[tuple[str, bool], str] = {}
        self.names = self._names()
        self.shorts = self._shorts()

    def _names(self) -> dict[str, list[Region]]:
        names: dict[str, list[Region]] = defaultdict(list)
        for region in self.regions:
            if region.code != COUNTRY and (region.valid_to is None or region.current):
                names[region.name].append(region)
        for region in self.regions:
            if region.name.endswith(("自治县", "自治旗")) and region.valid_to is None:
                for level in (region.name[-1], region.name[-3:]):
                    names.setdefault(short_name(region.name) + level, []).append(region)
        for name, code in words()["aliases"].items():
            names[name].append(self.current[code])
        return dict(names)

    def _shorts(self) -> dict[str, list[Region]]:
        shorts: dict[str, list[Region]] = defaultdict(list)
        for region in self.regions:
            if region.level == "zone" or region.code == COUNTRY or (region.valid_to is not None and not region.current):
                continue
            short = short_name(region.name)
            if short != region.name:
                shorts[short].append(region)
                if region.name.endswith("自治州"):
                    shorts[short + "州"].append(region)
        return dict(shorts)

    def resolve(self, region: Region, year: int | None = None) -> str:
        """The code that stands for the area in a year: its own while it was in force, else its successor's."""
        if region.valid_to is None or region.valid_to >= (year or _UNDATED_YEAR):
            return region.code
        return region.current or region.code

    def lived(self, region: Region, year: int | None) -> bool:
        """Whether the area was in force in a year (today's areas without one)."""
        at = year or _UNDATED_YEAR
        return region.valid_from <= at and (region.valid_to is None or region.valid_to >= at)

    def get(self, code: str) -> Region | None:
        """The area of a code: the one in force, else the last that had it."""
        found = self.current.get(code)
        if found is None and code in self.former:
            found = max(self.former[code], key=lambda region: region.valid_to or 0)
        return found

    def alone(self, short: str) -> Region | None:
        """The area in force that a short name means, where no other one of now has it."""
        known = [region for region in self.shorts.get(short, ()) if region.valid_to is None]
        return known[0] if len(known) == 1 else None

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The codes above a code, nearest first, the country last."""
        known = self._above.get(code)
        if known is not None:
            return known
        above: list[str] = []
        region = self.get(code)
        while region is not None and region.parent and region.parent not in above:
            above.append(region.parent)
            region = self.get(region.parent)
        self._above[code] = tuple(above)
        return self._above[code]

    def inside(self, code: str, outer: str) -> bool:
        """Whether an area is another or lies in it."""
        return code == outer or outer == COUNTRY or outer in self.ancestors(code)

    def nested(self, one: str, other: str) -> bool:
        """Whether one of two areas is the other or lies in it."""
        return self.inside(one, other) or self.inside(other, one)

    def province(self, code: str | None) -> str | None:
        """The province of a code; None for the country and for no code."""
        return None if code is None or code == COUNTRY else code[:2] + "0000"

    def level(self, code: str | None) -> str | None:
        """country, province, prefecture, county or zone."""
        region = self.get(code) if code else None
        return region.level if region else None

    def full_name(self, code: str) -> str:
        """The name with all that it lies in (广西壮族自治区来宾市忻城县)."""
        return self._chain(code, with_province=True)

    def official_name(self, code: str) -> str:
        """As observations write it: prefecture and county, without the province (南阳市内乡县)."""
        return self._chain(code, with_province=False)

    def _chain(self, code: str, with_province: bool) -> str:
        known = self._written.get((code, with_province))
        if known is not None:
            return known
        region = self.get(code)
        if region is None:
            return ""
        parts = [region.name]
        for above in self.ancestors(code):
            parent = self.get(above)
            if parent is None or parent.level == "country":
                continue
            if parent.level == "province" and not with_province and above[:2] not in MUNICIPALITIES:
                continue
            if parts[-1].startswith(parent.name) and region.level == "zone":
                parts[-1] = parts[-1][len(parent.name) :]
            parts.append(parent.name)
        self._written[code, with_province] = "".join(reversed(parts))
        return self._written[code, with_province]

    def counties_of(self, prefecture: str) -> dict[str, str]:
        """Short name to code of the counties in a prefecture, without names that are words."""
        known = self._counties.get(prefecture)
        if known is None:
            wordlike = {name for kind in _WORDLIKE for name in words()[kind]}
            inner = (region for region in self.current.values() if region.parent == prefecture)
            named = {short_name(region.name): region.code for region in inner if region.level == "county"}
            known = {short: code for short, code in named.items() if len(short) >= 2 and short not in wordlike}
            self._counties[prefecture] = known
        return known

    @cached_property
    def county_heads(self) -> frozenset[str]:
        """The first two letters of the short names of counties in force."""
        counties = (region for region in self.current.values() if region.level == "county")
        return frozenset(short_name(region.name)[:2] for region in counties)

    @cached_property
    def towns(self) -> dict[str, tuple[str, ...]]:
        """Township name to the codes of the counties that have one; read on first use."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in read_csv("regions_towns.csv"):
            for town in row["towns"].split():
                found[town].append(row["county"])
        return {town: tuple(codes) for town, codes in found.items()}

    @cached_property
    def parts(self) -> dict[str, tuple[str, str]]:
        """Cities and counties of Taiwan, districts of Hong Kong and Macao: name to province code and full name."""
        found: dict[str, tuple[str, str]] = {}
        for row in read_csv("regions_overseas_parts.csv"):
            if not row["parent"]:
                found[row["name"]] = (row["province"], self.current[row["province"]].name + row["name"])
        return found


def _region(row: dict[str, str]) -> Region:
    return Region(
        row["code"], row["name"], row["level"], row["parent"], int(row["valid_from"]),
        int(row["valid_to"]) if row["valid_to"] else None, row["successor"] or None, row["current"] or None,
    )  # fmt: skip


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this checkout, read once."""
    return Gazetteer()


def region_dimension() -> list[dict[str, Any]]:
    """The rows of `dim_region`: every area with its validity and successor, in the order of the contract."""
    book = gazetteer()
    rows = []
    for region in book.regions:
        province = book.province(region.code) or COUNTRY
        rows.append(
            {
                "region_code": region.code,
                "name": region.name,
                "full_name": book.full_name(region.code)
                if region.valid_to is None
                else _former_full_name(book, region),
                "level": region.level,
                "parent_code": region.parent or None,
                "province_code": province,
                "valid_from": region.valid_from,
                "valid_to": region.valid_to,
                "successor_code": region.successor,
            }
        )
    return sorted(_unique(rows), key=lambda row: (row["region_code"], row["valid_from"]))


def _former_full_name(book: Gazetteer, region: Region) -> str:
    above = book.full_name(region.parent) if region.parent and region.parent != COUNTRY else ""
    return above + region.name


def _unique(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for a code and first year: the one in force, else the one that lasted longest."""
    best: dict[tuple[str, int], dict[str, Any]] = {}
    for row in rows:
        key = (row["region_code"], row["valid_from"])
        kept = best.get(key)
        if kept is None or (kept["valid_to"] is not None and (row["valid_to"] or 9999) > kept["valid_to"]):
            best[key] = row
    return list(best.values())
