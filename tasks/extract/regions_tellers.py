"""Who tells of a figure is not whom it is about: the outlet of a byline, analysts and institutes with their reports,
and bodies of the whole country in the page of a local outlet."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract import regions_nation as nationwide
from tasks.extract.gazetteer import words
from tasks.extract.regions_place import Spot
from tasks.vocabulary import either

_LEAD = 120
_OUTLETS = ("电视台", "电台", "卫视", "广播", "报社", "日报", "晚报", "杂志社", "网", "通讯社")
_TOLD_IN = ("在", "通过", "经由", "登陆", "登上", "于")
# 甲日报讯（记者 乙）: an outlet signs at the head.
_BYLINE = re.compile(
    r"[\s　（(【\[]{0,8}(?P<name>[一-鿿]{2,8}?(?:报|网|台|社|新闻|客户端|在线))(?:综合)?讯(?![息问飞])"
    r"(?:[\s　]{0,4}[（(][^（）()\n]{1,30}[）)])?[\s　：:】\]]{0,4}"
)
# 甲在线乙市6月24日讯, 甲新闻网9月11日电: with the place and the day of its news.
_DATED_BYLINE = re.compile(
    r"[\s　（(【\[]{0,8}(?P<name>[一-鿿]{2,8}?(?:报|网|台|社|新闻|客户端|在线))[一-鿿]{0,8}?[\s　]?"
    r"(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:讯(?![息问飞])|电(?![视影话力量动信])|消息|报道)"
)
# When it is told: 8月8日，, 记者昨日从.
_WHEN = (
    "(?:(?:(?:[0-9年月号]|日(?!前)){2,11}+|昨[天日]|今[天日]|日前|近日|最新|记者|[上下]午|[获据从自]|根据|来自"
    "|[，,：:\\s])){0,8}"
)
_GIVES = "(?:发布|公布|通报|印发|下发|披露|统计|监测|测算|预测|发出|出台|通知|最新|数据|报告|消息|获悉|了解到|显示)"


def byline(text: str) -> re.Match[str] | None:
    """The byline of an outlet at the head of a text (甲日报讯)."""
    return _BYLINE.match(text)


def in_byline(text: str, start: int, end: int) -> bool:
    """Whether a name is part of the outlet that signs at the head of a text."""
    signed = (_BYLINE.match(text) or _DATED_BYLINE.match(text)) if start < _LEAD else None
    return signed is not None and signed.start("name") <= start and end <= signed.end("name")


@cache
def _of_market() -> re.Pattern[str]:
    """What makes a name that of whom a market is told by: 甲市某券商分析师认为, 乙研究院分析报告显示."""
    kinds, reports, says = (either(words()["tellers"][name]) for name in ("kinds", "reports", "says"))
    return re.compile(
        rf"(?:[^，。；：、,;:\n0-9“”]{{0,16}}?(?:{kinds})(?:[^，。；：、,;:\n“”]{{0,14}}?(?:{says})|的?[^，。；：、,;:\n0-9“”]{{0,6}}数据)"
        rf"|(?:最新|的|发布|近日|日前|公布)*(?:{reports})[^，。；：,;:\n0-9“”]{{0,6}}?(?:{says}))"
    )


def only_tells(text: str, end: int) -> bool:
    """Whether a name that ends here only says where those sit who tell of a market, or which of them does."""
    return _of_market().match(text, end) is not None


# 出席甲市某论坛指出: where someone told it.
_SPOKE_AT = re.compile(
    r"[^，。；,;\n]{0,14}?(?:大会|论坛|峰会|年会|研讨会|座谈会|高峰会|记者会|发布会|说明会)[^，。；,;\n]{0,8}?"
    "(?:指出|表示|说|称|强调|认为|提到|透露|预测)[，,：:]"
)
_CAME_TO = ("出席", "参加", "参与", "在", "于")


def spoke_at(text: str, start: int, end: int) -> bool:
    """Whether a name only says at which meeting someone told something (出席甲市某论坛指出，…)."""
    return text.endswith(_CAME_TO, 0, start) and _SPOKE_AT.match(text, end) is not None


def tells_news(spot: Spot) -> bool:
    """Whether an outlet is only where someone tells something (在甲电视台播出14期), or a body or what points at an area
    (国内分析师认为) only belongs to whom a market is told by."""
    body = spot.place.rule == "institution"
    if body and spot.lead.endswith(_TOLD_IN) and spot.place.name.endswith(_OUTLETS):
        return True
    return (body or spot.place.rule.startswith("pointer")) and only_tells(spot.text, spot.place.end)


@cache
def _of_nation() -> re.Pattern[str]:
    """A body of the whole country, or one that watches its markets, in front of what it gives out."""
    told = either((*words()["national_bodies"], *words()["tellers"]["watchers"]))
    return re.compile(rf"{_WHEN}(?:{told})(?!级)[^，。；\n]{{0,16}}?{_GIVES}")


def told_by_nation(text: str) -> bool:
    """Whether a text opens, behind the byline of its outlet, with what a body of the whole country gives out."""
    signed = _BYLINE.match(text)
    at = signed.end() if signed else 0
    return _of_nation().match(text, at) is not None or nationwide.national_bodies().match(text, at) is not None
