"""Names the cells of flattened tables: the column head, the row label, and the growth of the column before.

县市 人均可支配收入（元） 增速（%）
吉首市 17320 7.1               → 人均可支配收入; 人均可支配收入增速
指标 绝对量 同比增长（%）
粗钢（万吨） 650.0 -22.5       → 粗钢; 粗钢 with measure growth
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasks.extract.tables import read_measure
from tasks.vocabulary import read_yaml

_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
_NUMBER = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?[%％]?")
_SPAN = re.compile(r"(?:\d{2,4}年)?(?:\d{1,2}[-—－至])?\d{1,2}月份?(?:累计|绝对量|实绩)?|[本当]月止?累计|累计")
_DASHES = re.compile("[-—－…/]+")
_OF_WHICH = re.compile("^(?:其中|#|其中:)[：:]?")
_MAX_LINE = 400
_MAX_ROWS = 400
_LABEL = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table cell measures: its name and, where its head says so, the measure."""

    name: str
    measure: str | None


class Tables:
    """The table vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self._growth = re.compile("|".join(map(re.escape, vocabulary["growth"])))
        self._share = re.compile("|".join(map(re.escape, vocabulary["share"])))
        self._plain = frozenset(vocabulary["plain"])
        self._places = frozenset(vocabulary["places"])
        self._place_ends = tuple(vocabulary["place_ends"])

    def cell(self, text: str, start: int, end: int) -> Cell | None:
        """The cell at `text[start:end]`, None when it stands in no row of a table."""
        left = text.rfind("\n", max(0, start - _MAX_LINE), start) + 1
        right = text.find("\n", end, end + _MAX_LINE)
        right = len(text) if right < 0 else right
        words = text[left:right].split()
        first = next((place for place, word in enumerate(words) if place and _NUMBER.fullmatch(word)), 0)
        if not first or any(not _is_cell(word) for word in words[first:]):
            return None
        place = len(text[left:start].split())
        found = self._head(text, left, len(words) - first)
        if place < first or found is None:
            return None
        head, widest = found
        if words[first - 1] != words[0] and _is_cell(words[first - 1]):
            widest = len(words) - first
        place_names = head[0] in self._places or " ".join(words[:first]).endswith(self._place_ends)
        return self._named(_label(words[:first]), head[-widest:], place - first, place_names)

    def _head(self, text: str, left: int, cells: int) -> tuple[list[str], int] | None:
        """The words of the nearest line above that has no cells and enough words to head the columns, and how many
        cells the widest row between has."""
        for _ in range(_MAX_ROWS):
            if left <= 0:
                return None
            above = text.rfind("\n", max(0, left - 1 - _MAX_LINE), left - 1) + 1
            words = text[above : left - 1].split()
            if not words or "。" in words[-1]:
                return None
            start = next((at for at, word in enumerate(words) if at and _NUMBER.fullmatch(word)), len(words))
            if not any(_NUMBER.fullmatch(word) for word in words):
                return (words, cells) if len(words) >= cells else None
            cells = max(cells, len(words) - start)
            left = above
        return None

    def _named(self, label: str, columns: list[str], index: int, of_places: bool) -> Cell:
        column = "" if _SPAN.fullmatch(columns[index]) else _bare(columns[index])
        measure = "growth" if self._growth.search(column) else "share" if self._share.search(column) else None
        if not of_places:
            if measure is None and self._growth.search(label):
                measure = "growth"
            said = "" if measure == "growth" or column in self._plain or column in label else column
            return Cell((label + said)[-_LABEL:], measure)
        owner = next((_bare(head) for head in reversed(columns[:index]) if not self._growth.search(head)), "")
        if column.endswith(("位次", "排名")):
            return Cell((owner + column if owner not in column else column)[-_LABEL:], "rank")
        lacking = measure is not None and len(self._growth.sub("", self._share.sub("", column))) <= 1
        return Cell((owner + column if lacking and owner not in column else column)[-_LABEL:], measure)


def _label(words: list[str]) -> str:
    """The row's label without a unit that stands in a column of its own, without dashes and 其中."""
    if len(words) > 1 and (read_measure(words[-1]) is not None or _is_cell(words[-1])):
        words = words[:-1]
    return _OF_WHICH.sub("", _bare(" ".join(word for word in words if not _DASHES.fullmatch(word))))


def _is_cell(word: str) -> bool:
    return _NUMBER.fullmatch(word) is not None or word in ("-", "—", "——", "…", "/", "－")


def _bare(words: str) -> str:
    """Without bracketed units and blanks."""
    return _BRACKET.sub("", words).replace(" ", "").strip("#：:、")


@lru_cache(maxsize=4)
def default_tables() -> Tables:
    """The vocabulary of seeds/, read once a process."""
    return Tables(read_yaml("table_heads.yaml"))
