"""Bodies that are regions of their own, as printed: oil fields, basins, plateaus, companies, banks."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.regions_words import either

_OFTEN = 2
_LONGEST = 7
_STOP = re.compile(r"[的和与及、在是了对向为将把从到或]|^(?:我国|中国|全国|各|首|一|多|新|这|该)")


@cache
def _no_body() -> re.Pattern[str]:
    """What stands in front of a kind without making a name of it (商业银行, 国有林场)."""
    return re.compile(f"(?:{either(words()['no_body'])})$")


@cache
def _body() -> re.Pattern[str]:
    """The last word of a body's name."""
    return re.compile(either((*words()["natural_kinds"], *words()["title_bodies"])))


def title_body(title: str, text: str) -> str | None:
    """The body that a title names and the text keeps speaking of (长庆油田, 青藏高原): its longest name so used."""
    for kind in _body().finditer(title):
        if _no_body().search(title, 0, kind.start()):
            continue
        for length in range(min(_LONGEST, kind.start()), 1, -1):
            name = title[kind.start() - length : kind.end()]
            if not _STOP.search(name) and re.fullmatch(r"[\w]+", name) and text.count(name) >= _OFTEN:
                return name
    return None
