"""Figures as the releases of bureaus, communiqués and reports of counties print them."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def rows(reader: Reader, text: str, published: str | None, title: str | None = None) -> list[tuple[str | None, ...]]:
    found = reader.read(Article("d", text, title, published, None)).observations
    return [(o.mention, o.unit, o.status, o.period, o.indicator) for o in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "全年建筑业总产值120亿元，增长5%；增加值30亿元，增长2%。",
            ["建筑业总产值", "建筑业总产值", "建筑业增加值", "建筑业增加值"],
        ),
        (
            "全区外贸出口增长6.1%，与上月持平，分别高于全市、全省0.2个、3.1个百分点。",
            ["外贸出口", "外贸出口高于全市", "外贸出口高于全省"],
        ),
        (
            "产业结构构成由12.2%、38.6%和49.2%调整为11.3%、37.9%和50.8%。",
            ["第一产业占比", "第二产业占比", "第三产业占比"] * 2,
        ),
        ("水路客运量和周转量分别为3万人和27万人公里。", ["水路客运量", "水路周转量"]),
        ("初中招生人数2331人，比去年减少170人；在校生人数6217人。", ["初中招生人数", "初中招生人数", "初中在校生人数"]),
        (
            "全县改造户厕2842座，完成4600座年度任务的61.78%。",
            ["改造户厕", "改造户厕年度任务", "改造户厕完成年度任务比例"],
        ),
        ("纺织业、食品业和医药业3个行业产值分别增长3%、4%、5%。", ["纺织业产值", "食品业产值", "医药业产值"]),
        (
            "纸及纸板业，烟草制品业，木材和竹材加工业3个行业增加值分别增长3%、4%、5%。",
            ["纸及纸板业增加值", "烟草制品业增加值", "木材和竹材加工业增加值"],
        ),
        ("其中工业技改投资快速增长，完成投资24亿元。", ["工业技改完成投资"]),
        ("新开工项目64个，投产41个；达产15个。", ["新开工项目", "新开工项目投产", "达产"]),
        (
            "产业园区、高效农业示范园区、特色旅游景区、示范小城镇、城市综合体分别完成年度计划的74%、88%、97%、96%、81%。",
            [
                f"{one}完成年度计划比例"
                for one in ("产业园区", "高效农业示范园区", "特色旅游景区", "示范小城镇", "城市综合体")
            ],
        ),
        ("增速较快的有金寨县（20.5%）、开发区（15.8%）、霍山县（15.3%）。", ["增速"] * 3),
        ("10-50亿元企业完成营业收入65亿元。", ["10-50亿元企业完成营业收入"]),
        (
            "户籍人口83万人，其中城镇人口21万人。常住人口70万人，其中城镇人口35万人。",
            ["户籍人口", "户籍城镇人口", "常住人口", "城镇人口"],
        ),
        ("发放农村低保金342万元，其中，春节补贴57万元。", ["发放农村低保金", "春节补贴"]),
    ],
)
def test_names_of_what_is_measured(reader: Reader, text: str, names: list[str]) -> None:
    assert [row[4] for row in rows(reader, text, "2023-05-01")] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10个计划投产项目实现投产7个，投产率达70%。", ["observation"] * 3),
        ("全市30个拟建项目已开工20个，开工率66.7%。", ["observation"] * 3),
        ("今年计划开工项目255项，目前已开工206项。", ["target", "observation"]),
        ("全市重点项目年度投资计划64亿元，累计完成投资62亿元。", ["target", "observation"]),
        ("计划投资93亿元，完成投资44亿元，占年度计划的47%，高于序时进度5个百分点。", ["target"] + ["observation"] * 3),
        ("发放雨露计划补助资金62万元，特岗计划招聘教师30人。", ["observation", "observation"]),
        ("今年计划新开工项目20个，完成投资30亿元。", ["target", "target"]),
        ("全市造林30万亩，占省下达任务15万亩的197.8%。", ["observation", "target", "observation"]),
        ("城镇登记失业率3.2%，低于4%的控制指标。", ["observation", "target"]),
    ],
)
def test_what_is_planned_and_what_was_done(reader: Reader, text: str, expected: list[str]) -> None:
    assert [row[2] for row in rows(reader, text, "2016-11-10")] == expected


def test_how_a_year_closes_is_told_without_its_date(reader: Reader) -> None:
    told = rows(reader, "预计全年完成工业产值65亿元、同比增长11%，财政收入5亿元、同比增长6%。", None)
    assert {row[2] for row in told} == {"observation"}
    assert {row[2] for row in rows(reader, "预计全年新增就业5000人。", None)} == {"target"}
    review = "预计实现财政收入38亿元，增长4%。\n回顾这一年，我们连续第四年获评“福建省十强县”，我县宁德时代项目投产。"
    found = reader.read(Article("d", review, None, None, None)).observations
    assert {(o.status, o.region_code) for o in found} == {("observation", None)}


@pytest.mark.parametrize(
    ("text", "published", "title", "period"),
    [
        ("十一黄金周期间全市接待游客19万人次。", "2011-10-19", None, "2011-10"),
        ("五一假期全县接待游客19万人次。", "2021-05-08", None, "2021-05"),
        ("1—7月全市公路运输自年初累计完成客运量301万人。", "2020-08-27", None, "2020-01/2020-07"),
        (
            "1—7月全市增加值增长5%，与1—6月持平，分别高于全省、全国1个、2个百分点。",
            "2020-08-27",
            None,
            "2020-01/2020-07",
        ),
        ("农村改厕任务382座，完成386座。", "2023-04-03", "某局2022年工作总结", "2022"),
        ("2016年以来，全县民宿床位达到5000张。", "2019-01-25", None, "2016/2019-01"),
        ("2016年以来，森林面积大幅增加，达到1.21亿亩。", "2019-01-25", None, "2019-01"),
        ("脱贫攻坚战打响以来，全县贫困发生率降至1%。", "2020-01-08", "2019年临洮县政府工作报告", "2019"),
    ],
)
def test_when_figures_hold(reader: Reader, text: str, published: str, title: str | None, period: str) -> None:
    assert {row[3] for row in rows(reader, text, published, title)} == {period}


def test_a_report_without_title_and_day_tells_of_five_years(reader: Reader) -> None:
    text = "2016年，预计实现财政收入39亿元，同比增长4%，年均增长5%。\n五年来，我们建成园区7个，覆盖率达80%。"
    told = [(row[2], row[3]) for row in rows(reader, text, None)]
    assert told == [
        ("observation", "2016"), ("observation", "2016"), ("observation", "2012/2016"),
        ("observation", "2012/2016"), ("observation", "2016"),
    ]  # fmt: skip


def test_an_outlet_is_of_the_place_that_it_is_called_by(reader: Reader) -> None:
    found = reader.read(Article("d", "元至7月我市发生火灾事故65起，上升28%。", None, None, "安康新网")).observations
    assert {o.region_code for o in found} == {"610900"}
    found = reader.read(
        Article("d", "根据县区统一核算结果，2020年全县生产总值为23亿元。", None, None, None)
    ).observations
    assert [o.region for o in found] == ["全县"]


def test_no_number_of_a_sentence_before_counts_what_a_sentence_counts(reader: Reader) -> None:
    told = rows(reader, "增长面提高15.8个百分点。产值前10名的行业中，有7个行业实现增长。", "2023-05-01")
    assert [row[:2] for row in told] == [("15.8个百分点", "百分点"), ("7个", "个")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡居民收入比为2.93:1，比上年缩小0.07。", [("2.93:1", "倍", "ratio"), ("0.07", "倍", "change")]),
        ("轻重工业比例为53.8:46.2。", [("53.8", "%", "share"), ("46.2", "%", "share")]),
        ("男女性别比为105.2:100。", [("105.2:100", "倍", "ratio")]),
        ("3.2万参加了失业保险。", [("3.2万", "人", "level")]),
        ("完成规模以上（500万元口径）工业产值4765亿元。", [("4765亿元", "元", "level")]),
        (
            "增幅高于全市平均水平（13.5%）的有金寨县（20.5%）。",
            [("13.5%", "%", "growth"), ("20.5%", "%", "growth")],
        ),
    ],
)
def test_how_figures_are_measured(reader: Reader, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = reader.read(Article("d", text, None, "2022-06-10", None)).observations
    assert [(o.mention, o.unit, o.measure) for o in found] == expected


def test_what_was_built_in_villages_is_of_the_county(reader: Reader) -> None:
    found = reader.read(Article("d", "建成村卫生室20个、文化室12个。", "2018年兴文县政府工作报告", "2019-01-08", None))
    assert {o.region_code for o in found.observations} == {"511528"}


@pytest.mark.parametrize(
    "text", ["守住发展和生态两条底线。", "茶叶业、油茶业和药材业3个行业向好。", "没有发生死亡3人以上的较大事故。"]
)
def test_counts_of_those_just_told_are_no_figures(reader: Reader, text: str) -> None:
    assert rows(reader, text, "2023-05-01") == []


def test_a_date_behind_a_list_holds_for_all_of_it(reader: Reader) -> None:
    text = "凉山州剩余的300户1200人贫困人口、4个贫困村已于今年8月底全部退出。10县市于2018年全面达标。"
    found = rows(reader, text, "2020-10-10")
    assert [row[3] for row in found] == ["2020-08", "2020-08", "2020-08", "2018"]
    assert [row[4] for row in found[2:]] == ["剩余贫困村全部退出", "县市全面达标"]


def test_dates_that_figures_are_shared_out_over_do_not_hold_on(reader: Reader) -> None:
    text = (
        "2006年，全市生产总值为417亿元。全市投资一季度、上半年和前三季度分别增长11.2%、11.7%和11.5%，波动较小。"
        "全市工业企业实现利润7.61亿元。"
    )
    periods = [row[3] for row in rows(reader, text, None)]
    assert periods == ["2006", "2006-01/2006-03", "2006-01/2006-06", "2006-01/2006-09", "2006"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2012年宁夏农民人均纯收入达到历史新高的6180元。", ["农民人均纯收入"]),
        ("2013年固原市粮食总产达到创纪录的90万吨。", ["粮食总产"]),
        ("2021年，平远县年实现税收5.2亿元，创旅游综合收入8亿元。", ["税收", "旅游综合收入"]),
        ("1月18日，常熟海关公布2020年外贸数据——常熟市进出口总值1500亿元。", ["进出口总值"]),
        ("2020年，全省新设企业最多的是合肥市，共计4.3万户；其次为芜湖市，共计1.2万户。", ["新设企业", "新设企业"]),
        ("2021年，全市农村居民收入最高的是晋江市，为2.9万元；最低的是安溪县，仅1.9万元。", ["农村居民收入"] * 2),
        ("江苏省对美国、欧盟、中国香港分别出口9亿元、8亿元和3亿元。", ["对美国出口", "对欧盟出口", "对中国香港出口"]),
        (
            "全县出口总额7002万美元，其中民营企业出口5339万美元；实际利用外资达1607万美元。",
            ["出口总额", "民营企业出口", "实际利用外资"],
        ),
    ],
)
def test_names_without_what_is_said_of_them(reader: Reader, text: str, names: list[str]) -> None:
    assert [row[4] for row in rows(reader, text, "2022-03-01")] == names


def test_whose_the_figures_of_a_list_are(reader: Reader) -> None:
    trade = "吴江区进出口99亿元。同期，吴江对东盟、中国台湾、中东分别进出口31亿、15亿、14亿元。"
    fastest = "上半年，全省新设企业增速最快的是合肥市、淮北市和宿州市，与去年同期相比分别增长了43%、34%和32%。"
    found = [reader.read(Article("d", text, None, "2019-12-12", None)).observations for text in (trade, fastest)]
    assert {o.region_code for o in found[0]} == {"320509"}
    assert [o.region_code for o in found[1]] == ["340100", "340600", "341300"]


def test_growth_behind_a_plus_or_behind_the_foremost(reader: Reader) -> None:
    text = "增幅居前的行业是教育业（+60%）和房地产业（-12%）。跌幅最大的是猪肉，为12%；其次是鸡蛋，为5%。"
    found = reader.read(Article("d", text, None, "2019-12-12", None)).observations
    assert [(o.measure, o.value) for o in found] == [("growth", 60), ("growth", -12), ("growth", -12), ("growth", -5)]


def test_all_branches_of_a_clause_that_only_says_how_they_grow(reader: Reader) -> None:
    text = (
        "2022年，全县汽车制造业、食品制造业、燃气生产和供应业三个行业增加值增势较好，分别增长89.2%、11.4%、159.4%；"
        "酒饮料和精制茶制造业、金属制品业、化学纤维制造业、化学原料和化学制品制造业四个行业增幅回落，分别下降4%、10%、25%、30%。"
    )
    names = [row[4] or "" for row in rows(reader, text, None)]
    assert names[:3] == ["汽车制造业增加值", "食品制造业增加值", "燃气生产和供应业增加值"]
    kinds = ("酒饮料和精制茶制造业", "金属制品业", "化学纤维制造业", "化学原料和化学制品制造业")
    assert [name.removesuffix("增加值") for name in names[3:]] == list(kinds)


def test_the_year_before_of_a_release_on_a_part_of_the_year(reader: Reader) -> None:
    text = "3月末，全县存款余额440.95亿元。\n居民人均可支配收入7256元。城乡收入比由上年同期的2.05:1下降为2.02:1。"
    found = rows(reader, text, "2025-05-22", "2025年一季度郏县经济运行情况")
    assert [row[3] for row in found] == ["2025-03", "2025-01/2025-03", "2024-01/2024-03", "2025-01/2025-03"]


def test_a_month_behind_of_which_holds_for_its_clause(reader: Reader) -> None:
    text = "规模以上工业增加值增长7.5%，较去年同期回落0.9个百分点；其中，当月增长9.9%。分门类看，采矿业增长67.9%。"
    found = rows(reader, text, "2025-04-30", "郏县2025年一季度经济运行情况")
    assert [row[3] for row in found] == ["2025-01/2025-03", "2025-01/2025-03", "2025-03", "2025-01/2025-03"]
