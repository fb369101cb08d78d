"""Figures of a firm and its shares, which print no unit or only one for a list: 每股收益0.55/0.72/0.95元.

What a share earns is money, and what it costs of its earnings a multiple.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tasks.extract.amounts import Amount
from tasks.extract.cues import ABOUT
from tasks.extract.lists import scaled
from tasks.vocabulary import either, read_yaml

_LINKS = frozenset(("、", "/", "和", "与", "及", "以及"))
_NEAR, _SENTENCE = 32, 160
_NO_FIRM = re.compile("A股|沪深|板块|行业|指数|大盘|上证|深证|创业板|科创板|全市场|全球|同类")


@cache
def _words() -> Any:
    return read_yaml("shares.yaml")


@cache
def _named() -> re.Pattern[str]:
    """The name of a figure of shares right before a number."""
    groups = "|".join(f"(?P<{group}>{either(_words()[group])})" for group in ("money", "times", "firm"))
    return re.compile(
        rf"(?:{groups})(?:[（(][^（()）\n]{{1,8}}[）)])?(?:{either(_words()['between'])}|{ABOUT}|[：: ]){{0,5}}$"
    )


@cache
def _of_shares() -> re.Pattern[str]:
    return re.compile(f"(?<![A-Za-z])(?:{either((*_words()['money'], *_words()['times']))})(?![A-Za-z])")


def share_figures(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with the units of figures of shares given to those that print none."""
    if not any(word in text for word in _words()["signs"]):
        return amounts
    at = 0
    while at < len(amounts):
        found = _named().search(text, max(0, amounts[at].start - _NEAR), amounts[at].start)
        if found is None:
            at += 1
            continue
        stop = at + 1
        while stop < len(amounts) and text[amounts[stop - 1].end : amounts[stop].start] in _LINKS:
            stop += 1
        _give(text, amounts, at, stop, found.lastgroup or "")
        at = stop
    return amounts


def _give(text: str, amounts: list[Amount], at: int, stop: int, group: str) -> None:
    """The unit of the last of a list to the others, else that of what the list is called."""
    last = amounts[stop - 1]
    bare = [index for index in range(at, stop) if amounts[index].unit is None and amounts[index].form == "arabic"]
    if last.unit is not None:
        for index in bare:
            amounts[index] = amounts[index]._replace(
                value=scaled(text, amounts[index], last), unit=last.unit, kind=last.kind, dimension=last.dimension,
                surface=last.surface,
            )  # fmt: skip
    elif group != "firm" and len(bare) == stop - at and not any(amounts[index].elided for index in bare):
        unit, kind = ("元", "money") if group == "money" else ("倍", "multiple")
        for index in bare:
            amounts[index] = amounts[index]._replace(unit=unit, kind=kind, dimension=kind)


def of_share(text: str, sentence: int, start: int) -> bool:
    """Whether a number stands behind what one firm's shares earn or cost, in its sentence."""
    low = max(sentence, start - _SENTENCE)
    return _of_shares().search(text, low, start) is not None and _NO_FIRM.search(text, low, start) is None
