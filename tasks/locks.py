"""Locks between processes that change the same file of a data root."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from tasks.store import Store


@contextmanager
def exclusive(store: Store, relative_path: str) -> Iterator[None]:
    """Let one process in at a time, by a lock file at this path of a local root; others wait.

    The lock ends with the process that holds it. Object storage has no lock: there, of two writers the later stands.
    """
    if not store.is_local:
        yield
        return
    path = store.local_path(relative_path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
