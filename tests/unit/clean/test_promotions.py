"""What pages of accounts and papers add to a text to win readers, and offices' press releases."""

import pytest

from tasks.clean.page import CleanedPage, clean_page

PROSE = [
    "三月以来，青石县新建标准化蔬菜大棚320座，带动1150户农民增收，户均增收4200元。",
    "县农业农村局介绍，下一步将延长产业链，建设冷库和分拣中心，让蔬菜卖出好价钱。",
    "“以前种一季玉米，现在四季有菜卖。”村民高长河说，全家一年收入超过八万元。",
]
TITLE = "大棚蔬菜鼓起农民钱袋子"


def cleaned(html: str) -> CleanedPage:
    page = clean_page(html.encode())
    assert isinstance(page, CleanedPage), page
    return page


def told(*lines: str) -> list[str]:
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><title>{TITLE}_青石新闻网</title><body><h1>{TITLE}</h1><div class='article-content'>{body}</div>"
    return cleaned(page).text.split("\n")


FIRST = [
    "点击上方<span>蓝字</span>关注我们",
    "点击蓝字 关注我们↑↑↑",
    "↑点击上方“青石发布”关注我们",
    "戳蓝字“青石发布”关注我们哦",
    "点击标题下「蓝字」即可关注",
    "轻触上方蓝色字订阅青石发布",
]


@pytest.mark.parametrize("line", FIRST)
def test_the_call_to_follow_an_account_begins_no_text(line):
    assert told(line, *PROSE) == PROSE


LAST = [
    "点个“在看”支持家乡",
    "点击进入专题：",
    ">>>点击查看更多内容",
    "进入专题 >>",
    "点分享 点收藏 点点赞 点在看",
    "海量资讯、精准解读，尽在新浪财经APP",
    "不用抽 不用搶 現在用APP看新聞 保證天天中獎　<a href=/app>點我下載APP</a>　<a href=/a>按我看活動辦法</a>",
    "一手掌握經濟脈動 <a href=/y>點我訂閱財經Youtube頻道</a>",
    "☆飲酒過量　有害健康　禁止酒駕☆",
    "<a href=/line>加入青石新聞LINE好友</a>",
    "编辑于 2023-02-19 21:04・IP 属地青石",
]


@pytest.mark.parametrize("line", LAST)
def test_the_call_to_read_on_elsewhere_ends_a_text(line):
    assert told(*PROSE, line) == PROSE


@pytest.mark.parametrize("line", ["請繼續往下閱讀...", "请继续往下看…", "广告 请继续往下阅读", "内容未完，请往下滑"])
def test_the_line_around_an_advert_is_not_of_the_text(line):
    assert told(*PROSE[:2], line, PROSE[2]) == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "APP下载量突破三百万次",
        "该县推出“点我达”配送服务，覆盖全部乡镇。",
        "加入合作社的农户有1150户，占全县三成。",
        "县里订阅党报三千份",
        "全村300户加入农机合作社团队",
        "打开青石通APP，点击查看“我的补贴”",
        "欢迎群众监督，请登录县政府网站举报",
        "更多的村民在家门口有了活干",
    ],
)
def test_sentences_about_such_things_stay(line):
    assert told(*PROSE[:2], line, PROSE[2]) == [*PROSE[:2], line, PROSE[2]]


ENDS = [
    "<p>完</p><div>2023年3月28日（星期二）</div><div>香港時間16時30分</div>",
    "<div>2023年3月28日<br>16時30分</div>",
]
OWNERS = ["青石特别行政区政府新闻处", "青石县统计局", "青石县农业农村局"]


@pytest.mark.parametrize(
    "line",
    [
        "◎全县粮食总产量35万吨",
        "★ 农民收入增长6.5%",
        "平台为农户提供贷款服务，惠及1.2万户，发放贷款3亿元。",
        "更新于2021年的生产线年产饲料35万吨",
        "更多农户的订单尽在县里的平台，今年已有1.3万单。",
        "全县有线电视用户订阅高清频道12万户",
    ],
)
def test_lines_that_tell_figures_stay_at_the_end_of_a_text(line):
    assert told(*PROSE, line) == [*PROSE, line]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("owner", OWNERS)
def test_the_office_that_owns_the_site_publishes_its_press_releases(end, owner):
    top = "<div>新聞公報</div><ul><li><a href=/e>English</a></li><li><a href=/m>電郵</a></li></ul>"
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    html = f"<html><title>{TITLE}</title><body>{top}<h1>{TITLE}</h1><div>{body}{end}</div><p>2023 © {owner}</p>"
    page = cleaned(html)
    assert (page.publisher, page.published_at) == (owner, "2023-03-28T16:30:00+08:00")


def test_a_page_that_is_no_release_has_no_publisher_by_its_owner():
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    html = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><div>{body}</div><p>2023 © 青石县统计局</p>"
    assert cleaned(html).publisher is None


def test_a_container_named_as_the_body_that_wraps_all_of_the_page_is_not_it():
    links = "".join(f"<li><a href='/{n}'>青石县今日要闻第{n}条新闻标题在此</a></li>" for n in range(9))
    card = (
        "<div class=card><a href=/u>青石行情</a></div><div class=count>总篇数 919 篇</div><div class=bio>暂无简介</div>"
    )
    text = "<br>".join(PROSE)
    for name in ("main-content", "content_main", "news_con"):
        html = (
            f"<html><title>{TITLE}</title><body><div class={name}><ul>{links}</ul>"
            f"<div class=m><div class=t>{TITLE}</div><div class=page_art>{text}</div><div>{card}</div></div></div>"
        )
        assert cleaned(html).text.split("\n") == PROSE
