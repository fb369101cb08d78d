"""Words and their tags by jieba's algorithm, with the domain's own words.

The engine is `rjieba` (same dictionary and algorithm, compiled); `jieba` itself is the reference and
can be chosen instead. A segmenter holds its own dictionary: nothing global is touched, and each
process makes one of its own, since the compiled object cannot be sent between processes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from tasks.vocabulary import vocabulary_path

WORDS_FILE = "words.txt"
ENGINES = ("rjieba", "jieba")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its part-of-speech tag; offsets count from the start of the segmented text."""

    word: str
    tag: str
    start: int
    end: int


class Segmenter(Protocol):
    """What cuts a sentence into words."""

    def tokens(self, text: str) -> list[Token]:
        """The words of a text, in order, covering all of it."""
        ...


def domain_words() -> Iterator[tuple[str, int, str]]:
    """Word, frequency and tag of each line of the user dictionary."""
    for line in vocabulary_path(WORDS_FILE).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, frequency, tag = line.split(" ")
            yield word, int(frequency), tag


@cache
def segmenter(engine: str = "rjieba") -> Segmenter:
    """The segmenter of that name, made once a process. Raises ValueError for an unknown name."""
    if engine == "rjieba":
        return _Rjieba()
    if engine == "jieba":
        return _Jieba()
    raise ValueError(f"unknown segmentation engine {engine!r}; choose one of {', '.join(ENGINES)}")


class _Rjieba:
    def __init__(self) -> None:
        import rjieba

        self._engine: Any = rjieba.Jieba()
        for word, frequency, tag in domain_words():
            self._engine.add_word(word, frequency, tag)

    def tokens(self, text: str) -> list[Token]:
        tokens = []
        at = 0
        for word, tag in self._engine.tag(text):
            tokens.append(Token(word, tag, at, at + len(word)))
            at += len(word)
        return tokens


class _Jieba:
    def __init__(self) -> None:
        import logging

        import jieba

        jieba.setLogLevel(logging.WARNING)
        self._engine: Any = jieba.Tokenizer()
        self._engine.initialize()
        self._tags = _dictionary_tags(jieba)
        for word, frequency, tag in domain_words():
            self._engine.add_word(word, frequency)
            self._tags[word] = tag

    def tokens(self, text: str) -> list[Token]:
        return [Token(word, self._tags.get(word, "x"), start, end) for word, start, end in self._engine.tokenize(text)]


def _dictionary_tags(jieba: Any) -> dict[str, str]:
    with jieba.get_dict_file() as file:
        rows = (line.decode("utf-8").split() for line in file)
        return {row[0]: row[2] for row in rows if len(row) == 3}
