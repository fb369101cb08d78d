"""The keys of rows and the partitions they stand in: what tells whether a key stands once over all partitions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True)
class Keys:
    """Keys of rows; `names[places[i]]` is the partition of key i."""

    keys: pa.ChunkedArray
    places: npt.NDArray[np.int64]
    names: Sequence[str]

    @cached_property
    def differ(self) -> bool:
        """Whether no two rows share a key."""
        return bool(pc.count_distinct(self.keys).as_py() == len(self.keys))

    def across(self) -> list[str]:
        """The keys that stand in more than one partition."""
        if self.differ:
            return []
        codes = pc.dictionary_encode(self.keys.combine_chunks())
        pairs = np.unique(np.stack([codes.indices.to_numpy(), self.places]), axis=1)
        found = np.flatnonzero(np.bincount(pairs[0]) > 1)
        return [str(key) for key in codes.dictionary.take(pa.array(found)).to_pylist()]

    def elsewhere(self, others: Iterable[tuple[str, pa.ChunkedArray]]) -> tuple[list[str], bool]:
        """Of the keys of other rows, given by partition: those that stand here in another one, and whether any is here.

        Only to be asked when no key stands in two partitions here.
        """
        known = list(others)
        texts = pa.chunked_array([chunk for _, keys in known for chunk in keys.chunks], pa.string())
        counts = [len(keys) for _, keys in known]
        numbers = {name: number for number, name in enumerate(self.names)}
        there = np.repeat(np.array([numbers.get(name, -1) for name, _ in known], np.int64), counts)
        found = pc.index_in(texts, value_set=self.keys.combine_chunks())
        shared = np.flatnonzero(pc.is_valid(found).combine_chunks().to_numpy(zero_copy_only=False))
        here = self.places[found.take(pa.array(shared)).combine_chunks().to_numpy(zero_copy_only=False)]
        moved = shared[here != there[shared]]
        return [str(key) for key in texts.take(pa.array(moved)).to_pylist()], bool(len(shared))

    @cached_property
    def _by_name(self) -> dict[str, pa.Array]:
        order = np.argsort(self.places, kind="stable")
        ends = np.cumsum(np.bincount(self.places, minlength=len(self.names)))
        groups = np.split(order, ends)[: len(self.names)]
        keys = self.keys.combine_chunks()
        return {name: keys.take(pa.array(group)) for name, group in zip(self.names, groups, strict=True)}

    def stay(self, name: str, keys: pa.ChunkedArray) -> pa.ChunkedArray | None:
        """Which of the keys of a partition do not stand here in the same one; None when all of them stay."""
        here = self._by_name.get(name)
        return None if here is None else pc.invert(pc.is_in(keys, value_set=here))


class KeyCollector:
    """Gathers the keys of rows group by group, each with the names of its own partitions."""

    def __init__(self) -> None:
        self._chunks: list[pa.Array] = []
        self._places: list[npt.NDArray[np.int64]] = []
        self._numbers: dict[str, int] = {}

    def add(self, keys: pa.ChunkedArray, names: Sequence[str], codes: npt.NDArray[np.int64]) -> None:
        """Take the keys of some rows; `names[codes[i]]` is the partition of row i."""
        numbers = np.array([self._numbers.setdefault(name, len(self._numbers)) for name in names], np.int64)
        self._chunks += keys.chunks
        self._places.append(numbers[codes])

    def keys(self) -> Keys:
        """All that was taken."""
        places = np.concatenate([np.empty(0, np.int64), *self._places])
        return Keys(pa.chunked_array(self._chunks, pa.string()), places, list(self._numbers))
