"""A count behind a list: of places and classes it only says how many were named, of things it counts them."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def mentions(text: str) -> list[str]:
    return [o.mention for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations]


@pytest.mark.parametrize(
    "text",
    [
        "湖南、湖北两省签订协议。",
        "世界遗产分为文化遗产、自然遗产、双遗产三种类型。",
        "财政部、教育部、水利部三部门印发通知。",
        "在东湖、西湖、南湖三个片区施工。",
    ],
)
def test_places_and_classes_named_in_full_are_no_figures(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("财政部、教育部等六部门印发通知。", ["六部门"]),
        ("民政部等12部门日前发布意见。", ["12部门"]),
        ("全市形成纺织、化工、食品、装备制造4个千亿级产业。", ["4个"]),
        ("县里设立了医疗、养老、托育、救助4个专班。", ["4个"]),
        ("镇里把停水、噪声等四个“烦心事”问题列上清单。", ["四个"]),
        ("今年要做好六方面工作。", ["六方面"]),
    ],
)
def test_things_and_open_lists_are_counted(text: str, figures: list[str]) -> None:
    assert mentions(text) == figures


@pytest.mark.parametrize(
    "head",
    [
        "各市工业增速后两名：",
        "空气质量排名后五位的城市为：",
        "财政收入增幅末三位：",
        "县区财政收入增速靠后的三个：",
        "居全省倒数三名的县为",
    ],
)
def test_how_many_stand_last_in_an_order_is_no_count(head: str) -> None:
    assert mentions(f"{head}大同市增长2.1%，忻州市增长0.3%。") == ["2.1%", "0.3%"]


@pytest.mark.parametrize("text", ["随后3名干部受到处分。", "比赛结束后三名队员离队。"])
def test_what_came_afterwards_counts(text: str) -> None:
    assert len(mentions(text)) == 1
