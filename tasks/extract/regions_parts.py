"""Parts of the area that a page is about: zones in it, and the counties that one sentence goes through."""

from __future__ import annotations

import re
from itertools import takewhile

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_own_names import is_zone
from tasks.extract.regions_place import Place

_SENTENCE = 400
# Behind a semicolon: what goes on about the part named last.
_FURTHER = re.compile(r"\s?(?:其中|分别|同比|环比|较|比|增|减|下降|上升|占|共|该|其)")


def is_part(place: Place, home: Place) -> bool:
    """Whether a place is a zone, a new area or the inner city, which the page of an area names as one of its parts."""
    if home.code in (None, COUNTRY):
        return False
    if place.rule == "part" and place.name.endswith(("城区", "市区")):
        return place.around in (None, home.code)
    return is_zone(place.name) or (place.rule == "natural" and place.name in words()["new_areas"])


def of_breakdown(ground: Ground, place: Place) -> bool:
    """Whether an area is the last of several parts of the page's own that its sentence goes through
    (甲区增长6%，乙县增长5%)."""
    home = ground.home.code
    if home in (None, COUNTRY) or place.rule != "mention" or not _own_part(ground, place):
        return False
    if place.end not in ground.breakdowns:
        ground.breakdowns[place.end] = _beside_another(ground, place)
    return ground.breakdowns[place.end]


def _own_part(ground: Ground, place: Place) -> bool:
    """Whether a place is another area than the page's own, or a part of it that has no code (a county of Taiwan)."""
    home = ground.home.code
    return place.around == home if place.code is None else place.code not in (COUNTRY, home)


def list_is_over(ground: Ground, place: Place, start: int) -> bool:
    """Whether a semicolon behind a breakdown by parts takes the sentence back to the whole before a number
    (农损5200万元，甲县3200万元最多，其次为乙县1000万元；香蕉受损120公顷)."""
    mark = max(ground.text.rfind(sign, place.end, start) for sign in "；;")
    if mark < 0 or _FURTHER.match(ground.text, mark + 1):
        return False
    return of_breakdown(ground, place)


def _beside_another(ground: Ground, place: Place) -> bool:
    """Whether a part of the page's own area stands behind another one in its sentence."""
    far = max(0, place.start - _SENTENCE)
    low = max(far, *(ground.text.rfind(sign, far, place.start) + 1 for sign in "。！？\n"))
    others = takewhile(lambda other: other.start >= low, ground.backwards(place.start))
    return any(
        other.rule == "mention"
        and other.reach in ("topic", "clause", "sentence")
        and _own_part(ground, other)
        and (other.name != place.name if other.code is None else not _nested(ground, other, place))
        for other in others
    )


def _nested(ground: Ground, one: Place, other: Place) -> bool:
    """Whether one of two places lies in the other."""
    return ground.book.nested(one.code or COUNTRY, other.code or COUNTRY)
