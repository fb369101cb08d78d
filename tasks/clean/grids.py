"""Tables that a page builds of plain containers: like rows of like cells, figures behind a name in each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tasks.clean.blocks import Markup, Node
from tasks.clean.page_words import fold, is_furniture
from tasks.clean.table_cells import laid_out
from tasks.clean.tables import FIGURE, MAX_COLUMN_CELL, merge_grid, text_of
from tasks.clean.tokens import plain

MIN_ROWS, MIN_CELLS, MAX_CELLS = 2, 2, 40
_CELLS = frozenset(("div", "li", "dt", "dd", "section"))
_ROWS = frozenset(("div", "li", "ul", "ol", "dl", "section"))

_FIGURE_ENDS = frozenset("0123456789０１２３４５６７８９%‰％,，.")

Row = Sequence[Node]


def merge_grids(markup: Markup) -> None:
    """Turn every row of such a table into one block of tag `row`, in place, as those of a table are."""
    nodes = markup.nodes
    holders = {nodes[block.node].parent for block in markup.blocks if block.text[-1:] in _FIGURE_ENDS}
    tables = {nodes[holder].parent for holder in holders if holder >= 0}
    if not tables:
        return
    families: dict[tuple[int, str, str, int], list[Row]] = {}
    for row, cells in _rows_of(markup, tables):
        families.setdefault((row.parent, row.tag, row.cue, len(cells)), []).append(cells)
    for rows in families.values():
        if _is_table(markup, rows):
            grid = laid_out([[(cell, text_of(markup.blocks, cell)) for cell in cells] for cells in rows])
            merge_grid(markup.blocks, grid, enough=1)


def _rows_of(markup: Markup, tables: Collection[int]) -> list[tuple[Node, Row]]:
    """The containers within `tables` that hold nothing but cells, and their cells."""
    nodes = markup.nodes
    inside: dict[int, list[Node]] = {}
    for node in nodes:
        if nodes[node.parent].parent not in tables:
            continue
        if node.tag in _CELLS and not node.children and node.last - node.first <= 1 and not node.unseen:
            inside.setdefault(node.parent, []).append(node)
    rows: list[tuple[Node, Row]] = []
    for index, cells in inside.items():
        row = nodes[index]
        filled = sum(cell.last - cell.first for cell in cells)
        whole = len(cells) == row.children and filled == row.last - row.first
        if row.tag in _ROWS and MIN_CELLS <= len(cells) <= MAX_CELLS and whole and filled:
            rows.append((row, cells))
    return rows


def _is_table(markup: Markup, rows: Sequence[Row]) -> bool:
    """Whether rows hold short cells, and each but the head a figure behind its name."""
    if len(rows) < MIN_ROWS or not all(_tells(markup, row) for row in rows[1:]):
        return False
    if len(rows) == MIN_ROWS and not _tells(markup, rows[0]):
        return False
    cells = (cell for row in rows for cell in row)
    return all(
        len(plain(block.text)) <= MAX_COLUMN_CELL for cell in cells for block in markup.blocks[cell.first : cell.last]
    )


def _tells(markup: Markup, row: Row) -> bool:
    blocks = [block for cell in row for block in markup.blocks[cell.first : cell.last]]
    if not any(not block.link and FIGURE.fullmatch(fold(block.text)) for block in blocks[1:]):
        return False
    name = fold(plain(blocks[0].text))
    return not (FIGURE.fullmatch(name) or is_furniture(name))
