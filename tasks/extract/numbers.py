"""The numeral grammar: Arabic, Chinese, formal and mixed numerals read as exact decimals.

A numeral is text such as 1,234.5 · 二十三 · 叁仟 · 2亿6千6百78万 · 十七八万 · 6140余万. Nothing here knows units, dates
or names; see `amounts` for numbers in running text.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import NamedTuple

DIGITS = {
    c: i
    for i, group in enumerate(
        ("零〇○", "一壹弌", "二两贰貳兩弍", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for c in group
}
SMALL_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
SCALES = SMALL_SCALES | BIG_SCALES
TENS = {"廿": "二十", "卅": "三十"}

D = "".join(DIGITS)
S = "".join(SCALES)
VAGUE = "多余來来几幾"
_SPOKEN = r"点\d{1,4}+(?=[万亿%‰])"  # 12点6%, unlike 12点30分
ARABIC = rf"(?:\d{{1,3}}(?:[,，]\d{{3}})++(?!\d)|\d++)(?:\.\d++|{_SPOKEN})?"
NUMERAL_LIMIT = 48
_POINT = re.compile(r"(?<=\d)点(?=\d)")

_TOKEN = re.compile(rf"\d++(?:\.\d++)?|[{D}]++|[{S}]|点[{D}]++|[{VAGUE}]|.", re.S)
_PAIRS = frozenset(a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)) | {
    "一两",
    "两三",
    "三五",
}
_SPELT = frozenset((*D, *SMALL_SCALES))
_MORE_DIGITS = frozenset((*D, "点"))
EXACT = Context(prec=60)


class Numeral(NamedTuple):
    """A numeral read: `value`, `high` for an approximate pair (三五百), `qualifier` exact, about or over."""

    value: Decimal
    high: Decimal | None = None
    qualifier: str = "exact"


@lru_cache(maxsize=65536)
def read_numeral(text: str) -> Numeral | None:
    """The value of a numeral, or None when the characters are no number (一二三产业 has a list, not a number)."""
    if len(text) > NUMERAL_LIMIT:
        return None
    if text[0] in "0123456789" and text.isascii():
        return _read_arabic(text)
    text = text.replace(",", "")
    if text[0] in "0123456789":
        text = _POINT.sub(".", text)
    if text[0] in _SPELT and ("." in text or "·" in text):
        text = text.replace(".", "点").replace("·", "点")
    for short, full in TENS.items():
        text = text.replace(short, full)
    pair = _split_pair(text)
    if pair is not None:
        return pair
    value, vague = _evaluate(_TOKEN.findall(text))
    if value is None:
        return None
    return Numeral(value, None, "over" if vague else "exact")


def _read_arabic(text: str) -> Numeral | None:
    """Digits with optional thousands separators and decimals."""
    plain = text.replace(",", "")
    return Numeral(Decimal(plain)) if plain.replace(".", "", 1).isdigit() else None


def _split_pair(text: str) -> Numeral | None:
    """An approximate pair of neighbouring digits (三五百, 十七八万, 两三) as lower and upper end."""
    if text[-1] in D and len(text) > 2 and text[-3] not in S:
        return None
    for at in range(len(text) - 1):
        if text[at : at + 2] not in _PAIRS or (at and text[at - 1] in D) or text[at + 2 : at + 3] in _MORE_DIGITS:
            continue
        head, tail = text[:at], text[at + 2 :]
        low, _ = _evaluate(_TOKEN.findall(head + text[at] + tail))
        high, _ = _evaluate(_TOKEN.findall(head + text[at + 1] + tail))
        if low is not None and high is not None and low < high:
            return Numeral(low, high, "about")
    return None


class _Sum:
    """The running value of a numeral: closed groups, the open group below 万, and the digits not yet scaled."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.current: Decimal | None = None
        self.last_scale = 0
        self.last_big = 0
        self.zero = False
        self.vague = False

    def digits(self, token: str) -> bool:
        """Digits in Arabic or Chinese; a leading 零 only holds a place."""
        if self.current is not None:
            return False
        if token[0] in D:
            number = "".join(str(DIGITS[c]) for c in token)
            self.zero = self.zero or number[0] == "0"
            if self.last_scale and len(number.lstrip("0")) > 1 and (self.last_scale, len(number)) != (10**4, 4):
                return False
            self.current = Decimal(number)
        else:
            self.current = Decimal(token)
            self.zero = self.zero or token[0] == "0" or len(token) > 1
        return True

    def small(self, scale: int) -> bool:
        """十, 百 or 千 closes the digits before it; 十 alone counts as one ten, behind a 零 too (十万零十)."""
        if self.current is not None and (0 < self.last_scale <= scale or (not self.current and scale > 10)):
            return False
        if self.current is None or (not self.current and self.last_scale and scale == 10):
            if self.vague or (
                self.last_scale and self.last_scale < 10**4 and not self.zero and scale >= self.last_scale
            ):
                return False
            self.current = Decimal(1)
        self.section = EXACT.add(self.section, EXACT.multiply(self.current, scale))
        self.current, self.last_scale, self.zero = None, scale, False
        return True

    def big(self, scale: int) -> bool:
        """万, 亿 or 兆 closes the group before it; a larger one scales everything so far (3万亿)."""
        group = EXACT.add(self.section, self.current or 0)
        if not group and not self.total and self.current is None:
            return False
        if self.last_big and scale > self.last_big:
            self.total = EXACT.multiply(EXACT.add(self.total, group), scale)
        elif self.last_big and scale == self.last_big:
            if group:
                return False
            self.total = EXACT.multiply(self.total, scale)
        elif group:
            self.total = EXACT.add(self.total, EXACT.multiply(group, scale))
        else:
            self.total = EXACT.multiply(self.total, scale)
        self.section, self.current = Decimal(0), None
        self.last_scale = self.last_big = scale
        self.zero = False
        return True

    def point(self, digits: str) -> bool:
        """点五 after a whole number."""
        whole = self.close()
        fraction = Decimal("0." + "".join(str(DIGITS[c]) for c in digits))
        self.total, self.section, self.current = Decimal(0), Decimal(0), EXACT.add(whole, fraction)
        self.last_scale, self.zero = 0, True
        return True

    def close(self) -> Decimal:
        """The sum; a last single digit after 百, 千, 万, 亿 counts tenths of that scale (三万五, 13万2)."""
        rest = self.current or Decimal(0)
        tenths = self.last_scale >= 100 and not self.zero and rest < 10 and rest == rest.to_integral_value()
        if self.current is not None and tenths:
            rest = EXACT.multiply(rest, self.last_scale // 10)
        return EXACT.add(EXACT.add(self.total, self.section), rest)


def _evaluate(tokens: list[str]) -> tuple[Decimal | None, bool]:
    """The value of the tokens and whether 余, 多 or 几 stood among them; None when they do not form a number."""
    state = _Sum()
    for index, token in enumerate(tokens):
        first = token[0]
        if first in "0123456789" or first in D:
            fine = state.digits(token)
        elif first in SMALL_SCALES:
            fine = state.small(SMALL_SCALES[first])
        elif first in BIG_SCALES:
            fine = state.big(BIG_SCALES[first])
        elif first == "点":
            fine = index > 0 and state.point(token[1:])
        else:
            fine = first in VAGUE and index > 0
            state.vague = True
        if not fine:
            return None, False
    return state.close(), state.vague
