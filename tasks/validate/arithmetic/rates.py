"""Rates that are, by their names, one count in another: 城镇化率, 资产负债率, 不起诉率."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, apart, plain
from tasks.validate.arithmetic.partitions import bearing_words, own_words
from tasks.validate.arithmetic.portions import can_be, is_sure, one_of, share_of, whole_of
from tasks.validate.arithmetic.words import Rate, holds, words

NO_BASE = "the base of the rate is not printed; the total population is another base"
_RATES_BACK = 40
_ON = 6
_COUNTS = 10
_SAID = 12
_STEM = 2
_NEAR = 3
_TIGHT_BESIDE = 0.03
_TIGHT_COUNTED = 0.12
_TIGHT_OF_BOTH = 0.06
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")


def rate_of_population(page: Page, share: Fact, total: Fact | None) -> Relation | None:
    """A rate after a count of persons, where the text prints the total population: comparable only when it fits.

    Births and deaths (‰) are always told of the mean population, so nothing follows where they do not fit.
    """
    if not share.name.endswith(words().rate_names):
        return None
    persons = next((f for f in page.preceding(share, 2) if f.unit == "人" and f.measure == "level"), None)
    if persons is None or total is None or not can_be(persons, total):
        return None
    found = one_of(persons, total, share)
    if found.verdict == AGREES:
        return found
    silent = share.unit == "‰" or persons.name in words().population
    return None if silent else apart(found, NO_BASE)


def rate_of_both(page: Page, share: Fact) -> Relation | None:
    """起诉A人，不起诉B人，不起诉率为 B/(A+B): a rate of two counts that make all between them. Only a fit counts."""
    said = _BRACKETS.sub("", page.before(share, 16).rstrip("达到为约是 "))
    if not said.endswith(words().rate_names):
        return None
    near = page.facts[max(share.number - _COUNTS, 0) : share.number + _COUNTS]
    counts = [f for f in near if f.measure == "level" and abs(f.sentence - share.sentence) <= 1 and f.value > 0]
    pairs = [
        (a, b)
        for a in counts
        for b in counts
        if a.unit == b.unit and a.exact and b.exact and _is_denied(page, a) != _is_denied(page, b)
    ]
    for part, other in pairs:
        whole = part.value + other.value
        said = f"{plain(part)}/({plain(part)}+{plain(other)})"
        found = share_of((part, other), part, whole, part.half + other.half, share, said)
        if is_sure(found, share, len(pairs), _TIGHT_OF_BOTH):
            return found
    return None


def _is_denied(page: Page, fact: Fact) -> bool:
    """Whether a figure counts what was not done: 不捕24人."""
    return words().denied.search(own_words(fact, page)) is not None


def rate_by_name(page: Page, share: Fact) -> Relation | None:
    """城镇化率 and its like, where both counts are printed before, or behind in its sentence. Only a fit counts."""
    said = page.before(share, 14) + share.name
    named = [each for each in words().rates if each.rate in said]
    if not named:
        return None
    near = [*page.preceding(share, _RATES_BACK, _RATES_BACK), *page.following(share, _ON)]
    levels = [(f, bearing_words(page, f)) for f in near if f.measure == "level"]
    for rate in named:
        for part, whole in _pairs(rate, levels):
            found = one_of(part, whole, share)
            told = share.start > part.start > whole.start or part.number == whole.number - 1
            tight = 2 * len(levels) * found.tolerance / whole_of(share) < _TIGHT_COUNTED
            if found.verdict == AGREES and (told or tight):
                return found
    return None


def _pairs(rate: Rate, levels: Sequence[tuple[Fact, str]]) -> Iterator[tuple[Fact, Fact]]:
    """The levels that bear the words of the part and of the whole of a rate."""
    wholes = [fact for fact, said in levels if holds(said, rate.whole)]
    for part, said in levels:
        if rate.part in said:
            yield from ((part, whole) for whole in wholes if can_be(part, whole))


def rate_beside(page: Page, share: Fact) -> Relation | None:
    """流转率44.2%，耕地86.5万亩，流转38.2万亩: a rate whose stem its part or whole bears. Only a fit counts."""
    said = page.before(share, _SAID).rstrip("达到为约是 ")
    stem = said.rstrip("率")[-_STEM:]
    if not said.endswith("率") or len(stem) < _STEM:
        return None
    behind = [f for f in page.following(share, _NEAR) if f.measure == "level"]
    before = [f for f in page.preceding(share, _NEAR) if f.measure == "level"] if behind else []
    pairs = [
        (part, whole)
        for part in (*before, *behind)
        for whole in (*before, *behind)
        if can_be(part, whole) and (stem in bearing_words(page, part) or stem in bearing_words(page, whole))
    ]
    found = (one_of(part, whole, share) for part, whole in pairs)
    fine = (r for r in found if is_sure(r, share, len(pairs), _TIGHT_BESIDE))
    return next(fine, None)
