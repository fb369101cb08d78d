"""What is no measurement, and why: dates, names, ordinals, idioms, codes. `read_numbers` is the reader's entry.

Each rule looks at one number in its surroundings and gives a reason and its own name, so that a decision can be shown.
The first rule that speaks decides; a number that no rule turns down is a quantity.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tasks.extract import rejects_ages as ages
from tasks.extract import rejects_comparisons as comparisons
from tasks.extract import rejects_groups as groups
from tasks.extract import rejects_limits as limits
from tasks.extract import rejects_lists as lists
from tasks.extract import rejects_names as names
from tasks.extract import rejects_ones as ones
from tasks.extract import rejects_ranks as ranks
from tasks.extract import rejects_scales as scales
from tasks.extract import rejects_specs as specs
from tasks.extract import rejects_stops as stops
from tasks.extract import rejects_worked as worked
from tasks.extract.amounts import Amount, fold
from tasks.extract.dates import find_dates
from tasks.extract.genres import by_genre, genres_of
from tasks.extract.model import Quantity, Reject, TimeExpression
from tasks.extract.numbers import EXACT
from tasks.extract.quantities import amounts, quantity_of
from tasks.extract.rates_carried import (
    goes_on_as_index,
    moves_ratio,
    told_against_index,
    told_as_change,
    told_as_old,
    with_carried_money,
    with_carried_rate,
    with_carried_unit,
    with_points,
)
from tasks.extract.rejects_context import Place, Verdict
from tasks.extract.tables import table_cells
from tasks.extract.tables_units import Measure

_QUOTES = re.compile(r"《[^》\n]{1,80}》|“[^”\n]{1,40}”|「[^」\n]{1,40}」|‘[^’\n]{1,30}’|\"[^\"\n]{1,40}\"")
_WIDTH, _RANKING = 16, ("第", "前")
# 每3个安康人中就有1个: people are counted.
_ONE_IN_PEOPLE = re.compile(r"[\u3400-\u9fff]{0,6}人(?:[当之]?中|里[头面边]?)，?(?:就|便)?有\d")

Rule = Callable[[Place], Verdict | None]
RULES: tuple[Rule, ...] = (
    names.title,
    names.latin,
    names.joined,
    names.ordinal,
    names.definition,
    worked.option,
    worked.term,
    worked.setting,
    worked.room,
    worked.address,
    worked.paper,
    worked.way,
    worked.legal_term,
    worked.step,
    worked.example,
    names.known,
    by_genre,
    names.bare,
    names.quoted,
    groups.per_many,
    groups.level_name,
    specs.spec,
    specs.device,
    specs.institute,
    specs.discount,
    lists.list_counter,
    lists.list_head,
    worked.brought_together,
    groups.set_phrase,
    scales.round_numeral,
    scales.result,
    names.spoken,
    ones.each_one,
    names.chinese_form,
    groups.time_span,
    groups.half_gone,
    limits.inclusive,
    limits.grade,
    limits.day_limit,
    ages.age_limit,
    limits.penalty,
    limits.threshold,
    limits.size_class,
    limits.whoever,
    limits.share_threshold,
    limits.apart,
    groups.reach,
    groups.floor_number,
    stops.listed_place,
    comparisons.comparison,
)

# A share in digits can only be turned down by where it stands.
_PLAIN_RULES = (
    names.title,
    names.latin,
    names.ordinal,
    names.definition,
    worked.option,
    worked.term,
    worked.setting,
    by_genre,
    names.quoted,
)
_SHARE_RULES = (*_PLAIN_RULES, worked.step, specs.discount, limits.share_threshold)
_COUNT_RULES = (
    *_PLAIN_RULES,
    worked.room,
    worked.address,
    worked.paper,
    worked.way,
    limits.day_limit,
    limits.size_class,
    limits.whoever,
    names.joined,
    groups.per_many,
    groups.level_name,
    specs.spec,
    specs.institute,
    groups.floor_number,
    stops.listed_place,
    lists.list_counter,
    lists.list_head,
    worked.brought_together,
    groups.set_phrase,
    comparisons.comparison,
    names.spoken,
)
# Rules that only speak where one of these stands next to the number.
_MARK_RULES = (names.ordinal, names.definition, names.joined, worked.option, worked.term, worked.setting)
_MARKS_BEFORE = worked.MARKS_BEFORE | frozenset("第前、和与及+＋=＝")
_MARKS_BEHIND = worked.MARKS_BEHIND | frozenset("+＋=＝")
_COUNTED = frozenset(("thing", "person", "household", "event", "place"))


@dataclass(frozen=True, slots=True)
class NumberReading:
    """Every number of a text: those that measure something, and those that do not, each in text order."""

    quantities: list[Quantity]
    rejects: list[Reject]


def read_numbers(
    text: str,
    dates: Sequence[TimeExpression] | None = None,
    published_at: str | None = None,
    title: str | None = None,
) -> NumberReading:
    """Quantities and rejects of a text; `dates` are its time expressions when the caller has them already, its `title`
    can say what the cells of its tables are measured in."""
    if dates is None:
        dates = find_dates(text, published_at)
    folded = fold(text)
    spans = [(d.start, d.end) for d in dates if d.kind != "duration"]
    rejects = [Reject(start, end, "date", "date") for start, end in spans]
    quantities: list[Quantity] = []
    _sort_out(folded, spans, quantities, rejects, title)
    counted = {(quantity.start, quantity.end) for quantity in quantities}
    rejects = [reject for reject in rejects if (reject.start, reject.end) not in counted]
    rejects.sort(key=lambda reject: reject.start)
    return NumberReading(quantities, rejects)


def _sort_out(
    text: str,
    dates: list[tuple[int, int]],
    quantities: list[Quantity],
    rejects: list[Reject],
    title: str | None,
) -> None:
    """Put every number of a folded text that is no date into one of the two lists."""
    genres = genres_of(text)
    cells, labels = table_cells(text, title)
    label_starts = [start for start, _ in labels]
    quotes = [match.span() for match in _QUOTES.finditer(text)]
    quote_starts = [start for start, _ in quotes]
    date_starts = [start for start, _ in dates]
    floor = 0
    for amount in amounts(text):
        at = bisect_right(date_starts, amount.end - 1) - 1
        cell = cells.get(amount.number_start) if cells and amount.unit is None else None
        # Eight digits of a cell that has a unit are no date, but its year or month is.
        if at >= 0 and dates[at][1] > amount.start and (cell is None or not _is_long(amount, dates[at])):
            continue
        place = _place(text, amount, quotes, quote_starts, genres)
        measured: Quantity | None
        if cell is not None:
            verdict, measured = by_genre(place) if genres else None, _of_cell(amount, cell)
        else:
            last = quantities[-1] if quantities else None
            measured = _carried(text, amount, last, floor)
            verdict = None if measured is not None else judge(place)
            if measured is None and verdict is None and labels and _within(text, amount, labels, label_starts):
                verdict = ("name", "row label")
            measured = measured or (_finished(text, place, floor, quantities) if verdict is None else None)
            floor = amount.end
        if verdict is not None:
            rejects.append(Reject(amount.start, amount.end, *verdict))
        elif measured is not None:
            quantities.append(measured)


def _carried(text: str, amount: Amount, last: Quantity | None, floor: int) -> Quantity | None:
    """A bare number that goes on with the one before it, in its unit; None for one that does not."""
    kind = _carried_kind(text, amount, last) if last is not None else ""
    return replace(quantity_of(text, amount, floor), unit=last.unit, kind=kind) if last is not None and kind else None


def _carried_kind(text: str, amount: Amount, last: Quantity) -> str:
    """The kind of figure that a bare number is behind one that it goes on with; "" where it does not go on."""
    if told_as_change(text, amount, last) or moves_ratio(text, amount, last):
        return "moved" if last.unit == "倍" or last.kind == "ratio" else last.kind
    goes_on = goes_on_as_index(text, amount, last) or told_against_index(text, amount, last)
    return last.kind if goes_on or told_as_old(text, amount, last) else ""


def _is_long(amount: Amount, date: tuple[int, int]) -> bool:
    """Whether a date is no more than the eight digits of a number."""
    return date == (amount.start, amount.end) and amount.end - amount.start == len("20470101")


def _within(text: str, amount: Amount, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    """Whether a number is part of a word inside one of the spans (0-14岁 in the label of a row), no cell of its own."""
    at = bisect_right(starts, amount.start) - 1
    if at < 0 or spans[at][1] < amount.end:
        return False
    alone = text[amount.start - 1 : amount.start].isspace() and not text[amount.end : amount.end + 1].strip()
    return not alone or amount.start == spans[at][0]


def _place(
    text: str, amount: Amount, quotes: list[tuple[int, int]], starts: list[int], genres: frozenset[str]
) -> Place:
    quote = ""
    if starts:
        at = bisect_right(starts, amount.start) - 1
        if at >= 0 and quotes[at][1] >= amount.end:
            quote = text[quotes[at][0] : quotes[at][1]]
    before = text[max(0, amount.start - _WIDTH) : amount.start]
    after = text[amount.end : amount.end + _WIDTH]
    return Place(text, amount, before, after, quote, genres, before.rstrip()[-1:], after.lstrip()[:1])


def _of_cell(amount: Amount, cell: Measure) -> Quantity:
    """The number of a table cell, measured as its header says."""
    value = EXACT.multiply(amount.value, cell.factor)
    return Quantity(amount.start, amount.end, amount.end, value, None, cell.unit, cell.kind)


def _finished(text: str, place: Place, floor: int, before: Sequence[Quantity]) -> Quantity:
    """The quantity; a rank takes its 第 or 前 in, the one of 12个人中就有一个 counts what the last number counts."""
    amount, last = place.amount, before[-1] if before else None
    if ranks.is_rank(place):
        bound = "max" if place.before.endswith("前") else "exact"
        return Quantity(amount.start - 1, amount.end, amount.number_end, amount.plain, None, "名次", "rank", bound)
    if ranks.is_placed(place):
        return Quantity(amount.start, amount.end, amount.number_end, amount.plain, amount.high, "名次", "rank")
    quantity = with_points(text, with_carried_rate(text, quantity_of(text, amount, floor), last))
    if amount.elided:
        quantity = with_carried_money(text, with_carried_unit(text, quantity, last), before)
    if amount.form == "part" and text[amount.start] == "千":
        high = None if quantity.value_high is None else EXACT.multiply(quantity.value_high, 10)
        return replace(quantity, value=EXACT.multiply(quantity.value, 10), value_high=high, unit="‰")
    if quantity.unit == "个" and _ONE_IN_PEOPLE.match(text, quantity.end):
        return replace(quantity, unit="人")
    if quantity.unit == "个" and last is not None and ones.one_of_those(place, last.end):
        return replace(quantity, unit=last.unit)
    return quantity


def _rules_for(place: Place) -> tuple[Rule, ...]:
    """The rules that can turn the number down: most numbers have no quotation, genre or mark for some rules to ask."""
    amount = place.amount
    marked = place.last in _MARKS_BEFORE or place.first in _MARKS_BEHIND
    share = amount.form == "arabic" and amount.kind == "percent"
    count = amount.form == "arabic" and amount.dimension in _COUNTED
    return _rules(share, count, place.quote != "", bool(place.genres), marked)


@cache
def _rules(share: bool, count: bool, quoted: bool, of_genre: bool, marked: bool) -> tuple[Rule, ...]:
    left_out: set[Rule] = set() if quoted else {names.title, names.quoted}
    left_out |= set() if of_genre else {by_genre}
    left_out |= set() if marked else set(_MARK_RULES)
    return tuple(rule for rule in (_SHARE_RULES if share else _COUNT_RULES if count else RULES) if rule not in left_out)


def judge(place: Place) -> Verdict | None:
    """The first rule that rejects the number, or None for a measurement."""
    if place.last in _RANKING and not place.quote and place.before.endswith(_RANKING) and ranks.is_rank(place):
        return by_genre(place)
    for rule in _rules_for(place):
        verdict = rule(place)
        if verdict is not None:
            return verdict
    return None
