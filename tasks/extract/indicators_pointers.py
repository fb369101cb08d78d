"""Words that point back to names told before: 前者5亿亩, 而当年这两项分别是, 边远地区这一标准."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tasks.extract.indicators_elided import elided_words
from tasks.extract.indicators_lists import complete_members, split_list
from tasks.extract.indicators_state import RATES, Subjects
from tasks.extract.indicators_wording import SHARES
from tasks.vocabulary import either

# 增速高于存款——后者
_AGAINST = re.compile("[高低快慢多少大小强弱优胜]于([\u3400-\u9fff]{2,8})$")
_DASHES = "—－-，,、 （("
_PAIR, _SHARE = 2, re.compile("的?(?:占比?)?$")


class _Words(NamedTuple):
    one_of_two: re.Pattern[str]
    one: re.Pattern[str]
    both: re.Pattern[str]
    this: re.Pattern[str]


@cache
def _words() -> _Words:
    """The words under `pointers` in seeds/vocabulary/elided.yaml, compiled once."""
    words: dict[str, list[str]] = elided_words()["pointers"]
    nouns = either([*words["nouns"], *words["shares"]])
    return _Words(
        re.compile(
            rf"(?P<where>[\u3400-\u9fff]{{0,8}}?)(?:(?P<former>{either(words['former'])})|{either(words['latter'])})的?"
        ),
        re.compile(
            rf"[\s，]{{0,16}}+(?:其中)?另?外?(?:{either(words['one'])})(?:则|却|也|还|就)*(?=[\u3400-\u9fff]{{0,6}}$)"
        ),
        re.compile(rf"(?:{either(words['both'])})(?:之间)?的?(?={either(words['taken_together'])})"),
        re.compile(
            rf"(?P<whose>[^，；。\x02]{{0,12}}?)的?(?<![因从由如据彼至应])(?:{either(words['this'])})(?P<noun>{nouns})(?![\u3400-\u9fff]?[区户村县])"
        ),
    )


@cache
def _sides() -> frozenset[str]:
    """How the words begin that point to one of two."""
    words: dict[str, list[str]] = elided_words()["pointers"]
    return frozenset(word[:2] for word in (*words["former"], *words["latter"]))


class Pointed(NamedTuple):
    """What a phrase points back to, who has it there instead (`whose`, raw), and what it says besides (`rest`)."""

    whose: str
    name: str
    rest: str


def pointed(subjects: Subjects, words: str, unit: str) -> Pointed | None:
    """What the words before a number point back to, None where they do not or nothing fits."""
    found = _words().one_of_two.search(words) if any(sign in words for sign in _sides()) else None
    if found:
        name = _one_of_two(subjects, 0 if found["former"] else 1)
        if not found["former"] and (other := _compared_with(subjects, words[: found.start()])):
            name = other
        return Pointed("", name, words[found.end() :]) if name else None
    if (found := _words().one.match(words)) and (subjects.state.pair or subjects.listed(_PAIR)):
        return Pointed("", _one_of_two(subjects, 1 if subjects.state.pair else 0), words[found.end() :])
    if found := _words().both.search(words):
        _one_of_two(subjects, 0)
        name = "与".join(subjects.state.pair)
        return Pointed("", name, words[found.end() :]) if name else None
    # 上述指标依次增加到: several, one by one.
    this = None if "依次" in words or "分别" in words else _words().this.match(words)
    if this is None:
        return None
    name = _this(subjects, this["noun"], unit)
    return Pointed(this["whose"], name, words[this.end() :]) if name else None


def _compared_with(subjects: Subjects, words: str) -> str:
    """What a comparison that the words before 后者 end in holds something against (增速高于存款——后者), "" for none."""
    state = subjects.state
    ahead = words.strip(_DASHES) or (state.bare[-1].strip(_DASHES) if state.fresh and state.bare else "")
    found = _AGAINST.search(ahead)
    return found[1] if found else ""


def _one_of_two(subjects: Subjects, place: int) -> str:
    """The first or the second of the two that were named last, told in one clause or each with its number."""
    state = subjects.state
    if not (place and state.pair):
        recent = list(dict.fromkeys(name for name, _ in (*state.past, *state.recent)))[-_PAIR:]
        told = list(dict.fromkeys(_SHARE.sub("", name) for name in state.lasts))[-_PAIR:]
        both = split_list(recent[-1], _PAIR) if recent else []
        both = complete_members(subjects.wording, both) if len(both) == _PAIR else []
        state.pair = tuple(
            subjects.listed(_PAIR) or next((names for names in (both, recent, told) if len(names) == _PAIR), ())
        )
    name = state.pair[place] if state.pair else ""
    state.pair = () if place else state.pair
    return name


def _this(subjects: Subjects, noun: str, unit: str) -> str:
    """The figure that 这一数字 or 这一比例 points back to: the last share for a share, else the last in its unit."""
    state = subjects.state
    if unit in SHARES or noun in elided_words()["pointers"]["shares"]:
        return state.rate or state.carried
    return state.alike(unit) if unit not in RATES else ""
