"""Articles over several pages: which link of a page leads to the article's next one."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from tasks.scrape.links import ANCHOR, link_target, page_text, visible
from tasks.scrape.urls import absolute_url, printable

MAX_PAGES = 8
"""An article has no more pages than this; what follows is taken for something else."""
_LABEL = re.compile(
    r"[\[【<《]?\s*(?:下一?页|后一?页|余下全文|阅读全文|显示全文|第\s?\d{1,2}\s?页|\d{1,2}|>|>>|»|next)\s*[\]】>》»]*",
    re.IGNORECASE,
)
_LABEL_REACH = 120
_TAG = re.compile(r"<[^<>]{0,200}>")
_BLANK = re.compile(r"(?:\s|&nbsp;|\u3000)+")
_BRACKETS = "[]【】<>《》第页 "
_NUMBER = re.compile(r"[_-](0|[1-9]\d?)(?=\.\w{2,6}$|/?$)")
# The last part of a date is no page number.
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d[-_]?\d{1,2}$")
_QUERY_PAGE = re.compile(r"(?:^|&)(?:page|p|pageno|pn|currentpage)=(\d{1,2})(?=&|$)", re.IGNORECASE)
_TRS_PAGER = re.compile(
    r"createPageHTML\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*[\"']([\w-]{1,80})[\"']\s*,\s*[\"'](\w{1,6})[\"']"
)
# Pages of these names are lists, whose next page holds other articles.
_LIST = re.compile(r"(?:^|/)(?:index|default|list|more|node|channel|col|search|home)[^/]*$", re.IGNORECASE)
_SECTION = re.compile(r"(?:^|/)(?:news|article|info|notice|tzgg|gzdt|xwzx|zwgk|[^/.]{0,2})(?:\.\w+)?/?$", re.IGNORECASE)
"""Such names without a number are sections, which are lists too."""
_ANY_PAGER = rb"[?&;](?:page|p|pageno|pn|currentpage)=\d|createPageHTML\("


def next_page_url(data: bytes, url: str) -> str | None:
    """The URL of the article's next page as the pager of this one links it, or None on the last page.

    A link counts only if it leads to the same address with another page number: the next article
    of a series and the next page of a list are no continuation. Local files follow each other by name.
    """
    places = [place for place in (_split(url), _first(url)) if place and _may_have_pager(data, place[0])]
    if not places:
        return None
    html = page_text(data)
    written = _written(html)
    found = [] if written is None else [("下一页", written)]
    found += _labelled(visible(html))
    for label, href in sorted(found, key=lambda pager: _is_number(pager[0])):
        target = _resolved(url, href)
        there = _split(target) if target and target != url else None
        if there is not None and any(there[0] == here[0] and _follows(label, here[1], there[1]) for here in places):
            return target
    return None


def is_same_article(url: str, other: str) -> bool:
    """Whether two addresses differ in nothing but scheme, host and page number."""
    one, two = _split(url), _split(other)
    return one is not None and two is not None and one[0] == two[0]


def _may_have_pager(data: bytes, address: str) -> bool:
    """A look at the bytes that spares most pages the reading: does the page name an address like its own?"""
    stem = posixpath.splitext(posixpath.basename(urlsplit(address).path.rstrip("/")))[0]
    if not stem.isascii():
        # It may be written in any charset, or percent-encoded.
        return True
    wanted = _ANY_PAGER + (rb"|" + re.escape(stem.encode()) + rb"[_-]\d" if stem else b"")
    return re.search(wanted, data) is not None


def _labelled(html: str) -> list[tuple[str, str]]:
    """The links with the label of a pager, as label and target."""
    pagers = []
    for match in ANCHOR.finditer(html):
        behind = html[match.end() : match.end() + _LABEL_REACH].partition("</a")[0].partition("</A")[0]
        label = _BLANK.sub(" ", _TAG.sub("", behind)).strip().replace("&gt;", ">").replace("&raquo;", "»")
        if _LABEL.fullmatch(label):
            pagers.append((label, link_target(match[1])))
    return pagers


def _written(html: str) -> str | None:
    """Where the pager leads that a page of TRS writes by script (createPageHTML(3,0,"t123","htm"))."""
    call = _TRS_PAGER.search(html)
    if call is None or int(call[2]) + 1 >= int(call[1]):
        return None
    return f"{call[3]}_{int(call[2]) + 1}.{call[4]}"


def _follows(label: str, here: int, there: int) -> bool:
    """Whether the next number stands there; the second page bears the number 1 or 2, and its label 2."""
    if there != here + 1 and (here, there) != (0, 2):
        return False
    return not _is_number(label) or 1 < int(label.strip(_BRACKETS)) in (there, there + 1)


def _is_number(label: str) -> bool:
    return label.strip(_BRACKETS).isdigit()


def _resolved(url: str, href: str) -> str | None:
    if url.startswith("file:"):
        # A saved page may still link its siblings by their address on the web: the name alone leads there.
        name = printable(unquote(posixpath.basename(_path(href))))
        return f"{url[: url.rindex('/') + 1] if '/' in url else 'file:'}{name}" if name else None
    target = absolute_url(url, href)
    return target if target and urlsplit(target).netloc == urlsplit(url).netloc else None


def _path(href: str) -> str:
    try:
        return urlsplit(href.strip()).path
    except ValueError:
        return ""


def _first(url: str) -> tuple[str, int] | None:
    """The address of a first page as the following ones bear it: its own name may end in a number (news-7.html)."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if _LIST.search(parts.path) or _SECTION.search(parts.path) or _QUERY_PAGE.search(parts.query):
        return None
    return f"{parts.path}?{parts.query.strip('&')}", 0


def _split(url: str) -> tuple[str, int] | None:
    """An address without its page number, and that number, 0 where none is written; None for no article's."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path, query, number = parts.path, parts.query, 0
    asked = _QUERY_PAGE.search(query)
    written = _NUMBER.search(path)
    if asked:
        query, number = query[: asked.start()] + query[asked.end() :], int(asked[1])
    elif written and not _DATED.search(path, 0, written.start()):
        path, number = path[: written.start()] + path[written.end() :], int(written[1])
    address = f"{path}?{query.strip('&')}"
    named = re.search(r"\d", address) or (written and written[0][0] == "_" and not _SECTION.search(path))
    return None if _LIST.search(path) or not named else (address, number)
