"""How likely Chinese text is, character by character: an interpolated trigram model read from a compact table.

The characters are simplified ones; digits count as one character and so do Latin letters. Counts of the page itself can
be mixed in, since an article repeats its names. Loading takes some tens of milliseconds and happens once, on the first
page that shows signs of damage.
"""

from __future__ import annotations

import json
import lzma
import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate, pairwise

from tasks.clean.script import converter
from tasks.vocabulary import vocabulary_path

DISCOUNT = 0.6
SMOOTHING = 0.1 / 20_000
PAGE_SHARE, PAGE_DOUBT = 0.7, 10
MAX_KEPT = 400_000
_BASE = 1 << 15
_COUNTS = [0.0] + [2 ** ((q - 24) / 4) for q in range(1, 256)]
_FULL = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    "\t": " ",
    "\u3000": " ",
    "\xa0": " ",
}


class Language:
    """The n-gram table; `number` gives a character's index, `score` the logarithm of its probability."""

    def __init__(self, data: bytes) -> None:
        while data.startswith(b"#"):
            data = data[data.index(b"\n") + 1 :]
        line, _, packed = data.partition(b"\n")
        sizes = json.loads(line)
        self.characters: str = sizes["characters"]
        self._listed = {char: index for index, char in enumerate(self.characters)}
        self._numbers: dict[str, int] = {}
        self.unknown = len(self.characters)
        self._read(lzma.decompress(packed), len(self.characters), sizes["pairs"], sizes["triples"])
        self._rows: dict[int, tuple[dict[int, float], float, float, int]] = {}
        self._cache: dict[int, float] = {}
        self._backed: dict[int, tuple[dict[int, float], float, float] | None] = {}

    def _read(self, raw: bytes, characters: int, pairs: int, triples: int) -> None:
        view = memoryview(raw)
        single, start = view[:characters], view[characters : 2 * characters]
        view = view[2 * characters :]
        self._pair_starts, self._pair_gaps, self._pair_counts, view = _columns(view, characters, pairs)
        self._triple_starts, self._triple_gaps, self._triple_counts, view = _columns(view, pairs, triples)
        counts = [_COUNTS[q] for q in single]
        starts = [_COUNTS[q] for q in start]
        total, total_starts = sum(counts), sum(starts)
        self._single = [
            0.9 * (0.5 * count / total + 0.5 * begin / total_starts) + SMOOTHING
            for count, begin in zip(counts, starts, strict=True)
        ] + [SMOOTHING]

    def number(self, char: str) -> int:
        """The index of a character as shown: traditional, half width or full, digit or letter."""
        found = self._numbers.get(char)
        if found is None:
            found = self._numbers[char] = self._listed.get(_representative(char), self.unknown)
        return found

    def _row(self, second: int) -> tuple[dict[int, float], float, float, int]:
        """Followers of a character, their sum, the sum of discounts, and where the row begins."""
        row = self._rows.get(second)
        if row is None:
            if second == self.unknown:
                row = ({}, 0.0, 0.0, 0)
            else:
                begin, end = self._pair_starts[second], self._pair_starts[second + 1]
                followers = _followers(self._pair_gaps, self._pair_counts, begin, end)
                row = (followers, sum(followers.values()), sum(min(n, DISCOUNT) for n in followers.values()), begin)
            self._rows[second] = row
        return row

    def _triple_row(self, first: int, second: int) -> tuple[dict[int, float], float, float] | None:
        """Followers of a pair, the pair's count, and the mass left to the shorter context."""
        key = first * _BASE + second
        if key in self._backed:
            return self._backed[key]
        followers, _, _, begin = self._row(first)
        found: tuple[dict[int, float], float, float] | None = None
        if second in followers:
            at = begin + list(followers).index(second)
            begin, end = self._triple_starts[at], self._triple_starts[at + 1]
            if end > begin:
                third = _followers(self._triple_gaps, self._triple_counts, begin, end)
                total = sum(third.values())
                whole = max(total, followers[second])
                found = (third, whole, sum(min(n, DISCOUNT) for n in third.values()) + whole - total)
        self._backed[key] = found
        return found

    def know(self, chars: Iterable[str]) -> None:
        """Look many hanzi up at once, a line each, which costs a fraction of one at a time."""
        new = [char for char in chars if "\u3400" <= char <= "\u9fff" and char not in self._numbers]
        for char, other in zip(new, converter("t2s")("\n".join(new)).split("\n"), strict=True):
            self._numbers[char] = self._listed.get(other, self.unknown)

    def rarity(self, char: str) -> float:
        """Logarithm of the share of a character in running text."""
        return math.log(self._single[self.number(char)])

    def mean(self, text: str) -> float:
        """Mean score of the characters of a text, each after the two before it."""
        numbers = [self.number("\n")] * 2 + [self.number(char) for char in text]
        scores = map(self.score, numbers, numbers[1:], numbers[2:])
        return sum(scores) / max(1, len(text))

    def followers(self, second: int) -> set[int]:
        """The characters that the table has seen after this one."""
        return set(self._row(second)[0])

    def chance(self, first: int, second: int, third: int) -> float:
        """Probability of `third` after `first` and `second`."""
        followers, total, left, _ = self._rows.get(second) or self._row(second)
        chance = self._single[third]
        if total:
            count = followers.get(third, 0.0)
            chance = ((count - DISCOUNT if count > DISCOUNT else 0.0) + left * chance) / total
        key = first * _BASE + second
        row = self._backed[key] if key in self._backed else self._triple_row(first, second)
        if row:
            longer, whole, left = row
            count = longer.get(third, 0.0)
            chance = ((count - DISCOUNT if count > DISCOUNT else 0.0) + left * chance) / whole
        return chance

    def score(self, first: int, second: int, third: int) -> float:
        """Logarithm of `chance`, kept."""
        key = (first * _BASE + second) * _BASE + third
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = math.log(self.chance(first, second, third))
            if len(self._cache) > MAX_KEPT:
                self._cache.clear()
        return found


class PageLanguage:
    """The language as one page uses it: the table, mixed with what the sound parts of the page say."""

    def __init__(self, language: Language, sound: Iterable[str] = ()) -> None:
        self.language = language
        self.number = language.number
        self._firsts: Counter[int] = Counter()
        self._pairs: Counter[int] = Counter()
        self._triples: Counter[int] = Counter()
        self._after: dict[int, set[int]] = {}
        for text in sound:
            self._count(list(map(language.number, text)))
        del self._firsts[language.unknown]
        self._followers: dict[int, set[int]] = {}
        self._cache: dict[int, float] = {}
        # While nothing of the page is known, what was scored for other pages holds for this one too.
        self.score: Callable[[int, int, int], float] = self._mixed if self._firsts else language.score

    def _count(self, numbers: list[int]) -> None:
        pairs = [first * _BASE + second for first, second in pairwise(numbers)]
        self._firsts.update(numbers[:-1])
        self._pairs.update(pairs)
        self._triples.update(pair * _BASE + third for pair, third in zip(pairs, numbers[2:], strict=False))
        for first, second in pairwise(numbers):
            self._after.setdefault(first, set()).add(second)

    def followers(self, second: int) -> set[int]:
        """The characters seen after this one, in the table or on the page."""
        found = self._followers.get(second)
        if found is None:
            found = self._followers[second] = self.language.followers(second) | self._after.get(second, set())
        return found

    def _mixed(self, first: int, second: int, third: int) -> float:
        """Logarithm of the probability of `third` after `first` and `second` on this page, kept."""
        key = (first * _BASE + second) * _BASE + third
        found = self._cache.get(key)
        if found is None:
            chance = self.language.chance(first, second, third)
            seen = self._firsts.get(second, 0) if third != self.language.unknown else 0
            if seen:
                chance = _with_page(chance, seen, self._pairs.get(second * _BASE + third, 0))
                seen = self._pairs.get(first * _BASE + second, 0)
                if seen:
                    chance = _with_page(chance, seen, self._triples.get(key, 0))
            found = self._cache[key] = math.log(chance)
        return found


def _with_page(chance: float, seen: int, again: int) -> float:
    """The probability of a character after what the page has `seen` times, `again` times with this character."""
    weight = PAGE_SHARE * seen / (seen + PAGE_DOUBT)
    return (1 - weight) * chance + weight * again / seen


def _columns(view: memoryview, heads: int, entries: int) -> tuple[array[int], memoryview, memoryview, memoryview]:
    lengths = _words(view, heads)
    view = view[2 * heads :]
    starts = array("L", accumulate(lengths, initial=0))
    gaps = memoryview(_words(view, entries))
    return starts, gaps, view[2 * entries : 3 * entries], view[3 * entries :]


def _words(view: memoryview, size: int) -> array[int]:
    raw = bytearray(2 * size)
    raw[::2], raw[1::2] = view[:size], view[size : 2 * size]
    return array("H", bytes(raw))


def _followers(gaps: memoryview, counts: memoryview, begin: int, end: int) -> dict[int, float]:
    row: dict[int, float] = {}
    member = -1
    for gap, count in zip(gaps[begin:end], counts[begin:end], strict=True):
        member += gap + 1
        row[member] = _COUNTS[count]
    return row


def _representative(char: str) -> str:
    """The character that stands for another in the table."""
    if char.isascii() and char.isalnum():
        return "0" if char.isdigit() else "A"
    if char in _FULL:
        return _FULL[char]
    if "\uff01" <= char <= "\uff5e":
        half = chr(ord(char) - 0xFEE0)
        return _representative(half) if half.isalnum() else char
    return converter("t2s")(char)


@lru_cache(maxsize=1)
def language() -> Language:
    """The model of seeds/vocabulary/hanzi_ngrams.bin."""
    return Language(vocabulary_path("hanzi_ngrams.bin").read_bytes())
