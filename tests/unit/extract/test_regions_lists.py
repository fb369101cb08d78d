"""Lists of places: their members, what holds them, groups; places behind the number; China itself."""

from __future__ import annotations

import pytest

from tasks.extract import regions_words as cues
from tasks.extract.regions import RegionScope, find_regions


def regions(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> tuple[str | None, str]:
    text = text.replace(",", "，")
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    found = scope.region_at(start, start + len(mention))
    return found.code, found.name or ""


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("今年,新疆将建设准东、喀什等一批能源基地和伊犁、阿克苏等4个产业示范区。", "4个", "650000"),
        ("在海南,三亚、陵水、乐东等三地划定20万亩保护区。", "20万亩", "460000"),
        ("河北已有安平丝网、唐山机器人等30个集群。", "30个", "130000"),
        ("江苏在南京、苏州等地建成12个产业园,吸引企业300家。", "300家", "320000"),
        ("江苏提速,苏州建成12个产业园。", "12个", "320500"),
    ],
)
def test_members_of_a_list_leave_the_figure_to_the_area_that_holds_them(text: str, mention: str, code: str) -> None:
    assert regions(text, mention)[0] == code


def test_a_group_of_areas_holds_for_the_clauses_behind_it_and_bears_all_names() -> None:
    text = "内蒙古、宁夏和山西等地11个县市受灾,损失3亿元。"
    assert regions(text, "11个") == regions(text, "3亿元") == (None, "内蒙古、宁夏和山西")
    assert regions("山西、黑龙江和新疆共封闭路段12个,关闭收费站52个。", "52个")[1] == "山西、黑龙江和新疆"


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("近日,8家手机制造企业集体落户河南。", "8家", "410000"),
        ("昨天夜里,21人被困在赤峰市克什克腾旗一处公路上。", "21人", "150425"),
        ("歌声传到海拔4900多米的岗巴县。", "4900多米", "540237"),
    ],
)
def test_places_behind_what_is_counted(text: str, mention: str, code: str) -> None:
    assert regions("央视网消息：各地在行动。" + text, mention)[0] == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("在北京残奥会上,中国体育代表团夺得18枚金牌。", "18枚", "100000"),
        ("上海一家机构的调查覆盖了中国的32个城市,支持率是94%。", "32个", "100000"),
        ("位于上海市的中国共产党第二次全国代表大会纪念馆展出文物612件。", "612件", "310000"),
    ],
)
def test_china_itself_and_china_in_a_name(text: str, mention: str, code: str) -> None:
    assert regions(text, mention, publisher="上海日报")[0] == code


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("青山乡位于盘山县东部,北接大石镇,面积200平方公里,全乡辖8个村。", "8个", "青山乡"),
        ("助农会沈阳分会为兴旺村44户村民发放种子,并对兴旺村10户特困户上门慰问。", "10户", "兴旺村"),
        ("助农会沈阳分会为兴旺村44户村民发放种子,并对兴旺村10户特困户上门慰问。", "44户", "兴旺村"),
    ],
)
def test_a_settlement_begins_behind_the_preposition(text: str, mention: str, name: str) -> None:
    assert regions(text, mention, publisher="盘山县人民政府")[1] == name


def test_no_villages() -> None:
    for said in ("看到不少村发展旅游,", "现在村集体有钱,", "县直单位包扶村,"):
        assert "村" not in regions(f"{said}流转了50亩林地。", "50亩", publisher="盘山县人民政府")[1]


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("陕西旅游收入达到300亿元。", "300亿元", "610000"),
        ("2020年,江西省粮食产量2163万吨,增长2%。", "2%", "360000"),
        ("江西粮食产量2163万吨。全省粮食产量增长3%。", "3%", "420000"),
        ("陕西企业投资300亿元。", "300亿元", "420000"),
        ("来自广东的游客达到30万人。", "30万人", "420000"),
    ],
)
def test_a_paper_tells_of_an_area_elsewhere_by_its_own_indicator(text: str, mention: str, code: str) -> None:
    assert regions(text, mention, publisher="湖北日报")[0] == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("农业农村部司长张三在南京介绍,粮食产量达到1.3万亿斤。", "1.3万亿斤", "100000"),
        ("工信部今天在成都召开的现场会上透露,企业已有200万家。", "200万家", "100000"),
        ("在成都,新增企业20家。", "20家", "510100"),
    ],
)
def test_where_something_is_said_is_no_region(text: str, mention: str, code: str) -> None:
    assert regions("我国经济向好。" + text, mention)[0] == code


def test_a_name_of_two_areas_means_the_one_near_by_among_those_of_the_year() -> None:
    text = "重庆市总工会开展服务,江北区工会投资30万元。"
    found = find_regions(text, 2016)
    assert [mention.code for mention in found] == ["500000", "500105"]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("新疆、甘肃两省新建学校20所。", "20所", "新疆、甘肃两省"),
        ("广西、贵州、云南三省区贫困人口为1430万人。", "1430万人", "广西、贵州、云南三省区"),
        ("对口帮扶的四川、贵州4省80个贫困县全部摘帽。", "80个", "四川、贵州4省"),
        ("云南贵州交界处的地震已造成80人受伤。", "80人", "云南贵州"),
        ("山东两市新增就业3万人。", "3万人", "山东两市"),
    ],
)
def test_groups_bear_the_names_of_all_their_members(text: str, mention: str, name: str) -> None:
    assert regions("我国经济向好。" + text, mention) == (None, name)


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("2017年新疆和云南省的贫困发生率依然高达9.9%和7.5%。", "9.9%", "650000"),
        ("2017年新疆和云南省的贫困发生率依然高达9.9%和7.5%。", "7.5%", "530000"),
        ("南京、苏州和无锡GDP为1.6万亿元、2.2万亿元和1.4万亿元。", "2.2万亿元", "320500"),
        ("北京、上海居民收入超过7万元。", "7万元", None),
        ("洛阳市和南阳市共有脱贫户300户、1200人。", "300户", None),
    ],
)
def test_as_many_figures_as_places_are_one_for_each(text: str, mention: str, code: str | None) -> None:
    assert regions("我国经济向好。" + text, mention)[0] == code


def test_money_for_a_helped_province_is_of_the_city_told_of() -> None:
    text = "西藏日喀则累计接受对口援藏项目3842个,援藏资金超过100亿元。"
    assert regions(text, "3842个")[0] == regions(text, "100亿元")[0] == "540200"
    assert regions("上海市五年来投入。援藏资金超过100亿元。", "100亿元")[0] == "540000"


def test_an_event_named_after_the_city_around_stays_the_countys() -> None:
    text = "石台县举办登山越野赛、绿色池州徒步等赛事活动4场,参赛人数1200人。"
    assert regions(text, "4场", publisher="池州日报")[0] == regions(text, "1200人")[0] == "341722"


def test_the_helped_group_is_not_the_helpers() -> None:
    text = "8个东部省份结对帮扶西部10个省份,东部已投入资金228亿元。"
    assert regions("我国经济向好。" + text, "10个") == (None, "西部10个省份")
    assert regions("我国经济向好。" + text, "228亿元")[0] == "100000"


def test_where_a_firm_comes_from_is_no_region() -> None:
    assert regions("竹山县引进湖北南山·五福堂公司,开发山地1200亩。", "1200亩")[0] == "420323"


def test_papers_with_the_names_of_counties_are_not_of_them() -> None:
    for paper in ("凤凰网", "光明日报", "解放日报"):
        assert regions("去年新增就业3万人。", "3万人", publisher=paper)[0] in ("100000", "310000")
    assert regions("去年新增就业3万人。", "3万人", publisher="凤凰县人民政府")[0] == "433123"


def test_counted_districts_behind_their_city_are_the_citys() -> None:
    text = "广东深圳宝安、龙岗、龙华等6个区开展两轮检测。湖南长沙、株洲、湘潭等5个市投入3亿元。"
    assert [regions("我国经济向好。" + text, said)[0] for said in ("6个", "两轮", "5个", "3亿元")] == [
        "440300",
        "440300",
        "430000",
        "430000",
    ]


def test_listed_firms_do_not_tell_whose_page_it_is() -> None:
    text = "数据显示,沪深两市共有118家公司披露业绩。甲方股份(600036)、上海银行(601229)等20余家公司利润增长。"
    assert regions(text, "118家")[0] == "100000"


@pytest.mark.parametrize(("mention", "code"), [("25%", None), ("20%", None), ("15%", None), ("9%", "150000")])
def test_each_list_has_its_own_figure(mention: str, code: str | None) -> None:
    text = "各地签署协议,其中京津冀到2017年底,PM2.5下降25%、山西、山东、江苏下降20%、广东、重庆下降15%,内蒙古下降9%。"
    assert regions(text, mention, "国家确定治污目标")[0] == code


def test_the_rest_of_the_provinces_is_the_countrys() -> None:
    text = "北京、山东能耗下降17%,海南下降9%。其余18个省份另行确定。"
    assert regions(text, "18个", "国家确定节能目标")[0] == "100000"
    assert regions(text, "17%", "国家确定节能目标")[0] is None


def test_a_body_that_works_in_several_areas() -> None:
    text = "广州市餐饮协会在广州、深圳等地开办培训班。目前，首期30名学员全部就业。"
    assert regions(text, "30名", "我国残疾人就业渠道拓宽")[0] is None
    text = "深圳企业在深圳、东莞等地建厂。深圳去年生产总值增长8%。"
    assert regions(text, "8%", "我国企业发展提速")[0] == "440300"


def test_lists_of_where_things_come_from_are_parted_in_one_way() -> None:
    assert cues.TAKEN_FROM.match("、呼和浩特市和乙市、和田地区等地紧急调运")
    assert cues.TAKEN_FROM.match("和" * 400) is None
