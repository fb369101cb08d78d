"""Drift: this run's funnel and distributions against the history, and what a rule change moved. Loud, with samples.

A finding is a warning before publication, not a verdict: a source whose layout changed yields documents without
figures long before anyone misses a number.
"""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

ALL = "*"
RATES: dict[str, tuple[str, str]] = {
    "parsed of fetched": ("parsed", "fetched"),
    "figures a document": ("extracted", "parsed"),
    "valid of extracted": ("valid", "extracted"),
    "published of valid": ("published", "valid"),
}
COMPARED = (
    "value", "value_high", "unit", "measure", "status", "qualifier",
    "indicator_id", "indicator", "region_code", "period",
)  # fmt: skip
_FLOOR = 1e-4
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+!|~$-]")


@dataclass(frozen=True)
class Finding:
    """One thing that moved: where, what it was, what it is now, and rows that show it."""

    kind: str
    group: str
    message: str
    expected: float | None
    observed: float | None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sampler:
    """Looks up rows that show a finding: documents of a source and template, or observations of a bucket."""

    documents: Callable[[str, str, int], Sequence[str]]
    observations: Callable[[str, str, int], Sequence[str]]


def no_samples() -> Sampler:
    """A sampler that has nothing to show."""
    return Sampler(lambda _source, _template, _most: (), lambda _name, _bucket, _most: ())


def drift_findings(
    funnel: pa.Table,
    past_funnels: pa.Table,
    profile: pa.Table,
    past_profiles: pa.Table,
    settings: Mapping[str, Any],
    sampler: Sampler | None = None,
) -> list[Finding]:
    """What moved in this run (FUNNEL and PROFILE rows of one run) against earlier runs; in a fixed order."""
    show = sampler or no_samples()
    found = [
        *_funnel_findings(funnel, past_funnels, settings, show),
        *_template_findings(funnel, past_funnels, settings, show),
        *_profile_findings(profile, past_profiles, settings, show),
    ]
    return sorted(found, key=lambda finding: (finding.kind, finding.group, finding.message))


def _by_group(funnels: pa.Table) -> dict[tuple[str, str], list[dict[str, Any]]]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in funnels.to_pylist():
        groups[row["source_id"], row["template"]].append(row)
    return groups


def _rate(row: Mapping[str, Any], name: str) -> float | None:
    part, whole = RATES[name]
    return row[part] / row[whole] if row[whole] else None


def _funnel_findings(funnel: pa.Table, past: pa.Table, settings: Mapping[str, Any], show: Sampler) -> Iterator[Finding]:
    now, before = _by_group(funnel), _by_group(past)
    for (source, template), history in sorted(before.items()):
        if len(history) < settings["minimum_history"]:
            continue
        row = now.get((source, template), [None])[0]
        if row is None:
            if template == ALL:
                yield Finding(
                    "source_silent", source, f"{source}: nothing came this time", _mean(history, "fetched"), 0.0
                )
            continue
        for name in RATES:
            finding = _moved_rate(row, history, name, settings)
            if finding:
                samples = tuple(show.documents(source, template, settings["samples"]))
                group = source if template == ALL else f"{source} template {template}"
                message, expected, observed = finding
                yield Finding("funnel", group, f"{group}: {message}", expected, observed, samples)


def _mean(rows: Sequence[Mapping[str, Any]], name: str) -> float:
    return float(sum(row[name] for row in rows)) / len(rows)


def _moved_rate(
    row: Mapping[str, Any], history: Sequence[Mapping[str, Any]], name: str, settings: Mapping[str, Any]
) -> tuple[str, float, float] | None:
    """A rate that left its past by more than the set change and more than chance explains."""
    part, whole = RATES[name]
    observed = _rate(row, name)
    past_whole = sum(each[whole] for each in history)
    if observed is None or row[whole] < settings["minimum_records"] or not past_whole:
        return None
    expected = sum(each[part] for each in history) / past_whole
    rates = [rate for each in history if (rate := _rate(each, name)) is not None]
    spread = math.sqrt(sum((rate - expected) ** 2 for rate in rates) / len(rates))
    chance = math.sqrt(max(expected * (1 - min(expected, 1)), expected if expected > 1 else 0, _FLOOR) / row[whole])
    limit = max(settings["rate_change"] * max(expected, 1.0), settings["rate_sigmas"] * max(spread, chance))
    if abs(observed - expected) <= limit:
        return None
    return f"{name} went from {expected:.3g} to {observed:.3g}", expected, observed


def _template_findings(
    funnel: pa.Table, past: pa.Table, settings: Mapping[str, Any], show: Sampler
) -> Iterator[Finding]:
    """Sources where most pages come in a template that was never seen: the layout changed."""
    now, before = _by_group(funnel), _by_group(past)
    known: dict[str, set[str]] = defaultdict(set)
    for source, template in before:
        known[source].add(template)
    totals: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (source, template), rows in now.items():
        if template != ALL:
            totals[source].append((template, rows[0]["parsed"]))
    for source, parts in sorted(totals.items()):
        pages = sum(count for _, count in parts)
        new = [(template, count) for template, count in parts if template not in known[source]]
        share = sum(count for _, count in new) / pages if pages else 0.0
        if known[source] - {ALL} and pages >= settings["minimum_records"] and share > settings["rate_change"]:
            samples = [text for template, _ in new for text in show.documents(source, template, settings["samples"])]
            message = f"{source}: {share:.0%} of its pages have a layout that was never seen before"
            yield Finding("layout", source, message, 0.0, share, tuple(samples[: settings["samples"]]))


def _profile_findings(
    profile: pa.Table, past: pa.Table, settings: Mapping[str, Any], show: Sampler
) -> Iterator[Finding]:
    runs = len(set(past["run_id"].to_pylist()))
    if runs < settings["minimum_history"]:
        return
    now, before = _counts(profile), _counts(past)
    for name in sorted(now.keys() & before.keys()):
        if sum(now[name].values()) < settings["minimum_records"]:
            continue
        parts = stability_parts(now[name], before[name])
        index = sum(parts.values())
        if index > settings["distribution"]:
            worst = max(parts, key=lambda bucket: (parts[bucket], bucket))
            samples = tuple(show.observations(name, worst, settings["samples"]))
            message = f"{name}: the distribution moved (index {index:.2f}), most of all {worst}"
            yield Finding("distribution", name, message, settings["distribution"], index, samples)


def _counts(profile: pa.Table) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in profile.to_pylist():
        counts[row["name"]][row["bucket"]] += row["rows"]
    return counts


def stability_parts(now: Mapping[str, int], before: Mapping[str, int]) -> dict[str, float]:
    """The population stability index by bucket: (p − q)·ln(p/q), floored where a bucket is empty."""
    all_now, all_before = sum(now.values()) or 1, sum(before.values()) or 1
    parts = {}
    for bucket in now.keys() | before.keys():
        p = max(now.get(bucket, 0) / all_now, _FLOOR)
        q = max(before.get(bucket, 0) / all_before, _FLOOR)
        parts[bucket] = (p - q) * math.log(p / q)
    return parts


def moved_rows(previous: pa.Table, current: pa.Table, settings: Mapping[str, Any]) -> list[Finding]:
    """What a change of rules did to the observations: rows gone, new and changed, by observation id.

    Only documents that both tables know count: new documents bring new rows without anything having moved.
    """
    columns = ["observation_id", "mention", *COMPARED]
    old = _of_documents(previous, current).select(columns)
    new = _of_documents(current, previous).select(columns)
    if not len(old):
        return []
    gone = old.join(new, keys="observation_id", join_type="left anti")
    added = new.join(old, keys="observation_id", join_type="left anti")
    both = old.join(new, keys="observation_id", right_suffix="_now", join_type="inner")
    differs = {name: _differs(both[name], both[f"{name}_now"]) for name in COMPARED}
    changed = both.filter(_any(list(differs.values()))) if len(both) else both
    share = (len(gone) + len(added) + len(changed)) / len(old)
    if share <= settings["moved_rows"]:
        return []
    by_field = {name: int(pc.sum(values).as_py() or 0) for name, values in differs.items()}
    told = ", ".join(f"{name} {count}" for name, count in sorted(by_field.items()) if count)
    message = f"{share:.1%} of the rows moved: {len(gone)} gone, {len(added)} new, {len(changed)} changed" + (
        f" ({told})" if told else ""
    )
    samples = _change_samples(gone, added, changed, settings["samples"])
    return [Finding("moved_rows", "observations", message, settings["moved_rows"], share, samples)]


def _of_documents(table: pa.Table, other: pa.Table) -> pa.Table:
    """The rows of documents that the other table holds rows of."""
    shared = pc.unique(other["document_id"].combine_chunks())
    return table.filter(pc.is_in(table["document_id"], value_set=shared))


def _differs(old: pa.ChunkedArray, new: pa.ChunkedArray) -> pa.ChunkedArray:
    """Where two columns differ; null equals null."""
    one_null = pc.xor(pc.is_null(old), pc.is_null(new))
    return pc.or_(pc.fill_null(pc.not_equal(old, new), False), one_null)


def _any(columns: Sequence[pa.ChunkedArray]) -> pa.ChunkedArray:
    hit = columns[0]
    for column in columns[1:]:
        hit = pc.or_(hit, column)
    return hit


def _change_samples(gone: pa.Table, added: pa.Table, changed: pa.Table, most: int) -> tuple[str, ...]:
    shown: list[str] = []
    for word, table in (("gone", gone), ("new", added)):
        rows = table.sort_by("observation_id").slice(0, most).to_pylist()
        shown.extend(f"{word}: {r['mention']} {r['indicator']} {r['period']} [{r['observation_id']}]" for r in rows)
    for row in changed.sort_by("observation_id").slice(0, most).to_pylist():
        pairs = [f"{n} {row[n]}→{row[n + '_now']}" for n in COMPARED if row[n] != row[n + "_now"]]
        shown.append(f"changed: {row['mention']} {'; '.join(pairs)} [{row['observation_id']}]")
    return tuple(shown)


def missing_partitions(previous: pa.Table, current: pa.Table) -> list[Finding]:
    """Partitions (year of the period, province) that had observations and have none now."""
    old, new = _partitions(previous), _partitions(current)
    found = []
    for key in sorted(old.keys() - new.keys()):
        message = f"partition year={key[0]} province={key[1]} had {old[key]} rows and is gone"
        found.append(Finding("partition", f"year={key[0]}/province={key[1]}", message, float(old[key]), 0.0))
    return found


def _partitions(observations: pa.Table) -> dict[tuple[str, str], int]:
    year = pc.coalesce(pc.cast(pc.year(observations["period_start"]), pa.string()), pa.scalar("unknown"))
    table = pa.table({"year": year, "province": observations["province_code"]})
    counted = table.group_by(["year", "province"]).aggregate([([], "count_all")])
    return {(row["year"], row["province"]): row["count_all"] for row in counted.to_pylist()}


def as_markdown(findings: Sequence[Finding]) -> str:
    """The findings for a Prefect artifact: loud when there are any."""
    if not findings:
        return "No drift: funnel and distributions are within their history."
    lines = [f"# ⚠ {len(findings)} drift findings before publication", ""]
    for finding in findings:
        lines.append(f"- **{finding.kind}** {plain_markdown(finding.message)}")
        lines.extend(f"    - {plain_markdown(sample)}" for sample in finding.samples)
    return "\n".join(lines)


def plain_markdown(text: str) -> str:
    """Text of a page as Markdown that shows it as it is: no markup, HTML, line break or direction of its own.

    >>> plain_markdown("[x](javascript:y) <b>")
    '\\\\[x\\\\]\\\\(javascript:y\\\\) &lt;b&gt;'
    """
    shown = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in text)
    return _MARKUP.sub(r"\\\g<0>", html.escape(shown, quote=False))
