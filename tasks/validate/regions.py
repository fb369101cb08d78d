"""What the region rules compare a row with: the region dimension, and the words of the row's document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import UNKNOWN
from tasks.validate.rules import Rules

COUNTRY = "100000"
OPEN_END = 9999


@dataclass(frozen=True)
class RegionEntry:
    """A region code over its whole history: every name it had, its first and last year."""

    names: tuple[str, ...]
    first: int
    last: int


def region_entries(regions: pa.Table) -> dict[str, RegionEntry]:
    """The region dimension by code, its validities joined."""
    rows: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in regions.select(["region_code", "name", "valid_from", "valid_to"]).to_pylist():
        rows[row["region_code"]].append(row)
    return {code: _entry(found) for code, found in rows.items()}


def _entry(rows: Iterable[Mapping[str, Any]]) -> RegionEntry:
    found = list(rows)
    names = dict.fromkeys(row["name"] for row in found)
    last = max(OPEN_END if row["valid_to"] is None else row["valid_to"] for row in found)
    return RegionEntry(tuple(names), min(row["valid_from"] for row in found), last)


def region_context(
    observations: pa.Table, documents: pa.Table, documents_of: pa.Array, rules: Rules
) -> dict[str, pa.Array]:
    """Context columns of the region rules; null throughout where no region dimension is given."""
    if rules.regions is None:
        strings = ("known_region", "region_name", "province", "evidenced_region")
        empty = {f"context_{name}": pa.nulls(len(observations), pa.string()) for name in strings}
        empty["context_known_region"] = empty["context_evidenced_region"] = _column(observations, "region_code")
        return empty | {f"context_region_{name}": pa.nulls(len(observations), pa.int64()) for name in ("first", "last")}
    code = _column(observations, "region_code")
    named = pc.is_in(rules.regions["region_code"], value_set=code.unique().drop_null())
    entries = region_entries(rules.regions.filter(named))
    return {
        **_code_context(code, entries, rules.settings["region_grace_years"]),
        "context_region_name": _name_context(code, _column(observations, "region"), entries),
        "context_evidenced_region": _evidence_context(code, documents, documents_of, entries, rules),
    }


def _column(table: pa.Table, name: str) -> pa.Array:
    values = table[name]
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def _code_context(code: pa.Array, entries: Mapping[str, RegionEntry], grace: int) -> dict[str, pa.Array]:
    encoded = code.dictionary_encode()
    codes = encoded.dictionary.to_pylist()
    found = [entries.get(each) for each in codes]
    provinces = [each if each == COUNTRY else each[:2] + "0000" for each in codes]

    def spread(values: list[Any], kind: pa.DataType) -> pa.Array:
        return pa.array(values, kind).take(encoded.indices)

    return {
        "context_known_region": spread(
            [each if entry else None for each, entry in zip(codes, found, strict=True)], pa.string()
        ),
        "context_province": pc.coalesce(spread(provinces, pa.string()), pa.scalar(UNKNOWN)),
        "context_region_first": spread([entry.first if entry else None for entry in found], pa.int64()),
        "context_region_last": spread([entry.last + grace if entry else None for entry in found], pa.int64()),
    }


def _name_context(code: pa.Array, name: pa.Array, entries: Mapping[str, RegionEntry]) -> pa.Array:
    joined = pc.binary_join_element_wise(code, name, "\t").dictionary_encode()
    fitting = [_fitting_name(pair, entries) for pair in joined.dictionary.to_pylist()]
    return pa.array(fitting, pa.string()).take(joined.indices) if fitting else pa.nulls(len(code), pa.string())


def _fitting_name(pair: str, entries: Mapping[str, RegionEntry]) -> str | None:
    """The row's name when it ends in one that the code has or had (南阳市内乡县), else the dimension's."""
    code, _, name = pair.partition("\t")
    entry = entries.get(code)
    if entry is None:
        return None
    return name if any(name.endswith(known) for known in entry.names) else entry.names[-1]


def name_stem(name: str) -> str:
    """What a short name of the region must hold: its first two characters (内乡县 → 内乡, 恩施…自治州 → 恩施)."""
    return name[:2]


def _evidence_context(
    code: pa.Array, documents: pa.Table, documents_of: pa.Array, entries: Mapping[str, RegionEntry], rules: Rules
) -> pa.Array:
    """The region code where the row's document gives evidence of it; null where it gives none.

    Evidence is a name of the region in text, title or source, a country word for the country, or that the document
    comes from the region or from a part of it.
    """
    position = pc.cast(pc.fill_null(documents_of, -1), pa.string())
    joined = pc.binary_join_element_wise(code, position, "\t").dictionary_encode()
    haystacks = _haystacks(documents)
    homes = documents["region_code"].to_pylist()
    country_words = tuple(rules.settings["country_words"])
    kept: list[str | None] = []
    for pair in joined.dictionary.to_pylist():
        each, number = pair.split("\t")
        row = int(number)
        shown = row >= 0 and _evidenced(each, haystacks[row], homes[row], entries, country_words)
        kept.append(each if shown else None)
    return pa.array(kept, pa.string()).take(joined.indices) if kept else pa.nulls(len(code), pa.string())


def _haystacks(documents: pa.Table) -> list[str]:
    columns = [
        documents[name].to_pylist() for name in ("title", "publisher", "site", "text") if name in documents.column_names
    ]
    return ["\n".join(part for part in parts if part) for parts in zip(*columns, strict=True)]


def _evidenced(
    code: str, haystack: str, home: str | None, entries: Mapping[str, RegionEntry], country_words: tuple[str, ...]
) -> bool:
    if code == COUNTRY:
        return home in (None, COUNTRY) or any(word in haystack for word in country_words)
    significant = code.rstrip("0")
    significant += "0" * (len(significant) % 2)
    if home and home.startswith(significant):
        return True
    entry = entries.get(code)
    return entry is None or any(name_stem(name) in haystack for name in entry.names)
