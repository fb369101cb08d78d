"""Pages without an article: error pages, logins, lists; told by what they show instead."""

from __future__ import annotations

import re

from tasks.clean.article import key_of
from tasks.clean.lines import Trimmed
from tasks.clean.markup import Markup
from tasks.clean.page_words import fold
from tasks.clean.reading import MIN_BODY, NoArticleError
from tasks.clean.tables import ROW
from tasks.clean.tokens import plain

_ERROR = re.compile(
    r"(?:(?<![\d.])(?:40[0134]|50[0234])(?![\d.%])\s*[-–:|,]?\s*"
    r"(?:not found|forbidden|error|bad gateway|unavailable|internal|错误|出错|页面|抱歉|对不起|您)"
    r"|^\s*(?:40[0134]|50[0234])\s*$"
    r"|not found|forbidden|access denied|bad gateway|service unavailable|internal server error"
    r"|页面不存在|网页不存在|文章不存在|内容不存在|找不到(?:该|您|页面|网页|文件|资源|对象)|无法(?:找到|显示|访问)(?:该|此|网页|页面|资源)"
    r"|访问(?:的页面|的网页|出错|被拒绝|过于频繁|受限)|(?:已被|已经|该文章已|此内容已)(?:删除|下线|屏蔽|移除)|系统(?:错误|维护|繁忙)|网站(?:维护|升级|关闭)|安全验证|请输入验证码|请开启JavaScript)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:用户登录|会员登录|请先登录|登录后|账号登录|密码登录|统一身份认证|登录系统|sign in|log in)", re.IGNORECASE
)


def refuse(markup: Markup, trimmed: Trimmed) -> None:
    """Raise NoArticleError where a page shows no article; return where it shows one."""
    rows = sum(1 for line in trimmed.body if line.tag == ROW)
    prose = sum(len(line.text) for line in trimmed.body if line.prose)
    chars = sum(len(line.text) for line in trimmed.body)
    opening = fold(f"{markup.title} " + " ".join(plain(block.text) for block in markup.blocks[:30]))[:800]
    page_chars = sum(len(block.text) for block in markup.blocks)
    if chars < 400 and page_chars < 3000 and rows < 2 and _ERROR.search(opening):
        raise NoArticleError("error_page", opening.strip()[:80])
    if markup.passwords and prose < 200:
        raise NoArticleError("login_page", "the page asks for a password and holds little text")
    if prose < 120 and page_chars < 1500 and _LOGIN.search(opening) and chars < 200:
        raise NoArticleError("login_page", opening.strip()[:80])
    links = [block for block in markup.blocks if block.link * 2 > len(block.text) and block.link >= 6]
    link_chars = sum(block.link for block in links)
    if len(links) >= 15 and prose < 60 and rows < 3 and chars < link_chars:
        raise NoArticleError("list_page", f"{len(links)} links and {prose} characters of prose")
    if len(links) >= 30 and _blurbs(trimmed, link_chars, markup.title):
        raise NoArticleError("list_page", f"{len(links)} links around scraps of text")
    if chars < MIN_BODY or (prose < MIN_BODY and rows < 2 and chars < 60):
        raise NoArticleError("no_article", f"{chars} characters of text, {prose} of them prose; {markup.frames} frames")


def _blurbs(trimmed: Trimmed, link_chars: int, title: str) -> bool:
    """Whether the text is a handful of summaries between links, under no title of its own."""
    chars = sum(len(line.text) for line in trimmed.body)
    linked = sum(1 for line in trimmed.body if line.link * 2 > len(line.text))
    return linked >= 8 and linked * 2 >= len(trimmed.body) and chars < 2 * link_chars and len(key_of(title)) >= 0
