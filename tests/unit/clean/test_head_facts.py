"""What pages say of themselves to machines."""

from tasks.clean.head_facts import head_facts, scripted_body
from tasks.clean.markup import read_markup


def facts(html: str):
    return head_facts(read_markup(html))


def test_metas_of_government_sites():
    html = """<meta name="SiteName" content="青石县人民政府"><meta name="ColumnName" content="要闻">
    <meta name="ArticleTitle" content="题">
    <meta name="PubDate" content="2022-04-17 14:46:00"><meta name="ContentSource" content="县统计局">
    <meta name="Author" content="">"""
    found = facts(html)
    assert (found.site, found.section, found.title, found.publisher) == ("青石县人民政府", "要闻", "题", "县统计局")
    assert found.published == "2022-04-17T14:46:00+08:00"
    assert found.author == ""


def test_comments_of_newspaper_systems_win_over_metas():
    html = """<meta name="author" content="网站管理员">
    <!--enpproperty <articleid>1</articleid><date>2019-04-18 11:18:16.0</date>
    <author>周志远</author><title>题</title><subtitle>副题</subtitle><nodename>综合新闻</nodename>
    <source>青石日报</source>/enpproperty-->"""
    found = facts(html)
    assert (found.author, found.subtitle, found.section, found.publisher) == ("周志远", "副题", "综合新闻", "青石日报")
    assert found.published == "2019-04-18T11:18:16+08:00"


def test_linked_data():
    html = """<script type="application/ld+json">{"headline":"\\u9898\\u76ee","datePublished":"2022-05-17T08:00:00Z",
    "author":{"@type":"Person","name":"周志远"}}</script>"""
    found = facts(html)
    assert (found.title, found.author, found.published) == ("题目", "周志远", "2022-05-17T16:00:00+08:00")


def test_account_pages():
    found = facts('<script>var nickname = htmlDecode("青石发布");var ct = "1589599500";</script>')
    assert (found.publisher, found.published) == ("青石发布", "2020-05-16T11:25:00+08:00")


def test_a_date_without_a_telling_name_is_none():
    found = facts("<script>var build='2020-01-02';var version=1589599500;</script>")
    assert found.published == ""
    assert found.loose == {}


def test_the_longest_scripted_body():
    long = "正文一段，写得很长。" * 30
    assert scripted_body(['{"content":"短"}', f'{{"content":"{long}","text":"x"}}']) == long
    assert scripted_body(['{"content":"短"}', "var a=1"]) == ""


def test_the_people_and_the_publisher_of_linked_data():
    html = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "大棚蔬菜鼓起钱袋子",
    "datePublished": "2023-03-28",
    "author": [{"@type": "Person", "name": "周志远"}, {"@type": "Person", "name": "李敏"}],
    "publisher": {"logo": {"@type": "ImageObject", "url": "/a.png"}, "name": "青石日报"}}</script>"""
    found = facts(html)
    assert (found.author, found.loose["publisher"]) == ("周志远、李敏", "青石日报")
    named = facts(
        '<script>{"datePublished": "2023-03-28", "publisher": {"@id": "#qs"}, "a": {"name": "李敏"}}</script>'
    )
    assert "publisher" not in named.loose
