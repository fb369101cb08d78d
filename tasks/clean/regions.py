"""The region whose authority or paper an outlet is, by the place name in its own name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.clean.names import words
from tasks.clean.page_words import fold
from tasks.vocabulary import read_csv

COUNTRY = "100000"
_FULL = re.compile("[\u3400-\u9fff]{2}[市县区州镇]")
_SUFFIXES = (
    "特别行政区",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治县",
    "地区",
    "省",
    "市",
    "县",
    "区",
    "盟",
    "州",
)
_NATIONAL = ("中国", "中华", "央视", "中央", "国务院", "国家", "全国")


@cache
def _outlets() -> dict[str, str]:
    """Names, or beginnings of names, of outlets to the codes of the regions whose they are."""
    listed: dict[str, list[str]] = words()["outlet_regions"]
    return {name: code for code, names in listed.items() for name in names}


@cache
def _places() -> dict[str, str]:
    """Names and short names of regions in force to codes; a short name that several regions share is left out."""
    ranks = {"province": 0, "prefecture": 1, "county": 2}
    names: dict[str, tuple[int, str]] = {}
    shared: set[str] = set()
    for row in read_csv("regions.csv"):
        if row["valid_to"] or row["level"] not in ranks:
            continue
        for name in {row["name"], _short(row["name"])}:
            known = names.get(name)
            rank = ranks[row["level"]]
            if known and known[0] == rank and known[1] != row["code"]:
                shared.add(name)
            if not known or rank < known[0]:
                names[name] = (rank, row["code"])
                shared.discard(name)
    return {name: code for name, (_, code) in names.items() if name not in shared and len(name) >= 2}


def _short(name: str) -> str:
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name[: -len(suffix)]
    return name


def region_of(outlets: Sequence[str]) -> str | None:
    """The GB/T 2260 code of the region that the first telling name begins with (山西日报: 140000), or None."""
    for outlet in outlets:
        name = fold(outlet).lstrip("@ ")
        if not _FULL.match(name):
            known = next((code for start, code in _outlets().items() if name.startswith(start)), None)
            if known:
                return known
            if name.startswith(tuple(words()["no_regions"])):
                continue
        for start in (0, 2):
            for length in range(min(11, len(name) - start), 1, -1):
                code = _places().get(name[start : start + length])
                if code and (start == 0 or name[:start] in ("今日", "中国", "中新", "人民", "新华", "大众")):
                    return code
        if name.startswith(_NATIONAL):
            return COUNTRY
    return None
