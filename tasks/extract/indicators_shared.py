"""What figures of a sentence share: the deed of a list (新建小学3所、幼儿园5所), the body that beds are of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tasks.extract.indicators_state import FROM_BEFORE, RATES, Telling
from tasks.extract.indicators_wording import Wording, phrases
from tasks.vocabulary import either

_JOINED = re.compile(r"[^，,；;。（(]{0,12}?(?:、|和|与|以及)")
_AMONG = re.compile(r"[\s，,]*(?:在?这?其中)")
_COUNTED = frozenset(("个", "家", "所", "座", "间"))
_LONGEST_SUBJECT, _LONGEST = 6, 14
_BEASTS = frozenset("猪牛羊马驴鸡鸭鹅兔鱼")


class Shared:
    """The words of seeds/vocabulary/phrases.yaml that a list shares and that are of a body."""

    def __init__(self, words: dict[str, Any]) -> None:
        nouns = either(words["deed_nouns"])
        self._deed = re.compile(
            f"[\u3400-\u9fff]{{0,{_LONGEST_SUBJECT}}}?(?P<deed>{either(words['deeds'])})(?!{nouns})(?=..)"
        )
        self._deeds = re.compile(either(words["deeds"]))
        self.done = frozenset(words["deeds"])
        self._own = re.compile(either(words["own_deeds"]))
        self._body = re.compile(f"[\u3400-\u9fff]{{0,12}}?(?:{either(words['bodies'])})")
        self._whole = frozenset(words["all_bodies"])
        self._of_body = frozenset(words["of_bodies"])

    def deed(self, name: str) -> str:
        """The deed that a name begins with, which further members of its list share; "" for none."""
        found = self._deed.match(name)
        return found["deed"] if found else ""

    def can_share(self, wording: Wording, name: str) -> bool:
        """Whether a name is a bare thing to which the deed before it was done as well."""
        if (
            (len(name) < 2 and name not in _BEASTS)
            or len(name) > _LONGEST
            or wording.needs_subject(name)
            or name.endswith("就业")
        ):
            return False
        return self._deeds.search(name) is None and self._own.match(name) is None

    def body(self, name: str) -> tuple[str, str]:
        """The body that a name begins with and what of it is told ("" for the body itself); two "" for none."""
        found = self._body.fullmatch(name)
        if found:
            return ("", "") if name in self._whole else (name, "")
        noun = next((name[-length:] for length in (6, 5, 4, 2) if name[-length:] in self._of_body), "")
        owner = name[: -len(noun)] if noun else ""
        return (owner, noun) if owner and owner not in self._whole and self._body.fullmatch(owner) else ("", "")

    def is_of_body(self, name: str) -> bool:
        """Whether a name is of a body named before it (床位, 卫生人员)."""
        return name in self._of_body


def add_shared(told: Telling) -> None:
    """Gives the members of a list their deed and what is of a body that body, in place."""
    shared = default_shared()
    _share_deeds(shared, told)
    _add_bodies(shared, told)


def _share_deeds(shared: Shared, told: Telling) -> None:
    masked, slots, names = told.masked, told.slots, told.names
    for clause in told.sentence.clauses:
        if len(clause.quantities) == 1:
            continue
        deed, end = "", 0
        for index in clause.quantities:
            named, slot = names[index], slots[index]
            gap = masked[end : slot.start] if end else ""
            end = slot.end
            if named.rule == "list" and deed:
                continue
            goes_on = deed and _JOINED.match(gap) and named.rule == "before" and slot.unit not in RATES
            if goes_on and named.name in gap and shared.can_share(told.wording, named.name):
                names[index] = named.called(deed + named.name, "shared deed")
            else:
                deed = shared.deed(named.name) if slot.unit not in RATES else ""


def _add_bodies(shared: Shared, told: Telling) -> None:
    slots, names = told.slots, told.names
    if len(names) == 1:
        return
    body, counted, old, new = "", False, "", ""
    for clause in told.sentence.clauses:
        if clause.opener in "；;" or _AMONG.match(told.masked, clause.start):
            body, counted = "", False
        for index in clause.quantities:
            named, unit = names[index], slots[index].unit
            if body and shared.is_of_body(named.name):
                names[index] = named.called(body + named.name, "of the body" if named.rule == "before" else "")
                old, new = named.name, names[index].name
            elif old and named.rule in FROM_BEFORE and named.name.startswith(old):
                names[index] = named.called(new + named.name[len(old) :])
            elif named.rule not in FROM_BEFORE:
                owner, noun = shared.body(named.name)
                several = counted and unit in _COUNTED and not noun
                body = "" if several or (not noun and unit not in _COUNTED) else owner
                counted = unit in _COUNTED and not noun
                old = ""


@lru_cache(maxsize=4)
def default_shared() -> Shared:
    """The vocabulary of seeds/, read once a process."""
    return Shared(phrases()["shared"])
