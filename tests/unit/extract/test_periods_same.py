"""Parts of years that a clause leaves out, and the bases that figures are held against."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("去年一季度，全县工业用电量为1.2亿千瓦时，今年则为1.4亿千瓦时。", "1.4亿千瓦时", "2024-01/2024-03"),
        ("2023年前9个月，全市进出口总额512亿元，2024年升至560亿元。", "560亿元", "2024-01/2024-09"),
        ("去年1至9月，出口额为9亿元，今年扩大到12亿元。其中机电产品占40%。", "40%", "2024-01/2024-09"),
        ("去年10月，县里建起冷库，今年又新建两座冷库。", "两座", "2024"),
        ("去年上半年，村里种下200亩桃树，今年采摘桃子30吨。", "30吨", "2024"),
        ("去年上半年，全市引进项目12个，今年计划引进30个。", "30个", "2024"),
    ],
)
def test_a_clause_that_names_a_year_alone_says_on_of_its_part(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2024-10-18")[mention] == period


@pytest.mark.parametrize(
    ("base", "mention", "period"),
    [
        ("与去年前三季度相较，", "96万人次", "2024-01/2024-09"),
        ("对照2023年前三季度，", "96万人次", "2024-01/2024-09"),
        ("相较于去年前三季度", "96万人次", "2024-01/2024-09"),
        ("同去年前三季度作比，", "96万人次", "2024-01/2024-09"),
        ("跟去年前三季度比起来", "96万人次", "2024-01/2024-09"),
    ],
)
def test_what_a_change_is_held_against_is_not_its_time(base: str, mention: str, period: str, periods) -> None:
    found = periods(f"今年前三季度，全市接待游客820万人次，{base}增加96万人次，去年同期为724万人次。", "2024-10-18")
    assert found[mention] == period
    assert found["724万人次"] == "2023-01/2023-09"
