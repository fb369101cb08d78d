"""What stands around an article: the lines above its title, between title and text, and below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tasks.clean.article import Article
from tasks.clean.blocks import ROW, Markup, Node
from tasks.clean.byline import BULLETS, is_byline, opens_with_label
from tasks.clean.captions import is_captioned
from tasks.clean.dates import moments
from tasks.clean.line import Line
from tasks.clean.lines import Trimmed, line_of
from tasks.clean.page_words import LEAF, PAPER, ending_of, fold
from tasks.clean.title_place import HEADINGS

ABOVE, BELOW = 40, 14
BEFORE, BEFORE_ROWS, BEFORE_BLOCKS = 6, 12, 60
MIN_LISTED, MAX_LIST_HEADING, MAX_TOP = 8, 8, 60
_LABELLED = re.compile(r"(?:来源|稿源|作者|记者|编辑|发布[时日][间期])\s*[:：]")
_PIECES = re.compile(r"[\x1f|｜\s]+")
_NOW = re.compile("今天是?|现在时间|当前时间|农历|天气|登[录陆]|注册|设为首页")
_OF_A_PAPER = re.compile(LEAF.pattern + "|返回目录|上一版|版面导航|往期回顾")


def line_at(markup: Markup, index: int) -> Line:
    """The block of a number as a line."""
    return line_of(markup.blocks[index], is_captioned(markup, index))


def lines_above(markup: Markup, article: Article, trimmed: Trimmed) -> list[Line]:
    """The lines from the title to the body: where pages print date, source and people."""
    first = article.lines[0] if article.lines else 0
    start = article.title_at + 1 if article.title_at >= 0 else max(0, first - 15)
    start = max(start, first - 3 * ABOVE)
    between = [
        line_at(markup, index)
        for index in range(start, first)
        # Between a title and its text such an element holds the byline.
        if markup.blocks[index].text
        and index not in article.captions
        and (article.title_at >= 0 or not _beside(markup, index))
    ]
    if article.title_at < 0:
        between = _without_lists([line for line in between if not is_clock(line)])
    return [*between[:ABOVE], *trimmed.head]


def _without_lists(lines: list[Line]) -> list[Line]:
    """The lines without the linked headlines of other articles, two or more, and the words that they stand under."""
    listed = [_is_listed(line) for line in lines]
    if sum(listed) < 2:
        return lines
    over = [*listed[1:], False]
    return [
        line
        for line, away, heads in zip(lines, listed, over, strict=True)
        if not away and not (heads and len(line.text) <= MAX_LIST_HEADING)
    ]


def _is_listed(line: Line) -> bool:
    """Whether a line is the linked headline of another article, alone or with its day."""
    if line.link < MIN_LISTED or line.tag in HEADINGS:
        return False
    rest, days = line.raw, 0
    for moment in reversed(moments(fold(rest))):
        rest, days = f"{rest[: moment.start]} {rest[moment.end :]}", days + moment.end - moment.start
    if max(map(len, _PIECES.split(rest))) < MIN_LISTED:
        # A row of links to parts of the site.
        return False
    own = len(line.text.strip(BULLETS)) - days
    return line.link * 10 > own * 8 and not opens_with_label(line.raw)


def _beside(markup: Markup, index: int) -> bool:
    """Whether a block lies in an element for what stands beside the article."""
    return any(node.tag == "aside" for node in up_from(markup, markup.blocks[index].node))


def up_from(markup: Markup, place: int) -> Iterator[Node]:
    """The containers from one of them up to the page's top."""
    while place >= 0:
        yield markup.nodes[place]
        place = markup.nodes[place].parent


def lines_before(markup: Markup, article: Article) -> list[Line]:
    """The lines right above the title: some pages print their bylines there, official papers a table of facts."""
    near: list[Line] = []
    for index in range(article.title_from - 1, max(-1, article.title_from - BEFORE_BLOCKS), -1):
        if markup.blocks[index].text and (len(near) < BEFORE or markup.blocks[index].tag == ROW):
            near.append(line_at(markup, index))
        if len(near) >= BEFORE_ROWS:
            break
    return [*_masthead(markup, article.title_from, near), *near[::-1]]


def _masthead(markup: Markup, stop: int, near: Sequence[Line]) -> list[Line]:
    """The lines at the top of a page of a digital newspaper that tell its day, its name and its number in print.

    The titles of the page's other articles stand between them and the article.
    """
    texts = (block.text for block in markup.blocks[: max(0, min(stop, BEFORE_BLOCKS))])
    if not any("版" in text or "目录" in text or "往期" in text for text in texts):
        return []
    tops = [line_at(markup, index) for index in range(min(stop, BEFORE_BLOCKS)) if markup.blocks[index].text]
    tops = [line for line in tops if len(line.text) <= MAX_TOP and not line.link_only]
    if not is_paper(tops):
        return []
    dated = any(moments(line.folded) for line in near)
    tops = [line for line in tops if not is_clock(line)]
    told = (line for line in tops if PAPER.fullmatch(line.folded) or is_paper([line]) or moments(line.folded))
    return [line for line in told if line not in near and not (dated and moments(line.folded))]


def bylines_of(before: Sequence[Line]) -> list[Line]:
    """The bylines above a title. The day's own date at a page's top is none, that of a digital edition is."""
    return [line for line in before if is_byline(line.raw) and not (is_clock(line) or _is_listed(line))]


def is_clock(line: Line) -> bool:
    """Whether a line tells the day on which the page is looked at (今天是2023年10月20日 星期五)."""
    return _NOW.search(line.folded) is not None and not _LABELLED.search(line.folded)


def is_paper(before: Sequence[Line]) -> bool:
    """Whether lines are of a digital newspaper."""
    return any(_OF_A_PAPER.search(line.folded) for line in before)


def lines_below(markup: Markup, article: Article, trimmed: Trimmed) -> list[Line]:
    """The lines right after the body: editors, sources, notices."""
    # Of a thread, what stands below its first post.
    last = min(article.lines[-1] + 1, markup.nodes[article.node].last) if article.lines else 0
    after: list[Line] = []
    for index in range(last, min(len(markup.blocks), last + BELOW)):
        line = line_at(markup, index)
        if ending_of(line.folded) == "end_headings" or _heads_others(line):
            # What follows is about other articles.
            break
        if line.text and not _beside(markup, index):
            after.append(line)
    last_line = trimmed.body[-1:]
    ends = [line for line in last_line if len(line.text) < 60 and not (line.caption or line.pictured)]
    own = takewhile(lambda line: not _heads_others(line), trimmed.tail)
    return [*ends, *own, *([] if any(map(_heads_others, trimmed.tail)) else after)][:BELOW]


def _heads_others(line: Line) -> bool:
    """Whether a line below a text is the heading of what is not the article's."""
    return line.tag in HEADINGS and not is_byline(line.raw)
