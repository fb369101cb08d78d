"""Compressed bodies: every honest form is read, in pieces of any size; bombs stop at the limits."""

import gzip
import time
import zlib

import pytest

from tasks.scrape.decompress import BoundedBody, gunzipped
from tasks.scrape.limits import FetchError, Limits

LIMITS = Limits(max_bytes=1_000_000)
TEXT = "2023年，全县脱贫人口人均纯收入15623元。".encode() * 200


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def unpack(encoding: str, data: bytes, piece: int) -> bytes:
    body = BoundedBody(encoding, LIMITS)
    for start in range(0, len(data), piece):
        body.add(data[start : start + piece])
    return body.finish()


@pytest.mark.parametrize("piece", [1, 2, 3, 100, 1_000_000])
@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("X-GZIP", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:500]) + gzip.compress(TEXT[500:])),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", raw_deflate(TEXT)),
        ("identity", TEXT),
        ("", TEXT),
    ],
)
def test_honest_bodies(encoding: str, data: bytes, piece: int) -> None:
    assert unpack(encoding, data, piece) == TEXT


@pytest.mark.parametrize(
    ("encoding", "data", "code"),
    [
        ("gzip", gzip.compress(bytes(40_000_000)), "too_large|bomb"),
        ("gzip", gzip.compress(bytes(900_000)), "bomb"),
        ("deflate", raw_deflate(bytes(40_000_000)), "too_large|bomb"),
        ("gzip", b"\x1f", "truncated"),
        ("gzip", gzip.compress(TEXT)[:-9], "truncated"),
        ("gzip", gzip.compress(b"") * 20_000, "bomb"),
        ("gzip", b"<html>", "bad_encoding"),
        ("br", b"x", "bad_encoding"),
        ("gzip, gzip", b"x", "bad_encoding"),
        ("", bytes(1_000_001), "too_large"),
    ],
)
@pytest.mark.parametrize("piece", [7, 1_000_000])
def test_dishonest_bodies(encoding: str, data: bytes, code: str, piece: int) -> None:
    started = time.monotonic()
    with pytest.raises(FetchError, match=code):
        unpack(encoding, data, piece)
    assert time.monotonic() - started < 5


def test_a_packed_file_is_known_by_its_first_bytes() -> None:
    assert gunzipped(gzip.compress(TEXT), LIMITS) == TEXT
    assert gunzipped(TEXT, LIMITS) == TEXT
    with pytest.raises(FetchError, match="too_large"):
        gunzipped(gzip.compress(bytes(5_000_000)), LIMITS)
