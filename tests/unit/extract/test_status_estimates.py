"""Status that must not hang on one wording: estimates, damage, budgets, plans that run on; and the words for about."""

import time

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.status_forms import suffered

READER = Reader()


def status(text: str, published: str | None, title: str | None = None) -> dict[str, str]:
    found = READER.read(Article("x", text, title, published, None)).observations
    return {o.mention: o.status[:3] for o in found}


@pytest.mark.parametrize("estimate", ["预计", "预期", "有望", "预估"])
@pytest.mark.parametrize("year", ["2022年", "今年"])
def test_what_a_report_of_december_expects_of_its_year_is_a_fact(estimate: str, year: str) -> None:
    text = f"{year}，{estimate}全县完成生产总值88.4亿元，增长6.1%；新建学校9所。"
    found = status(text, "2022-12-20", "政府工作报告——在云岭县人民代表大会上")
    assert set(found.values()) == {"obs"}


@pytest.mark.parametrize("heading", ["2021年工作回顾", "去年工作回顾"])
def test_the_year_of_a_heading_may_be_said_either_way(heading: str) -> None:
    text = f"一、{heading}\n预计生产总值突破150亿元，增长9%左右。新建学校9所。"
    found = READER.read(Article("x", text, "云岭县政府工作报告", "2022-01-12", None)).observations
    assert {(o.period, o.status) for o in found} == {("2021", "observation")}


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("海关查获一批箱包，涉案金额预计4.6亿元，涉嫌偷逃税款1.2亿元。", "4.6亿元", "obs"),
        ("海关查获一批箱包，涉案金额预计4.6亿元，涉嫌偷逃税款1.2亿元。", "1.2亿元", "obs"),
        ("保险公司接到报案452辆，预计损失70万元。", "70万元", "obs"),
        ("新系统预计每年减少损失70万元。", "70万元", "tar"),
        ("2015年省级一般公共预算收入安排94亿元，比上年下降2%。", "94亿元", "tar"),
        ("2014年省级一般公共预算收入安排94亿元，比上年下降2%。", "94亿元", "obs"),
        ("中秋假期全县接待游客629万人次，日均将近210万人次。", "210万人次", "obs"),
        ("《规划》提出,到2020年,森林覆盖率达到50%以上。建成苗圃基地300亩。", "300亩", "tar"),
        ("《规划》提出,到2020年,森林覆盖率达到50%以上。目前,全县有苗圃基地300亩。", "300亩", "obs"),
    ],
)
def test_estimates_of_damage_budgets_and_plans(text: str, mention: str, expected: str) -> None:
    assert status(text, "2015-01-28")[mention] == expected


@pytest.mark.parametrize("about", ["约", "大约", "近", "将近"])
def test_words_for_about_do_not_change_what_a_number_is(about: str) -> None:
    found = READER.read(Article("x", f"全县减少碳排放量{about}86万吨。", None, "2022-01-12", None)).observations
    assert [(o.measure, int(o.value)) for o in found] == [("change", -860000)]


def test_parts_of_what_exists_now_are_of_now_in_a_sentence_of_their_own() -> None:
    text = "全县现有工作队172支、队员531人。其中省直选派48人。"
    found = READER.read(Article("x", text, None, "2022-06-30", None)).observations
    assert {o.period for o in found} == {"2022-06"}


def test_harm_is_looked_for_once_in_a_clause() -> None:
    def seconds(words: int) -> float:
        clause = "预计损失" * words + "\x02"
        began = time.process_time()
        suffered(clause)
        return time.process_time() - began

    assert suffered("全县预计经济损失")
    assert not suffered("预计将损失")
    assert not suffered("预计损失，收入")
    assert seconds(40_000) < 8 * seconds(10_000) + 1


@pytest.mark.parametrize(
    ("ahead", "expected"), [("下一步，该县将扩建厂房，", "tar"), ("接下来，", "tar"), ("全县新建厂房，", "obs")]
)
def test_a_look_ahead_in_a_review_is_no_estimate_of_its_year(ahead: str, expected: str) -> None:
    text = f"一、2021年工作回顾\n全县新建学校9所。{ahead}预计带动500人就业。"
    assert status(text, "2022-01-12", "云岭县政府工作报告")["500人"] == expected


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("低保将由300元提高到330元。\n再看残疾人。护理补贴由90元增加到100元。", "100元", "tar"),
        ("低保将由300元提高到330元。\n再看残疾人。护理补贴由90元增加到100元。", "90元", "obs"),
        ("发车间隔将从8分钟压缩到6分钟。日均班次从90班增至100班。", "100班", "tar"),
        ("低保将由300元提高到330元。全省参保率已由90%提高到95%。", "95%", "obs"),
        ("低保将由300元提高到330元。三年来，参保人数由90万人增加到100万人。", "100万人", "obs"),
        ("企业将名额由8人增加到12人。岗位由3个增加到5个。", "5个", "obs"),
    ],
)
def test_a_raise_told_as_the_announced_one_before_it_is_announced_too(text: str, mention: str, expected: str) -> None:
    assert status(text, "2022-04-12")[mention] == expected


@pytest.mark.parametrize(
    "text",
    [
        "预计到2025年，全县将新建5个产业园，解决了群众后顾之忧的同时，每年增加税收2亿元。",
        "下一步，全县将建成5个产业园，形成了规模后，年产值可达2亿元。",
        "全县计划用三年时间，改变了落后面貌后，再投入2亿元。",
    ],
)
def test_what_is_done_first_within_a_plan_ends_no_plan(text: str) -> None:
    assert status(text, "2021-02-17", "甲县2020年工作总结")["2亿元"] == "tar"
