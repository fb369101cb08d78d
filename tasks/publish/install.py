"""Putting a finished release where readers find it: staging, lock, links, the switch, the history.

The order holds the promise: every file of a release is on disk before its folder has a name, the
folder has its name before `current` moves, and `current` moves in one step. A process that is
killed in between leaves at most a staging folder that the next publisher removes.
"""

from __future__ import annotations

import json
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tasks.locks import exclusive
from tasks.store import Store, StoreError, link_or_copy, sync_folder
from tasks.warehouse import (
    CURRENT,
    DATAPACKAGE,
    HISTORY,
    MANIFEST,
    POINTER,
    RELEASES,
    WAREHOUSE,
    FileEntry,
    Manifest,
    WarehouseError,
    current_release,
    release_path,
    to_json,
)

STAGING = f"{WAREHOUSE}/staging"
LOCK = f"{WAREHOUSE}/.lock"
SEEN = f"{WAREHOUSE}/_inputs.json"
READ_ONLY = 0o444
UPLOADS = 8
SYNCS = 16
_WAITS = (0.05, 0.2, 0.5)
"""Seconds before a damaged event is read again."""


@dataclass(frozen=True)
class Event:
    """One move of `current`: when, to which release, and why (publish or rollback)."""

    sequence: int
    release: str
    previous: str | None
    action: str
    at: str


@contextmanager
def publishing_lock(store: Store) -> Iterator[None]:
    """Let one publisher in at a time; others wait. The lock ends with the process that holds it.

    Object storage has no lock: there, two publishers write releases side by side, both whole, and
    the later switch stands.
    """
    with exclusive(store, LOCK):
        yield


@contextmanager
def staging_folder(store: Store) -> Iterator[Path]:
    """A fresh folder to build in, on the same disk as the releases; leftovers of killed runs are removed."""
    if not store.is_local:
        with tempfile.TemporaryDirectory(prefix="zhibiao-release-") as temporary:
            yield Path(temporary)
        return
    parent = store.local_path(STAGING)
    shutil.rmtree(parent, ignore_errors=True)
    folder = parent / secrets.token_hex(6)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(parent, ignore_errors=True)


def install(
    store: Store, manifest: Manifest, staged: Path, datapackage: bytes, previous: Manifest | None
) -> tuple[int, int]:
    """Make the release of a manifest from staged files and those shared with the release before.

    Returns how many files and bytes were new. A release that is there already stays as it is.
    """
    target = release_path(manifest.release)
    old = {file.path: file for file in previous.files} if previous else {}
    new = [file for file in manifest.files if file.path not in old or old[file.path].sha256 != file.sha256]
    if not store.exists(f"{target}/{MANIFEST}"):
        shared = [file for file in manifest.files if file not in new]
        source = release_path(previous.release) if previous else ""
        documents = {DATAPACKAGE: datapackage, MANIFEST: manifest.to_bytes()}
        if store.is_local:
            _install_local(store, target, staged, shared, source, documents)
        else:
            _install_remote(store, target, staged, (new, shared), source, documents)
    return len(new), sum(file.bytes for file in new)


def _install_local(
    store: Store, target: str, staged: Path, shared: Sequence[FileEntry], source: str, documents: dict[str, bytes]
) -> None:
    for file in shared:
        path = staged / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.unlink()
        link_or_copy(store.local_path(f"{source}/{file.path}"), path)
    for name, content in documents.items():
        (staged / name).write_bytes(content)
    paths = [staged, *(path for path in staged.rglob("*") if not _is_shared(path))]
    with ThreadPoolExecutor(SYNCS) as pool:
        list(pool.map(_seal, paths))
    final = store.local_path(target)
    final.parent.mkdir(parents=True, exist_ok=True)
    staged.rename(final)
    sync_folder(final.parent)


def _is_shared(path: Path) -> bool:
    """Whether a file is a link to one of the release before, which is read-only and on disk already."""
    return path.is_file() and path.stat().st_nlink > 1


def _seal(path: Path) -> None:
    """Make a file read-only; bring it, or a folder's entries, to the disk. Many at a time share one flush."""
    if path.is_file():
        path.chmod(READ_ONLY)
    sync_folder(path)


def _install_remote(
    store: Store,
    target: str,
    staged: Path,
    files: tuple[Sequence[FileEntry], Sequence[FileEntry]],
    source: str,
    documents: dict[str, bytes],
) -> None:
    new, shared = files
    with ThreadPoolExecutor(UPLOADS) as pool:
        list(pool.map(lambda file: store.upload(staged / file.path, f"{target}/{file.path}"), new))
        list(pool.map(lambda file: store.copy(f"{source}/{file.path}", f"{target}/{file.path}"), shared))
    for name, content in documents.items():
        store.write_bytes(content, f"{target}/{name}")


def switch(store: Store, release: str, action: str) -> None:
    """Let `current` point at a release, in one step, and note it in the history."""
    before = current_release(store)
    if before != release:
        _point(store, release)
    events = history(store)
    if not events or events[-1].release != release:
        sequence = events[-1].sequence + 1 if events else 1
        event = Event(sequence, release, before, action, datetime.now(UTC).isoformat(timespec="seconds"))
        store.write_bytes(to_json(vars(event)), f"{HISTORY}/{sequence:08d}-{release}.json")


def _point(store: Store, release: str) -> None:
    if not store.is_local:
        store.write_bytes(to_json({"release": release, "path": release_path(release)}), POINTER)
        return
    link = store.local_path(CURRENT)
    if link.exists() and not link.is_symlink():
        raise StoreError(f"{link} is in the way: it should be a link that zhibiao makes")
    aside = link.with_name(f".current-{secrets.token_hex(6)}")
    aside.symlink_to(f"{RELEASES.rsplit('/', 1)[1]}/{release}", target_is_directory=True)
    aside.replace(link)
    sync_folder(link.parent)


def seen_inputs(store: Store) -> dict[str, str] | None:
    """The inputs that were last published from, and the release they gave; None when that is not known."""
    if not store.exists(SEEN):
        return None
    try:
        return dict(json.loads(store.read_bytes(SEEN)))
    except ValueError:
        # Only a note that saves work: without it everything is built and compared.
        return None


def remember_inputs(store: Store, release: str, digest: str) -> None:
    """Note what a release was made from, so that the same inputs need not be read again."""
    store.write_bytes(to_json({"release": release, "inputs": digest}), SEEN)


def history(store: Store) -> list[Event]:
    """Every move of `current`, oldest first."""
    return [_event(store, path) for path in store.list(HISTORY)]


def _event(store: Store, path: str) -> Event:
    # Not every object store puts a file there in one step: what another writer has begun is read again.
    for wait in (None,) if store.is_local else (*_WAITS, None):
        try:
            return Event(**json.loads(store.read_bytes(path)))
        except (ValueError, TypeError) as error:
            if wait is None:
                raise WarehouseError(f"{path} is damaged: {error}") from error
            time.sleep(wait)
    raise AssertionError("the last try returns or raises")


def all_releases(store: Store) -> list[str]:
    """The ids of the releases that are there whole, sorted."""
    ids = {path.split("/")[2] for path in store.list(RELEASES) if path.count("/") == 3 and path.endswith(MANIFEST)}
    return sorted(ids)
