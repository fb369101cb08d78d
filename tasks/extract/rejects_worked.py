"""Numbers set or worked out on the page: options of a question, terms of a sum, settings, houses, terms of law."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of, listed
from tasks.extract.rejects_context import Place, Verdict

_OPTION = re.compile(r"(?:^|[\s）)。；;])[A-D][.．、]\s?$")
_OPTIONS = re.compile(r"(?:^|[\s）)。；;])[A-D][.．、]")
_LEAST_OPTIONS = 2
# What a sign of equality stands behind: a number, or a sum; a name alone (人均产值=3万元) states its figure.
_TERM_BEFORE = re.compile(
    r"[×÷]\s?$|\d[^，。；,;=＝≈\d]{0,6}\s?[=＝≈]\s?$|[+＋×÷*−-]\s?[\d(（][^，。；,;=＝≈]{0,12}[=＝≈]\s?$"
)
_TERM_BEHIND = re.compile(r"\s?[=＝≈÷]\s?[\w(（]|\s?×\s?[\d(（]|\s?[+＋*−-]\s?[\d(（][^，。；,;=＝≈]{0,12}[=＝≈]")
_SET_TO = re.compile(rf"{any_of('set_to')}\s?$")
# The letters next to a number that the patterns above ask for.
_OPTION_ENDS, _SUM_ENDS, _SUM_BEGINS = frozenset(".．、"), frozenset("×÷=＝≈"), frozenset("=＝≈÷×+＋*−-")
_SET_TO_ENDS = frozenset(word[-1] for word in listed("set_to"))
MARKS_BEFORE, MARKS_BEHIND = _OPTION_ENDS | _SUM_ENDS | _SET_TO_ENDS, _SUM_BEGINS
_HOUSE = frozenset(("栋", "幢", "座", "层", "楼"))
_HOUSE_PART = re.compile(
    r"[东西南北]?[A-Z\d一二三四五六七八九十]{1,4}(?:单元|号|室|铺|门)|底商|[^，、。；,;\s]{0,3}\d{1,4}[室铺号]"
)
# 建国路2段, 长江三桥: which stretch of a street, which bridge over a river.
_OF_STREETS = frozenset(("段", "桥"))
_STREET = re.compile("[路街道江河溪湖](?<![铁公道线管]路)(?<![铁河渠]道)$")
# 改造厂房12栋10室: how much is built, unless the door is told as well.
_BUILT = re.compile(rf"{any_of('built')}[^，。；,;：:的\n]{{0,12}}$")
_TO_THE_DOOR = re.compile(r"\d{1,3}单元\d{2,4}")
# 两项相抵, 以上四项相加: a count of what was just told, brought together.
_TOGETHER = re.compile("(?:数字|金额)?(?:相抵|相加|相减|相较|叠加|合计|合在一起|加起来|加在一起|一算)")
_TOLD_THINGS, _FEW_TOLD = frozenset(("项", "笔", "样", "组")), 9
_FROM_DAY = re.compile(r"之日起$")
_PAPERS = re.compile(rf"{any_of('papers')}(?:各|一式)?$")
_PAPER_SIZE = re.compile(any_of("paper_sizes"))
_FEW_PAPERS = 10
_PASSED = re.compile(any_of("passed"))
_FEW_STOPS = 30
_RIDES = re.compile(rf"{any_of('rides')}了?$")
_GOES = re.compile(rf"(?<![超不通]){any_of('goes')}了?$")
_ROOM = re.compile(r"间(?![隔距接断或中])")


def option(place: Place) -> Verdict | None:
    """A. 20元 B. 25元: the answers that a question offers."""
    if place.last not in _OPTION_ENDS or not _OPTION.search(place.before):
        return None
    around = place.text[max(0, place.amount.start - 80) : place.amount.end + 80]
    return ("name", "option") if len(_OPTIONS.findall(around)) >= _LEAST_OPTIONS else None


def term(place: Place) -> Verdict | None:
    """3000÷150=20小时: the terms of a sum and what it comes to."""
    told = place.last in _SUM_ENDS and _TERM_BEFORE.search(place.before)
    told = told or (place.first in _SUM_BEGINS and _TERM_BEHIND.match(place.after))
    return ("name", "term of a sum") if told else None


def setting(place: Place) -> Verdict | None:
    """默认值30秒, 默认为3次, 一式三份: how something is set when nobody says otherwise."""
    return ("name", "setting") if place.last in _SET_TO_ENDS and _SET_TO.search(place.before) else None


def room(place: Place) -> Verdict | None:
    """4人间, 双人间: what kind of room it is."""
    told = place.amount.surface == "人" and _ROOM.match(place.after)
    return ("name", "kind of room") if told else None


def address(place: Place) -> Verdict | None:
    """12栋3单元, 5幢底商2号, 建国路2段: which house of an estate, which stretch of a street."""
    if place.amount.surface in _OF_STREETS and _STREET.search(place.before):
        return "name", "address"
    if place.amount.surface not in _HOUSE or not _HOUSE_PART.match(place.after):
        return None
    told = _TO_THE_DOOR.match(place.after) or not _BUILT.search(place.before)
    return ("name", "address") if told else None


def legal_term(place: Place) -> Verdict | None:
    """自收到决定书之日起十五日内: by when, counted from an act."""
    told = place.amount.dimension == "time" and _FROM_DAY.search(place.before) and place.after.startswith("内")
    return ("date", "legal term") if told else None


def paper(place: Place) -> Verdict | None:
    """身份证复印件2份, 1寸照片3张: the few papers to bring."""
    amount = place.amount
    if amount.surface == "寸" and _PAPER_SIZE.match(place.after):
        return "name", "paper to bring"
    told = amount.surface in ("份", "张", "套") and amount.value <= _FEW_PAPERS and _PAPERS.search(place.before)
    return ("name", "paper to bring") if told else None


def way(place: Place) -> Verdict | None:
    """坐7站, 过2个红绿灯: how to get somewhere."""
    rides = place.amount.surface == "站" and _RIDES.search(place.before)
    told = rides or (_PASSED.match(place.after) and _GOES.search(place.before))
    return ("name", "way to go") if told and place.amount.value <= _FEW_STOPS else None


# 渗透率每上升10%，就能…; 海拔每升高100米: the step that an effect is told for.
_STEP = re.compile(rf"每{any_of('steps')}了?(?:大?约)?$")
# 比如我们去饭店吃饭，刷卡一千块钱, 如果消费500元的话: a sum that only serves as an example, unlike what one of many did
# (例如，甲市投资3亿元).
_EXAMPLE = re.compile(
    rf"(?:(?:比如|例如|譬如)[^。！？\n]{{0,8}}?(?=你|您|我们|咱|大家)|假设|假如|打个比方|举个例子)[^。！？\n]{{0,24}}"
    rf"(?<![一-鿿])[^，。\n\d]{{0,6}}{any_of('spends')}了?$"
)
_IF_SPENT = re.compile(rf"(?:如果|假如|要是|若是)[^，。；\n]{{0,8}}{any_of('spends')}了?$")
_SENTENCE_BACK = 48


def step(place: Place) -> Verdict | None:
    """每上升10%: what the effect told behind it is reckoned by."""
    return ("name", "每N") if _STEP.search(place.before) else None


def example(place: Place) -> Verdict | None:
    """比如刷卡一千块钱, 如果吃一千块钱的话: a sum that only serves as an example."""
    if place.amount.kind != "money":
        return None
    start = place.amount.start
    low = max(0, start - _SENTENCE_BACK)
    told = _EXAMPLE.search(place.text, low, start) or _IF_SPENT.search(place.text, low, start)
    return ("name", "example") if told else None


def brought_together(place: Place) -> Verdict | None:
    """两项相抵, 以上四项相加: a count of the figures just told, which says nothing new."""
    amount = place.amount
    few = amount.form == "chinese" and 2 <= amount.plain <= _FEW_TOLD and amount.surface in _TOLD_THINGS
    return ("idiom", "brought together") if few and _TOGETHER.match(place.after) else None
