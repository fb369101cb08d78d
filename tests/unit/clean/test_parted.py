"""Figures that blanks part in prose: on record, so that no piece of them is taken for the number."""

import pytest

from tasks.clean.restore import restore


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全县财政支出2 3456万元，增长5%。", ["2 3456"]),
        ("全年新增41 322 0吨，创新高。", ["41 322 0"]),
        ("全县人口1 210 207人，比上年多。", []),
        ("柳沟镇 87 214 12345", []),
        ("全县财政支出\t2 3456\t12万元，合计。", []),
    ],
)
def test_parted_figures_are_marked(text: str, marked: list[str]) -> None:
    found = restore(text)
    assert [found.text[r.start : r.end] for r in found.repairs if r.kind == "unrepaired"] == marked


def test_what_is_left_of_a_reading_is_marked() -> None:
    found = restore("鄉(xiāng)村?zhèn)有脫貧戶87戶，鄉(xiāng)親都說好。")
    marked = [found.text[r.start : r.end] for r in found.repairs if r.kind == "unrepaired"]
    assert any("zhèn" in span for span in marked)
