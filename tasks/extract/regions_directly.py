"""The place that stands with 的 right before a number and is told of for itself, whoever the sentence is about."""

from __future__ import annotations

import re

from tasks.extract.regions_ground import Ground
from tasks.extract.regions_place import Place

# 21万名用户受影响，包括台湾的4218人; 更把中国的第147名甩在后头.
_LEADS = ("包括", "包含", "内含", "其中", "包括了", "把", "将")
_OF = re.compile("的(?:第?[0-9一二三四五六七八九十百]{1,4}[名位]?[、和与及])?")
_ENDS = frozenset("的、和与及")
_AREAS = ("mention", "pointer", "pointer_country", "foreign")


def directly(ground: Ground, start: int) -> Place | None:
    """The area whose own number it is (包括台湾的4218人, 把中国的第147名甩在后头), None where none is told of so."""
    if ground.text[start - 1 : start] not in _ENDS:
        return None
    place = ground.before(start)
    if place is None or place.rule not in _AREAS or _OF.fullmatch(ground.text, place.end, start) is None:
        return None
    return place if ground.text.endswith(_LEADS, 0, place.start) else None
