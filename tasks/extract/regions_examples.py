"""Examples of a whole: a part that is picked out for one figure, and where a text says what its examples come to.

全市建成300个，仅甲区就有61个，日均服务3万人次: what follows the part's own figure is the city's again. Behind examples
of several provinces national news is back at the country (截至目前，…).
"""

from __future__ import annotations

import re
from itertools import takewhile

from tasks.extract.gazetteer import COUNTRY
from tasks.extract.regions_aid import GROWS
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_place import Place
from tasks.extract.regions_words import CLAUSE_END

_LEAD = 4
_PICKED = re.compile("(?:仅|光|单|单单|仅仅|只)(?:在|是)?$")
# The figure of the part, up to the end of its clause.
_OWN_FIGURE = re.compile(r"[0-9一二三四五六七八九十百千两][^，。；,;\n]*[，。；,;\n]")
_FIGURE = re.compile("[0-9一二两三四五六七八九十百千]")
# 甲省乙水库、丙省…等: a work of the place, no area in a list of areas.
_WORK = re.compile("[^，。；,;、\n]{2,16}(?:、|和|及|，?以及)")
_JOINED = re.compile("(?:工程|项目|段)?(?:、|和|及|，?以及)")
_LIST_TAIL = re.compile("[^，。；,;\n]{0,48}?等")
# 截至目前，…; 据统计，….
_SUMS_UP = re.compile(
    r"[\s　]*(?:截至|截止|据(?:初步)?(?:统计|测算|估算|监测)|总的?来?看|总体来?看|整体来?看|综合来看)"
    r"[^，。；,;]{0,14}[，,]"
)


def is_spent(ground: Ground, place: Place, start: int) -> bool:
    """Whether a part that is picked out of a whole (仅甲区就有61个) has had its figure before a number that does not go
    on about it, or is one of several whose works a list only gives as examples."""
    if place.rule == "mention" and _one_example(ground, place, start):
        return True
    if place.rule != "mention" or not _PICKED.search(ground.text, max(0, place.start - _LEAD), place.start):
        return False
    own = _OWN_FIGURE.search(ground.text, place.end, start)
    if own is None:
        return False
    if GROWS.match(ground.text, own.end()) is None:
        return True
    further = CLAUSE_END.finditer(ground.text, own.end(), start)
    return any(GROWS.match(ground.text, found.end()) is None for found in further)


def _one_example(ground: Ground, place: Place, start: int) -> bool:
    """Whether national news names a place only with a work in a list of works in several provinces, in a clause before
    that of a number (推进甲省乙水库、丙省丁电站等一批工程，新增…)."""
    if ground.home.code != COUNTRY or place.code in (None, COUNTRY):
        return False
    tail = _LIST_TAIL.match(ground.text, place.end, start)
    if tail is None or CLAUSE_END.search(ground.text, tail.end(), start) is None:
        return False
    before, behind = ground.before(place.start), ground.behind(place.end)
    return _beside(ground, before, place) or _beside(ground, place, behind)


def _beside(ground: Ground, first: Place | None, second: Place | None) -> bool:
    """Whether two areas of different provinces stand in one list, each with a work of its own."""
    if first is None or second is None or second.rule != "mention" or first.rule not in ("mention", "line"):
        return False
    apart = ground.book.province(first.code) != ground.book.province(second.code)
    joined = _WORK if first.rule == "mention" else _JOINED
    return apart and joined.fullmatch(ground.text, first.end, second.start) is not None


def back_at_nation(ground: Ground, place: Place, paragraph: int, sentence: int) -> bool:
    """Whether a sentence of national news leaves the place of one before it, which has had its figure, for the country,
    as it says what examples of several provinces come to."""
    if place.rule not in ("mention", "settlement") or _SUMS_UP.match(ground.text, sentence) is None:
        return False
    if _FIGURE.search(ground.text, place.end, sentence) is None:
        return False
    province = ground.book.province(place.code or place.around or "")
    others = takewhile(lambda other: other.start >= paragraph, ground.backwards(place.start))
    told = (
        other.code for other in others if other.rule == "mention" and other.reach in ("topic", "sentence", "clause")
    )
    return any(code not in (None, COUNTRY) and ground.book.province(code) != province for code in told)
