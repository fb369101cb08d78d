"""A web page as a reading: body lines, facts, template; or why it has no article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.clean.article import THIN, Article, find_article
from tasks.clean.blocks import Markup
from tasks.clean.broken_dates import join_dates
from tasks.clean.byline import Byline, is_byline, read_byline
from tasks.clean.dates import Moment, moments
from tasks.clean.evidence import Evidence
from tasks.clean.facts import choose_facts
from tasks.clean.grids import merge_grids
from tasks.clean.head_facts import head_facts, marked_title, scripted_body, with_fields
from tasks.clean.line import Line
from tasks.clean.lines import Trimmed, trim
from tasks.clean.markup import read_markup, unfold
from tasks.clean.page_words import fold
from tasks.clean.reading import NoArticleError, Reading
from tasks.clean.surroundings import (
    bylines_of,
    is_clock,
    is_paper,
    line_at,
    lines_above,
    lines_before,
    lines_below,
    up_from,
)
from tasks.clean.tables import mark_items, merge_rows
from tasks.clean.title_parts import is_generic, split_title
from tasks.clean.title_place import HEADINGS, key_of
from tasks.clean.titles import is_headline, is_no_title, owner_of, page_titles, title_among, title_at
from tasks.clean.tokens import JOINT, plain
from tasks.clean.verdict import refuse

FIELD_REACH = 8
_HIDING = re.compile("display|visibility|hidden|font-size", re.IGNORECASE)
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
        elif _HIDING.search(html):
            markup = read_markup(html, reveal=True)
        else:
            raise
        article, trimmed = _article(markup)
    return _reading(markup, article, trimmed, url, fetched_at)


def _article(markup: Markup) -> tuple[Article, Trimmed]:
    """The article and its trimmed lines. Raises NoArticleError."""
    merge_rows(markup)
    merge_grids(markup)
    join_dates(markup)
    _name(markup)
    article = find_article(markup)
    if (article is None or article.weight < THIN) and mark_items(markup):
        article = find_article(markup)
    lines = [line_at(markup, index) for index in (*article.captions, *article.lines)] if article else []
    title, _ = split_title(markup.title)
    printed = _printed(markup, article) if article else None
    if printed and printed.text in title:
        # The page's own title may still hold the section's name (标题--栏目).
        title = printed.text
    trimmed = trim(lines, title)
    above = lines_above(markup, article, trimmed) if article else []
    if article and (is_generic(title) or (printed is None and is_no_title(title, [*above, *trimmed.body[:1]]))):
        named = title_among(above) or head_facts(markup).title
        trimmed = _without_heading(trimmed, not named)
    refuse(markup, trimmed, bool(markup.passwords and article and _is_dated(markup, article, trimmed)))
    if article is None:
        raise NoArticleError("no_article", "no container of the page holds text")
    return article, trimmed


def _name(markup: Markup) -> None:
    """Put the title that the page's system marks before the page's own, where that names the site alone."""
    named = marked_title(markup)
    if named and is_generic(split_title(markup.title)[0]):
        markup.title = f"{named}_{markup.title}" if markup.title else named


def _without_heading(trimmed: Trimmed, untitled: bool) -> Trimmed:
    """The lines with a heading at the body's top counted to its head: the title, on a page that does not give it.

    On a page that prints none above either (`untitled`), any short line at the top is the heading.
    """
    body = trimmed.body
    if len(body) > 1 and not body[0].prose and (body[0].tag in HEADINGS or (untitled and is_headline(body[0]))):
        return Trimmed((*trimmed.head, body[0]), body[1:], trimmed.tail)
    return trimmed


def _is_dated(markup: Markup, article: Article, trimmed: Trimmed) -> bool:
    above = lines_above(markup, article, trimmed)
    return any(moments(line.folded) for line in above if len(line.text) < 80 and not is_clock(line))


def _reading(markup: Markup, article: Article, trimmed: Trimmed, url: str, fetched_at: str) -> Reading:
    above = lines_above(markup, article, trimmed)
    below = lines_below(markup, article, trimmed)
    head = head_facts(markup)
    printed = _printed(markup, article)
    titles = page_titles(head, markup.title, printed, above)
    if not titles.site:
        owner = owner_of([plain(block.text) for block in markup.blocks[-40:]])
        titles = replace(titles, site=owner)
    head = with_fields(head, _own_fields(markup, article))
    before = lines_before(markup, article)
    paper = is_paper([*before, *above])
    outer = [] if paper else bylines_of(before)
    if printed is None:
        # A line that only turned out to be the title: if a byline follows, what stands above is of other articles.
        found = title_at(above, titles.title)
        outer = [] if paper else above if found < 0 else above[:found]
        if found > 0 and above[found].tag in HEADINGS and any(is_byline(line.raw) for line in above[found + 1 :]):
            above = above[found:]
    byline, dates = _parted(
        read_byline([*_beside_title(printed, titles.title), *(line.raw for line in [*above, *bylines_of(before)])]),
        outer,
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
    dates = [moment for line in reversed(outer) for moment in read_byline([line.raw]).bare_dates]
    days = {moment.iso for moment in dates}
    own = [moment for moment in byline.bare_dates if moment.iso not in days]
    return replace(byline, bare_dates=own), dates


def _own_fields(markup: Markup, article: Article) -> list[tuple[str, str]]:
    """The fields of the article. Below it only its people are named: sources there are those of other articles."""
    last = article.lines[-1] if article.lines else len(markup.blocks)
    reach = {"author": FIELD_REACH, "editor": FIELD_REACH, "moment": FIELD_REACH, "published": 2}
    return [(role, text) for role, text, place in markup.fields if place <= last + reach.get(role, 0)]


def _printed(markup: Markup, article: Article) -> Line | None:
    """The title as the page prints it, its lines put together."""
    if article.title_at < 0:
        return None
    lines = [line_at(markup, index) for index in range(article.title_from, article.title_at + 1)]
    if len(lines) == 1:
        return lines[0]
    return replace(lines[0], raw=" ".join(line.text for line in lines if line.text))


def _beside_title(printed: Line | None, title: str) -> list[str]:
    """What the heading holds in elements of their own besides the title: a date in small print."""
    pieces = printed.raw.split(JOINT) if printed is not None and JOINT in printed.raw else []
    return [piece for piece in pieces if piece.strip() and key_of(piece) not in key_of(title) and moments(fold(piece))]


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
    path = [f"{node.tag}.{re.sub(r'[0-9]+', '', node.cue)}" for node in up_from(markup, article.node)]
    return hashlib.sha256("/".join(reversed(path)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
