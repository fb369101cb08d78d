"""Places of a text as the scope stack sees them: names, pointers (全省, 我县), villages, institutions, groups of provinces.

Each place says how far it governs: `topic` places hold for the sentences that follow, `clause` ones for the rest of their
sentence, `local` ones for their own clause, `ignored` ones (comparisons, members of a list, ends of a route) for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tasks.extract.gazetteer import COUNTRY, Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_scan import WordScan, occurrences

SENTENCE_END = re.compile(r"[。！？!?\n]+[”’」』]?")
CLAUSE_END = re.compile(r"[，,；;：:。！？!?\n]")
NATIONAL = re.compile(r"全国|我国|中国|国家(?!级)|国务院|央视网|新华社|中央")
SETTLEMENT = re.compile(
    r"(?:[一-鿿]{1,5}?(?:镇(?!村)|乡(?!村|镇)|街道|苏木))?(?:[一-鿿]{1,6}?(?:村(?!民|镇|级|集|庄|里|委|干|两|支|务|企|居|落)|社区(?!治理|服务|工作)|嘎查))?"
)
_AFTER_COMPARED = re.compile(
    r"(?:的?平均|[一-鿿]{0,6}(?:增速|增幅|平均水平|平均值)|水平|前列|前茅|首位|[一-鿿]{0,4}第[一二三四五六七八九十0-9]|前[一二三四五六七八九十0-9]"
    r"|总[量数额]的|的?比重|的[0-9]|与[^，。]{0,12}(?:车程|距离|路程)|[一-鿿]{0,2}(?:重点|示范|文明|先进|试点)(?!县)|率先|性|首|最|之|级|唯一|一流|百强|在内|援建|援助)"
)
_BEFORE_COMPARED = re.compile(
    r"(?:高于|低于|高出|超过|超出|超越|超|快于|慢于|优于|好于|居|位居|位列|列|占|占到|占据|占据了|相当于|领先|走在|比|较|面向|来自|进口自|销往"
    r"|辐射|覆盖|发往|运抵|抵达|前往|调往|出口|援助|支援|抵|与|和|乃至|支持|扶持|帮扶|代表|包括|创建|打造|建成|被评为|荣获|获评|获|获得|起自|途经|接入|直达)$"
)
_COPULA = re.compile(r"(?:是|为|成为|作为|属于|系|乃)$")
_JOIN = re.compile(r"、|和|及|与|以及|或|[—–―-]{1,2}|至|到|开往|经|，?接入|，经|，延伸至")
_LEAD = re.compile(
    r"(?:[\s　“\"「【（(，,：:]|今[天日年]|昨[天日]|目前|现在|如今|截至|截止|据了解|此外|同时|其中|不过|随后|随着|近日|日前|最近|记者|在|位于|地处|从|以|而|就"
    r"|[0-9〇一二三四五六七八九十至到—–-]{1,8}[年月日]?份?|去年|前?[一二三四]季度|上半年|下半年|全年|以来|[年月]?[底末]|前|（[^（）]{0,12}）|也是|“?十[三四五]五”?(?:期间|时期)?|[一-鿿]{2,5}方面)*$"
)
_NUMBER_NEXT = re.compile(r"[0-9]|[一二三四五六七八九十两百千万]+[个家所名人户]")
_COUNTED = re.compile(r"[0-9]+[个家所名项条座]\Z|[0-9]\Z")
_OWN_VILLAGE = re.compile(r"[。！？\n][\s　]*(?:走进|在)?([一-鿿]{2,4}村(?=是|位于|坐落|地处|有|的|，|,|党|成立))")
_ROW_LABEL = re.compile(r"\n[ \t　]*([一-鿿]{2,7}(?:镇|乡|街道|村|社区|苏木))[ \t　]+(?=[0-9])")
_OFFICIAL = re.compile(r"政府|党委|部门|干部")
_LIST_TAIL = re.compile(r"等(?:地|省|市|县|多?地|[0-9]|[一二三四五六七八九十]+[个省市县区])")


ONE_OF = re.compile(r"[^，。；,;]{0,14}之一")
SPEAKER = re.compile(
    r"(?:村民|农户|贫困户|脱贫户|搬迁户|胶农|菜农|果农|养殖户|种植户|大户|老人|村[一-鿿]{2,3})[^。]{0,12}(?:说|告诉|算|笑|高兴)"
)
OFFICE = re.compile(r"书记|主任|局长|县长|镇长|乡长|干部|负责人|部长|市长|队长")
HOUSEHOLD = re.compile(r"我家|我们家|俺|自家|我(?![们国省市县区州乡镇村校院厂])")
_FOREIGN_STORY = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text: code (None for what stays as printed), official or printed name, the rule, and its reach."""

    start: int
    end: int
    code: str | None
    name: str
    rule: str
    reach: str = "topic"


def either(names: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _pointers() -> tuple[WordScan, dict[str, str]]:
    """The index of pointers, groups of provinces and countries, and what each word points at."""
    targets = {word: level for level, names in words()["scope_words"].items() for word in names}
    targets |= dict.fromkeys(words()["collective"], "collective") | dict.fromkeys(words()["foreign"], "foreign")
    return WordScan(targets), targets


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"[一-鿿]{{0,9}}?(?:{either(words()['institutions'])})(?!业|家|们|化|法|券|卡|贷|间|从)")


@cache
def _body_behind() -> re.Pattern[str]:
    """An institution behind 的: 云南边境山区的冷泉镇中心幼儿园, 山东烟台的这家电子企业."""
    kinds = either(name for name in words()["institutions"] if name != "企业")
    return re.compile(
        rf"[一-鿿]{{0,6}}的(?:[一-鿿]{{2,9}}?(?:{kinds})|[这一]家[一-鿿]{{0,6}}企业)(?![0-9]|业|家|们|化|贷)"
    )


@cache
def _own_institution() -> re.Pattern[str]:
    """An institution at the head of a clause that needs no place name (农业银行, 瑶岭牧场)."""
    kinds = either(words()["own_institutions"])
    stop = "全国|我国|各|每|中国人民|人民|国有|一|多|该|引|建|在|记者|农村|设|新"
    return re.compile(
        rf"[。！？\n，,；;][\s　]*(?:在)?(?P<name>(?!{stop})[^\W0-9个些的和与在入及多]{{2,6}}?(?:{kinds}))(?![0-9]|业|家|们|化|贷|卡|配)"
    )


@cache
def _persons() -> re.Pattern[str]:
    kinds, names = either(words()["persons"]), words()["surnames"]
    return re.compile(
        rf"(?:{kinds})(?P<name>[{names}][一-鿿]{{1,2}})(?=[的家说把在正告一去今靠种养,，、夫老和有给将自从])"
    )


@cache
def national_bodies() -> re.Pattern[str]:
    """A body that speaks for the country, at the beginning of a sentence."""
    return re.compile(rf"(?:[\s　“]|今天|目前|此外|据|为加大)*(?:{either(words()['national_bodies'])})")


def places(text: str, mentions: Sequence[RegionMention], home: Place, book: Gazetteer) -> list[Place]:
    """All places of the text in order; pointers are resolved on the stack of home and what governs before them."""
    found: list[Place] = []
    stack: list[Place] = [home]
    items = _candidates(text, mentions, book)
    for number, (start, end, item) in enumerate(items):
        place = item if isinstance(item, Place) else _point(item, stack, book, bool(_OFFICIAL.match(text, end)))
        if place is None:
            continue
        place = replace(place, start=start, end=end)
        listed = _listed(text, items, number)
        place = replace(place, reach="ignored" if listed else _reach(text, place, home, book))
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
            found.append((mention.start, end, Place(0, 0, None, text[mention.start : end], name)))
            settled.update(_again(text[mention.end : end], name))
        else:
            found.append((mention.start, end, Place(0, 0, mention.code, book.official_name(mention.code), "mention")))
    pointers, targets = _pointers()
    found += [(start, end, targets[word]) for start, end, word in pointers.find(text)]
    headed = "\n" + text
    found += [
        (m.start("name") - 1, m.end("name") - 1, Place(0, 0, None, m["name"], "institution"))
        for m in _own_institution().finditer(headed)
    ]
    found += [
        (m.start("name"), m.end("name"), Place(0, 0, None, m["name"], "person")) for m in _persons().finditer(text)
    ]
    found += [
        (m.start(1) - 1, m.end(1) - 1, Place(0, 0, None, m[1], "settlement"))
        for pattern in (_OWN_VILLAGE, _ROW_LABEL)
        for m in pattern.finditer(headed)
    ]
    names = [name for name in settled | {m[1] for m in _OWN_VILLAGE.finditer(headed)} if len(name) >= 2]
    found += [(start, end, Place(0, 0, None, name, "settlement")) for start, end, name in occurrences(text, names)]
    found.sort(key=lambda item: (item[0], -item[1]))
    kept: list[tuple[int, int, Place | str]] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def _again(carried: str, rule: str) -> set[str]:
    """By which names a village or an institution comes again (龙泉镇北庄村 as 北庄村, 北梁棚户区 as 北梁)."""
    if rule == "settlement":
        last = re.split("[镇乡]", carried)[-1] or carried
        return {last} if len(last) >= 3 else set()
    kind = next((kind for kind in words()["institutions"] if carried.endswith(kind)), "")
    stem = carried.removesuffix(kind)
    return {carried} | ({stem} if 2 <= len(stem) <= 3 and kind in ("棚户区", "安置点", "安置区") else set())


def _extended(text: str, mention: RegionMention) -> tuple[int, str]:
    """The end of a name with the village or institution that it carries, and which of them it is ("" for neither)."""
    follow = SETTLEMENT.match(text, mention.end, mention.end + 16)
    if (
        follow
        and follow.end() > mention.end
        and not re.search(r"[的和与及、在是了个0-9等]|农村|乡村|全|各|(?:城|乡|村|集|小|古|名)镇$", follow[0])
    ):
        return follow.end(), "settlement"
    body = _institution().match(text, mention.end, mention.end + 14) or _body_behind().match(
        text, mention.end, mention.end + 22
    )
    if body and not re.search(
        r"[和与及、在是了个等有各援，。]|规模以上|农村|工商|国有|龙头|大批|批|爱心|民营", body[0]
    ):
        return body.end(), "institution"
    return mention.end, ""


def _point(target: str, stack: list[Place], book: Gazetteer, official: bool) -> Place | None:
    """What 全省, 我县, 当地 … mean here: the nearest area on the stack whose name ends so."""
    if target in ("collective", "foreign"):
        return Place(0, 0, None, "", target)
    if target == "country":
        return Place(0, 0, COUNTRY, book.official_name(COUNTRY), "pointer_country")
    if target == "any":
        return _last_spoken_of(stack, official)
    if target == "demonstration":
        return next((replace(place, rule="pointer") for place in reversed(stack) if place.code == "419001"), None)
    if target == "village":
        settled = next(
            (place for place in reversed(stack[-6:]) if place.rule in ("settlement", "pointer_village")), None
        )
        return replace(settled, rule="pointer_village") if settled else None
    for place in reversed(stack):
        for area in (place.code, *book.ancestors(place.code)) if place.code else ():
            region = book.get(area)
            if region and region.name.endswith(target) and (target != "区" or region.level != "country"):
                return Place(0, 0, area, book.official_name(area), "pointer")
    return None


def _last_spoken_of(stack: list[Place], official: bool) -> Place | None:
    """当地, 这里: the village or the area named last; 当地政府 is that of an area with a code."""
    if stack[0].code is None and not official:
        return replace(stack[0], rule="pointer_any")
    named = [place for place in stack if place.code is not None or (place.rule == "settlement" and not official)]
    last = named[-1] if named else stack[0]
    return replace(last, rule="pointer_any") if last.code != COUNTRY else None


def _reach(text: str, place: Place, home: Place, book: Gazetteer) -> str:
    lead = text[max(0, place.start - 6) : place.start]
    if place.rule == "foreign":
        return "ignored"
    if place.rule == "person":
        return "local"
    opens = _opens(text, place)
    if _outside(place, home, book) or _AFTER_COMPARED.match(text, place.end):
        return "ignored"
    if (_BEFORE_COMPARED.search(lead) and not opens) or _COUNTED.search(lead):
        return "ignored"
    if place.rule == "collective":
        return "ignored" if _NUMBER_NEXT.match(text, place.end) or not _is_area(text, place) else "clause"
    if place.rule == "pointer_country" and home.code != COUNTRY and re.search("(?:在|遍布)$", lead):
        return "ignored"
    if _COPULA.search(lead) or (place.rule == "pointer_country" and home.code != COUNTRY and not opens):
        return "local"
    return "topic" if opens else "clause"


def _is_area(text: str, place: Place) -> bool:
    """Whether a compass word names an area here (西部地区, 南方双季晚稻) and not part of a name (西部计划, 东北虎)."""
    printed = text[place.start : place.end]
    return printed.endswith(("地区", "方", "带", "圈", "流域", "三省", "三角"))


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
    return start - sentence <= 1 or bool(_LEAD.fullmatch(text[sentence:start]))


def _listed(text: str, items: Sequence[tuple[int, int, Place | str]], number: int) -> bool:
    """Whether the place is one of a list (河北、山西…等22个省) or an end of a route (西安至延安)."""
    start, end, item = items[number]
    for left, right in ((number - 1, number), (number, number + 1)):
        if left < 0 or right >= len(items) or not 0 <= items[right][0] - items[left][1] <= 4:
            continue
        if type(items[left][2]) is type(items[right][2]) and _JOIN.fullmatch(text[items[left][1] : items[right][0]]):
            return True
    return isinstance(item, Place) and bool(_LIST_TAIL.match(text, end))


def foreign_home(title: str) -> str | None:
    """The country that a title is about, when it names one and not China."""
    if NATIONAL.search(title):
        return None
    pointers, targets = _pointers()
    named = [word for _, _, word in pointers.find(title)]
    if named and targets[named[0]] == "foreign" and named[0] not in words()["never_home"]:
        return named[0]
    return None


def title_village(title: str) -> str | None:
    """The village that a title names."""
    found = re.search(r"(?:^|[：:】\s的])([一-鿿]{1,4}(?:村|社区))(?!民|级|镇|庄)", title)
    return found[1] if found else None


def foreign_subject(text: str) -> str | None:
    """The country that a text without any Chinese place keeps speaking of."""
    pointers, targets = _pointers()
    for _, _, word in pointers.find(text):
        if targets[word] == "foreign" and word not in words()["never_home"]:
            return word if text.count(word) >= _FOREIGN_STORY else None
    return None
