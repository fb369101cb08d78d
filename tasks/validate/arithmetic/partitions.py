"""Which figures are, by their words, all the parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.words import Partition, words

_CLAUSE = re.compile(r"[，,；;。、]")


def own_words(fact: Fact, page: Page) -> str:
    """The words of the clause that lead to a fact."""
    return _CLAUSE.split(page.before(fact, 16))[-1]


def is_balance(fact: Fact, page: Page) -> bool:
    """Whether a figure is a difference of others (顺差), which is no part of anything."""
    said = own_words(fact, page)
    return any(word in said for balance in words().balances for word in balance.result)


def with_remainder(run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The beginning of a run up to a part that is called the rest (其余14条): then nothing is wanting."""
    for place, fact in enumerate(run):
        if place and any(word in own_words(fact, page) for word in words().remainder):
            return None if page.unread(run[0], fact) else list(run[: place + 1])
    return None


def complete_partition(whole: Fact, run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The first members of a run when they are, by the vocabulary, all the parts of the whole; None otherwise."""
    for partition in words().partitions:
        parts = _members(partition, run, page)
        if parts and _is_whole(whole, partition, page):
            return parts
    return None


def named_partition(whole: Fact, run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """For each part of a partition the first figure of a run that bears its word; None where one is wanting."""
    for partition in words().partitions:
        parts = bearers(partition, run, page)
        if parts and _is_whole(whole, partition, page):
            return parts
    return None


def bearers(partition: Partition, facts: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The first of the facts that bears the word of each part and of no other; None where one is wanting."""
    found: dict[str, Fact] = {}
    for fact in facts:
        borne = _borne(partition, fact, page)
        if len(borne) == 1:
            found.setdefault(borne[0], fact)
    return [found[word] for word in partition.parts] if len(found) == len(partition.parts) else None


def _is_whole(whole: Fact, partition: Partition, page: Page) -> bool:
    said = page.before(whole, 16) + whole.name
    each = any(word in said for word in (*words().per_head, *words().per_household))
    return not each and any(word in said for word in partition.whole)


def _borne(partition: Partition, fact: Fact, page: Page) -> list[str]:
    said = own_words(fact, page)
    return [word for word in partition.parts if word in said]


def _members(partition: Partition, run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The first figures of the run, when each bears the word of one part and of no other, and no part is wanting."""
    first = run[: len(partition.parts)]
    borne = [_borne(partition, fact, page) for fact in first]
    if any(len(found) != 1 for found in borne) or {found[0] for found in borne} != set(partition.parts):
        return None
    return list(first)
