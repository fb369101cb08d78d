"""How sure the reader is of a row: a logistic score over how its fields were decided.

The coefficients are data (seeds/vocabulary/confidence.yaml), fitted by benchmarks/calibrate.py on annotated pages.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tasks.extract.model import Observation
from tasks.vocabulary import read_yaml

_LONG = 24
_SHORT = 3

if TYPE_CHECKING:
    from tasks.extract.reader import Decision


def features(decision: Decision, found: Observation) -> list[str]:
    """The names of the features that hold for a row; its confidence is not among them."""
    name = found.indicator
    held = [
        f"name:{decision.named.rule}",
        f"period:{decision.period.rule}",
        f"region:{decision.region.rule}",
        f"measure:{found.measure}",
        f"status:{found.status}",
        "linked" if found.indicator_id else "open",
    ]
    if len(name) > _LONG:
        held.append("name long")
    elif len(name) < _SHORT:
        held.append("name short")
    if found.mention[-1:].isdigit() or found.mention[-1:] in "万亿":
        held.append("no unit printed")
    if found.qualifier != "exact":
        held.append("bounded")
    return held


class Confidence:
    """Weights by feature and an intercept."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self.intercept = float(vocabulary["intercept"])
        self.weights = {str(name): float(weight) for name, weight in vocabulary["weights"].items()}

    def of(self, decision: Decision, found: Observation) -> float:
        """The probability that the row is strictly right, in 0–1 with three digits."""
        weights = self.weights
        score = self.intercept + sum(weights.get(item, 0.0) for item in features(decision, found))
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))), 3)


@lru_cache(maxsize=4)
def default_confidence() -> Confidence:
    """The coefficients of seeds/, read once a process."""
    return Confidence(read_yaml("confidence.yaml"))
