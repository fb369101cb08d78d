"""Web archives: pages out of WARC files, and snapshots back into one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tasks.scrape.files import files_of
from tasks.scrape.limits import FetchError
from tasks.scrape.sources import Source
from tasks.snapshots import Fetched, FetchFailure

# Chinese in UTF-8 or GB18030, and a number with a unit: cheap signs that a page may hold figures.
_CHINESE = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){4}|(?:[\xb0-\xf7][\xa1-\xfe]){6}")
_FIGURES = re.compile(
    r"\d(?:%|％|万|亿|元|人|户|个|亩|吨|公里|百分点)".encode()
    + b"|"
    + r"\d(?:％|万|亿|元|人|户|个|亩|吨|公里)".encode("gb18030")
)
_HTML = re.compile(r"text/html|application/xhtml", re.IGNORECASE)
_SAMPLE = 400_000


def read_warcs(source: Source, base: Path) -> Iterator[Fetched | FetchFailure]:
    """The pages of all WARC files that the source's location names, relative to `base`."""
    try:
        paths = files_of(base, source.location)
    except OSError as error:
        yield FetchFailure(source.id, source.location, "unreadable", str(error))
        return
    if not paths:
        yield FetchFailure(source.id, source.location, "not_found", "no file matches this location")
    for path in paths:
        yield from read_warc(path, source)


def read_warc(path: Path, source: Source) -> Iterator[Fetched | FetchFailure]:
    """The pages of a WARC file (plain, gzip or lz4) that the source wants.

    options `hosts` limits the hosts (with subdomains), `figures` (default true) asks for Chinese
    pages with figures. A broken file gives what came before the break, and then a failure.
    """
    hosts = tuple(source.options.get("hosts", ()))
    figures = bool(source.options.get("figures", True))
    with path.open("rb") as stream:
        records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
        try:
            for record in records:
                item = _page(record, source, hosts, figures)
                if item is not None:
                    yield item
        except (ValueError, OSError) as error:
            yield FetchFailure(source.id, path.name, "bad_archive", f"{type(error).__name__}: {error}")


def _page(record: WarcRecord, source: Source, hosts: tuple[str, ...], figures: bool) -> Fetched | FetchFailure | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    host = urlsplit(url).hostname or ""
    if hosts and not any(host == wanted or host.endswith(f".{wanted}") for wanted in hosts):
        return None
    if record.http_headers is None or record.http_headers.status_code != 200:
        return None
    if not _HTML.search(record.http_content_type or ""):
        return None
    data = record.reader.read(source.max_bytes + 1)
    if len(data) > source.max_bytes:
        return FetchFailure(source.id, url, "too_large", f"more than {source.max_bytes} bytes in the archive")
    if figures and not looks_chinese_with_figures(data):
        return None
    headers = {name.lower(): value for name, value in record.http_headers.astuples()}
    return Fetched(
        source_id=source.id,
        source_url=url,
        data=data,
        fetched_at=(record.record_date or datetime.fromtimestamp(0, UTC)).astimezone(UTC),
        http_status=200,
        content_type=headers.get("content-type"),
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
    )


def looks_chinese_with_figures(data: bytes) -> bool:
    """A cheap test before any parsing: Chinese text and a number with a unit in the first part of the bytes."""
    sample = data[:_SAMPLE]
    return bool(_CHINESE.search(sample)) and bool(_FIGURES.search(sample))


def write_warc(rows: Iterable[Mapping[str, Any]], read: Any, path: Path) -> int:
    """Write snapshots (SNAPSHOTS rows; `read` gives the bytes of a hash) as one gzipped WARC; returns how many.

    Raises FetchError `unwritable` when the file cannot be written.
    """
    count = 0
    try:
        with path.open("wb") as file:
            for row in rows:
                # A gzip member a record: readers can jump to each of them.
                writer = GzipWriter(file)
                _record(row, read(row["snapshot_sha256"])).write(writer, checksum_data=True)
                writer.finish()
                count += 1
    except OSError as error:
        raise FetchError("unwritable", f"{path}: {error}") from error
    return count


def _record(row: Mapping[str, Any], data: bytes) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = row["source_url"]
    record.headers["WARC-Date"] = row["fetched_at"].astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = f"HTTP/1.1 {row['http_status'] or 200} OK\r\nContent-Type: {row['content_type'] or 'text/html'}\r\n"
    block = f"{head}Content-Length: {len(data)}\r\n\r\n".encode("latin-1", "replace") + data
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(block)
    return record
