"""Bytes to text: which charset a page is really in, and how much of it could not be read.

What a page declares is often wrong (a page saved again as UTF-8 keeps its `gb2312`), so the bytes decide: byte
order mark, then strict UTF-8, then the candidate whose decoding holds the largest share of frequent hanzi. Header and
`<meta>` only settle a near tie. gb2312 and gbk are read as gb18030 and big5 as big5hkscs, which contain them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from resiliparse.parse.encoding import detect_encoding

from tasks.vocabulary import vocabulary_path

REPLACEMENT = "\ufffd"
SAMPLE_BYTES = 60_000
META_WINDOW = 4_096

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BINARY_HEADS = (
    b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"Rar!",
    b"7z\xbc\xaf", b"\x7fELF", b"MZ\x90", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"PAR1", b"OggS", b"ID3",
    b"\x00\x00\x01\x00", b"wOFF", b"RIFF", b"SQLite format 3",
)  # fmt: skip
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""", re.IGNORECASE)
_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "hz-gb-2312": "hz", "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cp950": "big5hkscs", "x-x-big5": "big5hkscs",
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "utf-8", "us-ascii": "utf-8", "utf8": "utf-8",
    "unicode": "utf-8",
}  # fmt: skip
# Python calls these codecs, but no page is written in them, and some refuse all bytes: `charset=undefined` is a
# script that failed on the site.
_NO_CHARSETS = frozenset({"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "charmap"})
_CANDIDATES = ("gb18030", "big5hkscs", "utf-8")
# The `plausibility` from which a text counts as Chinese.
_PLAUSIBLE = 0.15
_BAD = re.compile("[\ufffd\ue000-\uf8ff\U00010000-\U0010ffff]+")
_HIGH_RUN = re.compile(rb"[\x80-\xff](?:[\x80-\xff]|[\x30-\x7e][\x80-\xff])*[\x40-\x7e]?")
_TAGS = re.compile(rb"(?=<)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, the charset it was read in, and the number of U+FFFD: what could not be read."""

    text: str
    charset: str
    undecodable: int


class UndecodableError(ValueError):
    """The bytes are no text that can be read; `reason` is `binary` or `unknown_charset`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason


@lru_cache(maxsize=1)
def frequent_hanzi() -> frozenset[str]:
    """The hanzi that make up most of any Chinese text, simplified and traditional, and Chinese punctuation."""
    lines = vocabulary_path("frequent_hanzi.txt").read_text("utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))


@lru_cache(maxsize=1)
def _frequent_runs() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(sorted(frequent_hanzi()))) + "]+")


def canonical(name: str | None) -> str | None:
    """The codec to use for a charset name of a header or `<meta>`; None where no page is written in such a codec."""
    if not name:
        return None
    name = name.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if found in _NO_CHARSETS else _ALIASES.get(found, found)


def declared(data: bytes) -> str | None:
    """The codec that the page itself declares in `<meta>` or an XML declaration, if any."""
    match = _DECLARED.search(data[:META_WINDOW])
    return canonical(match[1].decode("ascii")) if match else None


def plausibility(text: str) -> float:
    """Share of frequent hanzi among the characters beyond ASCII, less a penalty for unreadable and private-use ones."""
    length = len(text)
    beyond = length - len(text.encode("ascii", "ignore"))
    if not beyond:
        return 0.0
    good = length - len(_frequent_runs().sub("", text))
    bad = length - len(_BAD.sub("", text))
    return (good - 3 * bad) / beyond


def decode(data: bytes, *, http_charset: str | None = None, is_html: bool = True) -> Decoded:
    """Read bytes as text.

    `http_charset` is the charset of the HTTP header; `is_html` lets a `<meta>` declaration take part. Bytes without a
    meaning become U+FFFD and are counted. Raises UndecodableError for binary data and for text of no known charset.
    """
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return _read(data[len(bom) :], charset)
    _refuse_binary(data)
    wide = _utf16_without_bom(data)
    if wide:
        return _read(data, wide)
    if _CONTROLS.search(data[:META_WINDOW]) and len(_CONTROLS.findall(data)) * 50 > len(data):
        raise UndecodableError("binary", "more than 2 % control characters")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        hints = [canonical(http_charset), declared(data) if is_html else None]
        return _detect(data, [hint for hint in hints if hint])
    return Decoded(text, "utf-8", text.count(REPLACEMENT))


def _read(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, errors="replace")
    return Decoded(text, charset, text.count(REPLACEMENT))


def _refuse_binary(data: bytes) -> None:
    head = data[:16]
    if head.startswith(_BINARY_HEADS) or head[4:8] == b"ftyp":
        raise UndecodableError("binary", f"the signature {head[:8]!r} is not of a text")


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 shows in the zero bytes of its ASCII characters, on even or on odd places.

    U+4E00 (一) has its zero on the other side: where both sides hold many, only a text that reads as Chinese is one.
    """
    sample = data[: SAMPLE_BYTES & ~1]
    zeros = sample.count(0)
    if not zeros or zeros * 200 < len(sample):
        return None
    even = sample[::2].count(0)
    texts = {charset: sample.decode(charset, errors="replace") for charset in ("utf-16-be", "utf-16-le")}
    charset = "utf-16-be" if even * 2 > zeros else "utf-16-le"
    if 9 * min(even, zeros - even) > zeros:
        charset = max(texts, key=lambda charset: plausibility(texts[charset]))
        if plausibility(texts[charset]) < _PLAUSIBLE:
            return None
    text = texts[charset]
    readable = sum(1 for char in text if char.isprintable() or char in "\r\n\t")
    return charset if readable * 10 > 9 * len(text) else None


def _sample(data: bytes) -> bytes:
    """The parts that hold bytes beyond ASCII, up to a limit, one run of them a line: markup tells nothing."""
    runs: list[bytes] = []
    size = 0
    for match in _HIGH_RUN.finditer(data):
        runs.append(match[0])
        size += len(match[0])
        if size > SAMPLE_BYTES:
            break
    return b"\n".join(runs)


def _detect(data: bytes, hints: list[str]) -> Decoded:
    sample = _sample(data)
    scores = {charset: plausibility(sample.decode(charset, errors="replace")) for charset in _CANDIDATES}
    for hint in hints:
        if hint in scores:
            scores[hint] += 0.05
    best = max(scores, key=lambda charset: scores[charset])
    if scores[best] >= _PLAUSIBLE:
        return _by_lines(data, best)
    guesses = [*hints, canonical(detect_encoding(data)), "cp1252"]
    foreign = next((name for name in guesses if name and name not in _CANDIDATES and _fits(data, name)), None)
    if foreign:
        return _read(data, foreign)
    result = _by_lines(data, best)
    if result.undecodable * 20 > len(_NOT_ASCII.findall(result.text)):
        raise UndecodableError("unknown_charset", f"{result.undecodable} unreadable places, read as {best}")
    return result


def _fits(data: bytes, charset: str) -> bool:
    try:
        text = data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return False
    high = _NOT_ASCII.findall(text)
    return sum(1 for char in high if char.isalpha()) * 10 >= 7 * len(high)


def _by_lines(data: bytes, charset: str) -> Decoded:
    """Decode; lines or elements that fit the other charset only (a GBK include in a UTF-8 page) are read in that."""
    other = {"utf-8": "gb18030", "gb18030": "utf-8"}.get(charset)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError:
        if other is None:
            return _read(data, charset)
    else:
        return Decoded(text, charset, text.count(REPLACEMENT))
    parts = (part for line in data.splitlines(keepends=True) for part in _parts(line, charset))
    text = "".join(_line(part, charset, other) for part in parts)
    return Decoded(text, charset, text.count(REPLACEMENT))


def _parts(line: bytes, charset: str) -> list[bytes]:
    """A line whole where it is readable, else by its tags: no character of either charset holds the byte of `<`."""
    try:
        line.decode(charset)
    except UnicodeDecodeError:
        return _TAGS.split(line)
    return [line]


def _line(line: bytes, charset: str, other: str) -> str:
    try:
        text = line.decode(charset)
        if charset == "utf-8" or line.isascii():
            return text
    except UnicodeDecodeError:
        text = line.decode(charset, errors="replace")
    try:
        second = line.decode(other)
    except UnicodeDecodeError:
        return text
    return second if plausibility(second) > plausibility(text) + 0.2 else text
