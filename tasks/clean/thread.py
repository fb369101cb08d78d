"""The posts of a forum's thread: containers of the same kind that each hold what one member wrote."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.clean.blocks import Node
from tasks.clean.page_words import POST

MIN_POSTS = 2


def posts_of(nodes: Sequence[Node], flags: Sequence[int], foreign: Sequence[bool], chosen: int) -> list[int]:
    """The outermost posts of the thread that the chosen container belongs to; [] where it is no thread."""
    posts: list[int] = []
    reach = 0
    for index, node in enumerate(nodes):
        if flags[index] & POST and not foreign[index] and node.last > node.first >= reach:
            posts.append(index)
            reach = node.last
    top = nodes[chosen]
    touched = any(nodes[post].first < top.last and top.first < nodes[post].last for post in posts)
    return posts if len(posts) >= MIN_POSTS and touched else []
