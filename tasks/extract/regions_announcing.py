"""Companies in front of what they give out: a notice, their results, their funds or their shares."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.regions_firms import WHEN, Found, bodies, clause_words
from tasks.vocabulary import either

_SIGNS = ("公告", "旗下", "财报", "年报", "季报", "股价", "市值", "营收", "业绩", "财测")


@cache
def _announces() -> re.Pattern[str]:
    """A company in front of its notice or its funds."""
    head = rf"(?:^|[。！？；;，,：:\n])[ \t\xa0　]{{0,16}}+(?:另?据)?{WHEN}"
    when = "(?:[0-9]{1,2}日|[昨今](?:[（(][0-9]{1,2}[）)]日?|日|天)|日前|近日|周[一二三四五六日]|[上下]午|盘后|晚间?)*"
    results = rf"(?:公布|发布|披露|公告)[^，。；]{{0,8}}(?:{either(bodies()['results'])}|业绩(?=[，,。；]))"
    gives = rf"(?:{either(bodies()['announces'])})(?!板)|{results}"
    rank = rf"(?:[^\W0-9_]{{2,8}}?(?:{either(bodies()['ranks'])}))?"
    return re.compile(rf"{head}{rank}(?P<name>[^\W0-9_]{{2,9}}?){when}(?={gives})")


@cache
def _no_company() -> re.Pattern[str]:
    """What stands in front of a notice and is no company."""
    return re.compile(rf"(?:{either(bodies()['no_company'])})$")


def announcing(text: str) -> list[Found]:
    """Companies that a text names in front of what they announced, of their funds or of their shares."""
    if not any(word in text for word in _SIGNS):
        return []
    clause = clause_words()
    return [
        (match.start("name"), match.end("name"), match["name"])
        for match in _announces().finditer(text)
        if not _no_company().search(match["name"]) and not clause.search(match["name"])
    ]
