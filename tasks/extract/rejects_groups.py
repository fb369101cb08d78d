"""Numbers that only delimit a group or a rule: age limits, thresholds, denominators, penalties, spans of time."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of, listed
from tasks.extract.rates import counted_noun
from tasks.extract.rejects_context import Place, Verdict, vocabulary

_CALENDAR = frozenset(("年", "月", "天", "日", "季度", "周年", "世纪", "周", "半月", "工作日", "学年"))
_LENGTH_SAID = re.compile(rf"{any_of('length_said')}[^，。；,;\d]{{0,4}}$")
_LENGTH_OF = re.compile(rf"的?{any_of('length_of')}")
_BOUND = re.compile(r"(?:\s?(?:及|或|（含）|\(含\)|含))?(?:以上|以下|以内|之内)(?:的)?")
_NOT_A_GROUP = re.compile(rf"[，。；、,;！？!?）)”》\n\s]|的?{any_of('not_a_group')}")
_LIMIT = re.compile(rf"{any_of('limits')}$")
_ENTITY = re.compile(rf"(?:且[^，。；、,;\d]{{1,10}})?的[^，。；、,;\d]{{0,5}}?{any_of('entities')}")
_CLASS = re.compile(rf"{any_of('entities')}(?:\d|数|总数|数量)")
_AND = re.compile(r"且[^，。；]{1,12}")
_CAPS = listed("caps")
_NOUN_AHEAD = 6
_CHANGED = re.compile(rf"{any_of('changed')}(?:为|至|到|成)")
_COUNTED_DAYS = re.compile(rf"{any_of('counted_days')}[^，。；,;]{{0,14}}$")
_SAID = re.compile(rf"{any_of('said')}$")
_PENALTY = re.compile(rf"{any_of('penalty_before')}[^。；\n]{{0,16}}$")
_PENALTY_AFTER = re.compile(rf"[^。；，\n]{{0,12}}{any_of('penalty_after')}")
_REACH = re.compile(r"[^，。；,;\d]{0,14}间[^，。；,;\d]{0,4}\d+(?:\.\d+)?(?:个)?(?:小时|分钟)")
_LIMIT_DIMENSIONS = frozenset(
    ("money", "length", "time", "score", "weight", "volume", "power", "area", "temperature", "")
)


def per_many(place: Place) -> Verdict | None:
    """每万人口, 每10万人: the denominator of a rate."""
    amount = place.amount
    if (
        not place.before.endswith("每")
        or amount.kind == "percent"
        or (amount.kind == "money" and amount.form == "arabic")
    ):
        return None
    if amount.plain < 1000 and _ONE_IN.match(place.after):
        return None
    return "name", "每N"


_ONE_IN = re.compile(r"[^，。；,;\d]{0,10}[中里]，?(?:就|仅|只|便)?有[\d一二两三四五六七八九十]")


def level_name(place: Place) -> Verdict | None:
    """万亿级产业, 63公斤级, 8英寸晶圆: a number that names a class."""
    after = place.after
    if place.amount.surface == "级":
        if place.amount.plain > _STEPS or after.startswith(("台阶", "石阶", "阶梯")):
            return None
        return None if _QUAKE.match(after) or _SHAKEN.search(place.before) else ("name", "N级")
    if after.startswith("级") and place.amount.surface != "级":
        return "name", "N级"
    if place.amount.surface == "个" and _BARRIER.match(after):
        return "idiom", "N个万亿"
    if place.amount.unit is None and _UNIT_LEVEL.match(after):
        return "name", "N级"
    if place.amount.dimension == "voltage" and not place.before.endswith(_VOLTAGE_SAID):
        return "name", "voltage"
    if place.amount.surface == "届" and place.amount.plain > 100:
        return "ordinal", "届"
    return None


_STEPS = 30
_QUAKE = re.compile("(?:左右|以上)?的?(?:强烈|较强)?(?:地震|余震)")
_SHAKEN = re.compile("震级[^，。；\\d]{0,3}$|发生$")
_BARRIER = re.compile(r"[百千]?[万亿]+元?级?(?:大关|关口|台阶)")
_VOLTAGE_SAID = ("电压", "电压为", "电压达", "电压达到", "升至", "升压至")
_UNIT_LEVEL = re.compile(rf"{any_of('unit_level')}级")


_NOT_LISTED = re.compile(r"[立建设有达共了投引派放发出办开行增购]$")
_LIST_BREAK = re.compile(r"[。；！？!?;\n，,：:“”（）()]")
_LISTED_BY = frozenset(("个", "种", "项", "类"))
_LISTED_THING = re.compile(rf"(?!{any_of('deeds')})[\u3400-\u9fff](?![^，。；、]{{0,6}}{any_of('deeds')})")
_PLACES = re.compile("[省区市县州]|国家|地区|自治")
_LIST_LINK = re.compile(r"、|以及|[和与及]")


def list_counter(place: Place) -> Verdict | None:
    """河南、四川两省, 甲、乙、丙等3个园区: a count of the members of the list right before it says nothing new."""
    amount = place.amount
    if amount.dimension not in ("thing", "place") or not 2 <= amount.plain <= _LONGEST_LIST:
        return None
    if amount.dimension == "thing" and not (amount.surface in _LISTED_BY and _LISTED_THING.match(place.after)):
        return None
    start = max(0, amount.start - _LIST_WINDOW)
    ahead = _LIST_BREAK.split(place.text[start : amount.start])[-1]
    closed = ahead.endswith("等")
    if closed and not (amount.dimension == "place" or _PLACES.match(place.after)):
        return None
    members = _LIST_LINK.split(ahead.removesuffix("等"))
    if "、" not in ahead or len(members) != amount.plain or _NOT_LISTED.search(ahead):
        return None
    if not closed and len(members) == 2 and amount.form == "arabic":
        return None
    return ("name", "list counter") if all(members) and max(map(len, members[1:])) <= _LONGEST_MEMBER else None


_LONGEST_LIST, _LONGEST_MEMBER, _LIST_WINDOW = 34, 12, 200
_PROVINCES = re.compile(r"省（区、市）|省区市|省\(区、市\)")
_DEEDS = re.compile(r"[^，。；、\d]{0,4}(?:民生实事|实事项目)|实事")


def set_phrase(place: Place) -> Verdict | None:
    """全国31个省（区、市）, 办好10件民生实事, 七座以下（含七座）: round phrases that measure nothing."""
    amount = place.amount
    if place.before.endswith(("（含", "(含")) and place.after[:1] in ("）", ")"):
        return "name", "threshold"
    if amount.plain == _ALL_PROVINCES and (_PROVINCES.match(place.after) or place.after.startswith("（区、市）")):
        return "name", "all provinces"
    if amount.surface == "件" and amount.plain < _FEW and _DEEDS.match(place.after):
        return "name", "N件实事"
    return None


_ALL_PROVINCES, _FEW = 31, 100


def age_limit(place: Place) -> Verdict | None:
    """60周岁以上老人, 60-69周岁老人, 一名25岁的男子: an age that says who, not how old."""
    if place.amount.dimension != "age":
        return None
    if place.before.endswith(("满", "未满", "年满", "不满")):
        return "name", "age"
    if _LIFE.search(place.text, max(0, place.amount.start - 20), place.amount.start):
        return None
    if place.amount.form == "arabic" and place.amount.high is None and _PERSON.match(place.after):
        return None
    return ("name", "age") if vocabulary().people.match(place.after) else None


_PERSON = re.compile(rf"的(?!{any_of('age_groups')})[\u3400-\u9fff]")
_LIFE = re.compile(rf"{any_of('life')}[^，。；、,;\d]{{0,8}}$")


def penalty(place: Place) -> Verdict | None:
    """处10万元以上100万元以下罚款, 三年以下有期徒刑."""
    if place.amount.dimension not in ("money", "time"):
        return None
    if not (_BOUND.match(place.after) or place.before.endswith("以上")):
        return None
    start = place.amount.start
    said = _PENALTY.search(place.text, max(0, start - 24), start) or _PENALTY_AFTER.match(place.after)
    return ("name", "penalty") if said else None


def threshold(place: Place) -> Verdict | None:
    """年收入1万元以下的户, 人口50万以上城市, 5000万元以上项目: a bound that only delimits a group."""
    amount = place.amount
    if amount.kind == "percent" or amount.dimension not in _LIMIT_DIMENSIONS:
        return None
    if place.before.endswith(_CAPS) or (
        _LIMIT.search(place.before) and (_ENTITY.match(place.after) or _CLASS.match(place.after))
    ):
        return "name", "threshold"
    match = _BOUND.match(place.after)
    if match is not None and _AND.match(place.after, match.end()):
        return "name", "threshold"
    if match is None or match.end() >= len(place.after) or _NOT_A_GROUP.match(place.after, match.end()):
        return None
    if _SAID.search(place.before[-3:]) or (
        amount.unit is None and counted_noun(place.text, match.end() + amount.end, _NOUN_AHEAD)
    ):
        return None
    return "name", "threshold"


def reach(place: Place) -> Verdict | None:
    """半径500公里城市群, 1000公里大城市间4小时可达: a length that says which, not how much."""
    if place.amount.dimension != "length":
        return None
    if _RACE.search(place.before):
        return "name", "race"
    if place.before[-4:].find("半径") >= 0 or _REACH.match(place.after):
        return "name", "radius"
    return None


_RACE = re.compile(r"(?:男子|女子|混合)(?:\d+米[和、及与])*$")


def floor_number(place: Place) -> Verdict | None:
    """金茂大厦88层观光厅: a storey, unless the height is what is said."""
    if place.amount.surface != "层" or place.before.endswith(
        ("高", "共", "有", "上", "下", "建", "为", "达", "至", "的")
    ):
        return None
    return "name", "storey"


def time_span(place: Place) -> Verdict | None:
    """A span of time is a measurement only where it is what is said, not when."""
    amount = place.amount
    if amount.dimension != "time":
        return None
    if amount.unit not in _CALENDAR:
        return _short_time(place)
    bare_unit = place.text[amount.number_end] not in "个 "
    if _HAS.search(place.before) and place.after.startswith(("历史", "的历史")):
        return None
    if (amount.unit == "年" and amount.plain >= 1000) or (amount.surface in ("日", "月") and bare_unit):
        return "date", "calendar"
    if amount.form == "chinese" and _PLAN_AFTER.match(place.after):
        return "name", "N年行动"
    if place.before.endswith(("由", "从")) and _CHANGED.match(place.after):
        return None
    if place.before.endswith(("连续", "最后", "头")):
        return "date", "span"
    if _DEADLINE.match(place.after):
        return None
    if _COUNTED_DAYS.search(place.before) or _LENGTH_SAID.search(place.before) or _LENGTH_OF.match(place.after):
        return None
    return "date", "span"


_HAS = re.compile(r"有[着了]?(?:近|约|超过)?$")
_DEADLINE = re.compile(r"内(?:就|即|便|均|都)?(?:可|能)")
_PLAN_AFTER = re.compile(any_of("campaign"))
_RHYTHM_OF = ("经过", "历经")
_CLAUSE_START = re.compile(r"(?:^|[，。；\n])$")
_ACT = re.compile(any_of("acts"))
_RHYTHM, _UNTIL = listed("rhythm"), listed("until")


def _short_time(place: Place) -> Verdict | None:
    """Hours and minutes: 24小时值班 is a manner, 每2小时 a rhythm."""
    if place.before.endswith(_RHYTHM):
        return "date", "span"
    if place.amount.form == "chinese" and place.amount.plain == 1 and not _LENGTH_SAID.search(place.before):
        return "idiom", "一小时"
    if place.amount.unit == "小时" and place.amount.plain == 24 and not _LENGTH_SAID.search(place.before):
        return "idiom", "24小时"
    if _DEADLINE.match(place.after):
        return None
    if place.before.endswith(_RHYTHM_OF) or (_CLAUSE_START.search(place.before) and _ACT.match(place.after)):
        return "date", "span"
    if place.after.startswith(("前", "后", "内", "来", "间", "里", "之内", "之后")):
        return None if place.before.endswith(_UNTIL) else ("date", "span")
    return None
