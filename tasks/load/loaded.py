"""What every load returns, and how one fails."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Loaded:
    """What a load did: where, which release, and whether anything had to be done."""

    target: str
    release: str
    changed: bool


class LoadError(RuntimeError):
    """A load that failed and left everything as it was; the message is the database's."""
