"""Trims the words around a number down to the words that say what is measured (seeds/vocabulary/phrases.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasks.vocabulary import read_yaml

_MARKS = "\x01\x02"
_LOOSE = rf"[\s{_MARKS}、，,；;：:。“”\"'‘’《》（）()\[\]【】…—–\-·．.~～/%]"
_SPACE = f" \t\u3000{_MARKS}"
_BRACKET = re.compile(r"[（(【\[][^（()）\]】]{0,60}[)）\]】]")
_OPEN_BRACKET = re.compile(r"[（(].*$|^[^（(]*[)）]")
_LIST_SPLIT = re.compile(r"、|以及|和|与|及|或")
_ENUMERATION = re.compile(r"^[^、]+、.*等$|^[^、]+、[^、]+、[^、]+、[^、]+")
_EXAMPLES = re.compile(r"^(?:[^、]{1,15}、){1,12}[^、]{1,15}?等(?=[^、])")
_QUOTES = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What is left of the words before a number, and which kinds of words stood at their end."""

    text: str
    kinds: frozenset[str]


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted({str(word) for word in words}, key=lambda word: (-len(word), word))


def _union(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in _longest_first(words))


def _reversed_union(words: Iterable[str]) -> str:
    return _union(word[::-1] for word in words)


class Wording:
    """The phrase vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        tail: dict[str, list[str]] = vocabulary["tail"]
        self._kind_of = {word[::-1]: kind for kind, words in tail.items() for word in words}
        self._tail = re.compile(rf"{_LOOSE}+|({_reversed_union(w for words in tail.values() for w in words)})")
        self._keep = re.compile(f"(?:{_reversed_union(vocabulary['keep_tail'])})")
        self._head = re.compile(rf"(?:{_LOOSE}|{_union(vocabulary['head'])})+")
        self._keep_head = re.compile(f"(?:{_union(vocabulary['keep_head'])})")
        self._head_word = re.compile(rf"{_LOOSE}+|{_union(vocabulary['head'])}")
        self._right = re.compile(rf"(?:{_LOOSE}|{_reversed_union(vocabulary['right_tail'])})+")
        self._inner = re.compile(rf"[\s{_MARKS}，,；;：:。《》]+|{_union(vocabulary['inner'])}")
        self._compare = re.compile(r"(?:^|(?<=[^占环对相无可百之产销价贷报]))(?:相比|比|较|同)[^，,；;、]{0,18}$")
        self._predicate = re.compile(_union(vocabulary["predicate"]))
        carry = vocabulary["carry"]
        self._carry_verb = re.compile(f"(?:{_union(carry['verbs'])})")
        self._carry_noun = frozenset(carry["nouns"]) | frozenset(carry["rates"])
        self.rates = frozenset(carry["rates"])

    def before(self, text: str, regions: tuple[str, ...] = ()) -> Trimmed:
        """What stands before a number without reach, change and linking words, dates and the area in front."""
        stripped, kinds = self._strip_tail(text)
        if "change" in kinds or "bound" in kinds:
            shorter = self._compare.sub("", stripped)
            if shorter != stripped:
                stripped, more = self._strip_tail(shorter)
                kinds = kinds | more | {"compare"}
        return Trimmed(self.tidy(self._strip_head(stripped, regions)), frozenset(kinds))

    def _is_dependent(self, text: str) -> bool:
        return self._carry_verb.match(text) is not None

    def _strip_tail(self, text: str) -> tuple[str, set[str]]:
        backwards = text[::-1]
        at, kinds = 0, set()
        while True:
            if self._keep.match(backwards, at):
                break
            match = self._tail.match(backwards, at)
            if match is None:
                break
            if match.group(1):
                kinds.add(self._kind_of[match.group(1)])
            at = match.end()
        return text[: len(text) - at], kinds

    def _strip_head(self, text: str, regions: tuple[str, ...]) -> str:
        while True:
            text = text.lstrip(_SPACE)
            if self._is_dependent(text):
                return text
            start = self._head_end(text)
            rest = text[start:]
            if regions and rest.startswith(regions):
                area = max((name for name in regions if rest.startswith(name)), key=len)
                if len(rest) > len(area) and rest[len(area)] not in "至到—-站铁机高大":
                    text = rest[len(area) :]
                    continue
                if len(rest) == len(area):
                    return ""
            return rest

    def _head_end(self, text: str) -> int:
        at = 0
        while not self._keep_head.match(text, at):
            match = self._head_word.match(text, at)
            if match is None or match.end() == at:
                break
            at = match.end()
        return at

    def after(self, text: str) -> str:
        """What stands after a number: its head noun and predicate without closing words."""
        text = self._strip_head(text, ()) if text[:1] in "的多余" or text[:1] in _MARKS else text
        text = _EXAMPLES.sub("", text) if "、" in text else text
        at = text.find("、")
        text = text[:at] if at > 0 else text
        match = self._right.match(text[::-1])
        return self.tidy(text[: len(text) - match.end()] if match else text)

    def tidy(self, text: str) -> str:
        """Without bracketed remarks, marks and inner fillers; lopsided quotes go."""
        if "（" in text or "(" in text:
            text = _OPEN_BRACKET.sub("", _BRACKET.sub("", text))
        text = self._inner.sub("", text)
        if text.count("“") != text.count("”"):
            text = _QUOTES.sub("", text)
        return text.strip("、-—的")

    def subject(self, clause: str, regions: tuple[str, ...] = ()) -> str:
        """The subject of a clause without a number: what stands before its predicate."""
        text = self.tidy(self._strip_head(clause, regions))
        if self._predicate.match(clause.lstrip(_SPACE)) or self._predicate.match(text):
            return ""
        match = self._predicate.search(text, 2)
        short = text[: match.start()] if match else text
        return short[-20:] if 2 <= len(short) else ""

    def object(self, clause: str, regions: tuple[str, ...] = ()) -> str:
        """A clause without a number as a phrase: what a following 达到 may be about."""
        text = self.tidy(self._strip_head(clause, regions))
        return text if len(text) <= 24 else text[-24:]

    def needs_subject(self, text: str) -> bool:
        """Whether the phrase says only how much or how large, not of what."""
        return text in self._carry_noun or self._carry_verb.match(text) is not None

    def is_carry_noun(self, text: str) -> bool:
        """Whether the phrase is a noun that cannot stand alone (产量, 面积)."""
        return text in self._carry_noun

    def dependent_tail(self, text: str) -> str:
        """The dependent noun (产量, 面积) that the phrase ends in, "" when it ends in none."""
        for length in (5, 4, 3, 2):
            if len(text) > length and text[-length:] in self._carry_noun:
                return text[-length:]
        return ""


def split_list(text: str) -> list[str]:
    """The members of an enumeration, empty ones left out."""
    return [part for part in _LIST_SPLIT.split(text) if part]


def is_enumeration(text: str) -> bool:
    """Whether the words are a list closed by 等 (疫情卫生组等): examples of what is counted, not its name."""
    return len(text) <= 200 and _ENUMERATION.match(text) is not None


@lru_cache(maxsize=4)
def default_wording() -> Wording:
    """The vocabulary of seeds/, read once a process."""
    return Wording(read_yaml("phrases.yaml"))
