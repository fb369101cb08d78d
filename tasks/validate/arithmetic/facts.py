"""What the finders work on: the figures of one document in text order, with where they stand."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasks.validate.arithmetic.amounts import Amounts

_OF = re.compile(r"[^，,。；;、]{0,6}的")
_COMPARED = re.compile(r"\s*(?:相比|相较|比较|对比)")
_CLAUSE = 40
_BRACKETED = 200
_BRACKET = re.compile(r"[（(）)]")
_CLAUSE_END = re.compile(r"[，,；;。！？\n]")
_DIGIT = re.compile(r"[0-9０-９]+(?![0-9０-９年月日号时届]|热线|平台|政务|便民)")
_LEAST_ADDED = 3
JOINED = re.compile(r"^(?:[、，,和与及]|以及)$")
"""All that stands between two figures of an unbroken list."""
_NUMBER = attrgetter("number")
AGREES, DISAGREES, NOT_COMPARABLE = "agrees", "disagrees", "not_comparable"
FAR = 0.3
"""Beyond this even a figure printed as 约 or 超 does not fit."""
COARSE = 0.27
"""A tolerance above this part of the stated figure says nothing."""
_TOO_COARSE = "the figures are printed too coarsely to tell"
LOOSE = 0.05
"""How far (relative) a figure printed as 约, 近, 余 may be from the computed one and still agree."""


Formula = Callable[[Sequence[float]], float]
"""What the values of the parts of a relation come to, parts in their order."""


# Never changed, but not frozen: there are many, and a frozen one takes three times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Fact:
    """A figure of the document. `step` is the size of its last printed digit in the base unit, 0 for exact counts."""

    number: int
    id: str
    start: int
    end: int
    mention: str
    value: float
    unit: str
    measure: str
    exact: bool
    status: str
    name: str
    indicator_id: str | None
    region: str | None
    period: str | None
    step: float
    sentence: int

    @property
    def half(self) -> float:
        """The most that rounding can have moved the figure."""
        return self.step / 2


@dataclass(frozen=True, slots=True)
class Relation:
    """One piece of arithmetic; `parts` are facts, `stated` the one that prints the result (None: nothing is printed).

    `stated_value` is signed as the words say (下降2.7% is −2.7), as is `computed`, which `formula` makes of the
    values of the parts.
    """

    kind: str
    parts: tuple[Fact, ...]
    stated: Fact | None
    stated_value: float | None
    computed: float
    unit: str
    tolerance: float
    expression: str
    verdict: str
    why: str | None = None
    formula: Formula | None = field(default=None, compare=False, repr=False)


class Page:
    """The facts of one document in text order, and the text between them."""

    def __init__(self, facts: Sequence[Fact], text: str) -> None:
        self.facts = facts
        self.text = text
        self.by_sentence: dict[int, list[Fact]] = {}
        self.own_words: dict[int, str] = {}
        self.old: dict[int, bool] = {}
        self.has_balance: bool | None = None
        self.amounts: Amounts | None = None
        for fact in facts:
            self.by_sentence.setdefault(fact.sentence, []).append(fact)

    @cached_property
    def measures(self) -> frozenset[str]:
        """What the figures measure: where nothing tells a share or a change, none need be looked for."""
        return frozenset(fact.measure for fact in self.facts)

    @cached_property
    def addable(self) -> frozenset[tuple[str, str]]:
        """The units and kinds that enough figures share for one of them to be the sum of others."""
        counted = Counter((fact.unit, fact.measure) for fact in self.facts)
        return frozenset(key for key, count in counted.items() if count >= _LEAST_ADDED)

    @cached_property
    def totals(self) -> dict[str, list[Fact]]:
        """By unit and status the levels that are above all of their unit before them, in text order."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            if fact.measure == "level":
                above = found.setdefault(f"{fact.unit} {fact.status}", [])
                if not above or fact.value > above[-1].value:
                    above.append(fact)
        return found

    def levels_before(self, fact: Fact) -> Iterator[Fact]:
        """The levels of its unit before a fact, nearest first."""
        levels = self.by_unit.get(fact.unit, [])
        return map(levels.__getitem__, range(bisect_left(levels, fact.number, key=_NUMBER) - 1, -1, -1))

    def has_level(self, unit: str, value: float, room: float) -> bool:
        """Whether a level of a unit is printed that is a value but for so much, and its own rounding."""
        values, half = self._values.get(unit, ((), 0.0))
        near = room + half + 1e-6 * abs(value)
        at = bisect_left(values, value - near)
        return at < len(values) and values[at] <= value + near

    @cached_property
    def _values(self) -> dict[str, tuple[list[float], float]]:
        """By unit the values of the levels in rising order, and the most that rounding can have moved one."""
        return {
            unit: (sorted(fact.value for fact in levels), max(fact.half for fact in levels))
            for unit, levels in self.by_unit.items()
        }

    @cached_property
    def by_unit(self) -> dict[str, list[Fact]]:
        """By unit the levels in text order."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            if fact.measure == "level":
                found.setdefault(fact.unit, []).append(fact)
        return found

    def between(self, left: Fact, right: Fact) -> str:
        """The text between two facts, at most 80 characters of it."""
        end = left.end + 80
        return self.text[left.end : right.start if right.start < end else end]

    def before(self, fact: Fact, size: int) -> str:
        """The text of that size before a fact, not past the fact before it."""
        start, floor = fact.start - size, self.facts[fact.number - 1].end if fact.number else 0
        return self.text[start if start > floor else floor : fact.start]

    def after(self, fact: Fact, size: int) -> str:
        """The text of that size after a fact."""
        return self.text[fact.end : fact.end + size]

    def unread(self, first: Fact, last: Fact) -> bool:
        """Whether digits, dates apart, stand between two facts or before the first in its clause that no fact covers.

        A list with such a gap is not known in full, so nothing follows from its sum.
        """
        clause = _CLAUSE_END.split(self.text[max(first.start - _CLAUSE, 0) : first.start])[-1]
        previous = self.facts[first.number - 1] if first.number else None
        if previous is None or previous.end <= first.start - len(clause):
            gaps = [clause]
        else:
            gaps = [self.text[previous.end : first.start]]
        chain = self.facts[first.number : last.number + 1]
        gaps += [self.text[left.end : right.start] for left, right in pairwise(chain)]
        return any(_DIGIT.search(gap) for gap in gaps)

    def shut_in(self, fact: Fact, later: Fact) -> bool:
        """Whether a fact stands in brackets that close before a later one."""
        depth = 0
        for sign in _BRACKET.findall(self.text, fact.end, min(later.start, fact.end + _BRACKETED)):
            depth += (sign in "（(") - (sign in "）)")
            if depth < 0:
                return True
        return False

    def in_other_units(self, fact: Fact) -> bool:
        """Whether a figure says the one before it again in brackets: 815千公顷（1222万亩）."""
        before = self.facts[fact.number - 1]
        if not fact.number or self.text[before.end : fact.start] not in ("（", "("):
            return False
        return self.text[fact.end : fact.end + 1] in ("）", ")") and fact.unit != before.unit

    def is_compared(self, fact: Fact) -> bool:
        """Whether a figure is the old one that another is held against: 与上次的 fact 相比."""
        return _COMPARED.match(self.text[fact.end : fact.end + 4]) is not None

    def aside(self, fact: Fact) -> bool:
        """Whether a level is none that a change beside it can belong to."""
        return self.is_base(fact) or self.in_other_units(fact) or self.is_compared(fact)

    def is_base(self, fact: Fact) -> bool:
        """Whether a level is printed only as what a share is taken of: 占年初预算 fact 的43.2%."""
        return fact.number in self._bases

    @cached_property
    def _bases(self) -> frozenset[int]:
        """The numbers of the levels right before the 的 of a share."""
        pairs = ((left, right) for left, right in pairwise(self.facts) if right.measure == "share")
        of = (left for left, right in pairs if left.measure == "level" and _OF.fullmatch(self.between(left, right)))
        return frozenset(fact.number for fact in of)

    def following(self, fact: Fact, limit: int) -> Sequence[Fact]:
        """The next facts of the same sentence."""
        return [f for f in self.facts[fact.number + 1 : fact.number + 1 + limit] if f.sentence == fact.sentence]

    def preceding(self, fact: Fact, limit: int, sentences: int = 0) -> Sequence[Fact]:
        """The facts before, nearest first, up to so many sentences back."""
        window = self.facts[max(fact.number - limit, 0) : fact.number]
        return [f for f in reversed(window) if fact.sentence - f.sentence <= sentences]


def fits(stated: float, computed: float, tolerance: float) -> bool:
    """Whether two figures are the same but for rounding."""
    room = abs(stated - computed) - tolerance * (1 + 1e-9)
    return room <= 0 or room <= 1e-9 * max(abs(stated), abs(computed), 1.0)


def related(
    kind: str,
    parts: Sequence[Fact],
    stated: Fact,
    stated_value: float,
    formula: Formula,
    tolerance: float,
    expression: str,
) -> Relation:
    """A relation whose verdict follows from its figures."""
    computed = formula([part.value for part in parts])
    verdict, why = weigh(stated_value, computed, tolerance, (*parts, stated))
    if verdict == AGREES and not fits(stated_value, computed, tolerance):
        # Loose figures (about, over) leave this room; the row says so, that its verdict follow from it.
        tolerance = max(tolerance, LOOSE * max(abs(stated_value), abs(computed)))
    return Relation(
        kind, tuple(parts), stated, stated_value, computed, stated.unit, tolerance, expression, verdict, why, formula
    )


def less(values: Sequence[float]) -> float:
    """One figure less another."""
    return values[0] - values[1]


def quotient(values: Sequence[float]) -> float:
    """One figure divided by another; nothing comes of a division by 0."""
    return values[0] / values[1] if values[1] else 0.0


def apart(relation: Relation, why: str) -> Relation:
    """The same relation as not comparable, for that reason."""
    return replace(relation, verdict=NOT_COMPARABLE, why=why)


def weigh(stated: float, computed: float, tolerance: float, facts: Sequence[Fact]) -> tuple[str, str | None]:
    """Agrees or disagrees by tolerance; figures printed as about or over are loose, those that come out to the digit
    agree however coarse they are. With a loose figure it agrees within LOOSE and disagrees beyond FAR.
    """
    nought = not stated and facts[-1].measure == "growth" and tolerance <= facts[-1].step
    if fits(stated, computed, tolerance):
        exact = math.isclose(stated, computed, rel_tol=1e-9) or not tolerance
        fine = exact or nought or tolerance <= COARSE * abs(stated)
        return (AGREES, None) if fine else (NOT_COMPARABLE, _TOO_COARSE)
    if all(fact.exact for fact in facts):
        return DISAGREES, None
    gap = abs(stated - computed) / max(abs(stated), abs(computed))
    if gap <= LOOSE:
        return AGREES, None
    if gap > FAR and tolerance <= COARSE * abs(stated):
        return DISAGREES, None
    return NOT_COMPARABLE, "a figure is printed as about, over or under"


def figure(value: float) -> str:
    """A value for an expression, as short as it is exact."""
    return f"{value:.10g}"


def plain(fact: Fact) -> str:
    """The value of a fact for an expression."""
    return figure(fact.value)
