"""Words that stand where the name of a figure is left out: when another level held (起步时则是200万, 当初只有20户)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tasks.vocabulary import either, read_yaml

_LONGEST = 14


@cache
def elided_words() -> dict[str, Any]:
    """The vocabulary of what is left out (seeds/vocabulary/elided.yaml), read once a process."""
    words: dict[str, Any] = read_yaml("elided.yaml")
    return words


@cache
def _when() -> re.Pattern[str]:
    """Words that do nothing but say when, and that a level held then."""
    words: dict[str, list[str]] = elided_words()["whens"]
    some = rf"(?:(?![在于，])[\u3400-\u9fff]){{0,{_LONGEST}}}?"
    not_when = "".join(f"(?<!{word})" for word in words["not_when"] if len(word) > 1)
    return re.compile(
        rf"[\s，,；;、]*(?:{either(words['lead'])})*"
        rf"(?:\x01+(?:的?时候?|前|后|初|底|末)?|{either(words['words'])}|{some}[\u3400-\u9fff](?:{either(words['ends'])}){not_when})"
        rf"(?P<says>[，,]?(?:{either(words['says'])}|\x01)*)[\s]*"
    )


def only_when(words: str) -> bool:
    """Whether words do nothing but say when a level held (而当初只有, 脱贫之前)."""
    return len(words) <= 2 * _LONGEST and _when().fullmatch(words) is not None
