"""The stretches of a document that speak of plans: under headings, in lists, after the aims of a report."""

from __future__ import annotations

import re
from bisect import bisect_right

from tasks.extract.status import UNAPPROVED, Standing, Status
from tasks.extract.status_unapproved import Unapproved

_NUMBER = "[一二三四五六七八九十]{1,3}"
_ITEM = re.compile(
    rf"[ \t\u3000]*(?:[（(](?:{_NUMBER}|[0-9]{{1,2}})[）)]|{_NUMBER}、|[0-9]{{1,2}}[.、．](?![0-9])|[①-⑳])"
)
# How many lines of an item may follow the one that its number opens.
_LINES_OF_ITEM = 3
_CLOSES = ("：", ":", "。")


class StatusScope:
    """The stretches of a document that speak of plans, found once from its headings.

    `over`: the text is known to report on a year that has ended; `year`: that of publication, whose day is
    `published_at`.
    """

    def __init__(
        self,
        words: Status,
        text: str,
        title: str | None,
        over: bool = False,
        year: int | None = None,
        published_at: str | None = None,
    ) -> None:
        self._over = over
        self._unapproved = Unapproved(text)
        self._starts: list[int] = [0]
        self._planned: list[bool] = [False]
        opens = title is not None and words.opens(title) and not words.looks_back_on(title)
        if title and not words.looks_both_ways(title) and (opens or words.is_plan(title)):
            self._planned[0] = True
        self._report = report = title is not None and words.is_report(title)
        promised = list(words.works.opened(text, year))
        for start, planned in sorted((*words.headings(text), *(words.aims(text) if report else ()))):
            self._starts.append(start)
            self._planned.append(planned)
        paragraphs = _apart(
            [
                *words.paragraphs(text),
                *((at, _promised_end(text, end, alone)) for at, end, alone in promised),
                *words.papers.laid_down(text, title),
                *words.seasons.ahead(text, published_at),
            ]
        )
        if title and len(self._starts) == 1 and not paragraphs and report:
            reviews = words.only_reviews(title) or words.extracts.is_review(title)
            self._planned[0] = not reviews and words.extracts.looks_ahead(text)
        self._opened = [start for start, _ in paragraphs]
        self._closed = [_end_of_items(text, end) for _, end in paragraphs]

    def settled(self, standing: Standing, at: int) -> Standing:
        """The standing of a number at an offset, unless it is a fact only as long as nobody knows that what it is told
        of still waits to be approved."""
        plain = standing.status == "observation" and not standing.trigger
        return Standing("target", UNAPPROVED) if plain and self._unapproved.holds(at) else standing

    def planned_at(self, at: int) -> bool | None:
        """Whether the offset stands under a heading of plans or in a list of them; None where a text looks back."""
        place = bisect_right(self._opened, at) - 1
        if place >= 0 and at < self._closed[place]:
            return True
        planned = self._planned[bisect_right(self._starts, at) - 1]
        return None if (self._report or self._over) and not planned else planned


def _promised_end(text: str, at: int, alone: bool) -> int:
    """The end of the line that promises; of the one behind it where it does no more and no numbered items follow."""
    end = text.find("\n", at)
    if alone and end >= 0 and not _ITEM.match(text, end + 1):
        end = text.find("\n", end + 1)
    return end if end >= 0 else len(text)


def _apart(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, without those that begin inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _end_of_items(text: str, end: int) -> int:
    """The end of the numbered items that a paragraph introduces, or of the paragraph where none follow it."""
    if not text.startswith(_CLOSES, end - 1) or not _ITEM.match(text, end + 1):
        return end
    closed, lines = end, 0
    while end < len(text) and lines < _LINES_OF_ITEM:
        start, end = end + 1, text.find("\n", end + 1)
        end = end if end >= 0 else len(text)
        lines = 0 if _ITEM.match(text, start) else lines + 1
        closed = closed if lines else end
    return closed
