"""Places on this machine that loads write to: one load at a time, and nothing left of killed ones."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.store import ASIDE, replacing


@contextmanager
def one_load(folder: Path) -> Iterator[None]:
    """Let one load at a time write into a folder, which is made if need be; others wait.

    The lock is on the folder itself and ends with the process that holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def remove_leftovers(path: Path) -> None:
    """Remove what killed loads of this file left beside it; only within `one_load`."""
    for leftover in path.parent.glob(f"{ASIDE}*"):
        if leftover.name.removesuffix(".wal").endswith(f"-{path.name}"):
            leftover.unlink()


def write_text(path: Path, text: str) -> None:
    """Write a text file, whole or not at all."""
    with replacing(path) as sink:
        sink.write(text.encode())
