"""Bodies decompressed within bounds: a small answer may not unfold into a huge one."""

from __future__ import annotations

import zlib

from tasks.scrape.limits import FetchError, Limits

ACCEPTED = "gzip, deflate"
# A ratio says nothing about very small bodies.
_RATIO_FROM_BYTES = 200_000
_WINDOW = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


class BoundedBody:
    """Gathers a body piece by piece, decompresses it, and stops at the limits."""

    def __init__(self, encoding: str, limits: Limits) -> None:
        self._limits = limits
        self._raw = 0
        self._out = bytearray()
        self._encoding = encoding.strip().lower()
        self._inflate = self._decompressor()

    def add(self, piece: bytes) -> None:
        """Take a piece as received. Raises FetchError `too_large`, `bomb` or `bad_encoding`."""
        self._raw += len(piece)
        if self._inflate is None:
            self._grow(piece)
            return
        try:
            while piece:
                room = self._limits.max_bytes + 1 - len(self._out)
                self._grow(self._inflate.decompress(piece, max(room, 1)))
                piece = self._inflate.unconsumed_tail
        except zlib.error as error:
            if self._encoding == "deflate" and not self._out and self._raw == len(piece):
                # Some servers send raw deflate under that name.
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
                self._raw = 0
                self.add(piece)
                return
            raise FetchError("bad_encoding", f"{self._encoding} body cannot be read: {error}") from error

    def finish(self) -> bytes:
        """The whole body. Raises FetchError `truncated` when a compressed body breaks off."""
        if self._inflate is not None and self._raw and not self._inflate.eof:
            raise FetchError("truncated", f"{self._encoding} body breaks off", retriable=True)
        return bytes(self._out)

    def _decompressor(self) -> zlib._Decompress | None:
        if self._encoding in ("", "identity"):
            return None
        if self._encoding not in _WINDOW:
            raise FetchError("bad_encoding", f"content encoding {self._encoding!r} was not asked for")
        return zlib.decompressobj(_WINDOW[self._encoding])

    def _grow(self, piece: bytes) -> None:
        self._out += piece
        if len(self._out) > self._limits.max_bytes:
            raise FetchError("too_large", f"more than {self._limits.max_bytes} bytes")
        if len(self._out) > _RATIO_FROM_BYTES and len(self._out) > self._raw * self._limits.max_ratio:
            raise FetchError("bomb", f"{self._raw} bytes unfold into more than {len(self._out)}")
