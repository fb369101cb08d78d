"""The words of the heads and labels of tables, from seeds/vocabulary/table_heads.yaml."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tasks.vocabulary import either, read_yaml


class TableWords(NamedTuple):
    """What heads and labels count, and patterns of their words."""

    counted: dict[str, str]
    longest: int
    headings: list[tuple[str, re.Pattern[str]]]
    no_figure: re.Pattern[str]
    no_table: re.Pattern[str]
    derived: re.Pattern[str]
    indexed: re.Pattern[str]
    money: re.Pattern[str]
    total: re.Pattern[str]
    growth: re.Pattern[str]
    amount_more: re.Pattern[str]
    counts: re.Pattern[str]
    rate: re.Pattern[str]
    order: re.Pattern[str]
    undivided: re.Pattern[str]
    sold_by: frozenset[str]
    ratio: re.Pattern[str]
    currency: re.Pattern[str]

    def counted_by(self, words: str) -> str | None:
        """The unit that the last letters of a head or label imply (户数 → 户)."""
        endings = (words[-size:] for size in range(min(self.longest, len(words)), 0, -1))
        return next((self.counted[ending] for ending in endings if ending in self.counted), None)


@lru_cache(maxsize=1)
def table_words() -> TableWords:
    """The words, read once a process."""
    words = read_yaml("table_heads.yaml")
    counted = {str(ending): str(unit) for unit, endings in words["counted"].items() for ending in endings}

    def ends(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{either(words[name])})$")

    return TableWords(
        counted=counted,
        longest=max(map(len, counted)),
        headings=[(str(unit), re.compile(said)) for unit, said in words["headings"].items()],
        no_figure=ends("no_figures"),
        no_table=re.compile(either(words["no_tables"])),
        derived=re.compile(words["derived"]),
        indexed=re.compile(words["index"]),
        money=ends("money"),
        total=re.compile(rf"^[\s|｜]*(?:{words['totals']})\s*$"),
        growth=re.compile(rf"[%％±]|{either(words['in_percent'])}"),
        amount_more=re.compile(rf"(?:{either(words['more'])})(?:额|量|数)?$"),
        counts=ends("counts"),
        rate=ends("rates"),
        order=re.compile(words["order"]),
        undivided=re.compile(either(words["undivided"])),
        sold_by=frozenset(words["sold_by"]),
        ratio=ends("ratios"),
        currency=re.compile(words["currency"]),
    )
