"""Moves told one by one of as many figures before them: 优良天数338天，优良率92.6%，分别多6天、提高1.6个百分点."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_state import INHERITED, RATES, Named

_PAIR = 2


def pair_moves(
    made: list[Named], slots: Sequence[Slot], frames: Sequence[Frame], recent: Sequence[tuple[str, str]]
) -> None:
    """Gives rates that go apart (分别下降3%和增长2%) the names of as many amounts before them, in place."""
    run = len(made)
    if run < _PAIR or "分别" not in frames[0].before:
        return
    # 优良天数338天，优良率92.6%，分别多6天、提高1.6个百分点: units that differ say which is which.
    told = [(unit, slot.unit) for (_, unit), slot in zip(recent[-run:], slots, strict=False)]
    each = len(set(told)) == run and all(one == other or {one, other} == {"%", "百分点"} for one, other in told)
    owners = [owner for owner, unit in recent[-run:] if each or unit not in RATES]
    if len(set(owners)) != run:
        return
    rates = all(slot.unit in RATES for slot in slots)
    if (each or rates) and all(named.rule in INHERITED for named in made):
        for place, owner in enumerate(owners):
            made[place] = replace(made[place], name=owner)
