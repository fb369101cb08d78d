"""Clauses that only say how much, of what the clause before them names: 年产值，过去是300万元，现在做到了5600万元."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of

_DELIMITER = re.compile("[，,；;。：:！？\n]")
_DATES = r"[0-9]{4}年(?:末|底|初)?|[0-9]{1,2}月(?:份|末|底)?"
_COMMENT = re.compile(rf"(?:{any_of('comment_words')}|{_DATES})+")
_TOTALS = re.compile(any_of("totals"))
_TIME = re.compile(rf"{any_of('comment_times')}|{_DATES}")
_MONEY = re.compile("[0-9万亿]美?元")
_PEOPLE = re.compile(
    rf"(?:{any_of('people_nouns')}|(?<![动成专委])[\u3400-\u9fff](?<!动)员|[\u3400-\u9fff](?:者|(?<!个)(?<!法)人|(?<!市)民|农))"
    rf"(?:{any_of('amounting')})*$"
)
_GIVES = re.compile("[给补奖助投发借赔拨付捐]")
_SAYS = re.compile("[有是为达到至超破近均成过由从]|不足|突破")
_LONGEST, _BACK, _CLAUSE = 24, 2, 48


def is_comment(clause: str) -> bool:
    """Whether the words before a number in its clause only say how much or when (现在做到了)."""
    return 0 < len(clause) <= _LONGEST and _COMMENT.fullmatch(clause) is not None


def says_how_much(clause: str) -> bool:
    """Whether they also have a verb or 人均 to say it with (目前 alone does not)."""
    return is_comment(clause) and _SAYS.search(clause) is not None


def is_total(clause: str) -> bool:
    """Whether they sum up what came before (加起来共有)."""
    return _TOTALS.search(clause) is not None


def tells_when(clause: str) -> bool:
    """Whether they set one time against another (起步时则是)."""
    return _TIME.search(clause) is not None


def topic_of(text: str, at: int) -> str:
    """The clause that one beginning at `at`, which only says how much, speaks of; "" where a full stop or money stands
    between."""
    for _ in range(_BACK):
        if at == 0 or text[at - 1] not in "，,：:":
            return ""
        end = at - 1
        cuts = [match.end() for match in _DELIMITER.finditer(text, max(0, end - _CLAUSE), end)]
        at = cuts[-1] if cuts else max(0, end - _CLAUSE)
        clause = text[at:end]
        if not is_comment(clause):
            return "" if _MONEY.search(clause) else clause
    return ""


def are_people(clause: str) -> bool:
    """Whether what ends there are people, with no more than words of amount behind them (受益的退休人员已有)."""
    people = _PEOPLE.search(clause)
    return people is not None and _GIVES.search(clause, 0, people.start()) is None
