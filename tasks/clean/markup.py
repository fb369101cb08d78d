"""HTML as a flat list of text blocks with the containers that hold them, in one linear pass.

A page is read token by token with one possessive regular expression and a stack of open containers;
no parse tree is built. The tree builders of the standard make some short inputs quadratic (deep
nesting, unclosed formatting tags), and pages come from strangers: here every character is looked at
a fixed number of times, whatever the page is. Inline elements do not matter to the reading, so only
containers are kept: a container is a run of blocks, which makes its sums a subtraction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

MAX_DEPTH = 256
MAX_SEARCH = 48
MAX_TOKENS = 1_500_000
JOINT = "\x1f"
"""Stands in a block's text where an inline element begins or ends; fields are told apart by it."""

TOKEN = re.compile(
    r"<(?:"
    r"(?P<raw>(?i:script|style|textarea|title|noscript|iframe|xmp|svg|math|template|select|noframes|object))(?=[\s/>])"
    r"(?P<raw_attributes>(?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[\"'=])*+)>"
    r"|(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[\"'=])*+)>"
    r"|!--(?P<comment>(?:[^-]++|-(?!->))*+)(?:-->|\Z)"
    r"|(?P<lost>[!?/][^>]*+(?:>|\Z)|[a-zA-Z][\s\S]*+\Z)"
    r")"
)
ATTRIBUTE = re.compile(r"([a-zA-Z_:][-\w:.]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\ufeff]+")
INDENT = re.compile(
    r"(?<=[。！？!?”」』；;：:…）)])[\x1f\s\u00a0]*[\u3000\u00a0]{2,}[\x1f\s\u3000\u00a0]*(?=[^\s\x1f\u3000\u00a0])"
)
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
        "st1:chsdate",
        "st1:chmetcnv",
        "st1:personname",
        "v:shape",
        "g-emoji",
    ]
)
VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "col",
        "embed",
        "frame",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "video",
        "audio",
    ]
)
LEAVES = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"])
CLOSED_BY = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "table", "td", "th"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "table", "td", "th"))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "table", "td", "th"))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "tbody": (frozenset(("thead", "tbody", "tfoot")), frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
CELLS = frozenset(("td", "th", "table"))
TABLE_PARTS = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "table"))


class TooManyTagsError(ValueError):
    """A page of more than MAX_TOKENS tags."""


@dataclass(slots=True)
class Block:
    """One line of the page: its text, where it stands and what part of it is link text."""

    text: str
    node: int
    tag: str
    cue: str = ""
    link: int = 0
    bold: int = 0
    marked: bool = False
    href: str = ""


@dataclass(slots=True)
class Node:
    """A container: blocks `first` to `last` (exclusive) lie inside it."""

    tag: str
    parent: int
    cue: str
    first: int
    depth: int
    last: int = 0
    hidden: bool = False
    children: int = 0


@dataclass(slots=True)
class Markup:
    """What one pass over a page yields."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    metas: list[dict[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    shape: list[str] = field(default_factory=list)
    passwords: int = 0
    frames: int = 0


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name, entities resolved."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(source):
        value = match.group(2) or match.group(3) or match.group(4) or ""
        found.setdefault(match.group(1).lower(), unescape(value) if "&" in value else value)
    return found


def collapse(text: str) -> str:
    """The text with each run of blanks as one space, none at the ends; joints kept."""
    return SPACE.sub(" ", text).strip(" ")


def plain(text: str) -> str:
    """The text without joints, runs of blanks as one space."""
    return SPACE.sub(" ", text.replace(JOINT, "")).strip(" ") if JOINT in text else text


def read_markup(html: str) -> Markup:
    """The blocks, containers and head facts of a page. Raises TooManyTagsError for absurd ones."""
    reader = _Reader(html)
    reader.run()
    return reader.markup


class _Reader:
    """The state of the pass: open containers, the text run, the link that is open."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.markup = Markup()
        self.stack: list[int] = []
        self.run_parts: list[str] = []
        self.run_link = 0
        self.run_bold = 0
        self.run_href = ""
        self.leaf = ""
        self.leaf_cue = ""
        self.link_node = -1
        self.link_start = -1
        self.href = ""
        self.bold = 0
        self.marked = False
        self.hidden_at = -1
        self.push("body", "", False)

    def run(self) -> None:
        html, position, count = self.html, 0, 0
        length = len(html)
        search = TOKEN.search
        while position < length:
            match = search(html, position)
            if match is None:
                break
            count += 1
            if count > MAX_TOKENS:
                raise TooManyTagsError(f"more than {MAX_TOKENS} tags")
            if match.start() > position:
                self.text(html[position : match.start()])
            position = self.token(match)
        if position < length:
            self.text(html[position:])
        self.flush()
        self.close_to(0)

    def token(self, match: re.Match[str]) -> int:
        """Handle one token; the position where reading goes on."""
        kind = match.lastgroup
        if kind == "attributes":
            if match.group("close"):
                self.end(match.group("tag").lower())
            else:
                self.start(match.group("tag").lower(), match.group("attributes"))
        elif kind == "raw_attributes":
            return self.raw(match.group("raw").lower(), match.group("raw_attributes"), match.end())
        elif kind == "comment":
            self.comment(match.group("comment"))
        return match.end()

    def raw(self, tag: str, attributes: str, position: int) -> int:
        """An element whose content is not markup of the page: skip it, keep what tells facts."""
        if attributes.endswith("/") and tag in ("svg", "math", "object"):
            return position
        close = _closing(tag).search(self.html, position)
        content = self.html[position : close.start()] if close else self.html[position:]
        if tag == "title" and not self.markup.title:
            self.markup.title = collapse(unescape(content))
        elif tag == "script":
            self.markup.scripts.append(content)
        elif tag == "iframe":
            self.markup.frames += 1
        return close.end() if close else len(self.html)

    def text(self, data: str) -> None:
        if self.hidden_at >= 0:
            return
        if "&" in data:
            data = unescape(data)
        self.run_parts.append(data)
        if self.link_node >= 0:
            self.run_link += len(data.strip())
            self.run_href = self.run_href or self.href
        if self.bold:
            self.run_bold += len(data.strip())

    def comment(self, content: str) -> None:
        """Content-management systems mark the body and its facts in comments."""
        text = content.strip()
        if not text or len(text) > 4000:
            return
        self.markup.comments.append(text)
        mark = _mark(text)
        if mark is not None:
            self.flush()
            self.marked = mark

    def start(self, tag: str, attributes: str) -> None:
        if tag in INLINE:
            self.inline(tag, attributes)
        elif tag == "br":
            self.flush()
        elif tag in VOID or tag == "hr":
            self.void(tag, attributes)
        elif tag in LEAVES:
            self.flush()
            self.leaf = tag
            self.leaf_cue = _cue(attributes) if attributes else ""
            self.bold = 0
        elif tag not in ("html", "head", "body", "tbody", "thead", "tfoot", "center"):
            self.open(tag, attributes)

    def inline(self, tag: str, attributes: str) -> None:
        if tag == "a":
            self.close_link()
            if "href" in attributes:
                self.link_node = len(self.stack)
                self.link_start = len(self.run_parts)
                self.href = attributes_of(attributes).get("href", "")
        elif tag in ("b", "strong"):
            self.bold += 1
            return
        if self.run_parts:
            self.run_parts.append(JOINT)

    def void(self, tag: str, attributes: str) -> None:
        if tag == "meta":
            self.markup.metas.append(attributes_of(attributes))
        elif tag == "hr":
            self.flush()
        elif tag == "frame":
            self.markup.frames += 1
        elif tag == "input" and "password" in attributes.lower():
            self.markup.passwords += 1

    def open(self, tag: str, attributes: str) -> None:
        self.flush()
        self.leaf = self.leaf_cue = ""
        self.bold = 0
        rule = CLOSED_BY.get(tag)
        if rule:
            self.imply(*rule)
        cue, hidden = "", False
        if attributes:
            cue = _cue(attributes)
            hidden = "none" in attributes and bool(HIDDEN.search(attributes))
        self.push(tag, cue, hidden)

    def push(self, tag: str, cue: str, hidden: bool) -> None:
        if len(self.stack) >= MAX_DEPTH:
            return
        nodes = self.markup.nodes
        parent = self.stack[-1] if self.stack else -1
        if parent >= 0:
            nodes[parent].children += 1
        self.stack.append(len(nodes))
        nodes.append(Node(tag, parent, cue, len(self.markup.blocks), len(self.stack), hidden=hidden))
        if hidden and self.hidden_at < 0:
            self.hidden_at = len(self.stack)

    def imply(self, closes: frozenset[str], stops: frozenset[str]) -> None:
        """Close the sibling that a new cell, row or item ends without saying so."""
        nodes = self.markup.nodes
        for level in range(len(self.stack) - 1, max(0, len(self.stack) - MAX_SEARCH), -1):
            tag = nodes[self.stack[level]].tag
            if tag in closes:
                self.close_to(level)
                return
            if tag in stops:
                return

    def end(self, tag: str) -> None:
        if tag in INLINE:
            if tag == "a":
                self.close_link()
            elif tag in ("b", "strong"):
                self.bold = max(0, self.bold - 1)
                return
            if self.run_parts:
                self.run_parts.append(JOINT)
        elif tag in LEAVES or tag == "br":
            self.flush()
            self.leaf = self.leaf_cue = ""
        elif tag not in VOID:
            self.end_container(tag)

    def end_container(self, tag: str) -> None:
        self.flush()
        self.leaf = self.leaf_cue = ""
        nodes = self.markup.nodes
        for level in range(len(self.stack) - 1, max(0, len(self.stack) - MAX_SEARCH), -1):
            open_tag = nodes[self.stack[level]].tag
            if open_tag == tag:
                self.close_to(level)
                return
            if open_tag in CELLS and tag not in TABLE_PARTS:
                return

    def close_to(self, level: int) -> None:
        last = len(self.markup.blocks)
        while len(self.stack) > level:
            self.markup.nodes[self.stack.pop()].last = last
        if self.link_node > len(self.stack):
            self.close_link()
        if self.hidden_at > len(self.stack):
            self.hidden_at = -1

    def close_link(self) -> None:
        if self.link_node >= 0 and self.href:
            label = plain(collapse("".join(self.run_parts[self.link_start :])))
            if 0 < len(label) <= 12:
                self.markup.links.append((label, self.href))
        self.link_node = -1
        self.href = ""

    def flush(self) -> None:
        """End the text run: it becomes a block, or several where it is indented inside."""
        if not self.run_parts:
            return
        whole = "".join(self.run_parts)
        parts = [whole]
        if len(whole) > 60 and ("\u3000\u3000" in whole or "\u00a0\u00a0" in whole):
            parts = INDENT.split(whole)
        if self.leaf == "pre":
            parts = [line for part in parts for line in part.split("\n")]
        share = self.run_link / max(1, len(whole))
        for part in parts:
            self.add(part, share)
        self.run_parts = []
        self.run_link = self.run_bold = 0
        self.run_href = ""
        self.link_start = 0

    def add(self, part: str, share: float) -> None:
        text = collapse(part).strip(" " + JOINT)
        if not text:
            return
        link = min(len(text), self.run_link if share > 0.95 else round(share * len(part)))
        block = Block(text, self.stack[-1], self.leaf, self.leaf_cue, link, self.run_bold, self.marked, self.run_href)
        self.markup.blocks.append(block)


def _cue(attributes: str) -> str:
    """The class, id and role of a container in lower case, separated by blanks."""
    found = [
        (match.group(2) or match.group(3) or match.group(4) or "")
        for match in ATTRIBUTE.finditer(attributes)
        if match.group(1).lower() in ("class", "id", "itemprop", "role", "name")
    ]
    return " ".join(found).lower()


_CLOSING: dict[str, re.Pattern[str]] = {}


def _closing(tag: str) -> re.Pattern[str]:
    if tag not in _CLOSING:
        _CLOSING[tag] = re.compile(rf"</{tag}\s*+[^>]*+>", re.IGNORECASE)
    return _CLOSING[tag]


BEGIN = re.compile(
    r"(?:enpcontent|htmlbox|zoom|content|article|正文(?:内容|部分)?|内容|文章(?:内容|正文)|main\s?content)"
    r"[\s_-]*(?:begin|start|开始|区开始)?$"
    r"|^(?:begin|start|开始)[\s_:：-]*(?:content|article|正文|文章内容)$",
    re.IGNORECASE,
)
END = re.compile(
    r"^/(?:enpcontent|htmlbox|content|article|正文)$"
    r"|^(?:enpcontent|htmlbox|content|article|正文(?:内容)?|内容|文章(?:内容|正文)|main\s?content)[\s_-]*(?:end|over|结束|区结束)$"
    r"|^(?:end|结束)[\s_:：-]*(?:content|article|正文|文章内容)$",
    re.IGNORECASE,
)


def _mark(comment: str) -> bool | None:
    """True where a comment opens the body, False where it closes it, None for any other."""
    if len(comment) > 40:
        return None
    if END.search(comment):
        return False
    return True if BEGIN.match(comment) else None
