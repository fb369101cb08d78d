"""Runs of numbers in one frame: the names of their members, whose list may stand in the clause before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_lists import (
    SECTORS,
    TOWN_AND_COUNTRY,
    by_sector,
    is_of_both,
    members_by_clauses,
    pair_members,
    points_back,
    split_list,
)
from tasks.extract.indicators_parts import only_places
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_residents import LIVING
from tasks.extract.indicators_state import Subjects
from tasks.extract.indicators_wording import MOVE_NOUNS, SHARES

_MOVE_OF = re.compile(f"(?:{MOVE_NOUNS})$")


def listed_before(subjects: Subjects, name: str, rule: str, run: int) -> tuple[str, str]:
    """青海、新疆增幅较大，分别增长45%、25%: the clause before lists as many members as there are numbers."""
    if run < 2 or not subjects.state.fresh:
        return name, rule
    if rule == "before" and len(split_list(name, run)) != run and not points_back(name):
        owners = subjects.listed(run)
        return ("、".join(owner + name for owner in owners), rule) if owners else (name, rule)
    if rule not in ("carried name", "clause before"):
        return name, rule
    if run == len(TOWN_AND_COUNTRY) and is_of_both(topic := subjects.fresh_topic()):
        return topic, "clause before"
    said = subjects.object()
    owner = subjects.state.earlier if subjects.state.last_unit == "个" else subjects.state.carried
    if owner and only_places(_MOVE_OF.sub("", said), subjects.state.lone):
        return owner, "carried name"
    return (said, "clause before") if len(split_list(said, run)) == run else (name, rule)


def uncut(subjects: Subjects, name: str, rule: str, frame: Frame, run: int) -> str:
    """The whole list that a run of numbers has before it, where the name keeps only its last members."""
    if run < 2 or rule != "before" or len(name) < MAX_NAME:
        return name
    whole = subjects.wording.before(frame.before, subjects.regions).text
    return whole if whole.endswith(name) and len(split_list(whole, run)) == run else name


def members_of(subjects: Subjects, slots: Sequence[Slot], name: str, rule: str, frame: Frame) -> list[str]:
    """The names of a run of numbers in one frame, given as `name`; the same for all where it names one thing."""
    wording, state, run = subjects.wording, subjects.state, len(slots)
    units = [slot.unit for slot in slots]
    if rule == "residents":
        return [LIVING.get(unit, name) for unit in units]
    if run > 1 and slots[0].end == slots[1].start:
        return _by_groups(subjects, slots, name, rule)
    # 平均每12个人里就有一个: the two are no list.
    if run < 2 or frame.before.endswith("每"):
        return [name]
    if run == SECTORS and (sectors := by_sector(name, state.sectors if {*units} == {"%"} else ())):
        state.sectors = tuple(sectors)
        return sectors
    # 甲和乙的收入9000元、占60%: two figures of one thing.
    one_by_one = "分别" in frame.before or "依次" in frame.before
    if len({unit in SHARES for unit in units}) > 1 and not one_by_one:
        return [name]
    clauses = state.bare[1 - run :] if state.fresh and rule == "before" else []
    if members := members_by_clauses(wording, clauses, name, run):
        return members
    told = list(dict.fromkeys(state.lasts))[-run:]
    if points_back(name) and len(told) == run and len({unit in SHARES for unit in units}) > 1:
        return told
    enough = len(state.recent) >= run or (state.recent and len(split_list(state.recent[-1][0], run)) == run)
    recent = state.recent if enough or not points_back(name) else state.past
    return pair_members(wording, name, units, recent, rule)


def _by_groups(subjects: Subjects, slots: Sequence[Slot], name: str, rule: str) -> list[str]:
    """The names of figures printed in groups without a mark within (甲和乙分别为1170户3519人、363户986人)."""
    width = next((at for at in range(1, len(slots)) if slots[at].start != slots[at - 1].end), len(slots))
    firsts = slots[::width]
    alike = all(slot.unit == slots[at % width].unit for at, slot in enumerate(slots))
    if len(firsts) < 2 or len(slots) % width or not alike:
        return [name]
    owners = pair_members(subjects.wording, name, [slot.unit for slot in firsts], subjects.state.recent, rule)
    return [owner for owner in owners for _ in range(width)] if len(owners) == len(firsts) else [name]
