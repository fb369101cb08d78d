"""From-to differences, growth against levels, and growth against an amount of change."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from operator import attrgetter

from tasks.validate.arithmetic.bases import find_against_named, find_told_apart, find_told_later
from tasks.validate.arithmetic.called import find_called
from tasks.validate.arithmetic.earlier import find_since_earlier
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation, apart, fits, less, plain, related
from tasks.validate.arithmetic.gaps import PERCENT, POINTS
from tasks.validate.arithmetic.grids import are_cells
from tasks.validate.arithmetic.growths import difference_of, growth_by, growth_of, in_real_terms, noted, taken_of_new
from tasks.validate.arithmetic.ordered import find_in_order
from tasks.validate.arithmetic.slips import LEAST_DIGITS, digits_of
from tasks.validate.arithmetic.steps import find_steps
from tasks.validate.arithmetic.trust import slip_of
from tasks.validate.arithmetic.words import words

_REACH = 3
_FAR = 6
_LEVELS_BACK = 8
_FINE = 1e-3
_HIT = 1e-9
_SURE = 0.1
"""Where words leave open what a rate is of, fewer slips than this may fit by chance."""
_CLAUSE_BREAK = re.compile(r"[；;。\n]")
_START = attrgetter("start")
_SCALES = {("%", POINTS), ("‰", POINTS), ("‰", "千分点")}
_BASIS_POINT = 0.01
_TOLD = {"growth", "change", "share"}
"""What may state a change; a share does by its name (减贫速度)."""


def find_changes(page: Page) -> Iterator[Relation]:
    """Every from-to difference, growth between two levels, and growth that an amount of change lets us compute."""
    taken: set[int] = set()
    if page.measures & _TOLD:
        yield from _of_told(page, taken)
    yield from _told_differences(page, taken)
    yield from find_steps(page, taken)


def _of_told(page: Page, taken: set[int]) -> Iterator[Relation]:
    """The relations whose change or rate is printed as one; `taken` gets the numbers of those that are explained."""
    for old, new in from_to_pairs(page):
        yield from noted(_results(page, old, new), taken)
        told = _told_before(page, old, new)
        yield from noted([told] if told else [], taken)
    for relation in (*find_in_order(page), *find_against_named(page)):
        if relation.stated and relation.stated.number not in taken:
            taken.add(relation.stated.number)
            yield relation
    yield from noted(_growth_by_amount(page, taken), taken)
    yield from noted(find_told_later(page, taken), taken)
    yield from noted((*find_since_earlier(page, taken), *find_called(page, taken)), taken)
    yield from noted((*find_told_apart(page, taken), *_amounting_to(page, taken), *_moved_by(page, taken)), taken)


def _amounting_to(page: Page, taken: set[int]) -> Iterator[Relation]:
    """从 A 到 B，意味着 r: the growth between two levels, told in words of its own. Only a fit counts."""
    for rate in page.facts[2:]:
        if rate.measure != "growth" or rate.unit not in ("%", "倍") or rate.number in taken:
            continue
        old, new = page.facts[rate.number - 2], page.facts[rate.number - 1]
        levels = _alike(old, new) and new.measure == "level" and old.sentence == new.sentence and old.value > 0
        if not levels or not words().start_words.search(page.before(old, 12)):
            continue
        link = page.between(old, new)
        leads = words().leads_on.match(link) or words().lead_to.search(link)
        if leads and words().amounts_to.match(page.between(new, rate)):
            found = growth_of(old, new, rate, _signed(page, rate))
            yield from [found] if found.verdict == AGREES else []


def _told_differences(page: Page, taken: set[int]) -> Iterator[Relation]:
    """A level, a later one that it fell or rose to, and soon after the difference as a count: only a fit counts."""
    for new in page.facts:
        if new.measure != "level" or not words().lead_to.search(page.before(new, 12)):
            continue
        old = next((f for f in page.preceding(new, 4, sentences=2) if _alike(f, new)), None)
        if old is None:
            continue
        for told in page.facts[new.number + 1 : new.number + 1 + _REACH]:
            if told.number not in taken and (_is_gap(old, new, told) or _is_counted(page, old, new, told)):
                yield difference_of(old, new, told)
                break


def _alike(old: Fact, new: Fact) -> bool:
    return old.unit == new.unit and old.measure == "level" and old.value != new.value


def _is_gap(old: Fact, new: Fact, told: Fact) -> bool:
    """Whether a count is the difference of two others, too exactly for chance."""
    tolerance = old.half + new.half + told.half
    fine = tolerance <= _FINE * abs(told.value)
    long = len(digits_of(told.mention)) >= LEAST_DIGITS
    return told.unit == new.unit and fine and long and fits(abs(told.value), abs(new.value - old.value), tolerance)


def _is_counted(page: Page, old: Fact, new: Fact, told: Fact) -> bool:
    """Whether words tell a count right behind the way from one level to another as the difference, and it is."""
    bound = old.number + 2 == new.number + 1 == told.number and old.sentence == told.sentence
    said = bound and words().start_words.search(page.before(old, 25))
    counted = said and told.unit == new.unit and words().counted_more.search(page.between(new, told))
    return bool(counted) and told.value == abs(new.value - old.value) and all(f.exact for f in (old, new, told))


def from_to_pairs(page: Page) -> Iterator[tuple[Fact, Fact]]:
    """Neighbouring figures that the text joins as 从 A 增至 B."""
    vocabulary = words()
    for old, new in zip(page.facts, page.facts[1:], strict=False):
        if old.sentence != new.sentence or old.unit != new.unit or old.status != new.status or old.measure == "rank":
            continue
        link = page.between(old, new)
        if _CLAUSE_BREAK.search(link) or len(link) > 40 or not vocabulary.lead_to.search(link):
            continue
        if vocabulary.start_words.search(page.before(old, 25)):
            yield old, new


def _results(page: Page, old: Fact, new: Fact) -> Iterator[Relation]:
    """The changes and growths stated right after a from-to pair."""
    last = new
    for result in page.following(new, _REACH):
        if not words().bare_change.match(page.between(last, result)):
            return
        last = result
        if result.measure == "change" and _same_scale(old, result):
            yield _difference(page, old, new, result)
        elif result.measure == "growth" and result.unit in ("%", "倍"):
            yield from _growth(page, old, new, result)


def _moved_by(page: Page, taken: set[int]) -> Iterator[Relation]:
    """从 A 下调 C 至 B: the change between the two levels. Only a fit counts."""
    for change in page.facts[1:-1]:
        old, new = page.facts[change.number - 1], page.facts[change.number + 1]
        if change.measure != "change" or change.number in taken or not _alike_rates(old, new):
            continue
        moved = old.sentence == new.sentence and words().leads_to.match(page.between(change, new))
        scale = _BASIS_POINT if change.unit == "基点" and new.unit == "%" else 1.0
        if moved and (scale < 1 or _same_scale(new, change)) and words().start_words.search(page.before(old, 25)):
            sign = 1.0 if new.value > old.value else -1.0
            tolerance = old.half + new.half + change.half * scale
            stated = sign * abs(change.value) * scale
            expression = f"{plain(new)}-{plain(old)}"
            found = related("difference", (new, old), change, stated, less, tolerance, expression)
            exact = fits(stated, found.computed, 0.0)
            yield from [found] if found.verdict == AGREES or exact else []


def _alike_rates(old: Fact, new: Fact) -> bool:
    """Whether two figures are levels or shares of one unit."""
    return old.unit == new.unit and {old.measure, new.measure} <= {"level", "share", "growth"}


def _told_before(page: Page, old: Fact, new: Fact) -> Relation | None:
    """下调 C，由 A 调整为 B: the change right before a from-to pair. Only a fit counts."""
    change = page.facts[old.number - 1] if old.number else None
    if change is None or change.measure != "change" or change.sentence != old.sentence or not _same_scale(old, change):
        return None
    found = _difference(page, old, new, change) if words().leads_from.match(page.between(change, old)) else None
    return found if found and found.verdict == AGREES else None


def _same_scale(level: Fact, change: Fact) -> bool:
    return change.unit == level.unit or (level.unit, change.unit) in _SCALES


def _signed(page: Page, result: Fact) -> float:
    """The stated change with its sign, taken from the verb where the value carries none."""
    if result.value < 0:
        return result.value
    before = page.before(result, 12)
    falling = [m.start() for m in words().fall.finditer(before)]
    rising = [m.start() for m in words().rise.finditer(before)]
    return -result.value if max(falling, default=-1) > max(rising, default=-1) else result.value


def _difference(page: Page, old: Fact, new: Fact, result: Fact) -> Relation:
    return difference_of(old, new, result, _signed(page, result))


def _years(old: Fact, new: Fact, result: Fact) -> int | None:
    """The years from old to new: of the growth's own span (2015/2020), else of the two levels."""
    if result.period and "/" in result.period:
        first, last = (part[:4] for part in result.period.split("/", 1))
    elif old.period and new.period:
        first, last = old.period.split("/")[-1][:4], new.period.split("/")[-1][:4]
    else:
        return None
    years = int(last) - int(first)
    return years if years > 0 else None


def _growth(page: Page, old: Fact, new: Fact, result: Fact) -> Iterator[Relation]:
    if old.value <= 0 or new.value <= 0:
        return
    yearly = words().yearly.search(page.before(result, 12))
    years = _years(old, new, result) if yearly else 1
    if not years:
        return
    found = in_real_terms(growth_of(old, new, result, _signed(page, result), years), new)
    if yearly and found.verdict == DISAGREES:
        found = apart(found, "yearly growth may be stated in comparable prices or count the years otherwise")
    yield found


def _growth_by_amount(page: Page, taken: set[int]) -> Iterator[Relation]:
    """Level, amount of change and rate of change in one sentence: rate = change / (level − change)."""
    for rate in page.facts:
        if not _is_rate(rate) or rate.number in taken:
            continue
        if words().yearly.search(page.before(rate, 12)):
            continue
        amount = _amount_beside(page, rate)
        if amount and are_cells(page, *sorted((amount, rate), key=_START)):
            continue  # columns of a table, which all of its rows must bear out
        tried = (
            [_rate_of_change(page, level, amount, rate) for level in _levels_of(page, amount, rate)] if amount else []
        )
        relation = next((each for each in tried if each and each.verdict == AGREES), tried[0] if tried else None)
        relation = _from_old(page, relation) if relation and taken_of_new(relation) else relation
        doubtful = relation and amount and (_compared_anew(page, amount, rate) or _is_old(page, relation.parts[1]))
        if relation and (relation.verdict == AGREES or not doubtful or slip_of(relation, _SURE)):
            yield relation


def _from_old(page: Page, relation: Relation) -> Relation:
    """N，比上年 A 多 C，增长 r, where r is C in A: A is the old level, and the new one is printed too."""
    amount, old = relation.parts
    rate = relation.stated
    made = old.value + amount.value
    near = page.facts[max(old.number - 1, 0)]  # a price of so much (元/公斤), whose old level has the bare unit
    levels = (*page.by_unit.get(old.unit, ()), *([near] if near.unit.startswith(f"{old.unit}/") else []))
    new = next((f for f in levels if math.isclose(f.value, made, rel_tol=_HIT) and f is not old), None)
    if rate is None or new is None or abs(new.sentence - old.sentence) > _FAR or old.value <= 0:
        return relation
    found = growth_of(old, new, rate, relation.stated_value or 0.0)
    return found if found.verdict == AGREES else relation


def _is_rate(fact: Fact) -> bool:
    """A growth, or what is one by another name (减贫速度)."""
    named = fact.measure == "share" and words().rate_of_fall.search(fact.name) is not None
    return fact.unit == "%" and (named or fact.measure == "growth")


def _amount_beside(page: Page, rate: Fact) -> Fact | None:
    """The amount of change right next to a rate, in either order."""
    for neighbour in (rate.number - 1, rate.number + 1):
        if not 0 <= neighbour < len(page.facts):
            continue
        amount = page.facts[neighbour]
        if neighbour < rate.number and page.in_other_units(amount):
            amount = page.facts[neighbour - 1]
        if amount.sentence != rate.sentence or amount.measure != "change" or amount.unit in (POINTS, *PERCENT):
            continue
        left, right = sorted((amount, rate), key=_START)
        if len(page.between(left, right)) <= (14 if abs(left.number - right.number) == 1 else 28):
            return amount
    return None


def _is_old(page: Page, level: Fact) -> bool:
    """Whether the words name a level as the one that the change is counted from: 比计划数 N 增加."""
    return words().old_named.search(page.before(level, 20)) is not None


def _compared_anew(page: Page, amount: Fact, rate: Fact) -> bool:
    """Whether the rate may be of something else: only a fit counts after 同比, and in a list that 分别 begins."""
    left, right = sorted((amount, rate), key=_START)
    link = page.between(left, right)
    if words().respectively.search(page.before(left, 12)) or words().respectively.search(link):
        return True
    return words().new_comparison.search(link) is not None


def _levels_of(page: Page, amount: Fact, rate: Fact) -> list[Fact]:
    """The levels of the change's unit before it in its sentence, nearest first, plans that a share is taken of apart.

    A level of another unit right before the change ends the search: the change is its own.
    """
    first = min(amount, rate, key=_START)
    near = [fact for fact in page.preceding(first, _LEVELS_BACK) if fact.measure == "level"]
    levels = [fact for fact in near if not page.aside(fact) and not page.shut_in(fact, first)]
    return [fact for fact in levels if fact.unit == amount.unit] if levels and levels[0].unit == amount.unit else []


def _rate_of_change(page: Page, level: Fact, amount: Fact, rate: Fact) -> Relation | None:
    change = _signed(page, amount)
    stated = math.copysign(rate.value, change) if rate.measure == "share" else _signed(page, rate)
    found = growth_by(change, amount, level, rate, stated)
    return in_real_terms(found, level) if found else None
