"""A page from bytes to document or rejection."""

import time
from dataclasses import FrozenInstanceError

import pytest

from tasks.clean.page import MAX_BYTES, CleanedPage, PageRejection, clean_page

PROSE = "今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。"
PAGE = f"""<!DOCTYPE html><html><head><meta charset="{{charset}}">
<title>就业形势总体稳定_青石新闻网</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/1">要闻</a></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/j">就业</a> &gt; 正文</div>
<h1>就业形势总体稳定</h1><div class="info">2023-10-20 09:30　来源：青石日报　记者 周志远　责任编辑：刘芳</div>
<div class="content"><p>　　{PROSE}</p><p>　　{PROSE}</p></div>
<div class="footer">版权所有：青石新闻网</div></body></html>"""
LINKS = "".join(
    f"<li><a href='/{n}.html'>这是列表页里的第{n}条新闻标题</a><span>10-{n:02d}</span></li>" for n in range(40)
)


def cleaned(html: str, charset: str = "utf-8", **options: str) -> CleanedPage:
    page = clean_page(html.replace("{charset}", charset).encode(charset), **options)
    assert isinstance(page, CleanedPage), page
    return page


def rejected(data: bytes | str) -> str:
    page = clean_page(data.encode() if isinstance(data, str) else data)
    assert isinstance(page, PageRejection), page
    return page.code


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "utf-16"])
def test_an_article_with_its_facts(charset):
    page = cleaned(PAGE, charset)
    assert page.text == f"{PROSE}\n{PROSE}"
    assert (page.title, page.publisher, page.editor, page.site) == (
        "就业形势总体稳定",
        "青石日报",
        "刘芳",
        "青石新闻网",
    )
    assert page.authors == ("周志远",)
    assert page.published_at == "2023-10-20T09:30:00+08:00"
    assert page.section == "就业"
    assert page.is_reprint
    assert page.script == "Hans"
    assert page.language == "zh"
    assert page.repairs == ()


def test_the_same_template_has_the_same_fingerprint():
    other = PAGE.replace("就业形势", "用工形势")
    assert cleaned(PAGE).template == cleaned(other).template
    assert cleaned(PAGE).template != cleaned(PAGE.replace('class="content"', 'class="article"')).template


def test_no_article_is_newer_than_its_snapshot():
    page = cleaned(
        PAGE.replace("2023-10-20 09:30", "2033-10-20"),
        url="http://a.cn/2023/1020/c1.html",
        fetched_at="2023-11-01T00:00:00Z",
    )
    assert page.published_at == "2023-10-20"


def test_the_header_names_a_charset_that_the_page_does_not():
    data = PAGE.replace('<meta charset="{charset}">', "").encode("gb18030")
    page = clean_page(data, content_type="text/html; charset=gbk")
    assert isinstance(page, CleanedPage)
    assert page.text.startswith("今年以来")


def test_records_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        cleaned(PAGE).text = ""  # type: ignore[misc]


NOT_FOUND = "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>nginx</p></body></html>"
GONE = "<html><title>页面不存在</title><body><p>您访问的页面不存在，请检查网址是否正确，或返回首页。</p></body></html>"
LOGIN = (
    "<html><title>用户登录</title><body><form><input name=u><input type=password></form><p>请先登录。</p></body></html>"
)


BLOCKED = (
    "<html><title>访问被拦截！</title><body><p>您的访问请求可能对网站造成安全威胁，请求已被 管理员设置的策略阻断。</p>"
    "<p>您的请求ID: 7c2e</p></body></html>"
)
REMOVED = (
    "<html><body><h2>此内容因违规无法查看</h2>"
    "<p>由用户投诉并经平台审核，涉嫌违反相关法律法规，查看对应规则</p></body></html>"
)
READERS_ONLY = (
    "<html><title>提示信息</title><body>"
    "<div>抱歉，本帖要求阅读权限高于 10 才能浏览，您需要登录后才可以继续操作。</div></body></html>"
)
LOST = f"<html><title>????</title><body><h1>??????</h1><p>{'????????????，?????????????。' * 20}</p></body></html>"


def listing(*, head: str = "", row: str) -> bytes:
    """A list page whose entries are the rows of a table."""
    rows = "".join(
        f"<tr>{row.format(n=n, title=f'<a href=/{n}.htm>青石县举办第{n}期培训班</a>', day=f'2023-03-{n:02}')}</tr>"
        for n in range(1, 16)
    )
    return f"<html><title>通知公告_青石县政府</title><body><table>{head}{rows}</table></body></html>".encode()


@pytest.mark.parametrize(
    "data",
    [
        listing(row="<td>·</td><td>{title}</td><td>[{day}]</td>"),
        listing(row="<td>{title}</td><td>{day}</td>"),
        listing(head="<tr><th>序号<th>标题<th>发布日期</tr>", row="<td>{n}</td><td>{title}</td><td>{day}</td>"),
        listing(
            head="<tr><th>文号<th>标题<th>日期</tr>", row="<td>青府办发〔2023〕{n}号</td><td>{title}</td><td>{day}</td>"
        ),
        listing(row="<td><ul><li>{title}<span>{day}</span></li></ul></td>"),
    ],
)
def test_lists_of_headlines_and_days_are_list_pages(data):
    assert rejected(data) == "list_page"


COUNTED = [f"<a href='/{n}.html'>县里召开第{n}次工作推进会议</a>" for n in range(1, 15)]
HEADED = "<tr><th>序号</th><th>标题</th><th>点击数</th></tr>"


@pytest.mark.parametrize(
    "body",
    [
        "<table>"
        + HEADED
        + "".join(f"<tr><td>{n}</td><td>{a}</td><td>{37 * n}</td></tr>" for n, a in enumerate(COUNTED, 1))
        + "</table>",
        "<table>"
        + "".join(f"<tr><td>{n}</td><td>{a}</td><td>{37 * n}</td></tr>" for n, a in enumerate(COUNTED, 1))
        + "</table>",
        "<ul>" + "".join(f"<li>{a}<span>浏览：{37 * n}次</span></li>" for n, a in enumerate(COUNTED)) + "</ul>",
        "<ul>" + "".join(f"<li>{a}（{37 * n}）</li>" for n, a in enumerate(COUNTED)) + "</ul>",
    ],
)
def test_lists_of_links_with_counters_are_list_pages(body: str) -> None:
    assert rejected(f"<html><title>工作动态_青石网</title><body>{body}</body></html>") == "list_page"


def test_a_table_of_figures_with_linked_names_is_an_article() -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td><a href='/{n}'>青石县第{n}实验中学</a></td><td>{110 + n}</td></tr>" for n in range(1, 12)
    )
    table = f"<table><tr><th>序号</th><th>学校</th><th>招生人数</th></tr>{rows}</table>"
    page = cleaned(f"<html><title>各校招生计划</title><body><h1>各校招生计划</h1>{table}</body></html>")
    assert "青石县第3实验中学 113" in page.text


def test_a_list_of_files_below_an_article_leaves_the_article():
    rows = "".join(
        f"<tr><td>{n}</td><td><a href=/{n}>第{n}期培训班名单</a></td><td>2023-03-0{n}</td></tr>" for n in range(1, 8)
    )
    prose = "今年以来，青石县举办培训班，参加培训的群众越来越多，大家的收入也有增加。" * 4
    page = cleaned(
        f"<html><title>办班</title><body><h1>青石县办班</h1><p>{prose}</p><table>{rows}</table></body></html>"
    )
    assert page.text.startswith("今年以来")


@pytest.mark.parametrize("title", ["居民求助请求被拒绝 多部门回应", "网上违规内容下架三千条", "村民权限查看更方便"])
def test_short_news_of_refusals_and_removals_is_an_article(title):
    prose = "10月20日，青石县通报处理结果，相关部门已经整改，群众表示满意。"
    page = cleaned(f"<html><title>{title}</title><body><h1>{title}</h1><p>2023-10-20</p><p>{prose}</p></body></html>")
    assert page.text == prose


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BLOCKED.encode(), "error_page"),
        (REMOVED.encode(), "error_page"),
        (READERS_ONLY.encode(), "login_page"),
        (LOST.encode(), "undecodable"),
        ("青石县\n????????????，?????????????。??????，????。\n".encode() * 9, "undecodable"),
        (
            '{"code":0,"data":{"list":[{"id":1,"title":"我县召开春季农业生产现场会，部署春耕。"}]}}'.encode(),
            "no_article",
        ),
        ('{\n  "code": 0,\n  "title": "我县召开春季农业生产现场会，部署春耕。"\n}\n'.encode(), "no_article"),
        (b"", "empty_input"),
        (b" \r\n\t ", "empty_input"),
        (b"%PDF-1.7 \x00\x01\x02" * 50, "binary_input"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary_input"),
        (NOT_FOUND.encode(), "error_page"),
        (GONE.encode(), "error_page"),
        (LOGIN.encode(), "login_page"),
        (f"<html><title>新闻列表_青石网</title><body><ul>{LINKS}</ul></body></html>".encode(), "list_page"),
        ("<html><body><p>短</p></body></html>".encode(), "no_article"),
        (b"<html><frameset><frame src=a><frame src=b></frameset></html>", "no_article"),
        ("标题\n首页 要闻\n".encode(), "no_article"),
    ],
)
def test_pages_without_an_article_say_why(data, code):
    assert rejected(data) == code


def test_an_article_of_short_lines_among_many_links_is_no_list():
    lines = [line for n in range(1, 7) for line in (f"第{n}类产业增加值{n * 37}.5亿元", f"同比增长{n}.1%")]
    heads = "".join(f"<div><a href='/{n}.html'>其他版面第{n}条新闻的标题</a></div>" for n in range(40))
    head = "<html><title>图解上半年经济</title><body><div><h1>图解上半年经济</h1>"
    body = "<div>2023-07-20 10:15 来源：青石日报</div>" + "".join(f"<p>{line}</p>" for line in lines)
    page = cleaned(f"{head}<div>{body}</div></div><div>{heads}</div></body></html>")

    assert page.text.split("\n") == lines


def post(number: int, who: str, when: str, text: str) -> str:
    """One post of a thread as Discuz! prints it."""
    member = f"<div class='pls favatar'><a>{who}</a><p>35</p>主题<p>420</p>帖子</div>"
    told = f"<div class='authi'><em>发表于 {when}</em><span>|</span><a>只看该作者</a></div>"
    body = f"<table><tr><td class='t_f' id='postmessage_{number}'>{text}</td></tr></table>"
    rest = "<td class='plc plm'><div class='sign'>天道酬勤</div></td>"
    cells = f"<td class='pls'>{member}</td><td class='plc'><strong><a>{number}#</a></strong>{told}{body}</td>"
    return f"<div id='post_{number}'><table class='plhin'><tr>{cells}</tr><tr>{rest}</tr></table></div>"


@pytest.mark.parametrize("replies", [0, 1, 30])
def test_a_thread_of_a_forum_is_what_its_members_wrote(replies):
    first = post(1, "山里人", "2023-3-5 10:20:30", f"{PROSE}<br />\n{PROSE}全")
    others = [post(2 + n, f"茶客{n}", "2023-3-6 08:11:45", f"我村第{n}组产茶叶{n + 5}吨。") for n in range(replies)]
    head = "<html><title>就业形势稳定 - 青石茶馆 - 青石论坛</title><body><form><input type='password'></form>"
    page = cleaned(f"{head}<div id='postlist'><h1>就业形势稳定</h1>{first}{''.join(others)}</div></body></html>")

    assert page.text.split("\n") == [PROSE, PROSE + "全", *(f"我村第{n}组产茶叶{n + 5}吨。" for n in range(replies))]
    assert page.published_at == "2023-03-05T10:20:30+08:00"


def test_a_huge_page_is_refused_at_once():
    data = b"<html><body><p>" + "正文。".encode() * (MAX_BYTES // 9 + 1000)
    started = time.process_time()
    assert rejected(data) == "too_large"
    assert time.process_time() - started < 0.1


def test_a_body_that_only_a_script_carries():
    script = '<script>window.DATA={"content":"%s"}</script>'
    html = f'<html><title>就业形势总体稳定</title><body><div id="app"></div>{script}</body></html>'
    body = f"<p>{PROSE}<\\/p>" * 5
    assert cleaned(html % body).text.split("\n") == [PROSE] * 5


def test_a_table_of_figures_is_an_article():
    rows = "".join(f"<tr><td>指标{n}</td><td>{n}.5</td><td>亿元</td></tr>" for n in range(10))
    head = "<html><title>主要经济指标_青石县</title><body><h1>主要经济指标</h1>"
    page = cleaned(f"{head}<div><table>{rows}</table></div></body></html>")
    assert page.text.split("\n")[1] == "指标1 1.5 亿元"


def test_a_body_that_styles_hide_until_asked_for():
    hidden = f"<div style='display:none'><p>{PROSE}</p><p>{PROSE}全</p></div>"
    html = f"<html><title>就业形势总体稳定</title><body><div>展开</div>{hidden}</body></html>"
    assert cleaned(html).text.split("\n") == [PROSE, PROSE + "全"]


def test_a_notice_keeps_its_particulars_and_is_dated_by_its_signature():
    lines = [
        "各乡镇人民政府，县直有关单位：",
        "现将全县就业工作会议有关事项通知如下。",
        "一、会议时间：2023年10月20日上午9:00",
        "二、会议地点：县政府三楼会议室，请提前十分钟入场，不得迟到。",
        "联系人：王晓东 联系电话：0000-1234567",
        "附件：参会名单.xlsx",
        "青石县人力资源和社会保障局",
        "2023年10月12日",
    ]
    body = "".join(f"<p>{line}</p>" for line in lines).replace("参会名单.xlsx", "<a href='/1.xlsx'>参会名单.xlsx</a>")
    head = "<html><title>关于召开会议的通知_青石县</title><body><h1>关于召开会议的通知</h1>"
    page = cleaned(f"{head}<div>{body}</div></body></html>")
    assert page.text.split("\n") == lines
    assert page.published_at == "2023-10-12"


def test_the_source_in_brackets_at_the_end_is_a_fact_and_no_text():
    page = cleaned(f"<html><body><div><p>{PROSE}</p><p>{PROSE}止（来源：青石日报）</p></div></body></html>")
    assert page.text.split("\n") == [PROSE, PROSE + "止"]
    assert page.publisher == "青石日报"


def test_elements_named_after_a_field_hold_it():
    head = "<html><title>就业形势总体稳定</title><body><h1>就业形势总体稳定</h1>"
    byline = (
        "<div class='meta'><span class='time'>2023-10-20 09:30</span><a class='media-name' href='/u'>石头村那些事儿</a>"
    )
    byline += "<em id='author_baidu'>作者：周志远</em></div>"
    page = cleaned(f"{head}{byline}<div><p>{PROSE}</p><p>{PROSE}止</p></div></body></html>")
    assert (page.publisher, page.authors) == ("石头村那些事儿", ("周志远",))
    assert page.published_at == "2023-10-20T09:30:00+08:00"


def test_a_title_in_two_lines_is_one():
    html = "<html><title>拓宽就业渠道 稳住民生之本_青石网</title><body><h1>拓宽就业渠道<br>稳住民生之本</h1>"
    page = cleaned(f"{html}<div>2023-10-20</div><div><p>{PROSE}</p><p>{PROSE}止</p></div></body></html>")
    assert page.title == "拓宽就业渠道 稳住民生之本"
    assert page.text.split("\n") == [PROSE, PROSE + "止"]


def test_a_title_that_the_head_replaces_by_keywords_is_read_from_the_page():
    html = "<html><title>博彩 投注 娱乐城</title><body><h1>就业形势总体稳定</h1><div>2023-10-20</div>"
    assert cleaned(f"{html}<div><p>{PROSE}</p></div></body></html>").title == "就业形势总体稳定"


def test_a_title_that_only_names_the_section_gives_way_to_the_headline():
    html = PAGE.replace("<title>就业形势总体稳定_青石新闻网</title>", "<title>新闻动态--青石县统计局</title>")
    html = html.replace('<div class="crumb">', "<h3>首页 - 新闻动态</h3><div>").replace("h1>", "h5>")
    page = cleaned(html)
    assert (page.title, page.published_at, page.publisher) == (
        "就业形势总体稳定",
        "2023-10-20T09:30:00+08:00",
        "青石日报",
    )
    assert page.text == f"{PROSE}\n{PROSE}"


def test_the_state_of_an_application_holds_the_body_under_data():
    state = f'{{"title":"就业","contentList":[{{"data":"<p class=\\"a\\">{PROSE * 4}</p><p>{PROSE * 4}</p>"}}]}}'
    page = cleaned(
        f"<html><head><title>就业形势总体稳定</title><script>var all = {state};</script></head><body></body></html>"
    )
    assert page.text == f"{PROSE * 4}\n{PROSE * 4}"


def test_fields_of_other_articles_are_not_this_ones():
    other = "<li><a href='/{}'>另一篇文章的标题写在这里第{}号</a> <a class='source'>大河出版社</a></li>"
    feed = "".join(other.format(n, n) for n in range(12))
    page = cleaned(
        f"""<html><head><title>新桥通车</title></head><body><h1>新桥通车</h1>
        <div><span>远山人文</span> <span>2023-10-20 09:30:00</span></div>
        <div class="article-content"><p>{PROSE}</p><p>{PROSE}</p></div><ul>{feed}</ul></body></html>"""
    )
    assert (page.publisher, page.authors) == (None, ("远山人文",))


def test_a_line_of_the_body_does_not_add_to_a_declared_title():
    page = cleaned(
        f"""<html><head><title>县长就粮食工作作出部署</title>
        <meta name="ArticleTitle" content="县长就粮食工作作出部署"></head><body><div id="con_con">
        <p><strong>县长就粮食工作作出部署强调</strong></p><p>{PROSE}</p></div></body></html>"""
    )
    assert page.title == "县长就粮食工作作出部署"


def test_the_title_is_cut_from_the_body_though_the_page_adds_its_section():
    page = cleaned(
        f"""<html><head><title>怎样阅读语文教材--教师成长-青石第一中学</title></head><body>
        <h2 class="title">怎样阅读语文教材</h2>
        <div><span>文章来源：</span> <span>作者：</span> <span>发布时间：2023年04月12日</span></div>
        <div class="conTxt"><p><strong>怎样阅读语文教材</strong></p><p>谢　　澹</p>
        <p>{PROSE}</p><p>{PROSE}</p></div></body></html>"""
    )
    assert page.text == f"{PROSE}\n{PROSE}"
    assert (page.title, page.authors) == ("怎样阅读语文教材", ("谢澹",))


def test_a_short_piece_of_news_on_a_portal_that_asks_for_a_password():
    entries = "".join(f"<li><a href='/n{n}'>青石频道栏目{n}</a></li>" for n in range(150))
    page = cleaned(
        f"""<html><head><title>全县小麦喜获丰收_青石网</title></head><body><ul>{entries}</ul>
        <form>账号：<input name=u> 密码：<input type="password"></form><h1>全县小麦喜获丰收</h1>
        <div>2023-06-20 09:30 来源：青石日报</div><div class="content">
        <p>截至6月19日，全县收获小麦52.3万亩，占总面积的98.6%，平均亩产412公斤，比上年增加6公斤。</p>
        <p>目前，全县夏播已经过半，抢收抢种的农机有1860台。</p></div></body></html>"""
    )
    assert (page.publisher, "52.3万亩" in page.text) == ("青石日报", True)


def test_a_tender_of_names_and_values_alone_is_an_article():
    items = ["项目名称：清水河治理工程", "采购方式：竞争性磋商", "预算金额：379.6万元", "开标时间：2023-11-07 09:00"]
    items += ["工期：60日历天", "接受联合体：否"]
    head = "<html><title>采购公告</title><body><h1>清水河治理工程采购公告</h1><p>发布时间：2023-10-20</p>"
    page = cleaned(head + "".join(f"<p>{item}</p>" for item in items))
    assert (page.title, page.published_at) == ("清水河治理工程采购公告", "2023-10-20")
    assert page.text.split("\n") == items


def test_how_papers_of_taiwan_and_hong_kong_name_who_wrote():
    head = "<html><title>清水河新橋通車 | 生活 | 大河日報</title><body><h1>清水河新橋通車</h1>"
    prose = "新橋今天通車，縣長出席典禮，並說沿線鄉鎮往後不須繞道，對農產運銷是一大助益。"
    filed = "<time>2023/10/20 16:37</time><span>大河日報 記者周志遠／青石即時報導</span>"
    page = cleaned(f"{head}<div>{filed}</div><div><p>{prose}</p><p>{prose}又</p></div>")
    assert (page.publisher, page.authors, page.text.count("\n")) == ("大河日报", ("周志远",), 1)
    sent = f"<p>（大河社記者周志遠青石20日電）{prose}</p><p>{prose}</p>"
    page = cleaned(f"{head}<div>2023/10/20 16:37</div><div>{sent}</div>")
    assert (page.publisher, page.authors) == ("大河社", ("周志远",))


def test_the_day_of_a_paper_that_names_no_title_is_its_date():
    head = "<html><title>青石晚报</title><body><div>2023年10月20日 星期五</div><div>A05版：本地新闻</div>"
    page = cleaned(
        f"{head}<strong>清水河新桥通车</strong><div>记者 周志远</div><div><p>{PROSE}</p><p>{PROSE}又</p></div>"
    )
    assert (page.title, page.published_at, page.authors) == ("清水河新桥通车", "2023-10-20", ("周志远",))


def test_facts_of_a_damaged_page_are_read_from_its_mended_lines():
    lines = [
        "清水河戰(zhàn)“疫”不落春耕",
        "寧德網(wǎng)消息(閩東日?qǐng)?bào)記者 鄭凱 通訊員 李巧鴻)2月10日,在沙江鎮(zhèn)龍灣村,村民正管理馬鈴薯。",
        "眼下正是春耕備耕時(shí)節(jié),我們提醒村民出來(lái)耕種要做好防護(hù),村民也比較配合,鎮(zhèn)里一手抓防控,一手抓生產(chǎn)。",
    ]
    cleaned = clean_page("\n".join(lines).encode())
    assert isinstance(cleaned, CleanedPage)
    assert cleaned.authors == ("郑凯", "李巧鸿")
    assert cleaned.publisher == "宁德网"


def test_the_moment_that_an_element_states_for_machines_adds_the_time_of_day():
    stated = '<time class="entry-date published" datetime="2023-10-20T09:30:00+08:00">2023-10-20</time>'
    html = f"<title>就业形势总体稳定</title><h1>就业形势总体稳定</h1><div>{stated}</div><div><p>{PROSE}</p></div>"
    assert cleaned(html).published_at == "2023-10-20T09:30:00+08:00"
    changed = '<time class="updated" datetime="2023-10-25T09:30:00+08:00">之后</time>'
    assert cleaned(html.replace(stated, changed)).published_at is None


def test_a_moment_below_the_text_of_a_weblog():
    below = '<div><abbr class="published" title="2023-10-20T23:43:00+08:00">星期五, 10月 20, 2023</abbr></div>'
    html = f"<title>就业形势总体稳定</title><h1>就业形势总体稳定</h1><div><p>{PROSE}</p></div>{below}"
    assert cleaned(html).published_at == "2023-10-20T23:43:00+08:00"


def test_a_text_area_behind_the_text_holds_the_seconds():
    escaped = f"&lt;p&gt;{PROSE}&lt;/p&gt;" * 6
    html = (
        f'<title>就业形势总体稳定</title><div><textarea class="article-content">{escaped}</textarea>'
        '<textarea class="article-time">1697765400123</textarea></div>'
    )
    assert cleaned(html).published_at == "2023-10-20T09:30:00+08:00"


def test_what_stands_above_the_heading_is_of_other_articles():
    aside = "<aside><p>发布日期：2024-01-01</p><p>来源：清水网</p></aside>"
    html = (
        f"{aside}<h1>就业形势总体稳定</h1><div>2023-10-20 来源：青石日报</div><div><p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    page = cleaned(html)
    assert (page.title, page.published_at, page.publisher) == ("就业形势总体稳定", "2023-10-20", "青石日报")


def test_the_title_of_the_head_comes_before_a_line_above_the_byline():
    html = (
        '<meta property="og:title" content="就业形势总体稳定"><div>青石县人社局供图</div>'
        "<div>2023-10-20 来源：青石日报</div>"
        f"<div><p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    assert cleaned(html).title == "就业形势总体稳定"


def test_who_is_named_beside_the_article_did_not_write_it():
    beside = "<aside><p>来源：清水网</p><p>记者：李敏</p></aside>"
    html = f"<title>就业形势总体稳定</title><h1>就业形势总体稳定</h1><div><p>{PROSE}</p><p>{PROSE}</p></div>{beside}"
    page = cleaned(html)
    assert (page.publisher, page.authors) == (None, ())
    bar = "<aside>2023-10-20 来源：青石日报</aside>"
    above = f"<title>就业形势总体稳定</title><h1>就业形势总体稳定</h1>{bar}<div><p>{PROSE}</p><p>{PROSE}</p></div>"
    assert (cleaned(above).publisher, cleaned(above).published_at) == ("青石日报", "2023-10-20")


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("<div>2021<br>12/10<br>17:15</div>", "2021-12-10T17:15:00+08:00"),
        ("<div><p>2021</p><p>12/10</p><p>17:15</p></div>", "2021-12-10T17:15:00+08:00"),
        ("<div><div>2021</div><div>12-10</div></div>", "2021-12-10"),
        ("<span>2021</span><p>12/10</p><p>17:15</p>", "2021-12-10T17:15:00+08:00"),
        ("<div>2021年</div><div>12月</div><div>10日</div>", "2021-12-10"),
        ("<div>二〇二一年十二月十日</div>", "2021-12-10"),
        ("<div>发布时间：二○二一年十二月十日</div>", "2021-12-10"),
    ],
)
def test_dates_over_several_lines_and_written_out(printed, wanted):
    prose = "今年以来，青石县举办培训班，参加培训的群众越来越多，大家的收入也有增加。" * 3
    page = cleaned(
        f"<html><body><h1>青石县举办培训班</h1>{printed}<div><p>{prose}</p><p>{prose}</p></div></body></html>"
    )
    assert page.published_at == wanted
    assert page.text == f"{prose}\n{prose}"


def test_what_a_script_is_to_show_is_read_if_nothing_else_is_left():
    prose = "青石县统计局公布了去年的粮食生产情况，各乡镇播种面积稳中有升，总产再创新高，农民增收。"
    for hidden in ("style='visibility:hidden'", "hidden", "aria-hidden='true'"):
        alone = f"<html><body><div {hidden}><h1>粮食生产</h1><p>{prose}</p><p>{prose[:20]}。</p></div></body></html>"
        page = clean_page(alone.encode())
        assert isinstance(page, CleanedPage)
        assert prose in page.text
        page = clean_page(
            f"<html><body><div><h1>生产</h1><p>{prose}</p></div><p {hidden}>产量777吨</p></body></html>".encode()
        )
        assert isinstance(page, CleanedPage)
        assert page.text == prose
