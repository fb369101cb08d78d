"""Units that the words around a number complete: 每人每月66元 is 元/月, 时速350公里 a speed, 37万贫困人口 are 人."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tasks.extract.cues import ABOUT, any_of, listed
from tasks.extract.rates_forms import is_toll, told_by_form
from tasks.extract.rates_topics import are_people, is_comment, is_total, says_how_much, topic_of
from tasks.vocabulary import either, read_yaml

_STOP = re.compile(r"[，。；：！？\n;!?]|,(?!\d{3})")
_UP_TO_STOP = re.compile(r"(?s:.*)(?:[，。；：！？\n;!?]|,(?!\d{3}))")
_MONTH = re.compile(rf"{any_of('month_rate')}|(?<![\d{listed('month_not_after')[0]}])月{any_of('month_of')}")
# 年可增收2万元, 年预计可节约50万元
_MAY = "均?(?:预计|大约|约)?(?:可以?|能够?|将)?(?:实现|带来)?"
_YEAR = re.compile(rf"{any_of('year_rate')}|/年|(?<![\d{listed('year_not_after')[0]}])年{_MAY}{any_of('year_of')}")
# 年试点补贴资金规模达5000万元: money that a scheme has by the year.
_YEARLY_FUND = re.compile(
    rf"(?<![\d{listed('year_not_after')[0]}两老青少中多连周学新过长早晚逐整数几跨])年(?![度底末初内中前后来间均累共合总])[\u3400-\u9fff]{{0,8}}?"
    rf"(?:{any_of('yearly_funds')})(?:总?规模|总额|总量|额度)?(?:约?为|可?达到?|有|是|{ABOUT}|超过?)*$"
)
# 一个月能挣3000元: the span stands anywhere before in the clause, a word of earning behind it.
_SPANS = tuple(
    (re.compile(rf"(?<![第近这过每上下头]){span}(?![内来前后以时中])[^，。；,;\d]{{0,8}}?{any_of('earned')}"), per)
    for span, per in (("一个月", "月"), ("(?:每人)?(?:一天|每[天日])", "天"), ("每个?小时", "小时"), ("一年", "年"))
)
# 工资从一个月3000多元涨到…: the span stands right before the sum.
_SPAN_BEHIND = re.compile(
    r"(?:工资|收入|工钱|租金|酬劳|报酬)[^，。；,;\d]{0,8}?(?<![第近这过每上下])(?:一个?|每个?)(?P<span>月|天)"
    rf"(?:就?[是有达能]|可以?)?(?:{ABOUT}|大概)?$"
)
# 男工每人每天120元
_PER_DAY = re.compile(f"每人每[天日](?:的?(?:工资|工钱|补助|补贴|收入|标准))?(?:{ABOUT}|为|是|可?达)?$")
# 每月400元/人 is paid by the month.
_BY_TIME = frozenset(("元/月", "元/年", "元/天"))
_MONIES = frozenset(("元", "美元", "欧元", "英镑", "日元", "港元", "瑞郎"))
_MEASURED = frozenset(("元", "美元", "克", "毫克", "微克", "千克", "公斤", "斤"))
# 每公斤36元, 一公斤36元, but 一度跌至1美元, 周一升至1美元
_EACH = re.compile(
    r"(?:每一?|/|(?<![一二三四五六七八九十百千万亿第周期统唯])一(?!度(?!电)|升[至到破逾超]))(立方米|平方米|平方公尺|平米|公斤|千克|斤|公吨|吨|度电?|千瓦时|公升|升|桶|盎司|加仑)[^，。；,;\d/]{0,8}$"
)
_EACH_UNITS = {
    "平米": "平方米",
    "平方公尺": "平方米",
    "公升": "升",
    "公吨": "吨",
    "度": "千瓦时",
    "度电": "千瓦时",
    "千克": "公斤",
}
_PERSON = re.compile(
    r"每人(?!每|次)[^，。；,;0-9]{0,6}$|每人(?:一次性)?(?:发放|补助|给予|奖励)[^，。；,;0-9]{0,10}$|(?:元/人)$"
)
# 每秒2710立方米, 每小时可达50毫米
_PER_CLOCK = re.compile(rf"每(秒|分|小时)钟?(?:可?达到?|可以?|{ABOUT}|超过?|高达)?$")
_CLOCK = {"分": "分钟"}
_FLOWS = frozenset(("立方米", "升", "毫升", "吨", "公斤", "千克", "米", "毫米", "厘米", "转", "次"))
_SPEED = re.compile(rf"(?:时速[^，。；,;0-9]{{0,6}}|每小时(?:可?达到?|{ABOUT}|超过?)?)$")
# What the words behind a sum say: 500万的年收入; 一个月有5千元左右的收入, where the span ends right before it.
_OF_YEAR = re.compile("的?年(?:均|纯|总)?(?:收入|收益|产值|利润|销售|营业|薪)")
# 不低于450元一个月
_SPAN_AFTER = re.compile("(?:左右|以上|上下)?(?:一个?|每个?)([月年天])(?![内来前后以时中份级]|四季|一度)")
_INCOME = re.compile(
    "(?:左右|以上|上下)?的(?:纯|总|稳定|固定|额外)?(?:收入|收益|利润|工资|进账|餐补|津贴|工钱|报酬|补贴|补助|租金)"
)
_IN_A_SPAN = re.compile(
    "(?<![第近这过上下])(?:一个|每个?|全|一)(?<!一个(?=年))([年月天]|小时)(?:下来)?(?:能|可以?|就|也|便|最多|至少)*(?:有|达|赚|挣|获得?|增加?|多)?[^，。；0-9]{0,2}$"
)
_INDEX = re.compile(
    rf"{any_of('index')}(?:PMI)?(?:[初终]值)?(?:[（(][^（）()\n]{{2,30}}[）)])?(?:[由从](?:\d{{1,4}}[年月])?[^，。；,;\d]{{0,12}}[\d.]*)?"
    rf"(?:[^，。；,;\d]{{0,6}}{any_of('index_verbs')}(?:(?:\d{{4}}|[上去前])年末?底?的)?)?$"
)
# A price index is printed against a base of 100, any other in points.
_PRICES = re.compile(r"(?:价格[^，。；]{0,6}|价格总|居民消费[^，。；]{0,6}|[CP]PI[^，。；]{0,6}|总)$")
# 按每人每月计算，…由1000元提高到1200元: what the amounts of a sentence are reckoned by.
_RECKONED = re.compile(
    r"(?:[按以]|(?<![一-鿿])均)(?:照)?(?:每[人户]|[人户]均)?(?:每个?(?P<each>[年月天日])|(?P<by>月))(?:的?标准)?来?"
    r"(?:计算|核算|测算|计(?![息划酬价件]))[：:，,][^。；;\n]*$"
)
_SUM = re.compile("[共总]|累计|合计|发放|下达|拨付|筹集|支出|全[省市县区年]")
_SENTENCE_BACK = 120
# 发行社保卡1.3亿, 支持人数: something else that is handed out or counted.
_HANDED_OUT = re.compile(
    "(?:安排|投向|投放|发行|化解|置换|偿还|归还|追加|增发|支持|奖补|让利)(?![^，,；;]*[人户次卡证票书报刊苗株车量数])"
)
# 平台销售超33亿, 交易破百亿: only sums of money are so large.
_SOLD = re.compile(f"(?:销售|交易|交易规模|成交)(?:{ABOUT}|超过?|达到?|突破|破|逾|了|已|为)*$")
# 棉花20万, 词汇3万: these end nouns, too, and are verbs behind other words only.
_SPENT = "(?:(?<![一-鿿])|(?<=[要只就才共还再能得可需会已又都竟光他她我你们家]))[花汇垫]"
# 每户最多只能贷10万, 赔了他12万, 修路一共投了120万
_MONEY_MOVED = re.compile(
    rf"(?:(?:{any_of('money_moves')}|{_SPENT})(?:了|过|出|着|给|到|下|去|掉|[他她我你])*|{any_of('money_moves_plainly')}(?:了|过|出|着|给|到|下|去|掉)+)"
    rf"(?:{ABOUT}|超过?|不到|上)?$"
)
_NUMBER_OF = re.compile(rf"(?:(?<!指)数|数量|总数)(?:[^，。；,;\d]{{0,8}}(?:到|至|达|破|过|超|为|了|{ABOUT}|逾))?$")
_HOUSEHOLDS = re.compile("[\u4e00-\u9fff]{0,4}?(?:(?:贫困|脱贫|监测|搬迁|低保|困难|养殖|种植|边缘)户|[农牧]户)(?!人口)")
_PEOPLE = re.compile(
    r"[\u4e00-\u9fff“]{0,7}?(?:人(?![均工]|民币)|者|民(?![生营用间政])|员|兵|警|[业车店船机摊房户雇货]主(?![要体导管动营业张办持角力流题席权任产因]))"
)
_AGED_PEOPLE = re.compile(r"(?:名|位)?\d{1,3}周?岁(?:及)?以[上下]的?[^，。；\d]{0,6}?(?:人|儿童|妇女|居民|群众|学生)")
_MANY_PEOPLE = re.compile(
    rf"{_PEOPLE.pattern}|[\u4e00-\u9fff]{{0,4}}(?:劳动力|劳力|青年|妇女|学生|群众|儿童|干部|游客|旅客)"
)
# 参保职工不断增多，总数已突破80万: how many of those the clause before speaks of.
_HOW_MANY = re.compile("(?:其|这些|这类|此类)?(?:总|实际)?(?:数|人数|户数|数量|数目|总量|规模)[^，。；,;\\d]{0,8}")
_MEMBERS = frozenset(("人", "户", "件", "只", "辆", "例", "台"))
_WINDOW = 48
INDEX_REACH = 64


def clause_start(text: str, at: int) -> int:
    """Where the clause of `at` begins, at most a window back."""
    floor = max(0, at - _WINDOW)
    before = _UP_TO_STOP.match(text, floor, at)
    return before.end() if before else floor


def rate(text: str, start: int, unit: str) -> str:
    """The unit with the rate that the clause before the number states, or the unit as it is."""
    if unit in _MEASURED and (each := _EACH.search(text, max(0, start - 14), start)):
        return f"{unit}/{_EACH_UNITS.get(each[1], each[1])}"
    if unit == "元/人" and (spent := _paid(text[clause_start(text, start) : start], "元")) in _BY_TIME:
        return spent
    if unit in _MONIES and (clock := _PER_CLOCK.search(text, max(0, start - 8), start)):
        return f"{unit}/{_CLOCK.get(clock[1], clock[1])}"
    if unit in _MONIES:
        begins = clause_start(text, start)
        clause = text[begins:start]
        paid = _paid(clause, unit)
        if paid == unit and says_how_much(clause) and not is_total(clause):
            paid = _paid(topic_of(text, begins), unit)
        return _reckoned(text, start, clause, unit) if paid == unit else paid
    if unit == "公里" and _SPEED.search(text, max(0, start - 10), start):
        return "公里/小时"
    if unit in _FLOWS and (clock := _PER_CLOCK.search(text, max(0, start - 8), start)):
        return f"{unit}/{_CLOCK.get(clock[1], clock[1])}"
    return unit


def _reckoned(text: str, start: int, clause: str, unit: str) -> str:
    """Money by the time that its sentence reckons in, where its own clause does not sum up."""
    low = max(0, start - _SENTENCE_BACK)
    if text.find("计", low, start) < 0 or _SUM.search(clause):
        return unit
    basis = _RECKONED.search(text, max(text.rfind("。", low, start) + 1, low), start)
    return f"{unit}/{(basis['each'] or basis['by']).replace('日', '天')}" if basis else unit


def yearly(text: str, start: int, end: int, unit: str) -> str:
    """Money earned by the year or month where the words behind it say so (500万的年收入, 一个月有5千元左右的收入)."""
    if unit == "元" and (span := _SPAN_AFTER.match(text, end)):
        return f"元/{span[1]}"
    if unit != "元" or not text.startswith(("的", "年", "左右的", "以上的", "上下的"), end):
        return unit
    if _OF_YEAR.match(text, end):
        return "元/年"
    span = _IN_A_SPAN.search(text, max(0, start - 12), start) if _INCOME.match(text, end) else None
    return f"元/{span[1]}" if span else unit


def _paid(clause: str, unit: str) -> str:
    """Money with the time or the head that it is paid for, told by the words of the clause before it."""
    if "月" in clause and _MONTH.search(clause):
        return f"{unit}/月"
    if "年" in clause and (_YEAR.search(clause) or _YEARLY_FUND.search(clause)):
        return f"{unit}/年"
    if "一" in clause or "每" in clause:
        for span, per in _SPANS:
            if span.search(clause):
                return f"{unit}/{per}"
        if behind := _SPAN_BEHIND.search(clause):
            return f"{unit}/{behind['span']}"
    if "每人每" in clause and _PER_DAY.search(clause):
        return f"{unit}/天"
    if "每人" in clause and _PERSON.search(clause):
        return f"{unit}/人"
    return unit


@lru_cache(maxsize=1)
def _elided() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    entries: list[dict[str, Any]] = read_yaml("elided_units.yaml")
    return tuple((entry["unit"], _any_of(entry["after"]), _any_of(entry["before"])) for entry in entries)


def is_index(text: str, start: int) -> bool:
    """Does the number give a ratio, a coefficient or an index, which have no unit (收入比缩小至2.54)?"""
    return _INDEX.search(text, max(0, start - INDEX_REACH), start) is not None


def counted_noun(text: str, end: int, reach: int = 0) -> str:
    """What a number counts when the noun follows at once (500多干部群众, 7000多渔民); empty when none does."""
    if is_toll(text, end):
        return "人"
    for unit, after, _ in _elided():
        if after is not None and (after.search(text, end, end + reach) if reach else after.match(text, end)):
            return unit
    if end and text[end - 1] in "万亿" and _AGED_PEOPLE.match(text, end):
        return "人"
    return "人" if end and text[end - 1] in "多余" and _MANY_PEOPLE.match(text, end, end + 8) else ""


def _any_of(words: list[str]) -> re.Pattern[str] | None:
    return re.compile(either(words)) if words else None


def elided_unit(text: str, start: int, end: int) -> str:
    """What a bare number counts, from the noun behind it or the words before it in the clause; empty when unknown."""
    if index := _INDEX.search(text, max(0, start - INDEX_REACH), start):
        return _unit_of_index(text, index, start, end)
    if told := told_by_form(text, start, end):
        return told
    stop = _STOP.search(text, end, end + 14)
    behind = stop.start() if stop else min(len(text), end + 14)
    for unit, after, _ in _elided():
        if after is not None and after.search(text, end, behind):
            return "户" if unit == "人" and _HOUSEHOLDS.match(text, end, behind) else unit
    if _PEOPLE.match(text, end, behind):
        return "人"
    begins = clause_start(text, start)
    clause = text[begins:start]
    if are_people(clause):
        return "人"
    if hinted := _unit_before(text, start):
        return hinted
    if told := _unit_of_topic(text, begins, clause):
        return told
    if _NUMBER_OF.search(text, max(0, start - 20), start):
        return "个"
    return "元" if _only_money(text, start, end, clause) else ""


def _unit_of_topic(text: str, begins: int, clause: str) -> str:
    """The unit of what the clause before speaks of, where the one that begins at `begins` only says how much of it."""
    comment = is_comment(clause)
    if not (comment or _HOW_MANY.fullmatch(clause)) or not (topic := topic_of(text, begins)):
        return ""
    if are_people(topic):
        return "人"
    hinted = _unit_of(topic)
    return hinted if comment or hinted in _MEMBERS else ""


def _unit_of_index(text: str, index: re.Match[str], start: int, end: int) -> str:
    """What an index, a ratio or a coefficient is printed in."""
    if index[0].startswith(("指数", "PMI")):
        prices = _PRICES.search(text, max(0, index.start() - _WINDOW), index.start())
        return "%" if prices and not text.startswith("点", end) else "点"
    around = text[clause_start(text, index.start()) : start]
    return "倍" if ("比" in around or "倍差" in around) and "性别比" not in around else ""


def _only_money(text: str, start: int, end: int, clause: str) -> bool:
    """Whether a number is so much that it is only money (2万亿), or is handed out (安排300亿, 赔了他12万)."""
    if text.endswith(("万亿", "个亿"), start, end) or _MONEY_MOVED.search(clause):
        return True
    return text[end - 1] == "亿" and bool(_HANDED_OUT.search(clause) or _SOLD.search(clause))


def _unit_before(text: str, start: int) -> str:
    """The unit of the hint word nearest before the number in its clause."""
    return _unit_of(text[clause_start(text, start) : start])


def _unit_of(clause: str) -> str:
    """The unit of the last hint word of a clause."""
    best, place = "", -1
    for unit, _, before in _elided():
        if before is None:
            continue
        for match in before.finditer(clause):
            if match.end() > place:
                best, place = unit, match.end()
    return best
