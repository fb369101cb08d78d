"""Catalogued indicators as statistical variables in the manner of Data Commons.

A variable is an indicator with a measure; its observations are the values that hold (`is_latest`)
with a region and a period. Variables go into an MCF file, observations into a CSV file with the
columns that Data Commons' importer maps by name.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.load.query import ask_sql
from tasks.load.spreadsheets import as_text

STAT_TYPES = {"level": "measuredValue", "growth": "growthRate", "share": "measuredValue", "change": "measuredValue"}
COLUMNS = (
    "variableMeasured",
    "observationAbout",
    "observationDate",
    "observationPeriod",
    "value",
    "unit",
    "measurementMethod",
    "provenance",
    "observationId",
)
_VARIABLES = """
SELECT DISTINCT s.indicator_id, s.indicator, s.indicator_en, s.theme, s.measure, d.definition
FROM series s JOIN dim_indicator d USING (indicator_id) ORDER BY ALL
"""
_OBSERVATIONS = """
SELECT s.indicator_id, s.measure, s.status, s.region_code, s.period, s.period_start, s.period_end, s.value, s.unit,
       s.qualifier, s.baseline, s.observation_id, d.source_url
FROM series s LEFT JOIN dim_document d USING (document_id)
WHERE s.indicator_id IS NOT NULL AND s.region_code IS NOT NULL AND s.period_start IS NOT NULL
  AND s.status = 'observation'
ORDER BY s.indicator_id, s.measure, s.region_code, s.period_start, s.period_end, s.observation_id
"""


@dataclass(frozen=True)
class StatVarExport:
    """The variables as MCF, their observations as CSV, and how many there are of each."""

    variables: str
    observations: str
    variable_count: int
    observation_count: int


def statvar_export(database: Path) -> StatVarExport:
    """Export the DuckDB file of a release. Raises QueryError when it is not there."""
    variables, observations = _rows(database, _VARIABLES), _rows(database, _OBSERVATIONS)
    mcf = "\n".join(_node(row) for row in variables)
    return StatVarExport(mcf, _csv(observations), len(variables), len(observations))


def _rows(database: Path, query: str) -> list[dict[str, Any]]:
    answer = ask_sql(database, query)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def variable_id(indicator_id: str, measure: str) -> str:
    """The id of the variable for an indicator and a measure."""
    return f"zhibiao/{indicator_id}_{measure}"


def _node(row: Mapping[str, Any]) -> str:
    lines = [
        f"Node: dcid:{variable_id(row['indicator_id'], row['measure'])}",
        "typeOf: dcs:StatisticalVariable",
        f"name: {_quoted(row['indicator_en'])}",
        f"alternateName: {_quoted(row['indicator'])}",
        "populationType: dcs:Place",
        f"measuredProperty: dcid:zhibiao/{row['indicator_id']}",
        f"statType: dcs:{STAT_TYPES.get(row['measure'], 'measuredValue')}",
        f"zhibiaoMeasure: {_quoted(row['measure'])}",
        f"zhibiaoTheme: {_quoted(row['theme'])}",
    ]
    if row["definition"]:
        lines.append(f"description: {_quoted(row['definition'])}")
    return "\n".join(lines) + "\n"


def _quoted(text: Any) -> str:
    plain = " ".join(str(text or "").split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _csv(rows: Iterable[Mapping[str, Any]]) -> str:
    sink = io.StringIO()
    writer = csv.DictWriter(sink, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        method = "_".join(filter(None, (row["qualifier"], row["baseline"])))
        writer.writerow(
            {
                "variableMeasured": variable_id(row["indicator_id"], row["measure"]),
                "observationAbout": f"gbt2260/{row['region_code']}",
                "observationDate": row["period"].split("/")[-1],
                "observationPeriod": f"{row['period_start']}/{row['period_end']}",
                "value": repr(row["value"]),
                "unit": as_text(row["unit"]),
                "measurementMethod": method,
                "provenance": as_text(row["source_url"] or ""),
                "observationId": row["observation_id"],
            }
        )
    return sink.getvalue()
