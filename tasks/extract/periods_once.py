"""Times of old that no date tells: 此前为5319元, 当初只有20户, 通车前要4个小时, 村集体收入过去是3万元.

Such a word holds up to the next word of time: a date, 如今, what came after (整治后), or a verb that leads to the new
value (原有1200亩，增加到1500亩). At the head of a clause it holds for the rest of the sentence, else for its clause.
"""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.cues import ABOUT
from tasks.extract.old_values import OLD
from tasks.extract.periods_document import Document
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_stamps import Stamp
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_WORDS = cues.OF_OLD
_REACH = 96
_EVENT_REACH = 600
_TAIL = (
    r"(?:之初|(?:初期|早期|最初|初始)?阶段|之时|初期|早期|伊始|那会儿?|那阵子?|那几?年|的?时候"
    r"|[时初](?![间期代段限效机刻长速节任]))"
)
_COUNTED = r"(?:[0-9一二三四五六七八九]?十(?:多|余|几)|[0-9]+(?:多|余)|[几数多]十?|许多|很多|好多|好几|若干)"
_BEGUN = rf"(?:刚刚?|才)?(?P<began>{either(_WORDS['beginnings'])}){_TAIL}"
_JUST = rf"刚刚?(?![性需毅强果好])[^，。；,;\n0-9]{{1,8}}?(?<![同及按随小平临当届]){_TAIL}"
_BEFORE = rf"(?:{either(_WORDS['reforms'])})(?:之|以)?前(?![提景端后期沿来往列瞻途身三五十0-9])"
_NOT_YET = r"(?:没有?|未|尚未)(?![来及])[^，。；,;\n0-9]{1,8}?(?:之前|以前|的时候)"
_AGO = rf"(?<![0-9近]){_COUNTED}年(?:之|以)?前"
# 在工程建设之初, 开诊初期: whatever began, but for lines that news open (运营之初，每天开行46列).
_AT_FIRST = r"[\u4e00-\u9fff]{2}(?<![年月季纪春夏秋冬])(?<![运开][营行通])(?<!通[车航])(?:之初|初期)"
_MARK = Sought(
    rf"(?P<alone>{either(_WORDS['once_alone'])})|(?P<first>{either(_WORDS['first'])})|(?P<once>{either(_WORDS['once'])})"
    rf"|(?P<event>{_BEGUN})|(?P<before>{_JUST}|{_BEFORE}|{_NOT_YET}|{_AGO}|{_AT_FIRST})"
    rf"|(?P<old>{OLD})"
    r"|(?P<had>(?<![草高平还复中])原有的?(?!基础)|(?<!姓)曾(?!祖|孙|用名|任)(?:经?(?=占|有|是|为|达|高达|超|拥|只|仅)|经?(?!经|[^，。；]{0,8}的)))"
)
# 此前为, 过去要走, 最早只有, 原来的: what stands behind a word that stands alone.
_SAYS = re.compile(
    r"[，,]?(?:的(?=[^，。；,;]{0,8}[0-9一二两三四五六七八九十百])|[^，。；,;0-9]{0,10}?(?:是|为|要|需|得(?!到)|只|仅|才|不足|不到|不过|不超过|约|近|"
    r"最[高多低少]|有|占|达|靠|住|卖|收|挣|赚|花|用)|则|都|全|每|[^，。；,;]{0,4}$|[0-9])"
)
_TURNS_OUT = re.compile("[，,]|是[^0-9]{3}")
_WHILE = re.compile(r"[了住搬走送跑飞转挺熬迈跨翻递传]$|年$|月$|天$|时间$")
_LENGTH = re.compile(
    r"的?(?:[0-9]|[一二两三四五六七八九十几数半]|这)[^，。；,;]{0,4}?(?:年|个?月|天|周|小时|季度)|了|的?一段|之后"
)
_AGAINST = re.compile(
    r"(?:(?<![占配])比起?|较之?|相?[与和同跟像]|超过?|[高低多少好快慢优]于|相比于?|[如象像]|保持|延续|恢复[到至]?)$"
)
_OF_VALUE = re.compile(rf"的?(?:{ABOUT}|超过?|不到|不足)?[0-9一二两三四五六七八九十百]")
_OPENS = re.compile(r"(?:^|[，。；、“\n,;:：！？!?（(])\s*[而但可却在其自就则还]{0,2}$")
_NOW = re.compile(
    rf"如今|现如今|现在|现已|目前|眼下|而今|今[年天日]|{either(cues.BEHIND_THINGS)}|这[一]?[次回]|[，,；;]而(?![且后今])"
    r"|[，,；;][^，。；,;0-9]{0,10}(?<![最先前今])后(?![续期方勤备台端面])|[，,；;](?:[^，。；,;0-9]{0,8}已|[只仅]?(?:保留|剩|留下|压减))"
)
_FIGURE = re.compile(r"[0-9]|[两三四五六七八九十百][万千百十]?[人户个家亩名元]")
# 将原本18个小区整合成一个片区: what is done with them is of the time of the deed.
_MADE_INTO = re.compile(
    r"的?[0-9一二两三四五六七八九十百千万]{1,8}[^，。；,;0-9]{1,24}?[合并建改造转变换分][^，。；,;0-9]{0,4}[成为]"
)
_RATIO = re.compile("[0-9.]+(?:[%％倍]|个?百分点)|[一二三四五六七八九十]+(?:分之|倍|成)|一半|半数")
_BEFORE_THAT = frozenset({"此前", "之前", "这之前", "在此之前"})
_OWN_VALUE = re.compile(
    r"[，,]|曾|一直|[^，。；,;的0-9]{0,4}?(?:是|为|只|仅|才|有|达|需|要|不足|不到)|的?(?:约|近)?[0-9]"
)
# 原本只打算招10人，来了45人: what was planned, and what came about, are of the time told.
_PLANS = re.compile("[只就是还也]{0,2}(?:打算|计划|想(?!象)|拟|准备|预计|预定|设想)")
_PARTS_OF = ("最先进", "以前年", "以前身", "最早于", "最早的", "最先的", "过去式")
_PART_END = re.compile("[；;]")
# 先前遭下架的|5个批次不适用, 早年栽下的|500棵树挂果了: which those are that something is said of now.
_WHICH_THEY_ARE = re.compile("[^，。；,;0-9]{1,16}[^，。；,;0-9村县家里年市厂校时镇乡区省国们]的")
# 原来住在200公里以外的山沟里
_AWAY = re.compile("(?:以|之|开)?外(?!地|出|来|资|贸)")
_FROM_OLD = frozenset("由从比较")
_HEAD = 3
_ROOT = 2
# So many times back the beginning may have been named without its date.
_TOLD = 4
_MONTH = len("2018-05")


class Once:
    """Finds the words of one document that put a number back to a time without a date."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def told(self, sentence: int, before: list[Stamp], start: int, end: int, measure: str) -> PeriodDecision | None:
        """The decision for a number that a word of old times governs, None where none does; how far away a place is
        holds for good."""
        mark = self._mark(sentence, start, measure)
        if mark is None or (self._text[start - 1] == "在" and _AWAY.match(self._text, end)):
            return None
        near = [stamp for stamp in before if stamp.role not in ("base", "title", "same", "noted")]
        if any(stamp.end > mark.end() for stamp in near):
            return None
        earlier = next((s for s in near if s.end <= mark.start() and s.role != "now" and s.period), None)
        if earlier is not None and (mark["had"] or self._dates(earlier, mark)):
            return decided(earlier, earlier.period, "then") if mark["first"] or mark["event"] else None
        if mark["event"] and self._is_news(mark):
            return None
        event = self._dated_event(mark) if mark["event"] else self._begun(sentence, mark) if mark["first"] else None
        if event is None:
            return PeriodDecision(None, "once", mark.span())
        return decided(event, (event.period or "")[:_MONTH], "then")

    def _mark(self, sentence: int, start: int, measure: str) -> re.Match[str] | None:
        """The last word of old times before a number that still holds there."""
        low = max(sentence, start - _REACH)
        found = [match for match in _MARK.finditer(self._text, low, start) if self._stands(match, start, measure)]
        return found[-1] if found and self._holds(found[-1], start) else None

    def _stands(self, mark: re.Match[str], start: int, measure: str) -> bool:
        """Whether a word tells a time, rather than what something is compared with or a part of a longer time."""
        lead, text = self._text[max(0, mark.start() - 4) : mark.start()], self._text
        of_value = _OF_VALUE.match(text, mark.end()) is not None and mark.end() + _ROOT + 2 >= start
        if _AGAINST.search(lead) and not (of_value and text[mark.end()] == "的"):
            return False
        if of_value and text[mark.end()] == "的" and (measure == "ratio" or _RATIO.match(text, start)):
            # 缩短到原来的三分之一 is of now.
            return lead[-1:] in ("由", "从", "比", "较")
        if text.startswith(("基础", "的基础"), mark.end()) or _PLANS.match(text, mark.end()):
            return False
        if lead[-1:] in ("将", "把") and _MADE_INTO.match(text, mark.end()):
            return False
        if mark["alone"] is None:
            return True
        if mark.group() == "过去" and (_LENGTH.match(text, mark.end()) or _WHILE.search(lead)):
            return False
        if mark.group() == "以前" and text[mark.end() : mark.end() + 1] == "的" and not _OPENS.search(lead):
            return lead[-1:] in ("由", "从", "比", "较")
        if mark.group() == "原来" and _TURNS_OUT.match(text, mark.end()):
            return False
        if mark.group() in _BEFORE_THAT and not self._opens_value(mark.end(), start):
            return False
        if text.startswith(_PARTS_OF, mark.start()) and lead[-1:] not in ("由", "从"):
            return False
        return _OPENS.search(lead) is not None or _SAYS.match(text, mark.end(), start) is not None

    def _opens_value(self, end: int, start: int) -> bool:
        """Whether 之前 stands with a comma of its own or has its value right behind it (报销比例之前是60%)."""
        return _OWN_VALUE.match(self._text, end, start) is not None or end == start

    def _holds(self, mark: re.Match[str], start: int) -> bool:
        """Whether nothing between a word of old times and a number brings the time back or leads to a new value."""
        text, end = self._text, mark.end()
        if (
            _WHICH_THEY_ARE.fullmatch(text, end, start)
            and text[max(0, mark.start() - 1) : mark.start()] not in _FROM_OLD
        ):
            return False
        turn = cues.TURN.search(text, end, start)
        if _NOW.search(text, end, start) or (turn is not None and turn.group() != "到了"):
            return False
        if _PART_END.search(text, end, start) and mark.start() > self._document.sentence(start) + _HEAD:
            return False
        if cues.CLAUSE_END.search(text, end, start) is None or text[end] in "，,":
            return True
        return not mark["had"] and _OPENS.search(text[max(0, mark.start() - 6) : mark.start()]) is not None

    def _dates(self, stamp: Stamp, mark: re.Match[str]) -> bool:
        """Whether a date is that of the beginning spoken of: in its own clause, or in one that tells no figure."""
        if cues.CLAUSE_END.search(self._text, stamp.end, mark.start()) is None:
            return True
        told = _FIGURE.search(self._text, stamp.end, mark.start()) is not None
        clause = self._text[stamp.end : self._document.clause_end(stamp.end)]
        if mark["first"] and stamp.role == "anchor" and any(clause.find(word) >= 0 for word in _WORDS["beginnings"]):
            return True
        return not told and (mark["first"] or mark["event"]) is not None

    def _begun(self, sentence: int, mark: re.Match[str]) -> Stamp | None:
        """The last date of the sentences before, where no figure has been told since (2018年成立合作社。当初…)."""
        for stamp in self._document.before(self._document.paragraph(sentence), sentence):
            if stamp.role in ("anchor", "since") and stamp.period and not stamp.future:
                return None if _FIGURE.search(self._text, stamp.end, mark.start()) else stamp
        return None

    def _is_news(self, mark: re.Match[str]) -> bool:
        """Whether the beginning spoken of is what the title tells as news of today (池黄高铁今日开通；…开通初期)."""
        return re.search(rf"(?:今[天日]|正式){mark['began']}", self._document.title) is not None

    def _dated_event(self, mark: re.Match[str]) -> Stamp | None:
        """The date of an earlier sentence that tells when the thing began (2018年成立合作社。…，成立时只有18户)."""
        at = mark.start()
        for _ in range(_TOLD):
            at = self._text.rfind(mark["began"], max(0, mark.start() - _EVENT_REACH), at)
            if at < 0:
                return None
            low, high = self._document.sentence(at), self._document.sentence_end(at)
            dated = (s for s in self._document.before(low, min(high, mark.start())) if s.role in ("anchor", "since"))
            told = (s for s in dated if s.end <= at or cues.CLAUSE_END.search(self._text, at, s.start) is None)
            if event := next((s for s in told if s.period and not s.future), None):
                return event
        return None
