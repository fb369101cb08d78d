"""Digital editions of newspapers: the title beside the leaf's other titles, the day and the paper at the page's top."""

import pytest

from tasks.clean.filed import filed
from tasks.clean.page import CleanedPage, clean_page
from tasks.clean.signatures import issuer_of
from tasks.clean.title_parts import is_generic

PROSE = [
    "连日来，青石市的水稻育秧工作全面展开，计划育秧面积32.6万亩，目前已完成38.3%。",
    "“选的都是优质稻种，亩产能到600公斤。”种粮大户高长河一边查看秧苗一边说。",
    "据市农业农村局统计，全市已备足水稻种子560万公斤、农膜320吨，落实育秧大棚1.2万栋。",
]
TITLE = "棚室育秧忙"
BODY = "".join(f"<p>{line}</p>" for line in PROSE)
LEAF = (
    "<div>第02版：要闻 <a href=1>上一版</a> <a href=2>下一版</a></div><ul>"
    + "".join(f"<li><a href=content_{n}.htm>青石市召开第{n}次春耕备耕现场推进会</a></li>" for n in range(7))
    + "</ul>"
)
TOPS = [
    "<div>青石日报</div><div>2023年03月28日 星期二</div>",
    "<div>青石日报 2023年03月28日 星期二 <a href=/old>往期</a></div>",
    "<table><tr><td>2023年3月28日　星期二</td><td><a href=/>返回首页</a>|<a href=/x>青石日报</a></td></tr></table>",
    "<div>2026年10月9日 <a href=/in>登录</a> <a href=/reg>注册</a></div><div>青石日报</div><div>2023-03-28</div>",
]
PAGES = [
    "<title>青石日报-2023年03月28日-第02版:要闻-{title}</title>{top}{leaf}<table><tr><td>肩题：科技助力</td>"
    "</tr><tr><td><b>{title}"
    "</b></td></tr><tr><td>作者：周志远</td></tr></table><div id=ozoom>{body}</div>",
    "<title>青石日报</title>{top}{leaf}<div class=t>{title}</div><div>——青石市水稻育秧见闻</div>"
    "<div>□本报记者 周志远</div>"
    "<div id=text-con>{body}</div>",
    "<title>第02版：要闻_青石日报数字报</title>{top}{leaf}<founder-introtitle>科技助力</founder-introtitle>"
    "<founder-title>{title}"
    "</founder-title><founder-author>周志远</founder-author><founder-content>{body}</founder-content>",
    "<title>{title}--青石日报</title>{top}{leaf}<h3>科技助力</h3><h1>{title}</h1><p class=sec>本报记者 周志远</p>"
    "<div id=articleContent><div id=ozoom>{body}</div></div><a href=1>上一篇</a>",
]


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("html", PAGES)
def test_an_article_of_a_digital_edition(html, top):
    page = clean_page(f"<html>{html.format(title=TITLE, top=top, leaf=LEAF, body=BODY)}".encode())
    assert isinstance(page, CleanedPage), page
    assert (page.title, page.text.split("\n")) == (TITLE, PROSE)
    assert (page.published_at, page.publisher, page.authors) == ("2023-03-28", "青石日报", ("周志远",))


@pytest.mark.parametrize("title", ["第02版：要闻", "A03版", "第5版: 民生 ", "第02版：要闻_青石日报数字报"])
def test_the_number_of_a_leaf_is_no_title(title):
    assert is_generic(title)


@pytest.mark.parametrize("title", ["第02版教材通过审定", "第2版《青石县志》今日首发仪式举行"])
def test_an_edition_of_a_book_may_be_one(title):
    assert not is_generic(title)


FILED = [
    "中国时报【周志远/青石报导】",
    "【周志远、李敏/台北报导】",
    "2013年03月28日 04:10\x1f青石时报【周志远/综合报导】",
]


@pytest.mark.parametrize("line", FILED)
def test_who_filed_a_story_in_boxes(line):
    story = filed(line)
    assert story and story["names"].startswith("周志远")


@pytest.mark.parametrize("line", ["【周志远】", "【要闻/本地】", "青石时报【周志远/青石县城关镇政府办公室报导】"])
def test_boxes_of_other_things(line):
    assert filed(line) is None


def test_the_paper_alone_in_brackets_signs():
    assert [issuer_of(line) for line in ("(中国时报)", "（《青石日报》）", "(青石日报记者)", "(完)")] == [
        "中国时报",
        "青石日报",
        "",
        "",
    ]


def test_the_day_of_a_leaf_in_a_comment_of_its_system() -> None:
    page = f"<html><!--\n<founder-date>2022-09-19</founder-date>\n--><body>{LEAF}<h1>{TITLE}</h1>{BODY}</body></html>"
    cleaned = clean_page(page.encode())
    assert isinstance(cleaned, CleanedPage)
    assert (cleaned.published_at or "")[:10] == "2022-09-19"


def test_reporters_of_a_dateline_go_before_who_entered_the_text() -> None:
    line = "新华社青石6月12日电（记者周志远、剡文鑫）连日来，青石市的水稻育秧工作全面展开。"
    page = f"<html><head><meta name=author content=马娟></head><body><h1>{TITLE}</h1><p>{line}</p>{BODY}</body></html>"
    cleaned = clean_page(page.encode())
    assert isinstance(cleaned, CleanedPage)
    assert cleaned.authors == ("周志远", "剡文鑫")
