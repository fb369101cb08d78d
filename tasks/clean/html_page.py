"""A web page as a reading: body lines, facts, template; or why it has no article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.clean.article import THIN, Article, find_article
from tasks.clean.blocks import ROW, Markup, Node
from tasks.clean.byline import BULLETS, Byline, is_byline, opens_with_label, read_byline
from tasks.clean.dates import Moment, moments
from tasks.clean.evidence import Evidence
from tasks.clean.facts import choose_facts
from tasks.clean.head_facts import head_facts, scripted_body, with_fields
from tasks.clean.lines import Line, Trimmed, line_of, trim
from tasks.clean.markup import read_markup, unfold
from tasks.clean.page_words import CAPTION, LEAF, cue_flags, ending_of, fold
from tasks.clean.reading import NoArticleError, Reading
from tasks.clean.tables import mark_items, merge_rows
from tasks.clean.title_parts import is_generic, split_title
from tasks.clean.title_place import HEADINGS, key_of
from tasks.clean.titles import is_headline, owner_of, page_titles, title_among, title_at
from tasks.clean.tokens import JOINT, plain
from tasks.clean.verdict import refuse

ABOVE, BELOW, FIELD_REACH = 40, 14, 8
BEFORE, BEFORE_ROWS, BEFORE_BLOCKS = 6, 12, 60
MIN_LISTED, MAX_LIST_HEADING = 8, 8
_TODAY = re.compile(r"今天|现在时间|当前时间|星期|农历|天气|今日")
_NOW = re.compile(r"今天是|现在时间|当前时间|天气")
_OF_A_PAPER = re.compile(LEAF.pattern + "|返回目录|上一版|版面导航|往期回顾")
_CRUMB_START = re.compile(r"(?:位置|首页)")
_CRUMB_MARKS = frozenset(">＞»›")
_CRUMB_SPLIT = re.compile(r"\s*(?:>{1,2}|»|›|→|＞|/|\x1f)\s*")


def read_html(html: str, url: str = "", fetched_at: str = "") -> Reading:
    """The article of a page of HTML. Raises NoArticleError, and TooManyTagsError for absurd input."""
    markup = read_markup(html)
    try:
        article, trimmed = _article(markup)
    except NoArticleError:
        hidden = scripted_body(markup.scripts)
        if hidden:
            unfold(markup, hidden)
        elif "display" in html:
            markup = read_markup(html, reveal=True)
        else:
            raise
        article, trimmed = _article(markup)
    return _reading(markup, article, trimmed, url, fetched_at)


def _article(markup: Markup) -> tuple[Article, Trimmed]:
    """The article and its trimmed lines. Raises NoArticleError."""
    merge_rows(markup)
    article = find_article(markup)
    if (article is None or article.weight < THIN) and mark_items(markup):
        article = find_article(markup)
    lines = [_line(markup, index) for index in article.lines] if article else []
    title, _ = split_title(markup.title)
    printed = _printed(markup, article) if article else None
    if printed and printed.text in title:
        # The page's own title may still hold the section's name (标题--栏目).
        title = printed.text
    trimmed = trim(lines, title)
    if article and is_generic(title):
        named = title_among(_above(markup, article, trimmed)) or head_facts(markup).title
        trimmed = _without_heading(trimmed, not named)
    refuse(markup, trimmed, bool(markup.passwords and article and _is_dated(markup, article, trimmed)))
    if article is None:
        raise NoArticleError("no_article", "no container of the page holds text")
    return article, trimmed


def _without_heading(trimmed: Trimmed, untitled: bool) -> Trimmed:
    """The lines with a heading at the body's top counted to its head: the title, on a page that does not give it.

    On a page that prints none above either (`untitled`), any short line at the top is the heading.
    """
    body = trimmed.body
    if len(body) > 1 and not body[0].prose and (body[0].tag in HEADINGS or (untitled and is_headline(body[0]))):
        return Trimmed((*trimmed.head, body[0]), body[1:], trimmed.tail)
    return trimmed


def _is_dated(markup: Markup, article: Article, trimmed: Trimmed) -> bool:
    above = _above(markup, article, trimmed)
    return any(moments(line.folded) for line in above if len(line.text) < 80 and not _TODAY.search(line.folded))


def _line(markup: Markup, index: int) -> Line:
    block = markup.blocks[index]
    node = markup.nodes[block.node]
    cue = block.cue or node.cue
    return line_of(block, node.tag in ("figcaption", "figure") or bool(cue and cue_flags(cue) & CAPTION))


def _reading(markup: Markup, article: Article, trimmed: Trimmed, url: str, fetched_at: str) -> Reading:
    above = _above(markup, article, trimmed)
    below = _below(markup, article, trimmed)
    head = head_facts(markup)
    printed = _printed(markup, article)
    titles = page_titles(head, markup.title, printed, above)
    if not titles.site:
        owner = owner_of([plain(block.text) for block in markup.blocks[-40:]])
        titles = replace(titles, site=owner)
    head = with_fields(head, _own_fields(markup, article))
    before = _before_title(markup, article)
    paper = _is_paper([*before, *above])
    outer = [] if paper else _bylines(before)
    if printed is None:
        # A line that only turned out to be the title: if a byline follows, what stands above is of other articles.
        found = title_at(above, titles.title)
        outer = [] if paper else above if found < 0 else above[:found]
        if found > 0 and above[found].tag in HEADINGS and any(is_byline(line.raw) for line in above[found + 1 :]):
            above = above[found:]
    byline, dates = _parted(
        read_byline([*_beside_title(printed, titles.title), *(line.raw for line in [*above, *_bylines(before)])]), outer
    )
    evidence = Evidence(
        byline,
        read_byline(line.raw for line in below),
        head,
        above,
        below,
        trimmed.body,
        url,
        fetched_at,
        before,
        dates,
    )
    facts = choose_facts(evidence, titles, _section(markup, article, titles.title))
    body = trimmed.body[1:] if len(trimmed.body) > 1 and trimmed.body[0].text == facts.subtitle else trimmed.body
    return Reading(tuple(line.text for line in body), facts, _template(markup, article))


def _parted(byline: Byline, outer: Sequence[Line]) -> tuple[Byline, list[Moment]]:
    """The facts above a text, without the dates that stand bare above its title, and these dates, the nearest first.

    There a page may show the day on which it is looked at.
    """
    days = {moment.iso for line in outer for moment in read_byline([line.raw]).bare_dates}
    own = [moment for moment in byline.bare_dates if moment.iso not in days]
    return replace(byline, bare_dates=own), [moment for moment in reversed(byline.bare_dates) if moment.iso in days]


def _own_fields(markup: Markup, article: Article) -> list[tuple[str, str]]:
    """The fields of the article. Below it only its people are named: sources there are those of other articles."""
    last = article.lines[-1] if article.lines else len(markup.blocks)
    reach = {"author": FIELD_REACH, "editor": FIELD_REACH, "moment": FIELD_REACH, "published": 2}
    return [(role, text) for role, text, place in markup.fields if place <= last + reach.get(role, 0)]


def _printed(markup: Markup, article: Article) -> Line | None:
    """The title as the page prints it, its lines put together."""
    if article.title_at < 0:
        return None
    lines = [_line(markup, index) for index in range(article.title_from, article.title_at + 1)]
    if len(lines) == 1:
        return lines[0]
    return replace(lines[0], raw=" ".join(line.text for line in lines if line.text))


def _beside_title(printed: Line | None, title: str) -> list[str]:
    """What the heading holds in elements of their own besides the title: a date in small print."""
    pieces = printed.raw.split(JOINT) if printed is not None and JOINT in printed.raw else []
    return [piece for piece in pieces if piece.strip() and key_of(piece) not in key_of(title) and moments(fold(piece))]


def _above(markup: Markup, article: Article, trimmed: Trimmed) -> list[Line]:
    """The lines from the title to the body: where pages print date, source and people."""
    first = article.lines[0] if article.lines else 0
    start = article.title_at + 1 if article.title_at >= 0 else max(0, first - 15)
    start = max(start, first - 3 * ABOVE)
    between = [
        _line(markup, index)
        for index in range(start, first)
        # Between a title and its text such an element holds the byline.
        if markup.blocks[index].text and (article.title_at >= 0 or not _beside(markup, index))
    ]
    if article.title_at < 0:
        today = _NOW if _is_paper(between) else _TODAY
        between = _without_lists([line for line in between if not today.search(line.folded)])
    return [*between[:ABOVE], *trimmed.head]


def _without_lists(lines: list[Line]) -> list[Line]:
    """The lines without the linked headlines of other articles, two or more, and the word or two that they stand under."""
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
    days = sum(moment.end - moment.start for moment in moments(line.folded))
    own = len(line.text.strip(BULLETS)) - days
    return (
        line.tag not in HEADINGS
        and line.link >= MIN_LISTED
        and line.link * 10 > own * 8
        and not opens_with_label(line.raw)
    )


def _beside(markup: Markup, index: int) -> bool:
    """Whether a block lies in an element for what stands beside the article."""
    return any(node.tag == "aside" for node in _up_from(markup, markup.blocks[index].node))


def _up_from(markup: Markup, place: int) -> Iterator[Node]:
    """The containers from one of them up to the page's top."""
    while place >= 0:
        yield markup.nodes[place]
        place = markup.nodes[place].parent


def _before_title(markup: Markup, article: Article) -> list[Line]:
    """The lines right above the title: some pages print their bylines there, official papers a table of facts."""
    near: list[Line] = []
    for index in range(article.title_from - 1, max(-1, article.title_from - BEFORE_BLOCKS), -1):
        if markup.blocks[index].text and (len(near) < BEFORE or markup.blocks[index].tag == ROW):
            near.append(_line(markup, index))
        if len(near) >= BEFORE_ROWS:
            break
    return near[::-1]


def _bylines(before: Sequence[Line]) -> list[Line]:
    """The bylines above a title. The day's own date at a page's top is none, that of a digital edition is."""
    today = _NOW if _is_paper(before) else _TODAY
    return [line for line in before if is_byline(line.raw) and not (today.search(line.folded) or _is_listed(line))]


def _is_paper(before: Sequence[Line]) -> bool:
    return any(_OF_A_PAPER.search(line.folded) for line in before)


def _below(markup: Markup, article: Article, trimmed: Trimmed) -> list[Line]:
    """The lines right after the body: editors, sources, notices."""
    # Of a thread, what stands below its first post.
    last = min(article.lines[-1] + 1, markup.nodes[article.node].last) if article.lines else 0
    after: list[Line] = []
    for index in range(last, min(len(markup.blocks), last + BELOW)):
        line = _line(markup, index)
        if ending_of(line.folded) == "end_headings" or (line.tag in HEADINGS and not is_byline(line.raw)):
            # What follows is about other articles.
            break
        if line.text and not _beside(markup, index):
            after.append(line)
    ends = [trimmed.body[-1]] if trimmed.body and len(trimmed.body[-1].text) < 60 else []
    return [*ends, *trimmed.tail, *after][:BELOW]


def _section(markup: Markup, article: Article, title: str) -> str:
    """The last part of the breadcrumb that is neither the title nor 正文."""
    limit = article.lines[0] if article.lines else len(markup.blocks)
    for block in markup.blocks[:limit]:
        text = block.text
        if len(text) < 160 and not _CRUMB_MARKS.isdisjoint(text) and _CRUMB_START.search(fold(text)):
            section = section_of(text, title)
            if section:
                return section
    return ""


def section_of(crumb: str, title: str) -> str:
    """The section that a breadcrumb line names, or "" ."""
    parts = [part.strip(" :：\t[]【】") for part in _CRUMB_SPLIT.split(crumb)]
    parts = [
        part
        for part in parts
        if part and fold(part) not in ("正文", "内容", "详情", "正文内容", "新闻正文", "文章正文", "浏览文章")
    ]
    if parts and title and (title in parts[-1] or (parts[-1] in title and len(parts[-1]) * 2 > len(title))):
        parts.pop()
    if len(parts) < 2 or len(parts[-1]) > 20:
        return ""
    return "" if _CRUMB_START.search(fold(parts[-1])) else parts[-1]


def _template(markup: Markup, article: Article) -> str:
    """A hash of the containers from the page's top down to the body, without their numbers."""
    path = [f"{node.tag}.{re.sub(r'[0-9]+', '', node.cue)}" for node in _up_from(markup, article.node)]
    return hashlib.sha256("/".join(reversed(path)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
