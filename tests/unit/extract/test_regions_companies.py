"""Companies as regions: pages that report on them, firms without a name, and pages that only look like reports."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions
from tasks.extract.regions_companies import company_names, company_words


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("辽河医药（301999）8月2日晚间披露中报，上半年实现营业收入5亿元。", None, ("辽河医药",)),
        ("海江股份（09999.HK）公告，拟投资3亿元。", None, ("海江股份",)),
        ("海江（9999-TW）今日公告第二季财报，营收3亿元。", None, ("海江",)),
        ("2019年底，云岭股份总资产80亿元，净利润3亿元，毛利率21%。", None, ("云岭股份",)),
        ("台南精密电子股份有限公司今（17）日公布第三季财报，毛利率为41%。", None, ("台南精密电子股份有限公司",)),
        ("上市银行业绩公布。全国41家银行净利润增长，我国银行业稳健。云岭银行营收增长5%。", None, ()),
        ("全省规模以上工业企业营业收入增长5%，利润总额增长3%。", None, ()),
        ("粮食产量（12345万吨）创新高。", None, ()),
    ],
)
def test_companies_of_a_page(text: str, title: str | None, names: tuple[str, ...]) -> None:
    assert company_names(text, title) == names


def test_short_forms_that_the_text_uses() -> None:
    assert company_words(("云岭股份",), "云岭股份与云岭的产能") == ["云岭股份", "云岭"]


def test_figures_of_a_report_are_the_companys_wherever_it_speaks() -> None:
    text = "云岭证券公布年报，在上海证券交易所上市，净利润3亿元，营业收入12亿元。公司在四川的网点达到80家。"
    assert decide(text, "3亿元") == RegionDecision(None, "云岭证券", "company", (0, 4))
    assert decide(text, "80家").code is None


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("山东一家造纸企业去年投入8000万元治污。", "8000万元", "370000"),
        ("订单回来了。这家企业的产值增长了三成。", "三成", "100000"),
        ("在四川绵阳的这家电子企业，产值增长了两成。", "两成", "510700"),
        ("四川有全球第一家这样的工厂，全省产值5亿元。", "5亿元", "510000"),
    ],
)
def test_firms_without_a_name(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "我国企业转型加快").code == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("浙江以占全国1%的国土，创造了全国6%的产值。", "6%", "浙江新观察", "330000"),
        ("近日，香港善爱基金会来到四川省绵阳市，资助这里的20名患儿。", "20名", "香港善爱基金会赴内地", "510700"),
        ("像石桥村村民一样，目前四川有3万人搬了新家。", "3万人", "四川搬迁户的新生活", "510000"),
        ("像绵阳，未来两天最低降到-3℃。", "-3℃", "寒潮来了", "510700"),
        ("苍南全县陆域面积1079平方公里，苍南山多。", "1079平方公里", "苍南简介", "330327"),
        ("北方偏干，农业农村部已部署紧盯20万亩弱苗。", "20万亩", "春管开始", "100000"),
        ("19个省市投入援疆资金15亿元。", "15亿元", "支援在行动", "650000"),
        ("经济部今（6）早统计，中华民国国民有8万人预购。", "8万人", "懒人包", "710000"),
    ],
)
def test_shares_charities_examples_and_counties(text: str, mention: str, title: str, code: str) -> None:
    assert decide(text, mention, title).code == code


def test_title_that_puns_on_a_place_is_no_home() -> None:
    text = (
        "广州去年产值2.8万亿元，重庆2.7万亿元。广州增速高于重庆。广州和成都都在追赶。成都的增速为7%。东莞产值1万亿元。"
    )
    assert decide(text, "1万亿元", "城市竞争：谁“蚌埠住了”").code == "441900"


def test_known_company_that_opens_a_page_of_results_is_its_region() -> None:
    text = "台积电今日公布财报，营收为新台币500亿元，毛利率为54%。\n经济部今说，台积电产能满载，销售占比44%。"
    assert decide(text, "500亿元", None).code is None
    assert decide(text, "44%", None).code is None


def test_count_of_provinces_at_the_head_of_a_sentence_leaves_the_scene() -> None:
    text = "央视网消息：黑龙江大豆面积扩大，黑龙江农户增收。目前，20多个省开展试点，贷款总额200亿元。"
    assert decide(text, "200亿元", "试点扩大").code == "100000"


KEPT = [
    (
        "由于旧业务收缩，青禾科技正调整资产结构，公司看好新市场。青禾科技目前主要产品有三类，青禾科技营业收入降至4亿元。",
        ("青禾科技",),
    ),
    ("东岭证券根据深圳的数据统计了申购情况，东岭证券为主承销商，发行1680万股。", ("东岭证券",)),
    ("青禾科技和东岭科技都是上市公司，青禾科技营业收入4亿元，东岭科技营业收入5亿元。青禾科技多，东岭科技少。", ()),
    ("2010年公司实现营业收入76亿元，净利润6亿元，每股收益0.5元。公司目标是营业收入80亿元。", ("公司",)),
    ("全国上市公司业绩增长，青禾科技增3%，青禾科技股东5万户。", ()),
    ("青禾科技园建成，青禾科技园入驻企业30家。", ()),
]


@pytest.mark.parametrize(("text", "names"), KEPT)
def test_a_text_without_a_head_is_of_the_one_company_that_it_keeps_to(text: str, names: tuple[str, ...]) -> None:
    assert company_names(text, None) == names
    assert company_names(text, "市场动态") == ()


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("岭北晚报讯 青山银行日前披露了2010年年度报告。", "青山银行"),
        ("青山农商银行昨日正式公布年报。", "青山农商银行"),
        ("岭北晚报讯 中国人民银行近日公布了全省金融数据。", None),
    ],
)
def test_a_bank_that_publishes_its_report_is_what_the_page_is_about(lead: str, name: str | None) -> None:
    text = f"{lead}\n盈利结构上，息差仍是主要来源。全年利息净收入18.64亿元。\n不良贷款率降到0.84%，资本充足率为13.38%。"
    assert company_names(text, "存贷款双双走高") == ((name,) if name else ())


def test_a_bank_whose_annual_report_opens_a_page_without_a_title() -> None:
    text = "长沙银行2013年年度报告显示，该行存款总额1653亿元。\n2013年末该行不良贷款率为0.88%。同期，资本充足率13.26%。"
    assert decide(text, "13.26%").name == "长沙银行"
