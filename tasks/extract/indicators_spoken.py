"""Names of lengths of time, of multiples and of how far an aim is met, whose subject may stand before."""

from __future__ import annotations

from tasks.extract.indicators_frames import Frame
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import Subjects
from tasks.extract.indicators_wording import Wording

_CARRIED = "carried subject"


def took_time(wording: Wording, regions: tuple[str, ...], subjects: Subjects, frame: Frame, at: int) -> tuple[str, str]:
    """工程仅用95天就建成: the deed and how long it took; the words from `at` on only say that it took so long."""
    done = wording.before(frame.before[:at], regions).text
    then = wording.after(frame.after.removeprefix("的")).removeprefix("时间").removeprefix("就").removeprefix("便")
    return (done or subjects.owner()) + then + "用时", _CARRIED


def so_far_done(
    wording: Wording, regions: tuple[str, ...], subjects: Subjects, frame: Frame, at: int, aim: str
) -> tuple[str, str]:
    """完成年度计划的82%: how far what was named is done; `at` is where the words on the aim begin."""
    done = wording.before(frame.before[:at], regions).text
    owner = "" if done and not wording.needs_subject(done) else subjects.owner()
    return f"{owner}{done}完成{aim}比例"[-MAX_NAME:], _CARRIED


def times_as_much(
    wording: Wording, regions: tuple[str, ...], subjects: Subjects, subject_words: str, against: str
) -> tuple[str, str]:
    """X is N times Y: the name says both."""
    subject = wording.before(subject_words, regions).text
    owner = "" if subject and not wording.needs_subject(subject) else subjects.owner()
    return owner + subject + against, "times"
