"""Where an event took place: how far its point is from other places is told of the area that it happened in.

震中距丁县56公里: of the area of the quake, whatever places the text has named since.
"""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_SENTENCE, _FAR = 80, 1500
_AREAS = ("mention", "foreign")
# 震源深度7公里，全台1死146伤: behind these the sentence has left the point.
_LEFT = re.compile("[，；,;](?![^，；,;\n]{0,12}(?:距|离|相距|公里))")
_HAPPENED = re.compile("[^，。；\n]{0,16}?(?:发生|突发|爆发|遭遇|出现)")


@cache
def _point() -> Sought:
    """The point of an event in front of how far it lies, or how deep."""
    return Sought(rf"(?:{either(words()['event_points'])})[^。；\n0-9]{{0,16}}?(?:距|离|相距|深度|位于)")


def of_event(ground: Ground, sentence: int, start: int) -> Place | None:
    """The area of the event whose point a distance is measured from, None for any other number."""
    point = _point().search(ground.text, max(sentence, start - _SENTENCE), start)
    if point is None or _LEFT.search(ground.text, point.end(), start):
        return None
    for place in ground.backwards(start):
        if place.end < start - _FAR:
            break
        told = place.code != COUNTRY and place.reach not in ("ignored", "local")
        if told and place.rule in _AREAS and _HAPPENED.match(ground.text, place.end):
            return place
    home = ground.home
    return home if home.code not in (None, COUNTRY) and home.reach != TOLD else None
