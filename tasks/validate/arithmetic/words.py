"""The vocabulary of relations, compiled once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tasks.vocabulary import read_yaml


@dataclass(frozen=True)
class Partition:
    """Parts that make the whole between them, each by a word of its name."""

    whole: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Balance:
    """A result that is one figure less another."""

    result: tuple[str, ...]
    minuend: str
    subtrahend: str


@dataclass(frozen=True)
class Rate:
    """A rate that is one count in another, each by a word of its name."""

    rate: str
    part: str
    whole: tuple[str, ...]


class Words:
    """relations.yaml with its patterns compiled."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.lead_to = re.compile(raw["lead_to"])
        self.start = any_of(raw["start_words"])
        self.bare_change = re.compile(raw["bare_change"])
        self.rise = re.compile(raw["rise"])
        self.fall = re.compile(raw["fall"])
        self.new_comparison = re.compile(raw["new_comparison"])
        self.yearly = re.compile(raw["yearly"])
        self.parts_follow = re.compile(raw["parts_follow"])
        self.parts_in_next_sentence = re.compile(raw["parts_in_next_sentence"])
        self.part_of_part = re.compile(raw["part_of_part"])
        self.added_to = re.compile(raw["added_to"])
        self.total_closes = re.compile(raw["total_closes"])
        self.strong_total = re.compile(raw["strong_total"])
        self.whole_words = re.compile(raw["whole_words"])
        self.structure = re.compile(raw["structure_words"])
        self.partitions = [Partition(tuple(p["whole"]), tuple(p["parts"])) for p in raw["partitions"]]
        self.remainder = tuple(raw["remainder"])
        self.balances = [Balance(tuple(b["result"]), b["minuend"], b["subtrahend"]) for b in raw["balances"]]
        self.share_of_whole: str = raw["share_of_whole"]
        self.named_share = re.compile(raw["named_share"])
        self.bare_share = re.compile(raw["bare_share"])
        self.than = re.compile(raw["than"])
        self.share_words = re.compile(raw["share_words"])
        self.rate_names = tuple(raw["rate_names"])
        self.share_names = tuple(raw["share_names"])
        self.share_of_given = re.compile(raw["share_of_given"])
        self.given_to_share = re.compile(raw["given_to_share"])
        self.share_of_named = re.compile(raw["share_of_named"])
        self.respectively = re.compile(raw["respectively"])
        self.share_of_all = re.compile(raw["share_of_all"])
        self.share_within = re.compile(raw["share_within"])
        self.share_of_plan = re.compile(raw["share_of_plan"])
        self.than_level = re.compile(raw["than_level"])
        self.gives_way = re.compile(raw["gives_way"])
        self.rates = [Rate(r["rate"], r["part"], tuple(r["whole"])) for r in raw["rates"]]
        self.rate_of_fall = re.compile(raw["rate_of_fall"])
        self.whole_in_brackets = re.compile(raw["whole_in_brackets"])
        self.left_over = re.compile(raw["left_over"])
        self.raised_by = re.compile(raw["raised_by"])
        self.raised_to = re.compile(raw["raised_to"])
        self.each_of = re.compile(raw["each_of"])
        self.set_apart = re.compile(raw["set_apart"])
        self.stands_above = re.compile(raw["stands_above"])
        self.adverbs = re.compile(raw["adverbs"])
        self.each = re.compile(raw["each"])
        self.scope = any_of(raw["scope"])
        self.population = tuple(raw["population"])
        self.per_head = tuple(raw["per_head"])
        self.per_household = tuple(raw["per_household"])
        self.fillers = any_of(raw["name_fillers"])
        self.higher = any_of(raw["higher"])
        self.lower = any_of(raw["lower"])
        self.rate_words = any_of(raw["rate_words"])
        self.country = tuple(raw["scope_words"]["country"])
        self.province = tuple(raw["scope_words"]["province"])


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


@cache
def words() -> Words:
    """The vocabulary, read once a process."""
    return Words(read_yaml("relations.yaml"))
