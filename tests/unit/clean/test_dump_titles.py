"""Titles of text dumps."""

import pytest

from tasks.clean.dump import read_dump

PROSE = [
    "今年以来,全县新增就业1250人,其中脱贫劳动力412人,就业形势总体稳定,企业用工需求平稳回升。",
    "县里组织专场招聘会36场,送岗位下乡28次,促成意向3400多人次。",
]
TEXT = "".join(PROSE * 2)
TITLE = "全县就业形势总体稳定"


def titled(*head: str, tail: tuple[str, ...] = ()) -> str:
    return read_dump("\n\n".join([*head, *PROSE, *tail])).facts.title


@pytest.mark.parametrize(
    "head",
    [
        ("第03版:经济", "青石日报 2024年06月03日 星期一", "返回目录  放大缩小全文复制    上一篇", TITLE,
         "《 青石日报 》( 2024年06月03日   第 03 版)"),
        (f"{TITLE}-青石日报", "首 页 电子报 评论 要 闻", "首页 >正文", TITLE, "2024-09-20 10:24:46 来源:青石日报"),
        (f"{TITLE}_青石网",),
        (TITLE, "青石职业技术学院", "2021-3-20 00:45:49 文/沈芬 图/白鹏宇"),
        ("- +1", TITLE),
        (f"帖子主题:{TITLE}", "|", "发表时间:2023-2-9 08:18"),
        ("索引号: 003129766/201901-00336 组配分类: 其他", "废止时间: 2020-01-23 名称: " + TITLE, "浏览次数: 590"),
        (f"(原标题:#{TITLE}#)",),
        ("青政发〔2021〕54号", TITLE),
        (TITLE, "2020", "/ 07/13", "来源:", "青石日报"),
        ("青石新闻网", "通讯员系统登陆", "2021年4月12日   农历牛年 三月初一", TITLE, "2024-03-26 14:50 来源:县政府"),
        (TITLE, "e37f5325bd426b73b8efd98a3b38a39_副本.png"),
        (TITLE, f"“{TITLE}", "1"),
        ("返回   上一版    下一版", "往期回顾:  高级检索  出版日期: 2023-01-16", TITLE, "作者: 来源:青石日报 字数:993"),
        ("- 青石县就业局", "- 8968字", "- 2021-10-22 18:42:08", TITLE),
        (TITLE, "【查看原图】", "图为招聘会现场,求职者在咨询。青石日报记者 李敏 摄", "来源:青石日报 2024-03-24 08:30"),
        (f"青石社青石1月13日电 题:{TITLE}", "青石社记者 李敏"),
        ("第2版:要闻·民生", TITLE, "求职者在咨询"),
        ("国产精品在线视频,日韩无码,久久成人", "首頁 > 新聞 > 民生 > 正文", TITLE),
        ("![]() |", TITLE),
        ("23/04/2024 13:09", "23/04/2024", "13:09", TITLE),
        ("网站二维码", "策划|采编部", TITLE),
        ("(资料图片仅供参考)", TITLE),
        (TITLE, "查看: 15902|回复: 0", "发表于 2024-3-1 14:41:49 | 显示全部楼层"),
    ],
)  # fmt: skip
def test_the_title_above_the_text(head):
    assert titled(*head) == TITLE


def test_a_title_in_two_lines_that_the_page_title_joins():
    head = (f"{TITLE} 企业用工平稳_青石网", "新闻中心", TITLE, "企业用工平稳", "2024-09-20 来源:青石日报")
    assert titled(*head) == f"{TITLE} 企业用工平稳"


def test_a_short_title_that_the_text_repeats():
    dump = ["茶乡种茶忙", "茶乡种茶忙 13日,清水镇茶叶基地上,村民正在忙着栽种茶苗。", *PROSE]
    assert read_dump("\n".join(dump)).facts.title == "茶乡种茶忙"


def test_a_place_before_a_colon_opens_a_title():
    assert titled("清水:防疫和农业生产两不误 一个都不能少") == "清水:防疫和农业生产两不误 一个都不能少"


def test_a_bar_within_a_title():
    assert titled("数据图解|9月用电量增长6.3%", "2022-10-25 来源:青石网") == "数据图解|9月用电量增长6.3%"


def test_a_span_of_months_is_no_date_of_publication():
    assert titled("2017年1-7月份全县空气质量情况") == "2017年1-7月份全县空气质量情况"


def test_the_menu_above_a_breadcrumb_holds_no_title():
    assert titled("政务微信公众号", "登录个人中心", "您当前的位置:首页 >>要闻动态 >>内容") == ""


def test_prose_far_above_the_byline_is_no_text():
    reading = read_dump(
        "\n".join(["买彩票,上青石网,又快又好。", "位置:首页>基金 >", TITLE, "2021-10-21 来源:青石日报", *PROSE])
    )
    assert (reading.facts.title, list(reading.lines)) == (TITLE, PROSE)


def test_an_original_title_with_readings_at_the_end():
    tail = ("(來源:央視網(wǎng))【原題目:今年全國(guó)蔬菜產(chǎn)值增長】",)
    assert titled(tail=tail) == "今年全國蔬菜產值增長"


def test_a_title_named_below_the_text():
    assert (
        titled("本篇文章569字,读完约1分钟", tail=(f"标题:“{TITLE}”", "地址:http://www.qingshi.example/1.html")) == TITLE
    )


@pytest.mark.parametrize("opening", ["青石网消息(新闻联播):", "一、综合", "图为招聘会现场。"])
def test_an_opening_that_is_no_headline(opening):
    assert titled(opening) == ""


def test_a_headline_that_opens_the_text_stays_in_it():
    reading = read_dump("\n".join([TITLE, *PROSE]))
    assert (reading.facts.title, list(reading.lines)) == (TITLE, [TITLE, *PROSE])


def test_names_above_the_text_are_no_title():
    reading = read_dump("\n".join(["●孔明 孙宏宁 赵亚可", *PROSE]))
    assert reading.facts.title == ""
    assert reading.facts.authors == ("孔明", "孙宏宁", "赵亚可")


def test_a_page_of_one_line_is_taken_apart():
    line = f"{TITLE} ©原创 2021-07-20 10:37 来源: 青石日报 0 {TEXT}"
    reading = read_dump(line)
    assert (reading.facts.title, reading.facts.published[:16], reading.facts.publisher) == (
        TITLE, "2021-07-20T10:37", "青石日报"
    )  # fmt: skip
    assert reading.lines == (TEXT,)


def test_the_date_of_the_address_that_a_page_prints():
    tail = ("责任编辑:李敏", "文章来源:http://www.qingshi.cn/2016/0503/350103.shtml")
    reading = read_dump("\n".join([TITLE, *PROSE, *tail]))
    assert reading.facts.published == "2016-05-03"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"青石网 发布日期:2021-07-20 发布单位:县就业局 https://qingshi.example/a {TEXT}", ""),
        (f"2021-07-20 10:37:11 来源:青石日报 责任编辑:李敏 {TEXT}", ""),
        (f"{TITLE} 发布日期:2021-07-20 发布单位:县就业局 {TEXT}", TITLE),
    ],
)
def test_what_stands_before_the_text_of_one_line(line, title):
    reading = read_dump(line)
    assert reading.facts.title == title
    assert reading.facts.published[:10] == "2021-07-20"


def test_the_title_at_the_end_of_the_trail():
    trail = "您的当前位置:首页 > 民生 > 今年上半年全县就业形势总体稳定 正文"
    assert titled(trail, "时间:2025-11-29 03:03:14 来源:网络整理 编辑:民生") == "今年上半年全县就业形势总体稳定"
