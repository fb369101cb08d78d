"""Numbers that say which and not how much (zones, slopes, machines, pairs), and some that were missed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.rejects import read_numbers


def mentions(text: str) -> list[str]:
    return [text[q.start : q.end] for q in read_numbers(text).quantities]


@pytest.mark.parametrize(
    "text",
    [
        "河道两岸800米左右的区域内禁止养殖。",
        "推广120马力轮式拖拉机。",
        "适合8到20度坡地作业。",
        "建设石林和红湖两个国家公园。",
        "跨河的五孔石桥正在加固。",
        "四倍券开始预约。",
        "产值过万亿元、人口超千万的城市越来越多。",
        "次高20%收入组的情况。",
        "每天工作超过10小时的员工。",
        "粤苏鲁3省份保持稳定，这3个省份是大省。",
        "要一毫米都不差地接上。",
        "投资万元以上项目。",
        "新建六景、横州、玉林北等车站。",
        "线路经三间、龙潭和石桥等村。",
        "上述5项指标均达标。",
        "全球前五家造船企业。",
        "七座及七座以下的小客车免费。",
        "可绕地球30多圈。",
        "实行240小时过境免签。",
        "走向1500米超深水。",
        "财产总额不超过20万元的，不另行交纳。",
        "费用超过1万元的，报销时需凭票。",
        "快递单量达1000单以上的经营主体可申报。",
        "对东盟10国的出口增势平稳。",
    ],
)
def test_what_delimits_or_names_is_no_measurement(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("超过半数居民参加。", ["半数"]),
        ("当地无霜期130天。", ["130天"]),
        ("甲乙丙等11省市报名。", ["11省市"]),
        ("营业收入从2.2亿到9.6亿，利润从700万到1.5亿。", ["2.2亿", "9.6亿", "700万", "1.5亿"]),
        ("海拔从200米到900米。", ["200米到900米"]),
        ("每人补助从500元到700元不等。", ["500元到700元"]),
        ("装了两台马力120马力的机器。", ["两台", "120马力"]),
        ("建了学校和他的两个工厂。", ["两个"]),
        ("进口了超过70万吨的农产品。", ["70万吨"]),
        ("村里种了万亩茶树。", ["万亩"]),
        ("村集体年增收万元以上。", ["万元"]),
        ("收入首破万亿元。", ["万亿元"]),
        ("以350公里时速飞驰。", ["350公里时速"]),
        ("表彰了100名优秀企业家。", ["100名"]),
        ("培训了20名校长。", ["20名"]),
        ("运来300吨粮食。", ["300吨"]),
        ("一亩地收入2000元。", ["2000元"]),
        ("全国排名上升到24位。", ["24位"]),
        ("客运量达1.4亿旅次。", ["1.4亿旅次"]),
    ],
)
def test_what_is_measured_stays(text: str, wanted: list[str]) -> None:
    assert mentions(text) == wanted


def test_half_is_a_share() -> None:
    half = read_numbers("近半数企业复工。").quantities[0]
    assert (half.value, half.unit, half.qualifier) == (Decimal(50), "%", "about")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("发展指数为89.4。", "点"),
        ("居民消费价格总指数为99.5。", "%"),
        ("可为村里带来50万元的年收入。", "元/年"),
        ("他忙碌一年有5万元的收入。", "元/年"),
        ("每人发放一次性生活补助金5000元。", "元/人"),
        ("持有300万股。", "股"),
        ("比重分别下降0.2个、下降0.6个、提高0.8个百分点。", "百分点"),
        ("节能300万吨标准煤。", "吨标准煤"),
        ("兑换3万股票。", ""),
    ],
)
def test_units_that_the_words_around_say(text: str, unit: str) -> None:
    found = read_numbers(text).quantities
    assert (found[0].unit if found else "") == unit


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("91家企业营业收入超百亿元，28家超千亿元。", ["91家", "28家"]),
        ("销售收入超亿元的企业达到35家，超10亿元的8家。", ["35家", "8家"]),
        ("新增1个经济总量近千亿、4个过五百亿的县市。", ["1个", "4个"]),
        ("211个重点项目完成投资超800亿元。", ["211个", "800亿元"]),
        ("到2025年，建成10000个以上的美丽乡村。", ["10000个"]),
    ],
)
def test_a_bare_magnitude_says_how_large_each_is(text: str, figures: list[str]) -> None:
    assert mentions(text) == figures
