"""Numbers that several places share: one for each of a list (甲、乙分别…), and what a list of works adds up to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY
from tasks.extract.regions_candidates import named_place
from tasks.extract.regions_carried import in_sentence
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_items import can_hold
from tasks.extract.regions_page import as_area, common_area
from tasks.extract.regions_place import Place

_BOUND_FOR = re.compile("(?:离开|抵达|到达|发往|前往|运往|来自|流向|进入|落户|分布在|位于|投向|拨付给?)了?$")
# 对东盟、中国台湾分别进出口: partners of the trade, none of them whose figure it is.
_TRADES = re.compile("分别(?:实现|完成)?(?:进出口|出口|进口|贸易)")
_PARTNER = re.compile(
    "(?<![针反面相])[对自从向与同](?:[一-鿿（）]{1,12}、){0,8}(?:[一-鿿（）]{0,10}(?:和|与|及))?(?:中国)?$"
)
_SPLIT = re.compile(r"[、和及]|以及")
# …甲市、乙市，资产规模分别为47亿元和55亿元: what is shared out, one thing only.
# …，与去年同期相比分别增长: nor does what they are held against.
_HEAD_NOUN = re.compile(
    r"[\s　]*(?:[与同和跟较比](?:[0-9]{2,4}年|[去上前]年|上月)?(?:同期)?(?:相比)?(?=分|同|均|[各总]))?"
    r"(?:(?![和、与及])[一-鿿]){0,8}"
)
_FAR = 1200
# A group told by its members alone (甲省、乙省和丙省), without 等 or a count.
_LISTED_ONLY = re.compile(r"[一-鿿]{2,12}(?:(?:、|和|与|及)[一-鿿]{2,12})+(?<![0-9一二三四五六七八九十两]省)(?<!等)")
# 1.6万亿元、2.2万亿元和1.4万亿元.
_ONE = re.compile(r"[0-9][0-9.,]*(?:[万亿千百]{0,2}[^0-9，。；、,;和与及（(]{0,4})?")
_ROW = re.compile(rf"{_ONE.pattern}(?:(?:、|和|与|及|以及){_ONE.pattern})+")
_TWO = 2
_PROVINCES = re.compile("[0-9一二两三四五六七八九十]{1,3}个?省(?![级道会内外直])")


def shared_out(ground: Ground, sentence: int, start: int) -> Place | None:
    """A、B、C分别…x、y、z: each number has its own place."""
    at = ground.text.rfind("分别", sentence, start)
    if at < 0 or cues.CLAUSE_END.search(ground.text, at, start):
        return _each_of_group(ground, sentence, start)
    high = bisect_right(ground.ends, at)
    named = [
        place
        for place in ground.places[max(0, high - 40) : high]
        if place.start >= sentence and place.rule in ("mention", "institution")
    ]
    members = [place for place in named if cues.CLAUSE_END.search(ground.text, place.end, at) is None]
    if _TRADES.match(ground.text, at):
        own = [place for place in members if not _PARTNER.search(ground.text, sentence, place.start)]
        if own and len(own) < len(members):
            return own[-1]
    if len(members) < _TWO:
        members = _named_behind(ground, at, start) or _named_ahead(ground, sentence, at, start)
    if len(members) < _TWO:
        return None
    turn = len(_SPLIT.findall(ground.text[at:start]))
    if turn >= len(members) or cues.IN_ORDER.match(ground.text, start):
        turn = len(cues.FIGURES.findall(ground.text[at:start])) % len(members)
    return members[turn]


def _each_of_group(ground: Ground, sentence: int, start: int) -> Place | None:
    """甲省和乙省的X达到x和y: as many numbers in a row as the group that opens the clause has members."""
    group = ground.before(start)
    if group is None or group.rule != "group" or group.start < sentence or not _LISTED_ONLY.fullmatch(group.name):
        return None
    low = group.end - len(group.name)
    places = bisect_left(ground.starts, low), bisect_left(ground.starts, group.end)
    members = [mention for mention in ground.mentions[slice(*places)] if mention.code]
    row = _ROW.search(ground.text, group.end, min(len(ground.text), start + _FAR))
    if (
        row is None
        or cues.CLAUSE_END.search(ground.text, group.end, row.start())
        or not row.start() <= start < row.end()
    ):
        return None
    figures = list(_ONE.finditer(row[0]))
    units = {found[0].lstrip("0123456789.,") for found in figures}
    if len(members) < _TWO or len(figures) != len(members) or len(units) > 1:
        return None
    mention = members[bisect_right([found.start() for found in figures], start - row.start()) - 1]
    return replace(named_place(mention, ground.text, ground.book), start=mention.start, end=mention.end)


def _named_behind(ground: Ground, at: int, start: int) -> list[Place]:
    """The places behind the numbers of an enumeration (分别有92万、175万人次离开甲市、乙市), one for each."""
    far = min(len(ground.text), start + _FAR)
    stop = cues.CLAUSE_END.search(ground.text, start, far)
    low, high = bisect_right(ground.ends, start), bisect_right(ground.ends, stop.start() if stop else far)
    members = [place for place in ground.places[low:high] if place.rule == "mention"]
    if len(members) < _TWO or not _BOUND_FOR.search(ground.text, start, members[0].start):
        return []
    return members if len(_SPLIT.findall(ground.text[at : members[0].start])) + 1 == len(members) else []


def _named_ahead(ground: Ground, sentence: int, at: int, start: int) -> list[Place]:
    """The places listed in the clause before that the numbers of an enumeration go to, one for each
    (最低的是甲市、乙市，分别为47和55)."""
    ends = [found.end() for found in cues.CLAUSE_END.finditer(ground.text, sentence, at)]
    if not ends or not _HEAD_NOUN.fullmatch(ground.text, ends[-1], at):
        return []
    low = ends[-2] if len(ends) > 1 else sentence
    trades = _TRADES.search(ground.text, low, ends[-1]) is not None
    named = [
        replace(named_place(mention, ground.text, ground.book), start=mention.start, end=mention.end)
        for mention in ground.mentions[bisect_left(ground.starts, low) : bisect_left(ground.starts, ends[-1])]
        if mention.code
        and mention.start in ground.listed
        and not (trades and _PARTNER.search(ground.text, low, mention.start))
    ]
    stop = cues.CLAUSE_END.search(ground.text, start, min(len(ground.text), start + _FAR))
    figures = len(_SPLIT.findall(ground.text[at : stop.start() if stop else start + _FAR])) + 1
    banks = ground.places[bisect_right(ground.ends, low) : bisect_right(ground.ends, ends[-1])]
    banks = [place for place in banks if place.rule == "institution"]
    return next((listed for listed in (named, banks) if len(listed) == figures), [])


def sum_of_list(ground: Ground, sentence: int, start: int) -> Place | None:
    """The document's area for what a list of works in several areas adds up to (甲省A水库、乙省B灌区等23项)."""
    if not cues.SUM_OF_LIST.search(ground.text, max(sentence, start - 24), start):
        return None
    low = max((found.end() for found in cues.CLAUSE_END.finditer(ground.text, sentence, start)), default=sentence)
    index = bisect_right(ground.ends, start)
    named = [place for place in ground.places[max(0, index - 12) : index] if place.start >= low]
    named = [place for place in named if place.rule == "mention" and place.code]
    areas = {ground.book.province(place.code or "") for place in named}
    if len(areas) < _TWO or not ground.home.code:
        return None
    # 我国已有甲省、乙省等12个省份: of what stands in front of the list, be it in the same clause.
    whole = in_sentence(ground, sentence, named[0].start) or as_area(ground.home.code, ground.book)
    return _around(ground, named[0].start, start) if _too_small(ground, whole, start) else whole


def _too_small(ground: Ground, place: Place, start: int) -> bool:
    """Whether an area cannot have the provinces that are counted; a body or a village may be at work in any number."""
    if place.code is None or not _PROVINCES.match(ground.text, start):
        return False
    return not can_hold(place, ground.book.level(place.code), ground.text, start)


def _around(ground: Ground, low: int, high: int) -> Place:
    """The area that holds all those named between two offsets."""
    named = ground.mentions[bisect_left(ground.starts, low) : bisect_left(ground.starts, high)]
    return as_area(common_area([mention.code for mention in named], ground.book) or COUNTRY, ground.book)
