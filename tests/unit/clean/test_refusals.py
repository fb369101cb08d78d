"""Pages that show no article, and the reason that they are given."""

import pytest

from tasks.clean.page import CleanedPage, PageRejection, clean_page

TOPICS = (
    "春季农资储备充足",
    "户厕改造扎实推进",
    "医院义诊进了乡村",
    "小麦返青长势良好",
    "图书馆办读书活动",
    "大桥夜间限行通知",
)
PROSE = "今年以来，全县新建蔬菜大棚132座，带动周边群众310人就近务工，户均增收4300元。"


def code(data: str) -> str:
    page = clean_page(data.encode())
    assert isinstance(page, PageRejection), page
    return page.code


def html(title: str, body: str) -> str:
    return f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"


def each(form: str) -> str:
    return "".join(form.format(n=n, topic=topic, prose=PROSE) for n, topic in enumerate(TOPICS * 3, 1))


FOUND = "<div><a href=/{n}>白塔镇{topic}</a><p>…{prose}…</p><cite>www.a.cn/{n} 2023-04-{n:02}</cite></div>"
FILED = (
    "<tr><td>000201/2023-{n:05}</td><td><a href=/{n}>白塔镇{topic}</a></td>"
    "<td>白政办发〔2023〕{n}号</td><td>2023年04月{n:02}日</td></tr>"
)


@pytest.mark.parametrize(
    "data",
    [
        html("搜索结果_青石县政府", f"<p>您搜索的是：大棚，共找到312条结果。</p>{each(FOUND)}"),
        html("网站地图", "<h3>走进白塔</h3>" + each("<p><a href=/{n}>{topic}</a> | <a href=/b{n}>行政区划</a></p>")),
        html("政务公开", f"<table><tr><td>索引号<td>标题<td>文号<td>日期</tr>{each(FILED)}</table>"),
        html("新闻", each("<div onclick=go({n})><span>白塔镇{topic}</span><span>2023-04-{n:02}</span></div>")),
        each("白塔镇{topic}\n2023-04-{n:02}\n"),
        each("{n}. 白塔镇{topic} [04-{n:02}]\n"),
        each("{n} 白塔镇{topic}\n"),
    ],
)
def test_lists_are_told(data):
    assert code(data) == "list_page"


@pytest.mark.parametrize(
    "text",
    [
        "很抱歉，您要查看的网页当前已过期，请检查您输入的网址是否正确，或联系网站管理员。",
        "您要找的文件已被移动或删除，请检查您输入的网址是否正确，或者返回网站的首页再找。",
        "“/”应用程序中的服务器错误。说明: 执行当前请求期间，出现未经处理的异常，请检查堆栈信息。",
        "页面正在跳转，请稍候……如果浏览器没有自动跳转，请点击这里继续访问。",
    ],
)
def test_pages_that_stand_in_for_an_article_are_error_pages(text):
    assert code(html("提示", f"<p>{text}</p>")) == "error_page"


@pytest.mark.parametrize(
    "data",
    [
        '<?xml version="1.0"?><Error><Code>AccessGone</Code><Message>No such object, or gone.</Message></Error>',
        "body{margin:0;padding:0;}\n.con p{line-height:2;color:#fff;}\n@media print{\n  display: none;\n}\n",
    ],
)
def test_what_is_written_for_programs_is_no_article(data):
    assert code(data) == "no_article"


def test_an_article_on_searching_or_on_pages_is_one():
    for title in ("白塔镇上线站内搜索服务", "网页过期怎么办"):
        page = clean_page(html(title, f"<h1>{title}</h1><p>{PROSE}</p><p>{PROSE}</p>").encode())
        assert isinstance(page, CleanedPage)
    steps = "".join(f"{n}. 白塔镇{topic}，{PROSE}\n" for n, topic in enumerate(TOPICS, 1))
    assert isinstance(clean_page(steps.encode()), CleanedPage)
