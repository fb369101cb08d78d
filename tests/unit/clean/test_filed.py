"""Who filed a story, as papers and agencies that write no label say it in the running text."""

import pytest

from tasks.clean.page import CleanedPage, clean_page

PROSE = "清水河新橋今天通車，縣長出席典禮，並說沿線鄉鎮往後不須繞道，對農產運銷是一大助益。"
MORE = "新橋全長1286公尺，雙向六車道，總工程費六億八千萬元，預計每天有一萬兩千輛車通行。"


def cleaned(lead: str, head: str = "") -> CleanedPage:
    html = f"<html><head><title>清水河新橋通車</title>{head}</head><body><h1>清水河新橋通車</h1>"
    page = clean_page(f"{html}<div>2023/10/20</div><div><p>{lead}{PROSE}</p><p>{MORE}</p></div>".encode())
    assert isinstance(page, CleanedPage), page
    return page


CREDITS = [
    ("（青石報記者周志遠綜合報導）", "青石报", ("周志远",)),
    ("〔青石時報/記者周志遠報導〕", "青石时报", ("周志远",)),
    ("【青石報/記者周志遠/大河縣報導】", "青石报", ("周志远",)),
    ("青石傳媒特約記者周志遠報導</p><p>", "青石传媒", ("周志远",)),
    ("社會中心／周志遠　李敏　大河市報導</p><p>", None, ("周志远", "李敏")),
    ("編輯/周志遠撰文</p><p>", None, ("周志远",)),
    ("（本報記者周志遠報導）", None, ("周志远",)),
    ("新橋一景。〈圖／記者翻攝〉 〔青石時報/記者周志遠報導〕", "青石时报", ("周志远",)),
]


@pytest.mark.parametrize(("credit", "publisher", "authors"), CREDITS)
def test_credits_in_running_text(credit, publisher, authors):
    page = cleaned(credit)
    assert (page.publisher, page.authors) == (publisher, authors)
    assert "12000" not in page.text and "两千辆车通行" in page.text


def test_the_wire_that_stands_for_an_author_names_the_agency():
    head = '<meta name="author" content="大河社青石7日綜合外電報導">'
    page = cleaned("", head)
    assert (page.publisher, page.authors) == ("大河社", ())


def test_what_a_reporter_told_is_no_credit():
    page = cleaned("縣長對記者說，大家都很高興。")
    assert (page.publisher, page.authors) == (None, ())
