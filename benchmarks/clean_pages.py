"""Pages for the cleaning benchmark: known articles set in the templates of common content-management systems.

The articles are three of the seeds and texts of our own invention, so the repository may hold them;
the templates carry the furniture that real sites put around an article. What a page should yield is
known exactly, table cells and list items included.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jinja2
import yaml

HERE = Path(__file__).resolve().parent
GOLDEN = HERE.parent / "tests" / "golden" / "seeds"
NAV = ["首页", "要闻", "时政", "经济", "社会", "乡村振兴", "图片", "视频", "评论", "专题", "政务", "服务"]
HEADS = """省政府常务会议研究部署粮食安全工作
多地开展冬春农田水利建设
青石县召开招商引资推进会
秋季学期助学贷款开始办理
这几类人员可申请创业补贴
今年第12号台风生成
全市公共交通票价有调整
专家解读个人养老金新政
消费市场持续回暖 商圈人气足
两部门发布节假日出行提示
新一轮降温天气来袭
农村电商带货忙""".splitlines()
BLURB = "近日，有关部门召开会议，研究部署下一阶段重点工作，要求各地各部门抓好落实。"
COMMENTS = [
    "说得好，支持家乡发展，希望越来越好！",
    "这个产业项目确实不错，我们村也应该学习学习。",
    "请问怎么联系合作社？想买一点香菇。",
]
SITES = ["青石新闻网", "青石县人民政府", "江南经济网", "大河畔在线", "东原网"]
SOURCES = ["青石日报", "县统计局", "东原日报", "江南晚报", "县农业农村局"]
AUTHORS = ["周志远", "李文静", "王晓东 陈思", "赵一鸣", "孙丽"]
EDITORS = ["刘芳", "马超群", "高敏", "何其", "郑爽爽"]
SHANGHAI = timezone(timedelta(hours=8))
HANT = "hant_site"


@dataclass(frozen=True)
class BenchPage:
    """A page as bytes with what it should yield; None where the template does not print a fact."""

    name: str
    data: bytes
    url: str
    lines: tuple[str, ...]
    items: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str
    published_at: str
    publisher: str | None
    authors: tuple[str, ...] | None


Element = dict[str, Any]


def articles() -> list[dict[str, Any]]:
    """The articles: invented ones and the seeds whose clean text the repository holds."""
    texts: list[dict[str, Any]] = yaml.safe_load((HERE / "clean_texts.yaml").read_text("utf-8"))
    for path in sorted(GOLDEN.glob("*.clean.txt")):
        meta = yaml.safe_load(path.with_name(path.name.replace(".clean.txt", ".meta.json")).read_text("utf-8"))
        paragraphs = [{"p": line} for line in path.read_text("utf-8").splitlines() if line]
        texts.append({"title": meta["title"], "subtitle": meta["subtitle"] or "", "elements": paragraphs})
    return texts


def lines_of(elements: list[Element]) -> list[str]:
    """The clean lines of an article: one a paragraph, item, caption and table row."""
    lines: list[str] = []
    for element in elements:
        ((kind, value),) = element.items()
        if kind == "rows":
            lines.extend(" ".join(row) for row in value)
        else:
            lines.extend(value if kind == "items" else [value])
    return lines


def _table(rows: list[list[str]], style: str) -> str:
    cell = "<TD>{}</TD>" if style == "br" else '<td style="border:1px solid"><p align="center"><span>{}</span></p></td>'
    body = "".join("<tr>" + "".join(cell.format(html.escape(text)) for text in row) + "</tr>" for row in rows)
    return f'<div align="center"><table border="1" cellspacing="0"><tbody>{body}</tbody></table></div>'


def _list(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li><span>{html.escape(item)}</span></li>" for item in items) + "</ul>"


def _soup(text: str) -> str:
    """A paragraph as a word processor leaves it: figures in spans of their own."""
    marked = re.sub(r"\d[\d.,]*", lambda match: f'<span lang="EN-US">{match[0]}</span>', html.escape(text))
    return f'<p class="MsoNormal"><span style="font-family:仿宋">{marked}<o:p></o:p></span></p>'


def _caption(text: str) -> str:
    text = html.escape(text)
    return f'<p><img src="/p/1.jpg" alt="{text}"></p><p class="pictext" align="center">{text}</p>'


PARAGRAPHS: dict[str, Callable[[str], str]] = {
    "p": lambda text: f"<p>　　{html.escape(text)}</p>",
    "br": lambda text: f"　　{html.escape(text)}<br><br>\n",
    "nbsp": lambda text: f"&nbsp;&nbsp;&nbsp;&nbsp;{html.escape(text)}<BR>\n",
    "div": lambda text: f"<div>　　{html.escape(text)}</div>",
    "soup": _soup,
    "section": lambda text: f'<section data-role="p"><p><span>{html.escape(text)}</span></p></section>',
}
TEMPLATES: dict[str, tuple[str, str]] = {
    "trs_gov": ("div", "utf-8"),
    "jcms_gov": ("soup", "utf-8"),
    "govcn": ("p", "utf-8"),
    "people": ("p", "gb18030"),
    "xinhua_old": ("p", "utf-8"),
    "xinhua_new": ("p", "utf-8"),
    "chinanews": ("p", "gb18030"),
    "sina": ("p", "utf-8"),
    "netease": ("p", "gb18030"),
    "wechat": ("section", "utf-8"),
    "founder_paper": ("p", "utf-8"),
    "old_table": ("br", "gb18030"),
    "dedecms": ("nbsp", "gb18030"),
    "portal_plain": ("p", "utf-8"),
    "sohu": ("p", "utf-8"),
    "huanqiu": ("p", "utf-8"),
    "next_app": ("p", "utf-8"),
    "json_only": ("div", "utf-8"),
    "newspaper_group": ("p", "utf-8"),
    "forum_bbs": ("br", "gb18030"),
    HANT: ("p", "big5hkscs"),
}
NO_AUTHOR = {
    "trs_gov",
    "jcms_gov",
    "govcn",
    "xinhua_old",
    "xinhua_new",
    "chinanews",
    "sina",
    "netease",
    "portal_plain",
    "sohu",
    "huanqiu",
    "next_app",
    "json_only",
}
NO_SOURCE = {"founder_paper", "forum_bbs", HANT}
DAY_ONLY = {"jcms_gov", "founder_paper"}


def _body(elements: list[Element], style: str) -> str:
    parts: list[str] = []
    for element in elements:
        ((kind, value),) = element.items()
        if kind == "rows":
            parts.append(_table(value, style))
        elif kind == "items":
            parts.append(_list(value))
        elif kind == "caption":
            parts.append(_caption(value))
        elif kind == "h" and style not in ("br", "nbsp"):
            parts.append(f"<p><strong>　　{html.escape(value)}</strong></p>")
        else:
            parts.append(PARAGRAPHS[style](value))
    return "\n".join(parts)


def pages() -> Iterator[BenchPage]:
    """Every article in every template, the furniture varied from page to page."""
    loader = jinja2.FileSystemLoader(HERE / "clean_templates")
    environment = jinja2.Environment(loader=loader, autoescape=False)
    for number, article in enumerate(articles()):
        for place, template in enumerate(TEMPLATES):
            yield _page(environment, template, article, 7 * number + place)


def _page(environment: jinja2.Environment, template: str, article: dict[str, Any], number: int) -> BenchPage:
    style, charset = TEMPLATES[template]
    day, clock = (2016 + number % 8, 1 + number % 12, 1 + number % 28), (8 + number % 11, number % 60)
    moment = datetime(*day, *clock, tzinfo=SHANGHAI)
    values = _values(article, style, charset, moment, number)
    page = environment.get_template(f"{template}.html").render(values)
    page = re.sub(r"(<body[^>]*>)", lambda match: match[1] + _weight(number), page, count=1, flags=re.IGNORECASE)
    if template == HANT:
        page = _traditional(page)
    elements = article["elements"]
    return BenchPage(
        name=f"{template}-{number}",
        data=page.encode(charset, errors="xmlcharrefreplace"),
        url=f"http://www.example.cn/{moment:%Y}/{moment:%m%d}/c{number}.html",
        lines=(*lines_of(elements), *(COMMENTS if template == "forum_bbs" else ())),
        items=tuple(item for element in elements for item in element.get("items", [])),
        rows=tuple(tuple(row) for element in elements for row in element.get("rows", [])),
        title=article["title"],
        published_at=f"{moment:%Y-%m-%d}" if template in DAY_ONLY else moment.isoformat(),
        publisher=None if template in NO_SOURCE else values["source"],
        authors=None if template in NO_AUTHOR else tuple(values["author"].split()),
    )


def _values(article: dict[str, Any], style: str, charset: str, moment: datetime, number: int) -> dict[str, Any]:
    """What a template is filled with."""
    return {
        "title": html.escape(article["title"]),
        "subtitle": html.escape(article["subtitle"]),
        "body": _body(article["elements"], style),
        "site": SITES[number % 5],
        "source": SOURCES[number % 5],
        "author": AUTHORS[number % 5],
        "editor": EDITORS[number % 5],
        "section": "县域新闻",
        "date": f"{moment:%Y-%m-%d}",
        "time": f"{moment:%H:%M}",
        "cdate": f"{moment.year}年{moment:%m}月{moment:%d}日",
        "epoch": int(moment.timestamp()),
        "nav": NAV,
        "heads": HEADS[number % 5 :] + HEADS[: number % 5],
        "blurb": BLURB,
        "comments": COMMENTS,
        "charset": charset,
    }


def _weight(number: int) -> str:
    """What makes real pages heavy: scripts, and menus of menus."""
    script = f"<script>var menu{number}=[];" + "menu.push({id:1,name:'x',url:'/a/b/c.html'});" * 600 + "</script>"
    entry = '<li class="m"><a href="/c{0}/{1}/" target="_blank">{2}</a></li>'
    menus = "".join(
        f'<div class="sub{group}"><h4>{NAV[group]}</h4><ul>'
        + "".join(entry.format(group, place, HEADS[(group + place) % 12][:6]) for place in range(12))
        + "</ul></div>"
        for group in range(12)
    )
    return f'{script}<div class="mega-menu">{menus}</div>'


def _traditional(page: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(page))
