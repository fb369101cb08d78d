"""The home of a page on help for an area far away (我们在拜城的援建项目…): the county that is helped."""

from __future__ import annotations

import re

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import Gazetteer, words
from tasks.extract.regions_page import HEAD, Page, county_at
from tasks.vocabulary import either

_LEAD = 160
_SIGN = re.compile(either(words()["aid_work"]))
# 在拜城, 进驻疏勒, 到策勒支教, 对口支援北川.
_TO = re.compile("(?:[在到赴驻往]|支援|援建|援助|帮扶|结对)了?(?=[一-鿿]{2})")


def aided(page: Page, book: Gazetteer) -> str | None:
    """The code of the county that the head of a text goes to for its help, where that is what its lead speaks of."""
    if cues.BYLINE.match(page.text) or _SIGN.search(page.text, 0, _LEAD) is None:
        return None
    full = {m.start: m.code for m in page.mentions if m.level == "county" and m.start <= HEAD}
    for lead in _TO.finditer(page.text, 0, HEAD):
        county, _ = county_at(page.text, lead.end(), book)
        code = full.get(lead.end()) or (county.code if county else None)
        if code:
            return code
    return None
