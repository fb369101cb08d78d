"""Gaps: what a figure is held against, an aim, a mean, a rank or another area (比全省高3个百分点)."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT, any_of
from tasks.extract.indicators_frames import Frame

_FULFILLED = re.compile(
    f"(?:超额)?完成了?([\u3400-\u9fff\x01]{{0,12}}?(?:预算|计划|任务|目标|指标|协议|预期)数?)(?:的(?:{ABOUT}|超过?)?)?$"
)
# 投资68亿元，为年度计划的78%: how much of an aim it is. What takes a share of a budget is no more than a part of it.
_OF_AIM = re.compile(
    f"(?:(?:已|仅|只|约|刚好|正好|分别|均|各)*(?:是|为|达到?|达成|相当于|占到?)(?P<aim>\x01*(?:全年|年度|年初|本年|当年|既定|原定|下达|总)?\x01*的?"
    f"[\u3400-\u9fff]{{0,4}}?(?:计划|任务|目标|指标)数?)"
    f"|(?:是|为|达到?|相当于)(?P<sum>\x01*[\u3400-\u9fff]{{0,4}}?(?:预算|预期)数?))的(?:{ABOUT}|超过?|不到|不足)?$"
)
# 年度计划已经完成了78%: the aim in front of the verb.
_AIM_FULFILLED = re.compile(
    f"(?:^|[\x01，])((?:全年|年度|年初|本年|当年|既定|原定|总|(?<=\x01))\x01*的?[\u3400-\u9fff]{{0,6}}?(?:预算|计划|任务|目标|指标|预期)数?)"
    f"(?:[已就也则均都才仅只]|已经|目前|总?共|累计|超额)*完成了?(?:{ABOUT}|超过?|近)?$"
)
# 完成4600人年计划的61%: the aim that the number right before the words is of.
_OF_THAT_AIM = re.compile(
    f"^\\s*的?(?P<aim>(?:全年|年度?|年初|本年|当年|既定|下达)?的?(?:预算|计划|任务|目标|指标)(?:任务|目标|数)?)的(?:{ABOUT}|超过?)?$"
)
# 是平均数的九成, 不得低于缴费工资的30%: what a figure is held against as a whole.
_OF_MEAN = re.compile(
    "(?:平均数|均值|平均值|平均水平|中位数|不[得能应可许准宜该]?当?(?:低于|少于|高于|超过|大于)[\u3400-\u9fff]{2,20})的$"
)
# 比全省平均水平高3个百分点: the gap to an area.
_GAP = re.compile(
    "(?:均|都|也|并|且|仍|、)*(?:分别)?(?:比|较)(?P<base>(?:同期|当年)?"
    "(?:[\u3400-\u9fff]{2,8}[、和与])?(?:全[国省市县区州]|[东中西]部)"
    f"(?!上年|同期)[^，；。比较\x01]{{0,18}}?)(?:分别)?(?P<how>[高低快慢多少])(?:[了出])?(?:{ABOUT}|逾|超过?)?$"
)
_GAP_WORD = {"高": "高于", "低": "低于", "快": "快于", "慢": "慢于", "多": "多于", "少": "少于"}
_GROWTH_GAP = re.compile(
    "[\\s\x01]*(?:均|都|也|并|且|仍|、)*(?:比|较)(?P<base>[\u3400-\u9fff]{2,14}?(?:增速|增幅|增长率))(?P<how>[高低快慢])(?:[了出])?"
    f"(?:{ABOUT}|逾|超过?)?"
)
_BEYOND = re.compile(
    r"[\s\x01]*(?:并|且|也|均|分别|已)*((?:超过|超出|领先于?|落后于?)(?!全|预期|目标|计划|时序)[\u3400-\u9fff]{2,10})"
)
_INDEXES = frozenset(("点", ""))
_HELD = re.compile(
    rf"[\s\x01，、和或以及与]*(?:而|但|也|均|都|略|远|大大|稍|大幅|明显|仍|且|并)*{any_of('held_against')}?"
    rf"(?P<base>[\u3400-\u9fff]{{0,6}}?\x01*{any_of('held_bases')})(?:的|为|是|值|：)*"
)
_HOLDS_RANK = re.compile("的?[\u3400-\u9fff]{0,4}?(?:位居|位列|名列|排名|排在|居|列)(?!民|住|委)")
_NARROWED = re.compile(f"(?<![差幅距])(?:收窄|扩大)了?{ABOUT}?$")
_RISE_OR_FALL = re.compile("负增长|下降|下滑|回落|减少|下跌|增长|增加|上涨|上升|提高")
_RISES = frozenset(("增长", "增加", "上涨", "上升", "提高"))


def fulfilled(before: str) -> tuple[int, str] | None:
    """Where the words before a share begin to say what aim is met, and the aim (完成年度计划的82%); None elsewhere."""
    found = _FULFILLED.search(before) or _AIM_FULFILLED.search(before)
    if found:
        return found.start(), found.group(1).strip("\x01")
    found = _OF_THAT_AIM.match(before)
    if found:
        return 0, found["aim"]
    found = _OF_AIM.search(before)
    return (found.start(), (found["aim"] or found["sum"]).replace("\x01", "")) if found else None


def of_the_mean(before: str) -> bool:
    """Whether words say that a figure is so much of a mean, or bounded by another (中位数是平均数的90%)."""
    return _OF_MEAN.search(before) is not None


def gap_to(before: str) -> tuple[str, str] | None:
    """What is compared and with whom, where the words before a number end in a gap (收入比全省高); None elsewhere."""
    found = _GAP.search(before)
    if found is None:
        return None
    return before[: found.start()], f"{_GAP_WORD[found['how']]}{found['base']}"


def growth_beside(before: str) -> str:
    """The growth that a number of points is the gap of, and to what (比各项贷款平均增速高), "" elsewhere."""
    found = _GROWTH_GAP.fullmatch(before)
    return f"增速{_GAP_WORD[found['how']]}{found['base']}" if found else ""


def beyond(before: str) -> str:
    """What a share goes beyond, where nothing else stands before a number (超过制造业4.5个百分点), "" elsewhere."""
    found = _BEYOND.fullmatch(before)
    return found.group(1) if found else ""


def held_against(before: str, unit: str) -> str:
    """What an index is held against, where nothing else stands before a number (低于市场预期的 → 市场预期), "" else."""
    before = before.rpartition("\x02")[2] if unit == "%" else before
    found = _HELD.fullmatch(before) if unit in _INDEXES or "预" in before or "值" in before else None
    return found["base"].replace("\x01", "") if found else ""


def standing_at(frame: Frame) -> bool:
    """Whether an amount only says by how much a rank is held (以291亿元位居第4位)."""
    return frame.before.rstrip().endswith("以") and _HOLDS_RANK.match(frame.after) is not None


def narrowed(before: str, ahead: str) -> str:
    """The rise or fall that a number says has become less or more (下降24%，收窄9个百分点), "" for neither."""
    if _NARROWED.search(before) is None:
        return ""
    moves = _RISE_OR_FALL.findall(ahead)
    return "增幅" if moves and moves[-1] in _RISES else "降幅"


_GAPS = tuple(_GAP_WORD.values())
# 办结率99%，满意率96%: two rates of one thing.
_OTHER_RATE = re.compile("[\u3400-\u9fff]{2}率$")
# 产品的理财期限为两个月，收益率: how long it lasts is a figure beside, and no owner of the next.
_HOW_LONG = re.compile("(?<=..)的?(?:[\u3400-\u9fff]{2})?(?:期限|周期|工期|时长|寿命|年限)$")


def of_thing(owner: str, name: str, *, is_growth: bool) -> str:
    """The owner without what was said it is, or how long it lasts, where the name says another such thing."""
    if name.startswith("是"):
        return owner.partition("是")[0] or owner
    if owner.endswith("占") and name.endswith("占"):
        return ""
    if owner.endswith("率") and name.endswith("率") and not name.startswith(_GAPS):
        return _OTHER_RATE.sub("", owner)
    return owner if is_growth or name.startswith("占") else _HOW_LONG.sub("", owner)
