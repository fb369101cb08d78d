"""Where someone of a story is at home or at work: a person's figures are told of that area, village or body.

The place is the one told last before the text introduces the person: a county or a city gives its code, a village, a
town or a firm stays as printed. A province is too wide to say where someone is, and on the page of an area what one of
its people owns or earns is not that area's; what they do is done there.
"""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.gazetteer import COUNTRY, MUNICIPALITIES
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_people import given_name, surnames
from tasks.extract.regions_place import TOLD, Place
from tasks.vocabulary import either

_FAR, _NAMED = 600, 12
_PRONOUNS = ("他", "她")
# What a person neither lives nor works in, however near its name stands.
_NO_HOME = frozenset(("person", "foreign", "everywhere", "collective", "group", "line", "route", "natural", "part"))
# 支持王某某10万元, 借给王某3头牛: what someone gets, whoever gives it.
_RECEIVES = ("支持", "资助", "帮助", "扶持", "奖励", "补助", "补贴", "赔偿", "补偿", "给", "帮", "为")
_GOODS = frozenset("元块万钱头只亩间套株棵台辆口斤箱")
_DIED = re.compile("[^，。；]{0,8}(?:逝世|病逝|去世|辞世|出生)")


def whereabouts(ground: Ground, person: Place | None, start: int, end: int) -> Place | None:
    """The place that a person's figure at `text[start:end]` is told of, None where nothing says it; `person` is the one
    that the text names there, if it names any."""
    at = _introduced(ground, person) if person else start
    place = _told_before(ground, at)
    if place is None or place.code is None:
        return place
    if place.code == COUNTRY or _is_wide(ground, place.code):
        return None
    if place.code != ground.home.code:
        return place
    if ground.text[end - 1] not in _GOODS:
        return place
    apart = ground.home.reach != TOLD or SENTENCE_END.search(ground.text, place.end, at)
    return None if apart else place


@cache
def _to_someone() -> re.Pattern[str]:
    """Someone by a name of three letters to whom a clause gives something."""
    name = rf"(?P<known>[{surnames()}]{given_name('县市区镇乡村')})|(?P<spoken>[一-鿿]{{3}})"
    # 资助金额, 补助金: the money, nobody called 金.
    return re.compile(rf"(?:{either(_RECEIVES)})了?(?!金额|金(?:发|达|总|新|约|共|标)|资金|款)(?:{name})(?:家|一家)?$")


def given_to_someone(ground: Ground, sentence: int, start: int, end: int) -> bool:
    """Whether someone by name is given what is counted (乙市的协会支持王某某10万元): by a surname, or by a name that
    speaks elsewhere in the text."""
    if ground.text[end - 1] not in _GOODS:
        return False
    found = _to_someone().search(ground.text, max(sentence, start - _NAMED), start)
    return found is not None and bool(found["known"] or found["spoken"] + "说" in ground.text)


def _introduced(ground: Ground, person: Place) -> int:
    """Where the text first tells of a person, or of the one whom a pronoun means now."""
    if person.name.startswith(_PRONOUNS):
        return person.start
    first = (place.start for place in ground.places if place.rule == "person" and place.name == person.name)
    return next(first, person.start)


def _is_wide(ground: Ground, code: str) -> bool:
    """Whether an area is a province and no city."""
    return ground.book.level(code) == "province" and code[:2] not in MUNICIPALITIES


def _told_before(ground: Ground, at: int) -> Place | None:
    """The last place in front of an offset that someone may live or work in."""
    for place in ground.backwards(at):
        if place.end < at - _FAR:
            return None
        passing = place.reach == "local" and SENTENCE_END.search(ground.text, place.end, at)
        if place.reach == "ignored" or place.rule in _NO_HOME or passing or _DIED.match(ground.text, place.end):
            continue
        return place
    return None
