"""Disasters and fights of a day: what they did to people and things is of that day in the sentences behind as well, and
in the headline above."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_EVENT = re.compile(
    rf"(?:{either(WORDS['events'])})(?!演练|预警|特报|防治|预[防报]|监测|宣传|应急|警报|局|台|带|险|隐患|防)"
)
# 强降雨造成会同县15个乡镇…, 此次溃口…: a sentence whose subject is the event counts what it did and how large it was.
_STRIKES = re.compile(
    rf"(?:{either((*WORDS['events'], *WORDS['strikes']))})[^，。；,;0-9]{{0,10}}?(?:{either(WORDS['struck'])})"
    rf"|(?:此次|这次|本次|这场|该次|这起|该起)[^，。；,;0-9]{{0,6}}?(?:{either((*WORDS['events'], *WORDS['strikes']))})"
)
_TOLL = re.compile(either(WORDS["toll"]))
# 近来已有300人遇袭身亡, 过去一周, 一周内, 本轮冲突, “3•1”事故: sums of more than a day, or of another one.
_OVER_TIME = re.compile(
    rf"{cues.LATELY.pattern}|近来|过去|本轮|累计|连日|连降|持续多日|以来|[天周月年][之以]?内|[0-9][•·]"
)
_OTHER_TIME = re.compile(rf"{cues.LATELY.pattern}|近来|过去|本轮|以来|[天周月年][之以]?内|[0-9][•·]|今年")
_CAUSED = re.compile("造成|导致|引发|致使|酿")
# 火灾死亡人数下降到5人, 每年有300人受伤: counts of a time, whatever happened.
_OF_A_TIME = re.compile("每年|年均|平均|历[年次]|同比|下降|降[至到]")
# 500人失踪，其中80人来自20个国家.
_PART_OF_TOLL = re.compile("其中|包括|另有|还有|(?:男|女|死|伤)者")
_FIGURE = re.compile("[0-9]")
_PASSED_OVER = frozenset({"base", "same", "title", "noted"})
# 出动救援人员300人, 震源深度10千米: what was done about it, and what it was like.
_RESPONSE = re.compile(rf"(?:{either(WORDS['responses'])})(?!支付|就业|隐患)|{either(WORDS['event_traits'])}|[，,]距")
# So many days after it what is done is of the day of the event.
_FRESH = 3
_STORY = 600
_CAME = re.compile("发生|突发|遭|录得|测定|监测")
_CAME_WITH = ("发生", "发生了", "发生的")
_YEARS_AGO = re.compile("地震(?:发生|过去)?(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})年(?:多)?(?:以?来|后|了)")
# 载有271人的|渡轮，昨天上午在外海起火
_TOPIC = re.compile("的[^，。；,;0-9]{1,16}[，,]?(?:于|在)?")
_SENTENCE_MARK = re.compile("[。，；]")
_REACH = 400


class Events:
    """Reads which numbers of one document tell what came of an event of a day."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def named(self, start: int, end: int) -> PeriodDecision | int | None:
        """For the magnitude in the name of an earthquake (乙县7.0级地震已导致…; 6.6级地震发生三年来) the year that it
        was in, or where the text says when it came about; None for any other number."""
        text, published = self._text, self._document.published
        if text[end - 1] != "级" or not text.startswith("地震", end) or published is None:
            return None
        clause = cues.last_clause(text, start)
        if _CAME.search(clause) or self._document.before(start - len(clause), start):
            return None
        for verb in _CAME_WITH:
            if (at := text.find(verb + text[start:end])) >= 0:
                return at + len(verb)
        ago = _YEARS_AGO.match(text, end)
        if ago is None and self._document.reporting.period:
            # A report on last year speaks of that year's earthquake.
            return None
        return PeriodDecision(str(published.year - (cues.span_years(ago.group()) or 0 if ago else 0)), "named_event")

    def told(self, sentence: int, start: int, end: int, measure: str) -> PeriodDecision | None:
        """The day of the event that a sentence tells the toll of (22日坠机。…3人死亡), None where it tells none."""
        if measure == "level" and (met := self._met_with(sentence, start, end)):
            return met
        tolls = measure == "level" and (self._is_toll(start, end) or self._struck(sentence, start))
        if not tolls and not self._goes_on(sentence, start, measure):
            return None
        document = self._document
        low = max(document.paragraph(sentence), sentence - _REACH)
        near = [s for s in document.before(low, sentence) if s.role not in _PASSED_OVER]
        headline = None if near else self._of_headline(sentence, end)
        if not near and headline is None:
            near = self._of_the_lead(sentence)
        day = near[0] if near and not document.before(sentence, start) else headline
        if day is None or not any(self._brings(told) for told in self._same_day(day, near)):
            return None
        # A count up to a day (截至11日8时，台风已造成36人受伤) may go on as a sum up to it.
        over = _OVER_TIME if not day.until else _OTHER_TIME
        return None if over.search(self._text, sentence, start) else decided(day, day.period or "", "event")

    def _met_with(self, sentence: int, start: int, end: int) -> PeriodDecision | None:
        """The day on which an event befell what a sentence opens with and a number describes (6人的飞机，18日坠毁)."""
        day = self._document.next(end)
        if day is None or not _TOPIC.fullmatch(self._text, end, day.start) or self._document.before(sentence, start):
            return None
        return decided(day, day.period or "", "event") if self._brings(day) else None

    def _same_day(self, day: Stamp, near: list[Stamp]) -> Iterator[Stamp]:
        """A stamp and those before it that are of the same day (9日爆发罢工。当天交通瘫痪。)."""
        yield day
        yield from (stamp for stamp in near[1:] if stamp.period == day.period)

    def _is_toll(self, start: int, end: int) -> bool:
        """Whether the clause of a number tells what was done to those counted or about the event."""
        lead = cues.last_clause(self._text, start)
        said = self._text[start - len(lead) - 1 : start] + self._text[end : self._document.clause_end(end)]
        told = _TOLL.search(said) or _RESPONSE.search(said)
        return told is not None and _OF_A_TIME.search(lead) is None

    def _struck(self, sentence: int, start: int) -> bool:
        """Whether the sentence of a number has told what the event did, or of the event as that one."""
        struck = _STRIKES.search(self._text, sentence, start)
        return struck is not None and _OF_A_TIME.search(self._text, sentence, start) is None

    def _goes_on(self, sentence: int, start: int, measure: str) -> bool:
        """Whether a number tells on of a toll that its sentence has counted (500人失踪，其中80人来自20个国家; 10条线路
        停运，车次只有平日的一半)."""
        if measure not in ("level", "share"):
            return False
        clause = cues.last_clause(self._text, start)
        if measure == "level" and not _PART_OF_TOLL.match(clause):
            return False
        low, stop = sentence, start - len(clause)
        toll = _TOLL.search(self._text, low, stop)
        return toll is not None and _FIGURE.search(self._text, low, stop) is not None and not _OF_A_TIME.search(clause)

    def _of_the_lead(self, sentence: int) -> list[Stamp]:
        """The last date told in a paragraph before, where the news is of an event of these days: its first date, or
        that of a text with such a title."""
        document, published = self._document, self._document.published
        low = max(0, sentence - _STORY)
        told = (s for s in document.before(low, sentence) if s.role not in _PASSED_OVER)
        near = [s for s in told if s.role not in ("now", "span") and not s.future]
        # 截至9时共有14起余震: behind a count up to an hour the day is that of the event itself.
        near = [s for s in near if s.period == near[0].period] if near and near[0].until else near[:1]
        if not near or published is None or document.briefs or not near[0].daily:
            return []
        first = near[-1].start == document.stamps[0].start or _EVENT.search(document.title) is not None
        age = published - dt.date.fromisoformat(near[0].period or published.isoformat())
        return near if first and age.days <= _FRESH else []

    def _of_headline(self, sentence: int, end: int) -> Stamp | None:
        """The first day told in the lines below a headline (小飞机坠入居民区 3人死亡⏎某市22日发生…)."""
        stop = self._text.find("\n", end, end + _REACH)
        if stop < 0 or _SENTENCE_MARK.search(self._text, sentence, stop):
            return None
        below = self._text.find("。", stop, stop + _REACH)
        found = self._document.before(stop, below) if below > 0 else []
        return found[-1] if found else None

    def _brings(self, stamp: Stamp) -> bool:
        """Whether a stamp is the day of an event that its sentence tells."""
        if not stamp.daily or stamp.future or stamp.role not in ("anchor", "until"):
            return False
        if stamp.until and not _CAUSED.search(self._text, stamp.end, self._document.sentence_end(stamp.end)):
            return False
        stop = self._document.sentence_end(stamp.end)
        brought = _EVENT.search(self._text, stamp.end, stop) is not None
        return brought and not _OVER_TIME.search(self._text, stamp.end, stop)
