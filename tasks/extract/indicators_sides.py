"""The words to either side of a number that name it: those before it, those behind it, or both."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_counted import thing_there
from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_parts import (
    STUMPS,
    acts_on,
    grand_total,
    is_loose_verb,
    is_pronoun,
    is_water,
    of_the_same_scale,
    size_of,
    without_examples,
    without_place,
)
from tasks.extract.indicators_phrases import is_counted_thing
from tasks.extract.indicators_ranks import ranked_among
from tasks.extract.indicators_residents import of_whom
from tasks.extract.indicators_state import RATES, Subjects
from tasks.extract.indicators_trim import Trimmed
from tasks.extract.indicators_wording import Wording

_SHORT_VERB = 2
# 16家公园、8处舞台、百年老桥等景点: the number is of the first of them only.
_FIRST_OF = re.compile(r"([^、，（(]{2,10})、[^、，（(]{2,12}等")
# 3个城市完成20项改造, 5个县把3亿元用于…: the verb is of the next number.
_DOES = re.compile(
    "(?<=.)(?:共?(?:实现|完成|实施)了?|共?(?<!方)向|把|(?<!小)将|(?<![反面针])对|(?<!参)与|给|让|(?<!棉)被)$"
)
# 给企业减少了2.3亿元的负担: what became less or more for someone stands behind the number.
_FOR_SOMEONE = re.compile("[给为帮替使让][\u3400-\u9fff]{2,10}$")
# 投入650万元对9个村庄开展…
_POINTERS = frozenset(("对", "为", "向", "给", "让", "使", "将", "把"))
# 降水量比常年偏多的仅有7个省: those of whom it is said are counted.
_THOSE = re.compile(f"([^，；。]{{3,24}}的)(?:仅|只|共|就|已|还)*有(?:{ABOUT}|超过?)*")
# 小学12所。全县专任教师860人: those of the whole county.
_OF_ALL = re.compile(r"[\s\x01]*全[国省市县区州旗镇乡]")
# 占全国产量七成的山东, 面积16万平方公里的河南: what is told of the area behind the number, which is no part of it.
_OF_AREA = re.compile("占(?:全|世界|我|本)[国省市县区州球界]?|(?:面积|人口|产量|产值|海拔|总量)$")
# 县里拨付550万元扶贫资金以3个村入股: what is paid out stands behind, what is done with it is not of it.
_FUNDS = re.compile("(?:的)?[\u3400-\u9fff]{0,14}?(?:资金|补助款?|补贴|贷款|专款|奖金|基金|经费|债券)")


def phrases_of(subjects: Subjects, frame: Frame, slot: Slot, left: Trimmed) -> tuple[str, str]:
    """The words before and after a number that name it, without places, examples and who does something."""
    wording, state = subjects.wording, subjects.state
    if there := thing_there(frame.before, frame.after, slot.unit):
        return "", there
    right = _right(wording, frame, slot, left)
    if right and frame.after.startswith("的") and _OF_AREA.search(left.text):
        right = "" if right in state.lone or without_place(right, state.lone) != right else right
    phrase = without_examples(left.text, frame.before) if right else left.text
    if right and acts_on(frame, slot):
        phrase = ""
    if slot.unit not in RATES and (those := _THOSE.fullmatch(frame.before)) and frame.after:
        right = right or wording.after(frame.after)
        phrase = wording.head_off(those.group(1), subjects.regions) if right else phrase
    phrase = grand_total(frame) or of_the_same_scale(phrase, state.last) or size_of(frame, slot)
    if not right and _OF_ALL.match(frame.before) is None:
        phrase = of_whom(phrase, state.last, state.earlier) + phrase
    lone = phrase in state.lone or is_water(phrase) or is_loose_verb(phrase) or is_pronoun(frame.before, phrase)
    if (lone and not right and not slot.noun) or (right and phrase in STUMPS):
        phrase = ""
    return phrase, right


def _right(wording: Wording, frame: Frame, slot: Slot, left: Trimmed) -> str:
    """The words after the number that belong to the name: none where those before it say all."""
    if not frame.after or frame.after.strip() in _POINTERS:
        return ""
    if left.text and not _is_part(wording, frame, slot, left.text):
        reached = not left.kinds.isdisjoint(("reach", "change"))
        for_someone = frame.after.startswith("的") and _FOR_SOMEONE.search(left.text)
        if (
            reached
            and not for_someone
            and not is_counted_thing(frame, slot, left.kinds)
            and not _is_of(wording, frame, slot, left.text)
        ):
            return ""
        shared = (
            frame.after_is_shared and not frame.before.endswith("的") and not _is_of(wording, frame, slot, left.text)
        )
        if shared and slot.kind in ("money", "percent") and len(left.text) > _SHORT_VERB:
            funds = _FUNDS.match(frame.after) if wording.pays_out(left.text) else None
            return wording.after(funds.group()) if funds else ""
    after = _DOES.sub("", frame.after) if frame.after_is_shared else frame.after
    counted = _FIRST_OF.match(after) if frame.bare and slot.kind == "quantity" else None
    counted = counted or ranked_among(after)
    return wording.after(counted.group(1) if counted else after)


def _is_of(wording: Wording, frame: Frame, slot: Slot, left: str) -> bool:
    """总额为2亿元的年货券: the thing that a dependent noun is of stands behind the number."""
    amount = slot.kind in ("money", "quantity") and frame.after.startswith("的")
    return amount and (wording.is_carry_noun(left) or wording.dependent_tail(left) != "")


def _is_part(wording: Wording, frame: Frame, slot: Slot, left: str) -> bool:
    return slot.kind == "percent" and left[-1] not in "率比重速" and wording.is_whole(frame.after)
