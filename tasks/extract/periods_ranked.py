"""The change that a place in an order is told of (增长29.8%、居全国第1位): the place is of the same time as it."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_FIGURE = rf"(?:了|为|达到?|到|{ABOUT}|超过?)*(?P<figure>[0-9][0-9.,]*(?:[%％‰]|[万亿]*(?:个百分点|[一-鿿]{{1,2}}?)))"
# 居全国第1位, 在三县两区中排名第一; what has moved up (跃居, 升至) is of the end of the stretch.
_PLACED = (
    r"(?:[，、,]|以上[，、,])(?:增速|增幅|增势|增量|均|分别|双双|同时|稳|并|也|都)*"
    r"(?:在[^，。；,;0-9]{2,12}?)?(?:位?居|位列|名列|[排列]名?|排在|位次|位于)[^，。；、,;0-9升跃跻进到至]{0,12}$"
)
_RANKED = re.compile(rf"(?:{either(WORDS['grown'])}){_FIGURE}{_PLACED}")
_REACH = 60


def change_ranked(text: str, at: int) -> tuple[int, int, str] | None:
    """Where the change stands that the rank at an offset is told of, right behind it, and its measure."""
    found = _RANKED.search(text, max(0, at - _REACH), at)
    if found is None:
        return None
    return found.start("figure"), found.end("figure"), "growth" if found["figure"][-1] in "%％倍" else "change"
