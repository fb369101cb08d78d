"""What stands below a picture: captions by their element, by their words, by who took it."""

from __future__ import annotations

import re

from tasks.clean.blocks import ROW, Markup
from tasks.clean.page_words import CAPTION, cue_flags, fold
from tasks.clean.tokens import plain

MIN_CAPTION, MAX_CAPTION = 6, 160
CREDITS = ("摄", "摄影", "供图")
_SHOWN = re.compile(r"[▲△▼◆■●\s]*(?:图\d?[为是]|图\d:|(?:上|下|左|右|本|题|组)图[为:]|资料图|航拍图|[▲△])")
_STOCK = re.compile(r".{4}[(（](?:资料|网络|示意|效果)图片?[)）]$")
# What is shown, and behind it who took the picture: 发布会现场。青石网记者 周志远 摄.
_TAKEN = re.compile(
    r"(?:(?!记者|通讯员|作者|来源|编辑|(?:19|20)\d\d[-/.]).){4,}?"
    r"[\s。，,(（]\s*(?:[\u3400-\u9fff]{2,10}(?:/|\s)?)?(?:记者|通讯员|摄影|[\u3400-\u9fff·]{2,4}\s*[摄供]).{0,24}$"
)


def is_taken(folded: str) -> bool:
    """Whether a line tells what a picture shows and who took it; a line that names the latter alone is a byline."""
    return folded.rstrip(")） 。").endswith(CREDITS) and _TAKEN.match(folded) is not None


def is_shown(folded: str) -> bool:
    """Whether a line says by its words that it stands below a picture."""
    if not MIN_CAPTION <= len(folded) <= MAX_CAPTION:
        return False
    return _SHOWN.match(folded) is not None or _STOCK.search(folded) is not None or is_taken(folded)


def is_captioned(markup: Markup, index: int) -> bool:
    """Whether a block stands in an element for captions."""
    block = markup.blocks[index]
    node = markup.nodes[block.node]
    cue = block.cue or node.cue
    return node.tag in ("figcaption", "figure") or bool(cue and cue_flags(cue) & CAPTION)


def captions_between(markup: Markup, start: int, stop: int) -> list[int]:
    """The captions among the blocks between a title and its text: of the picture that opens the article."""
    return [index for index in range(start, stop) if _is_caption(markup, index)]


def _is_caption(markup: Markup, index: int) -> bool:
    block = markup.blocks[index]
    text = plain(block.text)
    if not MIN_CAPTION <= len(text) <= MAX_CAPTION or block.link * 3 > len(text) or block.tag == ROW:
        return False
    if is_captioned(markup, index):
        return True
    return is_shown(fold(text))
