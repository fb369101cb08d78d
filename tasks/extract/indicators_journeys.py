"""How long a way takes, told by a verb (西安北到延安，68分钟就能到达): such a figure is named by the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tasks.extract.clauses import MENTION
from tasks.extract.cues import ABOUT
from tasks.extract.indicators_elided import elided_words
from tasks.extract.indicators_state import Telling
from tasks.vocabulary import either

_UNITS = frozenset(("小时", "分钟", "秒"))
_TOOK, _SHARE = "用时", "比例"
_LONGEST, _SHORTEST, _SHORT = 24, 2, 4
# 从成都开车最快6小时可到达贵阳
_ORIGIN = re.compile("[从由自]([\u3400-\u9fff]{2,8}?)(?:出发|开车|驾车|坐|乘|骑|走|步行|最快|起飞|$)")
# 大城市之间，…: where one gets about.
_GROUND = re.compile("(?:^|[的\x02\x01])([\u3400-\u9fff]{2,10}?)(?:之间|之内|之中|[间内里中])$")
_FOR_ONE = re.compile(
    "(?:左右)?，?(?:就|便|即)?(?:能|会|可以?)?有?([^，。；\x02]{0,16}(?:[一1]|\x02+)[^，。；\x02]{2,14})"
)
_GOES = re.compile("(?<![过失除])[去赴回]|前往")
_MARKS = re.compile("[\x01\x02]+")
_ALREADY = re.compile("(?:时间|用时|车程|路程|行程|航程|时长|耗时)(?:[（(].*)?$")


_WAYS = frozenset(("公里", "千米", "米", "里"))
# 距县城, 景区离车站: how far it is to a place, unlike 车距, 行距, 隔离带.
_FAR = re.compile(
    "(?<![间行株车差焦轴桩排层])距离?[\u3400-\u9fff]{2}|(?<![距隔脱分偏撤远逃剥])离(?![线岸婚职子心合散])[\u3400-\u9fff]{2}"
)
_TO_PLACE = re.compile(f"[，、,和与]+(?P<place>[\u3400-\u9fff]{{2,12}}?)(?:{ABOUT}|各|仅|只有|为)*")
# 距县城42公里，全长8公里: a length of its own, and 距 told anew.
_OWN_LENGTH = re.compile("[距离]|[长高宽深厚]度?$|长度|里程|海拔|公路|[河岸线路]$|其中|有|是|到")


class _Words(NamedTuple):
    arrives: re.Pattern[str]
    takes: re.Pattern[str]
    way: re.Pattern[str]
    between: re.Pattern[str]
    goes_to: re.Pattern[str]
    shortened: re.Pattern[str]
    vehicle: re.Pattern[str]


@cache
def _words() -> _Words:
    """The words under `journeys` in seeds/vocabulary/elided.yaml, compiled once."""
    words: dict[str, list[str]] = elided_words()["journeys"]
    place, ways, stops = "[\u3400-\u9fffA-Z“”·]", either(words["ways"]), either([*words["stops"], *words["takes"]])
    return _Words(
        re.compile(
            rf"(?:左右|以?内|之内|多)?的?(?:车程|路程|时间|行程|航程)?(?:{either(words['easily'])}){{0,4}}"
            rf"(?:{either(words['arrives'])})(?![位期账付货手年本标成])了?(?P<where>[\u3400-\u9fff]{{0,8}})"
        ),
        re.compile(
            rf"(?:{either(words['takes'])}|[坐乘搭骑开][\u3400-\u9fff]{{1,3}})(?:时间|了|到|至|为|{ABOUT}|不到|不足|也|就|仅|只|才|短短)*$"
        ),
        re.compile(
            rf"(?P<way>(?:[^，；：。\x02]{{0,6}}[从由自]{place}{{1,12}}?(?:{ways}|[去进回])|{place}{{1,12}}?(?:{ways}))(?!位|期|账|付|手|今|底|末|\x01){place}{{2,12}}?)(?={stops}|[^\u3400-\u9fffA-Z“”·]|$)"
        ),
        re.compile(
            rf"(?:{either(words['between'])})[^，；。]*?的(?P<way>[\u3400-\u9fff]{{2,12}}?)(?=之?间|[^\u3400-\u9fff]|$)"
        ),
        re.compile(
            rf"(?P<way>(?:(?<![过失除])去|(?<![由直不])到|(?<![跟前先后改促推])进|回|赴|前往)[\u3400-\u9fff]{{2,8}}?)(?={stops}|[^\u3400-\u9fff]|$)"
        ),
        re.compile(rf"(?:{either(words['shortened'])})了?[到至为]?"),
        re.compile(rf"(?:{either(words['vehicles'])})(?![站线网票司厂]|出行|公司|开通)"),
    )


def add_journeys(told: Telling) -> None:
    """Names the lengths of time of a sentence that are told of a way by it, in place."""
    if all(told.slots[index].unit not in _UNITS for index in told.names):
        return
    way = origin = ""
    for clause in told.sentence.clauses:
        said = told.masked[clause.start : clause.end]
        for index in clause.quantities:
            slot = told.slots[index]
            before, after = told.masked[clause.start : slot.start], told.masked[slot.end : clause.end]
            way = _way(told, before) or way
            if slot.unit not in _UNITS:
                continue
            _add_reached(told, clause.quantities, index, after)
            if pace := _pace(told, before, told.masked[slot.end : told.sentence.end]):
                told.names[index] = told.names[index].called(pace, "pace")
            elif name := _named(told, index, _goal(told, before) or way, before, after, origin):
                told.names[index] = told.names[index].called(_by_vehicle(name, before), "journey")
                way = way or (name.removesuffix(_TOOK) if origin else "")
        if not clause.quantities or "的" in said:
            way = _way(told, said) or way or (_goal(told, said) if _GOES.search(said) else "") or _ground(said)
            left = _ORIGIN.search(said)
            origin = left[1] if left else origin


def add_distances(told: Telling) -> None:
    """Names the distances of a row by the place that each of them is to (距甲县城42公里，乙市区78公里), in place."""
    for last, index in pairwise(sorted(told.names)):
        slot, ahead = told.slots[index], told.slots[last]
        if slot.unit not in _WAYS or ahead.unit not in _WAYS or _FAR.search(told.names[last].name) is None:
            continue
        place = _TO_PLACE.fullmatch(told.masked, ahead.end, slot.start)
        if place and not _OWN_LENGTH.search(place["place"]):
            told.names[index] = told.names[index].called("距" + place["place"], "journey")


def _by_vehicle(name: str, before: str) -> str:
    """The time of a way with what one takes for it (从贵阳到荔波乘坐高铁最快50分钟)."""
    found = _words().vehicle.search(before)
    if found is None or found[0] in name or not name.endswith(_TOOK):
        return name
    return name.removesuffix(_TOOK) + found[0] + _TOOK


def _add_reached(told: Telling, indexes: Sequence[int], index: int, after: str) -> None:
    """80%的居民15分钟能到医院: the share is of those who can get there, in place."""
    arrives = _words().arrives.match(after)
    place = indexes.index(index)
    if arrives is None or not place or told.slots[indexes[place - 1]].unit != "%":
        return
    share = told.names[indexes[place - 1]]
    where = told.wording.after(arrives["where"])
    if where and where not in share.name and share.name.endswith(_SHARE):
        name = f"{share.name.removesuffix(_SHARE)}到{where}{_SHARE}"
        told.names[indexes[place - 1]] = share.called(name)


def _pace(told: Telling, before: str, after: str) -> str:
    """How long each one takes (每40秒下线一台车, 每三秒，就有一人脱贫), "" where no such thing is told."""
    one = _FOR_ONE.match(after) if before.endswith("每") else None
    return told.wording.object(_MARKS.sub("", one[1])) + _TOOK if one else ""


def _ground(said: str) -> str:
    """What a clause says that one goes about in (半径200公里的都市圈内), "" for nothing."""
    found = _GROUND.search(said.rstrip("，,"))
    return found[1] if found else ""


def _named(told: Telling, index: int, way: str, before: str, after: str, from_: str) -> str:
    """How long the way takes that a length of time is told of, "" where none is."""
    words, name = _words(), told.names[index].name
    arrives = words.arrives.match(after)
    if arrives is None and not (way and (words.takes.search(before) or words.shortened.match(after))):
        return ""
    if way and way[-_SHORTEST:] in name and (way[:_SHORTEST] in name or not from_):
        return "" if _ALREADY.search(name) else name.partition(way)[0] + way + _TOOK if arrives else name + _TOOK
    where = told.wording.after(arrives["where"]) if arrives else ""
    if where and where not in way:
        left = _ORIGIN.search(before)
        origin = left[1] if left else from_
        if not (way or origin) and where in name and len(name) > len(where) + _SHORT:
            return ""
        way = f"{origin}到{where}"
    return way + _TOOK if way else ""


def _way(told: Telling, said: str) -> str:
    """The way that words tell of, without what stands around it, "" for none."""
    words, text = _words(), _MARKS.sub(MENTION, said)
    found = words.between.search(text) or words.way.search(text)
    way = told.wording.object(found["way"]) if found else ""
    return way[-_LONGEST:] if len(way) >= _SHORTEST else ""


def _goal(told: Telling, said: str) -> str:
    """Where words say that someone goes (去镇上赶集), "" for nowhere."""
    words, text = _words(), _MARKS.sub(MENTION, said)
    found = None if words.way.search(text) else words.goes_to.search(text)
    return found["way"] if found else ""
