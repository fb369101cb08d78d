"""A shard of documents to staged observations."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, localcontext
from typing import Any

import pyarrow as pa

from tasks.contracts import EXACT, LEDGER, OBSERVATIONS, QUARANTINE, UNKNOWN
from tasks.extract.model import Article, Observation
from tasks.extract.periods import period_days
from tasks.extract.reader import Reader

_EXACT_LIMIT = Decimal(10) ** (EXACT.precision - EXACT.scale)
_EXACT_STEP = Decimal(1).scaleb(-EXACT.scale)
_FLOAT_LIMIT = Decimal("1e300")


@dataclass(frozen=True)
class ExtractShard:
    """The tables that a shard of documents comes to."""

    observations: pa.Table
    quarantine: pa.Table
    ledger: pa.Table


def extract_documents(documents: pa.Table, segments: pa.Table, reader: Reader, extractor: str) -> ExtractShard:
    """Read every document (DOCUMENTS contract) and place its observations in the sentences of `segments`.

    `extractor` is the version of the rules, kept on each row. A number too large for the table is
    held back with reason `value_out_of_range`.
    """
    starts = _sentence_starts(segments)
    rows: list[dict[str, Any]] = []
    held_back: list[dict[str, Any]] = []
    ledger: list[dict[str, Any]] = []
    for document in documents.to_pylist():
        found = _rows_of(document, starts.get(document["document_id"], ([], [])), reader, extractor)
        fitting = [row for row in found if _fits(row)]
        rows.extend(fitting)
        held_back.extend(_held_back(row) for row in found if not _fits(row))
        ledger.append(
            {
                "input_id": document["document_id"],
                "outcome": "out",
                "output_id": document["document_id"],
                "produced": len(fitting),
            }
        )
    return ExtractShard(OBSERVATIONS.from_rows(rows), QUARANTINE.from_rows(held_back), LEDGER.from_rows(ledger))


def _sentence_starts(segments: pa.Table) -> dict[str, tuple[list[int], list[int]]]:
    starts: dict[str, tuple[list[int], list[int]]] = {}
    ordered = segments.select(["document_id", "sentence", "start", "end"]).sort_by(
        [("document_id", "ascending"), ("sentence", "ascending")]
    )
    for row in ordered.to_pylist():
        firsts, ends = starts.setdefault(row["document_id"], ([], []))
        firsts.append(row["start"])
        ends.append(row["end"])
    return starts


def _rows_of(
    document: Mapping[str, Any], sentences: tuple[list[int], list[int]], reader: Reader, extractor: str
) -> list[dict[str, Any]]:
    article = Article(
        doc=document["document_id"],
        text=document["text"],
        title=document["title"],
        published_at=document["published_text"],
        publisher=document["publisher"] or document["site"],
    )
    reading = reader.read(article)
    return [_row(observation, document, sentences, extractor) for observation in reading.observations]


def _row(
    observation: Observation, document: Mapping[str, Any], sentences: tuple[list[int], list[int]], extractor: str
) -> dict[str, Any]:
    firsts, ends = sentences
    number = max(bisect_right(firsts, observation.start) - 1, 0)
    start, end = (
        (firsts[number], max(ends[number], observation.end)) if firsts else (observation.start, observation.end)
    )
    days = period_days(observation.period)
    return {
        "observation_id": observation_id(observation),
        "document_id": observation.doc,
        "sentence": number,
        "start": observation.start,
        "end": observation.end,
        "mention": observation.mention,
        "evidence": document["text"][start:end],
        "indicator_id": observation.indicator_id,
        "indicator": observation.indicator,
        "theme": observation.theme,
        "measure": observation.measure,
        "status": observation.status,
        "value": _float(observation.value),
        "value_high": None if observation.value_high is None else _float(observation.value_high),
        "value_exact": _exact(observation.value),
        "unit": observation.unit,
        "qualifier": observation.qualifier,
        "region_code": observation.region_code,
        "region": observation.region,
        "province_code": province_of(observation.region_code),
        "period": observation.period,
        "period_start": days[0] if days else None,
        "period_end": days[1] if days else None,
        "baseline": observation.baseline,
        "baseline_period": observation.baseline_period,
        "published_at": document["published_at"],
        "confidence": observation.confidence,
        "extractor": extractor,
    }


def observation_id(observation: Observation) -> str:
    """The id of an observation: a hash of its document and the span of its mention."""
    key = f"{observation.doc}\n{observation.start}\n{observation.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:24]


def province_of(region_code: str | None) -> str:
    """The province's code for a six-digit region code; `unknown` for none."""
    if not region_code:
        return UNKNOWN
    return region_code if region_code == "100000" else f"{region_code[:2]}0000"


def _float(value: Decimal) -> float | None:
    return float(value) if abs(value) < _FLOAT_LIMIT else None


def _exact(value: Decimal) -> Decimal | None:
    """The value as the table's decimal; None when it has more digits than that holds."""
    if not value.is_finite() or abs(value) >= _EXACT_LIMIT:
        return None
    with localcontext(prec=EXACT.precision + 2) as context:
        try:
            exact = value.quantize(_EXACT_STEP, context=context)
        except InvalidOperation:
            return None
    return exact if exact == value else None


def _fits(row: Mapping[str, Any]) -> bool:
    return row["value"] is not None


def _held_back(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "quarantine_id": hashlib.sha256(f"extract\n{row['observation_id']}".encode()).hexdigest()[:24],
        "stage": "extract",
        "record_id": row["observation_id"],
        "document_id": row["document_id"],
        "reason_codes": ["value_out_of_range"],
        "reason": "the number is too large for the table",
        "evidence": row["evidence"],
        "state": "open",
    }
