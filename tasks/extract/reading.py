"""What the reader hands on: observations, how each was decided, and the numbers that are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tasks.extract.indicators import Named
from tasks.extract.measures import Measured
from tasks.extract.model import Observation, Reject
from tasks.extract.periods import PeriodDecision
from tasks.extract.regions import RegionDecision
from tasks.extract.status import Standing


class Decision(NamedTuple):
    """How the fields of one observation were decided, for `zhibiao explain`."""

    named: Named
    measured: Measured
    standing: Standing
    period: PeriodDecision
    region: RegionDecision


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader found: observations in text order, a decision for each, and the numbers that are none."""

    observations: list[Observation]
    rejects: list[Reject]
    decisions: list[Decision]

    def moved(self, by: int) -> Reading:
        """The reading of a part as one of the whole, in which the part begins that many code points later."""
        return self.placed(lambda start, end: (start + by, end + by))

    def placed(self, span: Callable[[int, int], tuple[int, int]]) -> Reading:
        """The reading with each span where `span` says that it stands."""
        return Reading(
            [_placed(one, span) for one in self.observations],
            [one._replace(start=start, end=end) for one in self.rejects for start, end in [span(one.start, one.end)]],
            [
                one._replace(
                    period=one.period._replace(trigger=_moved(one.period.trigger, span)),
                    region=one.region._replace(trigger=_moved(one.region.trigger, span)),
                )
                for one in self.decisions
            ],
        )


def _placed(one: Observation, span: Callable[[int, int], tuple[int, int]]) -> Observation:
    start, end = span(one.start, one.end)
    sentence_start, sentence_end = span(one.sentence_start, one.sentence_end)
    return one._replace(start=start, end=end, sentence_start=sentence_start, sentence_end=sentence_end)


def _moved(trigger: tuple[int, int] | None, span: Callable[[int, int], tuple[int, int]]) -> tuple[int, int] | None:
    """The span of a trigger moved along; that of a home, which no word tells, stays empty at the head of the text."""
    return span(*trigger) if trigger and trigger[1] > trigger[0] else trigger
