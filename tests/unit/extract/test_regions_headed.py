"""Pages about one body, told by its title or by who heads it, and pages of the prices at the shops of some city."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


BANK = "截至年末，各项存款余额349458万元，占全县金融机构的半壁江山。\n该行累计扶持农户3200户。"
FIRM = "销售收入8.2亿元，增长21%。公司有专利56项。\n产品远销20多个国家。"


@pytest.mark.parametrize(
    ("title", "text", "mention"),
    [
        ("农村金融人物：江苏沭阳农村合作银行董事长 王立新", BANK, "349458万元"),
        ("沭阳农村商业银行支农纪实", BANK.replace("全县", "当地"), "349458万元"),
        ("劳动奖章获得者——江苏恒远机械公司总经理李明", FIRM, "8.2亿元"),
        ("劳动奖章获得者——江苏恒远机械公司总经理李明", FIRM, "20多个"),
        ("沭阳县信用联社：小额贷款惠农家", "去年，联社发放小额贷款4.5亿元。", "4.5亿元"),
    ],
)
def test_a_body_whose_head_or_name_stands_in_the_title(title: str, text: str, mention: str) -> None:
    assert decide(text, mention, title).code is None


def test_the_central_bank_at_the_head_of_a_title_speaks_for_the_country() -> None:
    text = "中国人民银行今天发布数据。\n4月，支付系统处理业务15亿笔。银行账户增长8%。"
    assert decide(text, "15亿笔", "中国人民银行：复工形势向好").code == "100000"


def test_an_area_that_tells_of_itself_keeps_its_figures_beside_a_head_of_a_firm() -> None:
    text = "全县新增企业320家。我县打造园区，全县税收增长12%。公司老总纷纷点赞。"
    assert decide(text, "320家", "沭阳县优化环境 恒远公司总经理李明点赞").code == "321322"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("昨日，记者在农贸市场看到，猪肉每斤14元。摊主说，每天只卖出半头猪，销量下降20%。", "20%"),
        ("“足金每克378元，比月初降了20元。”一家金店的店员介绍。", "378元"),
        ("金平典当行的典当价还是350元/克。该行典当师告诉记者，一天三次调价。", "350元/克"),
        ("楼盘均价每平方米9800元，置业顾问告诉记者，剩余房源不足50套。", "50套"),
    ],
)
def test_prices_at_the_shops_of_a_city_that_nothing_names(text: str, mention: str) -> None:
    found = decide(text, mention)
    assert (found.code, found.name) == (None, None)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("超市理货员说，一斤鸡蛋5.8元。据监测，全国批发均价每公斤10.2元。", "5.8元"),
        ("上半年，黄金珠宝行业销售额3200亿元。业内人士表示，金店数量减少5%。", "3200亿元"),
    ],
)
def test_prices_beside_figures_of_the_country_or_a_trade(text: str, mention: str) -> None:
    assert decide(text, mention).code == "100000"
