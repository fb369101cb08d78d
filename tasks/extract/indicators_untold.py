"""Names of numbers whose own clause does not say what is measured, from what was told before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tasks.extract.indicators_elided import only_when
from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_groups import COUNTERS
from tasks.extract.indicators_paid import announced, paid_to_each
from tasks.extract.indicators_parts import says_of_part, tells_of_part, whole_of_part
from tasks.extract.indicators_phrases import MAX_NAME, prefixed
from tasks.extract.indicators_pointers import pointed
from tasks.extract.indicators_residents import LIVING
from tasks.extract.indicators_shared import default_shared
from tasks.extract.indicators_state import RATES, Subjects
from tasks.extract.indicators_wording import SHARES

_CARRIED, _MONEY, _RANK = "carried name", "元", "排名"
# 比原来的520公斤高出不少
_THAN = re.compile(r"[\s\x01]{0,16}+(?:要|也|都|还)?(?:比|比起|较)")
# 干满半年的只有164人: whose noun stands before.
_HEADLESS = re.compile(
    r"[\s，、]{0,16}+(?:其中|而|但)?(?:[属位用]于|处于|来自)?(?:(?![占超完是为于达])[\u3400-\u9fff\x01]){2,14}的"
    "(?:则|却|也|还|都|已经?|才|就|又|更|共|大?约|将?近|超过?|不到|不足|仅|只|占|人均|户均|有|达到?|为|是)*"
)
# 半失能的老人: the noun that those told by another 的 share.
_OF_SORT = re.compile(r"[^的]{2}的([\u3400-\u9fff\d]{2,8})$")
_EACH = re.compile("(?<=..)[人户亩村生社校班企镇乡县床店组]?均$")
# 高寒地区的标准更高，生均提到260元: of what was told of all before.
_HIGHER = re.compile("([\u3400-\u9fff]{2,10}?)的?(?:标准|水平|额度|金额|补助|补贴)")
_MEAN = re.compile("[人户亩村生社校班企]均")
_LEFT = re.compile("(?:还|只|仅|尚|现|目前)?(?:剩下?|剩余|余下?|结余|余)")
_SAME, _SHORT = 2, 6
_PLACES = ("全", "我", "本", "该", "当地", "各地")
# 像甲镇这样的合作社
_LIKE = re.compile("^(?:而|但)?(?:像|类似|如)[^，。]{0,12}?(?:这样|那样|之类|一样)的")
# 新建改建: a deed of two letters, or two of them.
_TWICE = 2
_DONE = re.compile("[\u3400-\u9fff]{1,2}[起成出好完了]")
_MORE = re.compile("[\u3400-\u9fff]{0,3}?(?:高|低|多|少|快|慢|大|小|长|短|增|减|翻|提|降|涨)")


def untold(subjects: Subjects, frame: Frame, slot: Slot, first: bool) -> tuple[str, str] | None:
    """The name of a payment to each, an old rank, or the level that another is held against; None for any other."""
    if slot.kind == "rank" and first and _held_then(subjects, frame.before):
        return subjects.state.last, _CARRIED
    told = subjects.state.alike(slot.unit)
    than = _THAN.match(frame.before)
    if (
        told
        and than
        and first
        and only_when(frame.before[than.end() :].removesuffix("的"))
        and _MORE.match(frame.after)
    ):
        return told, _CARRIED
    who = paid_to_each(frame) if slot.kind == "money" else None
    told = told or _last_paid(subjects)
    if who is None or not told:
        return None
    whose = subjects.wording.before(who, subjects.regions).text
    return (whose + told)[-MAX_NAME:], _CARRIED


def _held_then(subjects: Subjects, before: str) -> bool:
    """Whether the words before a rank do nothing but say when it was held (位列第三，前一年排第九)."""
    ranked, space = subjects.wording.rank_of(before)
    return subjects.state.last.endswith(_RANK) and not space and only_when(ranked)


def _last_paid(subjects: Subjects) -> str:
    """The last name of money, by whatever time or head it was paid, "" for none."""
    known = (*reversed(subjects.state.recent), *reversed(subjects.state.past))
    return next((name for name, unit in known if unit.startswith(_MONEY)), "")


def without_head(subjects: Subjects, before: str, name: str, rule: str, slot: Slot) -> tuple[str, str]:
    """The name of those told by a 的 without a noun (干满半年的有164人), with what they were counted among."""
    if rule not in ("before", "list") or _HEADLESS.fullmatch(before) is None:
        return name, rule
    state = subjects.state
    counted = state.alike(slot.unit) if slot.unit not in RATES else state.carried
    whole = (subjects.fresh_topic() if state.fresh else "") or (counted if counted != state.rate else "")
    if slot.unit in COUNTERS and whole == counted and whole[-_SAME:] not in name:
        found = _OF_SORT.search(counted)
        plain = counted if len(counted) <= _SHORT and subjects.wording.is_someone(counted) else ""
        if noun := found[1] if found else plain:
            return f"{name}的{noun}", "carried subject"
    if before.rstrip().endswith("的") or not whole or whole[-_SAME:] in name or name[-_SAME:] in whole:
        return name, rule
    return prefixed(subjects.wording, whole, name), "carried subject"


def with_rate(subjects: Subjects, name: str, rule: str, slot: Slot) -> tuple[str, str]:
    """The name that says only of whom so much each is (城里人均住房42平方米，乡下人均48平方米), with what it is."""
    found = _EACH.search(name) if rule in ("before", "carried subject") else None
    told = subjects.state.alike(slot.unit) if found else ""
    at = told.find(found[0]) if found else -1
    tail = told[at + len(found[0]) :] if found and at >= 0 else ""
    return (name + tail, rule) if tail and tail not in name else (name, rule)


def part_of_whole(subjects: Subjects, frame: Frame, slot: Slot, phrase: str) -> str:
    """The name of a part of which is said what it is for or does (其中58亿元来自财政, 11家在城区), "" elsewhere."""
    state = subjects.state
    told = (not phrase and says_of_part(frame, slot, state)) or tells_of_part(frame, slot, state)
    whole = subjects.owner() if told else ""
    if not whole:
        return ""
    part = subjects.wording.after(frame.after)
    said = part if whole in LIVING.values() else prefixed(subjects.wording, whole_of_part(whole), part)
    return said + ("比例" if slot.unit in SHARES else "")


def object_told(subjects: Subjects, frame: Frame, slot: Slot, phrase: str) -> str:
    """The name of what a place made or did where the thing stands in a clause of its own before it, "" elsewhere.

    新型合作社，全县目前已建起526家: with who did it in its own clause, the noun before can only be what was done.
    """
    state = subjects.state
    if not state.fresh or slot.unit not in COUNTERS or not _is_bare_deed(subjects, phrase):
        return ""
    said = frame.before.strip(" \x01")
    if not (said.startswith(_PLACES) or any(place in said for place in state.lone)):
        return ""
    whole = _LIKE.sub("", state.bare[-1].strip(" \x01“"))
    thing = subjects.wording.subject(whole, subjects.regions)
    if not thing or thing != whole.strip("”"):
        return ""
    return "" if slot.unit != "人" and subjects.wording.is_someone(thing) else phrase + thing


def _is_bare_deed(subjects: Subjects, phrase: str) -> bool:
    """Whether words are nothing but a verb of doing (建起, 引进)."""
    return subjects.wording.is_deed(phrase) or _DONE.fullmatch(phrase) is not None or phrase in default_shared().done


def same_deed(subjects: Subjects, phrase: str, unit: str) -> str:
    """The name of the last amount where a clause only repeats its deed (农村公路新建…，今年新建…), "" elsewhere."""
    told = next((name for name, one in reversed(subjects.state.recent) if one == unit), "")
    if len(phrase) < _TWICE or told == phrase or not told.endswith(phrase):
        return ""
    deeds = (phrase, phrase[:_TWICE], phrase[_TWICE:]) if len(phrase) == _TWICE * _TWICE else (phrase,)
    whole, *halves = (_is_bare_deed(subjects, deed) for deed in deeds)
    return told.removeprefix("继") if whole or (halves and all(halves)) else ""


# 基金总收入…，总支出…，累计结余…: what is left of both.
_FLOW = re.compile("(?:总|年)?(?:收入|支出)$")


def what_is_left(subjects: Subjects, phrase: str, unit: str) -> str:
    """The name of those that are left of what was counted before (还剩1200人), "" for any other phrase."""
    told = subjects.state.alike(unit) if _LEFT.fullmatch(phrase) else ""
    if told and phrase.endswith("结余"):
        return _FLOW.sub("", told) + "结余"
    return told if told.startswith("剩余") else f"剩余{told}" if told else ""


def pointed_name(
    subjects: Subjects, frame: Frame, unit: str, name_of: Callable[[Frame], tuple[str, str]]
) -> tuple[str, str] | None:
    """The name of a number behind words that point back, what they point to being its subject; None without such."""
    back = pointed(subjects, frame.before, unit)
    if back is None:
        return None
    state = subjects.state
    whose = "" if only_when(back.whose) else subjects.wording.before(back.whose, subjects.regions).text
    owner = state.carried = state.last = whose + back.name
    state.part, state.fresh = "", False
    name, rule = name_of(replace(frame, before=back.rest))
    apart = name and owner[-_SAME:] not in name and name not in owner
    return (prefixed(subjects.wording, owner, name), "carried subject") if apart else (name, rule)


def with_announced(subjects: Subjects, name: str, rule: str, slot: Slot, said: str) -> tuple[str, str]:
    """The name of a payment with what the clause before announced (医保补助标准也提高了，人均补助450元)."""
    if slot.kind != "money" or rule not in ("before", "carried subject", "around"):
        return name, rule
    if not subjects.state.fresh:
        # 散居的1300元, behind the sum for another sort of them.
        paid = subjects.state.announced if rule == "before" and len(name) <= _SHORT else ""
        return (paid + name, "carried subject") if paid and paid[-_SAME:] not in name else (name, rule)
    topic, told = subjects.fresh_topic(), subjects.state.alike(slot.unit)
    where, mean = _HIGHER.fullmatch(topic), _MEAN.search(name)
    at = told.find(mean[0]) if where and mean else -1
    if where and mean and at >= 0 and len(told) > at + len(mean[0]):
        return (where[1] + told[at:])[-MAX_NAME:], "carried subject"
    whole = announced(topic, name, said)
    subjects.state.announced = whole.removesuffix(name) if whole.endswith(name) else ""
    return (whole[-MAX_NAME:], "carried subject") if whole else (name, rule)
