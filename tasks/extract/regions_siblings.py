"""Areas counted beside a named one: those left over (乙区…，其他12个城区), those it is one of (乙县等9个县)."""

from __future__ import annotations

import re

from tasks.extract.gazetteer import COUNTRY, short_name
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_page import as_area
from tasks.extract.regions_place import Place

_LEFT = re.compile("(?:其他|其它|其余|剩余|剩下|另外)的?$")
_BACK = 4
# What is counted, by the level of areas that it can be.
_PARTS = re.compile(
    "(?:国家级|省级|深度|贫困|脱贫|重点|帮扶|示范|试点|边境|沿海|受灾|主)*"
    "(?:(?P<county>城区|县级市|县市区?|[县旗]|区)|(?P<prefecture>市州|地市|设区市|城市|市|州))"
    "(?![级群圈带中民场委府属辖镇长域间块划位])"
)
_JOINED = frozenset("、和与及同跟")
_COUNTED = ("个", "县", "区", "市", "州", "旗")


def among_siblings(ground: Ground, sentence: int, start: int, end: int) -> Place | None:
    """The area that holds both the one named and those counted beside it; None for any other number."""
    text = ground.text
    if text[end - 1] not in _COUNTED:
        return None
    left = _LEFT.search(text, max(0, start - _BACK), start) is not None
    if not left and text[start - 1 : start] != "等":
        return None
    counted = _PARTS.match(text, end if text[end - 1] == "个" else end - 1)
    if counted is None:
        return None
    # 皖北其余5市: left over of what is named as a part.
    named = ground.before(start)
    if (
        named is None
        or named.rule != "mention"
        or named.start < sentence
        or (not left and not _alone(ground, named, start))
    ):
        return None
    level = ground.book.level(named.code)
    # 昆明市等6个城市, 昆明市等6个县市: a county is counted among counties, a city among cities.
    if level != counted.lastgroup and not (level == "prefecture" and left and "市" in counted[0]):
        return None
    whole = _whole(ground, named)
    return None if whole is None else as_area(whole, ground.book)


def _alone(ground: Ground, named: Place, start: int) -> bool:
    """Whether a name right before 等 is the only one, and none that somebody deals with (与甲市等6个城市合作)."""
    return named.end == start - 1 and ground.text[named.start - 1 : named.start] not in _JOINED


def _whole(ground: Ground, named: Place) -> str | None:
    """The widest area that is printed in front of a name, else the page's own one around it, else its province, or
    its city where a city has districts."""
    book, code = ground.book, named.code or ""
    above = book.ancestors(code)
    printed = ground.text[named.start : named.end - 1]
    told = [area for area in above if (region := book.get(area)) and printed.startswith(short_name(region.name))]
    if told:
        return told[-1]
    if ground.home.code in above and ground.home.code != COUNTRY:
        return ground.home.code
    district = ground.text[named.end - 1] == "区"
    return next((area for area in above if book.level(area) == "prefecture"), None) if district else book.province(code)
