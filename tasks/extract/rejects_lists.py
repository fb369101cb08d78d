"""Counts that only number the members of the list right before them."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.cues import any_of
from tasks.extract.gazetteer import words
from tasks.extract.rejects_context import Place, Verdict
from tasks.vocabulary import either

_NOT_LISTED = re.compile(r"[立建设有达共了投引派放发出办开行增购]$")
_LIST_BREAK = re.compile(r"[。；！？!?;\n，,：:“”（）()]")
# Classes and bodies that a list names in full: 5项建设工程 behind the five counts all the same.
_LISTED_BY = ("种", "类", "部门")
_PLACES = re.compile("[\u3400-\u9fff]{0,2}?(?:[省区市县州镇乡村湖港岛](?!级)|国家|自治)")
# 浙皖赣3省份: as many provinces as letters.
_LETTERS = re.compile(
    "(?<![京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁]{2,8}$"
)
# 猪牛羊禽四种肉类
_BEASTS = re.compile("[猪牛羊禽鸡鸭鹅兔马驴]{2,6}$")
# 甲山和乙湖两个景区: two names of one sort, side by side.
_PAIR = re.compile(r"[\u3400-\u9fff]{2,6}[和与及][\u3400-\u9fff]{2,8}(?<!的)$")
_LIST_LINK = re.compile(r"、|以及|[和与及]")
_SORTS = ("行业", "大类", "门类", "板块")
_SORTS_AT_LEAST = 3
_SENTENCE_BREAK, _COMMA = re.compile(r"[。；！？!?;\n：:]"), re.compile("[，,]")
_AREAS = ("省", "市", "县", "州", "省市", "市州", "省区", "省区市", "地市")
# 皖北2市、皖南3市入选: how many there.
_OF_A_COUNT = ("、", "，", "。", "；", "入", "获")
_REASON = re.compile(rf"(?:主要|关键|重大|重要|不利|有利|潜在|失衡|正面|负面)?的?{any_of('reasons')}")
_LONGEST_LIST, _LONGEST_MEMBER, _LIST_WINDOW = 34, 12, 200


def list_counter(place: Place) -> Verdict | None:
    """河南、四川两省, 甲、乙、丙等3个园区: a count of the members of the list right before it says nothing new."""
    amount = place.amount
    if _those_told(place):
        return "idiom", "those told"
    if amount.surface == "道" and place.before.endswith("等"):
        return "name", "list counter"
    if (amount.surface or "") in _AREAS and amount.plain <= _LONGEST_LIST and _of_group(place):
        return "name", "list counter"
    letters = _BEASTS if amount.surface == "种" else _LETTERS if amount.dimension == "place" else None
    if letters and (run := letters.search(place.before)) and len(run[0]) == amount.plain:
        return "name", "list counter"
    if _sorts_told(place):
        return "name", "list counter"
    if amount.dimension not in ("thing", "place") or not 2 <= amount.plain <= _LONGEST_LIST:
        return None
    classes = (amount.surface or "").startswith(_LISTED_BY) or _all_named(place)
    of_place = amount.dimension == "place" or _PLACES.match(place.after) is not None
    # 行政、立法、司法三个领域, unlike 六个方面, which are counted.
    named = amount.form == "chinese" and amount.surface == "个" and not place.before.endswith("等")
    named = named and not place.after.startswith("方面")
    # 甲业、乙业和丙业3个行业增加值: sorts of the economy, all of them told.
    named = named or (amount.surface == "个" and not place.before.endswith("等") and place.after.startswith(_SORTS))
    pair = amount.form == "chinese" and amount.plain == 2 and amount.surface in ("个", "项", "类", "种", "条")
    if not (classes or of_place or pair or named):
        return None
    start = max(0, amount.start - _LIST_WINDOW)
    ahead = _LIST_BREAK.split(place.text[start : amount.start])[-1]
    closed = ahead.endswith("等")
    members = _LIST_LINK.split(ahead.removesuffix("等"))
    listed = "、" in ahead and (classes or of_place or named)
    if (
        not (listed or (pair and not closed and "、" not in ahead and _PAIR.search(ahead)))
        or amount.plain not in (len(members), ahead.count("、") + 1)
        or _NOT_LISTED.search(ahead)
    ):
        return None
    if not closed and len(members) == 2 and amount.form == "arabic":
        return None
    return ("name", "list counter") if all(members) and max(map(len, members[1:])) <= _LONGEST_MEMBER else None


def _sorts_told(place: Place) -> bool:
    """Whether as many branches stand before a count of branches, parted by commas (甲及乙业，丙业，丁业3个行业)."""
    amount = place.amount
    if (
        amount.surface != "个"
        or not place.after.startswith(_SORTS)
        or not _SORTS_AT_LEAST <= amount.plain <= _LONGEST_LIST
    ):
        return False
    said = _SENTENCE_BREAK.split(place.text[max(0, amount.start - _LIST_WINDOW) : amount.start])[-1]
    members = _COMMA.split(said)
    return len(members) >= amount.plain and all(member.endswith("业") for member in members[-int(amount.plain) :])


# 老伴干保洁，两人每月能挣3000元: those told before, unlike 两人受伤.
_CLAUSE_HEAD = re.compile(r"(?:^|[，,。；;！\n])$")
_THEY_DO = re.compile(
    "每[月年天日]|又|一起|共同|合伙|都|各自|商量|合计|平均|决定|相识|相恋|结婚|经常|便|就|一直|约定|随即|曾|一拍即合"
)
_FEW_PEOPLE = 4


def _those_told(place: Place) -> bool:
    """Whether 两人, 三人 at the head of a clause mean those whom the text has just told of."""
    amount = place.amount
    if amount.surface != "人" or amount.form != "chinese" or not 2 <= amount.plain <= _FEW_PEOPLE:
        return False
    return _CLAUSE_HEAD.search(place.before) is not None and _THEY_DO.match(place.after) is not None


def _all_named(place: Place) -> bool:
    """Whether bodies or reasons are counted of which the list can name all (甲、乙等2家公司, 天气、汇率等2项隐忧)."""
    if not place.before.endswith("等"):
        return False
    return place.amount.surface == "家" or _REASON.match(place.after) is not None


@cache
def _group() -> re.Pattern[str]:
    return re.compile(f"(?:{either(words()['collective'])})$")


def _of_group(place: Place) -> bool:
    """Whether so many areas are those of a part of the country by its name (皖北6市), here or before (同年，6市…)."""
    number = place.text[place.amount.start : place.amount.end]
    if _group().search(place.before):
        return place.after[:1] not in _OF_A_COUNT
    if place.before[-1:] not in ("，", "。", "\n", "；", "", "上"):
        return False
    at = place.text.find(number, 0, place.amount.start)
    return at > 0 and _group().search(place.text, max(0, at - _LONGEST_MEMBER), at) is not None


# 停车难等四个“老大难”问题: things of a coined sort, some of which are told.
_COINED_SORT = re.compile(r"[“「‘\"][^”」’\"\n]{1,12}[”」’\"][\u3400-\u9fff]{2}")


def is_coined_sort(place: Place) -> bool:
    """Whether a number counts things of a sort in quotation marks, some of which a list in front of it tells."""
    return place.before.endswith("等") and _COINED_SORT.match(place.after) is not None


# 投资增速后三名：…, 排名后五位的城市为：…, 居全省倒数三名: how far from the end, no count of things.
_FROM_THE_END = re.compile("(?:(?<![然之以随此其今午先背往日年月周天时期])后|末尾?|倒数|垫底的?|靠[前后]的)$")
_LIST_FOLLOWS = re.compile("(?:的[^，。；,;：:]{1,10})?(?:分别|依次)?(?:[为是]|有)?[：:]")
_ORDERED = re.compile(
    "(?:排名|排位|位次|排|居|列|名列|位居|位列|倒数|[^，。；,;]{0,6}(?:增速|增幅|[率量额数分值]))"
    "(?:在?全[国省市县区州])?(?:(?:处|位)?于)?(?:后|末|末尾|倒数|垫底的?|靠[前后]的)$"
)
_PLACES_FROM_END = frozenset("位名个家")


# 身分证末2码, 卡号后四位: which digits of a number.
_DIGITS_OF = re.compile("(?:[前后末首尾]|最后|其中)(?:的)?$|[0-9]码[或和、]$")


def list_head(place: Place) -> Verdict | None:
    """投资增速后三名：甲市…: so many from the end of an order, whose members the list behind it tells; 末2码: which
    digits are meant."""
    if place.amount.surface == "码" and _DIGITS_OF.search(place.before):
        return "ordinal", "digits"
    if place.amount.surface not in _PLACES_FROM_END or not _FROM_THE_END.search(place.before):
        return None
    listed = _LIST_FOLLOWS.match(place.after) or _ORDERED.search(place.before)
    return ("ordinal", "后N") if listed else None
