"""Members of a list by the state that each is of (印尼籍25万人、越南籍19万人; 赴日本55万人次、泰国10万人次): where the
figure is told of another place, the state is a part of its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from tasks.extract.abroad import named_abroad
from tasks.extract.indicators_frames import Slot
from tasks.extract.indicators_state import Named
from tasks.vocabulary import either

# Between the state and the number: of which kind those are, and how many.
_BETWEEN = re.compile(r"(?P<kind>籍(?:旅客|移工|配偶|人士)?|旅客|客|市场|人)?[以约近逾有为则达占共的]{0,3}")
# 25万4083人占32.77%, （5.1%）: a share of the same member.
_OF_THE_SAME = re.compile(r"[、，]?(?:占比?|占比[为达约]?)(?:约|近|逾|超过?)?|[（(]")
_REACH = 10


@lru_cache(maxsize=8)
def _ends(text: str) -> tuple[dict[int, str], frozenset[str], re.Pattern[str]]:
    """The states that a text names by where their names end, their names, and a pattern of these with their kind."""
    ends = {place.end: text[place.start : place.end] for place in named_abroad(text) if place.kind == "state"}
    states = frozenset(ends.values())
    return ends, states, re.compile(f"(?:{either(states)})(?:籍(?:旅客|移工|配偶|人士)?)?")


def with_states(
    text: str, slots: Sequence[Slot], names: dict[int, Named], region_of: Callable[[int, int], str | None]
) -> None:
    """Names the members of lists by their states, in place, where the region of the figure is not the state itself."""
    ends, states, printed = _ends(text)
    if len(states) < 2:
        return
    told: tuple[int, str] | None = None
    for index in sorted(names):
        slot = slots[index]
        member = _member(text, slot.start, ends)
        if member and region_of(slot.start, slot.end) in states:
            member = ""
        if not member and told and told[0] == index - 1:
            again = _OF_THE_SAME.fullmatch(text, slots[index - 1].end, slot.start)
            member = told[1] if again else ""
        told = (index, member) if member else None
        if member:
            names[index] = _called(names[index], member, states, printed)


def _member(text: str, start: int, ends: dict[int, str]) -> str:
    """The state with the kind of those counted right in front of a number, "" for none."""
    for at in range(start, max(0, start - _REACH), -1):
        if at in ends:
            found = _BETWEEN.fullmatch(text, at, start)
            return ends[at] + (found["kind"] or "") if found else ""
    return ""


def _called(named: Named, member: str, states: frozenset[str], printed: re.Pattern[str]) -> Named:
    """The name with the member in place of another state, or in front."""
    if any(state in named.name and member.startswith(state) for state in states):
        return named
    other = printed.search(named.name)
    if other:
        return named.called(named.name[: other.start()] + member + named.name[other.end() :])
    return named.called(member + named.name)
