"""The five-year plans that a text names (“十四五”), by their last years."""

from __future__ import annotations

import re

from tasks.extract.dates_grammar import SMALL
from tasks.extract.sought import Sought

PLAN_ZERO = 1951
_ASIDE_REACH = 6
_PLAN_NAMED = Sought(r"(?<![与比较和同])[“\"]?(?<![与比较和同]“)(十[一二三四五六])五[”\"]?(?![末年期个人万千百十0-9])")
# 国家下达“十五五”目标任务, “十五五”规划: a plan named in passing.
_PLAN_ASIDE_LEAD = re.compile('(?:下达|谋划|编制|衔接)(?:的|好|了)?[“"]?$')
_PLAN_ASIDE_NEXT = re.compile('五[”"]?(?:规划|开局|首年|开门红)')


def plan_ends(text: str) -> set[int]:
    """The last years of the five-year plans that a text names, but for those it only compares with."""
    return {PLAN_ZERO + 5 * SMALL[found[1]] + 4 for found in _PLAN_NAMED.finditer(text) if found[1] in SMALL}


def first_plan(text: str, ends: set[int]) -> int:
    """Where a text first names a five-year plan with one of these last years, its length if it never does."""
    named = (m for m in _PLAN_NAMED.finditer(text) if PLAN_ZERO + 5 * SMALL.get(m[1], 0) + 4 in ends)
    return next((m.start() for m in named if not _named_aside(text, m)), len(text))


def _named_aside(text: str, plan: re.Match[str]) -> bool:
    """Whether a plan is named only as that of another or as a paper, so that what follows is not of its years."""
    lead = text[max(0, plan.start(1) - _ASIDE_REACH) : plan.start(1)]
    return _PLAN_ASIDE_LEAD.search(lead) is not None or _PLAN_ASIDE_NEXT.match(text, plan.end(1)) is not None
