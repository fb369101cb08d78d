"""Captures in a web archive: looked up in its CDX index, then read by byte range out of its WARC files."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from urllib.parse import urljoin

from tasks.scrape.files import files_of
from tasks.scrape.frontier import Frontier
from tasks.scrape.limits import FetchError
from tasks.scrape.sources import Source
from tasks.scrape.urls import host_of, is_host_of
from tasks.scrape.warc import Choice, read_record
from tasks.scrape.warc_tail import break_in
from tasks.scrape.web import BATCH, Extent, Item, hosts_of, web_client
from tasks.snapshots import FetchFailure, Listed

_MOST_CAPTURES = 1_000_000
_PARTIAL = frozenset({206})
_WEB = ("http://", "https://")
_MIMES = frozenset({"text/html", "application/xhtml+xml", "unk", ""})


@dataclass(frozen=True)
class Capture:
    """A page in the archive, and where its record stands."""

    url: str
    file: str
    offset: int
    length: int

    def address(self, prefix: str) -> str:
        """The address of its bytes, unlike that of any other capture."""
        return f"{urljoin(prefix, self.file)}#bytes={self.offset}-{self.offset + self.length - 1}"


def read_captures(text: str, source: Source) -> Iterator[Capture | FetchFailure]:
    """The captures of index lines (JSON, or CDXJ with two words before the JSON) that the source wants.

    Wanted are pages with status 200 of the source's `hosts` and, where the index names languages, Chinese ones.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line[line.index("{") :])
            capture = _capture(entry, source)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            yield FetchFailure(source.id, f"{source.location}#{number}", "bad_cdx", f"{type(error).__name__}: {error}")
            continue
        if capture is not None:
            yield capture


def _capture(entry: dict[str, str], source: Source) -> Capture | None:
    hosts = tuple(source.options.get("hosts", ()))
    if hosts and not is_host_of(host_of(entry["url"]), hosts):
        return None
    if str(entry.get("status", "200")) != "200" or entry.get("mime-detected", entry.get("mime", "")) not in _MIMES:
        return None
    if entry.get("languages") and "zho" not in entry["languages"]:
        return None
    capture = Capture(entry["url"], entry["filename"], int(entry["offset"]), int(entry["length"]))
    if capture.offset < 0 or capture.length <= 0 or ".." in capture.file.split("/"):
        raise ValueError("a range or a file name that cannot be")
    return capture


class CdxCrawl:
    """One run over one source of kind `cdx`."""

    def __init__(
        self,
        source: Source,
        base: Path,
        frontier: Frontier,
        now: datetime | None = None,
        extent: Extent | None = None,
    ) -> None:
        self._source = source
        self._base = base
        self._frontier = frontier
        self._now = now or datetime.now(UTC)
        self._extent = extent or Extent()
        self._prefix = str(source.options["data_prefix"])
        self._client, self._manners, self._patience = web_client(source, base, hosts_of(source))
        self._choice = Choice.of(source)

    async def batches(self) -> AsyncIterator[list[Item]]:
        """The captures that are due, in batches that can be stored as they come."""
        async with self._client:
            async for index in self._indexes():
                if isinstance(index, FetchFailure):
                    yield [index]
                    continue
                found = islice(read_captures(index, self._source), _MOST_CAPTURES)
                while batch := list(islice(self._due(found), BATCH)):
                    self._extent.expected += len(batch)
                    yield [each if isinstance(each, FetchFailure) else await self._fetch(each) for each in batch]

    def _due(self, found: Iterator[Capture | FetchFailure]) -> Iterator[Capture | FetchFailure]:
        for each in found:
            if isinstance(each, FetchFailure) or self._is_due(each.address(self._prefix)):
                yield each

    def _is_due(self, address: str) -> bool:
        return self._frontier.is_due(address, self._now) and not self._frontier.was_listed(address)

    async def _indexes(self) -> AsyncIterator[str | FetchFailure]:
        location = self._source.location
        if location.startswith(_WEB):
            async for answer in self._index_pages(location):
                yield answer
            return
        paths = files_of(self._base, location)
        if not paths:
            yield self._failed(location, FetchError("not_found", "no file matches this location"))
        for path in paths:
            yield path.read_text(encoding="utf-8", errors="replace")

    async def _index_pages(self, location: str) -> AsyncIterator[str | FetchFailure]:
        for page in range(int(self._source.options.get("pages", 1))):
            url = f"{location}{'&' if '?' in location else '?'}page={page}" if page else location
            try:
                answer = await self._patience.get(self._manners.get, url)
            except FetchError as error:
                # Behind the last page the servers answer 404 or 400.
                if page == 0 or error.code not in ("http_404", "http_400"):
                    yield self._failed(url, error)
                return
            yield answer.data.decode("utf-8", "replace")

    async def _fetch(self, capture: Capture) -> Item:
        address = capture.address(self._prefix)
        try:
            return await self._read(capture, address)
        except FetchError as error:
            return self._failed(address, error)

    async def _read(self, capture: Capture, address: str) -> Item:
        if capture.length > self._source.max_bytes:
            raise FetchError("too_large", f"{capture.length} bytes in the archive")
        url, _, wanted = address.partition("#")
        headers = {"range": wanted, "accept-encoding": "identity"}
        answer = await self._patience.get(lambda each: self._manners.get(each, headers), url, _PARTIAL)
        broken = break_in(io.BytesIO(answer.data))
        if broken is not None:
            raise FetchError("truncated", f"{broken.detail} that the index points to")
        try:
            item = read_record(io.BytesIO(answer.data), self._choice)
        except (ValueError, OSError) as error:
            raise FetchError("bad_archive", f"{type(error).__name__}: {error}") from error
        if item is None:
            # Not wanted after all; its check says that it was looked at.
            return Listed(self._source.id, address, 0)
        return replace(item, redirects=(address,)) if not isinstance(item, FetchFailure) else item

    def _failed(self, url: str, error: FetchError) -> FetchFailure:
        return FetchFailure(self._source.id, url, error.code, error.detail)
