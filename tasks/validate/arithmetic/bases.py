"""Changes against an old level that the words name between the new level and the change; changes told a sentence later.

N，与上次普查的 M 相比，增加 C，增长 r，年均增长 s · 受理 N、审结 M。与上年比，受理增加 C，增长 r. Only fits count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.grids import are_cells
from tasks.validate.arithmetic.growths import difference_of, growth_by, growth_of, in_real_terms, signed, taken_of_new
from tasks.validate.arithmetic.partitions import own_words
from tasks.validate.arithmetic.words import words

_REACH = 4

_BACK = 12
_FURTHER = 24
_SENTENCES = 2
_HEADINGS = 2
"""A level may stand a sentence and a heading before what it is held against."""
_ON = 12
_TIGHT_TOLD = 0.12
_NAMED_ALIKE = 0.4
"""The same where the amount and the level bear one name."""
_TIGHT_OF_NEW = 0.1
_NEAR = 3


def find_against_named(page: Page) -> Iterator[Relation]:
    """Differences and growths, also yearly ones, between two levels in a row, the old one named last."""
    for old, new in _named_bases(page):
        sure = False
        for result in page.following(old, _REACH):
            if result.measure == "level" and result.unit == new.unit:
                break
            found = _difference(new, old, result) or _growth(page, new, old, result)
            if found and found.verdict == AGREES:
                sure = sure or found.kind == "difference"
                yield found
            elif sure and _is_plain_rate(page, result) and 0 < old.value < 2 * new.value:
                # Both levels are those of the change before it, so they are those of the rate.
                yield in_real_terms(growth_of(old, new, result, signed(page, result)), new)


def _is_plain_rate(page: Page, rate: Fact) -> bool:
    """Whether a figure is a rate over the whole time, in percent."""
    return rate.measure == "growth" and rate.unit == "%" and not words().yearly.search(page.before(rate, 12))


def _named_bases(page: Page) -> Iterator[tuple[Fact, Fact]]:
    """An old level that words name, and the level before it that is held against it."""
    for old in page.facts[1:]:
        if old.measure not in ("level", "share", "ratio") or not words().base_named.search(page.before(old, 60)):
            continue
        new = next((f for f in page.preceding(old, _NEAR, _HEADINGS) if not page.shut_in(f, old)), old)
        if new is not old and new.measure == old.measure and new.unit == old.unit:
            near = new.sentence + (_HEADINGS if page.is_compared(old) else 0)
            if new.sentence == old.sentence or near >= old.sentence:
                yield old, new
            whole = _divided(page, new)
            if whole and whole.sentence + 1 >= old.sentence:
                yield old, whole


def _divided(page: Page, part: Fact) -> Fact | None:
    """The level that a list of parts, of which a figure is one, is announced under (其中)."""
    near = [f for f in page.preceding(part, _BACK) if f.measure == part.measure and f.unit == part.unit]
    return next((f for f in near if words().parts_follow.search(page.between(f, page.facts[f.number + 1]))), None)


def _difference(new: Fact, old: Fact, result: Fact) -> Relation | None:
    points = result.unit == POINTS and new.measure == "share"
    if result.measure != "change" or not (points or result.unit == new.unit):
        return None
    return difference_of(old, new, result)


def _growth(page: Page, new: Fact, old: Fact, result: Fact) -> Relation | None:
    named = result.measure == "share" and words().rate_of_fall.search(result.name)
    if (
        not (named or result.measure == "growth")
        or result.unit != "%"
        or new.measure != "level"
        or old.value <= 0
        or (old.value >= 2 * new.value and not new.number == old.number - 1 == result.number - 2)
    ):
        return None  # a fall to less than half needs all three side by side
    years = [1]
    if words().yearly.search(page.before(result, 12)):
        # 末 and 初 of a year, or a census of one year that a later one speaks of, may make it a year less.
        between = _years(new, old)
        years = [count for count in (between, between - 1, between - 2) if count > 1]
    tried = [growth_of(old, new, result, signed(page, result), count) for count in years]
    return next((found for found in tried if found.verdict == AGREES), None)


def _years(new: Fact, old: Fact) -> int:
    """The years between two levels, 0 where their periods do not tell."""
    if not new.period or not old.period:
        return 0
    first, last = (fact.period.split("/")[-1][:4] for fact in (old, new) if fact.period)
    return max(int(last) - int(first), 0)


def find_told_later(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """An amount of change and its rate side by side, the level that they belong to a sentence or two before."""
    for rate in page.facts[1:]:
        amount = page.facts[rate.number - 1]
        beside = amount.measure == "change" and rate.measure == "growth" and amount.sentence == rate.sentence
        if not beside or rate.unit != "%" or rate.number in taken or len(page.between(amount, rate)) > 14:
            continue
        if are_cells(page, amount, rate):
            continue  # columns of a table, which all of its rows must bear out
        before = page.preceding(amount, _BACK, _SENTENCES)
        levels = [f for f in before if f.measure == "level" and f.unit == amount.unit and not page.is_base(f)]
        most = max(levels, key=lambda level: level.value, default=None)
        named = [
            f for f in page.preceding(amount, _FURTHER, _FURTHER) if f.name == amount.name and f.unit == amount.unit
        ]
        likely = [*[f for f in named if f.measure == "level"][:1], *levels[:1], *([most] if most else []), *levels[1:]]
        tried = [found for level in dict.fromkeys(likely) if (found := _rate(level, amount, rate))]
        fine = (found for place, found in enumerate(tried) if _is_fine(page, found, place + 1))
        found = next(fine, None) or _of_the_new(page, levels, amount, rate) or _level_later(page, amount, rate)
        if found:
            yield found


def find_told_apart(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """人均收入 N，增长 r。…人均收入增加 C: an amount of change that bears the name of a level elsewhere. Only fits."""
    rated: dict[tuple[str, str], list[tuple[Fact, Fact]]] = {}
    for level, rate in pairwise(page.facts):
        told = level.measure == "level" and rate.measure == "growth" and rate.unit == "%"
        if told and level.sentence == rate.sentence and rate.number not in taken:
            same = rated.setdefault((level.name, level.unit), [])
            same += [(level, rate)] if len(same) < _NEAR else []
    for amount in page.facts if rated else ():
        for level, rate in rated.get((amount.name, amount.unit), ()) if amount.measure == "change" else ():
            found = _rate(level, amount, rate) if level.period == amount.period else None
            if found and found.verdict == AGREES and 2 * found.tolerance < _TIGHT_TOLD * abs(rate.value):
                yield found
                break


def _level_later(page: Page, amount: Fact, rate: Fact) -> Relation | None:
    """总数增加 C，上升 r。…总数 N，上升 r: the level that comes later with the same rate. Only a fit counts."""
    for again in page.facts[rate.number + 2 : rate.number + 2 + _ON]:
        level = page.facts[again.number - 1]
        same = again.measure == "growth" and again.value == rate.value and level.measure == "level"
        if same and level.unit == amount.unit:
            found = _rate(level, amount, rate)
            return found if found and found.verdict == AGREES else None
    return None


def _is_fine(page: Page, found: Relation, tries: int) -> bool:
    """Whether a growth fits too well for chance, given how many levels were tried and what they are called."""
    limit = _NAMED_ALIKE if _alike(page, found) else _TIGHT_TOLD
    return found.verdict == AGREES and 2 * tries * found.tolerance < limit * abs(found.stated_value or 0.0)


def _alike(page: Page, found: Relation) -> bool:
    """Whether an amount of change bears two characters of the words before its level: 死亡 23411人 … 死亡人数减少."""
    amount, level = found.parts
    name = words().number_endings.sub("", amount.name)
    return len(name) > 1 and name[-2:] in own_words(level, page) + level.name


def _of_the_new(page: Page, levels: Sequence[Fact], amount: Fact, rate: Fact) -> Relation | None:
    """N件。比去年增加 C，增长 r, where r is C in N: the rate is wrongly taken of the new level."""
    level = levels[0] if levels else None
    if (
        level is None
        or page.aside(level)
        or any(f.measure not in ("share", "growth") for f in page.facts[level.number + 1 : amount.number])
    ):
        return None
    found = _rate(level, amount, rate)
    return found if found and taken_of_new(found) and 2 * found.tolerance < _TIGHT_OF_NEW * abs(rate.value) else None


def _rate(level: Fact, amount: Fact, rate: Fact) -> Relation | None:
    if amount.value * rate.value <= 0:
        return None
    return growth_by(amount.value, amount, level, rate, rate.value)
