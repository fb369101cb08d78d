"""Tables and short lines of figures among the prose of an article, and what stands beside them."""

import gc
import time

import pytest

from tasks.clean.page import CleanedPage, clean_page

PROSE = "今年以来，全县新建蔬菜大棚132座，带动周边群众310人就近务工，户均增收4300元。"


def body(html: str, title: str = "蔬菜大棚建设进展") -> list[str]:
    """The lines of the text of a page that holds this under its title."""
    page = clean_page(
        f"<html><head><meta charset=utf-8><title>{title}_青石县人民政府</title></head><body>"
        "<div class=nav><a href=/>网站首页</a><a href=/xw/>新闻中心</a></div>"
        f"<h1>{title}</h1><div>2023-04-18 09:12 来源：青石日报</div><div class=con>{html}</div>"
        "<div class=foot>主办：青石县人民政府办公室　冀ICP备12004321号</div></body></html>".encode()
    )
    assert isinstance(page, CleanedPage), page
    return page.text.split("\n")


def linked(count: int, head: str = "") -> str:
    rows = "".join(f"<tr><td><a href=/x{n}>东河泵站{n}</a></td><td>{n * 13}</td></tr>" for n in range(1, count + 1))
    return f"<table>{head}{rows}</table>"


@pytest.mark.parametrize("count", [2, 7, 20])
def test_a_table_of_figures_behind_linked_names_is_text(count):
    rows = [f"东河泵站{n} {n * 13}" for n in range(1, count + 1)]
    head = "<tr><td>项目</td><td>投资（万元）</td></tr>"
    assert body(f"<p>{PROSE}</p>{linked(count)}") == [PROSE, *rows]
    assert body(f"<p>{PROSE}</p>{linked(count, head)}<p>{PROSE}</p>") == [PROSE, "项目 投资（万元）", *rows, PROSE]


def test_a_table_of_links_with_their_readers_below_a_text_is_none():
    head = "<tr><td>标题</td><td>点击数</td></tr>"
    assert body(f"<p>{PROSE}</p><p>{PROSE}</p>{linked(7, head)}")[:2] == [PROSE, PROSE]
    assert "东河泵站1 13" not in body(f"<p>{PROSE}</p><p>{PROSE}</p>{linked(7, head)}")


def test_a_row_of_many_cells_costs_no_more_a_cell():
    def seconds(cells: int) -> float:
        page = f"<p>{PROSE}</p><table><tr>{'<td>12</td>' * cells}</tr></table>".encode()
        gc.collect()
        # A collection of all that other tests left costs more than the page.
        gc.disable()
        try:
            started = time.process_time()
            clean_page(page)
            return time.process_time() - started
        finally:
            gc.enable()

    seconds(1000)
    # Eight times the cells; a cost that grows with the square would be 64 times as high.
    assert seconds(32_000) < 0.1 + 24 * min(seconds(4000) for _ in range(3))


@pytest.mark.parametrize("count", [3, 12, 60])
@pytest.mark.parametrize("lead", ["现将2022年泵站投资公布如下：", f"根据有关规定公布如下。{PROSE}"])
def test_the_paragraphs_beside_a_table_are_text(count, lead):
    rows = [f"东河泵站{n} 白塔镇 {n * 13}" for n in range(1, count + 1)]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split()) + "</tr>" for row in rows)
    after = "监督电话：0310-7812317"
    for table in (f"<table>{cells}</table>", f"<div class=wrap><table>{cells}</table></div>"):
        assert body(f"<p>{lead}</p>{table}<p>{after}</p>", "泵站投资表") == [lead, *rows, after]
    assert body(f"<div>{lead}</div><table>{cells}</table><div class=share>分享给朋友</div>") == [lead, *rows]


@pytest.mark.parametrize("tag", ["p", "div", "li"])
def test_figures_in_lines_of_their_own_under_names_are_text(tag):
    cells = ["白塔镇", "56", "东河乡", "131", "柳沟镇", "132"]
    told = "".join(f"<{tag}>{cell}</{tag}>" for cell in cells)
    assert body(f"<p>{PROSE}</p><p>{PROSE}</p>{told}") == [PROSE, PROSE, *cells]
    assert body(f"<p>{PROSE}</p>{told}<p>{PROSE}</p>") == [PROSE, *cells, PROSE]


def test_figures_behind_their_names_may_count_on():
    told = "<p>白塔镇</p><p>1</p><p>东河乡</p><p>2</p>"
    assert body(f"<p>{PROSE}</p>{told}<p>{PROSE}</p>") == [PROSE, "白塔镇", "1", "东河乡", "2", PROSE]


def test_numbers_of_pages_and_counters_are_no_text():
    pages = "<p>青石日报</p><p>1</p><p>2</p><p>3</p>"
    assert body(f"<p>{PROSE}</p>{pages}<p>{PROSE}</p>") == [PROSE, "青石日报", PROSE]
    items = "<p>02</p><p>白塔镇</p><p>03</p><p>东河乡</p>"
    assert body(f"<p>{PROSE}</p>{items}<p>{PROSE}</p>") == [PROSE, "白塔镇", "东河乡", PROSE]
    assert body(f"<p>{PROSE}</p><p>{PROSE}</p><p>点赞</p><p>12</p><p>收藏</p><p>35</p>") == [PROSE, PROSE]


def test_a_table_of_plain_containers_has_rows():
    def row(*cells: str) -> str:
        return f"<div class=tr>{''.join(f'<div class=td>{cell}</div>' for cell in cells)}</div>"

    head, first, last = ("乡镇", "户数", "人数"), ("白塔镇", "56", "131"), ("东河乡", "", "7")
    rows = ["乡镇 户数 人数", "白塔镇 56 131", "东河乡 / 7"]
    grid = f"<div class=tbl>{row(*head)}{row(*first)}{row(*last)}</div>"
    assert body(f"<p>{PROSE}</p><p>{PROSE}</p>{grid}") == [PROSE, PROSE, *rows]
    named = "".join(f"<li><div>{name}</div><div>{value}</div></li>" for name, value in (("户数", "56"), ("人数", "7")))
    assert body(f"<p>{PROSE}</p><ul>{named}</ul><p>{PROSE}</p>") == [PROSE, "户数 56", "人数 7", PROSE]
