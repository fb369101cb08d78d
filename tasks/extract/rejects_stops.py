"""Places in a list whose names only look like numbers: 新建六景、横州、玉林北等车站, 线路经三间、龙潭和石桥等村."""

from __future__ import annotations

import re

from tasks.extract.rejects_context import Place, Verdict

_KIND = "(?:车站|火车站|高铁站|客运站|站点|站|乡镇|[镇乡村]|街道|市县|[区县]县|县[区市]|村庄|景区|码头|港口)"
# What follows has no number of its own: of 新建三座、改建两座车站 both count.
_REST = re.compile(
    rf"(?:、[^，。；、\d一二两三四五六七八九十等]{{1,6}}){{0,9}}(?:[和及与][^，。；、\d一二两三四五六七八九十等]{{1,6}})?等{_KIND}(?![\u3400-\u9fff]{{0,2}}\d)"
)
_AHEAD = re.compile("(?:、|新建|新设|设有?|途经|经过?|停靠|走访|来到|涉及|分布在|位于|包括|连接|串联)$")
_PLAIN_MOST, _WIDE = 9, 64


def listed_place(place: Place) -> Verdict | None:
    """新建六景、横州、玉林北等车站: the first stop of those that are named."""
    amount = place.amount
    if amount.form != "chinese" or amount.unit is None or not 1 < amount.value <= _PLAIN_MOST:
        return None
    if amount.end - amount.start != 2 or place.after[:1] not in ("、", "和", "及", "与", "等"):
        return None
    said = _AHEAD.search(place.before) and _REST.match(place.text, amount.end, amount.end + _WIDE)
    return ("name", "place") if said else None
