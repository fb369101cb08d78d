"""Railways, roads and pipelines that a sentence leads from place to place: as printed, or the area they stay in.

甲乙高铁起自陕西省西安市，经渭南市，接入延安市，全长300公里 is about the province that holds all its places, and the
places on the way say nothing about the numbers of that sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.gazetteer import COUNTRY, MUNICIPALITIES, Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_place import Place
from tasks.extract.regions_scan import occurrences
from tasks.extract.regions_words import LINE, ROUTE_JOIN
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_ROUTE = Sought(
    r"起自|起于|始于|起点(?:位于|为|在|于)|为起点|[东南西北]起(?![飞步伏点义])|引出，|终点(?:站?设?在|至|位于|为|是)"
)
_KIND = "铁路|高铁|城际|高速公路|高速|公路|快速路|管道|管线|航线|线路|工程|通道"
_NAME = re.compile(rf"(?P<name>[一-鿿]{{2,6}}(?:{_KIND}))")
# 这条设计时速350公里的铁路: what it is like may stand between.
_THIS = re.compile(rf"(?P<name>(?:该|这条|此条|这一)(?:[^，。；,;\n]{{0,16}}?的)?(?:{_KIND}))")
# A line by its kind alone, right in front of where it starts: 工程起于甲市.
_BARE = re.compile(rf"(?<![一-鿿])(?P<name>全线|项目|(?:{_KIND}))(?=[从由自][^，。；,;\n]{{2,16}}$|$)")
# 甲乙高铁从丙市出发，途经丁县; 由甲市引水，穿越乙县的丙运河: what a line goes by, and where it starts.
_VIA = ("途经", "途径", "经过", "穿越", "穿过", "贯穿", "流经", "接入", "接上", "纵贯", "横贯")
_STARTS = ("从", "由", "自")
_ROUTED = re.compile(rf"的(?P<name>(?:(?![的和与及在])[一-鿿]){{2,6}}?(?:{_KIND}|运河|水道|航道|灌渠|干渠|隧道))")
_HEADING = re.compile(
    rf"(?P<name>(?:(?![的和与及在，])[一-鿿]){{2,6}}?(?:{_KIND}|运河|水道|航道|灌渠|干渠))[^，。；,;\n]{{0,6}}$"
)
_STOP = re.compile("[的是和与及在了将为由从条段一到]|正在|今天|全线|新建|建设|开通|随着|首条|记者|拟建|规划")
_CALLED = re.compile(
    "(?:段)?(?:新建|双线|重载|沿江)?(?:高速铁路|城际铁路|铁路|高铁|高速公路|高速|公路|航线|航班|[一-鿿]{0,2}班列|班次|客运专线|客运列车|列车|动车组?(?!所)"
    "|(?:[^，。]{0,6}千伏)?特高压[一-鿿]{0,8}工程|输电[一-鿿]{0,4}工程)"
)
_LINKING = re.compile(
    "的?(?P<name>[一-鿿]{0,6}?(?:铁路|高铁|高速公路|高速|公路|大桥|隧道|通道))|(?:两[市县地省区岸]|等地)?，"
)
_AND = re.compile("[和与至]|以及")
# A tunnel, a bridge or a waterworks with a name of its own at the head of a clause.
_WORKS = re.compile(
    r"(?:^|[。！？\n\r，；：—])[\s　]*(?:(?:[0-9年月日]{2,10}|今天|目前|如今|位于[一-鿿]{2,6}的|在)，?)?"
    r"(?P<name>[一-鿿]{2,20}?(?:隧道|隧洞|特大桥|大桥|水利枢纽|调水工程|引水工程|水电站|抽水蓄能电站|运河(?:工程)?|通道(?:工程)?)|[一-鿿]{0,10}(?<!吸)引[一-鿿]{1,3}工程)(?![群的和与、等及])"
)
# Works of these kinds are told of too often by the way: only those whose name tells where they lie.
_COMMON = re.compile("(?<!特)大桥$|隧洞$|引水工程$|(?<!蓄能)水?电站$|运河(?:工程)?$|通道(?:工程)?$")
_NO_WORKS = re.compile(
    "[的和与及、在是了为这该各全首最被将把从到对多几某条座处个项其]|穿越|穿过|通过|打通|开挖|进入|贯通|修建|建成|建设|实施|推进|实现|发布|驶|冲进|守护"
    "|救护|力争|还有|今天|目前|中国|我国|加快|完成|开工|投产|随着|桥隧|大型|重点|重大|以及|同时|^有|^新建|^(?:公路|铁路|海底|沉管|过江|穿山|高铁)*(?:隧道|特大桥)$"
)
# A tunnel or a bridge of a line lies where its own sentence says.
_WORK_OF = re.compile("[一-鿿]{1,8}(?:隧道|特大桥|大桥)")
_WORK_SIGNS = ("隧", "桥", "枢纽", "工程", "电站", "运河", "通道")
_IN_LIST = tuple("、和与及至到")
_JOINT = 4
_TWO = 2
_FAR = 160
_BEFORE = 12


def lines(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> tuple[list[Place], list[tuple[int, int]]]:
    """The lines with the area that holds them, and the stretches of text whose places are only stops on the way."""
    found: list[Place] = []
    routes: list[tuple[int, int]] = []
    starts = [mention.start for mention in mentions]
    led = "起" in text or "终点" in text or "引出" in text
    for route in _ROUTE.finditer(text) if led else ():
        if routes and route.start() < routes[-1][1]:
            continue
        low = max(0, route.start() - _FAR)
        breaks = list(SENTENCE_END.finditer(text, low, route.start()))
        start = breaks[-1].end() if breaks else low
        stop = SENTENCE_END.search(text, route.end(), route.end() + _FAR)
        end = stop.start() if stop else min(len(text), route.end() + _FAR)
        name = _line_name(text, start, route.start())
        if name is None and breaks and not text[start : route.start()].strip():
            # …铁路今天通车。起自甲市: the line of the sentence before.
            name = _line_name(text, breaks[-2].end() if len(breaks) > 1 else low, start)
        if name is None and (behind := _ROUTED.search(text, route.end(), end)):
            # 起于甲县、止于乙县的丙丁高速: named behind its route.
            name = (*behind.span("name"), behind["name"]) if not _STOP.search(behind["name"]) else None
        if name is None:
            continue
        inside = mentions[bisect_left(starts, route.start() - _BEFORE) : bisect_left(starts, end)]
        codes = [mention.code for mention in inside if mention.code]
        if not codes:
            continue
        routes.append((min(name[1], route.start()), end if name[0] < route.start() else name[0]))
        found.append(_line(name, codes, book))
    for stretch, line in _gone_by(text, mentions, starts, book):
        if not routes or stretch[0] >= routes[-1][1]:
            routes.append(stretch)
            found.append(line)
    routes.sort()
    for stretch, place in _between(text, mentions, book):
        at = bisect_left(routes, stretch)
        if (at == 0 or routes[at - 1][1] <= stretch[0]) and (at == len(routes) or routes[at][0] >= stretch[1]):
            if place.code not in (None, COUNTRY) or _WORK_OF.match(text, stretch[1]) is None:
                found.append(place)
            routes.insert(at, stretch)
    return found, routes


def _gone_by(
    text: str, mentions: Sequence[RegionMention], starts: Sequence[int], book: Gazetteer
) -> list[tuple[tuple[int, int], Place]]:
    """Lines that a sentence leads from where they start by other places (甲乙高铁从丙市出发，途经丁县、戊市), named in
    front of that or behind it; each with the text of its stops."""
    found: list[tuple[tuple[int, int], Place]] = []
    last = 0
    vias = sorted(at for via in _VIA if via in text for at, _, _ in occurrences(text, (via,)))
    for at in vias:
        if at < last:
            continue
        low = max(last, at - _FAR, max(text.rfind(sign, 0, at) for sign in "。！？\n；") + 1)
        stop = SENTENCE_END.search(text, at, at + _FAR)
        last = stop.start() if stop else min(len(text), at + _FAR)
        inside = [m for m in mentions[bisect_left(starts, low) : bisect_left(starts, last)] if m.code]
        head = next((m for m in inside if m.start < at and text[m.start - 1 : m.start] in _STARTS), None)
        if head is None or len(inside) < _TWO:
            continue
        begin = head.start - 1
        name = _HEADING.search(text, low, begin) or _ROUTED.search(text, inside[-1].end, last)
        if name is None or _STOP.search(name["name"]):
            continue
        line = _line((*name.span("name"), name["name"]), [m.code for m in inside], book)
        found.append(((begin, last), line))
    return found


def across(home: Place) -> bool:
    """Whether a page is about a line of the country that no one province holds, and that does not lead abroad."""
    return home.code is None and LINE.search(home.name) is not None and not home.name.startswith("中")


@cache
def _lies_in() -> tuple[re.Pattern[str], dict[str, str]]:
    """Mountains, rivers and works that give others their names, and the province in which each of them lies."""
    codes = {name: str(code) for code, names in words()["lies_in"].items() for name in names}
    return re.compile(either(codes)), codes


def province_of(name: str) -> str | None:
    """The code of the province in which a tunnel, a bridge or a dam lies, where its name tells it (天山隧道)."""
    pattern, codes = _lies_in()
    told = {codes[found] for found in pattern.findall(name)}
    return told.pop() if len(told) == 1 else None


def great_works(text: str) -> list[tuple[int, int, str]]:
    """Tunnels, bridges and waterworks by their names at the heads of clauses (甲岭隧道掘进2000米)."""
    named = _WORKS.finditer(text) if any(sign in text for sign in _WORK_SIGNS) else ()
    return [
        (found.start("name"), found.end("name"), found["name"])
        for found in named
        if not _NO_WORKS.search(found["name"]) and (not _COMMON.search(found["name"]) or province_of(found["name"]))
    ]


def _between(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[tuple[tuple[int, int], Place]]:
    """Lines called by their two ends: 甲市至乙市高铁, 连接甲省和乙省的大桥; each with the text of its ends."""
    found: list[tuple[tuple[int, int], Place]] = []
    for first, second in pairwise(mentions):
        if not 0 < second.start - first.end <= _JOINT:
            continue
        joint = text[first.end : second.start]
        if not first.code or not second.code or text[first.start - 1 : first.start] in _IN_LIST:
            continue
        linked = text[max(0, first.start - 2) : first.start] in ("连接", "串联")
        kind = _LINKING.match(text, second.end) if linked and _AND.fullmatch(joint) else None
        start = kind.end() - len(kind["name"]) if kind and kind["name"] else first.start
        kind = kind or (_CALLED.match(text, second.end) if ROUTE_JOIN.fullmatch(joint) else None)
        if kind:
            end = kind.end() if not kind[0].endswith("，") else second.end
            line = _line((start, end, text[start:end]), [first.code, second.code], book)
            found.append(((first.start, end), line))
    return found


def _line_name(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Where the line's name stands in front of its route: start, end and name."""
    this = list(_THIS.finditer(text, start, end))
    if this:
        return (*this[-1].span("name"), this[-1]["name"])
    last = next(iter([*_NAME.finditer(text, start, end)][-1:]), None)
    if last is None:
        bare = _BARE.search(text, start, end)
        return (*bare.span("name"), bare["name"]) if bare else None
    name = last["name"]
    cut = max((stop.end() for stop in _STOP.finditer(name)), default=0)
    if len(name) - cut < 3:
        return None
    return last.start() + cut, last.end(), name[cut:]


def _line(name: tuple[int, int, str], codes: Sequence[str | None], book: Gazetteer) -> Place:
    start, end, printed = name
    known = list(dict.fromkeys(code for code in codes if code))
    area = next((a for a in (known[0], *book.ancestors(known[0])) if all(book.inside(c, a) for c in known)), COUNTRY)
    if len(known) == 1 and (book.level(area) != "province" or area[:2] in MUNICIPALITIES):
        area = COUNTRY
    if area == COUNTRY and len(known) == 1:
        return Place(start, end, None, printed, "line")
    return Place(start, end, area, book.official_name(area), "line")
