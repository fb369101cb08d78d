"""How sure the reader is of a row: a logistic score over how its fields were decided.

The coefficients are data (seeds/vocabulary/confidence.yaml), fitted by benchmarks/calibrate.py on annotated pages.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tasks.extract.model import Quantity
from tasks.vocabulary import read_yaml

if TYPE_CHECKING:
    from tasks.extract.reader import Decision


def features(decision: Decision, quantity: Quantity, name: str, linked: bool) -> list[str]:
    """The names of the features that hold for a row."""
    found = [
        f"name:{decision.named.rule}",
        f"period:{decision.period_rule}",
        f"region:{decision.region_rule}",
        f"measure:{decision.measured.measure}",
        f"status:{decision.standing.status}",
        f"kind:{quantity.kind}",
        "linked" if linked else "open",
    ]
    if len(name) > 24:
        found.append("name long")
    elif len(name) < 3:
        found.append("name short")
    if quantity.number_end == quantity.end:
        found.append("no unit printed")
    if quantity.qualifier != "exact":
        found.append("bounded")
    return found


class Confidence:
    """Weights by feature and an intercept."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self.intercept = float(vocabulary["intercept"])
        self.weights = {str(name): float(weight) for name, weight in vocabulary["weights"].items()}

    def of(self, decision: Decision, quantity: Quantity, name: str, linked: bool) -> float:
        """The probability that the row is strictly right, in 0–1 with three digits."""
        weights = self.weights
        score = self.intercept + sum(weights.get(item, 0.0) for item in features(decision, quantity, name, linked))
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))), 3)


@lru_cache(maxsize=4)
def default_confidence() -> Confidence:
    """The coefficients of seeds/, read once a process."""
    return Confidence(read_yaml("confidence.yaml"))
