"""Titles without the site's name."""

import pytest

from tasks.clean.page import CleanedPage, clean_page
from tasks.clean.titles import is_generic, owner_of, split_title, without_tag


@pytest.mark.parametrize(
    ("whole", "title", "site"),
    [
        ("小蘑菇撑起致富伞_青石新闻网", "小蘑菇撑起致富伞", "青石新闻网"),
        ("某重要报道--时政--人民网", "某重要报道", "人民网"),
        ("前三季度居民收入稳定增长-新华网", "前三季度居民收入稳定增长", "新华网"),
        ("清水河上新桥通车|大河|新桥_青石在线", "清水河上新桥通车", "青石在线"),
        ("2020-2022年规划编制完成", "2020-2022年规划编制完成", ""),
        ("青石县2023年统计公报", "青石县2023年统计公报", ""),
        ("吉林城乡网-在新起点上接续奋斗", "在新起点上接续奋斗", "吉林城乡网"),
        ("清水河上新桥通车 – 青石之窗", "清水河上新桥通车", ""),
        ("清水河上新桥通车 - 青石新闻 - 大河网", "清水河上新桥通车", "大河网"),
        ("县长：稳住就业——访青石县县长-大河网", "县长：稳住就业——访青石县县长", "大河网"),
        ("", "", ""),
    ],
)
def test_split_title(whole, title, site):
    assert split_title(whole) == (title, site)


def test_a_known_site_is_cut_whatever_it_is_called():
    assert split_title("通车了 - 大河畔", "大河畔")[0] == "通车了"


def test_owner():
    assert owner_of(["关于我们", "版权所有：吉林日报社 投诉电话"]) == "吉林日报社"
    assert owner_of(["无"]) == ""


PROSE = "<p>今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。</p>" * 2


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("青石县人民政府", "<h1>青石县人民政府</h1><h2>{}</h2>"),
        ("新闻详情", "<div class='tit'>{}</div><div>发布时间：2023-10-20</div>"),
        ("", "<div class='biaoti'>{}</div><div>2023-10-20 09:30</div>"),
        ("{}<font color='red'>[文件获取中]</font>", "<h3>{}<font color='red'>[文件获取中]</font></h3>"),
        ("【就业】{}_青石新闻网", "<div>【就业】{}</div>"),
    ],
)
def test_titles_of_pages(own, printed):
    title = "清水河上新桥正式通车"
    html = f"<title>{own.format(title)}</title><body>{printed.format(title)}<div class='content'>{PROSE}</div>"
    cleaned = clean_page(html.encode())
    assert isinstance(cleaned, CleanedPage)
    assert cleaned.title == ("【就业】" + title if "【" in own else title)


@pytest.mark.parametrize(("title", "generic"), [("正文", True), ("青石县统计局", True), ("清水河上新桥通车", False)])
def test_generic_titles(title, generic):
    assert is_generic(title) is generic


def test_notes_on_the_state_go_and_other_brackets_stay():
    assert without_tag("招标公告[文件获取中]") == "招标公告"
    assert without_tag("新桥通车(图)") == "新桥通车(图)"
    assert without_tag("【青石观察】新桥通车") == "【青石观察】新桥通车"
