"""The years of a story: months that name none, and years that are counted on."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2019年3月，村里流转土地600亩。8月，首批蔬菜卖了12万元。", "12万元", "2019-08"),
        ("2019年11月，村里流转土地600亩。3月，首批蔬菜卖了12万元。", "12万元", "2020-03"),
        ("2016年，他投入6万元养鸡。秋天，鸡舍扩到3间。", "3间", "2016"),
        ("2016年，他投入6万元养鸡。第二年春天，他借了10万元。到了第三年，养鸡2万只。", "10万元", "2017"),
        ("2016年，他投入6万元养鸡。第二年春天，他借了10万元。到了第三年，养鸡2万只。", "2万只", "2018"),
        ("2021年，全市引进企业86家。1—5月，引进企业40家。", "40家", "2023-01/2023-05"),
        ("2018年，村里种茶300亩。今年，茶园卖茶20吨。8月，签下订单50万元。", "50万元", "2023-08"),
        ("2019年3月，村里流转土地600亩。\n8月，首批蔬菜卖了12万元。", "12万元", "2023-08"),
    ],
)
def test_a_month_without_a_year_is_of_the_year_the_story_has_come_to(
    text: str, mention: str, period: str, periods
) -> None:
    assert periods(text, "2023-09-20")[mention] == period


@pytest.mark.parametrize("words", ["今明两年", "12月至明年1月", "去年到今年", "5月至6月3日"])
def test_a_stretch_without_a_year_behind_a_date_is_read_without_a_fault(words: str, periods) -> None:
    text = f"2019年3月，合作社成立。{words}，投入5万元。"
    assert periods(text, "2021-02-17")
