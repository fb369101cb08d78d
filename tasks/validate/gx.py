"""Great Expectations as the suite of record: one run a batch, from an ephemeral context, nothing written but Data Docs.

The library is imported inside the functions only: it costs seconds. A first pass asks for counts; the ids of bad rows
are fetched with COMPLETE for the rules that failed, and for those only.
"""

from __future__ import annotations

import html
import importlib
import json
import logging
import os
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tasks.validate.gate import Findings, TableCheck, row_findings, with_row_passes
from tasks.validate.loading import lasting, put_off
from tasks.validate.suites import Expectation, Suite

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_NONE = np.array([], np.int64)
_SELDOM_USED = ("scipy.stats", "altair", "boto3")
"""What the library imports for a distance of distributions, charts and a cloud; a third of its import time."""


@dataclass(frozen=True)
class RuleResult:
    """What the library said of one rule; `observed` is the bad rows' count, or a table rule's figure."""

    rule_id: str
    severity: str
    level: str
    passed: bool
    observed: float | None
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class SuiteResult:
    """The library's judgement of one table: a result a rule, and the raw results for Data Docs."""

    table: str
    rows: int
    results: tuple[RuleResult, ...]
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def findings(self) -> Findings:
        """The same in the shape that the batch is built from."""
        broken = {r.rule_id: np.array(r.rows) for r in self.results if r.level == "row" and r.rows}
        checks = (TableCheck(r.rule_id, r.severity, r.observed, r.passed) for r in self.results if r.level == "table")
        return Findings("great_expectations", broken, tuple(checks))

    @property
    def worst_failure(self) -> str | None:
        """The gravest severity among the rules that failed; None when all passed."""
        failed = {result.severity for result in self.results if not result.passed}
        return next((severity for severity in ("critical", "warning", "info") if severity in failed), None)


def quiet_library() -> Any:
    """The library with analytics and progress bars off; the variable has to be set before the import."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    if "great_expectations" not in sys.modules:
        for name in _SELDOM_USED:
            put_off(name)
        with lasting():
            importlib.import_module("great_expectations")
    import great_expectations as gx
    from great_expectations.execution_engine import pandas_execution_engine

    # A fingerprint of all values of a frame smaller than this: it takes a sixth of the time, and nothing reads it.
    pandas_execution_engine.HASH_THRESHOLD = 0
    # It tells of every temporary folder that it makes.
    logging.getLogger("great_expectations.data_context.types.base").setLevel(logging.WARNING)
    return gx


def _context(gx: Any) -> Any:
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def _expectation_classes(rules: Iterable[Expectation]) -> dict[str, type]:
    """The class of each type in use: the library's, or a subclass that is named after our own type."""
    return {rule.type: _expectation_class(rule.type, rule.base) for rule in rules}


@cache
def _expectation_class(expectation_type: str, base: str) -> type:
    """One class a type and process: the library registers each subclass as it is made."""
    import great_expectations.expectations as library

    parent: type = getattr(library, _class_name(base))
    return (
        parent if expectation_type == base else type(_class_name(expectation_type), (parent,), {"__module__": __name__})
    )


def _class_name(expectation_type: str) -> str:
    return "".join(part.capitalize() for part in expectation_type.split("_"))


def register(suites: Iterable[Suite]) -> None:
    """Make the types of our own known to the library in this process, so that stored results can be read."""
    quiet_library()
    for suite in suites:
        _expectation_classes(suite.expectations)


def _built(rule: Expectation, classes: Mapping[str, type]) -> Any:
    return classes[rule.type](
        **rule.arguments,
        severity=rule.severity,
        meta={"rule_id": rule.rule_id, "level": rule.level},
        notes=[rule.notes["zh"], rule.notes["en"]],
    )


def _frame(table: pa.Table, columns: list[str]) -> pd.DataFrame:
    """Only the columns that the suite names, indexed by row number; whole numbers in the size that is compared fast.

    The library compares a column of int64 at once, one of smaller integers number by number.
    """
    import pyarrow as pa

    wanted = table.select([column for column in columns if column in table.column_names])
    fields = [field.with_type(pa.int64()) if pa.types.is_integer(field.type) else field for field in wanted.schema]
    return _frame_class()(wanted.cast(pa.schema(fields)).to_pandas())


@cache
def _frame_class() -> type[pd.DataFrame]:
    """A frame that gives no more columns than are asked for when rows with missing values are left out.

    For each rule about a pair of columns the library copies the frame without the rows that lack the pair, in all of
    its columns, and looks at two.
    """
    import pandas as pd

    class Frame(pd.DataFrame):
        def dropna(self, *, subset: list[str], **how: Any) -> pd.DataFrame:  # type: ignore[override]
            pair: pd.DataFrame = pd.DataFrame(self[subset]).dropna(**how)
            return pair

    return Frame


def run_suite(table_name: str, table: pa.Table, suite: Suite, minimum_rows: int = 0) -> SuiteResult:
    """Validate a check frame with the library; rules about the whole table apply from `minimum_rows` rows.

    The library names the bad rows among those that the gate suspects, which costs less than among all; where it counted
    others before, it names them among all.
    """
    gx = quiet_library()
    rules = [rule for rule in suite.expectations if rule.level == "row" or len(table) >= minimum_rows]
    expected = row_findings(table, suite)
    if "context_row_passes" not in table.column_names:
        table = with_row_passes(table, suite, expected)
    context = _context(gx)
    frame = _frame(table, suite.columns)
    asset = context.data_sources.add_pandas("batch").add_dataframe_asset(table_name)
    definition = asset.add_batch_definition_whole_dataframe("whole")
    classes = _expectation_classes(rules)
    batch = _Batch(definition, frame)
    counted = _validated(gx, batch, table_name, [_built(rule, classes) for rule in rules], "BASIC")
    by_id = {rule.rule_id: rule for rule in rules}
    failing = [by_id[r.expectation_config.meta["rule_id"]] for r in counted.results if not r.success]
    failing_rows = [_built(rule, classes) for rule in failing if rule.level == "row"]
    positions: dict[str, tuple[int, ...]] = {}
    if failing_rows:
        suspects = np.unique(np.concatenate([expected.get(rule.rule_id, _NONE) for rule in failing]))
        few = _Batch(definition, frame.iloc[suspects]) if len(suspects) else batch
        positions = _bad_rows(gx, few, table_name, failing_rows)
        if any(len(positions[key]) != count for key, count in _counts(counted, positions).items()):
            positions = _bad_rows(gx, batch, table_name, failing_rows)
    results = tuple(_rule_result(r, by_id, positions) for r in counted.results)
    return SuiteResult(table_name, len(table), results, counted.to_json_dict())


@dataclass(frozen=True)
class _Batch:
    """A frame and the library's definition of what is taken of it: all."""

    definition: Any
    frame: pd.DataFrame


def _bad_rows(gx: Any, batch: _Batch, table_name: str, rules: list[Any]) -> dict[str, tuple[int, ...]]:
    """The rows of a batch that break each rule, as the library finds them."""
    detailed = _validated(gx, batch, f"{table_name}-rows", rules, "COMPLETE")
    return {r.expectation_config.meta["rule_id"]: _positions(r) for r in detailed.results}


def _counts(counted: Any, rules: Collection[str]) -> dict[str, int]:
    """How many rows of the whole table break each of some rules."""
    found = {r.expectation_config.meta["rule_id"]: r.result.get("unexpected_count", 0) for r in counted.results}
    return {key: found[key] for key in rules}


def _validated(gx: Any, batch: _Batch, name: str, expectations: list[Any], result_format: Any) -> Any:
    """One run over the batch, past the context's stores, which cost more than the checks of a shard.

    The library's `Batch.validate` would take a fingerprint of all values twice: once to be made, once to validate.
    """
    from great_expectations.validator.v1_validator import Validator

    parameters = {"dataframe": batch.frame}
    validator = Validator(batch.definition, batch_parameters=parameters, result_format=result_format)
    result = validator.validate_expectation_suite(gx.ExpectationSuite(name=name, expectations=expectations))
    for each in result.results:
        if each.exception_info and _raised(each.exception_info):
            raise RuntimeError(f"{name}.{each.expectation_config.meta['rule_id']}: {each.exception_info}")
    return result


def _raised(info: Mapping[str, Any]) -> bool:
    if "raised_exception" in info:
        return bool(info["raised_exception"])
    return any(bool(each.get("raised_exception")) for each in info.values() if isinstance(each, Mapping))


def _positions(result: Any) -> tuple[int, ...]:
    """The index of the frame names its rows; to ask for a column in its place costs the library a look-up a row."""
    return tuple(sorted(map(int, result.result.get("unexpected_index_list") or ())))


def _rule_result(result: Any, rules: Mapping[str, Expectation], positions: Mapping[str, tuple[int, ...]]) -> RuleResult:
    rule = rules[result.expectation_config.meta["rule_id"]]
    detail = result.result
    observed = detail.get("unexpected_count", detail.get("observed_value"))
    return RuleResult(
        rule.rule_id, rule.severity, rule.level, bool(result.success), observed, positions.get(rule.rule_id, ())
    )


def judge(frame: pa.Table, suite: Suite, minimum_rows: int = 0) -> Findings:
    """The library as the engine of `validate_batch`."""
    return run_suite(suite.table, frame, suite, minimum_rows).findings


def build_data_docs(results: Iterable[SuiteResult], folder: Path) -> Path:
    """Write the Data Docs of some results as a static site into a folder, without network; returns its index page."""
    gx = quiet_library()
    context = _context(gx)
    folder.mkdir(parents=True, exist_ok=True)
    site = {
        "class_name": "SiteBuilder",
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder)},
    }
    context.add_data_docs_site(site_name="zhibiao", site_config=site)
    from great_expectations.core.run_identifier import RunIdentifier
    from great_expectations.data_context.types.resource_identifiers import (
        ExpectationSuiteIdentifier,
        ValidationResultIdentifier,
    )

    for result in results:
        loaded = _loaded(result.raw)
        key = ValidationResultIdentifier(
            expectation_suite_identifier=ExpectationSuiteIdentifier(result.table),
            run_id=RunIdentifier(run_name=result.table),
            batch_identifier=result.table,
        )
        context.validation_results_store.set(key, loaded)
        suite = gx.ExpectationSuite(name=result.table)
        for each in loaded.results:
            suite.add_expectation_configuration(each.expectation_config)
        context.suites.add_or_update(suite)
    context.build_data_docs(site_names=["zhibiao"])
    return folder / "index.html"


def _escaped(value: Any) -> Any:
    """The value with every string escaped: the library's pages put what rows hold into their markup as it is."""
    if isinstance(value, str):
        return html.escape(value)
    if isinstance(value, dict):
        return {key: _escaped(each) for key, each in value.items()}
    return [_escaped(each) for each in value] if isinstance(value, list) else value


def _loaded(raw: Mapping[str, Any]) -> Any:
    """A result as the library's object again, without the ids that belong to the run that made it."""
    from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResultSchema

    plain = json.loads(json.dumps(raw, default=str))
    for each in plain["results"]:
        each["expectation_config"].pop("id", None)
        each["result"] = _escaped(each["result"])
    return ExpectationSuiteValidationResultSchema().load(plain)
