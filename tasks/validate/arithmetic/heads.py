"""Amounts a head: 人均GDP against GDP and population, 户均 against households."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tasks.validate.arithmetic.averages import average, average_of
from tasks.validate.arithmetic.facts import DISAGREES, Fact, Page, Relation, apart
from tasks.validate.arithmetic.slips import with_slip
from tasks.validate.arithmetic.words import holds, words

_NEAR = 8
_SAID = 16
_COUNTED = ("家", "个", "村", "所")
_MOST = 30
"""Figures of one name that are looked at: more of them stand in no honest text."""
_OTHER_PERIOD = "bases differ: amount and heads are not printed for one period"
_OTHER_BASE = "bases differ: the count of heads is not said to be the base"


def find_heads(page: Page) -> Iterator[Relation]:
    """Every amount a head whose total and heads are printed too."""
    told = holds(page.text, words().each_signs)
    if not told and not any("/" in fact.unit for fact in page.facts):
        return
    populations = [f for f in page.facts if f.unit == "人" and f.measure == "level" and f.name in words().population]
    totals = _totals(page) if populations else {}
    for amount in page.facts:
        if amount.measure == "level" and amount.value > 0 and _is_told(page, amount):
            found = _of_heads(page, amount, totals, populations[:_MOST])
            if found:
                yield found


def _is_told(page: Page, amount: Fact) -> bool:
    """Whether the words or the unit of an amount may say that it is one on each of something."""
    said = page.before(amount, _SAID) + amount.name
    return "/" in amount.unit or holds(said, words().each_signs)


def _of_heads(
    page: Page, amount: Fact, totals: Mapping[str, Sequence[Fact]], populations: Sequence[Fact]
) -> Relation | None:
    """The total and the heads of an amount: in its sentence, near it, or by their names anywhere."""
    head = _kind_of_head(page, amount)
    found = (_in_sentence(page, amount, head) if head else None) or average_of(page, amount)
    return found or (_in_document(amount, totals, populations) if head == "人" else None)


def _totals(page: Page) -> dict[str, list[Fact]]:
    """Levels by the core of their name, the first of each."""
    totals: dict[str, list[Fact]] = {}
    for fact in page.facts:
        if fact.measure == "level":
            same = totals.setdefault(_core(fact.name), [])
            if len(same) < _MOST:
                same.append(fact)
    return totals


def _kind_of_head(page: Page, amount: Fact) -> str | None:
    """户 or 人 when the words before the amount, or its name, say that it is one a head."""
    vocabulary = words()
    said = page.before(amount, 12) + amount.name
    if holds(said, vocabulary.per_household):
        return "户"
    each = vocabulary.per_each.search(said)
    if each:
        return each["unit"]
    return "人" if holds(said, vocabulary.per_head) else None


def _base_unit(amount: Fact) -> str:
    return amount.unit.split("/")[0]


def _in_sentence(page: Page, amount: Fact, head: str) -> Relation | None:
    """Total and heads right before the amount in its sentence; comparable only when they fit."""
    near = page.preceding(amount, _NEAR, sentences=2 if 0 < amount.step < 1 or head in _COUNTED else 0)
    totals = [f for f in near if f.measure == "level" and f.unit == _base_unit(amount) and f.value > amount.value]
    heads = [f for f in near if f.measure == "level" and f.unit == head and f.value > 1]
    for total in totals:
        for count in heads:
            found = average(amount, total, count)
            if found.verdict == "agrees" and amount.half * 2 * len(totals) * len(heads) < 0.2 * amount.value:
                return found
    return None


def _core(name: str) -> str:
    return words().name_fillers.sub("", name)


def _in_document(amount: Fact, totals: Mapping[str, Sequence[Fact]], populations: Sequence[Fact]) -> Relation | None:
    """The total of the same name and period, and the population, anywhere in the document."""
    core = _core(amount.name)
    if len(core) < 2 or not populations:
        return None
    candidates = [fact for fact in totals.get(core, ()) if _is_total(fact, amount)]
    total = min(candidates, key=lambda f: (f.period != amount.period, abs(f.number - amount.number)), default=None)
    mine = [fact for fact in populations if fact.region == amount.region]
    heads = min(mine, key=lambda f: (f.period != amount.period, f.start), default=None)
    if total is None or heads is None or total.period != amount.period:
        return None
    found = average(amount, total, heads)
    if found.verdict != DISAGREES:
        return found
    slipped = with_slip(lambda facts: average(facts[0], facts[1], facts[2]), (amount, total, heads))
    if slipped and heads.period == amount.period:
        return slipped
    return apart(found, _OTHER_BASE if heads.period == amount.period else _OTHER_PERIOD)


def _is_total(fact: Fact, amount: Fact) -> bool:
    same_place = fact.region == amount.region or fact.region is None
    return fact is not amount and fact.unit == _base_unit(amount) and same_place and fact.value > amount.value
