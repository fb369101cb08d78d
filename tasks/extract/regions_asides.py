"""Places that a text names by the way: how far it is to them, where its own town lies, who builds something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract import regions_words as cues
from tasks.extract.cues import ABOUT
from tasks.extract.gazetteer import Gazetteer
from tasks.extract.regions_place import Place, Spot

_SENTENCE, _FEW = 80, 4
# 乙市南端，: on which side of it something lies.
_SIDE = re.compile("(?:境内的?)?(?:[最正]?[东南西北中]{1,2}(?:[部端面麓缘]|北部)|腹地|边缘|中心|境内)(?=[，,。、；])")
_LIES = re.compile("位于|地处|坐落|处于|处在")
_SETTLED = ("村", "社区", "嘎查", "镇", "乡", "街道", "苏木")
# 距甲站5公里、乙机场20公里: how far it is to a place, behind the first of a row.
_HOW_FAR = re.compile(
    "(?:[一-鿿]{0,6}?(?:城区|市区|县城|区|城|站|机场|港口?|口岸|码头|景区|出?入口|互通))?"
    rf"(?:{ABOUT}|仅|只有|大约|各|均|为)*[0-9.]+[多余]?(?:公里|千米|华里|里(?!面)|分钟)"
)
_FROM_HERE = re.compile("[距离][^。；\n]*$")

_BODIES = ("公司", "集团", "总厂", "设计院", "研究院", "工程局", "总队")
_BODY = re.compile(f"[一-鿿（）()]{{0,20}}?(?:{'|'.join(_BODIES)})")
_BY = re.compile("(?<![来缘理自])由[^，。；：\n0-9]*$")


def named_aside(spot: Spot, before: Sequence[Place], book: Gazetteer) -> bool:
    """Whether a place is only named by the way."""
    return _agent(spot) or _far_from(spot) or _around_home(spot) or _goes_on_lying(spot, before, book)


def _far_from(spot: Spot) -> bool:
    """Whether the place is one of a row that something lies so far from (距甲站5公里、乙机场20公里)."""
    if _HOW_FAR.match(spot.text, spot.place.end) is None:
        return False
    return _FROM_HERE.search(spot.text, max(0, spot.place.start - _SENTENCE), spot.place.start) is not None


def _agent(spot: Spot) -> bool:
    """Whether a place only belongs to the name of a body that something is done by (由甲省乙公司、丙市丁集团投资)."""
    named = spot.place.rule == "institution" and spot.place.name.endswith(_BODIES)
    if not named and (spot.place.rule != "mention" or _BODY.match(spot.text, spot.place.end) is None):
        return False
    return _BY.search(spot.text, max(0, spot.place.start - _SENTENCE), spot.place.start) is not None


def _goes_on_lying(spot: Spot, before: Sequence[Place], book: Gazetteer) -> bool:
    """Whether the place goes on telling where a part of it lies (位于甲省东部，乙市南端): it holds the page's own area,
    or the one that heads the sentence."""
    code = spot.place.code
    if code is None or spot.opens or not spot.lead.endswith(("，", "、")) or not _SIDE.match(spot.text, spot.place.end):
        return False
    low = max(spot.text.rfind(sign, max(0, spot.place.start - _SENTENCE), spot.place.start) for sign in "。\n") + 1
    if _LIES.search(spot.text, low, spot.place.start) is None:
        return False
    heads = [other.code for other in before[-_FEW:] if other.start >= low and other.reach == "topic"]
    return any(inner not in (None, code) and book.inside(inner or "", code) for inner in (spot.home.code, *heads))


def _around_home(spot: Spot) -> bool:
    """Whether the town or village that the page is about lies in the place (我镇位于甲县中部)."""
    if spot.home.code is not None or not spot.home.name.endswith(_SETTLED):
        return False
    lies = cues.LIES_IN.search(spot.lead)
    # 位于甲县的乙厂: something else there.
    return lies is not None and not spot.text.startswith("的", spot.place.end)
