"""What a date does among numbers: it says when, opens a stretch, or is a base or an origin."""

from __future__ import annotations

import datetime as dt
import re

from tasks.extract.cues import ABOUT
from tasks.extract.periods_words import BY_DEGREES, COMPARED_WITH, SINCE_DEEDS
from tasks.vocabulary import either

PLAN = re.compile(r"五[”\"」’]?(?:规划)?(?:期间|时期|以来|期)")
_COMPARES = re.compile(r"(?:比|较|与|和|同)$")
_RATIO_OF = re.compile(
    r"的[^，。；,;]{0,8}?(?:倍|[0-9.]+[%％]|[0-9一二三四五六七八九]成|一半|[0-9一二三四五六七八九十]+(?:分之|/[0-9]))"
)
_RATIO_LEAD = re.compile(r"(?:是|为|相当于|达到?|恢复[到至了]|回到|回升[到至]|约占|只有|仅有|不到|不足|超过?|接近|近)$")
# 相当于2019年务工人数的110%: the base of a share.
_RATIO_OF_BASE = re.compile(rf"[^，。；,;0-9]{{1,14}}的(?:{ABOUT}|超过?)?[0-9.]+(?:[%％]|多?倍)")
# 占全年的六成, 占全年一半以上: the year is a part of the name.
_WHOLE_YEAR = re.compile(
    r"的?[^，。；,;0-9一二三四五六七八九十]{0,8}(?:[0-9.]+[%％]|[0-9一二三四五六七八九]成|一半|半数|[0-9一二三四五六七八九十]+分之)"
)
_ORIGIN_TAIL = re.compile(
    rf"[^，。；,;]{{0,36}}?(?:[，,]{BY_DEGREES}[上下]?)?"
    r"(?:增|升|降|提|扩|减|涨|跌|缩|压|变|调|优化|发展|跃|拓|攀|回落)[^，。；,;]{0,4}?[到至为成]"
)
_SINCE_TAIL = re.compile(r"[，,]?[^，。；,;\n]{1,36}?(?:以来|至今(?![天日年早晚]))")
_SINCE_DEED = re.compile(r"(?!.{0,12}(?:连续|[大中]全?会|首次))[^，。；,;\n、0-9]{2,12}?(?<!年|月|日|个|度)以来(?!最)")
# 2016年帮扶工作队入驻以来: a long name is told by the deed behind it.
# 2月10日实施的免签政策以来: and by the deed before it.
_DEEDS = either(SINCE_DEEDS)
_SINCE_BEGUN = re.compile(rf"(?:[^，。；,;\n、]{{2,40}}?(?:{_DEEDS})|(?:{_DEEDS})的[^，。；,;\n、]{{2,40}}?)以来(?!最)")
# 在上年度的基础上提高10%: what a change builds on; the year before 在此基础上 is that of the change itself.
_BUILT_ON = re.compile("的?[^，。；,;0-9在]{0,6}基础上")
# 2016年7月开始，…: what is counted goes on to the present.
_THEN_ON = re.compile("(?:起|开始)[，,]")
_OPENS = ("", "。", "，", "\n", "\u3000", "；")
_LAST_YEAR = frozenset({"去年", "上年", "上一年"})
# 相当于全市去年财政收入的十分之一: what it is a part of.
_PART_OF_LAST = re.compile(
    rf"度?[\u4e00-\u9fff]{{2,14}}的(?:{ABOUT}|超过?)?(?:[0-9.]+(?:[%％]|多?倍)|[一二三四五六七八九十百]+分之|[一二三四五六七八九]成|一半|[一二两三四五六七八九十]倍)"
)
_VAGUE = re.compile(r"年代|世纪")
_SHARE_LEAD = re.compile(r"占(?:[到了]|全[国省市县区州])?$")
_PART_OF = re.compile(r"[^，。；,;0-9]{0,16}(?:的|比例|比重)")
# 年初到现在: the months so far, unlike 今年以来.
_SO_FAR = re.compile("初(?:到|至)(?:现在|今|目前|如今)")
_PLAN_YEARS, _PLAN_ENDS = 5, 11


def role_of(
    role: str, period: str | None, printed: str, lead: str, tail: str, published: dt.date | None, likened: bool = False
) -> tuple[str, str | None]:
    """The role of a date among numbers, and its period after that; likened: 相当于 stands not far before it."""
    if period and _is_base(role, printed, lead, tail):
        return "base", period if role == "now" else period[:4]
    if role in ("anchor", "base") and printed in _LAST_YEAR and lead.endswith(("同比", "同比较", "同期")):
        return "same", None
    if role == "same" and _RATIO_LEAD.search(lead) and _RATIO_OF.match(tail):
        return "base", period
    if role == "anchor" and lead.endswith("占") and printed[:1] in "全当" and _WHOLE_YEAR.match(tail):
        return "base", period
    if role == "same":
        return ("base", period) if printed[:1].isdigit() and "年" in printed else (role, None)
    if role == "since" and tail[:1] == "的":
        return "title", period
    if _VAGUE.search(printed) or _before_that(role, period, tail, published):
        decade = printed.endswith("年代") and lead[-1:] in ("由", "从") and tail[:1] == "的"
        return ("vague", period) if decade else ("vague", None)
    if role == "anchor" and (_BUILT_ON.match(tail) or (_SHARE_LEAD.search(lead) and _PART_OF.match(tail))):
        return "base", period
    part_of = likened and _PART_OF_LAST.match(tail)
    part_of = part_of or (_RATIO_LEAD.search(lead) and (_RATIO_OF.match(tail) or _RATIO_OF_BASE.match(tail)))
    if role == "anchor" and part_of:
        return "base", period
    if role in ("anchor", "now") and lead[-1:] in ("从", "由") and _ORIGIN_TAIL.match(tail):
        return "origin", period
    if period is None or published is None:
        return role, period
    return _reaching(role, period, printed, lead, tail, published)


# 上年度职工月平均工资的50%: a share of what was last year, whenever it is paid.
_SHARE_OF_LAST = re.compile(
    rf"度?[\u4e00-\u9fff]{{2,14}}(?:工资|收入|标准|支出|基数|水平|人数|总额)的(?:{ABOUT}|不超过)?[0-9.]+(?:[%％倍]|个?百分)"
)


def _is_base(role: str, printed: str, lead: str, tail: str) -> bool:
    """Whether words make 目前 or a year the base of a comparison (比目前, 跟去年比) or of a share (上年工资的50%)."""
    if role == "now":
        return _COMPARES.search(lead) is not None
    if role not in ("anchor", "since") or printed[:2] not in ("去年", "上年", "前年"):
        return False
    if _SHARE_OF_LAST.match(tail):
        return True
    spoken = lead[-1:] in ("跟", "与", "和", "同") and tail.startswith(("比起来", "比，", "比,", "来比"))
    return spoken or lead.endswith(COMPARED_WITH)


def _reaching(role: str, period: str, printed: str, lead: str, tail: str, published: dt.date) -> tuple[str, str]:
    """The role and period of a date from which on, or up to which, something is told."""
    if role == "until" and period.rpartition("/")[2][:7] > f"{published:%Y-%m}":
        return role, period.rpartition("/")[2]
    since = _SINCE_TAIL if lead[-1:] in ("自", "从") else _SINCE_DEED
    if role == "anchor" and "/" not in period and (since.match(tail) or _SINCE_BEGUN.match(tail)):
        return "since", until_now(period.partition("/")[0], published)
    monthly = len(period) in (len("2020"), len("2020-11"))
    if role == "anchor" and monthly and lead[-1:] in _OPENS and printed[:1].isdigit() and _THEN_ON.match(tail):
        return "since", until_now(period, published) if period < published.isoformat()[: len(period)] else period
    if role == "since" and len(period) == len("2026") and _SO_FAR.search(printed) and published.month > 1:
        return role, f"{period}-01/{published:%Y-%m}" if period == str(published.year) else period
    if role == "since" and len(period.partition("/")[0]) == 10:
        return role, until_now(period.partition("/")[0], published)
    if role == "anchor" and printed.endswith("以来") and PLAN.search(printed):
        return role, plan_so_far(period, published)
    return role, period


def plan_so_far(period: str, published: dt.date) -> str:
    """十四五以来: up to the month of publication, or all of the plan when it is as good as over."""
    first = int(period[:4])
    over = (published.year, published.month) >= (first + _PLAN_YEARS - 1, _PLAN_ENDS)
    over = over and published.year <= first + _PLAN_YEARS
    return f"{first}/{first + _PLAN_YEARS - 1}" if over else f"{first}/{published:%Y-%m}"


def _before_that(role: str, period: str | None, tail: str, published: dt.date | None) -> bool:
    """2018年以前 is no period."""
    past = published is not None and period is not None and len(period) == 4 and period <= str(published.year)
    return role == "until" and past and tail[:2] in ("以前", "之前")


def until_now(start: str, published: dt.date) -> str:
    """From a day to the publication day, from a month or year to the publication month."""
    end = published.isoformat()
    return f"{start}/{end if len(start) == 10 else end[:7]}"
