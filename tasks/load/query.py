"""Questions to the DuckDB file: the ready views with filters, or SQL of one's own, read-only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

READY = {
    "latest": "latest",
    "series": "series",
    "compare": "compare",
    "evidence": "evidence",
    "conflicts": "conflict_values",
    "quarantine": "held_back",
}
# Catalogued indicators first.
_SERIES = "indicator_id IS NULL, series_id, measure, unit"
_ORDER = {
    "latest": f"{_SERIES}, region_code NULLS LAST, region",
    "series": f"{_SERIES}, status, region_code NULLS LAST, region, period_start, period",
    "compare": f"{_SERIES}, period, place, region",
    "evidence": "observation_id",
    "conflicts": "indicator_id IS NULL, indicator, region_code, period, conflict_id, preferred DESC, published_at",
    "quarantine": "stage, quarantine_id",
}
_VALUE = "value, value_high, unit, qualifier, published_at, observation_id"
_COLUMNS = {
    "latest": f"indicator, measure, region, period, {_VALUE}",
    "series": f"indicator, measure, status, region, period, {_VALUE}",
    "compare": "indicator, measure, status, period, place, regions, region, value, unit, qualifier, observation_id",
    "evidence": "*",
    "conflicts": "indicator, measure, region, period, value, unit, preferred, kind, publisher, published_at, "
    "observation_id",
    "quarantine": "stage, reason_codes, reason, evidence, state, title, record_id, quarantine_id",
}
# Views whose rows are no observations with a region and a period.
_WITHOUT = {"quarantine": frozenset({"indicator", "region", "period", "measure", "observation", "within", "level"})}


class QueryError(RuntimeError):
    """A question that the warehouse cannot answer as put; the message says why."""


_WITHIN = (
    "region_code IN (SELECT n.region_code FROM regions n JOIN regions a ON (a.region_code = ? OR ? IN (a.name,"
    " a.full_name)) AND starts_with(n.region_code, CASE a.level WHEN 'country' THEN '' ELSE"
    " regexp_replace(a.region_code, '(00){1,2}$', '') END))"
)


@dataclass(frozen=True)
class Answer:
    """Column names and rows of plain values."""

    columns: Sequence[str]
    rows: Sequence[tuple[Any, ...]]


@dataclass(frozen=True)
class Filters:
    """What to narrow a ready view by; None leaves it open.

    `indicator` is a catalogue id or a part of the name, `region` a code or a part of the name, `within` the code or
    name of a province or prefecture whose regions are meant (itself too), `level` that of the regions,
    `period` the beginning of an ISO 8601 period, `observation` an observation_id.
    """

    indicator: str | None = None
    region: str | None = None
    period: str | None = None
    measure: str | None = None
    observation: str | None = None
    within: str | None = None
    level: str | None = None

    def given(self) -> dict[str, str]:
        """The filters that are set, by name."""
        return {name: value for name, value in vars(self).items() if value is not None}

    def where(self) -> tuple[str, list[str]]:
        """The condition with placeholders, and its values."""
        tests = {
            "(indicator_id = ? OR contains(indicator, ?))": self.indicator,
            "(region_code = ? OR contains(region, ?))": self.region,
            "starts_with(period, ?)": self.period,
            "measure = ?": self.measure,
            "observation_id = ?": self.observation,
            _WITHIN: self.within,
            "region_level = ?": self.level,
        }
        given = {test: value for test, value in tests.items() if value is not None}
        values = [value for test, value in given.items() for _ in range(test.count("?"))]
        return " AND ".join(given) or "true", values


def ask(path: Path, view: str, filters: Filters, limit: int = 50) -> Answer:
    """The rows of a ready view. Raises QueryError for an unknown view or a file that is not there."""
    if view not in READY:
        raise QueryError(f"there is no view {view}; ready are {', '.join(READY)}")
    for name in filters.given().keys() & _WITHOUT.get(view, frozenset()):
        raise QueryError(f"{view} cannot be narrowed by {name}")
    condition, values = filters.where()
    query = f"SELECT {_COLUMNS[view]} FROM {READY[view]} WHERE {condition} ORDER BY {_ORDER[view]} LIMIT {int(limit)}"  # noqa: S608 - our names, bound values
    answer = _answer(path, query, values)
    if filters.observation is not None and not answer.rows:
        raise QueryError(f"there is no observation {filters.observation} in {view}")
    return answer


def ask_sql(path: Path, sql: str) -> Answer:
    """The rows of a SQL query of one's own, one that only reads.

    Raises QueryError with the database's message when it fails, and for statements that could write (COPY … TO writes
    files even where the database is opened read-only).
    """
    try:
        kinds = [statement.type for statement in duckdb.extract_statements(sql)]
    except duckdb.Error as error:
        raise QueryError(str(error)) from error
    if kinds != [duckdb.StatementType.SELECT]:
        raise QueryError("only one statement that reads is answered: SELECT, WITH, FROM, VALUES, DESCRIBE or SHOW")
    return _answer(path, sql, [])


def _answer(path: Path, query: str, values: Sequence[str]) -> Answer:
    if not path.exists():
        raise QueryError(f"there is no {path}: run the pipeline, or `zhibiao load duckdb`, first")
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute("SET enable_progress_bar = false")
            connection.execute("SET TimeZone = 'Asia/Shanghai'")
            table = connection.execute(query, values).to_arrow_table()
    except duckdb.Error as error:
        raise QueryError(str(error)) from error
    columns = [column.to_pylist() for column in table.columns]
    return Answer(table.column_names, list(zip(*columns, strict=True)))
