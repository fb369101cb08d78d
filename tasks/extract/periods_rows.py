"""Numbers in a row, as many as the years told before them: 2020-2022年净利润5.2、6.8、8.9亿元, 增长12%、24%、23%."""

from __future__ import annotations

import re

from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp

_REACH = 120
_LENGTH = 80
_YEAR = len("2020")
_MOST, _PAIR, _NEAR = 6, 2, 24
# 2012-2013年每股收益1.25元、1.58元: what analysts foretell of a firm year by year, be it of two years.
_OF_FIRM = re.compile("每股收益|每股盈利|EPS|净利润|市盈率|P[EB]")
_ITEM = r"-?[0-9][0-9.,]*[万亿]?[%％一-鿿]{0,3}"
_ROW = re.compile(rf"(?<![0-9.、/和]){_ITEM}(?:(?:[、/]|和|与|及|以及){_ITEM})+")
_BREAK = re.compile("[；;。\n]")
# 养老、失业、工伤参保率90%、80%、70%: a list of things is what the numbers are shared out over.
_NAMES = re.compile("[、/]|[^，,]{2}[和与及][^，,]{2}")
_NUMBER = re.compile(r"[0-9][0-9.,]*")


def in_row(document: Document, before: list[Stamp], start: int) -> tuple[Stamp, str] | None:
    """The year of a number in a row as long as the stretch of years last told before it; None where nothing pairs."""
    stamp = before[0] if before else None
    if stamp is None or not stamp.period or start - stamp.end > _REACH:
        return None
    first, _, last = stamp.period.partition("/")
    if len(first) != _YEAR or len(last) != _YEAR or _BREAK.search(document.text, stamp.end, start):
        return None
    years = int(last) - int(first) + 1
    if not 1 < years <= _MOST or (years == _PAIR and not _OF_FIRM.search(document.text, stamp.end, start + _NEAR)):
        return None
    for row in _ROW.finditer(document.text, stamp.end, start + _LENGTH):
        if row.start() <= start < row.end():
            clause = max(stamp.end, *(document.text.rfind(sign, stamp.end, row.start()) for sign in "，,"))
            if _NAMES.search(document.text, clause, row.start()):
                return None
            starts = [number.start() for number in _NUMBER.finditer(document.text, row.start(), row.end())]
            return (stamp, str(int(first) + starts.index(start))) if len(starts) == years and start in starts else None
    return None
