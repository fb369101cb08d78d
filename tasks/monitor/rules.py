"""Warning rules as data: which value of which indicator calls for attention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasks.vocabulary import read_yaml

RULES_FILE = "warning_rules.yaml"
CATALOGUE_FILE = "indicators.yaml"
COLOURS = ("red", "yellow")
"""The gravest first; black marks need no rule."""
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
    since: int | None = None

    def applies(self, value: float, period: str | None) -> bool:
        """Whether a value of a period (ISO 8601) calls for this warning; `since` needs a period to be told."""
        if self.since is not None and (period is None or int(period[:4]) < self.since):
            return False
        return value < self.threshold if self.comparison == "below" else value > self.threshold


def load_rules() -> list[WarningRule]:
    """The rules of seeds/vocabulary/warning_rules.yaml, in file order. Raises WarningRulesError.

    A rule that names no indicator of the catalogue, or a measure that it does not have, would never speak: an error.
    """
    rules = [_rule(entry) for entry in read_yaml(RULES_FILE)["rules"]]
    ids = [rule.id for rule in rules]
    for twice in {each for each in ids if ids.count(each) > 1}:
        raise WarningRulesError(f"rule {twice} stands twice")
    measures = {entry["id"]: entry["measures"] for entry in read_yaml(CATALOGUE_FILE)["indicators"]} if rules else {}
    for rule in rules:
        if rule.measure not in measures.get(rule.indicator_id, ()):
            raise WarningRulesError(f"rule {rule.id}: the catalogue has no {rule.measure} of {rule.indicator_id}")
    return rules


def _rule(entry: dict[str, Any]) -> WarningRule:
    try:
        rule = WarningRule(**entry)
    except TypeError as error:
        raise WarningRulesError(f"rule {entry.get('id', entry)}: {error}") from error
    if rule.colour not in COLOURS or rule.comparison not in COMPARISONS:
        raise WarningRulesError(f"rule {rule.id}: colour is one of {COLOURS}, comparison one of {COMPARISONS}")
    if isinstance(rule.threshold, bool) or not isinstance(rule.threshold, int | float):
        raise WarningRulesError(f"rule {rule.id}: the threshold is a number, not {rule.threshold!r}")
    return rule
