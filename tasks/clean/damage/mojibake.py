"""Text read in a wrong charset and stored so: UTF-8 read as GBK or Latin-1, GBK read as Latin-1.

The wrong reading is undone by the round trip through its bytes, and kept only if common hanzi come out where next to
none were. A page that is so throughout is read again before anything else: broken, its lines look like no article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tasks.clean.charset import REPLACEMENT, plausibility
from tasks.clean.damage.lost_bytes import read_with_holes
from tasks.clean.repairs import Draft, Edit
from tasks.clean.script import converter

_PLAUSIBLE, _IMPLAUSIBLE = 0.8, 0.6
# The same for a whole page by the share of frequent hanzi, which is smaller.
_READS, _READS_NOT = 0.4, 0.2
_SAMPLE = 20_000
_COMMONEST = "的"
_HIGH = re.compile("[^\x00-\x7f]+")
_LEADS = "".join(bytes((lead, trail)).decode("gb18030") for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xC0))
_AS_GBK = re.compile(f"(?:[{_LEADS}][^\x00-\x7f]{{0,2}}){{3}}")
_RUN = re.compile("[^\x00-\x7f]{4,}")
_AS_LATIN = re.compile("[\u00a1-\u00ff][\u0080-\u00ff\u0152-\u2122]{3,}")
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_CP1252 = {bytes((code,)).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in _UNDEFINED}
_LOST = "\u20ac" + REPLACEMENT
_TWO_HANZI = re.compile("[\u4e00-\u9fff].*[\u4e00-\u9fff]", re.DOTALL)
_MARKS = frozenset("，。、；：？！“”‘’《》（）—…·％")


class Reread(NamedTuple):
    """A run of characters as shown and as read again, with how much of it is common."""

    before: str
    after: str
    confidence: float


def reread(text: str) -> tuple[str, tuple[Reread, ...]]:
    """A page read again where it was read wrongly throughout, and its runs; else the page as it is, and none."""
    # No wrong reading shows the commonest of all characters, and most pages are known by it.
    if _COMMONEST in text or text.isascii():
        return text, ()
    sample = text[:_SAMPLE]
    if plausibility(sample) >= _READS_NOT:
        return text, ()
    for again in (_through_latin, _through_gbk):
        if plausibility(_HIGH.sub(lambda run, again=again: again(run[0]) or run[0], sample)) >= _READS:  # type: ignore[misc]
            break
    else:
        return text, ()
    runs: list[Reread] = []

    def read(run: re.Match[str]) -> str:
        after = again(run[0]) or run[0]
        if after != run[0]:
            runs.append(Reread(run[0], after, round(_common(after), 4)))
        return after

    return _HIGH.sub(read, text), tuple(runs)


def repair(draft: Draft) -> None:
    """Read the runs of wrongly read text again; what does not come out as Chinese stays."""
    if _AS_GBK.search(draft.text):
        draft.edit(_edits(_RUN.finditer(draft.text), _through_gbk))
    if _AS_LATIN.search(draft.text):
        draft.edit(_edits(_AS_LATIN.finditer(draft.text), _through_latin))


def _edits(runs: Iterator[re.Match[str]], again: Callable[[str], str]) -> Iterator[Edit]:
    for run in runs:
        if _common(run[0]) < _IMPLAUSIBLE:
            text = again(run[0])
            share = _common(text)
            if share >= _PLAUSIBLE and _TWO_HANZI.search(text):
                yield Edit(run.start(), run.end(), text, "mojibake", round(share, 4))


def _common(text: str) -> float:
    """Share of common hanzi (level 1 of GB 2312) and Chinese marks among the characters beyond ASCII."""
    high = [char for char in converter("t2s")(text) if not char.isascii()]
    codes = (char.encode("gb2312", errors="ignore")[:1] for char in high)
    known = sum(1 for char, code in zip(high, codes, strict=True) if char in _MARKS or b"\xb0" <= code <= b"\xd7")
    return known / len(high) if high else 0.0


def _through_gbk(run: str) -> str:
    """UTF-8 that was read as GBK, where a byte 80 shows as the euro sign, and one without a partner as U+FFFD."""
    data = bytearray()
    lost: set[int] = set()
    for char in run:
        if char == REPLACEMENT:
            lost.add(len(data))
        data += b"\x80" if char in _LOST else char.encode("gb18030", errors="replace")
    return read_with_holes(bytes(data), lost)


def _through_latin(run: str) -> str:
    """UTF-8 or GBK that was read as Latin-1 or Windows-1252."""
    codes = [_CP1252.get(char, ord(char)) for char in run]
    if max(codes) > 0xFF:
        return ""
    data = bytes(codes)
    return max((data.decode(charset, errors="replace") for charset in ("utf-8", "gb18030")), key=_common)
