"""What every load returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Loaded:
    """What a load did: where, which release, and whether anything had to be done."""

    target: str
    release: str
    changed: bool
