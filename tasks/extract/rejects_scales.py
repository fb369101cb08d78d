"""Round numerals of a scale word alone (千村示范 is a name, 近千名 a figure), and the results of contests."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of
from tasks.extract.rejects_context import Place, Verdict

# 成百上千, 数千甚至上万, 几十个甚至上百
_HUNDREDS = re.compile("(?:成[十百千]|[数几][十百千万][\u3400-\u9fff]?(?:甚至|乃至))上$")
_RICH = re.compile(rf"(?:的[^，。；,;、]{{0,12}}?|[^，。；,;、]{{0,5}}?){any_of('rich')}")
# 生产总值过万亿元、人口超千万的城市.
_RICH_BOTH = re.compile(rf"、[^，。；,;、]{{2,8}}的[^，。；,;、]{{0,8}}?{any_of('rich')}")
# 达到10920元，首次突破万元大关: a round mark that the figure right before it has passed.
_MARK_PASSED = re.compile("(?:大关|关口|门槛)")
_AFTER_FIGURE = re.compile(
    r"\d[万亿]?[\u3400-\u9fff]{0,3}[，,](?:首次|历史性|一举|成功|已|也|率先|正式|顺利)*[\u3400-\u9fff]{1,3}$"
)
# 百名专家服务团, 千名干部大下访行动
_TEAM = re.compile("[\u4e00-\u9fff]{2,8}(?:服务团|宣讲团|讲师团|行动|工程|计划)")
_BOUNDS = ("超", "近", "过", "上", "逾", "破", "达", "约", "成")
# 百企万店
_EACH_OF_MANY = re.compile(r"[万百千]|[^，。；,;]{0,3}[百千万][\u4e00-\u9fff]")
_EXCEEDS, _SCALE_AND_UNIT = ("超", "超过", "过", "破", "上", "逾"), 3
_CLASS_OF = re.compile(any_of("class_of"))


def round_numeral(place: Place) -> Verdict | None:
    """千村示范, 百亿级, 千亩片, 千人口: a scale word alone is a name unless a bound or a counted thing stands by it."""
    amount = place.amount
    if amount.form != "chinese" or place.text[amount.start] not in "百千万亿":
        return None
    if place.before.endswith("上") and _HUNDREDS.search(place.before):
        return "idiom", "indefinite"
    if _MARK_PASSED.match(place.after) and _AFTER_FIGURE.search(place.before):
        return "idiom", "mark passed"
    if place.text[amount.start] in "万亿":
        exceeds = place.before.endswith(_EXCEEDS) and amount.end - amount.start <= _SCALE_AND_UNIT
        rich = _RICH.match(place.after) or _RICH_BOTH.match(place.after)
        return ("name", "threshold") if exceeds and rich else None
    if place.text[amount.number_start : amount.number_end].strip("百千万亿"):
        return None
    bounded = place.before.endswith(_BOUNDS)
    people = amount.surface == "人口" and not bounded
    if people or place.after.startswith(("级", "强", "年", "日")) or place.before.endswith("每"):
        return "name", "scale"
    if _RICH.match(place.after) and (amount.kind == "money" or amount.elided):
        return "name", "threshold"
    if bounded or place.after.startswith("以上"):
        return None
    if amount.kind == "money" and len(place.text[amount.number_start : amount.number_end]) > 1:
        return ("name", "scale") if place.before.endswith("个") or _CLASS_OF.match(place.after) else None
    if amount.dimension not in ("thing", "person", "event", "household"):
        return "name", "scale"
    if _TEAM.match(place.after):
        return "name", "百N团"
    return ("name", "百N千N") if place.before.endswith(("、", "“")) or _EACH_OF_MANY.match(place.after) else None


# 以2小时23分55秒的成绩夺得冠军, 以1小时5分夺冠: what an athlete did, whatever the list of them.
_WON = r"(?:夺|摘|打破|刷新|[获取]得?[^，。；]{0,16}(?:冠军|亚军|季军|[金银铜]牌|男|女))"
_RESULT = re.compile(
    rf"[^，。；]{{0,24}}的(?:总?成绩|比分)(?:分别)?{_WON}|[0-9]{{0,2}}(?:率先)?(?:冲线|撞线|{_WON}[^，。；]{{0,10}}(?:冠|亚|季|[金银铜]牌|第[一二三]))"
)
_DONE_IN = re.compile(r"(?:以|用时|跑出|投出|跳出|凭借?)[^，。；]{0,16}$")


def result(place: Place) -> Verdict | None:
    """以2小时23分55秒的成绩夺得冠军: the result of a contest."""
    start = place.amount.start
    told = _RESULT.match(place.text, place.amount.end) and _DONE_IN.search(place.text, max(0, start - 18), start)
    return ("name", "sport") if told else None
