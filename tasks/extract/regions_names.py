"""Places inside names and comparisons: teams called by their province, 中国 as a word in quotes, 同甲市相比."""

from __future__ import annotations

import re

from tasks.extract.regions_place import Spot

_TEAM = re.compile("(?:[男女]|代表|医疗|救援|支援|足球|篮球|排球|冰球|援[一-鿿]{1,2})*队(?!伍|员|列|长|友)")
_BASE_LEAD = re.compile("(?:同|与|和|跟|较)[^，。；,;：:\n]{0,10}$")
_BASE_NEXT = re.compile("[^，。；,;\n]{0,16}?相比")
_NEAR = 12


def in_a_name(spot: Spot) -> str:
    """The reach of a place that is only part of a name or a base of comparison; empty for any other place."""
    text, place = spot.text, spot.place
    if place.rule == "pointer_country" and spot.lead.endswith("“") and text.startswith("”", place.end):
        return "ignored"
    if place.rule not in ("mention", "pointer_country", "pointer"):
        return ""
    base = _BASE_LEAD.search(text, max(0, place.start - _NEAR), place.start)
    return "ignored" if base and _BASE_NEXT.match(text, place.end) else ""


def of_team(spot: Spot) -> bool:
    """Whether a place only gives its name to a team (甲省队, 乙市医疗队), which no sentence goes on about."""
    return spot.place.rule == "mention" and _TEAM.match(spot.text, spot.place.end) is not None
