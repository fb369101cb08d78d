"""The release as a Frictionless data package (Data Package standard, version 2)."""

from __future__ import annotations

from typing import Any

from tasks.warehouse import Manifest


def datapackage(manifest: Manifest) -> dict[str, Any]:
    """The descriptor of a release."""
    return {"name": "zhibiao", "version": manifest.release}
