"""Parts that come first, closed by the whole: A、B、C，合计 W."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.validate.arithmetic.adding import addable, adds_up, total_of
from tasks.validate.arithmetic.facts import Fact, Page, Relation
from tasks.validate.arithmetic.structure import MOST_PARTS
from tasks.validate.arithmetic.words import words


def closed_by_total(page: Page, whole: Fact) -> Relation | None:
    """Parts first, closed by 合计, 共计 or 总计."""
    lead = page.before(whole, 10)
    if not words().total_closes.search(lead):
        return None
    parts: list[Fact] = []
    last = page.facts[whole.number - 1] if whole.number else whole
    further = 1 if words().added_to.search(page.before(last, 14)) else 0
    for fact in page.preceding(whole, MOST_PARTS, further):
        if not addable(page, whole, fact) or fact.value > whole.value:
            if fact.unit == whole.unit or fact.measure == whole.measure:
                break
            continue
        parts.insert(0, fact)
        if len(parts) >= 2 and adds_up(whole, parts):
            return total_of(whole, parts)
    listed = _listed(page, parts, whole)
    if words().strong_total.search(lead) and len(listed) >= 2:
        return total_of(whole, listed)
    return None


def _listed(page: Page, parts: Sequence[Fact], whole: Fact) -> list[Fact]:
    """The parts as one unbroken list that ends right before the whole; empty when it is none."""
    chain = [*parts, whole]
    for left, right in pairwise(chain):
        link = page.between(left, right)
        if right.number != left.number + 1 or len(link) > 10 or re.search(r"[。；;]", link):
            return []
    return list(parts) if parts and all(p.exact for p in parts) and not page.unread(parts[0], whole) else []
