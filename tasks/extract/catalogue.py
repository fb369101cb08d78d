"""The catalogue of indicators (seeds/vocabulary/indicators.yaml) and the link from a name to its entry.

A name is linked when it says the entry's words and its unit and measure fit; what fits no entry stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasks.vocabulary import either, read_yaml

_COUNTERS = frozenset("家户个所")
"""What grows by per cent under a name such as 私营企业 is seldom the number of firms."""
_NOISE = re.compile(r"[\s的“”\"（）()、，,·实完](?:(?<=实)现|(?<=完)成|(?<![实完]))|(?<=.)全部(?=.)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator of the catalogue. `minimum` and `maximum` bound a plausible level in `units[0]`."""

    id: str
    name: str
    name_en: str
    theme: str
    units: tuple[str, ...]
    measures: tuple[str, ...]
    synonyms: tuple[str, ...]
    definition: str | None
    minimum: float | None
    maximum: float | None


class Catalogue:
    """Entries by id and by every name they have. `neutral` are words around a name that do not change what it says."""

    def __init__(self, rows: Sequence[dict[str, Any]], neutral: dict[str, Any]) -> None:
        self.entries = tuple(_entry(row) for row in rows)
        self._same = neutral.get("same") or {}
        self.by_id = {entry.id: entry for entry in self.entries}
        self._names: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for name in (entry.name, *entry.synonyms):
                self._names.setdefault(self._plain(name), []).append(entry)
        self._before = re.compile(f"(?:{either(neutral['before'])})+")
        self._after = tuple(sorted(neutral["after"], key=len, reverse=True))

    def link(self, name: str, unit: str, measure: str) -> Entry | None:
        """The entry that the name, the unit and the measure fit, or None: never forced."""
        for candidate in self._forms(self._plain(name)):
            entries = self._names.get(candidate)
            entry = _fitting(entries, unit, measure) if entries else None
            if entry is not None:
                return entry
        return None

    def _plain(self, name: str) -> str:
        """A name without what is noise in it, with one of the words that say the same (占比, 比重)."""
        plain = _NOISE.sub("", name)
        for word, other in self._same.items():
            plain = plain.replace(word, other)
        return plain

    def _forms(self, plain: str) -> Iterator[str]:
        """The name as it is, then without neutral words before it, then without one after it."""
        yield plain
        match = self._before.match(plain)
        bare = plain[match.end() :] if match else plain
        yield bare
        if bare.endswith(self._after):
            yield next(bare[: -len(word)] for word in self._after if bare.endswith(word))


def _fitting(entries: Sequence[Entry], unit: str, measure: str) -> Entry | None:
    return next((entry for entry in entries if _fits(entry, unit, measure)), None)


def _fits(entry: Entry, unit: str, measure: str) -> bool:
    if measure == "growth":
        return "growth" in entry.measures and entry.units[0] not in _COUNTERS
    if measure == "change":
        return "change" in entry.measures and (unit in entry.units or unit == "百分点")
    if measure in ("share", "rank", "ratio") and measure not in entry.measures:
        return False
    return unit in entry.units


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        name=row["zh"],
        name_en=row["en"],
        theme=row["theme"],
        units=tuple(row["units"]),
        measures=tuple(row["measures"]),
        synonyms=tuple(row.get("synonyms", ())),
        definition=row.get("definition"),
        minimum=row.get("min"),
        maximum=row.get("max"),
    )


@lru_cache(maxsize=4)
def default_catalogue() -> Catalogue:
    """The catalogue of seeds/, read once a process."""
    vocabulary = read_yaml("indicators.yaml")
    return Catalogue(vocabulary["indicators"], vocabulary["neutral"])


def indicator_dimension(catalogue: Catalogue | None = None) -> list[dict[str, Any]]:
    """The catalogue as rows of the table dim_indicator (contracts.DIM_INDICATOR)."""
    return [
        {
            "indicator_id": entry.id,
            "name": entry.name,
            "name_en": entry.name_en,
            "theme": entry.theme,
            "units": list(entry.units),
            "measures": list(entry.measures),
            "synonyms": list(entry.synonyms),
            "definition": entry.definition,
            "minimum": entry.minimum,
            "maximum": entry.maximum,
        }
        for entry in (catalogue or default_catalogue()).entries
    ]
