"""Labels at the head of a line that say which area it tells of: 甲省暴雨灾情：乙、丙等8市…."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tasks.extract.gazetteer import COUNTRY, Gazetteer
from tasks.extract.model import RegionMention
from tasks.extract.regions_place import Place

_LABEL = re.compile(r"[^，。；：:、\n“”（）()]{0,10}?[：:](?=[^\s“])")
# 甲省省长：…, 甲市某局负责人：…: who speaks, not which area is listed.
_SPEAKER = re.compile("(?:(?<![增成延生])长|书记|记者|主任|主席|负责人|发言人|代表|专家|委员|干部|同志)[：:]$")
_HEAD = re.compile(r"(?:^|\n)[ \t　]{0,8}(?:其中，?|[0-9一二三四五六七八九十]{1,2}[、.．])?$")
_LEAD = 14
_STOP = re.compile(r"[，,。；;\n]")
# A label has its own list, in so many letters behind it.
_FAR = 160


class Label(NamedTuple):
    """An area that heads a line: its name's start, the end of the label, the end of the list behind it, its code."""

    start: int
    end: int
    stop: int
    code: str


def labels(text: str, mentions: Sequence[RegionMention]) -> list[Label]:
    """The areas that head the lines of a text, in order."""
    found: list[Label] = []
    for mention in mentions:
        if mention.code in (None, COUNTRY) or not _HEAD.search(text, max(0, mention.start - _LEAD), mention.start):
            continue
        label = _LABEL.match(text, mention.end)
        if label and not _SPEAKER.search(label[0]):
            stop = _STOP.search(text, label.end(), label.end() + _FAR)
            end = stop.start() if stop else min(len(text), label.end() + _FAR)
            found.append(Label(mention.start, label.end(), end, mention.code or COUNTRY))
    return found


def reach_under(place: Place, known: Sequence[Label], book: Gazetteer) -> str:
    """How far a label reaches, and that a place is only one of those, or the group of those, that a label's area lists
    behind it; empty for any other place."""
    index = bisect_right(known, place.start, key=lambda label: label.start) - 1
    label = known[index] if index >= 0 else None
    if label is None or place.start == label.start:
        return "topic" if label else ""
    if not label.end <= place.start < label.stop:
        return ""
    listed = place.rule == "mention" and book.inside(place.code or COUNTRY, label.code)
    return "ignored" if listed or place.rule == "group" else ""
