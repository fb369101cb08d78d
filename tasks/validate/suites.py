"""Expectation suites as reviewed data: `expectations/<table>.json`, one a table, without generated ids.

An expectation is either of a library type (`expect_column_values_to_be_in_set`) or of a type of our own
(`expect_span_to_slice_to_mention`), which is a library type with preset arguments: `PRESETS` is the one home
of that knowledge, and both the vectorised gate and the library's runner read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SEVERITIES = ("critical", "warning", "info")
LEVELS = ("row", "table")

PAIR_EQUAL = "expect_column_pair_values_to_be_equal"
PAIR_GREATER = "expect_column_pair_values_a_to_be_greater_than_b"
BE_NULL = "expect_column_values_to_be_null"
EITHER_MISSING = "either_value_is_missing"
BOTH_MISSING = "both_values_are_missing"


class SuiteError(ValueError):
    """A suite file that cannot be used; the message names the file and the fault."""


@dataclass(frozen=True)
class Preset:
    """An expectation of our own: the library's type and arguments that it stands for."""

    base: str
    kwargs: Mapping[str, Any]
    says: str


def _equal(a: str, b: str, says: str, ignore: str = EITHER_MISSING) -> Preset:
    return Preset(PAIR_EQUAL, {"column_A": a, "column_B": b, "ignore_row_if": ignore}, says)


def _at_least(a: str, b: str, says: str) -> Preset:
    kwargs = {"column_A": a, "column_B": b, "or_equal": True, "ignore_row_if": EITHER_MISSING}
    return Preset(PAIR_GREATER, kwargs, says)


PRESETS: dict[str, Preset] = {
    "expect_span_to_slice_to_mention": _equal(
        "mention", "context_slice", "the document's text between start and end is the mention", "neither"
    ),
    "expect_value_to_be_read_again": _equal(
        "value", "context_reading", "reading the mention a second time gives the same value"
    ),
    "expect_high_value_to_be_read_again": _equal(
        "value_high", "context_reading_high", "reading the upper end a second time gives the same value"
    ),
    "expect_printed_unit_to_be_kept": _equal(
        "unit", "context_printed_unit", "the base unit is that of the unit as printed"
    ),
    "expect_unit_to_fit_indicator": _equal(
        "unit", "context_fitting_unit", "the unit is one that the catalogue gives the indicator"
    ),
    "expect_measure_to_fit_indicator": _equal(
        "measure", "context_fitting_measure", "the measure is one that the catalogue gives the indicator"
    ),
    "expect_value_not_below_plausible": _at_least(
        "value", "context_minimum", "the level is not below the indicator's plausible minimum"
    ),
    "expect_value_not_above_plausible": _at_least(
        "context_maximum", "value", "the level is not above the indicator's plausible maximum"
    ),
    "expect_share_not_above_whole": _at_least(
        "context_share_ceiling", "value", "a share is at most the whole, unless it is one that may exceed it"
    ),
    "expect_share_not_negative": _at_least("value", "context_share_floor", "a share is not negative"),
    "expect_period_not_after_publication": _at_least(
        "context_latest_start", "context_period_start", "what is said to be so has begun when it is published"
    ),
    "expect_region_to_be_known": _equal(
        "region_code", "context_known_region", "the region code is one of the dimension's", BOTH_MISSING
    ),
    "expect_region_not_abolished": _at_least(
        "context_region_last", "context_period_year", "the region still existed in the period"
    ),
    "expect_region_to_exist_already": _at_least(
        "context_period_year", "context_region_first", "the region existed already in the period"
    ),
    "expect_region_name_to_fit_code": _equal(
        "region", "context_region_name", "the region's name is the name of its code"
    ),
    "expect_region_to_be_evidenced": _equal(
        "region_code", "context_evidenced_region", "the text, its title or its source names the region", BOTH_MISSING
    ),
    "expect_province_to_fit_region": _equal("province_code", "context_province", "the province is that of the region"),
    "expect_value_outside_unrepaired_text": Preset(
        BE_NULL, {"column": "context_unrepaired"}, "the mention does not stand in text that could not be repaired"
    ),
    "expect_range_to_be_ordered": _at_least(
        "context_high_size", "context_low_size", "the upper end of a range is not below the lower, signs apart"
    ),
    "expect_period_to_be_ordered": _at_least(
        "context_period_end", "context_period_start", "a period does not end before it begins"
    ),
    "expect_span_to_be_forward": Preset(
        PAIR_GREATER,
        {"column_A": "end", "column_B": "start", "ignore_row_if": EITHER_MISSING},
        "a span ends after it starts",
    ),
    "expect_span_after_previous": _at_least(
        "start", "context_previous_end", "a span starts after the one before it in its document has ended"
    ),
    "expect_text_span_to_stay_inside": _at_least(
        "context_text_length", "end", "the span ends inside the document's text"
    ),
    "expect_publication_before_fetching": _at_least(
        "context_fetched_next_day", "context_published_day", "a page is not published after it was fetched"
    ),
    "expect_not_duplicate_of_itself": Preset(
        BE_NULL, {"column": "context_own_duplicate"}, "a document is not named as its own duplicate"
    ),
    "expect_words_to_stay_inside_sentence": Preset(
        BE_NULL, {"column": "context_stray_word"}, "every word lies inside its sentence"
    ),
    "expect_reason_when_not_comparable": Preset(
        BE_NULL, {"column": "context_unexplained"}, "a relation that cannot be compared says why"
    ),
    "expect_closed_rows_to_name_who": Preset(
        BE_NULL, {"column": "context_closed_by_nobody"}, "a closed row names who or what closed it and when"
    ),
    "expect_verdict_to_follow_from_figures": _equal(
        "verdict", "context_verdict", "the verdict is what the stated and the computed value give"
    ),
}


@dataclass(frozen=True)
class Expectation:
    """One rule of a suite. `rule_id` is also the reason code of the rows that break it.

    A rule that `yields` holds the row against its text; it does not bind rows that a declared correction changed.
    """

    rule_id: str
    type: str
    severity: str
    kwargs: Mapping[str, Any]
    notes: Mapping[str, str]
    remedy: Mapping[str, str]
    level: str = "row"
    yields: bool = False

    @property
    def base(self) -> str:
        """The library's type: its own, or the one that our type stands for."""
        preset = PRESETS.get(self.type)
        return preset.base if preset else self.type

    @property
    def arguments(self) -> dict[str, Any]:
        """All arguments: the preset ones with those of the suite laid over them."""
        preset = PRESETS.get(self.type)
        return {**(preset.kwargs if preset else {}), **self.kwargs}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the rule reads."""
        arguments = self.arguments
        named = [arguments[key] for key in ("column", "column_A", "column_B") if key in arguments]
        return (*named, *arguments.get("column_list", ()))


@dataclass(frozen=True)
class Suite:
    """The rules of one table and the column that identifies its rows."""

    table: str
    key: str
    expectations: tuple[Expectation, ...] = field(default_factory=tuple)

    def rules(self, level: str) -> Iterator[Expectation]:
        """The rules of that level, row or table."""
        return (rule for rule in self.expectations if rule.level == level)

    def rule(self, rule_id: str) -> Expectation:
        """The rule of that id; KeyError when there is none."""
        for rule in self.expectations:
            if rule.rule_id == rule_id:
                return rule
        raise KeyError(f"{self.table} has no rule {rule_id}")

    @property
    def columns(self) -> list[str]:
        """The columns that the suite needs, the key first, each once."""
        named = (column for rule in self.expectations for column in rule.columns)
        return list(dict.fromkeys((self.key, *named)))


def _expectation(entry: Mapping[str, Any], where: str) -> Expectation:
    missing = {"rule_id", "type", "severity", "notes", "remedy"} - entry.keys()
    if missing:
        raise SuiteError(f"{where}: {entry.get('rule_id', entry)} lacks {', '.join(sorted(missing))}")
    level = entry.get("level", "row")
    if entry["severity"] not in SEVERITIES or level not in LEVELS:
        raise SuiteError(f"{where}: {entry['rule_id']} has severity {entry['severity']!r} and level {level!r}")
    if "id" in entry:
        raise SuiteError(f"{where}: {entry['rule_id']} carries a generated id")
    for text in ("notes", "remedy"):
        if not all(entry[text].get(language) for language in ("zh", "en")):
            raise SuiteError(f"{where}: {entry['rule_id']} needs {text} in zh and en")
    return Expectation(
        rule_id=entry["rule_id"],
        type=entry["type"],
        severity=entry["severity"],
        kwargs=entry.get("kwargs", {}),
        notes=entry["notes"],
        remedy=entry["remedy"],
        level=level,
        yields=entry.get("yields_to_correction", False),
    )


def load_suite(path: Path) -> Suite:
    """The suite of that file; SuiteError names what is wrong with it."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    rules = tuple(_expectation(entry, path.name) for entry in raw["expectations"])
    ids = [rule.rule_id for rule in rules]
    twice = {rule_id for rule_id in ids if ids.count(rule_id) > 1}
    if twice:
        raise SuiteError(f"{path.name}: rule ids used twice: {', '.join(sorted(twice))}")
    return Suite(raw["table"], raw["key"], rules)


def expectations_root() -> Path:
    """The folder of the suites in this checkout."""
    return Path(__file__).resolve().parent.parent.parent / "expectations"


def load_suites(folder: Path | None = None) -> dict[str, Suite]:
    """All suites of a folder by table name."""
    root = folder or expectations_root()
    suites = [load_suite(path) for path in sorted(root.glob("*.json"))]
    if not suites:
        raise SuiteError(f"{root}: no suites")
    return {suite.table: suite for suite in suites}
