"""Who pays or decides, told in front of a verb (由各级财政提高到640元): no name of what is paid or decided."""

from __future__ import annotations

import re
from functools import cache

from tasks.vocabulary import either, read_yaml

_BY, _REACH = "由", 20
_PUTS = frozenset("将把")
# 央行宣布将政策利率从…上调至: what is put in front of its verb is moved, whoever moves it.
_PUT = re.compile(
    "^[\u3400-\u9fff“”A-Za-z\x01]{0,24}?(?<![即必都也还就仍])[将把](?![军握关手])"
    "(?P<object>(?![占达增减升降提扩突超保控稳维回跌涨压缩]|在|于|会|有|从|由|被|为|以|对|向|建|投|新|再|继续|推|实|完|开|达到)[\u3400-\u9fff“”A-Za-z]{3,})$"
)


@cache
def _agent() -> re.Pattern[str]:
    """The words under `agents` in seeds/vocabulary/elided.yaml, compiled once."""
    words: dict[str, list[str]] = read_yaml("elided.yaml")["agents"]
    return re.compile(
        rf"(?<![理自缘事因经])由\x01*[\u3400-\u9fff]{{0,6}}?(?:{either(words['who'])})(?:{either(words['how'])})*$"
    )


def put_in_front(text: str) -> str:
    """The words before a verb of change from 把 or 将 on, which puts what is changed in front of it."""
    put = None if _PUTS.isdisjoint(text) else _PUT.match(text)
    return put["object"] if put else text


def without_agent(text: str) -> str:
    """The words before a verb of change without who changes something; the end is looked at only."""
    if (put := put_in_front(text)) != text:
        return put
    if _BY not in text[-_REACH:]:
        return text
    found = _agent().search(text, max(0, len(text) - _REACH))
    return text[: found.start()] if found else text
