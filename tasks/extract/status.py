"""Tells a fact (observation) from a target: planned, required or promised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract import status_forms as forms
from tasks.extract.dates_people import closes_a_name
from tasks.extract.entitlements import is_given
from tasks.extract.old_values import is_old, planned_before
from tasks.extract.sought import Sought
from tasks.extract.status_aims import of_aim
from tasks.extract.status_behind import INSIDE, Behind
from tasks.extract.status_cues import Cue, Place, sentence_start
from tasks.extract.status_extracts import Extracts
from tasks.extract.status_nouns import BEYOND, NOUN_CUES, announces_nothing, headline, surveyed
from tasks.extract.status_openings import on_the_way
from tasks.extract.status_papers import Papers
from tasks.extract.status_seasons import Seasons
from tasks.extract.status_today import is_task, of_today
from tasks.extract.status_turns import Turns
from tasks.extract.status_works import Works
from tasks.extract.status_years import by_then, coming_year, future_year, has_ended, part_over, year_over, years
from tasks.vocabulary import either, read_yaml

# 用人单位应当安排1小时哺乳时间: what a rule in force gives.
_DUTIES = ("应当", "必须", "须", "应")
UNAPPROVED = "not yet approved"
_SENTENCE = 300
_POINTS = 4
_CUES = ("not_before", "fact", "before", "nouns", "auxiliaries", "demand_bodies")


class Standing(NamedTuple):
    """`status` is observation or target; `trigger` are the words that decided."""

    status: str
    trigger: str

    @property
    def dated(self) -> str:
        """The status by which a date is found: what a work waiting to be approved is to cost is told like a fact."""
        return "observation" if self.trigger == UNAPPROVED else self.status


class Status:
    """The status vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        auxiliaries, adverbs = either(vocabulary["auxiliaries"]), either(vocabulary["adverbs"])
        verbs = f"(?!以[前往上下]|{either(vocabulary['no_verbs'])})(?:{either(vocabulary['verbs'])})"
        how = rf"(?:{either(vocabulary['means'])})[^。；;，,0-9]{{1,20}}[，,]?"
        adverbs = rf"{adverbs}|{forms.YEARS_TO_COME}"
        soon = (
            rf"{INSIDE}(?:(?:{auxiliaries}|{forms.READY})(?:{adverbs}){{0,2}}{verbs}|(?:将|要|拟){how}(?:把|{verbs}))"
        )
        bodies, demands = either(vocabulary["demand_bodies"]), either(vocabulary["demand_verbs"])
        demand = rf"(?:{bodies})(?:还|同时|进一步)?(?:{demands})[，,：:]"
        self._openers = Sought(
            rf"(?:{either(vocabulary['openers'])})(?!(?<=目标)[^。，,]{{0,8}}(?:完成|实现|达成|兑现))"
        )
        self._aims = re.compile(rf"(?:{either(vocabulary['aims'])})[^。，\n完实达]{{0,6}}[是为：:]")
        self._estimates = frozenset(vocabulary["estimates"])
        self._deeds = frozenset(vocabulary["deeds"])
        self._forecasts = frozenset(vocabulary["forecasts"])
        self._settled = re.compile(
            rf"[，,；;][^，,；;。]{{0,12}}(?:{either(vocabulary['settled'])})[^，,；;。\x02]{{0,3}}$"
        )
        self._behind = Behind(vocabulary, verbs)
        nouns = rf"(?:{either(vocabulary['nouns'])})(?![”’》，,、。；;的）)总了0-9]|$)"
        self._goes_on = tuple(vocabulary["goes_on"])
        plan = f"{either(vocabulary['before'])}|{nouns}|{soon}|{demand}|{forms.HANDED_DOWN}|{forms.SET_FOR}"
        never = f"{either(vocabulary['not_before'])}|{forms.NO_PLAN}"
        fact = f"(?!，有望)(?:{either(vocabulary['fact'])}|{forms.UP_TO_NOW})"
        firsts = {word[0] for key in _CUES for word in vocabulary[key]} | set(forms.FIRSTS)
        self._cue = Sought(
            rf"(?=[{re.escape(''.join(sorted(firsts)))}])(?:(?P<not>{never})|(?P<fact>{fact})|(?P<plan>{plan}))"
        )
        self._planned_amount = (*vocabulary["planned_amount"], "\x01目标")
        self._heading = Sought(either(vocabulary["heading"]))
        self._plan_titles = re.compile(rf"(?:{either(vocabulary['plan_titles'])})(?:[（(][^（()）]*[)）])?[》”]?$")
        self._report_titles = re.compile(either(vocabulary["report_titles"]))
        self._looked_back_on = re.compile(either(vocabulary["looked_back_on"]))
        self._both_ways = re.compile(rf"(?:{self._looked_back_on.pattern})(?:以?及|和|与|暨|、|，|\s)")
        self._review_titles = re.compile(either(vocabulary["review_titles"]))
        self.extracts = Extracts(vocabulary)
        self._turns, self.works, self.papers = Turns(vocabulary), Works(vocabulary), Papers(vocabulary)
        self.seasons = Seasons(vocabulary)
        self._past = Sought(either(vocabulary["past_heading"]))

    def opens(self, heading: str) -> bool:
        """Whether a heading announces plans."""
        announced = self._heading.search(heading) is not None and not headline(heading)
        return announced and self._past.search(heading) is None

    def is_plan(self, title: str) -> bool:
        """Whether a title ends as that of a plan itself does (三年行动计划), unlike that of news about one."""
        return self._plan_titles.search(title) is not None

    def is_report(self, title: str) -> bool:
        """Whether a title is that of a work report, or of a review and a plan: both look back and ahead."""
        return self._report_titles.search(title) is not None or self.looks_both_ways(title)

    def looks_both_ways(self, title: str) -> bool:
        """Whether a title names a review before it names a plan (工作总结及2024年工作计划)."""
        return self._both_ways.search(title) is not None and self._plan_titles.search(title) is not None

    def looks_back_on(self, title: str) -> bool:
        """Whether a title names a review (上半年重点工作总结), so that its 重点工作 are no plans."""
        return self._looked_back_on.search(title) is not None

    def only_reviews(self, title: str) -> bool:
        """Whether a report of that title tells only what was done and found (审计工作报告)."""
        return self._review_titles.search(title) is not None

    def headings(self, text: str) -> list[tuple[int, bool]]:
        """Offset and kind (plans or not) of every line that is a heading of either kind."""
        found: list[tuple[int, bool]] = []
        for match in self._heading.finditer(text):
            start, end = forms.line_around(text, match.start())
            if end - start > forms.MAX_HEADING:
                continue
            if not (
                self._past.search(text, start, end)
                or forms.ACHIEVED.search(text, start, end)
                or headline(text[start:end])
            ):
                found.append((start, True))
        for match in self._past.finditer(text):
            start, end = forms.line_around(text, match.start())
            if end - start <= forms.MAX_HEADING // 2:
                found.append((start, False))
        return sorted(set(found))

    def aims(self, text: str) -> list[tuple[int, bool]]:
        """Where a report sets the aims of the year: what follows in it are plans."""
        return [(match.start(), True) for match in self._aims.finditer(text)]

    def paragraphs(self, text: str) -> list[tuple[int, int]]:
        """Start and end of what follows a sentence that opens a list of plans, to the end of its paragraph."""
        found: list[tuple[int, int]] = []
        for match in self._openers.finditer(text):
            if not found or match.start() >= found[-1][1]:
                end = text.find("\n", match.end())
                found.append((match.start(), end if end >= 0 else len(text)))
        return found

    def cues(self, text: str, start: int, end: int, due: int = 0, today: str = "") -> list[Cue]:
        """The words of a sentence that announce or that state a fact, in order.

        `due` is the year whose end lies ahead, 0 for none; `today` the day or month of publication as far as known.
        """
        found = []
        for match in self._cue.finditer(text, start, end):
            kind = match.lastgroup or ""
            at = match.start()
            if kind == "not" or forms.in_title(text, start, at) or closes_a_name(text, at):
                continue
            if match.group().startswith(NOUN_CUES) and announces_nothing(text, start, match):
                continue
            if kind == "fact" and forms.GROUNDS.match(text, match.end()):
                continue
            if match.group() in self._estimates and part_over(text, match.end(), today):
                continue
            if match.group()[0] == "要" and forms.CONDITION.match(text, match.end()):
                continue
            if match.group()[-1] not in "，,：:" or not forms.ACCORDING.search(text, start, match.start()):
                found.append(Cue(match.start(), match.end(), kind == "plan", match.group()))
        found.extend(self._turns.of(text, start, end, today))
        ahead = years(text, start, end, due)
        found.extend(Cue(match.start(), match.end(), True, match.group(), year) for match, year in ahead)
        return sorted(found)

    def of(
        self,
        at: Place,
        clause: str,
        after: str,
        cues: Sequence[Cue],
        planned: bool | None,
        published_year: int | None,
        reviewed: int | None = None,
    ) -> Standing:
        """Status from the cues of the sentence, the clause before and after the number, and the scope; `reviewed` is
        the last year that a report of that date looks back on, the one before publication if not given."""
        if (
            forms.is_foretold(clause, after)
            or self._turns.planned_once(clause)
            or (clause[-1:] in ("由", "从") and planned_before(*at))
        ):
            return Standing("target", "planned once")
        held = of_today(at, clause, after) or surveyed(at, after) or is_old(clause)
        held = held or forms.how_far(at.text, at.start, at.end)
        if held:
            return Standing("observation", held)
        if way := on_the_way(at, clause):
            return Standing(way, "opening")
        behind = self._behind.of(clause, at.text[at.start : at.end], after)
        if behind and "目标" not in behind and self._behind.is_like(clause, at.text[at.start : at.end], after):
            return Standing("observation", "like")
        if behind and not ("目标" in behind and forms.ACHIEVED_AIM.search(clause) and not of_aim(*at)):
            return Standing("target", behind)
        if (
            clause.endswith(self._planned_amount)
            and not BEYOND.search(clause)
            and (at.text[at.end - 1 : at.end] not in "%％" or forms.AIM_OF_SHARE.search(clause))
        ):
            return Standing("target", "planned amount")
        if is_task(at, clause, after):
            return Standing("target", "task")
        trigger = self._announced(at, clause, after, cues, planned, published_year)
        done = "estimate" if trigger in self._estimates else "deed" if trigger in self._deeds else ""
        if planned is not None or reviewed is None:
            reviewed = published_year - 1 if published_year is not None else None
        # What a report of spring calls 预期 is of the year that has begun.
        looks_back = planned is None and (trigger != "预期" or reviewed == published_year)
        if done and not planned and has_ended(at, looks_back, reviewed, published_year):
            return Standing("observation", f"{done} of a past year")
        if not trigger and published_year is not None and not forms.ALREADY.match(after):
            trigger = future_year(at, cues, published_year) or coming_year(at, cues, published_year)
        return Standing("target", trigger) if trigger else Standing("observation", "")

    def _announced(
        self, at: Place, clause: str, after: str, cues: Sequence[Cue], planned: bool | None, published_year: int | None
    ) -> str:
        """The words that announce the number, "" where none do or the number came about all the same."""
        trigger = self._reaching(at, cues, "heading of plans" if planned else "") or self._of_the_whole(
            at, cues, published_year
        )
        trigger = trigger or by_then(at.text, at.start, published_year) or forms.raised_alike(at.text, at.start)
        if trigger.startswith("将") and trigger[1:2] not in forms.AHEAD_OF and forms.DISPOSED.match(after):
            return ""
        if trigger and not planned and (forms.ALREADY.match(after) or self._came_about(at, clause, after, cues)):
            return ""
        then = trigger.endswith("后") and not planned
        if then and forms.STATED.search(at.text[max(at.start - _SENTENCE, 0) : at.start]):
            return ""
        if (trigger in self._estimates and forms.suffered(clause)) or (
            trigger.startswith(_DUTIES) and is_given(clause, after)
        ):
            return ""
        return trigger

    @staticmethod
    def _came_about(at: Place, clause: str, after: str, cues: Sequence[Cue]) -> bool:
        """Whether the number's own clause tells of a deed (链接了3200家; 完成63%) and announces nothing."""
        own = at.start - len(clause)
        carried_out = clause.endswith("完成") and at.text[at.end - 1 : at.end] in "%％"
        told = carried_out or forms.DEED.search(clause) is not None or forms.did(clause, after)
        return told and not any(own <= cue.start < at.start for cue in cues if cue.plan)

    def _of_the_whole(self, at: Place, cues: Sequence[Cue], published_year: int | None) -> str:
        """What the sentence before announces, for a number in one that opens with 其中 or 二是 and states no fact."""
        start = sentence_start(at.text, at.start)
        if not at.text.startswith(self._goes_on, start) or year_over(at, start, published_year):
            return ""
        for _ in range(_POINTS):
            goes_on = start > 0 and at.text.startswith(self._goes_on, start) and "开始" not in at.text[start : at.start]
            if not goes_on or any(not cue.plan for cue in cues if cue.end <= at.start):
                return ""
            before = sentence_start(at.text, start - 1)
            at = Place(at.text, start - 1, start)
            cues, start = self.cues(at.text, before, start - 1), before
            if trigger := self._reaching(at, cues, ""):
                return trigger
        return ""

    def _reaching(self, at: Place, cues: Sequence[Cue], trigger: str) -> str:
        """The last announcing words before the number whose reach no fact in a later clause has ended."""
        since, forecast = -1, 0
        for cue in cues:
            if cue.end > at.start or cue.year:
                continue
            if cue.plan and forms.said_apart(at.text, cue.start, at.start):
                continue
            if cue.plan:
                if cue.word in self._forecasts and (
                    forms.BARE_CLAUSE.search(at.text, cue.end, at.start)
                    or self._settled.search(at.text[cue.end : at.start])
                ):
                    continue
                forecast = cue.end if cue.word in self._forecasts else forecast
                sure = cue.word == "确保" and forms.SEMICOLON.search(at.text, cue.end, at.start)
                if sure or forms.raised_apart(at.text, forecast, (cue.start, cue.end), at.start):
                    continue
                trigger, since = cue.word, cue.end
            elif since < 0 or forms.COMMA.search(at.text, since, cue.start + 1):
                trigger = ""
        return trigger


@lru_cache(maxsize=4)
def default_status() -> Status:
    """The vocabulary of seeds/, read once a process."""
    return Status(read_yaml("status.yaml"))
