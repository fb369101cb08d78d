"""What the cells of flattened tables are measured in: by the head of the column, the row label, the caption.

粗钢（万吨） 650 → tonnes times ten thousand; 增速（%） 3.1 → per cent; 单位：万元 → all others of the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tasks.extract.numbers import SCALES
from tasks.extract.tables_heads import IN_BRACKETS, split_cells
from tasks.extract.tables_words import table_words
from tasks.extract.units import match_rate, match_unit

BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
CAPTION = re.compile(
    r"单位[：:]\s*([^\s，。；（(）)、和]{1,10})(?:[、，,和](?P<rate>[%％‰]))?"
    r"(?:[（(](?P<column>[^（()）]{2,10})(?:为|[：:])(?P<unit>[^（()）]{1,8})[)）])?"
)
_CAPTION_END = re.compile(
    r"^[ \t　|｜]*[^\s|｜（(]{4,40}[（(]([^（()）]{1,8})[)）][\s|｜]*$|^[ \t　]*[（(]([^（()）]{1,8})[)）][ \t　]*$"
)
EDGES = " \t　|｜：:"


class Measure(NamedTuple):
    """What a cell is measured in: base unit, factor to it, kind."""

    unit: str
    factor: Decimal
    kind: str


PLACE = Measure("名次", Decimal(1), "rank")
PERCENT = Measure("%", Decimal(1), "percent")
RATIO = Measure("", Decimal(1), "ratio")
INDEX = Measure("%", Decimal(1), "ratio")
UNTOLD = Measure("", Decimal(1), "money")
"""An amount of money in yuan or thousands of them, which nobody says: a row without a unit is held back later."""


def of_label(label: str, above: Measure | None, heading: str) -> Measure | None:
    """What a row counts by its label (农户 → 户), or as the line above the rows says (人口数据); as the row above where
    that counts the same (万人)."""
    words = table_words()
    bare = BRACKETED.sub("", label).strip(EDGES)
    unit = words.counted_by(bare)
    if unit is None and not words.derived.search(bare):
        unit = next((unit for unit, said in words.headings if said.search(heading)), None)
    if unit is None or (above is not None and above.unit == unit):
        return above
    return read_measure(unit)


def caption_unit(label: str, above: Measure | None, caption: Measure | None) -> Measure | None:
    """The unit of the caption, but for a row that counts persons or households where that is 个."""
    counted = table_words().counted_by(BRACKETED.sub("", label).strip(EDGES)) if caption else None
    if caption is None or counted is None or caption.unit != "个" or counted == caption.unit:
        return caption
    return above if above is not None and above.unit == counted else read_measure(counted)


def told_as_share(column: str) -> bool:
    """Whether a head gives its cells in per cent (增长（%）)."""
    return "%" in column or "％" in column


def _priced(money: Measure, own: Measure | None) -> Measure:
    """The price of a unit that stands in a column of its own (公斤, 价格（元）)."""
    if money.unit != "元" or own is None or own.kind == "money" or own.unit not in table_words().sold_by:
        return money
    return Measure(f"元/{own.unit}", money.factor / own.factor, money.kind)


def is_amount_more(column: str) -> bool:
    """Whether a head gives by how much its cells are more (2020年比2019年增减), if another column gives per cent."""
    return table_words().amount_more.search(column) is not None


def column_measure(column: str, own: Measure | None, columns: Sequence[str]) -> Measure | None:
    """The measure that a column head sets, else the row's own; where another one of the columns is in per cent, 增减
    alone is an amount."""
    words = table_words()
    behind = column[_end_of_brackets(column) :]
    if words.order.fullmatch(behind):
        return PLACE
    if behind and behind != column and words.growth.search(behind) and not is_amount_more(behind):
        return PERCENT
    for bracket in reversed(IN_BRACKETS.findall(column)):
        found = read_measure(bracket.split("、")[0])
        if found is not None:
            return _priced(found, own) if "价" in column else found
    if words.no_figure.search(column):
        return None
    if words.ratio.search(column):
        return RATIO
    if own and is_amount_more(column) and any(map(told_as_share, columns)):
        return own
    if words.growth.search(column) and not (own and (own.unit == "百分点" or is_count(column))):
        return PERCENT
    return own or read_measure(words.counted_by(BRACKETED.sub("", column)) or "")


def _end_of_brackets(column: str) -> int:
    """Where the last bracket of a head ends; 0 without one."""
    return max(column.rfind("）"), column.rfind(")")) + 1


def is_count(column: str) -> bool:
    """Whether the head of a column says that it counts something, so that 增长 in it is no rate (自然增长人数)."""
    return table_words().counts.search(column) is not None


def is_counted(label: str) -> bool:
    """Whether a label is a thing that is counted (行政村), by its last letters."""
    return table_words().counted_by(label) is not None


def row_measure(label: str) -> Measure | None:
    """The unit in brackets behind a row's label, or the last word of it (粗钢 万吨)."""
    brackets = IN_BRACKETS.findall(label)
    for inside in reversed(brackets):
        found = read_measure(inside)
        if found is not None:
            return found
    words = split_cells(label)
    return measure_in_cell(words[-1]) if len(words) > 1 else None


def caption_measure(head: Sequence[str]) -> Measure | None:
    """The unit that the nearest of the lines above a table names: 单位：万元, or a caption that ends in （万元）."""
    for line in reversed(head):
        match = CAPTION.search(line)
        if match is not None:
            return read_measure(match[1])
        match = _CAPTION_END.search(line)
        if match is not None and (found := read_measure(match[1] or match[2])) is not None:
            return found
    return None


def corner_measure(corner: Sequence[str]) -> Measure | None:
    """The unit in brackets behind the head of the labels (指标（万元）)."""
    found = (read_measure(unit) for word in corner for unit in IN_BRACKETS.findall(word))
    return next((measure for measure in found if measure is not None), None)


def excepted(column: str, head: Sequence[str]) -> Measure | None:
    """The unit of a column that the caption excepts: 单位：亿立方米（人均用水量为立方米/人）, 单位：万人、‰."""
    for line in head:
        match = CAPTION.search(line)
        if match is None:
            continue
        if match["column"] and match["column"] == column:
            return read_measure(match["unit"])
        if match["rate"] and table_words().rate.search(column):
            return read_measure(match["rate"])
    return None


def measure_in_cell(word: str) -> Measure | None:
    """The unit that stands in a cell of its own, in brackets or not; None for what is no unit."""
    return read_measure(word.strip("（()）"))


def read_measure(printed: str) -> Measure | None:
    """万吨 as tonnes times ten thousand, 人民币万元 as yuan, % as per cent; None for what is no unit."""
    printed = table_words().currency.sub("", printed)
    factor = Decimal(1)
    at = 0
    while at < len(printed) and printed[at] in SCALES and match_unit(printed, at) is None:
        factor *= SCALES[printed[at]]
        at += 1
    unit = match_unit(printed, at)
    if unit is None:
        return None
    name, end = match_rate(printed, at, unit)
    return Measure(name, factor * unit.factor, unit.kind) if end == len(printed) else None
