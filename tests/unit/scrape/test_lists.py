"""Links out of list pages, feeds and sitemaps: what is meant is found, and nothing hostile gets through."""

import time
from datetime import date

import pytest

from tasks.scrape.feeds import feed_links, sitemap_links
from tasks.scrape.limits import FetchError
from tasks.scrape.links import ARTICLE, MAX_LINKS, MAX_LIST_LINKS, Link, calendar_pages, date_in, list_pages, page_links
from tasks.scrape.urls import absolute_url, host_of, is_host_of

BASE = "http://x.gov.cn/xw/index.html"


def test_links_of_a_list_page_with_their_days() -> None:
    html = """
    <ul><li><a href="a.html">甲</a><span>2024-03-02</span></li>
    <li><span>[2024年3月1日]</span><a href="/b.html">乙</a></li></ul>
    <table><tr><td><a href="./c.html">丙</a></td><td>2024/02/28</td></tr></table>
    <div><a href="../202402/t20240227_7.html"><h3>丁</h3></a></div>
    <a href="a.html#again">甲</a> <a href="javascript:void(0)">无</a> <a href="mailto:a@b.cn">信</a> <a>空</a>
    """
    assert page_links(html, BASE).pages == (
        Link("http://x.gov.cn/xw/a.html", date(2024, 3, 2)),
        Link("http://x.gov.cn/b.html", date(2024, 3, 1)),
        Link("http://x.gov.cn/xw/c.html", date(2024, 2, 28)),
        Link("http://x.gov.cn/202402/t20240227_7.html", date(2024, 2, 27)),
    )


def test_a_base_element_counts_and_the_pattern_chooses() -> None:
    html = '<base href="http://y.gov.cn/d/"><a href="t1.html"></a><a href="more.html"></a>'
    assert [link.url for link in page_links(html, BASE, r"/t\d").pages] == ["http://y.gov.cn/d/t1.html"]


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("/202403/t20240312_35.html", True),
        ("/2024/03-12/2960000.html", True),
        ("/art/2024/3/12/art_97_1.html", True),
        ("/yaowen/202403/content_69.htm", True),
        ("/n1/2024/0312/c1001-401.html", True),
        ("/index_1.html", False),
        ("/zwgk/", False),
        ("/about.html", False),
        ("/202403/t20240312_35.pdf", False),
    ],
)
def test_what_an_article_is_without_a_pattern(path: str, is_article: bool) -> None:
    html = f'<a href="{path}">x</a>'
    assert bool(page_links(html, BASE, ARTICLE).pages) == is_article


@pytest.mark.parametrize(
    "address",
    ["http://[::::/", "http://", "//", "http://a b@c/", "http://user:pw@x.cn/", "\x00", "", "data:text/html,x",
     "file:///etc/passwd", "ftp://x/", "x" * 5000, "http://x.cn:99999999/", "http://\ud800/", "\\\\server\\share"],
)  # fmt: skip
def test_an_address_that_is_none_gives_no_link(address: str) -> None:
    url = absolute_url(BASE, address)
    assert url is None or url.startswith("http://x.gov.cn/")


def test_addresses_come_in_one_form() -> None:
    assert (
        absolute_url(BASE, "HTTP://X.Gov.CN:80/中文 页.html#top")
        == "http://x.gov.cn/%E4%B8%AD%E6%96%87%20%E9%A1%B5.html"
    )
    assert absolute_url(BASE, " \n/a.html\t") == "http://x.gov.cn/a.html"
    assert host_of("http://[::::/") == ""
    assert is_host_of("www.x.gov.cn", ["x.gov.cn"])
    assert not is_host_of("evilx.gov.cn", ["x.gov.cn"])


def test_long_and_deep_pages_take_linear_time() -> None:
    for piece in ("<a href='/{}.html'>x</a> 文字 ", "<div><a href='/{}.html'>x</a>", "<li><a href='/{}.html'>x</a>"):
        html = "<div>" + "".join(piece.format(number) for number in range(60_000))
        started = time.monotonic()
        found = page_links(html, BASE)
        assert len(found.pages) == MAX_LIST_LINKS
        assert found.cut
        assert time.monotonic() - started < 8


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "<a href=", "<", "<script>", "<a href='", "2024-01-", "<li", "<![CDATA["]
)
def test_markup_of_one_piece_for_ever_takes_linear_time(piece: str) -> None:
    started = time.monotonic()
    page_links(piece * (2_000_000 // len(piece)), BASE)
    assert time.monotonic() - started < 10


def test_days_that_stand_before_their_links() -> None:
    for item in (
        "<li><em>2024-03-0{0}</em><a href='/{0}.html'>x</a></li>",
        "<p><i>2024-03-0{0}</i><a href=/{0}.html>x</a></p>",
    ):
        found = page_links("".join(item.format(number) for number in range(1, 9)), BASE).pages
        assert [link.day for link in found] == [date(2024, 3, number) for number in range(1, 9)]


def test_what_is_hidden_names_no_page() -> None:
    html = "<!-- <a href='/1.html'>--><script>'<a href=\"/2.html\">'</script><STYLE><a href='/3.html'></STYLE>"
    html += "<a href='/4.html'>"
    assert [link.url[-7:] for link in page_links(html + "<!-- <a href='/5.html'>", BASE).pages] == ["/4.html"]
    xml = "<record><![CDATA[<li><a href='/art/1.html?a=1&amp;b=2'>x</a><b>2024-03-01</b></li>]]></record>"
    assert page_links(xml, BASE).pages == (Link("http://x.gov.cn/art/1.html?a=1&b=2", date(2024, 3, 1)),)


def test_paging_and_calendars() -> None:
    assert list(list_pages(BASE, "index_{n}.html", 1, 3)) == [
        BASE, "http://x.gov.cn/xw/index_1.html", "http://x.gov.cn/xw/index_2.html",
    ]  # fmt: skip
    assert list(list_pages("http://x.cn/l?c=7", "?c=7&page={n}", 2, 2))[1] == "http://x.cn/l?c=7&page=2"
    days = list(calendar_pages("http://p.cn/{yyyy}-{mm}/{dd}/1.htm", date(2024, 2, 28), date(2024, 3, 1)))
    assert [link.url[12:] for link in days] == ["2024-03/01/1.htm", "2024-02/29/1.htm", "2024-02/28/1.htm"]
    assert list(calendar_pages("http://p.cn/{yyyy}", date(2024, 3, 1), date(2024, 2, 1))) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [("/2024-03/12/", date(2024, 3, 12)), ("2024年3月2日", date(2024, 3, 2)), ("20240230", None), ("1234567890", None),
     ("[2024.01.05]", date(2024, 1, 5)), ("/202403/x", None)],
)  # fmt: skip
def test_dates_in_addresses_and_texts(text: str, day: date | None) -> None:
    assert date_in(text) == day


RSS = """<?xml version="1.0" encoding="{}"?><rss version="2.0"><channel><title>甲</title><link>http://x.gov.cn/</link>
<item><title>脱贫&nbsp;&成果</title><link>/a.html?b=1&c=2</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0800</pubDate>
</item><item><link>b.html</link><dc:date xmlns:dc="d">2024-03-04</dc:date></item>
<item><title>无</title></item></channel></rss>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "GBK", "gb18030", "big5", "utf-16"])
def test_a_feed_in_any_charset(charset: str) -> None:
    text = RSS.format(charset)
    if charset == "big5":
        text = text.replace("脱贫", "脫貧").replace("无", "無")
    found = feed_links(text.encode(charset), BASE)
    assert found.pages == (
        Link("http://x.gov.cn/a.html?b=1&c=2", date(2024, 3, 5)),
        Link("http://x.gov.cn/xw/b.html", date(2024, 3, 4)),
    )


def test_an_atom_feed() -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://x.gov.cn/"/><entry>
    <link rel="self" href="/self"/><link href="/a.html"/><updated>2024-03-02T10:00:00Z</updated>
    <author><name>甲</name><uri>http://no.cn/</uri></author></entry></feed>"""
    assert feed_links(atom.encode(), BASE).pages == (Link("http://x.gov.cn/a.html", date(2024, 3, 2)),)


def test_a_sitemap_and_an_index_of_sitemaps() -> None:
    pages = "<urlset><url><loc>http://x.gov.cn/a.html</loc><lastmod>2024-03-02</lastmod></url><url/></urlset>"
    maps = "<sitemapindex><sitemap><loc>/s1.xml.gz</loc></sitemap><sitemap><loc>ftp://no</loc></sitemap></sitemapindex>"
    assert sitemap_links(pages.encode(), BASE)[0].pages == (Link("http://x.gov.cn/a.html", date(2024, 3, 2)),)
    assert sitemap_links(maps.encode(), BASE) == (page_links("", BASE), ["http://x.gov.cn/s1.xml.gz"])


BOMBS = {
    "entities": '<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><rss><item><link>&b;</link></item></rss>',
    "a file": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><link>&x;</link></item></rss>',
    "a parameter": '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://evil/">%x;]><rss/>',
    "an outer entity": '<!DOCTYPE r SYSTEM "http://evil/x.dtd" [<!ENTITY x "y">]><rss/>',
    "depth": "<a>" * 100_000,
    "nothing": "",
    "half": "<rss><item><link>http://x",
    "a page": "<!DOCTYPE html><html><body><p>维护中<br></body></html>",
}


@pytest.mark.parametrize("case", BOMBS)
def test_hostile_xml_is_refused(case: str) -> None:
    with pytest.raises(FetchError, match="bad_feed"):
        feed_links(BOMBS[case].encode(), BASE)
    with pytest.raises(FetchError, match="bad_sitemap"):
        sitemap_links(BOMBS[case].encode(), BASE)


def test_a_feed_of_a_hundred_thousand_entries_is_cut_and_says_so() -> None:
    started = time.monotonic()
    items = "".join(f"<item><link>http://x.gov.cn/{number}.html</link></item>" for number in range(100_000))
    found = feed_links(f"<rss>{items}</rss>".encode(), BASE)
    assert (len(found.pages), found.cut) == (MAX_LINKS, True)
    assert time.monotonic() - started < 20


def test_a_title_of_many_megabytes_is_not_kept() -> None:
    long = f"<rss><item><title>{'长' * 3_000_000}</title><link>/a.html</link></item></rss>"
    assert [link.url for link in feed_links(long.encode(), BASE).pages] == ["http://x.gov.cn/a.html"]
