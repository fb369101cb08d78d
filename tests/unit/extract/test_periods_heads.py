"""The line above a list or an answer tells the time of the lines below it."""

import pytest


@pytest.mark.parametrize("mark", ["——", "一、", "（一）", "● ", ""])
def test_a_stretch_heads_the_items_of_a_list(mark: str, periods) -> None:
    items = ["打通断头路32条；", "硬化村道170公里；", "扶持企业12家，涉及5300人。"]
    text = "2018年以来，全县交通建设成绩显著：\n" + "\n".join(mark + item for item in items)
    found = periods(text, "2020-10-23")
    assert found == dict.fromkeys(["32条", "170公里", "12家", "5300人"], "2018/2020-10")


def test_a_heading_between_without_a_date_leaves_it(periods) -> None:
    text = "2018年以来，全市帮扶成果：\n一、产业：\n1.建成大棚300个；\n2.发放贷款2亿元。"
    assert periods(text, "2019-05-06") == {"300个": "2018/2019-05", "2亿元": "2018/2019-05"}


def test_what_there_is_now_heads_a_list(periods) -> None:
    text = "全县现有各类学校如下：\n小学36所；\n初中12所，其中民办2所；\n高中3所，今年招生1200人。"
    found = periods(text, "2021-11-07")
    assert found == {"36所": "2021-11", "12所": "2021-11", "2所": "2021-11", "3所": "2021-11", "1200人": "2021"}


def test_a_paragraph_of_a_speech_is_no_item(periods) -> None:
    text = "2022年，全市工作迈出新步伐。\n——产业兴旺。新建厂房30栋。"
    assert periods(text, "2024-02-20")["30栋"] == "2024"


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("2017年全县的就业形势如何？", "2017"),
        ("那么，2017年的形势怎么样？", "2017"),
        ("从2012年到2017年，变化有多大？", "2012/2017"),
        ("2017年国家出台了办法，落实得怎样？", "2019"),
        ("形势如何？", "2019"),
    ],
)
def test_a_question_asks_about_its_date(question: str, period: str, periods) -> None:
    found = periods(f"问：{question}\n答：全县城镇新增就业3200人，接待游客300万人次。", "2019-05-06")
    assert found == {"3200人": period, "300万人次": period}


def test_years_ago_are_those_that_a_stretch_began_with(periods) -> None:
    text = "从2002年到2012年，全省有293万人脱贫。\n十年前，全省贫困人口达476万人。五年前，有120万人。"
    assert periods(text, "2013-10-16") == {"293万人": "2002/2012", "476万人": "2002", "120万人": "2008"}


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("全省有重点实验室29个。", "2020"),
        ("29个实验室挂牌运行。", "2020"),
        ("高速公路里程29公里。", "2020"),
        ("新建学校29所。", "2016/2020"),
        ("29名农民搬进新居。", "2016/2020"),
        ("年均造林29万亩。", "2016/2020"),
    ],
)
def test_what_is_there_behind_a_plan_is_of_its_end(sentence: str, period: str, periods) -> None:
    found = periods("“十三五”时期，全省综合实力明显增强。" + sentence, "2021-02-07")
    assert list(found.values()) == [period]


def test_a_date_behind_another_deed_does_not_date_a_beginning(periods) -> None:
    text = "镇里牵头成立了合作社，采购统一打理，年底有了结余再分给社员。\n如今社员已有213户，刚成立时只有30户。"
    assert periods(text, "2021-01-12")["30户"] is None
    text = "2016年，村里成立了合作社。\n如今社员已有213户，刚成立时只有30户。"
    assert periods(text, "2021-01-12")["30户"] == "2016"
