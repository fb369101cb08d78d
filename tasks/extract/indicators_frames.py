"""The words before and after each number of a clause, and which of them neighbours share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from tasks.extract.clauses import Clause
from tasks.extract.cues import ABOUT
from tasks.extract.deemed import without_deeming
from tasks.extract.indicators_agents import put_in_front
from tasks.extract.indicators_counted import listed_thing
from tasks.extract.indicators_groups import COUNTERS, default_groups

_SEPARATORS = "、，,:：∶︰﹕和与及或 \u3000"
# 从中遴选400名教师: those who are chosen from among many are at no level that rises.
_CHOSEN_FROM = "[^，,；;、]{0,12}?中(?:[\u3400-\u9fff]{0,4}?(?:选|抽|挑|调|拨|划|提|拿|腾|评|招|产生|推荐))"
_FROM = re.compile(rf"[从由](?![^，,；;、]{{0,20}}[从由]|{_CHOSEN_FROM})[^，,；;、]{{0,20}}$")
_TO = re.compile(r"[^、，,；;]{0,8}(?:[到至为]|(?<![组建完形构生达收集汇制合落])成)了?\x01*[^、，,；;]{0,4}$")
_REMARK = re.compile(r"[（(][^（()）\x02]{0,40}[)）]")
_LIGHT_GAP = re.compile(
    rf"(?:[^，,、]{{0,8}}[里中](?:就|便)有|[里中当]*[就便]?有?)(?:不到|不足|{ABOUT}|共|超过?|逾)?(?:新台币|人民币|台币)?"
)
_REACHING = ("涉及", "惠及", "波及", "普及", "遍及", "参与", "给与")
_COUNTED = re.compile(
    r"[\u3400-\u9fff]{0,3}(?:省|市|区|州|旗|盟|省份|地市|市州|州市|县区|区县|旗县|行政村|建制村|自然村|县|村|乡|镇|社区|街道|小区|学校|企业|农户|户|家庭|单位|县市|市县|乡镇|党支部|合作社)的?"
)
# 26个村193个村民小组: a classifier needs the thing that stands behind it.
_CLASSIFIED = frozenset(("个", "户", "家", "所", "座", "项", "处", "条", "人"))
_THINGS = (
    "(?:[村镇乡县组户站所厂店馆园库桥校点]|社区|街道|人口|学校|企业|单位|项目|家庭|居民|群众|中心|公司|医院|机构|基地|园区"
    "|合作社|支部|委员会|居委会|村委会|党员|干部|教师|医生|学生|老人|儿童)"
)
_THING = re.compile(rf"(?!.{{0,8}}(?:来自|深入|位于|前往|参观|帮扶|参与|捐|安置))[\u3400-\u9fff]{{0,8}}{_THINGS}")
# 3死12伤: each has its own.
_TOLL = frozenset(("死", "伤", "亡"))
_ENDS = ("", "，", ",", "。", "；", ";", "、", "\n", " ")
# 安排500万元给4所幼儿园修缮校舍: what the money is for goes on behind the next number.
_FOR_WHAT = ("给", "用于", "支持", "奖励", "补助", "资助", "扶持")
# 7%左右和8%左右: a bound behind the first number does not part the two.
# 由680个县扩大到832个县: what is counted stands between the number and the verb.
_MOVED = re.compile(
    r"([\u3400-\u9fff]{0,5}?)(?:急剧|大幅度?|迅速|快速|逐步|逐年|一下子|直接|陡然|骤然|稳步|持续|明显|显著)*(?:扩大|增加|增长|发展|减少|拓展|扩展|缩减|上升|下降|提升|提高|扩容|压缩|缩短|调整"
    r"|(?<![提跃攀上下压缩递锐激猛骤调大回暴])[增降升减涨跌])[到至为]了?"
)
# 7个10万吨级和5个2万吨级泊位: a class needs the thing of the number behind it.
_CLASS_ONLY = re.compile(r"[^，、]{0,6}\d[\d.]*[百千万亿]?[\u3400-\u9fff]{0,3}级|[\u3400-\u9fff]{1,6}(?:式|型)")
# 一条长260米、宽2米的水渠: what is so long and wide stands behind the last of its measures.
_MEASURED = re.compile(
    "(?:长|宽|高|深|厚|直径|跨度|跨|面积|投资|海拔|库容|装机|容量|能力|功率|载重|储量|占地|时速|规模|产能|级别)"
    rf"(?:{ABOUT}|达|为|有|超过?|逾)?$"
)
# 4台单机容量30万千瓦的机组: what is counted stands behind its size.
_OF_SIZE = re.compile(rf"[\u3400-\u9fff]{{0,4}}{_MEASURED.pattern}")
# 每10台电脑里就有7台产自…: what is counted of either.
_AMONG = re.compile(
    "(?:(?P<among>[\u3400-\u9fff]{2,8}|(?<![\u3400-\u9fff]))(?:[当之]?中|里[头面边]?)|(?P<of>[\u3400-\u9fff]{2,8}))，?(?:就|便)有"
)
_SPANNED = re.compile("(?:穿越|连接|覆盖|途经|横跨|串联|跨越)了?")
_AROUND_AMOUNT = re.compile(r"^(?:左右|以[上下内]|不等)")
_LEFT = 120
_RIGHT = 80


class Slot(NamedTuple):
    """A quantity as the naming sees it: its span, unit and kind.

    `noun` is the printed unit where it is the thing itself (13省, 5乡).
    """

    start: int
    end: int
    unit: str
    kind: str
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around one number.

    `listed`: the number continues a list (34.88%、27.55%) and shares the frame of the first of it.
    `after_is_shared`: what follows also stands before the next number. `bare`: nothing of its own stands before it.
    `reaches`: it is the second of a pair (从A增至B).
    """

    before: str
    after: str
    listed: bool
    after_is_shared: bool
    bare: bool
    reaches: bool = False


def frames_of(masked: str, clause: Clause, slots: Sequence[Slot]) -> list[Frame]:
    """One frame for every quantity of the clause, in order."""
    indexes = clause.quantities
    first, last = slots[indexes[0]], slots[indexes[-1]]
    head = masked[max(clause.start, first.start - _LEFT) : first.start]
    rest = masked[last.end : min(clause.end, last.end + _RIGHT)]
    rest = without_deeming(rest) if last.kind == "money" else rest
    if len(indexes) == 1:
        return [Frame(head, rest, False, False, False)]
    gaps = [masked[slots[a].end : slots[b].start][-_LEFT:] for a, b in pairwise(indexes)]
    own = _own_things([slots[index].unit for index in indexes], gaps, rest)
    frames = _inner_frames(head, gaps, rest, own)
    for place, (a, b) in enumerate(pairwise(indexes)):
        if frames[place + 1].listed and slots[a].noun and not slots[b].noun and _THING.match(masked, slots[b].end):
            frames[place + 1] = replace(frames[place + 1], listed=False, bare=True)
            own[place] = True
    for place, gap in enumerate(gaps):
        if slots[indexes[place]].kind == "money" and gap.startswith(_FOR_WHAT):
            following = gaps[place + 1] if place + 1 < len(gaps) else rest
            frames[place] = replace(frames[place], after=gap + following, after_is_shared=False)
    here = [slots[index] for index in indexes]
    return _done_by(_among_whom(_lend_right(_groups_told(frames, here), own), gaps), gaps, rest)


# Who did it stands between 被 and the deed, a verb of two characters with how it was done.
_BY = ("被", "遭")
_DEED = re.compile("(?:违规|违法|非法|擅自|私自|长期|无偿|统一|集中|全部)?[\u3400-\u9fff]{2}$")


def _own_things(units: list[str], gaps: list[str], rest: str) -> list[bool]:
    """For every gap whether it is nothing but what the number before it counts, and so on to the end of the clause."""
    own = [False] * len(gaps)
    goes_on = (last := _THING.match(rest)) is not None and rest[last.end() : last.end() + 1] in _ENDS
    for place in range(len(gaps) - 1, -1, -1):
        gap = gaps[place].strip()
        thing = gap.rstrip("、和与及")
        counted = units[place] in _CLASSIFIED and _THING.fullmatch(thing) is not None
        own[place] = goes_on and counted and thing == gap and units[place + 1] in _CLASSIFIED
        goes_on = counted if thing != gap else own[place]
    return own


def _inner_frames(head: str, gaps: list[str], rest: str, own: list[bool]) -> list[Frame]:
    """Frames of several numbers: each gap is shared out between the number before it and the one after it.

    `own` says of each gap whether it is nothing but the thing that the number before it counts.
    """
    frames: list[Frame] = []
    before, listed, reaches, earlier = head, False, False, head
    for gap, thing in zip(gaps, own, strict=True):
        left, right, shared, joins = (gap.strip(), before, False, False) if thing else split_gap(gap)
        start = _FROM.search(earlier)
        to = not thing and start is not None and _TO.match(gap) is not None
        if to and start and earlier is before:
            before = put_in_front(before[: start.start()])
        counted = shared and _COUNTED.fullmatch(gap) is not None
        moved = _MOVED.match(gap) if to else None
        after = left if not to else moved.group(1) if moved else ""
        frames.append(Frame(before, after, listed, shared, bool(frames) and not before, reaches))
        before = before if counted else right
        listed, reaches, earlier = joins, to, gap
    moved = _MOVED.match(gaps[-1]) if reaches else None
    after = rest if not reaches else moved.group(1) if moved and rest.startswith(moved.group(1)) else ""
    frames.append(Frame(before, after, listed, False, not before, reaches))
    return frames


def split_gap(gap: str) -> tuple[str, str, bool, bool]:
    """What of the words between two numbers belongs to the first and what to the second, whether both have all of
    it, and whether the second only continues a list."""
    bare = _REMARK.sub("", gap).strip(" \u3000") if "（" in gap or "(" in gap else gap.strip(" \u3000")
    said = _AROUND_AMOUNT.sub("", bare).strip(_SEPARATORS)
    if said in ("", "占") or _LIGHT_GAP.fullmatch(bare):
        return "", "", False, True
    if said in _TOLL:
        return said, "", False, False
    if bare[-1] in "、和与及" and not bare.endswith(_REACHING):
        return bare[:-1].removesuffix("以"), "", False, False
    if bare.startswith("以及"):
        return "", bare[2:], False, False
    if bare[0] in "、和与及":
        return "", bare[1:], False, False
    at = bare.find("、")
    thing = listed_thing(bare) if at > 0 else ""
    if thing:
        return thing, bare[len(thing) :], False, False
    if at > 0:
        return bare[:at], bare[at + 1 :], False, False
    return bare, bare, True, False


def _groups_told(frames: list[Frame], slots: Sequence[Slot]) -> list[Frame]:
    """36家工厂吸纳就业1382人: the number of a group has only the group, as have those that it aids."""
    groups = default_groups()
    for place, (slot, then) in enumerate(pairwise(slots)):
        frame = frames[place]
        if not frame.after_is_shared or slot.unit not in COUNTERS or frame.before.endswith("占"):
            continue
        if thing := groups.thing(frame.after):
            if then.unit in COUNTERS and frames[place + 1].before == frame.after:
                whom = groups.whom(frame.after)
                frames[place + 1] = replace(frames[place + 1], before=whom or frame.after)
            frames[place] = replace(frame, after=thing, after_is_shared=False)
    return frames


def _among_whom(frames: list[Frame], gaps: list[str]) -> list[Frame]:
    """每10台电脑里就有7台产自这里: both numbers are of what stands between them and of what is said of it."""
    for place, gap in enumerate(gaps):
        among = _AMONG.fullmatch(gap.strip())
        if among:
            whom = among["among"] or among["of"] or ""
            said = whom + frames[place + 1].after.removeprefix("" if whom else "是")
            frames[place] = replace(frames[place], after=said)
            frames[place + 1] = replace(frames[place + 1], before=frames[place].before, after=said)
    return frames


def _done_by(frames: list[Frame], gaps: list[str], rest: str) -> list[Frame]:
    """2亿元专项资金被27个单位挪用: what was done to the first stands behind those who did it."""
    gap = gaps[-1]
    deed = _DEED.search(rest.rstrip("。，；,;\n ")) if gap.endswith(_BY) and "，" not in gap else None
    if deed:
        frames[-2] = replace(frames[-2], after=gap + deed[0], after_is_shared=False)
    return frames


def _lend_right(frames: list[Frame], own: list[bool]) -> list[Frame]:
    """Numbers printed in one breath (15316户42991人全部脱贫, 77个县488个村参与) share what follows the last of them."""
    tail = frames[-1].after
    for place in range(len(frames) - 2, -1, -1):
        here, then = frames[place], frames[place + 1]
        if own[place]:
            tail = here.after
            continue
        measured = not here.after and tail.startswith("的") and _MEASURED.search(here.before)
        if measured and (_MEASURED.search(then.before) or _SPANNED.fullmatch(then.before)):
            frames[place] = replace(here, after=tail)
        elif here.after == "的" and then.before in ("", "的") and _MEASURED.search(here.before):
            tail = "的" + then.after
            frames[place] = replace(here, after=tail)
        elif then.after.startswith("的") and _OF_SIZE.fullmatch(here.after):
            frames[place] = replace(here, after=then.after[1:], after_is_shared=False)
        elif _CLASS_ONLY.fullmatch(here.after):
            frames[place] = replace(here, after=here.after + _CLASS_ONLY.sub("", tail, count=1))
        elif here.after_is_shared and here.before == then.before and _COUNTED.fullmatch(here.after):
            frames[place] = replace(here, after=here.after + tail)
        else:
            if then.listed and not here.after:
                frames[place] = replace(here, after=then.after)
            tail = frames[place].after
    return frames


def run_lengths(frames: Sequence[Frame]) -> list[int]:
    """For every frame how many numbers the list that begins there has (1 when none does)."""
    lengths = [1] * len(frames)
    for place in range(len(frames) - 2, -1, -1):
        if frames[place + 1].listed:
            lengths[place] = lengths[place + 1] + 1
    return lengths
