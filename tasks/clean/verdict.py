"""Pages without an article: error pages, logins, lists; told by what they show instead."""

from __future__ import annotations

import re
from functools import cache

from tasks.clean.blocks import ROW, Markup
from tasks.clean.line import Line
from tasks.clean.lines import Trimmed
from tasks.clean.listings import is_listing, names_a_list
from tasks.clean.page_words import fold, page_words
from tasks.clean.reading import MIN_BODY, NoArticleError
from tasks.clean.tokens import JOINT, plain

_STATUS = (
    r"(?<![\d.])(?:40[0134]|50[0234])(?![\d.%])\s*[-–:|,]?\s*(?:not found|forbidden|error|bad gateway|"
    r"unavailable|internal|错误|出错|页面|抱歉|对不起|您)|^\s*(?:40[0134]|50[0234])\s*$"
)
OPENING = 8
MIN_HEADLINES, MIN_LINK, MAX_OWN, MAX_OWN_ROW = 5, 6, 40, 70
_DAY = re.compile(r"(?<!\d)(?:20\d\d\s?[-/.年]\s?)?[01]?\d\s?[-/.月]\s?[0-3]?\d(?!\d)")
_COUNT = re.compile(r"(?:^|[^\d.,\w])\d{1,7}\s?次?[)）\]]?$")
_LEAST_OWN = 80
_LITTLE_PROSE = 60


@cache
def _pattern(name: str) -> re.Pattern[str]:
    listed = "|".join(page_words(name))
    return re.compile(f"{_STATUS}|{listed}" if name == "error_words" else listed, re.IGNORECASE)


def refuse(markup: Markup, trimmed: Trimmed, dated: bool = False) -> None:
    """Raise NoArticleError where a page shows no article; return where it shows one.

    `dated` says that a date of publication stands above the text.
    """
    rows = sum(1 for line in trimmed.body if line.tag == ROW)
    prose = sum(len(line.text) for line in trimmed.body if line.prose)
    chars = sum(len(line.text) for line in trimmed.body)
    page_chars = sum(len(block.text) for block in markup.blocks)
    opening = fold(" ".join([markup.title, *(plain(block.text)[:60] for block in markup.blocks[:OPENING])]))
    if chars < 400 and page_chars < 3000 and rows < 2 and _pattern("error_words").search(opening):
        raise NoArticleError("error_page", opening.strip()[:80])
    # A portal asks for a password in its head and may hold a short piece of news all the same.
    if markup.passwords and prose < (200 if page_chars < 800 and not dated else 60):
        raise NoArticleError("login_page", "the page asks for a password and holds little text")
    if chars < 200 and page_chars < 1500 and _pattern("login_words").search(opening):
        raise NoArticleError("login_page", opening.strip()[:80])
    links = [block for block in markup.blocks if block.link * 2 > len(block.text) and block.link >= 6]
    link_chars = sum(block.link for block in links)
    if names_a_list(markup.title) and sum(block.link for block in markup.blocks) >= _LEAST_OWN:
        raise NoArticleError("list_page", f"{len(links)} links under the title of a list")
    listed = len(links) >= 15 and prose < _LITTLE_PROSE and rows < 3 and chars < link_chars
    if listed and _own_words(trimmed) < max(_LEAST_OWN, chars / 2):
        raise NoArticleError("list_page", f"{len(links)} links and {prose} characters of prose")
    if len(links) >= 30 and _blurbs(trimmed, link_chars):
        raise NoArticleError("list_page", f"{len(links)} links around scraps of text")
    headlines = sum(map(_is_headline, trimmed.body))
    if prose < _LITTLE_PROSE and headlines >= MIN_HEADLINES and headlines * 3 > len(trimmed.body) * 2:
        raise NoArticleError("list_page", f"{headlines} lines of a headline and its day")
    if chars < MIN_BODY or (prose < MIN_BODY and rows < 2 and chars < 60):
        if _dated_links(markup) >= MIN_HEADLINES:
            raise NoArticleError("list_page", f"{len(links)} links with their days")
        if _counted_links(markup) >= MIN_HEADLINES:
            raise NoArticleError("list_page", f"{len(links)} links with a number or a counter")
        if is_listing(fold(plain(block.text.replace(JOINT, " "))) for block in markup.blocks):
            raise NoArticleError("list_page", "headlines with their days or in order")
        raise NoArticleError("no_article", f"{chars} characters of text, {prose} of them prose; {markup.frames} frames")


def _is_headline(line: Line) -> bool:
    """Whether a line is a link and its day, with little beside: a number, who wrote, in rows the number of a file."""
    most = MAX_OWN_ROW if line.tag == ROW else MAX_OWN
    return line.link >= MIN_LINK and len(line.text) - line.link <= most and _DAY.search(line.folded) is not None


def _dated_links(markup: Markup) -> int:
    """How many links of a page have a day behind them."""
    texts = [*(fold(block.text[: MAX_OWN * 3]) for block in markup.blocks), ""]
    return sum(
        block.link >= MIN_LINK and _DAY.search(f"{texts[place]} {texts[place + 1]}") is not None
        for place, block in enumerate(markup.blocks)
    )


def _counted_links(markup: Markup) -> int:
    """How many links of a page have a number beside them: of the row, or of readers."""
    blocks = [block for block in markup.blocks if block.text]
    count = 0
    for place, block in enumerate(blocks):
        if block.link >= MIN_LINK:
            beside = [
                near for near in (*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 2]) if not near.link
            ]
            own = [block] if block.link < len(plain(block.text)) else []
            count += any(_COUNT.search(fold(near.text[-MAX_OWN:])) for near in (*own, *beside))
    return count


def _own_words(trimmed: Trimmed) -> int:
    """How many characters stand in lines that are no links: a chart told in short lines (收入120亿元/增长3%)."""
    return sum(len(line.text) for line in trimmed.body if not line.link)


def _blurbs(trimmed: Trimmed, link_chars: int) -> bool:
    """Whether the text is a handful of summaries between links."""
    chars = sum(len(line.text) for line in trimmed.body)
    linked = sum(1 for line in trimmed.body if line.link * 2 > len(line.text))
    return linked >= 8 and linked * 2 >= len(trimmed.body) and chars < 2 * link_chars
