"""Readings: a mirror's habit goes, a writer's gloss stays."""

import pytest

from tasks.clean.damage.readings import page_readings, read_so, readings_of, toneless
from tasks.clean.restore import restore


@pytest.mark.parametrize(
    ("shown", "clean"),
    [
        ("鄉(xiāng)村振興，鄉(xiāng)鎮(zhèn)干部，鎮(zhèn)政府", "乡村振兴，乡镇干部，镇政府"),
        ("我省(sheng)(sheng)發(fa)展，全省(sheng)發(fa)布", "我省发展，全省发布"),
        ("实现(xiàn)乡(xiāng)村现(xiàn)代化，乡(xiāng)村建设", "实现乡村现代化，乡村建设"),
        ("鄉（xiāng）村與市（shì）區，鄉（xiāng）鎮與市（shì）場", "乡村与市区，乡镇与市场"),
    ],
)
def test_habit_is_removed(shown: str, clean: str) -> None:
    result = restore(shown)
    assert result.text == clean
    assert {repair.kind for repair in result.repairs} == {"reading"}


@pytest.mark.parametrize(
    "text",
    [
        "隰(xí)县位于山西省西南部，隰县盛产玉露香梨",
        "单(shàn)县与乐(yuè)清市结对，单县派出干部，乐清捐资",
        "龟兹(qiū cí)古国",
        "重庆(chóng qìng)的重读作chóng，重庆(chóng)人说话快",
        "面积(km)与长度(m)，增速(a)",
        "项目采用(PPP模式)建设，(CPI)上涨",
        "尉(yù)迟恭的故乡",
        "重(chóng)庆与重(zhòng)要，乐(lè)山与音乐(yuè)，乐(lè)观的长(zhǎng)辈与长(cháng)江",
    ],
)
def test_glosses_and_brackets_stay(text: str) -> None:
    result = restore(text)
    assert result.text == text.replace("(", "（").replace(")", "）").replace(",", "，")
    assert result.repairs == ()


def test_the_table() -> None:
    assert "xiāng" in readings_of("鄉")
    assert "xiang" in readings_of("鄉")
    assert readings_of("A") == readings_of("") == frozenset()
    assert toneless("lüè") == "lve"
    assert any("鎮" in chars for chars in read_so("zhèn").values())


def test_one_reading_is_no_habit() -> None:
    assert page_readings("隰(xí)县", "Hans") == frozenset()
    assert page_readings("鄉(xiāng)村，鄉(xiāng)鎮", "Hant") == {"鄉"}
    assert page_readings("擅自更改(gǎi)門票價格", "Hant") == {"改"}
    assert page_readings("單(shàn)縣與隰(xí)縣的門票", "Hant") == frozenset()


def test_readings_of_rare_characters_alone_are_a_writers() -> None:
    text = "亳(bó)州和浚(xùn)县，亳(bó)州在安徽，浚(xùn)县在河南。"
    assert restore(text).text == text.replace("(", "（").replace(")", "）")
