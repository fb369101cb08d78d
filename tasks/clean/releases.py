"""Pages that print no source since their owner is it: press releases of offices, digital editions of papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.clean.evidence import Evidence
from tasks.clean.line import Line
from tasks.clean.page_words import LEAF, PAPER, fold
from tasks.clean.signatures import issuer_of
from tasks.clean.titles import Titles

MAX_LINE = 20
_RELEASE = re.compile(r"(?:新闻公报|新闻稿|新闻发布|即时新闻|新闻公告)")
_EDITION = re.compile(r"^(.{2,10}?(?:报|电讯|周刊))(?:多媒体)?(?:数字报|电子报|电子版|数字版|数字报刊)(?:平台)?$")
_OFFICE = re.compile(r"[\u3400-\u9fff]{3,24}(?:[部委局署厅处]|政府|办公室|委员会|中心|公署|总署)$")


def released_by(evidence: Evidence, titles: Titles) -> str:
    """The office whose press release a page is, or the paper that signs its story with the day; "" for none."""
    ends = (*evidence.body[-1:], *evidence.below_lines[:3])
    paper = next(filter(None, (issuer_of(line.folded) for line in ends)), "")
    if paper or not _OFFICE.match(fold(titles.site)):
        return paper
    around = (*evidence.before_lines, *evidence.above_lines)
    told = any(_RELEASE.search(line.folded) for line in around if len(line.text) <= MAX_LINE)
    return titles.site if told or _RELEASE.search(fold(titles.suffix)) else ""


def edition_of(lines: Sequence[Line], titles: Titles) -> str:
    """The paper whose digital edition the page is: so named by its title, or beside the number of a page of print."""
    site = fold(titles.site)
    match = _EDITION.match(site)
    if match:
        return titles.site[slice(*match.span(1))]
    if not any(LEAF.search(line.folded) for line in lines):
        return ""
    named = (line.text for line in lines if PAPER.fullmatch(line.folded))
    return titles.site if site.endswith("报") else next(named, "")
