"""Paragraphs, headings and sentences, with offsets into the document's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A sentence ends at its mark together with the closing quotes and brackets after it, or with its line.
_SENTENCE = re.compile(r"[^\n。！？!?；;]*(?:[。！？!?；;]+[”’」』）)\"]*|(?=\n)|$)")
_HEADING_MAX = 32
_HEADING_END = re.compile(r"[。！？!?；;，,：:、…—]$")
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[章节部分])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without the blanks around it: `text[start:end]`."""

    paragraph: int
    sentence: int
    start: int
    end: int
    section: str | None


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order; every character that is no blank lies in exactly one."""
    sentences: list[Sentence] = []
    section: str | None = None
    for paragraph, (start, line) in enumerate(_lines(text)):
        if is_heading(line):
            section = line.strip()
        for first, last in _spans(line, start):
            sentences.append(Sentence(paragraph, len(sentences), first, last, section))
    return sentences


def is_heading(line: str) -> bool:
    """Whether a line of its own is a heading: short, and not closed like a sentence."""
    stripped = line.strip()
    if not stripped or len(stripped) > _HEADING_MAX:
        return False
    return bool(_NUMBERED.match(stripped)) or not (_HEADING_END.search(stripped) or re.search(r"[。；;]|\d", stripped))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def _spans(line: str, offset: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(line):
        printed = match.group()
        stripped = printed.strip()
        if stripped:
            first = offset + match.start() + printed.index(stripped[0])
            yield first, first + len(stripped)
