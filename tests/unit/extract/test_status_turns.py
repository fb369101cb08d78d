"""Where a sentence turns from what was planned to what came about."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def status(text: str, published: str | None = "2022-05-10") -> dict[str, str]:
    found = READER.read(Article("x", text, None, published, None)).observations
    return {o.mention: o.status[:3] for o in found}


@pytest.mark.parametrize("turn", ["没想到", "谁知", "结果", "不料", "最终", "实际", "眼下", "可如今"])
def test_an_outcome_ends_what_was_planned(turn: str) -> None:
    found = status(f"合作社计划种植生姜200亩，{turn}入股的农户达312户，面积860亩。")
    assert found == {"200亩": "tar", "312户": "obs", "860亩": "obs"}


@pytest.mark.parametrize("then", ["去年，", "而2020年", "；去年", "，4月底"])
def test_a_time_gone_by_ends_what_is_planned(then: str) -> None:
    found = status(f"全县今年要新建改建公厕90座，{then}的数字为47座。")
    assert found["47座"] == "obs"


@pytest.mark.parametrize("then", ["比去年", "在去年基础上", "6月底前", "最终实现", "实际利用外资", "最后3个乡"])
def test_a_time_that_the_plan_builds_on_ends_nothing(then: str) -> None:
    assert status(f"全县今年要新建改建公厕90座，{then}增加47座。")["47座"] == "tar"


def test_a_deed_ends_what_was_planned_for_all_that_follows() -> None:
    found = status("首批岗位打算招8人，报名的来了31人，最年长的39岁。")
    assert found == {"8人": "tar", "31人": "obs", "39岁": "obs"}


@pytest.mark.parametrize("form", ["提出了到2025年", "为了增收，", "预计还带动了"])
def test_what_was_set_is_no_deed(form: str) -> None:
    assert status(f"全县力争今年建成冷库，{form}贮藏量达到90吨。")["90吨"] == "tar"


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("录用人数由原定的8人增加到13人。", "8人", "tar"),
        ("录用人数由原定的8人增加到13人。", "13人", "obs"),
        ("原计划5亿元的贷款额度追加到8亿元。", "5亿元", "tar"),
        ("本想招10个工人，来了60多个。", "10个", "tar"),
        ("实际参保3.2万人，比原计划多2000人。", "2000人", "obs"),
        ("搜救队在原定海域发现5处漂浮物。", "5处", "obs"),
    ],
)
def test_what_was_planned_once_is_no_fact_whatever_came_of_it(text: str, mention: str, expected: str) -> None:
    assert status(text)[mention] == expected


def test_a_meeting_of_an_earlier_day_is_not_what_the_one_before_it_demanded() -> None:
    text = "4月2日召开的推进会，要求各方压实责任；{}，培训会又把46个县召集到一起。"
    assert status(text.format("5月7日")) == {"46个": "obs"}
    assert status(text.format("6月7日")) == {"46个": "tar"}


@pytest.mark.parametrize(
    ("text", "planned", "came"),
    [
        ("本来只打算试种5亩，乡亲们劲头足，一口气种下60亩。", "5亩", "60亩"),
        ("全县下达造林任务5万亩，完成3.8万亩。", "5万亩", "3.8万亩"),
        ("春灌任务20万亩，已完成8万亩。", "20万亩", "8万亩"),
        ("上半年计划收购6万吨，实收6.8万吨。", "6万吨", "6.8万吨"),
        ("起初想盖30套房，后来增到50套。", "30套", "50套"),
    ],
)
def test_what_was_done_of_a_plan_is_told_apart_from_it(text: str, planned: str, came: str) -> None:
    assert status(text) == {planned: "tar", came: "obs"}


@pytest.mark.parametrize(
    "text",
    [
        "《方案》明确，新能源装机占比升至45%。",
        "县长承诺：年内解决46个村的饮水问题。",
        "待全部机组投产，年发电量可达60亿千瓦时。",
        "镇上盘算着再引进3家企业。",
        "今年的增长目标瞄准6.5%。",
        "全市剑指产值300亿元。",
    ],
)
def test_promises_aims_and_what_waits_for_a_work_are_plans(text: str) -> None:
    assert set(status(text).values()) == {"tar"}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("机构预测，经济今年增长3.1%，较上次预测上调0.2个百分点。", "0.2个百分点"),
        ("企业瞄准中高端市场发力，打火机卖到20元。", "20元"),
    ],
)
def test_what_is_measured_against_a_forecast_is_no_forecast(text: str, mention: str) -> None:
    assert status(text)[mention] == "obs"


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("今年将完成的15个项目中，6个已竣工。", "6个", "obs"),
        ("贫困村年底前要全部退出，97个村如期退出。", "97个", "obs"),
        ("贫困村年底前要全部退出，97个村要如期退出。", "97个", "tar"),
        ("全年目标5%，一季度增速4.8%。", "5%", "tar"),
        ("全年目标5%，一季度增速4.8%。", "4.8%", "obs"),
        ("截至5月，占全年目标5%。", "5%", "obs"),
        ("投资2亿元的污水处理厂即将投用。", "2亿元", "obs"),
    ],
)
def test_what_is_done_behind_its_figure_and_aims_in_per_cent(text: str, mention: str, expected: str) -> None:
    assert status(text)[mention] == expected


def test_those_who_came_are_a_fact() -> None:
    found = status("首批计划招聘18人，报名的有31人，其中年龄最大的42岁。")
    assert found == {"18人": "tar", "31人": "obs", "42岁": "obs"}


def test_works_for_the_people_of_a_year_are_ahead() -> None:
    found = status("2022年全市为民办实事工程\n一、新建幼儿园31所。\n二、培训技术人员超600人次。", "2022-01-23")
    assert found == {"31所": "tar", "600人次": "tar"}


def test_a_part_of_the_year_that_is_over_ends_a_forecast() -> None:
    text = "预计全年销量将达500万支；其中上半年242万支。"
    assert status(text, "2024-08-05") == {"500万支": "tar", "242万支": "obs"}
    assert status(text, "2024-03-05") == {"500万支": "tar", "242万支": "tar"}
    assert status("明年计划投资10亿元，上半年完成5亿元。", "2024-08-05") == {"10亿元": "tar", "5亿元": "tar"}
