"""Counts whose shares make the whole: together they are all there is, so they must come to what is printed as all.

15岁以下 A人，占 20%；15至59岁 B人，占 50%；60岁以上 C人，占 30% · 全县常住人口 N人: N is A, B and C.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tasks.validate.arithmetic.adding import room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation

_OFF = 1e-3
"""Counts further than this part from a whole are not held against it."""
_LEAST = 3
_BACK = 60
_LARGE = 1000.0


def find_complete(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The total of counts each of which has a share that fits, where the shares make the whole."""
    shares = {r.stated.number: r for r in found if r.kind == "share" and r.verdict == AGREES and r.stated}
    summed = {frozenset(part.number for part in r.parts) for r in found if r.kind == "sum"}
    for relation in found:
        if relation.kind != "sum" or relation.stated or relation.verdict != AGREES or len(relation.parts) < _LEAST:
            continue
        held = [shares[share.number] for share in relation.parts if share.number in shares]
        counts = [each.parts[0] for each in held]
        if len(held) < len(relation.parts) or frozenset(count.number for count in counts) in summed:
            continue
        whole = _whole(page, counts, held) if len({count.unit for count in counts}) == 1 else None
        if whole:
            yield total(whole, counts)


def _whole(page: Page, counts: Sequence[Fact], held: Sequence[Relation]) -> Fact | None:
    """What the shares are printed as shares of, else the level before the counts that is nearly as many."""
    wholes = {each.parts[1].value: each.parts[1] for each in held if len(each.parts) == 2}
    if len(wholes) == 1 and all(len(each.parts) == 2 for each in held):
        return next(iter(wholes.values()))
    made = sum_of(counts)
    if made < _LARGE * (counts[0].step or 1.0):
        return None
    before = page.preceding(min(counts, key=lambda count: count.number), _BACK, _BACK)
    alike = [f for f in before if f.measure == "level" and f.unit == counts[0].unit and f.exact]
    near = [f for f in alike if abs(f.value - made) <= max(_OFF * made, room_of(f, counts))]
    return near[0] if len({f.value for f in near}) == 1 else None
