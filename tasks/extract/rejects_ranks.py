"""Ranks: 居全省第二, 排名第7位, 列全国12位 tell a place in an order; 第二名嫌疑人 and 四个世界第一 do not."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of
from tasks.extract.rejects_context import Place

_PLACE = r"第[\d一二三四五六七八九十]{1,3}[位名]?"
_RANK_ENDS = re.compile(
    r"$|[，。；、！？!?,;:：）)（(”’》\n\s的和及与并]|位(?!于|居|列)|名(?!单|录|额|字|为)|大关|左右"
)
_TOP_ENDS = re.compile(r"强?(?:$|[，。；、！？!?,;：）)\n])")
# The field of a rank, with what brackets add to it (居全市各区县（市）第一).
_FIELD = r"(?:[^，。；,;、“”（）\n]|（[^（）。\n]{1,12}）){0,14}"
_STANDING = re.compile(rf"{any_of('standing')}{_FIELD}(?:{_PLACE}[、和及与]){{0,4}}$")
_LARGEST = re.compile(rf"{any_of('largest_before')}[^，。；,;、“”（）\n]{{0,14}}$")
# 第二大经济体, 成为第五大手机生产国: whatever ends the clause, unlike a street or a brigade with that number.
_LARGEST_ENDS = re.compile(
    rf"{any_of('largest')}|大(?![街道队桥门厅会学])[\u3400-\u9fff]{{2,10}}?(?=[，。；！\n和及]|$)"
)
# 全国第一产粮大省: the first of the whole field.
_LARGE_PLACE = re.compile(r"[\u3400-\u9fff]{1,4}大[省市县国区]")
_FIELDS = ("全国第", "我国第", "全球第", "世界第", "全省第", "全市第", "全区第")
_RANKED = re.compile(
    r"(?:(?<!安)排|(?<![系开陈行并罗一])列|(?<![定旅邻民移寓])居|排名|位列|位居|名列)(?:在|于|到)?(?:(?:全[国省市区县州球]|世界)(?:第)?)?$"
    r"|(?:排名|位次)(?:上升|提升|升|前移|下降|跌|滑落|下滑)?(?:到|至)$"
)


# 分列四五位
_EACH_RANKED = re.compile("分[列居]第?$")


def is_placed(place: Place) -> bool:
    """排25位, 列全国12位: a place in an order printed without 第."""
    amount = place.amount
    if amount.surface != "位":
        return False
    plain = amount.form == "arabic" and amount.qualifier == "exact"
    return (plain and _RANKED.search(place.before) is not None) or _EACH_RANKED.search(place.before) is not None


# 目前12人, 十年前117家, 疫情前5人: 前 of a time and of no order.
TOP = re.compile("(?<![目之以此日年月周天时期灾情节事生会赛战震革午产婚餐课改度钟多提空眼面])前$")


# 由第12位跃升至第8位, 从全国第五提升到第三: the place before has its own figure.
_MOVED_FROM = re.compile("[由从自](?:[^，。；,;第]{0,12})第$")
_MOVES_ON = re.compile(
    "[位名]?(?:大幅|逐步|一举|连续|快速|直接|稳步)?"
    "(?:跃升|提升|上升|提高|攀升|晋升|晋级|前移|前进|跃居|升|进|跃|回升|下降|下滑|滑落|回落|后移|后退|退|跌|降)[到至为]?(?:了|全[国省市县区州]|世界|全球|(?:(?:19|20)[0-9]{2}年[底末]?|目前|现在|如今|当前)的?)?第"
)
_RANKING = frozenset("第前")
_INDUSTRIES = re.compile("[、和及]二?[、和及]?三?次?产")


# 减幅最明显的前三名，分别为甲市、乙市及丙市: those that are named, unlike 居全国的前三名，为历史最好.
_THEY_ARE = re.compile("的?[县市区校]{0,4}(?:(?:分别|依序|依次|则)?(?:是|为|有)|，(?:分别|依序|依次|则)(?:是|为|有))")


def is_rank(place: Place) -> bool:
    """居全省第二, 排名第7位, 居全国前三: a place in an order, not the name of a thing."""
    if place.last not in _RANKING or place.amount.unit not in (None, "人", "名次"):
        return False
    named = place.before.endswith("的前") and _THEY_ARE.match(place.after)
    if named or not (place.before.endswith("第") or TOP.search(place.before)):
        return False
    return _left(place) or _stands(place, place.amount.start - 1)


def _left(place: Place) -> bool:
    """由第12位跃升至第8位: the place that was left."""
    return _MOVES_ON.match(place.after) is not None and _MOVED_FROM.search(place.before) is not None


def _stands(place: Place, start: int) -> bool:
    """Whether what stands around a number behind 第 or 前 makes it a place in an order."""
    if _COUNTED_FIRSTS.search(place.before) or (place.amount.unit == "人" and _SOMEBODY.match(place.after)):
        return False
    if place.amount.unit is None and place.amount.plain == 1 and _LARGE_PLACE.match(place.after):
        return place.before.endswith(_FIELDS)
    if place.amount.unit is None and _LARGEST_ENDS.match(place.after):
        return _LARGEST.search(place.text, max(0, start - 24), start) is not None
    if place.before.endswith("前") and (not _TOP_ENDS.match(place.after) or place.after.startswith(("：", ":"))):
        return False
    if place.amount.unit is None and not _RANK_ENDS.match(place.after.removeprefix("强")):
        return False
    if place.amount.unit is None and _INDUSTRIES.match(place.after):
        return False
    if place.amount.plain != place.amount.plain.to_integral_value():
        return False
    if _ENUMERATES.search(place.before) and place.after.startswith(("，", "、", "：", ",")):
        return False
    if _RESULT.match(place.after):
        return True
    if _STANDING.search(place.text, max(0, start - _BACK), start) is not None:
        return True
    if (
        place.amount.surface in _PLACES
        and place.after.startswith("的")
        and _CHART.search(place.text, max(0, start - _CHART_BACK), start)
    ):
        return True
    return _NEXT_RANK.search(place.text, max(0, start - _RANKS), start) is not None


# 也还有第十五名的好成绩: what came of a contest, whatever the verb.
_RESULT = re.compile("[位名]?的(?:好|优异|最[好佳]|历史最[好佳])?(?:成绩|佳绩|战绩|排名|名次)")
# …的三条原则：第一，加入世界组织…: the first of what is listed.
_ENUMERATES = re.compile("(?:[。；;\n]|(?<![名次序位])：)第$")
# 居百强县投资潜力第3、城镇化质量第4、绿色发展第5: the ranks that follow in the list.
_NEXT_RANK = re.compile(
    rf"{any_of('standing')}[^，。；,;、\n]{{0,14}}{_PLACE}(?:[、，,][\u3400-\u9fff]{{2,12}}?{_PLACE})*"
    r"[、，,](?!领先|落后|超过|战胜)[\u3400-\u9fff]{2,12}$"
)
_RANKS, _BACK = 90, 28
# 第3位的《甲》, 第10名的乙队, in a text that tells of a chart.
_PLACES = ("位", "名")
_CHART = re.compile("排名|排行|名次|榜")
_CHART_BACK = 160
# 四个世界第一 counts, 第二名嫌疑人 tells which person.
_COUNTED_FIRSTS = re.compile("(?:[个项]|新的)(?:世界|全国|全球|行业|国内|全省)?第$")
_SOMEBODY = re.compile(r"[\u3400-\u9fff]{0,4}(?:嫌疑人|者|主席|总统|总理|病人|患者|手|队员|学员|选手|院士|候选人)")
