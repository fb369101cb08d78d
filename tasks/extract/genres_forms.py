"""What sort of text a document is, told by how it is written: tales, classical prose and verse hold no statistics."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.vocabulary import read_yaml

_HANZI = re.compile(r"[\u3400-\u9fff]")
_BREAK = re.compile(r"[，。？！；、：:,.?!;\s]+")
_SHORTEST = 60
_CHARACTERS_A_WORD = 2000


class Form(NamedTuple):
    """The letters that are often or seldom there, with their shares, how many of the frequent ones or, for verse, how
    many measured lines it takes at least (`kinds`), the lengths of lines, words against it, whether
    words of reports are."""

    often: str
    least: float
    kinds: int
    seldom: str
    most: float
    digits: float
    lengths: frozenset[int]
    unless: tuple[str, ...]
    plain: bool


@lru_cache(maxsize=1)
def _official() -> tuple[str, ...]:
    """The words of reports on the world."""
    return tuple(read_yaml("official_words.yaml")["words"].split())


@lru_cache(maxsize=1)
def _settings() -> tuple[str, ...]:
    """The words that say where and when."""
    return tuple(read_yaml("official_words.yaml")["settings"].split())


@lru_cache(maxsize=1)
def world_words() -> tuple[str, ...]:
    """The words of reports and those that say where and when."""
    return (*_official(), *_settings())


def is_plain(text: str) -> bool:
    """Does the text lack the words that reports have, but for those that a long one may have by chance?"""
    return not _is_told_otherwise(_official(), text)


@lru_cache(maxsize=1)
def _forms() -> dict[str, Form]:
    data: dict[str, Any] = read_yaml("genre_forms.yaml")
    return {
        name: Form(
            entry.get("often", ""),
            float(entry.get("least", 0)),
            int(entry.get("kinds", 0)),
            entry.get("seldom", ""),
            float(entry.get("most", 1)),
            float(entry["digits"]),
            frozenset(map(int, str(entry.get("lengths", "")).split())),
            tuple(entry.get("unless", "").split()),
            bool(entry.get("plain", False)),
        )
        for name, entry in data.items()
    }


def is_form(name: str) -> bool:
    """Is it the name of a sort of text that is told by its form?"""
    return name in _forms()


def forms_of(text: str) -> frozenset[str]:
    """The forms that the text is written in; none for a text of a few words."""
    if len(text) < _SHORTEST:
        return frozenset()
    digits = sum(map(text.count, "0123456789"))
    return frozenset(name for name, form in _forms().items() if digits <= form.digits * len(text) and _fits(form, text))


def _fits(form: Form, text: str) -> bool:
    fits = _is_measured(form, text) if form.lengths else _has_letters(form, text)
    return fits and not _is_told_otherwise(form.unless, text) and (not form.plain or is_plain(text))


def _has_letters(form: Form, text: str) -> bool:
    """Do the letters of the form have the share they need? The cheap look at the whole text comes first."""
    counts = [text.count(letter) for letter in form.often]
    often = sum(counts)
    if often < form.least * len(text) / 2 or len(counts) - counts.count(0) < form.kinds:
        return False
    hanzi = len(_HANZI.findall(text)) or 1
    return often >= form.least * hanzi and sum(map(text.count, form.seldom)) <= form.most * hanzi


def _is_measured(form: Form, text: str) -> bool:
    """Are most lines of a length of verse?"""
    lines = [line for line in _BREAK.split(text) if line]
    measured = sum(len(line) in form.lengths for line in lines)
    return measured >= form.kinds and measured >= form.least * len(lines)


def _is_told_otherwise(words: tuple[str, ...], text: str) -> bool:
    """Do words stand there that such a text does not have, more than a long one may have by chance?"""
    allowed = len(text) // _CHARACTERS_A_WORD
    for word in words:
        if word in text:
            allowed -= 1
            if allowed < 0:
                return True
    return False
