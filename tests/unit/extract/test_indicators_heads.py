"""Who is first and second in what a sentence compares, of whom so many did something, and what no name begins with."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def names(text: str) -> dict[str, str]:
    """The name of each figure of a text by its mention."""
    found = Reader().read(Article("d", text, "全国经济运行", "2023-03-05", None)).observations
    return {one.mention: one.indicator for one in found}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("增速最快的是装备制造业，增长12%；其次是食品加工业，增长9%。", "装备制造业", "食品加工业"),
        ("食品类涨幅最高，为12%；衣着次之，上涨9%。", "食品类涨幅", "衣着涨幅"),
        ("占比最高的是第三产业，为12%；其次是第二产业，占9%。", "第三产业", "第二产业占比"),
    ],
)
def test_the_second_is_told_by_what_the_first_is_compared_by(text: str, first: str, second: str) -> None:
    assert names(text) == {"12%": first, "9%": second}


def test_amounts_keep_what_they_are_compared_by() -> None:
    text = "投诉量最大的是家电，达到320件；服装次之，为210件；餐饮紧随其后，共150件。"
    assert list(names(text).values()) == ["家电投诉量", "服装投诉量", "餐饮投诉量"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在返乡人员中，有3200人当上了村干部。", "返乡人员当上了村干部"),
        ("视力、听力等各类残疾儿童中，有3200名以上可以免费接受训练。", "残疾儿童可以免费接受训练"),
        ("低收入老人中，有3200名住进了敬老院。", "低收入老人住进了敬老院"),
        ("受访者中，有3200名大学生愿意返乡。", "大学生愿意返乡"),
    ],
)
def test_those_who_do_something_are_of_the_group_before(text: str, name: str) -> None:
    assert list(names(text).values()) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新华社合肥4月2日电（记者 王某）安徽省新能源汽车产量达134万辆。", "新能源汽车产量"),
        ("赣州市加大力度，其中于都县投入134万元。", "投入"),
        ("风险指标方面，同期资本充足率下滑134个百分点。", "资本充足率"),
        ("全年为134名以上困难老人改造住房。", "困难老人改造住房"),
        ("检查组查处项目134个——这是今天公布的结果。", "检查组查处项目"),
    ],
)
def test_no_name_holds_where_the_news_comes_from_or_what_only_links(text: str, name: str) -> None:
    assert list(names(text).values()) == [name]


def test_a_part_of_the_whole_is_told_by_what_was_measured_and_not_by_its_place() -> None:
    text = "我国粮食产量68653万吨。其中，黑龙江产量7763万吨，河南产量6789万吨。"
    assert set(names(text).values()) == {"粮食产量"}
