"""Bodies decompressed within bounds: a small answer may not unfold into a huge one."""

from __future__ import annotations

import zlib

from tasks.scrape.limits import FetchError, Limits

ACCEPTED = "gzip, deflate"
GZIP_MAGIC = b"\x1f\x8b"
# A ratio says nothing about very small bodies.
_RATIO_FROM_BYTES = 200_000
_MOST_MEMBERS = 10_000
_BLOCK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
_WINDOW = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}


class BoundedBody:
    """Gathers a body piece by piece, decompresses it, and stops at the limits."""

    def __init__(self, encoding: str, limits: Limits) -> None:
        self._limits = limits
        self._raw = 0
        self._out = bytearray()
        self._members = 1
        self._head = b""
        self._encoding = encoding.strip().lower()
        if self._encoding not in ("", "identity", *_WINDOW):
            raise FetchError("bad_encoding", f"content encoding {self._encoding[:40]!r} was not asked for")
        self._inflate: zlib._Decompress | None = None

    def add(self, piece: bytes) -> None:
        """Take a piece as received. Raises FetchError `too_large`, `bomb` or `bad_encoding`."""
        self._raw += len(piece)
        if self._encoding in ("", "identity"):
            self._grow(piece)
            return
        if self._inflate is None:
            piece = self._head + piece
            if len(piece) < len(GZIP_MAGIC):
                self._head = piece
                return
            self._inflate = zlib.decompressobj(self._window(piece))
        try:
            self._unfold(piece)
        except zlib.error as error:
            raise FetchError("bad_encoding", f"{self._encoding} body cannot be read: {error}") from error

    def finish(self) -> bytes:
        """The whole body. Raises FetchError `truncated` when a compressed body breaks off."""
        packed = self._encoding in _WINDOW and self._raw
        if packed and (self._inflate is None or not self._inflate.eof):
            raise FetchError("truncated", f"{self._encoding} body breaks off", retriable=True)
        return bytes(self._out)

    def _window(self, start: bytes) -> int:
        # Some servers send raw deflate under that name: a zlib header is a multiple of 31 with method 8.
        if self._encoding == "deflate" and (start[0] & 15 != 8 or int.from_bytes(start[:2], "big") % 31):
            return -zlib.MAX_WBITS
        return _WINDOW[self._encoding]

    def _unfold(self, piece: bytes) -> None:
        inflate = self._inflate
        while piece and inflate is not None:
            room = max(self._limits.max_bytes + 1 - len(self._out), 1)
            self._grow(inflate.decompress(piece, room))
            piece = inflate.unconsumed_tail
            if inflate.eof and inflate.unused_data.startswith(GZIP_MAGIC):
                # A body may be several gzip members, one behind the other.
                self._members += 1
                if self._members > _MOST_MEMBERS:
                    raise FetchError("bomb", f"more than {_MOST_MEMBERS} gzip members")
                piece = inflate.unused_data
                self._inflate = inflate = zlib.decompressobj(_GZIP)

    def _grow(self, piece: bytes) -> None:
        self._out += piece
        if len(self._out) > self._limits.max_bytes:
            raise FetchError("too_large", f"more than {self._limits.max_bytes} bytes")
        if len(self._out) > _RATIO_FROM_BYTES and len(self._out) > self._raw * self._limits.max_ratio:
            raise FetchError("bomb", f"{self._raw} bytes unfold into more than {len(self._out)}")


def gunzipped(data: bytes, limits: Limits) -> bytes:
    """The bytes themselves, or what they hold when they are a gzip file. Raises FetchError as BoundedBody does."""
    if not data.startswith(GZIP_MAGIC):
        return data
    body = BoundedBody("gzip", limits)
    for start in range(0, len(data), _BLOCK):
        body.add(data[start : start + _BLOCK])
    return body.finish()
