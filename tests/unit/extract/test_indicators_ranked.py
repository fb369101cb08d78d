"""Members of a ranking, and what is said behind brackets."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def name_of(text: str, mention: str) -> str:
    found = Reader().read(Article("d", text, None, "2023-05-18", None)).observations
    return next(one.indicator for one in found if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("投诉量前三名的企业依次是：甲通快递320件，占10%；乙通快递280件。", "320件", "甲通快递投诉量"),
        ("投诉量前三名的企业依次是：甲通快递320件，占10%；乙通快递280件。", "10%", "甲通快递投诉量占比"),
        ("投诉量前三名的企业依次是：甲通快递320件，占10%；乙通快递280件。", "280件", "乙通快递投诉量"),
        ("销量排名前两位的车企为：宏江160万辆、远山130万辆。", "130万辆", "远山销量"),
        ("成立规模前两位分别为中山信托95亿元、平远信托80亿元。", "95亿元", "中山信托成立规模"),
        ("全市粮食产量居前两位的县是：柘城县90万吨，夏邑县80万吨。", "80万吨", "粮食产量"),
    ],
)
def test_members_of_a_ranking_are_named_by_it(text: str, mention: str, name: str) -> None:
    assert name_of(text, mention) == name


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("共有企业300家（外资20家、民营200家），占全国的5%。", "5%", "企业占全国"),
        ("外币产品76款（其中美元27款、日元3款）占比13.48%。", "13.48%", "外币产品占比"),
        ("工业增加值500亿元（规模以上480亿元），比上年增长6.5%。", "6.5%", "工业增加值"),
        ("欧盟将投资该岛2亿欧元（约新台币73.3亿元）。", "73.3亿元", "欧盟将投资该岛"),
        ("出口额突破1150亿克朗（约合人民币350亿元）。", "350亿元", "出口额"),
        ("城镇零售额(100亿元)增长10%；乡村零售额(16亿元)增长11%。", "11%", "乡村零售额"),
    ],
)
def test_what_is_said_behind_brackets_is_of_the_whole(text: str, mention: str, name: str) -> None:
    assert name_of(text, mention) == name
