"""What a reason code means and what a user should do: from the suites, and from reasons.yaml for the other stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.validate.suites import Suite, load_suites
from tasks.vocabulary import read_yaml


@dataclass(frozen=True)
class Reason:
    """One code: the stage or table that gives it, how grave it is, what it says and what to do, in zh and en."""

    code: str
    where: str
    severity: str
    says: Mapping[str, str]
    remedy: Mapping[str, str]


def all_reasons(suites: Mapping[str, Suite] | None = None) -> list[Reason]:
    """Every reason code, by the stage or table that gives it."""
    found = (*_from_vocabulary(), *_from_suites(suites or load_suites()))
    return sorted(found, key=lambda reason: (reason.where, reason.code))


def reason_of(code: str, stage: str, reasons: Sequence[Reason]) -> Reason | None:
    """The reason of a code that a stage gave; `http_404` is found under `http_*`. None for an unknown code."""
    family = f"{code.split('_')[0]}_*"
    fitting = [r for r in reasons if r.code in (code, family) and r.where.startswith(stage)]
    return fitting[0] if fitting else None


def _from_suites(suites: Mapping[str, Suite]) -> Iterator[Reason]:
    for suite in suites.values():
        for rule in suite.expectations:
            yield Reason(rule.rule_id, f"validate: {suite.table}", rule.severity, rule.notes, rule.remedy)


def _from_vocabulary() -> Iterator[Reason]:
    for stage, codes in read_yaml("reasons.yaml").items():
        for code, entry in codes.items():
            yield Reason(code, stage, entry.get("severity", "critical"), entry["says"], entry["remedy"])


def as_markdown(reasons: Sequence[Reason]) -> str:
    """docs/reasons.md: a table a stage."""
    lines = [
        "# Reason codes",
        "",
        "Every row in quarantine names one or more of these codes. This page is made from `expectations/*.json` and",
        "`seeds/vocabulary/reasons.yaml` by `zhibiao quarantine reasons --markdown`; a test holds the two together.",
        "Look at a row with `zhibiao quarantine explain ID`; then release it (`release ID --note`), reject it",
        "(`reject ID --note`), declare a correction in `seeds/corrections.yaml`, or mend the rule and `replay`.",
    ]
    where = None
    for reason in reasons:
        if reason.where != where:
            where = reason.where
            lines += ["", f"## {where}", "", "| code | severity | says | what to do |", "| --- | --- | --- | --- |"]
        says, remedy = (f"{text['zh']}<br>{text['en']}" for text in (reason.says, reason.remedy))
        lines.append(f"| `{reason.code}` | {reason.severity} | {says} | {remedy} |")
    return "\n".join(lines) + "\n"
