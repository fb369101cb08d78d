"""Those who come to an event: a sentence says what was held, and the people in it are those who took part."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.indicators_elided import elided_words
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import Telling
from tasks.vocabulary import either

_PEOPLE = "人"
_SAME, _LONGEST = 2, 20
# 1200人围绕主题交流: a deed, and no noun of people, stands behind the number.
_NOUN = re.compile(
    "[\u3400-\u9fff]{0,8}?(?:人(?!数|次)|者|员|民|师|生|手|家(?!里|中)|团|队|嘉宾|代表|群众|学子|观众|游客|干部)"
)
_LISTED = re.compile(
    "(?:^|[，\x02])由?(?P<who>[\u3400-\u9fff]{2,8}(?:、[\u3400-\u9fff]{2,8}){0,4})等(?:共|共计|近|约|超)?$"
)
_MARKS = re.compile("[\x01\x02“”]+|（[^（）]*）")


@cache
def _held() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What was held in front of its verb, and behind it (the words under `events` in seeds/vocabulary/elided.yaml)."""
    words: dict[str, list[str]] = elided_words()["events"]
    event = rf"[\u3400-\u9fffA-Za-z0-9“”·—\x01]{{2,24}}?(?:{either(words['kinds'])})”?"
    when = rf"(?:{either(words['when'])}|\x01|（[^（）]*）|于)*"
    return (
        re.compile(
            rf"(?:^|[，\s\x01])(?P<event>{event}){when}(?:在[\u3400-\u9fff]{{2,12}}?)?{when}(?:{either(words['held'])})"
        ),
        re.compile(rf"(?:{either(words['holds'])})了?(?P<event>{event})(?=[，。]|$)"),
    )


def add_events(told: Telling) -> None:
    """Puts the event of a sentence in front of the people whose name says only what they did there, in place."""
    if all(told.slots[index].unit != _PEOPLE for index in told.names):
        return
    event = ""
    for clause in told.sentence.clauses:
        for index in clause.quantities:
            slot, named = told.slots[index], told.names[index]
            if slot.unit != _PEOPLE or _NOUN.match(told.masked, slot.end, min(clause.end, slot.end + 9)):
                continue
            who = _LISTED.search(told.masked[clause.start : slot.start])
            name = named.name if who is None or who["who"][-_SAME:] in named.name else who["who"] + named.name
            name = name if not event or event[-_SAME:] in name else event + name
            told.names[index] = named if name == named.name else named.called(name[:MAX_NAME])
        if not clause.quantities:
            event = _event(told.masked[clause.start : clause.end]) or event


def _event(said: str) -> str:
    """The event that a clause says was held, "" for none."""
    before, behind = _held()
    found = before.search(said) or behind.search(said)
    return _MARKS.sub("", found["event"])[-_LONGEST:] if found else ""
