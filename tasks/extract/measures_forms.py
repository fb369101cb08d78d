"""Forms of speech around a number that tell its measure: moves, comparisons, indexes, parts of a rule or a plan."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT

# 每人增加收入2500元, 多收入1万元: what is more or less stands between the verb and the amount.
SHORTENED = re.compile(
    r"(缩短|压缩|节省|节约|减少|延长)了?[\u3400-\u9fff]{0,8}"
    rf"(?:时间|时长|工期|里程|车程|路程|行程|距离|周期)(?:{ABOUT}|超过?|达到?)?$"
)
RAISED = re.compile(
    r"(?<![新追])(增加|减少|提高|降低|调减|调增|扩大|缩减|[多少](?=了?(?:收入|支出|用)))了?[\u3400-\u9fff]{0,12}(?:收入|产量|产值|产能|能力|收益|效益|利润|支出|用水|用电|耗水|耗电|排放|排放量|氮氧化物|二氧化碳|二氧化硫|污染物|粉尘|烟尘|废水|废气|温室气体|颗粒物|氨氮|化学需氧量|消耗|消耗量|能耗|种植面积|播种面积|[产婚丧年休病儿理育]假)"
    rf"(?:{ABOUT}|超过?|达到?|高达|逾)?$"
)
# 下调存款准备金率0.5个百分点: the verb stands before what it moves.
MOVED_DOWN = re.compile(r"(下调|调降|降低|压减|压降|缩小)(?!到|至|为)[\u3400-\u9fff、]{2,16}$")
# 上拉全市工业增速0.6个百分点: points that a part adds to the growth of the whole.
PULLED = re.compile(f"(上拉|下拉|拉动|拉低|拉高|带动|影响)[^，；]{{2,18}}(?:增速|增幅|增长|涨幅)(?:{ABOUT}|达|为)?$")
# 离全国差着14个点: by how many points something is behind.
SHORT_OF = re.compile(f"[还相]?差[着了]?{ABOUT}?$")
# 低于2017年的4.1%: the value of the base itself.
BASE_VALUE = re.compile(r"[于出]\x01+的?$")
# 社会融资规模增量 is the flow of a period; 承包到期后再延长三十年 a length.
# 贡献了全球三成的经济增长: a share of the growth, no growth.
CONTRIBUTED = re.compile("贡献了?[^，；]{0,10}$")
# 六成以上的经济增长来自服务业: so too where it comes from.
GROWTH_FROM = re.compile(
    "(?:左右|以上)?的[\u3400-\u9fff]{0,6}(?:增长|增量|增幅|增速|涨幅)(?:都|均|主要|是)?(?:来自|来源|源于|由|靠|依靠|得益|归功)"
)
# 以每年800元的增幅攀升, 以约1万亿元的增长: by how much something grows.
GROWS_BY = re.compile(f"以(?:每[年月天季]|平均|{ABOUT}|超过?)*$")
# 将增长预期下调0.2个百分点至3.1%
REVISED = re.compile(
    "(?:增速|增幅|涨幅|[增成]长率|[年季月]增率|增长(?:预期|预测|目标))[^，；\x02]{0,12}\x02[^，；]{0,6}(?:至|到|为)$"
)
# 技术改造投资增长为31.6%; 覆盖率增长为95% is reached.
GROWN_IS = re.compile(f"(?<![率比重例额量])(?:同比)?增长(?:为|是){ABOUT}?$")
# 居民消费价格指数控制在3%左右: what prices may rise by, no index.
PRICES_HELD = re.compile(f"(?:价格|物价|CPI)(?:总?水平|总?指数)?(?:稳定|控制|保持|维持)在(?:{ABOUT}|不超过)?$")
# 相当于年度计划的82.3%, 达全年任务的104%: how much of it is done.
OF_A_PLAN = re.compile("(?:计划|任务|预算|目标)(?:数|总数|总量)?的(?:大?约|将?近|超过?|不到)*$")
# 是平均数的91%, 为全国平均水平的八成, 仅为邻省单位GDP能耗的65%: of what is no sum, nothing can be a part.
OF_THE_MEAN = re.compile(
    "(?:是|为|相当于|达到?|只有|仅为?|不足|不到|接近|超过)[\u3400-\u9fff\x01、A-Z]{0,10}"
    "(?:平均数|均值|中位数|均价|单产|单价|(?:平均|人均|户均|亩均|地均|单位(?:GDP|面积|产[品值]|能耗|成本|增加值))[\u3400-\u9fffA-Z]{0,8})的"
    f"(?:{ABOUT}|超过?)*$"
)
# 人均收入不足甲市三分之一, 平均工资仅为乙省的四成: as much as others have of what cannot be summed.
NO_SUM = re.compile("人均|户均|亩均|地均|平均|单位(?:GDP|面积|产)|单产|亩产|均价|价格|工资(?!性)|月薪|年薪|密度")
HELD_TO = re.compile(
    "(?:不足|不到|只有|仅为?|相当于|接近|[是为])(?!所有|全部|总|本人|个人|其|自己|原|上年|职工|实际|缴费|应得|基本|最低|标准)[\u3400-\u9fff]{2,4}(?:[、和与][\u3400-\u9fff]{2,4}){0,2}的?"
    f"(?:{ABOUT})*$"
)
# 实现3000元稳定增收, 有500元左右的涨幅
GAINED = re.compile("(?:左右|以上)?的?(?:稳定|持续|平均)?增收")
FLOWS = re.compile(r"(?:融资规?模?|贷款|存款|信贷)增量[^，,；;]{0,8}$|承包[^，,；;]{0,12}延长$")
# 超去年同期18亿元: by how much; 超去年同期的18亿元 is the value of the base.
EXCEEDS = re.compile(
    rf"(?<!不)(超过?|超出|高于|多于|低于|少于)(?:\x01|[去上]年(?:同期)?|往年(?:同期)?|同期)+(?:水平)?{ABOUT}?$"
)
# 补助标准新增30元: a standard is no flow, and what is new of it is by how much it was raised.
RAISED_STANDARD = re.compile(
    "(?:标准|养老金|低保金|补助金|最低工资|起付线|封顶线|限额)(?:[人户月年每均再又]|统一|平均){0,6}"
    f"新增(?:了|{ABOUT})?$"
)
# 比去年同期多处置25亿元, 与迁前相比，下游多输出58亿立方米, 比坐船省下40分钟
MORE = re.compile(
    rf"(?:比|较|相比)[^；;。]{{1,28}}(?<![不至最很更减较缺])(?:([多少])(?![达于数年名位地次部项条人所户支座])(?:(?![的个家])[\u4e00-\u9fff]){{1,4}}|(节省|省(?=[下出去了])[下出去]?))(?:了|{ABOUT}|超过?)?$"
)
# 比去年节水20%, 较人工省时80%, 比往年少施化肥10公斤: what is saved against something else has fallen.
SAVED = re.compile(
    rf"(?:比|较|相比|同比|环比)[^；;。]{{0,36}}?(?:节[水电能肥药煤油气热材]|省[水电工时油肥药力料种](?![\u3400-\u9fff])|节[约省]|少[用施打喷耗])了?"
    rf"(?:[\u3400-\u9fff]{{1,6}}?|[^；;。]{{0,8}}\x02[、，](?:节|省)[水电能肥药煤油气热材工时力料种])?(?:了|{ABOUT}|超过?|达到?|高达|最高){{0,2}}$"
)
ENDS_CLAUSE = re.compile("(?:以上|左右|以内)?(?:[，。；、,;\n）)]|$)")
APART = ("超警", "超汛", "超保", "超出", "高出", "多出", "超目标", "超计划", "超年度", "超序时", "超预期")
# 比其他患者高出3倍: held against others and not against a time before.
TIMES_MORE = re.compile(
    f"[比较](?![^，；]{{0,14}}(?:\x01|[去上前往当同]年|同期|以前|之前|过去|原来|从前|先前|往常|平时|平日))[\u3400-\u9fff]{{2,16}}(?:高出|多出|贵出)(?:{ABOUT}|超过?|逾)?$"
)
# 可增加2300个就业岗位, 增加岗位800个: jobs that are made, as 新增 says.
POSTS_AHEAD = re.compile("增加了?(?:[\u3400-\u9fff]{0,4}岗位)?(?:大?约|将?近|超过?)?$")
POSTS = re.compile("[\u3400-\u9fff]{0,6}岗位")
# 超过警戒水位0.9米
ABOVE = re.compile(f"(?:超过?|超出|高于)(?:警戒|保证|汛限|警戒线)水位{ABOUT}?$")
MONEY = frozenset(("元", "美元", "欧元", "港元", "%", "百分点"))
MEMBERS = frozenset(("人", "户", "人次", "户次"))
# 秋收以每天2700万亩的速度推进: how fast a work goes on.
PACE = re.compile(
    "(?:左右|以上|多)?的速度(?:向前|稳步|快速|持续|加快|不断)?(?:推进|前进|掘进|挺进|铺设|铺轨|架设|生产|下线|收割|收获|播种|建设)"
)
MADE_RICHER = re.compile(rf"(?:增收|增产|减负|提前)(?:{ABOUT}|超过?|达到?|高达|逾)?$")
GROWN_BY = frozenset(("年增", "月增", "季增", "年减", "月减"))
# 恢复至2019年的近八成, 为去年同期的90%: a ratio to the base.
# 低于国家规定的2%, 超计划面积的四分之三: the rule itself, or a part of the plan.
OF_A_RULE = re.compile("(?:规定|要求|标准|目标|设定|警戒线|超计划[^，]{0,4})的$|(?:平均值|均值|限值|红线|警戒线)的?$")
TIMES = re.compile(
    r"(?:是|(?<![整变转改升降增减高低加少大小])为|相当于|恢复[到至]了?|达到?|回到|回升[到至]|接近|不足|不到|超过?|只有|仅)"
    rf"(?:\x01|去年|上年|往年|同期|年|水平)+的?(?:{ABOUT}|超过?|不到|不足)*(?<!年)(?<!期)$"
)


# 比上年前移2位, 位次提升3位: places gained or lost, no rank.
MOVED_PLACES = re.compile(
    r"(进|退|升|降|跃|晋|掉|前进|提升|提高|上升|前移|前进|跃升|攀升|晋升|上移|下降|下滑|后移|后退|退后|跌落|进位|退位)了?$"
)

# 收入低于平均水平的家庭占比12%: the gap says who is meant, the number how many of all they are.
SHARE_OF_THOSE = re.compile(rf"的[^，,；;]{{1,14}}(?:占比?|比例|比重)(?:为|达到?|是|超过?|{ABOUT})*$")

# 增长（以下均为名义增速）6.2%
REMARK = re.compile(r"[（(][^（()）\x02]{2,40}[)）]$")
# 五年净增民营企业120万户: what is left of what came and went.
NET = re.compile(rf"净(增|减)[加少]?了?[\u3400-\u9fff“”A-Za-z]{{0,16}}(?:{ABOUT}|超过?|达到?|高达)?$")
# 提升了4263万农村人口的供水保障水平: whose it is that got better.
WHOSE = re.compile(
    "[^，,；;。的\x02]{0,10}的[^，,；;。\x02]{0,12}?"
    "(?:水平|条件|质量|能力|环境|状况|待遇|面貌|生活|满意度|设施|设备|装备)(?=[，,；;。！、和及与]|$)"
)
