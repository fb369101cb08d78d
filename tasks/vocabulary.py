"""Where the vocabulary lives and how it is read: plain data under seeds/, never code.

A domain expert edits the files; the code asks for them by name. `ZHIBIAO_SEEDS` points at another
folder of the same shape.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def seeds_root() -> Path:
    """The seeds folder: `ZHIBIAO_SEEDS`, or the one of this checkout."""
    configured = os.environ.get("ZHIBIAO_SEEDS")
    return Path(configured) if configured else Path(__file__).resolve().parent.parent / "seeds"


def vocabulary_path(name: str) -> Path:
    """The file of that name under seeds/vocabulary."""
    return seeds_root() / "vocabulary" / name


class VocabularyError(LookupError):
    """A vocabulary file that lacks what the code asks for; the message names file and entry."""


class _Entries(dict[str, Any]):
    """The entries of a vocabulary file; one that is not there is an error that says where it was looked for."""

    def __init__(self, entries: dict[str, Any], path: Path) -> None:
        super().__init__(entries)
        self._path = path

    def __missing__(self, key: str) -> Any:
        raise VocabularyError(f"{self._path} has no entry {key!r}: it is older than this version, see CHANGELOG.md")


def read_yaml(name: str) -> Any:
    """A YAML vocabulary file as plain values, read by the C loader.

    Raises VocabularyError once an entry is asked for that the file does not have.
    """
    import yaml

    path = vocabulary_path(name)
    with path.open(encoding="utf-8") as file:
        read = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    return _Entries(read, path) if isinstance(read, dict) else read


def read_csv(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV vocabulary file with a header line."""
    with vocabulary_path(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def either(words: Iterable[object]) -> str:
    """A pattern's alternation of literal words, the longest first, so that none hides behind its own beginning."""
    longest_first = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first))


def backwards(words: Iterable[object]) -> str:
    """The same for words that are looked for in a text turned round."""
    return either(str(word)[::-1] for word in words)
