"""One number in its surroundings, and the vocabulary that the reject rules ask for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tasks.extract.amounts import Amount
from tasks.vocabulary import either, read_yaml

Verdict = tuple[str, str]


class Place(NamedTuple):
    """A number, the text before and behind it, the quotation it stands in, the signs of the document's genre, and the
    letters that stand next to it, blanks left out ("" for none): most rules ask for one of a few."""

    text: str
    amount: Amount
    before: str
    after: str
    quote: str
    genres: frozenset[str]
    last: str
    first: str


class Names(NamedTuple):
    """The vocabulary of numeral names, prepared for lookups."""

    names: frozenset[str]
    name_lengths: dict[str, tuple[int, ...]]
    idioms: frozenset[str]
    idiom_lengths: dict[str, tuple[int, ...]]
    abstract: re.Pattern[str]
    listed: re.Pattern[str]
    people: re.Pattern[str]


@lru_cache(maxsize=1)
def vocabulary() -> Names:
    """The numeral names of seeds/vocabulary."""
    data: dict[str, str] = read_yaml("numeral_names.yaml")
    names, idioms = data["names"].split(), data["idioms"].split()
    return Names(
        frozenset(names),
        _lengths(names),
        frozenset(idioms),
        _lengths(idioms),
        re.compile(
            f"{_any_of(data['abstract']).pattern}|(?:{_any_of(data['abstract_alone']).pattern})(?=[，,。；;、！!？?”’）)的和与]|$)"
        ),
        _any_of(data["listed"]),
        _any_of(data["people"]),
    )


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(either(words.split()))


def _lengths(words: list[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def known_phrase(text: str, start: int, end: int, words: frozenset[str], lengths: dict[str, tuple[int, ...]]) -> bool:
    """Does a word of the list begin at `start` and reach at least to `end`?"""
    for length in lengths.get(text[start], ()):
        if start + length < end:
            return False
        if start + length <= len(text) and text[start : start + length] in words:
            return True
    return False
