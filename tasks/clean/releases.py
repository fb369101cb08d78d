"""Press releases on an office's own site: no source is printed, the office that owns the site is it."""

from __future__ import annotations

import re

from tasks.clean.evidence import Evidence
from tasks.clean.page_words import fold
from tasks.clean.signatures import issuer_of
from tasks.clean.titles import Titles

MAX_LINE = 20
_RELEASE = re.compile(r"(?:新闻公报|新闻稿|新闻发布|即时新闻|新闻公告)")
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
