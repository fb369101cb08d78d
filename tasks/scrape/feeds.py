"""RSS, Atom and sitemaps: read in one pass with bounded memory, whatever their charset and however long."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from tasks.scrape.limits import FetchError
from tasks.scrape.links import MAX_LINKS, Link, Links, date_in
from tasks.scrape.urls import absolute_url

_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{1,40})[\"'][^>]{0,200}\?>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
# A bare & and HTML's names for characters are the commonest faults of feeds; XML itself knows five names.
_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)([A-Za-z]{1,31};)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DEEPEST = 100
_LONGEST_TEXT = 5_000
_DAYS = frozenset({"pubDate", "published", "updated", "date", "lastmod"})


def feed_links(data: bytes, base: str) -> Links:
    """The entries of an RSS or Atom feed. Raises FetchError `bad_feed`."""
    reader = _Reader(frozenset({"item", "entry"}))
    _parse(data, reader, "bad_feed")
    links = (_link(entry, base) for entry in reader.entries)
    return Links(tuple(link for link in links if link), cut=reader.full)


def sitemap_links(data: bytes, base: str) -> tuple[Links, list[str]]:
    """Pages of a sitemap, and the further sitemaps that it names. Raises FetchError `bad_sitemap`."""
    reader = _Reader(frozenset({"url", "sitemap"}))
    _parse(data, reader, "bad_sitemap")
    pages = (_link(entry, base) for entry in reader.entries if entry.name == "url")
    maps = (absolute_url(base, entry.address or "") for entry in reader.entries if entry.name == "sitemap")
    return Links(tuple(link for link in pages if link), cut=reader.full), [url for url in maps if url]


class _FullError(Exception):
    """No more entries are wanted."""


@dataclass
class _Entry:
    """What an item, entry, url or sitemap element says."""

    name: str
    address: str | None = None
    day: str | None = None


@dataclass
class _Reader:
    """A target of the XML parser that keeps the entries alone, no tree."""

    wanted: frozenset[str]
    entries: list[_Entry] = field(default_factory=list)
    full: bool = False
    _entry: _Entry | None = None
    _depth: int = 0
    _entry_depth: int = 0
    _text: list[str] = field(default_factory=list)
    _length: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FetchError("bad_feed", f"elements stand more than {_DEEPEST} deep")
        name = tag.rsplit("}", 1)[-1]
        if self._entry is None and name in self.wanted:
            self._entry, self._entry_depth = _Entry(name), self._depth
        elif self._entry is not None and name == "link" and attributes.get("rel", "alternate") == "alternate":
            self._entry.address = self._entry.address or attributes.get("href")
        self._text, self._length = [], 0

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._entry is not None and self._length < _LONGEST_TEXT:
            self._text.append(text)
            self._length += len(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        entry, text, name = self._entry, "".join(self._text).strip(), tag.rsplit("}", 1)[-1]
        if entry is not None and self._depth == self._entry_depth:
            self._keep(entry)
        elif entry is not None and text and self._depth == self._entry_depth + 1:
            if name in ("link", "loc"):
                entry.address = entry.address or text
            elif name in _DAYS:
                entry.day = entry.day or text
        self._depth -= 1
        self._text, self._length = [], 0

    def close(self) -> None:
        """The document ends."""

    def _keep(self, entry: _Entry) -> None:
        self._entry = None
        if len(self.entries) < MAX_LINKS:
            self.entries.append(entry)
        else:
            self.full = True
            raise _FullError


def _parse(data: bytes, reader: _Reader, code: str) -> None:
    # Entities and external references are refused, so nothing can unfold or be fetched from within.
    parser = DefusedXMLParser(target=reader, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(_mended(_decoded(data)))
        parser.close()
    except _FullError:
        return
    except FetchError as error:
        raise FetchError(code, error.detail) from error
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise FetchError(code, f"{type(error).__name__}: {error}") from error


def _decoded(data: bytes) -> str:
    """The text of an XML file: by its declaration, read widely, else UTF-8; the XML parser knows no GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    declared = _DECLARED.match(data[:500])
    charset = declared[1].decode("ascii").lower() if declared else "utf-8"
    charset = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(charset, charset)
    try:
        return data.decode("utf-8-sig" if charset == "utf-8" else charset)
    except (UnicodeDecodeError, LookupError):
        return data.decode("gb18030", "replace")


def _mended(text: str) -> str:
    return _CONTROL.sub("", _AMPERSAND.sub(_character, _DECLARATION.sub("", text, count=1)))


def _character(found: re.Match[str]) -> str:
    character = unescape(found[0])
    return character if len(character) == 1 and character not in "&<>" else f"&amp;{found[1] or ''}"


def _link(entry: _Entry, base: str) -> Link | None:
    url = absolute_url(base, entry.address or "")
    return Link(url, _day(entry.day) if entry.day else date_in(url)) if url else None


def _day(text: str) -> date | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return date_in(text)
