"""Periods and status together, as the reader gives them: reports on plans, look-backs, decisions, news stories."""

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def read(
    text: str, published: str | None = "2024-06-12", title: str | None = None
) -> dict[str, tuple[str | None, str]]:
    found = READER.read(Article("x", text, title, published, None)).observations
    return {o.mention: (o.period, o.status[:3]) for o in found}


EXECUTED = "云岭县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告"


def test_estimates_of_a_report_on_a_plan_are_facts_until_the_coming_year_begins() -> None:
    text = (
        "预计完成（下同）生产总值88.2亿元，增长4.1%；新建学校3所。\n"
        "二、2023年国民经济和社会发展主要预期目标\n生产总值增长6%，新建学校2所。"
    )
    found = read(text, "2023-01-28", EXECUTED)
    assert found["88.2亿元"] == found["4.1%"] == found["3所"] == ("2022", "obs")
    assert found["6%"] == found["2所"] == ("2023", "tar")


def test_estimates_in_a_text_on_a_year_that_is_over_are_facts() -> None:
    text = "2022年，全县新建厂房9座。居民人均收入预计达到1.7万元，增长7%。今年，预计新建学校4所。"
    found = read(text, "2023-01-09", "云岭县：2022年工业提速")
    assert found["1.7万元"] == found["7%"] == ("2022", "obs")
    assert found["4所"] == ("2023", "tar")


def test_a_work_report_without_a_date_is_of_the_year_after_the_one_it_reports_on() -> None:
    found = read("去年，生产总值达到88亿元。今年要新建学校2所。", None, "云岭县2022年政府工作报告")
    assert found == {"88亿元": ("2021", "obs"), "2所": ("2022", "tar")}
