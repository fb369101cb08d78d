"""Says what each number measures: the words of its clause, and what the clause leaves out put back.

The name of an indicator is its clause without the number and without the words that carry nothing. Three things are
put back: the head that a list shares (集中供养1115人、医养164人), the members that 分别 pairs with numbers, and the
subject that a clause takes over from the one before (占比89.74%, 同比增长3.2%, 覆盖12.8万户).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.extract.clauses import MENTION, Clause, Sentence
from tasks.extract.indicators_alike import add_alike
from tasks.extract.indicators_cases import add_cases
from tasks.extract.indicators_clause import ClauseNamer
from tasks.extract.indicators_elided import is_time_clause
from tasks.extract.indicators_events import add_events
from tasks.extract.indicators_frames import Slot
from tasks.extract.indicators_heads import add_heads
from tasks.extract.indicators_hollow import add_hollow
from tasks.extract.indicators_journeys import add_distances, add_journeys
from tasks.extract.indicators_labels import add_labels
from tasks.extract.indicators_members import add_measures
from tasks.extract.indicators_news import add_news
from tasks.extract.indicators_opposed import add_opposed
from tasks.extract.indicators_past_brackets import past_brackets
from tasks.extract.indicators_phrases import (
    MAX_NAME,
    MAX_SIDE,
    begins_comparison,
    deed_behind,
    is_purpose,
    listed_after,
    said_after,
)
from tasks.extract.indicators_ranked import add_ranked
from tasks.extract.indicators_shared import add_shared
from tasks.extract.indicators_standards import add_standards
from tasks.extract.indicators_state import Named, State, Telling
from tasks.extract.indicators_views import add_views, name_brackets
from tasks.extract.indicators_within import add_within
from tasks.extract.indicators_wording import Wording, default_wording

__all__ = ["Named", "Namer", "Slot"]

_LEAD, _SHORT, _HEADING = 120, 14, 24
_STOP, _COMMA = re.compile(r"[。！？!?]"), re.compile(r"[，,；;：:]")
_IT_IS = re.compile("^(?:而|但|这)?(?:就|正|便)?是")
# 投入N元，新建校舍M所: a purpose that has a figure of its own.
_BUILDS = re.compile("(?:新建|改建|扩建|建成|建设|修建|兴建|改造|实施|用于|修缮|购置)(?!了?\x02)")
_DONE_WITH = re.compile("(?:用于|用来)?(?:完成|建成|建设|新建|改建|扩建|修建|改造|实施|购置|兴建|打造|建起|开展)了?")
# 第一、二、三产业: the 第 of the first is that of all.
_SECTOR = re.compile("[一二三]产业")
# 同比假期多一天: what is left where every word could be cut.
_BARE_WORDS = re.compile(
    "(?:^|[的\x01])(?:在(?:[同环]比)?|[同环]比)([\u3400-\u9fff]{2,8}?)(?:[多少高低增减]|达到?|为|有|是|超过?)?了?$"
)
# 资金被挪用，花在对外投资上，涉及360个项目: what it went to is no subject of what follows.
_ONLY_BEHIND = re.compile("[\\s\x01，、；]*(?:仅|只|略|稍|也|均|都)*(?:次于|逊于|不及|不如)[^，。；\x02]{1,16}")
_SPENT_ON = re.compile(
    "[\\s\x01]*(?:全部|都|全|主要|大多|部分)?(?:被)?(?:花在|用在|用到|投在|花到|挪作|挪到|转入|流入|流向|打入|存入)了?[^，。；\x02]{2,}"
)
_MEASURED = ("标准", "比例", "率", "收入", "价格", "投入", "支出", "产量")
_PEOPLE = frozenset(("人", "户"))
_ORIGIN = ("来自", "来自于", "分布在", "分布于")
_BLANKS = " \u3000\n“"
_ALONE = frozenset(("", "超", "超过", "近", "约", "达", "逾", "突破", "高达"))


class Namer:
    """Names the quantities of a sentence."""

    def __init__(self, wording: Wording | None = None) -> None:
        self.wording = wording or default_wording()

    def name(
        self,
        masked: str,
        sentence: Sentence,
        slots: Sequence[Slot],
        regions: tuple[str, ...] = (),
        earlier: str = "",
        lone: frozenset[str] = frozenset(),
        past: Sequence[tuple[str, str]] = (),
    ) -> dict[int, Named]:
        """The name of every quantity of the sentence, by its index in `slots`.

        `earlier` is the last name of the sentence before, for a sentence that has no subject of its own; `lone` are
        words that only say where; `past` are the names of its amounts with their units (三大指标分别占…).
        """
        state = State(earlier=earlier, lone=lone, past=tuple(past))
        names: dict[int, Named] = {}
        told = Telling(self.wording, masked, sentence, slots, lone, names)
        for place, clause in enumerate(sentence.clauses):
            if clause.quantities:
                ClauseNamer(self.wording, clause, slots, regions, state).name_all(masked, names)
                _add_purpose(told, place)
                _add_deed(told, place)
                _add_origin(told, clause)
                state.fresh = False
            elif _SPENT_ON.match(masked, clause.start, clause.end):
                continue
            elif is_time_clause(masked[clause.start : clause.end]):
                state.fresh = state.fresh and clause.opener not in "；;"
            elif not _compared(masked, sentence, place):
                state.bare.append(masked[clause.start : clause.end])
                state.fresh = True
        _add_said_after(told, regions)
        if "（" in masked[sentence.start : sentence.end] or "(" in masked[sentence.start : sentence.end]:
            name_brackets(told)
        add_heads(told)
        add_shared(told)
        add_views(told)
        add_standards(told)
        add_cases(told)
        add_measures(told, [*past, (earlier, "")])
        add_ranked(told)
        past_brackets(told)
        add_alike(told)
        add_hollow(told)
        add_within(told)
        add_labels(told)
        add_journeys(told)
        add_distances(told)
        add_events(told)
        add_news(told)
        add_opposed(told)
        for index, named in names.items():
            if not named.name and (bare := _BARE_WORDS.search(named.before)):
                names[index] = replace(named, name=bare[1])
            if _SECTOR.match(named.name):
                names[index] = replace(named, name=f"第{named.name}")
        return names

    def lead(self, masked: str, start: int) -> str:
        """What the sentence before in the same paragraph is about, for numbers that lack a subject; "" where it has
        numbers of its own."""
        begin = max(masked.rfind("\n", 0, start) + 1, start - _LEAD)
        if begin and not masked[begin:start].strip(_BLANKS):
            return self._heading(masked, begin - 1)
        said = [part for part in _STOP.split(masked[begin:start]) if part.strip()]
        if not said or MENTION in said[-1]:
            return ""
        subjects = [self.wording.subject(_IT_IS.sub("", words)) for words in _COMMA.split(said[-1])]
        led = [subject for subject in subjects if self._leads(subject)]
        return next((subject for subject in led if subject.endswith(_MEASURED)), led[0] if led else "")

    def _leads(self, subject: str) -> bool:
        """Whether numbers without a subject can be of this one: a long one only where it says what is measured."""
        return 1 < len(subject) <= _SHORT or (len(subject) > _SHORT and subject.endswith(_MEASURED))

    def _heading(self, masked: str, end: int) -> str:
        """What a heading line that ends at `end` with a colon announces (一、门票价格：)."""
        line = masked[max(masked.rfind("\n", 0, end) + 1, end - _HEADING) : end].rstrip()
        if not line.endswith(("：", ":")) or MENTION in line:
            return ""
        return self.wording.subject(line[:-1]) or self.wording.object(line[:-1])


def _add_deed(told: Telling, place: int) -> None:
    """932户4784名群众，陆续搬到新村: what people counted alone did stands in the clause after them."""
    sentence, slots, names = told.sentence, told.slots, told.names
    here = sentence.clauses[place]
    index = here.quantities[-1]
    if place + 1 >= len(sentence.clauses) or slots[index].unit not in _PEOPLE:
        return
    then = sentence.clauses[place + 1]
    if then.opener not in "，," or not _told_behind(names[index]):
        return
    deed = "" if then.quantities else deed_behind(told.wording, told.masked, then.start, then.end)
    if deed:
        for one in here.quantities:
            if slots[one].unit in _PEOPLE and _told_behind(names[one]):
                names[one] = replace(names[one], name=(names[one].name + deed)[:MAX_NAME], rule="deed behind")


def _add_origin(told: Telling, clause: Clause) -> None:
    """800人是来自20多个国家的外国人: who came from so many places stands behind their number."""
    for index, then in pairwise(clause.quantities):
        if not names_origin(told.names[index]):
            continue
        behind = told.masked[told.slots[then].end : clause.end]
        place, of, whom = behind.partition("的")
        if of and (said := told.wording.after(whom)):
            named = told.names[index]
            told.names[index] = named.called(f"{named.name}{place}{of}{said}", "origin")


def names_origin(named: Named) -> bool:
    """Whether a name breaks off where the places begin that those counted come from."""
    return named.after.endswith(_ORIGIN) and named.name.endswith(_ORIGIN)


def _told_behind(named: Named) -> bool:
    """Whether a name is what stands behind its number, or ends so (其中3200人符合条件)."""
    said = named.after.rstrip("。，！；\n ")
    return named.rule in ("after", "list") or (
        named.rule == "carried subject" and said != "" and named.name.endswith(said)
    )


def _add_purpose(told: Telling, place: int) -> None:
    """投入2.5亿元，建成救助服务网络: what the money is for stands in the clause after it."""
    masked, sentence, slots, names = told.masked, told.sentence, told.slots, told.names
    for sum_, done in pairwise(sentence.clauses[place].quantities):
        _add_done_with(told, sum_, done)
    index = sentence.clauses[place].quantities[-1]
    if (
        slots[index].kind != "money"
        or not told.wording.is_spending(names[index].name)
        or place + 1 >= len(sentence.clauses)
    ):
        return
    then = sentence.clauses[place + 1]
    if then.opener in "，," and (not then.quantities or _BUILDS.match(masked, then.start)):
        end = slots[then.quantities[0]].start if then.quantities else then.end
        purpose = told.wording.object(masked[then.start : min(end, then.start + MAX_SIDE)])
        if is_purpose(purpose):
            names[index] = replace(names[index], name=names[index].name + purpose, rule="purpose")


def _add_done_with(told: Telling, index: int, done: int) -> None:
    """投入6亿元完成了33项改造: what the money went to is the next figure of its clause."""
    named, thing = told.names[index], told.names[done]
    spent = told.slots[index].kind == "money" and (told.wording.is_spending(named.name) or named.name.endswith("投资"))
    if spent and _DONE_WITH.fullmatch(thing.before) and thing.name:
        told.names[index] = replace(named, name=(named.name + thing.name)[:MAX_NAME], rule="purpose")


def _add_said_after(told: Telling, regions: tuple[str, ...]) -> None:
    """3268万人！这是脱贫劳动力的务工规模: a number alone is named by what is said of it."""
    masked, slots, names = told.masked, told.slots, told.names
    for clause in told.sentence.clauses:
        if len(clause.quantities) > 1:
            _add_listed_after(told, clause, regions)
        if len(clause.quantities) != 1:
            continue
        index = clause.quantities[0]
        slot = slots[index]
        if masked[clause.start : slot.start].strip(_BLANKS) in _ALONE and clause.end - slot.end <= 1:
            said = said_after(told.wording, masked, slot.end, regions)
            names[index] = replace(names[index], name=said, rule="clause before") if said else names[index]


def _add_listed_after(told: Telling, clause: Clause, regions: tuple[str, ...]) -> None:
    """12万亩、8万亩，分别是小麦和玉米的面积: a list without words of its own is named by the clause behind it."""
    first, *others = clause.quantities
    masked = told.masked
    bare = masked[clause.start : told.slots[first].start].strip(_BLANKS) in _ALONE and not any(
        told.names[index].listed is False for index in others
    )
    names = listed_after(told.wording, masked, told.slots[others[-1]].end, regions, len(clause.quantities))
    for index, name in zip(clause.quantities, names if bare else (), strict=False):
        told.names[index] = replace(told.names[index], name=name, rule="clause behind")


def _compared(masked: str, sentence: Sentence, place: int) -> bool:
    """Whether a clause without a number only says what something comes behind (仅次于甲市), or begins a comparison
    whose base stands in brackets (比全省(8%)高…)."""
    clause = sentence.clauses[place]
    if _ONLY_BEHIND.fullmatch(masked, clause.start, clause.end):
        return True
    following = sentence.clauses[place + 1 : place + 2]
    if not following or following[0].opener not in ("（", "(") or not following[0].quantities:
        return False
    return begins_comparison(masked[clause.start : clause.end])
