"""Which outlet a page names as its source, in the places and forms that pages use."""

import pytest

from tasks.clean.page import CleanedPage, clean_page

PROSE = "今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定。"
MORE = "该县坚持把稳就业摆在突出位置，落实各项补贴政策，帮助重点群体就业。"


def page(info="2023-10-20", body=(PROSE, MORE), head="", site="大河网") -> CleanedPage:
    text = "".join(f"<p>{line}</p>" for line in body)
    html = (
        f"<html><head><title>青石县就业形势总体稳定_{site}</title>{head}</head><body><h1>青石县就业形势总体稳定</h1>"
        f"<div class='info'>{info}</div><div class='content'>{text}</div></body></html>"
    )
    cleaned = clean_page(html.encode())
    assert isinstance(cleaned, CleanedPage), cleaned
    return cleaned


@pytest.mark.parametrize(
    "info",
    [
        "稿源：青石日报 | 2023-10-20",
        "【来源:青石日报】【作者:周志远】",
        "发表于<span>2023-10-20 09:30</span>| 来源<span>青石日报</span>|<span>0 条评论</span>",
        "<span>2023-10-20</span><a class='source' href='#'>来自：青石日报</a>",
        "【发布时间：2023-10-20】 【作者/来源：青石日报】 【阅读：12次】",
        "青石日报全媒体记者 周志远 2023-10-20",
        "2023年10月20日09:30  来源：青石网－《青石日报》",
        "<dl><dt>信息来源</dt><dd>青石日报</dd><dt>发布日期</dt><dd>2023-10-20</dd></dl>",
    ],
)
def test_sources_beside_the_title(info):
    assert page(info).publisher == "青石日报"


def test_a_byline_in_containers_of_its_own():
    info = "<div>{}</div><div>2023/10/20 07:42:10</div><div>记者 何志强</div>"
    assert page(info.format("大河网")).publisher == "大河网"
    assert page(info.format("<a href='/'>大河网</a>")).publisher is None
    assert page("2023-10-20 ｜ 记者：何志强", site="青石晨报").publisher == "青石晨报"
    assert page("2023-10-20 ｜ 记者：何志强").publisher is None
    assert page("[ 作者：佚名 转贴自：本站原创 点击数：208 更新时间：2023-10-20 ]").authors == ()


@pytest.mark.parametrize(
    ("body", "publisher"),
    [
        ([f"新华社北京10月20日电 {PROSE}", MORE], "新华社"),
        ([f"中新网青石10月20日电（记者 周志远）{PROSE}", MORE], "中新网"),
        ([f"青石日报讯（记者 周志远）{PROSE}", MORE], "青石日报"),
        ([f"本报讯（记者 周志远）{PROSE}", MORE], None),
        ([f"青石网消息：{PROSE}", MORE], "青石网"),
        ([f"据青石网消息，{PROSE}", MORE], None),
        ([PROSE, f"{MORE}（据青石日报）"], "青石日报"),
        ([PROSE, f"{MORE}（据了解）"], None),
    ],
)
def test_sources_that_the_text_names(body, publisher):
    cleaned = page(body=body)
    assert cleaned.publisher == publisher
    assert PROSE in cleaned.text


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta name="ArticleSource" content="县统计局">', "县统计局"),
        ('<meta name="source" content="来源：青石日报">', "青石日报"),
        ("<script>window.global = { id: '3', source: '青石观察' }</script>", "青石观察"),
        ("<script>track({ source: 'pc-web' })</script>", None),
    ],
)
def test_sources_in_the_head(head, publisher):
    assert page(head=head).publisher == publisher


def test_a_label_wins_over_the_text_and_the_head():
    head = '<meta name="ArticleSource" content="县统计局">'
    assert page("来源：青石日报", [f"新华社北京10月20日电 {PROSE}", MORE], head).publisher == "青石日报"


def test_the_site_beside_the_date_whatever_it_is_called():
    assert page("2023-10-20 09:30 游览星空[整理]", site="游览星空").publisher == "游览星空"
    assert page("2023-10-20 09:30 来源：本站原创", site="青石网").publisher == "青石网"
    assert page("2023-10-20 09:30 工作动态", site="工作动态").publisher is None


def test_a_person_behind_a_label_for_both_is_an_author():
    cleaned = page("发布单位：县农业农村局　供稿：王小军　2023-10-20")
    assert (cleaned.publisher, cleaned.authors) == ("县农业农村局", ("王小军",))


def test_the_day_of_signing_is_not_the_day_of_publication():
    info = "发文机关：青石县人民政府 成文日期：2023-10-18 发布日期：2023-10-20"
    assert page(info).published_at == "2023-10-20"
    assert page("发文机关：青石县人民政府 成文日期：2023-10-18").published_at == "2023-10-18"


@pytest.mark.parametrize(
    ("last", "authors"),
    [
        ("（作者：周志远，系青石大学教授）", ("周志远",)),
        ("（作者周志远系青石大学教授）", ("周志远",)),
        ("（作者单位：青石大学）", ()),
        ("（作者系青石大学教授）", ()),
        ("周志远/文 李敏/图", ("周志远",)),
        ("供稿：周志远　摄影：李敏　审核：王强", ("周志远",)),
        ("责编：周志远　审核：王强　监制：李敏", ()),
    ],
)
def test_writers_that_the_last_line_introduces(last, authors):
    assert page("2023-10-20", [PROSE, MORE, last]).authors == authors


def test_a_short_flash_is_the_article_and_not_the_notices_below_it():
    html = """<html><head><title>青石大桥通车-青石网</title></head><body><div class="con"><h1>青石大桥通车</h1>
    <div class="meta">2023年10月20日 10:30 来源：青石日报</div><div class="zw">
    <p>青石日报快讯：10月20日，青石大桥在清水河上正式通车，全长一千米。</p></div></div>
    <div class="end"><p>本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。</p>
    <p>未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。</p></div></body></html>"""
    cleaned = clean_page(html.encode())
    assert isinstance(cleaned, CleanedPage)
    assert cleaned.text == "青石日报快讯：10月20日，青石大桥在清水河上正式通车，全长一千米。"


@pytest.mark.parametrize(
    "info",
    [
        "来源：转载 2023-10-20",
        "来源：互联网 作者：佚名",
        "来源：www.qingshi.gov.cn 2023-10-20",
        "来源： 作者： 发布时间：2023-10-20",
        "2023-10-20 09:30:00 来源： 点击： 12",
    ],
)
def test_values_that_name_no_outlet(info):
    assert (page(info).publisher, page(info).authors) == (None, ())


@pytest.mark.parametrize(
    "info",
    [
        "文丨周志远 编辑丨刘芳",
        "撰文／周志远　摄影／李敏",
        "记者 | 周志远　编辑 | 刘芳",
        "作者： 周 志 远   来源：青石日报",
    ],
)
def test_writers_apart_from_editors_and_photographers(info):
    assert page(info).authors == ("周志远",)


def test_a_table_of_facts_without_colons():
    rows = [("索引号", "0143/2023", "主题分类", "就业"), ("发文机关", "青石县统计局", "成文日期", "2023年10月18日")]
    rows.append(("发文字号", "青统发〔2023〕5号", "发布日期", "2023年10月20日"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    cleaned = page(f"<table>{cells}</table>")
    assert (cleaned.publisher, cleaned.published_at) == ("青石县统计局", "2023-10-20")
    assert cleaned.text == f"{PROSE}\n{MORE}"


@pytest.mark.parametrize(
    ("info", "publisher"),
    [
        ("【来源】青石日报", "青石日报"),
        ("来自：青石日报", "青石日报"),
        ("媒介：青石日报 2023-10-20", "青石日报"),
        ("《青石日报》2023-10-20", "青石日报"),
        ("2023-10-20 09:30 qs168网站 原创", "qs168网站"),
        ("2023-10-20 09:30 青石农村报", "青石农村报"),
        ("2023-10-20 09:30 统计公报", None),
        ("来源：QingShi.COM", "QingShi.COM"),
        ("来源：Qingshi Daily", "Qingshi Daily"),
        ("来源：新华社北京10月20日电", "新华社"),
        ("来源：微信公众号“青石发布”", "青石发布"),
        ("来源：综合青石日报", "青石日报"),
        ("来源：“青石医保”微信公众号", "青石医保"),
        ("来源：青石日报综合", "青石日报"),
        ("来源：网络整理", None),
        ("来源：管理员", None),
        ("发布时间：2023-10-20 来源：sp20231020", None),
        ("来源：青石新闻网时间：2023-10-20 10:21", "青石新闻网"),
        ("发布机构：县政府办 来源：青石日报", "青石日报"),
        ("发布机构：县政府办", "县政府办"),
        ("【发布机构】县政府办　【发布日期】2023-10-20", "县政府办"),
        ("责任部门：县政府办　公开日期：2023-10-20", "县政府办"),
    ],
)
def test_outlets_and_offices(info, publisher):
    assert page(info).publisher == publisher


@pytest.mark.parametrize(
    ("last", "publisher"),
    [
        ("（转自青石日报）", "青石日报"),
        ("（原载《青石日报》2023年10月20日）", "青石日报"),
        ("《青石日报》（2023年10月20日 第03版）", "青石日报"),
        ("《 青石日报 》（ 2023年10月20日 03 版）", "青石日报"),
        ("（2023年10月20日《青石日报》1版）", "青石日报"),
        ("（本文原载于《青石日报》，有删改）", "青石日报"),
        ("（《青石日报》为此发表了评论）", None),
        (MORE + "（县统计局供稿 编校：李敏）", "县统计局"),
        (MORE + "（李敏供稿）", None),
        ("（青石日报）", "青石日报"),
        ("文/青石日报记者 周志远", "青石日报"),
        ("青石日报记者 周志远 摄", None),
        (MORE + "（青石新闻客户端 融媒记者 周志远 李敏）", "青石新闻客户端"),
        ("（摘自《青石梦》）", None),
        ("数据来源：县统计局", None),
    ],
)
def test_outlets_that_the_end_of_the_text_names(last, publisher):
    assert page("2023-10-20", [PROSE, MORE, last]).publisher == publisher


def test_a_digital_edition_is_the_papers():
    head = "<title>青石日报数字报-青石县就业</title><body><h1>青石县就业</h1><div>2023-10-20</div>"
    html = f"{head}<p>{PROSE}</p><p>{MORE}</p>"
    cleaned = clean_page(html.encode())
    assert isinstance(cleaned, CleanedPage)
    assert (cleaned.title, cleaned.publisher) == ("青石县就业", "青石日报")


def test_who_uploads_a_text_gives_way_to_who_wrote_it():
    assert page("发布者：小石头 原作者：周志远 来自：青石日报").authors == ("周志远",)
    assert page("发布者：小石头 2023-10-20").authors == ("小石头",)


def test_reporters_in_boxes_below_the_text_are_no_text():
    cleaned = page("2023-10-20", [PROSE, MORE, "【记者】周志远", "【通讯员】李敏"])
    assert set(cleaned.authors) == {"周志远", "李敏"}
    assert cleaned.text.endswith(MORE)


def test_the_outlet_beside_the_writer_is_no_writer():
    cleaned = page("2023-10-20 09:30 大河网 周志远", site="大河网")
    assert (cleaned.publisher, cleaned.authors) == ("大河网", ("周志远",))


def test_the_issue_of_a_journal_names_it():
    found = page("<span>2023-10-20 06:23</span><span>周志远,李敏</span></div><div><a href='#'>大河农业</a> 2023年6期")
    assert (found.publisher, found.authors) == ("大河农业", ("周志远", "李敏"))


def test_two_outlets_that_a_dot_joins_are_one():
    assert (
        page("周志远 <span>青石日报·大河网</span> <time>2023-10-20 07:15</time>", site="青石网").publisher
        == "青石日报·大河网"
    )


@pytest.mark.parametrize(
    ("info", "publisher"),
    [
        ("<p>青石日报融媒新闻记者 周志远</p><p>2023-10-20</p>", "青石日报融媒新闻"),
        ("<p>2023-10-20</p><p>青石时报（www.qingshi.example）记者 周志远 大河报道</p>", "青石时报"),
        ("2023-10-20 09:30 | 大河网 | 周志远 摄影报道", "大河网"),
        ("2023-10-20 04:23:50 大公报", "大公报"),
        ("金水网 2023-10-20 08:00", "金水网"),
        ("[青石县人民政府]2023-10-20字号: |", "青石县人民政府"),
        ("2023-10-20 来源：<a href='#'><img src='a.png' alt='青石晚报'></a>", "青石晚报"),
        ("2023-10-20 来源：<span></span><script>var ly='青石晚报';</script>", "青石晚报"),
        ("<span><b>20</b><i>2023-10</i></span> <span>来源：青石宣传</span>", "青石宣传"),
        ("发布者：青石县宣传部 发布时间：2023-10-20 撰稿人：李敏", "青石县宣传部"),
        ("<span>2023-10-20 09:30</span><span>大河</span><span>青石晚报官方账号</span>", "青石晚报"),
    ],
)
def test_outlets_beside_those_who_write_for_them(info, publisher):
    assert page(info).publisher == publisher


@pytest.mark.parametrize(
    ("info", "authors"),
    [
        ("作者：甘肃青石市 肖飞飞", ("肖飞飞",)),
        ("<p>2023-10-20</p><p>□李庆瑞 报道</p>", ("李庆瑞",)),
        ("□本刊记者 程 洁 摄影 阳创业", ("程洁",)),
        ("青石日报记者 林秋芬 / 清水县 报导", ("林秋芬",)),
    ],
)
def test_writers_without_their_places_and_photographers(info, authors):
    assert page(info).authors == authors
