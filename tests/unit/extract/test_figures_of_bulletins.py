"""Figures of short news: bare sums and heads, speeds that change, days held against days, times counted back."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str, published: str = "2014-02-05") -> dict[str, Observation]:
    return {one.mention: one for one in Reader().read(Article("x", text, None, published)).observations}


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("该账号粉丝总数已突破2600万。", "2600万", "人"),
        ("平台注册司机达8万。", "8万", "人"),
        ("全国持证护士已有400多万。", "400多万", "人"),
        ("农户每户最多只能贷12万。", "12万", "元"),
        ("他向亲戚借了5万。", "5万", "元"),
        ("公司赔了他30万。", "30万", "元"),
        ("村里修路一共投了120万。", "120万", "元"),
        ("他家花20万买车。", "20万", "元"),
        ("全县棉花20万。", "20万", ""),
        ("词典收录词汇3万。", "3万", ""),
        ("国际金价周一升至1300美元。", "1300美元", "美元"),
        ("全村投票8万。", "8万", ""),
        ("夜市的人流量最高可达30万。", "30万", "人次"),
        ("地铁日客运量突破500万。", "500万", "人次"),
        ("全市养老床位突破5万。", "5万", "张"),
    ],
)
def test_a_bare_number_has_the_unit_of_what_it_counts(text: str, mention: str, unit: str) -> None:
    assert read(text)[mention].unit == unit


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("列车时速由160公里提高到200公里。", "200公里", "公里/小时"),
        ("出库流量从每秒3万立方米减至2万立方米。", "2万立方米", "立方米/秒"),
        ("时速350公里的高铁里程达到2万公里。", "2万公里", "公里"),
        ("大桥从3公里延长到5公里。", "5公里", "公里"),
    ],
)
def test_a_speed_stays_one_where_it_changes(text: str, mention: str, unit: str) -> None:
    assert read(text)[mention].unit == unit


def test_two_levels_that_are_reached_share_their_unit() -> None:
    told = read("高铁时速从300公里降至250、200公里。")
    assert [(told[key].unit, int(told[key].value)) for key in ("250", "200公里")] == [
        ("公里/小时", 250),
        ("公里/小时", 200),
    ]


def test_a_name_ends_before_the_stop_of_its_sentence() -> None:
    assert read("票价从50元提高到60元、80元。")["60元"].indicator == "票价"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今天客流继续走高，全国铁路预计发送旅客比昨天增加近百万人次。", "百万人次", "2014-02-05"),
        ("今天用电负荷攀升，全省预计最高负荷达9000万千瓦。", "9000万千瓦", "2014-02-05"),
        ("今天大桥动工，预计总投资30亿元。", "30亿元", "2014"),
        ("去年开工建设，截至本月3日，累计完成投资3.2亿元。", "3.2亿元", "2014-02-03"),
        ("村民收入由五年前的4000元提高到现在的9000元。", "4000元", "2009"),
        ("产值从几年前的200万元增加到7000万元。", "200万元", None),
        ("收入由当年的2000元增加到8000元。", "8000元", "2014"),
    ],
)
def test_days_and_years_that_figures_are_counted_from(text: str, mention: str, period: str | None) -> None:
    assert read(text)[mention].period == period


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("活动启动后，一周内注册用户达到20万人。", "20万人", "注册用户"),
        ("新大厅开放，短短两小时内接待群众1500人次。", "1500人次", "接待群众"),
        ("去年内需贡献率达60%。", "60%", "内需贡献率"),
    ],
)
def test_within_a_time_is_no_part_of_a_name(text: str, mention: str, name: str) -> None:
    assert read(text)[mention].indicator == name


def test_a_hall_named_after_a_man_is_not_his_city() -> None:
    text = "广东文化惠民让百姓受益。\n在广州中山纪念堂，两千多名观众免费观看演出。"
    assert read(text)["两千多名"].region_code == "440100"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("35岁以下青少年涉毒者比例明显上升，达75%。", "75%", "35岁以下青少年涉毒者比例"),
        ("大专以上学历人员比例大幅提高，达到60%。", "60%", "大专以上学历人员比例"),
        ("挂号费由改革前的1.5元，提高到现在的20元。", "1.5元", "挂号费"),
        ("企业不断增多，浙江和广东各新增5万家。", "5万家", "企业新增"),
        ("占全省人口60%的郑州、洛阳等5个市通了高铁。", "60%", "占全省人口"),
        ("面积16万平方公里的河南有耕地1.2亿亩。", "16万平方公里", "面积"),
    ],
)
def test_a_name_is_neither_cut_at_a_limit_nor_joined_to_an_area(text: str, mention: str, name: str) -> None:
    assert read(text)[mention].indicator == name


def test_how_long_it_took_before_is_a_length() -> None:
    for text in ("审批时间由改革前的45天压缩到12天。", "审批时间由之前的45天缩短到12天。"):
        assert list(read(text)) == ["45天", "12天"]


@pytest.mark.parametrize(
    ("text", "mention", "region"),
    [
        ("四川成都等三个城市的120所学校参加试点。", "120所", "510000"),
        ("甘肃陇南等6市建设安置点320个。", "320个", "620000"),
        ("四川成都120所学校参加试点。", "120所", "510100"),
        ("占全国产量80%的上海、天津、江苏等地开始试点。", "80%", None),
        ("警方现场查获假冒轮胎6000条。", "6000条", "100000"),
    ],
)
def test_one_of_several_counted_areas_stands_for_none(text: str, mention: str, region: str | None) -> None:
    assert read(text)[mention].region_code == region


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("如今，当地还将养老服务延伸到社区，覆盖60万老人。", "observation"),
        ("该市还将把养老服务延伸到社区，覆盖60万老人。", "target"),
        ("县里还将新建养老院，覆盖60万老人。", "target"),
    ],
)
def test_what_was_put_somewhere_is_no_plan(text: str, status: str) -> None:
    assert read(text)["60万"].status == status


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("央视网消息：\n2014年外贸平稳。预计全年出口增长6%。", "2015-01-21", "2014"),
        ("2014年外贸平稳。今年开局良好，预计全年出口增长6%。", "2015-01-21", "2015"),
    ],
)
def test_the_whole_year_is_the_one_just_told_of(text: str, published: str, period: str) -> None:
    assert read(text, published)["6%"].period == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今天，春运进入第二天，全国铁路发送旅客728万人次。", "728万人次", "2014-02-05"),
        ("2月3日游客到达。第二天，全国铁路发送旅客728万人次。", "728万人次", "2014-02-04"),
        ("30日，全国铁路客流量达到914万人次。", "914万人次", "2014-01-30"),
        ("30日，全国铁路客流量达到914万。上海铁路局发送旅客171万人。", "171万人", "2014-01-30"),
        ("7日，全国铁路客流量达到914万人次。", "914万人次", "2014-02-07"),
    ],
)
def test_days_are_those_that_the_news_is_of(text: str, mention: str, period: str) -> None:
    assert read(text)[mention].period == period


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("今天公布的1月份制造业采购经理指数为49.8%。", "49.8%", "制造业采购经理指数"),
        ("企业资产总额90亿元；实现营业总收入20亿元；利润总额3亿元；净利润2亿元。", "20亿元", "企业营业总收入"),
        ("企业资产总额90亿元；实现营业总收入20亿元；利润总额3亿元；净利润2亿元。", "3亿元", "企业利润总额"),
        ("企业资产总额90亿元；实现营业总收入20亿元；利润总额3亿元；净利润2亿元。", "2亿元", "企业净利润"),
    ],
)
def test_a_name_has_nothing_of_the_sum_before_or_of_who_told_it(text: str, mention: str, indicator: str) -> None:
    assert read(text)[mention].indicator == indicator


def test_grounds_are_counted_in_pieces_and_frost_in_words_is_read() -> None:
    grounds = read("全国共有体育场地169.46万块，与2003年85.01万块相比，增长了近1倍。")
    assert (grounds["169.46万块"].unit, grounds["85.01万块"].unit) == ("块", "块")
    assert read("山区气温已降到零下三十多度。")["零下三十多度"].value == -30
    colder = read("气温降到零下二十七八度。")["零下二十七八度"]
    assert (colder.value, colder.value_high) == (-28, -27)
    assert read("车站上水四班组每天给60辆列车加水。").keys() == {"60辆"}


def test_a_ship_or_a_case_named_after_a_place_or_a_firm_is_not_of_it() -> None:
    assert read("广东汕头“南澳Ⅰ号”古沉船已发掘出水文物近3万件。")["3万件"].region_code == "440500"
    cases = read("新浪互联信息服务有限公司传播淫秽信息案等十起案件被列为十大案件。")
    assert cases["十起"].region == "全国"


def test_a_town_may_be_named_after_a_side_of_the_city() -> None:
    assert read("湖北丹江口市西城镇共有医生35人。")["35人"].region == "湖北丹江口市西城镇"
    assert read("目前西城镇卫生院共有医生35人。")["35人"].region_code is None
    assert read("湖北丹江口市城镇共有医生35人。")["35人"].region_code == "420381"
