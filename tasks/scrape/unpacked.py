"""A compressed file read forwards within bounds, for readers that trust what an archive claims of itself."""

from __future__ import annotations

import bz2
import lzma
import zlib
from typing import IO, Protocol

from tasks.scrape.limits import FetchError

_BLOCK = 1 << 16
# How far a reader may step back; tarfile looks at the byte before the one it wants.
_KEPT = 1 << 12
_XZ_MEMORY = 128_000_000


class _Inflater(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


class _Gzip:
    """zlib's object with the manners of the other two: what it did not get to, it keeps."""

    def __init__(self) -> None:
        self._object = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self._object.eof

    @property
    def unused_data(self) -> bytes:
        return self._object.unused_data

    def decompress(self, data: bytes, max_length: int = 0) -> bytes:
        return self._object.decompress(self._object.unconsumed_tail + data, max_length)


def _inflater(start: bytes) -> _Inflater | None:
    if start.startswith(b"\x1f\x8b"):
        return _Gzip()
    if start.startswith(b"BZh"):
        return bz2.BZ2Decompressor()
    if start.startswith(b"\xfd7zXZ\x00"):
        return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
    return None


class Unpacked:
    """The bytes of a plain, gzip, bzip2 or xz file in order, for tarfile.

    No more than `most` bytes in all and `most_at_once` in one read; beyond that FetchError
    `archive_too_large`, and EOFError for a file that breaks off.
    """

    def __init__(self, file: IO[bytes], most: int, most_at_once: int) -> None:
        self._file = file
        self._most = most
        self._most_at_once = most_at_once
        self._position = 0
        self._kept = b""
        self._ahead = b""
        self._start = file.read(8)
        self._inflater = _inflater(self._start)

    def tell(self) -> int:
        """The position in the unpacked bytes."""
        return self._position

    def seek(self, position: int, whence: int = 0) -> int:
        """Go to a position: any further on, or a few bytes back."""
        if whence != 0 or position < self._position - len(self._kept):
            raise OSError("the archive asks to be read backwards")
        if position > self._most:
            raise FetchError("archive_too_large", f"more than {self._most} bytes unfold from it")
        if position <= self._position:
            back = self._position - position
            self._ahead = self._kept[len(self._kept) - back :] + self._ahead
            self._kept = self._kept[: len(self._kept) - back]
            self._position = position
        while self._position < position and self.read(min(self._most_at_once, position - self._position)):
            pass
        return self._position

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; fewer at the end alone."""
        if size < 0 or size > self._most_at_once:
            raise FetchError("archive_too_large", f"one entry claims {size} bytes for its name")
        pieces, missing = [], size
        while missing:
            piece = self._ahead or self._unfold()
            if not piece:
                break
            pieces.append(piece[:missing])
            self._ahead = piece[missing:]
            missing -= len(pieces[-1])
        data = b"".join(pieces)
        self._position += len(data)
        if self._position > self._most:
            raise FetchError("archive_too_large", f"more than {self._most} bytes unfold from it")
        self._kept = (self._kept + data[-_KEPT:])[-_KEPT:]
        return data

    def _unfold(self) -> bytes:
        while True:
            packed = self._start or self._file.read(_BLOCK)
            self._start = b""
            if self._inflater is None:
                return packed
            if self._inflater.eof:
                packed = self._inflater.unused_data + packed
                following = _inflater(packed) if len(packed) >= 8 or not self._file.peek(1) else None  # type: ignore[attr-defined]
                if following is None:
                    # Nothing, or padding, behind the last stream.
                    return b""
                self._inflater = following
            data = self._inflater.decompress(packed, _BLOCK)
            if data:
                return data
            if not packed and not self._inflater.eof:
                raise EOFError("the compressed file breaks off")
