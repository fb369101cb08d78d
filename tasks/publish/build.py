"""From rows in any order to the sorted Parquet files of a table's partitions, in bounded memory.

Rows are gathered until the memory allowed is full, then laid on disk, grouped by partition; each
partition is then read back, sorted and written, a few at a time. A partition that is itself too
large is sorted on disk.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from tasks.contracts import Contract
from tasks.publish.keys import KeyCollector, Keys
from tasks.publish.partition import Labeller
from tasks.publish.rows import ordered, ordered_on_disk, text_bytes
from tasks.store import COPY_BLOCK, ParquetFile, Store
from tasks.warehouse import FileEntry, partition_of, unknown_label

MEMORY_BYTES = 2 << 30
# About 128–256 MB of Parquet; a partition below it is one file.
PART_BYTES = 1 << 30
WRITERS = 2


@dataclass(frozen=True)
class _Gathered:
    """Rows held in memory with their grouping by partition."""

    rows: pa.Table
    picks: Mapping[str, npt.NDArray[np.int64]]


class Gatherer:
    """Takes rows in any order and gives them back partition by partition."""

    def __init__(self, contract: Contract, labeller: Labeller, scratch: Path, memory_bytes: int = MEMORY_BYTES) -> None:
        self._contract = contract
        self._labeller = labeller
        self._scratch = scratch
        self._memory_bytes = memory_bytes
        self._held: list[pa.Table] = []
        self._held_bytes = 0
        self._spills: list[Path] = []
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._gathered: _Gathered | None = None
        self._labels: list[str] | None = None
        self._keys = KeyCollector()

    def add(self, rows: pa.Table) -> None:
        """Take rows of the contract."""
        self._held.append(rows)
        self._held_bytes += rows.nbytes
        if self._held_bytes > self._memory_bytes // 2:
            self._spill()

    def labels(self) -> list[str]:
        """The partitions that have rows, sorted; no rows can be added after this."""
        if self._labels is None:
            if self._spills:
                self._spill()
            else:
                self._gathered = self._group()
            self._labels = sorted(self._places if self._gathered is None else self._gathered.picks)
        return self._labels

    def keys(self) -> Keys | None:
        """The primary keys of the rows taken, and their partitions; None for a key of several columns."""
        self.labels()
        return self._keys.keys() if len(self._contract.primary_key) == 1 else None

    def pieces(self, label: str) -> list[pa.Table]:
        """The rows of one partition that were spilled, in pieces."""
        pieces = []
        for spill, batch in self._places[label]:
            with pa.memory_map(str(self._spills[spill])) as source:
                pieces.append(pa.Table.from_batches([pa.ipc.open_file(source).get_batch(batch)]))
        return pieces

    def in_memory(self, label: str) -> tuple[pa.Table, npt.NDArray[np.int64]] | None:
        """The held rows and the places of one partition in them; None when rows were spilled."""
        if self._gathered is None:
            return None
        return self._gathered.rows, self._gathered.picks.get(label, np.empty(0, np.int64))

    def _group(self) -> _Gathered:
        rows = pa.concat_tables(self._held).combine_chunks() if self._held else self._contract.empty()
        self._held, self._held_bytes = [], 0
        if not len(rows):
            return _Gathered(rows, {})
        labels = self._labeller(rows)
        if len(self._contract.primary_key) == 1:
            self._keys.add(rows[self._contract.primary_key[0]], labels.names, labels.codes)
        order = np.argsort(labels.codes, kind="stable")
        ends = np.cumsum(np.bincount(labels.codes, minlength=len(labels.names)))
        groups = np.split(order, ends[:-1])
        return _Gathered(rows, {name: picks for name, picks in zip(labels.names, groups, strict=True) if len(picks)})

    def _spill(self) -> None:
        grouped = self._group()
        path = self._scratch / f"spill-{self._contract.name}-{len(self._spills)}.arrow"
        with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, grouped.rows.schema) as writer:
            for number, (label, picks) in enumerate(grouped.picks.items()):
                writer.write(grouped.rows.take(pa.array(picks)).combine_chunks().to_batches()[0])
                self._places[label].append((len(self._spills), number))
        self._spills.append(path)


class Builder:
    """Writes the files of one table's partitions under `folder`, named by their content."""

    def __init__(self, contract: Contract, folder: Path, scratch: Path, memory_bytes: int = MEMORY_BYTES) -> None:
        self.contract = contract
        self._folder = folder
        self._scratch = scratch
        self._memory_bytes = memory_bytes
        self._keys_differ = False
        self._gone: Keys | None = None

    def build(
        self,
        gatherer: Gatherer,
        store: Store,
        base: Mapping[str, Sequence[tuple[str, FileEntry]]],
        *,
        keys_differ: bool = False,
        gone: Keys | None = None,
    ) -> list[FileEntry]:
        """The files of every partition that has gathered rows, merged with the partition's base files.

        `base` maps a partition to files of an earlier release (path in the store, entry); `gone` are keys that are
        left out of them. `keys_differ` says that no two rows, gathered or in a base file, share a key.
        """
        labels = sorted({*gatherer.labels(), *(gone.names if gone else ())})
        self._keys_differ = keys_differ
        self._gone = gone

        def write(label: str) -> list[FileEntry]:
            return list(self._partition(label, gatherer, store, [path for path, _ in base.get(label, ())]))

        with ThreadPoolExecutor(WRITERS) as pool:
            return [entry for entries in pool.map(write, labels) for entry in entries]

    def empty(self) -> FileEntry:
        """A file without rows in the unknown partition, so that readers find the columns of a table that has none."""
        label = unknown_label(self.contract)
        return self._write(label, 0, [self.contract.empty()], 0)

    def _partition(self, label: str, gatherer: Gatherer, store: Store, base: Sequence[str]) -> Iterator[FileEntry]:
        held = gatherer.in_memory(label)
        if held is not None and not base:
            yield from self._parts(label, ordered(self.contract, *held, keys_differ=self._keys_differ))
            return
        pieces = [held[0].take(pa.array(held[1]))] if held is not None else gatherer.pieces(label)
        pieces += [self._stays(label, self.contract.conform(store.read_table(path))) for path in base]
        if not any(len(piece) for piece in pieces):
            if label == unknown_label(self.contract):
                yield self.empty()
            return
        if sum(piece.nbytes for piece in pieces) <= self._memory_bytes // 2:
            rows = ordered(self.contract, pa.concat_tables(pieces), keys_differ=self._keys_differ)
            yield from self._parts(label, rows)
        else:
            yield from self._large(label, pieces)

    def _stays(self, label: str, rows: pa.Table) -> pa.Table:
        """The rows of a base file without those that are gone."""
        stay = self._gone.stay(label, rows[self.contract.primary_key[0]]) if self._gone else None
        return rows if stay is None else rows.filter(stay)

    def _parts(self, label: str, rows: pa.Table) -> Iterator[FileEntry]:
        count = max(1, -(-text_bytes(rows) // PART_BYTES))
        size = -(-len(rows) // count)
        for number in range(count):
            part = rows.slice(number * size, size)
            yield self._write(label, number, [part], len(part))

    def _large(self, label: str, pieces: Sequence[pa.Table]) -> Iterator[FileEntry]:
        """The same files as `_parts`, from a sort on disk."""
        scratch = Path(tempfile.mkdtemp(dir=self._scratch))
        spool = scratch / "ordered.arrow"
        size = 0
        with pa.OSFile(str(spool), "wb") as sink, pa.ipc.new_file(sink, self.contract.schema) as writer:
            for rows in ordered_on_disk(self.contract, pieces, scratch, self._memory_bytes // 2):
                size += text_bytes(rows)
                writer.write_table(rows)
        with pa.memory_map(str(spool)) as source:
            rows = pa.ipc.open_file(source).read_all()
            count = max(1, -(-size // PART_BYTES))
            step = -(-len(rows) // count)
            for number in range(count):
                part = rows.slice(number * step, step)
                yield self._write(label, number, _batches(part), len(part))
        shutil.rmtree(scratch)

    def _write(self, label: str, number: int, rows: Iterable[pa.Table], count: int) -> FileEntry:
        folder = self._folder / self.contract.name / label
        folder.mkdir(parents=True, exist_ok=True)
        aside = folder / f"part-{number:05d}.writing"
        with aside.open("wb") as sink, ParquetFile(sink, self.contract, bloom_rows=count) as file:
            for each in rows:
                file.write(each)
        digest = file_digest(aside)
        path = aside.rename(folder / f"part-{number:05d}-{digest[:12]}.parquet")
        relative = path.relative_to(self._folder).as_posix()
        return _describe(self.contract, file.metadata, relative, label, path.stat().st_size, digest)


def _batches(rows: pa.Table) -> Iterator[pa.Table]:
    for batch in rows.to_batches():
        yield pa.Table.from_batches([batch])


def file_digest(path: Path) -> str:
    """The SHA-256 of a file as hex digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(COPY_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _describe(
    contract: Contract, metadata: pq.FileMetaData, relative: str, label: str, size: int, digest: str
) -> FileEntry:
    """The manifest's entry of a file: rows, size and the range of its sort keys."""
    ranges = dict(_ranges(contract, metadata))
    return FileEntry(
        table=contract.name,
        path=relative,
        partition=partition_of(label),
        rows=metadata.num_rows,
        bytes=size,
        sha256=digest,
        minimum={name: low for name, (low, _) in ranges.items()},
        maximum={name: high for name, (_, high) in ranges.items()},
    )


def _ranges(contract: Contract, metadata: Any) -> Iterator[tuple[str, tuple[str, str]]]:
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    columns = {groups[0].column(at).path_in_schema: at for at in range(metadata.num_columns)} if groups else {}
    for name in contract.sort_by:
        statistics = [group.column(columns[name]).statistics for group in groups if name in columns]
        found = [each for each in statistics if each is not None and each.has_min_max]
        if found:
            yield name, (str(min(each.min for each in found)), str(max(each.max for each in found)))
