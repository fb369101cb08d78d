"""Comments by which content systems mark the parts of an article: <!--enpcontent-->, <!--<npm:article-title>-->.

A part of a line (a title, a name) counts only between a comment that opens it and one that closes it: many templates
hold a bare <!-- 标题 --> for those who edit them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tasks.clean.names import words

MAX_MARK = 60
BODY, CAPTION = "body", "caption"
_BEGIN = re.compile(
    r"(?:enpcontent|htmlbox|zoom|content|article|zjeg_rss\.content\.?|正文(?:内容|部分)?|内容|文章(?:内容|正文)|main\s?content)"
    r"[\s_.-]*(?:begin|start|开始|区开始)?$|^(?:begin|start|开始)[\s_:：-]*(?:content|article|正文|文章内容)$",
    re.IGNORECASE,
)
_END = re.compile(
    r"^/(?:enpcontent|htmlbox|content|article|正文)$"
    r"|^(?:enpcontent|htmlbox|content|article|zjeg_rss\.content|正文(?:内容)?|内容|文章(?:内容|正文)|main\s?content)"
    r"[\s_.-]*(?:end|over|结束|区结束)$|^(?:end|结束)[\s_:：-]*(?:content|article|正文|文章内容)$",
    re.IGNORECASE,
)
_TAGGED = re.compile(r"<(?P<close>/?)(?P<name>[\w:.-]+)>$")
_BORDER = r"begin|start|开始|end|over|结束"
_NAMED = re.compile(
    rf"(?P<first>{_BORDER})?[\s_:：.-]*(?:<?\$?\[)?(?P<name>[^\s<>\[\]$]{{2,24}}?)(?:\]>?)?[\s_:：.-]*(?P<last>{_BORDER})?$",
    re.IGNORECASE,
)
_CLOSING = frozenset(("end", "over", "结束"))
_PREFIX = re.compile(r"^(?:npm:article|founder|repaste|zjeg_rss|article|news|art|文章|新闻|信息)[:_.-]?(?=.)")
_SUFFIX = re.compile(r"\((?:html|text)\)$|名称(?:\((?:html|text)\))?$")


@lru_cache(maxsize=4096)
def mark_of(comment: str) -> tuple[str, bool] | None:
    """The part of an article that a comment marks, and whether it opens it; None for any other comment."""
    if len(comment) > MAX_MARK:
        return None
    if _END.search(comment):
        return BODY, False
    if _BEGIN.match(comment):
        return BODY, True
    tagged = _TAGGED.match(comment)
    if tagged:
        role = _role_of(tagged["name"])
        return (role, not tagged["close"]) if role else None
    named = _NAMED.match(comment)
    border = ((named["first"] or named["last"]) or "").lower() if named else ""
    role = _role_of(named["name"]) if named and border else ""
    return (role, border not in _CLOSING) if role else None


def part_of(tag: str) -> str:
    """The part of a line that an element outside HTML names (<founder-title>), or "" ."""
    role = _role_of(tag) if "-" in tag or ":" in tag else ""
    return "" if role in (BODY, CAPTION) else role


def _role_of(name: str) -> str:
    name = _SUFFIX.sub("", name.lower())
    return _marks().get(name) or _marks().get(_PREFIX.sub("", name), "")


@cache
def _marks() -> dict[str, str]:
    marks: dict[str, list[str]] = words()["marks"]
    return {name: role for role, names in marks.items() for name in names}
