"""Whom or what else the measure before is told of: 补助标准640元，边远地区680元; 报销比例住院90%、门诊80%.

The second figure stands in the unit of the first and has only an area, people or a sort before it: its name is that and
what the first measures.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tasks.extract.indicators_elided import elided_words
from tasks.extract.indicators_members import default_members
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import Named, Telling
from tasks.vocabulary import either

_HEADS = frozenset(("人", "户", "个", "家", "人次", "次", "项", "百分点", "倍", "名次"))
_LONGEST, _SAME = 12, 2
_JOINED = "、，,和与及 "


class _Words(NamedTuple):
    measured: re.Pattern[str]
    sort: re.Pattern[str]
    told_first: re.Pattern[str]
    pointer: re.Pattern[str]


@cache
def _words() -> _Words:
    """The words under `alike` in seeds/vocabulary/elided.yaml, compiled once."""
    words: dict[str, list[str]] = elided_words()["alike"]
    measures, sorts = either(words["measures"]), either(words["sorts"])
    return _Words(
        re.compile(rf"(?:{measures})$"),
        re.compile(rf"[\u3400-\u9fff]{{0,{_LONGEST}}}?(?:{sorts})"),
        re.compile(
            rf"(?P<measure>[^，]{{0,16}}?(?:{either(words['shares'])})(?<!年率))(?P<part>[\u3400-\u9fff]{{2,6}})"
        ),
        # 山区标准高一些，提高到50元: a standard that only points back.
        re.compile(rf"(?P<part>[\u3400-\u9fff]{{0,{_LONGEST}}}?(?:{sorts}))的?(?:标准|水平|额度|金额)"),
    )


def add_alike(told: Telling) -> None:
    """Puts the measure of the figure before into names that say only of whom or of what sort, in place."""
    last: int | None = None
    for index in sorted(told.names):
        if last is not None and _base(told, last) == _base(told, index) not in _HEADS:
            told.names[index] = _measured(told, last, index)
        last = index


def _base(told: Telling, index: int) -> str:
    """The unit of a figure without the time or the head that it is reckoned by."""
    return told.slots[index].unit.partition("/")[0]


def _measured(told: Telling, last: int, index: int) -> Named:
    """The name of a figure with the measure of the one before it, itself where it says one or none fits."""
    named, whole = told.names[index], told.names[last].name
    part = _part(named, whole)
    if not part or part in told.lone or not default_members().is_part(told.wording, part):
        return named
    gap = told.masked[told.slots[last].end : told.slots[index].start]
    first = _words().told_first.fullmatch(whole)
    if first and _is_listed(gap, part) and default_members().is_part(told.wording, first["part"]):
        return named.called(first["measure"] + part, "alike")
    if _words().sort.fullmatch(part) is None or whole[-_SAME:] == part[-_SAME:]:
        return named
    if first and _words().sort.fullmatch(first["part"]):
        return named.called(first["measure"] + part, "alike")
    measured = _words().measured.search(whole)
    return named.called(_joined(part, whole, told.lone), "alike") if measured else named


def _part(named: Named, whole: str) -> str:
    """What stands before a figure as all of its name, or behind the name that it has taken over; "" elsewhere."""
    if named.rule == "clause before" and (found := _words().pointer.fullmatch(named.name)):
        return found["part"]
    if named.rule == "carried subject" and named.name.startswith(whole):
        part = named.name[len(whole) :]
    else:
        part = named.name if named.rule == "before" else ""
    return part if part in named.before else ""


def _is_listed(gap: str, part: str) -> bool:
    """Whether nothing but a mark parts a figure from what it is of (90%、门诊达到80%)."""
    return gap.lstrip(_JOINED).startswith(part) and gap[:1] in _JOINED


def _joined(part: str, whole: str, lone: frozenset[str]) -> str:
    """The part with the name of the whole, whose own people or area give way to it (农民收入 → 山区农民收入)."""
    for length in range(min(len(part), 6), 1, -1):
        at = whole.find(part[-length:])
        if 0 <= at <= _LONGEST and at + length < len(whole):
            return (part + whole[at + length :])[-MAX_NAME:]
    own = _words().sort.match(whole)
    if own and own.end() < len(whole) and own.group() not in lone:
        rest = whole[own.end() :].removeprefix("的")
        if len(rest) > _SAME:
            return (part + rest)[-MAX_NAME:]
    return (part + whole)[-MAX_NAME:]
