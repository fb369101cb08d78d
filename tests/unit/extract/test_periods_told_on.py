"""What a date is for what is told on behind it: the same things, examples, the sum of a headline, two times in one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("截至11月3日，海关验放展品3亿元。展品涉及40个国家。", "40个", "2022-11-03"),
        ("截至11月3日，全市建成充电站90座。充电站覆盖12个县。", "12个", "2022-11-03"),
        ("一季度，出口增长9%。重庆一家企业生产的发动机，在北美的占有率超过15%。", "15%", "2022"),
        ("一季度，出口增长9%。机电产品的占比超过15%。", "15%", "2022-01/2022-03"),
        ("截至10月底债券发行超6万亿元\n截至10月底，今年已累计发行债券61218亿元。", "6万亿元", "2022-01/2022-10"),
        ("截至10月底债券余额超6万亿元\n截至10月底，今年已累计发行债券21218亿元。", "6万亿元", "2022-10"),
        ("截至10月底债券发行超6万亿元\n截至10月底，全国发行债券61218亿元。", "6万亿元", "2022-10"),
        ("学校已在开学前和10月组织3场招聘会。", "3场", "2022"),
        ("学校已在9月和10月组织3场招聘会。", "3场", "2022-10"),
    ],
)
def test_what_is_told_on(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2022-11-04")[mention] == period
