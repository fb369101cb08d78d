"""Text in CSV files, which people open in spreadsheets whatever the files are meant for."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_text(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> as_text("=1+1"), as_text("粮食产量")
    ("'=1+1", '粮食产量')
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
