"""Areas that a sentence opens with by their short names to say in what wider area they lie (泾川位于甘肃省东部)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tasks.extract.gazetteer import Gazetteer
from tasks.extract.model import RegionMention

_VERBS = ("位于", "地处", "坐落", "隶属", "居于")
_LIES = re.compile(r"(?:^|[\n。])[\s　]{0,8}+(?P<name>[一-鿿]{2,4}?)，?(?:位于|地处|坐落[于在]?|隶属于?|居于)")
_NEAR = 10
_LEVELS = ("county", "prefecture")


def lying(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[RegionMention]:
    """The areas at the head of a sentence that lie in the wider one that their clause names next."""
    if not any(verb in text for verb in _VERBS):
        return []
    starts = [mention.start for mention in mentions]
    found: list[RegionMention] = []
    for lead in _LIES.finditer(text):
        index = bisect_left(starts, lead.end())
        outer = mentions[index].code if index < len(starts) and starts[index] <= lead.end() + _NEAR else None
        if outer is None or (index and mentions[index - 1].end > lead.start("name")):
            continue
        meant = [
            region
            for region in book.shorts.get(lead["name"], ())
            if region.valid_to is None and region.level in _LEVELS and region.code != outer
        ]
        inside = [region.code for region in meant if book.inside(region.code, outer)]
        if len(inside) == 1:
            code = inside[0]
            level = book.level(code) or ""
            found.append(RegionMention(lead.start("name"), lead.end("name"), code, book.full_name(code), level))
    return found
