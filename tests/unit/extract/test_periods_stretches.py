"""Where something has come to within a stretch of years is of its end, what was done in it of all of it."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2016年至2019年，全市新建公路520公里，绿化率提高到45%。", "45%", "2019"),
        ("2016年至2019年，全市新建公路520公里，绿化率提高到45%。", "520公里", "2016/2019"),
        ("2016年—2019年，外贸总额达8.2万亿元，占比上升到32%。", "32%", "2019"),
        ("从2012年到2019年，贫困发生率由10%降至1%，与此同时，返贫人口下降到5万人。", "5万人", "2019"),
        ("2016年至2019年，投资年均增速提高到8.5%。", "8.5%", "2016/2019"),
        ("2016年至2019年，每年投入增加到30亿元。", "30亿元", "2016/2019"),
        ("2016年至2019年，改造为寄宿制学校8所。", "8所", "2016/2019"),
        ("从2015年到现在，六个乡镇的主导产业发展到12个。", "12个", "2015/2021-01"),
    ],
)
def test_the_end_or_all_of_a_stretch(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2021-01-21")[mention] == period
