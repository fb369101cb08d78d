"""What one clause leaves to the next: names, subjects, and who takes which of them over."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tasks.extract.clauses import Sentence
from tasks.extract.indicators_frames import Slot
from tasks.extract.indicators_lists import ALIKE, TOWN_AND_COUNTRY, complete_members, split_list
from tasks.extract.indicators_phrases import MAX_NAME, prefixed
from tasks.extract.indicators_trim import Trimmed
from tasks.extract.indicators_wording import AFFECTED, Wording

RATES = frozenset({"%", "‰", "百分点", "倍"})
# The rules that take a name or its subject over from what stands before.
FROM_BEFORE = frozenset({"carried name", "same clause", "carried subject", "clause before"})
_RECENT = 12
# 盘活了全村资产，投资…: what was done before is no subject.
_DEED_DONE = re.compile("[\u3400-\u9fff]{2}了(?=.{2})")
# 继续稳中有进，实现5.7%的增长: how it goes on is no name.
_GOES_ON = re.compile(
    "(?:继续(?!教育)|持续(?!性|时间)|稳步|不断|进一步|逐步|总体|整体|依然|依旧|仍然|稳中|[再又屡连]创|创[下了]?(?:历史|新)|刷新"
    "|起?[均都皆]?呈现?(?:(?:双|两|个)位数|[正负])*(?:[增成]长|衰退|上升|下降)$)"
)
# 排在前三位的是甲县、乙县、丙县
_IT_IS = re.compile("^[^、]*(?:是|为|有|包括|当属|分为)(?=[^、]+、)")
_PROJECTS = ("项目", "工程", "计划", "补贴", "补助", "奖补", "改造", "保险", "投资")
_ASIDES = ("其中包括", "其中有", "包括", "其中含", "含", "其中，包括")
# 收入5亿元，增收3000万元，增长6%: what grows is the revenue.
_MOVED_BY = ("净增额", "增收", "减收", "增支", "减支", "超收", "短收")
# 低于全市平均增速4个百分点，较上月提高0.4个百分点: what moved is no gap.
_GAP = re.compile("(?:高|低|快|慢|多|少)于")
_BALANCES = ("出超", "入超", "顺差", "逆差")
# 直接融资比重稳中有升，较上年提升2.8个百分点: what moves is named right before.
_MEASURE = re.compile(
    "(?<=..)(?:比重|占比|[^比]率|收入|覆盖面|单产|总产|均价|价格|增加值|销售额|零售额|进出口|客流量|用电量|发电量)$"
)
_ITS = re.compile("\\s*其(?![中他它余实次])")
# 散居孤儿，包括患病的儿童，由每人…: what belongs to the subject is none itself.
_INCLUDES = re.compile("\\s*(?:[也还])?(?:不?(?:包括|包含)|不?含)")
_HEADS = re.compile("(?<=..)(?:标准|价格|票价|费用|补贴|补助|比例|收入|工资|率|额|待遇|收费)$")
_WHOM = 8
INHERITED, _PAIR = ("carried name", "same clause", "list"), 2
_AMONG_AT = 4


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

    def called(self, name: str, rule: str = "") -> Named:
        """The same by another name, of which the end is kept, found by another rule or (without one) by the same."""
        return Named(name[-MAX_NAME:], rule or self.rule, self.before, self.after, self.listed)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence whose numbers have got their first names.

    `masked` is the text with its numbers and dates masked, `lone` the words that only say where, `names` the names by
    the index of their numbers in `slots`: what the sentence says beyond the clause of each changes them in place.
    """

    wording: Wording
    masked: str
    sentence: Sentence
    slots: Sequence[Slot]
    lone: frozenset[str]
    names: dict[int, Named]


@dataclass(slots=True)
class State:
    """What a later clause may take over.

    `earlier` is the last name of the sentence before in the same paragraph, `carried` the last full name, `recent`
    the last names, `last` the last name of any kind with its unit, `bare` the clauses without a number so far
    (`topic` is the subject of the `seen` ones), `fresh` whether the last of them stands directly before, `lone` the
    words that only say where, `things` what was counted by a classifier of one sort of thing,
    `part` the last name where it is of a part only (其中住宅5亿元，增长3%), `rate` the last name of a share,
    `sectors` the last names of three figures that are of the three sectors, `pair` what 前者 and 后者 point back to,
    `lasts` the last names of any kind, `among` the words behind the last number,
    `announced` the payment that a clause announced for several sorts of people.
    """

    earlier: str = ""
    carried: str = ""
    recent: list[tuple[str, str]] = field(default_factory=list)
    last: str = ""
    last_unit: str = ""
    bare: list[str] = field(default_factory=list)
    seen: int = 0
    topic: str = ""
    fresh: bool = False
    lone: frozenset[str] = frozenset()
    things: dict[str, str] = field(default_factory=dict)
    past: tuple[tuple[str, str], ...] = ()
    part: str = ""
    rate: str = ""
    sectors: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    lasts: tuple[str, ...] = ()
    among: str = ""
    announced: str = ""

    def alike(self, unit: str) -> str:
        """The last name of an amount in the same unit, "" for none."""
        known = (*reversed(self.recent), *reversed(self.past))
        return next((name for name, one in known if one == unit), "")


class Subjects:
    """Finds the subject for a clause that lacks one; `opener` is the mark that the clause begins behind."""

    def __init__(self, wording: Wording, opener: str, regions: tuple[str, ...], state: State) -> None:
        self.wording = wording
        self.opener = opener
        self.regions = regions
        self.state = state

    def topic(self) -> str:
        """The subject of the nearest clause without a number that has one; each clause is looked at once."""
        state = self.state
        for words in state.bare[state.seen :]:
            state.topic = self.wording.subject(words, self.regions) or state.topic
        state.seen = len(state.bare)
        return state.topic

    def fresh_topic(self) -> str:
        """The subject of the clause without a number that stands directly before, "" for none."""
        if not self.state.fresh:
            return ""
        *before, last = self.state.bare
        if before and (sort := self.wording.headless(last)) and (head := self._head(before)):
            head = head.removeprefix("城乡") if sort in (*TOWN_AND_COUNTRY, "城市") else head
            return head if sort in head else sort + head
        if before and (thing := self.wording.fronted(before[-1])):
            return thing
        if before and (both := self._of_whom(before[-1], last)):
            return both
        if before and _INCLUDES.match(last) and (whole := self.wording.subject(before[-1], self.regions)):
            return whole
        return self.wording.subject(last, self.regions)

    def _of_whom(self, said: str, whom: str) -> str:
        """What a clause says is measured of those that the next one names (年人均收入，合作社社员，…), "" elsewhere."""
        owner = self.wording.object(whom, self.regions)
        if not 1 < len(owner) <= _WHOM or _HEADS.search(owner) or not self.wording.is_someone(owner):
            return ""
        measure = self.wording.subject(said, self.regions) or self.wording.object(said, self.regions)
        return prefixed(self.wording, owner, measure) if _HEADS.search(measure) and owner not in measure else ""

    def _head(self, before: Sequence[str]) -> str:
        """What the last of these clauses says is measured, those of sorts left out."""
        said = next((words for words in reversed(before) if not self.wording.headless(words)), "")
        subject = self.wording.subject(said, self.regions)
        return subject if _HEADS.search(subject) else ""

    def listed(self, number: int) -> list[str]:
        """The members of a list of so many that the clause before has as its subject or behind 是, [] for none."""
        if not self.state.fresh:
            return []
        said = self.state.bare[-1]
        for topic in (self.wording.subject(said, self.regions, MAX_NAME), self.wording.object(_IT_IS.sub("", said))):
            members = split_list(topic, number)
            if len(members) == number:
                return complete_members(self.wording, members)
        return []

    def object(self) -> str:
        """That clause as a phrase, "" for none."""
        said = self.wording.object(self.state.bare[-1], self.regions) if self.state.fresh else ""
        return "" if _DEED_DONE.match(said) or _GOES_ON.match(said) or AFFECTED.fullmatch(said) else said

    def project(self) -> str:
        """The project that the clause without a number directly before names (…贴息项目，计划安排资金70万元)."""
        if not self.state.fresh or self.opener not in ("，", ","):
            return ""
        return next((said for said in (self.fresh_topic(), self.object()) if said.endswith(_PROJECTS)), "")

    def told_of_the_whole(self, name: str) -> bool:
        """Whether a sentence on a part says of it what was said of the whole (客运量…。其中，高铁…，客运量…)."""
        bare = self.state.bare
        of_part = self.state.fresh and any("其中" in words[:_AMONG_AT] for words in bare[:_PAIR])
        return of_part and any(one.endswith(name) for one, _ in self.state.past)

    def owner(self) -> str:
        """The subject that a clause without one takes over."""
        topic = self.fresh_topic() if self.opener not in ("；", ";") else ""
        return topic or self.state.carried or self.topic() or self.object() or self.state.earlier

    def of_amount(self, owner: str, slot: Slot) -> str:
        """The owner of an amount: what the sentence is about, where a rate was told of it last."""
        rate = owner.endswith(("率", "比")) and slot.unit not in RATES
        return (self.topic() or owner) if rate else owner

    def of_fronted(self, named: Named) -> Named:
        """对甲类人员，其标准… and 甲类人员这一块，标准…: whose it is stands in front of the clause."""
        if not self.state.fresh:
            return named
        last = self.state.bare[-1]
        whose = self.wording.fronted(last) if _ITS.match(named.before) else self.wording.topic_of(last)
        return named.called(whose + named.name) if whose and whose not in named.name else named

    def inherit(self, slot: Slot, left: Trimmed) -> tuple[str, str]:
        """The name of a number that has no words of its own."""
        last = self.state.last
        gap = self.state.carried and _GAP.search(last)
        if slot.unit in ("百分点", "基点") and self.state.last_unit in ALIKE and last and not gap:
            return last, "carried name"
        said_of = "change" not in left.kinds and self.opener not in ("；", ";")
        noun = self.wording.lone_noun(self.state.bare[-1], self.regions) if self.state.fresh else ""
        if noun and self.state.carried:
            return prefixed(self.wording, self.state.carried, noun), "carried subject"
        if said_of and self.state.fresh and (said := self.fresh_topic() or self.object()):
            return said, "clause before"
        if self.opener in "，," and self.state.fresh and _MEASURE.search(said := self.fresh_topic()):
            return said, "clause before"
        if self.state.part and slot.unit in RATES and "change" in left.kinds:
            return self.state.part, "carried name"
        if self.state.carried:
            return self.state.carried, "carried name"
        told = self.topic() or self.object() or self.state.earlier
        return told or self._bare_noun(), "clause before"

    def _bare_noun(self) -> str:
        """The dependent noun that a clause before consists of, where nothing says of what (年产值，过去是300万元)."""
        for words in reversed(self.state.bare):
            if noun := self.wording.lone_noun(words, self.regions):
                return noun
        return ""

    def remember(
        self, made: Sequence[Named], slots: Sequence[Slot], parts: Collection[str], ranked: Mapping[str, str]
    ) -> None:
        """What later clauses take over: amounts pass their name on, what is said about them (占比, 位列) does not.

        `parts` are the names that are of a part only, `ranked` says what each rank is of.
        """
        state = self.state
        own: list[tuple[str, str]] = []
        bases = bases_of_shares(made, slots)
        rule, apart = "", {*parts, *(made[at].name for place in bases for at in (place, place + 1))}
        for named, slot in zip(made, slots, strict=True):
            rule = named.rule if named.rule != "list" else rule
            moved = rule == "carried subject" and slot.kind == "money" and named.name.endswith(_MOVED_BY)
            moved = moved or named.name.endswith(_BALANCES)
            if _passes_on(rule, slot) and named.name not in apart and not moved:
                own.append((named.name, slot.unit))
        if state.carried and made[0].before.lstrip().startswith(_ASIDES):
            return
        if own or not state.carried:
            name = own[-1][0] if own else made[-1].name
            name = self.wording.without_verb(name) if made[-1].before.endswith("了") else name
            state.carried = ranked.get(name, name)
            state.recent = list(dict.fromkeys(reversed(state.recent + own)))[::-1][-_RECENT:]
        last = made[-1].name
        state.lasts = (*state.lasts, *(one.name for one in made))[-_PAIR * 3 :]
        state.rate = next((one.name for one, slot in zip(made, slots, strict=True) if slot.unit == "%"), state.rate)
        state.part = last if last in parts or last.endswith(_BALANCES) else ""
        state.last, state.last_unit, state.among = last, slots[-1].unit, made[-1].after


def bases_of_shares(made: Sequence[Named], slots: Sequence[Slot]) -> list[int]:
    """The places of amounts that only are the whole of the share behind them (占年初预算900万元的41%)."""
    return [
        place
        for place, (slot, then) in enumerate(pairwise(slots))
        if made[place].after == "的" and then.unit in RATES and slot.unit not in RATES
    ]


def name_bases(made: list[Named], slots: Sequence[Slot]) -> None:
    """Takes the 占 out of the names of such wholes, in place."""
    for at in bases_of_shares(made, slots):
        if "占" in made[at].name:
            made[at] = replace(made[at], name="".join(made[at].name.rsplit("占", 1)))


def _passes_on(rule: str, slot: Slot) -> bool:
    """Whether a name found by a rule is one of its own; a list has the rule of its first member."""
    if rule == "carried subject":
        return slot.kind != "rank" and slot.unit not in RATES
    return rule != "carried name"
