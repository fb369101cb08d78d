"""Any bytes give a document or a reason, in time that grows with their size and no faster."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.clean.byline import is_byline
from tasks.clean.dump import read_dump
from tasks.clean.html_page import read_html
from tasks.clean.markup import read_markup
from tasks.clean.nesting import TooManyTagsError
from tasks.clean.page import CleanedPage, PageRejection, clean_page
from tasks.clean.page_words import ending_of, fold, is_furniture
from tasks.clean.reading import NoArticleError
from tasks.clean.title_parts import split_title
from tasks.clean.writers import _reporters

TAGS = [
    "<p>",
    "</p>",
    "<div class='content'>",
    "</div>",
    "<table><tr><td>",
    "</td>",
    "</table>",
    "<li>",
    "<a href='/1'>",
    "</a>",
    "<br>",
]
TAGS += [
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<textarea class=content>",
    "&lt;p&gt;",
    "&#x4e2d;",
    "&amp",
    "<h1>",
    "<title>",
    "<",
    ">",
    "'",
    '"',
]
WORDS = [
    "增长6.3%，",
    "其中农业2.1亿元。",
    "来源：青石日报",
    "2023-10-20",
    "责任编辑：刘芳",
    "首页 > 正文",
    "下一页",
    "\n",
    "　　",
    " ",
    "\x1f",
    "\x00",
]
SOUP = st.lists(st.sampled_from(TAGS + WORDS), max_size=120).map("".join)
PROSE = "今年以来，全县新增就业1250人，就业形势总体稳定。"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data):
    assert isinstance(clean_page(data), CleanedPage | PageRejection)


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_any_soup_of_tags(soup):
    page = clean_page(("<html><body>" + soup).encode("utf-8", "surrogatepass"))
    assert isinstance(page, CleanedPage | PageRejection)
    if isinstance(page, CleanedPage):
        assert page.text.strip()
        assert "\x1f" not in page.text
        assert all(0 <= repair.start <= repair.end <= len(page.text) for repair in page.repairs)


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_containers_nest(soup):
    markup = read_markup(soup)
    for node in markup.nodes:
        assert 0 <= node.first <= node.last <= len(markup.blocks)
        if node.parent >= 0:
            parent = markup.nodes[node.parent]
            assert parent.first <= node.first
            assert node.last <= parent.last
    assert all(0 <= block.node < len(markup.nodes) for block in markup.blocks)
    assert all(0 <= block.link <= len(block.text) for block in markup.blocks)


@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_truncated_page_loses_its_end_alone(data):
    html = f"<html><body><div class='content'>{''.join(f'<p>{n}、{PROSE}</p>' for n in range(30))}</div></body></html>"
    end = data.draw(st.integers(200, len(html)))
    lines = read_html(html[:end]).lines
    assert all(line == f"{n}、{PROSE}" for n, line in enumerate(lines[:-1]))


HOSTILE = {
    "nested divs": lambda n: "<html><div>" * n + PROSE * 5,
    "nested tables": lambda n: "<table><tr><td>" * n,
    "nested lists": lambda n: "<ul><li>" * n,
    "fonts unclosed": lambda n: "".join(f"<font color={k}><p>x" for k in range(n)),
    "links unclosed": lambda n: "<a href=x><div>" * n,
    "many cells": lambda n: "<table>" + ("<tr>" + "<td>1</td>" * 20 + "</tr>") * (n // 20),
    "open tags": lambda n: "<html><p>" + "<a " * n,
    "open quotes": lambda n: "<html><p>" + "<a =\"x' " * n,
    "open comments": lambda n: "<html><p>" + "<!-- - -- ->" * n,
    "open scripts": lambda n: "<html><p>" + "<script></scrip>" * n,
    "entities": lambda n: "<html><p>" + "&amp;&#x&" * n,
    "attributes": lambda n: "<html><div " + " ".join(f"a{k}=1" for k in range(n)) + ">",
    "blanks": lambda n: "<html><p>" + "　 " * n + PROSE,
    "indents": lambda n: "<html><p>" + (PROSE + "　　") * n,
    "labels": lambda n: "<html>" + "<p>来源：来源：来源：来源：</p>" * n,
    "crumbs": lambda n: "<html><p>" + "首页 > " * n,
    "scripted": lambda n: '<html><script>{"content":"' + '\\"' * n,
    "titles": lambda n: "<html><title>" + "中国_-|" * n + "</title>" + PROSE,
    "summaries": lambda n: "<html>" + f"<li class=x><a href=y>{PROSE}</a>{PROSE}</li>" * n,
    "pictures": lambda n: "<html><p>" + PROSE * n + "<img src=x>" * n,
    "trails": lambda n: f"<html><title>青石网</title><p>{'首页' * n}<p>时间：2023-10-20 来源：青石网<p>{PROSE * 9}",
    "text areas": lambda n: "<html>" + "<textarea class=content>" + "&lt;textarea class=content&gt;" * n,
}
DUMPS = {
    "prose": lambda n: (PROSE + "\n") * n,
    "one line": lambda n: PROSE * n,
    "empty lines": lambda n: "\n" * n,
    "years": lambda n: "2021\n" * n,
    "labels": lambda n: "来源:\n" * n,
}


def seconds(read, text: str) -> float:
    started = time.process_time()
    with suppress(NoArticleError, TooManyTagsError):
        read(text)
    return time.process_time() - started


@pytest.mark.parametrize("name", [*HOSTILE, *(f"dump: {name}" for name in DUMPS)])
def test_hostile_input_takes_linear_time(name):
    dump = name.startswith("dump: ")
    make, read = (DUMPS[name[6:]], read_dump) if dump else (HOSTILE[name], read_html)
    text = make(8000)
    assert seconds(read, text) < 0.5 + len(text) / 100_000


ATOMS = [
    "1",
    " ",
    "1 ",
    "大",
    "大 ",
    "[1]",
    "(",
    "【",
    "|",
    "a|",
    ">",
    "首页>",
    "来源:",
    "记者 ",
    "2021-",
    "声明",
    "相关",
    "打印 ",
    "上一版 ",
    "-",
    "_",
    "张三 ",
    "版 权 ",
]


@pytest.mark.parametrize("entry", ["上一版 ", "返回目录 ", "放大 / "])
def test_a_long_menu_of_a_digital_paper_with_a_word_behind_it(entry):
    started = time.process_time()
    assert not is_furniture(entry * 24 + "青石")
    assert time.process_time() - started < 0.25


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(ATOMS), min_size=1, max_size=4).map("".join))
def test_no_line_keeps_the_patterns_busy(unit):
    line = (unit * 450)[:440]
    started = time.process_time()
    for judge in (is_furniture, ending_of, is_byline, split_title, _reporters):
        judge(line)
    assert time.process_time() - started < 0.25
