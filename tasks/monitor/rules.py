"""Warning rules as data: which value of which indicator calls for attention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasks.vocabulary import read_yaml

RULES_FILE = "warning_rules.yaml"
COLOURS = ("red", "yellow", "black")
COMPARISONS = ("below", "above")


class WarningRulesError(ValueError):
    """A rule file that cannot be used; the message names the rule and the fault."""


@dataclass(frozen=True)
class WarningRule:
    """Raise `colour` when a value of the indicator lies below or above the threshold (base unit)."""

    id: str
    colour: str
    indicator_id: str
    measure: str
    unit: str
    comparison: str
    threshold: float
    message: str

    def applies(self, value: float) -> bool:
        """Whether a value calls for this warning."""
        return value < self.threshold if self.comparison == "below" else value > self.threshold


def load_rules() -> list[WarningRule]:
    """The rules of seeds/vocabulary/warning_rules.yaml, in file order. Raises WarningRulesError."""
    return [_rule(entry) for entry in read_yaml(RULES_FILE)["rules"]]


def _rule(entry: dict[str, Any]) -> WarningRule:
    try:
        rule = WarningRule(**entry)
    except TypeError as error:
        raise WarningRulesError(f"rule {entry.get('id', entry)}: {error}") from error
    if rule.colour not in COLOURS or rule.comparison not in COMPARISONS:
        raise WarningRulesError(f"rule {rule.id}: colour is one of {COLOURS}, comparison one of {COMPARISONS}")
    return rule
