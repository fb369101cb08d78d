"""What the reader hands on: observations, how each was decided, and the numbers that are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tasks.extract.blanks import Placed
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
        return self.placed(lambda at: at + by)

    def placed(self, at: Placed) -> Reading:
        """The reading with each code point where `at` says that it stands."""
        return Reading(
            [
                one._replace(
                    start=at(one.start),
                    end=_end(one.end, at),
                    sentence_start=at(one.sentence_start),
                    sentence_end=_end(one.sentence_end, at),
                )
                for one in self.observations
            ],
            [one._replace(start=at(one.start), end=_end(one.end, at)) for one in self.rejects],
            [
                one._replace(
                    period=one.period._replace(trigger=_moved(one.period.trigger, at)),
                    region=one.region._replace(trigger=_moved(one.region.trigger, at)),
                )
                for one in self.decisions
            ],
        )


def _end(end: int, at: Placed) -> int:
    """The end of a span whose last code point moves along."""
    return at(end - 1) + 1 if end else 0


def _moved(trigger: tuple[int, int] | None, at: Placed) -> tuple[int, int] | None:
    """The span of a trigger moved along; that of a home, which no word tells, stays empty at the head of the text."""
    return (at(trigger[0]), _end(trigger[1], at)) if trigger and trigger[1] > trigger[0] else trigger
