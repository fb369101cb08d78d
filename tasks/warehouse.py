"""The warehouse as its readers and writers agree on it: tables, folders, manifest, current release.

    warehouse/releases/<id>/manifest.json                       what the release holds
    warehouse/releases/<id>/<table>/[<key>=<value>/…]<file>     Parquet
    warehouse/current                                           link to one release (local)
    warehouse/_current.json                                     the same on object storage

A reader asks `current_release` once and then reads that release, which never changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tasks.contracts import CONTRACTS, SCHEMA_VERSION, UNKNOWN, Contract
from tasks.store import Store

WAREHOUSE = "warehouse"
RELEASES = f"{WAREHOUSE}/releases"
CURRENT = f"{WAREHOUSE}/current"
POINTER = f"{WAREHOUSE}/_current.json"
HISTORY = f"{WAREHOUSE}/_history"
MANIFEST = "manifest.json"
DATAPACKAGE = "datapackage.json"

PUBLISHED = (
    "observations",
    "documents",
    "segments",
    "dim_region",
    "dim_indicator",
    "dim_unit",
    "dim_document",
    "relations",
    "conflicts",
    "quarantine",
    "warnings",
    "runs",
)
# Accounts of runs carry times; rows of theirs alone make no new release, nor a different one.
ACCOUNTS = frozenset({"runs"})


class WarehouseError(RuntimeError):
    """A warehouse that cannot be read as asked: no release, an unknown one, a damaged manifest."""


@dataclass(frozen=True)
class FileEntry:
    """One Parquet file of a release; `partition` maps folder keys to values, `path` is relative to the release."""

    table: str
    path: str
    partition: Mapping[str, str]
    rows: int
    bytes: int
    sha256: str
    minimum: Mapping[str, str]
    maximum: Mapping[str, str]


@dataclass(frozen=True)
class InputEntry:
    """One file that a release was made from, with its fingerprint and rows."""

    table: str
    path: str
    fingerprint: str
    rows: int


@dataclass(frozen=True)
class Manifest:
    """What a release holds and what it was made from."""

    release: str
    schema_version: str
    schema_fingerprint: str
    layout: str
    writer: str
    code_version: str
    input_ids: Mapping[str, str]
    rows: Mapping[str, int]
    duplicates: Mapping[str, int]
    inputs: Sequence[InputEntry]
    files: Sequence[FileEntry]

    def files_of(self, table: str) -> list[FileEntry]:
        """The files of one table, in path order."""
        return [file for file in self.files if file.table == table]

    def to_bytes(self) -> bytes:
        """The manifest as JSON with fixed order."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Read a manifest; WarehouseError when it is none."""
        try:
            values = json.loads(data)
            values["inputs"] = tuple(InputEntry(**each) for each in values["inputs"])
            values["files"] = tuple(FileEntry(**each) for each in values["files"])
            return cls(**values)
        except (ValueError, TypeError, KeyError) as error:
            raise WarehouseError(f"damaged manifest: {error}") from error


def release_path(release: str) -> str:
    """The folder of a release, relative to the data root. Raises WarehouseError for a malformed id."""
    if not (release and release.isalnum() and release.isascii()):
        raise WarehouseError(f"{release!r} is not the id of a release")
    return f"{RELEASES}/{release}"


def current_release(store: Store) -> str | None:
    """The id of the release that `current` points at; None before the first one."""
    if store.is_local:
        link = store.local_path(CURRENT)
        return Path(link.readlink()).name if link.is_symlink() else None
    if not store.exists(POINTER):
        return None
    try:
        return str(json.loads(store.read_bytes(POINTER))["release"])
    except (ValueError, TypeError, KeyError) as error:
        raise WarehouseError(f"{POINTER} is damaged: {error}") from error


def required_release(store: Store, release: str | None = None) -> str:
    """The named release, or the current one. Raises WarehouseError when there is none."""
    chosen = current_release(store) if release is None else release
    if chosen is None:
        raise WarehouseError(f"{store.root}: nothing is published yet")
    if not store.exists(f"{release_path(chosen)}/{MANIFEST}"):
        raise WarehouseError(f"{store.root}: there is no release {chosen}")
    return chosen


def read_manifest(store: Store, release: str | None = None) -> Manifest:
    """The manifest of a release, the current one by default. Raises WarehouseError when there is none."""
    chosen = required_release(store, release)
    path = f"{release_path(chosen)}/{MANIFEST}"
    try:
        return Manifest.from_bytes(store.read_bytes(path))
    except WarehouseError as error:
        raise WarehouseError(f"{path}: {error}") from error


def schema_fingerprint(contract: Contract) -> str:
    """A hash over names, types and nullability of a table's columns."""
    columns = [f"{each.name} {each.type} {each.nullable}" for each in contract.columns]
    return hashlib.sha256("\n".join([contract.name, *columns]).encode()).hexdigest()[:16]


def schemas_fingerprint() -> str:
    """One hash over the schemas of all published tables."""
    parts = [SCHEMA_VERSION, *(schema_fingerprint(CONTRACTS[name]) for name in PUBLISHED)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def partition_label(contract: Contract, values: Sequence[str]) -> str:
    """The folder of a partition within its table, `year=2021/province=410000`; empty for an undivided table."""
    return "/".join(f"{key}={value}" for key, value in zip(contract.partition_by, values, strict=True))


def partition_of(label: str) -> dict[str, str]:
    """The keys and values of a partition folder."""
    return dict(part.split("=", 1) for part in label.split("/")) if label else {}


def unknown_label(contract: Contract) -> str:
    """The partition of rows whose keys are not known."""
    return partition_label(contract, [UNKNOWN] * len(contract.partition_by))


def table_glob(table: str) -> str:
    """The glob of a table's files within a release."""
    return "/".join([table, *("*" for _ in CONTRACTS[table].partition_by), "*.parquet"])


def to_json(value: Any) -> bytes:
    """Plain values as JSON bytes, readable and in fixed order."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
