"""A release as Delta Lake tables, for engines that speak Delta: one folder a table, one version a change.

An export is idempotent: the release's id is noted in the commit, and a table whose files did not
change gets no new version. Delta commits a table at a time; readers of several tables who need one
release take the versions whose commits carry the same id.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake

from tasks.contracts import CONTRACTS, Contract
from tasks.load.ddl import columns_of
from tasks.load.loaded import Loaded
from tasks.load.rows import with_partition
from tasks.store import Store
from tasks.warehouse import PUBLISHED, Manifest, read_manifest, release_path

RELEASE = "zhibiao.release"
CONTENT = "zhibiao.content"


def export_delta(store: Store, path: str | os.PathLike[str], *, release: str | None = None) -> Loaded:
    """Write a release, the current one by default, as Delta tables under a folder.

    Raises WarehouseError when nothing is published.
    """
    manifest = read_manifest(store, release)
    target = Path(path)
    changed = [_export(store, manifest, CONTRACTS[name], target / name) for name in PUBLISHED]
    return Loaded(str(target), manifest.release, any(changed))


def _export(store: Store, manifest: Manifest, contract: Contract, target: Path) -> bool:
    content = _content(manifest, contract)
    if _written(target) == content:
        return False
    target.mkdir(parents=True, exist_ok=True)
    write_deltalake(
        target,
        pa.RecordBatchReader.from_batches(_schema(contract), _batches(store, manifest, contract)),
        mode="overwrite",
        schema_mode="overwrite",
        partition_by=list(contract.partition_by),
        name=contract.name,
        description=f"{contract.zh} / {contract.en}",
        commit_properties=CommitProperties(custom_metadata={RELEASE: manifest.release, CONTENT: content}),
    )
    return True


def _content(manifest: Manifest, contract: Contract) -> str:
    files = sorted(file.sha256 for file in manifest.files_of(contract.name))
    return hashlib.sha256("\n".join([manifest.schema_fingerprint, *files]).encode()).hexdigest()


def _written(target: Path) -> str | None:
    """The content that the table's last commit carries; None when there is no table."""
    if not DeltaTable.is_deltatable(str(target)):
        return None
    content = DeltaTable(target).history(1)[0].get(CONTENT)
    return str(content) if content is not None else None


def _schema(contract: Contract) -> pa.Schema:
    # Delta knows moments in UTC only.
    fields = []
    for column in columns_of(contract):
        kind = pa.timestamp("us", tz="UTC") if pa.types.is_timestamp(column.type) else column.type
        if kind == pa.list_(pa.timestamp("us", tz="Asia/Shanghai")):
            kind = pa.list_(pa.timestamp("us", tz="UTC"))
        fields.append(
            pa.field(column.name, kind, column.nullable, {"description_zh": column.zh, "description_en": column.en})
        )
    return pa.schema(fields)


def _batches(store: Store, manifest: Manifest, contract: Contract) -> Iterator[pa.RecordBatch]:
    schema = _schema(contract)
    for file in manifest.files_of(contract.name):
        rows = store.read_table(f"{release_path(manifest.release)}/{file.path}")
        yield from with_partition(rows, contract, file.partition).cast(schema).to_batches()
