"""Shares of a whole that the sentence names beforehand."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("在“四横四纵”骨干网里，建好的部分占到82%。", "82%", "四横四纵骨干网建好占比"),
        ("全县登记的家庭农场当中，种粮的占到六成，养殖的占三成。", "六成", "登记的家庭农场当中种粮"),
        ("全县登记的家庭农场当中，种粮的占到六成，养殖的占三成。", "三成", "登记的家庭农场养殖占比"),
        ("规划的120条农村公路中，完工的已占85%。", "85%", "农村公路完工占比"),
        ("2045名接受检测的人员中，确诊感染的有986人，而接受检测的比例只有7%。", "7%", "接受检测的比例"),
        (
            "今年的预算安排中，教育、就业、卫生等领域的支出合计占比近50%。",
            "50%",
            "教育、就业、卫生等领域的支出合计占比",
        ),
        ("低保对象3.2万人里，脱贫人口占了四成，边缘人口占一成多。", "四成", "低保对象脱贫人口占比"),
        ("在这一过程中，民间投资占到62%。", "62%", "民间投资"),
    ],
)
def test_a_share_is_of_the_whole_named_before_it(text, mention, indicator, name):
    assert name(text, mention) == indicator


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("转移支付中，有3亿元未按时下达。", "3亿元", "转移支付未按时下达"),
        ("抽查的项目中，分别有12个、20个被取消。", "20个", "抽查的项目被取消"),
        ("其中，有12个被取消。", "12个", "被取消"),
    ],
)
def test_what_became_of_some_is_of_the_whole_that_a_clause_names(text, mention, indicator, name):
    assert name(text, mention) == indicator
