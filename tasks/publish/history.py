"""Looking after releases: list, roll back, prune, verify."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from tasks.contracts import CONTRACTS
from tasks.publish.build import file_digest
from tasks.publish.install import STAGING, all_releases, history, publishing_lock, switch
from tasks.store import Store, StoreError
from tasks.warehouse import (
    DATAPACKAGE,
    MANIFEST,
    FileEntry,
    WarehouseError,
    current_release,
    read_manifest,
    release_path,
    required_release,
)


@dataclass(frozen=True)
class Summary:
    """One release in a listing; `at` is when it last became current, ISO 8601, or None if it never was.

    `problem` says why a release cannot be read; such a one has no rows and no size.
    """

    release: str
    current: bool
    at: str | None
    rows: Mapping[str, int]
    bytes: int
    problem: str | None = None


def summaries(store: Store) -> list[Summary]:
    """All releases, the most recently current first."""
    moved = {event.release: event.at for event in history(store)}
    current = current_release(store)
    found = []
    for release in _newest_first(store):
        try:
            manifest = read_manifest(store, release)
        except WarehouseError as error:
            found.append(Summary(release, release == current, moved.get(release), {}, 0, str(error)))
            continue
        size = sum(file.bytes for file in manifest.files)
        found.append(Summary(release, release == current, moved.get(release), manifest.rows, size))
    return found


def _newest_first(store: Store) -> list[str]:
    """The ids of all releases, the most recently current first."""
    order = {event.release: event.sequence for event in history(store)}
    return sorted(all_releases(store), key=lambda release: (order.get(release, 0), release), reverse=True)


def roll_back(store: Store, release: str | None = None) -> str:
    """Point `current` at an earlier release, by default the one before. Raises WarehouseError when there is none."""
    with publishing_lock(store):
        current = current_release(store)
        if release is None:
            there = set(all_releases(store))
            earlier = [each.release for each in history(store) if each.release != current and each.release in there]
            if not earlier:
                raise WarehouseError(f"{store.root}: there is no earlier release to go back to")
            release = earlier[-1]
        chosen = required_release(store, release)
        switch(store, chosen, "rollback")
        return chosen


def prune(store: Store, keep: int) -> list[str]:
    """Remove all but the `keep` newest releases and the current one; returns the removed ids."""
    with publishing_lock(store):
        kept = _newest_first(store)[:keep]
        removed = [each for each in all_releases(store) if each not in kept and each != current_release(store)]
        for release in removed:
            _remove(store, release)
        return removed


def _remove(store: Store, release: str) -> None:
    path = release_path(release)
    if not store.is_local:
        # Without its manifest it is no release any more, whatever of it is still there.
        store.delete(f"{path}/{MANIFEST}")
        store.delete(path)
        return
    # It vanishes under its name in one step; what a killed run leaves of it is a staging leftover.
    grave = store.local_path(STAGING) / f"pruned-{release}"
    grave.parent.mkdir(parents=True, exist_ok=True)
    store.local_path(path).rename(grave)
    shutil.rmtree(grave)


def verify(store: Store, release: str | None = None) -> list[str]:
    """What is wrong with a release: missing, changed and unknown files, wrong row counts, foreign columns."""
    manifest = read_manifest(store, release)
    folder = release_path(manifest.release)
    problems = [problem for file in manifest.files for problem in _problems(store, folder, file)]
    known = {f"{folder}/{file.path}" for file in manifest.files} | {f"{folder}/{DATAPACKAGE}", f"{folder}/{MANIFEST}"}
    problems += [f"{path}: not in the manifest" for path in store.list(folder) if path not in known]
    return problems


def _problems(store: Store, folder: str, file: FileEntry) -> list[str]:
    path = f"{folder}/{file.path}"
    try:
        digest = _digest(store, path)
    except (FileNotFoundError, StoreError):
        return [f"{path}: missing"]
    if digest != file.sha256:
        return [f"{path}: its SHA-256 is {digest}, the manifest says {file.sha256}"]
    rows = store.read_table(path, columns=[CONTRACTS[file.table].primary_key[0]])
    return [] if len(rows) == file.rows else [f"{path}: {len(rows)} rows, the manifest says {file.rows}"]


def _digest(store: Store, path: str) -> str:
    import hashlib

    return file_digest(store.local_path(path)) if store.is_local else hashlib.sha256(store.read_bytes(path)).hexdigest()
