"""Who pays or decides, told in front of a verb (由各级财政提高到640元): no name of what is paid or decided."""

from __future__ import annotations

import re
from functools import cache

from tasks.vocabulary import either, read_yaml

_BY, _REACH = "由", 20


@cache
def _agent() -> re.Pattern[str]:
    """The words under `agents` in seeds/vocabulary/elided.yaml, compiled once."""
    words: dict[str, list[str]] = read_yaml("elided.yaml")["agents"]
    return re.compile(
        rf"(?<![理自缘事因经])由\x01*[\u3400-\u9fff]{{0,6}}?(?:{either(words['who'])})(?:{either(words['how'])})*$"
    )


def without_agent(text: str) -> str:
    """The words before a verb of change without who changes something; the end is looked at only."""
    if _BY not in text[-_REACH:]:
        return text
    found = _agent().search(text, max(0, len(text) - _REACH))
    return text[: found.start()] if found else text
