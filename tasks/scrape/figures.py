"""A cheap test of raw bytes, before any parsing: is this Chinese, and are there figures in it?"""

from __future__ import annotations

import re

# The head and the menu of a page tell its language; figures may stand further down.
LANGUAGE_BYTES = 48_000
FIGURE_BYTES = 400_000
# Characters that hardly any Chinese page lacks. Looking for one byte is many times faster than for several, and a page
# without the first byte of such a character need not be looked at for the whole of it.
_COMMON = tuple(
    (encoded[:1], encoded)
    for charset in ("utf-8", "gb18030")
    for encoded in (char.encode(charset) for char in "的年国")
)
_UNITS = "%|％|万|亿|元|人|户|个|亩|吨|公里|百分点"
_FIGURES = {charset: re.compile(b"[0-9](?:" + _UNITS.encode(charset) + b")") for charset in ("utf-8", "gb18030")}


def looks_chinese_with_figures(data: bytes) -> bool:
    """Whether the first part of the bytes holds Chinese, in UTF-8 or GB18030, and a number with a unit."""
    if not is_chinese(data[:LANGUAGE_BYTES]):
        return False
    sample = data[:FIGURE_BYTES]
    return any(pattern.search(sample) for pattern in _FIGURES.values())


def is_chinese(sample: bytes) -> bool:
    """Whether bytes hold one of the commonest Chinese characters, in UTF-8 or GB18030."""
    return not sample.isascii() and any(first in sample and encoded in sample for first, encoded in _COMMON)
