"""What is no measurement, and why: dates, names, ordinals, idioms, codes, thresholds. `read_numbers` is the reader's entry.

Each rule looks at one number in its surroundings and gives a reason and its own name, so that a decision can be shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tasks.extract.amounts import Amount, fold
from tasks.extract.model import Quantity, Reject, TimeExpression
from tasks.extract.quantities import amounts, quantity_of

Verdict = tuple[str, str]

_QUOTES = re.compile(r"《[^》\n]{1,80}》|“[^”\n]{1,40}”|「[^」\n]{1,40}」|‘[^’\n]{1,30}’|\"[^\"\n]{1,40}\"")
_RANK_BEFORE = re.compile(
    r"(?:排|列|居|位|名次|升|跃|进入|保持|稳居|占据|夺得|获得?|拿下|成为|全国|全省|全市|世界|全球|总量|规模)[^，。；\d]{0,12}$"
)
_SLOGAN = re.compile(r"[不大化有改级类重联双保字]")


@dataclass(frozen=True, slots=True)
class NumberReading:
    """Every number of a text: those that measure something, and those that do not, each in text order."""

    quantities: list[Quantity]
    rejects: list[Reject]


class _Place(NamedTuple):
    """One number in its surroundings."""

    text: str
    amount: Amount
    before: str
    after: str
    quote: str


def read_numbers(
    text: str, dates: Sequence[TimeExpression] | None = None, published_at: str | None = None
) -> NumberReading:
    """Quantities and rejects of a text; `dates` are its time expressions when the caller has them already."""
    if dates is None:
        dates = _dates(text, published_at)
    folded = fold(text)
    spans = [(d.start, d.end) for d in dates if d.kind != "duration"]
    rejects = [Reject(start, end, "date", "date") for start, end in spans]
    quotes = [match.span() for match in _QUOTES.finditer(folded)]
    quote_starts = [start for start, _ in quotes]
    date_starts = [start for start, _ in spans]
    quantities: list[Quantity] = []
    floor = 0
    for amount in amounts(folded):
        at = bisect_right(date_starts, amount.end - 1) - 1
        if at >= 0 and spans[at][1] > amount.start:
            continue
        place = _place(folded, amount, quotes, quote_starts)
        verdict = judge(place)
        if verdict is None:
            quantities.append(_finished(folded, place, floor))
        else:
            rejects.append(Reject(amount.start, amount.end, *verdict))
        floor = amount.end
    rejects.sort(key=lambda reject: reject.start)
    return NumberReading(quantities, rejects)


def _dates(text: str, published_at: str | None) -> Sequence[TimeExpression]:
    from tasks.extract.dates import find_dates

    return find_dates(text, published_at)


def _place(text: str, amount: Amount, quotes: list[tuple[int, int]], starts: list[int]) -> _Place:
    at = bisect_right(starts, amount.start) - 1
    quote = ""
    if at >= 0 and quotes[at][1] >= amount.end:
        quote = text[quotes[at][0] : quotes[at][1]]
    before = text[max(0, amount.start - 16) : amount.start]
    return _Place(text, amount, before, text[amount.end : amount.end + 16], quote)


def _finished(text: str, place: _Place, floor: int) -> Quantity:
    quantity = quantity_of(text, place.amount, floor)
    if place.before.endswith("第"):
        end = quantity.end
        return Quantity(quantity.start - 1, end, quantity.number_end, place.amount.plain, None, "名次", "rank")
    return quantity


def judge(place: _Place) -> Verdict | None:
    """The first rule that rejects the number, or None for a measurement."""
    for rule in RULES:
        verdict = rule(place)
        if verdict is not None:
            return verdict
    return None


def _title(place: _Place) -> Verdict | None:
    return ("name", "title") if place.quote.startswith("《") else None


def _latin(place: _Place) -> Verdict | None:
    """4G, A4, PM2.5, CO2: a digit inside a Latin word."""
    last, first = place.before[-1:], place.after[:1]
    if last.isascii() and last.isalpha():
        return "name", "latin"
    if place.amount.unit is None and first.isascii() and first.isalpha():
        return "name", "latin"
    return None


def _quoted(place: _Place) -> Verdict | None:
    """A slogan or coined name in quotation marks."""
    if not place.quote:
        return None
    inside = len(place.quote) - 2
    if place.amount.form in ("chinese", "vague") and inside <= 24:
        return "name", "quoted"
    if place.amount.unit is None and inside <= 24:
        return "name", "quoted"
    return ("name", "quoted") if inside <= 10 else None


def _ordinal(place: _Place) -> Verdict | None:
    """第N: a rank after a word of standing, else an ordinal."""
    if not place.before.endswith("第"):
        return None
    if place.amount.unit in (None, "人", "名次") and _RANK_BEFORE.search(place.before[:-1]):
        return None
    return "ordinal", "第N"


def _bare(place: _Place) -> Verdict | None:
    """A number with no unit and no scale is a code, a list number or part of a name."""
    amount = place.amount
    if amount.unit is not None or amount.dimension == "fraction":
        return None
    if amount.form == "arabic":
        if abs(amount.value) >= 10000 and place.text[amount.number_end - 1] in "万亿多余":
            return None
        digits = amount.end - amount.start
        return ("phone", "digits") if 7 <= digits <= 12 else ("licence", "digits") if digits > 12 else ("name", "bare")
    return "name", "numeral"


def _one(place: _Place) -> Verdict | None:
    """一个, 一批: an article."""
    amount = place.amount
    if amount.form == "chinese" and amount.value == 1 and amount.kind == "quantity":
        return "idiom", "article"
    if amount.form == "vague":
        return "idiom", "indefinite"
    return None


def _time(place: _Place) -> Verdict | None:
    """A span of time is a measurement only where it is what is said, not when."""
    amount = place.amount
    if amount.dimension != "time" or amount.unit not in ("年", "月", "天", "日", "季度", "周年", "世纪", "周"):
        return None
    if amount.unit == "年" and amount.value >= 1000 or amount.unit == "日":
        return "date", "calendar"
    if re.search(r"(?:为期|期限|长达|缩短|延长|工期|历时)[^，。]{0,3}$", place.before):
        return None
    if re.match(r"过渡期|期|有效期|行动|计划", place.after):
        return None
    return "date", "span"


def _threshold(place: _Place) -> Verdict | None:
    """A bound that only delimits a group: 60周岁以上老人."""
    amount = place.amount
    match = re.match(r"(?:及|或|（含）|\(含\))?(?:以上|以下|以内)(?:的)?", place.after)
    if amount.dimension == "age" and match:
        return "name", "threshold"
    if match and match.end() < len(place.after) and amount.kind != "percent":
        if place.after[match.end()] not in "，。；、,;！？）)”》\n " and amount.dimension in (
            "money",
            "length",
            "time",
            "score",
        ):
            return "name", "threshold"
    return None


RULES: tuple[Callable[[_Place], Verdict | None], ...] = (
    _title,
    _latin,
    _ordinal,
    _bare,
    _quoted,
    _one,
    _time,
    _threshold,
)
