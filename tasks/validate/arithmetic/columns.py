"""Totals of figures that bear one name in several sentences, and of changes that rise and fall.

甲类教师 A人…；乙类教师 B人…，教师 C人 · 总量增加 C，其中甲减少 A，乙增加 B. Nothing but the names binds these
figures, so only a fit is reported, and only where so many tries would hardly make one by chance.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations, pairwise, takewhile

from tasks.validate.arithmetic.adding import common_step, room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.partitions import is_balance
from tasks.validate.arithmetic.words import holds, words

_TAIL = 3
_SHORT_TAIL = 2
_MOST = 16
_CHANCE = 0.004
_CHANCE_OF_CHANGES = 0.02
_CHANCE_TOLD = 0.1
_WHOLES = 3
_LEAST = 2
_LONG = 1e3
"""So many of its last steps a figure must be for a pair of two, apart from each other, to be no chance."""
_LONGER = 1e6
"""The same where they bear other names."""
_MANY = 3
_CHANCE_OF_RUNS = 0.0025
_TRIES = 56
_OFF = 1e-3
_EACH = 4
_HIT = 1e-9
_BACK = 8
_SENTENCES = 4
_BESIDE = 2
"""A rate may stand between a change and the first of its parts."""


def find_columns(page: Page) -> Iterator[Relation]:
    """Every total of figures of one name, and of the changes of a sentence."""
    seen: set[tuple[int, ...]] = set()
    for group in _of_one_name(page):
        for found in _totals(group):
            key = tuple(part.number for part in found.parts)
            if key not in seen:
                seen.add(key)
                yield found
    for found in _pairs(page):
        key = tuple(part.number for part in found.parts)
        if key not in seen:
            seen.add(key)
            yield found
    for found in (*_near_runs(page), *_all_of_name(page), *_mixed(page)):
        key = tuple(part.number for part in found.parts)
        if key not in seen:
            seen.add(key)
            yield found
    if "change" in page.measures:
        yield from _over_sentences(page)
        yield from _changes(page)


def _of_one_name(page: Page) -> Iterator[list[Fact]]:
    """Levels and changes of one unit and state whose names end alike, in text order."""
    groups: dict[tuple[str, str, str, str], list[Fact]] = {}
    for fact in page.facts:
        if (fact.unit, fact.measure) not in page.addable:
            continue
        name = words().number_endings.sub("", fact.name)
        size = _TAIL if fact.measure == "level" else _SHORT_TAIL
        if fact.measure in ("level", "change") and len(name) >= size and fact.value and not page.is_base(fact):
            groups.setdefault((fact.unit, fact.measure, fact.status, name[-size:]), []).append(fact)
    yield from (group for group in groups.values() if _LEAST < len(group) <= _MOST)


def _totals(group: Sequence[Fact]) -> Iterator[Relation]:
    """Each figure as the total of a run of the others, all before it or all after it."""
    for place, whole in enumerate(group):
        runs = [*_runs(group[:place]), *_runs(group[place + 1 :])]
        for parts in sorted(runs, key=len, reverse=True):
            if _is_total(whole, parts, len(runs), _CHANCE):
                yield total(whole, parts)
                break


def _pairs(page: Page) -> Iterator[Relation]:
    """基金总收入 W。…职工基金收入 A…居民基金收入 B: long figures of one name apart from each other, as parts of one."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    long = [f for f in page.facts if f.measure == "level" and f.exact and f.value >= _LONG * (f.step or 1.0)]
    for fact in long if len(long) > _LEAST else ():
        if (fact.unit, fact.measure) in page.addable:
            name = words().number_endings.sub("", fact.name)
            groups.setdefault((fact.unit, fact.status, name[-_SHORT_TAIL:]), []).append(fact)
            if fact.value >= _LONGER * (fact.step or 1.0):
                groups.setdefault((fact.unit, fact.status, ""), []).append(fact)
    for group in groups.values():
        times = Counter(fact.value for fact in group)
        group = [fact for fact in group if times[fact.value] == 1]  # a figure that is printed again is told of there
        for first, second in combinations(group[:_MOST], 2) if len(group) > _LEAST else ():
            made = first.value + second.value
            if page.has_level(first.unit, made, first.half + second.half):
                near = (f for f in group if abs(f.value - made) <= room_of(f, (first, second)))
                whole = next((f for f in near if f is not first and f is not second), None)
                if whole and _is_total(whole, (first, second), len(group) ** 2, _CHANCE):
                    yield total(whole, (first, second))


def _near_runs(page: Page) -> Iterator[Relation]:
    """甲类 A；乙类 B；丙类 C。计划总投资 N: a long figure as the total of a run of its unit near it."""
    each = holds(page.text, words().each_words)
    for alike in page.by_unit.values():
        # An amount on each of something is no part: 补助 A 元，每户 B 元.
        levels = [f for f in alike if not holds(page.before(f, _EACH), words().each_words)] if each else alike
        for place, whole in enumerate(levels if len(levels) > _LEAST else ()):
            if whole.value < _LONG * (whole.step or 1.0):
                continue
            for near in (levels[max(place - _BACK, 0) : place], levels[place + 1 : place + 1 + _BACK]):
                parts = max(_nearly(whole, near), key=len, default=[])
                told = parts and abs(parts[0].sentence - whole.sentence) <= _SENTENCES and _comes_to(whole, parts)
                if told and not any(is_balance(part, page) for part in parts):
                    yield total(whole, parts)


def _nearly(whole: Fact, near: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The runs of figures, greater ones left out, that nearly come to a whole."""
    small = [fact for fact in near if fact.value < whole.value]
    for first in range(len(small) - 1):
        made = small[first].value
        for last in range(first + 1, len(small)):
            made += small[last].value
            if made > whole.value * (1 + _OFF):
                break
            if made >= whole.value * (1 - _OFF):
                yield small[first : last + 1]


def _all_of_name(page: Page) -> Iterator[Relation]:
    """结案 N 件。甲类结案 A 件；乙类结案 B 件；丙类结案 C 件: the first figure of a name as the total of all others."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in page.facts if len(page.facts) > _MANY else ():
        if fact.measure == "level" and fact.name and fact.exact:
            name = words().number_endings.sub("", fact.name)
            groups.setdefault((_kind(fact), fact.status, name), []).append(fact)
    for whole, *parts in groups.values():
        near = all(right.sentence - left.sentence <= 1 for left, right in pairwise(parts))
        near = near and parts[0].sentence - whole.sentence <= _LEAST if parts else False
        if _MANY <= len(parts) <= _MOST and near and _is_even_total(whole, parts):
            yield total(whole, parts)


def _mixed(page: Page) -> Iterator[Relation]:
    """受理277件，其中，工单23件，信件41封: things of one kind under several words, as parts of one whole."""
    for whole in page.facts[: -_MANY - 1]:
        behind = page.facts[whole.number + 1]
        if whole.measure != "level" or not words().parts_follow.search(page.between(whole, behind)):
            continue
        rest = [fact for fact in page.facts[behind.number :] if fact.sentence == whole.sentence]
        parts = list(takewhile(partial(_is_kind, whole), rest))
        if len({part.unit for part in parts}) > 1 and _MANY < len(parts) <= _MOST and _is_even_total(whole, parts):
            yield total(whole, parts)


def _is_kind(whole: Fact, fact: Fact) -> bool:
    return fact.measure == "level" and _kind(fact) == _kind(whole)


def _kind(fact: Fact) -> str:
    """The unit of a figure, as one for all words that count things of one kind."""
    return words().counters.get(fact.unit, fact.unit)


def _is_even_total(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether parts come to a whole to the digit, and their figures are not so round that they might anyway."""
    fine = common_step((whole, *parts)) <= _CHANCE_OF_CHANGES * whole.value
    return fine and whole.value == sum_of(parts) and all(part.value > 0 for part in parts)


def _comes_to(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether parts come to a whole too exactly for chance, also where it is printed as 约."""
    room = room_of(whole, parts)
    if not fits(whole.value, sum_of(parts), room) or not all(part.exact for part in parts):
        return False
    fine = room < min(part.value for part in parts) and all(part.status == whole.status for part in parts)
    exact = math.isclose(whole.value, sum_of(parts), rel_tol=_HIT) and len({f.step for f in (whole, *parts)}) == 1
    wide = max(whole.step if exact else 2 * room, common_step((whole, *parts)))
    return fine and _TRIES * wide <= _CHANCE_OF_RUNS * whole.value


def _runs(facts: Sequence[Fact]) -> list[Sequence[Fact]]:
    return [facts[first:last] for first in range(len(facts)) for last in range(first + _LEAST, len(facts) + 1)]


def _over_sentences(page: Page) -> Iterator[Relation]:
    """减少 C。其中：甲减少 A。乙减少 B。丙减少 D: a change that the next sentences divide, by three parts at least."""
    changes = [fact for fact in page.facts if fact.measure == "change" and fact.unit != POINTS and fact.value]
    for place, whole in enumerate(changes[: -_LEAST - 1]):
        first = changes[place + 1]
        near = first.number <= whole.number + _BESIDE and first.sentence != whole.sentence
        if near and first.unit == whole.unit and words().parts_follow.search(page.between(whole, first)):
            parts = [first]
            for fact in changes[place + 2 : place + _MOST]:
                if fact.unit != whole.unit or fact.sentence - parts[-1].sentence > 1:
                    break
                parts.append(fact)
                if len(parts) > _LEAST and _is_total(whole, parts, 1, _CHANCE_OF_CHANGES):
                    yield total(whole, parts)
                    break


def _nested(page: Page, changes: Sequence[Fact]) -> Iterator[Relation]:
    """贷款增加 C，其中，短期增加 A，长期增加 B；…: a change of a sentence that its own clause divides."""
    for place, whole in enumerate(changes[:-_LEAST]):
        first = changes[place + 1]
        if first.number > whole.number + _BESIDE or not words().parts_follow.search(page.between(whole, first)):
            continue
        parts = [first]
        for fact in changes[place + 2 : place + _MOST]:
            if "；" in page.between(parts[-1], fact) or ";" in page.between(parts[-1], fact):
                break
            parts.append(fact)
        if len(parts) >= _LEAST and _is_total(whole, parts, 1, _CHANCE_TOLD):
            yield total(whole, parts)


def _is_total(whole: Fact, parts: Sequence[Fact], tries: int, chance: float) -> bool:
    """Whether parts come to a whole too exactly for chance, and none of them is as good as nothing."""
    room = room_of(whole, parts)
    if not fits(whole.value, sum_of(parts), room) or not all(fact.exact for fact in (whole, *parts)):
        return False
    fine = room < min(abs(part.value) for part in parts) and all(part.value != whole.value for part in parts)
    return fine and tries * max(2 * room, common_step((whole, *parts))) <= chance * abs(whole.value)


def _changes(page: Page) -> Iterator[Relation]:
    """总量增加 C，其中甲减少 A，乙增加 B: the changes of a sentence as parts of its first one, or of one before it."""
    for sentence in page.by_sentence.values():
        changes = [fact for fact in sentence if fact.measure == "change" and fact.value and fact.unit != POINTS]
        alike = [fact for fact in changes if fact.unit == changes[0].unit]
        if len(alike) < _LEAST:
            continue
        yield from _nested(page, alike)
        before = [
            f for f in page.preceding(alike[0], _MOST, _WHOLES) if f.measure == "change" and f.unit == alike[0].unit
        ]
        wholes = list({f.sentence: f for f in before if f.sentence != alike[0].sentence}.values())
        for whole, parts in ((alike[0], alike[1:]), *((whole, alike) for whole in wholes)):
            link = page.between(whole, parts[0])
            told = parts[0].number <= whole.number + _BESIDE and words().parts_follow.search(link) is not None
            least = _LEAST if told else _LEAST + 1
            limit = _CHANCE_TOLD if told else _CHANCE_OF_CHANGES
            if len(parts) >= least and _is_total(whole, parts, 1 if told else 1 + len(wholes), limit):
                found = total(whole, parts)
                if found.verdict == AGREES:
                    yield found
                    break
