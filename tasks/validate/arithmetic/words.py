"""The vocabulary of relations, compiled once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from tasks.vocabulary import either, read_yaml

_MADE = ("balance_words", "any_head", "partition_wholes")
"""Patterns that are made of other entries."""
_WORD_LISTS = (
    "of_which",
    "density_signs",
    "each_signs",
    "each_words",
    "earlier_signs",
    "rolled_signs",
    "remainder",
    "rate_names",
    "share_names",
    "population",
    "per_head",
    "per_household",
)


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
    """relations.yaml with its patterns compiled; an attribute has the name of its entry."""

    lead_to: re.Pattern[str]
    leads_from: re.Pattern[str]
    bare_change: re.Pattern[str]
    counted_more: re.Pattern[str]
    size_of_fall: re.Pattern[str]
    rolled: re.Pattern[str]
    left_before: re.Pattern[str]
    income: re.Pattern[str]
    expenditure: re.Pattern[str]
    rise: re.Pattern[str]
    fall: re.Pattern[str]
    new_comparison: re.Pattern[str]
    more_than_called: re.Pattern[str]
    yearly: re.Pattern[str]
    parts_follow: re.Pattern[str]
    parts_in_next_sentence: re.Pattern[str]
    part_within: re.Pattern[str]
    part_of_part: re.Pattern[str]
    bracketed_part: re.Pattern[str]
    left_out: re.Pattern[str]
    opens_list: re.Pattern[str]
    among: re.Pattern[str]
    added_to: re.Pattern[str]
    total_closes: re.Pattern[str]
    strong_total: re.Pattern[str]
    one_more: re.Pattern[str]
    whole_words: re.Pattern[str]
    named_share: re.Pattern[str]
    bare_share: re.Pattern[str]
    bare_total: re.Pattern[str]
    than: re.Pattern[str]
    share_words: re.Pattern[str]
    counted: re.Pattern[str]
    named_again: re.Pattern[str]
    within_total: re.Pattern[str]
    some_share: re.Pattern[str]
    of_area: re.Pattern[str]
    whole_area: re.Pattern[str]
    of_mean: re.Pattern[str]
    of_mean_names: re.Pattern[str]
    divided_by: re.Pattern[str]
    counted_on: re.Pattern[str]
    share_of_list: re.Pattern[str]
    share_of_given: re.Pattern[str]
    share_of_total: re.Pattern[str]
    numbered: re.Pattern[str]
    firstly: re.Pattern[str]
    state: re.Pattern[str]
    amounts_to: re.Pattern[str]
    leads_to: re.Pattern[str]
    leads_on: re.Pattern[str]
    given_to_share: re.Pattern[str]
    share_of_named: re.Pattern[str]
    share_of_the_same: re.Pattern[str]
    whole_endings: re.Pattern[str]
    respectively: re.Pattern[str]
    share_of_all: re.Pattern[str]
    shares_together: re.Pattern[str]
    share_within: re.Pattern[str]
    share_of_plan: re.Pattern[str]
    than_level: re.Pattern[str]
    last_year: re.Pattern[str]
    denied: re.Pattern[str]
    number_endings: re.Pattern[str]
    other_scope: re.Pattern[str]
    amount_more: re.Pattern[str]
    real_terms: re.Pattern[str]
    base_named: re.Pattern[str]
    old_level: re.Pattern[str]
    old_named: re.Pattern[str]
    share_columns: re.Pattern[str]
    wholes_named: re.Pattern[str]
    gives_way: re.Pattern[str]
    rate_of_fall: re.Pattern[str]
    whole_in_brackets: re.Pattern[str]
    left_over: re.Pattern[str]
    raised_by: re.Pattern[str]
    raised_to: re.Pattern[str]
    each_of: re.Pattern[str]
    set_apart: re.Pattern[str]
    stands_above: re.Pattern[str]
    name_above: re.Pattern[str]
    any_above: re.Pattern[str]
    above_then: re.Pattern[str]
    above_verbs: re.Pattern[str]
    than_in_brackets: re.Pattern[str]
    than_behind: re.Pattern[str]
    held_against: re.Pattern[str]
    gap_verb: re.Pattern[str]
    adverbs: re.Pattern[str]
    each: re.Pattern[str]
    composition_words: re.Pattern[str]
    structure_words: re.Pattern[str]
    heading: re.Pattern[str]
    start_words: re.Pattern[str]
    scope: re.Pattern[str]
    name_fillers: re.Pattern[str]
    higher: re.Pattern[str]
    lower: re.Pattern[str]
    rate_words: re.Pattern[str]
    density_signs: tuple[str, ...]
    each_signs: tuple[str, ...]
    each_words: tuple[str, ...]
    earlier_signs: tuple[str, ...]
    rolled_signs: tuple[str, ...]
    per_each: re.Pattern[str]
    on_each: re.Pattern[str]
    earlier_time: re.Pattern[str]
    density: re.Pattern[str]
    people: re.Pattern[str]
    overall: re.Pattern[str]
    pulls: re.Pattern[str]
    pulled: re.Pattern[str]
    contributes: re.Pattern[str]
    economy: re.Pattern[str]
    surplus: re.Pattern[str]
    deficit: re.Pattern[str]
    of_which: tuple[str, ...]
    remainder: tuple[str, ...]
    done_alike: list[tuple[str, ...]]
    rate_names: tuple[str, ...]
    share_names: tuple[str, ...]
    population: tuple[str, ...]
    per_head: tuple[str, ...]
    per_household: tuple[str, ...]
    counted_on_each: dict[str, tuple[str, ...]]
    counters: dict[str, str]
    share_of_whole: str
    partitions: list[Partition]
    balances: list[Balance]
    rates: list[Rate]
    balance_words: re.Pattern[str]
    rest_told: re.Pattern[str]
    apart_told: re.Pattern[str]
    against_earlier: re.Pattern[str]
    other_prices: re.Pattern[str]
    old_behind: re.Pattern[str]
    any_head: re.Pattern[str]
    partition_wholes: re.Pattern[str]
    country: tuple[str, ...]

    def __init__(self, raw: dict[str, Any]) -> None:
        kinds = get_type_hints(type(self))
        for name in (name for name, kind in kinds.items() if kind == re.Pattern[str] and name not in _MADE):
            said = raw[name]
            setattr(self, name, re.compile(said) if isinstance(said, str) else any_of(said))
        for name in _WORD_LISTS:
            setattr(self, name, tuple(raw[name]))
        self.share_of_whole = raw["share_of_whole"]
        self.partitions = [Partition(tuple(p["whole"]), tuple(p["parts"])) for p in raw["partitions"]]
        self.balances = [Balance(tuple(b["result"]), b["minuend"], b["subtrahend"]) for b in raw["balances"]]
        self.done_alike = [tuple(verbs) for verbs in raw["done_alike"]]
        self.rates = [Rate(r["rate"], r["part"], tuple(r["whole"])) for r in raw["rates"]]
        self.balance_words = any_of([word for balance in self.balances for word in balance.result])
        self.partition_wholes = any_of([word for partition in self.partitions for word in partition.whole])
        self.any_head = any_of([*self.per_head, *self.per_household])
        self.counted_on_each = {kind: tuple(units) for kind, units in raw["counted_on_each"].items()}
        self.counters = {unit: alike[0] for alike in raw["counters"] for unit in alike}
        self.country = tuple(raw["scope_words"]["country"])


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    return re.compile(either(words))


@cache
def words() -> Words:
    """The vocabulary, read once a process."""
    return Words(read_yaml("relations.yaml"))


def holds(text: str, signs: Sequence[str]) -> bool:
    """Whether a text holds one of some signs."""
    return any(map(text.__contains__, signs))
