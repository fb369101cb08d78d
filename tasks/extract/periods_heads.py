"""The line that a list or an answer stands under: its dates and its 现有 hold for the lines below it."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_reach import Reach
from tasks.extract.periods_stamps import Stamp

_LABEL = re.compile(
    r"[\s\u3000]{0,16}+(?:[▶►▲△▼●○◎◆◇■□★☆※•·▪]|[\u4e00-\u9fff“”、]{2,12}[：:](?!“)"
    r"|[一二三四五六七八九十]{1,2}[是、]|[（(]?[一二三四五六七八九十0-9]{1,2}[)）.．、])"
)
# Dashes mark the items of a list below a line that leads to it, and paragraphs of a speech else.
_DASH = re.compile(r"[\s\u3000]{0,16}+[-—–－─]{1,4}")
_SPEAKER = re.compile(r"[\s\u3000]{0,16}+[A\u4e00-\u9fff]{1,12}[：:]")
_ASKS = ("？", "?")
# 十年前是什么情况？ and 从2010年到2020年，变化多大？ ask about their date, 2020年，国家出台了办法，效果如何？ does not.
_REST = re.compile("[，,]?[^，,。；？?]*[？?]")
_LEAD = re.compile(r"(?:^|[\n：:。，,？?])[从自在那么]{0,2}$")
_LEADS = ("：", ":")
_GOES_ON = ("；", ";", *_LEADS)
_DIGIT = re.compile("[0-9]")
_LINES = 10
_NEAR = 200


class Heads:
    """Finds the line above a line of a list or of an answer, and the time that it tells."""

    def __init__(self, document: Document, reach: Reach) -> None:
        self._document = document
        self._reach = reach
        self._text = document.text

    def dates(self, sentence: int) -> list[Stamp]:
        """The dates of the line that heads a list of labelled lines (上半年，经济稳中向好。⏎工业：…⏎投资：…), nearest
        first, for a number of one of them; that of the question (十年前是什么情况？⏎答：…) for one of its answer."""
        document, text = self._document, self._text
        if asked := self._asked(sentence):
            return asked
        line = self._head(sentence)
        if line is None:
            return []
        low, stop = line
        dates = document.before(low, stop)
        rest = text[dates[0].end : stop].rstrip() if dates else ""
        heads = rest.endswith((*_LEADS, "—"))
        bracketed = heads and len(dates) == 1 and text[dates[0].start - 1] in "（("
        if bracketed:
            # 全市的成绩单（2015年到现在）：: of all that is listed, however it is said.
            return [replace(dates[0], role="anchor", carries=True)] if dates[0].period else []
        if not (heads or _LABEL.match(text, document.paragraph(sentence))):
            return []
        told = [s for s in dates if self._reach.opens(s)] if heads or not _DIGIT.search(rest) else []
        return told if heads else [s for s in told if not self._aside(s)]

    def lists_what_is(self, sentence: int) -> bool:
        """Whether the line above lists what there is now (全县现有各类林地：⏎（一）…)."""
        line = self._head(sentence)
        if line is None or not self._text[line[0] : line[1]].rstrip().endswith(_LEADS):
            return False
        last = max(line[0], self._document.sentence(line[1] - 1))
        return cues.EXISTING_HEAD.search(self._text, last, line[1]) is not None

    def _head(self, sentence: int) -> tuple[int, int] | None:
        """Start and end of the line above the list that the line of a sentence is of."""
        document, text = self._document, self._text
        low = start = document.paragraph(sentence)
        for _ in range(_LINES):
            if low == 0 or not self._is_item(low):
                break
            stop, low = low - 1, document.paragraph(low - 1)
            if text[stop - 1] in _LEADS and document.before(low, stop):
                break
        else:
            return None
        if low == start or not text[low : low + _NEAR].strip():
            return None
        return low, text.find("\n", low, start)

    def _is_item(self, low: int) -> bool:
        """Whether a line is of a list: by its label, or by the line above it, which leads to it or goes on with it."""
        text = self._text
        return bool(_LABEL.match(text, low) or _DASH.match(text, low)) or text[low - 2 : low - 1] in _GOES_ON

    def _asked(self, sentence: int) -> list[Stamp]:
        """The date that a question asks about in its last clause, for a number of the answer right below it."""
        document, text = self._document, self._text
        answer = document.paragraph(sentence)
        if text[answer - 2 : answer - 1] not in _ASKS or _SPEAKER.match(text, answer) is None:
            return []
        stop = answer - 1
        low = document.paragraph(stop)
        dates = document.before(low, stop)
        if not dates or dates[0].role != "anchor" or _REST.fullmatch(text, dates[0].end, stop) is None:
            return []
        lead = _LEAD.search(text, low, dates[0].start)
        if lead is None:
            return []
        return [replace(dates[0], carries=True)]

    def _aside(self, stamp: Stamp) -> bool:
        """Whether a date is of another year than the one that the article reports on."""
        about = self._document.reporting.period
        return about is not None and (stamp.period or about)[:4] not in (about[:4], about[-4:])
