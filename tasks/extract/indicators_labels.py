"""Deeds that name nothing alone (172户存在问题): the field that the sentence opens with, the thing that they are done
to, or what all of a list did stands elsewhere in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tasks.extract.clauses import Clause
from tasks.extract.indicators_elided import elided_words
from tasks.extract.indicators_groups import COUNTERS, default_groups
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import Telling
from tasks.vocabulary import either

_LONGEST, _SHORT, _SAME = 14, 6, 2
# 12个村、3000户农户: a group and the mark behind it.
_GROUP_AND_MARK = re.compile("[\u3400-\u9fff]{0,10}(?:、|和|以及|及|与)")
# 住房安全排查，发现问题172户: what was looked at.
_CHECKED = re.compile(
    "([\u3400-\u9fff]{2,10}?)(?:大?排查|大?检查|核查|摸排|排查整改|专项检查|专项整治|整治|清查|普查|督查|巡查|回头看)(?:中|时|工作中|方面)?"
)
# 在工作上: any work is no field.
_ANY_WORK = ("项工作", "具体工作", "实际工作", "日常工作", "全部工作")
_COLONS, _ON = ("：", ":"), "上"
_IN_IT = re.compile("(?:参与|加入|融入|投身|置身|参加|吸纳|纳入|受益)(?:到|于)?其中")


class _Words(NamedTuple):
    deed: re.Pattern[str]
    field: re.Pattern[str]
    about: re.Pattern[str]
    all_did: re.Pattern[str]
    checks: re.Pattern[str]
    takes_over: re.Pattern[str]
    taken: re.Pattern[str]


@cache
def _words() -> _Words:
    """The words under `deeds` in seeds/vocabulary/elided.yaml, compiled once."""
    words: dict[str, list[str]] = elided_words()["deeds"]
    alls, done, whom = (either(words[name]) for name in ("all", "done", "whom"))
    return _Words(
        re.compile(rf"(?:{whom})?(?:{alls}){{0,4}}(?:{done})(?!劳动力|人口|户|群众|村|县|地区|家庭|对象|人员)"),
        re.compile(
            rf"[\s\x01]{{0,16}}+(?:而|再|(?P<at>在))?(?P<field>[^，；。\x02]{{2,{_LONGEST}}}?)(?P<end>{either(words['fields'])})"
        ),
        re.compile(rf"[\s\x01]{{0,16}}+(?:{either(words['about'])})(?P<field>[^，；。\x02]{{2,{_LONGEST}}})"),
        re.compile(
            rf"[\u3400-\u9fff]*?(?P<did>(?:(?:{alls})(?:{done})|(?:{either(words['together'])}))[\u3400-\u9fff]{{0,6}})"
        ),
        re.compile(f"(?:{either(words['checks'])})(?![获处封办扣询看阅明])"),
        re.compile(
            rf"(?:被|为|由|有|在)?[\u3400-\u9fff]{{0,6}}?(?P<deed>(?:{either(words['takes_over'])})[\u3400-\u9fff]{{0,4}})"
        ),
        re.compile(
            rf"(?:这一?[个种套项些]?|这样的?|该|此)(?P<thing>[\u3400-\u9fff“”]{{0,6}}?(?:{either(words['taken'])}))"
        ),
    )


def add_labels(told: Telling) -> None:
    """Completes the deeds of a sentence that stand alone behind their number, in place."""
    field, thing = "", ""
    last: int | None = None
    for clause in told.sentence.clauses:
        words = told.masked[clause.start : clause.end]
        points = any(sign in words for sign in "这该此")
        thing = found["thing"] if points and (found := _words().taken.search(words)) else thing
        if not clause.quantities:
            field = _field(told, clause, words) or field
            continue
        _share_deed(told, clause)
        for index in clause.quantities:
            _complete(told, index, field, thing)
        if last is not None and _IN_IT.search(words):
            _put_in(told, clause, told.names[last].name)
        last = clause.quantities[-1]


def _field(told: Telling, clause: Clause, words: str) -> str:
    """The field that a clause without a number opens (易地搬迁上，…; 饮水安全：…), "" for none."""
    labelled = told.masked[clause.end : clause.end + 1] in _COLONS
    found = _words().field.fullmatch(words) or _words().about.fullmatch(words)
    if found and found.groupdict().get("end") == _ON and not found["at"] and len(found["field"]) > _SHORT:
        found = None
    if found is None and (checked := _CHECKED.fullmatch(words.strip(" \x01"))):
        return checked[1]
    said = found["field"] if found else words if labelled and len(words) <= _LONGEST else ""
    field = told.wording.object(said) if said and not said.endswith(_ANY_WORK) else ""
    return "" if field in told.lone else field


def _complete(told: Telling, index: int, field: str, thing: str) -> None:
    """Puts the field in front of a bare deed, and what is taken over in front of that deed."""
    named, words = told.names[index], _words()
    if thing and thing[-_SAME:] not in named.name and (found := words.takes_over.fullmatch(named.name)):
        told.names[index] = named.called(thing + found["deed"], "told before")
        return
    deed = words.deed if named.rule in ("after", "list") else words.checks
    if field and field[-_SAME:] not in named.name and deed.match(named.name):
        told.names[index] = named.called((field + named.name)[-MAX_NAME:], "field")


def _share_deed(told: Telling, clause: Clause) -> None:
    """5户、9名群众和2个村全部脱贫: what all of a list did is said of its last."""
    *firsts, last = clause.quantities
    rest = told.masked[told.slots[last].end : clause.end]
    if not firsts:
        return
    said = rest.rstrip("。！；\n ")
    found = _words().all_did.fullmatch(said)
    did = found["did"] if found else _done_by_all(told, clause.quantities, said)
    for index in firsts if did else ():
        named = told.names[index]
        if named.rule in ("after", "list") and did[:_SAME] not in named.name:
            told.names[index] = named.called((named.name + did)[:MAX_NAME], "shared deed")


def _done_by_all(told: Telling, listed: Sequence[int], said: str) -> str:
    """What stands behind the last of counted groups that nothing but a mark parts (3个村、120户农户通了水), "" else."""
    for index, then in pairwise(listed):
        gap = told.masked[told.slots[index].end : told.slots[then].start]
        if told.slots[index].unit not in COUNTERS or _GROUP_AND_MARK.fullmatch(gap) is None:
            return ""
    if told.slots[listed[-1]].unit not in COUNTERS:
        return ""
    did = default_groups().deed_of(said)
    return told.wording.after(did) if did else ""


def _put_in(told: Telling, clause: Clause, thing: str) -> None:
    """群众参与其中: what they take part in was counted in the clause before."""
    for index in clause.quantities:
        named = told.names[index]
        if named.rule in ("after", "list", "shared verb") and thing[-_SAME:] not in named.name:
            told.names[index] = named.called((named.name + thing)[:MAX_NAME], "told before")
