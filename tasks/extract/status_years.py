"""Years that lie ahead of publication: 到2030年, 到“十五五”末, 到年底, 今年年底前."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.extract.dates_calendar import parse_published

_YEAR = re.compile(r"(?<![0-9“])(?:到|至)(20\d\d)年(?!度|.{0,4}(?:以来|为止))")
_FIVE_YEARS = re.compile(
    r"(?P<to>(?<!截)[到至])?“?十(?P<plan>[四五六七])五”?(?:规划)?(?P<end>期?末|时期末)?(?:时期|期间)?"
)
_FIVE_YEAR_END = {"四": 2025, "五": 2030, "六": 2035, "七": 2040}
_YEAR_END = re.compile(
    r"(?:(?<!截)[到至]|(?=(?:20\d\d年|今年|年)年?[底末]前))(?:(20\d\d)年|今年|(?<![去上前0-9年])年)年?[底末]前?"
)
_LATE = 10


def year_to_end(published_at: str | None, reporting: str | None) -> int:
    """The year of publication where its end lies well ahead and the text reports on no earlier year, else 0."""
    published = parse_published(published_at)
    if published is None or published.month > _LATE or (reporting and reporting[:4] < f"{published.year:04d}"):
        return 0
    return published.year


def reviewed_year(published_at: str | None) -> int | None:
    """The last year that a report looks back on: the one before publication, from November on the year itself."""
    published = parse_published(published_at)
    if published is None:
        return None
    return published.year if published.month > _LATE else published.year - 1


def years(text: str, start: int, end: int, due: int) -> Iterator[tuple[re.Match[str], int]]:
    """Mentions of years that may be deadlines, each with the first publication year that it is no longer ahead of."""
    if text.find("20", start, end) >= 0:
        yield from ((match, int(match[1])) for match in _YEAR.finditer(text, start, end))
    if text.find("十", start, end) >= 0:
        yield from ((match, _of_plan(match)) for match in _FIVE_YEARS.finditer(text, start, end))
    if due and text.find("年", start, end) >= 0:
        ends = _YEAR_END.finditer(text, start, end)
        yield from ((match, due + 1) for match in ends if int(match[1] or due) == due)


def _of_plan(match: re.Match[str]) -> int:
    """The first year of a plan, or its last where the words lead to its end (到“十四五”末)."""
    end = _FIVE_YEAR_END[match["plan"]]
    return end if match["to"] and match["end"] else end - 4
