"""Figures as Taiwan's news print them: points of a market, quakes, so many of so many, sums in two currencies."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.rejects import read_numbers


def read(text: str) -> list[tuple[str, str, str, str]]:
    found = Reader().read(Article("x", text, None, "2026-07-10")).observations
    return [(one.mention, one.indicator, one.measure, one.unit) for one in found]


def mentions(text: str) -> list[str]:
    return [text[one.start : one.end] for one in read_numbers(text).quantities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("台指期夜盘跌249点或-0.54%，收45817点。", ["249点", "-0.54%", "45817点"]),
        ("台股重挫500点，盘中最低来到2万1320点。", ["500点", "2万1320点"]),
        ("日经早盘跌1243点，韩股夜盘一度站上41,200点。", ["1243点", "41,200点"]),
        ("股市上午9点开盘，指数面临6万3保卫战，一度失守2万2关卡。", []),
        ("会议开到10点，专家提出3点建议。", ["3点"]),
    ],
)
def test_points_of_a_market(text: str, found: list[str]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("外海发生规模5.5的浅层地震，最大震度3。", [("5.5", "级"), ("3", "级")]),
        ("芮氏规模6.2，花莲震度4级。", [("6.2", "级"), ("4级", "级")]),
        ("第1季GDP则呈现零成长。", [("零", "%")]),
    ],
)
def test_figures_without_a_unit(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one[0], one[3]) for one in read(text)] == found


def test_how_long_something_took_is_told() -> None:
    assert mentions("抢修历时约3小时，目前已恢复通车。") == ["3小时"]
    assert mentions("手术用时不到5小时，患者已脱离危险。") == ["5小时"]


def test_nil_growth_is_a_growth() -> None:
    assert read("第1季GDP则呈现零成长。")[0][2] == "growth"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每3位选手就有2名训练超标。", ["3位", "2名"]),
        ("每4个职缺就有1个与晶片相关。", ["4个", "1个"]),
        ("每10名长者就有一人独居。", ["10名", "一人"]),
    ],
)
def test_so_many_of_so_many(text: str, found: list[str]) -> None:
    told = read(text)
    assert [one[0] for one in told] == found
    assert {one[2] for one in told} == {"ratio"}
    assert len({one[1] for one in told}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "建国路2段一间民宅起火。",
        "沙河三桥附近发生山崩。",
        "身分证末2码或3码与中奖号码相符。",
        "短短4个交易日主力抽离。",
        "开盘不到10分钟股价已翻红。",
        "路边停车以半小时计费。",
        "对甲乙油脂、丙丁实业及戊己油脂等3家公司提起诉讼。",
        "须留意疫情、汇率与市场过热等3项隐忧。",
    ],
)
def test_what_only_says_which_or_when(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("停车费率为每小时20元。", "20元", "元/小时"),
        ("多地气温飙破摄氏40度。", "40度", "摄氏度"),
        ("花束数量超过1万束。", "1万束", "束"),
        ("被控收取74.4亿披索。", "74.4亿披索", "比索"),
    ],
)
def test_units(text: str, mention: str, unit: str) -> None:
    assert [(one[0], one[3]) for one in read(text)] == [(mention, unit)]


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("某厂将买回800亿美元（约新台币2兆5445亿元）的自家股票。", "800亿美元", "某厂将买回自家股票"),
        ("某厂将买回800亿美元（约新台币2兆5445亿元）的自家股票。", "2兆5445亿元", "某厂将买回自家股票"),
        ("他被控收取2亿美元（约新台币60亿元）回扣。", "60亿元", "被控收取回扣"),
        ("船东斥资9500万美元（约新台币26.6亿元）订购1万个新货柜。", "9500万美元", "船东斥资订购新货柜"),
        ("公司求偿新台币10亿元。", "10亿元", "公司求偿"),
        ("半导体业每月征才4.7万人。", "4.7万人", "半导体业每月征才"),
        ("外资合计卖超185亿元。", "185亿元", "外资合计卖超"),
        ("（甲社记者乙丙基隆9日电）工厂库存3万吨。", "3万吨", "工厂库存"),
        ("〔财经频道／综合报导〕国际油价上涨8%。", "8%", "国际油价"),
    ],
)
def test_names(text: str, mention: str, indicator: str) -> None:
    assert [one[1] for one in read(text) if one[0] == mention] == [indicator]


@pytest.mark.parametrize("text", ["将给予进口牛肉90天免关税。", "获选者可到当地求学2到4年。"])
def test_how_long_something_is_granted_or_lasts(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("完成长达200公里的围栏。", "200公里", "围栏长度"),
        ("桥边水深达3米的河段。", "3米", "桥边水深"),
        ("其中又以韩股跌势最大，开低走低，跌逾5%，日经早盘跌1243点。", "5%", "韩股"),
        ("其中又以韩股跌势最大，开低走低，跌逾5%，日经早盘跌1243点。", "1243点", "日经"),
        ("高股息ETF却展现韧性，终场仅下跌1.07%。", "1.07%", "高股息ETF"),
        ("税前盈余90.8亿元（台币，以下同，约3.26亿美元），创新高。", "3.26亿美元", "税前盈余"),
        ("追踪十年，共有66名（1.42%）患者出现病征。", "66名", "患者出现病征"),
        ("在民主党人中，56%的人认为这是错误，而共和党人的这一比例为29%。", "56%", "民主党人认为这是错误比例"),
        ("在民主党人中，56%的人认为这是错误，而共和党人的这一比例为29%。", "29%", "共和党人认为这是错误比例"),
        ("最贫穷的家庭，也就是160万户人家，必须借钱。", "160万户", "最贫穷的家庭人家"),
        ("石油以外出口额成长24.2%，由6月成长幅度20.8%增强。", "20.8%", "石油以外出口额"),
        ("身分证末码「54」共86人；「597」共405人。", "405人", "身分证末码597"),
        ("启动查缉地下金流专案，共查获212案、588人。", "588人", "启动查缉地下金流专案查获"),
        ("侦获共机3架次、共舰8艘。", "8艘", "共舰"),
        ("初判涉124件约新台币5200万元诈骗案。", "124件", "初判涉诈骗案"),
    ],
)
def test_what_the_sentence_leaves_out(text: str, mention: str, indicator: str) -> None:
    assert [one[1] for one in read(text) if one[0] == mention] == [indicator]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("罹病机率比其他患者高出3倍。", "ratio"),
        ("产量比去年高出3倍。", "growth"),
        ("移除范围扩增7个乡镇。", "level"),
        ("本周超出预定的22万张。", "level"),
        ("比预定多出3万张。", "change"),
    ],
)
def test_measures(text: str, measure: str) -> None:
    assert [one[2] for one in read(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("查扣逾新台币9亿元。", "over"),
        ("约新台币5200万元。", "about"),
        ("油价涨破每桶100美元。", "over"),
        ("气温飙破摄氏40度。", "over"),
        ("股价跌破50元。", "under"),
        ("月薪5万元起跳。", "min"),
    ],
)
def test_bounds_in_front_of_a_currency(text: str, qualifier: str) -> None:
    assert [one.qualifier for one in Reader().read(Article("x", text)).observations] == [qualifier]


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("95无铅汽油每公升29.5元。", "29.5元", "元/升"),
        ("烧毁面积约30平方公尺。", "30平方公尺", "平方米"),
        ("检出农药0.05ppm。", "0.05ppm", "ppm"),
        ("测得38.1度高温。", "38.1度", "度"),
        ("一年最多可增加3到10万元的收入。", "3到10万元", "元/年"),
        ("抽样误差在正负3个百分点。", "3个百分点", "百分点"),
    ],
)
def test_units_of_the_island(text: str, mention: str, unit: str) -> None:
    assert [(one[0], one[3]) for one in read(text)] == [(mention, unit)]
