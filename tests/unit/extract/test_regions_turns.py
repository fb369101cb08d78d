"""Where national news about one area turns to the whole country, and how long it stays there."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions

LEAD = "央视网消息（新闻联播）：今年，江西建成高标准农田290万亩。"


def code(text: str, mention: str, title: str = "江西：建设高标准农田") -> str | None:
    scope = RegionScope(text, find_regions(text, 2022), title, None, 2022)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("放眼全国，良田建设不断提速。今年，新建面积超过8000万亩。", "8000万亩"),
        ("从全国来看，投入也在增加。补助标准提高到1500元。", "1500元"),
        ("目前，全国粮食生产稳中向好。早稻面积达到7100万亩。", "7100万亩"),
        ("截至目前，我国已有12个产区实现机收，损失率降至2.5%。", "2.5%"),
        ("\n据农业农村部统计，机收率超过86%。", "86%"),
        ("\n水利部派出18个工作组，检查水闸2300处。", "2300处"),
        ("\n放眼全国，良田建设不断提速。\n今年，新建面积超过8000万亩。", "8000万亩"),
        ("\n财政部今天通报，5亿元资金已下拨各地。", "5亿元"),
        ("\n国家粮食和物资储备局表示，化肥储备增加15%。", "15%"),
        ("\n八年来，832个贫困县全部摘帽。", "832个"),
        ("\n八年来，近2亿农村贫困人口有了保障。", "2亿"),
    ],
)
def test_a_turn_to_the_country_holds_on(text: str, mention: str) -> None:
    assert code(LEAD + text, mention) == "100000"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("全国文明村镇增加到120个，农家乐达到860家。", "860家"),
        ("我国最大的脐橙基地就在这里，面积190万亩。", "190万亩"),
        ("放眼全国，良田建设不断提速。江西还将新建面积300万亩。", "300万亩"),
        ("放眼全国，良田建设不断提速。\n全省还将新建面积300万亩。", "300万亩"),
        ("\n财政部今天通报，5亿元救灾资金已下拨江西。", "5亿元"),
        ("\n八年来，24个贫困县全部摘帽。", "24个"),
        ("水利部门派出18个工作组，检查水闸2300处。", "2300处"),
    ],
)
def test_the_area_of_the_page_keeps_the_rest(text: str, mention: str) -> None:
    assert code(LEAD + text, mention) == "360000"


def test_a_paper_of_an_area_turns_only_with_so_many_words() -> None:
    text = "江西省加快发展。我国进入新阶段。全年新增企业860家。放眼全国，机遇很多。高铁里程达到4万公里。"
    assert code(text, "860家", "江西省工作综述") == "360000"
    assert code(text, "4万公里", "江西省工作综述") == "100000"


def test_a_number_far_in_front_makes_no_part_of_what_it_counts() -> None:
    far = "加快推进现代化教育体系建设、" * 7
    text = f"各地新建学校120所。我国{far}，其中南阳市先行一步。新增学位3000个。"
    assert code(text, "3000个", "办学条件改善") == "411300"
    assert code(text.replace(far, "加快建设，投入5亿元"), "3000个", "办学条件改善") == "100000"


def test_the_inner_city_of_another_city_is_no_part_of_the_page() -> None:
    text = "新疆旅游兴旺。艾买提生活的库车老城区从2023年开始改造。在2024年接待游客934万人次。"
    assert code(text, "934万人次", "新疆：丝路迎客来") is None
