"""What reading a page's markup yields: lines of text and the containers around them."""

from __future__ import annotations

from dataclasses import dataclass, field

ROW = "row"
"""The tag of a block that holds a row of a table, or an item of a list of particulars."""


@dataclass(slots=True)
class Block:
    """One line of the page: its text, where it stands, how much is link text, whether a comment marks it as body."""

    text: str
    node: int
    tag: str
    cue: str = ""
    link: int = 0
    marked: bool = False


@dataclass(slots=True)
class Node:
    """A container: blocks `first` to `last` (exclusive) lie inside it; a cell spans columns and rows."""

    tag: str
    parent: int
    cue: str
    first: int
    last: int = 0
    children: int = 0
    unseen: bool = False
    spans: tuple[int, int] = (1, 1)


@dataclass(slots=True)
class Markup:
    """What one pass over a page yields.

    `fields` are elements named after a field: role, text, and the number of the block that they stand in.
    """

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    metas: list[dict[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    fields: list[tuple[str, str, int]] = field(default_factory=list)
    passwords: int = 0
    frames: int = 0
