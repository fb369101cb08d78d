"""What every load starts from and returns, and how one fails."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.store import Store
from tasks.warehouse import Manifest, read_manifest, schemas_fingerprint


@dataclass(frozen=True)
class Loaded:
    """What a load did: where, which release, and whether anything had to be done."""

    target: str
    release: str
    changed: bool


class LoadError(RuntimeError):
    """A load that failed and left everything as it was; the message is the database's."""


def loadable(store: Store, release: str | None = None) -> Manifest:
    """The manifest of a release, the current one by default.

    Raises WarehouseError when it is not there, LoadError when its tables have other columns than this version's.
    """
    manifest = read_manifest(store, release)
    if manifest.schema_fingerprint != schemas_fingerprint():
        raise LoadError(
            f"release {manifest.release} was made by another version of zhibiao and its tables have other columns: "
            "publish again, or load it with that version"
        )
    return manifest
