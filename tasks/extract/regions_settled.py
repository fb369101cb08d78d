"""The village or town that a page opens with and keeps to, in whatever area's paper it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tasks.extract.model import RegionMention
from tasks.extract.regions_extended import carried_village
from tasks.extract.regions_villages import own_villages

_HEAD = 200
_LEAD = 80
_FIRST = 4
_OFTEN = 3
# What speaks for more than the village: 全县, 我市, 各地, 全国.
_WIDER = re.compile("[全我本该][省市县州区旗盟](?!域)|全国|我国|中国|各地|各[省市县乡镇]|县委|市委|州委|省委")
# A town speaks of itself (我镇), or is spoken of as a whole (全乡, 该街道).
_ITSELF = re.compile("(?:[我本]|咱们?)(?:[镇乡](?![镇村亲愁土里民])|街道(?!路))")
_AS_A_WHOLE = re.compile("[全该](?:[镇乡](?![镇村亲愁土民])|街道(?!路))")
_OF_WIDER = re.compile("[全我本该](?:县|旗|市(?!场)|区(?![域间]))")
_TOWN = ("镇", "乡", "街道", "苏木")
# What a text about a village, a town or a farm opens with: 青石村位于…, 红星农场，隶属….
_PORTRAIT = re.compile(
    r"[\s　]*(?P<name>(?:(?![的和与及在])[一-鿿]){2,6}?(?:村|社区|嘎查|镇|乡|街道|苏木|农场|牧场|林场))"
    "(?=[，,]?(?:位于|地处|坐落|隶属|[现下]?辖(?!区)|总?面积|总人口|是[^，。；]{0,24}(?:村|社区|镇|乡|[农牧林]场)[，,。；]))"
)


def portrayed(text: str) -> str | None:
    """The village, town or farm that a text opens with by telling where it lies or what it is, and goes on about."""
    found = _PORTRAIT.match(text)
    if found is None:
        return None
    return found["name"] if _OF_WIDER.search(text) is None or text.count(found["name"]) >= _OFTEN else None


def own_town(text: str, mentions: Sequence[RegionMention]) -> str | None:
    """The name of the town that a text speaks for (我镇, else 全镇 of the one it opens with), where it speaks of no
    wider area more often; 我镇 itself where it gives no name."""
    itself = _ITSELF.findall(text)
    own = len(itself) + len(_AS_A_WHOLE.findall(text))
    wider = len(_OF_WIDER.findall(text)) if own else 0
    if own == 0 or wider > own or (wider and not itself):
        return None
    end = len(text) if itself else _LEAD
    carried = (carried_village(text, mention) for mention in islice(mentions, _FIRST) if mention.start < end)
    named = (name for _, _, name in own_villages(text[:end]))
    towns = [name for name in (*carried, *named) if name and name.endswith(_TOWN)]
    return max(towns, key=text.count, default=itself[0] if itself else None)


def kept_village(text: str, mentions: Sequence[RegionMention]) -> str | None:
    """The name of the village or town that a text opens with and names again and again, where it speaks of no area
    around it as a whole."""
    if _WIDER.search(text):
        return None
    carried = (carried_village(text, mention) for mention in islice(mentions, _FIRST) if mention.start < _HEAD)
    own = (name for start, _, name in own_villages(text[:_HEAD]))
    names = [name for name in (*carried, *own) if name and text.count(name) >= _OFTEN]
    return names[0] if names else None
