"""What drift is measured on: the funnel by source and page template, and the distributions of the observations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import FUNNEL, PROFILE
from tasks.validate.drift import ALL, Sampler

PROFILED = ("measure", "status", "qualifier", "unit", "theme", "province_code", "indicator_id")
OBSERVATION_COLUMNS = (*PROFILED, "observation_id", "mention", "evidence", "value", "confidence")
"""What the profile and its samples read of the observations."""
_MISSING = "(none)"


def funnel_table(
    run_id: str,
    documents: pa.Table,
    extracted: pa.Table,
    valid: pa.Table,
    published: pa.Table | None = None,
    fetched: Mapping[str, int] | None = None,
) -> pa.Table:
    """The FUNNEL of a run: DOCUMENTS rows, OBSERVATIONS before and after validation and as published.

    `fetched` counts pages by source; without it as many as documents.
    """
    ids = documents["document_id"].to_pylist()
    groups = dict(
        zip(ids, zip(documents["source_id"].to_pylist(), documents["template"].to_pylist(), strict=True), strict=True)
    )
    parsed = Counter(groups.values())
    counts = {"extracted": _by_group(extracted, groups), "valid": _by_group(valid, groups)}
    counts["published"] = _by_group(published, groups) if published is not None else counts["valid"]
    rows = [
        {
            "run_id": run_id,
            "source_id": source,
            "template": template or _MISSING,
            "fetched": pages,
            "parsed": pages,
            **{name: by_group[source, template] for name, by_group in counts.items()},
        }
        for (source, template), pages in parsed.items()
    ]
    rows += _totals(run_id, rows, fetched or {})
    return FUNNEL.from_rows(rows).sort_by([(name, "ascending") for name in FUNNEL.sort_by])


def _totals(run_id: str, rows: Sequence[Mapping[str, Any]], fetched: Mapping[str, int]) -> list[dict[str, Any]]:
    """One row a source over all of its templates."""
    totals = []
    for source in {row["source_id"] for row in rows} | set(fetched):
        own = [row for row in rows if row["source_id"] == source]
        total = {name: sum(row[name] for row in own) for name in ("parsed", "extracted", "valid", "published")}
        pages = fetched.get(source, total["parsed"])
        totals.append({"run_id": run_id, "source_id": source, "template": ALL, "fetched": pages, **total})
    return totals


def _by_group(observations: pa.Table, groups: Mapping[str, tuple[str, str | None]]) -> Counter[tuple[str, str | None]]:
    counted = observations.group_by("document_id").aggregate([([], "count_all")])
    by_group: Counter[tuple[str, str | None]] = Counter()
    for row in counted.to_pylist():
        if row["document_id"] in groups:
            by_group[groups[row["document_id"]]] += row["count_all"]
    return by_group


def profile_table(run_id: str, observations: pa.Table) -> pa.Table:
    """The PROFILE of a run's observations: rows by value of each profiled column, by class of size and confidence."""
    rows = []
    for name in PROFILED:
        for bucket, count in _counted(observations[name]):
            rows.append({"run_id": run_id, "name": name, "bucket": bucket, "rows": count})
    classes = {"value_size": _size_classes(observations), "confidence_class": _confidence_classes(observations)}
    for name, buckets in classes.items():
        rows.extend(
            {"run_id": run_id, "name": name, "bucket": b, "rows": n} for b, n in sorted(Counter(buckets).items())
        )
    return PROFILE.from_rows(rows).sort_by([(name, "ascending") for name in PROFILE.sort_by])


def _counted(column: pa.ChunkedArray) -> list[tuple[str, int]]:
    counts = pc.value_counts(column)
    return [(entry["values"] or _MISSING, entry["counts"]) for entry in counts.to_pylist()]


def _size_classes(observations: pa.Table) -> list[str]:
    """The power of ten of each value, with its unit's kind left aside: 0 for zero."""
    value = np.abs(observations["value"].to_numpy())
    power = np.floor(np.log10(np.where(value > 0, value, 1)))
    return [f"1e{int(each):+03d}" for each in power]


def _confidence_classes(observations: pa.Table) -> list[str]:
    tenths = np.floor(observations["confidence"].to_numpy() * 10 + 1e-9).clip(0, 9)
    return [f"{int(each) / 10:.1f}" for each in tenths]


def sampler_of(documents: pa.Table, observations: pa.Table) -> Sampler:
    """Samples for findings out of this run's own tables: addresses and titles, mentions and their sentences."""

    def pages(source: str, template: str, most: int) -> Sequence[str]:
        chosen = documents.filter(pc.equal(documents["source_id"], source))
        if template != ALL:
            chosen = chosen.filter(pc.equal(pc.coalesce(chosen["template"], pa.scalar(_MISSING)), template))
        rows = chosen.select(["document_id", "source_url", "title"]).sort_by("document_id").slice(0, most).to_pylist()
        return [f"{row['title'] or ''} {row['source_url']}" for row in rows]

    def figures(name: str, bucket: str, most: int) -> Sequence[str]:
        if name not in PROFILED:
            return []
        chosen = observations.filter(pc.equal(pc.coalesce(observations[name], pa.scalar(_MISSING)), bucket))
        rows = chosen.select(["observation_id", "mention", "evidence"]).sort_by("observation_id").slice(0, most)
        return [f"{row['mention']}: {row['evidence'][:80]} [{row['observation_id']}]" for row in rows.to_pylist()]

    return Sampler(pages, figures)
