"""Pages that name no source: what stands around their text must not be taken for one."""

import pytest

from tasks.clean.page import CleanedPage, clean_page

BODY = (
    "今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。",
    "该县坚持把稳就业摆在突出位置，落实各项补贴政策，帮助重点群体就业。",
)
TITLE = "青石县就业形势总体稳定"
INFO = '<div class="info">2023-10-20 09:30</div>'


def page(above=INFO, below="", before="", title=TITLE + "_青石网", heading=f"<h1>{TITLE}</h1>", head="") -> CleanedPage:
    text = "".join(f"<p>{line}</p>" for line in BODY)
    html = (
        f"<meta charset='utf-8'><title>{title}</title>{head}<body>{before}<div class='m'>{heading}{above}"
        f"<div class='content'>{text}</div>{below}</div></body>"
    )
    cleaned = clean_page(html.encode())
    assert isinstance(cleaned, CleanedPage), cleaned
    return cleaned


NOTICE = "凡本网注明“来源：青石日报”的所有作品，均为青石日报合法拥有版权的作品，未经授权不得转载。"
RELATED = '<h3>相关新闻</h3><ul><li><a href="#">清水河上大桥通车</a> 来源：新华网 2023-10-01</li></ul>'


@pytest.mark.parametrize(
    "around",
    [
        {"below": f"<div>{NOTICE}</div>"},
        {"below": "<p>版权声明：凡注明来源为“青石日报”的稿件，版权均属青石日报社。</p>"},
        {"below": RELATED},
        {"above": INFO + "<div>文章来源：内容取自各大新闻媒体，不代表本网立场！</div>"},
        {"below": "<div class='foot'>主办：青石日报社　版权所有：青石日报社</div>"},
        {"above": '<div><a href="/">首页</a> > <a href="#">青石日报</a> > 正文</div>' + INFO},
        {"above": INFO + "<div>下载青石日报客户端</div>"},
        {"above": INFO + "<div>关键词：就业 青石日报</div>"},
        {"above": '<div class="info">2023-10-20 09:30　民生新闻</div>'},
        {"above": '<div class="info">2023-10-20 09:30　工作简报</div>'},
        {"above": '<div class="info">2023-10-20 09:30 浏览：123 字体：大 中 小 【打印】【关闭】</div>'},
        {"above": "<p>来源：</p><p>发布时间：2023-10-20</p>"},
        {
            "title": "青石网",
            "heading": f"<h2>{TITLE}</h2>",
            "before": "<ul><li><a href='#'>青石日报</a></li><li><a href='#'>青石晚报</a></li></ul>",
        },
        {"title": "青石网", "heading": f"<h2>{TITLE}</h2>", "before": "<div>青石日报 | 青石晚报 | 青石网</div>"},
        {"head": '<script>var utm={"source":"baidu","media":"pc"};</script>'},
        {"head": '<meta name="author" content="www.qingshi.com">'},
        {"head": '<meta name="author" content="大河网">'},
    ],
)
def test_pages_without_a_source(around):
    cleaned = page(**around)
    assert (cleaned.publisher, cleaned.authors, cleaned.title) == (None, (), TITLE)
    assert cleaned.published_at is not None and cleaned.published_at.startswith("2023-10-20")
    assert cleaned.text == "\n".join(BODY)


def test_a_heading_with_the_sites_name_is_no_part_of_the_title():
    assert page(heading=f"<h1>青石网</h1><h1>{TITLE}</h1>").title == TITLE


def test_a_name_beside_the_date_that_is_the_editors():
    assert page('<div><span>2023-10-20</span><span class="editors">周志远</span></div>').authors == ()


def test_facts_of_an_official_paper_stand_in_a_table_above_the_title():
    rows = [("索 引 号：", "014/2022", "信息分类：", "就业"), ("发布机构：", "县人社局", "发布日期：", "2022-03-11")]
    rows.append(("名　　称：", TITLE, "文　　号：", "青人社〔2022〕5号"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    cleaned = page("", before=f"<table>{cells}</table>", heading=f"<div>{TITLE}</div>")
    assert (cleaned.publisher, cleaned.published_at) == ("县人社局", "2022-03-11")


def test_the_masthead_of_a_digital_edition():
    masthead = "<div><span>2020年01月16日 星期四</span><span>第05版：产经</span><a>上一版</a></div>"
    cleaned = page("", before=masthead, title=f"青石日报-{TITLE}")
    assert (cleaned.publisher, cleaned.published_at) == ("青石日报", "2020-01-16")
    assert page("<div>今天是2020年01月16日 星期四</div>", title=f"青石日报-{TITLE}").publisher is None


def test_the_number_of_a_paper_is_no_part_of_its_title():
    lines = "<div><p>青石县关于进一步做好</p><p>稳就业工作的通知</p><p>青政办〔2022〕5号</p></div>"
    cleaned = page(heading=lines, title="青石县关于进一步做好稳就业工作的通知（青政办〔2022〕5号）_青石县人民政府")
    assert cleaned.title == "青石县关于进一步做好稳就业工作的通知"


@pytest.mark.parametrize(
    ("above", "publisher", "day"),
    [
        ("<ul><li>日期 13.07.2012</li><li>来源 青石之声</li></ul>", "青石之声", "2012-07-13"),
        ("<div>《 青石青年报 》（ 2012年02月27日   03 版）</div>", "青石青年报", "2012-02-27"),
        ('<p>(2012-07-13)</p><p class="source">《青石早报》网站</p>', "青石早报", "2012-07-13"),
    ],
)
def test_rarer_forms_of_source_and_date(above, publisher, day):
    cleaned = page(above)
    assert (cleaned.publisher, cleaned.published_at) == (publisher, day)
