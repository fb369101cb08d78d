"""Amounts a head: 人均GDP against GDP and population, 户均 against households."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.facts import DISAGREES, Fact, Page, Relation, apart, plain, related
from tasks.validate.arithmetic.slips import with_slip
from tasks.validate.arithmetic.words import words

_NEAR = 6
_ROUNDED = 0.5
"""An average is rounded even where it is printed as a whole number."""
_OTHER_PERIOD = "bases differ: amount and heads are not printed for one period"
_OTHER_BASE = "bases differ: the count of heads is not said to be the base"


def find_heads(page: Page) -> Iterator[Relation]:
    """Every amount a head whose total and heads are printed too."""
    for amount in page.facts:
        if amount.measure == "level" and _kind_of_head(page, amount):
            found = _in_sentence(page, amount) or _in_document(page, amount)
            if found:
                yield found


def _kind_of_head(page: Page, amount: Fact) -> str | None:
    """户 or 人 when the words before the amount, or its name, say that it is one a head."""
    vocabulary = words()
    said = page.before(amount, 12) + amount.name
    if any(word in said for word in vocabulary.per_household):
        return "户"
    return "人" if any(word in said for word in vocabulary.per_head) else None


def _base_unit(amount: Fact) -> str:
    return amount.unit.split("/")[0]


def _per_head(amount: Fact, total: Fact, heads: Fact) -> Relation:
    computed = total.value / heads.value
    tolerance = max(amount.half, _ROUNDED) + total.half / heads.value + heads.half * total.value / heads.value**2
    return related(
        "per_head", (total, heads), amount, amount.value, computed, tolerance, f"{plain(total)}/{plain(heads)}"
    )


def _in_sentence(page: Page, amount: Fact) -> Relation | None:
    """Total and heads right before the amount in its sentence; comparable only when they fit."""
    head = _kind_of_head(page, amount)
    near = page.preceding(amount, _NEAR)
    totals = [f for f in near if f.measure == "level" and f.unit == _base_unit(amount) and f.value > amount.value]
    heads = [f for f in near if f.measure == "level" and f.unit == head and f.value > 1]
    for total in totals:
        for count in heads:
            found = _per_head(amount, total, count)
            if found.verdict == "agrees" and amount.half * 2 * len(totals) * len(heads) < 0.2 * amount.value:
                return found
    return None


def _core(name: str) -> str:
    return words().fillers.sub("", name)


def _in_document(page: Page, amount: Fact) -> Relation | None:
    """The total of the same name and period, and the population, anywhere in the document."""
    core = _core(amount.name)
    if len(core) < 2 or _kind_of_head(page, amount) != "人":
        return None
    candidates = [f for f in page.facts if f.measure == "level" and _is_total(f, amount, core)]
    total = min(candidates, key=lambda f: (f.period != amount.period, abs(f.number - amount.number)), default=None)
    heads = _population(page.facts, amount)
    if total is None or heads is None or total.period != amount.period:
        return None
    found = _per_head(amount, total, heads)
    if found.verdict != DISAGREES:
        return found
    slipped = with_slip(lambda facts: _per_head(*facts), (amount, total, heads))
    if slipped and heads.period == amount.period:
        return slipped
    return apart(found, _OTHER_BASE if heads.period == amount.period else _OTHER_PERIOD)


def _is_total(fact: Fact, amount: Fact, core: str) -> bool:
    same_place = fact.region == amount.region or fact.region is None
    return (
        fact is not amount
        and fact.unit == _base_unit(amount)
        and same_place
        and _core(fact.name) == core
        and fact.value > amount.value
    )


def _population(facts: Sequence[Fact], amount: Fact) -> Fact | None:
    """The population of the amount's region, of its period where there is one."""
    found = [
        f
        for f in facts
        if f.unit == "人" and f.measure == "level" and f.name in words().population and f.region == amount.region
    ]
    return min(found, key=lambda f: (f.period != amount.period, f.start), default=None)
