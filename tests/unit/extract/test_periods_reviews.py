"""Periods and status where a text reviews a year, compares with a named one or sets aims for the next."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
REPORT = "政府工作报告（东川县第九届人民代表大会第二次会议）"
PLAIN = "2026年岭北省政府工作报告"


def read(text: str, published: str | None = None, title: str | None = None) -> dict[str, tuple[str | None, str]]:
    found = READER.read(Article("d", text, title, published, None))
    return {o.mention: (o.period, o.status) for o in found.observations}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2021年，全县稳中有进。预计全年实现生产总值70亿元，增长5%。", "observation"),
        ("2021年，全县稳中有进。预计2022年实现生产总值70亿元。", "target"),
        ("2021年，全县稳中有进。今年预计实现生产总值70亿元。", "target"),
    ],
)
def test_a_report_without_a_date_estimates_the_year_it_reviews(text: str, status: str) -> None:
    assert read(text, None, REPORT)["70亿元"][1] == status


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("主要预期目标是：工业投资增长7%，能耗达到“十五五”目标的序时进度。", "2026"),
        ("“十五五”发展主要预期目标是：工业投资增长7%。", "2030"),
    ],
)
def test_a_plan_named_behind_an_aim_gives_it_no_end(text: str, period: str) -> None:
    assert read(text, "2026-02-05", PLAIN)["7%"] == (period, "target")


def test_what_was_obtained_is_done() -> None:
    assert read("社区争取了70项服务下沉。", "2021-07-19")["70项"] == ("2021", "observation")


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("二季度，产值增长4%，较一季度（9%）回落。", "9%", "2024-01/2024-03"),
        ("上半年，产值增长4%，较上年同期（9%）回落。", "9%", "2023-01/2023-06"),
        ("截至2024年3月底，医院70个。与2023年3月底相比，医院增加9个。", "9个", "2023-03/2024-03"),
        ("截至2024年8月，务工70万人，比2023年底增加9万人。", "9万人", "2023/2024-08"),
        ("与2020年第三次全国土壤普查相比，耕地增加9亩。", "9亩", "2020/2024"),
    ],
)
def test_the_base_of_a_comparison(text: str, mention: str, period: str) -> None:
    assert read(text, "2024-09-09")[mention][0] == period


def test_a_text_that_names_one_earlier_year_is_of_it_throughout() -> None:
    text = "2015年全县生产总值70亿元，比上年增长9%。\n全年造林90亩。"
    assert read(text, "2023-03-21")["90亩"][0] == "2015"
    assert read(text + "今年造林80亩。", "2023-03-21")["90亩"][0] == "2022"


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("2016年7月开始，协会帮扶农户，投入80万元。", "80万元", "2018-10-20", "2016-07/2018-10"),
        ("1976年起，她先后收养6位老人。", "6位", "2018-03-20", "1976/2018-03"),
        ("自2008年以来，改造有序。5年来，支持9万户农民。", "9万户", "2012-09-10", "2008/2012"),
        ("从2015年启动改革，实施4年多来，管护林地9万亩。", "9万亩", "2020-01-02", "2015/2019"),
        ("10年前，这里没有路。全县共有6个这样的村。", "6个", "2022-05-21", "2022"),
        ("两年前第一批搬来的企业，产量都扩大了3倍。", "3倍", "2015-02-06", "2015"),
        ("冬季风暴已造成70人受伤。", "70人", "2019-01-20", "2019"),
    ],
)
def test_stretches_from_a_year_on_and_times_that_pass(text: str, mention: str, published: str, period: str) -> None:
    assert read(text, published)[mention][0] == period


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("到“十三五”时期末，绿地占比预计超过70%。", "70%", "2018-11-02", "2020"),
        ("“十五五”全省将迎来更多农机，预计达到70万台。", "70万台", "2026-04-02", "2030"),
        ("“十五五”已经起步。新一个五年里，机耕率将提高到80%。", "80%", "2026-04-02", "2030"),
        ("主要目标是：到2025年，绿地率达到24%。失业率控制在5%以内。", "5%", "2021-03-20", "2025"),
        ("2023年，全区主要预期目标是：稳字当头。\n力争工业投资增长9%。", "9%", "2022-12-19", "2023"),
    ],
)
def test_aims_hold_for_the_year_or_plan_that_was_announced(
    text: str, mention: str, published: str, period: str
) -> None:
    assert read(text, published)[mention] == (period, "target")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("务工70万人，超目标任务9万人。", "9万人"),
        ("70%的受访企业预期营业收入将增长。", "70%"),
        ("因整改要求未能落实，涉及资金7亿元。", "7亿元"),
        ("2021年，全县争取国债项目70个，居全市前列。", "70个"),
        ("某市：用心办好民生实事 温暖万家\n全市发放补贴7亿元。", "7亿元"),
    ],
)
def test_words_of_plans_that_announce_nothing(text: str, mention: str) -> None:
    assert read(text, "2022-02-06")[mention][1] == "observation"


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("省外务工70万人，是去年务工人数的93.7%。", "93.7%", "2020-06-15", "2020"),
        ("截至目前，从地方层面看，推广80项。从全国层面看，已推广70项。", "70项", "2022-05-13", "2022-05"),
        ("东川的钢产能曾经占到全省的70%。", "70%", "2015-05-25", None),
        ("自2023年9月我区启动村庄污水治理提升工程以来，已铺管70公里。", "70公里", "2025-09-10", "2023-09/2025-09"),
        ("从5月19日开始收割，到6月9日结束，共投入农机7万台。", "7万台", "2025-06-10", "2025-05-19/2025-06-09"),
        ("“十三五”以来，完成造林70万亩。", "70万亩", "2022-12-15", "2016/2022-12"),
        ("“十三五”以来，完成造林70万亩。", "70万亩", "2021-03-15", "2016/2020"),
        ("2001年，她来到社区。多年来，她把社区当成家。她服务居民70户。", "70户", "2021-07-19", "2021"),
        ("二季度，产值9亿元。\n上半年，投资8亿元，增长5%。\n出口增长7%。", "7%", "2024-09-09", "2024-01/2024-06"),
        ("2024年9月20日，厅里公布了2024年8月底诊所数量。\n村诊所70个。", "70个", "2024-09-21", "2024-08"),
    ],
)  # fmt: skip
def test_bases_spans_and_what_a_text_keeps_to(text: str, mention: str, published: str, period: str | None) -> None:
    assert read(text, published)[mention][0] == period


def test_a_year_to_come_holds_for_the_sentences_behind_it() -> None:
    aims = read("到2027年，有效解决供水难题。自来水普及率达到93%，损耗控制在2%以内。", "2025-07-11")
    assert aims["93%"] == aims["2%"] == ("2027", "target")
    told = read("到2027年，有效解决供水难题。目前，自来水普及率达到83%。", "2025-07-11")
    assert told["83%"][1] == "observation"


def test_a_plan_that_is_pointed_at_is_a_name() -> None:
    assert read("该计划实施范围已扩大，该计划覆盖70个县。", "2012-06-01")["70个"][1] == "observation"


def test_what_was_mended_after_an_audit_is_of_the_report_on_it() -> None:
    title = "关于2020年度东川县预算执行审计查出问题整改情况的报告"
    text = "预算执行问题7项，涉及金额9万元，整改资金8万元。\n报告日已整改6项。"
    found = {mention: period for mention, (period, _) in read(text, "2021-12-28", title).items()}
    assert found == {"7项": "2020", "9万元": "2020", "8万元": "2021", "6项": "2021-12"}


def test_a_text_that_keeps_naming_last_year_tells_of_it_though_it_says_what_stands_now() -> None:
    text = (
        "春风拂过云岭的田野。\n去年，是乡村振兴衔接期的头一年。2021年，全县农民收入为15300元。\n"
        "帮扶资金落实4.2亿元，选派驻村干部310名。全年发放小额信贷2.6亿元。\n去年，村庄规划编制完毕。目前，创建示范村46个。"
    )
    found = read(text, "2022-05-17", "接续奋斗再出发")
    assert {found[figure][0] for figure in ("4.2亿元", "310名", "2.6亿元")} == {"2021"}
    assert found["46个"][0] == "2022-05"


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("去年上半年全市有新生儿5.5万名，今年同期降至4.6万人，减少9000人。", "9000人", "2016-01/2016-06"),
        ("去年上半年全市有新生儿5.5万名，今年同期降至4.6万人，其中6月新生儿7324人。", "7324人", "2016-06"),
        ("2015年1—9月出口50亿元，2016年同期出口55亿元，同比增长10%。", "10%", "2016-01/2016-09"),
        ("前三季度进出口额200亿元，去年同期是180亿元，今年多出20亿元。", "20亿元", "2016-01/2016-09"),
        ("1—10月完成投资10亿元。去年同期，服务业占比为48.6%，今年则为47.1%。", "47.1%", "2016-01/2016-10"),
        ("1—10月完成投资10亿元，高于去年同期。\n今年新建学校12所。", "12所", "2016"),
    ],
)
def test_this_year_beside_the_same_part_of_another_is_that_part_of_it(text: str, figure: str, period: str) -> None:
    assert read(text, "2016-11-20")[figure][0] == period


def test_the_year_just_past_within_a_review_of_five(periods) -> None:
    text = (
        "一、“十四五”时期工作回顾\n“十四五”时期极不平凡。五年来，新建学校300所。\n"
        "各位代表，刚刚过去的2025年，全省上下深受鼓舞。\n"
        "民间投资增长2.8%，新增就业47万人。\n"
        "二、“十五五”时期目标任务\n新建学校200所。\n"
    )
    found = periods(text, "2026-02-09", "2026年某省政府工作报告")
    assert [found[m] for m in ("300所", "2.8%", "47万人")] == ["2021/2025", "2025", "2025"]


@pytest.mark.parametrize("opening", ["刚刚过去的2025年，", "回顾2025年，", "过去的一年，", "2025年全省"])
def test_words_that_open_the_review_of_one_year(opening: str, periods) -> None:
    text = f"一、“十四五”时期和2025年工作回顾\n五年来，新建学校300所。\n{opening}经济向好。\n民间投资增长2.8%。\n"
    assert periods(text, "2026-02-09", "2026年某省政府工作报告")["2.8%"] == "2025"
