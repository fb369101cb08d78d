"""Where a source's pages are: links out of feeds, sitemaps, list pages and newspaper calendars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tasks.scrape.limits import FetchError

MAX_LINKS = 50_000
_DATE = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)[-/.年_]?(0[1-9]|1[0-2]|[1-9](?=[-/.月_]))"
    r"[-/.月_]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)"
)
_HOLDERS = frozenset({"li", "td", "tr", "dd", "p", "div", "span"})
_LONGEST_CALENDAR = 3660


@dataclass(frozen=True)
class Link:
    """A page that a source names, with its date when the source says one."""

    url: str
    day: date | None = None


def feed_links(data: bytes, base: str) -> list[Link]:
    """The entries of an RSS or Atom feed. Raises FetchError `bad_feed`."""
    links = []
    for entry in _xml(data, "bad_feed").iter():
        if _name(entry) in ("item", "entry"):
            url = _feed_url(entry)
            if url:
                links.append(Link(urljoin(base, url), _feed_day(entry)))
    return links[:MAX_LINKS]


def _feed_url(entry: Element) -> str | None:
    for child in entry:
        if _name(child) == "link":
            if child.get("href") and child.get("rel", "alternate") == "alternate":
                return child.get("href")
            if child.text and child.text.strip():
                return child.text.strip()
    return None


def _feed_day(entry: Element) -> date | None:
    for child in entry:
        if _name(child) in ("pubDate", "published", "updated", "date") and child.text:
            return _day(child.text.strip())
    return None


def _day(text: str) -> date | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text).date()
        except (ValueError, TypeError):
            continue
    return date_in(text)


def sitemap_links(data: bytes, base: str) -> tuple[list[Link], list[str]]:
    """Pages of a sitemap, and the further sitemaps that it names. Raises FetchError `bad_sitemap`."""
    pages: list[Link] = []
    maps: list[str] = []
    for entry in _xml(data, "bad_sitemap").iter():
        if _name(entry) not in ("url", "sitemap"):
            continue
        parts = {_name(child): (child.text or "").strip() for child in entry}
        if not parts.get("loc"):
            continue
        url = urljoin(base, parts["loc"])
        if _name(entry) == "sitemap":
            maps.append(url)
        else:
            pages.append(Link(url, _day(parts["lastmod"]) if parts.get("lastmod") else date_in(url)))
    return pages[:MAX_LINKS], maps[:MAX_LINKS]


def _xml(data: bytes, code: str) -> Element:
    try:
        # Entities and external references are refused, so nothing can unfold or be fetched from within.
        return fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)  # type: ignore[no-any-return]
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise FetchError(code, f"{type(error).__name__}: {error}") from error


def _name(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def page_links(html: str, base: str, pattern: str | None = None) -> list[Link]:
    """The links of a list page in order, each once; `pattern` (searched in the URL) says which to take.

    The date comes from the URL or from the text around the link.
    """
    tree = LexborHTMLParser(html)
    wanted = re.compile(pattern) if pattern else None
    base = _base_of(tree, base)
    found: dict[str, Link] = {}
    for node in tree.css("a[href]"):
        url = urldefrag(urljoin(base, (node.attributes.get("href") or "").strip()))[0]
        if url.startswith(("http://", "https://")) and url not in found and (wanted is None or wanted.search(url)):
            found[url] = Link(url, date_in(url) or date_in(_around(node)))
        if len(found) >= MAX_LINKS:
            break
    return list(found.values())


def _base_of(tree: LexborHTMLParser, base: str) -> str:
    node = tree.css_first("base[href]")
    return urljoin(base, node.attributes.get("href") or "") if node is not None else base


def _around(node: LexborNode) -> str:
    parent = node.parent
    return parent.text(deep=True)[:300] if parent is not None and parent.tag in _HOLDERS else ""


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
