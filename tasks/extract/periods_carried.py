"""The period that an earlier sentence of the paragraph opened, for a number whose own sentence names none."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.extract import periods_words as cues
from tasks.extract.periods_counts import COUNT, COUNTED, STOCK, of_a_count
from tasks.extract.periods_document import Document
from tasks.extract.periods_heads import Heads
from tasks.extract.periods_iso import PART
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_reach import LAST_YEAR, Reach
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_stretches import Stretches
from tasks.vocabulary import either

_BEFORE = 24
# 每个卫生室配2名医生: a rule that holds for good.
_NORM_BEHIND = re.compile(r"[^，。；,;0-9]{0,2}(?:的?标准|比例)?(?:配备|配置|设置|安排|发放|补助|供应|计算)")
_BY_EACH = re.compile(r"[按以]照?每[^，。；,;0-9]{1,8}$")
_NORM = re.compile(r"每[^，。；,;0-9天日年月]{1,6}?(?:配备?|设有?|建有|应有|须有)[^，。；,;0-9]{0,4}$")


_CONTINUES = re.compile(rf"{cues.LEAD_IN.pattern}(?:并|还|又|也|共|已|累计|合计)*(?:{either(cues.WORDS['continues'])})")
_EACH = re.compile(rf"{cues.LEAD_IN.pattern}每一?[个处家户村所县乡镇座]")
_HOUR = re.compile("零时|24时")
# 对东盟出口46亿元，占15%: a part of the whole that the sentence before gave.
_PART_OF = re.compile("占(?!地|用|据|道)")
# 图2 园地有3万亩: one of some pictures that tell of the same.
_CAPTION = re.compile("[图表][0-9一二三四五六七八九十]{1,2}|[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．](?![0-9])")
_AND_ALSO = re.compile("[和与及][0-9]")
_CAPTIONS = 8
_ENDS = frozenset("，。；、,;0123456789")
# 3月，她办起工厂。半年多时间，工厂带动就业40人: months on.
# 据统计，此次开工的项目有…: one deed of all those that a stretch saw.
_THIS_TIME = re.compile("[\\s\u3000]{0,8}(?:据[\u4e00-\u9fff]{1,6}[，,])?(?:在?(?:此次|这次|本次|该次)|这批|此批|首批)")
_ELAPSED = re.compile(
    "[\\s\u3000]{0,8}(?:短短|不到|仅仅?|经过|才)?(?:[0-9一二两三四五六七八九十几数]{1,3}个多?月|大?半年)(?:多|余|左右)?"
    "(?:的?时间|下来|来|后|过去|间|里|过后)*了?[，,]"
)
_NEAR = 200
# Years that nobody places (过去三四年) are told of no further on.
_NEAR_SENTENCES = 2
_TOLD = 400
_TOPIC = 4
# 重庆一家企业生产的…: someone who stands for others, of no part of the year.
_EXAMPLE = re.compile("[\\s\u3000]{0,8}+[\u4e00-\u9fff]{0,10}?(?<![第之唯这那同])一[家位名户][\u4e00-\u9fff]{2}")
_TRAVELLERS = re.compile("(?:发送|运送|输送|接待|到发)了?[^，。；,;0-9]{0,6}?[旅乘游]客|客流|客运量")
_ASIDE = frozenset({"base", "same", "title", "noted"})


class Carried:
    """Reads which dates of one document hold beyond their own sentence, and for which numbers."""

    def __init__(self, document: Document, stretches: Stretches) -> None:
        self._document = document
        self._stretches = stretches
        self._reach = Reach(document)
        self._heads = Heads(document, self._reach)
        self._text = document.text

    def told(self, sentence: int, start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """The period of the number at `start`, whose sentence begins at `sentence`; None where no date holds on."""
        document = self._document
        fact = status == "observation"
        if fact and cues.EXISTING.search(self._text, sentence, start) and document.reports_now:
            return None
        clause = cues.last_clause(self._text, start)
        each = _EACH.match(self._text, sentence) is not None and cues.HAS.search(clause) is not None
        stands = cues.STANDING.search(clause)
        # 占地面积扩大至6000平方米 tells what has come about.
        stands = None if stands and cues.TURN.search(clause, stands.end()) else stands
        standing = each or stands is not None or _NORM.search(clause) is not None
        standing = standing or (_BY_EACH.search(clause) is not None and _NORM_BEHIND.match(self._text, end) is not None)
        years_since = stretched = False
        for stamp in [*document.before(document.told_from(sentence), sentence), *self._heads.dates(sentence)]:
            if fact and measure in ("level", "share") and self._lists_now(stamp, sentence):
                return decided(stamp, stamp.period, "carried")
            if fact and not stretched and self._reach.back_to_the_present(stamp):
                return None
            if stamp.role == "span" and fact and (year := self._stretches.past_year(stamp)):
                return decided(stamp, year, "carried")
            years_since = years_since or (stamp.role == "span" and self._text[stamp.end - 1] == "来")
            opens = self._reach.opens(stamp) or (stamp.role == "since" and self._reach.behind_topic(stamp))
            if not standing and opens and self._of_this_month(stamp):
                return decided(stamp, stamp.period or "", "carried")
            if stamp.role in ("since", "span") and not stamp.carries and fact and opens:
                apart = standing or _THIS_TIME.match(self._text, sentence) is not None
                stretch = None if apart else self._runs_on(stamp, start, end, measure)
                if stretch:
                    near = self._text.count("。", stamp.end, sentence) <= _NEAR_SENTENCES
                    return stretch if stretch.period or near else None
                stretched = True
            elif (not standing or self._reach.of_a_count(stamp)) and self._reach.holds_on(stamp, measure, status):
                if measure == "level" and self._reach.aside(stamp) and self._stretches.done(start, end):
                    continue
                over = self._reach.come_to_now(stamp, start, years_since) or self._reach.worn_out(stamp, sentence)
                over = over or (measure == "level" and self._is_over(stamp, sentence, start, fact))
                over = over or (len(stamp.period or "") == PART and _EXAMPLE.match(self._text, sentence) is not None)
                return (
                    None
                    if over
                    else decided(stamp, self._held(stamp, sentence, start, end, measure, status), "carried")
                )
        return self._sum_so_far(sentence) if fact and measure == "level" and "累计" in clause else None

    def _sum_so_far(self, sentence: int) -> PeriodDecision | None:
        """The stretch up to now that the text told last (自2021年12月开通以来，…), for a sum of a later paragraph."""
        low = self._document.paragraph(sentence)
        told = (s for s in self._document.before(max(0, low - _TOLD), sentence) if s.role not in _ASIDE)
        last = next(told, None)
        if last is None or last.role != "since" or self._document.briefs:
            return None
        first, _, until = (last.period or "").partition("/")
        opens = self._reach.opens(last) or self._reach.behind_topic(last)
        return decided(last, last.period, "carried") if until and opens and first[:4] < until[:4] else None

    def _of_this_month(self, stamp: Stamp) -> bool:
        """Whether a date is the month of the text so far (12月以来，…): what follows in the paragraph is of it."""
        published = self._document.published
        return stamp.role == "since" and published is not None and stamp.period == f"{published:%Y-%m}"

    def _lists_now(self, stamp: Stamp, sentence: int) -> bool:
        """Whether 目前 opens the sentence that heads a list (目前，全县共有：⏎一是…), for a number of it."""
        if stamp.role != "now" or not self._reach.opens(stamp):
            return False
        stop = self._text.find("\n", stamp.end, sentence)
        head = self._text[stamp.end : stop].rstrip() if stop >= 0 else ""
        return head.endswith(("：", ":")) and "。" not in head

    def stretch(self, sentence: int) -> list[Stamp]:
        """The years that a sentence of the paragraph opened before (“十三五”期间，…。收入由A增加到B), alone in a list,
        for a pair of values whose own sentence names no date; empty where the last date told is no such stretch."""
        near = self._document.before(self._document.paragraph(sentence), sentence)
        told = [stamp for stamp in near if stamp.role not in ("base", "same", "title", "noted")]
        if not told:
            return []
        last = told[0]
        if len(told) > 1 and last.role == "anchor" and (ends := self._pair(told[1], last)):
            return [replace(last, period=ends, long=True)]
        if last.role == "span":
            return [last] if self._reach.opens(last) and self._document.placed(last) else []
        return [last] if last.carries and last.long and not last.future else []

    def _pair(self, origin: Stamp, last: Stamp) -> str | None:
        """The years of a pair of values told with a date each (从2015年的A增至2019年的B)."""
        ends = (origin.period or "", last.period or "")
        if origin.role != "origin" or any(len(end) != len("2015") for end in ends):
            return None
        turned = cues.TURN.search(self._text, origin.end, last.start) is not None
        return "/".join(ends) if turned and "。" not in self._text[origin.end : last.start] else None

    def continues(self, sentence: int) -> bool:
        """Whether a sentence has no subject of its own but goes on with its verb (追回补贴4431万元, 占全市的8%)."""
        return _CONTINUES.match(self._text, sentence) is not None

    def goes_on_now(self, sentence: int, start: int, end: int) -> bool:
        """Whether a sentence goes on with counts of now: one before it has said so (从现有的各类用地看，…; 目前，…) and
        counted the same, and this one tells what there is rather than what was done."""
        if not self._document.reports_now:
            return False
        if self._heads.lists_what_is(sentence) and not self._stretches.done(start, end):
            return True
        dates, low = self._near(sentence)
        said = max((m.end() for m in cues.EXISTING_HEAD.finditer(self._text, low, sentence)), default=-1)
        if dates and dates[0].end > said:
            said = dates[0].end if self._reach.back_to_the_present(dates[0]) else -1
        told = said >= 0 and self._counts_the_same(said, sentence, start, end)
        return told and (self._text[end - 1] not in "%％" or of_a_count(self._text, sentence, start))

    def counted_that_day(self, sentence: int, start: int, end: int) -> Stamp | None:
        """The day of a count (截至6月3日，…; 2020年11月1日零时，…) that a sentence goes on with."""
        dates, _ = self._near(sentence)
        day = dates[0] if dates and dates[0].daily and not dates[0].future else None
        if day and self._carried_that_day(day, sentence, start):
            return day
        if day is None or not (day.until or _HOUR.search(self._text, day.end - 2, day.end + 3)):
            return None
        topic = self._text[sentence : sentence + _TOPIC].lstrip()[:2]
        told_on = day.until and len(topic) > 1 and self._text[end - 1] not in "年月天时"
        if told_on and self._text.find(topic, day.end, sentence) >= 0:
            # 截至3日，验放展品3亿元。展品涉及40个国家: the same things are told on.
            return day
        return day if self._counts_the_same(day.end, sentence, start, end) else None

    def _carried_that_day(self, day: Stamp, sentence: int, start: int) -> bool:
        """Whether a sentence behind that of a day goes on with its travellers (30日，客流量…。上海局发送旅客…)."""
        told, clause = self._text[day.end : sentence], cues.last_clause(self._text, start)
        near = day.role == "anchor" and told.count("。") == 1 and "累计" not in clause
        return near and _TRAVELLERS.search(told) is not None and _TRAVELLERS.search(clause) is not None

    def _near(self, sentence: int) -> tuple[list[Stamp], int]:
        """The dates not far before a sentence in its paragraph, nearest first, and where they may begin."""
        low = self._document.paragraph(sentence)
        low = self._first_caption(low) if _CAPTION.match(self._text, low) else max(low, sentence - _NEAR)
        near = [s for s in self._document.before(low, sentence) if s.role not in ("base", "same")]
        # 规划确定的2020年目标 is no time that the sentence tells.
        told = [s for s in near if s.role != "anchor" or s.carries or s.until or s.daily]
        return told, low

    def _first_caption(self, low: int) -> int:
        """Where the captions before a line begin that are numbered as it is (图1 …⏎图2 …), some lines back."""
        for _ in range(_CAPTIONS):
            above = self._document.paragraph(low - 1) if low else low
            if above == low or not _CAPTION.match(self._text, above):
                break
            low = above
        return low

    def _counts_the_same(self, said: int, sentence: int, start: int, end: int) -> bool:
        """Whether a number tells what there is of a thing, in the unit of the counts before it or as their share."""
        text = self._text
        if self._document.before(sentence, start):
            return False
        clause = COUNTED.sub("", cues.last_clause(text, start))
        ends = text[end : end + 1] in _ENDS or _AND_ALSO.match(text, end)
        if not ends or STOCK.fullmatch(clause) is None:
            return False
        first = COUNT.search(text, sentence, end) if text[end - 1] in "%％" else COUNT.search(text, start, end)
        if first is None or self._stretches.done(start, end):
            return False
        counted = re.compile(rf"[0-9十百千]余?多?[万亿]*{re.escape(first[1])}")
        return counted.search(text, said, sentence) is not None

    def _is_over(self, stamp: Stamp, sentence: int, start: int, fact: bool) -> bool:
        """Whether an amount of a later sentence, unless a sum (累计查处9件), is no longer of a part of a year, or of a
        year told in passing."""
        part = len(stamp.period or "") == PART and not self._document.briefs and not self._compares(sentence)
        told_on = self._text[stamp.start : stamp.end] == "今年" or "累计" in cues.last_clause(self._text, start)
        part = part and not told_on
        return part or (fact and self._in_five_years(stamp, start))

    def _held(self, stamp: Stamp, sentence: int, start: int, end: int, measure: str, status: str) -> str:
        """What a date is for a number of a later sentence: of a month that only tells when something came about, the
        year; of a stretch, its end for a state."""
        period = stamp.period or ""
        clause = self._text[max(sentence, start - _BEFORE) : start]
        month = len(period) == len("2020-08") and "月" in self._text[stamp.start : stamp.end]
        of_event = measure == "level" and month and self._reach.when_it_happened(stamp)
        if (of_event and not self._compares(sentence)) or (month and _ELAPSED.match(self._text, sentence)):
            return period[:4]
        if stamp.plan and status == "observation" and self._counts_what_is(clause, start, end, measure):
            return _end_of(stamp, period)
        return self._held_over(stamp, period, clause, measure, status)

    def _counts_what_is(self, clause: str, start: int, end: int, measure: str) -> bool:
        """Whether an amount behind the years of a plan (“十三五”时期…。全省有实验室29个，81人在鄂工作) tells no deed,
        no sum and no yearly amount, so that it is of what there was at their end."""
        if measure != "level" or cues.OVER_YEARS.search(clause) or cues.KEPT.search(clause):
            return False
        return not (self._stretches.done(start, end) or self._stretches.did(start, end))

    def _runs_on(self, stamp: Stamp, start: int, end: int, measure: str) -> PeriodDecision | None:
        """The stretch up to now that a sentence opened (2015年以来，…; 五年来，…) for what was done or has changed over
        it."""
        clause = cues.last_clause(self._text, start)
        if measure == "level":
            runs = self._stretches.done(start, end) or cues.counts_times(self._text, end)
            runs = runs and not cues.TURN.search(clause)
        else:
            runs = stamp.role == "span" and measure in ("growth", "change") and not self._held_against(clause)
        if not runs:
            return None
        if stamp.role == "since":
            return decided(stamp, stamp.period, "carried") if "/" in (stamp.period or "") else None
        told = self._stretches.unplaced(stamp, start, end, measure)
        return told._replace(rule="carried") if told and (told.period or stamp.role == "span") else None

    def _held_against(self, clause: str) -> bool:
        """Whether a change is held against something else than the beginning of a stretch (同比, 比全国高)."""
        return (
            cues.ON_YEAR.search(clause) or cues.OVER_SAME.search(clause) or cues.OWN_BASE.search(clause)
        ) is not None

    def _held_over(self, stamp: Stamp, period: str, clause: str, measure: str, status: str) -> str:
        """What a carried period is for a number behind a clause: its end for a state, all of it else."""
        published = self._document.published
        summed = "累计" in clause
        if stamp.plan and status == "observation" and "已" in clause and not summed and published:
            return min(period.rpartition("/")[2][:4], str(published.year))
        reached = measure == "share" or (measure == "level" and stamp.role != "since")
        at_end = "/" in period and (
            self._stretches.told_at_end(stamp, clause, reached) or self._stretches.at_plan_end(stamp, clause, measure)
        )
        return _end_of(stamp, period) if at_end else period

    def _in_five_years(self, stamp: Stamp, start: int) -> bool:
        """Whether a date within a look back on five years names the last of them in passing: not at the head of a
        paragraph, where it would open the review of that year."""
        five = self._document.outline.five_years(start)
        named = self._text[stamp.start].isdigit() or self._text[stamp.start : stamp.end] in LAST_YEAR
        if five is None or stamp.period != five[-4:] or not named:
            return False
        return self._text.find("。", self._document.paragraph(stamp.start), stamp.start) >= 0

    def _compares(self, sentence: int) -> bool:
        """Whether a sentence goes on with a part of a year: it compares its figures, or gives the parts of a whole.

        What else is told behind 前三季度产茧6万担 (建成基地3个，带动200户) is of the year.
        """
        if cues.BY_PART.match(self._text, sentence):
            return True
        stop = self._document.sentence_end(sentence)
        return (
            cues.WEIGHED.search(self._text, sentence, stop) or _PART_OF.search(self._text, sentence, stop)
        ) is not None


def _end_of(stamp: Stamp, period: str) -> str:
    """The end of a stretch; “十四五”以来 counts in years, and so does its end."""
    first, _, last = period.rpartition("/")
    return last[: len(first)] if stamp.plan and first else last
