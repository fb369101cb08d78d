"""Years that a text tells twice, by a word and in brackets: 今（2021）年, 去（113）年 of the Republic."""

from __future__ import annotations

import re

from tasks.extract import dates_calendar as cal
from tasks.extract.dates_calendar import Window
from tasks.extract.dates_grammar import BRACKETED_YEARS, Clock

_CENTURY = 1000
_APART = 1


def year_in_brackets(found: re.Match[str], _: Window | None, clock: Clock) -> Window | None:
    """The year in the brackets, in that of the Republic where it has three digits or fewer; None where the word before
    them says another one."""
    year = int(found["by"])
    year += cal.REPUBLIC if year < _CENTURY else 0
    meant = clock.ref.year + BRACKETED_YEARS[found["bw"]] if clock.ref else year
    return cal.year(year) if abs(meant - year) <= _APART else None
