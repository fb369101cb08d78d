"""十年间, 五年下来 and 十年累计 in a text that has named the years they speak of."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    "behind",
    [
        "五年间，农民收入增长70%",
        "五年来，累计发放补贴70亿元",
        "五年下来，拆除旧房70栋",
        "短短五年时间里，民宿增加了70家",
        "各类项目五年累计投入70亿元",
        "与五年前相比，农机增加了70台",
    ],
)
@pytest.mark.parametrize("mark", ["。", "。\n"])
@pytest.mark.parametrize("named", ["从2015年到2020年，全县修路900公里", "2015—2020年，全县修路900公里"])
def test_years_named_by_both_their_ends_are_those_counted_behind_them(
    named: str, mark: str, behind: str, periods
) -> None:
    found = periods(f"{named}{mark}{behind}。", "2021-03-02")
    assert next(found[mention] for mention in found if mention.startswith("70")) == "2015/2020"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("学生由2018年的300人发展到2022年的900人。四年间，教师增加了60名。", "60名", "2018/2022"),
        ("2018年，床位300张；到2022年，床位达到900张。四年间，补贴累计发放3亿元。", "3亿元", "2018/2022"),
        ("2017年，全县贫困人口12万人。五年光景，8万人摘掉了穷帽子。", "8万人", "2017/2022"),
        ("2016年，全县贫困人口12万人。五年光景，8万人摘掉了穷帽子。", "8万人", None),
        ("学生由2018年的300人发展到2022年的900人。三年间，教师增加了60名。", "60名", None),
        ("从2008年到2013年，全县修路900公里。五年来，农机增加了70台。", "70台", "2018/2023"),
        ("从2008年到2013年，全县修路900公里。近五年来，农机增加了70台。", "70台", None),
    ],
)
def test_years_told_apart_have_to_be_as_many_as_are_counted(
    text: str, mention: str, period: str | None, periods
) -> None:
    assert periods(text, "2023-05-06")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("“十三五”期间，全省建成绿道5000公里。进入“十四五”，又添了800公里。", "800公里", "2021/2023-04"),
        ("迈入“十四五”以来，全省投入资金90亿元。", "90亿元", "2021/2023-04"),
        ("进入“十五五”，全省将投资90亿元。", "90亿元", "2023"),
        ("园区2008年动工。十五年后的今天，企业总数为260家。", "260家", "2023-04"),
        ("时至今日，园区有企业260家。", "260家", "2023-04"),
        ("正月十五当天，铁路发送旅客21万人次。", "21万人次", "2023-02-05"),
        ("昨天，市民政局透露，全市有养老机构120家。", "120家", "2023"),
        ("1至3月，全市进出口310亿元。对东盟出口46亿元，占15%。", "46亿元", "2023-01/2023-03"),
        ("1至3月，全市进出口310亿元。新建厂房46座，占地90亩。", "46座", "2023"),
    ],
)
def test_times_of_a_plan_a_feast_and_of_the_text_itself(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2023-04-06")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("回望“十三五”，五年间，3个万亿产业已然成形，全省修路900公里。", "3个", "2020"),
        ("回望“十三五”，五年间，3个万亿产业已然成形，全省修路900公里。", "900公里", "2016/2020"),
        ("“十三五”时期，新修公路900公里，总里程达到24万公里。", "24万公里", "2020"),
        ("“十三五”时期，新建学校80所，受益学生达到9万人。", "9万人", "2016/2020"),
        ("“十三五”时期，新增床位800张，接待病人达到600万人次。", "600万人次", "2016/2020"),
    ],
)
def test_what_is_there_by_then_is_of_the_end_of_a_stretch(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2021-01-28")[mention] == period


@pytest.mark.parametrize("title", ["“十三五”时期某省水利", "2016—2020年某省水利"])
def test_a_stretch_that_the_title_names_is_that_of_its_years(title: str) -> None:
    text = "五年间，全省新建水库12座。五年累计投入80亿元。近三年，又修渠3条。"
    found = {o.mention: o.period for o in READER.read(Article("x", text, title, "2021-01-28", None)).observations}
    assert found == {"12座": "2016/2020", "80亿元": "2016/2020", "3条": None}


def test_what_has_taken_shape_in_a_look_back_on_five_years_is_of_the_last() -> None:
    text = "过去五年，工业五年年均增长6.3%，6个产业集群和2个茶叶产业培育成型，新增企业70家，5条铁路建成通车。"
    found = READER.read(Article("x", text, "2023年某省政府工作报告", "2023-01-14", None)).observations
    assert {o.mention: o.period for o in found} == {
        "6.3%": "2018/2022",
        "6个": "2022",
        "2个": "2022",
        "70家": "2018/2022",
        "5条": "2018/2022",
    }


def test_years_named_anywhere_place_as_many_counted(periods) -> None:
    text = "这八年，学校添了12栋楼。2009年，学生只有200人；2017年，学生增加到900人。"
    assert periods(text, "2018-11-14")["12栋"] == "2009/2017"
    answer = (
        "记者：成效怎么样？\n负责人：十年间，脱贫25万人。2005年，贫困人口有48万。\n"
        "负责人：到2015年，只有23万。这十年有25万户受益。"
    )
    assert periods(answer, "2016-10-17")["25万户"] == "2005/2015"


def test_a_text_of_the_first_months_looks_back_on_five_years(periods) -> None:
    text = (
        "各位代表！过去五年，全县跃上了新的高度。\n这五年，经济总量超过430亿元，年均增长6.6%。\n"
        "发明专利较五年前增长1倍，达到120件。累计完成投资580亿元。\n"
    )
    found = periods(text, "2021-01-29", "在县人代会上的讲话")
    assert found["430亿元"] == found["120件"] == "2020"
    assert found["6.6%"] == found["580亿元"] == found["1倍"] == "2016/2020"


def test_a_list_is_of_what_the_brackets_of_its_heading_say(periods) -> None:
    text = "再来看看全县的成绩单（2015年到现在）：\n▶223家合作社得到了扶持；\n▶放出贷款112亿元；\n"
    assert set(periods(text, "2018-11-14").values()) == {"2015/2018-11"}


def test_a_base_of_its_own_is_the_base(periods) -> None:
    text = "同2005年相比，2015年专项资金净增18亿元，今年的标准比原来提高了31.6%。"
    assert periods(text, "2016-10-17")["31.6%"] == "2016"


@pytest.mark.parametrize("told", ["时间来到2019年", "时针拨到2019年", "到了2019年", "截至2019年"])
def test_ten_years_end_with_the_year_that_the_story_has_come_to(told: str, periods) -> None:
    text = f"十年间，全省建成水库40座。\n{told}，缺水人口减少到60万。十年里，管网投资累计700亿元。"
    found = periods(text, "2020-10-09")
    assert found["40座"] == found["700亿元"] == "2009/2019"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("三年来，全县修路900公里，带动60多万人增收。", "60多万人", "2020/2023"),
        ("三年来，山区变了样。劳动生产率增长了15%。", "15%", "2020/2023"),
        ("三年来，山区变了样。果品占比由41%提高到47%。", "41%", "2020"),
        ("三年来，山区变了样。果品占比由41%提高到47%。", "47%", "2023"),
        ("三年来，山区变了样。果品产值同比增长15%。", "15%", "2023"),
        ("过去的五年里，全县共有5200人脱贫。", "5200人", "2018/2023"),
        ("五年来，变化很大。去年，网店销售额达到9亿元，比五年前增长了近4倍。", "4倍", "2018/2022"),
        ("近三年，全县修路900公里。", "900公里", None),
        ("入社6年来，他每年的收益都在8万元以上。", "8万元", None),
        ("十年间，林地面积增加了26万亩。", "26万亩", None),
        ("三年来，全县已有14.6万人脱贫。", "14.6万人", "2020/2023"),
    ],
)
def test_years_counted_back_from_the_time_of_a_text(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2023-10-06")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("截至2020年的十年间，全省脱贫人口达730万人。", "730万人", "2010/2020"),
        ("到2020年，全省贫困人口降至20万，十年累计有73万人脱贫。同一时期，农民收入增加2000元。", "2000元", "2010/2020"),
        ("到2020年，贫困人口降至20万。十年间变化大。这意味着十年有73万人脱贫。", "73万人", "2010/2020"),
    ],
)
def test_sums_over_years_up_to_the_one_that_is_told(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2021-10-06")[mention] == period


def test_a_list_of_what_there_is_goes_on_behind_a_year_that_is_only_planned_for(periods) -> None:
    text = (
        "全县现有土地中，林地最多，有9.4万亩，规划确定的2020年耕地目标已实现。"
        "此外，湿地、园地、草地各有5.4万亩、5.3万亩、2.1万亩。"
    )
    assert set(periods(text, "2021-08-26").values()) == {"2021-08"}


def test_a_story_under_way_is_of_its_own_year_whatever_last_year_was(periods) -> None:
    text = "2021年，村里稳定就业的有190人。旅游综合体即将竣工，招聘会上报名的有28人。"
    assert periods(text, "2022-02-08")["28人"] == "2022"


def test_what_there_is_in_a_look_back_on_five_years(periods) -> None:
    text = "五年来，创新提速。在建的有国家实验室10个。"
    assert periods(text, "2021-02-02", "2021年某省政府工作报告") == {"10个": "2020"}


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("“十四五”期间，草原质量提升，年鲜草产量超过6亿吨。", "6亿吨", "2021/2025"),
        ("“十四五”以来，草原休养生息。生态服务价值约5万亿元。", "5万亿元", "2025"),
        ("近年来，湖区退牧还草。水量增加了80亿立方米。", "80亿立方米", None),
        ("近年来，湖区退牧还草。水量同比增加了80亿立方米。", "80亿立方米", "2025"),
        ("最新农情调度显示，全县已播种16万亩。", "16万亩", "2025-07"),
        ("招考报名已于昨晚结束，130万名考生将争夺3万个职位。", "130万名", "2025"),
        ("三集纪录片《草原》今晚起播出。", "三集", "2025-07-12"),
    ],
)
def test_plans_late_years_and_days_gone_by(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2025-07-12")[mention] == period


def test_a_plan_of_so_many_years_begins_with_that_of_the_text(periods) -> None:
    text = "日前，县里印发旅游扶贫三年行动方案，计划在三年内带动1000人增收。"
    assert periods(text, "2016-10-17") == {"1000人": "2016/2018"}


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("从2002年到2011年近十年间，他资助了100多名学生。", "100多名", "2002/2011"),
        ("截至7月12日12时，今年以来洪灾造成39万人受灾。", "39万人", "2020-07-12"),
        ("过去10年，茶业对全县增长的贡献超过50%。", "50%", "2010/2020"),
    ],
)
def test_stretches_said_again_and_days_before_the_year_so_far(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2020-07-12")[mention] == period


def test_ten_years_end_with_the_year_that_their_sentence_comes_to(periods) -> None:
    text = (
        "十年来，全省建成水库40座。\n硬仗打了十年，缺水人口到2020年已经减到60万。\n十年里，管网投资累计700亿元。"
        "\n标准也在提高，到了2021年，每户补助1万元。"
    )
    found = periods(text, "2021-08-26")
    assert found["40座"] == found["700亿元"] == "2010/2020"
    assert found["60万"] == "2020"
