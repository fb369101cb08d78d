"""Where a source's pages are: links out of list pages, and the pages of a newspaper by date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tasks.scrape.urls import absolute_url

MAX_LINKS = 50_000
MAX_LIST_LINKS = 5_000
_DATE = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)[-/.年_]?(0[1-9]|1[0-2]|[1-9](?=[-/.月_]))"
    r"[-/.月_]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)"
)
# What the addresses of articles look like: a date, or a number of an article, in the path of a page.
ARTICLE = r"(?:20\d\d[-/]?[01]?\d|/t20\d{6}_|/art_\d|/content_\d|/[a-z]?\d{5,})[^?#]*\.s?html?$"
_HOLDERS = frozenset({"li", "td", "dt", "dd", "p", "div", "span", "h2", "h3", "h4", "h5"})
_LONGEST_CALENDAR = 3660


@dataclass(frozen=True)
class Link:
    """A page that a source names, with its date when the source says one."""

    url: str
    day: date | None = None


@dataclass(frozen=True)
class Links:
    """The pages that one list names; `cut` says that there were more than fit."""

    pages: tuple[Link, ...]
    cut: bool = False


def page_links(html: str, base: str, pattern: str | None = None) -> Links:
    """The links of a list page in order, each once; `pattern` (searched in the URL) says which to take.

    At most MAX_LIST_LINKS; the date comes from the URL or from the text around the link.
    """
    tree = LexborHTMLParser(html)
    wanted = re.compile(pattern) if pattern else None
    base, around = _base_of(tree, base), _Surroundings()
    found: dict[str, Link] = {}
    for node in tree.css("a[href]"):
        url = absolute_url(base, node.attributes.get("href") or "")
        if url is None or url in found or (wanted is not None and not wanted.search(url)):
            continue
        if len(found) >= MAX_LIST_LINKS:
            return Links(tuple(found.values()), cut=True)
        found[url] = Link(url, date_in(url) or date_in(around.of(node)))
    return Links(tuple(found.values()))


def page_text(data: bytes) -> str:
    """The markup of a list page; its links are ASCII, so that any superset of it reads them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _base_of(tree: LexborHTMLParser, base: str) -> str:
    node = tree.css_first("base[href]")
    return (absolute_url(base, node.attributes.get("href") or "") or base) if node is not None else base


class _Surroundings:
    """The words that stand beside a link; every node is read once, and never with all that is nested in it."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}

    def of(self, link: LexborNode) -> str:
        near = [*_children(link), *_siblings(link, 4)]
        if link.parent is not None and link.parent.tag in _HOLDERS:
            near += [link.parent, *_siblings(link.parent, 2)]
        return " ".join(map(self._text, near))[:300]

    def _text(self, node: LexborNode) -> str:
        if node.mem_id not in self._texts:
            self._texts[node.mem_id] = node.text(deep=False)[:100].strip()
        return self._texts[node.mem_id]


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return islice(node.iter(include_text=False), 4)


def _siblings(node: LexborNode, most: int) -> Iterator[LexborNode]:
    for step in ("next", "prev"):
        beside = getattr(node, step)
        for _ in range(most):
            if beside is None:
                break
            yield beside
            beside = getattr(beside, step)


def list_pages(location: str, paging: str | None, first: int, pages: int) -> Iterator[str]:
    """The list page itself and those that follow it: `paging` holds `{n}` for the number of the page."""
    yield location
    if paging:
        for number in range(first, first + pages - 1):
            yield urljoin(location, paging.replace("{n}", str(number)))


def calendar_pages(location: str, since: date, until: date) -> Iterator[Link]:
    """A digital newspaper's front page for every day: `{yyyy}`, `{mm}` and `{dd}` in the address, newest first."""
    for back in range(min((until - since).days, _LONGEST_CALENDAR) + 1):
        day = until - timedelta(days=back)
        url = location.replace("{yyyy}", f"{day:%Y}").replace("{mm}", f"{day:%m}").replace("{dd}", f"{day:%d}")
        yield Link(url, day)


def date_in(text: str) -> date | None:
    """The first whole date in a URL or a short text."""
    for match in _DATE.finditer(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None
