"""Parts that add up to a whole, shares that add up to 100, and balances (顺差 = 出口 − 进口)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation, apart, fits, plain, related, weigh
from tasks.validate.arithmetic.slips import with_slip
from tasks.validate.arithmetic.words import Balance, Partition, words

MOST_PARTS = 10
_TELLING = 100.0
"""Whole numbers below this add up by chance too often to be a sum without a word that says so."""
_OVERLAP = "the parts come to more than the whole: they overlap, it is no partition"
_SLIP_PARTS = 4
_MOST_OFF = 90.0
"""Three shares of a structure that are further than this from 100 are no structure."""
_MIXED = "facts and targets stand side by side"
_LIST_BREAK = re.compile(r"[。\n]")


def find_sums(page: Page) -> Iterator[Relation]:
    """Every sum of parts, every set of shares that makes the whole, and every balance."""
    for whole in page.facts:
        if whole.measure == "level":
            found = _whole_first(page, whole) or _whole_last(page, whole)
            if found:
                yield found
    yield from _shares_to_hundred(page)
    yield from _balances(page)


def _addable(whole: Fact, part: Fact) -> bool:
    return part.unit == whole.unit and part.measure == "level"


def _run_after(page: Page, whole: Fact) -> list[Fact]:
    """The levels of the whole's unit that follow it, in its sentence or in a next one that goes on with 其中.

    Figures of other kinds are passed over, and so are parts of a part (含6例…).
    """
    run: list[Fact] = []
    last = whole
    for fact in page.facts[whole.number + 1 : whole.number + 1 + 3 * MOST_PARTS]:
        if fact.sentence != last.sentence and (
            run or not words().parts_in_next_sentence.search(page.between(last, fact))
        ):
            break
        link = page.between(last, fact)
        last = fact
        if not _addable(whole, fact) or (run and words().part_of_part.match(link)):
            continue
        if _is_balance(fact, page):
            break
        run.append(fact)
        if len(run) == MOST_PARTS:
            break
    return run


def _is_balance(fact: Fact, page: Page) -> bool:
    """Whether a figure is a difference of others (顺差), which is no part of anything."""
    said = _own_words(fact, page)
    return any(word in said for balance in words().balances for word in balance.result)


def _total(whole: Fact, parts: Sequence[Fact]) -> Relation:
    tolerance = whole.half + sum(part.half for part in parts)
    computed = sum(part.value for part in parts)
    found = related("sum", parts, whole, whole.value, computed, tolerance, "+".join(plain(part) for part in parts))
    mixed = any(part.status != whole.status for part in parts) and found.verdict == DISAGREES
    return apart(found, _MIXED) if mixed else found


def _whole_first(page: Page, whole: Fact) -> Relation | None:
    run = _run_after(page, whole)
    if len(run) < 2:
        return None
    cue = words().parts_follow.search(page.between(whole, run[0]))
    announced = cue or words().whole_words.search(page.before(whole, 14)) or whole.value >= _TELLING
    complete = _complete_partition(whole, run, page) or (_with_remainder(run, page) if cue else None)
    if complete:
        return _total(whole, complete)
    fitting = list(takewhile(lambda fact: fact.value <= whole.value, run))
    for size in range(2, len(fitting) + 1):
        parts = fitting[:size]
        if announced and _adds_up(whole, parts) and (cue or size > 2 or whole.value >= _TELLING):
            return _total(whole, parts)
    slipped = _slipped(whole, run) if cue else None
    return slipped or (_overlapping(page, whole, fitting) if len(fitting) > 1 else None)


def _with_remainder(run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The beginning of a run up to a part that is called the rest (其余14条): then nothing is wanting."""
    for place, fact in enumerate(run):
        if place and any(word in _own_words(fact, page) for word in words().remainder):
            return None if page.unread(run[0], fact) else list(run[: place + 1])
    return None


def _slipped(whole: Fact, run: Sequence[Fact]) -> Relation | None:
    """Announced parts that would add up but for two swapped digits in one figure."""
    for size in range(2, min(len(run), _SLIP_PARTS) + 1):
        found = with_slip(lambda facts: _total(facts[0], facts[1:]), (whole, *run[:size]))
        if found:
            return found
    return None


def _adds_up(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Adds up within rounding, where rounding is small beside the smallest part."""
    tolerance = whole.half + sum(part.half for part in parts)
    smallest = min(abs(part.value) for part in parts)
    return tolerance < smallest / 2 and fits(whole.value, sum(part.value for part in parts), tolerance)


def _overlapping(page: Page, whole: Fact, run: Sequence[Fact]) -> Relation | None:
    """A list of three or more of one shape that comes to more than the whole: found, and not comparable."""
    parts = _parallel(page, run)
    announced = words().parts_follow.search(page.between(whole, run[0])) or words().whole_words.search(
        page.before(whole, 14)
    )
    if not announced or _shape(page, whole, run[0]) == _shape(page, run[0], run[1]):
        return None
    if len(parts) < 3 or sum(part.value for part in parts) <= whole.value or not whole.exact:
        return None
    return apart(_total(whole, parts), _OVERLAP)


def _parallel(page: Page, run: Sequence[Fact]) -> list[Fact]:
    """The longest beginning of a run whose members follow each other with texts of one shape (户实现了助医,)."""
    parts = list(run[:1])
    shape = ""
    for left, right in pairwise(run):
        link = page.between(left, right)
        core = _shape(page, left, right)
        if right.number != left.number + 1 or _LIST_BREAK.search(link) or len(link) > 12 or (shape and core != shape):
            break
        shape = shape or core
        parts.append(right)
    return parts


def _shape(page: Page, left: Fact, right: Fact) -> str:
    """The first characters between two figures, which tell lists of one shape."""
    return page.between(left, right).strip("，,、；; ")[:2]


def _whole_last(page: Page, whole: Fact) -> Relation | None:
    """Parts first, closed by 合计, 共计 or 总计."""
    lead = page.before(whole, 10)
    if not words().total_closes.search(lead):
        return None
    parts: list[Fact] = []
    for fact in page.preceding(whole, MOST_PARTS):
        if not _addable(whole, fact) or fact.value > whole.value:
            if fact.unit == whole.unit or fact.measure == "level":
                break
            continue
        parts.insert(0, fact)
        if len(parts) >= 2 and _adds_up(whole, parts):
            return _total(whole, parts)
    listed = _listed(page, parts, whole)
    if words().strong_total.search(lead) and len(listed) >= 2:
        return _total(whole, listed)
    return None


def _listed(page: Page, parts: Sequence[Fact], whole: Fact) -> list[Fact]:
    """The parts as one unbroken list that ends right before the whole; empty when it is none."""
    chain = [*parts, whole]
    for left, right in pairwise(chain):
        link = page.between(left, right)
        if right.number != left.number + 1 or len(link) > 10 or re.search(r"[。；;]", link):
            return []
    return list(parts) if parts and all(p.exact for p in parts) and not page.unread(parts[0], whole) else []


def _names(fact: Fact, page: Page) -> str:
    """The name of a fact and the words right around it."""
    return page.before(fact, 16) + fact.name


def _complete_partition(whole: Fact, run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The members of a run that are, by the vocabulary, all the parts of the whole; None when it is no such set."""
    for partition in words().partitions:
        parts = _members(partition, run, page)
        if parts and any(word in _names(whole, page) for word in partition.whole):
            return parts
    return None


def _members(partition: Partition, run: Sequence[Fact], page: Page) -> list[Fact] | None:
    """The first figures of the run, when each bears the word of one part and of no other, and no part is wanting."""
    first = run[: len(partition.parts)]
    borne = [[word for word in partition.parts if word in _own_words(fact, page)] for fact in first]
    if any(len(found) != 1 for found in borne) or {found[0] for found in borne} != set(partition.parts):
        return None
    return list(first)


def _own_words(fact: Fact, page: Page) -> str:
    """The words of the clause that lead to a fact."""
    return re.split(r"[，,；;。、]", page.before(fact, 16))[-1]


def _shares_to_hundred(page: Page) -> Iterator[Relation]:
    for sentence in page.by_sentence.values():
        shares = [f for f in sentence if f.measure == "share" and f.unit == "%" and f.status == "observation"]
        taken = -1
        for first in range(len(shares)):
            if first > taken:
                found = _hundred(page, shares[first:])
                if found:
                    taken = first + len(found.parts) - 1
                    yield found


def _hundred(page: Page, shares: Sequence[Fact]) -> Relation | None:
    """The beginning of a list of shares that makes the whole, or should by the words before it."""
    for size in range(3, min(len(shares), MOST_PARTS) + 1):
        found = _hundred_relation(shares[:size])
        if found.verdict == AGREES and found.tolerance <= 2:
            return found
    if len(shares) < 3:
        return None
    parts = shares[:3]
    joined = all(len(page.between(left, right)) <= 4 for left, right in pairwise(parts))
    if joined and words().structure.search(page.before(parts[0], 24)):
        found = _hundred_relation(parts)
        return found if abs(found.computed - 100) <= _MOST_OFF else None
    return with_slip(_hundred_relation, parts, 3) if _shape(page, *parts[:2]) == _shape(page, *parts[1:]) else None


def _hundred_relation(parts: Sequence[Fact]) -> Relation:
    computed = sum(part.value for part in parts)
    tolerance = max(sum(part.half for part in parts), 0.1)
    verdict, why = weigh(100.0, computed, tolerance, parts)
    return Relation(
        "sum", tuple(parts), None, None, computed, "%", tolerance, "+".join(plain(p) for p in parts), verdict, why
    )


def _balances(page: Page) -> Iterator[Relation]:
    for balance in words().balances:
        if not any(word in page.text for word in balance.result):
            continue
        for result in page.facts:
            if result.measure == "level" and any(word in _own_words(result, page) for word in balance.result):
                found = _balance(page, balance, result)
                if found:
                    yield found


def _balance(page: Page, balance: Balance, result: Fact) -> Relation | None:
    sides = []
    for word, other in ((balance.minuend, balance.subtrahend), (balance.subtrahend, balance.minuend)):
        side = next(
            (
                fact
                for fact in page.preceding(result, 8)
                if _addable(result, fact) and word in _own_words(fact, page) and other not in _own_words(fact, page)
            ),
            None,
        )
        if side is None:
            return None
        sides.append(side)
    more, less = sides
    tolerance = result.half + more.half + less.half
    computed = more.value - less.value
    return related(
        "difference", (more, less), result, result.value, computed, tolerance, f"{plain(more)}-{plain(less)}"
    )
