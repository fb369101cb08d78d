"""Snapshots as a WARC file that any reader of web archives understands."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from tasks.scrape.limits import FetchError
from tasks.scrape.warc import FACTS_TYPE
from tasks.store import replacing

# Snapshots hold bodies as unpacked; these headers told of the way, not of the page.
_OF_THE_WAY = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"})
_NAMES = uuid.UUID("6f5a7d1c-7a0e-5a53-9d0b-2f4f7b8a1c3e")


def write_warc(rows: Iterable[Mapping[str, Any]], read: Callable[[str], bytes], path: Path) -> int:
    """Write snapshots (SNAPSHOTS rows; `read` gives the bytes of a hash) as one gzipped WARC; returns how many.

    Before each page stands a metadata record with its source, redirects, TLS facts and hints. The same
    rows make the same bytes. Raises FetchError `unwritable` when the file cannot be written.
    """
    count = 0
    try:
        with replacing(path) as file:
            _write(file, _about())
            for row in rows:
                page = _page(row, read(row["snapshot_sha256"]))
                _write(file, _facts(row, page))
                _write(file, page)
                count += 1
    except OSError as error:
        raise FetchError("unwritable", f"{path.name}: {error.strerror or error}") from error
    return count


def _write(file: IO[bytes], record: WarcRecord) -> None:
    # A gzip member a record: readers can jump to each of them.
    writer = GzipWriter(file)
    record.write(writer, checksum_data=True)
    writer.finish()


def _about() -> WarcRecord:
    return _record(WarcRecordType.warcinfo, "about", "1970-01-01T00:00:00Z", FACTS_TYPE, b"software: zhibiao\r\n")


def _page(row: Mapping[str, Any], data: bytes) -> WarcRecord:
    web = row["source_url"].startswith(("http://", "https://"))
    kind = WarcRecordType.response if web else WarcRecordType.resource
    content_type = "application/http; msgtype=response" if web else row["content_type"] or "application/octet-stream"
    record = _record(kind, row["snapshot_id"], _moment(row), content_type, _http(row, data) if web else data)
    record.headers["WARC-Target-URI"] = row["source_url"]
    return record


def _facts(row: Mapping[str, Any], page: WarcRecord) -> WarcRecord:
    fields = [("source", row["source_id"]), ("revision", str(row["revision"]))]
    fields += [("redirect", url) for url in row["redirects"]]
    fields += [(name, row[name]) for name in ("tls", "hints") if row[name]]
    text = "".join(f"{name}: {value}\r\n" for name, value in fields)
    key = f"{row['snapshot_id']}-facts"
    record = _record(WarcRecordType.metadata, key, _moment(row), FACTS_TYPE, text.encode())
    record.headers["WARC-Target-URI"] = row["source_url"]
    record.headers["WARC-Refers-To"] = page.headers["WARC-Record-ID"]
    return record


def _record(kind: WarcRecordType, key: str, moment: str, content_type: str, block: bytes) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type=kind)
    record.headers["WARC-Record-ID"] = f"<urn:uuid:{uuid.uuid5(_NAMES, key)}>"
    record.headers["WARC-Date"] = moment
    record.headers["Content-Type"] = content_type
    record.set_bytes_content(block)
    return record


def _moment(row: Mapping[str, Any]) -> str:
    return str(row["fetched_at"].astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _http(row: Mapping[str, Any], data: bytes) -> bytes:
    status = row["http_status"] or 200
    phrase = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Status"
    kept = json.loads(row["headers"]) if row["headers"] else {"content-type": row["content_type"] or "text/html"}
    lines = [f"{name}: {value}" for name, value in kept.items() if name not in _OF_THE_WAY]
    head = "\r\n".join([f"HTTP/1.1 {status} {phrase}", *lines, f"Content-Length: {len(data)}"])
    return head.encode("latin-1", "replace") + b"\r\n\r\n" + data
