"""Lengths of time that are the figure itself, whatever verb brings them."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("优良天数312天，同比增加9天。", ["312天", "9天"]),
        ("其中二级天增加6天，污染天减少4天。", ["6天", "4天"]),
        ("审批时限由15个工作日压到3天。", ["15个工作日", "3天"]),
        ("工期从原定的120天砍到90天。", ["120天", "90天"]),
        ("老人住院11天，花费1.2万元。", ["11天", "1.2万元"]),
        ("全县停课一天。", ["一天"]),
        ("大桥通车后，过江只需10分钟，比坐船省下40分钟。", ["10分钟", "40分钟"]),
        ("手续简化后，企业足足省下3天。", ["3天"]),
        ("下两周气温回升。", []),
        ("巡检由五天一次变为两天一次。", []),
        ("降雨连续3天。", []),
        ("员工婚假3天，陪产假10天，生育享受98天产假。", ["3天", "10天", "98天"]),
        ("一级伤残的补助为27个月的本人工资。", ["27个月"]),
        ("甲获刑3年，缓刑4年，乙判刑8个月。", ["3年", "4年", "8个月"]),
        ("持续三年投入资金3亿元。", ["3亿元"]),
    ],
)
def test_what_lasts_or_is_cut_is_a_figure(text: str, figures: list[str]) -> None:
    assert [o.mention for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations] == figures
