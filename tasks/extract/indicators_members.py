"""Parts named with what is measured of their whole: 其中，林业6亿元 behind 农林牧渔业总产值 is 林业产值.

A part is told behind 其中 or by a view of the whole (按经营地分，从门类看). It says only whose or of which kind it is,
and takes the measure of the nearest whole that it can be a part of: one in its unit, or for a growth any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasks.extract.clauses import Clause
from tasks.extract.indicators_frames import Slot
from tasks.extract.indicators_parts import SIZED
from tasks.extract.indicators_state import RATES, Named, Telling
from tasks.extract.indicators_wording import SHARES, Wording, phrases
from tasks.vocabulary import either

_AMONG = re.compile(r"[\s，,]*(?:在?这?其中|里面)(?!之)")
_VIEW = re.compile(
    r"[\s\x01，]*(?:再|先|而)?(?:[从分按]|从分|按照)[\u3400-\u9fff]{1,14}?(?:情况|角度|方面)?(?:来?看|来?分|划分)"
)
_OPENS = re.compile(
    r"[\s\x01●•·◆]*(?:在?这?其中[，,：:]|(?:[从分按]|从分|按照)[\u3400-\u9fff]{1,12}(?:来?看|来?分|划分)[，,：:])"
)
_COMPARED = re.compile(r"占|(?<=[率速幅额量值])比|排名|位次|达到|超过|[，。（(]")
_MOVED = re.compile("[增降升减涨跌]|提高|回落|持平|加快|放缓|翻")
_GROWTH_NOUN = re.compile("(?:同比|累计|年均)?(?:增速|增幅|增长率|降幅|涨幅)$")
_OWN = ("before", "around", "after", "list")
_AREA = re.compile("[\u3400-\u9fff]{2,12}(?:地区|流域|片区|板块)")
_BRANCH = re.compile("(?<![企就创毕营作失])业$|^(?:城镇|乡村|农村|城市)$")
# 限额以上单位零售额中，饮料类增长3%
_WITHIN = re.compile(r"[\s\x01，]*(?:在)?([\u3400-\u9fff]{4,20})[中里]")
_BOTH, _HALF = "进出口", re.compile("(?:出口|进口)(?:总额|总值|额|值)?$")
_WHERE = re.compile(r"(?:其中)?[\s，,]*(城市|城镇|农村|乡村)")
_AREA_OWNER = re.compile("[㐀-鿿]{2,8}?(?:地区|山区|牧区|[县村市区]|企业|县域)(?=[㐀-鿿]{3})")
_RESIDENTS = re.compile("(?:城镇|乡村|农村|农业|非农业|男性|女性|男|女)人口")
_INSURED = re.compile("保险?人数$")
# 农村劳动力通过劳务协作实现就业, 就业: what those counted did.
_WHAT_THEY_DID = re.compile(
    "(?:[\u3400-\u9fff]{0,8}?(?:劳动力|人员|群众|人口|贫困户|农户|对象|农民工|居民|村民|毕业生|困难户|牧民|农民|妇女))?"
    "(?P<did>(?:(?:通过|赴|到|在)[\u3400-\u9fff]{2,10}?)?(?:实现|完成|参加|享受)?(?:转移|外出|就近|就地|跨省|返乡|稳定|灵活|再|成功)*"
    "(?:就业|务工|创业|参保|搬迁|入住|返岗|取证|脱贫|受益|增收))"
)
_FLOW = re.compile("新增|新建|新房|二手房|一手房")
_HEADS = frozenset(("人", "户", "名"))
_REGISTERED, _WHO_LIVE = "户籍", "常住人口"
_LONGEST, _SHORT, _NEAR = 16, 8, 4


@dataclass(slots=True)
class _Group:
    """The whole whose parts are being told: names in print order with their units, and whether parts may follow."""

    wholes: list[tuple[str, str]]
    parts: bool = False
    among: bool = False
    owner: str = ""
    renamed: tuple[str, str] = ("", "")


class Members:
    """The words of seeds/vocabulary/phrases.yaml that tell measures, owners and what cannot be a part."""

    def __init__(self, words: dict[str, Any]) -> None:
        people = words["people_measures"]
        self._measure = re.compile(f"(?:{either([*words['measures'], *people])})$")
        self._people = re.compile(f"(?:{either(people)})$")
        self._body = re.compile(f"(?:{either(words['bodies'])})$")
        self._person = re.compile(f"(?:{either(words['persons'])})$")
        self._no_part = re.compile(f"(?:{either(words['no_part_end'])})$|^(?:{either(words['no_part_begin'])})")
        deeds = either(words["deeds_to_people"])
        self._deed = re.compile(
            rf"(?:定向|集中|免费|职业|技能|劳务)?(?:{deeds})(?!车间|工厂|基地|企业|单位|工作队|中心|[点区])"
        )
        self._takes_in = re.compile(either(words["takes_in"]))
        self._someone = re.compile(f"(?:{either(words['someone'])})$")
        self._product: dict[str, str] = words["measure_of"]

    def measure(self, whole: str) -> str:
        """What is measured of a whole (农林牧渔业总产值 → 产值), "" where its name does not say."""
        if whole in self._product:
            return self._product[whole]
        found = self._measure.search(whole)
        return found.group().removeprefix("总") if found else ""

    def is_part(self, wording: Wording, name: str) -> bool:
        """Whether a name says only whose or of which kind a figure is."""
        if not 1 < len(name) <= _LONGEST or wording.needs_subject(name) or wording.dependent_tail(name):
            return False
        return self._no_part.search(name) is None and _COMPARED.search(name) is None and not self._measure.search(name)

    def done_to(self, part: str, whole: str) -> str:
        """A part of those to whom something was done, with the deed (培训各类劳动力 → 培训农民工); "" for none."""
        if (deed := self._deed.match(whole)) is not None:
            return "" if deed.group() in part else deed.group() + part
        if self._someone.search(part) is None:
            return ""
        if taken := self._takes_in.findall(whole):
            return "" if taken[-1] in part else taken[-1] + part
        done = _WHAT_THEY_DID.fullmatch(whole)
        return part + done["did"] if done and done["did"][-2:] not in part else ""

    def of_whole(self, part: str, whole: str, unit: str, lone: frozenset[str]) -> str:
        """The name of a part with what is measured of its whole; "" where the two do not go together."""
        if registered := _registered(part, whole):
            return registered
        measured, body = self.measure(whole), self._body.search(part) is not None
        if not measured or whole.startswith(part):
            return ""
        if part in lone or _AREA.fullmatch(part):
            return whole
        owner = body or self._person.search(part) is not None
        if unit in _HEADS and not (body and self._people.search(whole)) and not (owner and _INSURED.search(whole)):
            return ""
        for length in range(min(len(part), 6), 1, -1):
            at = whole.find(part[-length:])
            if at == 0 or (at > 0 and owner and at + length < len(whole)):
                return part + whole[at + length :]
        flow = _FLOW.match(whole)
        return (flow.group() if flow else "") + _overlapped(part, whole if owner else measured)


def _registered(part: str, whole: str) -> str:
    """城镇人口 of those registered in a place, which are not those who live there."""
    return _REGISTERED + part if whole.startswith(_REGISTERED) and _RESIDENTS.fullmatch(part) else ""


def opens_parts(masked: str, start: int) -> bool:
    """Whether a line begins with parts of what the line before told (其中，…; 分行业看，…)."""
    return _OPENS.match(masked, start) is not None


def add_measures(told: Telling, before: Sequence[tuple[str, str]]) -> None:
    """Gives the parts of a sentence the measure of their whole, in place; `before` are the names of the sentence
    before it with their units, the last of them its subject."""
    members = default_members()
    group = _Group(list(before))
    for clause in told.sentence.clauses:
        words = told.masked[clause.start : clause.end]
        among = _AMONG.match(words) is not None
        if among or (not clause.quantities and words[-1:] in "看分" and _VIEW.fullmatch(words)):
            group.parts, group.among, group.owner = True, among, ""
        elif (
            not clause.quantities
            and words[-1:] in "中里"
            and (within := _WITHIN.fullmatch(words))
            and members.measure(within[1])
        ):
            group.parts, group.among, group.owner = True, False, ""
            group.wholes.append((within[1], ""))
        if clause.quantities:
            _name_parts(members, told, clause, group)


def _name_parts(members: Members, told: Telling, clause: Clause, group: _Group) -> None:
    wording, slots, names = told.wording, told.slots, told.names
    said: list[tuple[str, str]] = []
    moved = goes_on = False
    for index in clause.quantities:
        named, slot = names[index], slots[index]
        old, new = group.renamed
        moved = _MOVED.search(named.before) is not None or (named.listed and moved)
        told_apart = group.parts or _is_branch(named, slot, moved)
        bare = _part_said(wording, named, slot, group) if told_apart else ""
        part = bare if bare and members.is_part(wording, bare) else ""
        if not part and old and _is_inherited(named, old):
            names[index] = named.called(_said_of(members, wording, old, new, named, slot))
            continue
        whole = _whole_of(members, _totals(group), slot, moved) if part else ""
        full = members.of_whole(part, whole, slot.unit, told.lone) if whole else ""
        if part and not full and named.rule == "before" and (goes_on or _AMONG.match(named.before)):
            full = _behind(members, part, group.wholes, slot)
            goes_on = full != ""
        if full:
            group.renamed = (named.name if named.rule == "carried subject" else bare, full)
            names[index] = named.called(full, "of the whole")
        else:
            group.renamed = ("", "") if named.rule in _OWN else group.renamed
            if group.among and named.rule == "before":
                _tell_owner(index, names, group)
            said.append((names[index].name, slot.unit))
    group.wholes.extend(said)


def _is_branch(named: Named, slot: Slot, moved: bool) -> bool:
    """Whether a growth is of a branch or of town or country alone, which always is a part (采矿业增长3%)."""
    return moved and slot.unit in RATES and named.rule in ("before", "list") and _BRANCH.search(named.name) is not None


def _tell_owner(index: int, names: dict[int, Named], group: _Group) -> None:
    """Behind 其中贫困地区人口减少5万人 a name that was told of the whole as well (发生率) is of the same part."""
    name = names[index].name
    found = _AREA_OWNER.match(name)
    if found:
        group.owner = found.group()
    elif group.owner and any(name == whole for whole, _ in group.wholes):
        names[index] = names[index].called(group.owner + name, "of the whole")
        group.renamed = (name, names[index].name)


def _totals(group: _Group) -> Sequence[tuple[str, str]]:
    """The names that can be a whole: a view of trade (分贸易方式看) is of exports and imports together."""
    both = not group.among and any(_BOTH in name for name, _ in group.wholes)
    return [one for one in group.wholes if _BOTH in one[0] or not _HALF.search(one[0])] if both else group.wholes


def _whole_of(members: Members, wholes: Sequence[tuple[str, str]], slot: Slot, moved: bool) -> str:
    """The nearest name before a part that it can be a part of, "" for none."""
    for name, unit in reversed(wholes):
        if unit == slot.unit and name.endswith(_WHO_LIVE):
            # 户籍人口83万人…。常住人口70万人，其中城镇人口…: of those who live there.
            return ""
        plain = _GROWTH_NOUN.sub("", _COMPARED.split(name)[0]).removeprefix("有")
        if not members.measure(plain):
            continue
        if slot.unit == unit and unit not in RATES:
            return plain
        rate = plain.endswith(("率", "比重", "比例", "进度"))
        if slot.unit in RATES and (rate is not moved if slot.unit in SHARES else moved or not rate):
            return plain
    return ""


def _behind(members: Members, part: str, wholes: Sequence[tuple[str, str]], slot: Slot) -> str:
    """A short part behind the last amount in its unit, whose name is no measure (发送货物5亿吨，其中集装箱4亿吨)."""
    if slot.unit in _HEADS:
        counted = next((name for name, unit in reversed(wholes[-_NEAR:]) if unit == slot.unit), "")
        return members.done_to(part, counted)
    last, unit = next(((name, unit) for name, unit in reversed(wholes) if unit not in RATES), ("", ""))
    apart = unit == slot.unit and unit in SIZED and part[-2:] not in last
    return last + part if apart and len(part) <= _SHORT else ""


def _is_inherited(named: Named, old: str) -> bool:
    """Whether a figure is said of the part before it, whose old name begins its own."""
    own = named.rule in _OWN and not (named.rule == "list" and named.name != old)
    return named.name.startswith(old) and not own


def _said_of(members: Members, wording: Wording, old: str, new: str, named: Named, slot: Slot) -> str:
    """The name of what is said of a part with its new name: what is measured anew takes the old measure's place."""
    rest = named.name[len(old) :]
    if rest and rest == wording.unit_noun(slot.unit):
        return new
    return (old if rest and members.measure(rest) == rest else new) + rest


def _part_said(wording: Wording, named: Named, slot: Slot, group: _Group) -> str:
    """The part as printed before the number, without what its whole or its unit put there; "" for none."""
    noun = wording.unit_noun(slot.unit)
    name = named.name.removesuffix(noun) if noun and noun not in named.before else named.name
    if named.rule == "list":
        return name
    if named.rule == "carried subject":
        owners = (*group.renamed, *(whole for whole, _ in reversed(group.wholes)))
        name = next((name[len(owner) :] for owner in owners if owner and name.startswith(owner)), "")
        where = None if name else _WHERE.match(named.before)
        return where[1] if where else name if name in named.before else ""
    return name if named.rule in ("before", "bracket") and name in named.before else ""


def _overlapped(part: str, said: str) -> str:
    for length in range(min(len(part), len(said)) - 1, 0, -1):
        if part.endswith(said[:length]):
            return part + said[length:]
    return part + said


@lru_cache(maxsize=4)
def default_members() -> Members:
    """The vocabulary of seeds/, read once a process."""
    return Members(phrases()["members"])
