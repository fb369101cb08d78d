"""The containers of a page that are open while its tokens are read, and how a new one ends those before it."""

from __future__ import annotations

from tasks.clean.blocks import Markup, Node
from tasks.clean.page_words import field_of
from tasks.clean.tokens import (
    ANCHOR,
    CONTAINER,
    ELEMENTS,
    FAINT,
    INLINE,
    LEAF,
    RAISED,
    cue_of,
    has_no_size,
    has_size,
    hides,
)

MAX_DEPTH = 256
MAX_SEARCH = 48
MAX_CONTAINERS = 400_000
_CELLS = frozenset(("td", "th", "table"))
_TABLE_PARTS = frozenset(("td", "th", "tr", "table"))


_VEILING = frozenset((INLINE, ANCHOR, FAINT, LEAF, RAISED))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ENDS_PARAGRAPH = frozenset((LEAF, CONTAINER))


class TooManyTagsError(ValueError):
    """A page of more than MAX_CONTAINERS containers."""


def may_veil(attributes: str) -> bool:
    """Whether attributes can take text from view at all: a cheap look before `Nesting.look`."""
    return (
        "one" in attributes
        or "idden" in attributes
        or "size" in attributes
        or "ONE" in attributes
        or "IDDEN" in attributes
    )


class Nesting:
    """The stack of open containers of a page, and how deep a link and what is unseen lie in it (-1: nowhere).

    A veil is an element within a container whose text is not shown: its tag, the number of those of its kind that are
    open, where it began, and whether it only makes letters small, which an element in it may undo.
    """

    def __init__(self, reveal: bool = False) -> None:
        self.reveal = reveal
        self.markup = Markup()
        self.stack: list[int] = []
        self.link_depth = -1
        self.unseen_at = -1
        self.veil = ""
        self.veils = self.veil_level = 0
        self.shrunk = False

    def look(self, close: str, tag: str, attributes: str) -> None:
        """Begin or end a veil, if this tag does; elements that hold a field of the page, and headings, are none."""
        tag = tag.lower()
        if self.veil:
            self._lift(close, tag, attributes)
        if self.veil or close or self.reveal or ELEMENTS.get(tag) not in _VEILING or tag in _HEADINGS:
            return
        hidden = hides(attributes)
        if (hidden or has_no_size(attributes)) and not field_of(cue_of(attributes)):
            self.veil, self.veils, self.veil_level = tag, 1, len(self.stack)
            self.shrunk = not hidden

    def _lift(self, close: str, tag: str, attributes: str) -> None:
        """End the veil at its own end, a paragraph at the next block, small letters at larger ones."""
        if tag == self.veil and (close or tag != "p"):
            self.veils += -1 if close else 1
        elif (self.veil == "p" and ELEMENTS.get(tag) in _ENDS_PARAGRAPH) or (self.shrunk and has_size(attributes)):
            self.veils = 0
        if self.veils <= 0:
            self.veil = ""

    def push(self, tag: str, cue: str, *, unseen: bool) -> None:
        """Open a container; one that lies too deep counts to the one that holds it.

        Raises TooManyTagsError for absurd pages.
        """
        stack = self.stack
        if len(stack) >= MAX_DEPTH:
            return
        nodes = self.markup.nodes
        if len(nodes) > MAX_CONTAINERS:
            raise TooManyTagsError(f"more than {MAX_CONTAINERS} containers")
        parent = -1
        if stack:
            parent = stack[-1]
            nodes[parent].children += 1
        stack.append(len(nodes))
        nodes.append(Node(tag, parent, cue, len(self.markup.blocks), unseen=unseen))
        if unseen and self.unseen_at < 0:
            self.unseen_at = len(stack)

    def imply(self, closes: tuple[str, ...], stops: tuple[str, ...]) -> None:
        """Close the sibling that a new cell, row or item ends without saying so."""
        nodes, stack = self.markup.nodes, self.stack
        for level in range(len(stack) - 1, max(0, len(stack) - MAX_SEARCH), -1):
            tag = nodes[stack[level]].tag
            if tag in closes:
                self.close_to(level)
                return
            if tag in stops:
                return

    def end(self, tag: str) -> None:
        """Close the container of that tag, if one is open within the same table cell."""
        nodes, stack = self.markup.nodes, self.stack
        for level in range(len(stack) - 1, max(0, len(stack) - MAX_SEARCH), -1):
            open_tag = nodes[stack[level]].tag
            if open_tag == tag:
                self.close_to(level)
                return
            if open_tag in _CELLS and tag not in _TABLE_PARTS:
                return

    def close_to(self, level: int) -> None:
        """Close all containers from a level of the stack on."""
        nodes, stack = self.markup.nodes, self.stack
        last = len(self.markup.blocks)
        while len(stack) > level:
            nodes[stack.pop()].last = last
        if self.link_depth > level:
            self.link_depth = -1
        if self.unseen_at > level:
            self.unseen_at = -1
        if self.veil_level > level:
            self.veil = ""
