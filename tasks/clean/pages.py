"""Articles over several pages: the parts put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.clean.page import CleanedPage

REPEATED_HEAD = 3


def join_pages(parts: Sequence[CleanedPage]) -> CleanedPage:
    """The pages of one article, in order, as one: the facts of the first that has them, the texts in a row.

    Lines that a later page repeats from the top of an earlier one (lead, caption) are left out, and so is
    a page that says again what an earlier one did. Repairs keep their place. Raises ValueError without parts.
    """
    if not parts:
        raise ValueError("no pages to join")
    joined = parts[0]
    heads = set(joined.text.split("\n")[:REPEATED_HEAD])
    texts = {joined.text}
    for part in parts[1:]:
        if part.text in texts:
            continue
        texts.add(part.text)
        lines = part.text.split("\n")
        repeated = 0
        while repeated < min(REPEATED_HEAD, len(lines)) and lines[repeated] in heads:
            repeated += 1
        joined = _append(joined, part, sum(len(line) + 1 for line in lines[:repeated]))
    return joined


def _append(joined: CleanedPage, part: CleanedPage, skip: int) -> CleanedPage:
    text = part.text[skip:]
    shift = len(joined.text) + 1 - skip
    repairs = [
        replace(repair, start=repair.start + shift, end=repair.end + shift)
        for repair in part.repairs
        if repair.start >= skip
    ]
    return replace(
        joined,
        text=f"{joined.text}\n{text}" if text else joined.text,
        repairs=(*joined.repairs, *repairs) if text else joined.repairs,
        authors=joined.authors or part.authors,
        editor=joined.editor or part.editor,
        publisher=joined.publisher or part.publisher,
        published_at=joined.published_at or part.published_at,
    )
