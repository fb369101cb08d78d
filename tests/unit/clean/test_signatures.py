"""Who reported, what a picture shows, and the paper that signs: lines of their own around and in a text."""

import time

import pytest

from tasks.clean.captions import is_taken
from tasks.clean.page import CleanedPage, clean_page
from tasks.clean.signatures import issuer_of, staff_of

PROSE = [
    "三月以来，青石县新建标准化蔬菜大棚320座，带动1150户农民增收，户均增收4200元。",
    "县农业农村局介绍，下一步将延长产业链，建设冷库和分拣中心，让蔬菜卖出好价钱。",
    "“以前种一季玉米，现在四季有菜卖。”村民高长河说，全家一年收入超过八万元。",
]
TITLE = "大棚蔬菜鼓起农民钱袋子"
HEAD = f"<html><title>{TITLE}_青石新闻网</title><body><h1>{TITLE}</h1>"


def cleaned(*lines: str, byline: str = "") -> CleanedPage:
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = clean_page(f"{HEAD}{byline}<div class='article-content'>{body}</div>".encode())
    assert isinstance(page, CleanedPage), page
    return page


STAFF = [
    ("青石日报记者 周志远 通讯员 李敏", ["周志远", "李敏"]),
    ("光明日报记者 任 爽 光明日报通讯员 赵 猛", ["任爽", "赵猛"]),
    ("(记者:陈剑平 向韬 通讯员:王本忠)", ["陈剑平", "向韬", "王本忠"]),
    ("(青石日报、青石新闻网记者潘文静)", ["潘文静"]),
    ("青石融媒·青石晚报记者 陈栋 通讯员 应健婷", ["陈栋", "应健婷"]),
    ("本报记者 周志远 李敏 文/图", ["周志远", "李敏"]),
    ("全媒体记者 李伟、王芳 实习生 张强 报道", ["李伟", "王芳", "张强"]),
    ("本报记者 阿依古丽·买买提", ["阿依古丽·买买提"]),
]


@pytest.mark.parametrize(("line", "names"), STAFF)
def test_a_line_that_names_its_reporters_alone(line, names):
    assert staff_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "记者从县里了解到",
        "记者 采访 报道",
        "记者:你们今年收入多少",
        "记者:谢谢",
        "通讯员队伍建设",
        "本报记者 李敏 摄",
        "记者节活动",
    ],
)
def test_lines_about_reporters_that_name_none(line):
    assert staff_of(line) == []


def test_a_line_of_many_roles_is_read_in_no_time():
    start = time.process_time()
    for line in ("记者 甲乙丙丁 " * 7 + "!", "记者甲乙" * 14 + "!", "甲 乙 " * 5 + "记者 " + "甲 乙 " * 10):
        staff_of(line)
    assert time.process_time() - start < 1


ENDS = [
    ["青石日报记者 周志远 通讯员 李敏"],
    ["作者：周志远", "采写：青石日报记者 周志远 通讯员 李敏"],
    ["青石晚报记者 周志远", "通讯员 李敏", "编辑 张伟 校对 王芳"],
    ["全媒体记者周志远、李敏", "编辑 张伟 校对 王芳　　返回搜狐，查看更多", "责任编辑："],
    ["本报记者：周志远　李敏", "责任编辑：张伟"],
]


@pytest.mark.parametrize("end", ENDS)
def test_those_who_reported_stand_below_the_text_and_are_its_authors(end):
    page = cleaned(*PROSE, *end)
    assert (page.text.split("\n"), page.authors) == (PROSE, ("周志远", "李敏"))


def test_reporters_in_brackets_end_the_text_and_a_placeholder_is_no_author():
    byline = "<div>时间：2023-03-28 来源：青石日报 作者：admin 点击：次</div>"
    page = cleaned(*PROSE, "（青石日报、青石新闻网记者周志远）", byline=byline)
    assert (page.text.split("\n")[-1], page.authors) == ("（青石日报、青石新闻网记者周志远）", ("周志远",))


TOPS = [
    ["土地里长出好日子，一半靠技术。", "文 | 周志远", "编辑 | 张伟"],
    ["一座大棚，一年四季的收成。", "青石日报记者 周志远"],
    ["炒股就看分析师研报，权威，专业，及时，全面，助您挖掘潜力主题机会！", "来源：青石日报", "记者 周志远"],
    ["土地里长出好日子，一半靠技术。", "作者：周志远", "编辑：张伟"],
]


@pytest.mark.parametrize("top", TOPS)
def test_who_wrote_below_a_lead_is_not_of_the_text(top):
    page = cleaned(*top, *PROSE)
    assert page.authors == ("周志远",)
    assert [line for line in page.text.split("\n") if line not in PROSE] == [
        line for line in top[:1] if "炒股" not in line
    ]


TAKEN = [
    "新闻发布会现场。青石网记者 周志远 摄",
    "新闻发布会现场 青石日报记者周志远 摄",
    "巡查员在大堤上查险。新华社记者 周志远 摄",
    "青石县大河镇的蔬菜大棚（周志远 摄）",
    "大棚里的村民。周志远 供图",
]


@pytest.mark.parametrize("caption", TAKEN)
def test_a_caption_that_names_who_took_the_picture_stays_and_names_no_author(caption):
    assert is_taken(caption.replace("（", "(").replace("）", ")"))
    wired = f"新华社青石3月28日电（记者李敏）{PROSE[0]}"
    for lines in ([caption, wired, *PROSE[1:]], [wired, *PROSE[1:], caption]):
        page = cleaned(*lines)
        assert (page.text.split("\n"), page.authors) == (lines, ("李敏",))


@pytest.mark.parametrize("line", ["本报记者 周志远 摄", "青石日报记者 周志远 通讯员 李敏 摄影", "周志远 摄"])
def test_a_line_of_names_alone_tells_no_picture(line):
    assert not is_taken(line)


ISSUED = [
    ("【2009/08/11 联合报】@ http://udn.com/", "联合报"),
    ("【2009-08-11/青石日报/A3版/要闻】", "青石日报"),
    ("【青石日报 2009/08/11】", "青石日报"),
    ("〔2011.01.05 青石时报〕", "青石时报"),
    ("(2019年10月10日 青石日报 03版)", "青石日报"),
]


@pytest.mark.parametrize(("line", "paper"), ISSUED)
def test_the_paper_that_signs_with_its_day(line, paper):
    assert issuer_of(line) == paper
    page = cleaned(*PROSE, line)
    assert (page.text.split("\n"), page.publisher) == (PROSE, paper)


@pytest.mark.parametrize("line", ["(2019年10月10日于北京)", "【2023-05-01 09:00】", "(2023年统计年报)", "【要闻】"])
def test_a_day_in_brackets_without_a_paper_signs_nothing(line):
    assert issuer_of(line) == ""
