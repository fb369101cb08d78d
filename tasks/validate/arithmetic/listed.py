"""Shares of lists: several parts and their shares in the same order (分别, 依次), or one share of them all (合计占)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, plain
from tasks.validate.arithmetic.heading import whole_of_heading
from tasks.validate.arithmetic.partitions import bearers
from tasks.validate.arithmetic.portions import TIGHT, all_forced, can_be, forced, one_of, share_of, whole_of
from tasks.validate.arithmetic.shifts import shifts_of
from tasks.validate.arithmetic.together import of_them_all
from tasks.validate.arithmetic.words import words

_MOST_LISTED = 12
_BACK = 24
_FAR = 60
_WHOLES = 8
_JOINED = re.compile(r"^(?:[、，,和与及:：∶]|以及)$")
_RATIO = re.compile(r"^[:：∶]$")
_SAID = 16
_NAMES = 30
_AND = re.compile(r"[、和与及]")
_SENTENCES_BACK = 1


def find_listed(page: Page, done: Collection[int]) -> Iterator[Relation]:
    """The shares of lists, but for shares that are explained already (`done`)."""
    for run in _runs(page):
        if not any(share.number in done for share in run):
            yield from _in_order(page, run)
        old = page.facts[max(run[0].number - len(run), 0) : run[0].number]
        if old and _takes_over(page, old, run[0]) and all(_is_share(share) for share in old):
            yield from shifts_of(page, old, run)
    for relation in _in_columns(page):
        if relation.stated and relation.stated.number not in done:
            yield relation
    for share in page.facts:
        if _is_share(share) and share.number not in done:
            found = of_them_all(page, share)
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
    """Shares that stand in a row, joined by nothing but 、 or 和, with 分别, 依次 or 结构 before the first, or by 比号.

    A list that another one takes the place of is an old one.
    """
    run: list[Fact] = []
    for fact in page.facts:
        joined = run and _is_share(fact) and run[-1].number == fact.number - 1
        if joined and _JOINED.match(page.between(run[-1], fact)):
            run.append(fact)
            continue
        if _is_list(page, run) and not _takes_over(page, run, fact):
            yield run
        run = [fact] if _is_share(fact) else []
    if _is_list(page, run):
        yield run


def _is_list(page: Page, run: Sequence[Fact]) -> bool:
    """Whether shares in a row are announced as a list, are a ratio, or take the place of the list before them."""
    return 1 < len(run) <= _MOST_LISTED and (_announced(page, run[0]) or _is_structure(page, run))


def _is_structure(page: Page, run: Sequence[Fact]) -> bool:
    """Whether the words or the signs of a list say that it is all of a structure: 5.7:49.3:45.0."""
    if words().structure_words.search(page.before(run[0], _SAID)) or _RATIO.match(page.between(*run[:2])):
        return True
    return run[0].number > 0 and _takes_over(page, [page.facts[run[0].number - 1]], run[0])


def _takes_over(page: Page, run: Sequence[Fact], share: Fact) -> bool:
    """Whether a share begins the list that takes the place of a list right before it (调整为)."""
    after = run and run[-1].number == share.number - 1 and _is_share(share)
    return bool(after) and words().gives_way.match(page.between(run[-1], share)) is not None


def _announced(page: Page, share: Fact) -> bool:
    said = page.before(share, _SAID)
    return bool(words().respectively.search(said) or words().structure_words.search(said))


def _in_order(page: Page, run: Sequence[Fact]) -> Iterator[Relation]:
    """Each part's share; said when all of them fit, or all but one of three or more."""
    candidates = [*_by_place(page, run), *_by_name(page, run), _of_totals(page, run)]
    best = max(candidates, key=_agreeing, default=[])
    named = _by_own_names(page, run)
    if _agreeing(named) and _agreeing(best) < len(run):
        yield from named
        return
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
    before = [f for f in page.preceding(run[0], 2 * len(run), 0) if f.measure == "level"][: len(run)]
    if len(before) < len(run) or words().share_of_whole not in page.before(run[0], 16):
        return []
    relations = []
    for part, share in zip(before[::-1], run, strict=True):
        tried = [one_of(part, whole, share) for whole in totals_before(page, part)]
        fine = (r for r in tried if r.verdict == AGREES and 2 * len(tried) * r.tolerance < TIGHT * whole_of(share))
        relations += [found] if (found := next(fine, None)) else []
    return relations


def _by_own_names(page: Page, run: Sequence[Fact]) -> list[Relation]:
    """分别占总户数和总人口的 S 和 T: the shares of parts in the wholes that words name."""
    said = words().wholes_named.search(page.before(run[0], _NAMES))
    names = _AND.split(said["names"]) if said else []
    parts = [f for f in page.preceding(run[0], 2 * len(run), 0) if f.measure == "level"][: len(run)][::-1]
    if len(names) != len(run) or len(parts) != len(run):
        return []
    relations: list[Relation] = []
    for name, part, share in zip(names, parts, run, strict=True):
        levels = (f for f in page.preceding(part, _FAR, _FAR) if f.measure == "level" and can_be(part, f))
        whole = next((f for f in levels if f.name.endswith(name)), None)
        relations += [one_of(part, whole, share)] if whole else []
    return relations if len(relations) == len(run) else []


def _by_name(page: Page, run: Sequence[Fact]) -> Iterator[list[Relation]]:
    """The nearest levels that bear the words of a partition (第一产业, 第二产业, 第三产业), of their sum."""
    if not _is_structure(page, run):
        return
    after = page.facts[run[-1].number + 1 : run[-1].number + 1 + _FAR]
    for near in (page.preceding(run[0], _FAR, _FAR), after):
        levels = [f for f in near if f.measure == "level" and f.value > 0]
        for partition in words().partitions:
            parts = bearers(partition, levels, page) if len(partition.parts) == len(run) else None
            if parts and len({part.unit for part in parts}) == 1:
                yield [forced(relation) for relation in _against(parts, run, parts)]


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
