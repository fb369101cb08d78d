"""A cheap test of raw bytes, before any parsing: is this Chinese, and are there figures in it?"""

from __future__ import annotations

import re

SAMPLE_BYTES = 400_000
# Characters that hardly any Chinese page lacks; looking for fixed bytes is many times faster than any pattern.
_COMMON = tuple(character.encode(charset) for charset in ("utf-8", "gb18030") for character in "的年国")
_UNITS = "%|％|万|亿|元|人|户|个|亩|吨|公里|百分点"
_FIGURES = {charset: re.compile(b"[0-9](?:" + _UNITS.encode(charset) + b")") for charset in ("utf-8", "gb18030")}


def looks_chinese_with_figures(data: bytes) -> bool:
    """Whether the first part of the bytes holds Chinese, in UTF-8 or GB18030, and a number with a unit."""
    sample = data[:SAMPLE_BYTES]
    if sample.isascii() or not any(mark in sample for mark in _COMMON):
        return False
    return any(pattern.search(sample) for pattern in _FIGURES.values())
