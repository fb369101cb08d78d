"""Says what each number measures: the words of its clause, and what the clause leaves out put back.

The name of an indicator is its clause without the number and without the words that carry nothing. Three things are
put back: the head that a list shares (集中供养1115人、医养164人), the members that 分别 pairs with numbers, and the
subject that a clause takes over from the one before (占比89.74%, 同比增长3.2%, 覆盖12.8万户).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tasks.extract.clauses import Clause, Sentence
from tasks.extract.indicators_lists import pair_members
from tasks.extract.indicators_wording import Wording, default_wording, is_enumeration, last_member

_SEPARATORS = "、，,:：和与及或 \u3000"
_FROM = re.compile(r"[从由自][^，,；;、]{0,14}$")
_TO = re.compile(r"[^、，,；;]{0,8}[到至为成]了?[^、，,；;]{0,4}$")
_LIGHT_GAP = re.compile(r"(?:[^，,、]{0,8}[里中](?:就|便)有|[里中当]*[就便]?有?)(?:不到|不足|近|约|共|超过?|逾)?")
_MAX_NAME = 36
_MAX_SIDE = 20
_RATES = frozenset({"%", "百分点"})
_COUNTERS_OF_WHOLES = frozenset("%‰")


@dataclass(frozen=True, slots=True)
class Slot:
    """A quantity as the naming sees it: its span and unit."""

    start: int
    end: int
    unit: str
    kind: str
    noun: str = ""
    """The printed unit where it is the thing itself (13省, 5乡)."""


@dataclass(frozen=True, slots=True)
class Named:
    """The name of one quantity: how it was found (`rule`), the words before and after the number as printed.

    `listed` is true when the number continues a list (34.88%、27.55%) and shares the frame of the one before.
    """

    name: str
    rule: str
    before: str
    after: str
    listed: bool


@dataclass(slots=True)
class _State:
    """What a later clause may take over: the last full name, the names of the last run, the last numberless clause.

    `earlier` is the last name of the sentence before in the same paragraph.
    """

    earlier: str = ""
    carried: str = ""
    recent: list[str] = field(default_factory=list)
    topic: str = ""
    object: str = ""
    last: str = ""
    last_unit: str = ""
    topic_fresh: bool = False


class Namer:
    """Names the quantities of a sentence."""

    def __init__(self, wording: Wording | None = None) -> None:
        self.wording = wording or default_wording()

    def name(
        self, masked: str, sentence: Sentence, slots: Sequence[Slot], regions: tuple[str, ...] = (), earlier: str = ""
    ) -> dict[int, Named]:
        """The name of every quantity of the sentence, by its index in `slots`.

        `earlier` is the last name of the sentence before, for a sentence that has no subject of its own.
        """
        state = _State(earlier=earlier)
        names: dict[int, Named] = {}
        for clause in sentence.clauses:
            if clause.quantities:
                self._clause(masked, clause, slots, regions, state, names)
            else:
                words = masked[clause.start : clause.end]
                subject = self.wording.subject(words, regions)
                state.topic, state.topic_fresh = subject or state.topic, bool(subject)
                state.object = self.wording.object(words, regions)
        return names

    def _clause(
        self,
        masked: str,
        clause: Clause,
        slots: Sequence[Slot],
        regions: tuple[str, ...],
        state: _State,
        names: dict[int, Named],
    ) -> None:
        frames = _frames(masked, clause, slots)
        run_names: list[str] = []
        base = ""
        for place, (index, frame) in enumerate(zip(clause.quantities, frames, strict=True)):
            run = _run_length(frames, place)
            if frame.listed and run_names:
                name, rule = self._next_in_list(run_names, frames, place)
                noun, first_noun = slots[index].noun, slots[clause.quantities[place - 1]].noun
                name = name.replace(first_noun, noun, 1) if noun and first_noun else name
            else:
                first = place == 0
                name, rule, base = self._own(frame, slots[index], clause, first, base, regions, state)
                run_names = pair_members(self.wording, name, run, _alike(clause, slots, place, run), state.recent, rule)
                name = run_names[0]
            names[index] = Named(
                self.wording.completed(name[:_MAX_NAME], slots[index].unit),
                rule,
                frame.before,
                frame.after,
                frame.listed,
            )
        self._remember(clause, slots, names, state)

    @staticmethod
    def _next_in_list(run_names: list[str], frames: Sequence[_Frame], place: int) -> tuple[str, str]:
        start = place
        while start > 0 and frames[start].listed:
            start -= 1
        return run_names[min(place - start, len(run_names) - 1)], "list"

    def _own(
        self, frame: _Frame, slot: Slot, clause: Clause, first: bool, base: str, regions: tuple[str, ...], state: _State
    ) -> tuple[str, str, str]:
        """The name, the rule that made it, and the left words that later numbers of the clause may share."""
        left = self.wording.before(frame.before, regions)
        if slot.kind == "rank":
            return (*self._ranked(frame, clause, first, base, regions, state), base)
        against = self.wording.times_of(frame.before) if slot.unit == "倍" else ""
        if against:
            subject = self.wording.before(frame.before[: frame.before.rfind(against[1:-2])], regions).text
            owner = "" if subject and not self.wording.needs_subject(subject) else self._owner(clause, state)
            return owner + subject + against, "times", subject
        right = self._right(frame, slot, left.text, left.kinds)
        phrase = left.text
        if right and is_enumeration(phrase):
            phrase = last_member(phrase)
        if base and not phrase and not first and left.kinds & {"reach", "change"}:
            right = ""
        if not phrase and not right and not slot.noun:
            return (*self._inherit(slot, first, base, left.kinds, state), base)
        name, rule = _join(phrase, slot.noun + right)
        if self.wording.needs_subject(phrase or name) or (slot.kind == "rank" and self.wording.needs_subject(base)):
            owner = self._owner(clause, state) if first or self.wording.needs_subject(base) else base
            if owner and owner not in name:
                whole = _prefixed(self.wording, owner, name)
                return whole, "carried subject", whole
        if not phrase and base and frame.shares_verb:
            return base + right, "shared verb", base
        if slot.unit in _COUNTERS_OF_WHOLES and rule == "after" and not any(c in name for c in "率比"):
            name += "比例"
        return name, rule, phrase or base

    def _ranked(
        self, frame: _Frame, clause: Clause, first: bool, base: str, regions: tuple[str, ...], state: _State
    ) -> tuple[str, str]:
        """What is ranked and in which field, closed by 排名: its own subject, else that of the clause before."""
        ranked, space = self.wording.rank_of(frame.before)
        thing = self.wording.before(ranked, regions).text
        field_of_rank = self.wording.tidy(space)
        owner = self._owner(clause, state) if first or self.wording.needs_subject(base) else base
        if (not thing or self.wording.needs_subject(thing)) and owner and owner not in thing:
            return _closed(_prefixed(self.wording, owner, thing) + field_of_rank), "carried subject"
        return _closed((thing or base) + field_of_rank), "before"

    def _right(self, frame: _Frame, slot: Slot, left: str, kinds: frozenset[str]) -> str:
        whole = slot.kind == "percent" and self.wording.is_whole(frame.after) and left[-1:] not in "率比重速"
        if left and not whole and (kinds & {"reach", "change"}):
            return ""
        if left and frame.after_is_shared and (len(left) > 2 or slot.kind == "percent"):
            return "" if slot.kind in ("money", "percent") else self.wording.after(frame.after)
        if left and not whole and "bound" in kinds and frame.after.startswith("的"):
            return ""
        return self.wording.after(frame.after)

    def _owner(self, clause: Clause, state: _State) -> str:
        if state.topic_fresh and state.topic and clause.opener not in ("；", ";"):
            return state.topic
        return state.carried or state.topic or state.object or state.earlier

    def _inherit(self, slot: Slot, first: bool, base: str, kinds: frozenset[str], state: _State) -> tuple[str, str]:
        if not first and base:
            return base, "same clause"
        if slot.unit == "百分点" and state.last_unit == "%" and state.last:
            return state.last, "carried name"
        if "change" not in kinds and state.object:
            return (state.topic if state.topic_fresh else state.object), "clause before"
        if state.carried:
            return state.carried, "carried name"
        return state.topic or state.object or state.earlier, "clause before"

    def _remember(self, clause: Clause, slots: Sequence[Slot], names: dict[int, Named], state: _State) -> None:
        """What later clauses take over: amounts pass their name on, what is said about them (占比, 位列) does not."""
        made = [(names[index], slots[index]) for index in clause.quantities]
        own = [named.name for named, slot in made if _passes_on(named, slot)]
        if own or not state.carried:
            state.carried = own[-1] if own else made[-1][0].name
            state.recent = _distinct(state.recent + own)[-8:]
        state.last, state.last_unit = made[-1][0].name, made[-1][1].unit
        state.topic_fresh, state.object = False, ""


def _alike(clause: Clause, slots: Sequence[Slot], place: int, run: int) -> bool:
    units = {slots[index].unit for index in clause.quantities[place : place + run]}
    return len(units) == 1 or units <= _RATES


def _distinct(names: list[str]) -> list[str]:
    """The names in order of their last use, each once."""
    return list(dict.fromkeys(reversed(names)))[::-1]


def _passes_on(named: Named, slot: Slot) -> bool:
    if named.rule == "carried subject":
        return slot.kind != "rank" and slot.unit not in ("%", "‰", "百分点", "倍")
    return named.rule != "carried name"


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words before and after one number; which of them it shares with its neighbours."""

    before: str
    after: str
    listed: bool
    after_is_shared: bool
    shares_verb: bool


def _frames(masked: str, clause: Clause, slots: Sequence[Slot]) -> list[_Frame]:
    indexes = clause.quantities
    edges = [clause.start, *(place for i in indexes for place in (slots[i].start, slots[i].end)), clause.end]
    gaps = [masked[max(edges[k], edges[k + 1] - 120) : edges[k + 1]] for k in range(0, len(edges), 2)]
    gaps[-1] = masked[edges[-2] : edges[-1]][:80]
    cut = [_split_gap(gap) for gap in gaps[1:-1]]
    frames = []
    for place in range(len(indexes)):
        before = gaps[0] if place == 0 else cut[place - 1][1]
        inner = place < len(indexes) - 1
        after = cut[place][0] if inner else gaps[-1]
        listed = place > 0 and (not gaps[place].strip(_SEPARATORS) or _LIGHT_GAP.fullmatch(gaps[place]) is not None)
        if inner and _FROM.search(before) and _TO.match(gaps[place + 1]):
            after = ""
        if place > 0 and _FROM.search(gaps[place - 1]) and _TO.match(gaps[place]):
            before, after = "至", ""
        shared = inner and cut[place][2]
        frames.append(_Frame(before, after, listed, shared, place > 0 and not before))
    return _lend_right(frames)


def _split_gap(gap: str) -> tuple[str, str, bool]:
    """What of the words between two numbers belongs to the first, what to the second, and whether both have all."""
    bare = gap.strip(" \u3000")
    if not bare.strip(_SEPARATORS) or _LIGHT_GAP.fullmatch(bare):
        return "", "", False
    if bare[-1] in "、和与及":
        return bare[:-1].removesuffix("以"), "", False
    if bare[0] in "、和与及":
        return "", bare[1:], False
    at = bare.find("、")
    if at > 0:
        return bare[:at], bare[at + 1 :], False
    return bare, bare, True


def _lend_right(frames: list[_Frame]) -> list[_Frame]:
    """Numbers printed in one breath (15316户42991人全部脱贫) share what follows the last of them."""
    for place in range(len(frames) - 2, -1, -1):
        here, then = frames[place], frames[place + 1]
        if then.listed and not here.after:
            frames[place] = _Frame(here.before, then.after, here.listed, here.after_is_shared, here.shares_verb)
    return frames


def _run_length(frames: Sequence[_Frame], place: int) -> int:
    length = 1
    while place + length < len(frames) and frames[place + length].listed:
        length += 1
    return length


def _join(left: str, right: str) -> tuple[str, str]:
    if left and right:
        return left[-_MAX_SIDE:] + right[:_MAX_SIDE], "around"
    return (left[-_MAX_NAME:], "before") if left else (right[:_MAX_NAME], "after")


def _closed(thing: str) -> str:
    return thing if "排名" in thing or "位次" in thing else thing + "排名"


def _prefixed(wording: Wording, owner: str, name: str) -> str:
    """The owner in front of a phrase that lacks its subject; 粮食播种面积 + 产量 is 粮食产量."""
    if name in wording.rates:
        return name + owner
    if wording.is_carry_noun(name) and not wording.is_growth_noun(name):
        tail = wording.dependent_tail(owner)
        if tail:
            owner = owner[: -len(tail)]
    return owner + name
