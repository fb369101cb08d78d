"""A count that its own share and all the others give away.

税收 A，占 62.1%；非税 B，占 37.9%: of the whole, what A leaves is 37.9 %, but B is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tasks.validate.arithmetic.adding import room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.portions import one_of, whole_of
from tasks.validate.arithmetic.words import words

_LEAST = 2
_MOST = 8
_FINE = 0.02
_ROUNDINGS = 3
_WHY = "its share fits what the others leave of the whole"


def find_remainders(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The share and the sum that a misprinted count spoils, where the shares make the whole and all others fit."""
    fine = {r.stated.number: r for r in found if r.kind == "share" and r.verdict == AGREES and r.stated}
    for run in _runs(page):
        shares, counts = [share for share, _ in run], [count for _, count in run]
        held = [fine[share.number] for share in shares if share.number in fine]
        if len(held) != len(run) - 1 or any(len(each.parts) != _LEAST for each in held):
            continue
        whole = held[0].parts[1]
        if any(each.parts[1] is not whole for each in held) or whole in counts:
            continue
        share, off = next((s, c) for s, c in run if s.number not in fine)
        others = [count for count in counts if count is not off]
        rest = replace(off, value=whole.value - sum_of(others), step=2 * room_of(whole, others))
        if rest.value <= 0 or fits(rest.value, off.value, _ROUNDINGS * (rest.half + off.half)):
            continue
        would = one_of(rest, whole, share)
        if would.verdict == AGREES and would.tolerance <= _FINE * whole_of(share):
            yield replace(one_of(off, whole, share), verdict=DISAGREES, why=_WHY)
            yield replace(total(whole, counts), verdict=DISAGREES, why=_WHY)


def _runs(page: Page) -> Iterator[list[tuple[Fact, Fact]]]:
    """Shares that stand behind their counts, one after the other, and make 100."""
    run: list[tuple[Fact, Fact]] = []
    for share in page.facts[1:]:
        count = page.facts[share.number - 1]
        if share.measure != "share" or share.unit != "%" or count.measure != "level":
            continue
        if words().share_of_whole not in page.between(count, share) or not count.exact:
            continue
        if run and (share.sentence - run[-1][0].sentence > 1 or count.unit != run[-1][1].unit):
            run = []
        run = [*run, (share, count)][-_MOST:]
        for size in range(_LEAST, len(run) + 1):
            if _make_all([each for each, _ in run[-size:]]):
                yield run[-size:]
                run = []
                break


def _make_all(shares: Sequence[Fact]) -> bool:
    room = sum(share.half for share in shares)
    return abs(sum(share.value for share in shares) - whole_of(shares[0])) <= room * (1 + 1e-9)
