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
        ("12台20-40蒸吨燃气锅炉完成改造。", ["12台"]),
        ("建成3座500立方米蓄水池。", ["3座"]),
        ("青山县白云30兆瓦农光互补光伏电站项目开工，总投资2亿元。", ["2亿元"]),
        ("今年建成30兆瓦农光互补光伏电站项目。", ["30兆瓦"]),
        ("中铁十四局、水电五局进场施工，派出300人。", ["300人"]),
        ("2012款悦翔现车充足，推出8款车型。", ["8款"]),
        ("展会带来近2000款车型，推出2010款新品。", ["2000款", "2010款"]),
        ("双方苦战三局。", ["三局"]),
        ("出台用地新政八条，引进人才30名。", ["30名"]),
        ("共收集意见二十三条，梳理建议和意见八条，制定整改措施三十条。", ["二十三条", "八条", "三十条"]),
        ("出台惠企措施八条政策，引进人才30名。", ["八条", "30名"]),
    ],
)
def test_what_goods_and_groups_are_called_by_is_no_figure(text: str, figures: list[str]) -> None:
    assert [o.mention for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("销量最高的是甲牌手机（256GB），其次为乙牌（8GB/128GB）。", []),
        ("各大厂商取消64GB和128GB的容量配置，转向256GB及以上。", []),
        ("2TB移动硬盘售价399元。", ["399元"]),
        ("该机后置5000万像素主摄。", []),
        ("6月户均移动互联网流量达到16.85GB。", ["16.85GB"]),
        ("景区每天产生20TB数据。", ["20TB"]),
        ("公司发放流量套餐，每月30GB。", ["30GB"]),
    ],
)
def test_the_memory_of_a_device_is_no_figure_and_data_that_are_moved_are(text: str, figures: list[str]) -> None:
    assert [o.mention for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("定价低于600美元（换算约19,651元）的单机销量逾129万支。", ["129万支"]),
        ("年收入低于5000美元（约合3.5万元）的家庭有120万户。", ["120万户"]),
        ("这款车定价低于600美元（约合4300元）。", ["600美元", "4300元"]),
        ("印度成为全球第五大手机生产国。", ["第五"]),
        ("车队经过第五大街。", []),
        ("旧款手机也还有第十五名的好成绩。", ["第十五名"]),
        ("经过近8个小时的航行，船队抵达吉布提港。", ["8个小时"]),
        ("经过近5个小时的奋战，大火被扑灭。", []),
    ],
)
def test_limits_said_twice_ranks_and_journeys(text: str, figures: list[str]) -> None:
    assert [o.mention for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations] == figures
