"""Places abroad: their figures are no area's at home."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

NEWS = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("我国代表到会。\n12日，赞比亚北部山区发生塌方，造成7人死亡，另有9人受伤。", "7人"),
        ("我国代表到会。\n12日，赞比亚北部山区发生塌方，造成7人死亡，另有9人受伤。", "9人"),
        ("我国气温回升。据媒体报道，罗马尼亚首都的气温一度达到39摄氏度。", "39摄氏度"),
        ("我国气温回升。热浪肆虐，造成危地马拉12人死亡。", "12人"),
        ("我国气温回升。莫斯科16日报告新增病例727例。", "727例"),
        ("各地回暖。明尼苏达州多地降雪，过火面积超过1200平方公里。", "1200平方公里"),
        ("各地回暖。欧盟和中国合作。俄军打击了三处目标，控制了4个街区。", "4个"),
    ],
)
def test_scenes_abroad_have_no_code_in_national_news(text: str, mention: str) -> None:
    assert decide(NEWS + text, mention, "简讯").code is None


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("从来源地看，韩国实际对华投资增长29%。", "29%"),
        ("我国企业在赞比亚建成学校12所。", "12所"),
        ("商务部介绍，对美国出口增长7%。", "7%"),
        ("今年来华游客中，法国、德国分别有3万人。", "3万人"),
        ("总书记同罗马尼亚总统会谈，两国签署12项文件。", "12项"),
    ],
)
def test_partners_abroad_leave_the_figure_at_home(text: str, mention: str) -> None:
    assert decide(f"{NEWS}全国外贸向好。{text}", mention, "外贸向好").code == "100000"


def test_news_from_abroad_are_never_the_countrys() -> None:
    text = f"{NEWS}\n一小镇发生列车相撞\n事故造成9人受伤。\n我国派出医疗队63名队员。"
    assert decide(text, "9人", "国际联播快讯").code is None
    assert decide(text, "63名", "国际联播快讯").code == "100000"


def test_names_inside_states_abroad_are_no_cities_at_home() -> None:
    text = "明尼苏达州发生枪击。华盛顿州金县有5人受伤，当地出动30名警员。"
    assert [mention.code for mention in find_regions(text, 2021)] == []
    assert find_regions("343个较发达县市区", 2021) == []


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("宕昌县很美。我镇脱贫77户。", "77户", "我镇"),
        ("宕昌县很美。全乡辖17个村。", "17个", "全乡"),
        ("宕昌县很美。本村有300人。", "300人", "本村"),
    ],
)
def test_towns_and_villages_of_their_own_have_no_code(text: str, mention: str, name: str) -> None:
    decision = decide(text, mention, "甘肃省陇南市宕昌县新闻")
    assert (decision.code, decision.name) == (None, name)


@pytest.mark.parametrize("text", ["推进安全乡村建设，建成道路12公里。", "健全镇村两级网格12个。", "本乡村民致富12户。"])
def test_words_that_hold_a_pointer_to_a_town_are_none(text: str) -> None:
    assert decide(text, "12", "宕昌县新闻").code == "621223"


def test_the_world_stands_for_itself_where_its_own_figures_are_told() -> None:
    text = f"{NEWS}我国外贸承压。报告将世界经济增长预期下调至3.1%。中国对世界经济增长的贡献率达到25%。"
    assert decide(text, "3.1%", "外贸承压").code is None
    assert decide(text, "25%", "外贸承压").code == "100000"


def test_who_tells_of_a_scene_abroad_is_no_scene() -> None:
    text = "中国网络电视台消息：英国央行宣布，将利率下调至0.75%。中国驻英国使馆证实，伦敦有3人受伤。"
    assert decide(text, "0.75%", "英国下调利率").code is None
    assert decide(text, "3人", "英国下调利率").code is None


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("据统计，今年上半年有1659名也门平民遇害。", "1659名", "也门"),
        ("美联储宣布降息50个基点，经济衰退的可能性达到42%。", "42%", "美国"),
        ("据中国地震台网测定，昨夜在秘鲁沿岸发生6.4级地震。", "6.4级", "秘鲁"),
        ("国家卫生健康委介绍，近一周，全球新增确诊病例突破80万例。", "80万例", "全球"),
        ("我国自主研制的系统上线。受众可以通过全球超过1600块大屏收看。", "1600块", "全球"),
        ("报告指出，受疫情影响，2020年全球海运贸易增长率仅为1.7%。", "1.7%", "全球"),
        ("以军在黎巴嫩打死40多名武装人员。", "40多名", "黎巴嫩"),
        ("几内亚、利比里亚和塞拉利昂累计报告病例1779例。", "1779例", "几内亚、利比里亚和塞拉利昂"),
        ("东盟成立已有50年。目前，人口总量约6.4亿。", "6.4亿", "东盟"),
        ("乌克兰东部遭到炮击。当地居民区有29人死亡。", "29人", "乌克兰"),
    ],
)
def test_the_place_abroad_nearest_to_the_figure_names_it(text: str, mention: str, name: str) -> None:
    found = decide(NEWS + text, mention, "简讯")
    assert (found.code, found.name) == (None, name)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("货物出口增长。对东盟出口增长16%；对日本出口增长2%。", "2%"),
        ("来自全球216个国家和地区的客商到会。", "216个"),
        ("世界银行最近发布报告，中国营商环境排名升至第31位。", "第31位"),
        ("近日，美方公布加税清单。对此，中方决定对600亿美元商品加征关税。", "600亿美元"),
        ("目前，韩国、新加坡等9个国家的电子钱包在境内可以扫码消费。", "9个"),
        ("追回外逃人员102人，含美国48人。", "48人"),
        ("联合国秘书长等致辞。国内外嘉宾1000多人出席开幕式。", "1000多人"),
        ("追回外逃人员102人，含美国48人，加拿大34人。", "34人"),
        ("目前全球粮食贸易量5000亿斤，不到我国消费量的一半。必须立足国内。夏粮占全年产量的23%。", "23%"),
        ("新药每月治疗费2.6万元，相当于美国同类药价的1/10。", "1/10"),
    ],
)
def test_comparison_and_trade_leave_the_figure_at_home(text: str, mention: str) -> None:
    assert decide(f"{NEWS}我国外贸向好。\n{text}", mention, "简讯").code == "100000"


def test_china_in_a_story_of_another_country_keeps_its_own_deeds() -> None:
    text = f"{NEWS}南非总统发表讲话。双边合作提速，贸易额增长9%。\n中方计划每年培训500名教师，启动10个项目。"
    assert decide(text, "9%", "南非举行高级别对话会").code is None
    assert decide(text, "10个", "南非举行高级别对话会").code == "100000"


def test_what_two_sides_have_together_is_no_countrys() -> None:
    text = f"{NEWS}我国代表发言。合作不断深化，造福双方20多亿人民。"
    assert decide(text, "20多亿", "简讯").code is None


def test_a_title_about_the_world_makes_it_the_home() -> None:
    text = "报告发布。调查对象为来自110个国家的950名学者。"
    assert decide(text, "950名", "报告称今年全球经济萎缩4%").name == "全球"


def test_the_heading_of_an_item_abroad_holds_for_it_and_no_further() -> None:
    text = f"{NEWS}\n利比亚沿海发生沉船\n事故造成9人失踪。\n交通部门发布新规\n新增线路12条。"
    assert decide(text, "9人", "联播快讯").name == "利比亚"
    assert decide(text, "12条", "联播快讯").code == "100000"


def test_a_story_set_abroad_needs_no_title_and_bears_one_place_at_home() -> None:
    text = (
        f"{NEWS}智利南部山火蔓延。智利警方说，智利内政部已调派人手，智利军方待命。"
        "智利气象部门发出预警。上海合作组织表示关切。\n大火已致7人死亡。"
    )
    assert decide(text, "7人", "山火蔓延").code is None


def test_a_magnitude_is_that_of_the_place_abroad_in_a_story_of_a_county() -> None:
    text = "4月25日尼泊尔8.1级地震波及日喀则市，造成26人死亡。"
    assert decide(text, "8.1级", "日喀则市抗震救灾").name == "尼泊尔"
    assert decide(text, "26人", "日喀则市抗震救灾").code == "540200"


def test_looking_back_from_places_abroad_stays_within_reach_of_each() -> None:
    text = "我国派队参加。" + "人" * 400 + "，在赞比亚有7人死亡。"
    assert decide(NEWS + text.replace("。人", "人"), "7人", "简讯").code is None
