"""Declared corrections: seeds/corrections.yaml, each with a guard that fails when the source changes."""

from __future__ import annotations

import calendar
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import OBSERVATIONS, UNKNOWN
from tasks.vocabulary import seeds_root

STALE = "correction_stale"
COUNTRY = "100000"


class CorrectionError(ValueError):
    """A corrections file that cannot be used; the message names the entry and the fault."""


@dataclass(frozen=True)
class Correction:
    """One entry: the place, the fields that it expects there, and the fields that it sets."""

    id: str
    mention: str
    nth: int
    expect: Mapping[str, Any]
    set: Mapping[str, Any]
    why: str
    by: str
    document_id: str | None = None
    source_url: str | None = None


@dataclass(frozen=True)
class Failure:
    """A correction whose document is there but whose guard does not hold; `observation_id` is the row it meant."""

    correction_id: str
    observation_id: str | None
    why: str


@dataclass(frozen=True)
class Corrected:
    """The rows after correction, the ids of corrected rows by correction, and what failed."""

    observations: pa.Table
    applied: Mapping[str, str] = field(default_factory=dict)
    failed: tuple[Failure, ...] = ()


def corrections_path() -> Path:
    """The corrections file of the seeds in use."""
    return seeds_root() / "corrections.yaml"


def load_corrections(path: Path | None = None) -> list[Correction]:
    """The corrections of a file, checked against the JSON schema beside it; CorrectionError names what is wrong."""
    import jsonschema
    import yaml

    source = path or corrections_path()
    raw = yaml.safe_load(source.read_text(encoding="utf-8"))
    schema_path = source.with_name("corrections.schema.json")
    schema = json.loads(
        (schema_path if schema_path.exists() else corrections_path().with_name(schema_path.name)).read_text(
            encoding="utf-8"
        )
    )
    for error in sorted(jsonschema.Draft202012Validator(schema).iter_errors(raw), key=lambda e: list(map(str, e.path))):
        raise CorrectionError(f"{source.name}: {'/'.join(map(str, error.path))}: {error.message}")
    entries = [Correction(**{"nth": 1, **entry}) for entry in raw["corrections"]]
    ids = [entry.id for entry in entries]
    for twice in {each for each in ids if ids.count(each) > 1}:
        raise CorrectionError(f"{source.name}: correction {twice} stands twice")
    return entries


def apply_corrections(observations: pa.Table, documents: pa.Table, corrections: Sequence[Correction]) -> Corrected:
    """Apply the corrections whose document is in the batch. A guard that does not hold changes nothing."""
    urls: dict[str, list[str]] = defaultdict(list)
    for document_id, url in zip(documents["document_id"].to_pylist(), documents["source_url"].to_pylist(), strict=True):
        urls[url].append(document_id)
    present = set(documents["document_id"].to_pylist())
    # Every revision of a page is meant: its guard tells which of them it still fits.
    wanted = [
        (correction, document_id)
        for correction in corrections
        for document_id in ([correction.document_id] if correction.document_id else urls[correction.source_url or ""])
        if document_id in present
    ]
    if not wanted:
        return Corrected(observations)
    rows = _rows_of(observations, {document_id for _, document_id in wanted if document_id})
    changed: dict[str, dict[str, Any]] = {}
    applied: dict[str, str] = {}
    failed: list[Failure] = []
    for correction, document_id in wanted:
        row = _target(rows, str(document_id), correction)
        fault = _fault(row, correction)
        if row is None or fault:
            failed.append(Failure(correction.id, row["observation_id"] if row else None, fault or ""))
            continue
        changed[row["observation_id"]] = _corrected(row, correction)
        applied[row["observation_id"]] = correction.id
    return Corrected(_replaced(observations, changed), applied, tuple(failed))


def _rows_of(observations: pa.Table, documents: set[str]) -> list[dict[str, Any]]:
    chosen = observations.filter(pc.is_in(observations["document_id"], pa.array(sorted(documents), pa.string())))
    rows: list[dict[str, Any]] = chosen.sort_by([("document_id", "ascending"), ("start", "ascending")]).to_pylist()
    return rows


def _target(rows: Sequence[dict[str, Any]], document_id: str, correction: Correction) -> dict[str, Any] | None:
    same = [row for row in rows if row["document_id"] == document_id and row["mention"] == correction.mention]
    return same[correction.nth - 1] if len(same) >= correction.nth else None


def _fault(row: Mapping[str, Any] | None, correction: Correction) -> str | None:
    """Why the guard does not hold; None when it does."""
    if row is None:
        return f"{correction.mention} does not stand {correction.nth} times in the document any more"
    for name, expected in correction.expect.items():
        if row[name] != expected:
            return f"{name} is {row[name]!r}, the correction expects {expected!r}: has the source changed?"
    return None


def _corrected(row: Mapping[str, Any], correction: Correction) -> dict[str, Any]:
    new = {**row, **correction.set}
    if "value" in correction.set:
        new["value"] = float(correction.set["value"])
        new["value_exact"] = Decimal(str(correction.set["value"]))
    if "region_code" in correction.set:
        code = correction.set["region_code"]
        new["province_code"] = UNKNOWN if not code else code if code == COUNTRY else f"{code[:2]}0000"
    if "period" in correction.set:
        new["period_start"], new["period_end"] = _days(correction.set["period"])
    return new


def _days(period: str | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of an ISO 8601 year, month, day or interval."""
    if period is None:
        return None, None
    first, _, last = period.partition("/")
    return _bounds(first)[0], _bounds(last or first)[1]


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = dt.date(*parts)
        return day, day
    if len(parts) == 2:
        year, month = parts
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31)


def _replaced(observations: pa.Table, changed: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """The table with these rows in the place of those of the same id."""
    if not changed:
        return observations
    places = [n for n, each in enumerate(observations["observation_id"].to_pylist()) if each in changed]
    new = OBSERVATIONS.from_rows(changed[observations["observation_id"][n].as_py()] for n in places)
    order = list(range(len(observations)))
    for number, place in enumerate(places):
        order[place] = len(observations) + number
    joined = pa.concat_tables([OBSERVATIONS.conform(observations), new])
    return joined.take(pa.array(order))
