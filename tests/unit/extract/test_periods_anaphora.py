"""What a season, these years or a day that opens a stretch say of the numbers behind them."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2月10日，作为应对冬季用气高峰的手段，日供气量突破9000万立方米。", "9000万立方米", "2020-02-10"),
        ("去年冬季，全市供暖面积1200万平方米。", "1200万平方米", "2019"),
        ("1958年，铁路建成。60年来，它成了生活的一部分。这几年，路局先后投入1000万元。", "1000万元", None),
        ("2013年至2017年，全县脱贫3万人。这些年，贫困发生率由10%降到1%。", "1%", "2017"),
        ("公路3月23日起恢复建设，平均每天有100多人施工。", "100多人", "2020-03-23/2020-04-11"),
        ("2016年至2019年，货物进出口总额达4.6万亿美元。", "4.6万亿美元", "2016/2019"),
        ("2016年至2019年，公路总里程达到5200公里。", "5200公里", "2019"),
    ],
)
def test_when_it_was(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2020-04-11")[mention] == period
