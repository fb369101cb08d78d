"""Whether the words around a number tell a deed: by their tags in the segmenter's dictionary, so that no list of deeds
has to be complete.

It answers for what is told over a stretch of time (十八大以来，…。捐资助学一千万元), where a deed is of all of it and
what there is of its end.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from tasks.extract.cues import ABOUT
from tasks.extract.periods_words import HAS, STANDING, STATE, TURN, WORDS
from tasks.vocabulary import either

_CALLS: dict[str, Any] = WORDS["verbs"]
# 在外务工, 位于山区, 从事快递业: what holds, whatever verb says it.
_HOLDS = frozenset(_CALLS["hold"])
_NOT_VERBS = frozenset(_CALLS["no_deeds"])
# 种植面积, 贷款余额: measures that a verb in front only names.
_MEASURED = re.compile(rf"(?:{either(_CALLS['measures'])})(?:{ABOUT}|共|已|就|超过?)*$")
# 陆续, 如期: how something comes about.
_COMES_ABOUT = frozenset(_CALLS["come_about"])
# 建成, 走上, 搬进: verbs that say where a deed has led.
_LED_TO = re.compile(f"[\u4e00-\u9fff](?:{either(_CALLS['led_to'])})了?$")
# 为300人|办证, 对200户|进行改造: what is counted stands in front of the deed.
_FOR = re.compile(f"(?:{either(_CALLS['for'])})(?:了|共|近|约|超过?|全[国省市县区]|当地|累计|这)*$")
_SHORT = 2
_PHRASE = 4


@cache
def _engine() -> Any:
    import rjieba

    return rjieba.Jieba()


@lru_cache(maxsize=1024)
def tagged(words: str) -> tuple[tuple[str, str], ...]:
    """The words with their tags; the segmenter takes no lone surrogates."""
    return tuple(_engine().tag(words.encode("utf-8", "replace").decode("utf-8")))


def deed_before(clause: str) -> bool:
    """Whether the words before a number in its clause tell a deed with their own verb (官兵义务植树|3万棵)."""
    if any(told.search(clause) for told in (STATE, TURN, HAS, STANDING, _MEASURED)):
        return False
    words = tagged(clause.strip())
    if not words or _holds(words):
        return False
    last = max((index for index, (_, tag) in enumerate(words) if tag == "uj"), default=-1)
    return any(_is_deed(word, tag) for word, tag in words[last + 1 :])


def deed_behind(clause: str, rest: str) -> bool:
    """Whether the words behind a number in its clause, those in front being `clause`, tell what was done to those
    counted or by them (有62个贫困县|如期摘帽; 为12万名|老人办证)."""
    words = tagged(rest)
    if not words or _holds(words):
        return False
    if _FOR.search(clause):
        return any(_is_deed(word, tag) for word, tag in words)
    named = False
    for index, (word, tag) in enumerate(words):
        if named and word in _COMES_ABOUT:
            return index + 1 < len(words)
        if named and _is_deed(word, tag) and (index + 1 == len(words) or _LED_TO.fullmatch(word)):
            return True
        named = named or tag[0] in "nrjil" or tag == "uj"
    return False


def _holds(words: tuple[tuple[str, str], ...]) -> bool:
    return any(word in _HOLDS for word, _ in words)


def _is_deed(word: str, tag: str) -> bool:
    if len(word) == _PHRASE and tag in ("l", "n", "i"):
        # 捐资助学, 义务献血: a phrase of which one half is a verb and neither a noun of doing (生态建设).
        halves = tagged(word[:_SHORT]) + tagged(word[_SHORT:])
        return len(halves) == _SHORT and any(_is_deed(*half) for half in halves) and halves[-1][1] in ("v", "n", "nz")
    return tag == "v" and len(word) >= _SHORT and word not in _NOT_VERBS
