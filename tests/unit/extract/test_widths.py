"""Half-width punctuation, straight and corner quotes and years in letters read as their other forms do."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.record import to_record
from tasks.extract.widths import as_printed, unfolded

FOLD = str.maketrans("，；：！？（）", ",;:!?()")
TEXTS = [
    "全年粮食产量82.6万吨，增长2.8%，其中：小麦13.1万吨；稻谷（含再生稻）22.5万吨。",
    "2023年，全县城乡居民人均可支配收入分别为47,197元、16,135元，收入比由2.05:1降为2.02:1！",
    "据统计：游客10.5万人次（同比增长3%），9:30开园，共开放12天。",
]


@pytest.mark.parametrize("text", TEXTS)
def test_both_widths_read_alike(text: str) -> None:
    wide, narrow = (
        [
            {key: value for key, value in to_record(one).items() if key not in ("mention", "indicator")}
            for one in Reader().read(Article("d", printed, None, "2024-03-01", None)).observations
        ]
        for printed in (text, text.translate(FOLD))
    )
    assert wide == narrow
    assert len(wide) >= 3


def test_mentions_stay_as_printed() -> None:
    text = "农机2.6万台(套),机械化率90%."
    first = Reader().read(Article("d", text, None, "2024-03-01", None)).observations[0]
    assert first.mention == text[first.start : first.end] == "2.6万台(套)"


def test_unfolding_keeps_the_length_and_what_numbers_are_made_of() -> None:
    assert (
        unfolded("共14,383.51亿元(增长3%),9:30开会;见http://a.cn/b?c=1")
        == "共14,383.51亿元（增长3%）,9:30开会；见http://a.cn/b?c=1"
    )
    assert as_printed("项目（调查）", "完成项目(调查)3个") == "项目(调查)"
    assert as_printed("项目（调查）", "完成项目（调查）3个") == "项目（调查）"


@pytest.mark.parametrize("quotes", ["“”", '""', "「」"])
def test_all_quotes_read_alike_and_names_keep_the_printed_ones(quotes: str) -> None:
    text = f"2023年，全县有专精特新{quotes[0]}小巨人{quotes[1]}企业12家，“十四五”时期增加8家。".replace(
        "“十四五”", f"{quotes[0]}十四五{quotes[1]}"
    )
    first, second = Reader().read(Article("d", text, None, "2024-03-01", None)).observations
    assert first.indicator_id == "little_giants"
    assert f"{quotes[0]}小巨人{quotes[1]}" in first.indicator
    assert second.period == "2021/2025"


def test_a_lone_straight_quote_stays() -> None:
    assert unfolded('屏幕6.5"，共3台') == '屏幕6.5"，共3台'
    assert unfolded('“甲”和"乙"') == "“甲”和“乙”"


def test_years_in_letters_read_as_years_in_digits() -> None:
    assert unfolded("比二〇一九年增长，二○二○年和二零二一年，一九九八年") == "比2019年增长，2020年和2021年，1998年"
    assert unfolded("一万二千零一年") == "一万二千零一年"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("一九七八年", "1978年"),
        ("二〇二一年", "2021年"),
        ("二零零八年", "2008年"),
        ("一二三四年级学生", "一二三四年级学生"),
        ("一二三四年", "一二三四年"),
    ],
)
def test_only_years_are_written_in_digits(text: str, read: str) -> None:
    assert unfolded(text) == read


def test_inch_signs_are_no_quotes() -> None:
    assert unfolded('屏幕有6.5"和5.5"两种') == '屏幕有6.5"和5.5"两种'
    assert unfolded('2021"七一"活动') == "2021“七一”活动"
    assert unfolded('"十四五"期间') == "“十四五”期间"
