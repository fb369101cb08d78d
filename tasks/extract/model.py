"""What the reader passes from hand to hand: plain frozen records with code point offsets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Article(NamedTuple):
    """A document as the reader takes it. `published_at` is ISO 8601, a date or a date with time."""

    doc: str
    text: str
    title: str | None = None
    published_at: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read with its unit: `text[start:end]` is the mention, values are in the base unit.

    `number_end` is where the number stops and the unit begins (equal to `end` when no unit is printed).
    `kind` is number, percent, money, quantity, range, ordinal, rank, ratio or multiple.
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    value_high: Decimal | None
    unit: str
    kind: str
    qualifier: str = "exact"


class Reject(NamedTuple):
    """Digits or numerals that are no measurement, and the rule that says so.

    `why` is date, name, phone, licence, idiom, ordinal or furniture.
    """

    start: int
    end: int
    why: str
    rule: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, a period or a duration as printed; `value` is ISO 8601, periods end inclusive.

    `kind` is date, period or duration; for a duration `value` is the number and `unit` the unit. `value` is empty for a
    relative expression without a publication date. `role` says what the expression does in its sentence: anchor, base
    (较2022年), same (同期), since (以来), until (2025年前), span (五年来), now (目前), attribute (为期三年), title
    (《…》) or plain duration.
    """

    start: int
    end: int
    kind: str
    value: str
    unit: str | None = None
    role: str = "anchor"


class RegionMention(NamedTuple):
    """A place name as printed: six-digit code, full official name, level."""

    start: int
    end: int
    code: str | None
    name: str
    level: str


class Observation(NamedTuple):
    """A quantity with everything that a statistics table asks of it."""

    doc: str
    start: int
    end: int
    mention: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    measure: str
    qualifier: str
    status: str
    region_code: str | None
    region: str | None
    period: str | None
    baseline: str | None
    baseline_period: str | None
    indicator: str
    indicator_id: str | None
    indicator_name: str | None
    theme: str | None
    confidence: float
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of a text for `zhibiao parse`, observation or not.

    `kind` is number, percent, money, quantity, range, ordinal, date, period, duration or region. `value` is a number in
    the base unit, ISO 8601 text for dates and periods, the six-digit code for regions (`name`: the full official name).
    """

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | str | None
    value_high: Decimal | None
    unit: str | None
    qualifier: str
    name: str | None
