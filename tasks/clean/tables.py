"""Tables of data as rows: one line a row, cells joined by one space. Tables that only lay a page out stay."""

from __future__ import annotations

import re

from tasks.clean.markup import Block, Markup, Node
from tasks.clean.tokens import plain

ROW = "row"
LONG_CELL = 220
_INNER_SPACE = re.compile(r"(?<=[\u3400-\u9fff（）、]) +(?=[\u3400-\u9fff（）、])")


def merge_rows(markup: Markup) -> None:
    """Turn every row of a data table into one block of tag `row`, in place.

    The first block of the row takes the line; the others become empty, so block numbers stay valid.
    """
    nodes, blocks = markup.nodes, markup.blocks
    layout = _layout_tables(markup)
    rows: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        if node.tag in ("td", "th") and node.last > node.first:
            row = node.parent
            if row >= 0 and nodes[row].tag == "tr":
                rows.setdefault(row, []).append(index)
    for row, cells in rows.items():
        if _table_of(nodes, row) not in layout:
            _merge(blocks, [nodes[cell] for cell in cells])


def _table_of(nodes: list[Node], row: int) -> int:
    parent = nodes[row].parent
    return parent if parent >= 0 and nodes[parent].tag == "table" else -1


def _layout_tables(markup: Markup) -> set[int]:
    """Tables that hold other tables, long text, one column or mostly links."""
    nodes, blocks = markup.nodes, markup.blocks
    layout = {-1}
    width: dict[int, int] = {}
    for index, node in enumerate(nodes):
        if node.tag == "table":
            layout.update(_tables_above(nodes, index))
        elif node.tag in ("td", "th"):
            table = _table_of(nodes, node.parent) if node.parent >= 0 else -1
            if table in layout:
                continue
            own = blocks[node.first : node.last]
            if (
                sum(len(block.text) for block in own) > LONG_CELL
                or len(own) > 8
                or any(block.tag in ("h1", "h2") for block in own)
            ):
                layout.add(table)
            width[table] = max(width.get(table, 0), nodes[node.parent].children)
    for index, node in enumerate(nodes):
        if node.tag == "table" and index not in layout and (width.get(index, 0) < 2 or _mostly_links(blocks, node)):
            layout.add(index)
    return layout


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


def _merge(blocks: list[Block], cells: list[Node]) -> None:
    texts = []
    link = 0
    for cell in cells:
        own = blocks[cell.first : cell.last]
        link += sum(block.link for block in own)
        text = " ".join(plain(block.text) for block in own if block.text)
        texts.append(_INNER_SPACE.sub("", text))
        for block in own:
            block.text = ""
    first = blocks[cells[0].first]
    first.text = " ".join(text for text in texts if text)
    first.tag = ROW
    first.link = min(link, len(first.text))
