"""Heads that bodies share (不良率：甲银行0.8%、乙银行0.9%), and what is the most of all (占比最大的是X，为N)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.clauses import Clause
from tasks.extract.cues import ABOUT
from tasks.extract.indicators_frames import Slot
from tasks.extract.indicators_state import FROM_BEFORE, Telling

_KINDS = (
    "银行|农商行|公司|集团|证券|股份|保险|人寿|财险|信托|期货|基金|控股|电器|汽车|药业|市场|支流|干流|流域|港区|港口"
)
_BODY = re.compile(
    rf"(?:其次(?:是|为)?|而|则)?(?P<body>[\u3400-\u9fffA-Za-z]{{1,10}}?(?:{_KINDS})(?:(?:、|和|与|及)[\u3400-\u9fffA-Za-z]{{1,10}}?(?:{_KINDS})){{0,5}})"
    r"(?:最[高低大小多少]|居首|领先|次之|紧随其后|持平|保持一致|并列)?(?:均|都)?为?"
)
_OF_BODY = re.compile(
    rf"[\u3400-\u9fffA-Za-z]{{1,10}}?(?:{_KINDS})的?(?:共|累计|分别)?(?:实现|完成)?(?P<metric>[\u3400-\u9fffA-Za-z]{{2,14}})"
)
_NO_BODY = re.compile("占|全部|所有|多数|其他|各|营收|利润|收入|金额|总额|率")
_MOST = re.compile(
    r"(?P<metric>.{0,20}?)(?:排名)?(?:最[高低大小多少好快强]|居首|第一|领先|排?前[0-9一二三四五六七八九十两]{1,2}[名位家强]?)的?(?:依次|分别)?(?:就?是|为|当属)(?P<most>[^，。]{2,20})"
)
_METRIC = re.compile(r"(?:[率额量值价入润差比数速]|价格|GDP|营收|规模|余额|面积|均价|水平)$")
_MOVES = "[上下]?涨|上升|[增下]?降|下[跌滑]|[增减]长?|增加|减少|提高|回落"
_SHARE = ("占比", "比重", "份额")
_REACHED = re.compile(
    rf"(?:，|,)?(?:同比|环比|分别|{_MOVES}|高?达到?|约?为|是|有|只|仅|则|[共总合累]计|共|超过?|{ABOUT}){{0,6}}"
)
_SHORT = 12
# 新设企业最多的是甲市: of an area; the area that all of them lie in is no part of the name.
_AREA = re.compile(
    "[\u3400-\u9fff]{1,7}(?<![城都超门夜股楼])[省市县区州旗盟](?:(?:、|和|与|及)[\u3400-\u9fff]{1,7}[省市县区州旗盟])*"
)
_WHOLE_AREA = re.compile(
    "^(?:.*\x01)?(?:在?(?:全[省市县区州旗盟国]|[\u3400-\u9fff]{2,3}?[省市县州盟](?![场政长内])))?的?"
)
_OF_THINGS = re.compile("的|[省市县区州旗盟镇乡村]$")


def add_heads(told: Telling) -> None:
    """Completes the names of a sentence that say only whose the figure is, and those that wait for the most of all."""
    masked, slots, names = told.masked, told.slots, told.names
    head, unit = "", ""
    most: tuple[str, str] | None = None
    renamed: tuple[str, str] | None = None
    told_of = ""
    for clause in told.sentence.clauses:
        words = masked[clause.start : clause.end]
        if not clause.quantities:
            most = _most_of(words) or _next_of(words, told_of, head)
            head, unit = (said, "") if (said := _head_of(words)) else (head, unit)
            continue
        if most and _only_reaches(masked, clause, slots):
            first = clause.quantities[0]
            renamed = (names[first].name, most[1])
            names[first] = names[first].called(most[1], "most")
            head, unit = most[0] or head, slots[first].unit
        most = None
        for index in clause.quantities:
            named = names[index]
            if renamed and named.rule in FROM_BEFORE and named.name.startswith(renamed[0]) and renamed[0]:
                named = named.called(renamed[1] + named.name[len(renamed[0]) :])
            body = _BODY.fullmatch(named.name) if head else None
            if body and not _NO_BODY.search(body["body"]) and unit in ("", slots[index].unit):
                named = named.called(body["body"] + head, "shared head")
                unit = slots[index].unit
            elif (found := _OF_BODY.fullmatch(named.name)) and _METRIC.search(found["metric"]):
                head, unit = found["metric"], slots[index].unit
            names[index] = named
            told_of = named.name


def _head_of(words: str) -> str:
    """不良率：甲银行0.8% and 营收方面，甲集团8亿元: what the bodies behind it are compared by."""
    text = words.strip(" \x01\n").removesuffix("方面").removesuffix("上")
    return text if 1 < len(text) <= _SHORT and _METRIC.search(text) else ""


def _most_of(words: str) -> tuple[str, str] | None:
    """What bodies are compared by, and the name of the next figure (不良率最低的是甲银行 → 甲银行不良率)."""
    found = _MOST.fullmatch(words.strip(" \x01\n")) if any(link in words for link in "是为属") else None
    if found is None:
        return None
    metric = found["metric"].removesuffix("的")
    if _AREA.fullmatch(found["most"]):
        thing = _WHOLE_AREA.sub("", metric)
        return (thing, thing) if len(thing) > 1 and not _OF_THINGS.search(thing) else None
    metric = metric if _METRIC.search(metric) else ""
    body = _BODY.fullmatch(found["most"])
    if body and metric and not metric.endswith(_SHARE):
        return metric, body["body"] + metric
    told = metric if metric and not _RISES.search(metric) and metric[-1] != found["most"][-1] else ""
    return told, found["most"] + told


# 其次是甲业; 乙次之: the second in the order of what was told of the first.
_SECOND = re.compile(
    r"(?:其次|再次|紧随其后的?|随后|最[高低大小多少快慢]的)(?:则|就)?(?:是|为)(?P<named>[^，。]{2,16})"
    r"|(?P<after>[^，。]{1,12}?)(?:价格)?(?:次之|再次之|紧随其后|居次|居第[二三四]位?|[排位]列?名?第[二三四]位?)"
)
_RISES = re.compile("(?:涨幅|增速|增幅|降幅|跌幅|占比|比重|份额)$")


def _next_of(words: str, told_of: str, head: str) -> tuple[str, str] | None:
    """The name of the next figure where a clause says only who comes second: `told_of` is the name of the first, `head`
    what all are compared by."""
    found = _SECOND.fullmatch(words.strip(" \x01\n")) if told_of else None
    if found is None:
        return None
    if _AREA.fullmatch(found["named"] or found["after"]):
        return "", told_of
    rises = _RISES.search(told_of)
    told = rises[0] if rises else head
    return "", (found["named"] or found["after"]) + told


def _only_reaches(masked: str, clause: Clause, slots: Sequence[Slot]) -> bool:
    """Whether nothing but 为 or 达到 stands between the clause's beginning and its first number."""
    return _REACHED.fullmatch(masked[clause.start : slots[clause.quantities[0]].start].strip()) is not None
