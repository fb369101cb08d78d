"""Versions of the stages: what would have to change for a stage's output to change.

A stage's version is a hash over its own code, the contracts, the vocabulary files that its code
names, the libraries whose results it takes over, and the version of the stage above it. A changed
rule or word list therefore makes exactly the stages anew that it can touch.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import metadata
from pathlib import Path

from tasks.vocabulary import seeds_root, vocabulary_path

UPSTREAM: dict[str, str | None] = {
    "clean": None,
    "segment": "clean",
    "extract": "segment",
    "validate": "extract",
    "monitor": "validate",
}
LIBRARIES: dict[str, tuple[str, ...]] = {
    "clean": ("resiliparse", "opencc", "pypinyin", "rensa"),
    "segment": ("rjieba", "jieba"),
    "extract": ("rjieba",),
    "validate": ("great-expectations",),
    "monitor": (),
}
_TASKS = Path(__file__).resolve().parent
_FILE_NAME = re.compile(r"[\"'/]([\w.-]+\.(?:ya?ml|csv|json|txt|bin|zst|gz|npz|parquet))[\"']")


@cache
def stage_version(stage: str) -> str:
    """The version of a stage as 12 hex digits; KeyError for an unknown stage."""
    upstream = UPSTREAM[stage]
    digest = hashlib.sha256()
    digest.update((stage_version(upstream) if upstream else "").encode())
    for path in _ingredients(stage):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for library in LIBRARIES[stage]:
        digest.update(f"{library}=={metadata.version(library)}".encode())
    return digest.hexdigest()[:12]


def code_version() -> str:
    """One version for the whole way, for manifests and observations."""
    return stage_version("validate")


def _ingredients(stage: str) -> list[Path]:
    # task.py only carries data to and from the domain functions; the Prefect around it is no ingredient.
    code = sorted(path for path in (_TASKS / stage).rglob("*.py") if path.name != "task.py")
    named = {name for path in code for name in _FILE_NAME.findall(path.read_text(encoding="utf-8"))}
    vocabulary = sorted(path for path in map(vocabulary_path, named) if path.is_file())
    rules = [seeds_root() / "corrections.yaml", *sorted((_TASKS.parent / "expectations").glob("*.json"))]
    return [_TASKS / "contracts.py", *code, *vocabulary, *(rules if stage == "validate" else [])]
