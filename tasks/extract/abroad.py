"""Places abroad in running text: states with what lies in them, their organs, bodies of several states, the world.

Facts come from seeds/vocabulary/foreign_places.yaml. One scan finds the names; a name that is a piece of another word
(内蒙古巴彦淖尔, 今日本市) is none, and names that touch are one (美国加利福尼亚州圣迭戈).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tasks.extract.regions_scan import WordScan
from tasks.vocabulary import either, read_yaml

_KEPT = 8
# A chain or a list of places is no longer than this.
_LONGEST = 80
# Letters that a name which is also a piece of other words may stand behind.
_LOOSE = frozenset("在和与及从到向对于由赴自据称是的了等将被为让使给并但而后前因称与同跟至往飞访驻抵名个人成致于中")
# 甲社罗马5日电: what is sent from a place.
_SENT = re.compile(r"(?:[0-9]{1,2}月)?[0-9]{1,2}日[^，。；]{0,6}[电讯]")
_WORD = re.compile("[一-鿿]")
_MEETING = re.compile("[一-鿿]{0,8}?(?:大会|论坛|博览会|峰会|锦标赛|运动会)")
# What touches: 美国的加利福尼亚州, 英国首都伦敦.
_TOUCH = re.compile("的?(?:首都|东部|西部|中部|[东西]?[南北]部)?的?")

# What goes on with a name: 马鲁古海峡, 曼谷市.
_NATURE = re.compile("海峡|群岛|半岛|[省州邦市县郡府岛](?![一-鿿]?[中场民长内区级])")
_LEVELS = "省州邦市县郡府岛城峡"
# Members of a list of places abroad, and how it goes on (甲国、乙国和丙国等16个国家).
_JOINS = re.compile("、|和|与|及|以及|同")


class Abroad(NamedTuple):
    """A place abroad: offsets, name as printed (the state for its organs), kind and state ("" for bodies and areas)."""

    start: int
    end: int
    name: str
    kind: str
    state: str


@cache
def vocabulary() -> Any:
    """The vocabulary of places abroad (foreign_places.yaml)."""
    return read_yaml("foreign_places.yaml")


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """Kind and state of every name."""
    known: dict[str, tuple[str, str]] = {}
    for kind, names in (("world", "world"), ("area", "areas"), ("body", "bodies")):
        known |= dict.fromkeys(vocabulary()[names], (kind, ""))
    for kind in ("organ", "part"):
        for state, names in vocabulary()[f"{kind}s"].items():
            known |= dict.fromkeys(names, (kind, state))
    for state, names in vocabulary()["states"].items():
        known |= dict.fromkeys((state, *names), ("state", state))
    return known


@cache
def _scan() -> WordScan:
    return WordScan(_kinds())


@cache
def _guards() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], frozenset[str]]:
    before, behind = vocabulary()["not_before"], vocabulary()["not_behind"]
    return (
        {name: frozenset(str(letters)) for name, letters in before.items()},
        {name: frozenset(str(letters)) for name, letters in behind.items()},
        frozenset(vocabulary()["weak"]),
    )


def _stands(text: str, start: int, end: int, name: str, touching: bool) -> bool:
    """Whether a name is no piece of another word; one that touches a place abroad always stands."""
    before, behind, weak = _guards()
    lead = text[start - 1 : start] if start else ""
    if (lead and lead in before.get(name, ())) or text[end : end + 1] in behind.get(name, ()):
        return False
    if touching or name not in weak or lead in _LOOSE or not _WORD.match(lead):
        return True
    return _SENT.match(text, end) is not None


def _named(text: str) -> Iterable[Abroad]:
    kinds = _kinds()
    last = -1
    for start, end, name in _scan().find(text):
        if _stands(text, start, end, name, start == last):
            kind, state = kinds[name]
            nature = _NATURE.match(text, end) if kind == "part" and name[-1] not in _LEVELS else None
            end = nature.end() if nature else end
            yield Abroad(start, end, state if kind == "organ" else text[start:end], kind, state)
            last = end


@lru_cache(maxsize=_KEPT)
def named_abroad(text: str) -> tuple[Abroad, ...]:
    """The places abroad of a text, in order and without overlap; parts that follow their state are one with it."""
    found: list[Abroad] = []
    for place in _named(text):
        last = found[-1] if found else None
        joined = last and place.kind == "part" and last.kind in ("state", "part") and last.state == place.state
        joined = joined and place.end - last.start <= _LONGEST if last else False
        if last and joined and _TOUCH.fullmatch(text, last.end, place.start):
            found[-1] = last._replace(end=place.end, name=text[last.start : place.end], kind="part")
        else:
            found.append(place)
    return tuple(found)


def is_world(name: str) -> bool:
    """Whether a name means the world or a class of its states."""
    return name in vocabulary()["world"]


@cache
def _world_figures() -> re.Pattern[str]:
    return re.compile(rf"的?(?:同时?期的?)?[一-鿿]{{0,8}}?(?:{either(vocabulary()['world_figures'])})")


def tells_world(text: str, end: int) -> bool:
    """Whether figures of the world itself follow its name (全球累计确诊病例), no meeting's (世界互联网大会)."""
    if _MEETING.match(text, end):
        return False
    return _world_figures().match(text, end) is not None


def may_be_home(place: Abroad) -> bool:
    """Whether a document can be about the place as a whole because it names it."""
    return place.name not in vocabulary()["never_home"] and place.kind != "world"


def scenes_abroad(text: str) -> list[Abroad]:
    """The places abroad of a text, where a list of states is one place (as printed)."""
    found: list[Abroad] = []
    for place in named_abroad(text):
        last = found[-1] if found else None
        listed = last and last.kind not in ("world", "organ") and place.kind not in ("world", "organ")
        if last and listed and place.end - last.start <= _LONGEST and _JOINS.fullmatch(text, last.end, place.start):
            found[-1] = Abroad(last.start, place.end, text[last.start : place.end], "list", "")
        else:
            found.append(place)
    return found
