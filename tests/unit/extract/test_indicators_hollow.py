"""Names that say nothing alone take what the sentence has told of before."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("农业损失共1100万元，以金寨县损失530万元最多，其次是霍山县420万元。", "420万元", "损失"),
        ("农业损失共1100万元，以金寨县损失530万元（占48%）最多，其次是霍山县420万元（占38%）。", "38%", "损失占比"),
        ("最大降雨量为云岭镇41.3毫米，其次石桥镇32.5毫米。", "41.3毫米", "最大降雨量"),
        ("最大降雨量为云岭镇41.3毫米，其次石桥镇32.5毫米。", "32.5毫米", "最大降雨量"),
        ("倒塌房屋6间；3万间房屋倒塌，21万间不同程度损坏。", "21万间", "房屋不同程度损坏"),
        ("生产总值达到900亿元，首次迈过900亿元门槛，同比增长6%。", "6%", "生产总值"),
        ("公交线路有339条，目前已经恢复310条。", "310条", "恢复公交线路"),
        ("农民收入达185元，同上年相比增加了26元。", "26元", "农民收入"),
        ("目前已经恢复310条。", "310条", "恢复"),
        ("办理贷款500万元，门槛为10万元；招收学生300人，门槛为20人。", "10万元", "办理贷款"),
        ("办理贷款500万元，门槛为10万元；招收学生300人，门槛为20人。", "20人", "招收学生"),
    ],
)
def test_hollow_names_are_filled(text: str, mention: str, name: str) -> None:
    found = READER.read(Article("x", text, None, "2018-08-22", None)).observations
    assert {o.mention: o.indicator for o in found}[mention] == name


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("从基金按月支付伤残津贴，标准为：一级伤残为本人工资的88%。", "88%", "一级伤残为本人工资伤残津贴"),
    ],
)
def test_shares_of_a_standard_are_named_by_what_is_paid(text: str, mention: str, name: str) -> None:
    found = READER.read(Article("x", text, None, "2018-08-22", None)).observations
    assert {o.mention: o.indicator for o in found}[mention] == name


def test_a_run_of_one_letter_is_read_at_once() -> None:
    run = "依" * 35
    found = READER.read(Article("x", f"金寨县确诊5人，{run}10人。", None, "2018-08-22", None)).observations
    assert [one.mention for one in found] == ["5人", "10人"]
