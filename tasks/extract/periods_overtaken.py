"""Dates that no longer hold for a number: of deeds that are over, cut off by a semicolon, or within a phrase."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

# 2019年，省里印发方案，…; 去年，全县计划新建学校3所，…: of the time of the plan all the same.
_PLANS = re.compile(
    "计划|准备|打算|拟|将|要(?!闻)|力争|争取|确保|目标|预计|预期|任务|预算|规划|方案|意见|通知|办法|决定|提出|明确|签[订署约]|协议"
    "|合同|部署|承诺|批复|核准|立项|获批|启动|开工|动工"
)
_FROM = ("从", "自", "于", "在")
_OUT_OF = ("由", "从")


def is_overtaken(document: Document, stamp: Stamp, start: int) -> bool:
    """Whether a date of an earlier year tells of what was done then, in a clause before the one that plans
    (去年摘了帽，准备再买10只母羊; 2019年，村里修了路，接下来建民宿15间)."""
    published, period = document.published, stamp.period
    if published is None or period is None:
        return False
    if stamp.until and period.rpartition("/")[2] < published.isoformat()[: len(period.rpartition("/")[2])]:
        # 到7月底已省下3亿元，目标调高到5亿元: what was reached by then.
        return cues.CLAUSE_END.search(document.text, stamp.end, start) is not None
    if period.rpartition("/")[2][:4] >= str(published.year):
        return False
    if stamp.role not in ("anchor", "since") or stamp.plan or stamp.aim or stamp.back:
        return False
    at = stamp.end + (document.text[stamp.end : stamp.end + 1] in ("，", ","))
    told = cues.CLAUSE_END.search(document.text, at, start)
    if told is None or told.start() <= at:
        return False
    # 任期将从2015年5月他当选时开始，为期4年: the plan begins in front of the date.
    led = document.text[stamp.start - 1 : stamp.start] in _FROM
    low = stamp.start - len(cues.last_clause(document.text, stamp.start)) if led else at
    return not _PLANS.search(document.text, low, told.start())


# 会议于15日召开，20人出席；会议结果为，4人补件: of the same meeting.
_MEETING_GOES_ON = re.compile(rf"\s?(?:[此本该]次|与会|席间|会[中上后议])|\s?(?:{either(WORDS['gatherings'])})")
# Before a date that is of its own clause alone (于2019年12月实现清零；…).
_SEASON = re.compile("[春夏秋冬][季天]")
_GOES_ON = re.compile("(?![里以前后来间中的末初])[\u4e00-\u9fff]")
_OF_ONE_CLAUSE = ("于", "其中", "其中，", "其中,", "其中：", "其中:")


# 为近6年同期第3高（2020年至2024年介于11至238例），…: the date and what it tells are of the brackets alone.
_OPENS, _CLOSES, _ASIDE = "（(", re.compile("[）)]"), 40


def told_aside(text: str, stamp: Stamp, start: int) -> bool:
    """Whether brackets that close before a number hold a date with the figure that it tells of."""
    closed = _CLOSES.search(text, stamp.end, start)
    if closed is None or not any(one.isdigit() for one in text[stamp.end : closed.start()]):
        return False
    low = max(0, stamp.start - _ASIDE)
    opened = max(text.rfind(mark, low, stamp.start) for mark in _OPENS)
    return opened >= 0 and _CLOSES.search(text, opened, stamp.start) is None


def _only_a_season(document: Document, stamp: Stamp) -> bool:
    """Whether a season is a part of a name behind the day of its sentence (2月10日，作为应对冬季用气高峰的手段，…)."""
    text = document.text
    if not _SEASON.fullmatch(text, stamp.start, stamp.end) or not _GOES_ON.match(text, stamp.end):
        return False
    return any(s.role == "anchor" for s in document.before(document.sentence(stamp.start), stamp.start))


def cut_off(document: Document, stamp: Stamp, start: int) -> bool:
    """Whether a semicolon ends the reach of a date that does not open the sentence, or brackets that of one in them,
    or a season is only named."""
    text = document.text
    if told_aside(text, stamp, start) or _only_a_season(document, stamp):
        return True
    mark = max(text.rfind("；", stamp.end, start), text.rfind(";", stamp.end, start))
    if mark < 0 or (stamp.daily and _MEETING_GOES_ON.match(text, mark + 1, start)):
        return False
    lead = text[document.sentence(stamp.start) : stamp.start]
    if lead.endswith(_OF_ONE_CLAUSE):
        return "季" not in text[stamp.start : stamp.end]
    return "；" in lead or ";" in lead or cues.ITEM.search(lead) is not None


def outgrown(text: str, stamp: Stamp, start: int) -> bool:
    """Whether a time is that of the old value of a pair, and the number the new one (由当年的2000元增加到8000元)."""
    return text[stamp.start - 1 : stamp.start] in _OUT_OF and cues.TURN.search(text, stamp.end, start) is not None


def in_a_phrase(text: str, stamp: Stamp, start: int) -> bool:
    """Whether a vague time belongs to the old value of a pair, or to a phrase that another clause ends."""
    if text[stamp.start - 1 : stamp.start] in _OUT_OF:
        return outgrown(text, stamp, start)
    if cues.BACK_TO_NOW.search(text, stamp.end, start):
        return True
    opens = stamp.start == 0 or cues.OPENER.search(text, stamp.start - 1, stamp.start) is not None
    opens = opens and not text[max(0, stamp.start - 2) : stamp.start - 1].isdigit()
    return not opens and cues.CLAUSE_END.search(text, stamp.end, start) is not None
