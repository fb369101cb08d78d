"""What the reader hands on: observations, how each was decided, and the numbers that are none."""

from __future__ import annotations

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
        return Reading(
            [
                one._replace(
                    start=one.start + by,
                    end=one.end + by,
                    sentence_start=one.sentence_start + by,
                    sentence_end=one.sentence_end + by,
                )
                for one in self.observations
            ],
            [one._replace(start=one.start + by, end=one.end + by) for one in self.rejects],
            [
                one._replace(
                    period=one.period._replace(trigger=_moved(one.period.trigger, by)),
                    region=one.region._replace(trigger=_moved(one.region.trigger, by)),
                )
                for one in self.decisions
            ],
        )


def _moved(trigger: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    """The span of a trigger moved along; that of a home, which no word tells, stays empty at the head of the text."""
    return (trigger[0] + by, trigger[1] + by) if trigger and trigger[1] > trigger[0] else trigger
