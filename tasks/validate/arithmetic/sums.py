"""Parts that add up to a whole."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from tasks.validate.arithmetic.adding import addable, adds_up, is_threshold, total_of
from tasks.validate.arithmetic.closed import closed_by_total
from tasks.validate.arithmetic.columns import find_columns
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, JOINED, Fact, Page, Relation, fits
from tasks.validate.arithmetic.numbered import find_numbered, find_states
from tasks.validate.arithmetic.overlaps import overlapping
from tasks.validate.arithmetic.partitions import (
    around,
    complete_partition,
    is_balance,
    is_old,
    named_partition,
    partitions_of,
    with_remainder,
)
from tasks.validate.arithmetic.slips import one_digit_off, with_slip
from tasks.validate.arithmetic.structure import MOST_PARTS, beside, find_structures
from tasks.validate.arithmetic.totals import divided_again, find_totals
from tasks.validate.arithmetic.words import Partition, words

_TELLING = 100.0
"""Whole numbers below this add up by chance too often to be a sum without a word that says so."""
_SLIP_PARTS = 4
_ANNOUNCED = 20
_EARLIER = 16
_EARLIER_SENTENCES = 4
_FINE = 50.0
_SAID = 80
_SENTENCES = 5
_MANY = 3
_LITTLE = 0.01
_FAR = 80
_FINELY = 1e-4
_EVEN = 1e-6


def find_sums(page: Page) -> Iterator[Relation]:
    """Every sum of parts, and every set of shares that makes the whole.

    Figures that come to some total are not held against another one, nor do a whole and its parts make a sum.
    """
    said = [*_said(page), *find_states(page)]
    sums = ((each, each.stated) for each in said if each.verdict == AGREES)
    told = [_numbers(each) | {of.number} for each, of in sums if of and _said_of(page, of, each.parts[0])]
    every = (*find_totals(page), *find_columns(page), *find_numbered(page))
    sought = [each for each in every if not any(figures <= _numbers(each) for figures in told)]
    of_whole: dict[int, list[Relation]] = {}
    with_part: dict[int, list[frozenset[int]]] = {}
    for relation in (*said, *sought):
        if relation.verdict == AGREES and relation.stated:
            of_whole.setdefault(relation.stated.number, []).append(relation)
            for part in relation.parts:
                with_part.setdefault(part.number, []).append(_numbers(relation))
    sought = [each for each in sought if not any(_crosses(each, other) for other in _of(of_whole, each))]
    for relation in (*said, *sought):
        parts = _numbers(relation)
        beside_it = (others for part in parts for others in with_part.get(part, ()))
        if relation.verdict != AGREES and any(len(parts & others) > 1 for others in beside_it):
            continue
        whole = relation.stated.number if relation.stated else -1
        if not any(parts <= others for others in with_part.get(whole, ())):
            yield relation  # parts of one whole, one of which comes to some others, do so by chance
    for relation in (*said, *sought):
        yield from divided_again(page, relation)
    for relation in sought:
        yield from beside(page, relation)
    yield from find_structures(page)


def _numbers(relation: Relation) -> frozenset[int]:
    return frozenset(part.number for part in relation.parts)


def _of(of_whole: Mapping[int, list[Relation]], relation: Relation) -> list[Relation]:
    """The sums that agree with the whole of a sum."""
    return of_whole.get(relation.stated.number, []) if relation.stated else []


def _crosses(relation: Relation, other: Relation) -> bool:
    """Whether a sum has some, not all, of the parts of a shorter sum of the same whole, or wants some of a longer."""
    ours, theirs = _numbers(relation), _numbers(other)
    return bool(ours & theirs and theirs - ours and len(theirs) < len(ours)) or ours < theirs


def _said(page: Page) -> Iterator[Relation]:
    """The sums that words or place tell of."""
    parts: dict[int, Fact] = {}
    for whole in page.facts:
        if whole.measure in ("level", "change") and (whole.unit, whole.measure) in page.addable:
            for found in _sums_of(page, whole, parts):
                if found.verdict != AGREES and whole.number in parts and not _said_of(page, whole, found.parts[0]):
                    continue
                parts.update((part.number, whole) for part in found.parts)
                yield found
                yield from beside(page, found)
    yield from _lists_of_earlier(page, parts)


def _lists_of_earlier(page: Page, parts: Container[int]) -> Iterator[Relation]:
    """一、二、三季度分别为 A、B、C: a list that makes a level of some sentences before. Only a fine fit counts."""
    for first in page.facts if words().respectively.search(page.text) else ():
        run = _unbroken(page, first) if first.number not in parts and first.measure == "level" else []
        if len(run) < _MANY or not words().respectively.search(page.before(first, _ANNOUNCED)):
            continue
        made = sum(part.value for part in run)
        for whole in page.preceding(first, _EARLIER, _EARLIER_SENTENCES):
            if (
                addable(page, whole, first)
                and whole.value >= made / 2
                and adds_up(whole, run)
                and whole.half < run[0].value / _FINE
            ):
                yield total_of(whole, run)
                break


def _unbroken(page: Page, first: Fact) -> list[Fact]:
    """The list that begins with a figure and goes on with 、 or 和."""
    run = [first]
    for fact in page.following(first, MOST_PARTS - 1):
        if not addable(page, first, fact) or not JOINED.match(page.between(run[-1], fact)):
            break
        run.append(fact)
    return run


def _sums_of(page: Page, whole: Fact, divided: Mapping[int, Fact]) -> Iterator[Relation]:
    """The sums that a figure is the whole of: it may be divided twice, by kind and by place."""
    if whole.measure == "level":
        run = _run_after(page, whole)
        found = _whole_first(page, whole, run)
        if found is None or found.verdict != AGREES:
            outer = _outer(page, whole, run)
            again = _whole_first(page, whole, outer) if 1 < len(outer) < len(run) else None
            run, found = (outer, again) if again and again.verdict == AGREES else (run, found)
        if found:
            yield found
            yield from _divided_again(whole, run, found)
            if found.verdict != AGREES:
                return
    last = closed_by_total(page, whole, divided)
    if last:
        yield last


def _said_of(page: Page, whole: Fact, part: Fact) -> bool:
    """Whether the words right between a figure and the next one say that it is divided (其中)."""
    return part.number == whole.number + 1 and bool(words().parts_follow.search(page.between(whole, part)))


def _divided_again(whole: Fact, run: Sequence[Fact], first: Relation) -> Iterator[Relation]:
    """The rest of a run, where it makes the whole once more, or would but for a misprint."""
    found: Relation | None = first
    while found and found.verdict == AGREES and found.parts[-1] in run:
        rest = run[run.index(found.parts[-1]) + 1 :]
        found = _again(whole, rest)
        if found:
            yield found


def _again(whole: Fact, rest: Sequence[Fact]) -> Relation | None:
    for size in range(2, len(rest) + 1):
        if adds_up(whole, rest[:size]) and (size > 2 or whole.value >= _TELLING):
            return total_of(whole, rest[:size])
    return _nearly(whole, rest)


def _run_after(page: Page, whole: Fact) -> list[Fact]:
    """The levels of the whole's unit that follow it, in its sentence or in a next one that goes on with 其中.

    Figures of other kinds are passed over, and so are parts of a part (含6例…).
    """
    run: list[Fact] = []
    last = whole
    for fact in page.facts[whole.number + 1 : whole.number + 1 + 3 * MOST_PARTS]:
        if fact.sentence != last.sentence and not words().parts_in_next_sentence.search(page.between(last, fact)):
            break
        link = page.between(last, fact)
        last = fact
        if not addable(page, whole, fact) or (run and words().part_of_part.match(link)):
            continue
        if not run and words().left_out.match(link):
            continue
        if is_old(fact, page) or is_threshold(page, fact) or (run and _in_brackets(page, run[-1], fact)):
            continue
        if is_balance(fact, page):
            break
        run.append(fact)
        if len(run) == MOST_PARTS:
            break
    return run


def _in_brackets(page: Page, part: Fact, fact: Fact) -> bool:
    """Whether brackets that a figure stands in open behind the part before it: 收入A（税收B，非税C）；补助D."""
    text = page.text[part.end : min(fact.start, part.end + _SAID)]
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _outer(page: Page, whole: Fact, run: Sequence[Fact]) -> list[Fact]:
    """A run without the parts of its parts: all that 其中 leads to within a part, or what the name says (甲中的乙)."""
    kept: list[Fact] = []
    closed = True
    for fact in run:
        said = page.text[max(kept[-1].end if kept else whole.end, fact.start - _SAID) : fact.start]
        clause = re.split(r"[；;。]", said)
        closed = len(clause) > 1 or (closed and not words().part_within.search(said))
        if not kept or (closed and not words().part_within.search(clause[-1])):
            kept.append(fact)
            closed = True
    return kept


def _whole_first(page: Page, whole: Fact, run: Sequence[Fact]) -> Relation | None:
    partitions = partitions_of(whole, page)
    if len(run) < 2:
        return _by_names(page, whole, partitions)
    told = words().parts_follow.search(page.text[max(run[0].start - _SAID, whole.end) : run[0].start]) is not None
    complete = complete_partition(partitions, run, page) or (with_remainder(run, page) if told else None)
    if complete and (complete[0].sentence == whole.sentence or max(part.value for part in complete) <= whole.value):
        made = total_of(whole, complete)
        if made.verdict != AGREES or adds_up(whole, complete, told=True):
            return made
    fitting = list(takewhile(lambda fact: fact.value <= whole.value, run))
    found = _first_that_fits(page, whole, fitting, told=told) or _by_names(page, whole, partitions)
    if found is None and told:
        found = _slipped(whole, run) or _nearly(whole, run)
    return found or (overlapping(page, whole, fitting) if len(fitting) > 1 else None)


def _first_that_fits(page: Page, whole: Fact, run: Sequence[Fact], *, told: bool) -> Relation | None:
    """The shortest beginning of a run that adds up, where words or size say that it is no chance."""
    if not (told or words().whole_words.search(page.before(whole, 14)) or whole.value >= _TELLING):
        return None
    parts = run[1:] if run and run[0].value == whole.value else run
    made, rounded = parts[0].value if parts else 0.0, whole.half + (parts[0].half if parts else 0.0)
    for size, part in enumerate(parts[1:], 2):
        made, rounded = made + part.value, rounded + part.half
        if abs(whole.value - made) > rounded + _EVEN * whole.value:
            continue
        enough = told or size > 2 or (whole.value >= _TELLING and rounded <= _LITTLE * whole.value)
        if enough and adds_up(whole, parts[:size], told=told and size == len(parts)):
            more = parts[: size + 1]
            # Coarse figures may fit before their list ends: 0.5, 1.8, 0.6 and 0.28 of 3.05.
            longer = len(more) > size and adds_up(whole, more, told=told)
            return total_of(whole, more if longer else parts[:size])
    return None


def _by_names(page: Page, whole: Fact, partitions: Sequence[Partition]) -> Relation | None:
    """The parts by their names, in this sentence or the two after it, other figures passed over. Only a fit counts."""
    if not partitions:
        return None
    for facts, sentences in ((3 * MOST_PARTS, _SENTENCES), (_FAR, _FAR)):
        behind = page.by_unit.get(whole.unit, ()) if whole.measure == "level" else page.facts
        near = (f for f in behind if 0 < f.number - whole.number <= facts)
        alike = (f for f in near if addable(page, whole, f) and not page.is_base(f))
        within = [f for f in alike if f.sentence - whole.sentence <= sentences]
        parts = named_partition(partitions, within, page) if len(within) > 1 else None
        found = total_of(whole, parts) if parts else None
        if found and found.verdict == AGREES and (facts < _FAR or found.tolerance <= _FINELY * whole.value):
            return found
    parts = around(whole, partitions, page)
    return total_of(whole, parts) if parts else None


def _nearly(whole: Fact, run: Sequence[Fact]) -> Relation | None:
    """Announced parts that come to a little more than the whole, or to it but for one digit of one figure.

    No list of some of the parts does that, nor do parts that overlap.
    """
    if len(run) < _MANY or len(run) == MOST_PARTS:
        return None
    found = total_of(whole, run)
    off = found.computed - whole.value
    if any(fits(off, part.value, found.tolerance) for part in run):
        return None
    if found.verdict != DISAGREES or abs(off) >= _LITTLE * abs(whole.value):
        return None
    if one_digit_off(off, (whole, *run)):
        return replace(found, why="it would fit with one digit of a figure changed")
    return found if off > 0 else None


def _slipped(whole: Fact, run: Sequence[Fact]) -> Relation | None:
    """Announced parts that would add up but for two swapped digits in one figure."""
    for size in range(2, min(len(run), _SLIP_PARTS) + 1):
        found = with_slip(lambda facts: total_of(facts[0], facts[1:]), (whole, *run[:size]))
        if found:
            return found
    return None
