"""Observations as SDMX-CSV 2.0, with the structure that describes them as SDMX-JSON 2.0.

An SDMX observation needs a full key, so the export holds the values that hold (`is_latest`) of
catalogued indicators with a region and a period. Codes are ASCII: an indicator by its catalogue id,
a unit by its English name where it has one; the code lists of the structure carry the names.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tasks.contracts import MEASURES, QUALIFIERS, STATUSES
from tasks.load.query import ask_sql
from tasks.load.sdmx_structure import ATTRIBUTES, CODED, DIMENSIONS, FREQUENCIES, STRUCTURE_ID, structure_message
from tasks.load.spreadsheets import as_text

NOT_APPLICABLE = "_Z"

_QUERY = """
SELECT s.*, o.value_exact, d.source_url, o.evidence
FROM series s JOIN observations o USING (observation_id)
LEFT JOIN dim_document d ON d.document_id = s.document_id
WHERE s.indicator_id IS NOT NULL AND s.region_code IS NOT NULL
  AND s.period_start IS NOT NULL AND s.period_end IS NOT NULL
ORDER BY s.indicator_id, s.measure, s.unit, s.region_code, s.status, s.baseline, s.period_start, s.period_end,
         s.published_at DESC NULLS LAST, s.observation_id
"""


@dataclass(frozen=True)
class SdmxExport:
    """The data message, the structure message, and how many observations could not have a full key."""

    data: str
    structure: str
    rows: int
    left_out: int


def sdmx_export(database: Path) -> SdmxExport:
    """Export the DuckDB file of a release. Raises QueryError when it is not there."""
    rows = _rows(database, _QUERY)
    regions = _rows(
        database, "SELECT region_code AS id, arg_max(full_name, valid_from) AS zh FROM dim_region GROUP BY 1"
    )
    indicators = _rows(database, "SELECT indicator_id AS id, name AS zh, name_en AS en FROM dim_indicator")
    units = _rows(database, "SELECT unit AS id, unit AS zh, name_en AS en FROM dim_unit")
    names = {str(unit["id"]): unit_code(str(unit["id"]), unit["en"]) for unit in units}
    records = list(_records(rows, names))
    total = _rows(database, "SELECT count(*) AS n FROM observations")[0]["n"]
    used = {CODED[dimension]: {record[dimension] for record in records} for dimension in CODED}
    named = {
        "CL_FREQ": FREQUENCIES,
        "CL_AREA": {str(each["id"]): str(each["zh"]) for each in regions},
        "CL_INDICATOR": {str(each["id"]): f"{each['zh']} {each['en']}" for each in indicators},
        "CL_MEASURE": dict(zip(MEASURES, MEASURES, strict=True)),
        "CL_UNIT": {code: unit for unit, code in names.items()},
        "CL_STATUS": dict(zip(STATUSES, STATUSES, strict=True)),
        "CL_QUALIFIER": dict(zip(QUALIFIERS, QUALIFIERS, strict=True)),
    }
    lists = {name: {code: code for code in sorted(used[name])} | named.get(name, {}) for name in CODED.values()}
    return SdmxExport(_csv(records), structure_message(lists), len(records), int(total) - len(records))


def _rows(database: Path, query: str) -> list[dict[str, Any]]:
    answer = ask_sql(database, query)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def _records(rows: Iterable[Mapping[str, Any]], units: Mapping[str, str]) -> Iterable[dict[str, str]]:
    """One record a key; of two rows that SDMX cannot tell apart the first stands."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        frequency, period = sdmx_period(row["period_start"], row["period_end"])
        record = {
            "FREQ": frequency,
            "REF_AREA": str(row["region_code"]),
            "INDICATOR": str(row["indicator_id"]),
            "TRANSFORMATION": str(row["measure"]),
            "UNIT_MEASURE": units.get(str(row["unit"])) or unit_code(str(row["unit"]), None),
            "STATUS": str(row["status"]),
            "BASELINE": code(row["baseline"]) if row["baseline"] else NOT_APPLICABLE,
            "TIME_PERIOD": period,
            "OBS_VALUE": number(row),
            "QUALIFIER": str(row["qualifier"]),
            "OBS_VALUE_HIGH": "" if row["value_high"] is None else repr(row["value_high"]),
            "OBS_ID": str(row["observation_id"]),
            "PUBLISHED": "" if row["published_at"] is None else row["published_at"].isoformat(),
            "SOURCE": as_text(str(row["source_url"] or "")),
            "EVIDENCE": as_text(str(row["evidence"])),
        }
        key = tuple(record[name] for name in DIMENSIONS)
        if key not in seen:
            seen.add(key)
            yield record


def number(row: Mapping[str, Any]) -> str:
    """The value as printed, without an exponent or trailing zeros where it is known exactly."""
    exact = row["value_exact"]
    if exact is None:
        return repr(row["value"])
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def sdmx_period(start: date, end: date) -> tuple[str, str]:
    """Frequency and period as SDMX writes them; spans that are no calendar unit are time ranges.

    >>> sdmx_period(date(2021, 4, 1), date(2021, 6, 30))
    ('Q', '2021-Q2')
    """
    after = end + timedelta(days=1) if end < date.max else end
    months = (after.year - start.year) * 12 + after.month - start.month
    if start == end:
        return "D", start.isoformat()
    if start.day != 1 or after.day != 1:
        return "_O", f"{start.isoformat()}/P{(after - start).days}D"
    forms = {
        12: ("A", f"{start.year:04d}"),
        6: ("S", f"{start.year:04d}-S{(start.month + 5) // 6}"),
        3: ("Q", f"{start.year:04d}-Q{(start.month + 2) // 3}"),
        1: ("M", f"{start.year:04d}-{start.month:02d}"),
    }
    if months in forms and (start.month - 1) % months == 0:
        return forms[months]
    length = f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
    return "_O", f"{start.isoformat()}/{length}"


def code(text: str) -> str:
    """Text as an SDMX code: letters, digits, `_` and `-`; other signs by their code points."""
    return re.sub(r"[^A-Za-z0-9_-]", lambda sign: f"_{ord(sign[0]):X}", text)


def unit_code(unit: str, name_en: str | None) -> str:
    """The code of a unit: its English name in capitals, or the code points of its sign."""
    if name_en and re.fullmatch(r"[A-Za-z][A-Za-z0-9 .,()/-]*", name_en):
        return re.sub(r"[^A-Z0-9]+", "_", name_en.upper()).strip("_")
    return "U" + code(unit)


def _csv(records: list[dict[str, str]]) -> str:
    sink = io.StringIO()
    columns = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES]
    writer = csv.DictWriter(sink, columns, lineterminator="\n")
    writer.writeheader()
    head = {"STRUCTURE": "datastructure", "STRUCTURE_ID": STRUCTURE_ID, "ACTION": "I"}
    writer.writerows(head | record for record in records)
    return sink.getvalue()
