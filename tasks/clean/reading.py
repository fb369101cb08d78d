"""What reading a page yields before its text is restored, and the reasons for reading nothing."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.clean.facts import Facts

MIN_BODY = 24
"""An article has at least so many characters; shorter ones are captions, notices of the site, remains."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The body's lines as printed, the facts around it, the fingerprint of the page's template."""

    lines: tuple[str, ...]
    facts: Facts
    template: str | None = None


class NoArticleError(ValueError):
    """A page without an article: `code` is a reason code, `detail` says what was seen."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
