"""Pairs the members of a list with a run of numbers: A、B分别增长1%、2%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.indicators_wording import Wording, split_list

_COMPARED = re.compile(r".*(?:[高低快慢优好多少]于|高出|低出|占)")
_AREA = 6


def pair_members(wording: Wording, name: str, run: int, alike: bool, recent: Sequence[str], rule: str) -> list[str]:
    """One name for each of the `run` numbers that stand in a list; `name` for all when nothing pairs.

    `alike` says that the numbers have one unit. A list without a subject (分别增长1%、2%, 占比依次为40%、30%)
    takes those of the `run` names before it.
    """
    if run < 2:
        return [name]
    if alike and rule in ("carried name", "clause before", "carried subject") and len(recent) >= run:
        said = name.removeprefix(recent[-1]) if rule == "carried subject" else ""
        return [owner + said for owner in recent[-run:]] if said != name else [name] * run
    members = split_list(name)
    if len(members) == run:
        return complete_members(wording, members)
    return [name] * run


def complete_members(wording: Wording, members: list[str]) -> list[str]:
    """Gives every member the words that the list shares: 城镇和农村居民收入 → 城镇居民收入, 农村居民收入."""
    last = members[-1]
    names = [member + _shared_tail(member, last) for member in members[:-1]]
    compared = _COMPARED.match(members[0])
    if compared and len(last) <= _AREA:
        last = compared.group() + last
    elif any(wording.is_carry_noun(last[:n]) and last[n : n + 1] != "性" for n in (5, 4, 3, 2)):
        tail = wording.dependent_tail(members[0])
        last = (members[0][: -len(tail)] if tail else "") + last
    return [*names, last]


def _shared_tail(member: str, last: str) -> str:
    """What the last member has behind its own part and an earlier member lacks."""
    if len(member) >= 2:
        at = last.rfind(member[-2:])
        if at >= 0:
            return last[at + 2 :]
    if len(last) > len(member) + 1:
        return last[len(member) :]
    return ""
