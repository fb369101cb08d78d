"""Limits that delimit a group: penalties, sums, sizes and shares that say who is meant, not how much."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT, any_of, listed
from tasks.extract.deemed import is_deemed
from tasks.extract.rates import counted_noun
from tasks.extract.rejects_context import Place, Verdict
from tasks.extract.rejects_times import is_length_told

_BOUND = re.compile(r"(?:\s?(?:及|或|（含）|\(含\)|含))?(?:以上|以下|以内|之内)(?:的)?")
_NOT_A_GROUP = re.compile(rf"[，。；、,;！？!?）)”》\n\s]|的?{any_of('not_a_group')}")
_LIMIT = re.compile(rf"{any_of('limits')}$")
_ENTITY = re.compile(rf"(?:且[^，。；、,;\d]{{1,10}})?的[^，。；、,;\d]{{0,5}}?{any_of('entities')}")
_CLASS = re.compile(rf"{any_of('entities')}(?:\d|数|总数|数量)")
_AND = re.compile(r"且[^，。；]{1,12}")
_CAPS = listed("caps")
_NOUN_AHEAD = 6
_SAID = re.compile(rf"{any_of('said')}$")
_PENALTY = re.compile(rf"{any_of('penalty_before')}[^。；\n]{{0,16}}$")
_PENALTY_AFTER = re.compile(rf"[^。；，\n]{{0,12}}{any_of('penalty_after')}")
_LIMIT_DIMENSIONS = frozenset(
    ("money", "length", "time", "score", "weight", "volume", "power", "area", "temperature", "angle", "")
)


def _of_size(place: Place) -> bool:
    """Whether a sum, or two that it lies between, say how large those are of whom something is told."""
    return place.after.startswith("口径") or (place.amount.high is not None and _SIZED.match(place.after) is not None)


def inclusive(place: Place) -> Verdict | None:
    """80周岁（含80周岁）的老人, 身高1.2米（不含1.2米）至1.5米的: both the limit and what repeats it in brackets."""
    if place.amount.kind == "percent":
        return None
    if place.amount.dimension == "money" and _of_size(place):
        return "name", "threshold"
    if _SIGNED.search(place.before):
        return "name", "threshold"
    repeated = _REPEATED.search(place.before) and place.after[:1] in ("）", ")")
    return ("name", "threshold") if repeated or _REPEATS.match(place.after) else None


# 地下水（矿化度≤2克/升）: a limit in brackets says which.
_SIGNED = re.compile(r"[（(][^（）()，。；]{1,14}[≤≥<>＜＞]$")
# 10-50亿元企业, 规模以上（500万元口径）工业: of which size; 10-50万元企业奖励资金 says how much.
_SIZED = re.compile(
    "(?:之间)?的?(?:规上|工业|服务业)?(?:企业|项目|商户)(?![一-鿿]{0,4}?(?:奖|补[助贴偿]|资助|资金|贷款|经费|费用|支持|扶持))"
)
# 死亡3人以上的较大事故: of which grade.
_ACCIDENT = re.compile("以[上下]的?(?:较大|重大|特大|特别重大|一般)?[^，。；、]{0,8}事故")
_REPEATED = re.compile(r"[（(]不?含$")
_REPEATS = re.compile(r"[（(]不?含\d[\d.,]*[百千万亿]?[^，。；）)\d]{0,4}[）)]")


# 超过1000万人次共有16天, 低于35微克的天数有280天: what so many days are counted by.
_PASSED = re.compile("(?:超过?|突破|达到?|高[于达]|低于|[大小]于|不[足到]|优于)$")
_SO_MANY_DAYS = re.compile(
    r"(?:及?以[上下])?的?(?:高温|低温|大风|优良|严寒|暴雨)?(?:天数?|日数|日子|月份)?(?:一共|总共|共|就|也|已|只|仅)?(?:有|为|是|达)"
    rf"(?:{ABOUT}|超过?)?[0-9一二两三四五六七八九十百]{{1,4}}[多余]?(?:天|个月)"
)


def day_limit(place: Place) -> Verdict | None:
    """单日客流超过1000万人次共有16天: a limit that days are counted by."""
    counted = place.amount.unit not in ("天", "月") and _PASSED.search(place.before)
    return ("name", "threshold") if counted and _SO_MANY_DAYS.match(place.after) else None


def grade(place: Place) -> Verdict | None:
    """20毫米螺纹钢, 5500大卡动力煤: a size or heat value that only says which goods have the price."""
    if place.amount.unit not in _GRADED or _THICK.search(place.before) or not _GOODS.match(place.after):
        return None
    return "name", "grade"


_THICK = re.compile("(?:厚|厚度|直径|宽度?|长度?|口径)[^，。；]{0,4}$")
_GRADED = frozenset(("毫米", "厘米", "千卡", "千卡/千克", "千卡/公斤"))
_GOODS = re.compile(rf"(?:规格)?的?[^，。；,;\d]{{0,4}}?{any_of('goods')}")


def penalty(place: Place) -> Verdict | None:
    """处10万元以上100万元以下罚款, 广告费用一倍以上三倍以下的罚款, 三年以下有期徒刑."""
    if place.amount.dimension not in ("money", "time") and place.amount.unit != "倍":
        return None
    start = place.amount.start
    if _STATUTE.search(place.text, max(0, start - 40), start) and _PENALTY_AFTER.match(place.after):
        return "name", "penalty"
    if not (_BOUND.match(place.after) or place.before.endswith("以上")):
        return None
    said = _PENALTY.search(place.text, max(0, start - 24), start) or _PENALTY_AFTER.match(place.after)
    return ("name", "penalty") if said else None


# …的，处十五日拘留，并处五千元罚款: what a rule threatens, unlike a fine that somebody was given.
_STATUTE = re.compile(r"的，[^。；\n]{0,24}(?:处|处以|并处)$")


def threshold(place: Place) -> Verdict | None:
    """年收入1万元以下的户, 人口50万以上城市, 5000万元以上项目: a bound that only delimits a group."""
    amount = place.amount
    if amount.kind == "percent" or amount.dimension not in _LIMIT_DIMENSIONS:
        return None
    if amount.kind == "money" and _LIMIT.search(place.before) and is_deemed(place.text, amount.end):
        return None
    if amount.dimension == "time" and is_length_told(place):
        return None
    if (place.before.endswith("身高") and _CHILDREN.match(place.after)) or (
        place.before.endswith(_FULL) and _THEN.match(place.after)
    ):
        return "name", "threshold"
    if place.before.endswith(_CAPS) or (
        _LIMIT.search(place.before) and (_ENTITY.match(place.after) or _CLASS.match(place.after))
    ):
        return "name", "threshold"
    if _POPULOUS.match(place.after):
        return "name", "threshold"
    match = _BOUND.match(place.after)
    if amount.kind == "money" and _is_restated(place):
        return "name", "threshold"
    if match is not None and amount.kind == "money" and is_deemed(place.text, amount.end):
        return None
    if match is not None and _AND.match(place.after, match.end()):
        return "name", "threshold"
    if match is None or match.end() >= len(place.after) or _NOT_A_GROUP.match(place.after, match.end()):
        return None
    if _says_how_much(place, match.end()) or (
        amount.unit is None and counted_noun(place.text, match.end() + amount.end, _NOUN_AHEAD)
    ):
        return None
    return "name", "threshold"


def _says_how_much(place: Place, bound: int) -> bool:
    """Whether a number with a bound is what is said and not whom it delimits; the bound ends at `bound` behind it."""
    if _SAID.search(place.before[-3:]) and not _WITHIN.search(place.before) and "且" not in place.before:
        return True
    if place.amount.kind != "money":
        return False
    has = place.before.endswith("有") and not _OWNERS.match(place.after)
    return has or (_GIVES.search(place.before) is not None and _FUNDS.match(place.after, bound) is not None)


# 将投放3000亿元以上贷款 says how much; 发放100万元以上贷款30笔 which loans are meant.
_GIVES = re.compile(f"{any_of('gives_money')}了?$")
_FUNDS = re.compile(rf"[一-鿿]{{0,6}}?{any_of('funds')}(?!的|\d|项目|客户|企业|主体|[一二两三四五六七八九十]+[笔户家])")


# 低于600美元（换算约19,651元）的单机: a limit and what restates it in brackets.
_RESTATED = re.compile(rf"（[^（）。\n]{{1,16}}）{_ENTITY.pattern}")
_RESTATES = re.compile(rf"{any_of('limits')}\d[\d.,]*[百千万亿]{{0,2}}[^（），。；\d]{{0,4}}（[^（），。；\d]{{0,5}}$")
_CLOSES = re.compile(rf"[^（），。；\d]{{0,3}}）{_ENTITY.pattern}")
_LONG = 30


def _is_restated(place: Place) -> bool:
    """Whether a sum is a limit that brackets say again in other money, or what they say, before those it limits."""
    if _LIMIT.search(place.before):
        return _RESTATED.match(place.text, place.amount.end) is not None
    start = place.amount.start
    closes = _CLOSES.match(place.text, place.amount.end) is not None
    return closes and _RESTATES.search(place.text, max(0, start - _LONG), start) is not None


# 身高1.1—1.4米儿童半票, 消费每满250元可抵用
_CHILDREN = re.compile("(?:以[上下内])?(?:（[^（）]{0,8}）)?的?(?:儿童|少年|孩|学生)")
_FULL, _THEN = ("满", "满足"), re.compile("(?:以上)?(?:，)?(?:即可|就可|可以?|立?减|送|返|抵)")
# 月薪在2万元以下的劳工: 在 alone says which; 保持在 says how much.
_WITHIN = re.compile(r"(?<![定持制计])在$")
# 每年有7万元以上收益 says how much, 有50万元以上资产的家庭 who is meant.
_OWNERS = re.compile("以[上下内](?:[^，。；]{0,8}的|的?[一-鿿]{1,10}[0-9]+[个家户笔])")
_METRIC = re.compile(rf"{any_of('metrics')}(?:要|需|须|已)?{any_of('limits')}$")
# 对高于12%的一律调整, 比例为20%且结余较多的省份, 5‰人口抽样调查
_SUCH = re.compile("对(?:于)?[^，。；\\d]{0,12}(?:高于|超过|低于|不足|达到|超出)$")
_SAMPLED = re.compile("(?:的?人口)?(?:变动)?抽样")
# 预期收益率在4%以下的产品, 发行4%-5%预期收益率的产品, 集中在4%-5%这一区间
_GOODS_OR_ENTITY = f"(?:产品|基金|债券|{any_of('entities')})"
_METRIC_IN = re.compile(rf"{any_of('metrics')}(?:处于|介于|处在|位于|在)$")
_BETWEEN_OF = re.compile(rf"(?:以上|以下|以内|之间|之内|左右|区间)?的[^，。；、,;\d]{{0,5}}?{_GOODS_OR_ENTITY}")
_OF_SUCH = re.compile(
    rf"(?:以上|以下|左右|区间)?[一-鿿]{{0,4}}{any_of('metrics')}的[^，。；、,;\d]{{0,3}}?(?:产品|基金|债券)"
)
_THAT_RANGE = re.compile("(?:以上|以下|之间)?(?:这一|这个|该)(?:区间|范围|档|水平|段)")
_ALSO = re.compile(rf"且[^，。；]{{1,11}}的(?:{any_of('entities')})")
_FOREMOST = re.compile(r"(?:全球|世界|全国|ESI|排名|进入|跻身|位列|收入|[居、和及])前$")
_EXTREME = re.compile(rf"{any_of('extremes')}$")
# 利润增长超过50%的集团达到12家: a share that says which are counted next.
_COUNTED_BY = re.compile(
    rf"(?:以[上下])?的[^，。；、,;\d]{{1,10}}?(?:有|达到?|占|增至|增加到|{ABOUT}|超过?|共|为|数量?|已)*\d"
)
_MEMBERS = re.compile(rf"的?[^，。；、,;\d]{{0,6}}?{any_of('entities')}")
_OF_A_SIZE = re.compile(rf"{_BOUND.pattern}[^，。；、,;\d]{{0,5}}?{any_of('sized')}")
# 20万以上人口城市, 百万人口以上的县
_POPULOUS = re.compile("(?:以[上下]人口|人口以[上下])的?(?:[大中小特]{1,2}城市|城市|县|市|镇|地区|国家)")
_WHOEVER = re.compile(
    r"(?:以上|以下|以内)(?:的|者)(?=[，,、占有达为近约超共分]|\d)|者"
    r"|的(?=[，,](?:可以|应当|由|并?处|责令|给予|依法|按照?)|(?:就|便|共|已)?有[上近约超\d]|占)"
    r"|之(?![后前间内外上下际余多])[\u3400-\u9fff]"
)
# 财产总额不超过20万元的，不另行交纳: the case that a rule speaks of.
_IN_THAT_CASE = re.compile(
    "的(?=[，,](?:不[再予另得收计需]|免[收交缴征除于]|可?(?:按|报销|支付|给付|发放|补助|奖励|减|加收|另行|暂缓|优先|一律|每[件次人户年月]|实行|给予|分段|依照|参照|从|当)))"
)
# 28家企业营业收入超百亿元: a bare magnitude says how large each of those counted is.
_MAGNITUDE = frozenset("十百千万亿")
_EACH_SIZED = re.compile(
    "(?:\\d|[一二两三四五六七八九十百])(?:家|个|户|座|所|款)[^，。；、\\d]{0,16}?(?:均|都|各)?(?:超过?|突破|过|逾|近)$"
)
# 超10亿元的8家
_SO_MANY = re.compile(
    "(?:以上)?的(?:有|达到?|共|就有)?(?:\\d+|[一二两三四五六七八九十百]{1,3})多?(?:家|个|户|名|所|款|宗|笔|单|座)"
)
# 单量达1000单以上的经营主体
_HOW_MANY = re.compile("(?:[量数额]|规模|面积|[存出]栏)(?:达到?|超过?|在|满)?$")
_THOSE_OVER = re.compile(rf"(?:及|或)?以[上下内]的[^，。；、,;\d]{{0,5}}?{any_of('entities')}")
# 1人户, 七人制
_LARGE_FAMILY = re.compile("户(?![均籍次口])|制(?![定造作])")
_SIZES = frozenset(("person", "household"))
_SIZED_BY = frozenset("头只羽座张匹")


def share_threshold(place: Place) -> Verdict | None:
    """占比超过50%的机构, 收入最低20%的家庭: a share that says which members are meant."""
    if place.amount.kind != "percent":
        return None
    if _FOREMOST.search(place.before):
        return "name", "threshold"
    if _METRIC.search(place.before) and _ENTITY.match(place.after):
        return "name", "threshold"
    if (_SUCH.search(place.before) and place.after.startswith("的")) or _SAMPLED.match(place.after):
        return "name", "threshold"
    if _ALSO.match(place.after) or _OF_SUCH.match(place.after) or _THAT_RANGE.match(place.after):
        return "name", "threshold"
    if _METRIC_IN.search(place.before) and _BETWEEN_OF.match(place.after):
        return "name", "threshold"
    if _METRIC.search(place.before) and _COUNTED_BY.match(place.text, place.amount.end):
        return "name", "threshold"
    return ("name", "threshold") if _EXTREME.search(place.before) and _MEMBERS.match(place.after) else None


_APART = re.compile(rf"{any_of('apart')}(?:大?约|将?近|在|不?超过?|不足|达)*$")


def apart(place: Place) -> Verdict | None:
    """相距1000公里的大城市: how far apart those are that are meant; 两地相距120公里 tells a distance."""
    if place.amount.dimension != "length" or not _APART.search(place.before):
        return None
    return ("name", "threshold") if place.after.startswith(("的", "以内的", "以上的", "以外的", "左右的")) else None


def size_class(place: Place) -> Verdict | None:
    """10人以下的教学点, 20户以上自然村: a count that says how large the things are that are meant."""
    if (place.amount.dimension not in _SIZES and place.amount.surface not in _SIZED_BY) or _SAID.search(
        place.before[-3:]
    ):
        return None
    if place.amount.surface == "人" and _LARGE_FAMILY.match(place.after):
        return "name", "size"
    return ("name", "size") if _OF_A_SIZE.match(place.after) else None


def whoever(place: Place) -> Verdict | None:
    """周工时未达35小时者, 月薪3万元以下的，…: those that a limit delimits."""
    amount = place.amount
    sizes = amount.dimension in _SIZES or amount.surface in _SIZED_BY
    sizes = sizes and place.after.startswith(("以上", "以下"))
    those = amount.dimension == "thing" and _HOW_MANY.search(place.before) and _THOSE_OVER.match(place.after)
    grade = amount.dimension == "person" and _ACCIDENT.match(place.after)
    if those or grade or _sized_each(place):
        return "name", "threshold"
    if amount.kind == "percent" or not (sizes or amount.dimension in _LIMIT_DIMENSIONS):
        return None
    if not (_WHOEVER.match(place.after) or _IN_THAT_CASE.match(place.after)) or (
        amount.kind == "money" and is_deemed(place.text, amount.end)
    ):
        return None
    bounded = place.after.startswith(("以上", "以下", "以内")) or _LIMIT.search(place.before) is not None
    return ("name", "threshold") if bounded else None


def _sized_each(place: Place) -> bool:
    """Whether a sum in a bare magnitude says which of those counted before it are meant."""
    amount = place.amount
    if amount.kind != "money" and amount.unit is not None:
        return False
    if _LIMIT.search(place.before) and _SO_MANY.match(place.text, amount.end):
        return True
    numeral = place.text[amount.number_start : amount.number_end]
    sized = _MAGNITUDE.issuperset(numeral) or (amount.form == "chinese" and place.after.startswith("的"))
    return sized and _EACH_SIZED.search(place.before) is not None
