"""Articles over several pages."""

import pytest

from tasks.clean.page import CleanedPage
from tasks.clean.pages import join_pages, next_page_url
from tasks.clean.repairs import Repair


def links(*pairs: tuple[str, str]) -> str:
    return "<body>" + "".join(f"<a href='{href}'>{label}</a>" for label, href in pairs)


@pytest.mark.parametrize(
    ("pairs", "url", "target"),
    [
        ([("下一页", "c123_2.html"), ("3", "c123_3.html")], "http://a.cn/x/c123.html", "http://a.cn/x/c123_2.html"),
        ([("2", "c123-2.html"), ("3", "c123-3.html")], "http://a.cn/x/c123.html", "http://a.cn/x/c123-2.html"),
        ([("1", "/x/c_1.html"), ("下一页", "/x/c_3.html")], "http://a.cn/x/c_2.html", "http://a.cn/x/c_3.html"),
        (
            [("余下全文", "t20220517_123_1.html")],
            "http://a.cn/x/t20220517_123.html",
            "http://a.cn/x/t20220517_123_1.html",
        ),
        ([("下一页", "?page=3")], "http://a.cn/x/c.html?page=2", "http://a.cn/x/c.html?page=3"),
        (
            [("【1】", "c12345678.html"), ("【2】", "c12345678-2.html")],
            "http://a.cn/c12345678.html",
            "http://a.cn/c12345678-2.html",
        ),
        ([("下一页", "c124.html")], "http://a.cn/x/c123.html", None),
        ([("下一页", "http://b.cn/x/c123_2.html")], "http://a.cn/x/c123.html", None),
        ([("下一页", "javascript:void(0)"), ("下一页", "#")], "http://a.cn/x/c123.html", None),
        ([("上一页", "c123.html")], "http://a.cn/x/c123_2.html", None),
        ([("下一页", "http://[bad")], "http://a.cn/x/c123.html", None),
    ],
)
def test_next_page(pairs, url, target):
    assert next_page_url(links(*pairs), url) == target


@pytest.mark.parametrize(
    ("call", "url", "target"),
    [
        (
            'createPageHTML(3,0,"t20220517_99123","htm");',
            "http://a.cn/x/t20220517_99123.htm",
            "http://a.cn/x/t20220517_99123_1.htm",
        ),
        (
            "createPageHTML(3, 1, 't20220517_99123', 'htm')",
            "http://a.cn/x/t20220517_99123_1.htm",
            "http://a.cn/x/t20220517_99123_2.htm",
        ),
        ('createPageHTML(3,2,"t20220517_99123","htm");', "http://a.cn/x/t20220517_99123_2.htm", None),
        ('createPageHTML(1,0,"t20220517_99123","htm");', "http://a.cn/x/t20220517_99123.htm", None),
        ('createPageHTML(40,0,"index","htm");', "http://a.cn/x/t20220517_99123.htm", None),
    ],
)
def test_a_pager_that_a_script_writes(call, url, target):
    assert next_page_url(f"<body><script>{call}</script></body>", url) == target


def page(text: str, repairs: tuple[Repair, ...] = (), **facts: object) -> CleanedPage:
    values: dict[str, object] = dict.fromkeys(CleanedPage.__dataclass_fields__)
    values |= {"authors": (), "script": "Hans", "charset": "utf-8", "language": "zh", "is_reprint": False}
    return CleanedPage(**(values | {"text": text, "repairs": repairs} | facts))


def test_parts_become_one_and_repairs_keep_their_place():
    first = page("导语一句。\n第一页正文。", title="题")
    second = page("导语一句。\n第二页有修复。", (Repair(10, 12, "shift", "x", "修复", 0.9),), editor="刘芳")
    joined = join_pages([first, second])
    assert joined.text == "导语一句。\n第一页正文。\n第二页有修复。"
    repair = joined.repairs[0]
    assert joined.text[repair.start : repair.end] == "修复"
    assert (joined.title, joined.editor) == ("题", "刘芳")


def test_no_parts():
    with pytest.raises(ValueError, match="no pages"):
        join_pages([])
