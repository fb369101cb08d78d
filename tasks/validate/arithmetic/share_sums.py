"""Shares that a share is told to be the sum of: 分别占 A、B和C，合计占 S. Only a fit counts."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.validate.arithmetic.adding import total
from tasks.validate.arithmetic.facts import AGREES, JOINED, Fact, Page, Relation
from tasks.validate.arithmetic.words import words

_LEAST = 2
_MOST = 8


def find_share_sums(page: Page) -> Iterator[Relation]:
    """Every share of several shares together, right behind their list."""
    for whole in page.facts[_LEAST:]:
        if whole.measure != "share" or whole.unit != "%":
            continue
        last = page.facts[whole.number - 1]
        if not _is_share(last, whole) or not words().shares_together.match(page.between(last, whole)):
            continue
        parts = _list_before(page, last)
        found = total(whole, parts) if len(parts) >= _LEAST else None
        if found and found.verdict == AGREES:
            yield found


def _is_share(fact: Fact, whole: Fact) -> bool:
    return fact.measure == "share" and fact.unit == whole.unit and fact.sentence == whole.sentence


def _list_before(page: Page, last: Fact) -> list[Fact]:
    """The shares of an unbroken list that ends with one."""
    parts = [last]
    while parts[0].number and len(parts) < _MOST:
        before = page.facts[parts[0].number - 1]
        if not _is_share(before, last) or not JOINED.match(page.between(before, parts[0])):
            break
        parts.insert(0, before)
    return parts
