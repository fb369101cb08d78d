"""Where a deed was done: a case that others solve is called by its place (侦破香港珠宝行抢劫案), and what is done in a
port or a station is done in its city (在深圳皇岗口岸移交)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.gazetteer import Gazetteer
from tasks.extract.regions_place import Place
from tasks.extract.regions_public import GATE_NAME

_SOLVES = re.compile("(?:侦破|破获|侦办|督办|审理|审结|宣判|查处|查办|告破)了?(?:一[起宗])?$")
_CASE = re.compile(r"[^，。；、\n]{1,16}?案")
_LEAD, _NEAR = 8, 3
# 在广州白云机场查获毒品: a deed, unlike 在广州白云机场进出港旅客….
_DONE_THERE = re.compile(
    "(?:成功|当场|顺利|正式|共|又|再次|集中|联合|依法)*(?:移交|交接|查获|抓获|查扣|截获|缉获|逮捕|拦截|捕获|起获|销毁|集结|举行|接受|登机|乘机|登上|启程|出发)"
)


def names_a_case(text: str, place: Place, before: Sequence[Place]) -> bool:
    """Whether a place only says which case the place before it in the sentence solves."""
    solves = _SOLVES.search(text, max(0, place.start - _LEAD), place.start)
    if solves is None or _CASE.match(text, place.end) is None:
        return False
    near = islice(reversed(before), _NEAR)
    told = (other for other in near if other.rule == "mention" and other.reach in ("topic", "clause"))
    return any(SENTENCE_END.search(text, other.end, place.start) is None for other in told)


def at_gate(text: str, place: Place, cities: Mapping[int, str], book: Gazetteer) -> Place:
    """The city of a port or a station where something is done; `cities` are the areas named, by where they begin."""
    gate = place.rule == "institution" and GATE_NAME.search(place.name) is not None
    if not gate or not text.startswith("在", place.start - 1) or _DONE_THERE.match(text, place.end) is None:
        return place
    code = cities.get(place.start)
    return replace(place, code=code, name=book.official_name(code), rule="mention") if code else place
