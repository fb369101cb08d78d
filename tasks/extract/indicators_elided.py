"""Words that stand where the name of a figure is left out: when another level held (起步时则是200万, 当初只有20户)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tasks.extract.indicators_wording import phrases
from tasks.vocabulary import either, read_yaml

_LONGEST, _SHORT = 14, 3
_AT = re.compile(r"[\s，；]{0,16}+(?:而|但|可)?(?:在|到|于|等到|早在|直到)")


@cache
def elided_words() -> dict[str, Any]:
    """The vocabulary of what is left out (seeds/vocabulary/elided.yaml), read once a process."""
    words: dict[str, Any] = read_yaml("elided.yaml")
    return words


@cache
def _when(longest: int) -> re.Pattern[str]:
    """Words that do nothing but say when, of at most so many characters before 时 or 前, and that a level held then."""
    words: dict[str, list[str]] = elided_words()["whens"]
    tail: dict[str, list[str]] = phrases()["tail"]
    says = either([*words["says"], *tail["reach"], *tail["bound"]])
    some = rf"(?:(?![在于，])[\u3400-\u9fff]){{1,{longest}}}?"
    not_when = "".join(f"(?<!{word})" for word in words["not_when"])
    then = rf"第[一二三四五六七八九十]年|[头前近过]?\x01++(?:的?时候?|前|后|初|底|末)?|{either(words['words'])}"
    return re.compile(
        rf"[\s，,；;、]*(?:{either(words['lead'])})*(?:(?:{then}){{1,2}}|{some}(?:{either(words['ends'])}){not_when})"
        rf"(?:[，,]?(?:{says}|\x01++的?)*+)[\s]{{0,16}}+"
    )


@cache
def _sign() -> re.Pattern[str]:
    """What stands in all words that say when: the cheap look comes first."""
    words: dict[str, list[str]] = elided_words()["whens"]
    return re.compile(either([*words["words"], *words["ends"], "年", "\x01"]))


def _says_when(words: str, longest: int) -> bool:
    if len(words) > 2 * _LONGEST or _sign().search(words) is None:
        return False
    return _when(longest).fullmatch(words) is not None


def only_when(words: str) -> bool:
    """Whether words before a number do nothing but say when a level held (而当初只有, 起步时则是)."""
    return _says_when(words, _LONGEST)


def is_time_clause(words: str) -> bool:
    """Whether a clause does nothing but say when (在脱贫之前): one that says what was done then tells of it as well."""
    return _says_when(words, _LONGEST if _AT.match(words) else _SHORT)
