"""Gaps to figures that stand right beside them, often in brackets. Only fits count.

比全省(7.7%)和全国(7.0%)分别高0.7、1.4个百分点 · 高于全省0.7个百分点(全省7.7%) · 增长8.4%，较上年同期(3.2%)大幅提高.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.facts import AGREES, JOINED, Fact, Page, Relation, less, plain, related
from tasks.validate.arithmetic.words import words

POINTS = "百分点"
PERCENT = ("%", "‰")
_COMPARED = ("level", "share", "growth")
_BASES_JOINED = re.compile(r"^[^。；;0-9]{0,20}$")
_MOST = 4
_BACK = 4
_SAID = 24
_LATER = 3
_CLAUSE = 12


def direction(text: str) -> int:
    """Whether words say that one thing is above another (1), below it (-1), or neither (0)."""
    if words().higher.search(text):
        return 1
    return -1 if words().lower.search(text) else 0


def core_of(name: str) -> str:
    """What is left of a name without 增速, 平均水平 and the like."""
    return words().scope.sub("", words().rate_words.sub("", words().name_fillers.sub("", name))).strip("的，, ")


def cover(name: str, claim: str) -> float:
    """How much of a name's characters, two by two, stand in a claim."""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return sum(pair in claim for pair in pairs) / len(pairs) if pairs else 0.0


def gap_of(ours: Fact, theirs: Fact, gap: Fact, sign: int) -> Relation:
    """A printed gap against the two figures that it lies between."""
    tolerance = ours.half + theirs.half + gap.half
    expression = f"{plain(ours)}-{plain(theirs)}"
    return related("comparison", (ours, theirs), gap, sign * abs(gap.value), less, tolerance, expression)


def gap_of_falls(ours: Fact, theirs: Fact, gap: Fact, sign: int) -> Relation:
    """A printed gap between the sizes of two falls, of which the other one bears no sign: 降幅比上月(1.8%)收窄0.5."""
    tolerance = ours.half + theirs.half + gap.half

    def by_size(values: Sequence[float]) -> float:
        return abs(values[0]) - abs(values[1])

    expression = f"|{plain(ours)}|-|{plain(theirs)}|"
    return related("comparison", (ours, theirs), gap, sign * abs(gap.value), by_size, tolerance, expression)


def find_gaps(page: Page) -> Iterator[Relation]:
    """Every gap, or list of gaps, to figures right before it or in brackets behind it."""
    for first in page.facts:
        if first.measure != "change" or not first.number:
            continue
        previous = page.facts[first.number - 1]
        if previous.measure in _COMPARED and previous.sentence == first.sentence:
            yield from _to_those_before(page, _run(page, first))
        found = _to_one_behind(page, first)
        yield from [found] if found else []


def find_gaps_to_later(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """高于农村居民收入增速2.2个百分点，农村居民收入增长7.3%: a gap to a rate behind it, by its name, to the digit.

    But for those gaps that are explained (`taken`).
    """
    for gap in page.facts[:-1]:
        if gap.measure != "change" or gap.unit != POINTS or gap.number in taken:
            continue
        said = page.before(gap, _SAID)
        sign = direction(said)
        after = [f for f in page.following(gap, _LATER) if f.measure in _COMPARED and f.unit in PERCENT] if sign else []
        before = [f for f in page.preceding(gap, 1) if f.measure in _COMPARED]
        named = [f for f in after if _is_called(page, f, said)]
        for theirs, ours in ((a, b) for a in named for b in (*before, *after) if a is not b and a.unit == b.unit):
            if math.isclose(sign * (ours.value - theirs.value), abs(gap.value), rel_tol=1e-6):
                yield gap_of(ours, theirs, gap, sign)
                break


def _is_called(page: Page, fact: Fact, said: str) -> bool:
    """Whether words hold two characters, one after the other, of those right before a figure."""
    own = words().rate_words.sub("", page.before(fact, _CLAUSE)).strip("，,。；;、（(为是的")
    return any(own[at : at + 2] in said for at in range(len(own) - 1))


def _run(page: Page, first: Fact) -> list[Fact]:
    """A change, and those of its unit that follow it in a list."""
    run = [first]
    for fact in page.following(first, _MOST - 1):
        alike = fact.measure == "change" and fact.unit == first.unit
        if not alike or not JOINED.match(page.between(run[-1], fact)):
            break
        run.append(fact)
    return run


def _to_those_before(page: Page, gaps: Sequence[Fact]) -> Iterator[Relation]:
    """As many figures as gaps right before them, and the one before those that they are held against."""
    bases = page.facts[max(gaps[0].number - len(gaps), 0) : gaps[0].number]
    tail = page.between(bases[-1], gaps[0])
    lead = words().held_against.search(page.before(bases[0], _SAID))
    if len(bases) < len(gaps) or not lead or not words().gap_verb.match(tail) or not _alike(page, bases, gaps[0]):
        return
    sign = -1 if words().fall.search(tail) or words().lower.search(lead[0]) else 1
    for ours in page.preceding(bases[0], _BACK):
        if ours.unit == bases[0].unit and ours.measure in _COMPARED:
            found = [gap_of(ours, base, gap, sign) for base, gap in zip(bases, gaps, strict=True)]
            if all(each.verdict == AGREES for each in found):
                yield from found
                return


def _alike(page: Page, bases: Sequence[Fact], gap: Fact) -> bool:
    """Whether figures are of one unit, which the gap may lie in, and joined in a list of names."""
    points = gap.unit == POINTS and bases[0].unit in PERCENT
    same = all(f.unit == bases[0].unit and f.measure in _COMPARED and f.sentence == gap.sentence for f in bases)
    links = (page.between(left, right) for left, right in pairwise(bases))
    return same and (points or gap.unit == bases[0].unit) and all(_BASES_JOINED.match(link) for link in links)


def _to_one_behind(page: Page, gap: Fact) -> Relation | None:
    """高于全省0.7个百分点(全省7.7%): the other figure stands in brackets behind the gap."""
    theirs = page.facts[gap.number + 1] if gap.number + 1 < len(page.facts) else None
    if theirs is None or theirs.measure not in _COMPARED or theirs.sentence != gap.sentence:
        return None
    if not words().whole_in_brackets.match(page.between(gap, theirs)):
        return None
    said = page.before(gap, _SAID)
    sign = -1 if words().fall.search(said) or words().lower.search(said) else 1
    points = gap.unit == POINTS and theirs.unit in PERCENT
    for ours in page.preceding(gap, _BACK) if points or gap.unit == theirs.unit else ():
        if ours.unit == theirs.unit and ours.measure in _COMPARED:
            found = gap_of(ours, theirs, gap, sign)
            return found if found.verdict == AGREES else None
    return None
