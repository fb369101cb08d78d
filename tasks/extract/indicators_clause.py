"""Names the numbers of one clause: their own words, the list they stand in, and the subject they take over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.clauses import Clause
from tasks.extract.indicators_anew import apart, begins_anew, is_settlement
from tasks.extract.indicators_counted import thing_there
from tasks.extract.indicators_frames import Frame, Slot, frames_of, run_lengths
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
from tasks.extract.indicators_parts import (
    LENGTHS,
    STUMPS,
    acts_on,
    are_residents,
    as_long_as,
    beyond,
    fulfilled,
    gap_to,
    grand_total,
    is_pronoun,
    is_same_moved,
    is_water,
    lasting,
    lives_in,
    narrowed,
    of_place,
    of_the_mean,
    of_the_same_scale,
    of_whom,
    only_places,
    says_more,
    says_of_part,
    size_of,
    standing_at,
    tells_of_part,
    with_thing,
    without_examples,
    without_frame,
    without_place,
)
from tasks.extract.indicators_phrases import (
    MAX_NAME,
    closed,
    is_counted_thing,
    join,
    polish,
    prefixed,
    standard_of,
)
from tasks.extract.indicators_ranks import is_field, large_place, ranked_among, whole_field
from tasks.extract.indicators_spoken import so_far_done, times_as_much, took_time
from tasks.extract.indicators_state import RATES, Named, State, Subjects, name_bases, pair_moves
from tasks.extract.indicators_trim import Trimmed
from tasks.extract.indicators_wording import SHARES, Wording

_SHORT_VERB, _AHEAD = 2, 24
_TOOK = re.compile(
    r"(?:[仅只]?(?<![利采使启运应引动录聘任占停费])用了?(?:时)?|[仅只]?花了|只花|耗时)(?:不到|近|约|短短|仅)?$"
)
_NEEDS = re.compile(r"(?:[仅只]需要?|需要?)(?:不到|近|约)?的?时间$")
_RATE_SAID = re.compile("率|比|增速|增幅|经济增长")
# 16家公园、8处舞台、百年老桥等景点: the number is of the first of them only.
_FIRST_OF = re.compile(r"([^、，（(]{2,10})、[^、，（(]{2,12}等")
# 3个城市完成20项改造, 5个县把3亿元用于…: the verb is of the next number.
_DOES = re.compile(
    "(?<=.)(?:共?(?:实现|完成|实施)了?|共?(?<!方)向|把|(?<!小)将|(?<![反面针])对|(?<!参)与|给|让|(?<!棉)被)$"
)
# 投入650万元对9个村庄开展…
_POINTERS = frozenset(("对", "为", "向", "给", "让", "使", "将", "把"))
_PRICED = ("价格", "票价", "标准", "费", "费用", "收费")
_OF_THE_WHOLE = ("为全", "超全", "高于全", "低于全", "占")
_ENDS = "。！\n "
_LIVING = {"户": "户数", "人": "人口"}
# 降水量比常年偏多的仅有7个省: those of whom it is said are counted.
_THOSE = re.compile("([^，；。]{3,24}的)(?:仅|只|共|就|已|还)*有(?:近|约|超过?)*")
# 带动200户贫困户: those who gain are a figure of their own.
_HELPS = frozenset(("带动", "惠及", "吸纳", "辐射"))
# 小学12所。全县专任教师860人: those of the whole county.
_OF_ALL = re.compile(r"[\s\x01]*全[国省市县区州旗镇乡]")
# 县里拨付550万元扶贫资金以3个村入股: what is paid out stands behind, what is done with it is not of it.
_SPENDS = ("拨付", "下拨", "投入", "安排", "发放", "筹集", "筹措", "落实", "争取", "整合", "提供", "拿出", "给予")
_FUNDS = re.compile("(?:的)?[\u3400-\u9fff]{0,14}?(?:资金|补助款?|补贴|贷款|专款|奖金|基金|经费|债券)")
# 收获土豆三十万斤，五分之一都销往外地
_ALL_OF = re.compile("(?:都|均|全都|全部)(?=.{2})")
_MOVE_OF = re.compile("(?:增幅|降幅|涨幅|跌幅|增速|升幅)$")
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
        self.base = self.ranking = self.ahead = ""
        self.ranked: dict[str, str] = {}
        self.parts: set[str] = set()

    def name_all(self, masked: str, names: dict[int, Named]) -> None:
        """Put the names of the clause into `names` and what they leave to later clauses into the state."""
        frames = frames_of(masked, self.clause, self.all_slots)
        self.ahead = masked[max(0, self.clause.start - _AHEAD) : self.clause.start]
        runs = run_lengths(frames)
        made: list[Named] = []
        run_names: list[str] = []
        for place, frame in enumerate(frames):
            if frame.listed and run_names:
                name, rule = run_names.pop(0) if len(run_names) > 1 else run_names[0], "list"
                name = self._own_noun(name, place)
            else:
                name, rule = self._own(lasting(without_frame(frame), self.slots[place]), self.slots[place], place == 0)
                name, rule = self._listed_before(name, rule, runs[place])
                members = self._members(self._uncut(name, rule, frame, runs[place]), rule, frame, place, runs[place])
                name, run_names = members[0], members[1:] or members
            made.append(Named(name[:MAX_NAME], rule, frame.before, frame.after, frame.listed))
        pair_moves(made, self.slots, frames, self.state.recent)
        name_bases(made, self.slots)
        self.subjects.remember(made, self.slots, self.parts, self.ranked)
        for index, slot, named in zip(self.clause.quantities, self.slots, made, strict=True):
            full = polish(self.wording.completed(named.name, slot.unit))
            names[index] = named if full == named.name else replace(named, name=full)

    def _listed_before(self, name: str, rule: str, run: int) -> tuple[str, str]:
        """青海、新疆增幅较大，分别增长45%、25%: the clause before lists as many members as there are numbers."""
        if run < 2 or rule not in ("carried name", "clause before") or not self.state.fresh:
            return name, rule
        if run == len(TOWN_AND_COUNTRY) and is_of_both(topic := self.subjects.fresh_topic()):
            return topic, "clause before"
        said = self.subjects.object()
        owner = self.state.earlier if self.state.last_unit == "个" else self.state.carried
        if owner and only_places(_MOVE_OF.sub("", said), self.state.lone):
            return owner, "carried name"
        return (said, "clause before") if len(split_list(said, run)) == run else (name, rule)

    def _uncut(self, name: str, rule: str, frame: Frame, run: int) -> str:
        """The whole list that a run of numbers has before it, where the name keeps only its last members."""
        if run < 2 or rule != "before" or len(name) < MAX_NAME:
            return name
        whole = self.wording.before(frame.before, self.regions).text
        return whole if whole.endswith(name) and len(split_list(whole, run)) == run else name

    def _members(self, name: str, rule: str, frame: Frame, place: int, run: int) -> list[str]:
        units = [slot.unit for slot in self.slots[place : place + run]]
        if rule == "residents":
            return [_LIVING.get(unit, name) for unit in units]
        if run < 2 or self.slots[place].end == self.slots[place + 1].start:
            return [name]
        if run == SECTORS and (sectors := by_sector(name, self.state.sectors if {*units} == {"%"} else ())):
            self.state.sectors = tuple(sectors)
            return sectors
        # 甲和乙的收入9000元、占60%: two figures of one thing.
        if len({unit in SHARES for unit in units}) > 1 and "分别" not in frame.before:
            return [name]
        clauses = self.state.bare[1 - run :] if self.state.fresh and rule == "before" else []
        if members := members_by_clauses(self.wording, clauses, name, run):
            return members
        recent = self.state.recent if len(self.state.recent) >= run or not points_back(name) else self.state.past
        return pair_members(self.wording, name, units, recent, rule)

    def _own_noun(self, name: str, place: int) -> str:
        """玉树3县5乡: the second number has its own noun in the frame of the first."""
        mine, at = self.slots[place].noun, place - 1
        while at >= 0 and self.slots[at].noun and self.slots[at].noun not in name:
            at -= 1
        first = self.slots[at].noun if at >= 0 else ""
        return name.replace(first, mine, 1) if mine and first else name

    def _own(self, frame: Frame, slot: Slot, first: bool) -> tuple[str, str]:
        """The name of a number that continues no list, and the rule that made it."""
        special = self._special(frame, slot, first)
        if special:
            return special
        left = self.wording.before(frame.before, self.regions)
        phrase, right = self._phrases(frame, slot, left)
        taken = self._taken_over(frame, slot, phrase, right, first)
        if taken:
            return taken
        reached = not left.kinds.isdisjoint(("reach", "change"))
        for_whom = slot.unit in _LIVING and frame.before.endswith("为")
        if self.base and not phrase and not first and reached and not for_whom:
            right = ""
        if not phrase and not right and not slot.noun:
            own = (self.base, "same clause") if self.base and not first else None
            inherited = own or self.subjects.inherit(slot, left)
            counted = self.state.last_unit if first else self.slots[0].unit
            settled = slot.unit in _LIVING and "clause before" in inherited and is_settlement(inherited[0])
            if settled or lives_in(inherited[0], slot.unit, counted, frame.before):
                return _LIVING[slot.unit], "residents"
            if slot.unit == "百分点" and inherited[0] and (move := narrowed(frame.before, self.ahead)):
                return prefixed(self.wording, inherited[0], move), "carried subject"
            self.base = self.base or inherited[0]
            return inherited
        return self._joined(phrase, slot, right, first, frame, left.kinds)

    def _phrases(self, frame: Frame, slot: Slot, left: Trimmed) -> tuple[str, str]:
        """The words before and after a number that name it, without places, examples and who does something."""
        if there := thing_there(frame.before, frame.after, slot.unit):
            return "", there
        right = self._right(frame, slot, left)
        phrase = without_examples(left.text, frame.before) if right else left.text
        if right and acts_on(frame, slot):
            phrase = ""
        if slot.unit not in RATES and (those := _THOSE.fullmatch(frame.before)) and frame.after:
            right = right or self.wording.after(frame.after)
            phrase = self.wording.head_off(those.group(1), self.regions) if right else phrase
        phrase = grand_total(frame) or of_the_same_scale(phrase, self.state.last) or size_of(frame, slot)
        if not right and _OF_ALL.match(frame.before) is None:
            phrase = of_whom(phrase, self.state.last, self.state.earlier) + phrase
        lone = phrase in self.state.lone or is_water(phrase) or is_pronoun(frame.before, phrase)
        if (lone and not right and not slot.noun) or (right and phrase in STUMPS):
            phrase = ""
        return phrase, right

    def _taken_over(self, frame: Frame, slot: Slot, phrase: str, right: str, first: bool) -> tuple[str, str] | None:
        """The name of a place, a part or a move that is measured as what was named before it, None for any other."""
        if (phrase in self.wording.wheres or only_places(phrase, self.state.lone)) and slot.unit in RATES and not right:
            return self.subjects.owner() or phrase, "carried subject"
        if phrase and not right and not slot.noun and (shared := of_place(self.state, phrase, slot.unit)):
            return shared, "carried name"
        part = (not phrase and says_of_part(frame)) or tells_of_part(frame, slot, self.state)
        if part and (whole := self.subjects.owner()):
            share = "比例" if slot.unit in SHARES else ""
            return prefixed(self.wording, whole, self.wording.after(frame.after)) + share, "carried subject"
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
            moved = frame.after if frame.after not in self.base else ""
            return (slot.kind == "rank" and self.ranking) or self.base + moved, "same clause"
        if slot.kind == "rank":
            return self._ranked(frame, first)
        if slot.unit == "名次" and self.state.last and not self.wording.before(frame.before, self.regions).text:
            return closed(self.state.last), "carried name"
        if compared := self._compared(frame, slot, first):
            return compared
        if slot.unit in LENGTHS and (
            took := _TOOK.search(frame.before) or _NEEDS.search(frame.before + frame.after[:3])
        ):
            return took_time(self.wording, self.regions, self.subjects, frame, took.start())
        if slot.unit in _LIVING and are_residents(frame, _ENDS):
            return _LIVING[slot.unit], "residents"
        if long := as_long_as(frame, slot):
            return self.wording.after(frame.after) + long, "after"
        if standard := standard_of(frame.before, frame.after):
            paid = self.wording.before(frame.before.rstrip().removesuffix("照").removesuffix("按"), self.regions).text
            return paid if paid.endswith(_PRICED) else self.wording.tidy(standard), "standard"
        if slot.unit in SHARES and (aim := fulfilled(frame.before)):
            return so_far_done(self.wording, self.regions, self.subjects, frame, *aim)
        if (slot.unit == "倍" or of_the_mean(frame.before)) and (against := self.wording.times_of(frame.before)):
            return times_as_much(self.wording, self.regions, self.subjects, *against)
        return None

    def _compared(self, frame: Frame, slot: Slot, first: bool) -> tuple[str, str] | None:
        """The name of a number that holds a rank, or of a gap to another area or thing; None for any other."""
        if standing_at(frame) and (told := self._alike(slot.unit)):
            whose = self.wording.before(frame.before.rstrip()[:-1], self.regions).text
            if not whose or whose in self.state.lone:
                return told, "carried name"
        if slot.unit == "百分点" and (base := beyond(frame.before)) and (owner := self._owner_or_base(first)):
            return owner + base, "carried subject"
        if (slot.kind == "money" or slot.unit in RATES) and (gap := gap_to(frame.before)):
            whose = self.wording.before(gap[0], self.regions).text
            if not whose or self.wording.needs_subject(whose):
                whose = prefixed(self.wording, self._owner_or_base(first), whose)
            return whose + gap[1], "carried subject"
        return None

    def _alike(self, unit: str) -> str:
        """The last name of an amount in the same unit, "" for none."""
        known = (*reversed(self.state.recent), *reversed(self.state.past))
        return next((name for name, one in known if one == unit), "")

    def _owner_or_base(self, first: bool) -> str:
        """The name before in the clause, in its first number the subject from before."""
        return self.base if self.base and not first else self.subjects.owner()

    def _joined(
        self, phrase: str, slot: Slot, right: str, first: bool, frame: Frame, kinds: frozenset[str]
    ) -> tuple[str, str]:
        """Left and right words as one name, with the subject that they lack."""
        name, rule = join(phrase, slot.noun + with_thing(self.state, slot, phrase, right))
        said = phrase if right else without_place(phrase, self.state.lone)
        complete = right and (self.wording.is_deed(phrase) or (phrase in _HELPS and slot.unit in _LIVING))
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
        more = first and not right and says_more(self.wording, self.state, frame, slot, phrase, kinds)
        if lacking or part or more:
            owner = self.subjects.owner() if first or self.wording.needs_subject(self.base) else self.base
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
                whole = prefixed(self.wording, owner, name)
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
        if first or not owner or self.wording.needs_subject(owner):
            owner = self.subjects.owner()
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

    def _right(self, frame: Frame, slot: Slot, left: Trimmed) -> str:
        """The words after the number that belong to the name: none where those before it say all."""
        if not frame.after or frame.after.strip() in _POINTERS:
            return ""
        if left.text and not self._is_part(frame, slot, left.text):
            reached = not left.kinds.isdisjoint(("reach", "change"))
            if reached and not is_counted_thing(frame, slot, left.kinds) and not self._is_of(frame, slot, left.text):
                return ""
            shared = (
                frame.after_is_shared and not frame.before.endswith("的") and not self._is_of(frame, slot, left.text)
            )
            if shared and slot.kind in ("money", "percent") and len(left.text) > _SHORT_VERB:
                funds = _FUNDS.match(frame.after) if left.text.endswith(_SPENDS) else None
                return self.wording.after(funds.group()) if funds else ""
        after = _DOES.sub("", frame.after) if frame.after_is_shared else frame.after
        counted = _FIRST_OF.match(after) if frame.bare and slot.kind == "quantity" else None
        counted = counted or ranked_among(after)
        return self.wording.after(counted.group(1) if counted else after)

    def _is_of(self, frame: Frame, slot: Slot, left: str) -> bool:
        """总额为2亿元的年货券: the thing that a dependent noun is of stands behind the number."""
        amount = slot.kind in ("money", "quantity") and frame.after.startswith("的")
        return amount and (self.wording.is_carry_noun(left) or self.wording.dependent_tail(left) != "")

    def _is_part(self, frame: Frame, slot: Slot, left: str) -> bool:
        return slot.kind == "percent" and left[-1] not in "率比重速" and self.wording.is_whole(frame.after)
