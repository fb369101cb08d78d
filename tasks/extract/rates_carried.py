"""Rates and units that a number takes over from the number before it, and points of an index (111.9点)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.amounts import Amount
from tasks.extract.cues import ABOUT, any_of
from tasks.extract.model import Quantity
from tasks.extract.rates import is_index
from tasks.extract.rates_topics import is_comment, tells_when

_LINKS = frozenset(("、", "和", "与", "及", "或"))
_COMPARED = re.compile(rf"[，,（(][^，。；,;\n]{{0,4}}[比较][^，。；,;\d\n]{{1,12}}{any_of('rise_or_fall')}了?$")
_RAISED = re.compile(r"[，,（(](?:分别|各|每月|每年|均)?(?:增加|提高|增长|上调|下调|减少|降低)了?$")
# 每人补助5000元，其中财政补助3000元，个人缴费2000元
_PART_OF_RATE = re.compile(
    "[，,；;](?:其中[，,：:]?)?(?!.{0,8}(?:[共总]|累计|合计|发放|全))[\u3400-\u9fff]{2,8}(?:补助|补贴|缴费|负担|承担|自筹|自缴|配套)"
)
_CLOSED = re.compile("[，,](?:最终|最后)?(?:收于|收报|报收于?|收盘于?|报)")
_CONVERTED = ("约合", "折合", "合计", "相当于", "合")
_POINT = re.compile(r"点(?![钟半整多左\d]|[零一二三四五六七八九]|前|后)")
_POINT_BEHIND = re.compile(r"点(?!钟|[前后]?\d|半)")
# 沪指跌破3300点, 恒生指数涨120点: points of an index that is named before them.
_OF_INDEX = re.compile(r"(?:[沪恒纳道股综成][指]|指数|大盘|点位)[^。；;\n]{0,36}$")
# 台指期跌249点, 日经一度来到41,200点: points that a market of stocks moves by or reaches.
_OF_MARKET = re.compile(rf"{any_of('markets')}[^。；;\n]{{0,36}}$")
_TRADED = re.compile(rf"{any_of('traded')}了?(?:{ABOUT}|超过?|逾)?$")
_HUNDRED = 100
_CHANGED = re.compile(rf"{any_of('rise_or_fall')}(?:到|至|为|成)?了?(?:{ABOUT}|超过?)?$")
# 入境61.6万人次，为地震后首度突破60万; 106学年减至116.7万，…走高来到123.5万: the same counted again.
_AGAIN = re.compile(
    "[，,；;](?:为|是|且|仍|又|也|再|并|但|首|连|已|因|随后|其后|之后|[0-9]{2,4}(?:至[0-9]{2,4})?学?年)[^，,。；;\n]{0,24}"
    "(?:(?:回[升落]|走[高低]|恢复|重返|重回|突破|跌破|站上|逼近|来)(?:来)?(?:到|至|了)?|[升降减增][到至]|[少多高低]于[^，。；\\d]{0,8}的)"
    f"(?:{ABOUT}|超过?)?$"
)
_REACHES = re.compile("[，,；;][^，,；;]{0,14}(?<!数)(?:达到?了?|为|突破|超过?|接近)$")
# 集中供养的每人每月由2375元提高到2423元，散居的由1536元提高到1567元
_PARALLEL = re.compile(
    r"[，,；;、][^，,。；;\d\n]{1,16}[由从](?:原来的?|现在的?|目前的?)?|[\u3400-\u9fff]{1,4}[到至为成]"
)
# 此前为每人每月600元，今年起将调整到700元: the new level in a clause of its own, with no other subject.
_NEW_LEVEL = re.compile(
    rf"[，,；;](?:从?(?:[今明去]年|目前|现在?|如今|这次|此次|本次|[0-9]{{4}}年)?(?:[0-9]{{1,2}}月)?(?:[起已又再也则将拟要统一]|逐步)*)?"
    rf"(?:{any_of('rise_or_fall')}|调整?|改|变|涨|升|降|提|增|减)(?:到|至|为|成)(?:了|{ABOUT})?"
)
# 提高到每月120元，两项补贴原标准分别为110元、95元
_OLD_STANDARD = re.compile(
    "[，,；;（(][\u3400-\u9fff]{0,8}(?:原(?:来|先|有)?|此前|之前|以前|过去)的?(?:标准|水平)?(?:分别)?(?:为|是)?"
)
# 散居的每月1200元，机构的1650元; 生活补贴到了每月110元，护理补贴为120元: the like of it, of another, as large.
_LIKEWISE = re.compile(
    "[，,；;、](?![\u3400-\u9fff]{0,6}(?:[共总]|累计|合计|一次))[\u3400-\u9fff]{2,10}(?:的|到了|达到?|为|则?是)"
)
_AS_LARGE = 3
# 农民工总数2.9亿，其中外出的1.7亿; 失能的就有4000万
_OF_WHICH = re.compile(
    r"(?:其中[，：]?[\u3400-\u9fff]{0,8}|[\u3400-\u9fff]{1,8}的)(?:里头|里面|当中|人里|人中)?(?:就|便|也|已|又)?(?:有|达到?|占|是|为|约|近|超过?)*"
)
# 投资3亿元，覆盖1.2亿: whom or what the money is for.
_OF_OTHERS = re.compile("覆盖|惠及|受益|服务|吸引|带动|[人户次量]")
_CLOCKS = frozenset(("小时", "分钟", "秒"))
# 每小时60公里|逐步提高到现在的|100公里
_MOVES_TO = re.compile(
    rf"(?:逐步|进一步|再|又|直接)?(?:{any_of('rise_or_fall')}|[升降增减提涨调压])[到至为成]了?(?:现在的|目前的|如今的|后来的)?"
)
_NO_COUNTS = frozenset(("percent", "rank", "ratio", "range"))
_NO_MOVES = _NO_COUNTS - {"ratio"}
_REACH, _FAR, _SHORT, _LONGEST_INDEX = 24, 40, 8, 7
_FEW, _PAGE = 3, 120
_MARKS = re.compile("[，。；,;]")
# 收入比为2.34，比上年缩小0.05: so does the ratio.
_PRICED = frozenset(("点", "元", "美元", "倍"))
_CLAUSE_ENDS = re.compile(r"$|[，。；、）)\n;]|,(?!\d)|左右")
_MOVED_BY = re.compile(
    rf"[，,（(](?:[^，。；,;\d\n]{{0,4}}[比较与][^，。；,;\d\n]{{1,12}}|环比|同比|日环比|周环比)?"
    rf"(?:分别|均|再|累计|小幅|大幅)?(?:{any_of('rise_or_fall')}|[升降增减落])(?:了|{ABOUT})?"
)
# 性别比为98.5，比2010年的97.1上升1.4: an old level without a unit is in that of the new one.
_OLD_LEVEL = re.compile(r"[，,（(][^，。；,;\d\n]{0,4}[比较与][^，。；,;\n]{2,24}的")
_NO_OLD = ("percent", "rank", "range")
_MOVED = re.compile(rf"{any_of('rise_or_fall')}了?")
# 指数分别为101.4、100.5和99.3: the first alone has a word that says what it is.
_PLAIN = frozenset(("%", "点", "倍"))
# 低于市场预期的50.7, 前值为49.1: what an index is held against, behind no more than one remark.
_INDEXES = frozenset(("点", ""))
_HELD_AGAINST = re.compile(
    rf"(?:点?[，,][^，。；,;\d\n]{{1,10}})?点?[，,（(、](?:而|但|也|均|都|略|大幅|明显|仍|且|并|和|或)*{any_of('held_against')}?"
    rf"(?:此前|市场|分析师|经济学家|机构|普遍|各方|路透|彭博|上月|上个月|上期|前月|去年同期|上年同期|[一-鿿]{{0,4}}的){{0,4}}{any_of('held_bases')}(?:的|为|是|值|：)*"
)
# 提出四点主张, 13点要求: points that somebody makes.
_POINTS_MADE = re.compile("点(?:主张|要求|意见|建议|倡议|希望|看法|体会|共识)")
_NO_POINTS_BEHIND = frozenset("午晨早晚夜上日时天这述")


def with_carried_rate(text: str, quantity: Quantity, last: Quantity | None) -> Quantity:
    """The quantity with the denominator of the one before it: 每公斤16元，比上年高2元 is a price too."""
    if last is None or "/" not in last.unit or "/" in quantity.unit:
        return quantity
    gap = text[last.end : quantity.start]
    if quantity.kind != "money":
        return replace(quantity, unit=last.unit) if _same_pace(quantity, last, gap) else quantity
    same = last.unit.split("/")[0] == quantity.unit
    continues = same and (
        gap in _LINKS
        or (len(gap) <= _REACH and (_COMPARED.search(gap) or _RAISED.search(gap) or _CLOSED.fullmatch(gap)))
    )
    said = gap.lstrip("，,；;")
    continues = continues or (same and gap != said and is_comment(said) and tells_when(said))
    continues = continues or (same and len(gap) <= _REACH and _OLD_STANDARD.fullmatch(gap) is not None)
    continues = continues or (same and (_PARALLEL.fullmatch(gap) or _NEW_LEVEL.fullmatch(gap)) is not None)
    likewise = same and last.unit.endswith(("/月", "/天")) and _LIKEWISE.fullmatch(gap) is not None
    continues = continues or (likewise and last.value < quantity.value * _AS_LARGE < last.value * _AS_LARGE * _AS_LARGE)
    part = same and quantity.value <= last.value and _PART_OF_RATE.fullmatch(gap) is not None
    converts = len(gap) <= _REACH and gap.lstrip("，,（( ").startswith(_CONVERTED) and gap.endswith(_CONVERTED)
    if not continues and not converts and not part:
        return quantity
    return replace(quantity, unit=f"{quantity.unit}/{last.unit.split('/', 1)[1]}")


def _same_pace(quantity: Quantity, last: Quantity, gap: str) -> bool:
    """Whether a number goes on with the speed or flow of the one before it (时速由160公里提高到200公里)."""
    of, _, per = last.unit.partition("/")
    return of == quantity.unit and per in _CLOCKS and (gap in _LINKS or _MOVES_TO.fullmatch(gap) is not None)


def with_carried_unit(text: str, quantity: Quantity, last: Quantity | None) -> Quantity:
    """The quantity with the unit of the one before it: 49.98亿人次，增加7.61亿 counts the same thing."""
    if quantity.unit or last is None or last.kind in _NO_COUNTS or quantity.start - last.end > _FAR:
        return quantity
    gap = text[last.end : quantity.start]
    said = gap.lstrip("，,；;")
    goes_on = gap != said and (is_comment(said) or _OF_WHICH.fullmatch(said) is not None)
    # 任务8个亿，只跑回来5.6亿: so much beside money is money.
    as_much = text[quantity.end - 1] == "亿" and _OF_OTHERS.search(gap) is None
    goes_on = goes_on or (last.kind == "money" and (_REACHES.search(gap) is not None or as_much))
    goes_on = goes_on or (quantity.kind != "money" and _AGAIN.search(gap) is not None)
    if "。" in gap or "\n" in gap or not (goes_on or _CHANGED.search(gap)):
        return quantity
    return replace(quantity, unit=last.unit, kind=last.kind)


def with_carried_money(text: str, quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """The quantity as money where the figures before it in its paragraph are and leave out their unit as well
    (首周进账1604万。动画片首周仅有275万): so many of nothing that is named."""
    if quantity.unit:
        return quantity
    near = (one for one in reversed(before[-_FEW:]) if one.kind not in _NO_COUNTS)
    last = next(near, None)
    if last is None or last.kind != "money" or "/" in last.unit or quantity.start - last.end > _PAGE:
        return quantity
    gap = text[last.end : quantity.start]
    if last.end > last.number_end or "\n" in gap or _OF_OTHERS.search(_MARKS.split(gap)[-1]):
        return quantity
    return replace(quantity, unit=last.unit, kind=last.kind)


def told_as_change(text: str, amount: Amount, last: Quantity | None) -> bool:
    """2260元/吨，较上周降50；: a bare number that only tells by how much the price or index before it has moved."""
    if last is None or amount.unit is not None or amount.form != "arabic" or last.kind in _NO_MOVES:
        return False
    if not ("/" in last.unit or last.unit in _PRICED) or not _CLAUSE_ENDS.match(text, amount.end):
        return False
    gap = text[last.end : amount.start]
    return len(gap) <= _REACH and _MOVED_BY.fullmatch(gap) is not None


def moves_ratio(text: str, amount: Amount, last: Quantity | None) -> bool:
    """性别比为98.5，比2010年的97.1上升1.4: a bare number by which the ratio right before it has moved."""
    if last is None or amount.unit is not None or last.kind != "ratio" or text[last.start - 1] != "的":
        return False
    return bool(_MOVED.fullmatch(text, last.end, amount.start)) and bool(_CLAUSE_ENDS.match(text, amount.end))


def told_as_old(text: str, amount: Amount, last: Quantity | None) -> bool:
    """比上次普查的2.99减少0.64人: a bare number that is the old level of the one before it."""
    if last is None or amount.unit is not None or amount.form != "arabic" or last.kind in _NO_OLD:
        return False
    gap = text[last.end : amount.start]
    return len(gap) <= _FAR and _OLD_LEVEL.fullmatch(gap) is not None and _MOVED.match(text, amount.end) is not None


def goes_on_as_index(text: str, amount: Amount, last: Quantity | None) -> bool:
    """指数分别为101.4、100.5: a bare decimal that continues a list of indexes, of which none has a unit printed."""
    if last is None or amount.unit is not None or amount.form != "arabic" or last.unit not in _PLAIN:
        return False
    printed, gap = text[amount.start : amount.end], text[last.end : amount.start]
    return "." in printed and gap in _LINKS and text[last.end - 1].isdigit() and last.end - last.start <= _LONGEST_INDEX


def told_against_index(text: str, amount: Amount, last: Quantity | None) -> bool:
    """PMI为49.5，低于市场预期的50.7: a bare decimal that an index is held against."""
    if last is None or amount.unit is not None or amount.form != "arabic" or last.unit not in _INDEXES:
        return False
    gap = text[last.end : amount.start]
    held = len(gap) <= _FAR and "." in text[amount.start : amount.end] and _CLAUSE_ENDS.match(text, amount.end)
    return bool(held) and _HELD_AGAINST.fullmatch(gap) is not None


def points_of(text: str, start: int, end: int) -> bool:
    """Is it a figure of an index in points (指数为111.9点, 上升0.3点)?"""
    if not text.startswith("点", end):
        return False
    if _POINTS_MADE.match(text, end) and text[start - 1 : start] not in _NO_POINTS_BEHIND:
        return True
    printed = text[start:end]
    if "." in printed and len(printed) > len("12.30"):
        return _POINT_BEHIND.match(text, end) is not None
    if _is_large(printed) and _on_a_market(text, start):
        return _POINT_BEHIND.match(text, end) is not None
    if _POINT.match(text, end) is None:
        return False
    return "." in printed or is_index(text, start) or _moved_in_points(text, start)


def _is_large(printed: str) -> bool:
    """Whether a whole number is too large for the hour of a day (249, 41,200, 2万3150)."""
    return "万" in printed or (printed.replace(",", "").isdigit() and int(printed.replace(",", "")) >= _HUNDRED)


def _on_a_market(text: str, start: int) -> bool:
    """Whether a number stands behind an index, or behind a market that it moves by so much or reaches."""
    low = max(0, start - _FAR)
    if _OF_INDEX.search(text, low, start):
        return True
    return _TRADED.search(text, max(low, start - _SHORT), start) is not None and bool(
        _OF_MARKET.search(text, low, start)
    )


def _moved_in_points(text: str, start: int) -> bool:
    """Whether an index named before a number rose or fell by it (指数为246，比上月上升4点)."""
    moved = _CHANGED.search(text, max(0, start - _SHORT), start)
    return moved is not None and _OF_INDEX.search(text, max(0, start - _FAR), start) is not None


def with_points(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the 点 behind it taken in, where it is a figure of an index."""
    if quantity.unit or not points_of(text, quantity.start, quantity.end):
        return quantity
    return replace(quantity, end=quantity.end + 1, unit="点")
