"""Pages as the common content systems and portals print them: title, date, source, writers and nothing but the text."""

import pytest

from tasks.clean.page import CleanedPage, clean_page

PROSE = [
    "三月以来，青石县新建标准化蔬菜大棚320座，带动1150户农民增收，户均增收4200元。",
    "县农业农村局介绍，下一步将延长产业链，建设冷库和分拣中心，让蔬菜卖出好价钱。",
    "“以前种一季玉米，现在四季有菜卖。”村民高长河说，全家一年收入超过八万元。",
]
TITLE = "大棚蔬菜鼓起农民钱袋子"
BODY = "".join(f"<p>{line}</p>" for line in PROSE)
BROKEN = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in PROSE)
LIST = "".join(f"<li><a href='/{n}'>青石县召开第{n}次春耕备耕工作现场推进会</a></li>" for n in range(5))
HEAD = f"<html><title>{TITLE}_青石新闻网</title><body><a href=/>首页</a>"
FACTS = ("2023-03-28", "青石日报", ("周志远",))

SYSTEMS = {
    "vsb": (
        f"{HEAD}<table><tr><td class=titlestyle67>{TITLE}</td></tr><tr><td>"
        "<span class=timestyle67>2023-03-28 15:40&nbsp;"
        "</span><span class=authorstyle67>文：周志远　图：张磊&nbsp;</span><span>青石日报&nbsp;</span>(点击: "
        "<span>231</span>)"
        f"</td></tr><tr><td><div id=vsb_content_2><div class=v_news_content>{BODY}</div></div></td></tr></table>"
        "<p>上一条：<a href=1>学校召开招生工作会议</a></p>"
    ),
    "ucap": (
        f"{HEAD}<ucaptitle><h1>{TITLE}</h1></ucaptitle><div class=pages-date><publishtime>2023-03-28 10:20"
        "</publishtime>"
        "<span class=font>来源： <ucapsource>青石日报</ucapsource> 作者：周志远</span></div>"
        f"<div id=UCAP-CONTENT><ucapcontent>{BODY}</ucapcontent><div class=editor>责任编辑：朱虹</div></div>"
    ),
    "phpcms": (
        f"{HEAD}<div id=Article><h1>{TITLE}<br>"
        "<span>2023-03-28 16:02:00&nbsp;&nbsp;来源：青石日报&nbsp;&nbsp;作者：周志远"
        "&nbsp;&nbsp;评论：<a>0</a> 点击：</span><span id=hits></span></h1>"
        "<div class=summary>大棚蔬菜铺开增收路。</div>"
        f"<div class=content>{BODY}</div><p><strong>相关热词搜索：</strong><a>蔬菜</a></p></div>"
    ),
    "empire": (
        f"{HEAD}<table><tr><td><table class=title><tr><td>{TITLE}</td></tr></table><table><tr><td class=info_text>"
        "时间：2023-03-28 08:30:11 &nbsp; 来源：青石日报 &nbsp; 作者：周志远 &nbsp; 编辑：linlin &nbsp; 点击："
        "</td></tr></table>"
        f"<table><tr><td><div id=text>{BODY}<p>（责任编辑：林琳）</p></div></td></tr></table></td></tr></table>"
    ),
    "dedecms": (
        f"{HEAD}<div class=title><h2>{TITLE}</h2></div><div class=info><small>时间:</small>2023-03-28 09:47"
        "<small>来源:</small>"
        f"青石日报 <small>作者:</small>admin <small>点击:</small>次</div><div class=content>{BODY}"
        "<div>（记者：周志远）</div></div><div>------分隔线----------------------------</div>"
    ),
    "discuz": (
        f"{HEAD}<h1 class=ph>{TITLE}</h1><p class=xg1>2023-3-28 10:15<span>|</span>发布者: <a href=u>小石头</a>"
        "<span>|</span>"
        "查看: <em>1523</em><span>|</span>评论: 3<span>|</span>来自: 青石日报<span>|</span>原作者: 周志远</p>"
        f"<table class=vwtb><tr><td id=article_content>{BROKEN}</td></tr></table><table class=atd><tr><td>路过</td>"
        "<td>雷人</td></tr></table>"
    ),
    "account": (
        f"<html><meta property='og:title' content='{TITLE}'><body><h1 id=activity-name>{TITLE}</h1>"
        "<span id=profileBt>"
        "<a href='javascript:void(0);' id=js_name>青石发布</a></span><em id=publish_time>2023-03-28 09:00</em>"
        f"<div id=js_content class=rich_media_content><p>点击<span>蓝字</span>，关注我们吧！</p>{BODY}<p>-END-</p>"
        "<p>来源：青石日报</p><p>记者：周志远</p><p>编辑：刘洋</p><p>一审：赵敏</p>"
        "<p>点赞、在看，让更多人看到青石</p></div>"
    ),
    "broadcaster": (
        f"{HEAD}<!--repaste.title.begin--><h1>{TITLE}</h1><!--repaste.title.end--><div class=info1>来源 : "
        "<a>青石日报</a> "
        f"&nbsp; | &nbsp; 2023年03月28日 19:18</div><div id=content_area><!--repaste.body.begin-->{BODY}"
        "<!--repaste.body.end--></div><div class=zebian><span>记者：周志远</span> <span>责任编辑：刘亮</span></div>"
    ),
    "library": (
        f"<html><title>{TITLE}</title><body><h2 id=titiletext>{TITLE}</h2>"
        "<div>2023-03-28 来源：青石日报 作者：周志远</div>"
        f"<table><tr><td id=artContent>{BODY}</td></tr></table>"
        "<div>本站是提供个人知识管理的网络存储空间，所有内容均由用户发布，"
        "不代表本站观点。请注意甄别内容中的联系方式、诱导购买等信息，谨防诈骗。</div><div>转藏 分享 献花(0)</div>"
    ),
    "weblog": (
        f"{HEAD}<div id=articlebody><div class=articalTitle><h2>{TITLE}</h2><span>(2023-03-28 14:25:10)</span> "
        f"来源：青石日报 作者：周志远<div><a>转载▼</a></div></div><div class=articalContent>{BROKEN}</div>"
        "<div>阅读(123) ┊ 评论 (3)┊ 收藏(0) ┊ 转载(1) ┊ 喜欢▼ ┊ 打印┊ 举报</div></div>"
    ),
    "paper": (
        f"<html><title>青石日报数字报-{TITLE}</title><body><div>2023年03月28日 星期二</div><div>A03版：民生</div>"
        f"<div class=yinti>颗粒归仓</div><div class=biaoti>{TITLE}</div><div class=zuozhe>本报记者 周志远</div>"
        f"<div id=ozoom1><div>{BODY}</div></div><a>上一篇</a> <a>下一篇</a><div>青石日报版权所有</div>"
    ),
    "finance": (
        f"{HEAD}<div class=title>{TITLE}</div><div class=infos><div>2023年03月28日 14:25</div>"
        "<div>来源： 青石日报</div>"
        f"<div>作者：周志远</div></div><div id=ContentBody>{BODY}<p>（文章来源：青石日报）</p></div>"
        "<p>责任编辑：10</p>"
        "<p>郑重声明：青石财富网发布此信息的目的在于传播更多信息，与本网站立场无关。</p>"
    ),
}


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_page_of_a_content_system(name):
    page = clean_page(f"{SYSTEMS[name]}<div><h3>相关新闻</h3><ul>{LIST}</ul></div>".encode())
    assert isinstance(page, CleanedPage), page
    assert (page.title, page.text.split("\n")) == (TITLE, PROSE)
    assert (page.published_at[:10], page.publisher, page.authors) == FACTS


def cleaned(body: str, byline: str = "2023-03-28 来源：青石日报") -> CleanedPage:
    page = clean_page(f"{HEAD}<h1>{TITLE}</h1><div>{byline}</div><div class=article-content>{body}</div>".encode())
    assert isinstance(page, CleanedPage), page
    return page


@pytest.mark.parametrize(
    "end",
    [
        "（“青石云”—青石网编辑李敏）",
        "<a href=z>更多精彩评论，更多传媒视点，尽在青石财经新评谈栏目，欢迎访问青石财经新评谈栏目。</a>",
        "打开青石头条APP，查看更多精彩内容",
        "评论 重要提示：警惕虚假中奖信息 [发评论]",
        "分享此文章：",
        "顶一下 (12) | 踩一下 (1)",
    ],
)
def test_what_portals_print_right_below_a_text(end):
    assert cleaned(f"{BODY}<p>{end}</p>").text.split("\n") == PROSE


def test_an_advert_for_an_app_within_a_text_goes():
    advert = "<p>下載青石社「一手新聞」 app，每日新聞不漏接！<a href=/a>App Store</a></p>"
    first, *rest = (f"<p>{line}</p>" for line in PROSE)
    assert cleaned(f"{first}{advert}{''.join(rest)}").text.split("\n") == PROSE


CAPTIONS = ["▲青石農民採收高麗菜。（圖／記者李敏攝）", "青石县粮库。青石网 李敏摄", "大棚里的蔬菜。（资料图片）"]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_above_the_byline_within_the_container_of_the_text_stays(caption):
    page = cleaned(f"<p>{caption}</p><p>記者周志遠／青石報導</p>{BODY}", "2023-03-28 10:15")
    assert (len(page.text.split("\n")), page.text.split("\n")[1:]) == (4, PROSE)
    assert page.authors in (("周志遠",), ("周志远",))


@pytest.mark.parametrize("source", ["《青石农业》2023年第6期", "《青石农业》（2023年6月刊）", "《青石农业》网站"])
def test_the_issue_is_no_part_of_a_journals_name(source):
    assert cleaned(BODY, f"2023-03-28 来源：{source}").publisher == "青石农业"


INSERTS = ["相关报道", "延伸阅读", "相关新闻：", "热门推荐"]


@pytest.mark.parametrize("heading", INSERTS)
def test_a_box_of_other_articles_within_a_text_is_not_of_it(heading):
    blurb = "方案提出，到2025年全市冷库库容达到60万立方米，冷藏车保有量达到1500辆，培育龙头企业10家。"
    box = f"<div class=in><div>{heading}</div><div><a href=1>冷链物流三年行动方案出台</a><p>{blurb}</p></div></div>"
    first, *rest = (f"<p>{line}</p>" for line in PROSE)
    assert cleaned(f"{first}{box}{''.join(rest)}").text.split("\n") == PROSE


def test_a_chapter_with_the_name_of_such_a_box_is_of_the_text():
    chapter = f"<div><p>相关政策</p><p>{PROSE[1]}</p></div>"
    text = cleaned(f"<p>{PROSE[0]}</p>{chapter}<p>{PROSE[2]}</p>").text
    assert text.split("\n") == [PROSE[0], "相关政策", *PROSE[1:]]


STATED = [
    "<span>更新于 2023-04-01 09:00</span><span>发布于 2023-03-28 18:02</span>",
    "发布于2023-03-28 18:02　更新于2023-04-01 09:00",
    "<em>發佈於 2023/03/28 18:02</em><em>更新於 2023/04/01 09:00</em>",
    "发表于 <time>2023年3月28日 18:02</time> | 修改于 <time>2023年4月1日</time>",
]


@pytest.mark.parametrize("line", STATED)
def test_the_day_of_publication_not_that_of_a_change(line):
    assert cleaned(BODY, line).published_at == "2023-03-28T18:02:00+08:00"


def test_a_company_that_warrants_its_announcement_is_no_error_page():
    lines = [
        "证券代码：600126　证券简称：青石农业　公告编号：2023-018",
        "本公司董事会保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏，并对其真实性承担法律责任。",
        "公司于2023年3月28日收到与收益相关的政府补助1260万元。",
    ]
    notice = "新浪声明：新浪网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。"
    call = "股市瞬息万变，投资难以决策？来#A股参谋部#超话聊一聊，<a href=/h>[点击进入]</a>"
    page = cleaned("".join(f"<p>{line}</p>" for line in (call, *lines, notice)))
    assert page.text.split("\n")[1:] == lines[1:]


def test_the_journal_above_the_title_and_the_source_below_the_text():
    html = (
        f"<html><title>{TITLE} - 《青石农业》2023年03期</title><body><div>《青石农业》2023年03期</div>"
        f"<h1>{TITLE}</h1><div>{BODY}</div>"
    )
    page = clean_page(html.encode())
    assert isinstance(page, CleanedPage) and page.publisher == "青石农业"
    told = cleaned(f"{BODY}<p>本文源自：青石都市报</p>", "2023-03-28")
    assert (told.publisher, told.text.split("\n")) == ("青石都市报", PROSE)
