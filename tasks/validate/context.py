"""The check frame: a table with the facts beside each row that its rules compare it with.

A rule of a suite compares two columns of one row; what it needs from elsewhere (the text at the span, a second reading
of the mention, the catalogue's bounds, the region's years) is joined here once, for the whole batch, so that the
vectorised gate and Great Expectations judge the same frame. Context columns start with `context_`; null means that the
rule has nothing to say about the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.validate.reading import agreeing, read_mentions
from tasks.validate.regions import region_context
from tasks.validate.rules import Rules

UNREPAIRED = "unrepaired"
UNITLESS = "(none)"


@dataclass(frozen=True)
class DocumentText:
    """What a row's document says: its text and the spans that could not be repaired."""

    text: str
    unrepaired: tuple[tuple[int, int], ...]


def day_number(days: pa.ChunkedArray | pa.Array) -> pa.Array:
    """Dates as comparable, legible whole numbers: 2020-11-05 is 20201105."""
    parts = [pc.multiply(pc.year(days), 10_000), pc.multiply(pc.month(days), 100), pc.day(days)]
    return flat(pc.add(pc.add(parts[0], parts[1]), parts[2]))


def flat(values: pa.ChunkedArray | pa.Array) -> pa.Array:
    """One contiguous array."""
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def observation_frame(observations: pa.Table, documents: pa.Table, rules: Rules) -> pa.Table:
    """OBSERVATIONS rows with every context column that `expectations/observations.json` names."""
    frame = observations
    documents_of = document_positions(observations, documents)
    added: dict[str, pa.Array] = {}
    added.update(_text_context(observations, documents, documents_of))
    added.update(_reading_context(observations, rules))
    added.update(_indicator_context(observations, rules))
    added.update(_share_context(observations, rules))
    added.update(_period_context(observations))
    added.update(region_context(observations, documents, documents_of, rules))
    for name, values in added.items():
        frame = frame.append_column(name, values)
    return frame


def document_positions(rows: pa.Table, documents: pa.Table) -> pa.Array:
    """For each row the number of its document in `documents`; null when it is not there."""
    return flat(pc.index_in(flat(rows["document_id"]), value_set=flat(documents["document_id"])))


def _document_texts(documents: pa.Table) -> list[DocumentText]:
    texts = documents["text"].to_pylist()
    repairs = documents["repairs"].to_pylist() if "repairs" in documents.column_names else [None] * len(texts)
    return [
        DocumentText(text, tuple((r["start"], r["end"]) for r in made or () if r["kind"] == UNREPAIRED))
        for text, made in zip(texts, repairs, strict=True)
    ]


def _text_context(observations: pa.Table, documents: pa.Table, documents_of: pa.Array) -> dict[str, pa.Array]:
    texts = _document_texts(documents)
    starts = flat(observations["start"]).to_numpy().tolist()
    ends = flat(observations["end"]).to_numpy().tolist()
    positions = pc.fill_null(documents_of, -1).to_numpy().tolist()
    slices = [
        texts[position].text[start:end] if position >= 0 and start >= 0 else None
        for position, start, end in zip(positions, starts, ends, strict=True)
    ]
    damaged = {number for number, document in enumerate(texts) if document.unrepaired}
    unrepaired = [
        _overlapping(texts[position], start, end) if position in damaged else None
        for position, start, end in zip(positions, starts, ends, strict=True)
    ]
    lengths = pa.array([len(document.text) for document in texts], pa.int32()).take(documents_of)
    return {
        "context_previous_end": previous_ends(observations),
        "context_slice": pa.array(slices, pa.string()),
        "context_unrepaired": pa.array(unrepaired, pa.string()),
        "context_text_length": lengths,
    }


def previous_ends(rows: pa.Table) -> pa.Array:
    """The furthest end among the earlier spans of the same document; null for its first span."""
    document = flat(rows["document_id"]).dictionary_encode().indices.to_numpy()
    start, end = flat(rows["start"]).to_numpy(), flat(rows["end"]).to_numpy()
    order = np.lexsort((np.arange(len(rows)), end, start, document))
    first = np.ones(len(rows), dtype=bool)
    first[1:] = document[order][1:] != document[order][:-1]
    # A running maximum a document: the document's number, shifted high, keeps documents apart in one pass.
    shifted = document[order].astype(np.int64) << 32
    reached = np.maximum.accumulate(shifted + end[order]) - shifted
    before = np.zeros(len(rows), dtype=np.int64)
    before[order[1:]] = reached[:-1]
    missing = np.zeros(len(rows), dtype=bool)
    missing[order] = first
    return pa.array(before, mask=missing)


def _overlapping(document: DocumentText, start: int, end: int) -> str | None:
    for left, right in document.unrepaired:
        if start < right and left < end:
            return document.text[left:right]
    return None


def _reading_context(observations: pa.Table, rules: Rules) -> dict[str, pa.Array]:
    read = read_mentions(flat(observations["mention"]), rules.printed_units)
    value, high = flat(observations["value"]), flat(observations["value_high"])
    none_said = pc.match_substring_regex(flat(observations["evidence"]), "|".join(rules.settings["none_words"]))
    skip = pc.and_(pc.equal(value, 0.0), none_said)
    reading = pc.if_else(skip, None, agreeing(value, read.low, read.bare))
    unit = flat(observations["unit"])
    return {
        "context_reading": reading,
        "context_low_size": pc.abs(value),
        "context_high_size": pc.abs(high),
        "context_reading_high": agreeing(high, read.high, read.bare),
        "context_printed_unit": _printed_unit(unit, read.unit, rules),
        "context_stated_unit": _stated_unit(unit, flat(observations["indicator"]), rules),
    }


def _pairs(*columns: pa.Array) -> pa.DictionaryArray:
    """The distinct combinations of string columns, joined by a tab, as a dictionary array."""
    return pc.binary_join_element_wise(*columns, "\t", null_handling="replace", null_replacement="").dictionary_encode()


def _mapped(pairs: pa.DictionaryArray, values: list[Any], kind: pa.DataType) -> pa.Array:
    return pa.array(values, kind).take(pairs.indices) if values else pa.nulls(len(pairs), kind)


def _printed_unit(unit: pa.Array, printed: pa.Array, rules: Rules) -> pa.Array:
    pairs = _pairs(unit, printed)
    return _mapped(pairs, [_kept_unit(pair, rules) for pair in pairs.dictionary.to_pylist()], pa.string())


def _stated_unit(unit: pa.Array, indicator: pa.Array, rules: Rules) -> pa.Array:
    """The unit; for indices and coefficients, which are plain numbers, a sign that there is none to state."""
    plain = pc.match_substring_regex(indicator, f"(?:{'|'.join(rules.settings['unitless_words'])})[^，。；]{{0,2}}$")
    return pc.if_else(pc.and_(plain, pc.equal(unit, "")), UNITLESS, unit)


def _kept_unit(pair: str, rules: Rules) -> str | None:
    """The unit itself when it keeps what is printed (元 → 元/月 adds a rate), else what is printed; None if unread."""
    unit, _, printed = pair.partition("\t")
    if not printed:
        return None
    generic = printed == "个" and rules.unit_dimensions.get(unit) in ("person", "household", "thing", "event")
    stands_for = unit in rules.settings["units_also"].get(printed, ())
    return unit if unit == printed or unit.startswith(printed + "/") or generic or stands_for else printed


def _indicator_context(observations: pa.Table, rules: Rules) -> dict[str, pa.Array]:
    count = len(observations)
    if rules.indicators is None:
        nothing = pa.nulls(count, pa.string())
        return {
            "context_fitting_unit": nothing,
            "context_fitting_measure": nothing,
            "context_minimum": pa.nulls(count, pa.float64()),
            "context_maximum": pa.nulls(count, pa.float64()),
        }
    catalogue = {entry["indicator_id"]: entry for entry in rules.indicators.to_pylist()}
    columns = [flat(observations[name]) for name in ("indicator_id", "measure", "unit")]
    pairs = _pairs(*columns)
    split = [pair.split("\t") for pair in pairs.dictionary.to_pylist()]
    entries = [catalogue.get(indicator_id) for indicator_id, _, _ in split]
    joined = list(zip(split, entries, strict=True))
    return {
        "context_fitting_unit": _mapped(pairs, [_fitting_unit(e, m, u, rules) for (_, m, u), e in joined], pa.string()),
        "context_fitting_measure": _mapped(pairs, [_fitting_measure(e, m) for (_, m, _), e in joined], pa.string()),
        "context_minimum": _mapped(pairs, [_bound(e, "minimum", m, u) for (_, m, u), e in joined], pa.float64()),
        "context_maximum": _mapped(pairs, [_bound(e, "maximum", m, u) for (_, m, u), e in joined], pa.float64()),
    }


def _fitting_unit(entry: Mapping[str, Any] | None, measure: str, unit: str, rules: Rules) -> str | None:
    """The unit itself when it fits the indicator and measure, else the units that would; None for open indicators."""
    if entry is None:
        return None
    free = rules.settings["measure_units"].get(measure)
    if free is not None:
        return unit if unit in free or unit in entry["units"] else "|".join(free)
    if measure == "ratio" or not entry["units"]:
        return None
    dimensions = {_dimension(fitting, rules) for fitting in entry["units"]}
    fits = unit in entry["units"] or _dimension(unit, rules) in dimensions
    fits = fits or (measure == "change" and unit in rules.settings["measure_units"]["growth"])
    return unit if fits else "|".join(entry["units"])


def _dimension(unit: str, rules: Rules) -> str:
    """The dimension of a unit; a rate (元/月) has that of its first part."""
    stem = unit.split("/")[0]
    return rules.unit_dimensions.get(unit) or rules.unit_dimensions.get(stem) or stem


def _fitting_measure(entry: Mapping[str, Any] | None, measure: str) -> str | None:
    if entry is None or not entry["measures"]:
        return None
    return measure if measure in entry["measures"] else "|".join(entry["measures"])


def _bound(entry: Mapping[str, Any] | None, name: str, measure: str, unit: str) -> float | None:
    """The catalogue's bound, where the row is a level (or share) in the catalogue's first unit."""
    if entry is None or measure not in ("level", "share") or unit not in entry["units"][:1]:
        return None
    bound: float | None = entry[name]
    return bound


def _share_context(observations: pa.Table, rules: Rules) -> dict[str, pa.Array]:
    share = pc.equal(flat(observations["measure"]), "share")
    unit = flat(observations["unit"])
    exceeding = pc.match_substring_regex(flat(observations["indicator"]), "|".join(rules.settings["share_may_exceed"]))
    whole = pc.if_else(pc.equal(unit, "%"), 100.0, pc.if_else(pc.equal(unit, "‰"), 1000.0, None))
    return {
        "context_share_ceiling": pc.if_else(pc.and_(share, pc.invert(exceeding)), whole, None),
        "context_share_floor": pc.if_else(share, 0.0, None),
    }


def _period_context(observations: pa.Table) -> dict[str, pa.Array]:
    start, end = day_number(observations["period_start"]), day_number(observations["period_end"])
    published = pc.cast(pc.local_timestamp(flat(observations["published_at"])), pa.date32())
    stated = pc.equal(flat(observations["status"]), "observation")
    return {
        "context_period_start": start,
        "context_period_end": end,
        "context_period_year": pc.year(flat(observations["period_start"])),
        "context_latest_start": pc.if_else(stated, day_number(published), None),
    }
