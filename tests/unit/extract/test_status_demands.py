"""Demands in the words of speech, tasks told by what is to be done, and facts inside what was announced."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def status(reader: Reader, text: str, mention: str, title: str = "在全县大会上的讲话") -> str:
    found = reader.read(Article("1", text, title, "2024-02-18")).observations
    return next(each.status for each in found if each.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("县财政再紧，也要挤出1.2亿元来修路。", "1.2亿元"),
        ("招商引资要跑出30个大项目。", "30个"),
        ("每个乡镇都得拿下2个项目。", "2个"),
        ("各村抓紧动工，年内打通断头路30条。", "30条"),
        ("今年再发展茶园6万亩，其中新建4万亩。", "4万亩"),
        ("今年的任务是造林18万亩。", "18万亩"),
        ("计划是三年建成林场6个。", "6个"),
        ("我们准备筹集岗位10万个。", "10万个"),
    ],
)
def test_demands_and_tasks(reader: Reader, text: str, mention: str) -> None:
    assert status(reader, text, mention) == "target"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("也要看到，工业占比只有三成。", "三成"),
        ("到县城要走30公里山路。", "30公里"),
        ("今年的任务是造林18万亩，截至目前完成11万亩。", "11万亩"),
        ("首批岗位，企业计划招8人；摊位前，33人递了报名表。", "33人"),
        ("石刻、古镇等全市48家景区将于5月19日实行半价。", "48家"),
        ("将从五个方面推进服务。", "五个"),
        ("今年再迎客流高峰，达到3万人。", "3万人"),
        ("全县今年再遭旱灾，受灾3万人。", "3万人"),
        ("既要输血，更要造血，累计有20亿元投到各类项目。", "20亿元"),
    ],
)
def test_facts(reader: Reader, text: str, mention: str) -> None:
    assert status(reader, text, mention) == "observation"


def test_what_a_report_of_spring_expects_is_of_the_year_that_has_begun(reader: Reader) -> None:
    text = "工业方面，规上工业增加值预期增长8.5%。"
    assert status(reader, text, "8.5%", "旬阳市2023年政府工作报告") == "target"


@pytest.mark.parametrize(
    ("text", "mention", "told"),
    [
        ("集中供养率现在才19%，年底必须上到25%。", "19%", "observation"),
        ("集中供养率现在才19%，年底必须上到25%。", "25%", "target"),
        ("公墓覆盖面要到八成，火化率去年34%。", "八成", "target"),
        ("公墓覆盖面要到八成，火化率去年34%。", "34%", "observation"),
        ("剩下的一个季度得干出47亿元。", "47亿元", "target"),
        ("三年要改68个小区，去年改了27个，今年计划动25个。", "68个", "target"),
        ("三年要改68个小区，去年改了27个，今年计划动25个。", "27个", "observation"),
        ("三年要改68个小区，去年改了27个，今年计划动25个。", "25个", "target"),
        ("本科上线率冲30%。", "30%", "target"),
        ("规划局计划处35人到岗。", "35人", "observation"),
    ],
)
def test_what_is_demanded_and_how_it_stands(reader: Reader, text: str, mention: str, told: str) -> None:
    assert status(reader, text, mention) == told
