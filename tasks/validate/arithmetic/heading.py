"""The whole that heads a sentence: 在商品投诉中，日用百货投诉 N，占 S, where 商品投诉 W stands before."""

from __future__ import annotations

import re

from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.partitions import own_words
from tasks.validate.arithmetic.words import words

_HEADED = 80
_BACK = 24
_SENTENCES = 6
_ENDS = re.compile(r"[。\n]")


def whole_of_heading(page: Page, part: Fact) -> Fact | None:
    """The level of what heads the sentence of a part, or the one before it, where that level stands before."""
    said = page.text[max(part.start - _HEADED, 0) : part.start]
    found = next(reversed(list(words().heading.finditer(said))), None)
    if found is None or len(_ENDS.findall(said, found.end())) > 1:
        return None
    name = found["whole"]
    before = page.preceding(part, _BACK, sentences=_SENTENCES)
    levels = [f for f in before if f.measure == "level" and f.unit == part.unit and 0 < part.value <= f.value]
    return next((f for f in levels if name in (f.name, own_words(f, page))), None)
