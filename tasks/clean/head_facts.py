"""What a page says of itself to machines: <meta>, JSON-LD, comments of content systems, script variables."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from html import unescape
from itertools import islice

from tasks.clean.blocks import Markup
from tasks.clean.dates import machine_date
from tasks.clean.names import words
from tasks.clean.tokens import collapse, plain

MAX_VALUE, MAX_FIELD, MAX_ISSUER, EPOCH_DIGITS = 300, 40, 400, 10
_LABEL = re.compile(r"^\s*[\u3400-\u9fff]{2,5}\s*[:：]\s*")
_ADDRESS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
MAX_SCRIPT, MAX_MOMENTS = 200_000, 60
MAX_STATE, MIN_STATE = 2_000_000, 200
_ENP = re.compile(
    r"<(?:founder-)?(title|subtitle|date|author|source|sourcename|nodename|introtitle)>(.*?)</(?:founder-)?\1>",
    re.IGNORECASE | re.DOTALL,
)
_LD_DATE = re.compile(r'"(?:pubDate|datePublished|uploadDate)"\s*:\s*"([^"]{8,40})"')
_LD_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*(?:\{[^{}]{0,200}?"name"\s*:\s*)?"([^"\\]{2,30})"')
_LD_AUTHORS = re.compile(r'"author"\s*:\s*\[([^\[\]]{2,800})\]')
_LD_NAME = re.compile(r'"name"\s*:\s*"([^"\\]{2,30})"')
_LD_PUBLISHER = re.compile(r'"publisher"\s*:\s*\[?\s*\{')
_LD_INNER = re.compile(r"\{[^{}]*\}")
_LD_TITLE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){2,200})"')
_SCRIPT_BODY = re.compile(
    r"""["']?(?:content|articleContent|article_content|articleBody|newsContent|detailContent|body|text|html)["']?\s*:\s*"((?:[^"\\]|\\.)*+)\""""
    r"""|["']data["']\s*:\s*"(?=(?:<|\\u003[cC])(?:p|div|section)\b)((?:[^"\\]|\\.)*+)\""""
)
_MOMENT = re.compile(r"20\d\d[-/年.]\d\d?[-/月.]\d\d?[^\"'<>]{0,16}|1[0-9]{9}(?:[0-9]{3})?(?![0-9])")
_WECHAT_KEY = re.compile(r"\b(?:ct|publish_time|createTime|oriCreateTime)\s*=\s*[\"']?$")
_TIME_KEY = re.compile(
    r"(?:publish_?time|pub_?time|pub_?date|publish_?date|news_?time|create_?time|ptime)[\"']?\s*[:=]\s*[\"']?$",
    re.IGNORECASE,
)
_WECHAT_NAME = re.compile(r"""\bnickname\s*=\s*(?:htmlDecode\()?["']([^"']{2,40})["']""")
_TIME_HINTS = (
    "ublish",
    "UBLISH",
    "ubtime",
    "ub_time",
    "ubTime",
    "ubdate",
    "ub_date",
    "ubDate",
    "ewsTime",
    "ews_time",
    "reate",
    "ptime",
    "ct =",
    "ct=",
)
_SOURCE_HINTS = ("source", "Source", "media", "origin", "laiyuan", "ly =", "ly=")
_SCRIPT_SOURCE = re.compile(
    r"""["'](?:source|mediaName|media_name|sourceName|source_name|media|origin|articleSource)["']\s*:\s*["']([^"'{}<>]{2,120})["']"""
    r"""|(?<![\w.$])(?:source|mediaName|sourceName|articleSource|contentSource|newsSource|laiyuan|ly)\s*[:=]\s*["']([\u3400-\u9fff][^"'{}<>]{1,19})["']"""
)


_NAMED = re.compile(r"[\u3400-\u9fffA-Z]")


@dataclass(frozen=True)
class HeadFacts:
    """The facts of a page's head; an empty string where it gives none. `published` is ISO 8601."""

    title: str = ""
    subtitle: str = ""
    published: str = ""
    publisher: str = ""
    author: str = ""
    site: str = ""
    section: str = ""
    url: str = ""
    loose: Mapping[str, str] = field(default_factory=dict)
    cued: Mapping[str, str] = field(default_factory=dict)


def head_facts(markup: Markup) -> HeadFacts:
    """The facts that metas, comments and scripts carry, the most reliable first."""
    facts = _fill(_from_comments(markup), _from_metas(markup.metas))
    return _fill(facts, _from_scripts(markup.scripts))


def marked_title(markup: Markup) -> str:
    """The title that a content system marks as such in the page, or "" ."""
    return _from_comments(markup).title


def _from_comments(markup: Markup) -> HeadFacts:
    facts = HeadFacts()
    for comment in markup.comments:
        if "enpproperty" in comment or "<founder-" in comment:
            facts = _fill(facts, _from_enp(comment))
    marked = {role: text for role, text, _ in reversed(markup.fields) if role in ("marked_title", "marked_subtitle")}
    title, subtitle = marked.get("marked_title", ""), marked.get("marked_subtitle", "")
    return _fill(facts, HeadFacts(title=title[:MAX_VALUE], subtitle=subtitle[:MAX_VALUE]))


@cache
def _meta_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = words()["metas"]
    return {role: [name.lower() for name in listed] for role, listed in names.items()}


def _from_metas(metas: list[dict[str, str]]) -> HeadFacts:
    values: dict[str, str] = {}
    for meta in metas:
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").replace(" ", "").lower()
        content = plain(collapse(meta.get("content", "")))
        if name and content and len(content) <= MAX_VALUE:
            values.setdefault(name, content)
    found = {role: _first_of(values, names) for role, names in _meta_names().items()}
    dates = [machine_date(values[name]) for name in _meta_names()["published"] if values.get(name)]
    return HeadFacts(
        title=found["title"],
        published=next((moment for moment in dates if moment), ""),
        publisher=found["publisher"],
        author=found["author"],
        site=found["site"],
        section=found["section"],
        url=found["url"],
    )


def _first_of(values: Mapping[str, str], names: list[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")


def _from_enp(comment: str) -> HeadFacts:
    found = {
        match[1].lower(): plain(collapse(re.sub(r"<[^>]*>", "", match[2])))[:MAX_VALUE]
        for match in _ENP.finditer(comment)
    }
    return HeadFacts(
        title=found.get("title", ""),
        subtitle=found.get("subtitle", ""),
        published=machine_date(found.get("date", "")) or "",
        publisher=found.get("source", "") or found.get("sourcename", ""),
        author=found.get("author", ""),
        section=found.get("nodename", ""),
    )


def _from_scripts(scripts: list[str]) -> HeadFacts:
    facts = HeadFacts()
    for script in scripts:
        if len(script) <= MAX_SCRIPT:
            facts = _fill(facts, _from_script(script))
    return facts


@lru_cache(maxsize=64)
def _from_script(script: str) -> HeadFacts:
    """The facts of one script; the pages of a site share most of theirs."""
    linked = "datePublished" in script or "pubDate" in script
    date = _LD_DATE.search(script) if linked else None
    author = _LD_AUTHOR.search(script) if linked else None
    title = _LD_TITLE.search(script) if '"headline"' in script else None
    account = _WECHAT_NAME.search(script) if "nickname" in script else None
    source = _SCRIPT_SOURCE.search(script) if any(hint in script for hint in _SOURCE_HINTS) else None
    certain, likely = _script_dates(script) if any(hint in script for hint in _TIME_HINTS) else ("", "")
    issuer = _issuer(script) if linked else ""
    outlet = _unescape(source[1] or source[2])[:40] if source else issuer
    loose = {"published": likely, "publisher": outlet if _NAMED.search(outlet) else ""}
    return HeadFacts(
        title=_unescape(title[1]) if title else "",
        published=(machine_date(date[1]) if date else None) or certain,
        publisher=account[1] if account else "",
        author=_writers(script) or (author[1] if author else ""),
        loose={name: value for name, value in loose.items() if value},
    )


def _issuer(script: str) -> str:
    """The name of the publisher in JSON-LD, or "" ."""
    match = _LD_PUBLISHER.search(script)
    within = _LD_INNER.sub("", script[match.end() : match.end() + MAX_ISSUER]) if match else ""
    name = _LD_NAME.search(within.partition("}")[0])
    return name[1] if name else ""


def _writers(script: str) -> str:
    """The names of several authors in JSON-LD, or "" ."""
    match = _LD_AUTHORS.search(script) if "datePublished" in script else None
    return "、".join(_LD_NAME.findall(match[1])) if match else ""


def with_fields(facts: HeadFacts, fields: Sequence[tuple[str, str]]) -> HeadFacts:
    """The facts with what elements named after a field hold; kept apart, since their names mislead at times."""
    cued: dict[str, str] = {}
    for role, text in fields:
        value = _LABEL.sub("", text)
        numbered = value.isdigit() and not (role == "published" and len(value) >= EPOCH_DIGITS)
        if 2 <= len(value) <= MAX_FIELD and not numbered and not _ADDRESS.match(value):
            cued.setdefault(role, value)
    return replace(facts, cued=cued)


def _script_dates(script: str) -> tuple[str, str]:
    """The date that an account's page states of itself, and one that any other variable of such a name holds."""
    certain = likely = ""
    for match in islice(_MOMENT.finditer(script), MAX_MOMENTS):
        before = script[max(0, match.start() - 30) : match.start()]
        if not certain and _WECHAT_KEY.search(before):
            certain = machine_date(match[0]) or ""
        elif not likely and _TIME_KEY.search(before):
            likely = machine_date(match[0]) or ""
    return certain, likely


def scripted_body(scripts: list[str]) -> str:
    """The longest HTML or text that scripts carry under a name for content; "" when there is none of any length."""
    best = ""
    for script in scripts:
        if len(script) <= MAX_STATE:
            for match in _SCRIPT_BODY.finditer(script):
                best = max(best, match[1] or match[2] or "", key=len)
    return unescape(_unescape(best)) if len(best) >= MIN_STATE else ""


def _unescape(text: str) -> str:
    try:
        value = json.loads(f'"{text}"')
    except ValueError:
        return text
    return str(value)


def _fill(facts: HeadFacts, other: HeadFacts) -> HeadFacts:
    """The first facts, gaps filled from the others."""
    names = ("title", "subtitle", "published", "publisher", "author", "site", "section", "url")
    gaps = {name: getattr(other, name) for name in names if not getattr(facts, name)}
    return replace(facts, **gaps, loose={**other.loose, **facts.loose})
