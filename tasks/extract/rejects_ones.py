"""Where 一 with a classifier counts, and is no article: one of several, one more, only one."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of
from tasks.extract.rejects_context import Place, Verdict

# 辖20个村、一个居委会: one more of the units that a place holds.
_UNITS_HELD = re.compile(r"[\d一二两三四五六七八九十]个[\u3400-\u9fff]{1,6}[、，,和]$")
_UNIT_HELD = re.compile("(?:居委会|居民委员会|社区|街道|办事处|村委会|行政村|农场|林场|[乡镇](?=[，。；、]))")


# 一亩能收3000斤, 一斤卖2块5: the one is what the figure behind it is reckoned by.
_MEASURES = frozenset(("area", "mass", "weight", "volume", "length", "energy"))
_YIELDS = re.compile(
    "[^，。；,;\\d]{0,6}?(?:能|可以?|就|要|卖|收|产|赚|挣|得|补|打|值|只|多|花|用)[^，。；,;\\d]{0,5}[\\d一二两三四五六七八九十几]"
)
# 猪肉一公斤36元, 供暖一平方米是22元: what the price behind it is for.
_PRICED = re.compile(
    "(?!的)[^，。；、,;\\d一二两三四五六七八九十百千万]{0,6}?"
    "(?:\\d[\\d.]{0,8}|[一二两三四五六七八九十百千]{1,4})[多余]?[万千亿]?[多余]?(?:元|块|毛|角(?!落|度))"
)


def each_one(place: Place) -> Verdict | None:
    """一亩辣椒能收3000斤: the denominator of a rate."""
    amount = place.amount
    if amount.form != "chinese" or amount.value != 1 or amount.dimension not in _MEASURES:
        return None
    if _PRICED.match(place.after):
        return "name", "每N"
    begins = not place.before or place.before[-1] in "，,。；;：:、！？\n “每"
    return ("name", "每N") if begins and _YIELDS.match(place.after) else None


def among_units(place: Place) -> bool:
    """Whether the one is one more of the units that a place holds."""
    return place.amount.surface == "个" and bool(_UNITS_HELD.search(place.before) and _UNIT_HELD.match(place.after))


_ONLY = ("只有", "仅有", "只剩", "仅剩", "只剩下", "仅剩下", "唯有")
_COUNTABLE = frozenset(("person", "household"))
_SOMEBODY = re.compile(
    "[\u3400-\u9fff]{0,6}?(?:人(?![生口均才])|者|民(?![生主])|员|兵|警|官(?!方)|医生|学生|教师|老师|护士|孩子|儿子|女儿|村(?!级)|乡镇|学校|医院|车间|工厂|站点)"
)
_BODIES = frozenset(("家", "所", "座", "间", "台", "辆", "艘", "架"))


def only_one(place: Place) -> bool:
    """全村仅有一户没通电, 只有一名法官作出判决: the one is a count."""
    if not place.before.endswith(_ONLY):
        return False
    amount = place.amount
    if amount.dimension in _COUNTABLE or amount.surface in _BODIES:
        return True
    return amount.surface == "个" and _SOMEBODY.match(place.after) is not None


# 造成一人死亡, 被困一人: what befell one; 一名受伤男子 only says who. 其中一名伤者死亡: one of those told of.
_FATES = any_of("fates")
_BEFELL = re.compile(rf"(?:{_FATES}|致|造成|导致)了?$")
_FATE_OF_ONE = re.compile(rf"[\u3400-\u9fff]{{0,6}}?{_FATES}(?=[，。；、！）)\n了后]|$)")
_AMONG = re.compile("其中的?(?:还|也|只|就|已)?有?$")
_FATE_AMONG = re.compile(rf"[\u3400-\u9fff]{{0,16}}?(?:{_FATES}|被送|被转|出院)(?!的)")


def met_fate(place: Place) -> bool:
    """车内被困一人, 其中有一名伤者不治身亡: the one is a count of those whom something befell."""
    if place.amount.surface not in ("人", "名", "位") or place.amount.form != "chinese":
        return False
    if _AMONG.search(place.before):
        return _FATE_AMONG.match(place.after) is not None
    if place.amount.surface != "人":
        return False
    return _FATE_OF_ONE.match(place.after) is not None or _BEFELL.search(place.before) is not None


# 甲区二例、乙区一例, 丙市七例: counts of the same in one sentence, each behind what it is of.
_ENDS = re.compile(r"[，,；;、。）)\n和及与含]|$")
_COUNTED_BY = {
    word: re.compile(rf"[一-鿿）)][0-9一二两三四五六七八九十百]{{1,4}}{word}(?:{_ENDS.pattern})")
    for word in "例件起宗所处"
}
_SENTENCE = 60


def in_list_of_counts(place: Place) -> bool:
    """Whether a numeral closes a member of a list whose other members are counted by the same word."""
    amount = place.amount
    another = _COUNTED_BY.get(amount.surface or "")
    if another is None or _ENDS.match(place.after) is None or not _NAMES.search(place.before):
        return False
    text, low = place.text, max(0, amount.start - _SENTENCE)
    low = max(low, text.rfind("。", low, amount.start) + 1)
    around = f"{text[low : amount.start]}|{text[amount.end : amount.end + _SENTENCE].partition('。')[0]}"
    return another.search(around) is not None


# What is counted stands in front, and is no verb that only governs an article (开一家、关一家).
_NAMES = re.compile("[\u3400-\u9fff]{2,}(?<![每另这那有同某头前后逐了举出开到入个又再着过])$")


def counted_alone(place: Place) -> bool:
    """Whether the one is a count by itself: one more unit of a place, the only one, one whom something befell, one
    that a list of such counts tells."""
    return among_units(place) or only_one(place) or met_fate(place) or in_list_of_counts(place)


# 提高5个百分点。前10名中，有7个…: no number that went before is what they are counted among.
_APART = re.compile(r"[。；;\n\d]")


def one_of_those(place: Place, since: int) -> bool:
    """Whether the one is counted among those that the number before it counts, which ends at `since`."""
    return one_of(place) and _APART.search(place.text, since, place.amount.start) is None


def one_of(place: Place) -> bool:
    """12个人中就有一个, 每四度电里就有一度: the one is counted."""
    if not place.before.endswith("有"):
        return False
    return _ONE_OF.search(place.before) is not None or _EACH_TIME.search(place.before) is not None


# 平均每三秒，就有一人脱贫
_EACH_TIME = re.compile(
    r"每(?:\d+|[一二两三四五六七八九十百]{1,3})(?:秒|分|小时)钟?(?:左右)?，?(?:就|便|即)(?:会|能|可)?有$"
)

_ONE_OF = re.compile(
    r"(?:\d+|每[二两三四五六七八九十百]{1,3})[^，。；,;\d]{0,10}(?:[当之]?中|(?<![公英海华])里[头面边]?)，?(?:就|仅|只|便)?有$"
    r"|每(?:\d+|[二两三四五六七八九十百]{1,3})[名位个人户家件对台辆][^，。；,;\d]{0,10}(?:就|便)有$"
)
