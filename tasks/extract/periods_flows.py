"""What is summed up over years, and what stands at their end: those whom something befell, outlays, balances."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues

# 十年间，脱贫人口达6734万人: those whom something befell over the years.
_SUMMED_NOUN = re.compile(
    "(?:脱贫|减贫|搬迁|转移|培训|安置|救助|受益|帮扶|惠及)(?:总)?(?:人口|人数|人次|户数|总数)(?:就|已|共)?(?:高?达到?|为|是|有|超过?)?$"
)
# 固定资产投资将达到4万亿元: spent over all the years.
_OUTLAY = re.compile("(?:投资|投入|支出|融资)(?:总?额|总量|规模)?(?:预计|将|累计|已经?|约|达到?|超过?|突破|为|近)*$")
# 十年间，对增长的贡献超过50%: of all the years, unlike 贡献率.
_GAVE = re.compile("贡献(?!率|度)")
# 年鲜草产量超过6亿吨: in each of the years.
_YEARLY_YIELD = re.compile(r"^年[\u4e00-\u9fff]{0,5}(?:产|发电|送电|供水|输送|运输|货运|吞吐|交易|销售|处理)(?:量|额)")
# 2021年至2022年，…总里程达到1.2万公里: what there is at the end of years that are named; 进出口总额 is a sum over them.
_YEARS = re.compile("[0-9]{4}/[0-9]{4}")
_STANDS = re.compile("总[里量数]|(?:资产|负债|债务|存款|贷款)总额|里程|余额|存量|保有|面积|规模")


def of_all_years(words: str, measure: str) -> bool:
    """Whether the words before a number speak of a sum over years, or of each of them, though they say 达到."""
    summed = _SUMMED_NOUN.search(words) or _OUTLAY.search(words) or _YEARLY_YIELD.search(words)
    return summed is not None or (measure == "share" and _GAVE.search(words) is not None)


def reached_in(period: str, words: str) -> bool:
    """Whether words speak of what was reached by the end of years that are named one by one."""
    return _YEARS.fullmatch(period) is not None and (_STANDS.search(words) or cues.TURN.search(words)) is not None


# 四年间，经口岸通关的旅客超6954万人次: all who came through, unlike 客流量达3000万人次, which may be of a year.
_THROUGH = re.compile(
    "(?:旅客|游客|观众|客商|人员|群众|患者|车辆|货车|船舶|列车|航班)(?:总数|累计)?(?:已|累计|共|超过?|达到?|突破|逾|近|约|计)*$"
)


def passed_through(text: str, clause: str, end: int) -> bool:
    """Whether a number counts those who came through over a whole stretch, however many a day or a year."""
    return text[end - 1 : end] == "次" and "均" not in clause and "每" not in clause and bool(_THROUGH.search(clause))
