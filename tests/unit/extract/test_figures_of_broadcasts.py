"""Figures of broadcasts: provinces by their letters, parks and reserves, seasons of two years, gaps to last year."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str, title: str | None = None, published: str = "2024-01-15") -> list[Observation]:
    return list(Reader().read(Article("x", text, title, published)).observations)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("目前闽赣两地共建产业园8个。", "闽赣两地"),
        ("沪苏浙皖四地累计签约项目320个。", "沪苏浙皖四地"),
        ("京津冀三地共有开发区86个。", "京津冀"),
        ("川渝291家医院实现检查结果互认。", "川渝"),
        ("钱江源国家公园投入5亿元。", "钱江源国家公园"),
        ("鄱阳湖国家级自然保护区越冬候鸟达到32万只。", "鄱阳湖国家级自然保护区"),
    ],
)
def test_areas_without_a_code_stay_as_printed(text: str, region: str) -> None:
    (one,) = read(text)
    assert (one.region, one.region_code) == (region, None)


@pytest.mark.parametrize(
    "text",
    ["我国国家公园总面积达23万平方公里。", "完善自然保护区管理，投入资金2亿元。", "各级自然保护区新增巡护人员1200人。"],
)
def test_kinds_of_parks_are_no_park(text: str) -> None:
    assert read(text)[0].region_code == "100000"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023—2024冰雪季，全国滑雪人次达4.3亿。", "2023/2024"),
        ("2023/24榨季全国生产食糖996万吨。", "2023/2024"),
        ("2022/2023年度，棉花产量598万吨。", "2022/2023"),
    ],
)
def test_a_season_runs_over_two_years(text: str, period: str) -> None:
    assert read(text)[0].period == period


def test_so_many_seasons_are_a_length() -> None:
    assert [one.mention for one in read("游客连续三个雪季增长，去年达到120万人次。")] == ["120万人次"]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("7月份，失业率为5.3%，低于去年同期0.1个百分点。", -0.1, "change"),
        ("6月末，库存为86万吨，高于上年同期12万吨。", 120000, "change"),
        ("6月末，库存为86万吨，少于2020年同期5万吨。", -50000, "change"),
        ("7月，粮价为2800元，低于去年同期的3100元。", 3100, "level"),
    ],
)
def test_how_far_something_is_from_what_it_was(text: str, value: float, measure: str) -> None:
    last = read(text, published="2023-08-15")[-1]
    assert (float(last.value), last.measure) == (value, measure)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("就业率由“十三五”初期的81%提高到“十三五”末的86%。", ["2016", "2020"]),
        ("灌溉面积从“十二五”期初的80万亩增加到95万亩。", ["2011", "2024"]),
        ("“十五五”期间，全省固定资产投资将达到4万亿元，公路里程将达到20万公里。", ["2026/2030", "2030"]),
        ("2019—2022年，全省修复湿地1200公顷，湿地面积达到3万公顷。", ["2019/2022", "2022"]),
        ("2019年至2022年，候鸟种类增加到230种。", ["2022"]),
        ("从1921年至1949年，牺牲的烈士就达370万人。", ["1921/1949"]),
    ],
)
def test_years_of_sums_and_of_what_stands_at_their_end(text: str, periods: list[str]) -> None:
    assert [one.period for one in read(text)] == periods


@pytest.mark.parametrize(
    "text",
    [
        "调查报告显示，半数以上的受访企业将在今年增加投资。",
        "问卷调查显示，两成的家长打算在明年报名。",
        "今年6月的调查发现，64%的居民计划购买新能源车。",
    ],
)
def test_what_those_asked_mean_to_do_is_a_fact(text: str) -> None:
    assert [one.status for one in read(text, published="2024-07-15")] == ["observation"]


def test_a_share_of_a_plan_stays_one() -> None:
    assert read("到2026年，90%的企业将实现数字化。")[0].status == "target"


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("电站安装4台单机容量30万千瓦的水轮发电机组。", "4台", "水轮发电机组"),
        ("当地新建3座日处理能力5000吨的污水处理厂。", "3座", "污水处理厂"),
        ("全国公路投资820亿元。其中，农村公路加快推进，完成投资120亿元。", "120亿元", "农村公路"),
        ("全年接待游客1.2亿人次。其中，乡村旅游持续火热，接待游客3200万人次。", "3200万人次", "乡村旅游"),
        ("2023年，造船业保持领先，完工量4232万载重吨。", "4232万载重吨", "造船业完工量"),
        ("320艘船舶在内港避风。", "320艘", "船舶"),
    ],
)
def test_the_thing_that_is_measured_is_named(text: str, mention: str, indicator: str) -> None:
    (one,) = (row for row in read(text) if row.mention == mention)
    assert indicator in one.indicator


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("河南从江苏、湖北等地引进收割机3000多台。", "410000"),
        ("山西从山东寿光购进蔬菜1200吨。", "140000"),
        ("贵州从浙江引进企业36家。", "520000"),
        ("世界机器人大会已累计吸引100多万人次参会。", "100000"),
        ("哈尔滨至漠河航班增至33班。", "230000"),
        ("全国运行平稳。义乌至宁波班列开行33列。", "330000"),
    ],
)
def test_whose_figures_are_told(text: str, region: str) -> None:
    assert read(text)[0].region_code == region


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("深圳与哈尔滨对口合作。两市累计实施项目120个。", "两市"),
        ("广东和广西深化合作。目前，两地共建园区12个。", "两地"),
        ("我国最大天然气生产基地——长庆油田产气量达500亿立方米。", "长庆油田"),
        ("野生虎豹在东北虎豹国家公园定居、繁衍，种群数量已恢复到50只以上。", "东北虎豹国家公园"),
    ],
)
def test_places_told_before_and_where_animals_live(text: str, region: str) -> None:
    one = read(text)[-1]
    assert (one.region, one.region_code) == (region, None)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("我国日均词元调用量超140万亿。", "个"),
        ("平台外贸专区销售超33亿。", "元"),
        ("专利申请量达320万。", "件"),
        ("卫生人员数量达540万。", "人"),
    ],
)
def test_what_bare_figures_count(text: str, unit: str) -> None:
    assert [one.unit for one in read(text)] == [unit]


def test_both_ends_of_parts_of_a_thousand() -> None:
    (one,) = read("含盐率减少到千分之一到千分之二。")
    assert (one.unit, one.value, one.value_high) == ("‰", 1, 2)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("假期过半，景区接待游客320万人次。", ["320万人次"]),
        ("春运过半，铁路发送旅客2.1亿人次。", ["2.1亿人次"]),
        ("秋收进度过半。", ["半"]),
    ],
)
def test_half_of_a_time_is_no_figure(text: str, mentions: list[str]) -> None:
    assert [one.mention for one in read(text)] == mentions


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("“十五五”开局起步之年，粮食产量将稳定在1.4万亿斤左右。", ["2026"]),
        ("叶片已经从“十三五”时的80米延展到现在的150多米。", ["2020", "2024-01"]),
        ("清单新增8项、适用主体扩大至事业单位。", ["2024"]),
        ("1月11日，长庆油田日产气量突破1.3亿立方米。", ["2024-01-11"]),
        ("去年上半年，港口吞吐量增长28%。\n在空中，海南开通航线77条。", ["2023-01/2023-06", "2023"]),
    ],
)
def test_periods_of_plans_lists_and_days(text: str, periods: list[str]) -> None:
    assert [one.period for one in read(text)] == periods


def test_what_is_announced_is_meant() -> None:
    (one,) = read("中国人民银行宣布将合并使用额度，增加再贷款额度5000亿元。")
    assert one.status == "target"


@pytest.mark.parametrize(
    ("text", "measure"),
    [("秋收以每天2700万亩左右的速度推进。", "level"), ("沙漠以每年10万亩的速度扩展。", "change")],
)
def test_how_fast_a_work_goes_on_is_an_amount(text: str, measure: str) -> None:
    assert read(text)[0].measure == measure


@pytest.mark.parametrize(
    ("text", "indicator"),
    [("建成842部天气雷达、9万余个观测站。", "天气雷达"), ("航线由24条加密至33条。", "航线")],
)
def test_words_that_end_like_verbs(text: str, indicator: str) -> None:
    assert read(text)[0].indicator.endswith(indicator)


def test_a_rank_that_was_left_stands_before_the_year_of_the_new_one() -> None:
    rows = read("中国在全球创新指数的排名，从2012年的第34位上升到2021年的第12位。")
    assert [(one.value, one.period) for one in rows] == [(34, "2012"), (12, "2021")]


@pytest.mark.parametrize(
    ("text", "period"),
    [("四年间，经口岸通关的旅客超6954万人次。", None), ("四年间，客流量达3000万人次。", "2024")],
)
def test_those_who_came_through_over_years(text: str, period: str | None) -> None:
    assert [one.period for one in read(text)] == [period]


def test_this_place_is_the_stretch_of_nature_just_named() -> None:
    rows = read(
        "安吉县收入达到365亿元。\n毛乌素沙漠是中国四大沙地之一，这里治理沙地6000平方公里。这里的森林覆盖率达82%。"
    )
    assert [one.region_code for one in rows][-2:] == [None, None]


def test_firms_from_elsewhere_among_those_here() -> None:
    rows = read("全国经济向好。前海园区共有企业500家，其中台湾企业有120家。", title="全国经济向好")
    assert "710000" not in [one.region_code for one in rows]


def test_a_total_lends_only_what_it_is_a_total_of() -> None:
    rows = read("全省完成公路总周转量、旅客周转量、货物运输量分别为531亿吨公里、2.8亿人公里、327万吨。")
    assert rows[-1].indicator == "公路货物运输量"
