"""Whose the figures of a firm without a name are: the firm's that the text has named, else those of the place that it
stands in (在甲市，这家企业…: the city), as no table could hold them under a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from tasks.extract.gazetteer import words
from tasks.extract.regions_firms import is_firm
from tasks.extract.regions_place import Place
from tasks.vocabulary import either

_FAR_BACK = 400
# So far behind its name a text speaks of a firm as 这家企业, so far in front of that may a name stand, so near stands
# what says where it is; one that opens a paragraph is that of the paragraph before.
_SCENE, _NEAR, _BESIDE, _HEAD = 600, 80, 2, 8
_NEAREST = 6
_POINTING = re.compile("这|一[家所]")
_ANOTHER, _LYING = "一", "位于"
_CALLED = re.compile("名[叫为]|叫做?|名为|“")
_MET = re.compile(r"(?:^|[。！？；，\n])[\s　]*在[^，。；\n]{2,24}[上里中内]，?$")
# 公司 alone: where a text tells of one with a name, that one.
_FIRM = ("公司", "集团")
_KEPT = ("合作社", "基金")


def whose(place: Place, text: str, found: Sequence[Place], spoken: Place | None, home: Place) -> Place:
    """A firm without a name as the one that the text has named, or as the place last spoken of (`spoken`); any other
    place as it is."""
    if place.rule != "firm":
        return place
    another = place.name.startswith(_ANOTHER)
    body = None if another else _body_told(place, found)
    if body and not _sited_apart(text, place, found, body):
        return replace(place, name=body.name)
    if not _POINTING.match(place.name) or place.name.endswith(_KEPT) or home.code is None:
        return place
    unplaced = another and (_CALLED.search(place.name) or _elsewhere(text, place, found))
    beside = found and found[-1].code is None and place.start - found[-1].end <= _BESIDE
    if unplaced or beside or (not another and _seems_named(text, place.start)):
        return place
    where = spoken or home
    return replace(place, code=where.code, name=where.name)


def _sited_apart(text: str, place: Place, found: Sequence[Place], body: Place) -> bool:
    """Whether a firm lies where the text had not been when it named a body: another one (位于乙市的这家企业)."""
    last = found[-1]
    where = text[last.start : last.end]
    if (
        last.code is None
        or text[last.end : place.start] != "的"
        or not text.startswith(_LYING, last.start - len(_LYING))
    ):
        return False
    return where not in body.name and all(other.code != last.code or other is last for other in found[-_FAR_BACK:])


def _elsewhere(text: str, place: Place, found: Sequence[Place]) -> bool:
    """Whether a firm that the text brings in is met where no place is named (在展会上，一家企业…)."""
    scene = _MET.search(text, max(0, place.start - _NEAR), place.start)
    return scene is not None and not (found and found[-1].end > scene.start())


def _body_told(place: Place, found: Sequence[Place]) -> Place | None:
    """The body with a name that 这家企业, 该校, 合作社 means: the one of that kind named last, else the last firm."""
    near = [
        other
        for other in islice(reversed(found), _FAR_BACK)
        if other.rule in ("firm", "institution") and other.code is None and other.name[0] not in "该这一"
    ]
    if place.name[0] == "该":
        return next((other for other in near if other.name.endswith(place.name[1:])), None)
    told = (other for other in near if other.end > place.start - _SCENE)
    if place.name in _FIRM:
        return next((other for other in told if other.name.endswith(place.name) and other.name not in _FIRM), None)
    if not _POINTING.match(place.name):
        return None
    return next((other for other in told if is_firm(other.name)), None)


@cache
def _name() -> re.Pattern[str]:
    """What looks like the name of a firm wherever it stands."""
    kinds = either((*words()["company_kinds"], "合作社"))
    own = r"(?:(?![的和与及、在是了这该家一些多])[A-Za-z一-鿿]){2,8}?"
    return re.compile(
        rf"(?:^|[，。、：“（\s的在是有到为])(?:{own})(?:{kinds})(?=[，。、“”（(的是]|$)|“[^“”，。；]{{2,14}}(?:{kinds}|平台)”"
    )


def _seems_named(text: str, start: int) -> bool:
    """Whether words in front seem to name the firm, though not as the subject of a clause."""
    low = max(text.rfind("\n", 0, max(0, start - _HEAD)), start - _NEAR, 0)
    return _name().search(text, low, start) is not None


def left_out(place: Place, before: Sequence[Place]) -> bool:
    """Whether a firm or a port stands for one by its name that counts for nothing here, as the page's area has it."""
    if place.rule != "firm":
        return False
    named = (other for other in reversed(before[-_NEAREST:]) if other.rule == "institution")
    last = next((other for other in named if other.name == place.name), None)
    return last is not None and last.reach == "ignored"
