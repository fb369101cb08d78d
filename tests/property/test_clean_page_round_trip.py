"""What is put into a page comes out of it, and clean text stays as it is."""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.clean.dump import read_dump
from tasks.clean.html_page import read_html
from tasks.clean.page import CleanedPage, clean_page

SUBJECTS = ["全县", "柳林镇", "食用菌产业", "城镇居民", "规模以上工业企业", "县农业农村局"]
VERBS = ["实现增加值", "投入资金", "新增就业", "带动农户增收", "完成投资", "改造农房"]
UNITS = ["亿元", "万元", "人", "户", "个百分点", "万亩"]
NAV = "".join(f"<li><a href='/{n}/'>栏目{n}</a></li>" for n in range(10))
HOT = "".join(f"<li><a href='/h/{n}.html'>热点新闻的标题第{n}条在这里</a></li>" for n in range(10))


@st.composite
def sentences(draw):
    count = draw(st.integers(2, 4))
    kinds = (st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.integers(1, 99999).map(str), st.sampled_from(UNITS))
    parts = ["".join(draw(kind) for kind in kinds) for _ in range(count)]
    return "，".join(parts) + "。"


@st.composite
def articles(draw):
    """Some paragraphs, all different, now and then a heading between."""
    lines = draw(st.lists(sentences(), min_size=3, max_size=9, unique=True))
    if draw(st.booleans()):
        lines.insert(
            draw(st.integers(1, len(lines) - 1)), draw(st.sampled_from(["一、综合", "多措并举 稳中求进", "（二）农业"]))
        )
    return lines


STYLES = {
    "p": lambda line: f"<p>　　{html.escape(line)}</p>",
    "div": lambda line: f"<div><span>{html.escape(line)}</span></div>",
    "br": lambda line: f"&nbsp;&nbsp;{html.escape(line)}<br><br>",
    "section": lambda line: f"<section><section><p>{html.escape(line)}</p></section></section>",
}


@settings(max_examples=80, deadline=None)
@given(
    articles(),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(["content", "x1", "TRS_Editor", "main-box"]),
    st.booleans(),
)
def test_the_body_comes_back_line_by_line(lines, style, cue, sidebar):
    body = "".join(map(STYLES[style], lines))
    side = f"<div class='side'><ul>{HOT}</ul></div>" if sidebar else ""
    page = f"<html><title>青石县经济运行情况_青石网</title><body><ul>{NAV}</ul><h1>青石县经济运行情况</h1>"
    page += f"<p>2023-10-20 来源：青石日报</p>{side}<div class='{cue}'>{body}</div><p>责任编辑：刘芳</p><ul>{HOT}</ul>"
    page += "<div>版权所有 青石网</div></body></html>"
    reading = read_html(page)
    assert list(reading.lines) == lines
    assert (reading.facts.publisher, reading.facts.editor, reading.facts.published) == (
        "青石日报",
        "刘芳",
        "2023-10-20",
    )


@settings(max_examples=80, deadline=None)
@given(articles())
def test_a_dump_of_clean_text_is_that_text(lines):
    assert list(read_dump("\n".join(lines)).lines) == lines


@settings(max_examples=40, deadline=None)
@given(articles())
def test_cleaning_clean_text_changes_nothing(lines):
    once = clean_page("\n".join(lines).encode())
    assert isinstance(once, CleanedPage)
    twice = clean_page(once.text.encode())
    assert isinstance(twice, CleanedPage)
    assert twice.text == once.text
    assert twice.repairs == ()


FIGURES = st.from_regex(r"[1-9][0-9]{0,4}\.[0-9]", fullmatch=True)
GRIDS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(FIGURES, min_size=width, max_size=width), min_size=3, max_size=8)
)


@settings(max_examples=60, deadline=None)
@given(GRIDS)
def test_every_row_of_figures_is_one_line(rows):
    table = "".join("<tr><td>指标</td>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    lead = "主要指标完成情况见下表，单位为亿元，数据为初步统计数。"
    page = f"<html><body><div><p>{lead}</p><table>{table}</table></div></body></html>"
    assert list(read_html(page).lines)[1:] == [" ".join(["指标", *row]) for row in rows]
