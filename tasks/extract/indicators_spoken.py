"""Names of lengths of time, of multiples and of how far an aim is met, whose subject may stand before."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_frames import Frame
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import Subjects
from tasks.extract.indicators_wording import Wording

_CARRIED = "carried subject"
_TOOK = re.compile(
    rf"(?:[仅只]?(?<![利采使启运应引动录聘任占停费])用了?(?:时)?|[仅只]?花了|只花|耗时)(?:不到|{ABOUT}|短短|仅)?$"
)
_NEEDS = re.compile(rf"(?:[仅只]需要?|需要?)(?:不到|{ABOUT})?的?时间$")


def took_time(wording: Wording, regions: tuple[str, ...], subjects: Subjects, frame: Frame) -> tuple[str, str] | None:
    """工程仅用95天就建成: the deed and how long it took; None where the words before a number say no such thing."""
    took = _TOOK.search(frame.before) or _NEEDS.search(frame.before + frame.after[:3])
    if took is None:
        return None
    done = wording.before(frame.before[: took.start()], regions).text
    then = wording.after(frame.after.removeprefix("的")).removeprefix("时间").removeprefix("就").removeprefix("便")
    return (done or subjects.owner()) + then + "用时", _CARRIED


def so_far_done(
    wording: Wording, regions: tuple[str, ...], subjects: Subjects, frame: Frame, at: int, aim: str
) -> tuple[str, str]:
    """完成年度计划的82%: how far what was named is done; `at` is where the words on the aim begin."""
    done = wording.before(frame.before[:at], regions).text
    owner = "" if done and not wording.needs_subject(done) else subjects.owner()
    name = f"{owner}{done}完成{aim}比例"
    # The members of a list are told apart before they are cut.
    return name if "、" in done else name[-MAX_NAME:], _CARRIED


def times_as_much(
    wording: Wording, regions: tuple[str, ...], subjects: Subjects, subject_words: str, against: str
) -> tuple[str, str]:
    """X is N times Y: the name says both."""
    subject = wording.before(subject_words, regions).text
    owner = "" if subject and not wording.needs_subject(subject) else subjects.owner()
    return owner + subject + against, "times"
