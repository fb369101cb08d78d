"""Shares of lists: several parts and their shares in the same order (分别, 依次), or one share of them all (合计占)."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits, plain, related
from tasks.validate.arithmetic.heading import whole_of_heading
from tasks.validate.arithmetic.partitions import bearers
from tasks.validate.arithmetic.words import words

MOST_LISTED = 12
_BACK = 24
_FAR = 60
_WHOLES = 8
_JOINED = re.compile(r"^(?:[、，,和与及:：∶]|以及)$")
_LISTED = re.compile(r"^[、和与及][^，,。；;、：:]{0,16}$")
_SHORT = 6
_SENTENCES_BACK = 1
_SENTENCES_TO_WHOLE = 8
_MOST_TOGETHER = 5
_TIGHT = 0.12
"""A share found by trying wholes counts only when chance would fit fewer than this many of them."""


def whole_of(share: Fact) -> float:
    """What the whole is in the unit of a share."""
    return 1000.0 if share.unit == "‰" else 100.0


def share_of(
    parts: Sequence[Fact],
    part: Fact,
    whole: float,
    spread: float,
    share: Fact,
    expression: str,
) -> Relation:
    """A share relation; `spread` is what rounding may have moved the whole, which is the second part or all of them."""
    scale = whole_of(share)
    of_all = len(parts) != 2 or part.value + parts[1].value == whole

    def formula(values: Sequence[float]) -> float:
        return scale * values[0] / ((sum(values) if of_all else values[1]) or math.inf)

    tolerance = share.half + scale * (part.half / whole + part.value * spread / whole**2)
    return related("share", parts, share, share.value, formula, tolerance, expression)


def one_of(part: Fact, whole: Fact, share: Fact) -> Relation:
    """The share of one figure in another."""
    return share_of((part, whole), part, whole.value, whole.half, share, f"{plain(part)}/{plain(whole)}")


def can_be(part: Fact, whole: Fact) -> bool:
    """Whether one figure may be a part of another: of its unit, and not above it."""
    return part is not whole and part.unit == whole.unit and 0 < part.value <= whole.value


def find_listed(page: Page, done: Collection[int]) -> Iterator[Relation]:
    """The shares of lists, but for shares that are explained already (`done`)."""
    for run in _runs(page):
        if not any(share.number in done for share in run):
            yield from _in_order(page, run)
    for relation in _in_columns(page):
        if relation.stated and relation.stated.number not in done:
            yield relation
    for share in page.facts:
        if _is_share(share) and share.number not in done:
            found = _of_them_all(page, share)
            if found:
                yield found


def _in_columns(page: Page) -> Iterator[Relation]:
    """启动272个村、20506户，分别占81.4%、80.2%；完成10个村、1229户，分别占3%、4.8%: shares of the sums of columns."""
    rows: list[tuple[list[Fact], list[Fact]]] = []
    for run in (*_runs(page), []):
        counts = _counts_of(page, run)
        if rows and (not counts or [f.unit for f in counts] != [f.unit for f in rows[-1][0]]):
            yield from _of_columns(rows)
            rows = []
        if counts:
            rows.append((counts, run))


def _counts_of(page: Page, run: Sequence[Fact]) -> list[Fact]:
    """As many levels as shares right before them; empty where something else stands there."""
    before = page.facts[max(run[0].number - len(run), 0) : run[0].number] if run else []
    alike = all(fact.measure == "level" and fact.sentence == run[0].sentence for fact in before)
    return list(before) if before and alike and len(before) == len(run) else []


def _of_columns(rows: Sequence[tuple[list[Fact], list[Fact]]]) -> Iterator[Relation]:
    """Each column's shares of its sum, where all columns fit throughout."""
    if len(rows) <= 1:
        return
    columns = [
        _against([counts[at] for counts, _ in rows], [run[at] for _, run in rows], [counts[at] for counts, _ in rows])
        for at in range(len(rows[0][0]))
    ]
    if all(relation.verdict == AGREES for column in columns for relation in column):
        yield from (relation for column in columns for relation in column)


def _is_share(fact: Fact) -> bool:
    return fact.measure == "share" and fact.unit in ("%", "‰")


def _runs(page: Page) -> Iterator[list[Fact]]:
    """Shares that stand in a row, joined by nothing but 、 or 和, with 分别, 依次 or 结构 before the first."""
    run: list[Fact] = []
    for fact in page.facts:
        joined = run and _is_share(fact) and run[-1].number == fact.number - 1
        if joined and _JOINED.match(page.between(run[-1], fact)):
            run.append(fact)
            continue
        if 1 < len(run) <= MOST_LISTED and not _takes_over(page, run, fact):
            yield run
        run = [fact] if _is_share(fact) and (_announced(page, fact) or _takes_over(page, run, fact)) else []
    if 1 < len(run) <= MOST_LISTED:
        yield run


def _takes_over(page: Page, run: Sequence[Fact], share: Fact) -> bool:
    """Whether a share begins the list that takes the place of a list right before it (调整为)."""
    after = run and run[-1].number == share.number - 1 and _is_share(share)
    return bool(after) and words().gives_way.match(page.between(run[-1], share)) is not None


def _announced(page: Page, share: Fact) -> bool:
    said = page.before(share, 16)
    return bool(words().respectively.search(said) or words().structure_words.search(said))


def _in_order(page: Page, run: Sequence[Fact]) -> Iterator[Relation]:
    """Each part's share; said when all of them fit, or all but one of three or more."""
    candidates = [*_by_place(page, run), *_by_name(page, run), _of_totals(page, run)]
    best = max(candidates, key=_agreeing, default=[])
    if _agreeing(best) >= max(2, len(run) - 1):
        yield from all_forced(best)


def _by_place(page: Page, run: Sequence[Fact]) -> Iterator[list[Relation]]:
    """The last levels before the shares as their parts, of the level before them or of their sum."""
    before = [f for f in page.preceding(run[0], _BACK, _SENTENCES_BACK) if f.measure == "level"]
    same = [f for f in before if f.unit == before[0].unit and f.status == run[0].status]
    parts = same[: len(run)][::-1]
    if len(parts) == len(run) and all(part.value > 0 for part in parts):
        for whole in same[len(run) :][:2]:
            if whole.value >= parts[0].value:
                yield _against(parts, run, [whole])
        headed = whole_of_heading(page, parts[0])
        if headed:
            yield _against(parts, run, [headed])
        yield _against(parts, run, parts)


def totals_before(page: Page, part: Fact) -> list[Fact]:
    """The figures before a part that are above all of their unit before them, and near ones of its name."""
    above = page.totals.get(f"{part.unit} {part.status}", [])
    before = above[: bisect_left(above, part.number, key=lambda fact: fact.number)][::-1]
    named = [f for f in page.preceding(part, _FAR, _FAR) if f.measure == "level" and f.name == part.name]
    wholes = {fact.number: fact for fact in (*named, *before) if can_be(part, fact) and fact.status == part.status}
    return list(wholes.values())[:_WHOLES]


def _of_totals(page: Page, run: Sequence[Fact]) -> list[Relation]:
    """起数 N、亡 M 人，分别占总数的 S、T: each part in the total of its own unit, printed somewhere before."""
    before = [f for f in page.preceding(run[0], len(run), 0) if f.measure == "level"]
    if len(before) < len(run) or words().share_of_whole not in page.before(run[0], 16):
        return []
    relations = []
    for part, share in zip(before[::-1], run, strict=True):
        tried = [one_of(part, whole, share) for whole in totals_before(page, part)]
        fine = (r for r in tried if r.verdict == AGREES and 2 * len(tried) * r.tolerance < _TIGHT * whole_of(share))
        relations += [found] if (found := next(fine, None)) else []
    return relations


def _by_name(page: Page, run: Sequence[Fact]) -> Iterator[list[Relation]]:
    """The nearest levels that bear the words of a partition (第一产业, 第二产业, 第三产业), of their sum."""
    if not words().structure_words.search(page.before(run[0], 16)):
        return
    levels = [f for f in page.preceding(run[0], _FAR, _FAR) if f.measure == "level" and f.value > 0]
    for partition in words().partitions:
        parts = bearers(partition, levels, page) if len(partition.parts) == len(run) else None
        if parts and len({part.unit for part in parts}) == 1:
            yield [_forced(relation) for relation in _against(parts, run, parts)]


def all_forced(relations: Sequence[Relation]) -> list[Relation]:
    """Shares that make the whole to the digit: one that was rounded the other way for that still agrees."""
    shares = [relation.stated for relation in relations if relation.stated]
    total = sum(share.value for share in shares)
    made = bool(shares) and math.isclose(total, whole_of(shares[0]), rel_tol=1e-9)
    return [_forced(relation) for relation in relations] if made else list(relations)


def _forced(relation: Relation) -> Relation:
    """A share that was rounded the other way so that all of them make 100 still agrees."""
    stated = relation.stated
    if stated is None or relation.verdict == AGREES:
        return relation
    other = relation.tolerance + stated.half
    return (
        replace(relation, verdict=AGREES, tolerance=other) if fits(stated.value, relation.computed, other) else relation
    )


def _agreeing(relations: Sequence[Relation]) -> int:
    return sum(relation.verdict == AGREES for relation in relations)


def _against(parts: Sequence[Fact], shares: Sequence[Fact], whole: Sequence[Fact]) -> list[Relation]:
    """Each part's share of a whole, or of the sum of all parts."""
    total, spread = sum(fact.value for fact in whole), sum(fact.half for fact in whole)
    said = "+".join(plain(fact) for fact in whole)
    said = f"({said})" if len(whole) > 1 else said
    return [
        share_of(
            (part, *(fact for fact in whole if fact is not part)), part, total, spread, share, f"{plain(part)}/{said}"
        )
        for part, share in zip(parts, shares, strict=True)
    ]


def _of_them_all(page: Page, share: Fact) -> Relation | None:
    """甲乙丙三市合计占全省的 S: the list right before, as a part of a whole printed earlier. Only a fit counts."""
    if not words().share_of_all.search(page.before(share, 16)):
        return _of_list(page, share)
    before = [f for f in page.preceding(share, _BACK, _SENTENCES_TO_WHOLE) if f.measure == "level"]
    if not before:
        return None
    unbroken = _list_before(page, before)
    found = _of_sum(unbroken, before, share, 1) if len(unbroken) > 1 else None
    if found or share.sentence - before[0].sentence > 1:
        return found
    same = [f for f in before if f.unit == before[0].unit]
    lists = [same[:size][::-1] for size in range(2, min(len(same), _MOST_TOGETHER) + 1)]
    return next((r for parts in lists if (r := _of_sum(parts, before, share, len(lists)))), None)


def _of_list(page: Page, share: Fact) -> Relation | None:
    """甲A件、乙B件、丙C件，占总量的 S: a list joined by 、 throughout, and its share right behind it."""
    if not share.number or not words().share_of_list.match(page.between(page.facts[share.number - 1], share)):
        return None
    before = [f for f in page.preceding(share, _BACK, _SENTENCES_TO_WHOLE) if f.measure == "level"]
    parts = [f for f in before[:1] if f.number == share.number - 1]
    for fact in before[1:] if parts else ():
        link = page.between(fact, parts[0])
        if fact.number != parts[0].number - 1 or fact.unit != parts[0].unit or not _LISTED.match(link):
            break
        parts.insert(0, fact)
    return _of_sum(parts, before, share, 1) if len(parts) > 1 else None


def _of_sum(parts: Sequence[Fact], levels: Sequence[Fact], share: Fact, tried: int) -> Relation | None:
    """The share of a list in a level before it, when it fits too well for chance."""
    total, spread = sum(part.value for part in parts), sum(part.half for part in parts)
    wholes = [f for f in levels if f not in parts and f.unit == parts[0].unit and f.value >= total][:_WHOLES]
    for whole in wholes:
        found = _share_of_sum(parts, total, spread, whole, share)
        if found.verdict == AGREES and 2 * tried * len(wholes) * found.tolerance / whole_of(share) < _TIGHT:
            return found
    return None


def _list_before(page: Page, levels: Sequence[Fact]) -> list[Fact]:
    """The figures of an unbroken list (A、B、C) that ends with the nearest level."""
    parts = list(levels[:1])
    for later, earlier in pairwise(levels):
        adjacent = earlier.number == later.number - 1 and earlier.unit == later.unit
        if not adjacent or len(page.between(earlier, later)) > _SHORT or len(parts) == MOST_LISTED:
            break
        parts.insert(0, earlier)
    return parts


def _share_of_sum(parts: Sequence[Fact], total: float, spread: float, whole: Fact, share: Fact) -> Relation:
    scale = whole_of(share)
    tolerance = share.half + scale * (spread / whole.value + total * whole.half / whole.value**2)
    expression = f"({'+'.join(plain(part) for part in parts)})/{plain(whole)}"
    facts = (*parts, whole)

    def formula(values: Sequence[float]) -> float:
        return scale * sum(values[:-1]) / (values[-1] or math.inf)

    return related("share", facts, share, share.value, formula, tolerance, expression)
