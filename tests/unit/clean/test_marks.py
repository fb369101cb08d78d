"""Parts of an article that content systems mark in comments and in elements of their own."""

import pytest

from tasks.clean.marks import mark_of, part_of
from tasks.clean.page import CleanedPage, clean_page

PROSE = [
    "三月以来，青石县新建标准化蔬菜大棚320座，带动1150户农民增收，户均增收4200元。",
    "县农业农村局介绍，下一步将延长产业链，建设冷库和分拣中心，让蔬菜卖出好价钱。",
]
TITLE = "大棚蔬菜鼓起农民钱袋子"
TEXT = "<br>　　".join(PROSE)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PROSE)


def cleaned(html: str) -> CleanedPage:
    page = clean_page(html.encode())
    assert isinstance(page, CleanedPage), page
    return page


MARKS = [
    ("<npm:article-title>", ("marked_title", True)),
    ("</npm:article-title>", ("marked_title", False)),
    ("</npm:article-pic-text>", ("caption", False)),
    ("<npm:article-content>", ("body", True)),
    ("repaste.body.begin", ("body", True)),
    ("repaste.title.end", ("marked_title", False)),
    ("<$[标题名称(html)]>begin", ("marked_title", True)),
    ("<$[信息来源]>end", ("publisher", False)),
    ("ZJEG_RSS.content.begin", ("body", True)),
    ("文章标题开始", ("marked_title", True)),
    ("作者结束", ("author", False)),
    ("正文内容 begin", ("body", True)),
    ("end content", ("body", False)),
    ("enpcontent", ("body", True)),
    ("/enpcontent", ("body", False)),
]


@pytest.mark.parametrize(("comment", "part"), MARKS)
def test_comments_that_mark_a_part(comment, part):
    assert mark_of(comment) == part


@pytest.mark.parametrize(
    "comment", ["标题", "作者", "footer begin", "begin", "广告开始", "title 在这里填写", "<b>", "时间轴"]
)
def test_comments_that_mark_none(comment):
    assert mark_of(comment) is None


def test_elements_outside_html_that_name_a_part():
    names = ("founder-title", "founder-author", "npm:article-source", "founder-content", "title", "my-menu")
    assert [part_of(name) for name in names] == ["marked_title", "author", "publisher", "", "", ""]


PAPER = (
    "<title>青石日报多媒体数字报刊平台</title>"
    "<table><tr><td>2023年3月28日 星期二</td><td>第02版：要闻</td></tr></table>"
)
TITLES = [
    "<table><tr><td><founder-title><!--<npm:article-title>--><span id=LbBT>{}</span>"
    "<!--</npm:article-title>--></founder-title></td></tr></table>",
    "<div class='f1'><founder-title>{}</founder-title></div>",
    "<td class='font01'><!--<npm:article-title>-->{}<!--</npm:article-title>--></td>",
    "<div><!--repaste.title.begin-->{}<!--repaste.title.end--></div>",
    "<div><!--<$[标题名称(html)]>begin-->{}<!--<$[标题名称(html)]>end--></div>",
    "<div><!--文章标题开始--><b>{}</b><!--文章标题结束--></div>",
]


@pytest.mark.parametrize("template", TITLES)
def test_the_marked_title_stands_for_one_that_names_the_site_alone(template):
    body = f"<div id=ozoom><founder-content>　　{TEXT}</founder-content></div>"
    page = cleaned(f"<html>{PAPER}{template.format(TITLE)}{body}")
    assert (page.title, page.publisher, page.published_at) == (TITLE, "青石日报", "2023-03-28")
    assert page.text.split("\n") == PROSE


@pytest.mark.parametrize("title", ["", "正文", "青石新闻网", "青石日报数字报", "查看信息"])
def test_no_name_of_the_site_is_a_title_where_one_is_marked(title):
    marked = f"<div><!--文章标题 begin-->{TITLE}<!--文章标题 end--></div>"
    page = cleaned(f"<html><title>{title}</title><body>{marked}<div class=content>{PARAGRAPHS}</div>")
    assert (page.title, page.text.split("\n")) == (TITLE, PROSE)


def test_subtitle_and_author_as_marked_and_an_empty_part_takes_nothing_from_the_next():
    marked = (
        f"<founder-title>{TITLE}</founder-title>"
        "<!--<npm:article-subtitle>-->全县1150户受益<!--</npm:article-subtitle>-->"
        "<founder-author><!--<npm:article-author>--><span></span><!--</npm:article-author>--></founder-author>"
    )
    page = cleaned(f"<html>{PAPER}<div>{marked}</div><div id=ozoom>{PARAGRAPHS}</div>")
    assert (page.title, page.subtitle, page.authors) == (TITLE, "全县1150户受益", ())
    named = marked.replace("<span></span>", "<span>周志远</span>")
    assert cleaned(f"<html>{PAPER}<div>{named}</div><div id=ozoom>{PARAGRAPHS}</div>").authors == ("周志远",)


PICTURES = [
    "<table id=newspic><tr><td><!--<npm:article-pic-text>-->{}<!--</npm:article-pic-text>--></td></tr></table>",
    "<div><img src=a.jpg><!--图片说明开始-->{}<!--图片说明结束--></div>",
    "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
    "<div class='pictext'>{}</div>",
    "<div><img src=a.jpg><p>{}</p></div>",
]


@pytest.mark.parametrize("template", PICTURES)
def test_the_caption_of_the_picture_above_a_text_is_part_of_it(template):
    caption = "图为青石县大河镇的蔬菜大棚。"
    head = f"<html><title>{TITLE}_青石新闻网</title><body><h1>{TITLE}</h1><div>2023-03-28 来源：青石日报</div>"
    page = cleaned(f"{head}{template.format(caption)}<div class='article-content'>{PARAGRAPHS}</div>")
    assert (page.text.split("\n"), page.publisher) == ([caption, *PROSE], "青石日报")


def test_a_byline_between_a_caption_and_the_text_still_tells_the_facts():
    head = f"<html><title>{TITLE}_青石新闻网</title><body><h1>{TITLE}</h1><figcaption>大棚里的蔬菜长势喜人</figcaption>"
    page = cleaned(f"{head}<div>2023-03-28 来源：青石日报</div><div class='article-content'>{PARAGRAPHS}</div>")
    assert (page.published_at, page.publisher) == ("2023-03-28", "青石日报")
    assert page.text.split("\n")[1:] == PROSE
