"""Names the numbers of one clause: their own words, the list they stand in, and the subject they take over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.clauses import Clause
from tasks.extract.indicators_anew import apart, begins_anew, is_settlement
from tasks.extract.indicators_compared import compared
from tasks.extract.indicators_elided import only_when
from tasks.extract.indicators_frames import Frame, Slot, frames_of, run_lengths
from tasks.extract.indicators_gaps import fulfilled, narrowed, of_the_mean
from tasks.extract.indicators_limits import relimited
from tasks.extract.indicators_lists import split_list
from tasks.extract.indicators_moves import pair_moves
from tasks.extract.indicators_parts import (
    LENGTHS,
    alike,
    is_same_moved,
    lasting,
    of_kind,
    of_place,
    only_places,
    says_more,
    with_thing,
    without_frame,
    without_place,
)
from tasks.extract.indicators_phrases import MAX_NAME, closed, join, of_whom, polish, prefixed, standard_of
from tasks.extract.indicators_ranks import counts_field, is_area, is_field, large_place, whole_field, without_within
from tasks.extract.indicators_residents import LIVING, are_residents, lives_in
from tasks.extract.indicators_runs import listed_before, members_of, uncut
from tasks.extract.indicators_sides import phrases_of
from tasks.extract.indicators_sizes import sized
from tasks.extract.indicators_spoken import so_far_done, times_as_much, took_time
from tasks.extract.indicators_state import RATES, Named, State, Subjects, name_bases
from tasks.extract.indicators_untold import (
    object_told,
    part_of_whole,
    pointed_name,
    same_deed,
    untold,
    what_is_left,
    with_announced,
    with_rate,
    without_head,
)
from tasks.extract.indicators_wording import SHARES, Wording

_AHEAD = 24
_RATE_SAID = re.compile("率|比|增速|增幅|经济增长")
_PRICED = ("价格", "票价", "标准", "费", "费用", "收费")
_OF_THE_WHOLE = ("为全", "超全", "高于全", "低于全", "占")
# 带动200户贫困户: those who gain are a figure of their own.
_HELPS = frozenset(("带动", "惠及", "吸纳", "辐射"))
# 收获土豆三十万斤，五分之一都销往外地
_ALL_OF = re.compile("(?:都|均|全都|全部)(?=.{2})")
_WITHIN = re.compile(r"^[\u3400-\u9fff]{2,12}中$")


class ClauseNamer:
    """Names the quantities of one clause. `base` are the words that its later numbers may share."""

    def __init__(
        self, wording: Wording, clause: Clause, slots: Sequence[Slot], regions: tuple[str, ...], state: State
    ) -> None:
        self.wording = wording
        self.clause = clause
        self.slots = [slots[index] for index in clause.quantities]
        self.all_slots = slots
        self.regions = regions
        self.state = state
        self.subjects = Subjects(wording, clause.opener, regions, state)
        self.base = self.ranking = self.head = self.ahead = ""
        self.ranked: dict[str, str] = {}
        self.parts: set[str] = set()

    def name_all(self, masked: str, names: dict[int, Named]) -> None:
        """Put the names of the clause into `names` and what they leave to later clauses into the state."""
        frames = frames_of(masked, self.clause, self.all_slots)
        self.ahead = masked[max(0, self.clause.start - _AHEAD) : self.clause.start]
        self.head = frames[0].before
        runs = run_lengths(frames)
        made: list[Named] = []
        run_names: list[str] = []
        for place, frame in enumerate(frames):
            if frame.listed and run_names:
                name, rule = run_names.pop(0) if len(run_names) > 1 else run_names[0], "list"
                name = self._own_noun(name, place)
            else:
                name, rule = self._own(lasting(without_frame(frame), self.slots[place]), self.slots[place], place == 0)
                name, rule = without_head(self.subjects, frame.before, name, rule, self.slots[place])
                name, rule = with_rate(self.subjects, name, rule, self.slots[place])
                name, rule = with_announced(self.subjects, name, rule, self.slots[place], frame.before)
                alone, (name, rule) = name, listed_before(self.subjects, name, rule, runs[place])
                self.base = name if self.base == alone else self.base
                name = uncut(self.subjects, name, rule, frame, runs[place])
                if (other := relimited(name, frame.before)) != name:
                    name = self.base = other
                members = members_of(self.subjects, self.slots[place : place + runs[place]], name, rule, frame)
                name, run_names = members[0], members[1:] or members
            if frame.reaches and made and not frame.after and alike(self.slots[place].unit, self.slots[place - 1].unit):
                # 学校从12名学生发展到260名, 办理的用时由3小时缩短到20分钟
                name = made[-1].name if rule == "clause before" or made[-1].name.startswith(name) else name
            made.append(Named(name[:MAX_NAME], rule, frame.before, frame.after, frame.listed))
        made[0] = self.subjects.of_fronted(made[0])
        pair_moves(made, self.slots, frames, self.state.recent)
        name_bases(made, self.slots)
        self.subjects.remember(made, self.slots, self.parts, self.ranked)
        for index, slot, named in zip(self.clause.quantities, self.slots, made, strict=True):
            full = polish(self.wording.completed(named.name, slot.unit))
            names[index] = named if full == named.name else replace(named, name=full)

    def _own_noun(self, name: str, place: int) -> str:
        """玉树3县5乡: the second number has its own noun in the frame of the first."""
        mine, at = self.slots[place].noun, place - 1
        while at >= 0 and self.slots[at].noun and self.slots[at].noun not in name:
            at -= 1
        first = self.slots[at].noun if at >= 0 else ""
        return name.replace(first, mine, 1) if mine and first else name

    def _own(self, frame: Frame, slot: Slot, first: bool) -> tuple[str, str]:
        """The name of a number that continues no list, and the rule that made it."""
        back = pointed_name(self.subjects, frame, slot.unit, lambda rest: self._named(rest, slot, True))
        return back or self._named(frame, slot, first)

    def _named(self, frame: Frame, slot: Slot, first: bool) -> tuple[str, str]:
        """The same for a number whose words point back to nothing."""
        special = untold(self.subjects, frame, slot, first) or self._special(frame, slot, first)
        if special:
            return special
        left = self.wording.before(frame.before, self.regions)
        phrase, right = phrases_of(self.subjects, frame, slot, left)
        printed = phrase
        if not right and not slot.noun and slot.unit not in LENGTHS and only_when(frame.before):
            phrase = ""
            if first and not self.state.fresh and (told := self.state.alike(slot.unit)):
                return told, "carried name"
        taken = self._taken_over(frame, slot, phrase, right, first)
        if taken:
            return taken
        reached = not left.kinds.isdisjoint(("reach", "change"))
        for_whom = slot.unit in LIVING and frame.before.endswith("为")
        if self.base and not phrase and not first and reached and not for_whom:
            right = ""
        if not phrase and not right and not slot.noun:
            own = (self.base, "same clause") if self.base and not first else None
            inherited = own or self.subjects.inherit(slot, left)
            inherited = inherited if inherited[0] else (printed, "before")
            counted = self.state.last_unit if first else self.slots[0].unit
            settled = inherited[1] == "clause before" and is_settlement(inherited[0])
            if slot.unit in LIVING and (settled or lives_in(inherited[0], counted, frame.before)):
                return LIVING[slot.unit], "residents"
            if slot.unit == "百分点" and inherited[0] and (move := narrowed(frame.before, self.ahead)):
                return prefixed(self.wording, inherited[0], move), "carried subject"
            self.base = self.base or inherited[0]
            return inherited
        return self._joined(phrase, slot, right, first, frame, left.kinds)

    def _taken_over(self, frame: Frame, slot: Slot, phrase: str, right: str, first: bool) -> tuple[str, str] | None:
        """The name of a place, a part or a move that is measured as what was named before it, None for any other."""
        if (phrase in self.wording.wheres or only_places(phrase, self.state.lone)) and slot.unit in RATES and not right:
            return of_kind(phrase, self.subjects.owner()), "carried subject"
        if phrase and not right and not slot.noun and (shared := of_place(self.state, phrase, slot.unit)):
            return shared, "carried name"
        if first and not right and not slot.noun and (thing := object_told(self.subjects, frame, slot, phrase)):
            return thing, "before"
        told = (self.subjects, phrase, slot.unit)
        if not right and (rest := what_is_left(*told) or same_deed(*told)):
            return rest, "carried name"
        if part := part_of_whole(self.subjects, frame, slot, phrase):
            return part, "carried subject"
        named, counted = (self.state.last, self.state.last_unit) if first else (self.base, self.slots[0].unit)
        if not right and slot.unit == counted and (other := self.wording.in_place_of(phrase, named)):
            return other, "before"
        if first and not right and is_same_moved(phrase, self.state.last):
            return self.state.last, "carried name"
        if not phrase and not first and slot.unit == "百分点" and self.state.rate and self.slots[0].unit not in RATES:
            return self.state.rate, "carried name"
        return None

    def _special(self, frame: Frame, slot: Slot, first: bool) -> tuple[str, str] | None:
        """The name of a rank, a length of time, a standard and the like, which its kind and a phrase decide."""
        if frame.reaches and self.base:
            behind = frame.after.strip("。！？…\n")
            moved = behind if behind not in self.base else ""
            return (slot.kind == "rank" and self.ranking) or self.base + moved, "same clause"
        if slot.kind == "rank":
            return self._ranked(frame, first)
        if slot.unit == "名次" and self.state.last and not self.wording.before(frame.before, self.regions).text:
            return closed(self.state.last), "carried name"
        if held := compared(self.subjects, lambda: self._owner_or_base(first), frame, slot):
            return held
        if slot.unit in LENGTHS and (took := took_time(self.wording, self.regions, self.subjects, frame)):
            return took
        if slot.unit in LIVING and are_residents(frame):
            return LIVING[slot.unit], "residents"
        if thing := sized(self.wording, frame, slot):
            return thing, "after"
        if standard := standard_of(frame.before, frame.after):
            paid = self.wording.before(frame.before.rstrip().removesuffix("照").removesuffix("按"), self.regions).text
            return paid if paid.endswith(_PRICED) else self.wording.tidy(standard), "standard"
        if slot.unit in SHARES and (aim := fulfilled(frame.before)):
            return so_far_done(self.wording, self.regions, self.subjects, frame, *aim)
        if (slot.unit == "倍" or of_the_mean(frame.before)) and (against := self.wording.times_of(frame.before)):
            return times_as_much(self.wording, self.regions, self.subjects, *against)
        return None

    def _owner_or_base(self, first: bool) -> str:
        """The name before in the clause, in its first number the subject from before."""
        return self.base if self.base and not first else self.subjects.owner()

    def _joined(
        self, phrase: str, slot: Slot, right: str, first: bool, frame: Frame, kinds: frozenset[str]
    ) -> tuple[str, str]:
        """Left and right words as one name, with the subject that they lack."""
        name, rule = join(phrase, slot.noun + with_thing(self.state, slot, phrase, right))
        if rule == "after" and first and self.state.fresh and (group := of_whom(self.state.bare[-1], frame)):
            return join(group, right)
        said = phrase if right else without_place(phrase, self.state.lone)
        complete = right and (self.wording.is_deed(phrase) or (phrase in _HELPS and slot.unit in LIVING))
        complete = complete or (first and begins_anew(self.wording, self.state, slot, phrase, right))
        lacking = self.wording.needs_subject(said or name) and not complete
        amount = slot.kind in ("quantity", "money")
        if right and frame.after.startswith("的") and amount and not self.wording.needs_subject(right):
            lacking = False
        built = not first and phrase.endswith("建") and not self.wording.is_part_only(self.base)
        counted = self.slots[0].unit if built else self.state.last_unit
        part = not right and slot.unit == counted and self.wording.is_part_only(phrase)
        within = first and not right and slot.unit in SHARES and "占" in frame.before
        if within and _WITHIN.match(phrase.removesuffix("占比")):
            name, lacking = name.removesuffix("占比") + "占比", True
        more = first and not right
        more = more and (
            says_more(self.wording, self.state, frame, slot, phrase, kinds) or self.subjects.told_of_the_whole(name)
        )
        if lacking or part or more:
            owner = self.subjects.owner() if first or self.wording.needs_subject(self.base) else self.base
            owner = self.subjects.of_amount(owner, slot)
            owner = "" if name.startswith("占") and owner.removesuffix("占") in self.state.lone else owner
            if self.wording.needs_fresh_subject(name):
                owner = self.subjects.fresh_topic()
            fits = owner not in name or name.startswith(_OF_THE_WHOLE)
            fits = (
                fits
                and not (part and self.wording.is_part_only(owner))
                and not (owner[-1:] in "率比" and slot.unit not in RATES)
                and not apart(owner, name, slot)
            )
            if owner and fits:
                whole = prefixed(self.wording, owner, name if right or slot.noun else said)
                if part:
                    self.base = owner
                    self.parts.add(whole)
                    return whole, "carried subject"
                self.base = (
                    (prefixed(self.wording, owner, phrase) if phrase and right else whole) if first else self.base
                )
                return whole, "carried subject"
        if first and not right and self.wording.only_spends(phrase) and (project := self.subjects.project()):
            return project + phrase, "carried subject"
        if not phrase and self.base and frame.bare:
            return self.base + right, "shared verb"
        if first and rule == "after" and slot.unit in SHARES and _ALL_OF.match(name) and (whole := self.state.carried):
            return whole + name + "比例", "carried subject"
        if slot.unit in SHARES and rule == "after" and _RATE_SAID.search(name) is None:
            name += "比例"
        self.base = phrase or self.base
        return name, rule

    def _ranked_in_field(self, first: bool) -> str:
        """What is ranked among those that were counted last (增速位居12个县第三, 甲县名列19个县第一)."""
        said = "" if first else self.wording.before(self.wording.rank_of(self.head)[0], self.regions).text
        if not said or said in self.state.lone or is_area(said):
            return without_within(self.subjects.topic() or self.subjects.object())
        return prefixed(self.wording, self.subjects.owner(), said) if self.wording.needs_subject(said) else said

    def _ranked(self, frame: Frame, first: bool) -> tuple[str, str]:
        """What is ranked and in which field, closed by 排名: its own subject, else that of the clause before."""
        ranked, space = self.wording.rank_of(frame.before)
        thing = self.wording.before(ranked, self.regions).text
        space = self.wording.tidy(space)
        if not (space or thing) and (whole := whole_field(ranked)):
            space = whole.group()
        if is_field(thing):
            thing, space = "", thing + space
        if frame.after.startswith("的") and (following := self.wording.after(frame.after)) and not thing:
            return closed(following), "after"
        if large := large_place(frame.after):
            whose = "" if thing in self.state.lone else thing
            return closed(whose + space + large.group(1).removeprefix("大")), "after"
        owner = self.base
        if counts_field(self.head, self.ahead, first) and (told := self._ranked_in_field(first)):
            owner, thing = told, thing if first else ""
        elif first or not owner or self.wording.needs_subject(owner):
            owner = without_within(self.subjects.owner())
        thing = "" if owner and thing in self.state.lone else thing
        lacking = not thing or all(self.wording.needs_subject(one) for one in split_list(thing))
        if lacking and owner and owner not in thing:
            thing = prefixed(self.wording, owner, thing)
        # What follows in the clause is of the thing, not of its rank (总量居全省第三、增长5%).
        thing = thing or self.base
        self.ranking = closed(thing + space)
        self.base = self.ranking if "排名" in frame.before else thing
        self.ranked[self.ranking] = self.base
        return self.ranking, "carried subject" if lacking else "before"
