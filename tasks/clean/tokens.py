"""The tokens of HTML: one possessive expression that looks at every character a fixed number of times.

Unclosed tags, comments and raw elements swallow the rest of the page, as in browsers; that is what
keeps hostile input linear, since no search is ever begun twice.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

JOINT = "\x1f"
"""Stands in a line where an inline element begins or ends; fields are told apart by it."""
MAX_COLSPAN = 40

_ATTRIBUTES = r"(?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[\"'=])*+"
TOKEN = re.compile(
    r"<(?:"
    rf"(?P<raw>(?i:script|style|textarea|title|noscript|iframe|xmp|noframes))(?=[\s/>])(?P<raw_attributes>{_ATTRIBUTES})>"
    r"(?P<content>(?:[^<]++|<(?!/(?i:(?P=raw))[\s/>]))*+)(?:</[^>]*+>|\Z)"
    rf"|(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>"
    r"|!--(?P<comment>(?:[^-]++|-(?!->))*+)(?:-->|\Z)"
    r"|(?P<lost>[!?/][^>]*+(?:>|\Z)|[a-zA-Z][\s\S]*+\Z)"
    r")"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][-\w:.]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_CUE = re.compile(
    r"(?<![-\w:])(?:class|id|itemprop|role|name)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))", re.IGNORECASE
)
# Entities that are never meant as such: blanks, quotation marks, dashes and dots.
_TWICE = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|[lr][ds]quo|hellip|mdash|ndash|middot|bull|times|permil|yen);")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\ufeff]+")
_STATED = re.compile(
    r"(?<![-\w])(?:datetime|title)\s*+=\s*+[\"']((?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d[^\"'<>]{0,16})[\"']", re.IGNORECASE
)
_SPANS = re.compile(r"(?<![-\w:])(col|row)span\s*+=\s*+[\"']?\s*+([0-9]{1,3})(?![0-9])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])aria-hidden\s*=\s*[\"']?true")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_HIDDEN_NAME = re.compile(r"(?:^|\s)hidden(?=[\s/=]|$)")
_NO_SIZE = re.compile(r"font-size\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?=[;!\"']|$)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*(?!0(?![.\d])|0\.0)", re.IGNORECASE)

INLINE, ANCHOR, FAINT, BREAK, META, VOID, LEAF, WRAPPER, CONTAINER, UNSEEN, RAISED = range(11)
_KINDS = {
    INLINE: "abbr acronym bdi bdo big cite code data del dfn em i ins kbd label mark nobr q rp rt ruby s samp small "
    "span strike sub time tt u var o:p st1:chsdate st1:chmetcnv st1:personname v:shape g-emoji",
    ANCHOR: "a",
    RAISED: "sup",
    FAINT: "b strong font wbr",
    BREAK: "br hr center",
    META: "meta",
    VOID: "area base basefont bgsound col embed frame img input keygen link param source track",
    LEAF: "p h1 h2 h3 h4 h5 h6 pre",
    WRAPPER: "html head body tbody thead tfoot colgroup",
    CONTAINER: "div section article main td th tr table ul ol menu li dl dt dd form fieldset header footer nav aside "
    "figure figcaption blockquote address details summary caption dir frameset hgroup legend",
    UNSEEN: "svg math object select template audio video button canvas map datalist",
}
ELEMENTS = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_LABELS = (
    "来源|稿源|出处|媒体|作者|记者|撰稿|供稿|投稿|采写|文字|摄影|编辑|责编|编审|审核|审稿|初审|复审|终审|签发|核稿|录入"
    "|时间|日期|机构|单位|部门|文号|次数|浏览|点击|字号|字体"
)
_INDENT = re.compile(
    rf"(?<!(?:{_LABELS})[：:])"
    r"(?<=[。！？!?”」』；;：:…）)])[\x1f\s\u00a0]*[\u3000\u00a0]{2,}[\x1f\s\u3000\u00a0]*(?=[^\s\x1f\u3000\u00a0])"
)


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name, entities resolved; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


@lru_cache(maxsize=4096)
def cue_of(attributes: str) -> str:
    """The class, id and role of an element in lower case, separated by blanks."""
    return " ".join(match[1] or match[2] or match[3] or "" for match in _CUE.finditer(attributes)).lower()


def stated_moment(attributes: str) -> str:
    """The moment of publication that an inline element states for machines (<time datetime=...>), or "" ."""
    match = _STATED.search(attributes) if "T" in attributes else None
    if match is None:
        return ""
    cue = cue_of(attributes)
    return match[1] if "publish" in cue or not ("updated" in cue or "modified" in cue) else ""


@lru_cache(maxsize=4096)
def hides(attributes: str) -> bool:
    """Whether an element is taken from view, or from the readers of it, by its style or an attribute."""
    attributes = attributes.lower()
    if "none" not in attributes and "hidden" not in attributes:
        return False
    if _HIDDEN.search(attributes):
        return True
    return "hidden" in attributes and _HIDDEN_NAME.search(_QUOTED.sub("", attributes)) is not None


def has_no_size(attributes: str) -> bool:
    """Whether the text of an element is set in letters of no size."""
    return "size" in attributes and _NO_SIZE.search(attributes) is not None


def has_size(attributes: str) -> bool:
    """Whether an element sets its text in letters of some size."""
    return "size" in attributes and _SIZE.search(attributes) is not None


def spans_of(attributes: str) -> tuple[int, int]:
    """How many columns and rows a cell takes."""
    spans = {match[1].lower(): max(int(match[2]), 1) for match in _SPANS.finditer(attributes)}
    return min(spans.get("col", 1), MAX_COLSPAN), spans.get("row", 1)


def unescaped(text: str) -> str:
    """The text behind entities; those that a content system escaped twice (&amp;nbsp;) once more."""
    text = unescape(text)
    return _TWICE.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text


def collapse(text: str) -> str:
    """The text with each run of blanks as one space, none at the ends; joints kept."""
    return _SPACE.sub(" ", text).strip(" ")


def plain(text: str) -> str:
    """The text without joints, runs of blanks as one space."""
    return _SPACE.sub(" ", text.replace(JOINT, "")).strip(" ") if JOINT in text else text


def split_indented(text: str) -> list[str]:
    """Paragraphs that only their indents tell apart; what follows a label (来源：　　青石日报) is none."""
    return _INDENT.split(text)
