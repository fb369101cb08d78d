"""Pages whose numbers are about nothing in the world, and lean pages of statistics beside them."""

from __future__ import annotations

import pytest

from tasks.extract.genres_signs import is_everyday
from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
GUIDE = (
    "二号厅。左手第1柜是铜镜6面，最大的直径21.4厘米，重1.3千克，边上有9朵云。请再走12步，第3柜的木梳长8厘米，断了4根齿，"
    "修了5个月才补上。您要是带了6岁以下的孩子，去楼上摸一摸泥版，每人8分钟，每场15人，租耳机20元，押金100元。"
    "第7柜的瓷枕高13厘米，裂成17块。"
)
CHAT = (
    "小周：几点到？我这边还堵着，2公里挪了25分钟\n大刘：我7点40到，你那份烤串36块先垫了\n小周：行，转你40，多的买2瓶水\n"
    "大刘：水才3块一瓶，退你1块[偷笑]\n阿琴：我带了3斤橘子，5个人够不够？\n小周：够了！我减了4斤，别害我\n"
    "大刘：昨晚睡了5小时，现在看谁都是2个\n阿琴：206包厢，上2楼右拐第6间"
)
HERO = (
    "韩三娘收了刀，看着地上的11个人，叹了口气：“我只出了六招。”她从怀里摸出3两碎银，丢在桌上，又把两碗酒喝干。"
    "小二吓得退了5步，撞翻4条板凳。“你别怕，”她说，“我要赶40里夜路，给我包8个馒头。”他数了9个递过去，说第9个不要钱。"
    "她笑了笑，翻身上马，那马12岁了，跑起来还像一阵风，一个时辰就到了渡口。"
)
TRIP = (
    "D1 上午坐船，55分钟，票48元，靠窗的座位要早去20分钟。住青旅，6人间每床70元。\nD2 爬山，"
    "台阶1100级，来回5小时，带2瓶水、4块"
    "巧克力。山顶泡面12元，别买。\nD3 租电动车，押金300元，一天60元，环岛31公里，第4个弯道看日落最好。\n"
    "D4 睡到10点，吃海鲜，2个人花了188元。记得提前1小时去码头排队。"
)
DEED = (
    "甲、乙就漏水一事达成如下协议：乙家水管于3月2日破裂，浸湿甲家地板14平方米、衣柜1个、被子3条。调解员2人上门3次，双方各退一步。"
    "一、乙赔偿甲地板款2800元、衣柜600元、误工2天共400元，合计3800元，当场付2000元，余款15日内付清；"
    "二、乙更换水管6米、阀门2个；三、逾期每日加付千分之一；四、协议一式3份。"
)
GROUND = (
    "说实话我也被攻略骗惨了,从北京过去坐高铁,早上7点发车,到民宿已经下午3点,湖边门口排队排了50分钟,停车还收了60块。\n"
    "别急着订票!去年五一我朋友抢票花了2个小时才买到,差点没赶上返程。景区门票25元,要提前在网上预约,导游都说不用,那是骗你的。\n"
    "打卡点就一座桥,拍照要等,跟团的人最多。我第二天自驾绕湖,省下8元观光车,加油花了90元。酒店离地铁站走路12分钟,别住市中心。"
)
SUIT = (
    "原告诉称，2019年4月8日被告以周转为由向其借款12万元，约定月利率1.5%，出具借条1张，到期后仅偿还利息6000元，故诉至法院，"
    "请求判令被告偿还本金12万元。被告辩称，银行转账实际只有11万元，另已还款7笔共3.1万元。经审理查明，2019年4月8日原告向被告账户"
    "转账11万元，2020年1月至7月被告分7次还款，最少2000元。本院认为，本金应为11万元。判决如下：驳回其他诉讼请求，案件受理费2700元。"
)
WORDLESS = [
    "各国平均身高：荷兰男性183.8厘米，女性170.4厘米；德国男性180.3厘米，女性166.2厘米；日本男性172.1厘米，女性158.5厘米；"
    "中国男性175.7厘米，女性163.5厘米；印度男性166.5厘米，女性155.2厘米；巴西男性175.0厘米，女性162.0厘米。",
    "新生儿体检：共检查3127例，男1608例，女1519例，平均体重3290克，平均身长50.2厘米；听力未过者86例，占2.8%；黄疸412例，占13.2%；"
    "复查后听力异常者21例，占0.67%，髋关节异常者17例，占0.54%。",
    "黑颈鹤调查：湖区记录到黑颈鹤1376只，其中幼鸟214只，比上一年增加93只；斑头雁6820只，赤麻鸭4150只。样线19条，总长266公里，"
    "参加者41人，发现巢88个，孵化率72.5%，平均每巢1.6枚卵。",
    "逐时定位：8时中心位于北纬18.6度、东经119.2度，最大风力13级，中心气压965百帕，7级风圈半径320公里，10级风圈半径120公里，以每小时20公里的"
    "速度向西北移动。沿岸最大浪高7.2米，过程雨量180毫米，局地260毫米，32趟渡轮停航，回港渔船460艘。",
    "民宿有212家，床位3860张，平均房价286元，周末入住率88.4%，平日41.2%。打卡最多的3个景点门票合计收入1140万元。自驾来的占72%，"
    "跟团的占9%，平均停留1.7天，人均花费640元，投资回本要4.6年，房东平均39.5岁。",
]
NEWS = [
    "央视网消息（新闻联播）：文旅服务推陈出新。花城发放通票，门票2元起，新增公交站点320多个，开往高铁站和景点；"
    "湖州把1400多个民宿、酒店的床位接入一张网，行李可寄送，下车即到打卡点，票价不变。",
    "本报讯 互联网庭审让群众少跑路。原告在家点开链接，被告在外地作答，证据上传后1天内送达，书记员不再奔波。"
    "目前开庭2.6万场，审判员185名人人会用，当庭宣判1.3万件，庭审缩短到40分钟。",
]
PIGS = "生猪每公斤15.2元，比上周涨0.3元；玉米每斤1.18元，持平；"


@pytest.mark.parametrize("text", [GUIDE, CHAT, HERO, TRIP, DEED, GROUND, SUIT])
def test_a_page_of_numbers_that_reports_on_nothing_has_no_figures(text: str) -> None:
    assert [one.mention for one in READER.read(Article("g", text, None, "2023-03-01")).observations] == []


@pytest.mark.parametrize("text", WORDLESS)
def test_a_lean_page_of_statistics_keeps_its_figures(text: str) -> None:
    assert len(READER.read(Article("g", text, None, "2023-03-01")).observations) > len(text) / 22


@pytest.mark.parametrize(("text", "mention"), [(NEWS[0], "320多个"), (NEWS[1], "2.6万场")])
def test_news_of_travels_and_lawsuits_keep_their_figures(text: str, mention: str) -> None:
    assert mention in [one.mention for one in READER.read(Article("g", text, None, "2023-03-01")).observations]


def test_what_is_quoted_of_the_world_on_such_a_page_stays() -> None:
    text = f"{GUIDE}\n{TRIP}\n去年全市接待游客230万人次，同比增长5.6%。\n{HERO}\n{CHAT}"
    mentions = [one.mention for one in READER.read(Article("g", text, None, "2023-03-01")).observations]
    assert mentions == ["230万人次", "5.6%"]


def test_a_long_page_is_told_by_its_parts_too() -> None:
    text = "\n\n".join([GUIDE, CHAT, HERO, TRIP] * 3)
    assert [one.mention for one in READER.read(Article("g", text, None, "2023-03-01")).observations] == []


@pytest.mark.parametrize(
    "row", ["{0} {1}.4 {2}.1 {3}", "| {0} | {1}.4 | {2}.1 |", "{0},{1}.4,{2}.1,{3}", "{0}\n{1}.4\n{2}.1"]
)
def test_a_bare_table_is_no_everyday_page(row: str) -> None:
    rows = "\n".join(row.format(name, n, n * 3, n * 7) for n, name in enumerate("甲乙丙丁戊己庚辛", 20))
    text = f"各站客流\n站名 进站 出站 换乘\n{rows}\n"
    assert not is_everyday(text + "备注：本表由各站填报，逐日核对后汇总，如有出入以闸机记录为准，夜间停运后上报。" * 2)


def test_a_few_numbers_decide_nothing() -> None:
    assert not is_everyday("他走了3步，停下来看了看天，" * 3)


def test_blank_lines_are_gone_through_once() -> None:
    assert is_everyday(GUIDE + "\n" * 200_000 + CHAT)


def test_what_goods_cost_to_make_is_told_of_the_world() -> None:
    text = (
        "某出版社总编辑表示，一本书的成本大致分为几块，直接成本包括8%至10%的版税，20%至25%的纸张和印刷；间接成本约15%，"
        "包括人力、仓储等。因此成本大约占书价的45%。45%的成本加上渠道成本后，无论是“5折”还是“0元”促销，都是“赔本赚吆喝”，"
        "谁都明白这个道理。"
    )
    read = Reader().read(Article("d", text, None, None, None)).observations
    assert [one.mention for one in read] == ["8%至10%", "20%至25%", "15%", "45%", "45%"]
