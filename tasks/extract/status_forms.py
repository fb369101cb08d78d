"""Forms of speech around a number that make it a fact or an aim, whatever words announce in its sentence."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT
from tasks.extract.status_behind import INSIDE

MAX_HEADING = 60
OLD = re.compile(r"(?:从|由)[^，,；;、]{0,14}$")
NEW = re.compile(r"(?:[、和及与]?\x02)*(?:(?:左右|以上|以下|上下)?[，,]?)?[^，,；;。\x02]{0,6}[到至为成]")
# 将现行15%的税率提至16%, 9%的提至10%: what is still in force.
OLD_STILL = re.compile(
    r"(?:现行|之前的|此前的|原来的|原先的|从20\d\d年[底末]?的|由20\d\d年[底末]?的)[^，,；;、\x01\x02到至提降升扩增]{0,14}$"
)
# 2017年国家制定的每万人88台的标准
SET_ONCE = re.compile(r"\x01[^，,；;。\x02]{0,8}(?:制定|颁布|规定|确定|出台)的[^，,；;。\x02]{0,10}$")
# 将目前各行业的42种制度合并成一种: what is there before it is changed.
NOW_HAD = re.compile(r"[将把对]\x01+[^，,；;。\x01\x02到至成]{0,12}的$")
MADE_INTO = re.compile(
    r"[^，,；;。\x02]{1,12}?(?:合并|整合|归并|精简|压缩|缩减|削减|减少|提高|提升|扩大|统一|改)[^，,；;。\x02]{0,3}[到至成为]"
)
OLD_ONES = re.compile(
    r"的(?:一律|全部|均|都|再|逐步|部分)*(?:提|降|升|减|调|上调|下调|扩|缩)[^，。；\x02]{0,2}[至到为成]"
)
# 全年目标5%, unlike 完成年度目标82%, 占全年目标5%
AIM_OF_SHARE = re.compile("^[^完占达实超为是相]*目标$")
BASE = re.compile(r"比\x01+的?$")
# 计划三年内投资5亿元
YEARS_TO_COME = "(?:在|用)?[0-9一二两三四五六七八九十]{1,2}年(?:内|里|时间)"
# 准备扩大规模, unlike 做好准备, 准备金, 准备工作, 准备了口罩, 准备使用炸药时发生爆炸.
READY = r"(?<![的好足分等应心为备战思])准备(?![金好了就工期率案]|[^，。；]{1,16}时)"
BARE_CLAUSE = re.compile(r"[，,；;][^，,；;0-9一二三四五六七八九十百千万亿]{4,}[，,；;]")
# 争取上级补助资金3亿元 in a report has got it; 下达年度改造计划5万户 is still to be done.
OBTAINED = rf"争取[^，,。；;0-9]{{2,24}}(?:资金|补助|债券|专项债)(?=共|{ABOUT}|超|达|[0-9])"
# 还将党员、干部联合起来: 将 only puts the object first.
# 将6名嫌疑人抓获，缴获设备27台: and what went with it.
BROUGHT_TOGETHER = r"还?将[^，,。；;]{2,40}?(?:起来|出来|进来|抓获|查获|捕获|逮捕|击毙|救出|送医)(?=[，,。；;])"
# 还将京剧纳入课程，成为50万学生的必修课: so does it with what is put somewhere.
PUT_SOMEWHERE = (
    r"还将(?!继续|逐步|陆续|全部|进一步|分批|统一|全面|相应|[把对在与有会为向于从以被由按])[^，,。；;\x01\x02]{2,30}?"
    r"(?:[纳融引列写嵌植]入|延伸[到至]|(?:改造|打造|转化|转变|整合|合并)[成为]|结合|引进)"
)
# 即将降落时坠毁，机上有49人: how near something was.
# 利用其掌握的基金拟投资甲、乙等35只股票的信息: what someone knows of.
KNOWN_OF = r"拟(?:投资|买入|买卖|购买|卖出|交易)[^，。；;]{0,40}?(?:股票|证券|内幕)[^，。；;]{0,6}(?:信息|消息)"
# 因应栽种期即将到来，…: when something is done.
NEARLY = r"即将(?:[^，,。；;]{1,14}?(?:时|之际|前夕)(?!间|期|代)|(?:到来|来临|到期|届满|过去|结束)(?=[，,]))"
# 10个计划投产项目实现投产7个, 30个拟建项目已开工20个: which works are meant, of which the rest is told.
OF_THOSE_PLANNED = (
    r"(?:计划|拟)[\u3400-\u9fff]{1,6}(?:项目|工程|企业)(?:中|里|当中)?(?:，)?(?:现|都|均|全部|实际|目前)?"
    r"(?=已|实现|共有|有[0-9]|完成)"
)
# 三成网友有购房打算，…: what people have in mind, told as how many they are.
HAVING_IN_MIND = r"有[^，。；;0-9]{1,10}(?:打算|意愿|计划)(?=[，。；;、]|$)"
NO_PLAN = f"{HAVING_IN_MIND}|{OF_THOSE_PLANNED}|{OBTAINED}|{BROUGHT_TOGETHER}|{PUT_SOMEWHERE}|{NEARLY}|{KNOWN_OF}"
# 要看到, 要经过5道工序, 要走3公里: what is to be seen, and what something takes.
_NO_DEMAND = (
    "[看认意清正承知说讲谈不是么求素点闻想论算经走花付等爬坐靠比数的过先跑避防主](?!出)|通过|用到"
    "|[高多低少快慢大小贵早晚长短强好]"
)
_FIGURE = "[0-9一二两三四五六七八九十百千]"
_RATE = rf"{_FIGURE}[0-9.]*(?:[%％‰成]|[万亿]?[^，。；;0-9]{{0,3}}以[上内下])"
# 我们维持12-14年每股收益预测, 盈利预测：; 机构预测公司…: what analysts foretell.
_FORETOLD = (
    r"(?:维持|上调|下调|调高|调低|调升|调降|上修|下修|重申|给予)[^，。；;\x02]{2,24}(?:预测|预估|盈利预期|业绩指引|目标价)(?=[^，。；;]{0,8}[0-9])"
    r"|(?:上调|下调|调高|调低|调升|调降|上修|下修|重申)[^，。；;\x02]{2,24}(?:预测|业绩指引|财测)(?=，)|盈利预测[：:]"
    r"|[上下]修(?:全年|今年|明年)"
    # 目标价28元, 给予公司2013年20-22倍PE, 合理价值区间为18-20元
    r"|(?<![较比于过破])目标价(?:格|位|区间)?[为是至到在约（(：: ]{0,2}(?=[0-9])"
    r"|合理(?:价值|估值|股价)(?:区间)?[为是在](?=[0-9])"
    r"|给予[^，。；;0-9]{0,12}(?:20[0-9]{2}年)?"
    r"(?=[0-9.]{1,6}(?:[-—–~～至到][0-9.]{1,6})?倍(?:P[EB]|市盈率|市净率|动态|估值|的))"
    r"|对应[^，。；;0-9]{0,6}(?:20)?[0-9]{2}年?(?:[-—–~～至到/、](?:20)?[0-9]{2})+年?[^，。；;0-9]{0,6}(?:市盈率|市净率|P[EB])|(?:我们|机构|券商|分析师|该行|法人)(?:普遍|最新)?(?:预测|预估)(?![值数结误])"
)
# 根据园区规划，…: what a plan says is to come, unlike what was done after a demand.
_BY_PLAN = (
    r"(?:根据|按照?|依照)[^，,；;。\n]{0,24}(?:规划|计划|纲要|路线图|时间表)》?"
    r"(?=[，,](?![^，,。；;0-9]{0,24}(?:已|共|了|累计))(?![^。；;\n]{0,24}正(?:在|忙|陆续|有序|加紧|抓紧)))"
)
# 计划7月加息, 将设5个中心: verbs alone would say too little.
SET_FOR = (
    r"计划(?:于|在)?(?:[0-9]{1,2}月|[明后]年|年[内底])|将设(?=[0-9一二三四五六七八九十两])"
    # 县长承诺：年内…; 待机组投产，…; 《方案》明确，…
    r"|承诺(?:[：:，,]|[^，。；;0-9]{0,6}(?:年内|将|[0-9一二三四五六七八九十]年))"
    # 表示企业会招用350位村民
    r"|(?:表示|承诺|答应|保证)[^，。；;0-9]{0,16}(?<![学协商工大议])会(?![员议计场展长费所同会])(?=[\u3400-\u9fff]{1,4}[0-9])"
    r"|(?<![等期])待[^，。；;]{2,14}(?:投产|建成|完工|竣工|达产|通车|投运|建好|运营)(?:之?后|以后|时)?(?=[，,])"
    # 意见提出分期目标，…
    r"|(?:提出|明确|确定|设定)了?[^，。；;0-9]{0,16}(?:目标|任务)[，,：:](?!完成|实现了)"
    r"|(?<=[案划要见]》)(?:还|同时)?(?:要求|提出|明确)[，,：:]"
    r"|(?:瞄准|直指)(?=[^，。；;]{0,6}[0-9])"
    # 也要挤出1.2亿元来; 招商要跑出30个项目, 都得拿下2个: a clause that demands, or a verb with what is to come of it.
    rf"|(?<=[，,。；;：:！\n])[也还都更又就]?(?:要|须|务必|必须)(?!{_NO_DEMAND})(?=[\u3400-\u9fff]{{2,12}}{_FIGURE})"
    rf"|(?:{INSIDE}要|(?<=[都也就还必总度年月们里])得|务必|必须)(?!{_NO_DEMAND})"
    r"[\u3400-\u9fff][出下成起来完满回](?![看自])"
    rf"|(?:{INSIDE}要|(?<=[都也就还必总])得|务必|必须)[上升降提压减增扩涨缩]到(?=[0-9一二三四五六七八九十百])"
    # 参合率要巩固在96%以上, 费用要压减至三成: any verb with where it is to lead or to keep
    rf"|(?:{INSIDE}要|应(?=[当该])[当该]|务必|必须)(?!{_NO_DEMAND})[\u3400-\u9fff]{{1,4}}[在到至](?=(?:{ABOUT})?{_RATE})"
    # 覆盖面要到八成, 铁路要到5000公里
    rf"|{INSIDE}要到(?=[一二三四五六七八九]成|[0-9][0-9.]*(?:万|亿|%|％|公里|亩|元|人|户|家|个(?!月|小时|钟)))"
    # 今年计划动25个, 三年要改68个, 上线率冲30%
    rf"|(?<![该此这一项个、的专行原])(?:计划|打算)(?:今年|年内)?(?:再|先|新|分别)?(?!覆盖|惠及|涉及|资助|包括|支持|受益|实施|完成|[用占比约近超达在于为是署书生单内外处亩多少高低快慢早晚提])[\u3400-\u9fff]{{1,2}}(?={_FIGURE})"
    rf"|{INSIDE}要[改动撤招修种栽干建拆迁添换补办签引育培造](?={_FIGURE})|(?<=[率度量值位面])冲(?=[0-9])"
    # 年内打通30条, 今年再发展6万亩
    r"|(?<=[，,。；;：:\n])年内(?![已累首第最共有以的涨跌新完均平曾还又是在]|[^，。；;0-9]{0,20}已)[\u3400-\u9fff]"
    r"|(?<![去])(?:今年|年内|下半年|接下来)再(?![次度获创现传添夺登接一迎遭受刷破摘遇])[\u3400-\u9fff]"
    r"|(?<![主重首只不])(?:要|将|拟|计划|打算|准备|想)(?:把(?![握关守手])|将)|(?<=[门构家台局心行织会司师])预测[，,]"
    # 规划5年内新建20座; 只要议会通过，每月可领8000元
    rf"|(?<![一-鿿]的)规划(?=[于在]?(?:{_FIGURE}{{1,3}}年内|未来|明年|后续|陆续|再)?(?:新[建设]|兴建|增[建设]|设置|开办|采购|招募))"
    r"|将(?:依[^，。；;0-9]{1,16}?)?再?(?:开罚|裁罚|裁处|处以|处)(?=[^，。；;0-9]{0,4}[0-9])"
    r"|(?:只要|(?<![例譬犹假自])如果?(?!同|此|今|何|期|下|意)|倘若|(?<![假自般宛])若)[^，,。；;0-9]{0,16}(?:三读|草案|法案|修法|提案|议会|立法院|立院)[^，,。；;0-9]{0,8}(?=[，,])"
    r"|(?<=[草法提修正算]案)(?:如果?|若)[^，,。；;0-9]{0,8}通过(?=[，,])|只要通过(?=[，,])"
    rf"|{_BY_PLAN}|{_FORETOLD}"
)
# 预计…将再增加8%，范围也由20个县扩大到30个县: what was raised is told of by itself.
TOLD_RAISE = re.compile(
    r"[，,；;][^，,；;。将可要]{0,16}[由从][0-9一二三四五六七八九十百千万两][^，,；;。将可要]{0,10}[到至为]"
)
# 将全球经济增速由3.9%下调至2.8%: a forecast and what it was before.
_REVISED = re.compile(
    "[将把][^，,；;。]{0,20}(?:增速|增长率?|通胀率?)(?:预期|预测|预估)?值?(?:[由从][^，,；;。]{0,12})?(?:[上下]调(?:了?[^，,；;。]{0,10}))?[由从到至为]$"
)
_NOW_OTHERWISE = re.compile("[^，,；;。\x02]{0,4}(?:[上下][调修]|调[高低升降])")
# 将原估的今年EPS自7.47元调升至8.43元, 把目标价由45元上调到52元, 财测从10%上修至12%
_ESTIMATE = re.compile(
    "(?:原估|预估|预测|预期|财测|目标价|指引|展望)(?!期|收益率)[^，,；;。\x02]{0,16}[由从自](?:\x01|原先|原来|此前|之前|的)*"
    "(?:\x02+[^，,；;。\x02]{0,4}(?:[上下][调修]|调[高低升降整])了?[至到为]?)?$"
)
# 将年度目标调高到45亿元, 出货目标由300万台上调至350万台: an aim and what it is now.
_AIM_RAISED = re.compile(
    rf"目标(?:[值额数]|人数|金额)?(?:[由从自]\x02+[^，,；;。\x02]{{0,4}})?(?:再|也|并|进一步)?"
    rf"(?:[上下][调修]|调[高低升降增整]|提[高升]|拉[高升]|扩大|订|设定)了?[到至为](?:\x01|{ABOUT}|超过?|逾|至少)*$"
)
# 还将受到惩戒，半年多来，共惩戒2万人: the stretch up to now ends what was announced.
# 计划投资93亿元，完成投资44亿元，占年度计划的47%: what is held against the plan was done.
UP_TO_NOW = (
    r"[，,]完成[\u3400-\u9fff]{0,6}(?=[0-9][0-9.]*[万亿]?[\u3400-\u9fff]{1,3}[，,](?:占|为|完成)[^，。；,;0-9]{0,8}(?:计划|任务|目标)的?[0-9])"
    r"|[，,](?:近|这)?[0-9一二两三四五六七八九十半几多]{1,3}(?:个多?月|年多?|多年)来"
)
FIRSTS = (
    "表答保规只如倘若目合准想确设根按依应承待瞄直还同要提明也都更又就须务必得年今下接计打冲维上调重给盈我机券分该法对"
)
# 6个已竣工, 97个村如期退出
ALREADY = re.compile("[^，,。；;\x02要将应须确力]{0,18}(?:已(?!有)|如期(?!完成目标)|顺利)")
# 空袭120处目标: what was struck.
ACHIEVED_AIM = re.compile(
    "(?:实现|完成|达成|兑现)了[^，,。；;]*$|(?:[空突袭][袭击]|攻击|打击|轰炸|摧毁|[命击]中)[^，,。；;]*$"
)
# 追加下达补助资金50亿元，用于完成60万户改造: what handed down money is to do.
PAID_FOR = re.compile(
    "(?:下达|拨付|下拨|划拨|追加|安排)[^。；;\n]{0,36}元[^。；;，,\n]{0,6}[，,]?(?:主要|全部|专项|重点)?(?:用于|支持)"
    "[^。；;，,\n]{0,16}?(?:完成|改造|新建|建设|修建|实施|扩建|改建|整治|新增)$"
)
HANDED_DOWN = r"下达[^，,。；;0-9]{0,10}(?:计划|任务|指标)(?=[0-9共约近为])"
# 春灌任务20万亩, 改造任务为90户: what is handed down.
# 任务是造林18万亩, 任务为改厕500户: by what is to be done.
TASK_SET = re.compile(
    r"(?:(?:任务|任务数|任务量|任务总数|指标)(?:[为是共约有]|总共|一共)?|(?:任务|指标)(?:就?是|为)[\u3400-\u9fff]{2,8})$"
)
# 33人递了表: those who did something.
_DEED_OF_THEM = re.compile("[\u3400-\u9fff]{1,4}(?<![为除末未不])了(?![解却如断])")
# 占全年任务92%, 抢险任务300次: a share of it, or the tasks counted.
NO_TASKS = "%％成次起项件条个批"
TASK_BEHIND = re.compile(
    r"[^，,；;。、\x02]{0,10}(?:搬迁|改造|脱贫|减贫|造林|种植|整治)(?:计划|任务)(?:$|[，,；;。、])"
)
# 完成1万亿元发行任务的72%: the task that a share is taken of.
TASK_SHARED = re.compile(r"[^，,；;。、\x02]{0,12}(?:任务|计划|目标)(?:总[数量])?的\x02")
# 据统计，大坝建成后…下降60%: what came about after it.
STATED = re.compile("(?:据统计|数据显示|统计显示)[^。]*$")
# 预计损失90万元, 涉案金额预计3亿元: an estimate of what has come about.
_HARM = re.compile("损失|受灾|受损|被[淹毁]|涉案|案值|涉嫌")
_SPARED = re.compile("减少|挽回|避免|降低|可|将|每年|年均")
_MARKS = re.compile("[，。；,;\x02]")
DEED = re.compile(f"[\u4e00-\u9fff]了(?:{ABOUT}|超过?)?(?:$|\x02)|(?:吸引|迎来|收到|接到|汇聚|聚集|汇集|邀请)了")
# 较上次预测上调0.2个百分点: by how much something differs from what was foretold.
AGAINST_PLAN = re.compile(
    r"(?:较|(?<![占对])比|超|[高低快慢多少]于)[^，,；;。]{0,10}(?:预测|预期|预计|预估|估计|计划)[值数]?[^，,；;。\x02]{0,6}$"
)
HELD = ("已有", "现有", "原有")
# 火化率去年34%, 集中供养率现在才19%: how it was or stands, whatever is demanded around it.
_THEN = re.compile("(?<![比较])(?:(?:去|上|前)年|目前|现在|眼下|如今)(?:[才只仅已是为有]|达到?)*+$")
DONE = re.compile("完成|超额|实现|达到|落实|执行")
# 警方将6名嫌疑人抓获: 将 only puts the object first.
DISPOSED = re.compile(r"[^，,；;。\x02]{0,10}(?:抓获|纳入|送上|送往|送到|送入|划入|列入|移交|救出|送医|击毙|逮捕|没收)")
# A headline (重大工程如期完成目标任务) or a sentence opens no stretch of plans.
ACHIEVED = re.compile("(?<!未)完成(?!情况)|如期|超额|兑现|达成|实现了|[。！]")
SEMICOLON = re.compile(r"[；;]")
# 完成任务4万人的95%: the task that a deed is measured by, of the time that the deed is of.
MEASURED_BY = re.compile(r"的[0-9.]+[%％]")
TASK_MEASURED = re.compile(rf"(?:[^，,；;。、0-9]{{0,12}}(?:任务|计划|目标)(?:总[数量])?)?{MEASURED_BY.pattern}")
COMMA = re.compile(r"[，,；;]")
# 在去年已降低…的基础上，将…: what a plan builds on ends no plan.
GROUNDS = re.compile(r"[^，,。；;\n0-9]{1,30}基础上")
BUILT_ON = re.compile(r"[^，,。；;\n\x01\x02]{0,40}的基础上")
# 要修这条路就得搬迁: a condition, no plan.
CONDITION = re.compile(r"[^。；;\n]{0,24}?(?:就得|就必须|就只能|，就要)")
# 按照县委要求，…: what follows was done after the demand.
ACCORDING = re.compile(r"(?:根据|按照?|依据|遵照|落实)[^，,；;。]{0,60}$")

# 低保将由300元提高到330元。…护理补贴由90元增加到100元: a raise told just as the announced one before it.
_RAISE = r"[由从][^，,。；;\n]{1,16}?(?:[提增调升涨降缩减压]|上浮)[^，,。；;\n0-9]{0,4}[到至为]"
_RAISES = re.compile(f"{_RAISE}$")
# 将名额由8人增加到12人: 将 with an object announces nothing.
_RAISE_AHEAD = re.compile(f"将(?:再|也|会|全部|统一|分别|逐步|进一步|相应){{0,3}}{_RAISE}")
_TOLD_BACK = re.compile("[已了曾]|(?<!当地)[去前上]年|[年月]来|20[0-9]{2}年|目前|此前|以来|截至|同比|当时|实际")
# 下一步将由650元提高到700元: the raise to come after this one.
_NEXT = re.compile("下一步|今后|未来|接下来|明年|来年|之后|此后")
# 将在, 将会, 将以, 将按: 将 that puts no object first.
AHEAD_OF = "在于会有要以按通采依围"
_REMARK = 80
DISTANCE = re.compile(
    f"(?:距离?|相距)[^，。；、,;0-9]{{0,4}}(?!年底|目标)[^，。；,;\x02]{{2,30}}(?:{ABOUT}|不到|不足|超过?)*$"
)
_CLAUSE_FAR, _ALIKE_FAR, _SHORT_BACK = 32, 240, 8


def raised_alike(text: str, start: int) -> str:
    """The word that announces the raise before or behind, where the number ends a raise told alike and no fact stands
    between."""
    if not _RAISES.search(text, max(0, start - _CLAUSE_FAR), start):
        return ""
    ahead = [found.end() for found in _RAISE_AHEAD.finditer(text, max(0, start - _ALIKE_FAR), start)]
    if ahead:
        return "将" if not _TOLD_BACK.search(text, ahead[-1], start) else ""
    later = _RAISE_AHEAD.search(text, start, start + _ALIKE_FAR)
    if later is None or _NEXT.search(text, start, later.start()):
        return ""
    sentence = max(text.rfind(mark, max(0, start - _ALIKE_FAR), start) for mark in "。\n")
    return "将" if not _TOLD_BACK.search(text, max(0, sentence), later.start()) else ""


def raised_apart(text: str, forecast: int, plan: tuple[int, int], start: int) -> bool:
    """Whether a raise told behind what was foretold at `forecast` ends the reach of the announcing words at `plan`."""
    if not forecast or COMMA.search(text, forecast, plan[0]):
        return False
    return TOLD_RAISE.search(text, plan[1], start) is not None


def is_foretold(clause: str, after: str) -> bool:
    """Whether a growth is one that somebody foretold and now foretells otherwise, the old one or the new."""
    if _ESTIMATE.search(clause) and ("调" in clause or "修" in clause or _NOW_OTHERWISE.match(after)):
        return True
    if "目标" in clause and _AIM_RAISED.search(clause):
        return True
    if "增" not in clause and "通胀" not in clause:
        return False
    return _REVISED.search(clause) is not None and ("调" in clause or _NOW_OTHERWISE.match(after) is not None)


def in_title(text: str, low: int, at: int) -> bool:
    """Whether an offset stands within 《》."""
    opened = text.rfind("《", low, at)
    return opened >= 0 and text.find("》", opened, at) < 0


def how_far(text: str, start: int, end: int) -> str:
    """Says so of how far one place lies from another, whatever is to come there (距离即将办赛的甲市700公里)."""
    far = text[end - 1] in "里米" and DISTANCE.search(text, max(0, start - _REMARK), start)
    return "distance" if far else ""


def said_apart(text: str, cue: int, start: int) -> bool:
    """Whether a cue stands in a remark in quotes that is closed before a number (“有望延续”，7月营收增长35%)."""
    low = max(0, cue - _REMARK)
    for opened, closed in ("“”", "「」"):
        at = text.rfind(opened, low, cue)
        end = text.find(closed, cue, start) if at >= 0 and text.find(closed, at, cue) < 0 else -1
        if end >= 0 and COMMA.search(text, end, start):
            return True
    return False


def stood(text: str, start: int) -> str:
    """The words right before a number that say when it was so, "" for none."""
    found = _THEN.search(text, max(0, start - _SHORT_BACK), start)
    return found.group() if found else ""


def did(clause: str, after: str) -> bool:
    """Whether a number that opens its clause counts those who did something (33人递了表)."""
    return not clause and _DEED_OF_THEM.match(after) is not None


def suffered(clause: str) -> bool:
    """Whether the words in front of a number tell of harm that came about, and none of harm spared or still to come."""
    last = _MARKS.split(clause)[-1]
    return _HARM.search(last) is not None and _SPARED.search(clause) is None


def line_around(text: str, at: int) -> tuple[int, int]:
    """The line around an offset, looked for no further than the longest heading."""
    start = text.rfind("\n", max(0, at - MAX_HEADING - 1), at) + 1
    if start == 0 and at > MAX_HEADING:
        return 0, len(text) + MAX_HEADING
    end = text.find("\n", at, at + MAX_HEADING + 1)
    return start, end if end >= 0 else (len(text) if len(text) - at <= MAX_HEADING else at + 2 * MAX_HEADING)
