"""`zhibiao parse`: every expression of a text, observation or not: numbers, money, quantities, dates, regions.

Here nothing is judged: a slogan's numeral is a number like any other. Numbers inside a date or a place name are part of
it and not listed again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from tasks.extract.amounts import Amount, scan
from tasks.extract.gazetteer import gazetteer
from tasks.extract.gazetteer import words as region_words
from tasks.extract.mapped import Mapped
from tasks.extract.model import Expression, RegionMention, TimeExpression
from tasks.extract.numbers import EXACT
from tasks.extract.parse_text import normalise
from tasks.extract.parse_times import find_times
from tasks.extract.qualifiers import bound, reach_of_bound
from tasks.extract.quantities import amounts
from tasks.extract.regions import find_regions
from tasks.extract.rejects_context import known_phrase, vocabulary

# Names of places in a text without a date are those before the latest reforms.
_UNDATED = 2024
_PLANS = frozenset(f"十{digit}五" for digit in "一二三四五六")
_LONGEST_SHORT_NAME = 6
_LENGTHS = frozenset(("年", "月", "周", "天", "小时", "分钟", "秒", "季度", "世纪"))
_SIGNS = frozenset("负負-－")
_COUNTED = frozenset(("thing", "event", "place", "step", "vote", "rank", "score"))
_BOUNDS = frozenset(("over", "under", "min", "max"))
_BEFORE_DIGIT = frozenset('是为和与到至加减乘除等于比共约超近满足第负取值。，、；：（(,;: \n“"=<>~-—+')
_AFTER_DIGIT = frozenset('的和与到至加减乘除等于比是。，、；：）),;: \n”"=<>~-—+以或')


def parse(text: str, published_at: str | None = None) -> list[Expression]:
    """Every expression of the text in order; spans are code points of the text as given."""
    times = find_times(text, published_at)
    year = int(published_at[:4]) if published_at and published_at[:4].isdigit() else _UNDATED
    regions = find_regions(text, year) or _region_alone(text)
    numbers = _numbers(text, normalise(text))
    starts = [number.start for number in numbers]
    times = [time for time in times if not _is_sum(numbers, starts, time)]
    alone = [
        number
        for number in numbers
        if number.kind == "number" and _fills(text, number) and any(_fills(text, time) for time in times)
    ]
    taken = sorted([(time.start, time.end) for time in times] + [(region.start, region.end) for region in regions])
    found = [_of_time(text, time) for time in times] + [_of_region(text, region) for region in regions]
    found += alone or [number for number in numbers if not _overlaps(taken, number)]
    found.sort(key=lambda expression: (expression.start, -expression.end))
    return found


def _region_alone(text: str) -> list[RegionMention]:
    """The one area in force whose short name is the whole text (仙桃, 大理): in a sentence such a name is a word."""
    if not 2 <= len(text) <= _LONGEST_SHORT_NAME or text in region_words()["not_counties"]:
        return []
    book = gazetteer()
    named = [region for region in book.shorts.get(text, ()) if region.valid_to is None]
    highest = [region for region in named if region.level == "prefecture"] or named
    if len(highest) != 1:
        return []
    return [RegionMention(0, len(text), highest[0].code, book.full_name(highest[0].code), highest[0].level)]


def _fills(text: str, expression: Expression | TimeExpression) -> bool:
    """Whether an expression is the whole text: 3/16 or 2018 alone is listed as number and as time."""
    return len(text) == expression.end - expression.start


def _is_sum(numbers: list[Expression], starts: list[int], time: TimeExpression) -> bool:
    """10日元 is money and three weeks of age no duration: the number reaches further than the time does.

    A day without a year (3/16) is none where the text has no date to count from.
    """
    at = bisect_right(starts, time.start) - 1
    if at < 0:
        return False
    number = numbers[at]
    return (
        (number.kind in ("money", "quantity", "duration") and number.end > time.end)
        or (number.text[0] in _SIGNS and number.start < time.start and number.end >= time.end)
        or (not time.value and number.end >= time.end)
    )


def _overlaps(taken: list[tuple[int, int]], number: Expression) -> bool:
    at = bisect_right(taken, (number.end - 1, 1 << 60)) - 1
    return at >= 0 and taken[at][1] > number.start


def _of_time(text: str, time: TimeExpression) -> Expression:
    printed = text[time.start : time.end]
    if time.kind == "duration":
        value: Decimal | str | None = Decimal(time.value) if time.value else None
    else:
        value = time.value or None
    return Expression(time.start, time.end, printed, time.kind, value, None, time.unit, "exact", None)


def _of_region(text: str, region: RegionMention) -> Expression:
    printed = text[region.start : region.end]
    return Expression(region.start, region.end, printed, "region", region.code, None, None, "exact", region.name)


def _numbers(text: str, mapped: Mapped) -> list[Expression]:
    """The numbers of the rewritten text, back on the printed one, ranges of bounds joined."""
    found: list[Expression] = []
    floor = 0
    for amount in amounts(mapped.text):
        for part in _sides(mapped.text, amount) if amount.kind == "ratio" else (amount,):
            if _counts(mapped.text, part):
                found.append(_expression(text, mapped, part, floor))
                floor = part.end
    return _join_bounds(text, found)


def _sides(flat: str, ratio: Amount) -> list[Amount]:
    """The numbers of a ratio one by one: 2.67:1 is 2.67 and 1."""
    at = ratio.start
    return [
        side._replace(
            start=side.start + at,
            end=side.end + at,
            number_start=side.number_start + at,
            number_end=side.number_end + at,
        )
        for side in scan(flat[at : ratio.end])
    ]


def _counts(text: str, amount: Amount) -> bool:
    """Is it a number, and not a numeral inside a word (一切, 四川, 陆地)?"""
    if amount.unit is not None:
        return (
            amount.kind != "multiple" or amount.surface != "番" or text[amount.start - 1 : amount.start] in ("翻", "了")
        )
    if amount.form == "half" or text[amount.start : amount.end] in _PLANS:
        return False
    if amount.form != "chinese":
        before = text[amount.start - 1 : amount.start] if amount.start else ""
        return amount.elided or not (before.isascii() and before.isalpha())
    words = vocabulary()
    if known_phrase(text, amount.start, amount.end + 1, words.names, words.name_lengths):
        return False
    if amount.end - amount.start > 1:
        return True
    before, after = text[amount.start - 1 : amount.start] if amount.start else "", text[amount.end : amount.end + 1]
    if text.startswith(("以上", "以下", "或以上"), amount.end):
        return True
    return (not before or before in _BEFORE_DIGIT) and (not after or after in _AFTER_DIGIT)


def _expression(text: str, mapped: Mapped, amount: Amount, floor: int) -> Expression:
    """The amount with its kind, on the printed text."""
    flat = mapped.text
    qualifier = bound(flat, amount.start, amount.end, floor) or amount.qualifier
    kind, first, last = _kind(flat, amount)
    value, unit = amount.value, amount.unit
    high = amount.high if amount.high is not None else _vague_end(flat, amount)
    if kind == "ordinal":
        value, unit = amount.plain, None
    elif kind == "money" and unit == "分":
        value, unit = EXACT.divide(amount.plain, Decimal(100)), "元"
    elif unit == "米" and flat[amount.number_start : amount.number_end] == "一千":
        value, unit = Decimal(1), "公里"
    if kind == "percent" and high is not None:
        kind = "range"
    if kind == "number" and (high is not None or (qualifier in _BOUNDS and amount.qualifier == "exact")):
        kind = "range"
        first, last = reach_of_bound(flat, first, last)
    start, end = mapped.span(first, last)
    return Expression(start, end, text[start:end], kind, value, high, unit, qualifier, None)


def _kind(flat: str, amount: Amount) -> tuple[str, int, int]:
    """Kind and span: of a thing counted the number only, its classifier is the unit; 五分 alone is money."""
    if amount.start and flat[amount.start - 1] == "第":
        return "ordinal", amount.start - 1, amount.number_end
    if amount.unit == "分" and amount.start == 0 and amount.end == len(flat):
        return "money", amount.start, amount.end
    counted = amount.dimension in _COUNTED or (amount.dimension == "person" and amount.plain == 1)
    if amount.kind == "quantity" and counted:
        return "number", amount.start, amount.number_end
    if amount.unit in _LENGTHS:
        return "duration", amount.start, amount.end
    kind = "quantity" if amount.kind == "multiple" else amount.kind
    return kind, amount.start, amount.end


def _vague_end(flat: str, amount: Amount) -> Decimal | None:
    """The upper end of 几百 (ten times) and of 十几, 二十几万, 3000多元 (the next ten, the next thousand)."""
    if amount.form == "vague":
        return amount.value * 10
    last = flat[amount.number_end - 1]
    if amount.value and (last == "几" or (last == "多" and amount.kind == "money")):
        return amount.value + _next_ten(amount.value)
    return None


def _next_ten(value: Decimal) -> Decimal:
    """十几 reaches to the next ten: the place of the last digit that is said."""
    digits = value.normalize(EXACT).as_tuple()
    return Decimal(10) ** int(digits.exponent)


_LINK = re.compile(r"[，,、 ]*(?:的同时|并且|而且|同时|且|而|但)?[，,、 ]*")
_LOWER = frozenset(("over", "min"))
_UPPER = frozenset(("under", "max"))


def _join_bounds(text: str, found: list[Expression]) -> list[Expression]:
    """大于10小于20, 1000以上1500以下: a lower and an upper bound side by side are one range."""
    joined: list[Expression] = []
    for expression in found:
        pair = _pair(text, joined[-1], expression) if joined else None
        if pair is None:
            joined.append(expression)
        else:
            joined[-1] = pair
    return joined


def _pair(text: str, left: Expression, right: Expression) -> Expression | None:
    if left.kind != "range" or right.kind != "range" or left.value_high is not None or right.value_high is not None:
        return None
    if not isinstance(left.value, Decimal) or not isinstance(right.value, Decimal):
        return None
    gap = text[left.end : right.start]
    if len(gap) > 14 or not _LINK.fullmatch(gap):
        return None
    if left.qualifier in _LOWER and right.qualifier in _UPPER:
        low, high = left.value, right.value
    elif left.qualifier in _UPPER and right.qualifier in _LOWER:
        low, high = right.value, left.value
    else:
        return None
    if low >= high:
        return None
    return replace(
        left, end=right.end, text=text[left.start : right.end], value=low, value_high=high, qualifier="exact"
    )
