"""HTML as a flat list of text blocks with the containers that hold them, in one linear pass.

Tokens are read with a stack of open containers; no parse tree is built. The tree builders of the
standard make some short inputs quadratic (deep nesting, unclosed formatting tags), and pages come
from strangers. Inline elements do not matter to the reading, so only containers are kept: a
container is a run of blocks, which makes its sums a subtraction.
"""

from __future__ import annotations

import re
from html import unescape

from tasks.clean.blocks import Block, Markup
from tasks.clean.marks import BODY as BODY_PART
from tasks.clean.marks import CAPTION, mark_of, part_of
from tasks.clean.nesting import Nesting, may_veil
from tasks.clean.page_fields import EDGES, field_texts
from tasks.clean.page_words import BODY, cue_flags, field_of
from tasks.clean.raised import write_raised
from tasks.clean.tokens import (
    ANCHOR,
    BREAK,
    CONTAINER,
    ELEMENTS,
    FAINT,
    INLINE,
    JOINT,
    LEAF,
    META,
    RAISED,
    TOKEN,
    UNSEEN,
    VOID,
    WRAPPER,
    attributes_of,
    collapse,
    cue_of,
    hides,
    spans_of,
    split_indented,
    stated_moment,
    unescaped,
)

MAX_COMMENT = 4000
MAX_ESCAPED = 400_000
MAX_FIELDS, MAX_ALT, LABEL_REACH = 12, 20, 200
_INNER_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_FIELD_HINT = re.compile("source|name|author|media|from")
_SOURCE_LABEL = re.compile(rf"(?:来源|稿源|來源)\s*[:：][\s{JOINT}]*$")
_CLOSED_BY = {
    "li": (("li",), ("ul", "ol", "menu", "table", "td", "th")),
    "dt": (("dt", "dd"), ("dl", "table", "td", "th")),
    "dd": (("dt", "dd"), ("dl", "table", "td", "th")),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr",), ("table",)),
}


def read_markup(html: str, *, reveal: bool = False) -> Markup:
    """The blocks, containers and head facts of a page; `reveal` shows what its styles hide.

    Raises TooManyTagsError for absurd pages.
    """
    reader = _Reader(reveal)
    reader.read(html)
    reader.finish()
    return reader.markup


def unfold(markup: Markup, html: str) -> None:
    """Add the blocks of a body that a page carries in a script, as the only ones of the page."""
    inner = read_markup(html)
    markup.nodes, markup.blocks = inner.nodes, inner.blocks


class _Reader(Nesting):
    """The state of the pass: open containers, the text run, the link that is open."""

    def __init__(self, reveal: bool) -> None:
        super().__init__(reveal)
        self.parts: list[str] = []
        self.linked = 0
        self.raised_at = -1
        self.leaf = self.leaf_cue = ""
        self.marked = False
        self.captioned = False
        self.escaped = False
        self.awaited: list[tuple[str, int]] = []
        self.push("body", "", unseen=False)

    def read(self, html: str) -> None:
        position = 0
        for match in TOKEN.finditer(html):
            start, end = match.span()
            if start > position and self.unseen_at < 0 and not self.veil:
                data = html[position:start]
                if self.parts or not data.isspace():
                    self.text(data)
            position = end
            kind = match.lastgroup
            if kind == "attributes":
                close, tag, attributes = match.group(4, 5, 6)
                if self.veil or (attributes and may_veil(attributes)):
                    self.look(close, tag, attributes)
                element = ELEMENTS.get(tag, -1)
                if element == INLINE and not attributes:
                    if self.parts:
                        self.parts.append(JOINT)
                elif element != FAINT or attributes:
                    self.tag(close, tag, attributes)
            elif kind == "content":
                self.raw(match[1].lower(), match[2], match[3])
            elif kind == "comment":
                self.comment(match["comment"])
        if position < len(html) and self.unseen_at < 0 and not self.veil:
            self.text(html[position:])

    def finish(self) -> None:
        self.flush()
        self.close_to(0)

    def tag(self, close: str, tag: str, attributes: str) -> None:
        kind = ELEMENTS.get(tag, -1)
        if kind < 0:
            tag = tag.lower()
            kind = ELEMENTS.get(tag, -1)
        if kind == CONTAINER:
            self.container(close, tag, attributes, kind)
        elif kind == ANCHOR:
            self.anchor(close, attributes)
        elif kind == INLINE:
            if self.parts:
                self.parts.append(JOINT)
            if attributes and not close:
                self.await_field(cue_of(attributes))
                moment = stated_moment(attributes)
                self.markup.fields.extend([("moment", moment, len(self.markup.blocks))] if moment else [])
        elif kind == RAISED:
            self.raise_text(close)
        elif kind == LEAF:
            self.flush()
            self.leaf, self.leaf_cue = ("", "") if close else (tag, cue_of(attributes) if attributes else "")
            self.await_field(self.leaf_cue)
        elif kind == BREAK:
            self.flush()
        elif kind in (META, VOID):
            self.void(tag, attributes)
        elif kind not in (FAINT, WRAPPER):
            self.container(close, tag, attributes, kind)

    def container(self, close: str, tag: str, attributes: str, kind: int) -> None:
        if self.parts:
            self.flush()
        self.leaf = self.leaf_cue = ""
        if close:
            if self.awaited:
                self.awaited = []
            if self.markup.nodes[self.stack[-1]].tag == tag and len(self.stack) > 1:
                self.close_to(len(self.stack) - 1)
            else:
                self.end(tag)
            return
        if kind == UNSEEN and attributes.endswith("/"):
            return
        if tag in _CLOSED_BY:
            self.imply(*_CLOSED_BY[tag])
        cue, unseen = "", kind == UNSEEN
        if attributes:
            cue = cue_of(attributes)
            self.await_field(cue)
            unseen = unseen or (hides(attributes) and not self.reveal)
        if kind < 0:
            cue = f"{tag} {cue}"
            if named := part_of(tag):
                self.part(named, opens=True)
        self.push(tag, cue, unseen=unseen and not cue_flags(cue) & BODY)
        if tag in ("td", "th") and "span" in attributes.lower():
            self.markup.nodes[-1].spans = spans_of(attributes)

    def raw(self, tag: str, attributes: str, content: str) -> None:
        """An element whose content is not markup of the page: keep what tells facts."""
        if tag == "script":
            self.markup.scripts.append(content)
        elif tag == "title":
            self.markup.title = self.markup.title or collapse(unescaped(_INNER_TAG.sub("", content)))
        elif tag == "iframe":
            self.markup.frames += 1
        elif tag == "textarea":
            self.textarea(cue_of(attributes), content)

    def textarea(self, cue: str, content: str) -> None:
        """Some pages carry the article, escaped, in a text area that a script unfolds."""
        if len(content) <= 200:
            place = len(self.markup.blocks)
            self.markup.fields.append((field_of(cue) or cue, collapse(unescape(content)), place))
        elif "content" in cue and "&lt;" in content and not self.escaped and len(content) < MAX_ESCAPED:
            self.escaped = True
            self.container("", "article", f'class="{cue}"', CONTAINER)
            self.read(unescape(content))
            self.container("/", "article", "", CONTAINER)

    def text(self, data: str) -> None:
        if "&" in data:
            data = unescaped(data)
        self.parts.append(data)
        if self.link_depth >= 0:
            self.linked += len(data.strip())

    def comment(self, content: str) -> None:
        """Content-management systems mark the body and its facts in comments."""
        text = content.strip()
        if not text or len(text) > MAX_COMMENT:
            return
        self.markup.comments.append(text)
        if (mark := mark_of(text)) is not None:
            self.part(*mark)

    def part(self, role: str, opens: bool) -> None:
        """Begin or end what a comment or an element outside HTML marks as a part of the article."""
        if role in (BODY_PART, CAPTION):
            self.flush()
            self.marked = opens if role == BODY_PART else self.marked
            self.captioned = opens and role == CAPTION
            return
        if self.parts:
            self.parts.append(JOINT)
        if opens:
            self.awaited.append((role, len(self.parts)))
        elif not self.parts:
            # Nothing stands in it, and what follows is another part's.
            self.awaited = []

    def anchor(self, close: str, attributes: str) -> None:
        self.link_depth = -1
        if not close and ("href" in attributes or "HREF" in attributes):
            self.link_depth = len(self.stack)
        if self.parts:
            self.parts.append(JOINT)
        if not close and _FIELD_HINT.search(attributes):
            self.await_field(cue_of(attributes))

    def raise_text(self, close: str) -> None:
        """Begin raised text, or end it and keep it apart from what stands before."""
        if close:
            write_raised(self.parts, self.raised_at)
        if self.parts:
            self.parts.append(JOINT)
        self.raised_at = -1 if close else len(self.parts)

    def await_field(self, cue: str) -> None:
        if role := field_of(cue) if cue else "":
            self.awaited.append((role, len(self.parts)))

    def settle_fields(self) -> None:
        """Keep the text of elements that hold a field."""
        place = len(self.markup.blocks)
        self.markup.fields += [(*found, place) for found in field_texts(self.awaited[:MAX_FIELDS], self.parts)]
        self.awaited = []

    def void(self, tag: str, attributes: str) -> None:
        if tag == "meta":
            self.markup.metas.append(attributes_of(attributes))
        elif tag == "frame":
            self.markup.frames += 1
        elif tag == "img" and _SOURCE_LABEL.search("".join(part[-LABEL_REACH:] for part in self.parts[-3:])):
            # 来源： and the outlet's sign as a picture.
            self.parts.append(attributes_of(attributes).get("alt", "")[:MAX_ALT])
        elif tag == "input" and "password" in attributes.lower():
            self.markup.passwords += 1

    def flush(self) -> None:
        """End the text run: it becomes a block, or several where paragraphs are only indented apart."""
        if not self.parts:
            self.awaited = []
            return
        if self.awaited:
            self.settle_fields()
        whole = "".join(self.parts)
        if (len(whole) > 30 and ("\u3000\u3000" in whole or "\u00a0\u00a0" in whole)) or self.leaf == "pre":
            lines = split_indented(whole)
            if self.leaf == "pre":
                lines = [line for part in lines for line in part.split("\n")]
            share = self.linked / max(1, len(whole))
            for line in lines:
                self.add(line, round(share * len(line)))
        else:
            self.add(whole, self.linked)
        self.parts = []
        self.linked, self.raised_at = 0, -1

    def add(self, part: str, link: int) -> None:
        text = collapse(part).strip(EDGES)
        if text:
            link = min(link, len(text))
            cue = CAPTION if self.captioned else self.leaf_cue
            self.markup.blocks.append(Block(text, self.stack[-1], self.leaf, cue, link, self.marked))
