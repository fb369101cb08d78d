"""Whether a WARC file is whole: readers end quietly where a file breaks off, so its tail is looked at again."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tasks.scrape.decompress import GZIP_MAGIC

_BLOCK = 1 << 16
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,18})\s*$", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEAD = 1 << 16
_MEMBER = b"\x1f\x8b\x08"
_RECORD = b"WARC/"


@dataclass(frozen=True)
class Break:
    """Where a file breaks off or is damaged: the start of the record that is not whole, and what is wrong."""

    at: int
    detail: str


def find_break(path: Path, last: int) -> Break | None:
    """The first broken record from `last` (the offset of a record's start) on; None when the rest is whole."""
    with path.open("rb") as file:
        return break_in(file, last)


def break_in(file: IO[bytes], last: int = 0) -> Break | None:
    """The first broken record of an open file from `last` on.

    Files in other packings than gzip are not looked into: their readers raise an error themselves.
    """
    file.seek(0)
    start = file.read(6)
    file.seek(last)
    if start.startswith(GZIP_MAGIC):
        if file.read(2) != GZIP_MAGIC:
            # One gzip stream over all records: only the whole of it tells.
            last = 0
        return _gzip_break(file, last)
    return _plain_break(file, last) if start.startswith(_RECORD) else None


def _gzip_break(file: IO[bytes], at: int) -> Break | None:
    file.seek(at)
    member, packed = zlib.decompressobj(16 + zlib.MAX_WBITS), b""
    while True:
        packed = packed or file.read(_BLOCK)
        if not packed:
            return Break(at, "the file breaks off within a record") if file.tell() > at else None
        try:
            member.decompress(packed, _BLOCK)
        except zlib.error as error:
            return Break(at, f"the compressed data is damaged: {error}")
        packed = member.unconsumed_tail
        if member.eof:
            packed = member.unused_data
            at = file.tell() - len(packed)
            member = zlib.decompressobj(16 + zlib.MAX_WBITS)


def _plain_break(file: IO[bytes], at: int) -> Break | None:
    size = file.seek(0, 2)
    while at < size:
        file.seek(at)
        head = file.read(_LONGEST_HEAD)
        if not head.startswith(_RECORD):
            return Break(at, "no record begins where one should") if head.strip() else None
        end = head.find(b"\r\n\r\n")
        length = _LENGTH.search(head[: end + 2].replace(b"\r\n", b"\n")) if end >= 0 else None
        if length is None:
            return Break(at, "a record's head breaks off or names no length")
        following = at + end + 4 + int(length[1])
        if following > size:
            return Break(at, "the file breaks off within a record")
        at = following + 4
    return None


def next_record(path: Path, after: int) -> int | None:
    """The offset of the next record that begins behind `after`; None when there is none."""
    with path.open("rb") as file:
        packed = file.read(2) == GZIP_MAGIC
        sign = _MEMBER if packed else _RECORD
        at = after + 1
        file.seek(at)
        window = b""
        while block := file.read(_BLOCK):
            window += block
            found = window.find(sign)
            while found >= 0:
                if not packed or _opens_record(window[found : found + 512] + file.peek(512)[:512]):
                    return at + found
                found = window.find(sign, found + 1)
            at += max(len(window) - len(sign), 0)
            window = window[-len(sign) :] if len(window) >= len(sign) else window
    return None


def _opens_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, 16).startswith(_RECORD)
    except zlib.error:
        return False
