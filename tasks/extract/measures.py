"""Level, share, growth, change, rank or ratio, and the sign, from the unit and the words around the number."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract.cues import ABOUT
from tasks.vocabulary import backwards, either, read_yaml

_PERCENT = frozenset(("%", "‰", "1/10万"))
_WINDOW = 40
_DATE = "\x01"
_MENTION = "\x02"


# 每人增加收入2500元, 多收入1万元: what is more or less stands between the verb and the amount.
_SHORTENED = re.compile(
    r"(缩短|压缩|节省|节约|减少|延长)了?[\u3400-\u9fff]{0,8}"
    rf"(?:时间|时长|工期|里程|车程|路程|行程|距离|周期)(?:{ABOUT}|超过?|达到?)?$"
)
_RAISED = re.compile(
    r"(?<![新追])(增加|减少|提高|降低|调减|调增|扩大|缩减|[多少](?=了?(?:收入|支出|用)))了?[\u3400-\u9fff]{0,8}(?:收入|产量|产值|产能|能力|收益|效益|利润|支出|用水|用电|耗水|耗电|排放|排放量|消耗|消耗量|能耗|种植面积|播种面积)"
    rf"(?:{ABOUT}|超过?|达到?|高达|逾)?$"
)
# 下调存款准备金率0.5个百分点: the verb stands before what it moves.
_MOVED_DOWN = re.compile(r"(下调|调降|降低|压减|压降|缩小)(?!到|至|为)[\u3400-\u9fff、]{2,16}$")
# 上拉全市工业增速0.6个百分点: points that a part adds to the growth of the whole.
_PULLED = re.compile(f"(上拉|下拉|拉动|拉低|拉高|带动|影响)[^，；]{{2,18}}(?:增速|增幅|增长|涨幅)(?:{ABOUT}|达|为)?$")
# 离全国差着14个点: by how many points something is behind.
_SHORT_OF = re.compile(f"[还相]?差[着了]?{ABOUT}?$")
# 低于2017年的4.1%: the value of the base itself.
_BASE_VALUE = re.compile(r"[于出]\x01+的?$")
# 相当于我国大米消费量的1/4, 不到我国粮食消费量的一半: a ratio to something else.
_AMOUNTS_TO = re.compile(rf"相当于[\u3400-\u9fff\x01]{{1,16}}的(?:{ABOUT}|超过?|不到)*$")
# 社会融资规模增量 is the flow of a period; 承包到期后再延长三十年 a length.
# 贡献了全球三成的经济增长: a share of the growth, no growth.
_CONTRIBUTED = re.compile("贡献了?[^，；]{0,10}$")
# 六成以上的经济增长来自服务业: so too where it comes from.
_GROWTH_FROM = re.compile(
    "(?:左右|以上)?的[\u3400-\u9fff]{0,6}(?:增长|增量|增幅|增速|涨幅)(?:都|均|主要|是)?(?:来自|来源|源于|由|靠|依靠|得益|归功)"
)
# 将增长预期下调0.2个百分点至3.1%
_REVISED = re.compile("(?:增速|增幅|涨幅|增长(?:预期|预测|目标))[^，；\x02]{0,12}\x02[^，；]{0,6}(?:至|到|为)$")
# 技术改造投资增长为31.6%; 覆盖率增长为95% is reached.
_GROWN_IS = re.compile(f"(?<![率比重例额量])(?:同比)?增长(?:为|是){ABOUT}?$")
# 居民消费价格指数控制在3%左右: what prices may rise by, no index.
_PRICES_HELD = re.compile(f"(?:价格|物价|CPI)(?:总?水平|总?指数)?(?:稳定|控制|保持|维持)在(?:{ABOUT}|不超过)?$")
# 相当于年度计划的82.3%, 达全年任务的104%: how much of it is done.
_OF_A_PLAN = re.compile("(?:计划|任务|预算|目标)(?:数|总数|总量)?的(?:大?约|将?近|超过?|不到)*$")
# 是平均数的91%, 为全国平均水平的八成
_OF_THE_MEAN = re.compile(
    f"(?:是|为|相当于|达到?|只有|仅为?)[\u3400-\u9fff]{{0,10}}(?:平均数|均值|平均水平|平均值|中位数)的(?:{ABOUT}|超过?)*$"
)
# 实现3000元稳定增收, 有500元左右的涨幅
_GAINED = re.compile("(?:左右|以上)?的?(?:稳定|持续|平均)?增收")
_FLOWS = re.compile(r"(?:融资规?模?|贷款|存款|信贷)增量[^，,；;]{0,8}$|承包[^，,；;]{0,12}延长$")
# 比去年同期多处置25亿元, 与迁前相比，下游多输出58亿立方米, 比坐船省下40分钟
_MORE = re.compile(
    rf"(?:比|较|相比)[^；;。]{{1,28}}(?<![不至最很更减较缺])(?:([多少])(?!达|于)[\u4e00-\u9fff]{{1,2}}|(节省|省(?=[下出去了])[下出去]?))(?:了|{ABOUT}|超过?)?$"
)
_APART = ("超警", "超汛", "超保", "超出", "高出", "多出", "超目标", "超计划", "超年度", "超序时", "超预期")
# 可增加2300个就业岗位, 增加岗位800个: jobs that are made, as 新增 says.
_POSTS_AHEAD = re.compile("增加了?(?:[\u3400-\u9fff]{0,4}岗位)?(?:大?约|将?近|超过?)?$")
_POSTS = re.compile("[\u3400-\u9fff]{0,6}岗位")
# 超过警戒水位0.9米
_ABOVE = re.compile(f"(?:超过?|超出|高于)(?:警戒|保证|汛限|警戒线)水位{ABOUT}?$")
_MEMBERS = frozenset(("人", "户", "人次", "户次"))
_MADE_RICHER = re.compile(rf"(?:增收|增产|减负|提前)(?:{ABOUT}|超过?|达到?|高达|逾)?$")
_GROWN_BY = frozenset(("年增", "月增", "季增", "年减", "月减"))
# 恢复至2019年的近八成, 为去年同期的90%: a ratio to the base.
# 低于国家规定的2%, 超计划面积的四分之三: the rule itself, or a part of the plan.
_OF_A_RULE = re.compile("(?:规定|要求|标准|目标|设定|警戒线|超计划[^，]{0,4})的$|(?:平均值|均值|限值|红线|警戒线)的?$")
_TIMES = re.compile(
    r"(?:是|为|相当于|恢复[到至]了?|达到?|回到|回升[到至]|接近|不足|不到|超过?|只有|仅)"
    rf"(?:\x01|去年|上年|往年|同期|年|水平)+的?(?:{ABOUT}|超过?|不到|不足)*(?<!年)(?<!期)$"
)


# 比上年前移2位, 位次提升3位: places gained or lost, no rank.
_MOVED_PLACES = re.compile(
    r"(进|退|升|降|跃|晋|掉|前进|提升|提高|上升|前移|前进|跃升|攀升|晋升|上移|下降|下滑|后移|后退|退后|跌落|进位|退位)了?$"
)


# 增长（以下均为名义增速）6.2%
_REMARK = re.compile(r"[（(][^（()）\x02]{2,40}[)）]$")


class Measured(NamedTuple):
    """The kind of figure, its sign (1 or -1) and the words that decided."""

    measure: str
    sign: int
    trigger: str

    def signed(self, value: Decimal) -> Decimal:
        """A value as this kind of figure has it: a fall is below nothing."""
        return -value if self.sign < 0 and self.measure in ("growth", "change") and value > 0 else value


_RANK = Measured("rank", 1, "rank")


def _listed(previous: Measured, unit: str) -> Measured:
    """The measure of a number that continues a list: 下降2万人和10% is a change and a growth, 3万人、占10% a share."""
    if unit == "百分点":
        return Measured("change", previous.sign, "list")
    if unit in _PERCENT and previous.measure == "change":
        return Measured("growth", previous.sign, "list")
    if unit in _PERCENT and previous.measure == "level":
        return Measured("share", 1, "list")
    return previous


class Measures:
    """The measure vocabulary, compiled once; texts before a number are matched backwards from it."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        verbs, nouns = vocabulary["verbs"], vocabulary["nouns"]
        self._down = frozenset(verbs["down"]) | frozenset(nouns["down"])
        filler = rf"(?:{backwards(vocabulary['filler'])}|[\s{_DATE}])*+"
        reach = frozenset(vocabulary["no_filler_of_verbs"])
        verb_filler = rf"(?:{backwards(w for w in vocabulary['filler'] if w not in reach)}|[\s{_DATE}])*+"
        self._noun = re.compile(rf"{filler}({backwards([*nouns['up'], *nouns['down']])}|(?<=标目)的?长增)")
        self._verb = re.compile(rf"{verb_filler}({backwards([*verbs['up'], *verbs['down']])})(?![不每没未]|有没)")
        self._amount_nouns: dict[str, int] = vocabulary["amount_nouns"]
        self._amount_noun = re.compile(rf"{filler}({backwards(self._amount_nouns)})")
        self._rate_names = tuple(vocabulary["rates"])
        self._rates = tuple(word[::-1] for word in vocabulary["rates"])
        self._growth_names = tuple(vocabulary["growth_names"])
        self._falls = tuple(name for name in self._growth_names if name in self._down)
        self._no_change_at = re.compile(rf"{verb_filler}({backwards(vocabulary['no_change'])})(?!出|多)")
        self._gap = re.compile(rf"(?<!不)(?<!不[得能应可许准宜该])({either(vocabulary['gap'])})[^，,；;]{{0,24}}$")
        self._bounded = re.compile(rf"(?:{either(vocabulary['gap'])})$")
        self._gap_down = frozenset(vocabulary["gap_down"])
        self._after = re.compile(
            rf"(?:{either(vocabulary['after_growth'])})|(?:左右|以上)?的[\u3400-\u9fff]{{0,6}}(?:增速|增长率|增幅|涨幅|升幅|跌幅|降幅|经济增长)"
            r"|(?:左右|以上)?(?:增速|增幅|涨幅|升幅|跌幅|降幅)(?=的|，|。|；|,|;|$)"
            r"|(?:左右|以上)?的(?:[高中低较快速稳平两位数正负年均同比强劲]{1,5})增长(?:水平|势头|态势)?(?![\u3400-\u9fff])"
        )
        self._after_down = re.compile(
            rf"(?:{either(vocabulary['after_down'])})|(?:左右|以上)?(?:的[\u3400-\u9fff]{{0,6}})?(?:跌幅|降幅|负增长)"
        )
        self._index = re.compile(rf"(?:{either(vocabulary['index'])})")
        self._compared = re.compile(r"比|较|同期|环比|同比")

    def of(self, unit: str, kind: str, before: str, after: str, previous: Measured | None, name: str = "") -> Measured:
        """The measure of a number from what stands before it in its clause and after it.

        `previous` is that of the number whose frame it shares in a list, if it does.
        """
        if unit == "名次" and previous is not None and previous.measure == "change":
            return previous
        if unit == "名次" or kind == "rank":
            moved = _MOVED_PLACES.search(before[-_WINDOW:])
            return Measured("change", -1 if moved[1][0] in "下后退降跌掉" else 1, moved[1]) if moved else _RANK
        if previous is not None:
            return _listed(previous, unit)
        if kind == "ratio":
            return Measured("ratio", 1, "ratio form")
        window = (_REMARK.sub("", before) if before[-1:] in ("）", ")") else before)[-_WINDOW:]
        grown = self._growth(window, after)
        if unit in ("百分点", "基点") or kind == "moved":
            return self._points(window, grown)
        if unit in _PERCENT:
            return self._percent(window, grown, name)
        if unit == "倍" or kind == "multiple":
            return (
                Measured("growth", grown.sign, grown.trigger)
                if grown and grown.measure in ("verb", "noun") and grown.sign > 0
                else Measured("ratio", 1, "times")
            )
        if kind == "money" and _GAINED.match(after):
            return Measured("change", 1, "增收")
        return self._amount(window, after, grown, unit)

    def _growth(self, window: str, after: str) -> Measured | None:
        backwards = window[::-1]
        match = self._noun.match(backwards)
        if match and not backwards.startswith(self._rates, match.start(1)):
            word = match.group(1)[::-1].removesuffix("的")
            return Measured("noun", -1 if word in self._down else 1, word)
        match = self._verb.match(backwards)
        if match:
            word = match.group(1)[::-1]
            return Measured("verb", -1 if word in self._down else 1, word)
        if self._after.match(after) and not (_CONTRIBUTED.search(window) or _GROWTH_FROM.match(after)):
            return Measured("after", -1 if self._after_down.match(after) else 1, after[:4])
        return None

    def _points(self, window: str, grown: Measured | None) -> Measured:
        pulled = _PULLED.search(window)
        if pulled:
            return Measured("change", -1 if pulled[1] in ("下拉", "拉低") else 1, pulled[1])
        gap = self._gapped(window)
        # 增速10.4个百分点 is how fast something grows, 降幅0.5个百分点 by how much a rate moved.
        if grown and grown.measure == "noun" and gap is None and not grown.trigger.endswith("幅"):
            return Measured("growth", grown.sign, grown.trigger)
        if not grown and _SHORT_OF.search(window):
            return Measured("change", -1, "差")
        moved = None if grown or gap else _MOVED_DOWN.search(window)
        if moved:
            return Measured("change", -1, moved.group(1))
        return gap or Measured("change", grown.sign if grown else 1, grown.trigger if grown else "百分点")

    def _percent(self, window: str, grown: Measured | None, name: str) -> Measured:
        if grown:
            return Measured("growth", grown.sign, grown.trigger)
        if _OF_A_PLAN.search(window):
            return Measured("share", 1, "plan")
        if _TIMES.search(window) or _AMOUNTS_TO.search(window) or _OF_THE_MEAN.search(window):
            return Measured("ratio", 1, "相当于")
        if _GROWN_IS.search(window):
            return Measured("growth", 1, "增长为")
        if _PRICES_HELD.search(window) or _REVISED.search(window):
            return Measured("growth", 1, "prices")
        if self._index.search(window[-16:]):
            return Measured("ratio", 1, "index")
        if name.endswith(self._growth_names) and not name.endswith(self._rate_names):
            return Measured("growth", -1 if name.endswith(self._falls) else 1, "name")
        apart = None if self._bounded.search(window) else self._gapped(window, "growth")
        return apart or Measured("share", 1, "%")

    def _gapped(self, window: str, measure: str = "change") -> Measured | None:
        match = self._gap.search(window)
        if match is not None and measure == "growth" and _OF_A_RULE.search(window):
            return None
        if match is None or _BASE_VALUE.search(window) or (measure == "growth" and _MENTION in match.group()):
            return None
        return Measured(measure, -1 if match.group(1) in self._gap_down else 1, match.group(1))

    def _amount(self, window: str, after: str, grown: Measured | None, unit: str) -> Measured:
        if (unit in _MEMBERS and _MADE_RICHER.search(window)) or _FLOWS.search(window):
            return Measured("level", 1, "amount")
        if (
            unit == "个"
            and _POSTS_AHEAD.search(window)
            and (window.find("岗位", -8) > 0 or _POSTS.match(after))
            and not self._compared.search(window)
        ):
            return Measured("level", 1, "posts")
        flow = self._no_change_at.match(window[::-1]) if grown else None
        if (
            grown
            and (grown.measure == "verb" or grown.trigger in _GROWN_BY)
            and (flow is None or len(flow.group(1)) < len(grown.trigger))
        ):
            return Measured("change", grown.sign, grown.trigger)
        if grown and grown.measure == "verb" and self._compared.search(window[-14:]):
            return Measured("change", grown.sign, grown.trigger)
        raised = _RAISED.search(window)
        if raised and unit not in _MEMBERS:
            return Measured("change", -1 if raised.group(1) in self._down else 1, raised.group())
        more = _MORE.search(window)
        if more:
            return Measured("change", 1 if more[1] == "多" else -1, more[1] or more[2])
        shortened = _SHORTENED.search(window)
        if shortened:
            return Measured("change", 1 if shortened.group(1) == "延长" else -1, shortened.group(1))
        noun = self._amount_noun.match(window[::-1])
        if noun:
            return Measured("change", self._amount_nouns[noun.group(1)[::-1]], noun.group(1)[::-1])
        if "水位" in window and _ABOVE.search(window):
            return Measured("change", 1, "警戒")
        gap = self._gap.search(window)
        if gap and ("水平" in window or "平均" in window or window.endswith("标准") or gap.group(1).startswith(_APART)):
            return Measured("change", -1 if gap.group(1) in self._gap_down else 1, gap.group(1))
        return Measured("level", 1, "amount")


@lru_cache(maxsize=4)
def default_measures() -> Measures:
    """The vocabulary of seeds/, read once a process."""
    return Measures(read_yaml("measures.yaml"))
