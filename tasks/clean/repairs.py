"""What was mended in a text and where: edits that carry the spans of earlier repairs along.

Every step of the restoration changes the text through `Draft.edit`, so that at the end each repair points into the
final text, whatever later steps inserted or removed before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

UNREPAIRED = "unrepaired"


@dataclass(frozen=True, slots=True)
class Repair:
    """A mended place: code points `start` to `end` of the text hold `after`; the page showed `before`.

    `kind` is `shift`, `reading`, `marker`, `mojibake`, `layout`, `footnote` or `unrepaired` (then `after` equals
    `before`, and no figure inside the span may be published); `confidence` lies between 0 and 1.
    """

    start: int
    end: int
    kind: str
    before: str
    after: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `start` to `end` by `after`; an edit with a kind goes on record, one without is mere normal form."""

    start: int
    end: int
    after: str
    kind: str | None = None
    confidence: float = 1.0
    before: str | None = None


class Draft:
    """A text on its way to the normal form, with the repairs made so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._repairs: list[Repair] = []

    def edit(self, edits: Iterable[Edit]) -> None:
        """Apply edits, given in order and apart from each other, and move the repairs made before."""
        todo = list(edits)
        if not todo:
            return
        pieces: list[str] = []
        made: list[Repair] = []
        starts: list[int] = []
        moved: list[tuple[int, int, int]] = []
        done = length = 0
        for edit in todo:
            if edit.start < done:
                raise ValueError(f"edits overlap at {edit.start}")
            pieces += (self.text[done : edit.start], edit.after)
            at = length + edit.start - done
            length = at + len(edit.after)
            done = edit.end
            starts.append(edit.start)
            moved.append((edit.end, at, length))
            if edit.kind:
                before = self.text[edit.start : edit.end] if edit.before is None else edit.before
                made.append(Repair(at, length, edit.kind, before, edit.after, edit.confidence))
        pieces.append(self.text[done:])
        self._repairs = [_move(repair, starts, moved) for repair in self._repairs] + made
        self.text = "".join(pieces)

    def exchange(self, text: str) -> None:
        """Put another text of the same length in place, as character by character conversion gives it."""
        if len(text) != len(self.text):
            raise ValueError("a conversion changed the length of the text")
        self.text = text

    def mark(self, start: int, end: int, kind: str, confidence: float) -> None:
        """Put a span on record without changing it."""
        shown = self.text[start:end]
        self._repairs.append(Repair(start, end, kind, shown, shown, confidence))

    def recall(self, start: int, end: int, kind: str, before: str, confidence: float) -> None:
        """Put on record what was mended before this draft was begun."""
        self._repairs.append(Repair(start, end, kind, before, self.text[start:end], confidence))

    def repairs(self) -> tuple[Repair, ...]:
        """All repairs in text order, `after` as the text now has it."""
        final = [replace(repair, after=self.text[repair.start : repair.end]) for repair in self._repairs]
        final = [replace(r, before=r.after) if r.kind == UNREPAIRED else r for r in final]
        return tuple(sorted(set(final), key=lambda repair: (repair.start, repair.end, repair.kind)))


def _move(repair: Repair, starts: list[int], moved: list[tuple[int, int, int]]) -> Repair:
    return replace(
        repair,
        start=_position(repair.start, starts, moved, last=False),
        end=_position(repair.end, starts, moved, last=True),
    )


def _position(place: int, starts: list[int], moved: list[tuple[int, int, int]], *, last: bool) -> int:
    """Where a place stands after the edits; one inside an edit goes to the edit's edge."""
    index = bisect_right(starts, place) - 1
    if index >= 0 and last and starts[index] == place and moved[index][0] > place:
        index -= 1
    if index < 0:
        return place
    end, new_start, new_end = moved[index]
    if place >= end:
        return place + new_end - end
    return new_end if last else new_start
