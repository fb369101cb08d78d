"""Results that are one figure less another by their names: 顺差 is exports less imports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.facts import AGREES, Fact, Formula, Page, Relation, less, plain, related
from tasks.validate.arithmetic.partitions import own_words
from tasks.validate.arithmetic.words import Balance, holds, words

_BACK = 8
_SAID = 14
_ALL = 3
_PARTS = 2
_SENTENCES = 2
_MEASURES = ("level", "share", "growth", "change")


def find_balances(page: Page) -> Iterator[Relation]:
    """Every result that is, by its words, one printed figure less another."""
    yield from _of_surpluses(page)
    yield from _rolled(page)
    for balance in words().balances:
        if not holds(page.text, balance.result):
            continue
        for result in page.facts:
            if result.measure in _MEASURES and holds(own_words(result, page), balance.result):
                found = _balance(page, balance, result)
                if found:
                    yield found


def _of_surpluses(page: Page) -> Iterator[Relation]:
    """货物和服务贸易顺差337亿，其中货物贸易顺差391亿，服务贸易逆差53亿. Only a fit counts."""
    if not words().deficit.search(page.text):
        return
    for whole in page.facts:
        said = own_words(whole, page)
        near = page.following(whole, _PARTS) or page.facts[whole.number + 1 : whole.number + 1 + _PARTS]
        signs = [_sign(own_words(fact, page)) for fact in near]
        alike = len(near) == _PARTS and all(fact.unit == whole.unit and fact.measure == "level" for fact in near)
        if not alike or not _sign(said) or sum(map(abs, signs)) < _PARTS:
            continue
        tolerance = whole.half + sum(fact.half for fact in near)
        expression = "".join(f"{'+' if sign > 0 else '-'}{plain(fact)}" for sign, fact in zip(signs, near, strict=True))
        stated = _sign(said) * whole.value
        formula = _signed_sum(signs)
        found = related("difference", tuple(near), whole, stated, formula, tolerance, expression.lstrip("+"))
        if found.verdict == AGREES:
            yield found


def _rolled(page: Page) -> Iterator[Relation]:
    """上年结余 A，收入 B，支出 C，年末滚存结余 A+B-C. Only a fit counts."""
    if not holds(page.text, words().rolled_signs):
        return
    for result in page.facts:
        if result.measure != "level" or not words().rolled.search(page.before(result, _SAID)):
            continue
        around = (*page.preceding(result, _BACK, _SENTENCES), *page.following(result, _PARTS))
        near = [f for f in around if f.measure == "level" and f.unit == result.unit]
        before = next((f for f in near if words().left_before.search(page.before(f, _SAID))), None)
        income = next((f for f in near if words().income.search(own_words(f, page))), None)
        spent = next((f for f in near if words().expenditure.search(own_words(f, page))), None)
        if before and income and spent and len({before.number, income.number, spent.number}) == _ALL:
            parts = (before, income, spent)
            tolerance = result.half + sum(part.half for part in parts)
            expression = f"{plain(before)}+{plain(income)}-{plain(spent)}"
            found = related("difference", parts, result, result.value, _signed_sum((1, 1, -1)), tolerance, expression)
            yield from [found] if found.verdict == AGREES else []


def _signed_sum(signs: Sequence[int]) -> Formula:
    return lambda values: sum(sign * value for sign, value in zip(signs, values, strict=True))


def _sign(said: str) -> int:
    """Whether words speak of a surplus, a deficit or neither."""
    return 1 if words().surplus.search(said) else -1 if words().deficit.search(said) else 0


def _others(page: Page, balance: Balance, result: Fact) -> Iterator[tuple[Fact, Fact]]:
    """All pairs of figures near a result that bear the two words, nearest first."""
    near = [f for f in page.preceding(result, _BACK, _SENTENCES) if f.unit == result.unit and f.measure in _MEASURES]
    said = [(fact, own_words(fact, page)) for fact in near]
    fewer = [fact for fact, name in said if balance.subtrahend in name and balance.minuend not in name]
    more = [fact for fact, name in said if balance.minuend in name and balance.subtrahend not in name]
    yield from ((minuend, subtrahend) for subtrahend in fewer for minuend in more)


def _less(more: Fact, fewer: Fact, result: Fact) -> Relation:
    tolerance = result.half + more.half + fewer.half
    expression = f"{plain(more)}-{plain(fewer)}"
    return related("difference", (more, fewer), result, result.value, less, tolerance, expression)


def _balance(page: Page, balance: Balance, result: Fact) -> Relation | None:
    sides = []
    for word, other in ((balance.minuend, balance.subtrahend), (balance.subtrahend, balance.minuend)):
        side = next(
            (
                fact
                for fact in page.preceding(result, _BACK, _SENTENCES)
                if fact.unit == result.unit
                and fact.measure in _MEASURES
                and word in own_words(fact, page)
                and other not in own_words(fact, page)
            ),
            None,
        )
        if side is None:
            return None
        sides.append(side)
    more, fewer = sides
    for minuend, subtrahend in _others(page, balance, result):
        again = _less(minuend, subtrahend, result)
        if again.verdict == AGREES:
            return again
    found = _less(more, fewer, result)
    # Figures of the sentence before, and changes, may be of something else: then only a fit counts.
    told = more.sentence == fewer.sentence == result.sentence and result.measure != "change"
    return found if told or found.verdict == AGREES else None
