"""A small site of official-style pages on loopback, for trying a live scrape without the internet.

Everything is generated: list pages with paging, a feed, a packed sitemap, a newspaper by date, pages in UTF-8
and GB18030 in four layouts, two pages that are corrected after the first visit, and a mirror that broke its text.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tasks.scrape.demo_pages import Article, articles, page

PER_LIST = 5
_READINGS = {"縣": "xiàn", "項": "xiàng", "實": "shí", "業": "yè", "資": "zī"}
_HTML = "text/html; charset=utf-8"
_XML = "application/xml; charset=utf-8"

Spoil = Callable[[str], str]
Answer = tuple[int, dict[str, str], bytes]


def careless_mirror(text: str) -> str:
    """Text as a mirror serves it: in traditional characters, some with their reading behind them."""
    from opencc import OpenCC

    spoilt = str(OpenCC("s2t").convert(text))
    for character, reading in _READINGS.items():
        spoilt = spoilt.replace(character, f"{character}({reading})")
    return spoilt


@dataclass
class Site:
    """What the server says at each address; it remembers the visits of pages that are corrected later.

    `spoil` is what the mirror does to a text.
    """

    articles: list[Article] = field(default_factory=articles)
    spoil: Spoil = careless_mirror
    visits: dict[str, int] = field(default_factory=dict)

    def answer(self, path: str, base: str, etag: str | None) -> Answer:
        """Status, headers and body for a path; `base` is the site's own address."""
        by_path = {article.path: article for article in self.articles}
        if path in by_path:
            return self._page(by_path[path], etag)
        if path.startswith("/mirror") and path.removeprefix("/mirror") in by_path:
            return _said(_HTML, self._mirrored(by_path[path.removeprefix("/mirror")]).encode())
        return self._list(path, base) or (404, {"Content-Type": _HTML}, "<h1>404 您访问的页面不存在</h1>".encode())

    def _list(self, path: str, base: str) -> Answer | None:
        fixed: dict[str, Callable[[], Answer]] = {
            "/": lambda: _said(_HTML, b'<html><body><a href="/xwdt/index.html">xwdt</a></body></html>'),
            "/feed.xml": lambda: _said(_XML, self._feed(base).encode("gb18030")),
            "/sitemap.xml.gz": lambda: _said("application/gzip", gzip.compress(self._sitemap(base).encode(), mtime=0)),
            "/robots.txt": lambda: _said("text/plain", b"User-agent: *\nDisallow: /admin/\nCrawl-delay: 0\n"),
        }
        if path in fixed:
            return fixed[path]()
        number = {_list_path(page): page for page in range(-(-len(self._of("xwdt")) // PER_LIST))}.get(path)
        if number is not None:
            return _said(_HTML, self._list_page(number).encode())
        issue = [article for article in self._of("paper") if path == _issue_path(article)]
        return _said(_HTML, _links(issue).encode()) if issue else None

    def _of(self, column: str) -> list[Article]:
        return [article for article in self.articles if article.column == column]

    def _list_page(self, number: int) -> str:
        shown = self._of("xwdt")[number * PER_LIST : (number + 1) * PER_LIST]
        return f"<html><head><title>新闻动态</title></head><body>{_links(shown)}</body></html>"

    def _page(self, article: Article, etag: str | None) -> Answer:
        self.visits[article.path] = self.visits.get(article.path, 0) + 1
        body = article.corrected if article.corrected and self.visits[article.path] > 1 else article.body
        tag = f'"{article.number}-{int(body is not article.body)}"'
        headers = {"Content-Type": "text/html", "ETag": tag}
        if etag == tag:
            return 304, headers, b""
        return 200, headers, page(article, body).encode(article.charset)

    def _mirrored(self, article: Article) -> str:
        spoilt = tuple(self.spoil(paragraph) for paragraph in article.body)
        return page(article, spoilt, self.spoil(article.title))

    def _feed(self, base: str) -> str:
        items = "".join(
            f"<item><title>{escape(article.title)}</title><link>{base}{article.path}</link>"
            f"<pubDate>{article.day.isoformat()}</pubDate></item>"
            for article in self._of("art")
        )
        return f'<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel>{items}</channel></rss>'

    def _sitemap(self, base: str) -> str:
        urls = "".join(
            f"<url><loc>{base}{article.path}</loc><lastmod>{article.day}</lastmod></url>"
            for article in self._of("tjgb")
        )
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def _said(kind: str, body: bytes) -> Answer:
    return 200, {"Content-Type": kind}, body


def _list_path(number: int) -> str:
    return "/xwdt/index.html" if number == 0 else f"/xwdt/index_{number}.html"


def _issue_path(article: Article) -> str:
    return f"/paper/pc/layout/{article.day:%Y%m}/{article.day:%d}/node_01.html"


def _links(shown: list[Article]) -> str:
    items = (f'<li><a href="{each.path}">{escape(each.title)}</a><span>{each.day}</span></li>' for each in shown)
    return f"<ul class='list'>{''.join(items)}</ul>"


def server(port: int = 0, spoil: Spoil = careless_mirror) -> ThreadingHTTPServer:
    """The site as a server on 127.0.0.1; port 0 takes a free one. The caller runs and closes it."""
    site = Site(spoil=spoil)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            base = f"http://{self.headers.get('Host', '127.0.0.1')}"
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
    shown = articles()
    paper = [article.day for article in shown if article.column == "paper"]
    mirrored = [f"{base}/mirror{article.path}" for article in shown if article.column == "xwdt"][:3]
    common = {"allow_networks": ["127.0.0.0/8"], "delay_seconds": 0, "revisit_hours": 0}
    entries: list[dict[str, object]] = [
        {
            "id": "demo-list",
            "kind": "list",
            "location": f"{base}/xwdt/index.html",
            "paging": "index_{n}.html",
            "pages": 9,
        },
        {"id": "demo-feed", "kind": "feed", "location": f"{base}/feed.xml"},
        {"id": "demo-sitemap", "kind": "sitemap", "location": f"{base}/sitemap.xml.gz"},
        {
            "id": "demo-paper",
            "kind": "newspaper",
            "location": f"{base}/paper/pc/layout/{{yyyy}}{{mm}}/{{dd}}/node_01.html",
            "link_pattern": "/content_[0-9]+",
            "since": str(min(paper)),
            "until": str(max(paper)),
        },
        {"id": "demo-mirror", "kind": "urls", "location": mirrored[0], "more": mirrored[1:]},
    ]
    # JSON is YAML.
    lines = (f"  - {json.dumps(entry | common, ensure_ascii=False)}" for entry in entries)
    return "sources:\n" + "\n".join(lines) + "\n"
