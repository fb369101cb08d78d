"""What is said behind brackets that tell parts is said of the whole in front of them (企业300家（外资20家），占5%)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_state import FROM_BEFORE, Telling

_CLOSED = re.compile(r"[）)][，,]?\Z")
_OPENING = re.compile(r"[（(][^（）()]*[）)][，,]?\Z")
_SAID = re.compile("占|同比|环比|[比较](?:上年|去年|\x01)|增长|下降|减少|增加|平均")
_PEOPLE, _SAYS_WHO = frozenset(("人", "户", "例", "件", "家")), 4
_OPENED = ("（", "(")
_MONEY = re.compile(
    "(?:大?约|折?合|相当于|为|当时约)*(?:新台币|人民币|港[币元]|澳门[币元]|美[金元]|欧元|日[元圆])(?:约|近|逾|超过?)?"
)
_ABOUT_ONLY = re.compile(f"(?:{ABOUT}|折合|合)*")
_NEAR, _LONG, _REMARK = 2, 200, 24
_REMARKS = re.compile(
    "[（(](?:(?:新?台币|人民币|美[金元]|单位|以下|下同|均|皆|未税|含税)[^（()）\x02，]{0,4}[，,、]){0,3}$"
)


def past_brackets(told: Telling) -> None:
    """Gives what a clause behind brackets says of a part in them to the whole in front of them, in place."""
    masked, slots = told.masked, told.slots
    seen: list[int] = []
    parts: list[int] = []
    whole = ""
    for place, clause in enumerate(told.sentence.clauses):
        if seen and clause.quantities and clause.opener in (*_OPENED, "，", ","):
            _in_other_money(told, seen[-1], place)
        closed = _CLOSED.search(masked, max(0, clause.start - _NEAR), clause.start)
        if seen and closed and clause.quantities and _SAID.match(masked, clause.start):
            opening = _OPENING.search(masked, max(told.sentence.start, clause.start - _LONG), clause.start)
            at = opening.start() if opening else -1
            parts = [index for index in seen if at <= slots[index].start]
            ahead = next((index for index in seen if slots[index].end == at), None)
            whole = told.names[ahead].name if ahead is not None else ""
        if whole:
            _give(told, clause.quantities, parts, whole)
        seen.extend(clause.quantities)


def _in_other_money(told: Telling, ahead: int, place: int) -> None:
    """Names a sum that the brackets of a clause tell in other money as the sum in front of them (2亿欧元
    （约新台币73亿元）)."""
    clause = told.sentence.clauses[place]
    index, start = clause.quantities[0], clause.start
    slot = told.slots[index]
    if slot.kind != "money":
        _of_part(told, ahead, place)
        return
    if told.slots[ahead].end == _opened(told, start) and (
        _MONEY.fullmatch(told.masked, start, slot.start)
        or (told.slots[ahead].unit != slot.unit and _ABOUT_ONLY.fullmatch(told.masked, start, slot.start))
    ):
        behind = _behind(told, ahead, place)
        name = told.names[ahead].name
        if behind and behind not in name:
            told.names[ahead] = told.names[ahead].called(name + behind)
        told.names[index] = told.names[index].called(told.names[ahead].name)


def _of_part(told: Telling, ahead: int, place: int) -> None:
    """Names people and their share in brackets by what stands behind these (66名（1.42%）患者出现病征)."""
    clause = told.sentence.clauses[place]
    index, side_by_side = clause.quantities[0], told.slots[ahead].end == clause.start - 1
    if told.slots[index].unit != "%" or not side_by_side or told.slots[ahead].unit not in _PEOPLE:
        return
    said = _behind(told, ahead, place)
    if len(said) >= _SAYS_WHO and told.names[ahead].rule in FROM_BEFORE:
        told.names[ahead] = told.names[ahead].called(said, "after")
        told.names[index] = told.names[index].called(said)


def _opened(told: Telling, start: int) -> int:
    """Where the bracket opens in which a clause begins, behind remarks on the money as well (（台币，以下同，约…）)."""
    found = _REMARKS.search(told.masked, max(told.sentence.start, start - _REMARK), start)
    return found.start() if found else start - 1 if told.masked[start - 1] in _OPENED else -1


def _behind(told: Telling, ahead: int, place: int) -> str:
    """What stands behind the brackets that close behind the first number of a clause and is said of the sum in front of
    them (2亿元（约…）的订单; 斥资9500万美元（约…）订购1万个货柜), "" for nothing."""
    end = told.slots[told.sentence.clauses[place].quantities[0]].end
    clause = next(iter(told.sentence.clauses[place + 1 : place + 2]), None)
    if told.masked[end : end + 1] not in ("）", ")") or clause is None or clause.start != end + 1:
        return ""
    if _SAID.match(told.masked, clause.start, clause.end):
        return ""
    if clause.quantities:
        thing = told.names[clause.quantities[0]]
        return thing.name if told.wording.is_spending(told.names[ahead].name) and thing.rule not in FROM_BEFORE else ""
    return told.wording.after(told.masked[clause.start : clause.end])


def _give(told: Telling, quantities: Sequence[int], parts: Sequence[int], whole: str) -> None:
    """Puts the whole in the place of a part that begins the name of what is only said of it."""
    for index in quantities:
        named = told.names[index]
        told_of = (told.names[one].name for one in parts)
        part = max((name for name in told_of if named.name.startswith(name)), key=len, default="")
        if part and named.rule in FROM_BEFORE:
            told.names[index] = named.called(whole + named.name[len(part) :])
