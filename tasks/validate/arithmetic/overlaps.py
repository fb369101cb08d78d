"""Parts that come to more than their whole because they overlap: help of several kinds to the same households."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.validate.arithmetic.adding import total
from tasks.validate.arithmetic.facts import Fact, Page, Relation, apart
from tasks.validate.arithmetic.structure import first_words
from tasks.validate.arithmetic.words import words

_OVERLAP = "the parts come to more than the whole: they overlap, it is no partition"
_LIST_BREAK = re.compile(r"[。\n]")


def overlapping(page: Page, whole: Fact, run: Sequence[Fact]) -> Relation | None:
    """A list of three or more of one shape that comes to more than the whole: found, and not comparable."""
    parts = _parallel(page, run)
    announced = words().parts_follow.search(page.between(whole, run[0])) or words().whole_words.search(
        page.before(whole, 14)
    )
    if not announced or first_words(page, whole, run[0]) == first_words(page, run[0], run[1]):
        return None
    if len(parts) < 3 or sum(part.value for part in parts) <= whole.value or not whole.exact:
        return None
    return apart(total(whole, parts), _OVERLAP)


def _parallel(page: Page, run: Sequence[Fact]) -> list[Fact]:
    """The longest beginning of a run whose members follow each other with texts of one shape (户实现了助医,)."""
    parts = list(run[:1])
    shape = ""
    for left, right in pairwise(run):
        link = page.between(left, right)
        core = first_words(page, left, right)
        if right.number != left.number + 1 or _LIST_BREAK.search(link) or len(link) > 12 or (shape and core != shape):
            break
        shape = shape or core
        parts.append(right)
    return parts
