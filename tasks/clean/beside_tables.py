"""The paragraphs right above and below a table that is the body: it weighs so much that they are left outside of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from tasks.clean.blocks import ROW, Block, Markup
from tasks.clean.byline import is_byline
from tasks.clean.page_words import ending_of, fold, is_furniture
from tasks.clean.tokens import plain

MAX_BESIDE = 40
_PARAGRAPHS = frozenset(("div", "section", "center"))


def with_paragraphs(markup: Markup, chosen: int, lines: list[int], foreign: list[bool], title_at: int) -> list[int]:
    """The lines of the chosen container; where most are rows, with the paragraphs of its parent right beside it."""
    if not lines or sum(markup.blocks[index].tag == ROW for index in lines) * 2 < len(lines):
        return lines
    nodes = markup.nodes
    inner = nodes[chosen]
    parent = inner.parent
    while parent >= 0 and (nodes[parent].first, nodes[parent].last) == (inner.first, inner.last):
        parent = nodes[parent].parent
    if parent < 0:
        return lines
    above = range(inner.first - 1, max(title_at, nodes[parent].first - 1, inner.first - 1 - MAX_BESIDE), -1)
    below = range(inner.last, min(nodes[parent].last, inner.last + MAX_BESIDE))
    before, after = (_paragraphs(markup, places, parent, foreign) for places in (above, below))
    return [*before[::-1], *lines, *after]


def _paragraphs(markup: Markup, places: Iterable[int], parent: int, foreign: list[bool]) -> list[int]:
    """The paragraphs of a container that stand one after the other from the first of these places on."""
    blocks = markup.blocks
    filled = (index for index in places if blocks[index].text)
    own = takewhile(lambda index: not foreign[blocks[index].node] and _stands_in(markup, blocks[index], parent), filled)
    return list(takewhile(lambda index: _is_text(blocks[index]), own))


def _stands_in(markup: Markup, block: Block, parent: int) -> bool:
    """Whether a block is a paragraph of the container itself: an element of a name of its own is another part."""
    node = markup.nodes[block.node]
    return block.node == parent or (node.parent == parent and node.tag in _PARAGRAPHS and not node.cue)


def _is_text(block: Block) -> bool:
    text = plain(block.text)
    if block.tag == "h1" or block.link * 3 > len(text):
        return False
    return not (is_furniture(fold(text)) or is_byline(block.text) or ending_of(fold(text)))
