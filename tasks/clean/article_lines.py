"""Which blocks of the chosen container are the article's: not those of its sidebars, lists of links and inserts."""

from __future__ import annotations

from itertools import accumulate, takewhile

from tasks.clean.blocks import ROW, Block, Markup, Node
from tasks.clean.page_words import BODY, ending_of, fold, is_attachment, is_note
from tasks.clean.tokens import plain

MAX_NOTE, MAX_HEADING, INSERT_SHARE = 40, 16, 0.4


def lines_of(markup: Markup, chosen: int, flags: list[int], foreign: list[bool], weights: list[float]) -> list[int]:
    """The blocks of the chosen container without those of its sidebars and link lists.

    In a container that a system marks as the body, a list of links after prose belongs to the text.
    """
    nodes, blocks = markup.nodes, markup.blocks
    top = nodes[chosen]
    own = blocks[top.first : top.last]
    links = [0, *accumulate(block.link for block in own)]
    texts = [0, *accumulate(len(block.text) for block in own)]
    sums = [0.0, *accumulate(weights[top.first : top.last])]
    gains = [0.0, *accumulate(max(0.0, weight) for weight in weights[top.first : top.last])]
    skip_to = top.first
    dropped: list[tuple[int, int]] = []
    for index in range(chosen + 1, len(nodes)):
        node = nodes[index]
        if node.first >= top.last:
            break
        if node.last > top.last or node.first < skip_to or node.last == node.first:
            continue
        low, high = node.first - top.first, node.last - top.first
        text, link = texts[high] - texts[low], links[high] - links[low]
        scrap = link * 5 > text * 3 and sums[high] - sums[low] < -30 and high - low > 1
        after_prose = gains[low] > 60
        kept = flags[index] & BODY or (after_prose and (flags[chosen] & BODY or _names_files(own[low:high])))
        insert = high - low > 1 and link and text < texts[-1] * INSERT_SHARE and _heads_others(own[low])
        if foreign[index] or (scrap and not kept) or insert:
            dropped.append((node.first, node.last))
            skip_to = node.last
    return _without(blocks, top, dropped)


def _heads_others(first: Block) -> bool:
    """Whether the first line of a container is the heading of what is not the article's (相关报道)."""
    return len(first.text) <= MAX_HEADING and ending_of(fold(plain(first.text))) == "end_headings"


def notes_below(markup: Markup, lines: list[int]) -> list[int]:
    """The notes right below a table that ends the article: 注：本表为快报数."""
    if not lines or markup.blocks[lines[-1]].tag != ROW:
        return []
    below = (index for index in range(lines[-1] + 1, len(markup.blocks)) if markup.blocks[index].text)
    return list(takewhile(lambda index: is_note(fold(plain(markup.blocks[index].text[:MAX_NOTE]))), below))


def _names_files(blocks: list[Block]) -> bool:
    return all(is_attachment(fold(plain(block.text))) for block in blocks if block.text)


def _without(blocks: list[Block], top: Node, dropped: list[tuple[int, int]]) -> list[int]:
    lines: list[int] = []
    position = top.first
    for first, last in [*dropped, (top.last, top.last)]:
        lines.extend(index for index in range(position, first) if blocks[index].text)
        position = max(position, last)
    return lines
