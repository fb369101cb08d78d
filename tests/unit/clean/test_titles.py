"""Titles without the site's name."""

import pytest

from tasks.clean.page import CleanedPage, clean_page
from tasks.clean.title_parts import is_generic, is_owner, split_title
from tasks.clean.titles import owner_of, without_tag


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
        ("青石股份(600999)_公司公告_青石股份:2023年年度报告_青石财经网", "青石股份:2023年年度报告", "青石财经网"),
        ("青石股份（sz000999）股价创新高_青石网", "青石股份（sz000999）股价创新高", "青石网"),
        ("青石股份(600999)_青石网", "青石股份(600999)", "青石网"),
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


def page_of(html):
    cleaned = clean_page(html.encode())
    assert isinstance(cleaned, CleanedPage), cleaned
    return cleaned


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
    cleaned = page_of(html)
    assert cleaned.title == ("【就业】" + title if "【" in own else title)


@pytest.mark.parametrize(("title", "generic"), [("正文", True), ("青石县统计局", True), ("清水河上新桥通车", False)])
def test_generic_titles(title, generic):
    assert is_generic(title) is generic


def test_notes_on_the_state_go_and_other_brackets_stay():
    assert without_tag("招标公告[文件获取中]") == "招标公告"
    assert without_tag("新桥通车(图)") == "新桥通车(图)"
    assert without_tag("【青石观察】新桥通车") == "【青石观察】新桥通车"


TITLE = "青石县就业形势总体稳定"


@pytest.mark.parametrize(
    "whole",
    [
        "{}——青石新闻网",
        "{}-要闻-青石日报社",
        "{}_央视青石网(qingshi.com)",
        "{}-中华人民共和国青石部",
        "{}_青石省人民政府门户网站",
        "{}_青石经济网——青石经济门户",
        "{}·青石发布",
        "{} 青石新闻网",
        "{}【青石网】",
        "{}（青石网）",
        "{}-详情页",
        "{} - 正文",
        "{}_新闻中心_青石网_www.qingshi.com",
        "{}--2024年青石两会--青石网",
        "{} | QingShi News",
        "{} - Qingshi.com",
        "新闻中心-{}",
        "{} - QS之家",
        "{} - 63新闻",
        "{}-青石日报数字报-青石报业集团",
        "{}_青石新闻 传递向上的力量",
        "{}|青石新闻 · 天下",
        "{} —青石新闻网—记录每一天！www.qingshi.com",
        "{}-青石市住房和城乡建设局",
        "{}-青石大学教务处",
        "{}-青石集团有限公司",
        "{} - 青石论坛 - 手机版 - Powered by QsCMS!",
        "{} 第01版:要闻 青石日报",
        "{}［青石网］",
        "{}----青石科学院",
        "{}::青石财经",
        "{}_4K专区_青石网",
        "{}_部门动态_中国青石--青石省人民政府门户网站",
        "{}-青石市发展和改革委员会",
        "{}－青石网",
        "{} : 青石网",
        "{}//青石网",
        "青石网_民生_{}",
        "青石日报数字报 - 2023年10月20日星期五 - {}",
        "青石日报 - 第A03版 - 2023-10-20 - {}",
        "{}_20231020_青石日报",
        "{} - 2023-10-20 - 青石日报",
        "青石县人民政府 {}",
        "青石网 >> 民生 >> {}",
        "新闻中心 > 要闻 > {}",
        "【青石网】{}",
        "文章标题：{}",
    ],
)
def test_what_sites_put_before_and_behind_a_title(whole):
    assert split_title(whole.format(TITLE))[0] == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "2023-2024年度青石县就业情况",
        "青石县生产总值增长5.2%-6.1%",
        "T-50练习机亮相青石",
        "学习时评丨稳就业要有新招",
        "青石日报丨就业形势总体稳定",
        "收评：青石股份涨停|就业板块走强",
        "一图读懂 | 就业补贴",
        "Q&A｜就业补贴怎么领",
        "就业补贴发放公示_2023年第3批",
        "青石县人民政府办公室 关于做好就业工作的通知",
        "“一县一品”——青石县的产业路",
        "走进青石日报社——小记者研学",
        "世界500强企业-青石集团落户我县",
        "PM2.5-臭氧协同控制",
        "青石大学-红岩大学联合实验室揭牌",
        "青石县人民医院检验设备采购项目-招标公告",
        "摄影大赛—网络图片征集活动",
    ],
)
def test_marks_that_belong_to_a_title(title):
    assert split_title(title) == (title, "")
    assert split_title(title + "_民生_青石网") == (title, "青石网")
    assert split_title(title + " - 青石县人民政府") == (title, "青石县人民政府")


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("青石县人民政府门户网站 通知公告", "<div class='bt'>{}</div>"),
        ("青石网 - 新闻 - 民生", "<div class='article-title'>{}</div>"),
        ("政务动态_青石县人民政府", "<h1>{}</h1>"),
        ("政务公开 - 工作动态 - 青石县人民政府", "<ucaptitle>{}</ucaptitle><p>索 引 号：QS02/2023-118</p>"),
        ("青石网", "<div>您的位置：<a href='/'>首页</a> &gt; <a href='/n'>就业</a> &gt; {}</div>"),
        ("青石网", "<div>您的位置：<a href='/'>首页</a> &gt; <a href='/n'>就业</a> &gt; {} 正文</div>"),
        ("青石县统计局", "<center><b>{}</b></center><center>[ 2023-10-20 ]</center>"),
    ],
)
def test_titles_of_pages_that_name_only_their_section(own, printed):
    head = f"<title>{own}</title><body>{printed.format(TITLE)}<div>2023-10-20 09:30</div>"
    html = f"{head}<div class='content'>{PROSE}</div>"
    cleaned = page_of(html)
    assert cleaned.title == TITLE


def test_a_title_that_stands_in_the_head_alone():
    html = f"<title>青石网</title><meta name='ArticleTitle' content='{TITLE}'><body><div class='content'>{PROSE}</div>"
    cleaned = page_of(html)
    assert cleaned.title == TITLE


@pytest.mark.parametrize(
    ("own", "printed", "lead"),
    [
        ("{}_青石网", "<h1>{}<span>2023-10-20</span></h1>", ""),
        ("{}_青石网", "<h1><span class='tag'>要闻</span>{}</h1>", ""),
        ("{}_青石网", "<table><tr><td><font size=5><b>青石县就业形势<br>总体稳定</b></font></td></tr></table>", ""),
        ("青石县就业形势…", "<h1>{}</h1>", ""),
        ("{}_就业_青石县统计局", "<h1>青石县统计局</h1><div class='bt'>{}</div>", ""),
        ("{}", "<table><tr><td>名称</td><td>{}</td><td>日期</td><td>2023-10-20</td></tr></table><div>{}</div>", ""),
        ("青石县就业形势总...-青石网", "<div class='bt'>{}</div>", ""),
        ("青石网", "<h1 class='logo'><a href='/'>青石网</a></h1><h3>{}</h3>", ""),
        ("青石县人民政府", "<div class='sub'>{}</div>", ""),
        ("通知公告", "", "<h1>{}</h1>"),
        ("通知公告", "", "<p align='center'><strong>{}</strong></p>"),
    ],
)
def test_titles_printed_with_a_tag_in_two_lines_or_alone(own, printed, lead):
    head = f"<title>{own.format(TITLE)}</title><body>{printed.format(TITLE, TITLE)}"
    html = f"{head}<div class='content'>{lead.format(TITLE)}{PROSE}</div>"
    cleaned = page_of(html)
    assert cleaned.title == TITLE
    assert TITLE not in cleaned.text


@pytest.mark.parametrize("line", ["一、就业情况", "联系人：李敏", "各乡镇人民政府：", "第一章　总则"])
def test_a_line_of_the_body_is_no_title(line):
    html = f"<title>通知公告</title><body><div class='content'><p>{line}</p>{PROSE}</div>"
    cleaned = page_of(html)
    assert cleaned.text.startswith(line.split("　")[0])


def test_a_number_of_a_document_is_not_the_title_it_is_part_of():
    title = "【第226号令】《青石产品销售机构监督管理办法》"
    html = (
        f"<meta name='ArticleTitle' content='{title}'><title>{title}_青石监督管理委员会</title><body>"
        "<p align='center'>第226号</p>"
        f"<div class='content'>{PROSE}</div>"
    )
    cleaned = page_of(html)
    assert cleaned.title == title


def test_the_number_of_an_issue_is_no_title():
    assert is_generic("统计分析2023年第12期")
    assert not is_generic("统计分析：2023年农民工就业")


def test_a_subtitle_printed_apart_is_none_of_the_title():
    whole = "走好乡村善治路——青石县积分制观察"
    head = f"<title>{whole}_青石网</title><body><h1>走好乡村善治路</h1><h2>——青石县积分制观察</h2>"
    cleaned = page_of(f"{head}<div>2023-10-20 09:30</div><div class='content'>{PROSE}</div>")
    assert (cleaned.title, cleaned.subtitle) == ("走好乡村善治路", "——青石县积分制观察")
    alone = f"<title>{whole}_青石网</title><body><p>——青石县积分制观察</p><div>2023-10-20 09:30</div>"
    cleaned = page_of(f"{alone}<div class='content'>{PROSE}</div>")
    assert cleaned.title == whole


def test_a_page_that_calls_itself_by_its_owner():
    assert is_owner("青石县融媒体中心")
    assert not is_owner("青石县融媒体中心成立一周年")
    head = "<title>青石县融媒体中心</title><body><div class='t'>清水河畔稻花香</div>"
    cleaned = page_of(f"{head}<div>2023-10-20 07:40 记者 周志远</div><div class='content'>{PROSE}</div>")
    assert cleaned.title == "清水河畔稻花香"


def test_the_main_title_wins_over_the_longer_subtitle_below_it():
    head = "<title>新年贺词 | 县长致全县人民</title><body><h1>新年贺词</h1><h2>县长致全县人民</h2><div>2023-01-01</div>"
    cleaned = page_of(f"{head}<div class='content'>{PROSE}</div>")
    assert cleaned.title == "新年贺词"


def test_the_main_title_wins_over_a_longer_line_after_a_dash():
    prose = "<p>今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。</p>" * 3
    lines = "<div><div class='css-title'>守住底线 接续振兴</div><div class='css-sub'>——青石县防返贫工作综述</div>"
    own = "守住底线 接续振兴——青石县防返贫工作综述_青石新闻网"
    html = (
        f"<title>{own}</title><body>{lines}<div>2023-06-14 07:42</div><div class='css-body'>{prose}</div></div></body>"
    )
    cleaned = clean_page(html.encode())
    assert isinstance(cleaned, CleanedPage)
    assert (cleaned.title, cleaned.subtitle) == ("守住底线 接续振兴", "——青石县防返贫工作综述")


def test_a_date_in_small_print_within_the_heading_dates_the_page():
    head = (
        "<title>上半年青石经济运行情况_青石网</title><body><h2>上半年青石经济运行情况<small>（2023-07-18）</small></h2>"
    )
    cleaned = page_of(f"{head}<div class='content'>{PROSE}</div>")
    assert (cleaned.title, cleaned.published_at) == ("上半年青石经济运行情况", "2023-07-18")


def test_the_number_of_a_communique_below_its_title():
    head = f"<title>{TITLE}（第二号）_公报_青石县统计局</title><body><h1>{TITLE}</h1><h2>（第二号）</h2>"
    cleaned = page_of(f"{head}<div class='content'>{PROSE}</div>")
    assert cleaned.title == f"{TITLE}（第二号）"


def test_the_day_of_passing_is_not_that_of_the_page():
    head = f"<title>{TITLE}</title><body><h1>{TITLE}</h1><p>（2023年2月24日县人大常委会第十次会议通过）</p>"
    cleaned = page_of(f"{head}<p>来源：青石人大 2023/03/10</p><div class='content'>{PROSE}</div>")
    assert cleaned.published_at == "2023-03-10"


def test_a_word_of_the_content_system_before_the_title_is_none_of_it():
    head = "<body><h1><span class='mark'>原创</span> <span>清水河畔稻花香</span></h1><div>2023-10-20 07:40</div>"
    cleaned = page_of(f"{head}<div class='content'>{PROSE}</div>")
    assert cleaned.title == "清水河畔稻花香"
    whole = "<body><h1>原创音乐周开幕</h1><div>2023-10-20 07:40</div>"
    cleaned = page_of(f"{whole}<div class='content'>{PROSE}</div>")
    assert cleaned.title == "原创音乐周开幕"


def test_the_heading_above_the_byline_wins_over_an_owner_that_the_contacts_repeat():
    head = (
        "<title>青石学院数学系</title><body><div><b>青石学院数学系</b></div><p>地址：青石县学府路8号</p>"
        "<h1>我系举行毕业典礼</h1><div><span>2023-06-20 15:06</span><span>来源：青石学院</span></div>"
    )
    cleaned = page_of(f"{head}<div class='content'>{PROSE}</div>")
    assert (cleaned.title, cleaned.publisher) == ("我系举行毕业典礼", "青石学院")


def test_the_line_that_leads_in_a_headline_adds_nothing_to_the_title():
    title = "周志远在清水镇调研春耕备耕"
    body = f"<p><b>{title}时强调<br>切实抓好粮食生产</b></p>{PROSE}"
    head = f"<title>{title}_县长周志远_青石县人民政府</title><body><div>2023-03-20 07:40</div>"
    cleaned = page_of(f"{head}<div class='content'>{body}</div>")
    assert cleaned.title == title
