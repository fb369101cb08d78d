"""Blanks that pages print beside figures (2021 年增长 5.3 %) and in front of paragraphs, and the commas that part the
thousands of a figure (3,822万台), left out for reading.

Rules then need not know of them. Table rows keep theirs, since blanks part their cells there; spans are carried back to
the text as printed.
"""

from __future__ import annotations

import re

from tasks.extract.mapped import Mapped

_BLANKS = " \u3000\xa0"
_HAN = "\u4e00-\u9fff"
_SIGNS = "，。；：！？（）、“”《》"
_BESIDE = re.compile(
    rf"(?<=[{_HAN}{_SIGNS}])[{_BLANKS}]{{1,3}}(?=[0-9])|(?<=[0-9])[{_BLANKS}]{{1,3}}(?=[{_HAN}%％‰℃㎡])"
    rf"|(?<=[%％‰])[{_BLANKS}]{{1,3}}(?=[{_HAN}{_SIGNS}])|^[{_BLANKS}]+(?=[^\s])",
    re.M,
)
_LINE = re.compile(r"[^\n]+")
# A line of sentences, and one of cells: two figures with nothing but blanks between them, tabs, bars.
_PROSE = re.compile("[，。；！？]")
_CELLS = re.compile(rf"[0-9%％][{_BLANKS}]+[-+]?[0-9]|[\t|｜]")
_IN_DATE = rf"(?<=[0-9])[{_BLANKS}]{{1,3}}(?=年|月份)"
_DATE = re.compile(_IN_DATE)
_DATE_AND_EDGE = re.compile(rf"{_IN_DATE}|^[{_BLANKS}]+(?=[^\s])", re.M)


# 王府井[24.36 0.00% 资金 研报]百货: the price of the day that a page of finance puts behind the name of a share.
_QUOTE = re.compile(r"\[-?[0-9.]{1,9}[ \u3000]?[-+]?[0-9.]{1,7}%(?:[ \u3000]?[\u4e00-\u9fff]{2,4}){0,4}[ \u3000]?\]")
_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_LEFT_OUT = re.compile(f"{_BESIDE.pattern}|,", re.M)


def closed(text: str) -> Mapped:
    """A text without the blanks beside its figures and the commas inside them, that knows where its characters are
    printed. Linear in length."""
    mapped = Mapped(text)
    gaps = _gaps(text) if any(blank in text for blank in _BLANKS) else set()
    if "," in text:
        gaps |= _commas(text)
    if gaps:
        mapped.sub(_LEFT_OUT, lambda gap: "" if gap.start() in gaps else None)
    if "%" in text and "[" in text:
        mapped.sub(_QUOTE, lambda quote: "")
    return mapped


def _commas(text: str) -> set[int]:
    """Where the commas stand that part the thousands of a figure."""
    return {at for figure in _THOUSANDS.finditer(text) for at in range(figure.start(), figure.end()) if text[at] == ","}


def _gaps(text: str) -> set[int]:
    """Where the blanks to leave out begin: all beside the figures of a sentence, elsewhere those in a year (2021 年)
    and, but in table rows, at the head of a line."""
    gaps: set[int] = set()
    for line in _LINE.finditer(text):
        loose = _BESIDE if _PROSE.search(line[0]) else _DATE_AND_EDGE
        pattern = _DATE if _CELLS.search(line[0]) else loose
        gaps.update(gap.start() for gap in pattern.finditer(text, line.start(), line.end()))
    return gaps
