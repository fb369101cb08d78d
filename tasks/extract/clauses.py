"""Sentences and clauses around the numbers, on a text of the same length in which dates and mentions are masked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

DATE = "\x01"
"""Stands for every character of a date or period."""
MENTION = "\x02"
"""Stands for every character of a number with its unit."""

SENTENCE_END = re.compile(r"[。！？!?\n]+[”’」』]?")
_CLAUSE_END = re.compile(r"[，,；;：:（）()…]")
_MAX_SENTENCE = 2000
# （甲社记者乙基隆9日电）, 〔财经频道／综合报导〕: who sent what follows, in brackets at its head.
_SENT_BY = re.compile(
    r"[ \t　]{0,8}[（(〔【\[](?=[^（()）〕】\]\n]{0,60}(?:[电讯]|报[导道])[）)〕】\]])[^）)〕】\]]+[）)〕】\]]"
)


class Clause(NamedTuple):
    """`text[start:end]` without the delimiters; `opener` is the delimiter before it ("" at the sentence's start).

    `quantities` are indexes into the list of quantities of the document.
    """

    start: int
    end: int
    opener: str
    quantities: tuple[int, ...]


class Sentence(NamedTuple):
    """A sentence that holds at least one quantity."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def mask(text: str, dates: Iterable[tuple[int, int]], mentions: Iterable[tuple[int, int]]) -> str:
    """The text with every date and every mention replaced by as many marks; offsets stay as they are."""
    spans = [(start, end, DATE) for start, end in dates] + [(start, end, MENTION) for start, end in mentions]
    spans.sort()
    parts: list[str] = []
    at = 0
    for start, end, mark in spans:
        if end <= at:
            continue
        start = max(start, at)
        parts.append(text[at:start])
        parts.append(mark * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)


@lru_cache(maxsize=4)
def sentence_bounds(text: str) -> tuple[int, ...]:
    """Where sentences begin, in order, closed by the length of the text. Linear in the text.

    Periods, regions and explanations ask for those of one text, so the last few are kept.
    """
    bounds = [0, *[match.end() for match in SENTENCE_END.finditer(text)]]
    if bounds[-1] != len(text):
        bounds.append(len(text))
    return tuple(bounds)


def sentences(masked: str, spans: Sequence[tuple[int, int]], joined: Container[int] = frozenset()) -> list[Sentence]:
    """The sentences that hold one of the spans (sorted), each cut into clauses. Very long ones are cut.

    `joined` are offsets of delimiters that only separate the members of a list (4.3万户，10.2万人).
    """
    bounds = sentence_bounds(masked)
    found: list[Sentence] = []
    at = 0
    while at < len(spans):
        here = bisect_right(bounds, spans[at][0]) - 1
        start, end = bounds[here], bounds[min(here + 1, len(bounds) - 1)]
        if end - start > _MAX_SENTENCE:
            start = max(start, spans[at][0] - _MAX_SENTENCE // 4)
            end = min(end, start + _MAX_SENTENCE)
        last = at
        while last < len(spans) and spans[last][1] <= end:
            last += 1
        last = max(last, at + 1)
        end = max(end, spans[last - 1][1])
        found.append(Sentence(start, end, _clauses(masked, start, end, spans, at, last, joined)))
        at = last
    return found


def _clauses(
    masked: str, start: int, end: int, spans: Sequence[tuple[int, int]], first: int, last: int, joined: Container[int]
) -> tuple[Clause, ...]:
    sent = _SENT_BY.match(masked, start, end) if masked[start - 1 : start] in ("", "\n") else None
    if sent and (first == last or spans[first][0] >= sent.end()):
        start = sent.end()
    cuts = _cuts(masked, start, end, joined)
    clauses: list[Clause] = []
    at, opener, quantity = start, "", first
    for cut in (*cuts, end):
        mine = quantity
        while quantity < last and spans[quantity][0] < cut:
            quantity += 1
        if cut > at:
            clauses.append(Clause(at, cut, opener, tuple(range(mine, quantity))))
        if cut < end:
            opener = masked[cut]
            at = cut + 1
    return tuple(clauses)


def _cuts(masked: str, start: int, end: int, joined: Container[int]) -> list[int]:
    """Offsets of the delimiters that end a clause; brackets do so only when they hold a mention, and
    nothing in the others does (多年平均值，下同)."""
    cuts: list[int] = []
    closing = remark = -1
    for match in _CLAUSE_END.finditer(masked, start, end):
        at, sign = match.start(), match.group()
        if at < remark:
            continue
        if sign in "（(":
            close = _closing(masked, at, end)
            if masked.find(MENTION, at, close) >= 0:
                cuts.append(at)
                closing = close
            elif masked[close : close + 1] in ("）", ")"):
                remark = close
        elif sign in "）)":
            if at == closing:
                cuts.append(at)
        elif at not in joined:
            cuts.append(at)
    return cuts


def _closing(masked: str, at: int, end: int) -> int:
    """The bracket that closes the one at `at`, looked for within 80 characters so that no text costs more."""
    limit = min(end, at + 80)
    places = [place for place in (masked.find("）", at, limit), masked.find(")", at, limit)) if place >= 0]
    return min(places) if places else limit
