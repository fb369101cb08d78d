"""Shards: the batches that one task run handles, and the ledger that says which are done.

Every stage writes, for each shard, one Parquet file a table and then, last of all, one ledger file.
A shard counts only once its ledger file is there: whatever a killed run left without one is written
again, byte for byte the same, since names and rows depend on the inputs and the code alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from tasks.contracts import CONTRACTS, LEDGER
from tasks.store import Store
from tasks.versions import stage_version

# Rows of quarantine that people let through, ready to be published with the rest.
RELEASED = "quarantine/released.parquet"
QUARANTINE_LEDGER = "quarantine/ledger.parquet"


class AccountingError(RuntimeError):
    """A stage whose outcomes do not add up to its inputs: something was lost or counted twice."""


@dataclass(frozen=True)
class Tally:
    """What became of a stage's inputs. `produced` counts the rows written for them."""

    records_in: int = 0
    records_out: int = 0
    quarantined: int = 0
    duplicates: int = 0
    produced: int = 0
    shards: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(mine + theirs for mine, theirs in zip(self.counts, other.counts, strict=True)))

    @property
    def counts(self) -> tuple[int, ...]:
        """In, out, quarantined, duplicates, rows produced, shards."""
        return (self.records_in, self.records_out, self.quarantined, self.duplicates, self.produced, self.shards)

    def checked(self, stage: str) -> Tally:
        """The tally itself. Raises AccountingError unless in = out + quarantined + duplicates."""
        if self.records_in != self.records_out + self.quarantined + self.duplicates:
            raise AccountingError(f"{stage}: {self} does not balance")
        return self


def shard_name(ids: Sequence[str]) -> str:
    """The name of the shard that holds these inputs, in this order."""
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16]


def stage_folder(stage: str) -> str:
    """The folder of everything that a stage's present version has made."""
    return f"staged/{stage}-{stage_version(stage)}"


def table_path(table: str, stage: str, shard: str) -> str:
    """Where a stage keeps one table of one shard: its output, its quarantine or its ledger."""
    return f"{stage_folder(stage)}/{table}/{shard}.parquet"


def done_shards(store: Store, stage: str) -> list[str]:
    """Names of the shards that the stage has finished in its present version."""
    paths = store.list(f"{stage_folder(stage)}/ledger")
    return sorted(path.rsplit("/", 1)[1].removesuffix(".parquet") for path in paths)


def live_files(store: Store, table: str, stage: str) -> list[str]:
    """The files of a table that belong to finished shards of the stage's present version."""
    return [table_path(table, stage, shard) for shard in done_shards(store, stage)]


def pending_shards(store: Store, stage: str, upstream: str) -> list[str]:
    """Finished shards of the stage above that this stage lacks."""
    return sorted(set(done_shards(store, upstream)) - set(done_shards(store, stage)))


def commit(store: Store, stage: str, shard: str, tables: Mapping[str, pa.Table], ledger: pa.Table) -> Tally:
    """Write a shard's tables, its quarantine among them, and its ledger last; returns its tally."""
    tally = tally_of(ledger).checked(stage)
    for name, table in tables.items():
        store.write_table(_sorted(name, table), table_path(name, stage, shard))
    store.write_table(_sorted("ledger", ledger), table_path("ledger", stage, shard))
    return tally


def _sorted(name: str, table: pa.Table) -> pa.Table:
    contract = CONTRACTS[name]
    return contract.conform(table).sort_by([(column, "ascending") for column in contract.sort_by])


def dimension_path(name: str) -> str:
    """Where the dimension table of that name stands, made from the vocabulary of the present version."""
    return f"{stage_folder('extract')}/dimensions/{name}.parquet"


def duplicates_path(store: Store) -> str:
    """The file that says which documents repeat another one, named by the shards of documents that it covers."""
    covered = shard_name(live_files(store, "signatures", "clean"))
    return f"{stage_folder('clean')}/duplicates/{covered}.parquet"


def conflicts_path(store: Store) -> str:
    """The conflicts between all validated documents, named by what they were found in."""
    return _compared_path(store, "conflicts")


def confidences_path(store: Store) -> str:
    """The confidences that comparing all validated documents changed, named by what was compared."""
    return _compared_path(store, "confidences")


def _compared_path(store: Store, table: str) -> str:
    covered = shard_name([*done_shards(store, "validate"), duplicates_path(store)])
    return f"{stage_folder('validate')}/{table}/{covered}.parquet"


def prune_versions(store: Store, stage: str) -> list[str]:
    """Remove what other versions of the stage have made; returns the folders removed."""
    folders = {"/".join(path.split("/")[:2]) for path in store.list("staged")}
    stale = sorted(
        folder for folder in folders if folder.startswith(f"staged/{stage}-") and folder != stage_folder(stage)
    )
    for folder in stale:
        store.delete(folder)
    return stale


def tally_of(ledger: pa.Table) -> Tally:
    """The tally that a ledger table adds up to."""
    ledger = LEDGER.conform(ledger)
    outcomes = Counter(ledger["outcome"].to_pylist())
    return Tally(
        records_in=ledger.num_rows,
        records_out=outcomes["out"],
        quarantined=outcomes["quarantined"],
        duplicates=outcomes["duplicate"],
        produced=sum(ledger["produced"].to_pylist()),
        shards=1,
    )
