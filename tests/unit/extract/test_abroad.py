"""Names of places abroad: which stand in a text, and which are pieces of other words."""

from __future__ import annotations

import pytest

from tasks.extract.abroad import named_abroad, scenes_abroad, vocabulary
from tasks.extract.regions import find_regions


def names(text: str) -> list[str]:
    return [place.name for place in named_abroad(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("洪都拉斯连日暴雨。", ["洪都拉斯"]),
        ("白俄罗斯与俄罗斯举行演习。", ["白俄罗斯", "俄罗斯"]),
        ("巴布亚新几内亚和几内亚通航。", ["巴布亚新几内亚", "几内亚"]),
        ("美国加利福尼亚州洛杉矶发生山火。", ["美国加利福尼亚州洛杉矶"]),
        ("英国首都伦敦下雪。", ["英国首都伦敦"]),
        ("印尼马鲁古海峡发生地震。", ["印尼马鲁古海峡"]),
        ("据悉，美联储宣布降息，俄军称击落无人机。", ["美国", "俄罗斯"]),
        ("造成海地12人死亡，马里3人受伤。", ["海地", "马里"]),
    ],
)
def test_places_abroad_are_found_with_what_lies_in_them(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "内蒙古巴彦淖尔市开河。",
        "内蒙古国有林场增收。",
        "巴林左旗的牧民。",
        "今日本市气温回升，8日本报讯。",
        "上海地铁新增2条线路，沿海地区降雨。",
        "河南非物质文化遗产名录。",
        "司法国际合作与民法国情研究。",
        "可以方便群众，足以军民融合。",
        "黄河内外的湿地。",
        "荷兰豆和苏丹红。",
        "上海外贸企业增多。",
        "广东京城客运。",
        "这项技术明智利民。",
        "春回大地，万象更新。",
        "台风“桦加沙”逼近，墨西哥湾和几内亚湾风浪大。",
        "中德媒体对话在京举行，单日本地新增2例。",
    ],
)
def test_pieces_of_other_words_are_no_places_abroad(text: str) -> None:
    assert names(text) == []


def test_names_at_home_are_not_read_out_of_names_abroad() -> None:
    text = "华盛顿州金县、苏梅州边境、明尼苏达州东部和沿海城市马里乌波尔。印度洋上，内蒙古自治区派出船只。"
    assert [mention.name for mention in find_regions(text, 2021)] == ["内蒙古自治区"]


def test_a_list_of_states_is_one_place() -> None:
    assert [place.name for place in scenes_abroad("几内亚、利比里亚和塞拉利昂累计报告12例。")] == [
        "几内亚、利比里亚和塞拉利昂"
    ]


def test_every_name_has_one_home_in_the_vocabulary() -> None:
    words = vocabulary()
    known = [*words["states"], *words["bodies"], *words["areas"], *words["world"]]
    for listed in (words["states"], words["parts"], words["organs"]):
        known += [name for names_of in listed.values() for name in names_of]
    assert len(known) == len(set(known))
    assert set(words["parts"]) | set(words["organs"]) <= set(words["states"])
    assert {*words["weak"], *words["not_before"], *words["not_behind"], *words["never_home"]} <= set(known)
