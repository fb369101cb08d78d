"""Who comes to a gathering and what it brings, told in the sentence behind the one that dates it."""

import pytest

AREA = "全省各地正在推进粮食生产，落实各项扶持办法，农户积极性很高。" * 8


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("首届茶博会今天在岭南开幕。来自19个国家的茶商参加展销。", "19个", "2023-09-03"),
        ("首届茶博会昨晚闭幕。茶机类产品占成交额的六成。", "六成", "2023-09-02"),
        ("茶业论坛将于9月14—15日举办。论坛将设5个分会场。", "5个", "2023-09-14/2023-09-15"),
        ("首届茶博会今天在岭南开幕。全县现有茶园19万亩。", "19万亩", "2023-09"),
        ("首届茶博会今天在岭南开幕。县里已建成茶厂19家。", "19家", "2023"),
        ("首届茶博会今天在岭南开幕。全县90个村种茶。", "90个", "2023"),
        ("茶博会发布会今天举行。来自19个国家的茶商将参展。", "19个", "2023"),
        ("首届茶博会今天在岭南开幕。\n来自19个国家的茶商参加展销。", "19个", "2023"),
    ],
)
def test_a_short_text_goes_on_with_its_gathering(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2023-09-03")[mention] == period


def test_in_a_longer_text_the_sentence_must_speak_of_the_gathering(periods) -> None:
    lead = AREA + "\n首届茶博会今天在岭南开幕。"
    assert periods(lead + "茶厂占企业的六成。", "2023-09-03")["六成"] == "2023"
    assert periods(lead + "参展企业有90家。", "2023-09-03")["90家"] == "2023-09-03"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("第三届茶博会今天开幕，展览总面积15万平方米。", "15万平方米", "2023-09-03"),
        ("第三届茶博会今天开幕，每年成交9亿元。", "9亿元", "2023"),
        ("茶艺比赛今天结束，来自全国32个省市的选手参赛。", "32个", "2023-09-03"),
        ("今天，第三届采茶节开幕。国内外40支队伍参赛。", "40支", "2023-09-03"),
        ("招聘活动今天（9月3日）启动。活动共有600家企业报名。", "600家", "2023-09-03"),
        ("水库工程今天启动。工程共有隧洞6座。", "6座", "2023"),
        ("茶业年会今天开幕，年会设置25项专题活动。", "25项", "2023-09-03"),
        ("卫生部门2日表示，过去24小时，冲突造成48人死亡。", "48人", "2023-09-02"),
        ("财政部将于9月11日发行2023年第六期国债，规模为60亿元。", "60亿元", "2023-09-11"),
        ("39岁的列车长是四川人，21年前，她离开家乡。", "39岁", "2023"),
    ],
)
def test_days_of_gatherings_and_of_what_is_told_with_them(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2023-09-03")[mention] == period
