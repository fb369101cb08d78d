"""The lines of an article, and where among them the body begins and ends.

The same for web pages and for text dumps: a page's own furniture stands before and after the body in
one run each, so lines are cut from both ends only, never out of the middle because of their words
(that wrecks bodies), except for buttons that can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from tasks.clean.blocks import ROW, Block
from tasks.clean.byline import is_byline, is_credit, opens_with_label
from tasks.clean.captions import is_shown, is_taken
from tasks.clean.dates import moments
from tasks.clean.line import Line
from tasks.clean.lone_figures import with_rows
from tasks.clean.names import looks_like_name
from tasks.clean.page_words import (
    ending_of,
    ends_body,
    fold,
    is_attachment,
    is_call,
    is_file_link,
    is_furniture,
    is_notice,
)
from tasks.clean.repeated import told_once
from tasks.clean.signatures import is_staff, issuer_of
from tasks.clean.tables import FIGURE
from tasks.clean.title_place import HEADINGS, key_of
from tasks.clean.tokens import JOINT

HEAD_REACH = 14
TAIL_SHARES = {"end_headings": 0.8, "end_editors": 0.5, "end_notes": 0.08}
MAX_SHARE = max(TAIL_SHARES.values())
END_REACH = 160
MAX_FACTS, MAX_CREDIT = 80, 40
LEAD_REACH = 5
SENTENCE_ENDS = "。；;：:…"
_ITEM_HEADING = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[^。；]{2,24}")
_INLINE_END = re.compile(
    r"\s*[(（\[【]\s*(?:本文|网络|值班)?(?:责任编辑|责编|编辑|来源|文章来源|稿件来源|校对|审核)\s*(?:[:：/]|\s)[^()（）\[\]【】]{0,40}[)）\]】]\s*(?:\d{7,8}\s*)?$"
)
_LINK_END = re.compile(
    r"\s*(?:返回[^\s,，。]{1,8}[,，]\s*查看更多|返回[^\s,，。]{1,6}首页|(?:>>|》》)?\s*(?:点击进入专题|更多内容[,，]点击阅读|\[详细\]|阅读原文))\s*[>》]*\s*$"
)
# Another article's title with its day, as lists below a text have them (- 2023-11-14维护亚太合作).
_LISTED = re.compile(r"[-•·*\s]*[\[(（]?20\d\d[-/.]\d{1,2}[-/.]\d{1,2}[\])）]?\s*[^\d\s:：].{5,60}$")
_POINTER = re.compile(r"[\s\x1f]*>{2,}[\s\x1f]*(?:更多|点击|详细|详情|查看|阅读)[^。；]{0,20}$")
_BETWEEN = re.compile(rf"[\s{JOINT}|\[\]]+")
_LOOSE_END = re.compile(r"(?<=[。！？”])\s*(?:责任编辑|责编|编辑)\s*[:：]\s*\S{1,12}\s*$")


@dataclass(frozen=True)
class Trimmed:
    """The lines of a container in three parts: what stands before the body, the body, what follows it."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    tail: tuple[Line, ...]


def lead_of(body: Sequence[Line]) -> Line:
    """The line that an article begins with: its first prose, headings left out; an empty line where there is none."""
    return next((line for line in body[:6] if line.prose), body[0] if body else Line(""))


def line_of(block: Block, caption: bool = False) -> Line:
    """A block of a page as a line."""
    return Line(block.text, block.tag, block.link, caption)


def trim(lines: Sequence[Line], title: str) -> Trimmed:
    """Split lines into head, body and tail; `title` is what the page calls itself, "" when unknown."""
    lines = with_rows(lines)
    end = _end(lines)
    start = _start(lines[:end], key_of(title))
    last = end
    while end > start and _is_tail(lines[end - 1]):
        end -= 1
    if end > start and _ITEM_HEADING.fullmatch(lines[end - 1].folded):
        # Under a heading of the text its files are what the heading announces.
        end += sum(1 for _ in takewhile(_is_annex, lines[end:last]))
    # A picture and its caption stand above the byline at times.
    shown = [line for line in lines[:start] if line.caption or is_shown(line.folded)]
    top = _credits_of(lines[start:end])
    body = told_once(
        _without_pointer(line) for line in (*shown, *lines[start:end]) if not _is_button(line) and line not in top
    )
    whole, note = _split_end(body)
    return Trimmed((*lines[:start], *top), whole, (*note, *lines[end:]))


def _start(lines: Sequence[Line], title: str) -> int:
    """The number of lines before the body: everything up to the last byline or title line near the top."""
    start = 0
    for index, line in enumerate(lines[:HEAD_REACH]):
        if _is_title(line, title) or _is_facts(line):
            if all(_may_precede(before) for before in lines[start:index]):
                start = index + 1
        elif line.prose and len(line.text) > 40:
            break
    while start < len(lines) and (is_furniture(lines[start].folded) or _is_crumb(lines[start])):
        start += 1
    # Below the title stands who wrote, set with a blank between the characters at times.
    return start + 1 if 0 < start < len(lines) and looks_like_name(lines[start].folded.replace(" ", "")) else start


def _may_precede(line: Line) -> bool:
    """Whether a line may stand before a byline at the top: anything but prose, and a headline that reads like prose."""
    return not line.prose or line.tag in HEADINGS or line.caption or _is_facts(line) or is_furniture(line.folded)


def _is_facts(line: Line) -> bool:
    """Whether a line at the top is a byline; a row of figures needs a label to be one, a caption is none."""
    return is_byline(line.raw) and (line.tag != ROW or opens_with_label(line.raw)) and not is_taken(line.folded)


def _credits_of(lines: Sequence[Line]) -> list[Line]:
    """The lines below the lead of an article that name who wrote, edited or sent it, and nothing else."""
    last = max((index for index, line in enumerate(lines[: 2 * LEAD_REACH]) if line.prose), default=0)
    short = (line for line in lines[: min(last, LEAD_REACH)] if len(line.text) <= MAX_CREDIT)
    own = (line for line in short if line.tag not in HEADINGS and line.tag != ROW)
    return [line for line in own if is_staff(line.folded) or is_credit(line.folded)]


def _is_title(line: Line, title: str) -> bool:
    if len(title) < 4 or len(line.text) > 150:
        return False
    key = key_of(line.text)
    if len(key) < 4 or (key != title and line.prose and line.text[-1] == "。"):
        # A sentence that says what the title says begins the text.
        return False
    return key == title or (key in title and len(key) * 2 > len(title)) or (title in key and len(key) < len(title) + 16)


def _is_crumb(line: Line) -> bool:
    return line.folded.count(">") >= 1 and line.link * 3 > len(line.text) and len(line.text) < 80


def _end(lines: Sequence[Line]) -> int:
    """Where the tail begins: the first line that ends articles, with no more text behind it than its kind allows."""
    worth = [len(line.text) if line.tag == ROW or (line.prose and not is_notice(line.text)) else 0 for line in lines]
    total = sum(worth)
    before = 0
    for index, line in enumerate(lines):
        after = total - before - worth[index]
        if before >= 30 and after <= before * MAX_SHARE:
            ending = ending_of(line.folded)
            if ending and after <= before * TAIL_SHARES[ending]:
                return index
        before += worth[index]
    return len(lines)


def _is_tail(line: Line) -> bool:
    """Whether a last line is no body: buttons, notices, links to elsewhere, a byline of its own."""
    folded = line.folded
    if line.tag == ROW:
        return False
    if is_furniture(folded) or _signs(folded) or ("更多" in folded and _signs(_LINK_END.sub("", folded))):
        return True
    if is_file_link(folded, line.link / max(1, len(line.text))) or _is_pager(line):
        return True
    if _LISTED.match(folded) and line.text[-1] not in SENTENCE_ENDS:
        return True
    if line.link_only and line.text[-1] not in SENTENCE_ENDS and len(line.text) < 60:
        return not is_attachment(folded)
    if len(line.text) > MAX_FACTS or not is_byline(line.raw):
        return False
    return opens_with_label(line.raw) or _is_dated_label(line.raw)


def _is_pager(line: Line) -> bool:
    """Whether a line is the numbers of the article's pages, linked (1 2 3)."""
    numbers = [part for part in _BETWEEN.split(line.raw) if part] if line.link and len(line.raw) < MAX_FACTS else []
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _signs(folded: str) -> bool:
    """Whether a line is about the article; a reporter's name in brackets belongs to the text."""
    named = folded[:1] not in "(（" and is_staff(folded)
    return named or ends_body(folded) or is_credit(folded) or bool(issuer_of(folded))


def _is_dated_label(raw: str) -> bool:
    """Whether a line is a date with a label behind it (2023-10-20 来源：青石日报); a date alone signs a notice."""
    dates = moments(fold(raw))
    return bool(dates) and dates[0].start <= 2 and opens_with_label(raw[dates[0].end :].strip(" |" + JOINT))


def _is_annex(line: Line) -> bool:
    return is_attachment(line.folded) and line.tag != ROW and len(line.text) <= MAX_FACTS


def _is_button(line: Line) -> bool:
    if line.tag != ROW and is_call(line.folded):
        return True
    if len(line.text) > 40 or line.prose or line.tag == ROW or _is_cell(line):
        return False
    return is_furniture(line.folded)


def _is_cell(line: Line) -> bool:
    """Whether a line is a figure that stands alone: a cell of a table that a text dump has taken apart."""
    return len(line.text) > 2 and not line.tag and not line.link and FIGURE.fullmatch(line.folded) is not None


def _without_pointer(line: Line) -> Line:
    """A line without the link to more of the same that ends it (>>>更多内容，点击阅读)."""
    match = _POINTER.search(fold(line.raw[-40:])) if ">>" in line.raw[-40:] else None
    if match is None:
        return line
    return replace(line, raw=line.raw[: max(0, len(line.raw) - 40) + match.start()].rstrip())


def _split_end(lines: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines without an editor's note or a link at the end of the last one, and that note as a line."""
    if not lines:
        return (), ()
    last = lines[-1]
    text = last.text
    reach = max(0, len(text) - END_REACH)
    folded = fold(text[reach:])
    match = _INLINE_END.search(folded) or _LOOSE_END.search(folded) or _LINK_END.search(folded)
    if match is None:
        return tuple(lines), ()
    start = reach + match.start()
    note = (Line(text[start:].strip()),)
    if not text[:start].strip():
        return tuple(lines[:-1]), note
    return (*lines[:-1], replace(last, raw=text[:start].rstrip())), note
