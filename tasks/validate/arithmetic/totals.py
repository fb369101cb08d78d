"""Totals found by search: figures that stand together and come to a figure printed elsewhere, too exactly for chance.

Nothing in the words binds these figures to each other, so only a fit is reported, and only where chance would hardly
make one: the tries, each with the room that rounding leaves it, must stay under `_CHANCE`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.adding import common_step, finest_step, halves_of, is_threshold, room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.grids import are_cells
from tasks.validate.arithmetic.paired import find_paired
from tasks.validate.arithmetic.partitions import is_balance
from tasks.validate.arithmetic.words import words

_CHANCE = 0.02
_MOST_PARTS = 12
_MOST_WHOLES = 6
_WHOLE_BACK = 60
_MOST_SENTENCES = 8
_MOST_ROWS = 10
_HEAD = 3
_LIKELY = 0.05
_MANY = 3
_STRICT = 4
_LONG = 1000.0
_LONGEST_CLAUSE = 200
_SEMICOLON = re.compile(r"[；;]")
_Group = Sequence[Fact]
_Counted = dict[str, list[Fact]]


def find_totals(page: Page) -> Iterator[Relation]:
    """Every total of all the counts of one unit that a sentence, or sentences in a row, print."""
    if not any(measure == "level" for _, measure in page.addable):
        return
    prose = [sentence for sentence in page.by_sentence.values() if not _is_row(page, sentence)]
    yield from _found(page, [counted for sentence in prose if (counted := _by_unit(page, sentence))], 1)
    if len({fact.status for fact in page.facts if fact.measure == "level"}) > 1:
        # 已解决A件，计划解决B件: what is planned may be a part too.
        every = [_by_unit(page, sentence, apart=False) for sentence in prose]
        yield from _found(page, [counted for counted in every if counted], 2)
    yield from find_paired(page)


def _is_row(page: Page, sentence: _Group) -> bool:
    """Whether the figures of a sentence stand in the cells of a row, whose arithmetic the rows of its table tell."""
    return len(sentence) > 1 and all(are_cells(page, left, right) for left, right in pairwise(sentence))


def _found(page: Page, sentences: Sequence[_Counted], strict: int) -> Iterator[Relation]:
    for place, counted in enumerate(sentences):
        for unit, group in counted.items():
            yield from _in_one(page, group, strict) if len(group) > 1 else ()
            for rows, passed in _in_a_row(sentences, place, unit):
                yield from _of_earlier(page, rows, strict=passed * strict)
                # 801件中，已解决564件。另有207件…。30件…: the first one is announced as the whole.
                headed = len(rows) > _MANY and _one_of_the_other(page, rows[0], rows[1])
                found = fitting(rows[0], rows[1:], _STRICT * passed * strict) if headed else None
                yield from [found] if found else []
        for whole in sentences[max(place - _HEAD, 0) : place] if len(counted) > 1 else ():
            yield from _columns(whole, sentences[place : place + _MOST_ROWS])


def _in_one(page: Page, group: _Group, strict: int) -> Iterator[Relation]:
    """The totals of counts of one unit that a sentence prints."""
    yield from _within(page, group)
    yield from _in_brackets(page, group)
    yield from _of_earlier(page, group, overlaps=True, strict=strict)
    yield from _beginnings(page, group)
    clauses = _clauses(page, group)
    yield from _heads_of(page, clauses)
    for clause in clauses:
        yield from _of_earlier(page, clause, strict=_STRICT * strict)


def _heads_of(page: Page, clauses: Sequence[_Group]) -> Iterator[Relation]:
    """W件。其中，投诉 A件，…办结 a件；举报 B件，…办结 b件: the first figures of the clauses that 其中 leads to."""
    if not clauses:
        return
    first, heads = clauses[0][0], [clause[0] for clause in clauses]
    before = page.facts[first.number - 1] if first.number else None
    if before and words().parts_in_next_sentence.search(page.between(before, first)):
        yield from _of_earlier(page, heads, strict=_STRICT)
    elif len(clauses[0]) > 1 and words().parts_follow.search(page.between(*clauses[0][:2])):
        found = fitting(first, [clauses[0][1], *heads[1:]], _STRICT)
        yield from [found] if found else []


def _beginnings(page: Page, group: _Group) -> Iterator[Relation]:
    """Of the counts of a sentence the first ones as the parts of a figure before it: the others go on about those."""
    made = group[0].value
    for size in range(2, min(len(group), _MOST_PARTS)):
        made += group[size - 1].value
        if made >= _LONG and page.has_level(group[0].unit, made, halves_of(group[:size])):
            found = next(_of_earlier(page, group[:size], strict=_STRICT**3 * size), None)
            if found and found.stated:
                yield found
                return


def divided_again(page: Page, found: Relation) -> Iterator[Relation]:
    """总人口中，男 A，女 B；少儿 C，成年 D，老年 E: what follows a list that makes a whole may make it once more."""
    last, whole = found.parts[-1], found.stated
    if whole is None or found.verdict != AGREES or last.measure != "level" or last.number < whole.number:
        return
    after = (f for f in page.following(last, 2 * _MOST_PARTS) if f.unit == last.unit and f.measure == "level")
    rest: list[Fact] = []
    for fact in after:
        rest.append(fact)
        again = fitting(whole, rest, _STRICT) if len(rest) > 1 else None
        if again:
            yield again
            rest = []


def _columns(whole: _Counted, sentences: Sequence[_Counted]) -> Iterator[Relation]:
    """发生26起、死亡107人。甲类3起、死亡11人。乙类…: columns of several units, each of which comes to its total.

    Small counts fit by chance; that all of their columns do is none.
    """
    units = [unit for unit in whole if unit in sentences[0]]
    if len(units) < 2:
        return
    for last in range(1, len(sentences)):
        rows = sentences[: last + 1]
        if any(len(row.get(unit, ())) != 1 for row in (rows[-1], whole) for unit in units):
            return
        made = [(whole[unit][0], [row[unit][0] for row in rows]) for unit in units if len(sentences[0][unit]) == 1]
        chance = float(_MOST_ROWS)
        for each, parts in made:
            chance *= max(2 * room_of(each, parts), common_step((each, *parts))) / each.value
        if len(made) > 1 and chance <= _CHANCE and all(fits(w.value, sum_of(p), room_of(w, p)) for w, p in made):
            yield from (total(each, parts) for each, parts in made)
            return


def _by_unit(page: Page, facts: Sequence[Fact], *, apart: bool = True) -> _Counted:
    """The levels of a sentence by unit and kind, without parts of parts, balances and bases of shares."""
    groups: _Counted = {}
    for fact in facts:
        if fact.measure != "level" or fact.value <= 0 or page.is_base(fact) or is_balance(fact, page):
            continue
        if is_threshold(page, fact):
            continue
        group = groups.setdefault(f"{fact.unit} {fact.status}" if apart else fact.unit, [])
        if not (group and _of_a_part(page, fact)):
            group.append(fact)
    return groups


def _clauses(page: Page, group: _Group) -> list[list[Fact]]:
    """The counts of a sentence by its clauses, where a semicolon parts them: 交办A件，直办B件；回复C件，逾期D件."""
    clauses = [list(group[:1])]
    for left, right in pairwise(group):
        if _SEMICOLON.search(page.text[left.end : min(right.start, left.end + _LONGEST_CLAUSE)]):
            clauses.append([])
        clauses[-1].append(right)
    return clauses if len(clauses) > 1 else []


def _of_a_part(page: Page, fact: Fact) -> bool:
    """Whether a figure is printed as part of the one before it: （含6例…, （其中男性8人."""
    before = page.facts[fact.number - 1]
    return before.sentence == fact.sentence and words().bracketed_part.match(page.between(before, fact)) is not None


def _in_a_row(sentences: Sequence[_Counted], place: int, unit: str) -> Iterator[tuple[list[Fact], int]]:
    """The counts of a sentence together with those of the next ones, and the first counts of each.

    A sentence that counts in other units only may stand between; then the fit must be the finer.
    """
    rows, heads, passed, strict = list(sentences[place][unit]), list(sentences[place][unit][:1]), 0, 1
    for counted in sentences[place + 1 : place + _MOST_SENTENCES]:
        more = counted.get(unit)
        if more is None:
            passed, strict = passed + 1, _STRICT
            if passed > 1:
                return
            continue
        passed = 0
        rows, heads = [*rows, *more], [*heads, more[0]]
        yield rows, strict
        if 2 < len(heads) < len(rows):
            yield heads, _STRICT


def _within(page: Page, group: _Group) -> Iterator[Relation]:
    """The first figure of a sentence, or the last one, as the total of all others, or of all others but one."""
    if not 2 < len(group) <= _MOST_PARTS:
        return
    for whole, parts in ((group[0], group[1:]), (group[-1], group[:-1])):
        found = fitting(whole, parts, tries=1)
        if found:
            yield found
            return
    yield from _but_one(group[0], group[1:], tries=_STRICT * len(group))


def _but_one(whole: Fact, parts: _Group, tries: int) -> Iterator[Relation]:
    """The total of all parts but one, which overlaps with the others."""
    for left_out in range(len(parts) if len(parts) > 2 else 0):
        # The first one may be of another division: 人员 N，其中女性 M，青年 A，中年 B，老年 C.
        likely = left_out == 0 and len(parts) > _MANY
        rest = parts[left_out + 1 :]
        found = fitting(whole, [*parts[:left_out], *rest], 2 if likely else tries)
        if found and left_out and _is_divided(parts[left_out], rest):
            found = total(whole, parts[: left_out + 1])  # the rest divides the one that was left out
        if found:
            yield found
            return


def _is_divided(whole: Fact, rest: _Group) -> bool:
    return len(rest) > 1 and fits(whole.value, sum_of(rest), room_of(whole, rest))


def _in_brackets(page: Page, group: _Group) -> Iterator[Relation]:
    """7例（甲省4例，乙省2例，丙省1例）: a list that fills the brackets right behind a figure. Only a fit counts."""
    for place, whole in enumerate(group[:-2]):
        opened = page.between(whole, group[place + 1])
        if group[place + 1].number != whole.number + 1 or not words().opens_list.search(opened):
            continue
        parts = [fact for fact in group[place + 1 :] if _same_brackets(page, whole, fact)]
        if len(parts) > 1 and fits(whole.value, sum_of(parts), room_of(whole, parts)):
            yield total(whole, parts)


def _same_brackets(page: Page, whole: Fact, part: Fact) -> bool:
    """Whether a part stands in the brackets that open behind a figure."""
    text = page.text[whole.end : part.start]
    return len(text) < 20 * _MOST_PARTS and text.count("（") + text.count("(") == 1 and not set(text) & set("）)")


def _of_earlier(page: Page, group: _Group, *, overlaps: bool = False, strict: int = 1) -> Iterator[Relation]:
    """All counts of a group, or all but one where they may overlap, as the parts of a figure that stands before it."""
    if not 1 < len(group) <= _MOST_PARTS:
        return
    made, room = sum_of(group), halves_of(group)
    all_fit = page.has_level(group[0].unit, made, room)
    overlaps = overlaps and any(page.has_level(fact.unit, made - fact.value, room) for fact in group)
    if not (all_fit or overlaps) or _one_of_the_other(page, *group[:2]):
        return
    wholes = _wholes(page, group)
    for place, whole in enumerate(wholes):
        # The nearest whole is the likeliest: it is one try, the next one the second.
        found = fitting(whole, group, tries=strict * (place + 1))
        if found:
            yield found
            return
    for whole in wholes if overlaps else ():
        yield from _but_one(whole, group, tries=_STRICT * len(wholes) * len(group))


def _one_of_the_other(page: Page, first: Fact, second: Fact) -> bool:
    """Whether the second figure is printed as some of the first: 当选的61名中，女性9名."""
    return second.number == first.number + 1 and words().among.search(page.between(first, second)) is not None


def _wholes(page: Page, group: _Group) -> list[Fact]:
    """The nearest figures before a group that are large enough to be its total, one of each value."""
    largest, mixed = max(fact.value for fact in group), len({fact.status for fact in group}) > 1
    first = group[0]
    found: dict[float, Fact] = {}
    for fact in page.levels_before(first):
        if first.number - fact.number > _WHOLE_BACK or first.sentence - fact.sentence > _WHOLE_BACK:
            break
        if fact.value > largest and (mixed or fact.status == first.status) and not page.is_base(fact):
            found.setdefault(fact.value, fact)
            if len(found) == _MOST_WHOLES:
                break
    return list(found.values())


def fitting(whole: Fact, parts: _Group, tries: int) -> Relation | None:
    """The total, where it fits and so many tries would hardly make it fit by chance."""
    room = room_of(whole, parts)
    if not fits(whole.value, sum_of(parts), room):
        return None
    facts = (whole, *parts)
    # To the digit of the finest of them is no more likely than that digit is.
    hit = math.isclose(whole.value, sum_of(parts), rel_tol=1e-12)
    wide = finest_step(facts) if hit else max(2 * room, common_step(facts))
    sure = all(fact.exact for fact in (whole, *parts))
    chance = (_LIKELY if len(parts) > _MANY else _CHANCE) if sure else _CHANCE / 4
    if tries * wide > chance * whole.value:
        return None
    if room >= min(part.value for part in parts) or max(part.value for part in parts) >= whole.value:
        return None
    found = total(whole, parts)
    return found if found.verdict == AGREES else None
