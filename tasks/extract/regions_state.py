"""What is the whole country's wherever a story plays: trains to Europe as a whole, platforms of the state."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_place import TOLD, Place
from tasks.vocabulary import either

_WHEN = "(?:[0-9年月日至到—-]{1,12}份?，?|目前|如今|至此|迄今|今年以来|今年|截[至止](?:目前|今年)?|此外|其中|，){0,6}"


@cache
def _work() -> re.Pattern[str]:
    """A work of the state, as what follows it tells."""
    works = either(words()["state_works"])
    does = "今年|自|目前|已|共|累计|总|开行|通达|数量|运行|发送"
    return re.compile(
        rf"(?:{works})(?={does})|国家(?=(?:重点推进|规划建设|批准建设|确定)的)"
        r"|国家(?!级|队)(?:(?![的和与及、在是])[一-鿿]){2,10}?平台(?![司的])"
    )


@cache
def _of_the_state() -> re.Pattern[str]:
    """A work of the state as the subject of a clause, with no area in front of it."""
    return re.compile(rf"(?:^|[。！？；，,：:\n])[ \t\xa0　]{{0,8}}+{_WHEN}(?P<name>{_work().pattern})")


def state_works(text: str, home: Place) -> list[tuple[int, int]]:
    """Where a clause begins with a work of the state, in a page that neither title nor publisher gives to an area."""
    if home.code is None or (home.code != COUNTRY and home.reach != TOLD):
        return []
    if not any(word in text for word in (*words()["state_works"], "平台", "国家")):
        return []
    return [match.span("name") for match in _of_the_state().finditer(text)]


def is_state_work(text: str, place: Place) -> bool:
    """Whether what points at the country is one of its works."""
    return _work().match(text, place.start) is not None
