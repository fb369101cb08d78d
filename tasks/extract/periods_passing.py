"""Words of time that say nothing about when a figure holds: 今天的农村, 为近十年最低, 每天清晨, 春节临近."""

from __future__ import annotations

import re

from tasks.extract.dates_roles import measures_by
from tasks.extract.model import TimeExpression
from tasks.extract.periods_words import ENDED

# 甲社某地9日电）, 8月18日综合外电报道: when the news was sent.
_SENT = re.compile(r"(?:专|综合)?(?:外|急)?[电讯](?:报[导道])?(?=[\s　）)（(：:“]|记者)")
_COUNTED = re.compile(r"(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(?:多|余)?年|月|半年多?来")
_LATER = re.compile(r"(?:天|日|小时)(?:之|以)?后$")
_FUNDS = re.compile(r"[^，。；,;0-9]{2,18}?(?:资金|项目|预算|决算)的")
_DRAWS_NEAR = re.compile(r"(?:的)?(?:即将)?(?:临近|将至|到来|来临|在即|将近)")
_EXTREME = re.compile(
    r"的?[，,]?(?:同期|同月|单月|单季|单日|当月|历史|月度|季度|年度)?的?"
    r"(?:最(?!终|后|新)|新[高低]|[次第][0-9二三四五六]?[高低]|峰值|首次|第[一二三]次|首[个度现])"
)
# 春节假期刚过, 节后: what follows came after the days off.
_OVER = re.compile(r"(?:(?:刚刚?|一|已|才)过(?!半)|刚刚?结束|过后|过完|之?后(?!半)|结束)(?!的)")
_FEAST = re.compile(r"节|假期|黄金周|国庆|元旦|五一|十一|端午|中秋|清明")
# Tickets for the days of the spring travel rush are sold before it.
_RUSH_HOLDS = re.compile(r"[，,在全各我共日预累每]")
_IN_VERB = re.compile(r"(?:延续|保持|继续|持续|创下?|刷新|扭转|改变|结束|(?<![光单仅其别就])是|成为|达到|处于)了?$")
_EVERY = re.compile(r"每[天日晚年月周]?$")
# 今年价格变动的新影响, 去年价格变动的翘尾影响: what a figure is measured by, not when.
_CARRY_OVER = re.compile(r"(?:价格)?(?:变动|上涨|涨价)的?(?:新|翘尾|滞后)|新涨价|翘尾")
# 上年基数偏低, 去年同期基期较高: what a growth is measured by.
_BASES = re.compile(r"(?:同期|同月)?的?[较偏]?[高低]?基[数期]")
# 目前健在的老人, 眼前正在建设的大桥: words of a thing, not of a figure.
_BEING = re.compile(
    r"(?:正在|健在|在建|在用|在售|听到|看到|(?:世界|国内|我国|全国|全球|国际)?上?(?:规模)?最)[^，。；,;0-9]{0,10}的(?![0-9一二三四五六七八九十两])"
)
# 荣获2022年全省最美乡村称号, 夏季平均气温: part of a name.
_HONOURS = ("荣获", "获评", "入选", "获得", "评为", "入围", "列入", "获", "授予")
_HONOUR = re.compile(
    r"度?[^，。；,;0-9]{0,24}?(?:称号|奖|荣誉|名单|典型|案例|示范|十[大佳]|[百千]强|优秀|最美|美丽|先进)"
)
# 今天我们一起来关注…: the day of the programme.
_ON_AIR = re.compile(r"，?(?:我们|咱们|带您|为您|请您|来看|一起|继续|就来|的节目)")
_SEASON = re.compile(r"[春夏秋冬][季天]?$")
# 连2月低于2%: two months running.
_RUNNING = ("连", "连续")
_STORMS = ("风暴", "暴风", "寒潮", "时装", "奥运", "奥会")
_OF_TODAY = re.compile(r"的(?![0-9超近约逾]|[一二两三四五六七八九十]+(?:[百千万亿成多余]|个亿))")
# 在今天的企业家大会上: of the day, unlike 今天的农村.
_MEETING_OF_TODAY = re.compile(r"的[^，。；,;0-9的]{0,16}(?:[会式赛展动坛]|训练|招聘)[上中里]")
# 春节补贴, 中秋慰问金: what is given at a festival is called by it.
_GIVEN = ("补贴", "补助", "慰问金", "慰问品", "慰问款", "红包", "津贴")
_CLIMATE = re.compile(r"(?:平均|最[高低])?(?:气温|温度)|[凉温炎寒多少]")
# 12月交货的原油期货, 年初预算的45%: which contract and which budget, not when.
_DELIVERED = re.compile("(?:交货|交割|到期|主力合约|期[货铜金铝])")
_BUDGETED = re.compile("(?:预算|计划|目标|任务|安排|确定|下达|预期|预定)(?!了)")
# 出生于1988年的…, 公司成立于2013年，…: when a life or a house began.
_FOUNDED = re.compile("(?:生|成立|建|创[办建立]|毕业|设立)于$")
# 自14日以来，日增病例首次…: how long it had not come about.
_FIRST_SINCE = re.compile("[，,][^，。；,;]{0,16}首次")
# 近20年党龄, 近十年教龄: what a person has, not when.
_SERVED = re.compile("(?:党龄|工龄|教龄|军龄|驾龄|警龄|从[业教警医]|历史的|经验的)")
# 收费时段为星期一至星期日, 每周一至周五: the days of any week.
_TIMETABLE = re.compile(r"(?:每|逢|时[段间]|营业|开放|受理|服务)[^，。；,;]{0,2}$")
_WEEKDAYS = re.compile("(?:星期|礼拜|周)[一二三四五六日天].*[一二三四五六日天]")
# 判刑8月: eight months.
_SENTENCED = re.compile("(?:判刑|徒刑|拘役|缓刑|刑期|管制|处刑)(?:为|共)?$")
_IS = ("是", "为", "创", "创下", "成为", "写下", "刷新")
_RARE = re.compile(
    "(?:入[春夏秋冬])?(?:以来)?的?(?:单[日月周季])?(?:最(?!终|后|新)|新[高低]|首[次度见个]|第[0-9一二三四五六七八九十]{1,2}[大高低多次度])"
)
_IN_THE_MIDST = ("正值", "时值", "适逢", "正逢", "恰逢", "欣逢")
# 处4年6月徒刑: half a year.
_TERMS = ("徒刑", "有期徒刑", "拘役")
_UPCOMING = re.compile(r"(?:临近|迎接|喜迎|将近|备战|即将到来的)$")

# 11.3万人（2014年）
_FIGURE = re.compile(r"[0-9][万亿余多]*[^0-9，。；：、,;（(）)]{0,5}(?<![年月日号天末底期])[（(]$")


def passes_by(date: TimeExpression, printed: str, lead: str, tail: str) -> bool:
    """Whether the words only look like a time for figures: 今天的农村, 三天后, 假期前7天."""
    if ("/" in date.value and _FUNDS.match(tail)) or (printed[-1:] in "日号" and _only_sent(tail)):
        return True
    if ("/" in date.value or _FEAST.search(printed)) and _DRAWS_NEAR.match(tail):
        return True
    if date.role == "since" and _FIRST_SINCE.match(tail):
        return True
    if date.role in ("span", "since") and (_EXTREME.match(tail) or _IN_VERB.search(lead)):
        return True
    if date.role == "anchor" and (_FOUNDED.search(lead) or ENDED.search(lead)):
        return True
    if printed[-1:] == "月" and (lead.endswith(_RUNNING) or _SENTENCED.search(lead) or tail.startswith(_TERMS)):
        return True
    if date.role == "span" and _SERVED.match(tail):
        return True
    if date.role == "span" and (tail[:1] == "的" or lead.endswith(("历时", "经过", "耗时"))):
        return True
    if ("每" in lead and _EVERY.search(lead)) or ("节" in printed and _UPCOMING.search(lead)):
        return True
    if _names_a_thing(date.role, printed, lead, tail):
        return True
    if printed in ("首月", "首个月") and lead[-1:] not in ("年", "，", ",", "。", "\n", ""):
        return True
    return bool(_LATER.search(printed)) or (date.role == "span" and not _COUNTED.search(printed))


def _only_sent(tail: str) -> bool:
    """Whether a day is only that of an agency's line; what has come and gone by then (一度停电) was of it."""
    return _SENT.match(tail) is not None and "一度" not in tail.partition("。")[0]


# 2024年第六期国债, 2023年第三届: part of a name.
_NUMBERED = re.compile("第[0-9一二三四五六七八九十]{1,3}[期届]")


def _names_a_thing(role: str, printed: str, lead: str, tail: str) -> bool:
    """Whether a date belongs to the name of something (目前健在的老人, 荣获2022年…称号) or lies behind (节后)."""
    return (
        tail[:1] == "龄"
        or (printed[0] in "星礼周" and _WEEKDAYS.fullmatch(printed) is not None and _TIMETABLE.search(lead) is not None)
        # 高温38度，是今年最热的一天，12个测站超过37度: how rare it is.
        or (printed == "今年" and lead.endswith(_IS) and _RARE.match(tail) is not None)
        # 正值夏季旅游旺季，…: what it was like then.
        or (lead.endswith(_IN_THE_MIDST) and (_SEASON.search(printed) or _FEAST.search(printed)) is not None)
        or (printed[-1:] == "年" and _NUMBERED.match(tail) is not None)
        or (printed.endswith("世纪") and tail.startswith(("经济报道", "海上", "教育", "文学", "新能源")))
        or (printed in ("上年", "上年度") and tail.startswith(("结转", "结余", "滚存")))
        or (_OVER.match(tail) is not None and _FEAST.search(printed) is not None)
        or (printed[1:2] == "运" and not _RUSH_HOLDS.match(tail))
        or (
            role == "now"
            and (_BEING.match(tail) is not None or (printed == "如今" and _OF_TODAY.match(tail) is not None))
        )
        or (lead.endswith(_HONOURS) and _HONOUR.match(tail) is not None)
        or (_SEASON.search(printed) is not None and tail.startswith(_STORMS))
        or (printed == "全天" and tail[:1] == "候")
        or (_CLIMATE.match(tail) is not None and _SEASON.search(printed) is not None)
        or (printed in ("今天", "今日") and _is_of_now(tail))
        or (tail[:1] == "的" and printed.endswith("节") and _FEAST.search(printed) is not None)
        or (role == "now" and printed in ("此时", "此刻"))
        or _CARRY_OVER.match(tail) is not None
        or _BASES.match(tail) is not None
        or _DELIVERED.match(tail) is not None
        or (printed.endswith("年初") and _BUDGETED.match(tail) is not None)
        # 1—7月…，自年初累计完成: no more than that the months are summed.
        or (printed.endswith("年初") and lead.endswith(("自", "从")) and tail.startswith("累计"))
        or given_at(printed, tail)
        or measures_by(lead, tail)
    )


def given_at(printed: str, tail: str) -> bool:
    """Whether the words name what is given at a festival (春节补贴, 中秋慰问金)."""
    return tail.startswith(_GIVEN) and _FEAST.search(printed) is not None


def _is_of_now(tail: str) -> bool:
    """Whether 今天 means these times (今天的农村) or the programme (今天我们一起来关注…) rather than a day."""
    of_times = tail[:1] == "的" and _MEETING_OF_TODAY.match(tail) is None
    return of_times or _ON_AIR.match(tail) is not None


def noted(text: str, start: int, end: int) -> bool:
    """Whether a date stands in brackets behind a figure (11.3万人（2014年）) and tells its time alone."""
    return text[end : end + 1] in ("）", ")") and _FIGURE.search(text, max(0, start - 16), start) is not None
