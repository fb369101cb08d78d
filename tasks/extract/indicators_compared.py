"""Names of figures that only hold something against another: a rank, an expected index, another area or thing."""

from __future__ import annotations

from collections.abc import Callable

from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_gaps import beyond, gap_to, growth_beside, held_against, standing_at
from tasks.extract.indicators_phrases import prefixed
from tasks.extract.indicators_state import RATES, Subjects


def compared(subjects: Subjects, owner: Callable[[], str], frame: Frame, slot: Slot) -> tuple[str, str] | None:
    """The name of a number that holds a rank, or of a gap to another area or thing, and its rule; None for any other.

    `owner` looks up the name that the number may take over: few need it.
    """
    wording, state, regions = subjects.wording, subjects.state, subjects.regions
    if standing_at(frame) and (told := state.alike(slot.unit)):
        whose = wording.before(frame.before.rstrip()[:-1], regions).text
        if not whose or whose in state.lone:
            return told, "carried name"
    if (base := held_against(frame.before, slot.unit)) and (told := state.alike(slot.unit)):
        return told + base, "carried name"
    if slot.unit == "百分点" and (told_growth := growth_beside(frame.before)) and (thing := _not_a_share(subjects)):
        return thing + told_growth, "carried subject"
    if slot.unit == "百分点" and (base := beyond(frame.before)) and (name := owner()):
        return name + base, "carried subject"
    if (slot.kind in ("money", "quantity") or slot.unit in RATES) and (gap := gap_to(frame.before)):
        whose = wording.before(gap[0], regions).text
        if not whose or wording.needs_subject(whose):
            whose = prefixed(wording, owner(), whose)
        return whose + gap[1], "carried subject"
    return None


def _not_a_share(subjects: Subjects) -> str:
    """The amount whose share was told last, "" where the last name is no share."""
    state = subjects.state
    if "占" not in state.last and not state.last.endswith(("比重", "占比", "份额")):
        return ""
    return next((name for name, unit in reversed(state.recent) if unit not in RATES and "占" not in name), "")
