"""Figures within one cell of a web table."""

import pytest

from tasks.clean.cell_numbers import in_one_cell
from tasks.clean.page import CleanedPage, clean_page


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("7 302", "7\u202f302"),
        ("2 417 905.3", "2\u202f417\u202f905.3"),
        ("7\u2009302 吨", "7\u202f302 吨"),
        ("41 730吨", "41\u202f730吨"),
        ("7, 302", "7,302"),
        ("73 02", "73、02"),
        ("41 73吨", "41、73吨"),
        ("4.1% 7.3%", "4.1%、7.3%"),
        ("5 -3", "5、-3"),
        ("2021 2022", "2021、2022"),
        ("7 302 41", "7、302、41"),
        ("2021-04-17 09:12", "2021-04-17 09:12"),
        ("0319 555 0137", "0319 555 0137"),
        ("粮食 302", "粮食 302"),
    ],
)
def test_one_number_or_several(cell: str, wanted: str) -> None:
    assert in_one_cell(cell) == wanted
    assert in_one_cell(wanted) == wanted


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("41<br>730", "41730"),
        ("7&nbsp;302", "7302"),
        ("7&#8239;302", "7302"),
        ("41<br>73", "41、73"),
        ("<p>41</p><p>730</p>", "41、730"),
        ("<div>41</div><div>730</div>", "41、730"),
    ],
)
def test_the_border_of_a_cell_stays(cell: str, wanted: str) -> None:
    prose = "青石县统计局公布了去年的粮食生产情况，各乡镇播种面积稳中有升，总产再创新高。"
    cells = [("品种", "产量（吨）"), ("粮食", cell), ("油料", "5")]
    rows = "".join(f"<tr><td>{name}</td><td>{amount}</td></tr>" for name, amount in cells)
    page = clean_page(f"<html><body><h1>粮食生产</h1><p>{prose}</p><table>{rows}</table></body></html>".encode())
    assert isinstance(page, CleanedPage)
    assert f"粮食 {wanted}" in page.text.split("\n")
    assert [repair.kind for repair in page.repairs] == ["layout"] * ("、" not in wanted)
