"""The grammar of dates as a ladder: year, part of the year, day, time of day, each narrowing the one before.

Every rung is one regular expression whose named outer group says which reader takes the match. A reader turns the
match into a `Window`, given the window of the rung above and the `Clock` (publication day and the year last named).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from tasks.extract.dates_calendar import Window, words
from tasks.vocabulary import either

CN_DIGITS = "〇零○一二三四五六七八九"
_TO_ASCII = str.maketrans(CN_DIGITS, "0001234567" + "89")
SEP = r"\s?(?:[-–—―~～─－]{1,2}|至|到)\s?"


def _small_numbers() -> dict[str, int]:
    """Printed forms of 0–99: 07, 7, 七, 十七, 二十七, 廿七, 初七."""
    ones = "零一二三四五六七八九"
    table = {f"{n:0{width}d}": n for n in range(100) for width in (1, 2)}
    for n in range(1, 100):
        tens, unit = divmod(n, 10)
        name = ("" if tens < 2 else ones[tens]) + ("十" if tens else "") + (ones[unit] if unit else "")
        table[name] = n
        if n < 10:
            table[f"初{n}"] = n
            table["零" + name] = n
        if tens == 1:
            table["一" + name] = n
        if tens == 2:
            table["廿" + name[2:]] = n
        if n <= 10:
            table["初" + name] = n
    return table | {"两": 2, "首": 1, "正": 1, "元": 1, "冬": 11, "腊": 12, "〇": 0, "零": 0, "俩": 2}


SMALL = _small_numbers()


@dataclass
class Clock:
    """What relative words count from: the publication day, the year named last in the sentence, in the paragraph; and
    whether years may be those of the Republic (112年: 2023)."""

    ref: dt.date | None
    named: int | None = None
    told: int | None = None
    roc: bool = False
    whole: bool = False

    @property
    def year(self) -> int | None:
        """The year that a month without one belongs to."""
        if self.named is not None:
            return self.named
        return self.ref.year if self.ref else None


Reader = Callable[["re.Match[str]", Window | None, Clock], Window | None]


TWO = r"(?:[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
FIRST_MONTH = r"(?<![0-9〇一二三四五六七八九十百千万亿两几数多余美日欧])元"
LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|三十)"
)
ONES = "[一二三四五六七八九]"
Y4 = rf"(?:[12][0-9]{{3}}|[一二][{CN_DIGITS}]{{3}}|两千(?:零{ONES}|{ONES}?十{ONES}?)?)"
Y2 = rf"(?:[0-9]{{2}}|[{CN_DIGITS}]{{2}})"
# 投产后年产, 以前年度, 此前年均: the letter before belongs to a word of its own.
NO_YEAR_BEFORE = "以此之目产成工用营贫休毕役复造理治革整迁业运网售立市动施行付入地建学职婚疫灾事赛任届提先期改"
AFTER_Y2 = (
    rf"(?=年(?:底|末|初|{MONTH}(?:月|{SEP}{MONTH}月)|第?[一二三四1-4]季度|第{MONTH}个月|上半年|下半年"
    r"|前[一二两三四五六七八九十0-9]+个?[月季]|春节))"
)

# 发布前6个月, 考试前两个月: months before something, none of the year.
_NO_EVENT = "".join(f"(?<!{event})" for event in words()["before_events"])

# 2018、2019、2020年: only the last year of a list says so.
_LISTED = "(?<=[12][0-9]{3})(?=(?:[、和与及](?:19|20)[0-9]{2}){1,9}年(?!代))"
# 12-14年每股收益, 15/16/17年净利润: years of two digits that only what a firm earns shows to be years.
_OF_FIRM = (
    f"(?=年(?:公司|归属?|母|扣非|摊薄|主营|各自?|的|预测|预计|动态|对应){{0,3}}(?:{either(words()['years_of'])}))"
)
BRACKETED_YEARS = {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1, "后": 2}
"""Words that stand before a year in brackets (今（2021）年), and how far from the year of publication it lies."""
# 2024—2025冰雪季, 2024/25榨季: a season runs over two years.
_SEASON = either(words()["seasons_of_two_years"])
_REPUBLIC = "(?:[89][0-9]|1[0-4][0-9])"
YEAR = re.compile(
    rf"(?P<bracketed>(?P<bw>[{''.join(BRACKETED_YEARS)}])[（(](?P<by>(?:19|20)[0-9]{{2}}|[89][0-9]|1[0-4][0-9])[）)]年度?)|"
    rf"(?P<short_range>(?<![0-9.])(?P<sra>[0-9]{{2}})(?:{SEP}|/[0-9]{{2}}/|/|、[0-9]{{2}}、|、)(?P<srb>[0-9]{{2}}){_OF_FIRM}年)"
    rf"|(?P<year_range>(?P<ya>{Y4})(?:(?:年度?)?{SEP}|/)(?P<yb>{Y4}|[0-9]{{2}})(?:年度?|学年|财年|(?={_SEASON}))(?!前|后?[内期]))"
    rf"|(?P<bare_range>(?<![0-9.])(?P<ba>(?:19|20)[0-9]{{2}}){SEP}(?P<bb>(?:19|20)[0-9]{{2}})(?![0-9.,%]|[-/年]|\s?(?!连续|[两三四五]年)[一-鿿]))"
    rf"|(?P<year>(?<![0-9{CN_DIGITS}])(?P<y>{Y4}|[0-9]{{3}}(?=年[0-9一二三四五六七八九十]+月)"
    rf"|[{CN_DIGITS}]{{3}}(?=年[一二三四五六七八九十]+月))\s?(?:年(?:度|份)?|财年度?|{_LISTED})(?!前的?历史|多|以上|历史|级(?![差别])))"
    rf"|(?P<short>(?<![0-9{CN_DIGITS}第近满])(?P<y2>{Y2}{AFTER_Y2}|0[0-9](?=\s?年)|(?!三四|三五|四五|五六|六七|七八)[三四五六七八九〇零][{CN_DIGITS}](?=年))\s?年)"
    rf"|(?P<minguo>民国(?P<mg>{TWO}|元)年)"
    rf"|(?P<plan>[“\"「‘]?(?P<pn>[一二三四五六七八九十]{{1,2}})五[”\"」’]?(?:规划)?(?P<pw>期间|时(?=的)|时期末|时期初|时期|以来|期末|末期?|期初|初(?:期|年)?(?![级步中高])|收官之年|期|开局(?:起步)?之年|开局(?:首|第一)年|头[一两三四]年|前[一两三四]年)(?!末)(?P<pe>末)?)"
    rf"|(?P<decade>(?:(?P<cent>{TWO}|上个?|本)世纪)(?:(?P<dec>[1-9]0|[一二三四五六七八九]?十)年代)?(?P<dpart>初期?|末期?|中期|前期|后期|中叶)?"
    rf"|(?P<dec2>[1-9]0|[二三四五六七八九]十)年代(?P<dpart2>初期?|末期?|中期|前期|后期)?)"
    rf"|(?P<relative>(?!(?<=提)前)(?![前后]年(?<=[{NO_YEAR_BEFORE}]..))(?:{either(words()['relative_years'])}))(?!轻|龄|级|纪|半|货)"
    rf"|(?P<roc>(?<![0-9.第近达满历])(?:(?P<rf>{_REPUBLIC})(?:年度?)?{SEP})?(?P<ry>{_REPUBLIC})(?:学年间|学?年度?|(?=(?:[、及和与]1[0-4][0-9]){{1,9}}学?年))(?![代来前后间里内多历级龄]|的(?!约?[0-9])|以上))"
)

_PARTS = words()["year_parts"]
_LONG_PARTS = [name for name in _PARTS if len(name) > 1]
_FESTIVALS = words()["festivals"]
_SHORT = words()["short_festivals"]
_AROUND = (
    rf"[”\"」』]?(?:双节)?(?:{TWO}天)?(?:小长假|长假|假期|期间|黄金周|假日)"
    rf"(?:前{TWO}[天日]|首[日天]|第{TWO}[天日]|{TWO}天(?=[，,。]))?"
)
# 中 before these begins a word of its own (中国, 中欧班列, 中心) and is no middle of a month.
NO_MIDDLE = "[长短等国央欧美俄非日韩东西南北小心部学医药科铁行建石化核航粮储信老越泰]"
# 月台, 月饼 and 月球 after a number are no month; 二月均 may be one of a thing, 3月均价 is of March.
NO_MONTH = "(?!台(?![湾北中南商企币电积州])|[球亮饼嫂]|(?<![0-9]月)(?<![0-9] 月)[均租薪息供刊报销产])"
QUARTER = r"(?:[一二三四1-4首])"
# Some pages set a blank on either side of digits: 8 月, 15 日.
BLANK = r"(?:(?<=[0-9]) (?=[月日号](?![元本])))?"

PART = re.compile(
    rf"(?P<months>(?:(?P<ma>{MONTH}|{FIRST_MONTH})(?:{BLANK}月份?)?{SEP})?(?P<mb>{MONTH}|{FIRST_MONTH}){BLANK}(?:月份|月{NO_MONTH})(?!{LUNAR_DAY}(?![日号])(?<=[初廿]))"
    rf"(?!(?:初[一二三四五六七八九十]|廿)))"
    rf"|(?P<lunar>(?:农历|阴历)?(?P<leap>闰)?(?P<lm>正|腊|冬|{MONTH})月{NO_MONTH}(?P<ld>{LUNAR_DAY}(?=[，。,.;；、\s)）早晚上下中凌当这]|前[后夕]|$)|初[一二三四五六七八九十0-9]|廿[一二三四五六七八九]?|[0-9]{{1,2}}(?![0-9日号]))?)"
    rf"|(?P<relmonth>{either(words()['relative_months'])})"
    rf"|(?P<relquarter>{either(words()['relative_quarters'])})(?!节)"
    rf"|(?P<quarterend>(?P<qz>[一二三四])季末)|(?P<quarters>(?<![提超])前(?P<qn>[一二两三1-3])个?季(?:度|(?![节报]))|第?(?P<qa>{QUARTER})(?:个?季度)?(?:{SEP}|、)第?(?P<qb>{QUARTER})个?季度|(?<!续)第?(?P<q>{QUARTER})(?:个?季度(?P<qe>末(?!端))?|(?<=第[一二三四1-4])季(?![度赛节后目播]|收官)|(?<=首)季(?![度赛节播])))"
    rf"|(?P<firstmonths>(?P<side>(?<![提超的]){_NO_EVENT}前|(?<=年的)前|头|后|首)(?P<fm>{TWO})个?月(?!前|之前|以前|后|内))"
    rf"|(?P<nthmonth>(?:(?:(?<=年)|(?<=年的)|(?<=年度))第(?P<nm>{TWO})个月|首月|首个月))"
    rf"|(?P<part>(?<=年)(?:{either(_PARTS)})(?<!中)(?![0-9一二三四五六七八九十学级期部部层步中])|(?<=年)中(?=[，,。、；;）)\s前后]|$|以[前后来])"
    rf"|(?<![每往历常])(?:{either(_LONG_PARTS)})(?!终|考|会|奖|花)(?<!年中)|(?<![每往历常])年中(?![国央部共]))"
    rf"|(?P<newyear>大年初(?P<ny>[一二三四五六七八九十]))"
    rf"|(?P<term>(?<=年)(?P<tm>{either(words()['solar_terms'])}))"
    rf"|(?P<season>(?P<sn>[春夏秋冬])(?:季(?!两项|奥|残奥|特奥|运动|项目|联赛)|天)|(?<=年)(?P<sn2>[春夏秋冬])(?![茶蚕笋枣薯蒜梨麦稻葵粮收播种耕管熟茬油菜奥训运小季节分]))"
    rf"|(?P<festival>(?<![宁华青伊])(?<!长(?=春分))(?<!中(?=秋分))(?P<fa>{either(_FESTIVALS)})(?P<around>{_AROUND})?(?!文化节|晚会|联欢|街|路)|(?P<fs>{either(_SHORT)})(?P<around2>{_AROUND}))"
)

DAYS = re.compile(
    rf"(?P<days>(?:(?P<da>{DAY})(?:日|号)?{SEP})?(?P<db>{DAY}(?<![一二三四五六七八九])|(?<=月){DAY}|{DAY}(?=号|{SEP})|[二三]?十[一二三四五六七八九]){BLANK}(?:日|号)(?![线楼院馆机文令矿井厅子地]|公(?![布告示开])|内(?!蒙)(?:死|亡|返|离|未|完|没|需|须|仍|可|必|到|回|缴|付|办|有)))"
    rf"|(?P<bareday>(?<=月)(?P<bd>{DAY})(?![.,][0-9])(?=[，。,.;；、\s)）]|$|出生|至|到|[上下]午|早[上晨]|晚[上间]|凌晨)|(?<=月)(?P<bd2>[0-9]{{1,2}})(?=出生|至|到))"
    rf"|(?P<monthpart>(?<=月)(?:{either(words()['month_parts'])})(?![一二三四五六七八九十级考]|(?<=中){NO_MIDDLE}))"
    rf"|(?P<nthweekday>的?(?:第(?P<nw>[一二三四五1-5])|最后一)个(?:星期|周|礼拜)(?P<nd>[一二三四五六日天])|的?第(?P<nk>[一二三四五1-5])周|的?最后一周)"
)

WEEK = re.compile(
    rf"(?P<week>(?P<wk>上上上?|上|下下下?|下|本|这|今)(?:一?个|一)?(?:周|星期|礼拜)周?(?P<wd>[一二三四五六日天末])?(?![年岁边围期报刊长转末]))"
    rf"|(?P<weekday>(?<![0-9一二三四五六七八九十两每一])(?:星期|礼拜|周)(?P<wd2>[一二三四五六日天])(?P<wd3>(?:至|到|[-—~])(?:星期|礼拜|周)?[一二三四五六日天])?(?![一二三四五六七八九十口]))"
    rf"|(?P<twodays>(?:今明|明后)(?:[两二]天|天|两日|两年))|(?P<reldays>{either(words()['relative_days'])})(?!性|起来|主题|产(?<=后日产)|均(?<=后日均))|(?P<paren>[今昨明][（(](?P<pd>[0-9]{{1,2}})(?:日)?[）)][日天]?)"
)

RUNGS = (YEAR, PART, DAYS, WEEK)
FIRST_RUNG = re.compile("|".join(rung.pattern for rung in RUNGS))
"""The rung that an expression begins with: the highest that fits."""
RUNGS_BELOW = {form: RUNGS[place + 1 :] for place, rung in enumerate(RUNGS) for form in rung.groupindex}
"""For the form that a rung was read as, the rungs that may follow it."""

_DAY_PARTS = either(words()["day_parts"])
# The looks ahead cost little where no time follows: every time begins with one of these.
_TIME_FIRSTS = "0-9零一二两三四五六七八九十" + "".join(sorted({name[0] for name in words()["day_parts"]}))
CLOCK_TIME = re.compile(
    rf"(?=[的，,]?\s{{0,2}}的?\s?[{_TIME_FIRSTS}])(?:[的，,]\s?)?\s?(?P<part>{_DAY_PARTS})?的?\s?(?:"
    rf"(?:(?P<h0>{TWO}){SEP})?(?P<h>{TWO}|零(?=时|点(?:[整半钟前后许至到]|(?:[零〇][一二三四五六七八九]|[0-9一二三四五六七八九十]{{2,3}})分|[一二三]刻|[，,。；;、\s)）]|$)))(?:点多?钟?|时(?!代|期|间|段|速))(?:整(?![体个治合改理顿修]))?(?:(?P<half>半)|(?P<q>[一二三1-3])刻|(?P<m>[0-5]?[0-9]|[零〇]?[一二三四五六七八九]?十?[一二三四五六七八九]?)分(?![之数钟])(?:(?P<s>{TWO})秒)?|(?P<mm>[0-5][0-9]|[零〇][一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)(?![0-9]))?"
    rf"|(?<![0-9][.:：∶])(?P<hc>[01]?[0-9]|2[0-4])[:：](?P<mc>[0-5][0-9])(?:[:：](?P<sc>[0-5][0-9]))?(?:\s?(?P<pm>[aApP])\.?[mM]?\.?)?(?![0-9:：%]|\.[0-9])时?"
    rf"|(?P<hp>1[0-2]|0?[1-9])\s?(?P<pm2>[aApP])\.?[mM]\.?)?"
)

# What digits in front of these count: 2012.12亿元, 20210305户 are no dates.
_COUNTED = (
    "[户人元个家所名吨亩万亿台辆件头只座米斤例次股多余种级倍度岁项条棵株艘套栋间]"
    "|公[里顷斤吨]|平方|立方|千[米瓦克]|兆瓦|小时|天(?!津)"
)
# What two decimals in front of these count: 2012.12亿元, but 2020.11项目开工, 2020.12元旦.
_MEASURED = f"(?!{either(words()['unit_like'])})" + (
    "(?:[万亿元吨亩%％‰]|公[里顷斤吨]|平方|立方|千[米瓦克]|兆瓦|个百分点|[多余][万亿元吨亩])"
)

NUMERIC = re.compile(
    r"(?<![0-9./·])(?=[0-9]{1,4}[-./· ]|[0-9]{8})(?:"
    r"(?P<ymd>(?P<a>[12][0-9]{3})(?P<sep>[-./·])(?P<b>1[0-2]|0?[1-9])[-./·](?P<c>3[01]|[12][0-9]|0?[1-9])(?![0-9.]|[-/][0-9](?![0-9/.]{3})))"
    r"|(?P<spaced>(?P<a2>[12][0-9]{3}) (?P<b2>1[0-2]|0[1-9]) (?P<c2>3[01]|[12][0-9]|0[1-9])(?![0-9.%]))"
    rf"|(?P<compact>(?P<a3>(?:19|20)[0-9]{{2}})(?P<b3>1[0-2]|0[1-9])(?P<c3>3[01]|[12][0-9]|0[1-9])(?![0-9.%]|{_COUNTED}))"
    r"|(?P<dmy>(?P<c4>3[01]|[12][0-9]|0?[1-9])(?P<sep4>[-./])(?P<b4>1[0-2]|0?[1-9])(?P=sep4)(?P<a4>[12][0-9]{3})(?![0-9.%]))"
    r"|(?P<mdy>(?P<b5>1[0-2]|0?[1-9])(?P<sep5>[-./])(?P<c5>3[01]|[12][0-9]|0?[1-9])(?P=sep5)(?P<a5>[12][0-9]{3})(?![0-9.%]))"
    r"|(?P<ymr>(?P<a7>(?:19|20)[0-9]{2})[./](?P<b7>1[0-2]|0?[1-9])\s?[-–—~至到]{1,2}\s?(?P<a8>(?:19|20)[0-9]{2})(?:[./](?P<b8>1[0-2]|0?[1-9]))?(?![0-9.%]))"
    r"|(?P<mdyy>(?P<b10>1[0-2]|0?[1-9])(?P<sep10>[-/])(?P<c10>3[01]|[12][0-9]|0?[1-9])(?P=sep10)(?P<a10>[0-9]{2})(?![0-9.%/-]))"
    r"|(?P<md>(?P<b9>1[0-2]|0?[1-9])(?:·|(?=/(?:1[3-9]|2[0-9]|3[01])|/[0-9]{1,2}/[0-9]{2}(?![0-9])))/?(?P<c9>3[01]|[12][0-9]|0?[1-9])(?:/(?P<a9>[0-9]{2}))?(?![0-9.%/·]))"
    rf"|(?P<ym>(?P<a6>(?:19|20)[0-9]{{2}})[-./](?P<b6>1[0-2]|0[1-9])(?![0-9]|[-/.][0-9]|{_MEASURED}))"
    r")"
)


def to_year(printed: str) -> int | None:
    """The number of a printed year: 2021, 二〇二一, 两千零四."""
    if printed.startswith("两千"):
        rest = printed[2:].lstrip("零")
        return 2000 + (SMALL.get(rest, 0) if rest else 0)
    plain = printed.translate(_TO_ASCII)
    return int(plain) if plain.isdigit() else None


def full_year(two_digits: str, clock: Clock) -> int | None:
    """A year of two digits: the century that brings it nearest below the publication year plus eleven."""
    number = to_year(two_digits)
    if number is None:
        return None
    limit = (clock.ref.year if clock.ref else 2030) + 11
    return next(base + number for base in (2000, 1900, 1800) if base + number <= limit or base == 1800)
