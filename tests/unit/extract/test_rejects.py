"""Numbers that measure nothing, and the reason; numbers close to them that do measure."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.rejects import NumberReading, read_numbers


def read(text: str) -> NumberReading:
    """The reading with a fixed publication date."""
    return read_numbers(text, published_at="2024-03-01")


def reasons(text: str) -> set[str]:
    """Why the numbers of a text were turned down."""
    return {reject.why for reject in read(text).rejects}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("严格落实“五个到位”要求", "name"),
        ("推行“2183工作法”", "name"),
        ("健全“1+8+N”体系", "name"),
        ("印发《“十四五”规划2.0版》", "name"),
        ("推进一二三产业融合", "name"),
        ("中央一号文件提出", "name"),
        ("村“两委”换届", "name"),
        ("省、市、县三级联动", "name"),
        ("建设5G基站", "name"),
        ("培育千亿级产业", "name"),
        ("浙江、江苏两省协作", "name"),
        ("坚持两个毫不动摇", "name"),
        ("残疾人两项补贴", "name"),
        ("统筹国内国际两个大局", "name"),
        ("60周岁以上老年人免费乘车", "name"),
        ("75岁的老年人免费乘车", "name"),
        ("云南、贵州、四川三省", "name"),
        ("在东湖、西湖、南湖三个片区推进", "name"),
        ("全国31个省（区、市）通报", "name"),
        ("再办十二件民生实事", "name"),
        ("面积较小（含9座）的客车", "name"),
        ("更换35千伏开关", "name"),
        ("限高4.5米的涵洞", "name"),
        ("女子800米和1500米", "name"),
        ("销售额5万元以上且信用良好的商户", "name"),
        ("收入超10亿元企业数", "name"),
        ("三级医院", "name"),
        ("不良率超过5%的银行被约谈", "name"),
        ("收入最低20%的家庭", "name"),
        ("50人以下的教学点", "name"),
        ("30户以上自然村", "name"),
        ("覆盖20万人口以上的县", "name"),
        ("进入全球前1%", "name"),
        ("拥有国际一流学科、前1%学科", "name"),
        ("50人以下的，", "name"),
        ("对信用良好且年销量达3万元以上的经营主体", "name"),
        ("周工时未达35小时者", "name"),
        ("月薪3万元以下的，", "name"),
        ("坡度在25度以下的坡地", "name"),
        ("产值超亿元的食品加工企业", "name"),
        ("无证驾驶的，并处五千元罚款", "name"),
        ("解决了这两个问题", "name"),
        ("就是四个字", "idiom"),
        ("打通最后一公里", "idiom"),
        ("现代五项比赛", "name"),
        ("测绘卫星01组升空", "name"),
        ("提前两年完成任务", "date"),
        ("几百块的差价", "idiom"),
        ("几十万观众", "idiom"),
        ("三十几名队员", "idiom"),
        ("一家四口", "idiom"),
        ("一毛钱没花", "idiom"),
        ("销量过亿", "idiom"),
        ("过渡期最后一年", "date"),
        ("经过6个多小时的奋战", "date"),
        ("，3小时卖出一空", "date"),
        ("价格连续三个月收窄", "date"),
        ("奋斗了400多个日夜", "date"),
        ("年收入1万元以下的农户", "name"),
        ("半径300公里内", "name"),
        ("每十万人配备", "name"),
        ("治本攻坚三年行动", "name"),
        ("处5万元以上20万元以下罚款", "name"),
        ("国发〔2023〕12号", "name"),
        ("第三批专项资金", "ordinal"),
        ("排名前三位的企业", "ordinal"),
        ("第一产业稳定", "ordinal"),
        ("（二）加强领导", "ordinal"),
        ("水库二期工程", "ordinal"),
        ("十四届全国人大二次会议", "ordinal"),
        ("打造一个平台、一批园区", "idiom"),
        ("数十名志愿者", "idiom"),
        ("十分重要", "name"),
        ("营收过百亿元的企业", "name"),
        ("纯收入低于7000元的监测户", "name"),
        ("千人口床位数", "name"),
        ("省委十二届十次、十一次全会", "ordinal"),
        ("又是一番景象", "idiom"),
        ("一块一块砌起来", "idiom"),
        ("连跨3个千亿台阶", "idiom"),
        ("近三年来", "date"),
        ("连续15天", "date"),
        ("2024年3月5日", "date"),
        ("咨询电话：65388712", "phone"),
        ("身份代码：330101000000202", "licence"),
    ],
)
def test_no_measurement_and_why(text: str, why: str) -> None:
    reading = read(text)
    assert reading.quantities == []
    assert why in {reject.why for reject in reading.rejects}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("出台36项措施", ["36项"]),
        ("推出十条举措", ["十条"]),
        ("名列全省第二，", ["第二"]),
        ("总量居全国第7位", ["第7位"]),
        ("增速保持全国前三，", ["前三"]),
        ("总量稳居全省前十强、", ["前十"]),
        ("排名前50的景区有20家", ["20家"]),
        ("开展两轮排查", ["两轮"]),
        ("一名25岁的男子", ["25岁"]),
        ("上万名旅客返程", ["万名"]),
        ("近亿元投资", ["亿元"]),
        ("超万亩茶园", ["万亩"]),
        ("六成人口进城", ["六成"]),
        ("晚稻栽插已经过半，", ["半"]),
        ("库存减少了一半", ["一半"]),
        ("20万以上农村人口受益", ["20万"]),
        ("收入比由上年的2.41降为2.36。", ["2.41", "2.36"]),
        ("失业率由3%降为零。", ["3%", "零"]),
        ("产量翻了近一番", ["一番"]),
        ("分别居全市第5、第2和第4位", ["第5", "第2", "第4位"]),
        ("稳居全国第一大产区", ["第一"]),
        ("全县无一人伤亡", ["一人"]),
        ("每村至少有一名干部", ["一名"]),
        ("发生5.6级地震", ["5.6级"]),
        ("海鲜2天内就可到货", ["2天"]),
        ("提供12年免费教育", ["12年"]),
        ("公示期为7天", ["7天"]),
        ("推进改厕、治水、清垃圾3个专项行动", ["3个"]),
        ("建成水厂、泵站2座。", ["2座"]),
        ("辐射8省15县", ["8省", "15县"]),
        ("设立五年过渡期", ["五年"]),
        ("工期缩短20天", ["20天"]),
        ("平均年龄37岁", ["37岁"]),
        ("人均预期寿命提高到80岁以上", ["80岁"]),
        ("结对百名儿童", ["百名"]),
        ("落户的上百家工厂", ["百家"]),
        ("近百万人口受益", ["百万人口"]),
        ("其中超过260处处于停工状态", ["260处"]),
        ("增派两支部队", ["两支"]),
        ("出口突破百亿元", ["百亿元"]),
        ("100个以上乡镇", ["100个"]),
        ("产值达到500万元以上，", ["500万元"]),
        ("8个人中就有一个", ["8个人", "一个"]),
        ("一小时内赶到的占95%", ["95%"]),
        ("城乡居民收入比缩小至2.54，", ["2.54"]),
        ("恩格尔系数为0.28", ["0.28"]),
        ("收入比由2.31缩小至2.18。", ["2.31", "2.18"]),
        ("优良天数312天", ["312天"]),
        ("由15天压缩至5天", ["15天", "5天"]),
        ("到位资金超过100万元的补助", ["100万元"]),
        ("接受三年中等职业教育", ["三年"]),
        ("最大余震4.8级", ["4.8级"]),
        ("年营业额超千万的就有20人", ["20人"]),
        ("经理人指数（PMI）从10月份的48.7降至48.2，", ["48.7", "48.2"]),
        ("采购经理人指数PMI初值从3月的51.2下降至50.6，", ["51.2", "50.6"]),
        ("服务业PMI从51.2升至52.4。", ["51.2", "52.4"]),
        ("新增两个世界地质公园", ["两个"]),
        ("引进156个亿元以上工业项目", ["156个"]),
        ("选出十支“银发宣讲团”", ["十支"]),
        ("已发现24具遗体", ["24具"]),
        ("为390万65岁以上老年人体检", ["390万"]),
        ("储量突破万亿立方米", ["万亿立方米"]),
        ("工期比计划提前了15天。", ["15天"]),
        ("验收仅用20天就完成", ["20天"]),
        ("证件一年内有效", ["一年"]),
        ("每三度电里就有一度来自风电", ["三度电", "一度"]),
        ("超过40%的学校开课", ["40%"]),
        ("200人以上参加培训", ["200人"]),
        ("31个省区市参加展会", ["31个"]),
        ("外贸占GDP15%", ["15%"]),
        ("80%的村民20分钟可到达卫生院", ["80%", "20分钟"]),
        ("欠账率由6%降到0，", ["6%", "0"]),
        ("500多贫困群众返岗", ["500多"]),
        ("一家公司被罚五千元。", ["五千元"]),
        ("合作社每年有12万元以上收益", ["12万元"]),
        ("全县下辖五镇三乡", ["五镇", "三乡"]),
        ("部分站点6小时降雨量达120毫米", ["120毫米"]),
        ("乘客需持48小时核酸证明12人次", ["12人次"]),
        ("省队拿下500米决赛的3枚金牌", ["3枚"]),
        ("87岁高龄的木匠仍带3名徒弟", ["87岁", "3名"]),
        ("为80岁高龄老人均发放津贴300元", ["300元"]),
        ("跳水6个小项全部完赛", ["6个"]),
    ],
)
def test_a_measurement_close_to_a_name(text: str, mentions: list[str]) -> None:
    assert [text[q.start : q.end] for q in read(text).quantities] == mentions


def test_one_of_many_counts_the_same_thing() -> None:
    assert [q.unit for q in read("8个人中就有一个").quantities] == ["人", "人"]


@pytest.mark.parametrize("text", ["全区无1例确诊病例", "连续多日无一例新增", "没有1人返贫"])
def test_none_of_them_is_zero(text: str) -> None:
    assert [int(q.value) for q in read(text).quantities] == [0]


def test_a_rank_is_a_rank() -> None:
    (rank,) = read("位列全市第三。").quantities
    assert (rank.unit, rank.kind, int(rank.value)) == ("名次", "rank", 3)


def test_every_reject_names_its_rule_and_stands_in_order() -> None:
    reading = read("一、“四个不摘”：2024年1月，第三批资金到位，一批项目开工。")
    assert [reject.start for reject in reading.rejects] == sorted(reject.start for reject in reading.rejects)
    assert all(reject.rule for reject in reading.rejects)
    assert reasons("一、“四个不摘”") == {"ordinal", "name"}


GAMES = (
    "联赛第16轮，主队坐镇主场迎战对手。开场第8分钟，前锋禁区内射门得手，比分1-0。下半场主队又打入2球，"
    "最终3-1战胜客队。本赛季该队已取得13胜，积41分，31岁的队长送出2次助攻，裁判出示4张黄牌。"
)
DISH = "食材：五花肉500克、冰糖30克、生姜5片、盐适量。热锅下油，小火翻炒2分钟，加水800毫升炖60分钟，出锅前加料酒2勺。"
STATUTE = (
    "第五条 逾期不缴的，处五百元以上三千元以下罚款。\n第六条 当事人应当自收到之日起15日内申请。\n"
    "第七条 违反本条例规定，造成损失的，处损失额1倍以上3倍以下罚款；情节严重的，责令停业30日。"
)
TIMETABLE = (
    "首班车：6:10 末班车：19:30 间隔15分钟\n车次 发车 到站\nG101 08:12 09:45 票价124元\nK21 10:30 15:52 停靠3分钟"
)
PHONES = (
    "值班电话 办公室：65321001 传真65321002\n教育局：65322056 邮编474350 地址：建设路18号3楼\n热线12345 手机13603771234"
)


@pytest.mark.parametrize("text", [GAMES, DISH, STATUTE, TIMETABLE, PHONES])
def test_texts_with_numbers_but_no_statistics_give_none(text: str) -> None:
    assert [text[q.start : q.end] for q in read(text).quantities] == []


def test_news_about_sport_as_a_business_stays() -> None:
    text = "全省体育产业总规模达到1200亿元，增长8.5%，体育场地面积2.4亿平方米，带动就业30万人。"
    assert len(read(text).quantities) == 4


@pytest.mark.parametrize(
    "text",
    [
        "一、选择题（共12小题，每小题3分，共36分）下列说法正确的是哪2个？答题卡填涂不超过5分钟。二、填空题共6小题。考生须带准考证，考试时间90分钟，满分120分。",
        "【规格】每袋装6g【用法用量】口服，一次1袋，一日3次，疗程5天。【禁忌】孕妇禁用，2岁以下慎用。【贮藏】密封。【有效期】36个月。【批准文号】国药准字Z10983012。",
        "今天夜间到明天白天晴转多云，偏北风2到3级，阵风6级，最高气温8℃，最低气温零下3℃，相对湿度30%。后天小雨，气温1到6℃。",
    ],
    ids=["exam", "medicine", "forecast"],
)
def test_papers_leaflets_and_forecasts_hold_none(text: str) -> None:
    assert [text[q.start : q.end] for q in read(text).quantities] == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "今年全省有65.2万名考生参加高考，设考点420个，考生凭准考证入场，作文题目由省里统一命题。",
            ["65.2万名", "420个"],
        ),
        (
            "药品集采后，口服降糖药每片由2.1元降至0.3元，用量前10位的药品平均降价54%，患者用药剂量不变。",
            ["2.1元", "0.3元", "54%"],
        ),
        (
            "受冷空气影响，全市平均气温较常年同期偏低1.2℃，降水量45毫米，多云为主，雷阵雨致3个乡镇受灾。",
            ["1.2℃", "45毫米", "3个"],
        ),
    ],
)
def test_news_about_schools_medicine_and_weather_stays(text: str, mentions: list[str]) -> None:
    assert [text[q.start : q.end] for q in read(text).quantities] == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "上周鸡蛋每公斤9.8元，下降2.1%；食用油、面粉、牛奶、白糖和盐价格平稳，大葱每公斤4元，面粉库存8万吨。",
            ["9.8元", "2.1%", "4元", "8万吨"],
        ),
        (
            "全县幼儿园96所，在园幼儿2.1万人。联系人：李某，电话：65321001，传真：65321002，地址：人民路1号，邮编：474350。",
            ["96所", "2.1万人"],
        ),
        (
            "动力电池装车量302.3吉瓦时，快充桩新增12万台，处理器和屏幕出口额达35亿美元。",
            ["302.3吉瓦时", "12万台", "35亿美元"],
        ),
    ],
)
def test_words_of_a_genre_alone_make_none(text: str, mentions: list[str]) -> None:
    assert [text[q.start : q.end] for q in read(text).quantities] == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("古道上有石阶860多级，", ["860多级"]),
        ("风力达8级，评为3级以上。", []),
        ("当地种茶已有1200多年的历史，", ["1200多年"]),
        ("建校已有80年历史。", ["80年"]),
        ("近10年的历史表明，", []),
    ],
)
def test_steps_and_histories_are_counted(text: str, mentions: list[str]) -> None:
    assert [text[q.start : q.end] for q in read(text).quantities] == mentions


def test_genre_of_one_item_does_not_reach_the_next_line() -> None:
    text = (
        "国际福祉博览会今天开幕，吸引了14个国家和地区的300多家企业参展，集中展示1万多件智能化辅助器具，新技术新产品首次亮相，现场签约项目成交踊跃。\n"
        "在刚刚结束的羽毛球混合团体锦标赛决赛中，中国队凭借混双、男单、女单的出色发挥，以3比0战胜对手，实现三连冠，小组赛阶段共拿下12局。"
    )
    assert [text[q.start : q.end] for q in read(text).quantities] == ["14个", "300多家", "1万多件"]


def test_doubling_in_the_name_of_a_plan_is_a_name() -> None:
    assert [text[q.start : q.end] for text in ["实施收入翻番计划，产值翻番。"] for q in read(text).quantities] == [
        "翻番"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "处广告费用一倍以上三倍以下的罚款。",
        "货值金额不足一万元的，并处五万元以上十万元以下罚款。",
        "违法所得一倍以上五倍以下罚款。",
    ],
)
def test_what_a_law_threatens_is_no_figure(text: str) -> None:
    assert not Reader().read(Article("d", text, None, "2022-05-18", None)).observations


def test_a_multiple_that_is_told_stays_a_figure() -> None:
    found = Reader().read(Article("d", "去年产值增长三倍以上，罚款收入为零。", None, "2022-05-18", None))
    assert next(one.mention for one in found.observations) == "三倍"


def test_the_result_of_a_contest_is_no_figure() -> None:
    for text in ("他以2小时23分55秒的成绩夺得冠军。", "两人以1小时9分55秒、1小时18分15秒的成绩分别获得男女冠军。"):
        assert not [reading for reading in read_numbers(text).quantities if reading.unit == "小时"]
    assert read_numbers("我县以98.5分的成绩位列全省第一。").quantities


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("综合实力由第12位跃升至第8位。", ["第12位", "第8位"]),
        ("游客满意度从全国第五提升到第三。", ["第五", "第三"]),
        ("排名从全省第三升至第一。", ["第三", "第一"]),
        ("从第一产业看，农业增加值上升。", []),
    ],
)
def test_the_place_before_in_an_order_is_a_rank_too(text: str, mentions: list[str]) -> None:
    found = Reader().read(Article("1", text, published_at="2022-08-30")).observations
    assert [one.mention for one in found] == mentions
    assert {one.measure for one in found} <= {"rank"}


def test_gaps_told_as_multiples_and_expected_yields() -> None:
    text = "城乡居民收入倍差从2.37缩小到1.94。该产品的预期收益率为4.7%。"
    found = Reader().read(Article("1", text, published_at="2022-08-30")).observations
    assert [(one.mention, one.unit, one.measure, one.status) for one in found] == [
        ("2.37", "倍", "ratio", "observation"),
        ("1.94", "倍", "ratio", "observation"),
        ("4.7%", "%", "share", "observation"),
    ]


def test_a_range_of_ages_before_a_rate_says_of_whom_it_is() -> None:
    text = "15至24岁失业率11.9%，25—59岁城镇劳动力就业率为80%，队员年龄在20至30岁之间。"
    found = Reader().read(Article("1", text, published_at="2022-08-30")).observations
    assert [one.mention for one in found] == ["11.9%", "80%", "20至30岁"]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("排名第2位的甲片、第3位的乙片和第4位的丙片均下降1位。", ["第2位", "第3位", "第4位", "1位"]),
        ("排行榜公布。第10位的甲片票房突破1亿元。", ["第10位"]),
        ("甲楼盘居第一，乙楼盘和丙楼盘分列四五位。", ["第一", "四五位"]),
        ("他是第10位的顾客，抽中奖品一份。", []),
        ("我市居全国的前三名，为历史最好。", ["前三名"]),
        ("减幅最明显的前三名，分别为甲市、乙市及丙市。", []),
    ],
)
def test_places_in_a_chart(text: str, ranks: list[str]) -> None:
    read = Reader().read(Article("d", text, None, "2013-07-02", None)).observations
    assert [one.mention for one in read if one.unit == "名次"] == ranks


def test_springs_and_autumns_are_years_gone_by() -> None:
    text = "基金已经走过六个春秋，分红12次，历经五个寒暑。"
    assert [text[one.start : one.end] for one in read_numbers(text).quantities] == ["12次"]


def test_what_firms_get_is_said_and_their_size_is_not() -> None:
    text = "市财政拿出10-50万元企业奖励资金，给予5-10万元项目补助，10-50亿元企业共有8家。"
    assert [text[one.start : one.end] for one in read_numbers(text).quantities] == ["10-50万元", "5-10万元", "8家"]
