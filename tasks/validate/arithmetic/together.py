"""One share of several figures together: 甲乙丙三市合计占全省的 S · A件、B件、C件，占总量的 S. Only fits count."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.validate.arithmetic.facts import Fact, Page, Relation, plain, related
from tasks.validate.arithmetic.portions import TIGHT, is_sure, whole_of
from tasks.validate.arithmetic.words import words

_BACK = 24
_WHOLES = 8
_LISTED = re.compile(r"^[、和与及][^，,。；;、：:]{0,16}$")
_SHORT = 6
_MOST_LISTED = 12
_SENTENCES_TO_WHOLE = 8
_MOST_TOGETHER = 5


def of_them_all(page: Page, share: Fact) -> Relation | None:
    """甲乙丙三市合计占全省的 S: the list right before, as a part of a whole printed earlier. Only a fit counts."""
    if not words().share_of_all.search(page.before(share, 16)):
        return _of_list(page, share)
    before = [f for f in page.preceding(share, _BACK, _SENTENCES_TO_WHOLE) if f.measure == "level"]
    if not before:
        return None
    unbroken = _list_before(page, before)
    found = _of_sum(unbroken, before, share, 1) if len(unbroken) > 1 else None
    if found or share.sentence - before[0].sentence > 1:
        return found
    same = [f for f in before if f.unit == before[0].unit]
    lists = [same[:size][::-1] for size in range(2, min(len(same), _MOST_TOGETHER) + 1)]
    return next((r for parts in lists if (r := _of_sum(parts, before, share, len(lists)))), None)


def _of_list(page: Page, share: Fact) -> Relation | None:
    """甲A件、乙B件、丙C件，占总量的 S: a list joined by 、 throughout, and its share right behind it."""
    if not share.number or not words().share_of_list.match(page.between(page.facts[share.number - 1], share)):
        return None
    before = [f for f in page.preceding(share, _BACK, _SENTENCES_TO_WHOLE) if f.measure == "level"]
    parts = [f for f in before[:1] if f.number == share.number - 1]
    for fact in before[1:] if parts else ():
        link = page.between(fact, parts[0])
        if fact.number != parts[0].number - 1 or fact.unit != parts[0].unit or not _LISTED.match(link):
            break
        parts.insert(0, fact)
    return _of_sum(parts, before, share, 1) if len(parts) > 1 else None


def _of_sum(parts: Sequence[Fact], levels: Sequence[Fact], share: Fact, tried: int) -> Relation | None:
    """The share of a list in a level before it, when it fits too well for chance."""
    total, spread = sum(part.value for part in parts), sum(part.half for part in parts)
    wholes = [f for f in levels if f not in parts and f.unit == parts[0].unit and f.value >= total][:_WHOLES]
    for whole in wholes:
        found = _share_of_sum(parts, total, spread, whole, share)
        if is_sure(found, share, tried * len(wholes), TIGHT):
            return found
    return None


def _list_before(page: Page, levels: Sequence[Fact]) -> list[Fact]:
    """The figures of an unbroken list (A、B、C) that ends with the nearest level."""
    parts = list(levels[:1])
    for later, earlier in pairwise(levels):
        adjacent = earlier.number == later.number - 1 and earlier.unit == later.unit
        if not adjacent or len(page.between(earlier, later)) > _SHORT or len(parts) == _MOST_LISTED:
            break
        parts.insert(0, earlier)
    return parts


def _share_of_sum(parts: Sequence[Fact], total: float, spread: float, whole: Fact, share: Fact) -> Relation:
    scale = whole_of(share)
    tolerance = share.half + scale * (spread / whole.value + total * whole.half / whole.value**2)
    expression = f"({'+'.join(plain(part) for part in parts)})/{plain(whole)}"
    facts = (*parts, whole)

    def formula(values: Sequence[float]) -> float:
        return scale * sum(values[:-1]) / (values[-1] or math.inf)

    return related("share", facts, share, share.value, formula, tolerance, expression)
