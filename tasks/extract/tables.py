"""Flattened tables: rows of cells joined by spaces, whose units stand in the header, the caption or the row label.

指标 绝对量 同比增长（%）
粗钢（万吨） 650.0 -22.5
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tasks.extract.numbers import SCALES
from tasks.extract.units import match_rate, match_unit
from tasks.vocabulary import either, read_yaml

JOINER = "\u2060"
"""Stands between the words of one column head that were printed in several lines."""

FIGURE = r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
# A year at the head of a row is its label (2016年 35.2 12.1, 2016 35.2 12.1).
_YEAR = r"(?:19|20)\d{2}(?:-\d{1,2})?"
_GAP = r"[ \t　|｜]"
_ROW = re.compile(
    rf"^(?P<label>[^\n，。；！？]{{0,60}}?[\u4e00-\u9fffA-Za-z）)%％]|{_GAP}{{0,3}}{_YEAR})"
    rf"(?P<cells>(?:{_GAP}+(?:{FIGURE}[%％]?|[-—…/]|——|--|\.\.\.))+|{_GAP}*[：:]{_GAP}*{FIGURE}){_GAP}*$",
    re.M,
)
_PAIRS = re.compile(
    rf"^(?P<first>[^\n，。；！？\d]{{2,30}}?){_GAP}+(?P<a>{FIGURE}){_GAP}+(?P<second>[^\n，。；！？\d\s|｜]{{2,30}})"
    rf"{_GAP}+(?P<b>{FIGURE}){_GAP}*$",
    re.M,
)
_NUMBER = re.compile(rf"(?<![^\s|｜：:]){FIGURE}(?![^\s|｜])")
_HINT = re.compile(rf"(?:{_GAP}|[：:])[-−+]?\d[\d,.]*[%％]?{_GAP}*(?:\n|$)")
_BLANK = re.compile(r"\s+")
BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_LAST_COLON = re.compile(r"[：:](?=\s*[-−+]?\d[\d,.]*[%％]?\s*$)")
_IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,12})[）)]")
BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_CAPTION = re.compile(
    r"单位[：:]\s*([^\s，。；（(）)、和]{1,10})(?:[、，,和](?P<rate>[%％‰]))?"
    r"(?:[（(](?P<column>[^（()）]{2,10})(?:为|[：:])(?P<unit>[^（()）]{1,8})[)）])?"
)
_GROWTH = re.compile(r"[%％]|增长|增速|增减|同比|环比|比重|占比|涨跌|增幅|进度|完成率|比例|±")
_WHOLE_HEAD = re.compile("性别比|备注|合计|排[名位]|位次|密度")
_YEAR_HEAD = re.compile(r"(?:19|20)\d\d年?")
_RULE = re.compile(r"[\s|｜:：+=-]*")
_SOLD_BY = frozenset(("公斤", "吨", "斤", "升", "千瓦时", "立方米", "平方米"))
_IS_RATE = re.compile("(?:率|比重|占比)$")
_COUNTS = re.compile("(?:人数|户数|个数|[数金总]额|总量|产量)$")
_AMOUNT_MORE = re.compile("(?:增减|增加|减少|升降)(?:额|量|数)?$")
_ORDER = re.compile(r"(?:总量|增速|增幅|全[国省市州县])?(?:位次|排名|排位|名次)")
EDGES = " \t　|｜：:"
_LEAST_ROWS = 2
_LEAST_COLUMNS = 3
SUBHEAD = 20
_HEADER_LINES = 4


class Measure(NamedTuple):
    """What a cell is measured in: base unit, factor to it, kind."""

    unit: str
    factor: Decimal
    kind: str


PLACE = Measure("名次", Decimal(1), "rank")
PERCENT = Measure("%", Decimal(1), "percent")
RATIO = Measure("", Decimal(1), "ratio")
INDEX = Measure("%", Decimal(1), "ratio")


class Sheet(NamedTuple):
    """The bare cells of a text by the place of their first digit, and where the labels of their rows stand."""

    cells: dict[int, Measure]
    labels: list[tuple[int, int]]


def table_cells(text: str, title: str | None = None) -> Sheet:
    """What each bare cell of a table, or number of a list of labels and numbers, is measured in."""
    cells: dict[int, Measure] = {}
    labels: list[tuple[int, int]] = []
    title = title or ""
    if _HINT.search(text) is None:
        return Sheet(cells, labels)
    last_end = -2
    head: list[str] = []
    widest = 0
    headed = False
    above: Measure | None = None
    for row in _ROW.finditer(text):
        if row.start() != last_end + 1:
            if not _is_subhead(text, last_end, row.start(), widest):
                head, widest = _head(text, row.start()), 0
            above = None
            if _is_head(split_cells(row[0]), len(split_cells(row["cells"]))):
                continue
        last_end = row.end()
        widest = max(widest, _full_cells(split_cells(row["cells"])))
        headed = headed or (bool(head) and len(split_cells(head[-1])) == len(split_cells(row[0])) >= _LEAST_COLUMNS)
        before = len(cells)
        above = _measure_row(row, head, widest, cells, above, title)
        if len(cells) > before:
            labels.append(row.span("label"))
    _measure_pairs(text, title, cells)
    return Sheet(cells, labels) if headed or len(cells) >= _LEAST_ROWS else Sheet({}, [])


def _measure_pairs(text: str, title: str, cells: dict[int, Measure]) -> None:
    """Rows of two labels with a number each (财政收入 12 一般服务 8), in what the caption or title says."""
    last_end, head = -2, []
    for row in _PAIRS.finditer(text):
        if row.start() != last_end + 1:
            head = _head(text, row.start())
        last_end = row.end()
        measure = _caption(head) or _caption([title])
        if measure is not None:
            for name in ("a", "b"):
                cells[row.start(name) + (row[name][0] in "-−+")] = measure


def split_cells(line: str) -> list[str]:
    """The cells of a line, parted by blanks, or by bars where it has them."""
    if "：" in line or ":" in line:
        line = _LAST_COLON.sub(" ", line)
    line = line.replace("｜", "|").replace(JOINER, "")
    if line.count("|") < _LEAST_ROWS:
        return line.replace("|", " ").split()
    return [_BLANK.sub("", cell) for cell in line.split("|") if cell.strip()]


def _is_head(words: Sequence[str], cells: int) -> bool:
    """Whether a row holds nothing but years, so that it heads the columns."""
    years = words[-cells:] if len(words) > cells + 1 or not BARE_YEAR.fullmatch(words[0]) else words
    return len(years) > 1 and all(map(BARE_YEAR.fullmatch, years))


def is_rule(line: str) -> bool:
    """Whether a line only parts the head from the rows (| --- | --- |)."""
    return "--" in line and _RULE.fullmatch(line) is not None


def head_words(lines: Sequence[str], count: int) -> list[str]:
    """The words of the nearest line that has `count` of them; a line of bare units is put behind the one above it, and
    one of parts (男 女, 2020年 2010年) behind the heads that it divides."""
    for place in range(len(lines) - 1, -1, -1):
        words = split_cells(lines[place])
        above = split_cells(lines[place - 1]) if place else []
        if len(words) >= count:
            if words and all(map(_IN_BRACKETS.fullmatch, words)) and len(above) >= len(words):
                return above[: -len(words)] + [a + b for a, b in zip(above[-len(words) :], words, strict=True)]
            return _under_groups(above[1:], words) or words
        if len(words) > 1 and len(above) > 1 and len(above) - 2 + len(words) == count:
            return _divided(above, words)
    return []


def _divided(above: list[str], parts: list[str]) -> list[str]:
    """Heads of which one is divided into parts: the last that can be."""
    at = next((at for at in range(len(above) - 1, 0, -1) if not _WHOLE_HEAD.search(above[at])), len(above) - 1)
    year = all(map(_YEAR_HEAD.fullmatch, parts))
    return [*above[:at], *(part + above[at] if year else above[at] + part for part in parts), *above[at + 1 :]]


def _under_groups(groups: Sequence[str], words: list[str]) -> list[str]:
    """Heads that recur under each of some groups, with the group before them (2020年 产量, 2020年 增速 …)."""
    size = len(words) // len(groups) if groups else 0
    if len(groups) < _LEAST_ROWS or size < _LEAST_ROWS or words != words[:size] * len(groups):
        return []
    return [group + word for group in groups for word in words[:size]]


def _head(text: str, start: int) -> list[str]:
    """The lines before the first row that can be its header or caption."""
    lines = text[max(0, start - 300) : start].split("\n")[:-1][-_HEADER_LINES:]
    return [line for line in lines if not re.search("[。；，]", line) and not is_rule(line)]


def _is_subhead(text: str, last_end: int, start: int, widest: int) -> bool:
    """Whether only a short line parts the rows of one table (期末存栏 … 期末出栏 …)."""
    between = text[last_end + 1 : start].strip("\n") if last_end >= 0 else ""
    short = 0 < len(between) <= SUBHEAD and "\n" not in between and _CAPTION.search(between) is None
    return short and len(split_cells(between)) < max(widest, _LEAST_COLUMNS) - 1 and not re.search("[。；，]", between)


def _measure_row(
    row: re.Match[str], head: list[str], widest: int, cells: dict[int, Measure], above: Measure | None, title: str
) -> Measure | None:
    """`widest` is how many cells the rows have so far: a row that ends early lacks its last columns, one that begins
    with dashes ends with the last. A row without a unit has that of the row `above`; returns the row's own."""
    words = _heads()
    if head and words.no_table.search(head[-1]):
        return above
    numbers = list(_NUMBER.finditer(row.string, row.start("cells"), row.end("cells")))
    columns = head_words(head, widest)[-widest:]
    printed = _row_measure(row["label"])
    if printed is None and words.no_figure.search(row["label"].rstrip(EDGES)):
        return above
    printed = printed or _caption(head)
    own = printed or _of_label(row["label"], above, head, title) or above or _caption([title])
    indexed = own is None and words.indexed.search("\n".join((*head, title))) is not None
    offset = {match.start(): at for at, match in enumerate(re.finditer(r"[^\s|｜：:　]+", row["cells"]))}
    surplus = max(0, len(offset) - len(columns))
    told = any(told_as_share(column) for column in columns)
    if not columns and own is not None and own is printed:
        # Without a head nothing tells what stands behind the first number.
        del numbers[1:]
    for number in numbers:
        place = offset[number.start() - row.start("cells")] - surplus
        column = columns[place] if columns and place >= 0 else ""
        measure = _apart(column, head) or _column_measure(column, own, told) or (INDEX if indexed else None)
        if measure is not None:
            sign = number.group()[0] in "-−+"
            cells[number.start() + sign] = measure
    return own


def _of_label(label: str, above: Measure | None, head: Sequence[str], title: str) -> Measure | None:
    """What a row counts by its label (农户 → 户), or as the line above the rows says (人口数据); as the row above where
    that counts the same (万人)."""
    words = _heads()
    bare = BRACKETED.sub("", label).strip(EDGES)
    unit = words.counted_by(bare)
    if unit is None and not words.derived.search(bare):
        heading = "\n".join((*head, title))
        unit = next((unit for unit, said in words.headings if said.search(heading)), None)
    if unit is None or (above is not None and above.unit == unit):
        return above
    return read_measure(unit)


def _full_cells(cells: list[str]) -> int:
    """How many cells a row has from its first number on."""
    return next((len(cells) - place for place, cell in enumerate(cells) if _NUMBER.fullmatch(cell)), 0)


def told_as_share(column: str) -> bool:
    """Whether a head gives its cells in per cent (增长（%）)."""
    return "%" in column or "％" in column


def _priced(money: Measure, own: Measure | None) -> Measure:
    """The price of a unit that stands in a column of its own (公斤, 价格（元）)."""
    if money.unit != "元" or own is None or own.kind == "money" or own.unit not in _SOLD_BY:
        return money
    return Measure(f"元/{own.unit}", money.factor / own.factor, money.kind)


def is_amount_more(column: str) -> bool:
    """Whether a head gives by how much its cells are more (2020年比2019年增减), if another column gives per cent."""
    return _AMOUNT_MORE.search(column) is not None


def _column_measure(column: str, own: Measure | None, told: bool) -> Measure | None:
    """The measure that a column head sets, else the row's own; `told` is whether another column is in per cent, so
    that 增减 alone is an amount."""
    for bracket in _IN_BRACKETS.findall(column):
        found = read_measure(bracket.split("、")[0])
        if found is not None:
            return _priced(found, own) if "价" in column else found
    if _ORDER.fullmatch(column):
        return PLACE
    if _heads().no_figure.search(column):
        return None
    if column.endswith("性别比"):
        return RATIO
    if is_amount_more(column) and told and own:
        return own
    if _GROWTH.search(column) and not (own and (own.unit == "百分点" or is_count(column))):
        return PERCENT
    return own or read_measure(_heads().counted_by(BRACKETED.sub("", column)) or "")


def is_count(column: str) -> bool:
    """Whether the head of a column says that it counts something, so that 增长 in it is no rate (自然增长人数)."""
    return _COUNTS.search(column) is not None


def is_counted(label: str) -> bool:
    """Whether a label is a thing that is counted (行政村), by its last letters."""
    return _heads().counted_by(label) is not None


class _Heads(NamedTuple):
    """The words of heads and labels, from seeds/."""

    counted: dict[str, str]
    longest: int
    headings: list[tuple[str, re.Pattern[str]]]
    no_figure: re.Pattern[str]
    no_table: re.Pattern[str]
    derived: re.Pattern[str]
    indexed: re.Pattern[str]

    def counted_by(self, words: str) -> str | None:
        """The unit that the last letters of a head or label imply (户数 → 户)."""
        endings = (words[-size:] for size in range(min(self.longest, len(words)), 0, -1))
        return next((self.counted[ending] for ending in endings if ending in self.counted), None)


@lru_cache(maxsize=1)
def _heads() -> _Heads:
    words = read_yaml("table_heads.yaml")
    counted = {str(ending): str(unit) for unit, endings in words["counted"].items() for ending in endings}
    return _Heads(
        counted,
        max(map(len, counted)),
        [(str(unit), re.compile(said)) for unit, said in words["headings"].items()],
        re.compile(rf"(?:{either(words['no_figures'])})$"),
        re.compile(either(words["no_tables"])),
        re.compile(words["derived"]),
        re.compile(words["index"]),
    )


def _row_measure(label: str) -> Measure | None:
    """The unit in brackets behind a row's label, or the last word of it (粗钢 万吨)."""
    brackets = _IN_BRACKETS.findall(label)
    for inside in reversed(brackets):
        found = read_measure(inside)
        if found is not None:
            return found
    words = split_cells(label)
    return measure_in_cell(words[-1]) if len(words) > 1 else None


def _caption(head: list[str]) -> Measure | None:
    for line in reversed(head):
        match = _CAPTION.search(line)
        if match is not None:
            return read_measure(match[1])
    return None


def _apart(column: str, head: Sequence[str]) -> Measure | None:
    """The unit of a column that the caption excepts: 单位：亿立方米（人均用水量为立方米/人）, 单位：万人、‰."""
    for line in head:
        match = _CAPTION.search(line)
        if match is None:
            continue
        if match["column"] and match["column"] == column:
            return read_measure(match["unit"])
        if match["rate"] and _IS_RATE.search(column):
            return read_measure(match["rate"])
    return None


def measure_in_cell(word: str) -> Measure | None:
    """The unit that stands in a cell of its own, in brackets or not; None for what is no unit."""
    return read_measure(word.strip("（()）"))


def read_measure(printed: str) -> Measure | None:
    """万吨 as tonnes times ten thousand, % as per cent; None for what is no unit."""
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
