"""The village or town that a page opens with and keeps to, in whatever area's paper it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tasks.extract.model import RegionMention
from tasks.extract.regions_candidates import carried_village
from tasks.extract.regions_villages import own_villages

_HEAD = 200
_FIRST = 4
_OFTEN = 3
# What speaks for more than the village: 全县, 我市, 各地, 全国.
_WIDER = re.compile("[全我本该][省市县州区旗盟](?!域)|全国|我国|中国|各地|各[省市县乡镇]|县委|市委|州委|省委")


def kept_village(text: str, mentions: Sequence[RegionMention]) -> str | None:
    """The name of the village or town that a text opens with and names again and again, where it speaks of no area
    around it as a whole."""
    if _WIDER.search(text):
        return None
    carried = (carried_village(text, mention) for mention in islice(mentions, _FIRST) if mention.start < _HEAD)
    own = (name for start, _, name in own_villages("\n" + text[:_HEAD]))
    names = [name for name in (*carried, *own) if name and text.count(name) >= _OFTEN]
    return names[0] if names else None
