"""Pages told from Hong Kong and Macao, pages that name no area, and what is the whole country's in a story."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2023), title, publisher, 2023)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


MACAO = (
    "新华社澳门3月5日电 澳门特区政府旅游局局长表示，访澳旅客达2821万人次。\n"
    "她说，珠海横琴口岸新通道启用后，每日通关5万人次。"
    "旅游局全年接获投诉1200宗。同期广东省的失业率为5%。"
)


def test_a_page_told_from_macao_stays_there_whomever_it_deals_with() -> None:
    assert [decide(MACAO, each).code for each in ("2821万人次", "5万人次", "1200宗")] == ["820000"] * 3
    assert decide(MACAO, "5%").code == "440000"


def test_a_page_told_from_there_that_speaks_more_of_the_mainland_is_the_country_s() -> None:
    text = "香港企业北上。广东省引资500亿元，江苏省引资300亿元，浙江省、福建省随后。\n共有900个项目落地。"
    assert decide(text, "900个").code == "100000"


@pytest.mark.parametrize(
    "text",
    [
        "各镇、各街道：自7月起，孤儿养育标准由每人每月1800元提高到2000元，补助500户。",
        "区财政安排专项资金，补助500户。",
        "特困人员供养标准由每人每月1000元上调至1100元，惠及500户。",
        "公交18路延长线开通，方便500户。",
        "各学院、各部门：学校拟补助困难学生家庭500户。",
        "本小区现有住户500户。",
        "协会成立于1998年，现有会员500户。",
    ],
)
def test_a_local_page_without_any_place_is_of_no_known_area(text: str) -> None:
    assert decide(text, "500户").code is None


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("各省、自治区、直辖市：特困供养标准由每人每月1000元提高到1100元，补助500户。", None),
        ("我国低保标准由每人每月300元提高到330元，惠及500户。", None),
        ("特困供养标准由每人每月1000元提高到1100元，补助500户。", "民政部"),
        ("市、县人民政府应当安排专人，补助500户。", None),
    ],
)
def test_a_page_of_the_state_without_any_place_is_the_country_s(text: str, publisher: str | None) -> None:
    assert decide(text, "500户", publisher=publisher).code == "100000"


def test_trains_and_platforms_of_the_state_are_counted_as_a_whole() -> None:
    text = "今天，又一趟列车从重庆市发出。"
    text += "至此，中欧班列累计发送300万标箱，货值1600亿美元。目前，我国境内60个城市开行班列。"
    assert [decide(text, each).code for each in ("300万", "1600亿", "60个")] == ["100000"] * 3
    forum = "智慧教育论坛在杭州市举办，共有600人参加。国家中小学智慧教育平台注册用户达1亿人。"
    assert decide(forum, "600人").code == "330100"
    assert decide(forum, "1亿人").code == "100000"
    assert decide("中欧班列累计开行900列，成绩喜人。", "900列", "重庆市加快开放").code == "500000"


def test_a_central_bank_deals_with_a_bank_abroad_for_the_country() -> None:
    text = "近日，中国人民银行与韩国银行续签本币互换协议，规模为4000亿元。韩国银行表示欢迎。"
    assert decide(text, "4000亿元", "中国人民银行与韩国银行续签互换协议").code == "100000"


def test_a_paragraph_that_goes_on_keeps_the_area_of_the_one_before() -> None:
    text = "全国经济向好。\n一季度安徽省出口增长4%，进口增长5%。\n此外，战略性新兴产业产值增长52%。"
    assert decide(text, "52%", "各地加快发展").code == "340000"
    counted = "全国经济向好。\n一季度安徽省出口增长4%，进口增长5%。\n此外，22个试验区挂牌。"
    assert decide(counted, "22个", "各地加快发展").code == "100000"


def test_an_extract_that_speaks_of_one_area_only_is_not_the_country_s() -> None:
    text = "各位代表！过去一年，新建道路60公里，总量居全国前列。"
    assert decide(text, "60公里").code is None
    assert decide(text + "我国经济向好。", "60公里").code == "100000"


def test_an_outlet_of_taiwan_is_known_by_its_whole_name() -> None:
    text = "柳林县核桃面积58万亩。\n年产量达9万吨。"
    assert decide(text, "9万吨", publisher="中华工商时报").code == "141125"
    assert decide("今年核桃产量达9万吨。", "9万吨", publisher="工商时报").code == "710000"
    assert decide("河北赵县7个乡镇受灾。\n落果9万吨。", "9万吨", publisher="明报").code == "130133"


def test_works_that_the_state_pushes_are_the_country_s() -> None:
    text = "今天，新灌区在孝感市开工，总长326公里。截至目前，国家重点推进的150项重大工程已开工84项。"
    assert decide(text, "326公里").code == "420900"
    assert decide(text, "150项").code == "100000"


@pytest.mark.parametrize("told", ["现有上市公司5000家", "目前共有银行5000家", "派出医疗队5000支"])
def test_the_country_is_the_subject_of_what_it_has_or_does(told: str) -> None:
    text = f"南阳市增长很快。中国{told}。"
    assert decide(text, f"5000{told[-1]}", "南阳市经济运行").code == "100000"


def test_a_firm_of_the_country_is_not_the_country() -> None:
    text = "南阳市增长很快。中国建筑第七工程公司投资5亿元。"
    assert decide(text, "5亿元", "南阳市经济运行").code != "100000"


@pytest.mark.parametrize("about", ["", "约", "大约", "近", "将近"])
def test_what_a_project_costs_is_of_where_it_stands_however_round(about: str) -> None:
    text = f"全省开工一批项目。甲企业建成投资额{about}22亿元的南阳市储能项目。"
    assert decide(text, "22亿元", "河南省大项目").code == "411300"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("市区种植行道树500株。", "市区"),
        ("两县新修公路500公里。", "两县"),
        ("全县投资5亿元。村子周围种树500株。", "村子"),
        ("市区内有500家医院。", "南阳市"),
    ],
)
def test_a_part_that_opens_a_clause_is_told_of_whatever_is_counted(told: str, name: str) -> None:
    found = decide(told, next(each for each in ("500株", "500公里", "500家") if each in told), "南阳市建设")
    assert found.name == name
