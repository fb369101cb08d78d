"""Sentences: spans slice to their text, and nothing but blanks lies between them."""

from tasks.segment.sentences import is_heading, split_sentences


def texts(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split_sentences(text)]


def test_marks_and_lines_end_sentences() -> None:
    assert texts("第一句。第二句!\n第三行") == ["第一句。", "第二句!", "第三行"]


def test_closing_quotes_stay_with_their_sentence() -> None:
    assert texts("他说：“好！”大家笑了。") == ["他说：“好！”", "大家笑了。"]


def test_blanks_are_left_out() -> None:
    assert texts("  前有空格。　 后面\n\n \n末行 ") == ["前有空格。", "后面", "末行"]


def test_paragraphs_count_lines_with_text() -> None:
    assert [sentence.paragraph for sentence in split_sentences("甲。乙。\n\n丙。")] == [0, 0, 1]


def test_headings_name_the_section() -> None:
    sentences = split_sentences("总起。\n一、就业\n务工3万人。\n二、产业\n项目4个。")
    assert [sentence.section for sentence in sentences] == [None, "一、就业", "一、就业", "二、产业", "二、产业"]


def test_what_is_a_heading() -> None:
    assert is_heading("促进产业发展和扩大就业")
    assert is_heading("（三）兜底保障")
    assert not is_heading("共有3个县")
    assert not is_heading("这是一句话。")
    assert not is_heading("很长的一行" * 10)
