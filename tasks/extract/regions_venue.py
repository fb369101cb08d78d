"""The place where a fair or a festival of the whole country is held: home of what is told of it (本届…)."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_page import Page
from tasks.vocabulary import either

# 在甲市举行, 于4月10日在甲市乙中心开幕.
_HELD = re.compile("[^，。；,;\\n]{0,10}?(?:举行|举办|召开|开幕|开展|揭幕|启幕|拉开帷幕|开赛|举办地)")
_HEAD, _LEAD = 260, 60
_IN = ("在", "于")


@cache
def _fair() -> re.Pattern[str]:
    """A fair, as a title and the text name it."""
    return re.compile(either(words()["fairs"]))


def venue_home(page: Page) -> str | None:
    """The code of the place where the fair of a title is held, as the head of the text tells; None for other pages."""
    if not page.title or _fair().search(page.title) is None:
        return None
    for mention in page.mentions:
        if mention.start > _HEAD:
            return None
        held = mention.code not in (None, COUNTRY) and page.text.endswith(_IN, 0, mention.start)
        if not held or _HELD.match(page.text, mention.end) is None:
            continue
        stop = max(page.text.rfind(sign, 0, mention.start) for sign in "。\n") + 1
        if _fair().search(page.text, max(stop, mention.start - _LEAD), mention.start):
            return mention.code
    return None
