"""What stands around an article and is of other pages: their dates, sources and headlines stay out of its facts."""

import pytest

from tasks.clean.page import CleanedPage, clean_page

PROSE = [
    "三月以来，青石县新建标准化蔬菜大棚320座，带动1150户农民增收，户均增收4200元。",
    "县农业农村局介绍，下一步将延长产业链，建设冷库和分拣中心，让蔬菜卖出好价钱。",
    "“以前种一季玉米，现在四季有菜卖。”村民高长河说，全家一年收入超过八万元。",
]
TITLE = "大棚蔬菜鼓起农民钱袋子"
BODY = "".join(f"<p>{line}</p>" for line in PROSE)
LIST = (
    "<div><h3>推荐阅读</h3><ul><li><a href='/1'>县委常委会召开会议研究防汛工作</a><span>2026-10-03</span></li>"
    "<li><a href='/2'>全县秋粮收购工作现场会在大河镇召开</a><span>2026-10-02</span></li>"
    "<li><a href='/3'>关于举办第七届读书节的通知公告</a><span>2026-10-01</span></li></ul></div>"
)


def cleaned(html: str, url: str = "") -> CleanedPage:
    page = clean_page(html.encode(), url=url or None)
    assert isinstance(page, CleanedPage), page
    return page


CLOCKS = ["2026-11-23", "2026年11月23日 09:12:44", "2026-11-23 星期一", "今天是2026年11月23日"]


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("named", [f"<title>{TITLE}</title>", f"<meta property='og:title' content='{TITLE}'>", ""])
def test_the_day_at_the_top_of_a_page_is_not_that_of_its_article(clock, named):
    head = f"<html><head>{named}</head><body><div><a href='/'>首页</a> <span>{clock}</span></div>"
    for byline in ("2023-03-28 来源：青石日报", "2023-03-28 10:15 来源：青石日报"):
        page = cleaned(f"{head}<h1>{TITLE}</h1><div>{byline}</div><div>{BODY}</div>")
        assert (page.title, page.published_at[:10], page.publisher) == (TITLE, "2023-03-28", "青石日报")
    signed = cleaned(f"{head}<h1>{TITLE}</h1><div>{BODY}<p>2023年3月28日</p></div>")
    assert signed.published_at == "2023-03-28"
    stated = f"<meta name='PubDate' content='2023-03-28 10:15'>{head}<h1>{TITLE}</h1><div>{BODY}</div>"
    assert cleaned(stated).published_at == "2023-03-28T10:15:00+08:00"
    addressed = cleaned(f"{head}<h1>{TITLE}</h1><div>{BODY}</div>", "http://qs.example/xw/202303/t20230328_12.html")
    assert addressed.published_at == "2023-03-28"


def test_a_day_above_the_title_counts_where_nothing_else_tells_one():
    page = cleaned(f"<html><title>{TITLE}</title><body><div>2023-03-28 09:10</div><h1>{TITLE}</h1><div>{BODY}</div>")
    assert page.published_at == "2023-03-28T09:10:00+08:00"


@pytest.mark.parametrize("title", [f"<title>{TITLE}_青石新闻网</title>", "<title>青石新闻网</title>", ""])
def test_a_list_above_or_below_an_article_gives_it_no_facts(title):
    article = f"<div><h1>{TITLE}</h1><div>2023-03-28 10:15 来源：青石日报 作者：周志远</div>{BODY}</div>"
    for html in (f"{LIST}{article}", f"{article}{LIST}"):
        page = cleaned(f"<html>{title}<body>{html}")
        assert (page.title, page.published_at, page.publisher) == (TITLE, "2023-03-28T10:15:00+08:00", "青石日报")
        assert (page.authors, page.text.split("\n")) == (("周志远",), PROSE)
    bare = cleaned(f"<html><title>{TITLE}</title><body>{LIST}<div>{BODY}</div>")
    assert (bare.title, bare.authors) == (TITLE, ())


def test_the_source_of_another_article_below_is_not_that_of_the_page():
    head = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>2023-03-28 青石日报</div><div>{BODY}</div>"
    page = cleaned(f"{head}<h4>热议</h4><p>来源：大河晚报　2026-10-07 10:00　编辑：赵敏</p><p>市民热议公交新线</p>")
    assert (page.publisher, page.published_at, page.editor) == ("青石日报", "2023-03-28", None)
    own = cleaned(f"{head.replace(' 青石日报', '')}<p>来源：大河晚报</p>")
    assert own.publisher == "大河晚报"


def test_the_order_of_day_and_month_is_that_of_another_date_of_the_page():
    page = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>05/06/2023 19:11</div><div>{BODY}</div>"
    assert cleaned(page, "http://qs.example/2023/06/05/12.html").published_at == "2023-06-05T19:11:00+08:00"
    assert cleaned(page, "http://qs.example/2023/05/06/12.html").published_at == "2023-05-06T19:11:00+08:00"
    assert cleaned(page).published_at == "2023-05-06T19:11:00+08:00"


SECTIONS = [
    ("<div><a href='/'>首页</a></div><div><a href='/2'>农情快讯</a></div><h1>{}</h1>", "农情快讯"),
    ("<h4>农情快讯</h4><div>当前位置：<a href='/'>首页</a> > 农情快讯</div><div>{}</div>", "青石县农业信息中心"),
    ("<div>{}</div>", "青石市农业技术推广站"),
    ("<h2>{}</h2>", "农情看台"),
    ("<div>首页 / 政务 / 农情</div><h2>{}</h2>", ""),
]


@pytest.mark.parametrize(("printed", "own"), SECTIONS)
def test_a_section_or_an_owner_that_names_the_page_is_not_its_title(printed, own):
    head = f"<html><title>{own}</title><body>{printed.format(TITLE)}"
    page = cleaned(f"{head}<div>2023-03-28 10:15 来源：青石日报</div><div>{BODY}</div>")
    assert (page.title, page.published_at, page.text.split("\n")) == (TITLE, "2023-03-28T10:15:00+08:00", PROSE)


def test_a_byline_below_a_text_is_none_of_it_and_tells_its_facts():
    head = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1>"
    for byline in ("2023-03-28 10:15 来源：青石日报", "2023年3月28日10:15 | 来源：青石日报 点击：12"):
        page = cleaned(f"{head}<div>{BODY}<div>{byline}</div></div>")
        assert (page.publisher, page.published_at) == ("青石日报", "2023-03-28T10:15:00+08:00")
        assert page.text.split("\n") == PROSE
    signed = cleaned(f"{head}<div>{BODY}<p>2023年3月28日</p></div>")
    assert signed.text.split("\n")[-1] == "2023年3月28日"


def test_the_time_in_the_line_below_the_day_that_ends_a_text():
    head = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1>"
    end = "完<br>2023年3月28日（星期二）<br>香港时间18时30分"
    for url in ("", "http://qs.example/202303/28/P2023032800123.htm"):
        page = cleaned(f"{head}<div>{'<br>'.join(PROSE)}<br>{end}</div>", url)
        assert page.published_at == "2023-03-28T18:30:00+08:00"


def test_the_time_of_the_day_in_the_masthead_above_a_title_printed_twice():
    clock = "<span>2023</span> <span>03/28</span> <span>16:21:09</span>"
    head = f"<html><meta name='publishdate' content='2023-03-28'><title>{TITLE}</title><body><div>{clock}</div>"
    page = cleaned(f"{head}<h1>{TITLE}</h1><div>{BODY}</div>")
    assert page.published_at == "2023-03-28T16:21:09+08:00"


def test_offices_that_sent_a_text_in_stand_behind_its_source():
    head = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1>"
    info = "撰稿：李敏 供稿部门： 县农业农村局发布时间：2023-03-28 点击：12"
    page = cleaned(f"{head}<h4>{info}</h4><div>{BODY}</div>")
    assert (page.publisher, page.authors, page.published_at) == ("县农业农村局", ("李敏",), "2023-03-28")
    other = cleaned(f"{head}<h4>{info}</h4><div>{BODY}<p>来源：青石日报</p></div>")
    assert other.publisher == "青石日报"


def test_a_field_named_by_the_last_word_of_its_class():
    head = f"<html><title>{TITLE}</title><body><h3>{TITLE}</h3>"
    info = "<p class='n-i-source'>种菜的老高 <span></span></p><p>2023/03/28 09:53</p>"
    assert cleaned(f"{head}<div>{info}</div><div>{BODY}</div>").publisher == "种菜的老高"


@pytest.mark.parametrize("name", ["今日大河", "大河天气网", "星期五周刊"])
def test_words_of_the_day_in_the_name_of_a_source_do_not_hide_its_line(name):
    for date in ("2023-03-28", "2023年3月28日 星期二"):
        page = cleaned(f"<html><body><h1>{TITLE}</h1><div>{date} 来源：{name}</div><div>{BODY}</div>")
        assert (page.publisher, page.published_at) == (name, "2023-03-28")


LABELS = ["来源：", "【来源】", "来源 | ", "转自：", "來源："]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    "form", ["<span class='source'>{}<a href='/'>青石日报</a></span>", "<span class='source'>{}青石日报</span>"]
)
def test_the_label_of_a_source_stays_outside_its_name(label, form):
    head = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>2023-03-28</div>"
    assert cleaned(f"{head}<div>{form.format(label)}</div><div>{BODY}</div>").publisher == "青石日报"
    meta = f"<html><meta name='source' content='{label}青石日报'><title>{TITLE}</title><body><h1>{TITLE}</h1>"
    assert cleaned(f"{meta}<div>{BODY}</div>").publisher == "青石日报"


@pytest.mark.parametrize("name", ["扎西次仁", "阿依古丽", "乌兰图雅"])
def test_names_without_a_surname_behind_reporters(name):
    lead = f"<p>青石报3月28日电（记者{name}）{PROSE[0]}</p>"
    html = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>{lead}{BODY}</div>"
    assert cleaned(html).authors == (name,)


def test_labels_in_cells_and_papers_of_traditional_pages():
    cells = "<table><tr><td>發布機構</td><td>縣財政局</td></tr><tr><td>生成日期</td><td>2023-03-28</td></tr></table>"
    page = cleaned(f"<html><title>{TITLE}</title><body>{cells}<h1>{TITLE}</h1><div>{BODY}</div>")
    assert (page.publisher, page.published_at) == ("縣財政局", "2023-03-28")
    paper = f"<html><title>{TITLE}-青石日報</title><body><div>2023年3月28日 第01版：要聞</div><h1>{TITLE}</h1>"
    assert cleaned(f"{paper}<div>{BODY}</div>").publisher == "青石日報"


def test_a_sentence_that_holds_the_title_is_not_the_title():
    lead = f"本报讯（记者周志远）近日，{TITLE}。"
    head = f"<html><title>{TITLE}-青石县人民政府门户网站</title><body><div>{TITLE}</div><div>2023-03-28</div>"
    page = cleaned(f"{head}<div><p>{lead}</p>{BODY}</div>")
    assert (page.title, page.authors, page.text.split("\n")) == (TITLE, ("周志远",), [lead, *PROSE])


def test_a_byline_in_small_print_within_the_heading_is_none_of_the_title():
    small = "<small>2023年03月28日 来源：青石日报 作者：周志远 摄影：李敏 编辑：刘芳</small>"
    page = cleaned(f"<html><title>{TITLE}_要闻_青石网</title><body><h2>{TITLE} {small}</h2><div>{BODY}</div>")
    assert (page.title, page.publisher, page.published_at) == (TITLE, "青石日报", "2023-03-28")
    assert page.authors == ("周志远",)


@pytest.mark.parametrize("end", ["校对 李立军", "编辑 张树婧 校对 李立军", "值班编辑 李敏"])
def test_editors_without_a_colon_end_the_text(end):
    page = cleaned(f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>{BODY}<p>{end}</p></div>")
    assert page.text.split("\n") == PROSE


def test_a_date_beside_a_source_below_wins_over_the_day_at_the_top():
    html = f"<html><title>{TITLE}</title><body><div>2026-10-08 10:20:31 星期四</div><h1>{TITLE}</h1><div>{BODY}</div>"
    page = cleaned(f"{html}<div>2023-03-28 08:56:12 来源: 青石日报 编辑：刘芳</div>")
    assert (page.published_at, page.publisher, page.editor) == ("2023-03-28T08:56:12+08:00", "青石日报", "刘芳")


def test_a_labelled_day_with_two_digits_of_the_year():
    head = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1>"
    page = cleaned(f"{head}<p>[作者：周志远] [来源：青石日报] [日期：20-10-16] [人气：256]</p><div>{BODY}</div>")
    assert (page.published_at, page.authors, page.publisher) == ("2020-10-16", ("周志远",), "青石日报")


def test_a_short_text_ends_with_its_container_unless_another_like_it_goes_on():
    head = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>2023-03-28 来源：青石日报</div>"
    note = "我们使用必要的技术改善您的浏览体验，继续使用即表示您同意本网站的相关政策。"
    for after in (f"<div id='ck'><p>{note}</p></div>", f"<section><p>{note}</p><p>地址：青石市人民路1号</p></section>"):
        assert cleaned(f"{head}<div class='con'>{BODY}</div>{after}").text.split("\n") == PROSE
    parts = f"<div class='con1'>{BODY}</div><div class='ad'></div><div class='con2'><p>{note}</p></div>"
    assert cleaned(f"{head}{parts}").text.split("\n") == [*PROSE, note]


def test_summaries_of_other_articles_above_are_no_title():
    told = "会议强调，要抢抓机遇、真抓实干，以项目建设的新成效推动高质量发展，确保完成全年目标任务。"
    items = "".join(
        f"<li><a href='/{n}'>我县召开第{n}次推进会</a><p>{told}</p><span>2026-10-0{n}</span></li>" for n in range(1, 6)
    )
    for own in (f"<title>山东厅 要闻 {TITLE}</title>", "<title>青石县农业信息网</title>"):
        article = f"<div>{TITLE}</div><div>来源：青石日报 发布时间：2023-03-28</div><div>{BODY}</div>"
        page = cleaned(f"<html>{own}<body><div><h3>推荐</h3><ul>{items}</ul></div>{article}")
        assert (page.title, page.publisher, page.published_at) == (TITLE, "青石日报", "2023-03-28")
        assert page.text.split("\n") == PROSE


@pytest.mark.parametrize("own", ["青石县农业信息网", f"{TITLE}_青石网"])
def test_a_notice_of_the_site_above_an_article_is_none_of_it(own):
    notice = "<div><p>本网站将于10月8日22时起暂停服务，敬请谅解。</p></div>"
    byline = "<div>2023-03-28 来源：青石日报</div>"
    for article in (f"<div>{TITLE}</div>{byline}<div>{BODY}</div>", f"<div><h3>{TITLE}</h3>{byline}{BODY}</div>"):
        page = cleaned(f"<html><title>{own}</title><body>{notice}{article}")
        assert (page.title, page.publisher, page.published_at) == (TITLE, "青石日报", "2023-03-28")
        assert page.text.split("\n") == PROSE
