"""What the demo site says: made-up notices, in the page layouts of common content systems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

FIRST_DAY = date(2024, 3, 1)
COLUMNS = ("xwdt", "art", "tjgb", "paper")
_COUNTIES = ("太康县", "内乡县", "镇赉县", "隰县", "汪清县", "淮滨县", "石楼县", "通榆县")
_NAMES = {"xwdt": "新闻动态", "art": "通知公告", "tjgb": "统计公报", "paper": "示范日报"}


@dataclass(frozen=True)
class Article:
    """A made-up notice; `corrected` holds the text that is served from the second visit on."""

    number: int
    column: str
    day: date
    county: str
    charset: str
    body: tuple[str, ...]
    corrected: tuple[str, ...] | None = None

    @property
    def path(self) -> str:
        """The address of the page on its site, in the manner of its content system."""
        day, name = self.day, 1000 + self.number
        return {
            "xwdt": f"/xwdt/{day:%Y%m}/t{day:%Y%m%d}_{name}.html",
            "art": f"/art/{day.year}/{day.month}/{day.day}/art_17_{name}.html",
            "tjgb": f"/tjgb/{day:%Y-%m}/{day:%d}/content_{name}.shtml",
            "paper": f"/paper/pc/content/{day:%Y%m}/{day:%d}/content_{name}.html",
        }[self.column]

    @property
    def title(self) -> str:
        """The headline."""
        return f"{self.county}巩固拓展脱贫攻坚成果工作进展"


def articles(count: int = 12) -> list[Article]:
    """The articles of the site, newest first; the same count gives the same articles."""
    made = [_article(number, column) for column in COLUMNS for number in range(count if column == "xwdt" else 4)]
    return sorted(made, key=lambda article: (article.day, -COLUMNS.index(article.column)), reverse=True)


def _article(number: int, column: str) -> Article:
    county = _COUNTIES[(number + 3 * COLUMNS.index(column)) % len(_COUNTIES)]
    many, rate = 37 * number + 211 * COLUMNS.index(column), 90 + number % 10
    body = (
        f"本报讯 2023年，{county}共实施产业帮扶项目{40 + number}个，投入衔接资金{3 + number / 10:.1f}亿元，"
        f"带动脱贫人口{1200 + many}人增收。",
        f"截至2023年底，全县脱贫劳动力务工就业{8000 + many}人，同比增长{5 + number / 4:.2f}%；"
        f"自来水普及率达到{rate}.{number % 10}%。",
        f"全县共排查出问题{200 + number}条，已完成整改{190 + number}条。",
    )
    corrected = None
    if number == 1 and column in ("xwdt", "art"):
        corrected = (body[0], body[1].replace(f"{8000 + many}人", f"{8100 + many}人"), body[2])
    charset = "gb18030" if number % 3 == 2 else "utf-8"
    return Article(number, column, FIRST_DAY + timedelta(days=number), county, charset, body, corrected)


def page(article: Article, body: tuple[str, ...], title: str | None = None) -> str:
    """The markup of a page in the layout of its column."""
    heading = escape(title or article.title)
    paragraphs = "".join(f"<p>　　{escape(paragraph)}</p>" for paragraph in body)
    top = (
        f'<!DOCTYPE html><html><head><meta charset="{article.charset}"><title>{heading}-{_NAMES[article.column]}'
        '-示范县人民政府</title></head><body><div class="nav"><a href="/">首页</a> '
        f'<a href="/xwdt/index.html">新闻动态</a> <a href="/art/index.html">通知公告</a></div>'
    )
    bottom = (
        '<div class="share">分享到：微信 微博</div><div class="footer">主办：示范县人民政府办公室　'
        "电话：0371-00000000　备案号：豫ICP备00000000号</div></body></html>"
    )
    layouts = {"xwdt": _trs, "art": _jpage, "tjgb": _table, "paper": _founder}
    return "\n".join((top, layouts[article.column](article, heading, paragraphs), bottom))


def _trs(article: Article, heading: str, paragraphs: str) -> str:
    return (
        f"<h1>{heading}</h1><div class='info'>发布时间：{article.day} 09:30　来源：{article.county}乡村振兴局　"
        f"责任编辑：王芳</div><div class='TRS_Editor'>{paragraphs}</div>"
    )


def _jpage(article: Article, heading: str, paragraphs: str) -> str:
    return (
        f'<meta name="ArticleTitle" content="{heading}"><meta name="PubDate" content="{article.day} 10:00">'
        f'<meta name="ContentSource" content="{article.county}乡村振兴局"><div class="main-title">{heading}</div>'
        f'<div class="sp_time"><font>发布日期：{article.day}</font><font>浏览次数：<script>count()</script></font>'
        f"<font>来源：{article.county}乡村振兴局</font></div>"
        f'<div id="zoom"><!--ZJEG_RSS.content.begin-->{paragraphs}<!--ZJEG_RSS.content.end--></div>'
    )


def _table(article: Article, heading: str, paragraphs: str) -> str:
    return (
        f'<table width="1000" align="center"><tr><td align="center"><b>{heading}</b></td></tr><tr><td align="center">'
        f"来源：{article.county}统计局　时间：{article.day.year}年{article.day.month}月{article.day.day}日</td></tr>"
        f'<tr><td class="content">{paragraphs}</td></tr></table>'
    )


def _founder(article: Article, heading: str, paragraphs: str) -> str:
    return (
        f'<div class="lai">示范日报 {article.day:%Y年%m月%d日} 第01版：要闻</div><div class="article"><h3></h3>'
        f'<h1>{heading}</h1><h2></h2><p class="sec">本报记者 王芳</p>'
        f"<p>《示范日报》（{article.day:%Y年%m月%d日} 第 01 版）</p>"
        f'<div id="ozoom">{paragraphs}</div></div>'
    )
