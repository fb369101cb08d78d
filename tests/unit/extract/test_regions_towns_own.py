"""Towns and streets that speak for themselves, who only gives them something, and names that are no area's."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2024), title, publisher, 2024)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("老乡们，咱镇今年卖茶2300万元。", "2300万元", "【喜报】咱们坝美镇又上榜啦！", "坝美镇"),
        ("我街道共12个社区。", "12个", "疫苗接种点早知道", "我街道"),
        ("咱镇新开民宿6家。", "6家", "家门口的新鲜事", "咱镇"),
        ("全乡8600亩水稻颗粒归仓。", "8600亩", "秋收进行时：湫山乡的丰收答卷", "湫山乡"),
    ],
)
def test_a_town_speaks_for_itself(text: str, mention: str, title: str, name: str) -> None:
    told = decide(text, mention, title)
    assert (told.code, told.name) == (None, name)


def test_a_known_town_is_the_subject_whatever_it_does() -> None:
    text = "吕河镇建起产业园3个，带动1200户增收。全市财政收入20亿元。"
    told = [decide(text, mention, "旬阳市政府工作报告") for mention in ("3个", "1200户", "20亿元")]
    assert [each.name for each in told] == ["吕河镇", "吕河镇", "安康市旬阳市"]


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("长沙市雨花区结对帮我们建了1所幼儿园。平江县的老人都说好。", "1所", "平江县加义镇的年终账单", "加义镇"),
        ("浙江、江苏两省今年给我省的援助资金56亿元。", "56亿元", "在全省推进会上的讲话", "我省"),
        ("去年全市签约项目412个，从深圳来的就有63个。", "412个", "市长答记者问", "全市"),
    ],
)
def test_who_gives_is_not_whom_it_is_about(text: str, mention: str, title: str, name: str) -> None:
    assert (decide(text, mention, title).name or "").endswith(name)


def test_a_mountain_range_is_no_prefecture() -> None:
    text = "全省贫困人口大都住在吕梁山、太行山深处，当时的贫困线是944元。吕梁山区种核桃20万亩。"
    assert decide(text, "944元", "山西省新闻发布会").code == "140000"
    assert decide(text, "20万亩", "山西省新闻发布会").code == "141100"


def test_who_speaks_at_the_head_of_a_line_lists_nothing() -> None:
    text = "贵州省省长：榕江县因为足球，去年接待游客765万人次。"
    assert decide(text, "765万人次", "贵州新闻发布会").code == "522632"


def test_the_publisher_bears_a_name_out_that_is_a_word_as_well() -> None:
    text = "全市发放贷款112亿元。"
    assert decide(text, "112亿元", "药乡来了活水，咱定西人过得甜", "会川镇政府微信公众号").code == "621100"
    assert decide("本镇改厕260户。", "260户", "改厕记", "某某镇政府").code is None


def test_a_way_between_two_places_is_told_of_what_holds_both() -> None:
    text = "池州至黟县东最快36分钟可达。"
    assert decide(text, "36分钟", "高铁今日开通", "安徽日报").code == "340000"


def test_a_village_that_someone_arrives_at_is_the_scene() -> None:
    text = "从环江县城出发，沿路而上，波川村到了。在这里安家的群众有1600多名。"
    assert decide(text, "1600多名", "山村蹲点记", "广西日报").name == "波川村"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("▶大塘村：种粮大户流转300亩。\n全镇集体收入500万元。", "300亩", "大塘村"),
        ("▶大塘村：种粮大户流转300亩。\n全镇集体收入500万元。", "500万元", "青石镇"),
        ("龙门村养蜂300箱。", "300箱", "龙门村"),
        ("邻近的上湾村也种了400亩。", "400亩", "上湾村"),
        ("村组道路硬化30公里。", "30公里", "青石镇"),
        ("薄弱村增收20万元。", "20万元", "青石镇"),
    ],
)
def test_villages_of_the_town_that_publishes(text: str, mention: str, name: str) -> None:
    assert decide(text, mention, "镇里的新鲜事", "青石镇人民政府").name == name


def test_a_factory_is_a_body_of_its_own_and_comes_again_by_its_kind() -> None:
    text = "宏达服装厂招工60名。\n该厂现有员工280人。"
    assert [decide(text, mention, "招工啦").name for mention in ("60名", "280人")] == ["宏达服装厂"] * 2


def test_the_office_in_a_title_is_of_an_area_and_a_field_of_a_rank_is_not() -> None:
    text = "全年投资20亿元，总量排到全市第四。"
    told = decide(text, "20亿元", "县政府工作报告")
    assert (told.code, told.name) == (None, "县")


def test_two_ends_in_a_row_and_the_base_of_a_multiple() -> None:
    assert decide("福州、厦门间最快55分钟。", "55分钟", "坐着高铁去看海").code == "350000"
    assert decide("人均8.1亩，是全国人均的近6倍。", "6倍", "黑龙江家底", "黑龙江日报").code == "230000"


def test_a_story_arrives_at_its_village() -> None:
    text = "车子出了台江县城，绕了很久，才到交宫村。寨子不大，168户。"
    assert decide(text, "168户", "记者手记", "贵州日报").name == "交宫村"


def test_a_publisher_of_many_areas_stands_as_printed() -> None:
    told = decide("去年建了4所托育园。", "4所", "镇长电视问政实录", "青山区融媒体中心")
    assert (told.code, told.name) == (None, "青山区")
