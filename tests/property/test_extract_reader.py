"""The reader on any text: it never raises, its spans hold, and its time grows with the length only."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extract.explain import explanations
from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.record import to_record
from tasks.extract.regions import RegionScope, find_regions

READER = Reader()

PIECES = st.sampled_from(
    [
        "全省",
        "全县",
        "2023年",
        "去年",
        "同比",
        "增长",
        "下降",
        "达到",
        "12.5%",
        "三成",
        "1.2万元",
        "3500人",
        "52个",
        "、",
        "，",
        "。",
        "；",
        "\n",
        "（",
        "）",
        "分别",
        "和",
        "从",
        "到",
        "由",
        "至",
        "占",
        "的",
        "位居",
        "第一",
        "力争",
        "将",
        "其中",
        "贫困发生率",
        "粮食产量",
        "增加值",
        "0.5个百分点",
        "是",
        "倍",
        "2倍",
        "亿亿",
        "比",
        "较",
        "“",
        "”",
        "《",
        "》",
        ":",
        "1:2",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_slice_to_their_mention(text: str) -> None:
    reading = READER.read(Article("t", text, None, "2024-03-01"))
    ends = [0]
    for found in reading.observations:
        assert text[found.start : found.end] == found.mention
        assert found.start >= ends[-1]
        ends.append(found.end)
        assert 0.0 <= found.confidence <= 1.0
        json.dumps(to_record(found), allow_nan=False)
    assert len(reading.decisions) == len(reading.observations)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.one_of(st.none(), st.text(max_size=12)), st.one_of(st.none(), st.text(max_size=12)))
def test_any_unicode_is_read(text: str, published_at: str | None, title: str | None) -> None:
    for found in READER.read(Article("t", text, title, published_at)).observations:
        assert text[found.start : found.end] == found.mention


@settings(max_examples=30, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_the_explanation_holds_every_observation(text: str) -> None:
    article = Article("t", text, None, "2024-03-01")
    shown = [item["start"] for item in explanations(article, READER) if item["kind"] == "observation"]
    assert shown == [found.start for found in READER.read(article).observations]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(min_value=1, max_value=99_999_999),
    st.sampled_from(["户", "人", "个", "亩", "元"]),
    st.sampled_from(["粮食", "茶园", "帮扶车间", "搬迁群众"]),
)
def test_a_printed_amount_reads_back(value: int, unit: str, thing: str) -> None:
    (found,) = READER.read(Article("t", f"全县{thing}共有{value}{unit}。", None, "2024-03-01")).observations
    assert (int(found.value), found.unit) == (value, unit)
    assert thing in found.indicator


HOSTILE = {
    "digits": "1",
    "billions": "亿",
    "commas": "，",
    "brackets": "（",
    "lists": "12个、",
    "from to": "从5%到",
    "carried": "5%，增长",
    "quotes": "“三",
    "words": "达到增长",
    "colons": "：3元",
    "people": "，李四明家里有3亩地。",
    "firms": "这家企业年产3万吨，",
    "bodies": "江苏银行448亿元、",
    "areas": "现辖甲区、乙市，",
    "a row without end": "5万 ",
    "halves": "一半",
    "plans in one line": "今后五年5万人，",
    "places behind": "分别有92万",
    "areas that nothing names": "全市有3人。",
    "people of a trade": "农民张三、农民李四说，",
    "rows in English": "abc 1 2\n",
    "rows with dashes": "甲 1 - 2\n",
    "dashes in one row": "3 - ",
    "a caption without end": "单位表1",
    "grades by whom": "按人均",
    "deeds": "形成了",
    "turns": "却5个",
    "towns of an island": "台湾、台北、",
    "parts that had their figure": "仅南阳市就有61个，服务3万人，",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear_in_the_length(unit: str) -> None:
    def seconds(length: int) -> float:
        article = Article("t", unit * (length // len(unit)), None, "2024-03-01")
        start = time.process_time()
        READER.read(article)
        return time.process_time() - start

    seconds(1_000)
    short, long = min(seconds(5_000), seconds(5_000)), seconds(20_000)
    assert long <= 0.2 + 12 * short


@pytest.mark.parametrize(
    ("head", "tail", "title"),
    [("全市好，", "南阳市。苏州市。", None), ("目前，", "今年，", "云岭大学：好")],
    ids=["an area named later", "times in front of the body of a title"],
)
def test_the_regions_of_a_page_take_linear_time(head: str, tail: str, title: str | None) -> None:
    def seconds(times: int) -> float:
        text = "央视网消息（新闻联播）：" + head * times + tail * times
        start = time.process_time()
        RegionScope(text, find_regions(text, 2024), title)
        return time.process_time() - start

    seconds(100)
    assert seconds(4_000) <= 0.2 + 16 * min(seconds(500), seconds(500))


@pytest.mark.parametrize("unit", ["2020年度", "半年度", "（甲医院）", "甲银行、"])
def test_a_title_costs_no_more_than_its_length(unit: str) -> None:
    start = time.process_time()
    READER.read(Article("t", "报告期内，公司营业收入5万元。", "甲乙" + unit * 40, "2024-03-01"))
    assert time.process_time() - start < 1


@pytest.mark.parametrize("unit", ["1", "20年", "，", "日前", "日"])
def test_the_head_of_a_page_costs_no_more_than_its_length(unit: str) -> None:
    start = time.process_time()
    READER.read(Article("t", unit * 40 + "增长5%。", None, "2024-03-01", "南阳日报"))
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("head", "unit", "tail"),
    [
        ("甲市36家工厂收入", "比乙高", "丙5人。"),
        ("税率从5%", "3", "亩。"),
    ],
    ids=["comparisons behind a group", "digits behind an old value"],
)
def test_what_follows_a_number_costs_no_more_than_its_length(head: str, unit: str, tail: str) -> None:
    start = time.process_time()
    READER.read(Article("t", head + unit * 26 + tail, None, "2024-03-01"))
    assert time.process_time() - start < 1


@pytest.mark.parametrize("published_at", ["2024-²", "²²²²-²²", "0001-01-01", "9999-12-31", "2024-13-40", "", "2024"])
def test_any_date_of_publication_is_read(published_at: str) -> None:
    text = "今（6）日，上周收盘5点，周三报5%。元旦假期第2天5万人，本周（1月1日—7日）5万人。到年底达到3万元。"
    for found in READER.read(Article("t", text, None, published_at)).observations:
        assert text[found.start : found.end] == found.mention
