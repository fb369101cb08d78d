"""Patterns sought in whole texts that most texts cannot have: a look at the words of a text spares going through it.

Each match of a pattern holds one of some words, its signs, which are read off the pattern itself. One pass over a text
finds the signs of all patterns that may stand in it; where none of its own does, a pattern is not tried.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from operator import add
from typing import Any, NamedTuple

# More words than that are not told apart.
_MOST = 600
_LETTER = 20
_RANGE = 40
# A shorter text is gone through as fast as its signs are found.
_SHORT = 64
_END = sys.maxsize


@lru_cache(maxsize=4)
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of letters that stand side by side in a text."""
    return frozenset(map(add, text, text[1:]))


class Standing(NamedTuple):
    """The signs that may stand in a text, the numbers of their patterns among the first `known` ones, and where the
    signs of a pattern begin, for those that were asked for."""

    signs: frozenset[str]
    patterns: frozenset[int]
    known: int
    places: dict[int, list[int]]


class _Index:
    """The signs of all patterns of this process, by their first two letters. Patterns are only ever added."""

    def __init__(self) -> None:
        # Each word with its last two letters.
        self._words: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._letters: list[str] = []
        self._patterns: dict[str, list[int]] = defaultdict(list)
        self._known = 0

    def add(self, signs: Iterable[str]) -> int:
        """Takes the signs of a pattern in and gives its number."""
        number = self._known
        for sign in signs:
            if sign not in self._patterns:
                if len(sign) > 1:
                    self._words[sign[:2]].append((sign, sign[-2:]))
                else:
                    self._letters.append(sign)
            self._patterns[sign].append(number)
        self._known += 1
        return number

    def standing(self, text: str) -> Standing:
        """What may stand in a text, as it holds the first and the last two letters of the sign; a pattern that is added
        meanwhile is not among the known ones."""
        known = self._known
        pairs = pairs_of(text)
        signs = [sign for pair in self._words.keys() & pairs for sign, end in self._words[pair] if end in pairs]
        signs += [letter for letter in self._letters if letter in text]
        return Standing(frozenset(signs), frozenset(n for sign in signs for n in self._patterns[sign]), known, {})


_index = _Index()
_standing = lru_cache(maxsize=4)(_index.standing)


class SoughtWords:
    """Words sought in whole texts, found in the same pass."""

    def __init__(self, words: Iterable[str]) -> None:
        self._number = _index.add(words)

    def around(self, text: str) -> frozenset[str]:
        """Those of the words that may stand in a text, among the signs of patterns."""
        found = _standing(text)
        return (found if self._number < found.known else _index.standing(text)).signs


class Sought:
    """A compiled pattern whose looks at whole texts begin with its signs; it matches what the pattern matches."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        compiled = re.compile(pattern, flags)
        self.pattern = pattern
        self.match, self.fullmatch, self.sub = compiled.match, compiled.fullmatch, compiled.sub
        self._compiled = compiled
        self._signs = signs_of(compiled)
        self._number = _index.add(self._signs) if self._signs else _END

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """The matches in a text or a part of it."""
        return self._compiled.finditer(text, start, end) if self.may_be_in(text, start, end) else iter(())

    def behind_break(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text behind one line break, so that a clause begins at its head too."""
        return self._compiled.finditer("\n" + text) if self.may_be_in(text) else iter(())

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The first match in a text or a part of it."""
        return self._compiled.search(text, start, end) if self.may_be_in(text, start, end) else None

    def findall(self, text: str) -> list[Any]:
        """What `re.findall` gives for a text."""
        return self._compiled.findall(text) if self.may_be_in(text) else []

    def may_be_in(self, text: str, start: int = 0, end: int = _END) -> bool:
        """Whether a sign of the pattern begins in a text or a part of it: without one nothing there matches. It always
        may in a short text."""
        if self._number == _END or len(text) < _SHORT:
            return True
        found = _standing(text)
        if self._number >= found.known:
            return True
        if self._number not in found.patterns or (start == 0 and end >= len(text)):
            return self._number in found.patterns
        places = found.places.get(self._number)
        if places is None:
            places = sorted({at for sign in self._signs & found.signs for at in _all_of(sign, text)})
            found.places[self._number] = places
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end


def _all_of(sign: str, text: str) -> Iterator[int]:
    """Every place where a word begins in a text."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def signs_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """Words of which each match of a pattern holds one; none where that cannot be told, as in a Python that keeps its
    parser of patterns elsewhere."""
    if pattern.flags & re.IGNORECASE:
        return frozenset()
    try:
        parser = import_module("re._parser")
    except ImportError:
        return frozenset()
    return frozenset(_signs_of_sequence(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)) or ())


def _signs_of_sequence(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The best signs among those of the items one after the other, and those of items that are words side by side."""
    items = list(items)
    found = [signs for item in items if (signs := _signs_of_item(item))]
    for place in range(len(items)):
        run = {""}
        for item in items[place:]:
            words = _words_of(item)
            if words is None or len(run) * len(words) > _MOST:
                break
            run = _joined(run, words)
        if "" not in run:
            found.append(run)
    return min(filter(_tells, found), key=_commonness, default=None)


def _tells(signs: Iterable[str]) -> bool:
    """Whether some texts lack the signs: digits and marks stand in all, and a line break is put in front of texts."""
    return all("\n" not in sign and (len(sign) > 1 or sign.isalpha()) for sign in signs)


def _commonness(signs: Collection[str]) -> tuple[int, int]:
    """By how many words, of which a letter alone stands for many, and how short ones a pattern is known."""
    return sum(1 if len(sign) > 1 else _LETTER for sign in signs), -sum(map(len, signs))


def _signs_of_item(item: tuple[Any, Any]) -> set[str] | None:
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return None if value[1] & re.IGNORECASE else _signs_of_sequence(value[3])
    if name == "ATOMIC_GROUP":
        return _signs_of_sequence(value)
    if name == "ASSERT":
        # What has to stand before a match may stand before the part of a text that is gone through.
        return _signs_of_sequence(value[1]) if value[0] > 0 else None
    if name.endswith("_REPEAT"):
        return _signs_of_sequence(value[2]) if value[0] else None
    if name == "BRANCH":
        branches = [_signs_of_sequence(branch) for branch in value[1]]
        return None if None in branches else {sign for signs in branches for sign in signs or ()}
    return None


def _words_of(item: tuple[Any, Any]) -> set[str] | None:
    """All that an item can match, None where that is too much to say."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return {chr(value)}
    if name == "IN":
        return _letters(value)
    if name in ("ASSERT", "ASSERT_NOT", "AT"):
        return {""}
    if name == "SUBPATTERN":
        return None if value[1] & re.IGNORECASE else _words_of_sequence(value[3])
    if name == "ATOMIC_GROUP":
        return _words_of_sequence(value)
    if name.endswith("_REPEAT") and value[1] == 1:
        words = _words_of_sequence(value[2])
        return words if words is None or value[0] else words | {""}
    if name == "BRANCH":
        branches = [_words_of_sequence(branch) for branch in value[1]]
        return None if None in branches else {word for words in branches for word in words or ()}
    return None


def _words_of_sequence(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    found = {""}
    for item in items:
        words = _words_of(item)
        if words is None or len(found) * len(words) > _MOST:
            return None
        found = _joined(found, words)
    return found


def _letters(parts: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The letters of a class, None for one that names what it is not, a category or a long range."""
    found: set[str] = set()
    for part, value in parts:
        if str(part) == "LITERAL":
            found.add(chr(value))
        elif str(part) == "RANGE" and value[1] - value[0] < _RANGE:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return found


def _joined(heads: Iterable[str], tails: Collection[str]) -> set[str]:
    return {head + tail for head in heads for tail in tails}
