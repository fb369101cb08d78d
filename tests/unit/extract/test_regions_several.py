"""Bodies told side by side, and notices of firms."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions
from tasks.extract.regions_several import notices, of_notice


def region_of(text: str, mention: str, title: str | None = None) -> RegionDecision:
    start = text.index(mention)
    return RegionScope(text, find_regions(text, 2021), title, None, 2021).region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("9月新品达312款。平安银行42款，华夏银行38款。期缴产品260款。", "260款", "100000"),
        ("百强房企销售4042亿元。碧桂园302亿元，万科315亿元。前9月百强销售4.3万亿元。", "4.3万亿元", "100000"),
        ("两市融资8563亿元，其中，招商银行5亿元。融券余额120亿元。", "120亿元", "100000"),
        ("两市融资8563亿元。平安银行42亿元，招商银行5亿元，该行融券12亿元。", "12亿元", None),
    ],
)
def test_a_list_of_bodies_ends_with_its_sentence(text: str, mention: str, code: str | None) -> None:
    assert region_of(text, mention).code == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("回顾去年车市，荣威销量连上50万辆。", "50万辆", None),
        ("2011年前11个月哈弗的增速只有6.1%，而2010年增速曾高达135%。", "135%", None),
        ("三星手机出货量5630万部。全国手机出货量1.2亿部。", "1.2亿部", "100000"),
    ],
)
def test_what_is_sold_under_a_name_is_told_of_it(text: str, mention: str, code: str | None) -> None:
    assert region_of(text, mention).code == code


_NOTICES = (
    "华江股份：拟3.2亿元收购常州宁远70%股权。江桥钢构（600001）：中标杭州某项目，合同金额5.6亿元。"
    "海南橡林：前三季度净利润预增120%。"
)


@pytest.mark.parametrize(("mention", "firm"), [("3.2亿元", "华江股份"), ("5.6亿元", "江桥钢构"), ("120%", "海南橡林")])
def test_notices_are_their_firms(mention: str, firm: str) -> None:
    assert region_of(_NOTICES, mention, "盘后公告一览")[:2] == (None, firm)


def test_other_pages_have_no_notices() -> None:
    assert notices(_NOTICES, None) == []
    fields = "项目名称：河堤工程。建设单位：水利局。中标单位：甲公司。合同金额：300万元。"
    assert notices(fields, "中标公告") == []
    assert of_notice([], 5) == ""


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("我省农博会由国家7个部委、西部十二省共同主办，云南省来宾2万人。", "7个", "100000"),
        ("云南省5个部门联合发文。", "5个", "530000"),
        ("云南省茶园700万亩。5月17日，省长在昆明市会见客商。他说，茶博会来宾将达2万人。", "2万人", "530000"),
        ("目前，盘龙区派发传单3万份，在昆明电视台播出专题14期。", "14期", "530103"),
    ],
)
def test_ministries_guests_and_outlets(text: str, mention: str, code: str | None) -> None:
    assert region_of(text, mention).code == code
