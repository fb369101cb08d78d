"""The signs of a mirror's damage: on a page, which decides whether anything is done, and on a line.

A clean simplified page pays three pattern searches. On a traditional page, where a shift can leave no sign but
nonsense, a line is looked at if a mark is soon followed by a character that Chinese prose hardly has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tasks.clean.damage.gbk import MARKS, PAIRS, PUNCTUATION
from tasks.clean.damage.language import language
from tasks.clean.damage.readings import READING, readings_of
from tasks.clean.damage.shifted import BRACKETED
from tasks.clean.script import HANT
from tasks.vocabulary import read_yaml

RARE = -11.5
UNLIKELY = -9.0
_SHOWN_MARKS = MARKS + ",;?!"
_HANZI = "\u3400-\u9fff"
# The rare sign comes first and looks back, so that a search does not stop at every hanzi.
_READ = re.compile(rf"[(（](?<=[{_HANZI}].){READING}[)）]")
_HOLE = re.compile(rf"[?\ufffd](?<=[{_HANZI}”》)）].)(?:[！？；。，、!;,]|[(（]?{READING}[)）])")
_LETTER = "(?<=[\u2460-\uffff])[@-~](?=[\u3000-\uffff])"
_LETTERS = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡ")
PRIVATE = re.compile("[\ue000-\uf8ff]")
_STRETCH = re.compile(f"[^{_SHOWN_MARKS}]{{0,40}}")
_LOSS = re.compile(rf"(?<=[{_HANZI}，。、”》）)])\?(?=[{_HANZI}\d.%])[\d.,%]*")
# A cut 。 is seen as one of these, and at a line's end nothing behind it tells.
_LAST_MARK = re.compile(r"[！；!;](?=\s*\Z)")
_SENTENCE_END = re.compile("[。！？；!;?]")
_REACH = 60


def damaged(page: str) -> bool:
    """Whether a page shows an open sign: a reading behind a hanzi, or a hole before a mark or a reading."""
    return bool(_READ.search(page) or _HOLE.search(page))


def holed(page: str) -> bool:
    """Whether a page shows holes where a byte was lost, before a mark or a reading."""
    return bool(_HOLE.search(page))


def suspicious(page: str, script: str) -> bool:
    """Whether the lines of a page have to be looked at."""
    return script == HANT or damaged(page)


def suspect(line: str) -> bool:
    """Whether a line may hold a shift."""
    if "?" in line or "\ufffd" in line or PRIVATE.search(line) or _nonsense().search(BRACKETED.sub("", line)):
        return True
    read = BRACKETED.finditer(line)
    return any(match[1] not in readings_of(line[match.start() - 1 : match.start()]) for match in read)


@lru_cache(maxsize=1)
def _rare() -> str:
    """A character class of what prose hardly has: rare hanzi, and letters and signs that only GBK's tables hold."""
    model = language()
    common = _LETTERS | PUNCTUATION
    model.know(PAIRS)
    rare = [char for char in PAIRS if char not in common and not char.isascii() and model.rarity(char) < RARE]
    return _class_of(char for char in rare if not "\uff01" <= char <= "\uff5e")


def _class_of(chars: Iterable[str]) -> str:
    """The inside of a character class, neighbours as ranges: thousands of single members take long to compile."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, chars)):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in runs)


@lru_cache(maxsize=1)
def _nonsense() -> re.Pattern[str]:
    """A mark and, soon after it, a rare character, or a Latin letter alone among hanzi."""
    return re.compile(f"[{_SHOWN_MARKS}][^{_SHOWN_MARKS}]{{0,8}}?(?:[{_rare()}]|{_LETTER})")


@lru_cache(maxsize=1)
def _begun() -> re.Pattern[str]:
    """A mark and, right behind it, what `_nonsense` looks for, or a reading of the mark."""
    read = f"[(（]{READING}[)）]"
    return re.compile(f"[{_SHOWN_MARKS}](?:{read}|[^{_SHOWN_MARKS}]{{0,3}}?(?:[{_rare()}]|{_LETTER}))")


@lru_cache(maxsize=1)
def _two_rare() -> re.Pattern[str]:
    return re.compile(f"[{_rare()}][^{_SHOWN_MARKS}]*[{_rare()}]")


def nonsense(line: str) -> Iterator[tuple[int, int]]:
    """Where a shift seems to stand still: from a mark on, improbable throughout, two rare characters or more."""
    for match in _nonsense().finditer(line):
        end = _STRETCH.match(line, match.end()).end()  # type: ignore[union-attr]
        if _two_rare().search(line, match.start(), end) and language().mean(line[match.start() : end]) < UNLIKELY:
            yield match.start(), end


def strange(line: str) -> Iterator[tuple[int, int]]:
    """Where a shift seems to have begun, on a page that is known to hold some: a single sign is enough."""
    for match in _begun().finditer(line):
        if match[0][-1] == "）" or match[0][-1].isascii() or language().mean(match[0]) < UNLIKELY:
            yield match.start(), match.end()
    last = _LAST_MARK.search(line)
    if last:
        yield last.start(), last.end()


def losses(line: str, figures_only: bool) -> Iterator[tuple[int, int]]:
    """`?` inside a sentence that asks nothing, where a byte was eaten, with the digits behind it."""
    for match in _LOSS.finditer(line) if "?" in line else ():
        sentence = _SENTENCE_END.split(line[max(0, match.start() - _REACH) : match.start()])[-1]
        if (match[0] != "?" or not figures_only) and not _asking().search(sentence):
            yield match.start(), match.end()


@lru_cache(maxsize=1)
def _asking() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, read_yaml("damage.yaml")["question_words"])))
