"""Parts of years that a clause leaves out, and the bases that figures are held against."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("去年一季度，全县工业用电量为1.2亿千瓦时，今年则为1.4亿千瓦时。", "1.4亿千瓦时", "2024-01/2024-03"),
        ("2023年前9个月，全市进出口总额512亿元，2024年升至560亿元。", "560亿元", "2024-01/2024-09"),
        ("去年1至9月，出口额为9亿元，今年扩大到12亿元。其中机电产品占40%。", "40%", "2024-01/2024-09"),
        ("2023年9月建成投产，2024年达500万吨。", "500万吨", "2024"),
        ("去年9月新校区启用，今年已有500名学生。", "500名", "2024"),
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


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("上半年出生4600人，去年上半年则有5500人，少了900人。", "900人", "2024-01/2024-06"),
        ("2024年招生4600人，2023年招生5500人，减少900人。", "900人", "2024"),
        ("7月出生790人，去年同月为890人。", "890人", "2023-07"),
        ("2022年新增800人，2024年新增900人。", "900人", "2024"),
    ],
)
def test_figures_side_by_side(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2024-10-18")[mention] == period


def test_what_came_of_a_plan_is_of_the_time_told(periods) -> None:
    text = "原本只打算招聘几个人，看到来了45人，企业临时加了5个名额。"
    assert periods(text, "2024-02-19")["45人"] == "2024"


def test_what_was_mended_is_no_longer_of_the_year_that_was_audited(periods) -> None:
    text = "审计发现，5个县挪用资金3200万元。指出问题后，有关地方已追回资金2800万元。"
    found = periods(text, "2016-08-18", "2015年保障房审计结果公告")
    assert (found["3200万元"], found["2800万元"]) == ("2015", "2016")


def test_what_a_year_has_brought_forth_is_of_it_where_nothing_was_audited(periods) -> None:
    text = "全年新建学校12所。全市已出台惠企政策30项。"
    assert periods(text, "2024-02-20", "2023年统计公报")["30项"] == "2023"


def test_now_behind_a_comparison_is_now(periods) -> None:
    text = "今年1—10月，与去年同期相比，销售额增加30%。如今，25座工厂正在建设。"
    assert periods(text, "2020-11-21") == {"30%": "2020-01/2020-10", "25座": "2020-11"}


def test_a_part_of_what_was_done_so_far_is_of_now(periods) -> None:
    text = "截至目前，我市已与48座城市签订了协议。其中，与沿线12座城市签订了旅游协议。"
    assert periods(text, "2021-05-11") == {"48座": "2021-05", "12座": "2021-05"}
