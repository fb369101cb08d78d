"""A release as Delta Lake tables, for engines that speak Delta: one folder a table, one version a change.

An export is idempotent: the release's id is noted in the commit, and a table whose files did not
change gets no new version. Delta commits a table at a time. What makes one release of them is
`_release.json` in the folder, which names the version of every table and is replaced, in one step,
when all of them are there: a reader who takes the versions from it sees one release, also while the
next one is exported and after an export that was killed. `delta_versions` reads it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError

from tasks.contracts import CONTRACTS, Contract
from tasks.load.ddl import columns_of
from tasks.load.loaded import Loaded, LoadError, loadable
from tasks.load.rows import with_partition
from tasks.load.target import one_load, write_text
from tasks.store import Store
from tasks.warehouse import PUBLISHED, Manifest, release_path

RELEASE = "zhibiao.release"
CONTENT = "zhibiao.content"
POINTER = "_release.json"


def export_delta(store: Store, path: str | os.PathLike[str], *, release: str | None = None) -> Loaded:
    """Write a release, the current one by default, as Delta tables under a folder.

    Raises WarehouseError when nothing is published, LoadError when a table cannot be written or is someone else's.
    """
    manifest = loadable(store, release)
    target = Path(path)
    with one_load(target):
        try:
            changed = [_export(store, manifest, CONTRACTS[name], target / name) for name in PUBLISHED]
            changed.append(_point(target, manifest.release))
        except DeltaError as error:
            raise LoadError(f"Delta Lake: {error}") from error
    return Loaded(str(target), manifest.release, any(changed))


def delta_versions(path: str | os.PathLike[str]) -> dict[str, int]:
    """The version of every table that makes up the exported release. Raises LoadError when there is none."""
    pointer = Path(path) / POINTER
    try:
        tables = json.loads(pointer.read_text(encoding="utf-8"))["tables"]
        return {str(name): int(version) for name, version in tables.items()}
    except FileNotFoundError as error:
        raise LoadError(f"{path}: no release was exported here yet") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LoadError(f"{pointer} is damaged: {error}") from error


def _point(target: Path, release: str) -> bool:
    """Say which versions are the release; returns whether that was news."""
    versions = {name: DeltaTable(target / name).version() for name in PUBLISHED}
    text = json.dumps({"release": release, "tables": versions}, indent=1) + "\n"
    pointer = target / POINTER
    if pointer.exists() and pointer.read_text(encoding="utf-8") == text:
        return False
    write_text(pointer, text)
    return True


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
    """The content that the table's last commit carries; None when there is no table, or others changed ours.

    Raises LoadError for a table that no export has written.
    """
    if not DeltaTable.is_deltatable(str(target)):
        return None
    history = DeltaTable(target).history()
    if not any(CONTENT in commit for commit in history):
        raise LoadError(f"{target} is there already, and it was not made by zhibiao: choose another folder")
    content = history[0].get(CONTENT)
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
