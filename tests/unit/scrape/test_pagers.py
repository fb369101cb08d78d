"""Which link of a page leads to the article's next one."""

import time

import pytest

from tasks.scrape.pagers import is_same_article, next_page_url


def links(*pairs: tuple[str, str]) -> str:
    return "<body>" + "".join(f"<a href='{href}'>{label}</a>" for label, href in pairs)


@pytest.mark.parametrize(
    ("pairs", "url", "target"),
    [
        ([("下一页", "c123_2.html"), ("3", "c123_3.html")], "http://a.cn/x/c123.html", "http://a.cn/x/c123_2.html"),
        ([("2", "c123-2.html"), ("3", "c123-3.html")], "http://a.cn/x/c123.html", "http://a.cn/x/c123-2.html"),
        ([("1", "/x/c9_1.html"), ("下一页", "/x/c9_3.html")], "http://a.cn/x/c9_2.html", "http://a.cn/x/c9_3.html"),
        (
            [("余下全文", "t20220517_123_1.html")],
            "http://a.cn/x/t20220517_123.html",
            "http://a.cn/x/t20220517_123_1.html",
        ),
        ([("下一页", "?page=3")], "http://a.cn/x/c9.html?page=2", "http://a.cn/x/c9.html?page=3"),
        (
            [("【1】", "c12345678.html"), ("【2】", "c12345678-2.html")],
            "http://a.cn/c12345678.html",
            "http://a.cn/c12345678-2.html",
        ),
        ([("下一页", "/c/123_2.html")], "https://a.cn/c/123.html", "https://a.cn/c/123_2.html"),
        ([("<b>下一页</b>&nbsp;", "c123_2.html")], "http://a.cn/c123.html", "http://a.cn/c123_2.html"),
        ([("下一页", "?id=7&amp;page=2")], "http://a.cn/v.php?id=7", "http://a.cn/v.php?id=7&page=2"),
        ([("下一页", "?id=8&page=2")], "http://a.cn/v.php?id=7", None),
        ([("下一页", "index_2.html")], "http://a.cn/2022/index.html", None),
        ([("下一页", "news_2.html")], "http://a.cn/news.html", None),
        ([("下一页", "2022-5-18.html")], "http://a.cn/2022-5-17.html", None),
        ([("18", "/a/2022-05-18.html")], "http://a.cn/a/2022-05-17.html", None),
        ([("下一页", "c123_5.html")], "http://a.cn/c123.html", None),
        ([("1", "c123_1.html")], "http://a.cn/c123.html", None),
        ([("下一页", "https://b.cn/zjj/c123_2.html")], "file:pages/c123.html", "file:pages/c123_2.html"),
        ([("下一页", "c123_2.html")], "file:pages.zip!/c123.html", "file:pages.zip!/c123_2.html"),
        ([("下一页", "%E6%96%B01_2.html")], "file:新1.html", "file:新1_2.html"),
        ([("下一页", "pump-7_2.html")], "http://a.cn/x/pump-7.html", "http://a.cn/x/pump-7_2.html"),
        ([("下一页", "pump-7_3.html")], "http://a.cn/x/pump-7_2.html", "http://a.cn/x/pump-7_3.html"),
        ([("下一篇", "pump-8.html"), ("下一页", "pump-8.html")], "http://a.cn/x/pump-7.html", None),
        ([("下一页", "pumps_2.html")], "http://a.cn/x/pumps.html", "http://a.cn/x/pumps_2.html"),
        ([("下一页", "pumps_3.html")], "http://a.cn/x/pumps_2.html", "http://a.cn/x/pumps_3.html"),
        ([("下一页", "?page=2")], "http://a.cn/x/pumps.html", None),
        ([("第1页", "c9.html"), ("第2页", "c9_2.html")], "http://a.cn/x/c9.html", "http://a.cn/x/c9_2.html"),
        ([("下一页", "c124.html")], "http://a.cn/x/c123.html", None),
        ([("下一页", "http://b.cn/x/c123_2.html")], "http://a.cn/x/c123.html", None),
        ([("下一页", "javascript:void(0)"), ("下一页", "#")], "http://a.cn/x/c123.html", None),
        ([("上一页", "c123.html")], "http://a.cn/x/c123_2.html", None),
        ([("下一页", "http://[bad")], "http://a.cn/x/c123.html", None),
    ],
)
def test_next_page(pairs, url, target):
    assert next_page_url(links(*pairs).encode(), url) == target


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
    assert next_page_url(f"<body><script>{call}</script></body>".encode(), url) == target


def test_what_the_page_hides_is_no_pager():
    html = "<body><!-- <a href='c123_2.html'>下一页</a> --><script>'<a href=c123_2.html>下一页</a>'</script>"
    assert next_page_url(html.encode(), "http://a.cn/c123.html") is None


def test_addresses_of_one_article():
    assert is_same_article("http://a.cn/x/c123_2.html", "https://www.a.cn/x/c123_2.html")
    assert not is_same_article("http://a.cn/x/c123_2.html", "http://a.cn/login?from=x")
    assert not is_same_article("http://[bad", "http://a.cn/")


@pytest.mark.parametrize("unit", ["<a href=c123_2.html>", "<a href='", "下一页<", "c123_2 <a ", "&nbsp;"])
def test_hostile_markup_takes_linear_time(unit):
    data = ("c123_2<a href='c123_1.html'>" + unit * 200_000).encode()
    began = time.perf_counter()
    next_page_url(data, "http://a.cn/c123.html")
    assert time.perf_counter() - began < 5
