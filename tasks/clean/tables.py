"""Tables of data as rows: one line a row, cells joined by one space. Tables that only lay a page out stay.

In tables of figures a stroke stands for an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from tasks.clean.blocks import ROW, Block, Markup, Node
from tasks.clean.byline import opens_with_label
from tasks.clean.cell_numbers import APART, in_one_cell
from tasks.clean.names import words
from tasks.clean.page_words import fold, is_furniture, mark_count, page_words
from tasks.clean.table_cells import Cell, Grid, laid_out, written
from tasks.clean.tokens import plain

LONG_CELL, LONG_ROW_CELL = 220, 1200
MAX_COLUMN_CELL = 40
MIN_ROWS, MIN_FIGURES, MIN_SENTENCE = 3, 2, 24
MIN_ITEMS, MAX_ITEM = 5, 200
MIN_HEADLINE = 9
_ITEM = re.compile(
    r"(?:\d{1,2}[.、]\s*|[(（]?[一二三四五六七八九十]{1,3}[)）、.]\s*)?"
    r"([\u3400-\u9fff（）()/、\s]{2,24})[:：]\s*\S"
)
FIGURE = re.compile(r"[-+±]?\d[\d,，.]*\s?[%‰％]?")
_INNER_SPACE = re.compile(r"(?<=[\u3400-\u9fff（）、]) +(?=[\u3400-\u9fff（）、])")


def merge_rows(markup: Markup) -> None:
    """Turn every row of a data table into one block of tag `row`, in place.

    The first block of the row takes the line; the others become empty, so block numbers stay valid.
    """
    nodes, blocks = markup.nodes, markup.blocks
    layout, figured = _layout_tables(markup)
    rows: dict[int, list[Node]] = {}
    for node in nodes:
        if node.tag in ("td", "th") and not node.unseen:
            row = node.parent
            if row >= 0 and nodes[row].tag == "tr":
                rows.setdefault(row, []).append(node)
    tables: dict[int, list[list[Node]]] = {}
    for row, cells in rows.items():
        table = _table_of(nodes, row)
        if table not in layout:
            tables.setdefault(table, []).append(cells)
    for table, own in tables.items():
        grid = laid_out([[(cell, text_of(blocks, cell)) for cell in cells] for cells in own])
        merge_grid(blocks, grid, 1 if table in figured else MIN_FIGURES)


def mark_items(markup: Markup) -> bool:
    """Turn runs of lines that are a name and its value (采购方式：竞争性磋商) into rows; whether there were any.

    Tenders and announcements are made of nothing else; a page's address and telephone are no run.
    """
    found, run = False, []
    for block in [*markup.blocks, None]:
        if block is not None and _is_item(block):
            run.append(block)
            continue
        if block is not None and not block.text:
            continue
        if len(run) >= MIN_ITEMS:
            found = True
            for item in run:
                item.tag = ROW
        run = []
    return found


def _is_item(block: Block) -> bool:
    if not block.text or block.link * 2 > len(block.text) or len(block.text) > MAX_ITEM:
        return False
    folded = fold(plain(block.text))
    match = _ITEM.match(folded)
    if match is None or match[1].endswith(tuple(words()["contact_labels"])):
        return False
    return not opens_with_label(block.text) and not is_furniture(folded)


def _table_of(nodes: list[Node], row: int) -> int:
    parent = nodes[row].parent
    return parent if parent >= 0 and nodes[parent].tag == "table" else -1


def _layout_tables(markup: Markup) -> tuple[set[int], set[int]]:
    """Tables that are no data: those that hold tables or headings, of one column, of links, of few rows of prose.

    And those whose figures make data of them, though all their names are links.
    """
    nodes, blocks = markup.nodes, markup.blocks
    layout = {-1}
    shapes: dict[int, _Shape] = {}
    for index, node in enumerate(nodes):
        if node.tag == "table":
            layout.update(_tables_above(nodes, index))
            shapes.setdefault(index, _Shape())
        elif node.tag == "tr" and node.parent in shapes:
            shapes[node.parent].rows += node.children > 1
            shapes[node.parent].lines += 1
            shapes[node.parent].width = max(shapes[node.parent].width, node.children)
        elif node.tag in ("td", "th"):
            shape = shapes.get(_table_of(nodes, node.parent))
            if shape:
                shape.see(blocks[node.first : node.last], behind=node.first > nodes[node.parent].first)
    figured = {index for index, shape in shapes.items() if shape.is_figured() and not shape.counts()}
    for index, shape in shapes.items():
        if shape.is_layout() or (index not in figured and _mostly_links(blocks, nodes[index])):
            layout.add(index)
    return layout, figured


@dataclass(slots=True)
class _Shape:
    """What the cells of a table look like."""

    rows: int = 0
    lines: int = 0
    width: int = 0
    figures: int = 0
    told_figures: int = 0
    longest: int = 0
    tallest: int = 0
    heading: bool = False
    told: bool = False
    first: list[Block] = field(default_factory=list)

    def see(self, cell: list[Block], *, behind: bool) -> None:
        """Take a cell of the table's last row; `behind` says that another one with a text stands before it."""
        if self.lines == 1:
            self.first += cell
        self.longest = max(self.longest, sum(len(block.text) for block in cell))
        self.tallest = max(self.tallest, len(cell))
        self.heading = self.heading or any(block.tag in ("h1", "h2") for block in cell)
        self.told = self.told or (len(cell) > 1 and any(_is_sentence(block.text) for block in cell))
        figure = len(cell) == 1 and FIGURE.fullmatch(cell[0].text) is not None
        self.figures += figure
        self.told_figures += figure and behind and not cell[0].link

    def is_figured(self) -> bool:
        """Whether figures stand in most cells, or one behind the name in every row: in its first it numbers rows."""
        if self.rows >= MIN_ROWS and self.figures >= MIN_FIGURES * (self.rows - 1):
            return True
        return self.rows > 1 and self.told_figures >= self.rows - 1

    def counts(self) -> bool:
        """Whether the figures only number the rows and count the readers: a list of links, not data.

        The head says so, or there is none: the first row holds a headline.
        """
        if any(_counter().fullmatch(fold(plain(block.text))) for block in self.first):
            return True
        headed = not any(block.link >= MIN_HEADLINE for block in self.first)
        return not headed and self.figures <= 2 * self.rows

    def is_layout(self) -> bool:
        if self.heading or (self.told and self.lines < MIN_ROWS):
            return True
        if self.width < 2:
            # A single column is data where it holds figures under short names.
            return self.lines < 3 or not self.figures or self.longest > MAX_COLUMN_CELL or self.tallest > 1
        regular = self.rows >= MIN_ROWS
        return self.longest > (LONG_ROW_CELL if regular else LONG_CELL) or self.tallest > (30 if regular else 8)


@cache
def _counter() -> re.Pattern[str]:
    return re.compile("|".join(page_words("list_counters")))


def _is_sentence(text: str) -> bool:
    return len(text) >= MIN_SENTENCE and mark_count(text) > 0 and text[-1] in "。！？”"


def _tables_above(nodes: list[Node], index: int) -> list[int]:
    above = []
    parent = nodes[index].parent
    while parent >= 0:
        if nodes[parent].tag == "table":
            above.append(parent)
            break
        parent = nodes[parent].parent
    return above


def _mostly_links(blocks: list[Block], node: Node) -> bool:
    own = blocks[node.first : node.last]
    return sum(block.link for block in own) * 2 > sum(len(block.text) for block in own)


def text_of(blocks: list[Block], cell: Node) -> str:
    """The text of a cell as a row shows it."""
    text, before = "", None
    for block in blocks[cell.first : cell.last]:
        if block.text:
            line = plain(block.text)
            text += _between(before, block) + line if before else line
            before = block
    return in_one_cell(_INNER_SPACE.sub("", text))


def _between(before: Block, block: Block) -> str:
    """What stands between two lines of a cell: figures of two paragraphs are no number that was broken."""
    broken = before.node == block.node and block.tag != "p"
    return " " if broken or not (FIGURE.fullmatch(before.text) and FIGURE.fullmatch(block.text)) else APART


def merge_grid(blocks: list[Block], grid: Grid, enough: int) -> None:
    """Put the texts of each row of a table into the row's first block."""
    for row, texts in zip(grid, written(grid), strict=True):
        _merge_row(blocks, row, texts, enough)


def _merge_row(blocks: list[Block], row: Sequence[Cell], texts: Sequence[str], enough: int) -> None:
    """Put the texts of a row into its first block; with `enough` figures it counts as no link."""
    filled = [blocks[cell.node.first : cell.node.last] for cell in row if cell.text and not cell.above]
    if not filled:
        return
    link = sum(block.link for own in filled for block in own)
    figures = sum(len(own) == 1 and FIGURE.fullmatch(own[0].text) is not None for own in filled)
    for own in filled:
        for block in own:
            block.text = ""
    first = filled[0][0]
    first.text = " ".join(texts)
    first.tag = ROW
    first.link = min(link, len(first.text)) if figures < enough else 0
