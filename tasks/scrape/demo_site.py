"""A small site of official-style pages on loopback, for trying a live scrape without the internet.

Everything is generated: list pages with paging, a feed, a sitemap, pages in UTF-8 and GB18030, one
page that is corrected after the first visit, and a mirror that broke its text on the way through GBK.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PER_LIST = 5
FIRST_DAY = date(2024, 3, 1)
_READINGS = {"縣": "xiàn", "項": "xiàng", "實": "shí", "業": "yè", "資": "zī"}
_COUNTIES = ("太康县", "内乡县", "镇赉县", "隰县", "汪清县", "淮滨县", "石楼县", "通榆县")


@dataclass(frozen=True)
class Article:
    """A made-up notice; `corrected` holds the text that is served from the second visit on."""

    number: int
    day: date
    county: str
    charset: str
    body: tuple[str, ...]
    corrected: tuple[str, ...] | None = None

    @property
    def path(self) -> str:
        """The address of the page on its site."""
        return f"/xwdt/{self.day:%Y%m}/t{self.day:%Y%m%d}_{1000 + self.number}.html"

    @property
    def title(self) -> str:
        """The headline."""
        return f"{self.county}巩固拓展脱贫攻坚成果工作进展"


def articles(count: int = 12) -> list[Article]:
    """The articles of the site, newest first; the same count gives the same articles."""
    made = [_article(number) for number in range(count)]
    return sorted(made, key=lambda article: article.day, reverse=True)


def _article(number: int) -> Article:
    county = _COUNTIES[number % len(_COUNTIES)]
    people, rate = 1200 + 37 * number, 90 + number % 10
    body = (
        f"本报讯 2023年，{county}共实施产业帮扶项目{40 + number}个，投入衔接资金{3 + number / 10:.1f}亿元，"
        f"带动脱贫人口{people}人增收。",
        f"截至2023年底，全县脱贫劳动力务工就业{8000 + 111 * number}人，同比增长{5 + number / 4:.2f}%；"
        f"自来水普及率达到{rate}.{number % 10}%。",
        f"全县共排查出问题{200 + number}条，已完成整改{190 + number}条。",
    )
    corrected = None
    if number == 1:
        corrected = (body[0], body[1].replace(f"{8000 + 111 * number}人", f"{8100 + 111 * number}人"), body[2])
    charset = "gb18030" if number % 3 == 2 else "utf-8"
    return Article(number, FIRST_DAY + timedelta(days=number), county, charset, body, corrected)


@dataclass
class Site:
    """What the server says at each address; it remembers the visits of pages that are corrected later."""

    articles: list[Article] = field(default_factory=articles)
    visits: dict[str, int] = field(default_factory=dict)

    def answer(self, path: str, base: str, etag: str | None) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body for a path; `base` is the site's own address."""
        by_path = {article.path: article for article in self.articles}
        if path in by_path:
            return self._page(by_path[path], etag)
        if path.startswith("/mirror") and path.removeprefix("/mirror") in by_path:
            return 200, {"Content-Type": "text/html; charset=utf-8"}, _mirrored(by_path[path.removeprefix("/mirror")])
        lists: dict[str, Callable[[], tuple[str, str]]] = {
            "/": lambda: ("text/html; charset=utf-8", _home()),
            "/feed.xml": lambda: ("application/rss+xml; charset=utf-8", self._feed(base)),
            "/sitemap.xml": lambda: ("application/xml; charset=utf-8", self._sitemap(base)),
            "/robots.txt": lambda: ("text/plain; charset=utf-8", "User-agent: *\nDisallow: /admin/\n"),
            **{self._list_path(page): self._list_maker(page) for page in range(self._pages)},
        }
        if path not in lists:
            return 404, {"Content-Type": "text/html; charset=utf-8"}, "<h1>404 您访问的页面不存在</h1>".encode()
        kind, text = lists[path]()
        return 200, {"Content-Type": kind}, text.encode()

    @property
    def _pages(self) -> int:
        return -(-len(self.articles) // PER_LIST)

    @staticmethod
    def _list_path(page: int) -> str:
        return "/xwdt/index.html" if page == 0 else f"/xwdt/index_{page}.html"

    def _list_maker(self, page: int) -> Callable[[], tuple[str, str]]:
        return lambda: ("text/html; charset=utf-8", self._list(page))

    def _list(self, page: int) -> str:
        shown = self.articles[page * PER_LIST : (page + 1) * PER_LIST]
        items = "".join(
            f'<li><a href="{article.path}">{escape(article.title)}</a><span>{article.day}</span></li>'
            for article in shown
        )
        following = f'<a href="{self._list_path(page + 1)}">下一页</a>' if page + 1 < self._pages else ""
        return f"<html><head><title>新闻动态</title></head><body><ul class='list'>{items}</ul>{following}</body></html>"

    def _page(self, article: Article, etag: str | None) -> tuple[int, dict[str, str], bytes]:
        self.visits[article.path] = self.visits.get(article.path, 0) + 1
        body = article.corrected if article.corrected and self.visits[article.path] > 1 else article.body
        tag = f'"{article.number}-{int(body is not article.body)}"'
        headers = {"Content-Type": "text/html", "ETag": tag}
        if etag == tag:
            return 304, headers, b""
        return 200, headers, _html(article, body).encode(article.charset)

    def _feed(self, base: str) -> str:
        items = "".join(
            f"<item><title>{escape(article.title)}</title><link>{base}{article.path}</link>"
            f"<pubDate>{article.day.isoformat()}</pubDate></item>"
            for article in self.articles
        )
        return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{items}</channel></rss>'

    def _sitemap(self, base: str) -> str:
        urls = "".join(
            f"<url><loc>{base}{article.path}</loc><lastmod>{article.day}</lastmod></url>" for article in self.articles
        )
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def _home() -> str:
    return '<html><body><a href="/xwdt/index.html">新闻动态</a></body></html>'


def _html(article: Article, body: tuple[str, ...]) -> str:
    paragraphs = "".join(f"<p>　　{escape(paragraph)}</p>" for paragraph in body)
    title = escape(article.title)
    return "\n".join(
        (
            f'<!DOCTYPE html><html><head><meta charset="{article.charset}">',
            f"<title>{title}-示范县人民政府</title></head><body>",
            '<div class="nav"><a href="/">首页</a> <a href="/xwdt/index.html">新闻动态</a></div>',
            f"<h1>{title}</h1><div class='info'>发布时间：{article.day} 09:30　",
            f"来源：{article.county}乡村振兴局　责任编辑：王芳</div>",
            f"<div class='TRS_Editor'>{paragraphs}</div>",
            '<div class="footer">主办：示范县人民政府办公室　电话：0371-00000000　',
            "备案号：豫ICP备00000000号</div></body></html>",
        )
    )


def _mirrored(article: Article) -> bytes:
    """The page as a careless mirror serves it: in traditional characters, some with their reading behind them."""
    from opencc import OpenCC

    text = OpenCC("s2t").convert(_html(article, article.body))
    for character, reading in _READINGS.items():
        text = text.replace(character, f"{character}({reading})")
    return text.encode()


def server(port: int = 0) -> ThreadingHTTPServer:
    """The site as a server on 127.0.0.1; port 0 takes a free one. The caller runs and closes it."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            base = f"http://127.0.0.1:{self.server.server_address[1]}"
            status, headers, body = site.answer(urlsplit(self.path).path, base, self.headers.get("If-None-Match"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet: the scrape itself says what it fetched."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def sources_yaml(base: str) -> str:
    """A sources file that scrapes the site at this address in each of the ways that it offers."""
    kinds = {
        "demo-list": f'kind: list, location: {base}/xwdt/index.html, paging: "index_{{n}}.html", pages: 3',
        "demo-feed": f"kind: feed, location: {base}/feed.xml",
        "demo-mirror": f"kind: urls, location: {base}/mirror{articles()[0].path}",
    }
    common = 'allow_networks: ["127.0.0.0/8"], delay_seconds: 0, revisit_hours: 0'
    pattern = 'link_pattern: "/t[0-9]{8}_"'
    entries = (
        f"  - {{id: {name}, {facts}, {common}{', ' + pattern if name == 'demo-list' else ''}}}"
        for name, facts in kinds.items()
    )
    return "sources:\n" + "\n".join(entries) + "\n"
