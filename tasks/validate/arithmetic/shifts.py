"""Shifts between two lists of shares, one in the place of the other. Only fits count.

三次产业结构由19.5:22.3:58.2调整为17.4:27.2:55.4，第二产业占比提高4.9个百分点.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.growths import difference_of
from tasks.validate.arithmetic.partitions import own_words
from tasks.validate.arithmetic.words import words

_REACH = 10
_SENTENCES = 1


def shifts_of(page: Page, old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Relation]:
    """The changes in points behind two lists of as many shares: of the part that words name, or of all in order."""
    if len(old) != len(new):
        return
    behind = page.facts[new[-1].number + 1 : new[-1].number + 1 + _REACH]
    changes = [
        f for f in behind if f.measure == "change" and f.unit == POINTS and f.sentence - new[-1].sentence <= _SENTENCES
    ]
    listed = len(changes) == len(new) and changes[-1].number - changes[0].number == len(new) - 1
    for at, change in enumerate(changes):
        place = at if listed else _place(page, change, len(new))
        if place is not None:
            found = difference_of(old[place], new[place], change)
            yield from [found] if found.verdict == AGREES else []


def _place(page: Page, change: Fact, size: int) -> int | None:
    """The place of the part that words before a change name; None where they name none, or several."""
    said = own_words(change, page)
    for partition in words().partitions:
        borne = [place for place, word in enumerate(partition.parts) if word in said]
        if len(partition.parts) == size and len(borne) == 1:
            return borne[0]
    return None
