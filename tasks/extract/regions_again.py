"""A body that a text has named, told of again by its kind alone: 黄河三角洲国家级自然保护区…。目前，保护区已修复….

A kind that few bodies of a text have (保护区, 林场, 博物馆) means the one named last; one that whole classes are called
by too (企业, 学校, 景区) only where the text names a single body of it and has not turned to an area since.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.regions_firms import WHEN, Found, bodies, has_own_name
from tasks.extract.regions_public import AREA_TURN
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_FAR, _NEAR = 500, 260
_LONGEST = 18
_SHORTEST = 2
# So many bodies can a text tell of; keeping more would cost its length for each of them.
_CAST = 40
_NO_NAME = re.compile(
    "^(?:[这那该本各每某多新老旧全两几其此各另]|一[家所个座]|所有|部分|许多|很多|不少|多[家所个座]|周边|附近|当地|辖区|境内|[国省市县区州]级|国家级|[一二三四五六七八九十]级)"
    "|[的了着把将被让使向为对从给]"
)


_LEVEL = re.compile("(?<=[一-鿿]{2})(?:国家|省|市|县)级")
# What leads to a name or only says more of it: 记者来到甲林场, 位于乙市的丙灌区.
_LEADS_TO = re.compile("^.*(?:来到|走进|位于|地处|走访|参观|记者|考察|[在由与和到进从的是])(?=[一-鿿]{3})")


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    """The bare kinds that a name may be told of again by, by the endings of names."""
    return {end: tuple(kinds) for end, kinds in bodies()["told_again"].items()}


@cache
def _common() -> frozenset[str]:
    return frozenset(bodies()["told_again_common"])


@cache
def _named() -> Sought:
    """A body by its name, wherever it stands behind a sign or a word that leads to a place."""
    lead = r"(?:^|[。！？；;，,、：:\n\s　“]|来到|走进|位于|地处|记者从|记者在|[在由与和到进])"
    name = rf"[一-鿿·]{{2,{_LONGEST}}}?(?:{either(_aliases())})"
    return Sought(rf"{lead}(?P<name>{name})(?![一-鿿]{{0,1}}[们化群家]|生(?![命物态])|(?<=银行)间)")


@cache
def _bare() -> Sought:
    """A kind alone as the subject of a clause."""
    kinds = either(sorted({kind for kinds in _aliases().values() for kind in kinds}))
    head = rf"[。！？；;，,\n“][ \t\xa0　“]{{0,16}}+{WHEN}，?(?:在|由|让|使|据)?"
    apart = f"[们化群业等、和与及]|(?<=银行)间|{either(bodies()['told_again_apart'])}"
    return Sought(rf"{head}(?P<kind>{kinds})(?!{apart})")


def _told(text: str, found: Sequence[Found]) -> list[tuple[int, str, str]]:
    """The bodies with names of their own: where the name ends, the name, its ending; in order."""
    told = {end: name for _, end, name in found if not _NO_NAME.search(name)}
    for match in _named().behind_break(text):
        name = _LEADS_TO.sub("", match["name"])
        if match.end("name") - 1 not in told and _is_name(name):
            told[match.end("name") - 1] = name
    endings = ((end, name, _ending(name)) for end, name in sorted(told.items()))
    return [(end, name, ending) for end, name, ending in endings if ending]


def _ending(name: str) -> str:
    """The longest ending of a name that a kind stands for, "" for none."""
    return max((end for end in _aliases() if name.endswith(end) and len(name) > len(end)), key=len, default="")


def _is_name(name: str) -> bool:
    own = name.removesuffix(_ending(name))
    return len(own) >= _SHORTEST and not _NO_NAME.search(own) and has_own_name(_LEVEL.sub("", name))


def bodies_again(text: str, found: Sequence[Found]) -> list[Found]:
    """Where a kind alone is the subject, with the name of the body that it means. `found` are the bodies that other
    rules have named, as offsets and names."""
    bare = list(_bare().behind_break(text))
    if not bare:
        return []
    told = _told(text, found)[:_CAST]
    ends = [end for end, _, _ in told]
    last: dict[str, int] = {}
    meant: list[Found] = []
    for match in bare:
        start, end, kind = match.start("kind") - 1, match.end("kind") - 1, match["kind"]
        name = _meant(told[: bisect_left(ends, start)], kind)
        if not name:
            continue
        came = max(last.get(name[1], 0), name[0])
        if start - came > (_NEAR if kind in _common() else _FAR):
            continue
        if kind in _common() and _turned(text, came, start):
            continue
        last[name[1]] = end
        meant.append((start, end, name[1]))
    return meant


def _meant(told: Sequence[tuple[int, str, str]], kind: str) -> tuple[int, str] | None:
    """The body that a kind means: the last one of it, of a common kind the only one."""
    fits = list(_of_kind(told, kind))
    if not fits or (kind in _common() and len({name for _, name in fits}) > 1):
        return None
    return fits[-1]


def _of_kind(told: Sequence[tuple[int, str, str]], kind: str) -> Iterator[tuple[int, str]]:
    return ((end, name) for end, name, ending in told if kind in _aliases()[ending])


def _turned(text: str, start: int, end: int) -> bool:
    """Whether the text has turned to an area or to the country since."""
    turns = (AREA_TURN, cues.ITS_AREA, nationwide.national_turn())
    return any(turn.search(text, start, end) for turn in turns)
