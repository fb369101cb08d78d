"""Turns of speech around a number that are no part of its name: 光运费就省了, 发到1.6万人手里, 逼近历史最高点."""

from __future__ import annotations

import re

# 逼近820万吨的历史最高点: how far it is from it is no name.
_EXTREME = re.compile(
    "(?:全部)?(?:减少?|降|下降|归|清|缩减?|压减?)[至到为]?零|的?(?:历史|年内|阶段性?|近期)?(?:最?[高低](?:点|位|值)|最[高低]水平|新[高低]|峰值|关口|大关|整数关口?)"
    "(?:之?后[\u3400-\u9fff]{0,10})?"
)
# 突破5%关卡: the mark that a rate keeps to.
_MARKS_REACHED = frozenset(("关卡", "防线", "警戒线", "心理关卡"))
# 发到1.6万人手里: in whose hands is no name.
_HANDS = re.compile("的?(?:手[里中上]|家[里中]|身上|头上|名下|账上|卡[里上]|户头)(?=[，。；、的\\s]|$)")
# 3.2万人里, 14个村里: within what was counted.
_INSIDE = re.compile("(?!.*[在到这那哪向往从])([\u3400-\u9fff]{0,8}?)(?<![公邻马])里[面头]?[，,]?")
# 小麦比去年多打了: what is done more than then.
_THAN_MORE = re.compile("(?:比|较)\x01+(?:同期|年)?(?=[多少][\u3400-\u9fff]{1,3}$)")
# 光运费就省了: the link of 光 … 就 is no part of the name.
_MERELY = re.compile(r"^[\s\x01，]*(?:单单|光|单|仅仅)(?:是|靠)?([^，就]{2,12}?)就(?![业医学读近地餐诊])")
# 农民人均纯收入达到历史新高的6180元: that it was never so high is no part of the name.
_NEVER_SO_HIGH = re.compile(
    "(?<=..)(?:均|都|也|再次|再度|首次)?(?:达到?|创下?|创造|为|是|增[长加]?[到至]|[升提涨][高升至到]{0,2}|降[低至到]{0,2})了?"
    "(?:历史|有史以来|近年来?|历年)的?(?:最高|新高|最好|新低|最低)(?:点|水平|纪录|位)?的?$"
    "|(?<=..)(?:达到?|创下?|创造)了?(?:创纪录|破纪录|前所未有|史无前例)的?$"
)
_NEVER_ENDS = ("的", "高", "低", "好", "平", "点", "位", "录")
# 创旅游综合收入8亿元: how it came about.
_BRINGS = re.compile("^年?创(?=(?:旅游|综合|社会)[\u3400-\u9fff]{0,4}收入|[\u3400-\u9fff]{0,2}(?:产值|利税|税收|利润))")
# 海关公布外贸数据——某区进出口总值: who made what known.
_MADE_KNOWN = re.compile(
    "^[^，。；—]{0,24}(?:公布|发布|披露|通报)[^，。；—]{0,16}(?:数据|情况|成绩单|信息|公报)——(?=[\u3400-\u9fff]{2})"
)
# 32个村已于去年底退出: when, between what was counted and what became of it.
_LED_TO_DATE = re.compile(
    "(?:^|(?<=[\u3400-\u9fff]))[已均都也将又]*于\x01+[底末初]?(?:左右|前后|前(?![往来去]))?(?=[\u3400-\u9fff]{2})"
)


def said_plainly(text: str) -> str:
    """The words before a number without what only weighs or compares them."""
    text = _NEVER_SO_HIGH.sub("", text) if text.endswith(_NEVER_ENDS) else text
    text = _MADE_KNOWN.sub("", text) if "——" in text else text
    text = _BRINGS.sub("", text) if "创" in text[:2] else text
    text = _THAN_MORE.sub("", text) if "比" in text or "较" in text else text
    return _MERELY.sub(r"\1", text) if "就" in text else text


def is_no_name(text: str) -> bool:
    """Whether the words behind a number only say how far it is from an extreme, or in whose hands."""
    text = text.rstrip("。！；\n ")
    return text in _MARKS_REACHED or _EXTREME.fullmatch(text) is not None or _HANDS.match(text) is not None


def without_inside(text: str) -> str:
    """The words behind a number without the 里 that says within what was counted, and without the lead to a date."""
    text = _LED_TO_DATE.sub("", text) if "\x01" in text else text
    inside = _INSIDE.fullmatch(text) if "里" in text else None
    return inside[1] if inside else text
