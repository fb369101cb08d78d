"""Parts that come first, closed by the whole: A、B、C，合计 W."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.adding import addable, adds_up, total_of
from tasks.validate.arithmetic.facts import Fact, Page, Relation
from tasks.validate.arithmetic.structure import MOST_PARTS
from tasks.validate.arithmetic.words import words

_LEAD = 20
_LONGEST = 600
_BACK = 30


def closed_by_total(page: Page, whole: Fact, divided: Mapping[int, Fact]) -> Relation | None:
    """Parts first, closed by 合计, 共计 or 总计. `divided`: what each part found so far, by its number, is part of."""
    lead = page.before(whole, 10)
    if not words().total_closes.search(lead):
        return None
    one_more = _with_one_more(page, whole)
    if one_more:
        return one_more
    parts: list[Fact] = []
    first = page.by_sentence[whole.sentence][0]
    further = 1 if words().added_to.search(page.text[max(first.start - _LEAD, 0) : whole.start][:_LONGEST]) else 0
    for fact in page.preceding(whole, _BACK, further):
        of = divided.get(fact.number)
        if page.shut_in(fact, whole) or (of and of.sentence == fact.sentence):
            continue
        if not addable(page, whole, fact) or fact.value > whole.value:
            if fact.unit == whole.unit or fact.measure == whole.measure:
                break
            continue
        parts.insert(0, fact)
        if len(parts) > MOST_PARTS:
            break
        if len(parts) >= 2 and adds_up(whole, parts):
            return total_of(whole, parts)
    listed = _listed(page, parts, whole)
    if words().strong_total.search(lead) and len(listed) >= 2:
        return total_of(whole, listed)
    return None


def _with_one_more(page: Page, whole: Fact) -> Relation | None:
    """有 A家…。另有 B家，合计 W: what is added is the last figure, what it is added to stands further before."""
    added = page.facts[whole.number - 1] if whole.number else None
    if added is None or added.sentence != whole.sentence or not addable(page, whole, added):
        return None
    if not words().one_more.search(page.before(added, _LEAD)):
        return None
    levels = (f for f in page.preceding(added, _BACK, _BACK) if addable(page, whole, f))
    found = (total_of(whole, [level, added]) for level in levels if adds_up(whole, [level, added]))
    return next(found, None)


def _listed(page: Page, parts: Sequence[Fact], whole: Fact) -> list[Fact]:
    """The parts as one unbroken list that ends right before the whole; empty when it is none."""
    chain = [*parts, whole]
    for left, right in pairwise(chain):
        link = page.between(left, right)
        if right.number != left.number + 1 or len(link) > 10 or re.search(r"[。；;]", link):
            return []
    return list(parts) if parts and all(p.exact for p in parts) and not page.unread(parts[0], whole) else []
