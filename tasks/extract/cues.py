"""The words around a number by which it is judged, from seeds/vocabulary/number_cues.yaml."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tasks.vocabulary import either, read_yaml


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = read_yaml("number_cues.yaml")
    return lists


def listed(name: str) -> tuple[str, ...]:
    """The words of a list."""
    return tuple(str(_lists()[name]).split())


def any_of(name: str) -> str:
    """A pattern that matches any word of a list, the longest first."""
    return "(?:" + either(listed(name)) + ")"


def mapping(name: str) -> dict[str, str]:
    """A list of the file whose words stand under keys."""
    return {str(key): str(words) for key, words in _lists()[name].items()}


ABOUT = any_of("about")
"""A pattern of what makes a number a round one: 大约, 将近."""
