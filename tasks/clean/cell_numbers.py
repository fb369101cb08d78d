"""Figures within one cell of a web table: which of those that blanks or line breaks part are one number.

The cells of a row are apart by one blank, so none may stay between two figures of the same cell: the last one would be
read as the cell.
"""

from __future__ import annotations

import re

THIN = "\u202f"
"""Stands between the groups of digits of one number, which the normal form joins on record."""
APART = "、"
"""Stands between the figures of one cell that are not one number."""
_DIGITS = rf"(?:\d[\d,，.{THIN}]*)"
_GAP = re.compile("[ \u2000-\u200a\u202f\u205f]")
_GROUPS = re.compile(r"(?<![\d.,，])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?![\d,，]| \d)")
_COMMA = re.compile(r"(?<=\d[,，]) (?=\d{3}(?!\d))")
_SEVERAL = re.compile(rf"(?!0\d)[-+±]?{_DIGITS}[%‰％]?(?: [-+±]?{_DIGITS}[%‰％]?)+ ?[\u4e00-\u9fff]{{0,4}}")
_BETWEEN = re.compile(r" (?=[-+±]?\d)")
_SIGN = re.compile(rf"{_GAP.pattern}[-+±]?\d")


def in_one_cell(text: str) -> str:
    """The text of a cell, its figures in a form that keeps the borders of the cell: 8 901 one number, 86 21 two."""
    if _SIGN.search(text) is None:
        return text
    text = _COMMA.sub("", _GAP.sub(" ", text))
    text = _GROUPS.sub(lambda number: number[0].replace(" ", THIN), text)
    return _BETWEEN.sub(APART, text) if _SEVERAL.fullmatch(text) else text
