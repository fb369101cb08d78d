"""Countries and places abroad: where they are the scene of what is counted, and where only partners or markets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_place import Place, Spot

_SENTENCE = 80
_WHOLE_WORLD = re.compile(r"(?:全球|全世界)(?![第最首]|排名|[^，。；,;]{0,8}(?:第[一二三四五六七八九十]|首位|之首|最))")
# 目前全球的粮食贸易量: the world as what its clause tells of, not as what something is compared with.
_WORLD_SUBJECT = re.compile(
    "(?:全球|全世界)(?:的|同时?期的?)?(?:[一-鿿]{0,4}(?:贸易[量额]|产量|消费量|需求量|销量|库存)|平均气温|平均温度|气温|总?人口|经济增[速长])"
)
_WORLD_LEAD = re.compile(
    "(?:^|[，。；：、\\s])(?:而|但|且|因为|目前|现在|当前|如今|近年来|同期|去年|今年|[\\d０-９]{4}年)*$"
)
# 世界经济增长预期, 世界人均3亩: of the world in their own clause.
_OF_WORLD = re.compile("世界(?:经济(?!论坛|体|强|大|[一-鿿]{0,4}第)|人均|贸易(?!组织)|人口)")
_CHOSEN_FROM = re.compile("[0-9]+多?[个项家名](?!国家|地区|经济体)")
# A country abroad as a member of a list or a partner, no scene: 甲国和乙国, 丙国对华投资.
_WITH_US = re.compile(r"[、和与及等在对]|[^，。；,;]{0,12}?(?:对华投资|[来访在赴]华)")
# A country abroad as the scene or the subject of a clause, and what speaks of China before it.
_SET_ABROAD = re.compile("(?:[，；：,;:]|在|造成|导致|已致|肆虐|袭击)$")
_OWN_SIDE = re.compile("我国|我军|我驻|中国|中方|中企|中央|国内|全国|国家主席|总书记|总理|外交部|商务部")


def abroad(spot: Spot, before: Sequence[Place]) -> str:
    """A country abroad governs its sentence in national news where it opens it, or heads a clause of it in which no
    place at home stands before it; the world also in its own sense."""
    text, place = spot.text, spot.place
    chosen = spot.lead.endswith("从") and _WHOLE_WORLD.match(text, place.start)
    if chosen and _CHOSEN_FROM.match(text, place.end):
        return "local"
    if _WHOLE_WORLD.match(text, place.start):
        told = _WORLD_SUBJECT.match(text, place.start) and _WORLD_LEAD.search(spot.lead)
        return "clause" if spot.opens or told else "ignored"
    if _OF_WORLD.match(text, place.start) and not spot.lead.endswith("对"):
        return "local"
    if spot.home.code != COUNTRY or place.name in words()["never_home"] or _WITH_US.match(text, place.end):
        return "ignored"
    return "clause" if spot.opens or (_SET_ABROAD.search(spot.lead) and not _at_home(spot, before)) else "ignored"


def _at_home(spot: Spot, before: Sequence[Place]) -> bool:
    """Whether the sentence has named an area at home before the place."""
    low = max(spot.text.rfind(sign, max(0, spot.place.start - _SENTENCE), spot.place.start) for sign in "。！？\n") + 1
    if any(place.rule != "foreign" and place.start >= low for place in before[-4:]):
        return True
    return _OWN_SIDE.search(spot.text, low, spot.place.start) is not None
