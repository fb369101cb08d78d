"""Cues of places, compiled from regions.yaml: comparisons, lists, pointers, what speaks for the country."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tasks.extract.cues import ABOUT
from tasks.extract.gazetteer import words
from tasks.extract.regions_scan import WordScan
from tasks.extract.sought import Sought
from tasks.vocabulary import either

DATELINE = re.compile(r"(?:[0-9]{1,2}月)?[0-9]{1,2}日[电讯]")
# 据甲日报报道: an outlet's name.
OUTLET = re.compile(
    "(?:日报|晚报|晨报|都市报|商报|早报|电视台|卫视|广播电台|新闻网|在线)[社》]?的?(?:报[道导]|消息|记者|讯)"
)
SENTENCE_HEAD = re.compile(r"[。！？!?\n；;]")
CLAUSE_END = re.compile(r"[，,；;：:。！？!?\n]")
BYLINE = re.compile(
    rf"^\s*(?:(?:{either(words()['broadcasters'])})消息[^：:，。]{{0,14}}[：:]|新华社[^，。]{{1,20}}电)"
)
SETTLEMENT = re.compile(
    r"(?:[一-鿿]{1,5}?(?:镇(?!村|[巴平安原雄远康沅赉坪]县|江市|海区|宁县)|乡(?!村|镇)|街道|苏木))?"
    r"(?:[一-鿿]{1,6}?(?:村(?!民|镇|级|集|庄|里|委|干|两|支|务|企|居(?!住)|落)|社区(?!治理|服务|工作)|嘎查))?"
)
# Words that open a paragraph which goes on.
MOREOVER = "此外|另外|除此之外|不仅如此|与此同时|同时"
NO_SETTLEMENT = re.compile(
    # 甲市乘车到乙镇: how somebody gets there.
    r"[乘坐驾开骑][车船机]?[到往至去]|[车船机][到往至去]|逃[到往至]|赶[到往]|前往|来到|去[了过往]|^城乡|^的?(?:所有|全部|部分|大部|多数|绝大)|派驻|入驻|投入|投资|建成|[的和与及、在是了个0-9等]|建立|[到进驻入]村|农村|乡村|全|各|(?<!^[东西南北])城镇$|(?:乡|村|小|古|名)镇$|^集镇$"
)
_DIGIT = "[一二三四五六七八九十0-9]"
AFTER_COMPARED = re.compile(
    rf"{either(words()['compared_after'])}"
    r"|最(?![高低大小强深长短](?:日|瞬时|过程|累计|平均|单日|月|日均)?"
    r"(?:气温|温度|水位|风力|风速|降雨|降水|雨量|降雪|积雪|流量|海拔|震|库容|负荷|跌幅|涨幅|工资|生活|保障|限价|月工资|小时))"
    rf"|(?:[一-鿿]{{0,2}}(?:综合|排名|总量|规模|增速|并列|位列|名列|位居|居|排|均|前))?第{_DIGIT}++(?![轮批次期届条产三阶方]|财?季|书记|[一-鿿]{{0,4}}(?:学|医院|幼儿园))|[一-鿿]{{0,4}}第{_DIGIT}大"
    rf"|前{_DIGIT}(?![0-9十一二]{{0,2}}(?:个?(?:月|季度|年|天|周)|批|期|轮))|的(?:正数|倒数)第|的[0-9.]{{1,6}}(?:%|个百分点|倍|成)|来的|(?:以|之)?外(?=[，、]|其他|的其他)|人(?![口民大均才力次口员工事社气工])|(?:与[^，。]{{0,12}}|的)(?:车程|距离|路程)"
)
# 比甲省增速高, 高于乙市平均: of what is compared with, unless the place heads its clause (丙市增速最快).
AFTER_RATE = re.compile(r"[一-鿿]{0,6}(?:增速|增幅|平均)")
COMPARING = re.compile(r"(?:比|较|于|过|超|出|与|和|同|及|跑赢|领先|落后)了?$")
SUBJECT_LEAD = re.compile(
    r"(?:^|[，。；：\n、（(])[\s　]*(?:而|其中|但|且|在|则|同期)?[0-9年月日季度至到一二三四上下半前—-]*，?$"
)
EACH_OF = re.compile("，(?:均|都|各|全部)|(?:均|都|各|共(?!同|建|享|有|管))")
# 现辖甲区、乙市和丙、丁五县，人口…: parts of the area that the sentence is about.
GOVERNS = re.compile("(?:[现下管]辖|辖有)(?!区|权)[^。；\\n]{0,80}$")
# 这是甲省全省的规划: the area is spoken of as a whole.
AS_A_WHOLE = re.compile("全[省市县区州旗盟]")
# X是甲省第一大作物: the field of a rank, where the document is not about a part of it.
FIRST_LARGE = re.compile(r"第[一二三四五六七八九十0-9]大")
# 高于乙市的2%, 也高于丙省同期的3%，全国的4%: the figure is that of the place.
OWN_VALUE = re.compile(r"(?:同期|当年|当月|今年|去年|上年|[0-9]{4}年|第?[一二三四]季度|[上下]半年|前三季度){0,3}的$")
# 高于全省平均水平（17%）, 比全省（7%）低.
LEVEL_OF = re.compile("(?:同期)?(?:平均)?(?:水平|增速|增幅|均值)?")
OVER = re.compile(r"(?:高|低|快|慢|大|多|少|优|好|落后)于$|(?:超过|不及|不如|超出|比|较|与|和|同)$|，$")
THEIR_LEVEL = re.compile("的[^，。；]{0,6}(?:水平|持平|相当|平均|增速|增幅)|持平|相当")
VALUE_OF = re.compile(
    rf"[（(](?:{ABOUT}|超|各)?[0-9][0-9.]*(?:[万亿]|[%％]|例|人|户|家|元|吨|亩|个|千瓦|公里|公顷|[所只头座台辆])"
)
# 全国重点文物保护单位, 全省文明村: of the whole only what kind of thing something here is.
DISTINCTION = re.compile(
    r"(?!建|打造|创|实施|开展|推|确定|有|共|新|已|抓|突出|培)[一-鿿]{0,2}(?:重点|示范|文明|先进|试点)(?!县|项目|工程|监测|推[进广行]|支持|发展|围绕|建设|打造|突出|实施|抓|推|对)"
)
# 全国道德模范, 全国文明城市: titles and lists that something here is on.
HONOUR = re.compile(
    r"[一-鿿、“”]{0,10}?(?:示范|试点|文明|先进|模范|优秀|百强|十强|十佳|最美|美丽|劳模|典型|标兵|名录|名单|考核|评比|评价|表彰|一流|奖)"
)
# 以1%的国土创造了全国10%的产值: of the whole only the share is said.
MADE = re.compile(r"(?:达到?|创造|贡献|生产|承载|养活|养育|供应|集中|聚集|提供|产出|调出)了?$")
SHARE_NEXT = re.compile(
    rf"(?:总(?:量|数|额|产量?|面积|人口)的?)?(?:{ABOUT}|超过?|逾)?(?:[0-9.]+%|[一二三四五六七八九]成|[一二三四五六七八九十百]{{1,3}}分之|[0-9]+/[0-9])"
)
# 不到我国消费量的一半, 不足甲市、乙市三分之一: the whole that another is measured by.
MEASURED_BY = re.compile(
    "(?:不到|不足|相当于|等于|接近|超过|(?:大约|仅|只|约|就|已|几乎|，|)[为是])了?(?:[一-鿿]{2,4}[、和与])?$"
)
PART_NEXT = re.compile(
    f"(?:[、和与][一-鿿]{{2,4}}){{0,2}}的?(?:(?:将近|大约)?一半|[二三四五六七八九十]{{1,2}}分之[一二三四五六七八九]|[一二三四五六七八九]成)|(?!的)[^，。；、,;的]{{1,14}}的(?:(?:将近|大约)?一半|{SHARE_NEXT.pattern}|{ABOUT}?[0-9.]+[多余]?倍)(?!以[上下])"
)
# 像甲村一样，全省…: only one of many.
LIKE = re.compile(r"(?:^|[。！？\n，])[\s　]*(?:就|正|而)?像$")
ONE_OF_MANY = re.compile("像[^，。；,;]{1,14}(?:一样|这样|那样)|类似")
ALIKE = re.compile("[^，。；]{0,10}(?:一样|这样|那样)")
RANKED = re.compile(
    r"[一-鿿]{0,6}(?:占有率|份额|占比|排名|位次)"
    rf"|[一-鿿]{{0,6}}第{_DIGIT}++(?![轮批次期届条产三阶方]|财?季|书记)"
)
# 甲省对全国减贫的贡献率为8%: the whole that something contributes to.
CONTRIBUTED_TO = re.compile("[^，。；,;]{0,12}贡献")
# 处在甲省的东北部: where it lies, and nothing of the province's own.
PART_OF_IT = re.compile("的(?:[最正]?[东南西北中]{1,2}[部端面]|腹地|腹心|交界|边缘|中心)")
LIES_IN = re.compile(r"(?:隶属于?|属于?|位于|地处|处在|坐落[于在]?|处于|归属|管辖于|隶于)(?:我国|中国)?$")
# 东与甲省接壤, 北至乙市、南到丙岛: where it ends.
NEIGHBOUR = re.compile(
    r"(?:(?<![山广河湖江海陕关辽淮云向往宁准浦临闽粤赣皖湘鄂川滇鲁豫苏浙冀陇])[东南西北]{1,2}(?:起于?|至|到|抵|达|自)$|[东南西北]{1,2}(?:部|面|边)?(?:与|同|和|临|邻|接|靠|连|依|濒|望|隔)|毗邻|紧邻|邻近|临近|靠近|紧靠|紧?挨着|靠着|紧临|比邻|毗连|接壤)"
    r"(?:省会|首都)?$"
)
IN_BRACKETS = re.compile(r"[（(][^（()）。\n]*$")
VENUE = re.compile(rf"[一-鿿]{{0,6}}(?:{either(words()['venue_verbs'])})")
# 全国青年技能大赛在甲市举行, 我国自主研发的技术在乙市应用: the nation's, not of where it happens.
NATION_HEADS = re.compile(
    r"(?:^|[，。；：:\n])[^，。；：:\n]{0,16}(?:(?:全国|我国)(?![最首第唯])[^，。；：:\n]{2,28}|我国|我军)在$"
)
PUT_TO_USE = re.compile("[一-鿿]{0,6}(?:应用|投用|问世|首发|首飞|试飞|试验|发射|用[^，。；]{2,12}火箭)")
# 现场会在甲市举行, 推进会移师乙县: where an event is held.
EVENT_LEAD = re.compile(
    r"(?:(?<![览易销])会议?|班|式|赛|活动|培训|演练|观摩)(?:[^，。；,;\n]{0,6}?)(?:在|于|移师|走进)$"
)
# 在甲市透露, 在乙市召开的现场会上获悉: where something is said, not what it is said of.
SAID_THERE = re.compile(
    r"(?:市|县|区)?(?:[一-鿿]{0,6}?(?:会见|会晤|接见)|(?:向[一-鿿]{2,8})?(?:介绍|透露|表示|指出|宣布|强调|披露|接受(?:记者|本报|媒体)?[一-鿿]{0,4}采访))"
    r"|[一-鿿]{0,3}(?:举行|召开|举办)的[^，。；,;]{2,30}?(?:会|论坛|活动|仪式)上?，?(?:获悉|了解到|发布|透露|介绍|指出|表示|宣布|通报)"
)
HEADS_CLAUSE = re.compile(r"(?:^|[，。；：\n])[\s　]*(?:在|位于)?$")
ADJOINS = re.compile(r"(?:相[邻接连望]|接壤|为邻|比邻|毗[邻连]|隔[江河海湖]相望)")
GIVES = re.compile(
    r"(?:财政|政府|[省市县区]里|[一-鿿]{0,3}(?:局|厅|委|部门))?(?:也|还|又|已|共|累计|先后|将|连续)*"
    r"(?:赋予|给予|拨付|下拨|拨款|拨出|捐[赠助款]|援建|援助|支援|对口|帮扶|奖励|补助|支持|出资)"
)
KIND_OF_TOWN = re.compile(r"(?:地级|县级|副省级|省辖|直辖|下辖|所?辖|代管)|省会(?:城市)?[，,。]|首府[，,。]")
EXCEPT = re.compile(r"除了?(?:[一-鿿]{2,4}、){0,3}$")
BEFORE_COMPARED = re.compile(rf"(?:{either(words()['compared_before'])})了?$")
SUPERLATIVE = re.compile(r"[一-鿿]{0,8}(?:最|首)")
# 最多的省份为甲省, 排在第二的是甲省: the rest of the sentence tells of it.
NAMED_BY_RANK = re.compile(
    r"(?:最[多少高低大小快慢强好]的?[^，。；,;]{0,8}|(?:其次|再次|第[二三四五]|紧随其后的)|(?:排[在名]?|位[居列]|居|名列)[^，。；,;]{0,6}第[一二三四五六七八九十0-9]{1,2}[^，。；,;]{0,6})(?:是|为)$"
)
# Figures behind 分别: 以2206亿元和1895亿元排名第三和第四.
FIGURES = re.compile("[0-9][0-9.,]*|第[一二三四五六七八九十]+")
IN_ORDER = re.compile("第[一二三四五六七八九十0-9]")
SCENE = re.compile(r"(?:^|[。！？!?\n][\s　]*)(?:这里|这儿|这|眼前)(?:就|正)?是(?:在|位于)?$")
COPULA = re.compile(r"(?:是|为|成为|作为|属于|系|乃)(?:我国|中国)?$")
LISTED = re.compile("、|和|及|与|以及|[和与及](?![一-鿿]?[省市县区])[一-鿿]{2}、")
ROUTE_JOIN = re.compile(r"(?:[东南西北]?站|[东南西北]|港|机场|码头)?(?:出发，?)?(?:至|到|开往|(?<=发)抵达)|[—–―-]{1,2}")
# 从甲市前往乙站: a way as well, behind a word for where it starts.
WAY_JOIN = re.compile(r"[东南西北]?站?(?:前往|去往|飞往|驶往|直达|去)")
FROM = ("从", "由", "自")
JOIN = re.compile(rf"{LISTED.pattern}|{ROUTE_JOIN.pattern}|或|经|，?接入|，经|，延伸至")
APART = re.compile(r"[^，。；]{0,20}分别|等")
LEAD = re.compile(
    r"(?:（[^（）]{0,12}）|[\s　“\"「【（(，,：:]|[0-9]{1,2}[时点]|今[天日年]|昨[天日]|目前|现在|如今|截至|截止"
    r"|这[几两些]天|连日来|眼下|当前|近来|近期"
    r"|前[0-9一二两三四五六七八九十]{1,3}个?(?:月|季度|天|周|年)|[本当][月季年天日]"
    r"|[^，。；,;\n]{1,8}(?:期间|以来|假期|假日|节前|节后|之际|之后|之前|时节|季节|当天|同期)(?:里|中|内)?，"
    r"|过去[0-9一二两三几]{1,3}个?(?:小时|天|周|月|年)"
    r"|据?[一-鿿]{2,12}?(?:数据|统计|监测|调查|公报|资料)(?:结果)?(?:显示|表明)"
    r"|据了解|此外|同时|其中|不过|随后|随着|近日"
    r"|日前|最近|记者|在|位于|地处|从|以来|以|而|就|去年|前?[一二三四]季度|上半年|下半年|全年|“?十[三四五]五”?(?:期间|时期)?"
    r"|[0-9〇一二三四五六七八九十至到—–-]{1,8}+[年月日]?份?|[年月]?[底末]|前|也是|[一-鿿]{2,5}?方面"
    r"|(?:根?据|按照)[^，。；,;]{2,24}?(?:统计|数据|报告|消息|介绍|报道|发布|公布|显示|测算|调查|通报|调度|监测|分析)(?:显示)?，|(?:北京|当地|格林尼治)时间"
    r"|(?:统计|数据|调查|监测|报告)(?:数据)?(?:显示|表明)，)*+"
)
TAKEN_FROM = re.compile(
    # One way to part a list: 和 may stand in names too, 、 does not.
    "(?:、[一-鿿]{2,6}?){0,16}?(?:[和与及][一-鿿]{2,6}?(?:、[一-鿿]{2,6}?){0,16}?)?(?:等(?:地|省|省[区市]|地区|国)?)?(?:[一-鿿]{1,4}?市场)?(?:紧急|已|又|还|先后|陆续|累计|批量|集中|大量)*"
    "(?:买入|买来|购入|购进|购买|采购|引进|引入|引来|招引|调入|调来|调运|调集|调配|运来|运进|运入|进口|聘请|聘用|聘任)"
)
DRAWN_IN = re.compile("(?:引进|引入|引来)[^，。；,;]{2,24}在$")
# 从全国遴选了91家.
CHOSEN = re.compile("(?:范围内?)?(?:遴选|选拔|挑选|选聘|招募|招聘|引进|选派)")
NUMBER_NEXT = re.compile(r"[0-9]|[一二三四五六七八九十两百千万]+[个家所名人户]")
# 500家甲市…; 相当于三个甲市的住户.
COUNTED = re.compile(r"[0-9]+[个家所名项条座]\Z|[0-9]\Z|[两三四五六七八九十百]个\Z")
OWN_AREA = Sought(r"(?<![一二三四五六七八九十两几各百])[该我](县|旗|州|盟|市(?!场)|区(?!域|间))")
ITS_TOWN = re.compile("(?:[全该我本]|咱们?)[镇乡]|街道办")
UNNAMED = re.compile(
    "(?<![一二三四五六七八九十几各百])(?:[全本]|我们?|咱们?)"
    "(?:省(?![会份级])|县|市(?![场值民])|州(?!市)|区(?![域间])|旗(?!舰)|地区|[镇乡](?!村)|村|街道(?!路)|社区)"
    "|(?<![一-鿿])县(?=地处|位于|现?辖|总面积)"
    "|(?<![一-鿿])省(?:级财政|财政|直|委|政府|妇联|工商联|总工会|[一-鿿]{2,4}[厅局])"
)
# A body of the area itself as a new subject, behind a firm: …；省妇联筹措资金.
OWN_BODY = re.compile("[；;。，,](?:省|市|县|区|州)(?:委|政府|直|妇联|工商联|总工会|团委|[一-鿿]{2,6}?[厅局])(?!长|部)")
ITS_AREA = re.compile("[全该我本](?:[县市州区旗盟]|省(?![会份级]))")
OFFICIAL = re.compile(r"政府|党委|部门|干部|[一-鿿]{2,3}局(?!面|势|部)")
TITLE_HEAD = re.compile(r"(?:【[^】]*】)?\s*(?P<name>[一-鿿]{2,3})[：:]")
LINE = re.compile(r"铁路$|高铁$|公路$")
# The last letter of a pointer that is part of another word or name: 中国共产党第…次全国代表大会, 我乡镇企业.
SPLIT_WORD = re.compile(
    r"国(?:驻|地震台网|网络电视台|代表大会)|(?<=中)国(?:共产党|国民党)(?:第|创建|历史|党史)|(?<=次全)国人民代表大会|度洋|鲜族|斯族|市场|区域|区间|州级|县级|镇江|乡村|乡镇|乡亲|村级|[村镇乡](?:民|集体经济组织)|域(?:旅游|土地|综合|国土|无废|治理|推进)"
)
CROP = re.compile(r"小麦|水稻|[早中晚]稻|玉米|大豆|棉花|油菜|[夏秋]粮|冬小麦|春播|主?产区")
# 乙省旅游收入达到300亿元, 丙市的贫困发生率降至2%: an area told of by an indicator of its own.
OWN_FIGURE = re.compile(
    r"(?:已|共|也|累计|先后|顺利|率先){0,3}(?:实现|完成|新增|建成|新建|修建|扩建|拥有|共有|现有|[让使](?!我[省市县区州]|全[省市县区州]|当地|本[省市县]))[^，。；,;]{0,20}[0-9]|(?:全[省市县区州])?的?(?!企业|游客|投资|来)[一-鿿]{0,12}?"
    r"(?:收入|产值|总值|增加值|GDP|产量|总?人口|面积|率|余额|总额|投资额?|总量|规模|指数|价格|[均单售购]价|[猪粮菜蛋肉油煤房]价|人数|户数|里程|比重|占比|增速|[存出]栏|进度|雨量|气温|销量|产能|病例)"
    r"[一-鿿]{0,3}?(?:达|为|是|完成|实现|增长|下降|减少|增加|降至|降到|仅|约|超|突破|由|从|每|过半|[0-9]|[一二两三四五六七八九]成)"
)
SUM_OF_LIST = re.compile(
    r"(?:等(?:一批|共|累计|在内的)?|这)$|等[0-9]{1,4}[余多]?[个家所项处座名只支条][^，。；,;、]{1,14}(?:[和及、]|以及)$"
)
BORDER = re.compile(
    r"(?:两省|两市|两县|两地)?交界(?:处|地带|地区|的)?|(?:两省|两市|两县|两地)?(?:接壤|毗邻)(?:处|地带|地区|的)"
)
AND_OTHERS = re.compile(r"等(?:多地|地(?!区)|[两三四五六七八九十]地|省(?![0-9])|市(?!场|[0-9])|县(?![0-9])|方向)")
COUNTED_AREAS = re.compile(
    r"(?:等(?=[0-9一二三四五六七八九十两]{1,3}个?(?:省|自治区))|地区)?的?(?:[0-9]{1,2}|[两三四五六七八九十]{1,3})个?(?:省(?:区市|市|份)|县市区?|地州|市州|州市|省|市|县|区(?!域|间)|州(?!市)|旗|(?:[一二三四]线)?城市|地级市|县级市|自治区|地区)(?![级里内])"
)
GROUP = re.compile(r"[一-鿿][两三四五六七八九十]个?(?:省(?:区市?|市|份)?|[市县区])$")
# 甲、乙等车站: stops called by the places that they lie in.
LIST_TAIL = re.compile(
    r"(?:、[一-鿿]{2,4}){0,8}等(?:地|省|市|县|多?地|[0-9]|[一二三四五六七八九十]+[个省市县区])"
    r"|(?:、[一-鿿]{2,4}){1,12}等?[0-9一二三四五六七八九十两]{0,2}[个座]?(?:车站|中间站|站点|高铁站|火车站|机场|港口|口岸)"
)
PART = re.compile(
    r"[一-鿿]{0,4}?(?:(?<!等)(?:(?<=[部东西南北中头片面])[两三四五六七八九十]个|[两三四五六七八九十])(?:省(?:区市?|市|份)?|[市县区])(?![级里内])|湖区|库区|盆地|平原"
    r"|藏区|沿海地区|沿江地区|沿边地区|环[一-鿿]{1,2}区域)"
    rf"|(?:{either(words()['natural_areas'])})(?:地区|区域|腹地|一带|核心区)?(?=[，。：；0-9])"
)
PASSES = re.compile(
    r"[一-鿿]{0,6}(?:站|港|机场)?(?:口岸[出入]境(?!的|旅客|人员|外国|游客)|驶出|驶离|出发|启程|发车|开出|起飞|始发|启运|发运|发往|运往|飞往|驶往)|[至到][一-鿿]{2,4}(?:间|方向|列车|国际|铁路|高速|高铁|公路|航线|段)|[一-鿿]{0,2}(?:猿|虎|豹|猴|坡鹿|鹤|鲟|鳄|雉)"
)
EARNS = re.compile(
    r"(?:[一每][天年月]|个月|[净能可也]|就|[他她])[一-鿿]{0,6}?(?:赚|挣|能拿)(?:了|到|得|上|个)?$|每个?月[一-鿿]{0,2}能有$"
    r"|(?:自己|个人|本人)只?(?:需要?|要|只需)?[一-鿿]{0,3}(?:花|掏|支付|承担)[一-鿿]{0,4}$|每个月工资[一-鿿]{0,3}$|每个月有$"
)
# Without one of these letters no one earns or pays.
EARNS_SIGN = re.compile(r"[赚挣拿花掏付担资有]")
ON_AVERAGE = re.compile(r"人均|户均|平均|全[省市县州区乡镇村]")
RAILWAY = re.compile(
    rf"(?P<name>[{words()['railway_ends']}]{{2}}(?:城际|高速)?(?:铁路|高铁))(?=开通|轨道|线路|正线|全线|累计|自|今|已|共|全长|发|日|，)"
)
# 甲市联通累计…: a carrier's branch.
CARRIER = re.compile(
    "(?:联通|电信|移动|铁塔)(?:共|已|累计|先后|组织|投入|捐赠|积极|持续|充分|为(?=[一-鿿]{2,10}捐)|向(?=[一-鿿]{2,10}[捐拨]))"
)
CAME_TO = re.compile(r"(?:来到|走进|走访|赶到|深入|抵达|到)(?:了)?(?:位于)?$")
# A number in front of the place it is about: 300名甲县青年, 总投资22亿元的甲县项目, 第一大省甲省, 80吨蔬菜运抵甲市.
OF_PLACE = re.compile(r"的?|[^，。；,;]{0,8}(?:大省|大市|大县|强省|强市|强县|粮仓|粮都)”?")
# 300亿元的电池项目在甲市开工.
SITED = re.compile(
    r"(?:人民币)?的[^，。；,;]{0,20}?(?:项目|工程|基地|工厂|生产线|产业园|园区)"
    r"(?:今天|日前|近日|正式)*(?:在|落户|落地)"
)
# 排名第六位的甲市.
RANK, RANK_LEAD = re.compile("第[^，。]{1,4}[位名]?"), re.compile("(?:排名|位列|位居|名列|居|排在)$")
IS_PLACE = re.compile("的(?:省份?|城市|地区|[市县])?(?:是|为)")
OWNING = re.compile(f"(?:占[^，。；,;]{{1,12}}|拥有|坐拥|有着)(?:{ABOUT}|超过?|逾)?$")
INVESTED = re.compile(
    rf"(?:投资|价值|投入|海拔|全长|总长|长度?|高度?|占地|面积|规模|装机|产能|容量)额?(?:只|仅|{ABOUT}|达|超过?|不足|为|逾|共)*$"
)
DISTANT = re.compile("(?:距离?|离|相距)[^，。；,;]{1,14}$")
ARRIVES = re.compile(r"^(?!的)[^，。；]*(?:运抵|抵达|驰援|送达|到达|进驻|抵|落户|落地|被困在?|受困于)$")
COMPANY = re.compile(
    r"本公司|我行|本行|(?<![一-鿿])公司(?:20\d\d年|全年|上半年|前三季度|报告期内|一季度|共|合计)*(?:实现)?"
    r"(?:营业总?收入|营收|净利润|归母|总资产|资产总额|净资产)"
    # 我们上调公司2020年净利润预测, 维持“买入”评级: analysts write of one firm.
    r"|(?:我们|机构|券商|分析师)(?:[^，。；]{0,6}?)(?:预计|预测|上调|下调|维持)[^，。；]{0,10}公司|(?<![一-鿿])公司(?:上调|下调)"
    r"|(?:维持|给予|上调至|首次覆盖)[^，。；]{0,8}评级"
)
# A bridge or a tunnel of a line, by the city it lies in.
WORK_ON_LINE = re.compile(r"[一-鿿]{0,8}?(?:大桥|特大桥|隧道|站房|枢纽|跨江|跨海)")
# Where money goes: 9亿元专项资金已投向甲地区.
GIVEN_TO = re.compile(
    r"[^，。；,;]{0,12}?(?:投向|(?:拨付|下达|下拨|调拨|划拨|拨|分配)[给至到]?|(?:安排|分)给|，(?:专项|主要|全部|将|分别){0,2}用于(?:支持)?)了?"
)
# Aid of China to a state abroad: 中国政府近日援助的粮食.
GIVEN_BY = re.compile("(?:政府)?(?:[一-鿿]{0,3})(?:援助|捐赠|赠送|援建|提供)的")
# What a ministry does with a list.
PUBLISHES = re.compile("(?:近日|日前|今天|最新|正式|联合)*(?:公布|发布|推介|认定|评选|命名|确定|遴选)")
ONE_OF = re.compile(r"[^，。；,;]{0,14}(?<!分)之一")
# What a paragraph about one person opens with: 70岁的张某某, 脱贫户张某某.
LIFE_HEAD = re.compile(r"\n[ \t　“]{0,8}(?:今年)?(?:[0-9]{2}岁的)?[一-鿿]{0,6}\Z")
SPEAKER = re.compile(
    rf"(?:{either(words()['persons'])}|[胶菜果茶]农|[养种]殖?户|村[一-鿿]{{2,3}})[^。]{{0,12}}(?:说|告诉|算|笑|高兴)"
)
# 他说 behind what is said: whoever the text told of last.
THEY_SAY = re.compile("[，,]?[他她](?:笑着|高兴地|告诉记者|[一-鿿]{0,4})说")
# 你们12名同学: those who are spoken to.
ADDRESSED = re.compile("(?:你们|您们)(?:这|全体)?$")
OFFICE = re.compile(r"书记|主任|局长|县长|镇长|乡长|干部|负责人|部长|市长|队长")
HOUSEHOLD = re.compile(r"我家|我们家|俺|自家|我(?![们国省市县区州乡镇村校院厂])")


@cache
def pointers() -> tuple[WordScan, dict[str, str]]:
    """The index of pointers and groups of provinces, and what each word points at."""
    targets = {word: level for level, names in words()["scope_words"].items() for word in names}
    targets |= dict.fromkeys(words()["collective"], "collective")
    return WordScan(targets), targets


@lru_cache(maxsize=8)
def pointed(text: str) -> tuple[tuple[int, int, str], ...]:
    """The pointers and groups of a text with their places; kept, as several rules ask for those of one.

    其中西部 is 西部 among those named before.
    """
    scan, targets = pointers()
    return tuple(
        (start + 1, end, word[1:])
        if word[0] == "中" and text[max(0, start - 1) : start] == "其" and word[1:] in targets
        else (start, end, word)
        for start, end, word in scan.find(text)
    )


@cache
def scene() -> re.Pattern[str]:
    """Words that keep a story where it is (民警, but not 人民警察)."""
    return re.compile(rf"(?:{either(words()['scene'])})(?<!人民警)")
