"""Which figures are, by their words, all the parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.words import Partition, holds, words

_CLAUSE = re.compile(r"[，,；;。、]")
_LONG = 1000.0
_AROUND = 9
_CHOICES = 3


def own_words(fact: Fact, page: Page) -> str:
    """The words of the clause that lead to a fact."""
    said = page.own_words.get(fact.number)
    if said is None:
        said = _CLAUSE.split(page.before(fact, 16))[-1]
        if not said and fact.number and page.facts[fact.number - 1].end == fact.start:
            said = own_words(page.facts[fact.number - 1], page)  # 不捕33件40人
        page.own_words[fact.number] = said
    return said


def bearing_words(page: Page, fact: Fact) -> str:
    """The words before a fact, and its name."""
    return page.before(fact, 12) + fact.name


def is_old(fact: Fact, page: Page) -> bool:
    """Whether a figure is an old one that another is held against: 比2020年的 fact."""
    old = page.old.get(fact.number)
    if old is None:
        old = page.old[fact.number] = words().old_level.search(page.before(fact, 20)) is not None
    return old


def is_balance(fact: Fact, page: Page) -> bool:
    """Whether a figure is a difference of others (顺差), which is no part of anything."""
    if page.has_balance is None:
        page.has_balance = words().balance_words.search(page.text) is not None
    return page.has_balance and words().balance_words.search(own_words(fact, page)) is not None


def with_remainder(run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The beginning of a run up to a part that is called the rest (其余14条): then nothing is wanting."""
    for place, fact in enumerate(run):
        if place and own_words(fact, page).lstrip("：: ").startswith(words().remainder):
            return None if page.unread(run[0], fact) else list(run[: place + 1])
    return None


def complete_partition(partitions: Sequence[Partition], run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The first members of a run when they are, by the vocabulary, all the parts of a whole; None otherwise."""
    for partition in partitions:
        parts = _members(partition, run, page)
        if parts:
            return parts
    return None


def named_partition(partitions: Sequence[Partition], run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """For each part of a partition the first figure of a run that bears its word; None where one is wanting."""
    for partition in partitions:
        parts = bearers(partition, run, page)
        if parts:
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


def partitions_of(whole: Fact, page: Page) -> list[Partition]:
    """The partitions that a figure may be the whole of; none for an amount a head."""
    said = page.before(whole, 16) + whole.name
    if not words().partition_wholes.search(said):
        return []
    found = [each for each in words().partitions if holds(said, each.whole)]
    heads = (*words().per_head, *words().per_household) if found else ()
    return [] if holds(said, heads) else found


def _borne(partition: Partition, fact: Fact, page: Page) -> list[str]:
    said = own_words(fact, page)
    borne = [word for word in partition.parts if word in said]
    return [word for word in borne if not any(word in other for other in borne if other != word)]  # 非农业 is no 农业


def _members(partition: Partition, run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The first figures of the run, when each bears the word of one part and of no other, and no part is wanting."""
    first = run[: len(partition.parts)]
    borne = [_borne(partition, fact, page) for fact in first]
    if any(len(found) != 1 for found in borne) or {found[0] for found in borne} != set(partition.parts):
        return None
    return list(first)


def around(whole: Fact, partitions: Sequence[Partition], page: Page) -> list[Fact] | None:
    """The nearest figures on both sides of a long figure that bear the words of all its parts and come to it."""
    if not whole.exact or whole.value < _LONG or not partitions:
        return None
    near = page.facts[max(whole.number - _AROUND, 0) : whole.number + _AROUND]
    alike = [f for f in near if f.unit == whole.unit and f.measure == "level" and f.value < whole.value]
    alike.sort(key=lambda fact: abs(fact.number - whole.number))
    for partition in partitions:
        borne = {
            word: [f for f in alike if _borne(partition, f, page) == [word]][:_CHOICES] for word in partition.parts
        }
        for parts in product(*borne.values()):
            if sum(part.value for part in parts) == whole.value:
                return list(parts)
    return None
