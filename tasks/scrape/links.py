"""Where a source's pages are: links out of list pages, and the pages of a newspaper by date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from urllib.parse import urljoin

from tasks.scrape.urls import absolute_url

MAX_LINKS = 50_000
MAX_LIST_LINKS = 5_000
_DATE = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)[-/.年_]?(0[1-9]|1[0-2]|[1-9](?=[-/.月_]))"
    r"[-/.月_]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)"
)
# What the addresses of articles look like: a date, or a number of an article, in the path of a page.
ARTICLE = r"(?:20\d\d[-/]?[01]?\d|/t20\d{6}_|/art_\d|/content_\d|/[a-z]?\d{5,})[^?#]*\.s?html?$"
_BESIDE = 600
ANCHOR = re.compile(r"<a\s([^<>]{0,4000})>", re.IGNORECASE)
_BASE = re.compile(r"<base\s([^<>]{0,4000})>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,4000}>?")
_ITEM = re.compile(r"</?(?:li|tr|dl|ul|ol|table)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"<(!--|!\[CDATA\[|script\b|style\b|textarea\b|template\b)", re.IGNORECASE)
_COMMENT_END = re.compile("-->")
_CLOSED = {
    name: re.compile(f"</{name}\\s{{0,9}}>", re.IGNORECASE) for name in ("script", "style", "textarea", "template")
}
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

    At most MAX_LIST_LINKS; the date comes from the URL or from the text beside the link. The markup is
    scanned, not parsed: a tree takes quadratic time on markup that is nested deeply enough.
    """
    wanted = re.compile(pattern) if pattern else None
    html = visible(html)
    base = _base_of(html, base)
    anchors: dict[str, _Anchor] = {}
    end = 0
    for match in ANCHOR.finditer(html):
        url = absolute_url(base, link_target(match[1]))
        if url is not None and url not in anchors and (wanted is None or wanted.search(url)):
            if len(anchors) >= MAX_LIST_LINKS:
                return Links(_dated(anchors), cut=True)
            anchors[url] = _Anchor(url, html[max(end, match.start() - _BESIDE) : match.start()])
            following = ANCHOR.search(html, match.end(), match.end() + _BESIDE)
            anchors[url].after = html[match.end() : following.start() if following else match.end() + _BESIDE]
        end = match.end()
    return Links(_dated(anchors))


@dataclass
class _Anchor:
    """A link and the markup on both sides of it, up to the next links."""

    url: str
    before: str
    after: str = ""

    def day_before(self) -> date | None:
        # What stands in another item or row belongs to that.
        return date_in(_TAG.sub(" ", _ITEM.split(self.before)[-1]), last=True)

    def day_after(self) -> date | None:
        return date_in(_TAG.sub(" ", _ITEM.split(self.after)[0]))


def _dated(anchors: dict[str, _Anchor]) -> tuple[Link, ...]:
    """The links with their days: of dates between two links it shows at the ends which of the two they belong to."""
    own = {url: date_in(url) for url in anchors}
    before = {url: each.day_before() for url, each in anchors.items() if own[url] is None}
    after = {url: each.day_after() for url, each in anchors.items() if own[url] is None}
    counts = [sum(day is not None for day in days.values()) for days in (before, after)]
    first, second = (before, after) if counts[0] > counts[1] else (after, before)
    return tuple(Link(url, own[url] or first.get(url) or second.get(url)) for url in anchors)


def visible(html: str) -> str:
    """The markup without comments, scripts and styles, in one pass; what is not closed hides the rest."""
    kept, at = [], 0
    while opening := _HIDDEN.search(html, at):
        kept.append(html[at : opening.start()])
        name = opening[1].lower()
        if name == "![cdata[":
            # Some servers send their lists as XML around pieces of markup.
            at = opening.end()
            continue
        closing = (_COMMENT_END if name == "!--" else _CLOSED[name]).search(html, opening.end())
        if closing is None:
            return "".join(kept)
        at = closing.end()
    return "".join((*kept, html[at:]))


def link_target(attributes: str) -> str:
    """Where a link leads, by the attributes of its tag; empty when that says nothing."""
    found = _HREF.search(attributes)
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def page_text(data: bytes) -> str:
    """The markup of a list page; its links are ASCII, so that any superset of it reads them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _base_of(html: str, base: str) -> str:
    found = _BASE.search(html)
    return (absolute_url(base, link_target(found[1])) or base) if found else base


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


def date_in(text: str, *, last: bool = False) -> date | None:
    """The first whole date in a URL or a short text, or the last."""
    days = list(_days_in(text))
    return days[-1 if last else 0] if days else None


def _days_in(text: str) -> Iterator[date]:
    for match in _DATE.finditer(text):
        try:
            yield date(*map(int, match.groups()))
        except ValueError:
            continue
