"""Figures that a text tells beside something: the price of a share, distances, gatherings, lists made known, parts of a
province counted, paragraphs that sum up."""

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

READER = Reader()


def read(text: str, published: str = "2023-05-20") -> dict[str, Observation]:
    return {o.mention: o for o in READER.read(Article("x", text, "新闻", published, None)).observations}


def test_prices_behind_the_name_of_a_share_are_no_figures() -> None:
    found = read("王府井[24.36 0.00% 资金 研报]百货大楼去年营收30亿元，上汽集团[15.20 -1.25%]销量100万辆。")
    assert set(found) == {"30亿元", "100万辆"}
    assert "]" not in found["30亿元"].indicator


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("该市距离即将举办2024年亚冬会的哈尔滨不到700公里。", "700公里"),
        ("新站距将于2025年通车的高铁站约12公里。", "12公里"),
    ],
)
def test_how_far_it_is_to_what_is_to_come(text: str, mention: str) -> None:
    found = read(text)[mention]
    assert (found.status, found.period) == ("observation", "2023")


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("市府今（20）日再公布受影响业者40家，回收5万公斤。", "40家", "2023-05-20"),
        ("市场监管局今天公布典型案例12起。", "12起", "2023-05-20"),
        ("统计局今天发布全国企业总数3亿家。", "3亿家", "2023"),
        ("交通部今天发布新增航线有12条。", "12条", "2023"),
    ],
)
def test_lists_that_are_made_known_are_of_the_day(text: str, mention: str, period: str) -> None:
    assert read(text)[mention].period == period


HELD = "世界运河城市论坛昨天在扬州举行。" + "运河联系南北，促进交流，许多城市因河而兴。" * 12 + "沿线有公园30座。"


def test_who_came_to_a_gathering_told_of_far_before() -> None:
    found = read(HELD + "\n来自20个国家的300名代表出席论坛。")
    assert [found[number].period for number in ("30座", "300名")] == ["2023", "2023-05-19"]


def test_works_for_the_people_that_were_done_are_counted() -> None:
    found = read("20件民生实事全部完成。办好10件民生实事。省级15件实事如期办结。")
    assert set(found) == {"20件", "15件"}


def test_so_many_cities_of_a_part_of_a_province_name_it() -> None:
    text = "2020年末，皖北6市（阜阳等）人口2682万人；同年，6市GDP总量11195亿元。其中粤东4市、粤西3市入选。"
    assert set(read(text)) == {"2682万人", "11195亿元", "4市", "3市"}


def test_paragraphs_that_sum_up_go_on_with_the_time_before() -> None:
    told = "2022年，全省产量增长3%。2022年，外贸增长4%。\n今年一季度，全省出口增长5%。\n"
    text = told + "整体来看，南部增势较好。尤其是长春市，出口增速仅为0.2%。"
    assert read(text)["0.2%"].period == "2023-01/2023-03"


def test_sums_without_a_unit_are_money() -> None:
    found = read("刷卡手续费去年高达五千多万，下调以后能节省一千多万。10名被告以50万到2000万交保。")
    assert {found[number].unit for number in ("五千多万", "一千多万", "50万到2000万")} == {"元"}


def test_megawatts_are_told_in_kilowatts() -> None:
    found = read("建成150兆瓦光伏电站，年发电量200兆瓦时。")
    assert [(o.value, o.unit) for o in found.values()] == [(150000, "千瓦"), (200000, "千瓦时")]


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2021年和2022年，财政支出超过100亿元。", "100亿元", "2021/2022"),
        ("去年和今年一季度，贡献率超过60%。", "60%", "2022/2023-03"),
        ("去年和今年一季度，出口分别增长5%、6%。", "6%", "2023-01/2023-03"),
        ("2019年和2022年，财政支出超过100亿元。", "100亿元", "2022"),
        ("2021年和2022年，支出均超过100亿元。", "100亿元", "2022"),
    ],
)
def test_what_some_years_tell_together(text: str, mention: str, period: str) -> None:
    assert read(text)[mention].period == period


def test_hamlets_named_behind_their_village() -> None:
    text = "大化县板升乡弄勇村弄顶屯，村民在忙碌。\n弄顶屯共有36户人家，种核桃200亩。全县脱贫2万人。"
    found = read(text)
    assert [found[number].region for number in ("36户", "200亩")] == ["弄顶屯", "弄顶屯"]
    assert found["2万人"].region_code == "451229"
