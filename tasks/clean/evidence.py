"""What a page says for the facts of its article, gathered before they are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.clean.byline import Byline
from tasks.clean.dates import Moment
from tasks.clean.head_facts import HeadFacts
from tasks.clean.line import Line


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that speaks for a fact: bylines above and below the body, machine facts, lines as they stand.

    `outer_dates` stand bare above the title, where a page may show the day on which it is looked at.
    """

    above: Byline
    below: Byline
    head: HeadFacts
    above_lines: Sequence[Line]
    below_lines: Sequence[Line]
    body: Sequence[Line]
    url: str = ""
    latest: str = ""
    before_lines: Sequence[Line] = ()
    outer_dates: Sequence[Moment] = ()
