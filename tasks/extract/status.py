"""Tells a fact (observation) from a target: planned, required or promised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract.status_extracts import Extracts
from tasks.extract.status_nouns import BEYOND, NOUN_CUES, by_then, headline, surveyed, undone
from tasks.extract.status_years import years
from tasks.vocabulary import either, read_yaml

_MAX_HEADING = 60
_CUES = ("not_before", "fact", "before", "nouns", "auxiliaries", "demand_bodies")
_OLD = re.compile(r"(?:从|由)[^，,；;、]{0,14}$")
_NEW = re.compile(r"(?:[、和及与]?\x02+)*[^，,；;。\x02]{0,6}[到至为成]")
# 将现行15%的税率提至16%, 9%的提至10%: what is still in force.
_OLD_STILL = re.compile(
    r"(?:现行|之前的|此前的|原来的|原先的|从20\d\d年[底末]?的|由20\d\d年[底末]?的)[^，,；;、\x01\x02到至提降升扩增]{0,14}$"
)
_OLD_ONES = re.compile(
    r"的(?:一律|全部|均|都|再|逐步|部分)*(?:提|降|升|减|调|上调|下调|扩|缩)[^，。；\x02]{0,2}[至到为成]"
)
_BASE = re.compile(r"比\x01+的?$")
_BARE_CLAUSE = re.compile(r"[，,；;][^，,；;0-9一二三四五六七八九十百千万亿]{4,}[，,；;]")
_NAMED_YEAR = re.compile(r"(?<![比较])(?:20\d\d(?=年(?!同期))|[去上]年(?!同期))|今年|明年")
_LAST_YEAR = ("去年", "上年")
_SENTENCE = 300
_POINTS = 4
# 争取上级补助资金3亿元 in a report has got it; 下达年度改造计划5万户 is still to be done.
_OBTAINED = r"争取[^，,。；;0-9]{2,24}(?:资金|补助|债券|专项债)(?=共|约|近|超|达|[0-9])"
# 还将党员、干部联合起来: 将 only puts the object first.
# 将6名嫌疑人抓获，缴获设备27台: and what went with it.
_BROUGHT_TOGETHER = r"还?将[^，,。；;]{2,40}?(?:起来|出来|进来|抓获|查获|捕获|逮捕|击毙|救出|送医)(?=[，,。；;])"
# 即将降落时坠毁，机上有49人: how near something was.
_NEARLY = r"即将[^，,。；;]{1,14}?(?:时|之际|前夕)(?!间|期|代)"
# 计划7月加息, 将设5个中心: verbs alone would say too little.
_SET_FOR = (
    r"计划(?:于|在)?(?:[0-9]{1,2}月|[明后]年|年[内底])|将设(?=[0-9一二三四五六七八九十两])"
    r"|(?<![主重首只不])(?:要|将|拟|计划)(?:把(?![握关守手])|将)|(?<=[门构家台局心行织会司师])预测[，,]"
)
# 还将受到惩戒，半年多来，共惩戒2万人: the stretch up to now ends what was announced.
_UP_TO_NOW = r"[，,](?:近|这)?[0-9一二两三四五六七八九十半几多]{1,3}(?:个多?月|年多?|多年)来"
_ALREADY = re.compile("[^，,。；;\x02]{0,10}已(?:于|经|全部|建成|完成)")
_ACHIEVED_AIM = re.compile("(?:实现|完成|达成|兑现)了[^，,。；;]*$")
_HANDED_DOWN = r"下达[^，,。；;0-9]{0,10}(?:计划|任务|指标)(?=[0-9共约近为])"
_TASK_BEHIND = re.compile(
    r"[^，,；;。、\x02]{0,10}(?:搬迁|改造|脱贫|减贫|造林|种植|整治)(?:计划|任务)(?:$|[，,；;。、])"
)
# 据统计，大坝建成后…下降60%: what came about after it.
_STATED = re.compile("(?:据统计|数据显示|统计显示)[^。]*$")
_DEED = re.compile("[\u4e00-\u9fff]了(?:约|近|超过?)?(?:$|\x02)|(?:吸引|迎来|收到|接到|汇聚|聚集|汇集|邀请)了")
_HELD = ("已有", "现有", "原有")
_DONE = re.compile("完成|超额|实现|达到|落实|执行")
# 警方将6名嫌疑人抓获: 将 only puts the object first.
_DISPOSED = re.compile(
    r"[^，,；;。\x02]{0,10}(?:抓获|纳入|送上|送往|送到|送入|划入|列入|移交|救出|送医|击毙|逮捕|没收)"
)
_COMING_YEAR = re.compile(
    r"(?:^|[，,。；;、：:（(“\s到至在于！？])(?<!“到)(20\d\d)年(?!度|以来|以后|起|[^，,。；;]{0,18}(?:考试|世界杯|奥运|赛|春运|大会|展|博览会|论坛|晚会|高考|招聘|考生|典礼))"
)
_TODAY = re.compile("今天|昨天|昨晚|今晚|日前|近日|已")
# A headline (重大工程如期完成目标任务) or a sentence opens no stretch of plans.
_ACHIEVED = re.compile("(?<!未)完成(?!情况)|如期|超额|兑现|达成|实现了|[。！]")
_FAR_AHEAD = 30
_COMMA = re.compile(r"[，,；;]")
# 在去年已降低…的基础上，将…: what a plan builds on ends no plan.
_GROUNDS = re.compile(r"[^，,。；;\n0-9]{1,30}基础上")
_BUILT_ON = re.compile(r"[^，,。；;\n\x01\x02]{0,40}的基础上")
# 要修这条路就得搬迁: a condition, no plan.
_CONDITION = re.compile(r"[^。；;\n]{0,24}?(?:就得|就必须|就只能|，就要)")


class Cue(NamedTuple):
    """Words that announce (`plan`) or state a fact, or a year (`year`) that may lie in the future."""

    start: int
    end: int
    plan: bool
    word: str
    year: int = 0


class Place(NamedTuple):
    """A number in its text."""

    text: str
    start: int
    end: int


class Standing(NamedTuple):
    """`status` is observation or target; `trigger` are the words that decided."""

    status: str
    trigger: str


# 按照县委要求，…: what follows was done after the demand.
_ACCORDING = re.compile(r"(?:根据|按照?|依据|遵照|落实)[^，,；;。]{0,60}$")


class Status:
    """The status vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        auxiliaries, adverbs = either(vocabulary["auxiliaries"]), either(vocabulary["adverbs"])
        soon = (
            rf"(?<![主重首次概纲想只以能可该此])(?:{auxiliaries})(?:{adverbs}){{0,2}}(?:{either(vocabulary['verbs'])})"
        )
        bodies, demands = either(vocabulary["demand_bodies"]), either(vocabulary["demand_verbs"])
        demand = rf"(?:{bodies})(?:还|同时|进一步)?(?:{demands})[，,：:]"
        self._openers = re.compile(
            rf"(?:{either(vocabulary['openers'])})(?!(?<=目标)[^。，,]{{0,8}}(?:完成|实现|达成|兑现))"
        )
        self._aims = re.compile(rf"(?:{either(vocabulary['aims'])})[^。，\n完实达]{{0,6}}[是为：:]")
        self._estimates = frozenset(vocabulary["estimates"])
        self._deeds = frozenset(vocabulary["deeds"])
        self._forecasts = frozenset(vocabulary["forecasts"])
        self._soon_after = re.compile(
            rf"[^，,；;。、\x02]{{0,16}}"
            rf"(?:{either(vocabulary['after_sure'])}|(?:{either(vocabulary['after_auxiliaries'])})(?:{either(vocabulary['verbs'])}))"
        )
        nouns = rf"(?:{either(vocabulary['nouns'])})(?![”’》，,、。；;的）)总了0-9]|$)"
        self._goes_on = tuple(vocabulary["goes_on"])
        plan = f"{either(vocabulary['before'])}|{nouns}|{soon}|{demand}|{_HANDED_DOWN}|{_SET_FOR}"
        never = f"{either(vocabulary['not_before'])}|{_OBTAINED}|{_BROUGHT_TOGETHER}|{_NEARLY}"
        fact = f"(?!，有望)(?:{either(vocabulary['fact'])}|{_UP_TO_NOW})"
        firsts = {word[0] for key in _CUES for word in vocabulary[key]}
        self._cue = re.compile(
            rf"(?=[{re.escape(''.join(sorted(firsts)))}])(?:(?P<not>{never})|(?P<fact>{fact})|(?P<plan>{plan}))"
        )
        self._after = re.compile(
            rf"(?:以上|左右|以内|以下)?(?:{either(vocabulary['after'])}|的[^，,。；、\x02]{{0,4}}(?:目标|任务)(?!安排|取得|已|完成|均|都|全部|基本|顺利|如期|得到|[\x01\x02]))"
        )
        self._planned_amount = tuple(vocabulary["planned_amount"])
        self._heading = re.compile(either(vocabulary["heading"]))
        self._plan_titles = re.compile(rf"(?:{either(vocabulary['plan_titles'])})(?:[（(][^（()）]*[)）])?[》”]?$")
        self._report_titles = re.compile(either(vocabulary["report_titles"]))
        self._review_titles = re.compile(either(vocabulary["review_titles"]))
        self.extracts = Extracts(vocabulary)
        self._past = re.compile(either(vocabulary["past_heading"]))

    def opens(self, heading: str) -> bool:
        """Whether a heading announces plans."""
        announced = self._heading.search(heading) is not None and not headline(heading)
        return announced and self._past.search(heading) is None

    def is_plan(self, title: str) -> bool:
        """Whether a title ends as that of a plan itself does (三年行动计划), unlike that of news about one."""
        return self._plan_titles.search(title) is not None

    def is_report(self, title: str) -> bool:
        """Whether a title is that of a work report, which looks back and ahead."""
        return self._report_titles.search(title) is not None

    def only_reviews(self, title: str) -> bool:
        """Whether a report of that title tells only what was done and found (审计工作报告)."""
        return self._review_titles.search(title) is not None

    def headings(self, text: str) -> list[tuple[int, bool]]:
        """Offset and kind (plans or not) of every line that is a heading of either kind."""
        found: list[tuple[int, bool]] = []
        for match in self._heading.finditer(text):
            start, end = _line(text, match.start())
            if end - start > _MAX_HEADING:
                continue
            if not (
                self._past.search(text, start, end) or _ACHIEVED.search(text, start, end) or headline(text[start:end])
            ):
                found.append((start, True))
        for match in self._past.finditer(text):
            start, end = _line(text, match.start())
            if end - start <= _MAX_HEADING // 2:
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

    def cues(self, text: str, start: int, end: int, due: int = 0) -> list[Cue]:
        """The words of a sentence that announce or that state a fact, in order.

        `due` is the year whose end lies ahead, 0 for none.
        """
        found = []
        for match in self._cue.finditer(text, start, end):
            kind = match.lastgroup or ""
            if kind == "not" or _in_title(text, start, match.start()):
                continue
            if match.group().startswith(NOUN_CUES) and undone(text, start, match):
                continue
            if kind == "fact" and _GROUNDS.match(text, match.end()):
                continue
            if match.group()[0] == "要" and _CONDITION.match(text, match.end()):
                continue
            if match.group()[-1] not in "，,：:" or not _ACCORDING.search(text, start, match.start()):
                found.append(Cue(match.start(), match.end(), kind == "plan", match.group()))
        ahead = years(text, start, end, due)
        found.extend(Cue(match.start(), match.end(), True, match.group(), year) for match, year in ahead)
        return sorted(found)

    def of(
        self, at: Place, clause: str, after: str, cues: Sequence[Cue], planned: bool | None, published_year: int | None
    ) -> Standing:
        """Status from the cues of the sentence, the clause before and after the number, and the scope."""
        held = _of_today(clause, after) or surveyed(at.text[at.start : at.end], after)
        if held:
            return Standing("observation", held)
        match = self._after.match(after) or self._soon_after.match(after)
        if match and not ("目标" in match.group() and _ACHIEVED_AIM.search(clause)):
            return Standing("target", match.group())
        if (
            clause.endswith(self._planned_amount)
            and not BEYOND.search(clause)
            and at.text[at.end - 1 : at.end] not in "%％"
        ):
            return Standing("target", "planned amount")
        if ("计划" in after or "任务" in after) and _TASK_BEHIND.match(after) and not _DONE.search(clause):
            return Standing("target", "task")
        trigger = self._reaching(at, cues, "heading of plans" if planned else "") or self._of_the_whole(at, cues)
        trigger = trigger or by_then(at.text, at.start, published_year)
        if trigger.startswith("将") and trigger[1:2] not in "在于会有要" and _DISPOSED.match(after):
            trigger = ""
        if trigger and not planned and (_ALREADY.match(after) or self._came_about(at, clause, cues)):
            trigger = ""
        if trigger.endswith("后") and not planned and _STATED.search(at.text[max(at.start - _SENTENCE, 0) : at.start]):
            trigger = ""
        done = "estimate" if trigger in self._estimates else "deed" if trigger in self._deeds else ""
        if done and not planned and self._ended(at, planned is None, published_year):
            return Standing("observation", f"{done} of a past year")
        if not trigger and published_year is not None:
            trigger = _future_year(at, cues, published_year) or self._coming_year(at, cues, published_year)
        return Standing("target", trigger) if trigger else Standing("observation", "")

    @staticmethod
    def _came_about(at: Place, clause: str, cues: Sequence[Cue]) -> bool:
        """Whether the number's own clause tells of a deed (链接了3200家; 完成63%) and announces nothing."""
        own = at.start - len(clause)
        carried_out = clause.endswith("完成") and at.text[at.end - 1 : at.end] in "%％"
        told = carried_out or _DEED.search(clause) is not None
        return told and not any(own <= cue.start < at.start for cue in cues if cue.plan)

    def _of_the_whole(self, at: Place, cues: Sequence[Cue]) -> str:
        """What the sentence before announces, for a number in one that opens with 其中 or 二是 and states no fact."""
        start = _sentence(at.text, at.start)
        for _ in range(_POINTS):
            goes_on = start > 0 and at.text.startswith(self._goes_on, start)
            if not goes_on or any(not cue.plan for cue in cues if cue.end <= at.start):
                return ""
            before = _sentence(at.text, start - 1)
            at = Place(at.text, start - 1, start)
            cues, start = self.cues(at.text, before, start - 1), before
            if trigger := self._reaching(at, cues, ""):
                return trigger
        return ""

    @staticmethod
    def _coming_year(at: Place, cues: Sequence[Cue], published_year: int) -> str:
        """The year after that of publication that the sentence named last before the number, "" for none."""
        low = max(at.start - _SENTENCE, 0)
        low = max(at.text.rfind("。", low, at.start), at.text.rfind("\n", low, at.start), low)
        if "20" not in at.text[low : at.start]:
            return ""
        years = list(_COMING_YEAR.finditer(at.text, low, at.start))
        if not years or _TODAY.search(at.text, low, at.start) or _fact_follows(at, cues, years[-1].end()):
            return ""
        return years[-1][1] if published_year < int(years[-1][1]) < published_year + _FAR_AHEAD else ""

    def _ended(self, at: Place, review: bool, published_year: int | None) -> bool:
        """Whether the year that the sentence named last lies before that of publication, as it does in a review."""
        low = max(at.start - _SENTENCE, 0)
        low = max(at.text.rfind("。", low, at.start), low)
        years = _NAMED_YEAR.findall(at.text, low, at.start)
        if published_year is None:
            # A report without a date reviews the year that it names first.
            first = _NAMED_YEAR.search(at.text, 0, _SENTENCE)
            return review and first is not None and first.group().isdigit() and years in ([], [first.group()])
        if not years:
            return review
        return years[-1] in _LAST_YEAR or (years[-1].isdigit() and int(years[-1]) < published_year)

    def _reaching(self, at: Place, cues: Sequence[Cue], trigger: str) -> str:
        """The last announcing words before the number whose reach no fact in a later clause has ended."""
        since = -1
        for cue in cues:
            if cue.end > at.start or cue.year:
                continue
            if cue.plan:
                if cue.word in self._forecasts and _BARE_CLAUSE.search(at.text, cue.end, at.start):
                    continue
                trigger, since = cue.word, cue.end
            elif since < 0 or _COMMA.search(at.text, since, cue.start + 1):
                trigger = ""
        return trigger


def _of_today(clause: str, after: str) -> str:
    """Which words around a number say that it is the old value or the base of what is planned, "" for none."""
    if ("从" in clause or "由" in clause) and _OLD.search(clause) and _NEW.match(after):
        return "from"
    if ("现行" in clause or "的" in clause) and _OLD_STILL.search(clause):
        return "in force"
    if (after[:1] == "的" and _OLD_ONES.match(after)) or ("基础上" in after and _BUILT_ON.match(after)):
        return "in force"
    if "比" in clause and _BASE.search(clause):
        return "base"
    return "held" if clause.endswith(_HELD) else ""


def _sentence(text: str, at: int) -> int:
    """Where the sentence of an offset begins, looked for no further than some hundred letters back."""
    low = max(at - _SENTENCE, 0)
    return max(text.rfind("。", low, at), text.rfind("\n", low, at), low - 1) + 1


def _fact_follows(at: Place, cues: Sequence[Cue], since: int) -> bool:
    """Whether words of a fact stand in a later clause between an offset and the number."""
    facts = (cue for cue in cues if since <= cue.start and cue.end <= at.start and not cue.plan)
    return any(_COMMA.search(at.text, since, cue.start + 1) for cue in facts)


def _future_year(at: Place, cues: Sequence[Cue], published_year: int) -> str:
    """The words before the number that lead to a year ahead, unless a fact follows them in a later clause."""
    ahead = [cue for cue in cues if cue.year > published_year and cue.end <= at.start]
    return ahead[-1].word if ahead and not _fact_follows(at, cues, ahead[-1].end) else ""


def _in_title(text: str, low: int, at: int) -> bool:
    """Whether an offset stands within 《》."""
    opened = text.rfind("《", low, at)
    return opened >= 0 and text.find("》", opened, at) < 0


def _line(text: str, at: int) -> tuple[int, int]:
    """The line around an offset, looked for no further than the longest heading."""
    start = text.rfind("\n", max(0, at - _MAX_HEADING - 1), at) + 1
    if start == 0 and at > _MAX_HEADING:
        return 0, len(text) + _MAX_HEADING
    end = text.find("\n", at, at + _MAX_HEADING + 1)
    return start, end if end >= 0 else (len(text) if len(text) - at <= _MAX_HEADING else at + 2 * _MAX_HEADING)


@lru_cache(maxsize=4)
def default_status() -> Status:
    """The vocabulary of seeds/, read once a process."""
    return Status(read_yaml("status.yaml"))
