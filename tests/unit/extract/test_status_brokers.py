"""What analysts, boards and studies foretell, and what a forecast in the clause before leaves a fact."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "mention", "status"),
    [
        ("给予“买入”评级，目标价28.5元。", "28.5元", "target"),
        ("我们给予公司2014年18-20倍PE。", "18-20倍", "target"),
        ("合理价值区间为18-20元。", "18-20元", "target"),
        ("维持2012-2013年每股收益1.25元、1.58元的预测。", "1.25元", "target"),
        ("股价较目标价高出3元。", "3元", "observation"),
        ("2012年度利润分配预案：每10股派现2.5元。", "2.5元", "target"),
        ("2012年度每10股派现2.5元。", "2.5元", "observation"),
        ("市场前景展望：到2020年，需求量为3000万吨。", "3000万吨", "target"),
        ("经测算，该项目总投资为3.2亿元，投资回收期为5.8年。", "3.2亿元", "target"),
        ("经测算，2013年人均消费支出为9000元。", "9000元", "observation"),
        ("预计最高年化收益率可达5.1%，产品期限为90天，综合评分为88.5分。", "88.5分", "observation"),
        ("预计最高年化收益率可达5.1%，产品期限为90天，综合评分为88.5分。", "90天", "observation"),
        ("预计最高年化收益率可达5.1%，产品期限为90天。", "5.1%", "target"),
        ("预计全年产量可达5万吨，产值为3亿元。", "3亿元", "target"),
        ("王某得知基金拟买入甲股份等35只股票的信息，先行买入，非法获利130万元。", "35只", "observation"),
        ("王某得知基金拟买入甲股份等35只股票的信息，先行买入，非法获利130万元。", "130万元", "observation"),
        ("公司拟买入35只股票。", "35只", "target"),
    ],
)
def test_status(text: str, mention: str, status: str) -> None:
    found = READER.read(Article("x", text, None, "2013-05-01", None)).observations
    assert [one.status for one in found if one.mention == mention] == [status]
