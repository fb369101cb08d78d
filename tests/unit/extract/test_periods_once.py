"""Values of old that no date tells, and where such a time ends."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def periods(text: str) -> dict[str, str | None]:
    found = READER.read(Article("x", text, None, "2024-06-12", None)).observations
    return {o.mention: o.period for o in found}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("全县农村低保标准提高到每月620元，此前为540元。", "540元"),
        ("合作社现有社员310户，成立时只有18户。", "18户"),
        ("目前村里有民宿46家，而最早只有3家。", "3家"),
        ("年接待游客20万人次，开业之初才2万人次。", "2万人次"),
        ("补助标准每人每年提高到1万元，调整前为8000元。", "8000元"),
        ("村集体收入过去是3万元，现在达到120万元。", "3万元"),
        ("报销比例之前是60%，今年调整为75%。", "60%"),
        ("通车前进城要4个小时，现在50分钟就到。", "4个小时"),
        ("刚脱贫那阵子，他家年收入才1.2万元，去年达到9万元。", "1.2万元"),
        ("十几年前，这里还是一片荒滩，全村只有4户人家。", "4户"),
        ("鱼塘由刚起步那会儿的6亩，一路扩到了90亩。", "6亩"),
        ("参保率提高到98%，比原来的91%高出7个百分点。", "91%"),
        ("2021年，全镇茶叶产值4亿元，而最初只有300万元。", "300万元"),
        ("后来，村里又拿到了修路的补助，一共90万元。", "90万元"),
    ],
)
def test_a_value_of_old_has_no_date(text: str, mention: str) -> None:
    assert periods(text)[mention] is None


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("原有耕地1200亩，整治后增加到1500亩。", "1500亩", "2024"),
        ("原先的32个办证窗口精简到9个。", "9个", "2024"),
        ("社员有176户，而当初只有20户；产值达到7000万元。", "7000万元", "2024"),
        ("时间缩短到原来的三分之一。", "三分之一", "2024"),
        ("与过去相比，亩产提高了200斤。", "200斤", "2024"),
        ("全县已有26个村学了过去。", "26个", "2024"),
        ("这里拥有最先进的90台机床。", "90台", "2024"),
        ("2018年，老李牵头成立合作社，当初社员只有18户。", "18户", "2018"),
        ("2018年，老李牵头成立合作社。当初社员只有18户。", "18户", "2018"),
        ("镇里成立合作社是在2018年。现在社员有310户，成立时只有18户。", "18户", "2018"),
    ],
)
def test_a_time_of_old_ends_with_the_new_value_and_takes_the_date_of_its_beginning(
    text: str, mention: str, period: str
) -> None:
    assert periods(text)[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("截至9月底，水库已供水90亿吨。而在水库建设之初，节水灌溉比例仅有24%。", "24%", None),
        ("日前，镇里将原本18个零散地块整合成一个园区，拆除围栏300米。", "18个", "2024"),
        ("镇里原本有18个零散地块。", "18个", None),
        ("早在三年前，工厂就开发出新工艺，新工艺可以降低40%的损耗。", "40%", "2024"),
        ("工厂扩大生产，保持年均40%的增速。", "40%", None),
        ("近年来，县里推出了便民的80多项办法。", "80多项", None),
        ("近年来，茶业年均增长25%，形成5个茶区。", "5个", "2024"),
        ("2023年，4次降低关税，平均税率从9.8%降到7.5%。", "9.8%", None),
    ],
)
def test_beginnings_deeds_and_years_that_nobody_tells(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2024-11-03")[mention] == period
