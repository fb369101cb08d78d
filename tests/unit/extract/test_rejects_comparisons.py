"""What something is likened to, and limits that say which are meant."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def mentions(text: str) -> list[str]:
    return [o.mention for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations]


@pytest.mark.parametrize(
    "text",
    [
        "全省人口差不多抵得上三个荷兰的人口。",
        "牧场面积比两个海南岛还大。",
        "节约的水够灌满3个西湖。",
        "新区规模不亚于两座老县城。",
        "相隔800公里的大城市之间当天往返。",
        "相距两千公里的，也不算远。",
        "身高不足1.2米的儿童免票。",
        "费用超出1万元的部分由医保报销。",
    ],
)
def test_likeness_and_limits_are_no_figures(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("两地相距120公里。", ["120公里"]),
        ("合作社可以种满5个大棚。", ["5个"]),
        ("今年的收成够装满3个仓库。", ["3个"]),
        ("县里联合3个部门开展检查。", ["3个"]),
        ("今年比去年多建两个冷库。", ["两个"]),
        ("年人均纯收入872元以下的农民，都算作贫困人口。", ["872元"]),
        ("年人均纯收入872元以下的农户得到扶持。", []),
    ],
)
def test_distances_deeds_and_standards_stay(text: str, figures: list[str]) -> None:
    assert mentions(text) == figures


@pytest.mark.parametrize("among", ["中", "当中", "里", "里头", "里面"])
def test_one_of_so_many_is_counted_however_among_is_said(among: str) -> None:
    found = READER.read(Article("x", f"农村每4个人{among}就有1个吃不饱。", None, "2022-06-10", None)).observations
    assert [(o.mention, o.measure) for o in found] == [("4个人", "ratio"), ("1个", "ratio")]


def test_cities_told_by_their_people_and_points_that_are_listed_are_no_figures() -> None:
    assert mentions("20万以上人口城市都通了铁路。") == []
    assert mentions("他在说到加入世界组织的原则时讲：第一，要平衡权利义务。") == []
