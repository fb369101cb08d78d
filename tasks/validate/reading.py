"""A second, independent reading of a mention: number, scale and unit, without the extractor's code.

`1.42万元` reads 14200 with unit 元; `5至8万元` reads 50000 and 80000. Forms that this reading does not know give null
and are not judged. The whole column is read at once; only the distinct tails (scale and unit) and the rare mentions in
Chinese numerals are looked at one by one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.validate.rules import UnitEntry

SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "兆": 1e12}
DIGITS = {**{sign: number for number, sign in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
HEADER_SCALES = (1e1, 1e2, 1e3, 1e4, 1e6, 1e7, 1e8, 1e12)

_NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_SCALE = r"[余多来几]?[十百千万亿兆]*"
MENTION = (
    rf"^[-−+]?(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})"
    rf"(?:(?P<low_unit>[^0-9]*?)(?:[-—–－~～至到]+)(?P<high>{_NUMBER})(?P<high_scale>{_SCALE}))?"
    r"(?P<loose>[余多来几]*)(?P<unit>[^0-9]*)$"
)
_CHINESE = re.compile(
    r"^第?(?P<number>[零〇一二两三四五六七八九十百千万亿]+)(?P<unit>[^零〇一二两三四五六七八九十百千万亿]*)$"
)
_COMPOUND = re.compile(r"^(?P<number>(?:[0-9]+[万亿])+[0-9]+[余多]?[千万亿]?)(?P<unit>[^0-9]*)$")
_COMPOUND_PART = re.compile(r"([0-9]+)[余多]?([千万亿]*)")
_UNREAD = re.compile("半|番|[零一二两三四五六七八九十]")
"""Halves, doublings and numbers that go on in Chinese numerals are left to the extractor."""
_CHINESE_PRINTED = re.compile(
    r"(?P<share>[百千]分之)?(?P<whole>[零〇一二两三四五六七八九十百千万亿]+)(?:点(?P<part>[零〇一二三四五六七八九]+)(?P<scale>[万亿]*))?"
)
_PRINTED = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")


@dataclass(frozen=True)
class Reading:
    """A column of mentions read again. Null where this reading does not know the form.

    `bare` marks mentions without scale and unit, whose scale may stand in a table's header.
    """

    low: pa.Array
    high: pa.Array
    unit: pa.Array
    bare: pa.Array


@dataclass(frozen=True)
class _Tail:
    low: float
    high: float
    unit: str | None
    bare: bool


def chinese_number(text: str) -> float | None:
    """The value of a Chinese numeral up to 亿亿; None when it is no well-formed one."""
    total = section = 0.0
    digit: float | None = None
    for sign in text:
        if sign in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[sign]
        elif SCALES[sign] >= 1e4:
            total = (total + section + (digit or 0)) * SCALES[sign]
            section, digit = 0.0, None
        else:
            section += (1 if digit is None else digit) * SCALES[sign]
            digit = None
    return total + section + (digit or 0)


def read_mentions(mentions: pa.Array, units: Mapping[str, UnitEntry]) -> Reading:
    """Read a string array of mentions against the list of units as printed."""
    parts = pc.extract_regex(mentions, MENTION)
    fields = {
        name: parts.field(index)
        for index, name in enumerate(("low", "low_scale", "low_unit", "high", "high_scale", "loose", "unit"))
    }
    matched = parts.is_valid()
    tail = pc.binary_join_element_wise(
        fields["low_scale"], fields["low_unit"], fields["high_scale"], fields["loose"], fields["unit"], "|"
    )
    encoded = tail.dictionary_encode()
    tails = [_tail(text, units) for text in encoded.dictionary.to_pylist()]
    codes = encoded.indices
    low = _product(_floats(fields["low"]), _taken(codes, [entry.low for entry in tails], pa.float64()))
    high = _product(_floats(fields["high"]), _taken(codes, [entry.high for entry in tails], pa.float64()))
    unit = _taken(codes, [entry.unit for entry in tails], pa.string())
    bare = _taken(codes, [entry.bare for entry in tails], pa.bool_())
    rest = _read_rest(mentions, matched, units)
    return Reading(
        low=pc.coalesce(low, rest[0]),
        high=high,
        unit=pc.coalesce(unit, rest[1]),
        bare=pc.and_(pc.coalesce(bare, pa.scalar(False)), matched),
    )


def _taken(codes: pa.Array, values: list[object], kind: pa.DataType) -> pa.Array:
    return pa.array(values, type=kind).take(codes) if values else pa.nulls(len(codes), kind)


def _floats(text: pa.Array) -> pa.Array:
    cleaned = pc.replace_substring(text, ",", "")
    return pc.cast(pc.if_else(pc.equal(cleaned, ""), None, cleaned), pa.float64())


def _product(number: pa.Array, factor: pa.Array) -> pa.Array:
    """The number in the base unit; null where the tail is one that is not read (its factor is no number)."""
    return pc.multiply(number, pc.if_else(pc.is_nan(factor), None, factor))


def _scale(text: str) -> float:
    factor = 1.0
    for sign in text.lstrip("余多来几"):
        factor *= SCALES[sign]
    return factor


def _tail(text: str | None, units: Mapping[str, UnitEntry]) -> _Tail:
    low_scale, low_unit, high_scale, loose, unit = (text or "||||").split("|", 4)
    unit = unit.rstrip("余多")
    if _UNREAD.search(unit):
        return _Tail(math.nan, math.nan, None, False)
    ranged = bool(high_scale or low_unit)
    begun = unit[: len(unit) - len(unit.lstrip("万亿"))]
    scale = (high_scale if ranged else low_scale) + begun
    scale, unit, entry = _unit_of(scale, unit.removeprefix(begun), units, joined=not loose)
    factor = entry.factor if entry else 1.0
    upper = _scale(scale) * factor
    lower = _scale(low_scale) * factor if ranged and low_scale.lstrip("余多来几") else upper
    bare = not unit and not scale and not low_scale
    return _Tail(lower, upper, entry.base if entry else None, bare)


def _unit_of(
    scale: str, unit: str, units: Mapping[str, UnitEntry], *, joined: bool
) -> tuple[str, str, UnitEntry | None]:
    """Scale and unit told apart where a unit begins with a scale word (千瓦时, 百分点), unless 多 stands between."""
    if joined and scale and scale[-1] + unit in units:
        return scale[:-1], scale[-1] + unit, units[scale[-1] + unit]
    return scale, unit, units.get(unit)


def _read_one(mention: str, units: Mapping[str, UnitEntry]) -> tuple[float | None, str | None]:
    """A mention in Chinese numerals (三千二百户) or of several parts (5万4250人); None where the form is not known."""
    if found := _COMPOUND.match(mention):
        parts = _COMPOUND_PART.findall(found["number"])
        value: float | None = _compound(parts)
    elif found := _CHINESE.match(mention):
        value = chinese_number(found["number"])
    if not found or value is None or _UNREAD.search(found["unit"]) or mention.startswith("零下"):
        return None, None
    entry = units.get(found["unit"].rstrip("余多"))
    base = None if entry is None or mention.startswith("第") else entry.base
    return value * (entry.factor if entry else 1.0), base


def _compound(parts: Sequence[tuple[str, str]]) -> float:
    """5万4250 is 54250; 63万6463亿 is 636463亿: a larger scale takes all before it along."""
    total, largest = 0.0, 0.0
    for digits, scale in parts:
        factor = _scale(scale)
        total = (total + float(digits)) * factor if factor > largest > 0 else total + float(digits) * factor
        largest = max(largest, factor)
    return total


def _read_rest(mentions: pa.Array, matched: pa.Array, units: Mapping[str, UnitEntry]) -> tuple[pa.Array, pa.Array]:
    """The mentions that the pattern does not know, each distinct one read once."""
    rest = pc.if_else(matched, None, mentions).dictionary_encode()
    read = [_read_one(mention, units) for mention in rest.dictionary.to_pylist()]
    numbers: list[object] = [value for value, _ in read]
    bases: list[object] = [base for _, base in read]
    return _taken(rest.indices, numbers, pa.float64()), _taken(rest.indices, bases, pa.string())


def agreeing(value: pa.Array, reading: pa.Array, bare: pa.Array) -> pa.Array:
    """The value where the reading comes to the same size (sign and header scale apart), else the reading."""
    given = np.abs(value.to_numpy(zero_copy_only=False))
    read = np.abs(reading.to_numpy(zero_copy_only=False))
    same = np.isclose(given, read, rtol=1e-9, atol=0)
    loose = bare.to_numpy(zero_copy_only=False)
    for scale in HEADER_SCALES:
        same |= loose & np.isclose(given, read * scale, rtol=1e-9, atol=0)
    return pc.if_else(reading.is_null(), None, pc.if_else(pa.array(same), value, reading))


def printed_step(mention: str, value: float) -> float:
    """The size of the last printed digit in the base unit: 万 in 73万人, 0.1 in 7.6%; 0 for a plain whole number."""
    found = _PRINTED.search(mention)
    if not found:
        return _chinese_step(mention, value)
    if _COMPOUND.match(mention):
        return 0.0
    number = float(found[1].replace(",", "") + ("." + found[2] if found[2] else ""))
    factor = abs(value) / number if number else 1.0
    decimals = len(found[2] or "")
    if not decimals and abs(factor - 1) < 1e-9 and not mention.rstrip().endswith(("%", "％", "‰", "点")):
        return 0.0
    return factor * 10.0**-decimals


def _chinese_step(mention: str, value: float) -> float:
    """The same for Chinese numerals: 万 in 七百九十六万名, 0.1 in 百分之十点八."""
    found = _CHINESE_PRINTED.search(mention)
    number = chinese_number(found["whole"]) if found else None
    if not found or not number:
        return 0.0
    if found["part"]:
        number += float("0." + "".join(str(DIGITS[sign]) for sign in found["part"]))
        return abs(value) / number * 10.0 ** -len(found["part"])
    last = found["whole"][-1]
    if found["share"] or last in ("万", "亿"):
        return abs(value) / number * (1.0 if found["share"] else SCALES[last])
    return 0.0
