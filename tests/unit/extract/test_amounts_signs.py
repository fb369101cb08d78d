"""Signs of money in front of numbers, what one currency costs in another, and 平 for 平方米."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def figures(text: str) -> list[tuple[str, str, str]]:
    read = READER.read(Article("x", text, None, "2012-06-10", None)).observations
    return [(one.mention, f"{one.value.normalize():f}", one.unit) for one in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "美元兑日元升至102.35附近，英镑兑美元跌破1.5600关口。",
            [("102.35", "102.35", "日元"), ("1.5600", "1.56", "美元")],
        ),
        ("欧元兑加元在1.3050上方徘徊。", [("1.3050", "1.305", "加元")]),
        ("软件工程师的年收入约US$ 9.3万。", [("US$ 9.3万", "93000", "美元/年")]),
        ("国内售价为￥2,999，海外版售价$399起。", [("￥2,999", "2999", "元"), ("$399", "399", "美元")]),
        ("商铺成交面积732.5平，车库成交6个。", [("732.5平", "732.5", "平方米"), ("6个", "6", "个")]),
        ("一套89平的房子总价120万。", [("89平", "89", "平方米"), ("120万", "1200000", "元")]),
        (
            "欧元/美元在1.2510附近整理，阻力位在1.2580，支撑首先是1.2460，跌破后下探1.2390（5月2日低点）和1.2350。",
            [(one, one.rstrip("0"), "美元") for one in ("1.2510", "1.2580", "1.2460", "1.2390", "1.2350")],
        ),
        (
            "英镑/日元现报125.60，日内高点126.30，上方关注127.50一线。",
            [(f"12{n}", f"12{n[:-1]}", "日元") for n in ("5.60", "6.30", "7.50")],
        ),
        ("欧元兑美元走低。\n支撑位在1.2580，系数在1.25附近。", []),
        ("协会成员/单位共12家，参数设在1.2580。", [("12家", "12", "家")]),
        ("两队打成3平。", []),
        ("房屋面积不详。甲队2胜3平，积分第一。", []),
        ("小区很新。80平的房子卖100万元。", [("80平", "80", "平方米"), ("100万元", "1000000", "元")]),
        ("变量$1和$2分别表示输入，公式$12$不变。", []),
        ("单位：US$\n3500", []),
        ("网站日访问量突破300万。", [("300万", "3000000", "次")]),
        ("影片首周进账2100万。动画片首周仅有350万。", [("2100万", "21000000", "元"), ("350万", "3500000", "元")]),
        (
            "民间资金有6千亿，这6千亿只要拿出10%，就有600亿。",
            [("6千亿", "600000000000", "元")] * 2 + [("10%", "10", "%"), ("600亿", "60000000000", "元")],
        ),
        ("影片首周进账2100万，观众40万。", [("2100万", "21000000", "元"), ("40万", "400000", "人")]),
        ("本周有500亿央票到期。", [("500亿", "50000000000", "元")]),
    ],
)
def test_units_that_words_around_a_number_give(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures(text) == expected


def test_bounds_of_a_rate() -> None:
    text = "欧元兑美元跌至1.2910一线，英镑兑美元跌至1.5210下方。"
    read = READER.read(Article("x", text, None, "2012-06-10", None)).observations
    assert [one.qualifier for one in read] == ["about", "under"]


def test_who_is_counted_is_no_bound() -> None:
    text = "慰问3000名一线职工和120名附近居民，走访两千家一线企业。"
    read = READER.read(Article("x", text, None, "2012-06-10", None)).observations
    assert [one.qualifier for one in read] == ["exact", "exact", "exact"]
