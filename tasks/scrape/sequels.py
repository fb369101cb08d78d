"""The pages of one article that came by themselves, out of files, archives or a list, told as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.scrape.pagers import MAX_PAGES, next_page_url
from tasks.scrape.web import Item
from tasks.snapshots import Fetched

_MOST_AWAITED = 100_000


class Sequels:
    """Knows which pages continue another one, over the batches of one source.

    Within a batch the order does not matter; a page that comes batches before its first one stays alone.
    """

    def __init__(self) -> None:
        self._awaited: dict[str, tuple[str, int]] = {}

    def linked(self, batch: Sequence[Item]) -> list[Item]:
        """The batch with every page that continues another one marked with the first page and its number."""
        previous: dict[str, str] = {}
        for item in batch:
            if isinstance(item, Fetched) and item.part_of is None:
                target = next_page_url(item.data, item.source_url)
                if target is not None:
                    previous.setdefault(target, item.source_url)
        if not previous and not self._awaited:
            return list(batch)
        here = {item.source_url for item in batch}
        for target, source_url in previous.items():
            if target not in here:
                self._await(target, *self._place(source_url, previous))
        return [self._marked(item, previous) for item in batch]

    def _marked(self, item: Item, previous: dict[str, str]) -> Item:
        if not isinstance(item, Fetched) or item.part_of is not None:
            return item
        first, number = self._place(item.source_url, previous)
        return replace(item, part_of=first, part_no=number) if 1 < number <= MAX_PAGES else item

    def _place(self, url: str, previous: dict[str, str]) -> tuple[str, int]:
        """The first page of the article that a page belongs to, and which of its pages it is."""
        first, number = url, 1
        while number <= MAX_PAGES:
            if first in self._awaited:
                before, count = self._awaited[first]
                return before, number + count
            if first not in previous:
                break
            first, number = previous[first], number + 1
        return first, number

    def _await(self, url: str, first: str, number: int) -> None:
        if number >= MAX_PAGES:
            return
        self._awaited[url] = (first, number)
        if len(self._awaited) > _MOST_AWAITED:
            del self._awaited[next(iter(self._awaited))]
