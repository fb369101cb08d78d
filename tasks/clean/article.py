"""Which part of a page is the article: the container whose text is most worth having.

Every block gets a weight: prose and rows of figures count for the article by their length, links,
short scraps and furniture against it. The container with the largest sum is the body; what inside
it is a list of links or calls itself a sidebar is left out. Sums are prefix differences, so the
whole choice is linear in the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from tasks.clean.article_lines import lines_of, notes_below
from tasks.clean.beside_tables import with_paragraphs
from tasks.clean.blocks import ROW, Block, Markup, Node
from tasks.clean.byline import is_byline
from tasks.clean.captions import captions_between
from tasks.clean.page_words import (
    BODY,
    FOREIGN,
    cue_flags,
    fold,
    is_furniture,
    is_notice,
    mark_count,
)
from tasks.clean.thread import posts_of
from tasks.clean.title_place import HEADINGS, find_title
from tasks.clean.tokens import plain

MARKED_WORTH = 2.0
CUE_SHARE = 0.6
MILD = 0.2
"""Links weigh less against a container that a content system marks as the body."""
FOREIGN_SHARE = 0.5
MAX_BLURB, MAX_BLURB_LINES = 260, 12
NEAR_TITLE = 3.0
THIN = 120.0
_UNNUMBERED = re.compile("[0-9]+")
TIGHT_SHARE, LOOSE_SHARE, WRAPPED_SHARE = 0.9, 0.75, 0.3
REACH = 40
MAX_NOTICE, NEAR_BYLINE = 400, 3
# A chart told in short lines: 总收入120亿元, 同比增长3%.
_FIGURE = re.compile(r"[0-9][万亿]?(?:%|％|元|吨|亩|户|人次|公顷|公里|千瓦时|个百分点)")


@dataclass(frozen=True, slots=True)
class Article:
    """The body as block numbers in order, the container it came from, the blocks that print the title.

    `captions` are those of the pictures between title and body.
    """

    lines: list[int]
    node: int
    title_at: int
    title_from: int
    weight: float
    captions: list[int]


def find_article(markup: Markup) -> Article | None:
    """The article of a page, or None where no container has any weight. Rows must be merged before."""
    blocks, nodes = markup.blocks, markup.nodes
    if not blocks:
        return None
    flags = [cue_flags(node.cue) if node.cue else 0 for node in nodes]
    weights = [weight_of(block) for block in blocks]
    _disown_blurbs(nodes, blocks, weights)
    title_from, title_at = find_title(markup, weights)
    for index in range(title_at + 1):
        weights[index] = min(weights[index], 0.0)
    foreign = _foreign(nodes, flags, weights)
    for index, block in enumerate(blocks):
        if foreign[block.node]:
            weights[index] = -abs(weights[index])
    sums = [0.0, *accumulate(weights)]
    mild = [0.0, *accumulate(weight if weight > 0 else weight * MILD for weight in weights)]
    node = _choose(markup, flags, foreign, sums, mild, title_at)
    if node is None:
        return None
    parts = posts_of(nodes, flags, foreign, node) or [node]
    node = parts[0]
    lines = [index for part in parts for index in lines_of(markup, part, flags, foreign, weights) if index > title_at]
    lines = with_paragraphs(markup, node, lines, foreign, title_at)
    lines += notes_below(markup, lines)
    captions = captions_between(markup, title_at + 1, lines[0]) if lines and title_at >= 0 else []
    weight = sums[nodes[node].last] - sums[nodes[node].first]
    return Article(lines, node, title_at, title_from, weight, captions)


def weight_of(block: Block) -> float:
    """How much a block speaks for being in the article: about its length in characters, or below zero."""
    length = len(block.text)
    if not length:
        return 0.0
    own = length - block.link
    if block.link * 2 > length:
        return -12.0 - 1.5 * min(block.link, 40)
    if length < 90 and is_furniture(fold(plain(block.text))):
        return -12.0
    if block.tag == ROW:
        return float(min(own, 80))
    if length < MAX_NOTICE and is_notice(block.text):
        return -12.0
    marks = mark_count(block.text)
    if marks and own >= 10:
        worth = own + 4.0 * marks
        return worth * MARKED_WORTH if block.marked else worth
    if block.tag in HEADINGS or own >= 24:
        return 1.0
    if not block.link and _FIGURE.search(block.text):
        return float(own)
    return -4.0 if own > 1 else 0.0


def _disown_blurbs(nodes: list[Node], blocks: list[Block], weights: list[float]) -> None:
    """Turn the weight of summaries against the article: like containers, each a linked headline and a scrap."""
    families: dict[tuple[int, str, str], list[Node]] = {}
    for node in nodes:
        if 1 < node.last - node.first <= MAX_BLURB_LINES and (node.cue or node.tag in ("li", "dl")):
            families.setdefault((node.parent, node.tag, node.cue), []).append(node)
    for family in families.values():
        if len(family) >= 3 and all(_is_blurb(blocks[node.first : node.last]) for node in family):
            for index in range(family[0].first, family[-1].last):
                weights[index] = min(weights[index], -8.0)


def _is_blurb(blocks: list[Block]) -> bool:
    headline = any(block.link >= 6 and block.link * 10 > len(block.text) * 8 for block in blocks)
    return headline and sum(len(block.text) for block in blocks) < MAX_BLURB


def _foreign(nodes: list[Node], flags: list[int], weights: list[float]) -> list[bool]:
    """Which containers hold what is not the article; one that holds most of the page is believed to be the page."""
    sums = [0.0, *accumulate(max(0.0, weight) for weight in weights)]
    total = sums[-1]
    foreign = [False] * len(nodes)
    for index, node in enumerate(nodes):
        if node.parent >= 0 and foreign[node.parent] and not flags[index] & BODY:
            foreign[index] = True
        elif flags[index] & FOREIGN or node.tag in ("nav", "footer", "aside"):
            foreign[index] = sums[node.last] - sums[node.first] <= total * FOREIGN_SHARE
    return foreign


def _choose(
    markup: Markup, flags: list[int], foreign: list[bool], sums: list[float], mild: list[float], title_at: int
) -> int | None:
    """The container of the largest sum: holding the text under the title, or marked as the body."""
    nodes = markup.nodes
    own = [not is_foreign for is_foreign in foreign]
    best, best_sum = _largest(nodes, sums, own)
    if best_sum < THIN:
        other, other_sum = _largest(nodes, mild, own)
        if other_sum > 2 * best_sum:
            best, best_sum = other, other_sum
    if best is None:
        return None
    anchor = _anchor(sums, title_at)
    if anchor is not None and _apart(markup.blocks, nodes[best], anchor):
        holds = [node.first <= anchor < node.last and not foreign[index] for index, node in enumerate(nodes)]
        near, near_sum = _largest(nodes, sums, holds)
        if near is not None and near_sum * NEAR_TITLE >= best_sum:
            best, best_sum = near, near_sum
    marks = [bool(flags[index] & BODY) and not foreign[index] for index in range(len(nodes))]
    marked, marked_sum = _largest(nodes, mild, marks)
    wraps = marked is not None and _wraps(nodes[marked], nodes[best], sums, mild, title_at)
    if marked is not None and marked_sum >= best_sum * CUE_SHARE and not wraps:
        return marked
    return _tighten(markup, sums, best)


def _wraps(marked: Node, best: Node, sums: list[float], mild: list[float], title_at: int) -> bool:
    """Whether a container that is named as the body holds all of the page: title, text, and more links than text.

    The text is then nearly all in the `best` container within.
    """
    inside = marked.first <= best.first and best.last <= marked.last and marked.first <= title_at < marked.last
    hard, own = (sums[node.last] - sums[node.first] for node in (marked, best))
    if not inside or hard >= own * WRAPPED_SHARE:
        return False
    whole, part = ((mild[n.last] - mild[n.first] - MILD * s) for n, s in ((marked, hard), (best, own)))
    return part >= whole * LOOSE_SHARE


def _tighten(markup: Markup, sums: list[float], chosen: int) -> int:
    """The innermost container that holds nearly all of the chosen one, where the rest only follows it.

    What stands behind a whole article in a wrapper of both is about its author or its site; less of it need be left
    where no container like the article's goes on. What stands before it, and before its byline, is a notice.
    """
    nodes = markup.nodes
    total = sums[nodes[chosen].last] - sums[nodes[chosen].first]
    for index in range(chosen + 1, len(nodes)):
        node = nodes[index]
        if total <= 0 or node.first >= nodes[chosen].last:
            break
        inside = sums[node.last] - sums[node.first]
        before = sums[node.first] - sums[nodes[chosen].first]
        if inside < total * LOOSE_SHARE or (before > 0 and not _is_introduced(markup.blocks, node.first)):
            continue
        if inside >= total * TIGHT_SHARE or not _goes_on(nodes, index, nodes[chosen].last):
            chosen, total = index, inside
    return chosen


def _is_introduced(blocks: list[Block], first: int) -> bool:
    """Whether a byline stands right before a block or a few below."""
    return any(is_byline(block.text) for block in blocks[max(0, first - NEAR_BYLINE) : first + NEAR_BYLINE])


def _goes_on(nodes: list[Node], inner: int, last: int) -> bool:
    """Whether a container like the inner one follows it up to a block: a text in parts, or paragraphs in containers."""
    own = (nodes[inner].tag, _UNNUMBERED.sub("", nodes[inner].cue))
    following = range(inner + 1, len(nodes))
    later = (node for node in map(nodes.__getitem__, following) if nodes[inner].last <= node.first < last)
    return any((node.tag, _UNNUMBERED.sub("", node.cue)) == own for node in later)


def _apart(blocks: list[Block], node: Node, anchor: int) -> bool:
    """Whether a container lies away from the first prose under the title, headlines of other pages between."""
    if node.first <= anchor < node.last:
        return False
    between = blocks[anchor : node.first] if node.first > anchor else blocks[node.last : anchor]
    return sum(1 for block in between if block.link >= 6 and block.link * 10 > len(block.text) * 8) > 3


def _largest(nodes: list[Node], sums: list[float], allowed: list[bool]) -> tuple[int | None, float]:
    """The innermost of the allowed containers whose sum is largest, and the sum; only sums above zero count."""
    best, best_sum = None, 0.0
    for index, node in enumerate(nodes):
        total = sums[node.last] - sums[node.first]
        if total > 0 and total >= best_sum and allowed[index]:
            best, best_sum = index, total
    return best, best_sum


def _anchor(sums: list[float], title_at: int) -> int | None:
    """The first block of prose under the title, or None without one near it."""
    if title_at < 0:
        return None
    for index in range(title_at + 1, min(len(sums) - 1, title_at + REACH)):
        if sums[index + 1] - sums[index] >= 30:
            return index
    return None
