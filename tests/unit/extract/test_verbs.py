"""Whether the words around a number tell a deed."""

import pytest

from tasks.extract.verbs import deed_before, deed_behind, tagged


@pytest.mark.parametrize("clause", ["走访困难家庭", "垫付学费", "义务献血", "干部驻村蹲点", "捐资助学"])
def test_a_verb_in_front_of_a_number_tells_a_deed(clause: str) -> None:
    assert deed_before(clause)


@pytest.mark.parametrize("clause", ["种植面积", "人均收入", "务工人员", "生态建设", "脱贫人口", ""])
def test_measures_and_names_tell_none(clause: str) -> None:
    assert not deed_before(clause)


@pytest.mark.parametrize(
    ("clause", "rest"),
    [
        ("有", "农村学校改造完成"),
        ("有", "村民走上工作岗位"),
        ("陆续有", "省份的县全部实现达标"),
        ("为", "老人代办证件"),
    ],
)
def test_what_became_of_those_counted_is_a_deed(clause: str, rest: str) -> None:
    assert deed_behind(clause, rest)


@pytest.mark.parametrize("rest", ["国家级开发区", "人从事快递业", "扶贫电站", "产业基地", ""])
def test_what_there_is_is_none(rest: str) -> None:
    assert not deed_behind("有", rest)


def test_letters_that_are_half_of_one_raise_nothing() -> None:
    assert [word for word, _ in tagged("学校\ud800改造")][-1] == "改造"
