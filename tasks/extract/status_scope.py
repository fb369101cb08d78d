"""The stretches of a document that speak of plans: under headings, in lists, after the aims of a report."""

from __future__ import annotations

from bisect import bisect_right

from tasks.extract.status import Status


class StatusScope:
    """The stretches of a document that speak of plans, found once from its headings.

    `over`: the text is known to report on a year that has ended.
    """

    def __init__(self, words: Status, text: str, title: str | None, over: bool = False) -> None:
        self._over = over
        self._starts: list[int] = [0]
        self._planned: list[bool] = [False]
        opens = title is not None and words.opens(title) and not words.looks_back_on(title)
        if title and not words.looks_both_ways(title) and (opens or words.is_plan(title)):
            self._planned[0] = True
        self._report = report = title is not None and words.is_report(title)
        for start, planned in sorted((*words.headings(text), *(words.aims(text) if report else ()))):
            self._starts.append(start)
            self._planned.append(planned)
        paragraphs = words.paragraphs(text)
        if title and len(self._starts) == 1 and not paragraphs and report:
            self._planned[0] = not words.only_reviews(title) and words.extracts.looks_ahead(text)
        self._opened = [start for start, _ in paragraphs]
        self._closed = [end for _, end in paragraphs]

    def planned_at(self, at: int) -> bool | None:
        """Whether the offset stands under a heading of plans or in a list of them; None where a text looks back."""
        place = bisect_right(self._opened, at) - 1
        if place >= 0 and at < self._closed[place]:
            return True
        planned = self._planned[bisect_right(self._starts, at) - 1]
        return None if (self._report or self._over) and not planned else planned
