"""Units that stand in front of a number or only mean one beside certain words: $ 64,700, US$3.5亿, what one currency
costs in another (欧元兑日元跌至99.20), 平 for 平方米 (成交面积9275.95平)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from tasks.extract.amounts import Amount
from tasks.extract.cues import ABOUT, any_of, listed, mapping
from tasks.extract.units import units
from tasks.vocabulary import either

_NEAR, _CLAUSE = 6, 24

# What one yuan buys several of.
_SMALL = frozenset(listed("small_currencies"))
# 80平的房子, 成交面积732平: behind it stands no other word that 平 begins.
_SQUARE = re.compile(rf"平(?=[，。；、！？）)\s]|[和与及]\d|左右|以上|以下|上下|的?{any_of('rooms')}|$)")
_DRAWN = frozenset("胜负战")  # 2胜3平
_ROOMY = re.compile(rf"{any_of('rooms')}|面积|建面|套内|公摊")


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(mapping('money_signs'))}) ?\Z")


@cache
def _signs() -> dict[str, str]:
    return mapping("money_signs")


@cache
def _pair() -> re.Pattern[str]:
    """A currency against another, up to a number of their clause."""
    names = either(_currencies())
    return re.compile(
        rf"(?P<of>{names})[/兑对](?P<in>{names})(?!指数)[一-鿿]{{0,13}}(?:在|于|至|到|为|报|破|穿|过|近|约|收|是)\Z"
    )


# 阻力位在0.8990, 下探0.8685: where a pair that was named stands, is held or may go; 0.8685(低点)和0.8650: the next
# such.
_STANDS_AT = re.compile(rf"(?:{any_of('rate_levels')}|[一-鿿][到至])(?:分别|依次)?(?:[为是在于：:])?(?:{ABOUT})?\Z")
_LEVEL_BEHIND = re.compile("(?:一线|附近|水平|关口|上方|下方)")
_AS_WELL = re.compile(r"(?:[(（][^()（）\n]{0,24}[)）])?(?:[、和与及或至—-]|以及)\Z")
_PARAGRAPH = 400
# 美元指数报97.35: a level of another market, up to the end of the sentence.
_OF_ANOTHER = re.compile(f"{any_of('other_markets')}[^。；;]*\\Z")


@cache
def _named_pair() -> re.Pattern[str]:
    """A currency against another, whatever stands behind."""
    names = either(_currencies())
    return re.compile(rf"(?P<of>{names})[/兑对](?P<in>{names})(?!指数)")


@cache
def _currencies() -> dict[str, str]:
    """What currencies are called where one is held against another, and their units."""
    told = {surface: unit.unit for surface, unit in units().items() if unit.kind == "money" and unit.unit != "元"}
    return told | mapping("currencies")


def with_signs(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts of a folded text with such units given to those that print none behind them."""
    signs = any(sign in text for sign in _signs())
    named = _pairs(text)
    pairs = bool(named)
    square = "平" in text
    if not (signs or pairs or square):
        return amounts
    rate: Amount | None = None
    for at, amount in enumerate(amounts):
        if amount.form != "arabic":
            continue
        floor = amounts[at - 1].end if at else 0
        if amount.surface == "起" and signs and _sign().search(text, max(floor, amount.start - _NEAR), amount.start):
            # 售价$399起: from so much on.
            amount = amount._replace(end=amount.number_end, unit=None)
        if amount.unit is not None:
            continue
        told = (signs and _with_sign(text, amount, floor)) or (square and _in_squares(text, amount))
        if not told and pairs and "." in text[amount.start : amount.end]:
            told = _in_currency(text, amount) or _as_level(text, amount, named, rate)
            rate = told or None
        amounts[at] = told or amount
    return amounts


def _pairs(text: str) -> list[tuple[int, str]]:
    """Where a text names currencies against each other, and the unit of what one costs."""
    if not any(sign in text for sign in "/兑对"):
        return []
    return [(found.end(), _unit_of(found)) for found in _named_pair().finditer(text)]


def _with_sign(text: str, amount: Amount, floor: int) -> Amount | None:
    """The amount behind a sign of money, which the mention takes in."""
    found = _sign().search(text, max(floor, amount.start - _NEAR), amount.start)
    if found is None:
        return None
    sign = found.group().rstrip()
    if sign == "$" and (amount.end - amount.start == 1 or text.startswith("$", amount.end)):
        # $1 is a name in a programme, $12$ a formula.
        return None
    unit = _signs()[sign]
    return amount._replace(start=found.start(), unit=unit, kind="money", dimension="money", surface=unit, elided=False)


def _in_squares(text: str, amount: Amount) -> Amount | None:
    """The amount in square metres that prints only 平."""
    found = _SQUARE.match(text, amount.end)
    if found is None:
        return None
    if text[amount.start - 1 : amount.start] in _DRAWN:
        return None
    before = text[max(0, amount.start - _CLAUSE) : amount.start].rpartition("。")[2]
    if not _ROOMY.search(before + text[amount.end : amount.end + _NEAR].partition("。")[0]):
        return None
    return amount._replace(
        end=found.end(), unit="平方米", kind="quantity", dimension="area", surface="平", elided=False
    )


def _in_currency(text: str, amount: Amount) -> Amount | None:
    """The amount as what one unit of a currency costs in another."""
    found = _pair().search(text, max(0, amount.start - _CLAUSE), amount.start)
    if found is None or "汇率" in found.group():
        return None
    return _in_unit(amount, _unit_of(found))


def _unit_of(pair: re.Match[str]) -> str:
    """The unit that a pair is quoted in: the second currency, 元 for those held against the renminbi (人民币对美元报
    6.33: so much of it for one of them) unless they are small (人民币对韩元报190.5)."""
    second = _currencies()[pair["in"]]
    return "元" if pair["of"].endswith("人民币") and second not in _SMALL else second


def _as_level(text: str, amount: Amount, named: list[tuple[int, str]], rate: Amount | None) -> Amount | None:
    """The amount as a level of the pair named last in front of it in its paragraph; `rate` is that of the number
    before."""
    at = bisect_left(named, (amount.start, "")) - 1
    if at < 0 or amount.start - named[at][0] > _PARAGRAPH or "\n" in text[named[at][0] : amount.start]:
        return None
    if _OF_ANOTHER.search(text, named[at][0], amount.start):
        return None
    low = max(named[at][0], amount.start - _CLAUSE)
    goes_on = rate is not None and rate.end >= named[at][0] and _AS_WELL.fullmatch(text, rate.end, amount.start)
    stands = goes_on or _STANDS_AT.search(text, low, amount.start) or _LEVEL_BEHIND.match(text, amount.end)
    return _in_unit(amount, named[at][1]) if stands else None


def _in_unit(amount: Amount, unit: str) -> Amount:
    return amount._replace(unit=unit, kind="money", dimension="money", surface=unit, elided=False)
