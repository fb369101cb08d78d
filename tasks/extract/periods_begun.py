"""Beginnings that 以来 counts from without a date of its own: those that have a name (十八大以来), and those that the
text has dated before (自2019年实施“清源行动”以来…。行动开展以来，…).

Each becomes a stretch up to the time of the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from tasks.extract.periods_roles import until_now
from tasks.extract.periods_stamp import Stamp
from tasks.extract.periods_words import CONGRESSES, WORDS
from tasks.vocabulary import either

_BEGAN: dict[str, str] = {**CONGRESSES, **WORDS["eras"]}
_ERA = re.compile(
    rf"(?P<name>{either(_BEGAN)})(?:{either(WORDS['eras_began'])}){{0,2}}(?:以来|的?这?近?(?:1|一)年(?:多|余)?(?:以?来|间|里))"
)
_DEEDS = either(dict.fromkeys([*WORDS["since_deeds"], *WORDS["beginnings"]]))
_EVENT = re.compile(
    rf"(?<![^，。；,;：:\s])[自从]?(?:该|这一?|此|本)?项?(?P<noun>[^，。；,;：:\n0-9]{{0,24}}?)(?P<verb>{_DEEDS})?以来(?=[，,\u4e00-\u9fff])"
)
_AFTER = 80
_MOST = 40
_NAME = 3
_QUOTED = re.compile("“([^”]{2,20})”")
_FIRST_OF = frozenset({"anchor", "since"})


def begun(text: str, stamps: Sequence[Stamp], published: dt.date | None) -> list[Stamp]:
    """The stamps with one for each beginning that is told without a date where it is counted from."""
    if published is None:
        return list(stamps)
    more = [*_of_eras(text, published), *(_of_events(text, stamps, published) if "以来" in text else ())]
    if not more:
        return list(stamps)
    taken = [(stamp.start, stamp.end) for stamp in more]
    kept = [s for s in stamps if not any(low < s.end and s.start < high for low, high in taken)]
    return sorted((*kept, *more), key=lambda stamp: stamp.start)


def _of_eras(text: str, published: dt.date) -> list[Stamp]:
    """十八大以来, 十九大一年来: the months, or the years, from then on; none within the first year."""
    found = []
    for era in _ERA.finditer(text):
        held = _BEGAN[era["name"]]
        now = published.isoformat()[: len(held)]
        if held[:4] < now[:4]:
            found.append(Stamp(era.start(), era.end(), f"{held}/{now}", "since", counted=True))
    return found


def _of_events(text: str, stamps: Sequence[Stamp], published: dt.date) -> list[Stamp]:
    found: list[Stamp] = []
    index = 0
    for event in _EVENT.finditer(text):
        while index < len(stamps) and stamps[index].end <= event.start():
            index += 1
        if index < len(stamps) and stamps[index].start < event.end():
            continue
        since = _beginning(text, stamps[max(0, index - _MOST) : index], event, published)
        if since:
            found.append(Stamp(event.start(), event.end(), since, "since", counted=True))
    return found


def _beginning(text: str, before: Sequence[Stamp], event: re.Match[str], published: dt.date) -> str | None:
    """The time since what the words name began, where a date before them tells that."""
    for stamp in reversed(before):
        period = stamp.period or ""
        if stamp.role not in _FIRST_OF or not period or stamp.future or stamp.plan or stamp.until:
            continue
        if not _begins(text, stamp, event):
            continue
        if "/" in period:
            return period if stamp.role == "since" else None
        return until_now(period, published) if period < published.isoformat()[: len(period)] else None
    return None


def _begins(text: str, stamp: Stamp, event: re.Match[str]) -> bool:
    """Whether the sentence of a date tells of the beginning that the words name: the same thing by its name, or by its
    kind (行动, 工程) or its deed alone with a verb that begins something."""
    stop = text.find("。", stamp.end, min(stamp.end + _AFTER, event.start()))
    told = text[stamp.end : stop if stop >= 0 else min(stamp.end + _AFTER, event.start())]
    noun, verb = event["noun"].strip(), event["verb"] or ""
    starts = stamp.role == "since" or re.search(_DEEDS, told) is not None
    named = _QUOTED.search(noun)
    if named:
        return starts and named[1] in told
    if len(noun) >= _NAME:
        return starts and noun in told
    return starts and (noun or verb) in told if noun or verb else False
