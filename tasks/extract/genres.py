"""What sort of text a document is, told by its words: in games, dishes, statutes and timetables numbers are no statistics."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tasks.extract.rejects_context import Place, Verdict
from tasks.vocabulary import read_yaml

_ARTICLE_MARK = re.compile(r"第[零一二三四五六七八九十百\d]{1,5}条")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
_LEAST = 4
_PER_CHARACTERS = 220
_MOST = 12


@lru_cache(maxsize=1)
def _genres() -> dict[str, tuple[tuple[str, ...], bool]]:
    data: dict[str, Any] = read_yaml("genres.yaml")
    return {name: (tuple(entry["words"].split()), bool(entry["keep_large"])) for name, entry in data.items()}


def genres_of(text: str) -> frozenset[str]:
    """The genres whose words fill the text; empty for news, reports and communiqués."""
    needed = min(_MOST, max(_LEAST, len(text) // _PER_CHARACTERS))
    found = set()
    for name, (words, _) in _genres().items():
        if sum(word in text for word in words) >= needed and _has_marks(name, text):
            found.add(name)
    return frozenset(found)


def _has_marks(name: str, text: str) -> bool:
    """Statutes have numbered articles, timetables clock times; the others need words only."""
    if name == "statute":
        return len(_ARTICLE_MARK.findall(text)) >= 3
    if name == "timetable":
        return len(_CLOCK.findall(text)) >= 5
    return True


def by_genre(place: Place) -> Verdict | None:
    """A number of a text that is no statistics; large sums and shares in a game report stay."""
    for name in place.genres:
        keep_large = _genres()[name][1]
        amount = place.amount
        if keep_large and (amount.kind in ("money", "percent") or abs(amount.value) >= 10000):
            continue
        return "name", name
    return None
