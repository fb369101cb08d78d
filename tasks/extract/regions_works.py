"""Works and zones that only tell where something is: what is told of them is told of the area that they carry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract import regions_words as cues
from tasks.extract.model import RegionMention
from tasks.extract.regions_own_names import is_zone

_LEAD, _SENTENCE = 4, 60
# What is built somewhere: its figures are told of the area that it carries.
_WORKS = ("电站", "隧道", "隧洞", "水库", "风电场")
_IN_AREA = re.compile(
    r"(?:^|[。；;\n])(?P<lead>[\s　]*(?:而|同时|此外|今天|目前|眼下)?在)(?P<area>[^，。；,;]{2,12})，[^。；;]{0,30}$"
)


def is_work(name: str) -> bool:
    """Whether a name is that of something built somewhere, and no firm's."""
    return name.endswith(_WORKS)


def only_where(text: str, start: int, end: int) -> bool:
    """Whether the name of a work, or of a zone that something lies in (项目位于甲市乙园区), only tells where."""
    if is_work(text[start:end]):
        return True
    zone = text.startswith("园区", end - 2) or is_zone(text[start:end])
    return zone and cues.LIES_IN.search(text, max(0, start - _LEAD), start) is not None


def within_area(text: str, start: int, mentions: Sequence[RegionMention]) -> bool:
    """Whether the sentence says at its head in which area a great work lies (在甲州，乙隧道顺利贯通)."""
    opened = _IN_AREA.search(text, max(0, start - _SENTENCE), start)
    if opened is None:
        return False
    return any(mention.code and opened.end("lead") <= mention.start < opened.end("area") for mention in mentions)
