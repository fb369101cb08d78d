"""Whom an article names as its writers."""

import pytest

from tasks.clean.byline import read_byline
from tasks.clean.evidence import Evidence
from tasks.clean.facts import choose_facts
from tasks.clean.head_facts import HeadFacts
from tasks.clean.line import Line
from tasks.clean.titles import Titles

PROSE = "今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。"


NOTHING = HeadFacts()


def facts(above=(), below=(), body=(PROSE,), head=NOTHING, url="", site=""):
    lines = [[Line(text) for text in part] for part in (above, below, body)]
    evidence = Evidence(read_byline(above), read_byline(below), head, lines[0], lines[1], lines[2], url)
    return choose_facts(evidence, Titles("题目", "", site), "")


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        (["本报讯（记者 周志远 通讯员 李敏）" + PROSE], ("周志远", "李敏")),
        (["新华社北京10月20日电（记者王晓东、陈思）" + PROSE], ("王晓东", "陈思")),
        (["中新网青石10月20日电 (周志远 李敏)" + PROSE], ("周志远", "李敏")),
        (["□本报记者 孙丽", PROSE], ("孙丽",)),
        ([PROSE, PROSE + "（记者 李全宏）"], ("李全宏",)),
        ([PROSE, "文/李文静"], ("李文静",)),
        ([PROSE, PROSE + "（周志远）"], ("周志远",)),
        ([PROSE, PROSE + "通讯员 宋博"], ("宋博",)),
        ([PROSE, PROSE + "(清水村 赵小娟)"], ("赵小娟",)),
        (["就业形势总体稳定", "本报讯 (张茜 陈尊 姜星宇)" + PROSE], ("张茜", "陈尊", "姜星宇")),
        ([PROSE, PROSE + "（文/图 周志远 李敏）"], ("周志远", "李敏")),
        ([PROSE, PROSE + "（青石县统计局）"], ()),
        (["《远山》作者 周志远", PROSE], ("周志远",)),
        (["省长作工作报告。本报记者 朱江 摄", PROSE], ()),
        (["记者从国家统计局获悉，" + PROSE], ()),
        (["本网讯（记者：莉莉）" + PROSE], ("莉莉",)),
        (["本报讯(裴 雯 牛 敏 记者喻 松)" + PROSE], ("裴雯", "牛敏", "喻松")),
        (["□李庆瑞 报道", PROSE], ("李庆瑞",)),
        (["青石日报讯（全媒体记者/何春林 通讯员/颜小波）" + PROSE], ("何春林", "颜小波")),
        (["（青石网记者徐翠玲台湾台北报导）" + PROSE], ("徐翠玲",)),
        ([PROSE, PROSE + "通讯员杨怀孝图/文"], ("杨怀孝",)),
        ([PROSE, PROSE + "陈建国/林楠"], ("陈建国", "林楠")),
        ([PROSE, PROSE + "谢谢"], ()),
        ([PROSE, "作者简介：孔令刚（1964—），男，研究员，研究方向：区域经济。", PROSE], ("孔令刚",)),
        (["就业形势研究", "青石大学商学院  李 敏  周志远", PROSE], ("李敏", "周志远")),
        (["大河讯报 · 2023年10月", "本报讯（周志远 李敏）" + PROSE], ("周志远", "李敏")),
    ],
)
def test_writers_that_the_text_names(body, authors):
    assert facts(body=body).authors == authors


def test_labels_win_over_the_text_and_outlets_are_no_writers():
    assert facts(above=["作者：周志远"], body=[PROSE + "（记者 李全宏）"]).authors == ("周志远",)
    assert facts(above=["作者：新华社记者 张建国、李强"]).authors == ("张建国", "李强")
    assert facts(above=["作者：统计局"], body=["青石晚报讯（首席记者 李全宏）" + PROSE]).authors == ("李全宏",)
    assert facts(above=["来源：青石日报 作者：佚名"]).authors == ()
    assert facts(above=["来源：青石日报 作者：本站编辑"]).authors == ()
    assert facts(above=["大河网記者周志遠 大河 2023-10-20"]).authors == ("周志遠",)
    assert facts(above=["农技站 周志远 2023年10月20日"]).authors == ("周志远",)
    assert facts(above=["2023-10-20 / 作者 周志远 / 责编 李敏"]).authors == ("周志远",)
    assert facts(head=HeadFacts(author="name, mail@qingshi.example")).authors == ()


def test_the_best_supported_date():
    above = ["发布时间：2023-10-20", "2023-10-20 09:30"]
    assert facts(above=above).published == "2023-10-20T09:30:00+08:00"
    assert facts(above=["更新时间：2023-11-01"], url="http://a.cn/2023/1020/c1.html").published == "2023-10-20"
    head = HeadFacts(published="2023-10-20T09:30:00+08:00")
    assert facts(above=["2003-01-01"], head=head, url="http://a.cn/2023/1020/c1.html").published == head.published
    assert facts(body=[PROSE, "青石县统计局", "二〇二三年十月二十日"]).published == "2023-10-20"


def test_names_in_brackets_right_below_the_text():
    assert facts(below=["(李莹)", "打印"]).authors == ("李莹",)
    assert facts(below=["(青石县统计局)"]).authors == ()


@pytest.mark.parametrize(
    ("body", "below"),
    [
        (["就业形势总体稳定", "青石日报讯 (记者 李济超)" + PROSE], []),
        ([PROSE, PROSE + "来源:青石日报"], []),
        (["消息来源:青石日报 今日讯 " + PROSE], []),
        (["红网来稿", "青石日报清水站讯8月4日，" + PROSE], []),
        ([PROSE], ["2022-11-02 朱冬 1 1 青石日报 content_123591.html 1 3 题目 /enpproperty-->"]),
    ],
)
def test_outlets_that_the_text_or_its_remains_name(body, below):
    assert facts(body=body, below=below).publisher == "青石日报"


def test_the_editor_beside_the_date_wrote_nothing():
    assert facts(above=["2022-03-25 15:08:16 编辑: 刘燕 审核人:叶玲玲 阅读次数:1954"]).authors == ()


def test_the_time_of_day_from_another_labelled_date():
    assert facts(above=["发布日期: 2020-05-11", "发布时间:2020-05-11 16:57"]).published == "2020-05-11T16:57:00+08:00"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("[青石日报]秸秆变“饲” 牛羊增膘", "秸秆变“饲” 牛羊增膘"),
        ("【走进老区】秸秆变“饲” 牛羊增膘", "【走进老区】秸秆变“饲” 牛羊增膘"),
    ],
)
def test_the_articles_own_outlet_in_brackets_is_no_part_of_its_title(title, kept):
    lines = [Line("来源：青石日报")]
    evidence = Evidence(read_byline(["来源：青石日报"]), read_byline([]), NOTHING, lines, [], [Line(PROSE)])
    assert choose_facts(evidence, Titles(title, "", ""), "").title == kept


def test_reprints():
    assert facts(above=["来源：青石日报"], site="大河畔在线").is_reprint
    assert facts(above=["2023-10-20 转载"]).is_reprint
    assert not facts(above=["来源：青石日报"], site="青石日报网").is_reprint


@pytest.mark.parametrize(
    ("machine", "published"),
    [
        ("2016-11-22T09:53:00+08:00", "2016-11-22T09:53:00+08:00"),
        ("2016-11-22T00:00:00+08:00", "2016-11-22"),
        ("2019-03-22T12:28:37+08:00", "2016-11-22"),
    ],
)
@pytest.mark.parametrize("info", ["发布日期：2016-11-22　信息来源：省发改委", "2016-11-22"])
def test_the_head_adds_the_time_of_day_to_the_printed_day(info, machine, published):
    assert facts(above=[info], head=HeadFacts(published=machine)).published == published


def test_the_sites_own_name_beside_the_date_is_the_publisher():
    assert facts(above=["2023-10-20 09:30  青石之窗"], site="青石之窗").publisher == "青石之窗"
    assert facts(above=["青石之窗", "2023-10-20 09:30"], site="青石之窗").publisher == ""


def test_an_account_beside_the_date_wrote_where_no_outlet_stands():
    assert facts(above=["远山人文\x1f \x1f2023-10-20 09:30"]).authors == ("远山人文",)
    assert facts(above=["2023-10-20 09:30\x1f来源：青石日报\x1f", "远山人文\x1f2023-10-20"]).authors == ()
    assert facts(above=["青石之窗 2023-10-20 09:30"]).authors == ()
    assert facts(head=HeadFacts(cued={"author": "远山教科书"})).authors == ("远山教科书",)


def test_the_paper_between_the_title_marks_is_the_publisher():
    assert facts(above=["来源：人民网-《人民日报》"]).publisher == "人民日报"
    assert facts(above=["来源：《青石》杂志"]).publisher == "青石杂志"


def test_a_part_of_the_site_beside_the_date_is_the_publisher():
    line = "http://ent.a.cn\x1f 2009年11月09日11:30 \x1f青石音乐\x1f \x1f我要评论\x1f(0)"
    assert facts(above=[line], site="青石网").publisher == "青石音乐"
    assert facts(above=[line], site="远山网").publisher == ""


def test_a_name_with_blanks_between_its_characters():
    assert facts(above=["谢　　澹"]).authors == ("谢澹",)


@pytest.mark.parametrize("day", ["2022年2月28日", "（2022年2月28日）"])
def test_the_day_a_communique_is_signed_gives_way_to_that_of_the_page(day):
    signed = ["青石县统计局", day]
    assert facts(above=signed).published == "2022-02-28"
    assert facts(above=signed, head=HeadFacts(published="2022-03-01T09:30:00+08:00")).published.startswith("2022-03-01")
    assert facts(above=[*signed, "青石县统计局 2022-03-01 740次"]).published == "2022-03-01"


def test_who_entered_the_text_is_not_its_author():
    head = HeadFacts(author="周志远")
    assert facts(below=["责任编辑：周志远"], head=head).authors == ()
    assert facts(below=["责任编辑：李敏"], head=head).authors == ("周志远",)


def test_a_name_and_its_work_below_the_title():
    assert facts(above=["周志远/整理", "2023-10-20 来源：青石网"]).authors == ("周志远",)
    assert facts(above=["李敏 | 编译", "2023-10-20 来源：青石网"]).authors == ("李敏",)
    assert facts(above=["观察/综合", "2023-10-20 来源：青石网"]).authors == ()


def test_names_behind_another_role_wrote_nothing():
    assert facts(body=[PROSE, PROSE + "(记者 周志远 制作 李敏)"]).authors == ("周志远",)


def test_the_day_from_which_a_rule_holds_does_not_date_the_page():
    assert facts(body=[PROSE, "第九条 本办法自2023年10月1日起施行。"]).published == ""
    assert facts(below=["本办法自2023年10月1日起施行。"]).published == ""
    assert facts(body=[PROSE, "青石县人民政府 2023年10月1日"]).published == "2023-10-01"


@pytest.mark.parametrize("line", ["记者／综合报道", "2023-10-20 | 记者 综合报导", "2023-10-20 作者：综合报道"])
def test_the_kind_of_a_report_is_no_writer(line):
    assert facts(above=[line]).authors == ()


def test_who_reported_stands_before_the_kind_of_the_report():
    assert facts(above=["周志远／综合报道"]).authors == ("周志远",)


def test_a_label_whose_value_follows_a_blank_at_the_end():
    assert facts(below=["本文转自于 青石日报"]).publisher == "青石日报"
    assert facts(below=["转自 青石日报"]).publisher == "青石日报"


@pytest.mark.parametrize("lead", ["青石网2023年10月20日讯", "【青石网2023年10月20日讯】", "[青石网10月20日讯]"])
def test_the_outlet_of_a_dateline_with_its_year_or_in_brackets(lead):
    assert facts(body=[f"{lead}{PROSE}", PROSE]).publisher == "青石网"


def test_a_syndicate_names_its_writer_behind_a_bar():
    found = facts(above=["青石传媒｜周志远／综合外电报道"])
    assert (found.publisher, found.authors) == ("青石传媒", ("周志远",))
    assert facts(above=["QSNU记者 李敏／综合报道"]).authors == ("李敏",)


def test_an_outlet_or_firm_in_the_head_wrote_nothing():
    assert facts(head=HeadFacts(author="青石新闻网")).authors == ()
    assert facts(head=HeadFacts(author="青石电视公司")).authors == ()
    assert facts(head=HeadFacts(author="田野")).authors == ("田野",)


def test_the_reporter_in_tortoise_shell_brackets():
    assert facts(body=[f"〔记者周志远青石报道〕{PROSE}", PROSE]).authors == ("周志远",)
