"""How long a way takes on a line or a bridge: a fact once it is open, a target as long as it is to open."""

from __future__ import annotations

import re

from tasks.extract.status_cues import Place

_LENGTHS = ("小时", "分钟")
_FAR = 200
_OPENS = "通车|开通|运营|首发|开行|投用|投入使用|启用"
# 甲乙高铁今天正式开通运营, unlike 将于今天开通.
_TODAY = "(?<!将于)(?<![将到])(?:今[天日晨]|昨[天日]|日前|近日|上午|下午)"
_OPENED = re.compile(rf"{_TODAY}[^。，,；;将]{{0,24}}?(?:{_OPENS})(?!后)")
# 这座大桥将正式通车; 即将开通.
_WHEN = "20[0-9]{2}年|今年|明年|年[内底中初]|[0-9]{1,2}月|[0-9]{1,2}[日号]|[底末内]|明天|全线|全面|正式|建成"
_TO_OPEN = re.compile(rf"(?:将|有望|力争|预计|计划)(?:于|在|要)?(?:{_WHEN})*(?:{_OPENS})(?!后)")
# 大桥项目日前启动。建成后，仅需20分钟: what is being built.
_ONCE_BUILT = re.compile(f"(?:建成|完工|竣工|{_OPENS})(?:之|以)?后[，,]")
_AT_WORK = re.compile("启动|开工|动工|奠基|在建|施工|建设|合龙|贯通|铺轨|推进|联调联试")
_WAY = re.compile(
    "(?:只|仅|最快|缩短|压缩|缩减|需|耗时|用时|车程|时间|可达|抵达|到达|直达|变成|变为)[^。；;0-9]{0,14}$"
)
# 将于10月通车。目前车程需40分钟: as it is until then, unlike 目前需2小时，通车后….
_UNTIL_THEN = re.compile("(?:目前|现在|眼下|此前|过去|原来|原先|以前|以往|之前|去年|昔日)(?![^。；;\n]*(?:后|届时|将))")


def on_the_way(at: Place, clause: str) -> str:
    """The status of the time that a way takes, as the text has told before whether what leads there is open; "" for any
    other number and where it tells nothing of that."""
    if not at.text.endswith(_LENGTHS, at.start, at.end) or not _WAY.search(clause):
        return ""
    low = max(at.text.rfind("\n", 0, at.start) + 1, at.start - _FAR)
    sentence = max(at.text.rfind("。", low, at.start), low)
    if _UNTIL_THEN.search(at.text, sentence, at.start) or _TO_OPEN.search(at.text, sentence, at.start):
        return ""
    opened = [(found.end(), "observation") for found in _OPENED.finditer(at.text, low, sentence)]
    opened += [(found.end(), "target") for found in _TO_OPEN.finditer(at.text, low, sentence)]
    if not opened and _ONCE_BUILT.search(at.text, sentence, at.start) and _AT_WORK.search(at.text, low, sentence):
        return "target"
    return max(opened)[1] if opened else ""
