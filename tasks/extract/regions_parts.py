"""Parts of the area that a page is about: zones in it, and the counties that one sentence goes through."""

from __future__ import annotations

from itertools import takewhile

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_own_names import is_zone
from tasks.extract.regions_place import Place

_SENTENCE = 400


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
    if home in (None, COUNTRY) or place.rule != "mention" or place.code in (None, home):
        return False
    if place.end not in ground.breakdowns:
        ground.breakdowns[place.end] = _beside_another(ground, place)
    return ground.breakdowns[place.end]


def _beside_another(ground: Ground, place: Place) -> bool:
    """Whether a part of the page's own area stands behind another one in its sentence."""
    home = ground.home.code
    far = max(0, place.start - _SENTENCE)
    low = max(far, *(ground.text.rfind(sign, far, place.start) + 1 for sign in "。！？\n"))
    others = takewhile(lambda other: other.start >= low, ground.backwards(place.start))
    return any(
        other.rule == "mention"
        and other.reach in ("topic", "clause", "sentence")
        and other.code not in (None, COUNTRY, home)
        and not ground.book.nested(other.code or COUNTRY, place.code or COUNTRY)
        for other in others
    )
