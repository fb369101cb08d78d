"""Figures that words bind so closely that a slip of the pen shows: 登记 A，注销 B，净增 C; 21笔、2.36万元，平均每笔 C.

Only a slip is reported, and only where chance would hardly make one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from tasks.validate.arithmetic.averages import average, counted_on
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, NOT_COMPARABLE, Fact, Page, Relation
from tasks.validate.arithmetic.growths import difference_of, growth_of, in_real_terms, signed
from tasks.validate.arithmetic.portions import can_be, one_of, whole_of
from tasks.validate.arithmetic.slips import swapped
from tasks.validate.arithmetic.trust import slip_of
from tasks.validate.arithmetic.words import holds, words

_SAID = 8
_CLAUSE = 30
_BACK = 40
_NEAR = 4
_MOST = 6
_FINE = 0.01
_CHANCE = 0.05
_LONG = 1000.0
_OLD_BACK = 8
_TIGHT = 0.12


def find_bound(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The results that nothing explains and a slip would."""
    told = {each.stated.number for each in found if each.stated}
    for fact in page.facts[1:]:
        small = fact.measure in ("level", "change") and abs(fact.value) < _LONG
        if small or fact.number in told or not fact.exact or not fact.value:
            continue
        if fact.measure == "share" and fact.unit == "%":
            made = _share(page, fact)
        elif fact.measure == "growth" and fact.unit == "%":
            made = _growth(page, fact)
        elif fact.measure in ("level", "change"):
            made = _rest(page, fact) or _on_each(page, fact)
        else:
            made = None
        yield from [made] if made and made.verdict == DISAGREES and slip_of(made, _CHANCE) else []
    for rate in page.facts[1:-1]:
        if rate.measure == "growth" and rate.unit == "%" and rate.number not in told:
            again = _old_behind(page, rate)
            yield from [again] if again else []


def _rest(page: Page, rest: Fact) -> Relation | None:
    """6318户，注销3475户，净增2834户: what is left or gained of the two long figures right before it, but for the parts
    of the first (其中)."""
    gone = page.facts[rest.number - 1]
    if gone.unit != rest.unit or gone.measure != "level" or gone.sentence != rest.sentence:
        return None
    if not words().rest_told.search(page.before(rest, _SAID)):
        return None
    counts = [f for f in page.preceding(gone, _MOST) if f.unit == rest.unit and f.measure == "level"]
    wholes = (whole for part, whole in pairwise(counts) if holds(page.between(whole, part), words().of_which))
    count = next(wholes, counts[0] if counts else None)
    if count is None or count.value <= gone.value:
        return None
    made = difference_of(gone, count, rest, abs(rest.value))
    return made if slip_of(made, _CHANCE / _MOST) else None


def _on_each(page: Page, amount: Fact) -> Relation | None:
    """21笔、2.36万元，平均每笔1214元: the count is called as what the amount is on each of."""
    said = page.before(amount, _SAID)
    if not holds(said, words().each_words):
        return None
    units, many = counted_on(page, amount)
    near = [f for f in page.preceding(amount, _NEAR) if f.measure == "level" and f.exact]
    counts = [f for f in near if f"每{f.unit}" in said or f.unit in units]
    if len(counts) != 1 or many > 1:
        return None
    beside = (f for f in near if abs(f.number - counts[0].number) == 1)
    total = next((f for f in beside if f.unit == amount.unit and f.value > amount.value), None)
    made = average(amount, total, counts[0]) if total else None
    return made if made and made.tolerance <= _FINE * amount.value else None


def _growth(page: Page, rate: Fact) -> Relation | None:
    """N，比上年增长 r（上年为 A）: both levels right beside the rate, the old one by its year."""
    if rate.number + 1 >= len(page.facts):
        return None
    new, old = page.facts[rate.number - 1], page.facts[rate.number + 1]
    alike = new.unit == old.unit and new.measure == old.measure == "level" and new.sentence == old.sentence
    if not alike or old.value <= 0 or not words().old_behind.match(page.between(rate, old)):
        return None
    return growth_of(old, new, rate, signed(page, rate))


def _old_behind(page: Page, rate: Fact) -> Relation | None:
    """N人次，其中…，总人次下降 r（上年 A）: the old level right behind the rate, the new one further before. Only a fit
    counts, but for output, whose rate is in comparable prices."""
    old = page.facts[rate.number + 1]
    if old.measure != "level" or old.value <= 0 or old.sentence != rate.sentence:
        return None
    if not words().old_behind.match(page.between(rate, old)):
        return None
    news = [f for f in page.preceding(rate, _OLD_BACK) if f.unit == old.unit and f.measure == "level" and f.value > 0]
    for tries, new in enumerate(news, start=1):
        made = in_real_terms(growth_of(old, new, rate, signed(page, rate)), new)
        if made.verdict == AGREES and 2 * tries * made.tolerance <= _TIGHT * abs(rate.value):
            return made
        if made.verdict == NOT_COMPARABLE and tries == 1 and new.number == rate.number - 1:
            return made
    return None


def _share(page: Page, share: Fact) -> Relation | None:
    """直接经济损失 N，占全部直接经济损失的 S: part and whole by one name; two digits of the share are swapped."""
    part = page.facts[share.number - 1]
    named = words().share_of_named.search(page.before(share, _CLAUSE))
    if part.measure != "level" or part.sentence != share.sentence or named is None:
        return None
    name = words().scope.sub("", named["whole"])
    wholes = (f for f in page.preceding(part, _BACK, _BACK) if can_be(part, f) and f.measure == "level" and f.exact)
    whole = next((f for f in wholes if len(name) > 1 and f.name.endswith(name)), None)
    if whole is None or not part.name.endswith(name):
        return None
    made = one_of(part, whole, share)
    fine = made.tolerance <= _FINE * whole_of(share)
    mends = any(one_of(part, whole, other).verdict == AGREES for other in swapped(share))
    return made if fine and mends else None
