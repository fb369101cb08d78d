"""What a release was made with, as two hashes: the rules (code) and the vocabulary (data).

Both go into the manifest's `input_ids`; comparing two releases tells by them whether a row differs
because a rule changed or because a word list did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tasks.vocabulary import vocabulary_path

STAGES = ("clean", "segment", "extract", "validate")
_TASKS = Path(__file__).resolve().parent.parent


def ingredients() -> dict[str, str]:
    """`rules` and `vocabulary`, each as 12 hex digits."""
    code = (path for stage in STAGES for path in (_TASKS / stage).rglob("*.py") if path.name != "task.py")
    words = (path for path in vocabulary_path("").rglob("*") if path.is_file())
    return {"rules": _hash(code), "vocabulary": _hash(words)}


def _hash(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
