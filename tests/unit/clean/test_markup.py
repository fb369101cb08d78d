"""Blocks and containers of HTML, broken HTML included."""

import re

import pytest

from tasks.clean.markup import read_markup
from tasks.clean.tokens import JOINT, plain


def texts(html: str) -> list[str]:
    return [plain(block.text) for block in read_markup(html).blocks]


def test_paragraphs_divs_and_breaks_are_lines():
    html = "<div>一<br>二</div><p>三<p>四</p><div>五<div>六</div>七</div>"
    assert texts(html) == ["一", "二", "三", "四", "五", "六", "七"]


def test_inline_elements_do_not_break_a_line_but_leave_a_joint():
    blocks = read_markup("<p>增长<span>6.3</span>%，<b>其中</b>农业</p>").blocks
    assert plain(blocks[0].text) == "增长6.3%，其中农业"
    assert JOINT in blocks[0].text


def test_indented_paragraphs_inside_one_run_are_split():
    html = "<td>　　第一段说了一件事，内容比较长，一直写到这里才结束。"
    html += "　　第二段说的是另外一件事，内容也比较长，写到这里。</td>"
    assert texts(html) == [
        "第一段说了一件事，内容比较长，一直写到这里才结束。",
        "第二段说的是另外一件事，内容也比较长，写到这里。",
    ]


@pytest.mark.parametrize("gap", ["　　", "&nbsp;&nbsp;&nbsp;&nbsp;", "&nbsp; "])
def test_a_gap_behind_a_label_does_not_part_it_from_its_value(gap):
    html = (
        f"<p>信息来源：{gap}青石日报{gap}撰稿：{gap}李敏{gap}发布时间：{gap}2023-10-20 09:30{gap}浏览次数：{gap}128</p>"
    )
    assert len(texts(html)) == 1


def test_link_text_is_counted():
    blocks = read_markup(
        "<p><a href='/1'>全部是链接</a></p><p>有<a href='/2'>一点</a>链接</p><p><a name='x'>锚点</a></p>"
    ).blocks
    assert [block.link for block in blocks] == [5, 2, 0]


def test_unclosed_link_ends_with_its_container():
    blocks = read_markup("<div><a href='/1'>链接</div><p>正文</p>").blocks
    assert [block.link for block in blocks] == [2, 0]


def test_scripts_styles_and_hidden_parts_are_no_text():
    html = "<p>看得见</p><script>var a='<p>看不见</p>'</script><style>p{}</style>"
    html += "<div style='display: none'>藏</div><svg><text>图</text></svg>"
    assert texts(html) == ["看得见"]


def test_end_tags_outside_a_cell_do_not_close_what_holds_the_table():
    markup = read_markup("<div class='out'><table><tr><td>一</div></td><td>二</td></tr></table>三</div>四")
    outer = next(node for node in markup.nodes if node.cue == "out")
    assert [plain(block.text) for block in markup.blocks[outer.first : outer.last]] == ["一", "二", "三"]


def test_cells_rows_and_items_without_end_tags():
    markup = read_markup("<table><tr><td>一<td>二<tr><td>三</table><ul><li>甲<li>乙</ul>")
    assert [node.tag for node in markup.nodes].count("tr") == 2
    assert [node.tag for node in markup.nodes].count("li") == 2


def test_comments_mark_the_body():
    blocks = read_markup("<div>导航</div><!--enpcontent--><p>正文</p><!--/enpcontent--><div>页脚</div>").blocks
    assert [block.marked for block in blocks] == [False, True, False]


def test_entities_and_blanks():
    assert texts("<p>&nbsp;&nbsp;A&amp;B &lt;1&gt;　 二</p>") == ["A&B <1> 二"]


def test_quotes_in_attributes_do_not_end_a_tag():
    assert texts('<p title="a > b">正文</p><p title=\'"\'>二</p>') == ["正文", "二"]


def test_an_unclosed_tag_swallows_the_rest():
    assert texts("<p>一</p><p title='x") == ["一"]


def test_nesting_beyond_the_limit_keeps_the_text():
    assert texts("<div>" * 5000 + "底") == ["底"]


def test_a_text_area_may_carry_the_article():
    escaped = "&lt;p&gt;" + "正文一段，写得很长。" * 30 + "&lt;/p&gt;"
    markup = read_markup(
        f"<textarea class='article-content'>{escaped}</textarea><textarea class='article-title'>题</textarea>"
    )
    assert plain(markup.blocks[0].text).startswith("正文一段")
    assert markup.fields == [("article-title", "题", 1)]


def test_head_facts_are_collected():
    html = "<title>标题 - 网</title><meta name=PubDate content='2022-05-17'><input type=password>"
    markup = read_markup(html)
    assert markup.title == "标题 - 网"
    assert markup.metas == [{"name": "PubDate", "content": "2022-05-17"}]
    assert markup.passwords == 1


def test_what_was_escaped_twice_is_read_and_code_is_left():
    markup = read_markup("<title>侯&amp;nbsp;磊</title><p>他说：&amp;ldquo;好&amp;rdquo; a &amp;lt; b</p>")
    assert markup.title == "侯 磊"
    assert markup.blocks[0].text == "他说：“好” a &lt; b"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("面积73<sup>2</sup>万亩", "面积73²万亩"),
        ("收入4802<sup><a href='#n'>[1]</a></sup>万元", "收入4802[1]万元"),
        ("收入4802<SUP class=x> （1，2） </SUP>万元", "收入4802[1][2]万元"),
        ("<sup>1</sup>2021年数", "¹2021年数"),
        ("7m<sup>-2</sup>，CO<sub>2</sub>，25<sup>o</sup>C", "7m⁻²，CO2，25oC"),
        ("甲<sup>1", "甲1"),
    ],
)
def test_raised_digits_stay_apart(html, text):
    assert [plain(block.text) for block in read_markup(f"<p>{html}</p>").blocks] == [text]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>一</p><p style='display:none'>二<b>三</b><br>四</p><p>五</p>", ["一", "五"]),
        ("<p style='DISPLAY: NONE'>二<p>三<p hidden>四<div>五</div>", ["三", "五"]),
        ("<p>一<span style='visibility:hidden'>二<span>三</span>四</span>五</p>", ["一五"]),
        ("<p>一<font style='font-size:0px'>二</font>三</p>", ["一三"]),
        ("<p style='font-size:0'>一<span style='font-size:16px'>二</span></p>", ["二"]),
        ("<p style='font-size:0.9em'>一</p><p style='overflow: hidden' class='hidden x'>二</p>", ["一", "二"]),
        ("<div><span hidden>一</div><p>二</p><i aria-hidden='true'>三</i>", ["二"]),
        ("<div hidden>一</div><div aria-hidden=true>二</div><div style='visibility: hidden'>三</div>四", ["四"]),
        ("<h1 style='display:none'>一</h1><p>二</p>", ["一", "二"]),
    ],
)
def test_what_is_taken_from_view_is_not_read(html, shown):
    assert texts(html) == shown
    assert "".join(plain(block.text) for block in read_markup(html, reveal=True).blocks) == re.sub("<[^>]*>", "", html)
