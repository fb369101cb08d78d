"""Which snapshots make up one article: a page, and those that continue it on further pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Snapshot = Mapping[str, Any]


@dataclass
class Article:
    """The snapshots of one article, first page first, and those that later fetches of a page replace."""

    pages: list[Snapshot]
    replaced: list[Snapshot] = field(default_factory=list)

    def add(self, part: Snapshot) -> None:
        """Take a following page; of two with the same number the one that was fetched last counts."""
        for at, page in enumerate(self.pages[1:], start=1):
            if page["part_no"] == part["part_no"]:
                newer, older = sorted((page, part), key=_fetched, reverse=True)
                self.pages[at] = newer
                self.replaced.append(older)
                return
        self.pages.append(part)
        self.pages[1:] = sorted(self.pages[1:], key=lambda page: page["part_no"])


def articles(snapshots: Iterable[Snapshot]) -> Iterator[Article]:
    """The articles of a shard in the order of their first pages.

    A following page belongs to the fetch of the first page that went before its own; one whose first
    page is not here is an article of its own.
    """
    heads: list[Article] = []
    places: dict[str, list[Article]] = {}
    parts: list[Snapshot] = []
    for snapshot in snapshots:
        if snapshot.get("part_of"):
            parts.append(snapshot)
        else:
            heads.append(Article([snapshot]))
            places.setdefault(snapshot["source_url"], []).append(heads[-1])
    for part in parts:
        if part["part_of"] in places:
            _head_of(part, places[part["part_of"]]).add(part)
        else:
            heads.append(Article([part]))
    yield from heads


def _head_of(part: Snapshot, heads: list[Article]) -> Article:
    before = [head for head in heads if _fetched(head.pages[0]) <= _fetched(part)]
    return max(before, key=lambda head: _fetched(head.pages[0])) if before else heads[0]


def _fetched(snapshot: Snapshot) -> Any:
    return snapshot["fetched_at"]
