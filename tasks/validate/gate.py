"""The row gate: every rule of a suite as one vectorised predicate over the check frame.

It reads the same suites as the Great Expectations runner and means the same by each expectation type, null handling
included: a null is skipped unless the rule is about nulls. The result is plain: which rows break which rule, and what
each rule about the whole table observed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.validate.suites import Expectation, Suite, SuiteError


@dataclass(frozen=True)
class TableCheck:
    """What a rule about the whole table observed, and whether that is within its bounds."""

    rule_id: str
    severity: str
    observed: float | None
    passed: bool


@dataclass(frozen=True)
class Findings:
    """The judgement of a suite on a frame: row numbers by rule (only rules that rows break), and table checks."""

    engine: str
    rows: Mapping[str, np.ndarray] = field(default_factory=dict)
    table: tuple[TableCheck, ...] = ()


def _values(frame: pa.Table, column: str) -> pa.Array:
    values = frame[column]
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def _broken(holds: pa.Array, judged: pa.Array | None = None) -> np.ndarray:
    """Row numbers where a predicate does not hold; a null predicate means that the row is not judged."""
    broken = pc.fill_null(pc.invert(holds), False)
    if judged is not None:
        broken = pc.and_(broken, judged)
    return np.flatnonzero(broken.to_numpy(zero_copy_only=False))


def _not_null(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _broken(pc.is_valid(_values(frame, arguments["column"])))


def _is_null(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _broken(pc.is_null(_values(frame, arguments["column"])))


def _unique(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _repeated(frame, [arguments["column"]])


def _compound_unique(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _repeated(frame, arguments["column_list"])


def _repeated(frame: pa.Table, columns: list[str]) -> np.ndarray:
    """Every row of a key that stands more than once."""
    keys = frame.select(columns)
    counted = keys.append_column("row", pa.array(np.arange(len(keys)))).group_by(columns).aggregate([("row", "count")])
    if len(counted) == len(keys):
        return np.empty(0, dtype=np.int64)
    twice = counted.filter(pc.greater(counted["row_count"], 1)).select(columns)
    numbered = keys.append_column("row", pa.array(np.arange(len(keys))))
    hit = numbered.join(twice, keys=columns, join_type="left semi")
    return np.sort(hit["row"].to_numpy())


def _in_set(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    values = _values(frame, arguments["column"])
    allowed = pa.array(arguments["value_set"], values.type)
    return _broken(pc.is_in(values, value_set=allowed), pc.is_valid(values))


def _between(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _broken(_within(_values(frame, arguments["column"]), arguments))


def _within(values: pa.Array, arguments: Mapping[str, Any]) -> pa.Array:
    holds = pc.is_valid(values)
    if arguments.get("min_value") is not None:
        holds = pc.and_kleene(holds, pc.greater_equal(values, arguments["min_value"]))
    if arguments.get("max_value") is not None:
        holds = pc.and_kleene(holds, pc.less_equal(values, arguments["max_value"]))
    return pc.if_else(pc.is_valid(values), holds, None)


def _lengths(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _broken(_within(pc.utf8_length(_values(frame, arguments["column"])), arguments))


def _regex(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _broken(pc.match_substring_regex(_values(frame, arguments["column"]), arguments["regex"]))


def _not_regex(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _broken(pc.invert(pc.match_substring_regex(_values(frame, arguments["column"]), arguments["regex"])))


def _judged_pairs(a: pa.Array, b: pa.Array, ignore: str) -> pa.Array:
    if ignore == "either_value_is_missing":
        return pc.and_(pc.is_valid(a), pc.is_valid(b))
    if ignore == "both_values_are_missing":
        return pc.or_(pc.is_valid(a), pc.is_valid(b))
    return pa.array(np.ones(len(a), dtype=bool))


def _pair(
    compare: Callable[[pa.Array, pa.Array], pa.Array],
) -> Callable[[pa.Table, Mapping[str, Any], str], np.ndarray]:
    def predicate(frame: pa.Table, arguments: Mapping[str, Any], ignore: str) -> np.ndarray:
        a, b = _values(frame, arguments["column_A"]), _values(frame, arguments["column_B"])
        holds = pc.fill_null(compare(a, b), False)
        return _broken(holds, _judged_pairs(a, b, ignore))

    return predicate


def _pair_equal(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    return _pair(pc.equal)(frame, arguments, arguments.get("ignore_row_if", "both_values_are_missing"))


def _pair_greater(frame: pa.Table, arguments: Mapping[str, Any]) -> np.ndarray:
    compare = pc.greater_equal if arguments.get("or_equal") else pc.greater
    return _pair(compare)(frame, arguments, arguments.get("ignore_row_if", "both_values_are_missing"))


ROW_PREDICATES: dict[str, Callable[[pa.Table, Mapping[str, Any]], np.ndarray]] = {
    "expect_column_values_to_not_be_null": _not_null,
    "expect_column_values_to_be_null": _is_null,
    "expect_column_values_to_be_unique": _unique,
    "expect_compound_columns_to_be_unique": _compound_unique,
    "expect_column_values_to_be_in_set": _in_set,
    "expect_column_values_to_be_between": _between,
    "expect_column_value_lengths_to_be_between": _lengths,
    "expect_column_values_to_match_regex": _regex,
    "expect_column_values_to_not_match_regex": _not_regex,
    "expect_column_pair_values_to_be_equal": _pair_equal,
    "expect_column_pair_values_a_to_be_greater_than_b": _pair_greater,
}


def _mean(frame: pa.Table, arguments: Mapping[str, Any]) -> float | None:
    mean: float | None = pc.mean(frame[arguments["column"]]).as_py()
    return mean


def _valid_share(frame: pa.Table, arguments: Mapping[str, Any]) -> float | None:
    values = frame[arguments["column"]]
    return 1 - values.null_count / len(values) if len(values) else None


TABLE_OBSERVATIONS: dict[str, Callable[[pa.Table, Mapping[str, Any]], float | None]] = {
    "expect_column_mean_to_be_between": _mean,
    "expect_column_proportion_of_non_null_values_to_be_between": _valid_share,
}


def row_findings(frame: pa.Table, suite: Suite) -> dict[str, np.ndarray]:
    """Row numbers by rule id, only for rules that some row breaks."""
    found = {}
    for rule in suite.rules("row"):
        predicate = ROW_PREDICATES.get(rule.base)
        if predicate is None:
            raise SuiteError(f"{suite.table}.{rule.rule_id}: no row predicate for {rule.base}")
        broken = predicate(frame, rule.arguments)
        if len(broken):
            found[rule.rule_id] = broken
    return found


def table_check(frame: pa.Table, suite: Suite, rule: Expectation) -> TableCheck:
    """What one rule about the whole table observes; nothing observed (all null) passes."""
    observe = TABLE_OBSERVATIONS.get(rule.base)
    if observe is None:
        raise SuiteError(f"{suite.table}.{rule.rule_id}: no table check for {rule.base}")
    arguments = rule.arguments
    observed = observe(frame, arguments)
    low, high = arguments.get("min_value"), arguments.get("max_value")
    within = observed is None or ((low is None or observed >= low) and (high is None or observed <= high))
    return TableCheck(rule.rule_id, rule.severity, observed, within)


def with_row_passes(frame: pa.Table, suite: Suite, rows: Mapping[str, np.ndarray]) -> pa.Table:
    """The frame with `context_row_passes`: 1.0 where no critical rule is broken, else 0.0."""
    passes = np.ones(len(frame))
    for rule_id, broken in rows.items():
        if suite.rule(rule_id).severity == "critical":
            passes[broken] = 0.0
    return frame.append_column("context_row_passes", pa.array(passes))


def judge(frame: pa.Table, suite: Suite, minimum_rows: int = 0) -> Findings:
    """Judge a frame by its suite without the library; rules about the table apply from `minimum_rows` rows."""
    rows = row_findings(frame, suite)
    if len(frame) < minimum_rows:
        return Findings("vectorised", rows)
    counted = with_row_passes(frame, suite, rows)
    return Findings("vectorised", rows, tuple(table_check(counted, suite, rule) for rule in suite.rules("table")))
