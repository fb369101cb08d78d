"""A sentence that opens as an earlier one of its paragraph did goes on from that one."""

from tasks.extract.model import Article
from tasks.extract.regions_resumed import resumptions


def test_a_count_goes_back_to_the_country(reader) -> None:
    text = (
        "截至10日24时，31个省（区、市）累计报告病例8195例。10日，湖北出院病例21例。"
        "截至10日24时，现有境外输入病例734例。尚在接受观察的感染者1092例。"
    )
    read = reader.read(Article("x", text, None, "2020-04-11", None)).observations
    assert [one.region_code for one in read] == ["100000", "420000", "100000", "100000"]


def test_each_paragraph_opens_anew() -> None:
    text = "截至3月底，全省开工450个。\n截至3月底，甲市开工12个。截至4月底，甲市开工15个。截至3月底，完成3个。"
    assert [(text[one.start : one.start + 4], text[one.from_end - 1]) for one in resumptions(text)] == [
        ("截至3月", "个")
    ]


def test_blanks_in_front_of_a_sentence_do_not_hide_that_it_resumes(reader) -> None:
    text = "截至10日24时，全国有病例8195例。 10日，湖北出院病例21例。　截至10日24时，死亡病例734例。"
    read = reader.read(Article("x", text, None, "2020-04-11", None)).observations
    assert [one.region_code for one in read] == ["100000", "420000", "100000"]
