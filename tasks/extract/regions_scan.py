"""Finding many fixed words in one cheap pass: pairs of letters first, whole words only where a pair stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator


class WordScan:
    """An index of words of two or more letters; `find` gives the longest word at each place, left to right."""

    def __init__(self, words: Iterable[str]) -> None:
        pairs: dict[str, list[str]] = defaultdict(list)
        for word in words:
            pairs[word[:2]].append(word)
        self._pairs = {pair: tuple(sorted(found, key=len, reverse=True)) for pair, found in pairs.items()}
        firsts = re.escape("".join(sorted({pair[0] for pair in pairs})))
        seconds = re.escape("".join(sorted({pair[1] for pair in pairs})))
        self._scan = re.compile(f"[{firsts}](?=[{seconds}])") if pairs else None

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and word for every word of the text, without overlap."""
        if self._scan is None:
            return
        limit = 0
        pairs = self._pairs
        for found in self._scan.finditer(text):
            at = found.start()
            if at < limit:
                continue
            for word in pairs.get(text[at : at + 2], ()):
                if text.startswith(word, at):
                    limit = at + len(word)
                    yield at, limit, word
                    break


def occurrences(text: str, names: Iterable[str]) -> list[tuple[int, int, str]]:
    """Every place where one of a few names stands, in order; at one place the longest name wins."""
    found: list[tuple[int, int, str]] = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            found.append((at, at + len(name), name))
            at = text.find(name, at + len(name))
    return sorted(found, key=lambda item: (item[0], -item[1]))
