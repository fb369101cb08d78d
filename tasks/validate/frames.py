"""Check frames of the other tables: documents, segments, relations, conflicts, quarantine (see `context`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.validate.context import UNREPAIRED, day_number, flat

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SEGMENT_COLUMNS = (
    "document_id", "paragraph", "sentence", "start", "end", "tokens.list.element.start", "tokens.list.element.end",
)  # fmt: skip
"""What the frame of the segments is made from, as named in Parquet: the words themselves are most of the file."""


def _with(table: pa.Table, added: Mapping[str, pa.Array]) -> pa.Table:
    for name, values in added.items():
        table = table.append_column(name, values)
    return table


def document_frame(documents: pa.Table) -> pa.Table:
    """DOCUMENTS rows with what their suite compares them with."""
    published = pc.cast(pc.local_timestamp(flat(documents["published_at"])), pa.date32())
    next_day = pc.add(flat(documents["fetched_at"]), pa.scalar(timedelta(days=1), pa.duration("us")))
    own = pc.equal(flat(documents["document_id"]), flat(documents["duplicate_of"]))
    added = {
        "context_published_day": day_number(published),
        "context_fetched_next_day": day_number(next_day),
        "context_own_duplicate": pc.if_else(pc.fill_null(own, False), flat(documents["document_id"]), None),
        "context_damaged_share": _damaged_share(documents),
    }
    return _with(documents, added)


def _damaged_share(documents: pa.Table) -> pa.Array:
    """The part of the text that stands in spans that could not be repaired."""
    lengths = pc.utf8_length(flat(documents["text"])).to_numpy(zero_copy_only=False)
    repairs = flat(documents["repairs"])
    spans = pc.list_flatten(repairs)
    owners = pc.list_parent_indices(repairs).to_numpy()
    kinds = pc.equal(spans.field("kind"), UNREPAIRED).to_numpy(zero_copy_only=False)
    sizes = (pc.subtract(spans.field("end"), spans.field("start"))).to_numpy(zero_copy_only=False)
    damaged = np.bincount(owners[kinds], weights=sizes[kinds], minlength=len(documents))
    return pa.array(damaged / np.maximum(lengths, 1))


def segment_frame(segments: pa.Table) -> pa.Table:
    """SEGMENTS rows with a key of one column, their length, and a word that lies outside its sentence."""
    sentence = pc.cast(flat(segments["sentence"]), pa.string())
    key = pc.binary_join_element_wise(flat(segments["document_id"]), sentence, "#")
    length = pc.subtract(flat(segments["end"]), flat(segments["start"]))
    added = {
        "context_key": key,
        "context_token_count": pc.fill_null(pc.list_value_length(flat(segments["tokens"])), 0),
        "context_stray_word": _stray_words(segments),
        "context_length": length,
    }
    return _with(segments, added)


def _stray_words(segments: pa.Table) -> pa.Array:
    """Where a word lies that is outside its sentence, one a row; null where all lie inside."""
    tokens = flat(segments["tokens"])
    words = pc.list_flatten(tokens)
    owners = pc.list_parent_indices(tokens)
    before = pc.less(words.field("start"), flat(segments["start"]).take(owners))
    after = pc.greater(words.field("end"), flat(segments["end"]).take(owners))
    stray = pc.or_(before, after)
    found: list[str | None] = [None] * len(segments)
    for owner, word in zip(owners.filter(stray).to_pylist(), words.filter(stray).to_pylist(), strict=True):
        found[owner] = f"{word['start']}–{word['end']}"
    return pa.array(found, pa.string())


def relation_frame(relations: pa.Table) -> pa.Table:
    """RELATIONS rows with their part count, the verdict that their figures give, and whether a reason is wanting."""
    verdict = flat(relations["verdict"])
    stated, computed = flat(relations["stated"]), flat(relations["computed"])
    gap = pc.abs(pc.subtract(stated, computed))
    within = pc.less_equal(gap, pc.add(flat(relations["tolerance"]), 1e-9))
    expected = pc.if_else(within, "agrees", "disagrees")
    apart = pc.equal(verdict, "not_comparable")
    added = {
        "context_part_count": pc.list_value_length(flat(relations["parts"])),
        "context_verdict": pc.if_else(apart, None, expected),
        "context_unexplained": pc.if_else(pc.and_(apart, pc.is_null(flat(relations["why"]))), verdict, None),
        "context_agrees": pc.if_else(apart, None, pc.cast(pc.equal(verdict, "agrees"), pa.float64())),
    }
    return _with(relations, added)


def conflict_frame(conflicts: pa.Table) -> pa.Table:
    """CONFLICTS rows with the number of their sides."""
    return _with(conflicts, {"context_sides": pc.list_value_length(flat(conflicts["observation_ids"]))})


def quarantine_frame(quarantine: pa.Table) -> pa.Table:
    """QUARANTINE rows with the number of their reasons and those that were closed by nobody."""
    state = flat(quarantine["state"])
    named = pc.and_(pc.is_valid(flat(quarantine["closed_by"])), pc.is_valid(flat(quarantine["closed_at"])))
    nameless = pc.and_(pc.not_equal(state, "open"), pc.invert(named))
    added = {
        "context_reason_count": pc.list_value_length(flat(quarantine["reason_codes"])),
        "context_closed_by_nobody": pc.if_else(nameless, state, None),
    }
    return _with(quarantine, added)


FRAMES: dict[str, Callable[[pa.Table], pa.Table]] = {
    "documents": document_frame,
    "segments": segment_frame,
    "relations": relation_frame,
    "conflicts": conflict_frame,
    "quarantine": quarantine_frame,
}
