"""What is paid to each, named in the clause before: 人均经费30元，边远地区按人均40元安排; 补助标准提高，每人450元."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_elided import elided_words
from tasks.extract.indicators_frames import Frame
from tasks.vocabulary import either

_SHORTEST = 2


class _Words(NamedTuple):
    to_each: re.Pattern[str]
    deed: re.Pattern[str]
    announced: re.Pattern[str]
    each: re.Pattern[str]
    each_said: re.Pattern[str]


@cache
def _words() -> _Words:
    """The words under `paid` in seeds/vocabulary/elided.yaml, compiled once."""
    words: dict[str, list[str]] = elided_words()["paid"]
    each, payments = either(words["each"]), either(words["payments"])
    return _Words(
        re.compile(rf"(?P<who>[^，；。]*?)(?:则|将|还|仍|也|可|统一)*(?:按照?|以)(?:{each})的?$"),
        re.compile(rf"(?:的标准)?(?:{either(words['deeds'])})(?:了|到位|到人|到户)?(?=[，；。、\n）)]|$)"),
        re.compile(rf"(?P<of>[^，；。]{{2,16}}?)(?P<paid>{payments})?的?(?:{either(words['standards'])})"),
        re.compile(rf"(?P<who>[\u3400-\u9fff]{{0,10}}?)(?:{each})?(?:可?领取?|发放)?(?P<paid>{payments})?(?:标准)?"),
        re.compile(rf"(?:{each})(?:可?领取?|发放|为|达|{ABOUT})*$"),
    )


def paid_to_each(frame: Frame) -> str | None:
    """To whom so much each is paid by a clause that does not say what (边远地区则按人均40元安排), None elsewhere."""
    found = _words().to_each.fullmatch(frame.before)
    return found["who"] if found and _words().deed.match(frame.after) else None


def announced(topic: str, name: str, said: str = "") -> str:
    """The name of what is paid with what the clause before announced (医保补助标准 + 城乡居民人均补助), "" for none."""
    of, own = _words().announced.match(topic), _words().each.fullmatch(name)
    if of is None or own is None or of["of"][-_SHORTEST:] in name or not (own["paid"] or own.end() > len(own["who"])):
        to_each = of is not None and own is not None and _words().each_said.search(said) is not None
        # 养育标准也提高了，集中供养的每人每月1850元: what the words in front of the sum leave of their own.
        return of[0].replace("的", "") + name if of and to_each and of["of"][-_SHORTEST:] not in name else ""
    return of["of"] + name if own["paid"] else of["of"] + (of["paid"] or "") + name
