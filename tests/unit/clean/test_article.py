"""Which container of a page is the article."""

from tasks.clean.article import find_article
from tasks.clean.markup import read_markup
from tasks.clean.tables import merge_rows
from tasks.clean.tokens import plain

PARAGRAPH = "今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。"
HOT = (
    "<div class='box'><h3>热点</h3><ul>"
    + "".join(f"<li><a href='/{n}'>这是第{n}条热点新闻标题</a></li>" for n in range(12))
    + "</ul></div>"
)


def body(html: str) -> list[str]:
    markup = read_markup(html)
    merge_rows(markup)
    article = find_article(markup)
    return [plain(markup.blocks[index].text) for index in article.lines] if article else []


def test_prose_wins_over_links():
    assert body(f"<body>{HOT}<div class='x'><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div>{HOT}") == [PARAGRAPH] * 2


def test_a_short_article_wins_over_summaries_on_the_side():
    blurb = "近日有关部门召开会议，研究部署下一阶段重点工作，要求抓好落实。"
    side = "".join(f"<div class='card'><a href='/{n}'>第{n}条推荐阅读的标题</a><p>{blurb}</p></div>" for n in range(8))
    html = (
        f"<title>就业形势稳定_青石网</title><body><h1>就业形势稳定</h1><div><p>{PARAGRAPH}</p></div><div>{side}</div>"
    )
    assert body(html) == [PARAGRAPH]


def test_rows_of_figures_are_worth_having():
    rows = "".join(f"<tr><td>指标{n}</td><td>{n}.5</td></tr>" for n in range(20))
    html = f"<body>{HOT}<div class='c'><p>{PARAGRAPH}</p><table>{rows}</table></div>{HOT}"
    assert body(html) == [PARAGRAPH, *[f"指标{n} {n}.5" for n in range(20)]]


def test_the_note_below_a_table_belongs_to_it():
    rows = "".join(f"<tr><td>指标{n}</td><td>{n}.5</td><td>{n}</td></tr>" for n in range(1, 9))
    note = "注：本表数据为快报数，“—”表示暂无数据。"
    foot = "<p>打印</p><p>说明页</p>"
    found = body(f"<body>{HOT}<h1>主要指标</h1><table>{rows}</table><p>{note}</p>{foot}</body>")
    assert found[-2:] == ["指标8 8.5 8", note]


def test_links_inside_the_body_stay_and_link_lists_go():
    cases = "".join(
        f"<div>▶ 典型案例丨<a href='/{n}'>某地区产业结构调整落实不力的第{n}个问题</a></div>" for n in range(3)
    )
    html = f"<body><div class='TRS_Editor'><div>{PARAGRAPH}</div><div>{PARAGRAPH}</div>{cases}</div>{HOT}"
    assert len(body(html)) == 5
    html = f"<body><div class='c'><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>{HOT}<p>{PARAGRAPH}</p></div>"
    assert body(html) == [PARAGRAPH] * 3


def test_sidebars_by_name_are_left_out_but_not_a_whole_page():
    html = (
        f"<body><div class='m'><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><div class='comment'><p>{PARAGRAPH}</p></div></div>"
    )
    assert body(html) == [PARAGRAPH] * 2
    html = (
        f"<body class='no-sidebar'><div class='main header-fixed'><div><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div></div>"
    )
    assert body(html) == [PARAGRAPH] * 2


def test_what_stands_above_the_title_is_not_the_body():
    title, twice = "就业形势总体稳定", f"<p>{PARAGRAPH}</p>" * 2
    html = f"<title>{title}</title><body><div><p>{PARAGRAPH}</p><h1>{title}</h1>{twice}</div>"
    assert body(html) == [PARAGRAPH] * 2


def test_nothing_in_nothing():
    assert body("") == []
    assert body("<div></div>") == []


def test_a_list_of_attachments_belongs_to_the_body():
    files = "".join(f"<li><a href='/{n}.doc'>附件{n}：秋粮收购网点名单第{n}部分.doc</a></li>" for n in range(1, 5))
    html = f"<body><div class='c'><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><ul>{files}</ul></div>{HOT}"
    assert len(body(html)) == 7


def test_what_follows_a_whole_article_in_a_wrapper_of_both_is_left_out():
    about, whole = "作者简介：石头，长期关注县域经济。", f"<p>{PARAGRAPH}</p>" * 12
    html = f"<body><div class='w'><div class='x'>{whole}</div><div class='y'><p>{about}</p></div></div>{HOT}"
    assert body(html) == [PARAGRAPH] * 12
    html = f"<body><div class='w'><div class='y'><p>{PARAGRAPH}首</p></div><div class='x'>{whole}</div></div>{HOT}"
    assert len(body(html)) == 13
