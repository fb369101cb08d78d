"""What opens a clause and is no part of a name: the mark of an item, its number in words, and what was before."""

from __future__ import annotations

import re

# 由改革前的每人80元: before what it was is no name.
_BEFORE_WHAT = re.compile(r"^\s*[由从]\x01*[\u3400-\u9fff]{2,4}(?<![当目日年眼])前的")
# 比2015年森林覆盖率提高3个百分点: what it is held beside stands in front of the thing itself.
_LED_BY_BASE = re.compile(
    "^(?:相[比较]|相较于|[比较])\x01+(?:同期|同月|年?末|年?底)?(?!水平|相[比较]|的|实际|同期)(?=[\u3400-\u9fff]{2})"
)
# 教育扶贫一是新建学校: the mark of the first of several.
_FIRST_IS = re.compile("^[\u3400-\u9fff]{2,8}(?<![之统唯第单同])[一二三四五六七八九]是(?=[\u3400-\u9fff]{2})")
# 诊疗费由改革前的1.5元，提高到…: nor behind what it was of.
_FORMER_TIMES = ("前的", "时的", "初的")
_FORMERLY = re.compile(r"(?<=[\u3400-\u9fff”）])[由从]\x01*[\u3400-\u9fff]{2,6}(?<![当目日年眼平同])[前时初]的$")
# 1.地级市…, （一）全县…, ①…, ★…, 【工业】…: the mark of an item.
_ITEM = re.compile(
    r"^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z])(?:[）)]|[.．、](?![\d二三四五六七八九]))[.．、]?"
    r"|[①-⒇㈠-㈩Ⅰ-Ⅻ❶-❿★☆●○◆◇■□▲△◎※•·]+[.．、]?|【[^】\x02]{1,12}】)\s*"
)
# 四是两次强震, 三要新建3所: the number of the item.
_LISTED_AS = re.compile(r"^[\s“]*[一二三四五六七八九十]{1,2}(?:是(?!否)|要(?=$|新建|完成|建设|实施|开展))")
# The first letters of an item's mark, and of all three; any digit opens an item too.
_OPENS_ITEM = frozenset("（(一二三四五六七八九十【★☆●○◆◇■□▲△◎※•·").union(
    *(map(chr, range(ord(first), ord(last) + 1)) for first, last in ("AZ", "az", "①⒇", "㈠㈩", "ⅠⅫ", "❶❿"))
)
_OPENS = _OPENS_ITEM | frozenset("“由从")
# 31个省（区、市）和新疆生产建设兵团报告新增病例: who reports is no part of what is reported.
_REPORTERS = re.compile(
    r"^[\s\x01\x02]*(?:省区市|省份|省|自治区|直辖市|、|[（(][^（()）]{1,12}[）)])*(?:[和及与]?新疆(?:生产建设)?兵团)?"
    r"(?:累计|共)?(?:报告|通报)(?=(?:累计|现有|新增|本土|接种|确诊|无症状|疑似))"
)


def without_item(text: str) -> str:
    """The text without the mark of an item."""
    first = text.lstrip()[:1]
    return _ITEM.sub("", text) if first in _OPENS_ITEM or first.isdigit() else text


def without_former(text: str) -> str:
    """The text without the time of the level that it ends with."""
    return _FORMERLY.sub("", text) if text.endswith(_FORMER_TIMES) else text


def without_first(text: str) -> str:
    """The text without the mark of the first of several."""
    return _FIRST_IS.sub("", text) if "是" in text[3:11] else text


def without_base(text: str) -> str:
    """The text without what it is held beside in front of the thing itself."""
    return _LED_BY_BASE.sub("", text)


def without_opening(text: str) -> str:
    """The text without the mark of an item, its number in words, or what was before."""
    first = text.lstrip()[:1]
    if "报告" in text or "通报" in text:
        text = _REPORTERS.sub("", text)
    if first not in _OPENS and not first.isdigit():
        return text
    return _BEFORE_WHAT.sub("", _LISTED_AS.sub("", _ITEM.sub("", text)))
