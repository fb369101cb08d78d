"""Regions of what one household or firm deals with, of fairs by their venue, and of numbers too large for a place."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

BYLINE = "央视网消息（新闻联播）："


def decide(
    text: str, mention: str, title: str | None = None, publisher: str | None = None, nth: int = 1
) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = -1
    for _ in range(nth):
        start = text.index(mention, start + 1)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("镇里安排老石学修车，还帮他拿到5万元贷款，买了6亩苗木。", "5万元"),
        ("镇里安排老石学修车，还帮他拿到5万元贷款，买了6亩苗木。", "6亩"),
        ("今年，她家种了9亩白菜。", "9亩"),
        ("老石一家共5口人，住在山上。", "5口人"),
    ],
)
def test_what_one_household_has_is_no_area_s(text: str, mention: str) -> None:
    assert decide(text + "全县有6亩以上大棚的户不少。", mention, "绩溪县：产业富民").code is None


def test_what_households_have_on_average_is_the_area_s() -> None:
    assert decide("全县农户家里平均种了9亩白菜。", "9亩", "绩溪县：产业富民").code == "341824"
    assert decide("绩溪县群众家里存粮9万斤。", "9万斤", "绩溪县：产业富民").code == "341824"


def test_a_family_is_named_by_its_head() -> None:
    text = "已脱贫的邓广山一家热闹极了。去年，邓广山买了8头小猪。绩溪县1.5万户脱贫户都过了好年。"
    assert decide(text, "8头", "绩溪县：年味").code is None
    assert decide(text, "1.5万户", "绩溪县：年味").code == "341824"


def test_a_firm_founded_in_the_text_is_meant_by_its_kind() -> None:
    text = "2015年，他牵头成立了药材合作社。目前，合作社已流转土地800亩，带动全乡60户。\n全县合作社已达90家。"
    assert decide(text, "800亩", "绩溪县：返乡创业").code is None
    assert decide(text, "90家", "绩溪县：返乡创业").code == "341824"
    many = "全县成立合作社30家，合作社已流转土地800亩。"
    assert decide(many, "800亩", "绩溪县：产业富民").code == "341824"


def test_a_vendor_of_data_is_no_subject() -> None:
    assert decide("同花顺数据显示，4000家上市公司营业收入50万亿元，增长3%。", "3%").code == "100000"


def test_a_page_of_an_unnamed_province_is_not_the_country_s() -> None:
    assert decide("7月，全省发电195亿千瓦时，同比增长7.8%。", "7.8%").code is None


def test_a_carried_place_is_left_by_numbers_too_large_and_by_not_only() -> None:
    text = "{}全国健康扶贫成效明显。\n金寨县有八百多名医生。过去一年，{}；还有90个项目完工。"
    assert decide(text.format(BYLINE, "脱贫人口增收6万元"), "6万元", "健康扶贫").code == "341524"
    assert decide(text.format(BYLINE, "370万贫困人口找到工作"), "370万", "健康扶贫").code == "100000"
    turned = f"{BYLINE}全国健康扶贫成效明显。\n金寨县有八百多名医生。不仅是看病，去年，9万人搬进了新房。"
    assert decide(turned, "9万人", "健康扶贫").code == "100000"


def test_a_fair_is_at_home_where_it_is_held() -> None:
    text = f"{BYLINE}第二届中国国际竹博览会将于5月1日在浙江湖州举行。\n本届竹博会展览面积2万平方米。"
    text += "通过广州电力交易中心交易，场馆用绿电90万度。"
    assert decide(text, "2万平方米", "第二届竹博会准备就绪").code == "330500"
    assert decide(text, "90万度", "第二届竹博会准备就绪").code == "330500"
    assert decide(text, "2万平方米", "国内联播快讯").code != "330500"


def test_who_holds_an_event_is_not_where_it_is() -> None:
    text = "马拉松由湖北省体育局主办，茅箭区人民政府承办，设有3个项目。"
    assert decide(text, "3个", "十堰马拉松圆满举行").code == "420300"


def test_a_great_work_lies_in_the_area_at_the_head_of_its_sentence() -> None:
    text = f"{BYLINE}一批项目加快建设。\n在甘肃甘南，云岭隧道顺利贯通，平均海拔3300米。"
    assert decide(text, "3300米", "一批重大项目推进").code == "623000"
    assert decide(text.replace("在甘肃甘南，", ""), "3300米", "一批重大项目推进").code is None


def test_a_list_of_states_with_china_is_no_carried_state() -> None:
    text = f"{BYLINE}法国结算量增长了9%。今年，德国、英国与我国的结算量都超过7亿元。"
    assert decide(text, "7亿元", "人民币指数上升").code == "100000"


def test_a_scene_goes_on_with_the_person_that_it_introduced() -> None:
    text = f"{BYLINE}全国各地干部坚守岗位。\n在广西都安瑶族自治县，扶贫干部覃喜德一家一户走访。\n"
    text += "这个假期，覃喜德打算完成200多户的调查。"
    assert decide(text, "200多户", "奋斗在一线").code == "451228"
    assert decide(text.replace("覃喜德打算", "大家打算"), "200多户", "奋斗在一线").code == "100000"


def test_an_age_is_that_of_one_person() -> None:
    text = f"{BYLINE}我国农村变了样。50岁的河南项城农民老刘看病不出村。绩溪县人均预期寿命80岁。"
    assert decide(text, "50岁", "农村新气象").code is None
    assert decide(text, "80岁", "农村新气象").code == "341824"


def test_what_is_counted_right_behind_a_place_elsewhere_is_counted_there() -> None:
    text = f"{BYLINE}台风登陆海南琼海，全岛停工，三亚70多趟航班取消。"
    assert decide(text, "70多趟", "台风登陆海南琼海").code == "460200"


def test_news_on_a_plan_is_no_plan() -> None:
    text = f"{BYLINE}北京市正在编制规划，统筹东城、西城区。\n目前，东城区已出台政策，以4条胡同为示范。"
    assert decide(text, "4条", "北京中轴线纳入核心区规划").code == "110101"


def test_a_vendor_of_data_named_twice_is_no_home() -> None:
    text = "业绩正在改善。同花顺数据显示，4000家上市公司营业收入50万亿元，增长3%。根据同花顺数据统计，亏损9家。"
    assert decide(text, "3%", "上市公司营收净利上涨").code == "100000"


def test_money_given_to_the_firm_of_a_story_is_its_own() -> None:
    text = "后来，镇里拨给合作社一笔90万元的冷库补助。全县共拨给合作社3000万元，市里发给公司3万张消费券。"
    assert decide(text, "90万元", publisher="今日莘县").name == "合作社"
    assert decide(text, "3000万元", publisher="今日莘县").code == "371522"
    assert decide(text, "3万张", publisher="今日莘县").code == "371522"


@pytest.mark.parametrize("told", ["梅岭镇红枣合作社就是其中之一", "梅岭镇红枣合作社创办于2009年"])
def test_a_firm_told_by_name_is_meant_by_its_kind_from_there_on(told: str) -> None:
    text = f"近年来，沧县发展红枣产业。\n{told}。\n过去各家各户自己卖，价钱低。\n去年，合作社利润600万元。"
    assert decide(text, "600万元", "河北沧县：小红枣大产业").code is None


def test_what_someone_named_once_was_paid_is_theirs() -> None:
    text = "沧县的合作社给大家分红，村民赵铁柱去年分到2.3万元，脱贫户王小梅一年领到工资3000元。"
    for mention, name in (("2.3万元", "赵铁柱"), ("3000元", "王小梅")):
        found = decide(text, mention, "河北沧县：小红枣大产业")
        assert (found.code, found.name) == (None, name)


def test_what_they_say_is_of_whom_the_text_told_of_last() -> None:
    text = "沧县的枣农不少。村民赵铁柱去年分到2.3万元。“连工资一起，一年有8万元呢。”他高兴地说。"
    assert decide(text, "8万元", "河北沧县：小红枣大产业").code is None
