"""Where a page prints its own title: the block above the body that matches what its <title> says."""

from __future__ import annotations

import re

from tasks.clean.blocks import ROW, Block, Markup
from tasks.clean.page_words import PAPER, fold
from tasks.clean.title_parts import SUBTITLE, is_generic, is_site, split_title
from tasks.clean.tokens import JOINT, plain

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TRAIL = re.compile(r"^(?:首页|网站首页)|位置\s*[:：]")
NUMBER = re.compile(r"[\u3400-\u9fff]{0,8}[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*第?\s*\d+\s*号")
_KEY = re.compile(r"[^\w]+")


def key_of(text: str) -> str:
    """Letters, digits and hanzi of a text alone, folded: what titles are compared by."""
    return _KEY.sub("", fold(text)).lower()


def find_title(markup: Markup, weights: list[float]) -> tuple[int, int]:
    """First and last of the blocks that print the title above the body, or (-1, -1)."""
    title = key_of(split_title(markup.title)[0])
    found = _title_at(markup, title, weights)
    if found > 0 and _follows_main(markup.blocks[found - 1], markup.blocks[found], key_of(markup.title)):
        found -= 1
    return _title_span(markup, title, found)


def _follows_main(main: Block, found: Block, whole: str) -> bool:
    """Whether a heading, or what a dash opens, is the subtitle below the main title that begins the page's own."""
    under = main.tag == "h1" or SUBTITLE.match(plain(found.text)) is not None
    if not under or found.tag == "h1" or is_generic(plain(main.text)):
        return False
    key = key_of(plain(main.text))
    return len(key) >= 4 and whole.startswith(key + key_of(plain(found.text)))


def _title_at(markup: Markup, title: str, weights: list[float]) -> int:
    """The block that prints the title above the body, or -1."""
    whole = key_of(markup.title)
    if len(whole) < 4 or PAPER.fullmatch(markup.title.strip()):
        return -1
    total = sum(weight for weight in weights if weight > 0)
    after = total
    best, best_rank = -1, 0.0
    for index, block in enumerate(markup.blocks):
        after -= max(0.0, weights[index])
        if after < total * 0.4:
            break
        rank = _title_rank(block, whole, title)
        if rank > best_rank:
            best, best_rank = index, rank
    return best


def _title_span(markup: Markup, title: str, found: int) -> tuple[int, int]:
    """First and last block of a title that is set in several lines of one element."""
    if found < 0:
        return found, found
    blocks = markup.blocks
    first = last = found
    while first > 0 and _same_title(blocks[first - 1], blocks[found], title):
        first -= 1
    while last + 1 < len(blocks) and _same_title(blocks[last + 1], blocks[found], title):
        last += 1
    return first, last


def _same_title(block: Block, found: Block, title: str) -> bool:
    if block.node != found.node or block.tag != found.tag or len(block.text) > 60 or key_of(plain(found.text)) == title:
        return False
    key = key_of(plain(block.text))
    return len(key) >= 2 and key in title and NUMBER.search(block.text) is None


def _title_rank(block: Block, whole: str, title: str) -> float:
    """How well a block matches the page's title: as a part of it (`whole`), or where `title` was cut short there."""
    if not 4 <= len(block.text) <= 120:
        return 0.0
    heading = block.tag in HEADINGS
    if block.link * 2 > len(block.text) and not heading:
        return 0.0
    if (">" in block.text and block.link) or _TRAIL.search(fold(block.text)):
        return 0.0
    key = key_of(plain(block.text))
    if len(key) < 4 or _names_site(block, key, title) or (block.tag == ROW and key not in whole):
        return 0.0
    if heading and JOINT in block.text and title in map(key_of, block.text.split(JOINT)):
        # A byline in small print within the heading.
        key = title
    if key == title:
        whole = title
    elif key not in whole:
        if len(title) <= 6 or title not in key or len(key) >= len(title) + 20 or block.text[-1] == "。":
            return 0.0
        whole = title
    rank = min(len(key), len(whole)) / len(whole) + (0.5 if heading else 0.0)
    return rank if rank > 0.25 else 0.0


def _names_site(block: Block, key: str, title: str) -> bool:
    """Whether a block only prints the site's name, which the page's own title has beside the article's."""
    return len(title) > len(key) and key not in title and is_site(plain(block.text), "", title)
