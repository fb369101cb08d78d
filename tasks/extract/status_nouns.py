"""Words of plans that announce nothing: aims that were passed, demands not met, answers of a survey, headlines."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.status_cues import Place, sentence_start
from tasks.vocabulary import either, read_yaml

# What ends a share: 61%, 六成, 三分之二, 半数.
_SHARES = frozenset("%％成半数一二三四")
# 超目标任务7万人: by how much an aim was passed. 70%的受访者预计…: the share of those who say so.
BEYOND = re.compile(r"超(?:额|出|过)?[^，,；;。0-9]{0,4}$")
_SAYS = "(?:预期|预计|认为|表示|计划|打算|希望|看好|将|拟|愿意?|有意|考虑|倾向)"
_WHO = "(?:以上|左右|以下)?的?[^，,；;。\x02]{0,12}"
_SURVEYED = re.compile(rf"{_WHO}(?:受访|被访|被调查|受调查|参与调查)[^，,；;。\x02]{{0,8}}{_SAYS}")
_ANSWERED = re.compile(rf"(?:以上|左右|以下)?的[^，,；;。\x02]{{1,12}}?{_SAYS}")
# 调查报告显示，…: what figures of a survey stand behind, in their own sentence.
_SURVEY = re.compile("(?:调查|问卷|调研|民调)[^，,；;。]{0,8}(?:显示|发现|表明|称|，)")
# 要求未落实, 没有达到预期: nouns of what was not done.
_UNDONE_AFTER = re.compile(r"[^，,；;。]{0,12}(?:未能|未有效|没有|未得到|不到位|未落实|落实不)")
_UNDONE_BEFORE = re.compile(r"(?:未|没有|未能)(?:达到|实现|完成|符合|落实|按)[^，,；;。]{0,8}$")
NOUN_CUES = ("要求", "预期", "目标")
_HEADLINE = re.compile(r"[^一二三四五六七八九十（(0-9][^：\n]{1,14}：[^：\n]{0,12}办好[^：\n]{0,6}民生实事")


@cache
def _measuring() -> re.Pattern[str]:
    """与要求相一致: what something is measured by, and not what is wanted."""
    return re.compile(rf"[^，,；;。]{{0,12}}(?:{either(read_yaml('status.yaml')['measured_by'])})")


def announces_nothing(text: str, low: int, match: re.Match[str]) -> bool:
    """Whether an announcing word is the noun of what was not done (要求未能落实, 没有达到预期), or of what something is
    measured by (与要求相一致)."""
    before = text[max(low, match.start() - 16) : match.start()]
    after = (_UNDONE_AFTER, _measuring())
    return any(form.match(text, match.end()) for form in after) or _UNDONE_BEFORE.search(before) is not None


def headline(heading: str) -> bool:
    """Whether a line is the headline of news on what is being done for the people (某市：办好民生实事 …)."""
    return _HEADLINE.match(heading) is not None


def surveyed(at: Place, after: str) -> str:
    """Says so of a share of those who answer a survey (61%的受访者预计…), which is a fact, else nothing."""
    if at.text[at.end - 1] not in _SHARES:
        return ""
    told = _SURVEYED.match(after) is not None
    if not told and _ANSWERED.match(after):
        told = _SURVEY.search(at.text, sentence_start(at.text, at.start), at.start) is not None
    return "surveyed" if told else ""
