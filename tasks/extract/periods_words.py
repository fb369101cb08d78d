"""Cue words of periods, compiled from seeds/vocabulary/periods.yaml, and small readings of the text around a number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tasks.extract.cues import ABOUT
from tasks.extract.numbers import read_numeral
from tasks.extract.periods_plans import first_plan as first_plan
from tasks.extract.periods_plans import plan_ends as plan_ends
from tasks.extract.sought import Sought
from tasks.vocabulary import either, read_yaml

_WORDS: dict[str, Any] = read_yaml("periods.yaml")
WORDS = _WORDS
_DAY_PARTS: dict[str, Any] = read_yaml("dates.yaml")["day_parts"]


CLAUSE_END = re.compile(r"[，,；;。！？!?\n]")
# 翻一番, 翻了近一倍: the verb before the number, or its first letter.
DOUBLES = re.compile(f"翻(?:了|{ABOUT}|整整)*.?$")
ATTACHED = re.compile(rf"的?(?:{ABOUT}|超过?|不到|不足|仅有|仅存|仅|只有|达到?|共|就|人民币)*+")
# 股价来到15.5元 is where it has come to, no visit.
MAKES_KNOWN = re.compile(
    rf"(?!来到了?[约近]?\s?(?:[0-9]|$))(?:{either(_WORDS['makes_known'])})|(?<=[日天号])称|(?<![来小是])说(?=[，,：:「“])|宣布(?=[，,]?[^，。；,;0-9]{{0,4}}?(?:{either(_WORDS['declared'])}))"
)
COMES_ABOUT = re.compile(either(_WORDS["comes_about"]))
GATHERS = re.compile(either(_WORDS["gathers"]))
# 2017年启动的迁建: when a thing began, not when the figures of it hold.
BEGUN = re.compile(
    r"起?(?:正式|就)?(?:启动|开始|开工|实施|推行|成立|建立|设立|创办|创立|组建|开建|动工|兴建|起步|出台|发起|发动|打响|展开|上线|签署|颁布)(?:实施|建设|运行)?的(?![^，。；,;]{0,2}[0-9])"
)
# 两年前首批搬来的企业，产量…: when something else came about.
AGO_OF = re.compile(r"[^，。；,;\n]{2,12}?的[^，。；,;\n]*[，,]")
# 于2008年10月开工建设，建筑总面积16750平方米: when building began, not when the thing is so large.
GROUND_BROKEN = re.compile(
    r"(?:份|底|初)?[^，。；,;\n0-9]{0,8}?(?:开工|动工|开建|始建|兴建|奠基|破土)[^，。；,;\n0-9]{0,6}[，,]"
)
TOGETHER = re.compile(f"{either(_WORDS['together'])}|共(?=[^同享建产])")
PAST_YEAR = tuple(_WORDS["past_year"])
BUILDING_UNITS = frozenset(_WORDS["building_units"])
SIZED = re.compile(rf"(?:总|计划|项目|概算)投资(?:额|总额)?(?:{ABOUT}|达|为|超过?)*$|建筑总?面积|总建筑面积")
TURN = re.compile(
    rf"(?:{either(_WORDS['turns'])})(?:[^，。；,;]{{0,4}}?|了?[0-9.]+[^，。；,;0-9]{{1,5}}?)(?:(?<!不)到|至|为|成)|{either(_WORDS['turns_alone'])}"
)
# 由5.7:49.3:45.0，进一步优化为…: how something turns, between a comma and its verb.
BY_DEGREES = "(?:进一步|逐[步年]|大幅|稳步|持续|快速|迅速|一路|已经?|再|又)?"
STATE = re.compile(rf"(?!突破性|居[民住家委室])(?:{either(_WORDS['state'])})|(?:{either(_WORDS['state_last'])})$")
_LED = (
    r"(?<![^，。；,;：:\s])(?:全[国省市县区州旗镇乡]|我[国省市县区州]|先后|累计|陆续|已经?|共|还|又|并|也|依法|成功|全部|直接|免费){0,4}"
    rf"(?:{either(_WORDS['flow_led'])})(?![业器员者商站厅区队组所表证簿品物件价额数])(?![^，。；,;]{{0,10}}?(?:{either(_WORDS['flow_no_more'])}))"
)
FLOW = re.compile(rf"(?<!公)(?!{either(_WORDS['not_flow'])})(?:{either(_WORDS['flow'])})|{_LED}")
PREDICATE = re.compile(rf"(?!将[军士领])(?:{either(_WORDS['predicate'])})")
BY_NOW = re.compile(either(_WORDS["by_now"]))
OPENING_BASE = re.compile(r"[^，。；,;\n]{0,18}?(?:相比较?|相较|比较?|比起来|对比|对照)(?:而言|来看)?[，,]")
# 相比, 较之, 相较于: leads to the base of a comparison.
COMPARED_WITH = ("相比", "相比于", "相较", "相较于", "较之", "较之于", "比起", "对比", "对照")
SPAN_TO = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})年(?:过去了?|来|间|里|的?时间里?)?[，,]?(?:截?[到至止])$"
)
UNDERGONE = re.compile(rf"[^，。；,;0-9]{{0,10}}?(?:{either(_WORDS['undergone'])})")
# 从2016年开始，将3万户牧民搬出来: what was done since then.
DISPOSED = re.compile("[将把]")
# 眼下，…累计开工…: what has been reached by now.
REACHED = re.compile(either(_WORDS["reached"]))
# 公布2022年全国产值超亿元村名单: the year is part of what was made known.
NAMED_LIST = re.compile(rf"度?[^，。；,;\n]{{0,30}}?(?:{either(_WORDS['named_lists'])})")
RIGHT_BEHIND = re.compile(r"[，,][^，。；,;\n]{0,6}")
POINTS = re.compile(r"[0-9.]+个?百分点")
JUBILEE = re.compile(r"([0-9]{2}|[一二三四五六七八九]?十[一二三四五六七八九]?)周年")
# 自20世纪60年代起，…，如今出口千个种类.
BACK_TO_NOW = re.compile("[，,；;](?:如今|现在|目前|而今|现已)")
SO_FAR = re.compile(either(_WORDS["so_far"]))
KEPT = re.compile(rf"(?:保持|稳定|维持)(?:在(?!全国[前第首])[^，。；,;]{{0,8}}|(?:{ABOUT}|超过?)?)$")
# 优良率稳定在90%, 播种面积保持在70万亩: what stands so at the end as well, unlike yields and outlays.
RATE_KEPT = re.compile(rf"(?:{either(_WORDS['kept_rates'])})[^，。；,;]{{0,6}}(?:保持|稳定|维持)[^，。；,;]{{0,10}}$")
AT_END = re.compile(
    rf"[从由自][^，。；,;]{{1,20}}(?:(?:{either(_WORDS['turns'])})[^，。；,;]{{0,3}}[到至为成]|[增升降减]至)[^，。；,;]{{0,2}}$"
)
# 绿化率提高到45%: where something has come to, whether or not the text says from where.
COME_TO = re.compile(
    rf"(?:(?:{either(_WORDS['turns'])})[^，。；,;]{{0,3}}(?<!不)[到至为]|[增升降减]至)了?[^，。；,;0-9]{{0,2}}$"
)
PERIOD_END = re.compile("期末|(?<![一二三四1-4])季末[^，,；;。]*$")
STANDING = re.compile(either(_WORDS["standing"]))
OVER_LAST = re.compile(r"(?:比|较)(?:上年|去年|上一年)(?![末底同])")
# 据统计，…; 同时，…: what leads into a sentence and says nothing of its own.
# 负责人：…: who speaks.
LEAD_IN = re.compile(
    r"[\s\u3000]{0,16}+(?:[\u4e00-\u9fff]{1,9}(?:[悉计解绍示外道说称时][，,：:]|[人者长任记员民][：:]“?))?"
)
BY_PART = re.compile(r"\s*(?:从|分|按)[^，。,0-9]{1,10}(?:看|分|划分)[，,]|\s*其中")
HAS = re.compile(r"(?:现|共|拥|设|建)?有[^，。；,;]{0,6}$")
OVER_SAME = re.compile(
    r"(?:比|较|与)[^，。；,;]{0,8}(?:同期|去年|上年|上月|上季|一季度|二季度|三季度|四季度|全年|年初|年末|年底)"
)
OVER_LAST_NEXT = re.compile(rf"[^，。；,;0-9]{{0,6}}[，,]{OVER_LAST.pattern}")
SUMS_UP = re.compile(rf"(?:增长|增幅|增加|净增|减少|下降|降幅|提高|上升|翻)(?:了|为|达到?|{ABOUT}|超过?)*+$")
PART = re.compile(
    r"从[^，。,0-9]{1,8}(?:层面|方面)来?看[，,]|这?其中|[一-鿿]{2,6}(?<![期途程作动会年月天时间空水海山田手心家城])中(?=[，,])"
)
OPENER = re.compile(r"[\s，,；;。！？!?：:“\"（(在到至自]")
TURN_VERB = re.compile(rf"{either(word for word in _WORDS['turns'] if len(word) > 1)}|持平|相[比较]")
ITEM = re.compile(r"[：:，,。]?[一二三四五六七八]是|[（(][一二三四五六七八九][)）]")
YEARLY = re.compile(either(_WORDS["yearly"]))
# 今天，甲油田日产气量突破1亿立方米: of the day that it is told of.
THAT_DAY = re.compile(
    "日产(?:天然气|原油|气|油|煤|电)?量?(?:首次|已|再次|一举)*(?:突破|攀|升|创|达到?|增至|超|刷新|再创)"
)
EACH_YEAR = re.compile("每年|全年|^年|年(?:产|发电|销售|营|吞吐|处理|供|货运|客运|旅客)")
# 签约项目20个，总投资30亿元: what was settled that day.
SETTLED = re.compile(either(_WORDS["settled"]))
AWARDED = re.compile(either(_WORDS["awarded"]))
# 现羊群数已达到150只: of now, whatever the story told before.
EXISTING = re.compile(
    rf"(?<![发出体实呈展再涌表])(?!(?<=[比较在以])现有)(?:{either(_WORDS['existing'])})"
    r"|最新[^，。；,;0-9]{0,10}(?:显示|统计)[，,：:]?[^。；;0-9]{0,12}已"
    rf"|(?<=[，。；,;\n])现(?![{_WORDS['not_now']}])[\u4e00-\u9fff]{{1,6}}?(?:已达?到?|达到?|突破|超过?|共有)(?:[约近超余0-9]|$)"
)
EXISTING_HEAD = re.compile(rf"{EXISTING.pattern}|(?<![一-鿿])从?[^，。；,;0-9]{{0,4}}现有")
# 收入增长到3亿元 says what was reached, and weighs nothing.
WEIGHED = re.compile(f"(?:{either(_WORDS['weighed'])})(?!了?[到至])")
CONTRIBUTES = re.compile(either(_WORDS["contributes"]))
COMPARED = re.compile(
    r"[^，。；,;\n]{0,8}[，,\n](?:[比较与和同][^，。；,;]{2,8}[，,]?)?(?:同比|环比|增长|增速|增幅|上涨|下降)"
)
HELD = re.compile(r"(?:已|现|原)有$")
BEHIND_THINGS = frozenset(_WORDS["behind_things"])
COUNTS = re.compile(
    r"[0-9]|[一二三四五六七八九]成|过半|[一二三四五六七八九十百]+分之|[一两三四五六七八九十][万亿个家户]"
)
DONE_BY_NOW = re.compile(r"[，,][^，。；,;]{2,16}已(?:累计|经?为|向|有)?[^，。；,;]{0,6}$")
# 与上一个五年年均13.8%相比: the value of the base itself.
OF_THE_BASE = re.compile(r"[0-9][0-9.]*[^，。；,;0-9]{0,10}相[比较]")
# 全省39个重点县开展培训: how many there are in all, whatever they do that day.
WHOLE_AREA = re.compile("(?:全|我)[国省市县区州]的?$")
DIVISIONS = re.compile("[^，。；,;0-9的]{0,6}?(?:[县市乡镇村州省]|(?<![景园校片灾库厂小社])区)(?![民长级委里内])")
# 2小时可达, 1至2小时的交通圈: how long a way takes by now.
REACHED_IN = re.compile(r"的?[^，。；,;0-9]{0,8}?(?:可达|[直到通抵]达|[通交生经旅]?[\u4e00-\u9fff]圈)")
# 今天全线通车，两地3小时可达: how long the way takes from then on.
OPENED = re.compile(r"(?:通车|开通|拉通|贯通|通航|投运|运营|上线|首发|投入使用|试运行)[^。；;]*$")
FINISHED = re.compile(
    r"(?:前|底|初|中|末|将|就|即将|可|全面|正式|全线|全部|完成|实现|有望)*(?:竣工|完工|建成|投产|通车|开业|投用|交付|落成|投入使用|投入运营)[^，。；,;]{0,6}[，,]"
)
# 年均增长7%, unlike 年均浓度: the growth of one year.
# 两年平均增长5.4%: the usual growth of the months told, set against those of two years ago.
PER_YEAR = re.compile(r"年(?:均|(?<![二两三]年)平均)(?!浓度|气温|降[水雨]|温度|值|水温|径流)")
NO_FIGURE = re.compile(r"(?<!份)[^。！？!?\n0-9]*[。！？!?\n]")
# 115年度总预算, 2027年编列3亿元
BUDGET = re.compile("度?(?:的|中央政府|政府|总|年度|单位|公务)*(?:预算|编列|概算)")
# 预计发送旅客近百万人次; 预计最高负荷达9000万千瓦: what a day brings, not what was planned on it.
TRAFFIC = re.compile(
    r"(?:(?<![0-9.])[0-9.]++|(?<![一二两三四五六七八九十百千])[一二两三四五六七八九十百千]{1,6})[万亿多余]*+(?:人次|班|架|辆|列|对|趟)"
    rf"|(?:{either(_WORDS['brought_by_days'])})[^，。；,;\n]{{0,16}}$"
)
SINCE_DEEDS: list[str] = _WORDS["since_deeds"]
ENDED = re.compile(rf"(?:{either(_WORDS['ended'])})了?$")
EACH = re.compile("每年|每个?月")
EVERY_YEAR = re.compile(r"(?<![户人个村0-9一二三四五六七八九十])(?:每一?年|年年(?!均|度)|历年)")
AGREED = re.compile("签[订约]|建立了|结对|合作")
# 6月，预算收入累计完成3亿元: from January on.
SUMMED_UP = re.compile("累计共?(?:完成|实现)")
# 20年前…，一跃成为产业园区: the story has come to the present.
GREW = re.compile("一跃成为|摇身一变|发展成|已成为|变成了|如今")
# 今年，规模有望破万亿元: what is said of the year lies ahead.
LIES_AHEAD = re.compile("(?:全年)?[，,]?[^。；，,;\n]{0,12}?(?:有望|力争|预计|预期|计划|将|拟)")
DONE_TO = re.compile("被|(?<![占有达到为])了")
DONE_SO_FAR = re.compile("(?:已|累计|共)[^。；;0-9]{0,16}[0-9]")
# 两年前开发出新技术，可以降低损耗40%: what it does whenever it is used.
ABLE = re.compile("可以(?!说)|能够")
# 从8月1日起启用，平均时限3天: a mean over the days since.
AVERAGED = re.compile("平均|日均|保持|稳定在|维持")
FROM_THEN = re.compile(r"(?:（[^（）]{0,12}）|[）)])?(?:起|开始)")
FROM_ON = re.compile(r"(?:[早晚夜]间?|[上下]午|凌晨)?就?(?:开始|算?起)")
SUM = re.compile(either(_WORDS["sums"]))
ON_YEAR = re.compile(either(_WORDS["on_year"]))
# 标准比原来提高31.6%: a base of its own, whatever the paragraph is held against.
OWN_BASE = re.compile(r"[比较](?![例重率值拟较大多少])[\u4e00-\u9fff]{2,10}?[增提上下减降高低多少翻扩缩涨跌]")
COMPANY_FIGURES = Sought(either(_WORDS["company_figures"]))
MARKET_DAY = Sought(either(_WORDS["market_day"]))
MARKET_WEEK = Sought(either(_WORDS["market_week"]))
MOVED_THAT_DAY = re.compile(rf"[^。；，,;\n]{{0,20}}(?:{either(_WORDS['market_moves'])})")
LIVE = re.compile(either(_WORDS["live"]))
BRIEFS = re.compile(either([*_WORDS["bulletins"], *_WORDS["briefs"]]))
BULLETINS = re.compile(either(_WORDS["bulletins"]))
ACCOUNTS = re.compile(either(_WORDS["accounts"]))
ACCOUNTS_SAY = re.compile(either(_WORDS["accounts_say"]))
# The months so far are what an account of the economy (经济运行简况（2020年3月）) gives.
ECONOMY = re.compile("经济运行|经济形势|经济指标|经济简况")
EXECUTED = re.compile(rf"(?:{either(_WORDS['executed'])})的?执行情况")
PORTRAITS = re.compile(rf"(?:{either(_WORDS['portraits'])})(?:[（(][^（()）]*[)）])?$")
RELEASES = re.compile(either(_WORDS["releases"]))
NOWADAYS = frozenset(_WORDS["nowadays"])
OPENS_SAME = re.compile(r"(?:^|[，,。；;\n（(])(?:而|但|而在|但在|在|相比之下)?$")
# 相比2020年全省总产值110亿元的数据: the value of the base itself.
OF_DATA = re.compile(r"的?[^，。；,;0-9]{1,8}(?=[，,])")
OLD_RECORD = re.compile(r"(?:刷新|打破)了?[^，。；,;]*$")
RECORD = re.compile(r"[^，。；,;]{0,10}[纪记]录")
# 88台的标准: what a base laid down.
OF_RULE = re.compile(r"[0-9.,]+[万亿]*[^，。；,;0-9]{1,6}的(?:标准|水平|要求|规定|目标|均值|平均值|平均水平|红线|底线)")
# 比上年决算数14.9亿元增长3%: the value of the base, since a change follows it.
BASE_NAME = re.compile(r"(?!同期)[一-鿿]{2,8}(?<![了到至长升加高降少])")
BASE_OUTGROWN = re.compile(r"[0-9.,]+[万亿]*[一-鿿]{1,2}(?:同比)?(?:增长|增加|上升|提高|下降|减少)(?:了|约)?[0-9]")
OF_BASE = re.compile(rf"[^，。；,;0-9]{{1,20}}的(?:{ABOUT}|超过?)?")
CENSUSES: dict[str, int] = _WORDS["censuses"]
CONGRESSES: dict[str, str] = _WORDS["congresses"]
SAME_DAY: dict[str, int] = _WORDS["same_day"]
SAME_DAY_WORDS = re.compile(either(_WORDS["same_day"]))
_HOUR = r"(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,3}|零)(?:[点时:：]|[至到-])"
# 午后, 清晨: parts of a day that are words of their own.
DAY_PARTS = tuple(part for part in _DAY_PARTS if len(part) > 1)
CLOCK_ALONE = re.compile(rf"(?:{either(_DAY_PARTS)})?{_HOUR}|(?:{either(_DAY_PARTS)})$")
SAME_MONTH = frozenset(_WORDS["same_month"])
FIVE_HERE = re.compile(r"^\s*(?:[^，,]{0,12}[^过这近第后前0-9])?[五5]年(?![间来以内之后前]|规划|过渡|计划|行动)")
FIVE_BEFORE = re.compile(r"(?:^|[，,、\s])五年(?![来间以内之]|规划|过渡|年均)")
LATELY = re.compile(
    "近年来|近几年|近些年|这些年|这几年|多年来|长期以来|不久前|前不久|(?<!最)近日|日前|过去一周|过去几年"
)
OVER_FIVE = re.compile(r"(?:年均|(?<![0-9十])[五5]年)[^、]*$")
OVER_YEARS = re.compile(r"(?:年均|累计|(?<!十)五年)[^、]*$")
AGAIN = re.compile(
    rf"(?:^|[，,；;])\s*(?:年均)?(?:增长|增幅|增速|增加|上升|下降|提高|降幅|减少|净增)(?:了|为|达|{ABOUT}|超过?)*+\s?$"
)
OVER_N_YEARS = re.compile(
    r"(?:^|[。\n，,；;、入额值量数率积程模])\s*(?P<years>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})年(?:间|来|里|累计)?[，,]?"
    rf"(?:实际|名义|累计|合计|总共)?(?:增长|增加|翻了?|提高|下降|减少)(?:了|{ABOUT}|超过?)*+"
    rf"(?:[0-9.]+[%％倍][，,]年均(?:增长|增速)(?:为|达到?|{ABOUT}|超过?)*+)?$"
)
SAYS_MORE = re.compile(r"[，,；;。！？!?\n是有为少多]")
# Words of old times, by the part they play.
OF_OLD: dict[str, list[str]] = {name: _WORDS[name] for name in ("once", "once_alone", "first", "beginnings", "reforms")}
# 45户人家原来分散在山里, 3万农民以往的生活: as it was once.
FORMER_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{1,5}(?:原来|原先|(?<![了搬走送跑转挺迁])过去(?![0-9一两二三四五六七八九十几的])|以前(?!年)|以往|从前)(?!的[0-9])"
)
THEN = re.compile(
    rf"(?:^|[，。；“\n,;:：])\s*[但可而]?(?:{either(_WORDS['then'])})(?!.*?(?:现在|如今|目前|现已|今[年天]))"
)
WITHIN = re.compile(
    r"(?:[未今][来后]|接下来|用|在|力争)(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:到[0-9一二三四五六七八九十])?年"
    r"|(?<![0-9])(?:[0-9]|[一二两三四五六七八九十])年(?:内|左右的?时间|的?时间(?!里|节|点))"
)
_ORIGIN = re.compile(r"[从由自](?:(?<=从)(?![业事而军严小])|(?<=由)(?!于|此(?!前))|(?<=自)(?!愿|主|治|然|身|己|贸|来))")
# The engine runs to the end and looks back from there, so these cost no more than the clause they cut off.
_UP_TO_COMMA = re.compile(r"(?s:.*)[，,；;]")
UP_TO_SENTENCE = re.compile(r"(?s:.*)[。；;\n]")
# 年均增长8%而规模升至第二: behind a figure 而 parts clauses as a comma does.
_UP_TO_CLAUSE = re.compile(r"(?s:.*)(?:[，,；;。\n]|(?<=[0-9%％元人户亩吨])而(?![且言]))")
_SPAN_YEARS = re.compile(r"([0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:多|余)?年")
_COUNTED = re.compile(r".*[0-9][^、]*、", re.DOTALL)
_LOOK_BACK = 200
# 8万场, 12万起: how often something came about, unlike 人次.
_HAPPENINGS = ("场", "起", "趟")
_NO_TIMES = ("人", "户", "车", "架", "班")


MENDED = re.compile(r"整改|追缴|收回|追回|归还|上缴|清退|退还|出台|处分|问责|约谈|谈话|修订")
AIMS_OF = re.compile(
    r"(?<![0-9])(20[0-9]{2})年[，,]?[^。；\n0-9]{0,24}(?:预期目标|主要目标|总体目标|工作目标)(?:是|为|：|:)"
)
PLAN_OPENED = re.compile(r"[\s\u3000]*(?:[“\"]?十[四五六七]五[”\"]?(?!规划|[末年期个])|(?:未来|新的?一个|这)五年)")


def last_origin(text: str, low: int, at: int) -> int | None:
    """Where the last 从 or 由 between two offsets stands, or None; it must stand in the comma clause of the second."""
    comma = _UP_TO_COMMA.match(text, low, at)
    last = None
    for found in _ORIGIN.finditer(text, comma.end() if comma else low, at):
        last = found.start()
    return last


def span_years(printed: str) -> int | None:
    """How many years a stretch such as 三年间 or 近十年来 says it has."""
    found = _SPAN_YEARS.search(printed)
    numeral = read_numeral(found[1]) if found else None
    return int(numeral.value) if numeral and numeral.high is None else None


@lru_cache(maxsize=64)
def last_clause(text: str, at: int) -> str:
    """What stands before an offset in its comma clause."""
    low = max(0, at - _LOOK_BACK)
    clause = text[low:at]
    return clause[last_cut(clause) :]


def last_cut(clause: str) -> int:
    """Where the last comma clause begins."""
    before = _UP_TO_CLAUSE.match(clause)
    return before.end() if before else 0


def last_item(clause: str) -> str:
    """The last item of a list of counted things; 新建中小学、幼儿园 is one item as long as nothing in it is counted."""
    counted = _COUNTED.match(clause)
    return clause[counted.end() :] if counted else clause


def counts_times(text: str, end: int) -> bool:
    """Whether a number counts how often something came about (8万场, 3000次), unlike 人次."""
    times = text[end - 1 : end] == "次" and text[end - 2 : end - 1] not in _NO_TIMES
    return times or text[end - 1 : end] in _HAPPENINGS


def runs_on(clause: str) -> bool:
    """Whether the number behind a clause counts what was done; an item without a verb takes the verb of its list."""
    item = last_item(clause)
    if FLOW.search(item):
        return True
    if item == clause or STATE.search(item) or TURN.search(item):
        return False
    done = max((found.start() for found in FLOW.finditer(clause)), default=-1)
    return done >= 0 and done >= max((found.start() for found in STATE.finditer(clause)), default=-1)
