"""How sure the reader is of a row: a logistic score over how its fields were decided.

The coefficients are data (seeds/vocabulary/confidence.yaml), fitted by benchmarks/calibrate.py on annotated pages.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tasks.vocabulary import read_yaml

_LONG = 24
_SHORT = 3

if TYPE_CHECKING:
    from tasks.extract.reading import Decision


def features(decision: Decision, mention: str, qualifier: str, linked: bool) -> tuple[str, ...]:
    """The names of the features that hold for a row."""
    length = len(decision.named.name)
    return (
        "name:" + decision.named.rule,
        "period:" + decision.period.rule,
        "region:" + decision.region.rule,
        "measure:" + decision.measured.measure,
        "status:" + decision.standing.status,
        "linked" if linked else "open",
        "name long" if length > _LONG else "name short" if length < _SHORT else "name middling",
        "no unit printed" if _ends_in_number(mention) else "unit printed",
        "exact" if qualifier == "exact" else "bounded",
    )


def _ends_in_number(mention: str) -> bool:
    return mention[-1:].isdigit() or mention[-1:] in "万亿"


class Confidence:
    """Weights by feature and an intercept."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self.intercept = float(vocabulary["intercept"])
        self.weights = {str(name): float(weight) for name, weight in vocabulary["weights"].items()}
        self._known: dict[tuple[str | bool, ...], float] = {}

    def of(self, decision: Decision, mention: str, qualifier: str, linked: bool) -> float:
        """The probability that the row is strictly right, in 0–1 with three digits."""
        length = len(decision.named.name)
        key = (
            decision.named.rule,
            decision.period.rule,
            decision.region.rule,
            decision.measured.measure,
            decision.standing.status,
            linked,
            length > _LONG,
            length < _SHORT,
            _ends_in_number(mention),
            qualifier == "exact",
        )
        known = self._known.get(key)
        if known is None:
            held = features(decision, mention, qualifier, linked)
            score = self.intercept + sum(self.weights.get(item, 0.0) for item in held)
            known = self._known[key] = round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))), 3)
        return known


@lru_cache(maxsize=4)
def default_confidence() -> Confidence:
    """The coefficients of seeds/, read once a process."""
    return Confidence(read_yaml("confidence.yaml"))
