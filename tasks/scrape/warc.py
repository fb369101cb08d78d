"""Web archives: pages out of WARC and WET files, chosen by host, kind and a cheap look at their bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tasks.scrape.figures import looks_chinese_with_figures
from tasks.scrape.files import file_url, files_of
from tasks.scrape.sources import Source
from tasks.scrape.urls import absolute_url, host_of, is_host_of
from tasks.scrape.warc_tail import find_break, next_record
from tasks.snapshots import Fetched, FetchFailure, Listed

FACTS_TYPE = "application/warc-fields"
_HTML = re.compile(r"text/html|application/xhtml", re.IGNORECASE)
_MOST_BREAKS = 1_000
_PAGES = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
_WORDS = re.compile(r"[^\x20-\x7e]")


def read_warcs(
    source: Source, base: Path, is_known: Callable[[str], bool] = lambda url: False
) -> Iterator[Fetched | FetchFailure | Listed]:
    """The pages of all WARC files that the source's location names, relative to `base`.

    A file that was read to its end without a failure gives a Listed; one that `is_known` is left out.
    """
    try:
        paths = files_of(base, source.location)
    except OSError as error:
        yield FetchFailure(source.id, source.location, "unreadable", str(error.strerror or error))
        return
    if not paths:
        yield FetchFailure(source.id, source.location, "not_found", "no file matches this location")
    for path in paths:
        url = archive_url(base, path, source)
        if not is_known(url):
            yield from _whole_file(path, url, source)


def archive_url(base: Path, path: Path, source: Source) -> str:
    """The name of an archive file as it is now, read in this way: another size, time or choice is another name."""
    chosen = json.dumps([source.options.get(key) for key in ("hosts", "figures")] + [source.max_bytes])
    try:
        facts = path.stat()
    except OSError:
        return file_url(base, path)
    return f"{file_url(base, path)}#{facts.st_size}-{int(facts.st_mtime)}-{chosen}"


def _whole_file(path: Path, url: str, source: Source) -> Iterator[Fetched | FetchFailure | Listed]:
    pages = failures = 0
    for item in read_warc(path, source):
        pages += isinstance(item, Fetched)
        failures += isinstance(item, FetchFailure)
        yield item
    if not failures:
        yield Listed(source.id, url, pages)


def read_warc(path: Path, source: Source) -> Iterator[Fetched | FetchFailure]:
    """The pages of a WARC or WET file (plain, gzip, zstd or lz4) that the source wants.

    options `hosts` limits the hosts (with subdomains), `figures` (default true) asks for Chinese
    pages with figures. Where the file is broken there is a failure, and reading goes on behind it.
    """
    if not path.is_file():
        yield FetchFailure(source.id, path.name, "unreadable", "not a regular file")
        return
    at: int | None = 0
    try:
        for _ in range(_MOST_BREAKS):
            at = yield from _until_break(path, at or 0, source)
            if at is None:
                return
        yield FetchFailure(source.id, path.name, "bad_archive", f"broken at more than {_MOST_BREAKS} places")
    except OSError as error:
        yield FetchFailure(source.id, path.name, "unreadable", str(error.strerror or error))


def _until_break(path: Path, start: int, source: Source) -> Generator[Fetched | FetchFailure, None, int | None]:
    """Pages up to the end or the first break; returns where the next whole record begins, None at the end."""
    last, held, fault = start, None, ""
    with path.open("rb") as stream:
        choice = Choice.of(source)
        try:
            types = _PAGES | WarcRecordType.metadata if _is_our_export(stream) else _PAGES
            stream.seek(start)
            for record in ArchiveIterator(stream, record_types=types, parse_http=True, auto_decode="all"):
                # A record is whole for sure when another one follows it.
                if held is not None:
                    yield held
                last, held = record.stream_pos, choice.page(record)
        except (ValueError, OSError) as error:
            fault = _WORDS.sub("?", str(error))[:300]
    broken = find_break(path, last)
    if held is not None and (broken is None or broken.at > last):
        yield held
    if broken is None and not fault:
        return None
    at = broken.at if broken is not None else last
    detail = broken.detail if broken is not None else fault
    yield FetchFailure(source.id, f"{path.name}#{at}", "truncated" if "breaks off" in detail else "bad_archive", detail)
    return next_record(path, max(at, last))


def _is_our_export(file: IO[bytes]) -> bool:
    """Whether this program wrote the file; only then do its metadata records tell of pages."""
    for record in ArchiveIterator(file, parse_http=False):
        return record.record_type == WarcRecordType.warcinfo and b"software: zhibiao" in record.reader.read(4096)
    return False


@dataclass
class Choice:
    """Which records of an archive a source wants, and how they become pages."""

    source: Source
    hosts: tuple[str, ...]
    figures: bool
    facts: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, source: Source) -> Choice:
        """The choice that a source's options make."""
        hosts = tuple(host.lower() for host in source.options.get("hosts", ()))
        return cls(source, hosts, bool(source.options.get("figures", True)), {})

    def page(self, record: WarcRecord) -> Fetched | FetchFailure | None:
        """The page in a record; None when it is none, or not wanted."""
        kind = record.record_type
        if kind == WarcRecordType.metadata:
            self._learn(record)
            return None
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
        if self.hosts and not is_host_of(host_of(url), self.hosts):
            return None
        content_type = record.http_content_type if kind == WarcRecordType.response else None
        if kind == WarcRecordType.response:
            if record.http_headers is None or record.http_headers.status_code != 200:
                return None
            if not _HTML.search(content_type or "text/html"):
                return None
        return self._read(record, url, kind)

    def _read(self, record: WarcRecord, url: str, kind: WarcRecordType) -> Fetched | FetchFailure | None:
        try:
            data = record.reader.read(self.source.max_bytes + 1)
        except (ValueError, OSError) as error:
            return self._failure(url, "bad_encoding", str(error))
        if len(data) > self.source.max_bytes:
            return self._failure(url, "too_large", f"more than {self.source.max_bytes} bytes in the archive")
        if self.figures and not looks_chinese_with_figures(data):
            return None
        plain = url if url.startswith("file:") else absolute_url("", url)
        if plain is None:
            return self._failure(url, "bad_url", "no proper address in the archive")
        return self._fetched(record, plain, kind, data)

    def _failure(self, url: str, code: str, detail: str) -> FetchFailure:
        return FetchFailure(self.source.id, _WORDS.sub("?", url)[:500], code, _WORDS.sub("?", detail)[:300])

    def _fetched(self, record: WarcRecord, url: str, kind: WarcRecordType, data: bytes) -> Fetched:
        response = kind == WarcRecordType.response
        headers = {name.lower(): value for name, value in record.http_headers.astuples()} if response else {}
        facts = self.facts.pop(record.record_id or "", {})
        return Fetched(
            source_id=facts.get("source", self.source.id),
            source_url=url,
            data=data,
            fetched_at=(record.record_date or datetime.fromtimestamp(0, UTC)).astimezone(UTC).replace(microsecond=0),
            http_status=record.http_headers.status_code if response else None,
            content_type=headers.get("content-type") if response else _plain_type(record),
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
            headers=json.dumps(headers, ensure_ascii=False, sort_keys=True) if headers else None,
            redirects=tuple(facts.get("redirects", ())),
            tls=facts.get("tls"),
            hints=facts.get("hints") or self.source.hints,
        )

    def _learn(self, record: WarcRecord) -> None:
        """Keep what a metadata record of our own export says of the page that follows it."""
        about = record.headers.get("WARC-Refers-To")
        if about and (record.headers.get("Content-Type") or "").startswith(FACTS_TYPE):
            self.facts = {about: read_facts(record.reader.read(1 << 16))}


def _plain_type(record: WarcRecord) -> str:
    # The text of a WET file is UTF-8, whatever the page was in.
    kept = record.headers.get("Content-Type") or ""
    return "text/plain; charset=utf-8" if record.record_type == WarcRecordType.conversion else kept


def read_facts(data: bytes) -> dict[str, Any]:
    """The facts in the fields of a metadata record; fields that we did not write are left out."""
    facts: dict[str, Any] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        name, _, value = line.partition(": ")
        if name == "redirect":
            facts.setdefault("redirects", []).append(value)
        elif name in ("source", "tls", "hints"):
            facts[name] = value
    return facts


def read_record(file: IO[bytes], choice: Choice) -> Fetched | FetchFailure | None:
    """The page in the first record of a stream. Raises ValueError or OSError for what is no WARC."""
    for record in ArchiveIterator(file, record_types=_PAGES, parse_http=True, auto_decode="all"):
        return choice.page(record)
    raise ValueError("no record in these bytes")
