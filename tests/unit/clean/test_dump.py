"""Text dumps, by the features of their lines."""

import pytest

from tasks.clean.dump import read_dump
from tasks.clean.reading import NoArticleError

PROSE = [
    "今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。",
    "县里组织专场招聘会36场，送岗位下乡28次，促成意向3400多人次。",
    "分析认为，服务业恢复是带动就业增长的主要原因，制造业用工保持平稳。",
]


def test_navigation_title_byline_body_and_foot():
    dump = [
        "青石新闻网",
        "导航菜单",
        "首页 > 就业 > 正文",
        "就业形势总体稳定",
        "2023-10-20 09:30 来源:青石日报 记者 周志远",
        "分享",
        *PROSE,
    ]
    dump += ["责任编辑:刘芳", "上一篇:春耕备耕", "青石新闻网 版权所有 未经授权禁止转载"]
    reading = read_dump("\n\n".join(dump))
    assert list(reading.lines) == PROSE
    facts = reading.facts
    assert (facts.title, facts.publisher, facts.site, facts.section) == (
        "就业形势总体稳定",
        "青石日报",
        "青石新闻网",
        "就业",
    )
    assert (facts.authors, facts.editor, facts.published) == (("周志远",), "刘芳", "2023-10-20T09:30:00+08:00")


def test_a_date_broken_over_lines():
    reading = read_dump("\n".join(["就业形势总体稳定", "2021", "12/10", "17:15", "山西日报", "分享", *PROSE]))
    assert reading.facts.published == "2021-12-10T17:15:00+08:00"
    assert reading.facts.publisher == "山西日报"
    assert list(reading.lines) == PROSE


def test_headings_inside_and_right_above_the_body_stay():
    dump = ["就业形势总体稳定", "2023-10-20", "分享", "开栏语", PROSE[0], "多措并举促就业", *PROSE[1:], "(记者 李全宏)"]
    assert list(read_dump("\n".join(dump)).lines)[:3] == ["开栏语", PROSE[0], "多措并举促就业"]


def test_the_name_of_the_source_alone_is_no_heading():
    dump = ["就业形势总体稳定", "2023-10-20 10:00:00 转载", "青石宣传", *PROSE, "来源:青石宣传编辑室"]
    reading = read_dump("\n".join(dump))
    assert list(reading.lines) == PROSE
    assert reading.facts.publisher == "青石宣传编辑室"
    assert reading.facts.is_reprint


def test_a_subtitle_is_apart_from_the_title():
    facts = read_dump(
        "\n".join(["就业形势总体稳定", "——前三季度就业工作综述", "日期:2023年10月20日 来源:青石日报", *PROSE])
    ).facts
    assert (facts.title, facts.subtitle) == ("就业形势总体稳定", "——前三季度就业工作综述")


@pytest.mark.parametrize("dump", ["", "首页\n要闻\n时政", "版权所有 青石网", "2021\n12/10\n17:15"])
def test_dumps_without_prose(dump):
    with pytest.raises(NoArticleError):
        read_dump(dump)


def test_a_table_taken_apart_stays_whole():
    table = [
        "指标",
        "2022年1-12",
        "同比增长(%)",
        "工业总产值(现价)",
        "4448243",
        "-27.6",
        "工业产销率(%)",
        "98.8",
        "8.9",
    ]
    dump = [
        "2022年1-12月规模以上工业企业生产、销售主要数据",
        "日期:2023-01-30 15:37 来源:区统计局",
        *table,
        *PROSE,
        "责任编辑:王鑫培",
    ]
    reading = read_dump("\n".join(dump))
    assert list(reading.lines) == [*table, *PROSE]
    assert reading.facts.published == "2023-01-30T15:37:00+08:00"


def test_names_between_byline_and_text_are_no_heading():
    dump = ["家庭农场的用工行为", "2020-05-13 14:34郜亮亮杜志雄", "改革 2020年4期", "叶 慧 刘玢彤", *PROSE]
    reading = read_dump("\n".join(dump))
    assert (list(reading.lines), reading.facts.authors, reading.facts.publisher) == (PROSE, ("叶慧", "刘玢彤"), "改革")


def test_the_day_that_a_letter_is_signed_begins_no_text():
    letter = [
        "各县局：",
        PROSE[2] + "现将办法印发给你们，请遵照执行。",
        "青石县统计局",
        "2019年1月17日",
        "统计办法",
        *PROSE,
    ]
    assert list(read_dump("\n".join(["关于印发办法的通知", "2019-01-20 来源:县统计局", *letter])).lines) == letter


def test_notices_and_remains_of_comments_below_the_text():
    notice = "Notice: The content above (including the pictures and videos if any) is uploaded by a user, and so on."
    remains = "2024-05-28 1 1 青石日报 c_62527.html 1 就业形势总体稳定 62,527 /enpproperty-->"
    for end in (notice, remains):
        assert list(read_dump("\n".join(["就业形势总体稳定", "2023-10-20", *PROSE, end])).lines) == PROSE


def test_one_name_above_the_text_of_a_journal():
    dump = ["监督的规范性", "2023-05-30 18:23潘国红", "人大研究 2023年3期", "关键词:评查", "潘国红", *PROSE]
    reading = read_dump("\n".join(dump))
    assert (reading.facts.authors, list(reading.lines)) == (("潘国红",), PROSE)


def test_an_interview_is_prose():
    talk = [
        PROSE[0],
        "记者：今年收成怎么样？",
        "种植户：比去年好，一亩地多收了两百斤，价格也不错。",
        PROSE[1],
        "记者：有什么打算？",
        PROSE[2],
    ]
    assert list(read_dump("\n".join(talk)).lines) == talk


def test_a_signature_with_its_date_stays_and_a_lone_date_below_furniture_goes():
    signed = [*PROSE, "青石县统计局", "2024年9月12日"]
    assert list(read_dump("\n".join(signed)).lines) == signed
    assert list(read_dump("\n".join([*PROSE, "打印 关闭", "2024年9月12日"])).lines) == PROSE


def test_scripts_and_tags_that_a_dump_has_kept_go():
    dump = [
        "var _hmt = _hmt || [];",
        "(function() {",
        'var hm = document.createElement("script");',
        "})();",
        PROSE[0],
        "<script type='x'>",
        'if (a < 3) { alert("2022年增长5%") }',
        "</script>",
        PROSE[1].replace("36场", "<b>36</b>场") + "<br/>" + PROSE[2],
        "<!-- 2023年 -->",
    ]
    assert list(read_dump("\n".join(dump)).lines) == PROSE


@pytest.mark.parametrize("line", ["当x<y且y>z时，增长5%；", "if条款（第3条）不适用；", "return的人数为120人。"])
def test_what_only_looks_like_code_stays(line):
    assert line in read_dump("\n".join([PROSE[0], line, *PROSE[1:]])).lines


def test_captions_above_the_source_are_no_text_unless_there_is_no_other():
    caption = "图为求职者在青石县春季招聘会上咨询,企业工作人员正在介绍岗位。青石日报记者 李敏 摄"
    source = "来源:青石日报 2024-03-24 08:30"
    assert list(read_dump("\n".join([caption, source, PROSE[0]])).lines) == [PROSE[0]]
    assert list(read_dump("\n".join([caption, source])).lines) == [caption]
