"""Shares that add up to 100, and the column of changes beside a column of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.adding import room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, plain, weigh
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.partitions import bearers, own_words
from tasks.validate.arithmetic.portions import all_forced, one_of
from tasks.validate.arithmetic.slips import with_slip
from tasks.validate.arithmetic.words import holds, words

MOST_PARTS = 10
_MOST_OFF = 90.0
"""Three shares of a structure that are further than this from 100 are no structure."""
_MOST_ROUNDING = 2.0
_WHOLE = 100.0
_SEPARATOR = re.compile(r"[、和与及]")
_REACH = 6
_MOST_CHANGES = 2
_NAMED = 16
_SAID = 40
_FINE = 0.02
_TENTH = 0.1
_EVEN = 1e-6
_ROUND = 0.1
_STEPS = 3
"""Lists that were rounded for themselves may be off by so many of their last digits."""
_BETWEEN = 3
_COLUMN = 3
_APART = 3
_BESIDE = 2
"""An age or a count may stand between a share and the first of its parts."""


def first_words(page: Page, left: Fact, right: Fact) -> str:
    """The first characters between two figures, which tell lists of one shape."""
    return page.between(left, right).strip("，,、；; ")[:2]


def find_structures(page: Page) -> Iterator[Relation]:
    """Every set of shares of one sentence that makes the whole, or should."""
    for sentence in page.by_sentence.values():
        if not any(fact.unit == "%" or fact.unit == POINTS for fact in sentence):
            continue
        every = [f for f in sentence if f.measure == "share" and f.unit == "%"]
        kinds = sorted({fact.status for fact in every})
        for alike in (
            *([f for f in every if f.status == kind] for kind in kinds),
            *([every] if len(kinds) > 1 else []),
        ):
            yield from _sets(page, alike) or _interleaved(alike)
            yield from _complements(page, alike)
            yield from _share_of_parts(page, alike)
        points = [fact for fact in sentence if fact.measure == "change" and fact.unit == POINTS]
        outer = [fact for fact in points if not own_words(fact, page).startswith(words().of_which)]
        found = _nought(page, outer)
        if found:
            yield found
    yield from _of_one_name(page)
    yield from _of_share_before(page)


def _of_share_before(page: Page) -> Iterator[Relation]:
    """占整体的 S。其中甲占 A，乙占 B: the shares of a sentence that goes on about the share right before it."""
    shares = [fact for fact in page.facts if fact.measure == "share" and fact.unit == "%"]
    for place, (whole, first) in enumerate(pairwise(shares)):
        goes_on = first.sentence != whole.sentence and first.number <= whole.number + _BESIDE
        if goes_on and words().parts_in_next_sentence.search(page.between(whole, first)):
            parts = [f for f in shares[place + 1 : place + 1 + MOST_PARTS] if f.sentence == first.sentence]
            found = next(_share_of_parts(page, [whole, *parts]), None)
            yield from [found] if found else []


def _complements(page: Page, shares: Sequence[Fact]) -> Iterator[Relation]:
    """达标的占76.7%，超标的占23.3%: two shares, one after the other, that make the whole to the digit."""
    for left, right in pairwise(shares):
        among = right.number - left.number - 1
        if abs(left.value + right.value - _WHOLE) >= _EVEN or min(left.value, right.value) <= 0:
            continue
        if among <= _BETWEEN and left.exact and right.exact:
            fine = max(left.step, right.step) <= _TENTH
            yield from [hundred((left, right))] if fine or (not among and _are_all(page, left, right)) else []


def _are_all(page: Page, left: Fact, right: Fact) -> bool:
    """Whether words tell that two shares are all: 其余占, 收入构成：甲占60%，乙占40%, 男生占55%，女生占45%."""
    if holds(page.between(left, right), words().remainder):
        return True
    if words().structure_words.search(page.before(left, _NAMED)):
        return True
    return any(len(each.parts) == _BESIDE and bearers(each, (left, right), page) for each in words().partitions)


def _share_of_parts(page: Page, shares: Sequence[Fact]) -> Iterator[Relation]:
    """超标的占23.3%，其中轻度15.9%，中度4.2%，重度3.2%: a share that is announced as divided. Only a fit counts."""
    for place, whole in enumerate(shares[:-2]):
        link = page.between(whole, shares[place + 1])
        if shares[place + 1].number > whole.number + _BESIDE or not words().parts_follow.search(link):
            continue
        for size in range(2, min(len(shares) - place - 1, MOST_PARTS) + 1):
            parts = shares[place + 1 : place + 1 + size]
            room = room_of(whole, parts)
            if abs(sum_of(parts) - whole.value) <= room + _EVEN and 2 * size * room <= _TENTH * whole.value:
                yield total(whole, parts)
                break


def _of_one_name(page: Page) -> Iterator[Relation]:
    """第一产业占用电量的比重为1.5%；…。居民占用电量的比重为13.9%: all shares of what is named alike make the whole."""
    named: dict[str, list[Fact]] = {}
    for fact in page.facts:
        if fact.measure == "share" and fact.unit == "%":
            found = words().share_of_named.search(page.before(fact, _SAID))
            group = named.setdefault(found["whole"], []) if found else []
            if group and fact.sentence - group[-1].sentence > _APART:
                group.clear()
            group.append(fact)
    for group in named.values():
        if 2 < len(group) <= MOST_PARTS and group[0].sentence != group[-1].sentence:
            made = hundred(group)
            if made.verdict == AGREES and made.tolerance <= _MOST_ROUNDING / 2:
                yield made


def _nought(page: Page, changes: Sequence[Fact]) -> Relation | None:
    """Changes of the shares of all parts, which come to nought. Only a fit that chance would hardly make counts."""
    if not 2 < len(changes) <= MOST_PARTS or not words().share_columns.search(page.before(changes[0], _SAID)):
        return None
    computed, tolerance = sum(change.value for change in changes), sum(change.half for change in changes)
    if abs(computed) > tolerance or 2 * tolerance > _FINE * max(abs(change.value) for change in changes):
        return None
    expression = "+".join(plain(change) for change in changes)
    return Relation("sum", tuple(changes), None, None, computed, POINTS, tolerance, expression, AGREES)


def _sets(page: Page, shares: Sequence[Fact]) -> list[Relation]:
    sets: list[Relation] = []
    taken = -1
    for first in range(len(shares)):
        if first > taken:
            found = _hundred(page, shares[first:])
            if found:
                taken = first + len(found.parts) - 1
                sets.append(found)
    return sets


def _interleaved(shares: Sequence[Fact]) -> list[Relation]:
    """甲占 S，贡献率 s；乙占 T，贡献率 t；丙占 U，贡献率 u: two columns of shares, each of which makes the whole."""
    if len(shares) < 2 * _COLUMN or len(shares) % 2 or len(shares) > 2 * MOST_PARTS:
        return []
    columns = [hundred(shares[0::2]), hundred(shares[1::2])]
    fine = all(found.verdict == AGREES and found.tolerance <= _MOST_ROUNDING / 2 for found in columns)
    return columns if fine else []


def _hundred(page: Page, shares: Sequence[Fact]) -> Relation | None:
    """The beginning of a list of shares that makes the whole, or should by the words before it."""
    if len(shares) < 3:
        return None
    times = [_times(page, share) for share in shares[:MOST_PARTS]]
    tried = [hundred(shares[:size], times[:size]) for size in range(3, len(times) + 1)]
    fitting = [f for f in tried if f.verdict == AGREES and (f.tolerance <= _MOST_ROUNDING or f.computed == _WHOLE)]
    if fitting:
        return min(fitting, key=lambda found: (round(abs(found.computed - _WHOLE), 6), len(found.parts)))
    parts = shares[:3]
    joined = all(len(page.between(left, right)) <= 4 for left, right in pairwise(parts))
    if joined and words().composition_words.search(page.before(parts[0], 24)):
        found = hundred(parts)
        return found if abs(found.computed - _WHOLE) <= _MOST_OFF else None
    alike = first_words(page, *parts[:2]) == first_words(page, *parts[1:])
    return with_slip(hundred, parts, 3) if alike else None


def _times(page: Page, share: Fact) -> int:
    """How many times a share counts: 美洲和非洲各占1% counts twice."""
    each = words().each_of.search(page.before(share, 24))
    return 1 + len(_SEPARATOR.findall(each["named"])) if each else 1


def hundred(parts: Sequence[Fact], times: Sequence[int] | None = None) -> Relation:
    """Shares against the whole of 100; `times` is how often each counts."""
    counts = times or [1] * len(parts)

    def counted(values: Sequence[float]) -> float:
        return sum(value * count for value, count in zip(values, counts, strict=True))

    computed = counted([part.value for part in parts])
    rounded = sum(part.half * count for part, count in zip(parts, counts, strict=True))
    tolerance = max(rounded, min(_ROUND, _STEPS * max(part.step for part in parts)))
    verdict, why = weigh(_WHOLE, computed, tolerance, parts)
    terms = [plain(part) if count == 1 else f"{count}*{plain(part)}" for part, count in zip(parts, counts, strict=True)]
    return Relation("sum", tuple(parts), None, None, computed, "%", tolerance, "+".join(terms), verdict, why, counted)


def beside(page: Page, made: Relation) -> Iterator[Relation]:
    """The columns beside the parts of a total, where they add up too: their changes, and their shares."""
    yield from _columns_of_changes(page, made)
    found = _column_of_shares(page, made)
    if found and made.stated:
        yield found
        rows = zip(made.parts, found.parts, strict=True)
        shares = all_forced([one_of(part, made.stated, share) for part, share in rows])
        if all(share.verdict == AGREES for share in shares):
            yield from shares


def _column_of_shares(page: Page, made: Relation) -> Relation | None:
    """The share printed behind each part of a total. Only shares that make the whole count."""
    if made.stated is None or made.verdict != AGREES:
        return None
    shares = [share for part in made.parts if (share := _share_behind(page, part))]
    if len(shares) < len(made.parts):
        return None
    found = hundred(shares)
    return found if found.verdict == AGREES and found.tolerance <= _MOST_ROUNDING / 2 else None


def _share_behind(page: Page, level: Fact) -> Fact | None:
    """The first share after a level, before the next level of any unit."""
    for fact in page.following(level, _REACH):
        if fact.measure == "share" and fact.unit == "%":
            return fact
        if fact.measure == "level":
            return None
    return None


def _columns_of_changes(page: Page, made: Relation) -> Iterator[Relation]:
    """The changes printed beside a whole and beside each of its parts, where they add up too. Only a fit counts."""
    if made.stated is None or made.verdict != AGREES:
        return
    for place in range(_MOST_CHANGES):
        whole = _change_beside(page, made.stated, place)
        parts = [change for part in made.parts if (change := _change_beside(page, part, place))]
        found = _changes_of(whole, parts, len(made.parts))
        if found:
            yield found
    listed = _changes_in_order(page, made.parts)
    found = _changes_of(_change_beside(page, made.stated, 0), listed, len(made.parts))
    if found:
        yield found


def _changes_of(whole: Fact | None, parts: Sequence[Fact], wanted: int) -> Relation | None:
    if whole is None or len(parts) < wanted:
        return None
    found = total(whole, parts)
    return found if found.verdict == AGREES and all(part.value for part in parts) else None


def _change_beside(page: Page, level: Fact, place: int) -> Fact | None:
    """The first change of a level's unit after it, or a later one, before the next level of that unit."""
    for fact in page.following(level, _REACH):
        if fact.unit == level.unit and not page.is_base(fact):
            if fact.measure != "change":
                return None
            if place == 0:
                return fact
            place -= 1
    return None


def _changes_in_order(page: Page, parts: Sequence[Fact]) -> list[Fact]:
    """参保职工N，离退休M，分别增加 C 和 D: the changes behind the last part, in the order of the parts."""
    after = page.facts[parts[-1].number + 1 : parts[-1].number + 1 + len(parts)]
    alike = all(fact.measure == "change" and fact.unit == parts[-1].unit for fact in after)
    said = after and alike and words().respectively.search(page.before(after[0], _SAID))
    return list(after) if said and after[-1].sentence == parts[-1].sentence else []
