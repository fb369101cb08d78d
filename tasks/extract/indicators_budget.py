"""Budget accounts: bare 收入 and 支出 belong to the account that their heading or the sentence before names.

Budget reports tell of four accounts one after the other (一般公共预算, 政府性基金, 国有资本经营, 社会保险基金), and say
only 收入, 支出, 中央收入 or 地方收入 within each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tasks.extract.indicators_wording import phrases
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_BUDGET = "预算"
_NEXT_SECTION = re.compile(r"\n\s*(?:[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]+[章部])")
_OF_AN_ACCOUNT = re.compile("收入|支出|收支|预算|基金|国有资本")
_BARE = re.compile(
    r"(?P<who>中央|地方|中央本级|(?:省|市|县|区|州|自治区)?本级|省级|市级|县级|区级)?(?:完成|实现|安排|累计|总|合计)?"
    r"(?:(?:收入|支出)情况)?(?P<side>收入|支出)(?:完成|(?P<sum>合计|总计))?"
)
_AGAIN = re.compile(r"(?P<side>收入|支出)(?:执行)?情况(?P=side)$")
_FAR = 3000
_LINE = 40


class _Mark(NamedTuple):
    start: int
    account: str
    heading: bool


class BudgetAccounts:
    """The accounts that a text names, and what bare revenue and expenditure within them are called."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = list(_marks(text))
        self._starts = [mark.start for mark in self._marks]

    def named(self, name: str, start: int) -> str:
        """The name of a figure at `start`, with its account where it says only 收入 or 支出, else as it is."""
        if not self._marks:
            return name
        bare = _BARE.fullmatch(name)
        if bare is None:
            return _AGAIN.sub(r"\g<side>", name)
        account = self._account(start)
        if not account:
            return name
        # What the places take themselves is their 本级收入; without the word it would be the name of the whole.
        who, own = bare["who"] or "", "本级" if bare["who"] == "地方" else ""
        # With what is transferred and left over a total is more than the revenue of the account.
        return f"{who}{account}{own}{bare['side']}{bare['sum'] or ''}"

    def _account(self, start: int) -> str:
        """The account of a place in the text: of its paragraph, or of the heading that it stands under."""
        for mark in reversed(self._marks[max(0, (at := bisect_right(self._starts, start)) - 2) : at]):
            if start - mark.start > _FAR:
                return ""
            between = self._text[mark.start : start]
            if "\n" not in between or (mark.heading and not _leaves(between)):
                return mark.account
        return ""


def _marks(text: str) -> Iterator[_Mark]:
    """Where the text names an account, in order; the beginning of the line is looked for behind the mark before."""
    begin = seen = 0
    for found in _account_names().finditer(text):
        if not (found["head"] or found["side"]):
            continue
        begin = max(begin, text.rfind("\n", seen, found.start()) + 1)
        seen = found.start()
        line = text[begin : begin + _LINE].partition("\n")[0]
        heading = bool(found["head"]) and (len(line) < _LINE or line[_LINE // 2 :].find("。") < 0)
        yield _Mark(seen, found["account"].removesuffix(_BUDGET) + _BUDGET, heading)


@lru_cache(maxsize=4)
def _account_names() -> Sought:
    """An account named as itself, not as where money goes to (调入一般公共预算)."""
    accounts = f"(?:{either(phrases()['budget_accounts'])})(?:{_BUDGET})?"
    return Sought(
        rf"(?<![入到从自对由向])(?P<account>{accounts})(?P<head>收支|执行|情况|方面|[：:。\n]|$)?(?=(?P<side>[本总各]?级?[收支])?)"
    )


def _leaves(between: str) -> bool:
    """Whether a heading of something else stands between the heading of an account and a figure."""
    for found in _NEXT_SECTION.finditer(between):
        line = between[found.end() :].partition("\n")[0][:_LINE]
        if not _OF_AN_ACCOUNT.search(line):
            return True
    return False
