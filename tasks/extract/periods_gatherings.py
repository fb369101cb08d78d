"""Gatherings that a sentence dates (论坛将于9月14日举办; 电影节昨晚闭幕): who comes to them, and what they bring, is of
their days in the sentence behind as well. What one only plans or how many months it takes is of the year, and what one
that has closed brought is of the days that it lasted."""

from __future__ import annotations

import datetime as dt
import re

from tasks.extract import periods_words as cues
from tasks.extract.dates_grammar import SMALL
from tasks.extract.periods_document import Document
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_DAY = len("2023-09-14")
_OF_DAY = frozenset({"date_anchor", "gathering"})
# 这次竞赛历时5个多月, 为期两年: longer than the day on which it is told.
_TAKES = re.compile("(?:历时|为期|时长|持续|长达)[^，。；,;0-9]{0,3}$")
# 现场签约项目91个，计划投资金额30亿元: what the deals of that day come to, unlike 预计签约项目91个.
_OF_DEALS = re.compile("(?:计划|预计|协议|意向)(?:总?投资|融资|采购)")
_LASTED = re.compile("(?:为期|历时)([0-9]{1,2}|[二两三四五六七八九十]{1,2})天")
# 为期4天的展览今天开幕: whoever comes to it comes on any of its days.
_GOES_ON_FOR = re.compile("(?:为期|历时|持续)(?!一天|1天|半天|一日)[0-9一二两三四五六七八九十半]{1,3}个?[天日周月]")
_CLOSES = re.compile(either(WORDS["closes"]))
# 53家国内媒体，11家外国媒体的记者|参加了发布会
_CAME_TO = re.compile(
    "[^。；;\n]{0,60}?(?:参加|出席|参与|旁听|观摩|到场)了?(?:此次|本次|这次|这场|当天的?|该)?"
    "(?P<event>[一-鿿]{0,3}?(?:发布会|通报会|见面会|大会|会议|座谈会|论坛|仪式|年会|峰会|演练|演习|招聘会|比赛|活动))(?=[。；\n]|$)"
)
_TEXT = 1200
_NEAR = 32
_REACH = 300
# 此次公告中的人员共50名: how many were made known, that day.
_THIS_ONE = re.compile(r"[\s\u3000]*(?:此次|本次|这次|这批|此批|该)(?:公告|通报|公布|名单|曝光|通缉|典型案例|案例)")
_MAKES = re.compile(f"{either(WORDS['makes'])}|公告|通缉|曝光")
# 今天（9月3日），…: what may stand behind a day before its clause begins.
_BRACKET = re.compile("[）)]?(?:[上下]午|晚上?|傍晚|清晨)?[，,]?")
# 招聘活动今天启动: what is begun that is no works.
_HELD = re.compile(rf"{cues.GATHERS.pattern}|启动|开展|开始|开启")
_BEGUN = re.compile("(?:活动|比赛|大赛|赛事|赛|节|周|展|季|行动|考试|演习|演练)(?:于|在|将|已|昨|今|明|前|[（0-9])")
# A text of two or three sentences is about what its first one tells.
_BRIEF = 240
# 论坛将设置5个分论坛; 来自19个国家的代表与会: the sentence goes on with the gathering.
_GOES_ON = re.compile(either(WORDS["gatherings"]))
# 甲州生活着13个民族: what a place is, whoever meets there.
_PLACE = re.compile("生活着|居住|世居|位于|是(?:我国|全国|全省|世界)")
# 家企业参展的|博览会, 件展品的大型展览「星丛」，
_NAMES_GATHERING = re.compile(
    "[^。；;！？\n]{0,60}的[^，。；;、0-9的]{0,14}"
    "(?:展览会?|[^发]展|博览会|交易会|洽谈会|推介会|大会|会议|年会|峰会|论坛|比赛|大赛|[^竞]赛|[^季环细调情关章]节|活动|仪式|晚会|音乐会|运动会)"
    "(?:[「“《（(][^。\n]{0,20}[」”》）)])?[，,]?"
)
_NAME = 100
_LED = 2
# （记者甲某东京4日电）
_BYLINE = re.compile("[\\s\u3000]{0,4}[（(][^（()）\n]{0,30}[电讯][)）]")
# 全国90个城市开展试点: a count of the area, not of the gathering.
_WHOLE = re.compile("[\\s\u3000]*(?:全[国省市县区]|我[国省市县区])")


class Gatherings:
    """Finds the gathering that the sentence before a number's own dates, in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def told(self, sentence: int, start: int, end: int) -> PeriodDecision | None:
        """The days of the gathering that a number without a date is told of, None where it is told of none.

        An item of news in brief is about its gathering; else the sentence must name the gathering or who came.
        """
        document = self._document
        if document.before(sentence, start):
            return None
        if self._text[end - 1] not in "月年" and (own := self._of_its_own(end)):
            days = self._days_of(own, start, end) if self._text[end - 1] == "天" else own.period
            return decided(own, days, "gathering") if days else None
        if _THIS_ONE.match(self._text, sentence):
            made = self._made_known(sentence)
            return decided(made, made.period or "", "announced") if made else None
        if attended := self._attended(sentence, end):
            return decided(attended, attended.period or "", "gathering")
        first, last = document.sentence_before(sentence)
        if first >= sentence or self._text.find("\n", first, sentence) >= 0:
            return None
        held = next((stamp for stamp in document.before(first, last) if self._holds(stamp, last)), None)
        if held is None or cues.MAKES_KNOWN.search(self._text, sentence, start):
            return None
        brief = document.briefs or len(self._text) <= _BRIEF
        if not brief and not _GOES_ON.search(self._text, sentence, start):
            return None
        if self._stands(sentence, start):
            return None
        goes_on = _GOES_ON_FOR.search(self._text, first, document.sentence_end(end)) and not self._closed(held, last)
        return decided(held, (held.period or "")[:4] if goes_on else held.period or "", "gathering")

    def _attended(self, sentence: int, end: int) -> Stamp | None:
        """The day of the gathering, told of before, that those who are counted came to (53家媒体…参加了发布会)."""
        came = _CAME_TO.match(self._text, end)
        if came is None:
            return None
        for stamp in self._document.before(max(0, sentence - _TEXT), sentence):
            last = self._document.sentence_end(stamp.end)
            if self._text.find(came["event"], self._document.sentence(stamp.start), last) >= 0 and self._holds(
                stamp, last
            ):
                return stamp
        return None

    def _of_its_own(self, end: int) -> Stamp | None:
        """The day of the gathering that a number tells of within its name (120家企业参展的博览会昨天在甲市开幕)."""
        day = self._document.next(end)
        if day is None or day.start > end + _NAME or not _NAMES_GATHERING.fullmatch(self._text, end, day.start):
            return None
        return day if self._holds(day, self._document.sentence_end(day.end)) else None

    def _days_of(self, day: Stamp, start: int, end: int) -> str | None:
        """The days of a gathering of so many that closes on a day (为期四天的博览会今天落幕)."""
        lasted = _LASTED.search(self._text, max(0, start - _LED), end)
        closed = lasted and self._closed(day, self._document.sentence_end(day.end))
        return _days_up_to(day.period or "", lasted[1]) if lasted and closed else None

    def _closed(self, held: Stamp, last: int) -> bool:
        """Whether the day is that on which a gathering ended."""
        return _CLOSES.search(self._text, held.end, last) is not None

    def settled(self, decision: PeriodDecision, start: int, end: int, status: str) -> PeriodDecision:
        """What the day of a gathering is for a number: the year for what one that has begun plans or for the months
        that it takes, the days that it lasted for what one that has closed brought."""
        period = decision.period or ""
        if decision.rule not in _OF_DAY or decision.trigger is None or len(period) != _DAY:
            return decision
        if self._text[end - 1] in "月年" and _TAKES.search(cues.last_clause(self._text, start)):
            return decision._replace(period=period[:4])
        day = self._document.sentence(decision.trigger[0])
        stop = min(self._document.sentence_end(decision.trigger[1]), start)
        if cues.CLAUSE_END.search(self._text, decision.trigger[1], start) is None:
            return decision
        if status == "target":
            if _OF_DEALS.match(cues.last_clause(self._text, start).lstrip()) and cues.SETTLED.search(
                self._text, day, start
            ):
                return decision
            return decision._replace(period=period[:4]) if self._has_begun(decision.trigger, day, stop) else decision
        lasted = _LASTED.search(self._text, day, start)
        closed = lasted and _CLOSES.search(self._text, decision.trigger[1], self._clause_end(decision.trigger[1], stop))
        if lasted is None or not closed or self._text[end - 1] == "天":
            return decision
        return decision._replace(period=_days_up_to(period, lasted[1]))

    def _has_begun(self, trigger: tuple[int, int], first: int, last: int) -> bool:
        """Whether the day of a trigger, which is over or that of the text, is that of a gathering."""
        published = self._document.published
        stamps = self._document.before(first, trigger[1])
        stamp = next((stamp for stamp in stamps if stamp.start == trigger[0]), None)
        if stamp is None or published is None or (stamp.period or "9999") > published.isoformat():
            return False
        return self._holds(stamp, last)

    def _clause_end(self, at: int, last: int) -> int:
        """The end of the clause that a day stands in, behind the bracket and the comma that follow it."""
        said = _BRACKET.match(self._text, at)
        comma = cues.CLAUSE_END.search(self._text, said.end() if said else at, last)
        return comma.start() if comma else last

    def _made_known(self, sentence: int) -> Stamp | None:
        """The day on which what a sentence speaks of (此次公告…) was made known, as told not far before it."""
        near = self._document.before(max(0, sentence - _REACH), sentence)
        day = next((stamp for stamp in near if stamp.daily and stamp.role == "anchor" and not stamp.until), None)
        if day is None or not _MAKES.search(self._text, day.end, self._document.sentence_end(day.end)):
            return None
        return day

    def _stands(self, sentence: int, start: int) -> bool:
        """Whether a number is of what there is for good or by now (已建成3万亩), or of a whole country or county."""
        text = self._text
        standing = cues.STANDING.search(text, sentence, start) or cues.EXISTING.search(text, sentence, start)
        if standing or _PLACE.search(text, sentence, start):
            return True
        clause = cues.last_clause(text, start)
        return "已" in clause or (
            _WHOLE.match(text, sentence) is not None and not _GOES_ON.search(text, sentence, start)
        )

    def _holds(self, stamp: Stamp, last: int) -> bool:
        """Whether a day, or some days, are those on which a gathering is held."""
        if stamp.role != "anchor" or stamp.until or len((stamp.period or "").partition("/")[0]) != _DAY:
            return False
        said = _BRACKET.match(self._text, stamp.end)
        opens = said.end() if said else stamp.end
        verb = _HELD.search(self._text, opens, min(last, opens + _NEAR))
        if verb is None or cues.CLAUSE_END.search(self._text, opens, verb.start()):
            return False
        head = self._document.sentence(stamp.start)
        byline = _BYLINE.match(self._text, head, stamp.start)
        head = byline.end() if byline else head
        begins = cues.GATHERS.fullmatch(verb.group()) is None
        if begins and not _BEGUN.search(self._text, head, verb.start()):
            return False
        return cues.MAKES_KNOWN.search(self._text, head, verb.start()) is None


def _days_up_to(last: str, count: str) -> str:
    """So many days that end on a day."""
    days = int(count) if count.isdigit() else SMALL.get(count, 1)
    first = dt.date.fromisoformat(last).toordinal() - days + 1
    return f"{dt.date.fromordinal(first)}/{last}" if days > 1 and first > 0 else last
