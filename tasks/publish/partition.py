"""Which partition a row belongs to.

Folders carry codes alone: four-digit years, two-digit months, six-digit province codes. Whatever
is missing or has another shape goes to `unknown`; no text of a page can become a path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import UNKNOWN, Contract
from tasks.warehouse import partition_label

YEARS = {year: f"{year:04d}" for year in range(1000, 10000)}
MONTHS = {month: f"{month:02d}" for month in range(1, 13)}
PROVINCE = r"^[1-9][0-9]{5}$"


@dataclass(frozen=True)
class Labels:
    """The partition of each row: `names[codes[i]]` is the folder of row i."""

    names: Sequence[str]
    codes: npt.NDArray[np.int64]


Labeller = Callable[[pa.Table], Labels]


def undivided(table: pa.Table) -> Labels:
    """One partition with an empty label, for tables without partition keys."""
    return Labels([""], np.zeros(len(table), np.int64))


def observation_labels(contract: Contract) -> Labeller:
    """Year of the period's first day (its last day when that is missing), and province."""

    def label(table: pa.Table) -> Labels:
        day = pc.coalesce(table["period_start"], table["period_end"])
        return combined(contract, [year_texts(day), province_texts(table["province_code"])])

    return label


def document_labels(contract: Contract) -> Labeller:
    """Year and month of publication, Asia/Shanghai."""

    def label(table: pa.Table) -> Labels:
        return combined(contract, [year_texts(table["published_at"]), month_texts(table["published_at"])])

    return label


def segment_labels(contract: Contract, document_ids: pa.ChunkedArray, published_at: pa.ChunkedArray) -> Labeller:
    """Year and month of publication of the segment's document; unknown for a document that is not there."""
    years, months = year_texts(published_at), month_texts(published_at)
    unknown = pa.chunked_array([pa.array([UNKNOWN])])

    def label(table: pa.Table) -> Labels:
        places = pc.index_in(table["document_id"], value_set=document_ids)
        found = [pc.coalesce(each.take(places), unknown[0]) for each in (years, months)]
        return combined(contract, found)

    return label


def year_texts(day: pa.ChunkedArray) -> pa.ChunkedArray:
    """Dates or moments as four-digit years."""
    return _texts(pc.year(day), YEARS)


def month_texts(day: pa.ChunkedArray) -> pa.ChunkedArray:
    """Dates or moments as two-digit months."""
    return _texts(pc.month(day), MONTHS)


def _texts(numbers: pa.ChunkedArray, known: Mapping[int, str]) -> pa.ChunkedArray:
    distinct = [number for number in pc.unique(numbers).to_pylist() if number in known]
    places = pc.index_in(numbers, value_set=pa.array(distinct, numbers.type))
    texts = pa.array([known[number] for number in distinct], pa.string())
    return pc.coalesce(pa.chunked_array([texts]).take(places), pa.scalar(UNKNOWN))


def province_texts(codes: pa.ChunkedArray) -> pa.ChunkedArray:
    """Province codes as they are, or unknown where they are no six digits."""
    distinct = pc.unique(codes)
    fit = distinct.filter(pc.fill_null(pc.match_substring_regex(distinct, PROVINCE), False))
    return pc.if_else(pc.is_in(codes, value_set=fit), codes, pa.scalar(UNKNOWN))


def combined(contract: Contract, keys: Sequence[pa.ChunkedArray]) -> Labels:
    """The labels of rows with these partition values, one array a key; names are in sorted order."""
    codes = np.zeros(len(keys[0]), np.int64)
    dictionaries = []
    for key in keys:
        encoded = pc.dictionary_encode(key.combine_chunks())
        dictionaries.append(encoded.dictionary.to_pylist())
        codes = codes * max(len(dictionaries[-1]), 1) + encoded.indices.to_numpy(zero_copy_only=False)
    present, codes = np.unique(codes, return_inverse=True)
    names = [partition_label(contract, _values(int(code), dictionaries)) for code in present]
    order = sorted(range(len(names)), key=names.__getitem__)
    ranks = np.empty(len(names), np.int64)
    ranks[order] = np.arange(len(names))
    return Labels([names[at] for at in order], ranks[codes])


def _values(code: int, dictionaries: Sequence[Sequence[str]]) -> list[str]:
    values = []
    for dictionary in reversed(dictionaries):
        code, at = divmod(code, len(dictionary))
        values.append(dictionary[at])
    return values[::-1]
