"""Articles over several pages: where the next page is, and the parts put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from tasks.clean.markup import TooManyTagsError, read_markup
from tasks.clean.page import CleanedPage

MAX_PAGES = 8
"""An article has no more pages than this; whoever follows `next_page_url` stops here."""
REPEATED_HEAD = 3
_NUMBER = re.compile(r"(?:[_-](\d{1,2}))?(?=\.\w{2,6}$|/?$)")
_BRACKETS = "[]【】<>《》 "
_TRS_PAGER = re.compile(
    r"createPageHTML\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*[\"']([\w-]{1,80})[\"']\s*,\s*[\"'](\w{1,6})[\"']"
)
_QUERY_PAGE = re.compile(r"(?:^|&)(?:page|p|pageno|pn|currentpage)=(\d{1,2})(?=&|$)", re.IGNORECASE)


def next_page_url(html: str, url: str) -> str | None:
    """The URL of the article's next page as the pager of this one links it, or None on the last page.

    A link counts only if it leads to the same address with another page number: the next article
    of a series and the next page of a list are no continuation.
    """
    try:
        pagers = read_markup(html).pagers
    except TooManyTagsError:
        return None
    written = _written(html)
    if written:
        pagers = [*pagers, written]
    here = _split(url)
    for label, href in sorted(pagers, key=lambda pager: _is_number(pager[0])):
        target = _resolved(url, href)
        if target and target != url:
            path, number = _split(target)
            if path == here[0] and _follows(label, here[1], number):
                return target
    return None


def _written(html: str) -> tuple[str, str] | None:
    """The pager that a page of TRS writes by script (createPageHTML(3,0,"t123","htm")), as label and link."""
    call = _TRS_PAGER.search(html)
    if call is None or int(call[2]) + 1 >= int(call[1]):
        return None
    return "下一页", f"{call[3]}_{int(call[2]) + 1}.{call[4]}"


def _follows(label: str, here: int, there: int) -> bool:
    if not _is_number(label):
        return there > here
    return there == here + 1 or (here == 0 and label.strip(_BRACKETS) == "2")


def _is_number(label: str) -> bool:
    return label.strip(_BRACKETS).isdigit()


def _resolved(url: str, href: str) -> str | None:
    href = href.strip()
    if not href or href.startswith(("#", "javascript:", "mailto:")):
        return None
    try:
        target = urljoin(url, href)
        same_host = urlsplit(target).netloc == urlsplit(url).netloc
    except ValueError:
        return None
    return target.split("#")[0] if same_host else None


def _split(url: str) -> tuple[str, int]:
    """An address without its page number, and that number: 0 where none is written."""
    parts = urlsplit(url)
    query = _QUERY_PAGE.search(parts.query)
    if query:
        return parts.path, int(query[1])
    match = _NUMBER.search(parts.path)
    if match and match[1]:
        return parts.path[: match.start()] + parts.path[match.end() :], int(match[1])
    return parts.path, 0


def join_pages(parts: Sequence[CleanedPage]) -> CleanedPage:
    """The pages of one article, in order, as one: the facts of the first that has them, the texts in a row.

    Lines that a later page repeats from the top of an earlier one (lead, caption) are left out.
    Repairs keep their place. Raises ValueError without parts.
    """
    if not parts:
        raise ValueError("no pages to join")
    joined = parts[0]
    heads = set(joined.text.split("\n")[:REPEATED_HEAD])
    for part in parts[1:]:
        lines = part.text.split("\n")
        repeated = 0
        while repeated < min(REPEATED_HEAD, len(lines)) and lines[repeated] in heads:
            repeated += 1
        joined = _append(joined, part, sum(len(line) + 1 for line in lines[:repeated]))
    return joined


def _append(joined: CleanedPage, part: CleanedPage, skip: int) -> CleanedPage:
    text = part.text[skip:]
    shift = len(joined.text) + 1 - skip
    repairs = [
        replace(repair, start=repair.start + shift, end=repair.end + shift)
        for repair in part.repairs
        if repair.start >= skip
    ]
    return replace(
        joined,
        text=f"{joined.text}\n{text}" if text else joined.text,
        repairs=(*joined.repairs, *repairs) if text else joined.repairs,
        authors=joined.authors or part.authors,
        editor=joined.editor or part.editor,
        publisher=joined.publisher or part.publisher,
        published_at=joined.published_at or part.published_at,
    )
