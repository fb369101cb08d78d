"""What 这里 means where a paragraph is at an institution: the hospital, reserve or estate, not the area around it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.extract import regions_words as cues
from tasks.extract.regions_firms import is_firm
from tasks.extract.regions_place import Place


def body_meant(text: str, start: int, found: Sequence[Place]) -> Place | None:
    """The institution that a paragraph is at when it says 这里 (在甲医院，目前在这里…; 在乙保护区，…。丙省在这里…)."""
    index = len(found) - 1
    while index >= 0 and (found[index].reach == "ignored" or _acts_here(text, found[index], start)):
        index -= 1
    body = found[index] if index >= 0 else None
    if body is None or body.rule not in ("institution", "part") or text.find("\n", body.end, start) >= 0:
        return None
    lead = text[max(0, body.start - 4) : body.start]
    inside = lead.endswith(("在", "走进", "来到", "位于"))
    return body if inside or (body.reach == "topic" and not is_firm(body.name)) else None


def _acts_here(text: str, place: Place, start: int) -> bool:
    """Whether an area is only who does something there (甲省林业部门在这里修复湿地)."""
    return (
        place.rule == "mention" and text.endswith("在", 0, start) and not cues.CLAUSE_END.search(text, place.end, start)
    )
