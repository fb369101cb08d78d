"""Rates, shares, ratios and gaps of two figures near them, found by search; see `unsaid`."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

from tasks.validate.arithmetic.adding import common_step
from tasks.validate.arithmetic.amounts import amounts_of
from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.gaps import PERCENT, direction, gap_of
from tasks.validate.arithmetic.growths import growth_of, signed
from tasks.validate.arithmetic.nearness import HIT, NEAR, SENTENCES, Best, near_amounts, others_at, tries_between
from tasks.validate.arithmetic.portions import one_of, rest_of
from tasks.validate.arithmetic.ratios import ratio_of
from tasks.validate.arithmetic.words import words

_CLAUSE = 24
_RATES = 4
_MOST_TIMES = 4.0
_ROUND = 10.0
_NAMED = 0.2
_SPREAD = 0.2
"""Rates of change crowd around nothing: that of a few points is met by chance more often than that of many."""


def try_growth(page: Page, rate: Fact, best: Best) -> None:
    """The level whose growth a rate is, and the one that it has grown from."""
    scale = 1.0 if rate.unit == "倍" else 100.0
    stated = signed(page, rate)
    ratio = 1 + stated / scale
    if not 1 / _MOST_TIMES < ratio < _MOST_TIMES:
        return
    for rank, new in enumerate(near_amounts(page, rate)[:NEAR], start=1):
        old_value = abs(new.value) / ratio
        room = old_value * (rate.half / scale / ratio + new.half / abs(new.value))
        for old in others_at(page, new.unit, old_value, room, new):
            tries = rank * tries_between(page, new, old)
            least = _NAMED * 2 * rate.half * tries / scale
            if least < best.chance and old.value != new.value and old.value > 0 < new.value:
                found = growth_of(old, new, rate, stated)
                wide = 2 * found.tolerance * max(1 / scale, _SPREAD / abs(stated))
                if old.name == new.name and old.period != new.period and wide < 1:
                    wide *= _NAMED  # one thing at two times
                best.offer(wide * tries, found)


def try_share(page: Page, share: Fact, best: Best) -> None:
    """The part whose share a percentage is, and its whole."""
    scale = 1000.0 if share.unit == "‰" else 100.0
    if share.value <= 0:
        return
    for rank, part in enumerate(near_amounts(page, share)[:NEAR], start=1):
        value = abs(part.value)
        whole_value = scale * value / share.value
        room = whole_value * (share.half / share.value + part.half / value)
        for whole in others_at(page, part.unit, whole_value, room, part):
            tries = rank * tries_between(page, part, whole)
            if whole.value > 0 and (not share.half or 2 * share.half * tries < best.chance * max(scale, share.value)):
                found = one_of(replace(part, value=value), whole, share)
                wide = max(2 * found.tolerance, min(common_step((share,)), _ROUND * share.step))
                if math.isclose(found.computed, share.value, rel_tol=HIT):
                    wide = min(wide, scale * common_step((part,)) / part.value)
                best.offer(wide / max(scale, share.value) * tries, found)
    if share.value < scale and share.name.endswith(words().rate_names):
        _left(page, share, scale, best)


def _left(page: Page, share: Fact, scale: float, best: Best) -> None:
    """检出不合格 N，合格率 S: the share of what a count leaves."""
    for rank, part in enumerate(near_amounts(page, share)[:NEAR], start=1):
        rest = scale - share.value
        whole_value = scale * abs(part.value) / rest
        room = whole_value * (share.half / rest + part.half / abs(part.value))
        for whole in others_at(page, part.unit, whole_value, room, part):
            if part.value > 0 < whole.value:
                found = rest_of(part, whole, share)
                wide = 4 * found.tolerance * max(1 / scale, _SPREAD / rest)
                best.offer(wide * rank * tries_between(page, part, whole), found)


def try_ratio(page: Page, ratio: Fact, best: Best) -> None:
    """城乡收入比为1.80: one level over another."""
    for rank, part in enumerate(near_amounts(page, ratio)[:NEAR], start=1):
        whole_value = abs(part.value) / ratio.value
        room = whole_value * (ratio.half / ratio.value + part.half / abs(part.value))
        for whole in others_at(page, part.unit, whole_value, room, part):
            if part.value > 0 < whole.value:
                found = ratio_of(part, whole, ratio)
                wide = 2 * found.tolerance / ratio.value
                best.offer(wide * rank * tries_between(page, part, whole), found)


def try_gap(page: Page, gap: Fact, best: Best) -> None:
    """高于农村居民增速 6.4个百分点, both rates among the last ones before it: the verb tells which is above."""
    said = page.before(gap, _CLAUSE)
    sign = direction(said) or (1 if words().apart_told.search(said) else 0)
    if not sign or words().against_earlier.search(said):
        return
    before = [
        f
        for f in page.preceding(gap, 2 * NEAR, SENTENCES)
        if f.unit in PERCENT and f.number not in amounts_of(page).cells
    ]
    rates = [f for f in before if f.measure in ("growth", "share")][:_RATES]
    pairs = [pair for pair in combinations(rates, 2) if pair[0].measure == pair[1].measure]
    for tries, (theirs, ours) in enumerate(pairs, start=1):
        for one, other in ((ours, theirs), (theirs, ours)):
            if math.isclose(sign * (one.value - other.value), abs(gap.value), rel_tol=1e-6):
                spread = max(abs(rate.value) for rate in (one, other))
                wide = (gap.step or 1.0) / spread
                best.offer(wide * tries, gap_of(one, other, gap, sign))
