"""Places that say nothing about whose text it is, and texts whose area only parts of it tell."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.regions_home_bearers import of_shares

READER = Reader()
SALES = "昨日全市住宅签约84套，成交面积9275平方米；商铺签约4套。从个盘来看，翔安新城地块居首，签约6套。"
PROVINCE = (
    "昨天，省统计局数据显示，2012年我省农民人均纯收入7161元。我省与全国的差距仍在扩大。"
    "分区域看，呈由东南向西北递减的特点，与经济发展水平相吻合，其中马鞍山达到10920元，阜阳5922元，安庆6100元。"
)
TRADER = (
    "刘某大学文化，原是基金公司的投资经理，负责管理几个账户。"
    "法院查明，他利用职务便利，先于基金买入上海机电、天津普林、金发科技等52只股票，非法获利320万元。"
)
ORIGIN = (
    "在一辆越野车内，救援人员发现了一名男司机，赶紧用铁棍砸开车窗。"
    "救援人员将男子救出后送往医院抢救。据介绍，该男子为湖南人，36岁左右。昨晚立交桥下共有7辆车被淹，2辆车被拉出。"
)
ISSUE = (
    "配股比例及数量：本次配股以股权登记日2012年4月12日收市后甲医疗股本总数1.3亿股为基数，每股面值1.00元。"
    "甲医疗控股股东临沂矿业集团有限责任公司承诺以现金全额认购其可配股份。"
)
FIRM = (
    "截至2012年6月30日，用佳公司资产总额2482万元，净资产220万元，1至6月营业收入为零。用佳公司的主要资产为位于广州市"
    "番禺区的土地使用权。\n经测算，上述项目总投资为94374万元，投资回收期为2.1年。"
)
GANG = (
    "经审查，5名男子分别叫刘某、李某、霍某、黄某、丁某，当晚在路边聚集，准备对过路货车实施抢劫。这些人贪图享乐又想不劳而获，"
    "便纠集秦某、张某等人，准备好砍刀、板砖等工具，挑选夜深人静时段，驾驶轿车、面包车等在公路上游走，一旦发现外地货车就强行"
    "贴靠、超车，逼停货车，并以殴打司机、砸玻璃的手段相威胁，抢劫司机钱财。今年夏天，该团伙以同样的方式连续作案，每次得手后"
    "就分头藏匿，直到第二天晚上才又碰头，司机们叫苦不迭，纷纷报案，警方随即成立专案组展开侦查。该团伙共作案15起。目前，他们已被"
    "定兴县公安局刑事拘留。"
)


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        (SALES, "84套", "350200"),
        (SALES, "4套", "350200"),
        (PROVINCE, "7161元", "340000"),
        (PROVINCE, "10920元", "340500"),
        (TRADER, "320万元", None),
        (ORIGIN, "7辆", None),
        (ISSUE, "1.3亿股", None),
        (FIRM, "2482万元", None),
        (FIRM, "94374万元", None),
        (GANG, "5名", "130626"),
        (GANG, "15起", "130626"),
        ("甲银行核心资本充足率跌破9%，进一步靠近8%的监管红线。", "8%", "100000"),
        ("辽宁抚顺昨晚发生一起凶杀案，李某从抚顺乘车到永陵镇，刺死6人，刺伤5人。", "6人", "210400"),
    ],
)
def test_whose_figures_they_are(text: str, mention: str, code: str | None) -> None:
    found = READER.read(Article("x", text, None, None, None)).observations
    assert [one.region_code for one in found if one.mention == mention] == [code]


def test_joined_letters_are_no_row_of_shares_and_soon_told() -> None:
    assert not of_shares("和" * 80 + "只", 1)
    assert of_shares("广州浪奇、甲天马和乙和丙等92只股票", 2)
