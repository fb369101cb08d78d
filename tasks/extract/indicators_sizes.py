"""What a number says of the thing behind it: 50米宽的瀑布 (瀑布宽度), 有着60多年历史的企业 (企业历史)."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_parts import LENGTHS
from tasks.extract.indicators_wording import Wording, phrases
from tasks.vocabulary import either

_DISTANCES = frozenset(("公里", "米", "厘米", "毫米", "千米"))
_AS_LONG = re.compile(f"(?:一[条道座个处片]|这[条道座]|^)([长宽高深厚])达?(?:{ABOUT}|超过?)?$")
# 架设长达170米的围篱: how long the thing behind it is, unlike what has a side of its own (水深达3米的河段).
_REACHES = re.compile(f"(?<![全总身体水楼坝线里路波桥径周延边])([长宽高深厚])达(?:{ABOUT}|超过?)?$")
_SIDE = re.compile("([长宽高深厚])的(?=[\u3400-\u9fff])")
_PAST = re.compile("的?((?:[发办建传经运][\u3400-\u9fff])?历史)的(?=[\u3400-\u9fff])")
# 瀑布下穿越, 桥上行走: where something goes on.
_WHERE = re.compile("(?<=[\u3400-\u9fff]{2})(?:[上下](?!游|水|[海岸山])|之[上下中内外])[\u3400-\u9fff]*$")


@cache
def _does() -> re.Pattern[str]:
    return re.compile(either(phrases()["deeds_of_things"]))


def sized(wording: Wording, frame: Frame, slot: Slot) -> str:
    """The thing behind a number with the side or the past of it that the number tells, "" elsewhere."""
    if long := _as_long_as(frame, slot):
        return wording.after(frame.after) + long
    return _size_or_age(wording, frame, slot)


def _as_long_as(frame: Frame, slot: Slot) -> str:
    """The noun of the size of what stands behind a number (一条长达3公里的堤坝 → 长度), "" elsewhere."""
    if slot.unit not in _DISTANCES or not frame.after.startswith("的"):
        return ""
    found = _AS_LONG.search(frame.before) or _REACHES.search(frame.before)
    return f"{found.group(1)}度" if found else ""


def _size_or_age(wording: Wording, frame: Frame, slot: Slot) -> str:
    """50米宽的瀑布 → 瀑布宽度, 60多年历史的企业 → 企业历史, "" elsewhere."""
    if slot.unit in _DISTANCES:
        found, noun = _SIDE.match(frame.after), "度"
    elif slot.unit in LENGTHS:
        found, noun = _PAST.match(frame.after), ""
    else:
        return ""
    if found is None:
        return ""
    behind = frame.after[found.end() :].rstrip("。！；，,\n ")
    behind = _does().split(behind, maxsplit=1)[0]
    thing = _WHERE.sub("", behind if len(behind) == 1 else wording.subject(behind))
    return f"{thing}{found[1]}{noun}" if thing else ""
