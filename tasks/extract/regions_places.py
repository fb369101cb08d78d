"""Places of a text as the scope stack sees them: names, pointers (全省, 我县), villages, institutions, groups.

Each place says how far it governs: `topic` places hold for the sentences that follow, `clause` and `sentence` ones for
the rest of their sentence (a `clause` one in a story also for the next), `local` ones for their own clause, `ignored`
ones (comparisons, members of a list, ends of a route) for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_scan import occurrences
from tasks.extract.regions_villages import own_villages, villages_named_again

_NAMES = 60


@dataclass(slots=True)
class Place:
    """A place in the text: code (None for what stays as printed), official or printed name, the rule, and its reach.

    `around` is the code of the area that a village or an institution carries in its name.
    """

    start: int
    end: int
    code: str | None
    name: str
    rule: str
    reach: str = "topic"
    around: str | None = None


def places(text: str, mentions: Sequence[RegionMention], home: Place, book: Gazetteer) -> list[Place]:
    """All places of the text in order; pointers are resolved on the stack of home and what governs before them."""
    found: list[Place] = []
    stack: list[Place] = [home]
    items = _candidates(text, mentions, book)
    for number, (start, end, item) in enumerate(items):
        place = item if isinstance(item, Place) else _point(item, stack, book, bool(cues.OFFICIAL.match(text, end)))
        if place is None:
            continue
        place = Place(start, end, place.code, place.name or text[start:end], place.rule, around=place.around)
        if cues.BORDER.match(text, end) or (place.rule == "part" and cues.GROUP.search(place.name)):
            place = replace(place, code=None, rule="group", reach="clause")
        elif place.rule == "mention" and cues.AND_OTHERS.match(text, end):
            place = replace(place, code=None, rule="group", reach="local")
        elif _listed(text, items, number):
            place.reach = "ignored"
        else:
            place.reach = _reach(text, place, home, book)
        found.append(place)
        if place.reach not in ("ignored", "local") and place.rule not in (
            "collective",
            "foreign",
            "person",
            "pointer_country",
        ):
            stack.append(place)
    return found


def _candidates(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[tuple[int, int, Place | str]]:
    """Names, pointers, settlements, institutions and persons in order; what overlaps an earlier one is left out."""
    found: list[tuple[int, int, Place | str]] = []
    settled: set[str] = set()
    for mention in mentions:
        if mention.code is None or text.startswith("生产建设兵团", mention.end):
            continue
        end, name = _extended(text, mention)
        if name:
            place = Place(0, 0, None, text[mention.start : end], name, around=mention.code)
            found.append((mention.start, end, place))
            settled.update(_again(text[mention.end : end], name))
        else:
            found.append((mention.start, end, Place(0, 0, mention.code, book.official_name(mention.code), "mention")))
    scan, targets = cues.pointers()
    found += [
        (start, end, targets[word]) for start, end, word in scan.find(text) if not cues.SPLIT_WORD.match(text, end - 1)
    ]
    found += [(m.start(), m.end(), "country") for m in cues.EVERY_PROVINCE.finditer(text)]
    headed = "\n" + text
    found += [
        (m.start("name") - 1, m.end("name") - 1, Place(0, 0, None, m["name"], "institution"))
        for m in cues.own_institution().finditer(headed)
    ]
    found += [
        (m.start("name"), m.end("name"), Place(0, 0, None, m["name"], "institution"))
        for m in cues.RAILWAY.finditer(text)
    ]
    found += [
        (m.start("name"), m.end("name"), Place(0, 0, None, m["name"], "person")) for m in cues.persons().finditer(text)
    ]
    found += [(start, end, Place(0, 0, None, name, "person", "topic")) for start, end, name in cues.life_stories(text)]
    own = own_villages(headed)
    found += [(start, end, Place(0, 0, None, name, "settlement")) for start, end, name in own]
    named = settled | {name for _, _, name in own} | set(villages_named_again(text))
    names = sorted(name for name in named if len(name) >= 2)[:_NAMES]
    found += [(start, end, Place(0, 0, None, name, "settlement")) for start, end, name in occurrences(text, names)]
    found.sort(key=lambda item: (item[0], -item[1]))
    kept: list[tuple[int, int, Place | str]] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def _again(carried: str, rule: str) -> set[str]:
    """By which names a village or an institution comes again (龙泉镇北庄村 as 北庄村, 北梁棚户区 as 北梁)."""
    if rule == "part":
        return set()
    if rule == "settlement":
        last = re.split("[镇乡]", carried)[-1] or carried
        return {last} if len(last) >= 3 else set()
    kind = next((kind for kind in words()["institutions"] if carried.endswith(kind)), "")
    stem = carried.removesuffix(kind)
    return ({carried} if stem else set()) | (
        {stem} if 2 <= len(stem) <= 3 and kind in ("棚户区", "安置点", "安置区") else set()
    )


def carried_village(text: str, mention: RegionMention) -> str | None:
    """The name of the village right behind a place (北庄村 in 隰县龙泉镇北庄村)."""
    end, kind = _extended(text, mention)
    names = _again(text[mention.end : end], kind) if kind == "settlement" else set()
    return names.pop() if names else None


def _extended(text: str, mention: RegionMention) -> tuple[int, str]:
    """The end of a name with the village or institution that it carries, and which of them it is ("" for neither)."""
    follow = cues.SETTLEMENT.match(text, mention.end, mention.end + 16)
    if (
        follow
        and follow.end() > mention.end
        and not re.search(r"[的和与及、在是了个0-9等]|农村|乡村|全|各|(?:城|乡|村|集|小|古|名)镇$", follow[0])
    ):
        return follow.end(), "settlement"
    part = cues.PART.match(text, mention.end, mention.end + 8)
    if part and not re.search(r"[的和与及、在是等全各位处辖有分]", part[0]):
        return part.end(), "part"
    body = cues.institution().match(text, mention.end, mention.end + 14)
    body = body if body and "的" not in body[0] else cues.body_behind().match(text, mention.end, mention.end + 22)
    if body and not re.search(
        r"[和与及、在是了个等有各援，。]|规模以上|农村|工商|国有|龙头|大批|批|爱心|民营|不久|刚刚|日前", body[0]
    ):
        return body.end(), "institution"
    return mention.end, ""


def _point(target: str, stack: list[Place], book: Gazetteer, official: bool) -> Place | None:
    """What 全省, 我县, 当地 … mean here: the nearest area on the stack whose name ends so."""
    if target in ("collective", "foreign"):
        return Place(0, 0, None, "", target)
    if target == "country" and stack[0].code is None and stack[0].name in words()["foreign"]:
        return replace(stack[0], rule="pointer_country")
    if target == "country":
        return Place(0, 0, COUNTRY, book.official_name(COUNTRY), "pointer_country")
    if target == "any":
        return _last_spoken_of(stack, book, official)
    if target == "demonstration":
        return next((replace(place, rule="pointer") for place in reversed(stack) if place.code == "419001"), None)
    if target == "village":
        settled = next(
            (place for place in reversed(stack[-6:]) if place.rule in ("settlement", "pointer_village")), None
        )
        return replace(settled, rule="pointer_village") if settled else None
    for place in reversed(stack):
        code = place.code or place.around
        for area in (code, *book.ancestors(code)) if code else ():
            region = book.get(area)
            if region and region.name.endswith(target) and (target != "区" or region.level != "country"):
                return Place(0, 0, area, book.official_name(area), "pointer")
    return None


def _last_spoken_of(stack: list[Place], book: Gazetteer, official: bool) -> Place | None:
    """当地, 这里: the village or the area named last; 当地政府 is that of an area with a code."""
    if stack[0].code is None and not official:
        return replace(stack[0], rule="pointer_any")
    named = [
        place for place in stack if place.code is not None or (place.around if official else place.rule == "settlement")
    ]
    last = named[-1] if named else stack[0]
    if last.code is None and last.around and official:
        last = replace(last, code=last.around, name=book.official_name(last.around))
    return replace(last, rule="pointer_any") if last.code != COUNTRY else None


def _reach(text: str, place: Place, home: Place, book: Gazetteer) -> str:
    lead = text[max(0, place.start - 6) : place.start]
    if place.rule == "foreign" and cues.WHOLE_WORLD.match(text, place.start):
        return "clause" if _opens(text, place) else "ignored"
    if place.rule == "foreign":
        abroad = home.code == COUNTRY and _opens(text, place) and place.name not in words()["never_home"]
        return "clause" if abroad and not cues.BY_TREATY.match(text, place.end) else "ignored"
    if place.rule == "person":
        return "topic" if place.name.endswith("家") else "local"
    opens = _opens(text, place) or lead.endswith(tuple(words()["jointly"]))
    if _outside(place, home, book) or cues.AFTER_COMPARED.match(text, place.end):
        return "ignored"
    if place.rule == "mention" and cues.PASSES.match(text, place.end):
        return "ignored"
    if home.code is None and cues.LINE.search(home.name) and not opens:
        return "ignored"
    if (cues.BEFORE_COMPARED.search(lead) and not opens) or cues.COUNTED.search(lead):
        return "ignored"
    if place.rule == "collective" and text[place.start : place.end] in words()["regional_groups"]:
        return "clause" if opens or home.code is None else "ignored"
    if place.rule == "collective":
        return "ignored" if cues.NUMBER_NEXT.match(text, place.end) or not _is_area(text, place) else "clause"
    if place.rule == "pointer_country" and home.code != COUNTRY:
        return _country_in_local(text, place, lead, opens)
    if cues.COPULA.search(lead):
        return "topic" if cues.SCENE.search(text[max(0, place.start - 12) : place.start]) else "local"
    return "topic" if opens else "clause"


def _country_in_local(text: str, place: Place, lead: str, opens: bool) -> str:
    """How far 全国 or 中国 reaches in a document about one area: its own sentence at most, not at all in a name."""
    if lead.endswith(("在", "遍布")) or cues.SUPERLATIVE.match(text, place.end):
        return "ignored"
    if text.startswith(("中国", "我国"), place.start) or cues.OF_NATION.match(text, place.end):
        return "ignored"
    return "sentence" if opens or cues.NUMBER_NEXT.match(text, place.end) else "local"


def _is_area(text: str, place: Place) -> bool:
    """Whether a compass word names an area here (西部地区, 南方双季晚稻) and not part of a name (西部计划, 东北虎)."""
    printed = text[place.start : place.end]
    named = printed.endswith(("地区", "方", "带", "圈", "流域", "三省", "三角", "中下游", "黄淮海"))
    return named or cues.CROP.match(text, place.end) is not None


def _outside(place: Place, home: Place, book: Gazetteer) -> bool:
    """Whether a local document speaks of a place elsewhere: a partner, a market, a market place."""
    if home.code in (None, COUNTRY) or place.code is None:
        return False
    if place.code == COUNTRY:
        return home.code == "710000"
    return not book.inside(place.code, home.code or COUNTRY) and not book.inside(home.code or COUNTRY, place.code)


def _opens(text: str, place: Place) -> bool:
    """Whether the place stands at the head of its sentence, behind nothing but a date or an adverb."""
    start = place.start
    sentence = max(text.rfind(sign, max(0, start - 80), start) for sign in "。！？!?\n；;") + 1
    return start - sentence <= 1 or bool(cues.LEAD.fullmatch(text[sentence:start]))


def _listed(text: str, items: Sequence[tuple[int, int, Place | str]], number: int) -> bool:
    """Whether the place is one of a list (河北、山西…等22个省) or an end of a route (西安至延安)."""
    _, end, item = items[number]
    for left, right in ((number - 1, number), (number, number + 1)):
        if left < 0 or right >= len(items) or not 0 <= items[right][0] - items[left][1] <= 4:
            continue
        if type(items[left][2]) is type(items[right][2]) and cues.JOIN.fullmatch(
            text[items[left][1] : items[right][0]]
        ):
            return True
    return isinstance(item, Place) and bool(cues.LIST_TAIL.match(text, end))
