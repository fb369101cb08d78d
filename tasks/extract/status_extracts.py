"""Whether an extract of a work report, cut out without its headings, looks back or ahead.

A report says both in the same sentences without a tense (新建社区服务站40个): what was done is counted exactly and
ends in its results (项目建设稳步推进), what is planned is hedged and begins with verbs of doing (推进项目建设).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from tasks.vocabulary import either

_FIGURE = re.compile(r"(?<![\d.“])\d[\d,]*(?:\.\d+)?(?!\d|年|\.\d)")
_EXACT_DIGITS = 3
_OPENING = 40


class Extracts:
    """The words and weights that tell a review from a plan, compiled once from `status.yaml`."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        words: Mapping[str, Any] = vocabulary["extracts"]
        how, came = either(words["manners"]), either(words["results"])
        self._words = {
            "leads": re.compile(
                rf"(?:^|[，,。；;：:！\n])[\s\u3000]{{0,8}}[^，,。；;：:\n]{{0,4}}?(?:{either(words['leads'])})(?=[\u4e00-\u9fff]{{2}})"
            ),
            "results": re.compile(
                rf"[\u4e00-\u9fff”](?:{how})(?:{came})?(?=[，,。；;])|[\u4e00-\u9fff]{{3}}(?:{either(words['finished'])})(?=[，,。；;])"
                rf"|{either(words['honours'])}"
            ),
            "hedged": re.compile(either(words["hedged"])),
        }
        self._weights: Mapping[str, float] = words["weights"]
        self._reviews = re.compile(either(words["review_titles"]))
        back = either(vocabulary["looks_back"])
        self._back = re.compile(rf"^.{{0,{_OPENING}}}(?:{back})|[\n！!。][^\S\n]*(?:{back})", re.DOTALL)

    def is_review(self, title: str) -> bool:
        """Whether its title says that it is cut out of the review (政府工作报告摘登：甲市五年回眸)."""
        return self._reviews.search(title) is not None

    def looks_ahead(self, text: str) -> bool:
        """Whether the extract is of the plans of a report."""
        if self.looks_back(text):
            return False
        counts: dict[str, float] = {kind: len(words.findall(text)) for kind, words in self._words.items()}
        if not counts["leads"] and not counts["hedged"]:
            return False
        counts["exact"] = _exact_figures(text)
        return math.fsum(self._weights[kind] * count for kind, count in counts.items()) + self._weights["bias"] > 0

    def looks_back(self, text: str) -> bool:
        """Whether its first words, or those of a later sentence, say that what follows is over (过去一年，…)."""
        return self._back.search(text) is not None


def _exact_figures(text: str) -> int:
    """How many figures are exact to three digits or more (1253, 99.2)."""
    digits = (len(match.group().replace(",", "").replace(".", "").strip("0")) for match in _FIGURE.finditer(text))
    return sum(count >= _EXACT_DIGITS for count in digits)
