"""From validated observations to warnings: red and yellow by rule, black for figures the text itself contradicts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from tasks.contracts import WARNINGS
from tasks.monitor.rules import COLOURS, WarningRule

CONTRADICTED = "contradicted-by-its-own-text"


def find_warnings(observations: Iterable[Mapping[str, Any]], rules: Iterable[WarningRule]) -> pa.Table:
    """One row for every observation (OBSERVATIONS rows, facts only) and rule of the gravest colour that marks it."""
    by_indicator: dict[tuple[str | None, str, str], list[WarningRule]] = defaultdict(list)
    for rule in rules:
        by_indicator[rule.indicator_id, rule.measure, rule.unit].append(rule)
    rows = [
        _row(rule.id, rule.colour, row, rule.message)
        for row in observations
        if row["status"] == "observation"
        for rule in _gravest(row, by_indicator.get((row["indicator_id"], row["measure"], row["unit"]), ()))
    ]
    return WARNINGS.from_rows(rows)


def _gravest(row: Mapping[str, Any], rules: Iterable[WarningRule]) -> list[WarningRule]:
    """The rules that an observation meets, of the gravest colour among them."""
    met = [rule for rule in rules if rule.applies(row["value"], row["period"])]
    worst = min((COLOURS.index(rule.colour) for rule in met), default=None)
    return [rule for rule in met if COLOURS.index(rule.colour) == worst]


def contradicted(relations: Iterable[Mapping[str, Any]], observations: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """A black mark on every published result that the document's own figures do not give.

    relations: RELATIONS rows; observations: OBSERVATIONS rows by id.
    """
    rows = [
        _row(
            CONTRADICTED,
            "black",
            observations[relation["stated_id"]],
            f"{relation['expression']} = {relation['computed']:g}",
        )
        for relation in relations
        if relation["verdict"] == "disagrees" and relation["stated_id"] in observations
    ]
    return WARNINGS.from_rows(rows)


def _row(rule_id: str, colour: str, row: Mapping[str, Any], message: str) -> dict[str, Any]:
    return {
        "warning_id": hashlib.sha256(f"{rule_id}\n{row['observation_id']}\n{message}".encode()).hexdigest()[:24],
        "rule_id": rule_id,
        "colour": colour,
        "observation_id": row["observation_id"],
        "indicator_id": row["indicator_id"],
        "region_code": row["region_code"],
        "period": row["period"],
        "value": row["value"],
        "message": message,
    }
