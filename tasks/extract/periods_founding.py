"""Dates that tell when something began (2015年成立，现有社员320户) and those by which things were counted out."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_words import WORDS, last_clause
from tasks.vocabulary import either

FOUNDED = re.compile(rf"(?:份|底|初)?[^，。；,;\n0-9]{{0,14}}?(?:{either(WORDS['founded'])})[，,]")
# 始建于1952年，…; 撤县设市于1993年8月，…: the deed in front of its date.
_FOUNDED_ON = re.compile(rf"(?:{either(WORDS['founded'])})(?:于|在)$")
_LONGEST = 8
# 面积1.2万平方公里: an area as it is, whenever it got its name.
_GROUND = re.compile("[0-9.,]+万?多?平方公里")
_AT_FIRST = re.compile(either(WORDS["at_first"]))
_COUNTED_OUT = re.compile(
    rf"(?:底|末|初|份)?[^，。；,;\n0-9]{{0,16}}?(?:{either(WORDS['counted_out'])})[^，。；,;\n0-9]{{0,2}}[。；;]"
)
_JUDGED = re.compile(f"[，,][^，。；,;\n]{{0,16}}(?:{either(WORDS['judged'])})")
# 法院6月17日作出判决，判处…; 今天…庭审，检方要求判处…; 去年因贪腐，被判…: the date is that of the court.
_IN_COURT = re.compile("法院|法官|法庭|检方|检察|宣判|宣布|判决|庭审|[一二终再]审")
_OF_COURT = 80
_STOCKTAKING = re.compile(either(WORDS["stocktaking"]))


def founded(text: str, begins: int, end: int, start: int) -> bool:
    """Whether a date only tells when something began, in a clause of its own before a number.

    What it had at first (注册资金50万元, 当年只有社员18户) is of that date all the same.
    """
    begun = _founding(text, begins, end)
    if begun is None or begun > start:
        return False
    return _GROUND.match(text, start) is not None or _AT_FIRST.search(last_clause(text, start)) is None


def tells_origin(text: str, begins: int, end: int) -> bool:
    """Whether a date only tells when something began, whatever stands behind it (始建于1952年，…)."""
    return _founding(text, begins, end) is not None


def _founding(text: str, begins: int, end: int) -> int | None:
    """Where the clause ends in which a date only tells when something began; None if it tells more."""
    begun = FOUNDED.match(text, end)
    if begun:
        return begun.end()
    on = _FOUNDED_ON.search(text, max(0, begins - _LONGEST), begins)
    return end + 1 if on and text[end : end + 1] in ("，", ",") else None


def judged(text: str, date: int, start: int) -> bool:
    """Whether a clause behind that of a date tells what a court decided about the deed (2018年…，判赔20万元)."""
    # The deed comes first: 2018年6月，法院判处… is of that month.
    verdict = _JUDGED.search(text, date + 1, start) if "判" in text[date:start] else None
    if verdict is None:
        return False
    low = max(text.rfind(mark, max(0, date - _OF_COURT), date) for mark in "。；\n") + 1
    low = max(low, date - _OF_COURT, 0)
    reason = "被判" in verdict.group() and "因" in text[date : verdict.start()]
    return not reason and _IN_COURT.search(text, low, verdict.start()) is None


def building_of(text: str, date: int, start: int, end: int) -> bool:
    """Whether a date that ends at `date` only tells when building began of a thing whose size or cost the number at
    `start` gives (于10月开工，总投资…)."""
    begun = cues.GROUND_BROKEN.match(text, date)
    if begun is None or cues.CLAUSE_END.search(text, begun.end() - 1, start) is None:
        return False
    clause = last_clause(text, start)
    sized = cues.STANDING.search(clause) or cues.SIZED.search(clause)
    return sized is not None or text[end - 1] in cues.BUILDING_UNITS


def counted_out(text: str, begins: int, end: int) -> bool:
    """Whether a sentence that begins at `begins` only says that a stock was taken by a date that ends at `end`."""
    if _STOCKTAKING.search(text, begins, min(len(text), end + 24)) is None:
        return False
    return _COUNTED_OUT.match(text, end) is not None
