"""Lengths of time that are told for themselves: how long one takes, by when something is reached, what is asked."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT, any_of
from tasks.extract.rejects_context import Place

# 12小时之内也能到达, 5日内即可办结
_DEADLINE = re.compile("[之以]?内(?:就|即|便|均|都|也|还)?(?:可|能|有效)")
# 每三秒就有一人脱贫, 每40秒下线一台车: how long one of them takes, unlike 每3天换一次水.
_ONE = r"(?:[一1]|近一)(?![遍轮回下点些样度切次])[^\d，。；]"
_FOR_ONE = re.compile(
    rf"(?:左右)?(?:，?(?:就|便|即)(?:能|会|可以?)?有|，?(?:就|便|即)?(?:能|可以?)?(?:就|便)?{any_of('turned_out')}了?){_ONE}"
)
_SHORT = frozenset(("秒", "分钟", "小时"))
# 一般需要有2年以上基层工作经验: what is asked of those who apply.
_ASKED = re.compile("(?:要|要求|须|应当?|需)(?:至少)?(?:具?有|具备|满)?$")
_EXPERIENCE = re.compile("(?:及?以上)?的?[\u3400-\u9fff]{0,10}?(?:经验|经历|工龄|年限)(?=[，。；！\n]|$)")


def takes_for_one(place: Place) -> bool:
    """Whether a number is the time that each one of something takes."""
    amount = place.amount
    each = amount.unit in _SHORT and place.before.endswith("每")
    return each and _FOR_ONE.match(place.after) is not None


def is_asked(place: Place) -> bool:
    """Whether a number is the experience that is asked for."""
    return _ASKED.search(place.before) is not None and _EXPERIENCE.match(place.after) is not None


# 三年即可收回投资, 两年半就能回本: what something pays itself back in. 领先同行3-5年: by how much it is ahead.
_PAYBACK = re.compile("(?:左右|以内|内)?(?:即|就|便|才|后)?(?:可以?|能够?)?(?:收回|回收|回本|盈利|还清)")
_AHEAD = re.compile("(?:领先|落后|早于|晚于|超前|滞后)[\u3400-\u9fff]{0,8}$")
# 有5年证券从业经历, 12年的一线教学经验: so long has somebody done it.
_DONE_FOR = re.compile("的?[\u3400-\u9fff]{0,10}?(?:经验|经历|教龄|党龄|工龄|军龄|驾龄)(?=[，。；、！\n]|$)")
_WITH = re.compile("(?:有着?|具备|拥有|积累了?)(?:近|超过?|至少)?$")


# 从1月10日到2月18日，共40天; 已持续22天: how many days there are in all, or up to now.
_IN_ALL = re.compile(f"(?:(?:(?:一|总)?共|共计|总计|累计)有?|(?:气|温|风|雨|雪|日|良)天有){ABOUT}?$")
_GOES_ON = re.compile(f"(?:已经?|仍|还|将|可能|一共|总共|累计)(?:持续|延续)了?(?:{ABOUT}|超过)?$")
_ENDED = re.compile("[，,。；;！？\n]|$")
# 将用三年时间分步推进: what time a plan takes itself, unlike 用三年时间修通了.
_GIVEN = re.compile("(?:将|计划|拟|力争|争取|打算|决定)再?(?:[利使]?用|通过|花)(?:不到|不超过)?$")


def _is_sum(place: Place) -> bool:
    """Whether a length of time is that of a whole: all its days, how long it has lasted, what a plan is given."""
    if place.after.startswith(("时间", "左右的时间", "左右时间", "的时间")) and _GIVEN.search(place.before):
        return True
    if _ENDED.match(place.after) is None:
        return False
    days = place.amount.unit in ("天", "日") and _IN_ALL.search(place.before)
    return bool(days or _GOES_ON.search(place.before))


def is_length_told(place: Place) -> bool:
    """Whether a length of time is what is said, not when."""
    if place.amount.unit == "年":
        if _PAYBACK.match(place.after) or (
            _AHEAD.search(place.before) and not place.after.startswith(("前", "后", "实"))
        ):
            return True
        if _WITH.search(place.before) and _DONE_FOR.match(place.after):
            return True
    return _DEADLINE.match(place.after) is not None or _is_sum(place) or takes_for_one(place) or is_asked(place)
