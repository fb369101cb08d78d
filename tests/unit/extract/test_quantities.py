"""Quantities in running text: spans, units, ranges, bounds, rates, ratios, elided units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.model import Quantity
from tasks.extract.quantities import find_quantities
from tasks.extract.rejects import read_numbers


def one(text: str) -> Quantity:
    """The only quantity of a text."""
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("新建校舍3.2万平方米。", "3.2万平方米", "32000", "平方米"),
        ("服务群众１２．５万人次", "１２．５万人次", "125000", "人次"),
        ("厂房面积约2000平方公尺", "2000平方公尺", "2000", "平方米"),
        ("店面占地200坪", "200坪", "200", "坪"),
        ("共有两家企业落户", "两家", "2", "家"),
        ("合格率百分之九十八点六", "百分之九十八点六", "98.6", "%"),
        ("出生率为7.3‰", "7.3‰", "7.3", "‰"),
        ("设计速度每小时120公里", "120公里", "120", "公里/小时"),
        ("她每天能挣到150元", "150元", "150", "元/天"),
        ("每小时可以获得14元的工资", "14元", "14", "元/小时"),
        ("店里每天成交额6000元", "6000元", "6000", "元"),
        ("空气重污染减少21天次", "21天次", "21", "天次"),
        ("年减2亿1,450万余美元", "2亿1,450万余美元", "214500000", "美元"),
        ("平均求职时间为17.4周", "17.4周", "17.4", "周"),
        ("全区完成GDP862.5亿元", "862.5亿元", "86250000000", "元"),
        ("客源有一半来自外省", "一半", "50", "%"),
        ("企业物流成本降低一半。", "一半", "50", "%"),
        ("审批时间缩短了一半，", "一半", "50", "%"),
        ("参展企业中，其中一半是外地品牌", "一半", "50", "%"),
        ("洪峰流量达每秒3400立方米", "3400立方米", "3400", "立方米/秒"),
        ("每分钟约20升", "20升", "20", "升/分钟"),
        ("运算速度超过每秒3亿次", "3亿次", "300000000", "次/秒"),
        ("登记失业人数 38 万 6 千人。", "38 万 6 千人", "386000", "人"),
        ("就业人数 1,151 万 4 千人，", "1,151 万 4 千人", "11514000", "人"),
        ("收缴手表12块。", "12块", "12", "块"),
        ("全市27块户外大屏同时播出", "27块", "27", "块"),
        ("修订后的条例共9章", "9章", "9", "章"),
        ("七成半的农户", "七成半", "75", "%"),
        ("占全县的三分之一强", "三分之一", "33.33", "%"),
        ("死亡率降至十万分之七点五", "十万分之七点五", "0.0075", "%"),
        ("占三百分之一", "三百分之一", "0.333", "%"),
        ("患病率为千分之三点七五", "千分之三点七五", "0.375", "%"),
        ("用时29分15秒", "29分15秒", "29.25", "分钟"),
        ("历时4年零2个月", "4年零2个月", "50", "月"),
        ("门票打八折", "八折", "80", "%"),
        ("全场七五折优惠", "七五折", "75", "%"),
        ("最低气温零下6℃", "零下6℃", "-6", "℃"),
        ("装机1.39亿千瓦", "1.39亿千瓦", "139000000", "千瓦"),
        ("一百千瓦的电站", "一百千瓦", "100", "千瓦"),
        ("产值翻了两番", "两番", "4", "倍"),
        ("用了两个半小时", "两个半小时", "2.5", "小时"),
        ("票价7块5毛", "7块5毛", "7.5", "元"),
        ("全程4小时15分", "4小时15分", "4.25", "小时"),
        ("全程3小时50分钟", "3小时50分钟", "230", "分钟"),
        ("只要1小时零5分钟", "1小时零5分钟", "65", "分钟"),
        ("气温零下12.5摄氏度", "零下12.5摄氏度", "-12.5", "摄氏度"),
        ("最低气温降至-52.3℃", "-52.3℃", "-52.3", "℃"),
        ("同比-3.4%", "-3.4%", "-3.4", "%"),
        ("减负30亿元", "30亿元", "3000000000", "元"),
        ("标准为350元/人", "350元/人", "350", "元/人"),
        ("融资5个亿", "5个亿", "500000000", "元"),
    ],
)
def test_value_unit_and_span(text: str, mention: str, value: str, unit: str) -> None:
    quantity = one(text)
    assert text[quantity.start : quantity.end] == mention
    assert abs(quantity.value - Decimal(value)) < Decimal("1e-6")
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "mention", "low", "high", "unit"),
    [
        ("每村选派2—3名干部", "2—3名", 2, 3, "人"),
        ("补助500元至700元", "500元至700元", 500, 700, "元"),
        ("奖励5至8万元", "5至8万元", 50000, 80000, "元"),
        ("面积1.5-2万亩", "1.5-2万亩", 15000, 20000, "亩"),
        ("株高1.6~3.9米", "1.6~3.9米", "1.6", "3.9", "米"),
        ("增长5%～6%", "5%～6%", 5, 6, "%"),
        ("投资十八至三十亿元", "十八至三十亿元", 1800000000, 3000000000, "元"),
        ("来了三五百人", "三五百人", 300, 500, "人"),
        ("这顿饭要一两百元", "一两百元", 100, 200, "元"),
        ("车速只有四、五十公里", "四、五十公里", 40, 50, "公里"),
        ("要等七、八个月", "七、八个月", 7, 8, "月"),
        ("每年要来三、四次", "三、四次", 3, 4, "次"),
    ],
)
def test_a_range_is_one_mention(text: str, mention: str, low: object, high: object, unit: str) -> None:
    quantity = one(text)
    assert text[quantity.start : quantity.end] == mention
    assert (quantity.value, quantity.value_high) == (Decimal(str(low)), Decimal(str(high)))
    assert quantity.unit == unit


def test_falling_numbers_are_no_range() -> None:
    assert len(find_quantities("由8%至3%")) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("申请人数减少2.2万人至18万7000人。", 2),
        ("股价下跌3.5元至42元。", 2),
        ("就业人数增加12万人到3560万人。", 2),
        ("每亩增收500元至700元。", 1),
        ("价格上涨5%至8%。", 1),
        ("每户补助增加2000元至3000元。", 1),
    ],
)
def test_how_far_something_moved_and_what_it_reached_are_two(text: str, number: int) -> None:
    assert len(find_quantities(text)) == number


@pytest.mark.parametrize(
    ("text", "mention", "qualifier"),
    [
        ("投入近20万元", "20万元", "about"),
        ("约占三成", "三成", "about"),
        ("节约20万元", "20万元", "exact"),
        ("附近100米", "100米", "exact"),
        ("组织5000余名", "5000余名", "over"),
        ("吸引10多亿元", "10多亿元", "over"),
        ("超过300家", "300家", "over"),
        ("达到90%以上", "90%", "over"),
        ("控制在4%以内", "4%", "under"),
        ("不足1%", "1%", "under"),
        ("月人均不低于440元", "440元", "min"),
        ("人均住房不应少于13平方米", "13平方米", "min"),
        ("利率不能高于5%", "5%", "max"),
        ("不得低于当地最低生活保障标准的1.5倍", "1.5倍", "min"),
        ("最高可达7200元", "7200元", "max"),
        ("每日最多开行动车组38列", "38列", "max"),
        ("增长5%左右", "5%", "about"),
        ("上千家商户", "千家", "over"),
        ("增长2倍多", "2倍多", "over"),
        ("秋粮收获过七成半", "七成半", "over"),
    ],
)
def test_bounds_on_either_side(text: str, mention: str, qualifier: str) -> None:
    quantity = one(text)
    assert text[quantity.start : quantity.end] == mention
    assert quantity.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("补贴提高到每人每月66元", "元/月"),
        ("户均年收益2.8万元", "元/年"),
        ("全年收入2.8万元", "元"),
        ("当月收入2.8万元", "元"),
        ("农民年人均纯收入865元", "元/年"),
        ("去年人均可支配收入3.2万元", "元"),
        ("给每人发放500元", "元/人"),
        ("设计时速350公里", "公里/小时"),
        ("惠及37万贫困人口", "人"),
        ("贫困人口降为2688万", "人"),
        ("专项资金增加了200多亿", "元"),
        ("帮助12万农户增收", "户"),
        ("确诊病例超过3万", "例"),
        ("排名前移三位", "名次"),
    ],
)
def test_the_words_around_complete_the_unit(text: str, unit: str) -> None:
    assert one(text).unit == unit


def test_a_list_shares_the_rate() -> None:
    assert [q.unit for q in find_quantities("分别提高到每人每月66元、89元")] == ["元/月", "元/月"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("分别回落0.2和0.1个百分点", ["百分点", "百分点"]),
        ("分别新建15、20和30个", ["个", "个", "个"]),
        ("最高气温39.6、30.3摄氏度", ["摄氏度", "摄氏度"]),
        ("第3、4名", ["人"]),
        ("7、8个月", ["月"]),
    ],
)
def test_a_list_shares_the_last_unit(text: str, units: list[str]) -> None:
    assert [q.unit for q in find_quantities(text)] == units


def test_the_currency_may_stand_before() -> None:
    assert [q.unit for q in find_quantities("新台币300元，人民币70元，港币80元")] == ["元", "元", "港元"]


def test_two_counts_in_one_breath() -> None:
    text = "搬迁2150户6875人"
    assert [(text[q.start : q.end], q.unit) for q in find_quantities(text)] == [("2150户", "户"), ("6875人", "人")]


@pytest.mark.parametrize("colon", ["∶", ":", "：", "︰", " : "])
def test_three_parts_of_a_hundred_are_shares(colon: str) -> None:
    text = f"产业结构为9.5{colon}41.5{colon}49.0"
    assert [(str(q.value), q.unit) for q in find_quantities(text)] == [("9.5", "%"), ("41.5", "%"), ("49.0", "%")]


def test_a_ratio_is_one_mention() -> None:
    text = "城乡居民收入比为2.67:1"
    quantity = one(text)
    assert (text[quantity.start : quantity.end], str(quantity.value), quantity.kind) == ("2.67:1", "2.67", "ratio")


def test_nothing_in_nothing() -> None:
    assert find_quantities("") == []
    assert find_quantities("风调雨顺，国泰民安。") == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("国内出游人次增加到1.2亿，同比增长", "人次"),
        ("短片播放量达600万", "次"),
        ("协会会员已有4.5万", "人"),
        ("另有20多万网友留言", "人"),
        ("当天票房突破3.1亿", "元"),
        ("非法获利达两千万", "元"),
        ("全市生产总值迈上5千亿台阶", "元"),
        ("平板玻璃产量310万重量箱", "重量箱"),
    ],
)
def test_what_a_number_without_a_unit_counts(text: str, unit: str) -> None:
    assert one(text).unit == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("苹果收购价每公斤8元，比去年高1元。", ["元/公斤", "元/公斤"]),
        ("电价每度0.5元", ["元/千瓦时"]),
        ("浓度降至每立方米30微克", ["微克/立方米"]),
        ("人均月增收1800元", ["元/月"]),
        ("失能老人人均月待遇超过1200元", ["元/月"]),
        ("户均年增收2万元", ["元/年"]),
        ("年奖补资金规模达800万元", ["元/年"]),
        ("全省近两年累计投入15亿元", ["元"]),
        ("惠及300多万小微企业主", ["人"]),
        ("企业另有每天30元的餐补", ["元/天"]),
        ("上月增收300万元", ["元"]),
        ("一个月能挣4000元", ["元/月"]),
        ("一个月有6000元左右的工资", ["元/月"]),
        ("每人每年缴费标准900元，其中财政补助600元，个人缴费300元", ["元/年", "元/年", "元/年"]),
        ("每人补助600元，共发放补助30万元", ["元/人", "元"]),
        ("识别出86.5万贫困户、260万贫困人口", ["户", "人"]),
        ("一年能有8万元的稳定收入", ["元/年"]),
        ("这个月有6000元的收入", ["元"]),
        ("合作社年可节约成本80万元", ["元/年"]),
        ("农户年均可增收3000元", ["元/年"]),
        ("上半年实现产值3亿元", ["元"]),
        ("管网密度达21.5公里/万平方公里", ["公里/万平方公里"]),
        ("油耗为6.2升/百公里", ["升/百公里"]),
        ("市场规模从2万亿扩大到3.5万亿", ["元", "元"]),
        ("在厂里一天可挣120元", ["元/天"]),
        ("一个月内筹集200万元", ["元"]),
        ("每人每月700元，比上年提高20元和30元", ["元/月", "元/月", "元/月"]),
        ("每月补贴300欧元，约合2300元", ["欧元/月", "元/月"]),
        ("分别高于全省0.7个和1.1个百分点", ["百分点", "百分点"]),
        ("指数为98.6点，回落0.4点", ["点", "点"]),
        ("波及12万、9万和7万平方公里", ["平方公里"] * 3),
        ("仍有30万户用电受影响", ["户"]),
        ("设备连接数突破2亿", ["个"]),
        ("检测50万批次", ["批次"]),
        ("接待游客3.2亿人次，比上年增加4000万。", ["人次", "人次"]),
        ("贫困人口由7万人减少到3万，", ["人", "人"]),
        ("登记80万经营主体", ["户"]),
    ],
)
def test_rates_and_units_that_words_around_complete(text: str, units: list[str]) -> None:
    assert [q.unit for q in read_numbers(text).quantities if q.kind != "time"] == units


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("添置农机1200台（套），", "1200台（套）", "台"),
        ("整治河道16条（处）。", "16条（处）", "条"),
        ("建成仓库12座（含冷库3座）", "12座", "座"),
        ("全年芯片产量35.2亿块", "35.2亿块", "块"),
        ("这件衣服花了他300块，", "300块", "元"),
    ],
)
def test_units_of_pieces(text: str, mention: str, unit: str) -> None:
    found = find_quantities(text)[0]
    assert (text[found.start : found.end], found.unit) == (mention, unit)


def test_doubled_without_a_numeral() -> None:
    doubled = find_quantities("企业数量比上期实现翻番。")[-1]
    assert (doubled.value, doubled.unit) == (2, "倍")


def test_half_of_something() -> None:
    (half,) = find_quantities("蓄水量超过水库库容的一半。")
    assert (half.value, half.unit) == (50, "%")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("发放补贴每月400元/人", "元/月"),
        ("按每人350元/人的标准", "元/人"),
        ("职工年均工资达到4.5万元", "元/年"),
        ("产值年均增长3亿元", "元"),
    ],
)
def test_money_by_time_and_head(text: str, unit: str) -> None:
    assert find_quantities(text)[-1].unit == unit


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("十月失业率四．二%", "四．二%", "4.2", "%"),
        ("较上月上升〇.〇五个百分点", "〇.〇五个百分点", "0.05", "百分点"),
        ("失业人数三十·六万人", "三十·六万人", "306000", "人"),
        ("劳动力平均一一八四.七万人", "一一八四.七万人", "11847000", "人"),
        ("参与率百分之五十八.六", "百分之五十八.六", "58.6", "%"),
        ("外销订单二百一十.四亿美元", "二百一十.四亿美元", "21040000000", "美元"),
    ],
)
def test_chinese_digits_with_a_full_stop(text: str, mention: str, value: str, unit: str) -> None:
    quantity = read_numbers(text).quantities[0]
    assert (text[quantity.start : quantity.end], quantity.value, quantity.unit) == (mention, Decimal(value), unit)


@pytest.mark.parametrize("text", ["九·一八事变纪念馆", "七.三农用地整理", "一·二八淞沪抗战"])
def test_a_dot_between_chinese_digits_is_no_decimal_without_a_unit(text: str) -> None:
    assert read_numbers(text).quantities == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("三次产业结构为8.4:47:44.6", ["8.4", "47", "44.6"]),
        ("一二三产业之比为12:35:53", ["12", "35", "53"]),
        ("产业结构由10.3:41.2:48.5调整为9:40:51", ["10.3", "41.2", "48.5", "9", "40", "51"]),
        ("城乡收入比继续缩小，由前一年的2.31:1降至2.26:1", ["2.31", "2.26"]),
        ("按2:1的比例确定入围人选", ["2"]),
        ("客队最终以3:1获胜", []),
        ("比赛2:0领先", []),
    ],
)
def test_colons_join_shares_and_ratios_and_no_scores_or_times(text: str, values: list[str]) -> None:
    assert [q.value for q in read_numbers(text).quantities] == [Decimal(value) for value in values]


def test_a_share_of_more_digits_than_a_context_holds_is_read() -> None:
    assert one("占三分之" + "9" * 35).unit == "%"
