"""Numbers that only delimit a group or a rule: age limits, thresholds, denominators, penalties, spans of time."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT, any_of, listed
from tasks.extract.rejects_context import Place, Verdict
from tasks.extract.rejects_times import is_length_told, takes_for_one

_CALENDAR = frozenset(("年", "月", "天", "日", "季度", "周年", "世纪", "周", "半月", "工作日", "学年"))
_LENGTH_SAID = re.compile(rf"{any_of('length_said')}[^，。；,;\d]{{0,4}}$")
_LENGTH_OF = re.compile(rf"的?{any_of('length_of')}")
_CHANGED = re.compile(rf"{any_of('changed')}(?:为|至|到|成)")
_CHANGED_TO, _POINTS_OF_TIME = (
    re.compile(rf"{_CHANGED.pattern}(?:了|约)?$"),
    ("后", "前", "内", "以后", "之后", "初", "底", "一"),
)
_COUNTED_DAYS = re.compile(rf"{any_of('counted_days')}[^，。；,;]{{0,14}}$")
_REACH = re.compile(r"[^，。；,;\d]{0,14}间[^，。；,;\d]{0,4}\d+(?:\.\d+)?(?:个)?(?:小时|分钟)")


def per_many(place: Place) -> Verdict | None:
    """每万人口, 每10万人: the denominator of a rate."""
    amount = place.amount
    if (
        not place.before.endswith("每")
        or amount.kind == "percent"
        or takes_for_one(place)
        or (amount.kind == "money" and amount.form == "arabic")
    ):
        return None
    if amount.plain <= 1000 and _ONE_IN.match(place.after):
        return None
    return "name", "每N"


# 每5人中有一人, 每3位学生就有2名: so many of so many.
_ONE_IN = re.compile(
    r"[^，。；,;\d]{0,10}(?:(?:[当之]?中|里[头面边]?)，?(?:就|仅|只|便)?|，?(?:就|便)(?:会|能|可)?)有"
    r"[\d一二两三四五六七八九十](?![\d\u3400-\u9fff]{0,2}元)"
)


def level_name(place: Place) -> Verdict | None:
    """万亿级产业, 63公斤级, 8英寸晶圆: a number that names a class."""
    after = place.after
    if place.amount.surface == "级":
        if place.amount.form == "arabic" and _CLASSES[0] < place.amount.plain < _CLASSES[1] and "级" not in after[:6]:
            return "date", "class"
        if _STEPS < place.amount.plain < _SCALED or after.startswith(("台阶", "石阶", "阶梯")):
            return None
        return None if _QUAKE.match(after) or _SHAKEN.search(place.before) else ("name", "N级")
    if after.startswith("级") and place.amount.surface != "级":
        return "name", "N级"
    if place.amount.surface == "个" and (_BARRIER.match(after) or after.startswith(_STEPS_COUNTED)):
        return "idiom", "N个万亿"
    if place.amount.unit is None and _UNIT_LEVEL.match(after):
        return "name", "N级"
    if place.amount.surface == "马力" and not _POWER_SAID.search(place.before) and _MACHINE.match(place.after):
        return "name", "power"
    if place.amount.unit in ("寸", "英寸") and _SCREEN.match(place.after):
        return "name", "screen"
    if place.amount.dimension == "angle" and _SLOPE.match(place.after):
        return "name", "slope"
    if place.amount.dimension == "voltage" and not place.before.endswith(_VOLTAGE_SAID):
        return "name", "voltage"
    if place.amount.surface == "届" and place.amount.plain > 100:
        return "ordinal", "届"
    return None


# 销量连上50万辆、60万辆两个台阶: steps that figures are.
_STEPS_COUNTED = ("台阶", "新台阶", "大台阶", "关口", "大关")
# 99级台阶 are counted, 1500亿级产业 is a class.
_STEPS, _SCALED = 30, 10000
# 2014级学生: those who entered in that year.
_CLASSES = (1950, 2050)
_QUAKE = re.compile(r"(?:左右|以上)?的?(?:强烈|较强)?(?:地震|余震|强震)|和\d\.\d级的?(?:地震|余震|强震)")
_SHAKEN = re.compile("(?:震级|震度|余震|主震|地震)[^，。；\\d]{0,3}$|发生$")
_BARRIER = re.compile(r"[百千]?[万亿]+[\u3400-\u9fff]{0,2}?级?(?:大关|关口|台阶)")
_VOLTAGE_SAID = ("电压", "电压为", "电压达", "电压达到", "升至", "升压至")
_POWER_SAID = re.compile("(?:功率|马力|动力|输出)[^，。；]{0,4}$|[达为有]到?$")
_MACHINE = re.compile(r"(?:以上|级)?的?[\u3400-\u9fff]{0,6}(?:机|车|船|艇|发动|引擎|柴油)")
_SCREEN = re.compile("的?[\u4e00-\u9fff]{0,6}(?:屏|电视|彩电|显示|液晶|面板|晶圆|硅片|平板|蛋糕|轮)")
_SLOPE = re.compile(r"(?:以[上下内])?的?(?:坡|斜|陡)")
_UNIT_LEVEL = re.compile(rf"{any_of('unit_level')}级")


_REPORTED = re.compile(r"(?:省)?[（(]?(?:自治)?区、?(?:直辖)?市[）)]?[^，。；\n]{0,12}(?:报告|新增|通报)")
_DEEDS = re.compile(r"[^，。；、\d]{0,4}(?:民生实事|实事项目)|实事")
# 20件民生实事全部完成: how many were done.
_CARRIED_OUT = re.compile(
    "(?:项目)?(?:已|都|均|也|全部|全面|如期|圆满|基本|顺利)*(?:完成|办结|办成|办完|落实到位|兑现)"
)


def set_phrase(place: Place) -> Verdict | None:
    """31个省（区、市）累计报告, 办好10件民生实事, 七座以下（含七座）: round phrases that measure nothing."""
    amount = place.amount
    if place.before.endswith(("（含", "(含")) and place.after[:1] in ("）", ")"):
        return "name", "threshold"
    if amount.surface == "座" and amount.plain < _FEW and _SEATS.match(place.after):
        return "name", "seats"
    if amount.surface in ("国", "个国家") and place.before.endswith(_LEAGUES):
        return "name", "league"
    if amount.surface == "次" and amount.form == "arabic" and _TRAIN.match(place.after):
        return "name", "train"
    if amount.unit is None and place.after.startswith(_MARKS_HELD):
        return "idiom", "mark"
    if amount.surface == "个" and place.after.startswith(("春秋", "寒暑")):
        return "date", "span"
    if amount.surface == "个" and place.after.startswith("交易日") and not _LENGTH_SAID.search(place.before):
        return "date", "span"
    if amount.dimension == "thing" and place.before.endswith("相当于"):
        return "idiom", "comparison"
    if amount.surface == "圈" and _AROUND_THE_EARTH.search(place.before):
        return "idiom", "comparison"
    if amount.plain == _ALL_PROVINCES and _REPORTED.match(place.text, amount.end, amount.end + 40):
        return "name", "all provinces"
    told = _DEEDS.match(place.after) if amount.surface == "件" and amount.plain < _FEW else None
    if told and not _CARRIED_OUT.match(place.after, told.end()):
        return "name", "N件实事"
    return None


# 指数面临6万3保卫战, 失守2万2关卡: a round number that is held or lost.
_MARKS_HELD = ("保卫战", "关卡", "关口", "心理关", "整数关")
# 东盟10国, 中东欧16国: a league by the number of its members.
_LEAGUES = listed("leagues")
# 七座及七座以下的小客车, 75052次中欧班列.
_SEATS = re.compile("(?:及[^，。；]{1,4})?以[上下][^，。；]{0,12}车|及[^，。；]{1,4}座以下")
_TRAIN = re.compile("[\u3400-\u9fff]{0,4}(?:列车|班列|动车|高铁|旅客车|火车|慢车|绿皮车)")
_AROUND_THE_EARTH = re.compile("绕(?:地球|赤道)")
_ALL_PROVINCES, _FEW = 31, 100


def reach(place: Place) -> Verdict | None:
    """半径500公里城市群, 1000公里大城市间4小时可达: a length that says which, not how much."""
    if place.amount.dimension != "length":
        return None
    if _RACE.search(place.before) or _EVENT.match(place.after):
        return "name", "race"
    if _ZONE.match(place.after):
        return "name", "zone"
    if place.after.startswith(("超深", "深水", "级")):
        return "name", "depth"
    if place.before[-4:].find("半径") >= 0 or _REACH.match(place.after):
        return "name", "radius"
    return None


# 堤防1500米左右的区域内: how wide the zone is that is meant.
_ZONE = re.compile("(?:左右|以内|之内|内|范围内?)?的?(?:区域|范围|地带|半径|禁区|缓冲区|核心区|水域|海域)(?:内|里|中)")
# 10米气步枪, 三米板, 200米蝶泳
_EVENT = re.compile(
    "(?:个人|双人|单人|团体|混合)?(?:气[步手]枪|[步手]枪|移动靶|跳台|跳板|板(?=$|[，。；、冠亚季决双单项银金铜])"
    "|自由泳|[蛙仰蝶]泳|混合泳|跨?栏(?=$|[，。；、冠亚季决项])|接力|短跑|赛跑|直道|预赛|决赛|半决赛|(?:项目的?)?(?:冠军|金牌))"
)
_RACE = re.compile(r"(?:男子|女子|混合)(?:\d+米[和、及与])*$")


def floor_number(place: Place) -> Verdict | None:
    """金茂大厦88层观光厅: a storey, unless the height is what is said."""
    if place.amount.surface != "层" or place.before.endswith(
        ("高", "共", "有", "上", "下", "建", "为", "达", "至", "的")
    ):
        return None
    return "name", "storey"


# 假期过半，…, 时间过半，任务过半: when something is told.
_HALF_GONE = re.compile("(?:假期|时间|日程|春运|暑运|暑期|赛程|行程|会期|展期|全?年|旅程)(?:已经?|都|刚刚?)?过$")


def half_gone(place: Place) -> Verdict | None:
    """假期过半: how much of a time has passed only says when."""
    return ("date", "point") if place.amount.form == "most" and _HALF_GONE.search(place.before) else None


def time_span(place: Place) -> Verdict | None:
    """A span of time is a measurement only where it is what is said, not when."""
    amount = place.amount
    if amount.dimension != "time" or is_length_told(place):
        return None
    if amount.unit in _TOLD_IN_TENTHS and _AVERAGE.fullmatch(place.text, amount.number_start, amount.number_end):
        return None
    if amount.unit not in _CALENDAR:
        return _short_time(place)
    bare_unit = place.text[amount.number_end] not in "个 "
    if _HAS.search(place.before) and _HISTORY.match(place.after):
        return None
    if (amount.unit == "年" and amount.plain >= 1000) or (amount.surface in ("日", "月") and bare_unit):
        return "date", "calendar"
    if amount.form == "chinese" and _PLAN_AFTER.match(place.after):
        return "name", "N年行动"
    if (_FORMERLY.search(place.before) and _CHANGED.match(place.after)) or (
        _CHANGED_TO.search(place.before) and not place.after.startswith(_POINTS_OF_TIME)
    ):
        return None
    if place.before.endswith(("连续", "最后", "头")) or (
        place.before.endswith(("提前", "提前了")) and _AHEAD_OF.match(place.after)
    ):
        return "date", "span"
    if amount.unit == "工作日" and place.after.startswith("内"):
        return None
    if _spent(place):
        return None
    if (
        _MOVED_DAYS.search(place.before)
        or _COUNTED_DAYS.search(place.before)
        or (_LENGTH_SAID.search(place.before) and not _is_leave_case(place))
        or _LENGTH_OF.match(place.after)
    ):
        return None
    return "date", "span"


# 病假超过6个月的，…: the case that a rule speaks of.
_LEAVE_OVER = re.compile("假(?:连续|累计|一次|合计)*(?:超过|超出|满|达到?|逾)$")
_IN_CASE = re.compile("(?:及?以上)?(?:的[，,由须应可]|者)")


def _is_leave_case(place: Place) -> bool:
    """Whether a length of leave only says whom a rule is for."""
    return _LEAVE_OVER.search(place.before) is not None and _IN_CASE.match(place.after) is not None


def _spent(place: Place) -> bool:
    """花了6天时间, 用10天建成, 奋战了八十多天。: the time that something took; 用三年时间 only says by when."""
    if _LASTING.search(place.before) and _ENDED.match(place.after):
        return True
    if _TOOK.search(place.before) or (place.amount.unit != "年" and _USING.search(place.before)):
        return True
    return _ENDED.match(place.after) is not None and _WORKED.search(place.before) is not None


_LASTING = re.compile(rf"(?<![连每]){any_of('lasting')}(?:{ABOUT}|整整|足足|了)?$")
_TOOK = re.compile(rf"(?:(?<![利采使启运应引动录聘任占停])用了|花了|只花|只要)(?:{ABOUT}|不到|整整|短短)?$")
_USING = re.compile(rf"(?<![利采使启运应引动录聘任占停费])用(?:{ABOUT}|不到|整整|短短)?$")
_WORKED = re.compile(rf"(?<!连续){any_of('worked')}了(?:{ABOUT}|整整|足足)?$")
_ENDED = re.compile("[，。；！？\\n]|$")
# 专项债券14.5年, 平均失业26.8周: nobody tells a date or a span in tenths.
_TOLD_IN_TENTHS = frozenset(("年", "周", "日", "天"))
_AVERAGE = re.compile(r"\d{1,2}\.\d{1,2}")
# 有着2000多年建城史.
_HISTORY = re.compile("的?[\u4e00-\u9fff]{1,4}史")
# 由15天压缩至5天, 由原来的15天, 原来15天, 由改革前的45天
_FORMERLY = re.compile(
    f"(?:[由从](?:[\u3400-\u9fff]{{2,6}}(?:前|时|初)的?)?|(?:原来|原先|过去|以前|此前|之前|先前|最初|原定|原计划|规定|法定)的?)(?:{ABOUT}|超过)?$"
)
# 优良天数312天，比上年增加6天
_MOVED_DAYS = re.compile(
    rf"(?:[同环]比|[比较](?:\d{{4}}年|\d{{1,3}}年前|[^，。；\d]){{1,8}})(?:增加|减少|[多少增减]|提前|推迟|延迟|缩短|延长)了?{ABOUT}?$"
)
_HAS = re.compile(rf"有[着了]?(?:{ABOUT}|超过)?$")
# 6小时降雨超过150毫米, 48小时内核酸证明: the length names the thing.
_NAMED_BY_TIME = re.compile("(?:内|最大|累[计积]|平均)?(?:降[水雨]|雨)量?|内?(?:新冠)?(?:病毒)?核酸")
_AHEAD_OF = re.compile(any_of("accomplished"))
_PLAN_AFTER = re.compile(any_of("campaign"))
_RHYTHM_OF = ("经过", "历经")
_TRAVELLED = re.compile(rf"的?{any_of('travelled')}")
_CLAUSE_START = re.compile(r"(?:^|[，。；\n])$")
_ACT = re.compile(any_of("acts"))
# 开盘不到10分钟股价已翻红: how long ago it began.
_HARDLY, _ALREADY = re.compile("(?:不到|短短|不足|才)$"), re.compile(r"[，,]?[^，。；,;\d]{0,6}已(?!知)")
_BILLED = ("计费", "计价", "计收", "为单位", "为一单位", "为一个单位", "为计费单位")
_RHYTHM, _UNTIL = listed("rhythm"), listed("until")

# 单程运行24个小时: how long a way takes, unlike 24小时值班.
_UNDER_WAY = re.compile(f"(?:运行|行驶|航行|飞行|(?:往返|单程|全程|来回)需?要?)了?{ABOUT}?$")


def _short_time(place: Place) -> Verdict | None:
    """Hours and minutes: 24小时值班 is a manner, 每2小时 a rhythm."""
    if _TRAVELLED.match(place.after) and not place.before.endswith("每"):
        return None
    since = _HARDLY.search(place.before) and _ALREADY.match(place.after)
    if since and not _LENGTH_SAID.search(place.before):
        return "date", "span"
    if place.before.endswith(("以", "按", "每")) and place.after.startswith(_BILLED):
        return "name", "billed by"
    if place.before.endswith(_RHYTHM):
        return "date", "span"
    if place.after.startswith(("过境免签", "免签", "直接过境")):
        return "name", "visa"
    if _NAMED_BY_TIME.match(place.after):
        return "name", "named by time"
    if (
        place.amount.form == "chinese"
        and place.amount.value == 1
        and place.amount.qualifier != "over"
        and not _LENGTH_SAID.search(place.before)
    ):
        return "idiom", "一小时"
    all_day = place.amount.unit == "小时" and place.amount.plain == 24
    if all_day and not (_LENGTH_SAID.search(place.before) or _UNDER_WAY.search(place.before)):
        return "idiom", "24小时"
    if place.before.endswith(_RHYTHM_OF) or (_CLAUSE_START.search(place.before) and _ACT.match(place.after)):
        return "date", "span"
    if place.after.startswith(("前", "后", "内", "来", "间", "里", "之内", "之后")):
        return None if place.before.endswith(_UNTIL) else ("date", "span")
    return None
