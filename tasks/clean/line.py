"""One line of a page, and what can be told of it alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tasks.clean.captions import CREDITS
from tasks.clean.page_words import fold, mark_count
from tasks.clean.tokens import plain

END_OF_SENTENCE = "。！？!?…”』」）)；;：:"


@dataclass(frozen=True)
class Line:
    """One line of a page; `raw` still has the joints between inline elements."""

    raw: str
    tag: str = ""
    link: int = 0
    caption: bool = False

    @cached_property
    def text(self) -> str:
        """The line without joints."""
        return plain(self.raw)

    @cached_property
    def folded(self) -> str:
        """The line as patterns see it, of the same length."""
        return fold(self.text)

    @cached_property
    def prose(self) -> bool:
        """Whether the line reads like a sentence."""
        marks = mark_count(self.text)
        return (marks >= 1 and len(self.text) >= 18) or (marks >= 1 and self.text[-1] in END_OF_SENTENCE)

    @property
    def pictured(self) -> bool:
        """Whether the line says who took a picture."""
        return self.folded.endswith(CREDITS)

    @property
    def link_only(self) -> bool:
        """Whether all of the line is a link."""
        return self.link * 10 > len(self.text) * 8
