"""One figure above another: a printed gap between two printed figures, or a claim without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tasks.validate.arithmetic.facts import AGREES, NOT_COMPARABLE, Fact, Page, Relation, plain, related
from tasks.validate.arithmetic.words import words

_POINTS = "百分点"
_NAME_BREAK = re.compile(r"[，,。；;、：:“”0-9\s]")
_LONGEST_NAME = 18
_MOST_GROWTHS = 200
_MOST_CLAIMS = 200
_ENOUGH = 0.6


def find_comparisons(page: Page) -> Iterator[Relation]:
    """Every comparison whose two sides are printed."""
    yield from _printed_gaps(page)
    yield from _claims(page)


def _printed_gaps(page: Page) -> Iterator[Relation]:
    """A高于B X个百分点, all three printed in one sentence in that order."""
    for gap in page.facts:
        if gap.measure != "change" or gap.number < 2:
            continue
        ours, theirs = page.facts[gap.number - 2], page.facts[gap.number - 1]
        if ours.sentence != gap.sentence or not _comparable(ours, theirs, gap):
            continue
        link = page.between(ours, theirs)
        direction = _direction(link) or _than(link, page.between(theirs, gap))
        if direction and len(page.between(theirs, gap)) <= 6 and len(link) <= 30:
            computed = ours.value - theirs.value
            tolerance = ours.half + theirs.half + gap.half
            stated = direction * abs(gap.value)
            yield related(
                "comparison", (ours, theirs), gap, stated, computed, tolerance, f"{plain(ours)}-{plain(theirs)}"
            )


def _comparable(ours: Fact, theirs: Fact, gap: Fact) -> bool:
    points = gap.unit == _POINTS and ours.unit in ("%", "‰")
    return ours.unit == theirs.unit and ours.measure == theirs.measure and (points or gap.unit == ours.unit)


def _direction(text: str) -> int:
    if words().higher.search(text):
        return 1
    return -1 if words().lower.search(text) else 0


def _than(link: str, verb: str) -> int:
    """比…的B回落X: the verb after B tells the direction."""
    if not words().than.match(link):
        return 0
    if words().fall.search(verb):
        return -1
    return 1 if words().rise.search(verb) else 0


def _claims(page: Page) -> Iterator[Relation]:
    """甲增速高于乙增速: both names have a figure elsewhere in the document."""
    growths = [fact for fact in page.facts if fact.measure == "growth"][:_MOST_GROWTHS]
    if len(growths) < 2:
        return
    seen: set[tuple[int, int]] = set()
    for verb, sign in ((words().higher, 1), (words().lower, -1)):
        for found in islice(verb.finditer(page.text), _MOST_CLAIMS):
            left, right = _sides(page.text, found.start(), found.end())
            ours, theirs = _named(growths, left), _named(growths, right)
            if ours and theirs and ours is not theirs and (ours.number, theirs.number) not in seen:
                seen.add((ours.number, theirs.number))
                yield _claim(ours, theirs, sign)


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    """The names on both sides of a verb, as far as the next sign or figure."""
    left = _NAME_BREAK.split(text[max(start - _LONGEST_NAME, 0) : start])[-1]
    return left, _NAME_BREAK.split(text[end : end + _LONGEST_NAME])[0]


def _claim(ours: Fact, theirs: Fact, sign: int) -> Relation:
    computed = ours.value - theirs.value
    holds = computed * sign > 0
    unit = _POINTS if ours.unit in ("%", _POINTS) else ours.unit
    expression = f"{plain(ours)}-{plain(theirs)}"
    verdict = AGREES if holds else NOT_COMPARABLE
    why = None if holds else "the sides are told by their names only; they may be other figures than these"
    return Relation(
        "difference", (ours, theirs), None, None, computed, unit, ours.half + theirs.half, expression, verdict, why
    )


def _named(growths: Sequence[Fact], name: str) -> Fact | None:
    """The growth that a side of a claim names: its words cover the name best, in the region that it speaks of."""
    vocabulary = words()
    if not vocabulary.rate_words.search(name):
        return None
    core = vocabulary.rate_words.sub("", vocabulary.fillers.sub("", name))
    best, best_score = None, _ENOUGH
    for fact in growths:
        if not _in_scope(name, fact):
            continue
        score = _cover(vocabulary.rate_words.sub("", vocabulary.fillers.sub("", fact.name)), core)
        if score > best_score:
            best, best_score = fact, score
    return best


def _in_scope(name: str, fact: Fact) -> bool:
    """全国 asks for the country's figure, anything else for one that is not."""
    country = any(word in name for word in words().country)
    return fact.region == "100000" if country else fact.region != "100000"


def _cover(name: str, claim: str) -> float:
    """How much of a name's characters, two by two, stand in a claim."""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return sum(pair in claim for pair in pairs) / len(pairs) if pairs else 0.0
