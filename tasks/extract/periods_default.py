"""The period of a number that no date governs: its section's, that of the article, the year of publication."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.cues import ABOUT
from tasks.extract.periods_built import stands_by_then
from tasks.extract.periods_document import Document
from tasks.extract.periods_pairs import PeriodDecision
from tasks.extract.periods_sections import Section
from tasks.extract.periods_since import since_event
from tasks.extract.periods_stretches import Stretches
from tasks.extract.periods_sums import years_running
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

# 今天发布了7起典型案例: of the day's own year, whatever year the text reports on.
_MADE_TODAY = re.compile(
    f"(?:今天|今日|昨天|日前|近日)[^，,。；0-9]{{0,16}}(?:发布|公布|出台|推出|印发|通报)了{ABOUT}?$"
)
_LATE_YEARS = re.compile("近年来|近几年|近些年|这些年来|这几年")
# 去年底，她卖出房子: a time that nobody can place where the day of the text is unknown.
_UNPLACED = re.compile("去年|今年|前年|昨[天日晚]|今[天日晨]")
_SUMMED = re.compile("累计|年均|总共")
# 多年来，他献血8万毫升: what was done over years that nobody counts.
_MANY_YEARS = re.compile(r"(?<![0-9十百])多年来")
# 近年来，推出了80多项办法: what was done over the years, unlike what has come to be (形成5个产业).
# 近年来，投入8亿元: what was spent is gone, with 了 or without.
_DID = re.compile(f"(?:(?:{either(WORDS['flow'])})了|{either(WORDS['outlays'])})(?:{ABOUT}|[^，。；,;0-9]{{0,16}}的)?$")
_FIGURE = re.compile("[0-9]")
_AMONG = ("其中", "这其中")
_LATE_HEAD = re.compile(rf"[\s\u3000]*(?:{_LATE_YEARS.pattern})")
_OWN_TIME = re.compile(f"{cues.ON_YEAR.pattern}|环比|{cues.EXISTING.pattern}")
_OF_WHICH = re.compile("的有")
_BEFORE = 24
_SEGMENT = 200
_OF_DAYS = 3
# 与去年同期相比，甲、乙的差距缩小，…
_OVER_SAME_HEAD = re.compile("[^。；\n0-9]{0,16}(?:与|和|同|比|较)(?:去年|上年|前一年)同期相?比?[，,]")
_IN_BRACKETS = re.compile("[\u4e00-\u9fff][（(]$")
# 自贸试验区|9项成果在全国复制推广: whose they are.
_TOPIC = re.compile("[一-鿿]{2,8}(?<![的和与及、])")
# 甲至乙、丙至丁等|9条公路建成通车: how many those are that were named.
_OF_ALL = ("等", "共")
_FIVE = 5
# 户数减至…, 发生率降到…: how much is left or reached.
_COME_TO = re.compile("(?:[减降增升提][少低加高升]?[至到]|达到?)[0-9一二三四五六七八九十]*[\u4e00-\u9fff]?$")
# 全镇辖12个村，面积…，人口…: what an area is.
_PORTRAYS = re.compile("辖|面积|人口|地处|位于|坐落")
_DATED = ("anchor", "since", "noted")
_YEAR = len("2019")
_TWO_YEARS = len("2016/2020")


class Default:
    """Decides what a number of one document holds for when no date says."""

    def __init__(self, document: Document, stretches: Stretches) -> None:
        self._document = document
        self._stretches = stretches
        self._text = document.text

    def of(self, sentence: int, start: int, end: int, measure: str, status: str) -> PeriodDecision:
        """The period without any date: the section's, that of the article, the year of publication."""
        document, published = self._document, self._document.published
        section = document.outline.at(start)
        if status == "target":
            return self._planned(section, sentence, start, measure)
        aged = published is None and self._text.find("现年", sentence, start) >= 0
        if aged or (published and self._speaks_of_now(sentence, start, end)):
            return self.existing()
        five, reporting = document.outline.five_years(start), document.reporting
        clause = cues.last_clause(self._text, start)
        if not five and reporting.span and cues.FIVE_HERE.search(clause):
            return PeriodDecision(reporting.span, "five_years")
        if five and self._over_years(start, end, measure):
            return PeriodDecision(five, "five_years")
        if section is not None and section.year:
            return PeriodDecision(self._of_section(section), "section")
        if five:
            return PeriodDecision(five.rpartition("/")[2], "five_years_end")
        if reporting.span and section is None and cues.OVER_FIVE.search(clause) and not cues.ON_YEAR.search(clause):
            return PeriodDecision(reporting.span, "five_years")
        mended = cues.MENDED.search(clause) is not None and (document.mending or (document.audits and "已" in clause))
        if stretch := self._open_stretch(sentence, start, clause, measure):
            return stretch
        made = mended or _MADE_TODAY.search(clause) is not None
        # 脱贫攻坚战打响以来，…贫困发生率降至1%: in a report on a year what is left holds at its end.
        left = len(reporting.period or "") == _YEAR and _COME_TO.search(clause) is not None
        if published and (made or (since_event(self._text, sentence, start) and not left)):
            return PeriodDecision(str(published.year), "publication_year")
        if reporting.period and not self._told_later(sentence, start):
            return PeriodDecision(self._reported(reporting.period, sentence, start, end, measure), "reporting")
        late = _LATE_YEARS.search(self._text, sentence, start) or _UNPLACED.search(self._text, sentence, start)
        only = None if published or late else document.only_year(start)
        if only:
            return PeriodDecision(only, "paragraph")
        return PeriodDecision(str(published.year) if published else None, "publication_year")

    def _told_later(self, sentence: int, start: int) -> bool:
        """Whether a text of whose time nothing is known names one single date, behind what portrays no area."""
        document = self._document
        if not document.reporting.guessed or _PORTRAYS.search(self._text, sentence, start):
            return False
        # 截至目前，累计申请7万件。注册商标8万件: what goes on behind today is of today.
        last = next(iter(document.before(document.paragraph(sentence), start)), None)
        if last and last.role in ("now", "vague"):
            return True
        dated = [stamp for stamp in document.stamps if stamp.period and stamp.role in _DATED]
        return len(dated) == 1 and start < dated[0].start

    def _open_stretch(self, sentence: int, start: int, clause: str, measure: str) -> PeriodDecision | None:
        """What runs over years that the sentence leaves open (近年来，累计投资…，覆盖率提高了…): none."""
        # 保持年均40%的增速: of years that nobody tells.
        yearly = measure == "growth" and cues.PER_YEAR.search(clause) is not None
        late = yearly or self._of_late(sentence, start, clause, measure)
        return PeriodDecision(None, "late_years") if late else None

    def _of_late(self, sentence: int, start: int, clause: str, measure: str) -> bool:
        """Whether a number is a change, a sum or a deed of years that nobody counts (近年来, 多年来)."""
        summed = measure in ("growth", "change") or _SUMMED.search(clause) is not None
        late = _LATE_YEARS.search(self._text, sentence, start)
        if late is None and measure in ("growth", "change") and not _OWN_TIME.search(self._text, sentence, start):
            late = self._late_before(sentence)
        if late and (summed or (_DID.search(clause) and not _FIGURE.search(self._text, late.end(), start))):
            return True
        many = _MANY_YEARS.search(self._text, sentence, start) if measure == "level" else None
        if many is None or _FIGURE.search(self._text, many.end(), start):
            return False
        return not (self._stretches.is_state(clause, measure) or cues.HAS.search(clause))

    def _late_before(self, sentence: int) -> re.Match[str] | None:
        """近年来 at the head of the sentence before, where no date stands between (近年来，…。水量增加了80亿立方米)."""
        first, last = self._document.sentence_before(sentence)
        if first >= sentence or self._text.find("\n", last, sentence) >= 0 or self._document.before(first, sentence):
            return None
        return _LATE_HEAD.match(self._text, first, last)

    def _of_section(self, section: Section) -> str | None:
        """The year that a heading names, or the part of it (2024年上半年预算执行情况)."""
        end = self._text.find("\n", section.start + 1)
        dates = self._document.before(section.start, end if end > 0 else len(self._text))
        part = next((s.period for s in dates if "/" in (s.period or "") and (s.period or "")[:4] == section.year), None)
        return part or section.year

    def _reported(self, period: str, sentence: int, start: int, end: int, measure: str) -> str:
        """What an article on a period says of a number without a date: all of it, its year, or its last year.

        An amount that is not compared is background in an article on one quarter, but not in one on a holiday; over
        several years a state holds at their end.
        """
        clause = cues.last_clause(self._text, start)
        if "/" in period and len(period) == _TWO_YEARS:
            return period[-4:] if self._stretches.is_state(clause, measure) else period
        if "/" in period and cues.PERIOD_END.search(clause):
            return period.rpartition("/")[2]
        counted = cues.HAS.search(clause) and not cues.WEIGHED.search(self._text, end, self._document.clause_end(end))
        if self._document.reporting.whole and not (counted or cues.STANDING.search(clause)):
            return period
        told = cues.BY_PART.match(self._text, sentence) is not None or (
            measure == "change" and self._differs(sentence, start)
        )
        told = told or (measure == "level" and self._held_beside(start, end))
        aside = measure in ("level", "change") and not told and period.count("-") < _OF_DAYS
        return period[:4] if aside else period

    def _differs(self, sentence: int, start: int) -> bool:
        """Whether a change is told as a part of the whole or over the time before (与去年同期相比，差距扩大30亿元)."""
        clause = cues.last_clause(self._text, start)
        told = cues.CONTRIBUTES.search(clause) or cues.OVER_SAME.search(clause)
        return told is not None or _OVER_SAME_HEAD.match(self._text, sentence) is not None

    def _held_beside(self, start: int, end: int) -> bool:
        """Whether an amount is compared: with what was, or with those of others in brackets (甲（5亿元）、乙…)."""
        if cues.COMPARED.match(self._text, end):
            return True
        bracketed = _IN_BRACKETS.search(self._text, max(0, start - 2), start) is not None
        return bracketed and self._text[end : end + 1] in ("）", ")")

    def _planned(self, section: Section | None, sentence: int, start: int, measure: str) -> PeriodDecision:
        """The period of a target without a deadline: the end of the section's plan, its year, that of publication."""
        clause = cues.last_clause(self._text, start)
        yearly = "年均" in clause
        if section is not None and section.ahead and section.plan:
            return PeriodDecision(section.plan if yearly else section.plan.rpartition("/")[2], "plan")
        if section is not None and section.ahead:
            return PeriodDecision(section.year, "section")
        published, reporting = self._document.published, self._document.reporting
        if years := reporting.ahead:
            whole = yearly or not ("比" in clause or self._stretches.is_state(clause, measure))
            return PeriodDecision(years if whole else years.rpartition("/")[2], "plan")
        coming = self._document.years_to_come if section is None and reporting.span else None
        if coming and yearly:
            return PeriodDecision(coming, "plan")
        if coming and self._document.of_the_plan(start):
            return PeriodDecision(coming.rpartition("/")[2], "plan")
        aimed = self._document.aimed_at(start)
        if aimed:
            return PeriodDecision(aimed, "aims")
        if plan := self._document.plan_opened(sentence, start):
            return PeriodDecision(plan if yearly else plan[-4:], "plan")
        if published is None and reporting.period and not reporting.guessed:
            return PeriodDecision(str(int(reporting.period[:4]) + (reporting.span is not None)), "reporting")
        return PeriodDecision(str(published.year) if published else None, "publication_year")

    def existing(self) -> PeriodDecision:
        """The month of publication."""
        published = self._document.published
        return PeriodDecision(f"{published:%Y-%m}" if published else None, "existing")

    def _speaks_of_now(self, sentence: int, start: int, end: int) -> bool:
        """现有 before the number in its sentence, or 目前 behind it in its clause."""
        existing = cues.EXISTING.search(self._text, sentence, start)
        if existing and self._text.find("基础上", existing.end(), start) < 0:
            return True
        return self.now_follows(end)

    def now_follows(self, end: int) -> bool:
        """Whether 目前 behind the number speaks of it (31个省目前已全部建成), not of another number behind that."""
        after = self._document.after(end)
        if after is None or after.role != "now" or self._text[after.start : after.end] not in cues.BEHIND_THINGS:
            return False
        return cues.COUNTS.search(self._text, after.end, self._document.clause_end(after.end)) is None

    def _over_years(self, start: int, end: int, measure: str) -> bool:
        """Whether a number in a look back on five years runs over them: growth, sums, what was done; not a state."""
        clause = cues.last_clause(self._text, start)
        if clause.startswith(_AMONG):
            # 推出成果259项，其中56项…: of the same years as the whole.
            clause = cues.last_clause(self._text, start - len(clause) - 1) + clause
        if _OF_WHICH.search(clause) and measure == "level":
            # 在建的有实验室10个: what there is.
            return False
        if cues.ON_YEAR.search(clause) or (measure == "level" and stands_by_then(self._document, clause, end)):
            return False
        if (
            cues.OVER_YEARS.search(clause)
            or measure in ("growth", "change")
            or "翻" in self._text[max(0, start - 1) : start + 1]
            or (cues.KEPT.search(clause) and not cues.RATE_KEPT.search(clause) and years_running(clause) <= _FIVE)
        ):
            return True
        before = cues.UP_TO_SENTENCE.match(self._text, max(0, start - _SEGMENT), start)
        if measure == "level" and cues.FIVE_BEFORE.search(self._text[before.end() if before else 0 : start]):
            return bool(cues.FLOW.search(clause)) or not cues.STATE.search(clause)
        topic = _TOPIC.fullmatch(clause) is not None and not cues.PREDICATE.search(clause)
        leads = not clause.strip() or clause.endswith(_OF_ALL) or topic
        done = self._text[end : min(self._document.clause_end(end), end + _BEFORE)] if leads else ""
        often = cues.counts_times(self._text, end)
        return measure == "level" and (often or cues.runs_on(clause) or cues.AWARDED.search(done) is not None)
