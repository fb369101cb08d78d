"""What is a figure although its form is often none: a lone one, round people, lengths in steps, an expected index."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def figures(text: str) -> list[tuple[str, str, str]]:
    read = READER.read(Article("x", text, None, "2022-06-10", None)).observations
    return [(one.mention, f"{one.value.normalize():f}", one.unit) for one in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("目前只有一名法官作出判决。", [("一名", "1", "人")]),
        ("全村仅有一户没有通电，只有一所小学。", [("一户", "1", "户"), ("一所", "1", "所")]),
        ("我们只有一个目的。", []),
        ("他是一名教师。", []),
        ("海上有七百难民遇险，三百灾民被转移。", [("七百", "700", "人"), ("三百", "300", "人")]),
        ("八百里秦川物产丰饶。", []),
        ("老人年近八旬，仍下地干活。", [("八旬", "80", "岁")]),
        ("七旬老人坚持义务扫雪。", []),
        ("被告人被判处有期徒刑九年六个月。", [("九年六个月", "9.5", "年")]),
        ("工程历时3年零6个月。", [("3年零6个月", "3.5", "年")]),
        ("又增加到18万个，相当于新建了74所2500人的学校。", [("18万个", "180000", "个")]),
        ("“入社5年，每年的收益都在12万以上。”老李说。", [("12万", "120000", "元/年")]),
        ("枣产业的年产值，也由300万增长到了9000万。", [("300万", "3000000", "元/年"), ("9000万", "90000000", "元/年")]),
        ("一亩辣椒能收3000斤。", [("3000斤", "3000", "斤")]),
        ("村里多了一亩荷塘，投入3万元。", [("一亩", "1", "亩"), ("3万元", "30000", "元")]),
        ("政府给每户补了2万。", [("2万", "20000", "元")]),
        ("三集大型纪录片今晚播出。", [("三集", "3", "集")]),
        ("近日海湾出现近百头海豚。", [("百头", "100", "头")]),
        ("处三年以上七年以下有期徒刑。", []),
        ("剧团排演新戏12出，他已80出头。", [("12出", "12", "出")]),
        ("制作动画片18部420集。", [("18部", "18", "部"), ("420集", "420", "集")]),
        ("三县集中供养，建成40桥24隧。", [("40桥", "40", "座"), ("24隧", "24", "座")]),
        (
            "制造业PMI为49.5，低于市场预期的50.7，前值为49.1。",
            [("49.5", "49.5", "点"), ("50.7", "50.7", "点"), ("49.1", "49.1", "点")],
        ),
    ],
)
def test_figures_in_forms_that_often_are_none(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures(text) == expected


def test_what_an_index_is_held_against_is_named_by_it(name) -> None:
    assert name("制造业PMI为49.5，低于市场预期的50.7，前值为49.1。", "50.7") == "制造业PMI市场预期"
    assert name("制造业PMI为49.5，低于市场预期的50.7，前值为49.1。", "49.1") == "制造业PMI前值"
