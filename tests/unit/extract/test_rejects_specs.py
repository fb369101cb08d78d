"""Sizes and numbers by which goods and institutes are called, and shares that say which are counted."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("8英寸碳化硅晶圆、12英寸特色工艺生产线建成投产。", []),
        ("展出厚度只有16微米的超薄折叠屏玻璃。", []),
        ("研制出32层三维闪存芯片和7纳米芯片。", []),
        ("涂层厚度为16微米。", ["16微米"]),
        ("株洲608所研制的发动机取得进展。", []),
        ("全市新建幼儿园608所。", ["608所"]),
        ("利润增长超过50%的出版集团达到12家。", ["12家"]),
        ("增速高于10%的行业有9个。", ["9个"]),
        ("增速高于10%。", ["10%"]),
        ("收入增长超过10%的目标已经实现。", ["10%"]),
    ],
)
def test_what_goods_and_groups_are_called_by_is_no_figure(text: str, figures: list[str]) -> None:
    assert [o.mention for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations] == figures
