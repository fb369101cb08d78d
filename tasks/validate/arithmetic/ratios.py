"""Ratios of two figures: 性别比105.07, 城乡收入比2.45∶1, 生师比15∶1, 是2012年的1.6倍. Only fits count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, plain, related
from tasks.validate.arithmetic.grids import is_cell
from tasks.validate.arithmetic.portions import room_over, times_over

_PRINTED = re.compile(r"(\d+(?:\.(\d+))?)\s*[:：∶比]\s*(\d+(?:\.(\d+))?)")
_ONES = (1.0, 100.0)
_BACK = 12
_ON = 4
_SENTENCES = 1
_MOST = 30
_INDEX = 20.0
"""A ratio without a unit above this is in percent: 性别比105.07."""
_TIGHT = 0.06
_TIGHT_BESIDE = 0.15
"""The same where both figures stand right before the ratio."""
_BESIDE = 2


def find_ratios(page: Page) -> Iterator[Relation]:
    """Every ratio that two levels of one unit near it come to."""
    if "ratio" not in page.measures:
        return
    for ratio in page.facts:
        if ratio.measure == "ratio" and ratio.value > 0 and not is_cell(page, ratio):
            found = _of_pairs(page, ratio)
            yield from [found] if found else []


def _of_pairs(page: Page, ratio: Fact) -> Relation | None:
    near = [*page.preceding(ratio, _BACK, _SENTENCES), *page.following(ratio, _ON)]
    levels = [f for f in near if f.measure == "level" and f.value > 0]
    pairs = [(a, b) for a in levels for b in levels if a is not b and _may_be(a, b, ratio)][:_MOST]
    pairs.sort(key=lambda pair: not _is_beside(pair, ratio))
    for a, b in pairs:
        found = ratio_of(a, b, ratio)
        room = 2 * found.tolerance / ratio.value
        fine = room * _BESIDE <= _TIGHT_BESIDE if _is_beside((a, b), ratio) else room * len(pairs) <= _TIGHT
        if found.verdict == AGREES and fine:
            return found
    return None


def _may_be(part: Fact, whole: Fact, ratio: Fact) -> bool:
    """Whether a ratio may be one of two levels: of one unit and state, or right before it where it is printed A∶B."""
    if part.unit == whole.unit and part.status == whole.status == ratio.status:
        return True
    return _is_beside((part, whole), ratio) and _PRINTED.search(ratio.mention) is not None


def _is_beside(pair: Sequence[Fact], ratio: Fact) -> bool:
    """Whether both figures stand right before a ratio, in its sentence."""
    return all(0 < ratio.number - each.number <= _BESIDE and each.sentence == ratio.sentence for each in pair)


def ratio_of(part: Fact, whole: Fact, ratio: Fact) -> Relation:
    """One figure over another against a ratio."""
    scale = 100.0 if ratio.unit == "%" or (not ratio.unit and ratio.value > _INDEX) else 1.0
    room = _half(ratio) + scale * room_over(part, whole)
    expression = f"{plain(part)}/{plain(whole)}"
    return related("share", (part, whole), ratio, ratio.value, times_over(scale), room, expression)


def _half(ratio: Fact) -> float:
    """The most that rounding can have moved a ratio: of the side that is not 1 or 100, where it is printed as A∶B."""
    found = _PRINTED.search(ratio.mention)
    if not found:
        return ratio.half or 0.5
    sides = [(float(found[1]), found[2]), (float(found[3]), found[4])]
    if not all(number for number, _ in sides):
        return ratio.half
    free = [side for side in sides if side[0] not in _ONES] or sides[:1]
    return sum(ratio.value * 0.5 * 10.0 ** -len(decimals or "") / number for number, decimals in free)
