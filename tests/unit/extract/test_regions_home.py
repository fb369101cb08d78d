"""The home of a page by its own words: the area that it speaks for inside its outlet's, and the town that speaks."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "publisher", "code"),
    [
        ("全县新建水渠30公里。\n栽植果树500亩，枣强皮毛远销海外。枣强上下干劲十足。", "河北新闻网", "131121"),
        ("近日，鹤庆走出新路。\n县委带头，新建茶园500亩。", "大理白族自治州人民政府", "532932"),
        ("赤峰市克什克腾旗与北京市密云区携手。\n项目落地，新建棚圈500亩。\n全旗干劲十足。", "内蒙古新闻网", "150425"),
        ("我省多地丰收。\n肥东全县喜人。\n新建茶园500亩。全省再添3条高铁。", "安徽日报", "340000"),
        ("新建茶园500亩，全市前列。", "衡水市人民政府", "131100"),
    ],
)
def test_inside_an_outlet_the_area_that_the_text_speaks_for(text: str, publisher: str, code: str) -> None:
    assert decide(text, "500亩", publisher=publisher).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("这一年,是鹤庆发展史上不平凡的一年。全县上下奋勇争先。\n新建茶园500亩。", "532932"),
        ("鹤庆县是全国最大的种苗基地。\n新建茶园500亩。全县增收。", "532932"),
        ("大理州鹤庆县与上海市浦东新区结对，鹤庆的蜂蜜、鹤庆的核桃走俏。\n新建茶园500亩。", "532932"),
        ("作为全国规模最大的产区，贵州推动辣椒增产。\n新建茶园500亩。", "520000"),
        ("凉山是多民族的家园。\n凉山人勤劳。新建茶园500亩。", "513400"),
        ("我省抓住农时，四川各地忙碌。\n新建茶园500亩。", "510000"),
        ("全国春耕过半，黑龙江省鹤岗市最快。\n新建茶园500亩。", "100000"),
    ],
)
def test_a_page_without_title_and_publisher_is_of_the_place_that_it_opens_with(text: str, code: str) -> None:
    assert decide(text, "500亩").code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("鹤庆县抓住农时，县里派出专家。\n新建茶园500亩。", "532932"),
        ("近年来，鹤庆推动转型，全县面貌一新。\n新建茶园500亩。", "532932"),
        ("鹤庆县、昌宁县、镇雄县都有新作为。\n新建茶园500亩。", "530000"),
        ("鹤庆县先行，全省跟进。\n新建茶园500亩。", "530000"),
    ],
)
def test_a_text_about_one_county_of_the_province_in_its_title(text: str, code: str) -> None:
    assert decide(text, "500亩", "云南：特色产业助农增收").code == code


def test_a_road_of_so_many_kilometres_tells_no_home() -> None:
    assert decide("他们修通了3公里长的产业路。", "3公里").code != "710000"


def test_a_title_that_any_office_uses_tells_no_home() -> None:
    text = "这一年,鹤庆开局良好。国务院督查组称赞，全国推广经验，在县委和县政府带领下全县增收。\n新建茶园500亩。"
    assert decide(text, "500亩", "政府工作报告").code == "532932"


@pytest.mark.parametrize(
    ("title", "publisher", "code"),
    [
        ("鹤庆9000户用上清洁能源", "大理日报", "532932"),
        ("鹤庆9000户用上清洁能源", "春城晚报", "532932"),
        ("鹤庆9000户用上清洁能源", "四川日报", None),
    ],
)
def test_a_title_that_opens_with_a_county_of_the_outlet(title: str, publisher: str, code: str | None) -> None:
    assert decide("该县新装路灯500盏。", "500盏", title, publisher).code == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("柳河镇有农户900户，我镇成立专班。\n今年新建茶园500亩。", "柳河镇"),
        ("我乡成立专班，明确责任。\n今年新建茶园500亩。", "我乡"),
        ("柳河镇成立专班，发动全镇干部。\n今年新建茶园500亩。", "柳河镇"),
    ],
)
def test_a_town_that_speaks_for_itself_under_its_county(text: str, name: str) -> None:
    decision = decide(text, "500亩", publisher="鹤庆县人民政府")
    assert (decision.code, decision.name) == (None, name)


def test_a_county_that_quotes_a_town_stays_the_county() -> None:
    text = "“我镇成立专班。”柳河镇镇长说。全县上下一心，全县争先，我县领先。\n今年新建茶园500亩。"
    assert decide(text, "500亩", publisher="鹤庆县人民政府").code == "532932"


def test_a_title_given_by_a_province_moves_no_figure_to_it() -> None:
    text = "荣获“2020 年云南省茶叶十强县”称号。全年粮食总产量26万吨。"
    assert decide(text, "26万吨", publisher="鹤庆县人民政府").code == "532932"
    assert decide("获得云南省茶叶十强县称号，产茶26万吨。", "26万吨", "鹤庆县简介").code == "532932"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云鹤镇广种药材。全县领先。\n如今云鹤镇药材面积500亩。", "云鹤镇"),
        ("云鹤镇驻村工作队进村。云鹤镇、金墩乡先行。\n栽植面积500亩。", "大理白族自治州鹤庆县"),
        ("去年秋丰镇集广种药材。全县领先。\n栽植面积500亩，秋丰镇集也是。", "大理白族自治州鹤庆县"),
    ],
)
def test_a_known_town_that_opens_a_clause(text: str, name: str) -> None:
    assert decide(text, "500亩", publisher="鹤庆县人民政府").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云鹤村位于鹤庆县北部，距县城9公里。\n栽植面积500亩。", "云鹤村"),
        ("红星农场，隶属黑龙江省农垦总局。\n栽植面积500亩。", "红星农场"),
        ("云鹤村位于鹤庆县北部。全县以它为样板，全县跟进。\n栽植面积500亩。", "大理白族自治州鹤庆县"),
        ("鹤庆县投入新村新寨资金9亿元，栽植面积500亩。", "大理白族自治州鹤庆县"),
    ],
)
def test_a_text_that_opens_by_telling_where_a_village_or_a_farm_lies(text: str, name: str) -> None:
    assert decide(text, "500亩").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("6月，全省粮食收购320万吨。\n其中，早稻500亩试种田丰收。", "全省"),
        ("我省新增高标准农田，新建茶园500亩。", "我省"),
    ],
)
def test_a_page_that_says_only_all_the_province_is_about_no_known_area(text: str, name: str) -> None:
    place = decide(text, "500亩")
    assert (place.code, place.name) == (None, name)


def test_all_provinces_counties_are_no_page_of_a_province() -> None:
    assert decide("各地推进全省份覆盖，新建茶园500亩。", "500亩").code == "100000"


@pytest.mark.parametrize("source", ["同花顺数据显示", "同花顺最新统计数据显示"])
def test_whose_data_they_are_is_not_whom_they_are_about(source: str) -> None:
    text = f"三季报披露完毕。{source}，沪深两市公司合计派发股利500亿元。"
    assert decide(text, "500亿元").code == "100000"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一年来，在县委的领导下，我们砥砺前行。新建茶园500亩，产量居全国第三，入选全国百强县。\n全县增收。", "全县"),
        ("全省上下奋力攻坚。\n新建茶园500亩，优于全国平均水平，2个国家级示范区获批。", "全省"),
        ("根据州统计局反馈，新建茶园500亩，产量居全国前列。", "州统计局"),
        ("按照国家安排，我市争取中央资金。\n新建茶园500亩，国家重点项目开工。市人大作出决定。", "我市"),
    ],
)
def test_a_page_that_names_no_place_speaks_for_its_own_area_beside_the_nation(text: str, name: str) -> None:
    place = decide(text, "500亩")
    assert (place.code, place.name) == (None, name)


@pytest.mark.parametrize(
    "text",
    [
        "我国茶产业稳步发展，全国新建茶园500亩。一些地方提出全县种茶。",
        "全国茶园面积扩大，我国新建茶园500亩。全省、全市、全县三级联动。全国各地干劲十足。我国茶叶出口增长。",
    ],
)
def test_a_page_that_speaks_for_the_nation_stays_national(text: str) -> None:
    assert decide(text, "500亩").code == "100000"


@pytest.mark.parametrize(
    ("title", "publisher", "code"),
    [
        ("上半年外銷訂單年減一成", None, "710000"),
        (None, "經濟觀點週刊", "710000"),
        ("零售業總銷貨價值連跌三個月 港股轉弱", None, "810000"),
        ("外销订单年减一成", None, "100000"),
        ("郑州外銷訂單年減一成", None, "410100"),
    ],
)
def test_a_title_or_outlet_in_traditional_script_is_of_taiwan_or_hong_kong(
    title: str | None, publisher: str | None, code: str
) -> None:
    text = "根据统计，6月接单金额500亿元，月增两成。"
    assert decide(text, "500亿元", title=title, publisher=publisher).code == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云溪中心卫生院成立于1962年，现有床位。门诊大楼投入500万元。", "云溪中心卫生院"),
        ("青石水库（中型）始建于1970年，坝长500米，灌溉投入500万元。", "青石水库"),
    ],
)
def test_a_page_that_opens_with_what_a_body_is_is_about_the_body(text: str, name: str) -> None:
    place = decide(text, "500万元")
    assert (place.code, place.name) == (None, name)


def test_a_body_whose_place_the_page_names_is_about_the_place() -> None:
    text = "云溪中心卫生院成立于1962年，位于河南省内乡县。门诊大楼投入500万元。"
    assert decide(text, "500万元").code == "411325"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("2025年一季度阜南经济运行情况", "341225"),
        ("平昌茶叶产业现状", "511923"),
        ("西湖茶叶产业现状", None),
    ],
)
def test_a_county_short_named_by_the_title_is_the_whole_county_of_the_text(title: str, code: str | None) -> None:
    assert decide("全县茶园持续扩大，新建茶园500亩。", "500亩", title=title).code == code
    assert decide("内乡县全县茶园扩大，内乡县新建茶园500亩。", "500亩", title=title).code == "411325"


def test_a_person_in_the_title_is_no_place() -> None:
    text = "金华强说干就干，新建茶园500亩。金华强带领大家修路。"
    assert decide(text, "500亩", title="致富带头人 金华强").code == "100000"


@pytest.mark.parametrize("told", ["两个商港装卸货柜500万个。", "对澳洲出口货柜500万个。"])
def test_ports_and_australia_make_a_page_of_taiwan_none_of_hong_kong_or_macao(told: str) -> None:
    assert decide(f"根据统计，{told}", "500万个", title="上半年貨櫃裝卸年減一成").code == "710000"


@pytest.mark.parametrize(
    ("title", "code", "name"),
    [
        ("新建南阳至郑州高铁开工", "410000", "河南省"),
        ("关于南阳市至郑州市高速公路的通告", "410000", "河南省"),
        ("喜讯：郑州到西安高铁开通五周年", "100000", "全国"),
        ("朝阳至北票高速通车", "211300", "朝阳市"),
        ("通州至朝阳高速通车", None, "通州至朝阳高速"),
        ("朝阳至西安高速通车", None, "朝阳至西安高速"),
    ],
)
def test_a_line_in_a_title_is_of_the_area_around_both_ends(title: str, code: str | None, name: str) -> None:
    decision = decide("全长120公里。", "120公里", title)
    assert (decision.code, decision.name) == (code, name)


def test_honours_of_the_nation_make_no_national_page_of_one_that_keeps_to_a_province() -> None:
    text = (
        "回望五年，湖北走得坚实。\n五年来，全省经济年均增速5.0%。\n国家大科学装置2个、全国重点实验室29个落户湖北，"
        "湖北实验室揭牌7个。\n工业增加值在全国排到第7位，建成国家先进制造业集群4个。"
    )
    scope = RegionScope(text, find_regions(text, 2021), "荆楚大地起宏图", "人民日报", 2021)
    for mention in ("5.0%", "29个", "4个"):
        at = text.index(mention)
        assert scope.region_at(at, at + len(mention)).code == "420000"


@pytest.mark.parametrize("title", ["1—7月南方五省区用电量增长", "上半年东北三省粮食丰收", "2021年中部六省经济回稳"])
def test_a_title_may_tell_when_before_the_provinces_that_it_is_about(title: str) -> None:
    text = "电网公司发布数据，今年用电量增长较快。\n第一产业用电增长20%。"
    scope = RegionScope(text, find_regions(text, 2021), title, "某某财经", 2021)
    at = text.index("20%")
    assert scope.region_at(at, at + 3).code is None


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("我们在拜城的援建项目很多，温州的干部都说好。\n指挥部有干部11名。", "11名", "652926"),
        ("援疆指挥部进驻疏勒以来，建成学校6所。东营的教师年年来。", "6所", "653122"),
        ("到策勒支教的老师有26名，来自天津各区。", "26名", "653225"),
        ("我们在拜城开了一家餐馆，温州的老乡都来。温州的老乡有300人。", "300人", "330300"),
    ],
)
def test_a_page_on_help_far_away_is_at_home_where_the_help_goes(text: str, mention: str, code: str) -> None:
    assert decide(text, mention).code == code
