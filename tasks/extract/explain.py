"""Shows how the reader came to each field: the marked sentence, rules and triggers, and what it rejected."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from tasks.extract.clauses import DATE, MENTION, sentence_bounds
from tasks.extract.model import Article, Observation, Reject
from tasks.extract.reader import Reader
from tasks.extract.reading import Decision
from tasks.extract.record import to_record

_WIDTH = 240
_DATE = re.compile(f"{DATE}+")
_NUMBER = re.compile(f"{MENTION}+")


def explain(article: Article, only_start: int | None = None, reader: Reader | None = None) -> str:
    """The reading of an article in words, in text order; `only_start` keeps the number that starts at that offset."""
    blocks = [
        _observation_text(item) if item["kind"] == "observation" else _reject_text(item)
        for item in explanations(article, reader)
        if only_start is None or item["start"] == only_start
    ]
    return "\n\n".join(blocks) + "\n" if blocks else "no number found\n"


def explanations(article: Article, reader: Reader | None = None) -> list[dict[str, Any]]:
    """The same as plain values: one dict a number, of kind `observation` or `reject`, in text order."""
    reading = (reader or Reader()).read(article)
    bounds = sentence_bounds(article.text)
    items = [
        _observation(article.text, found, decision)
        for found, decision in zip(reading.observations, reading.decisions, strict=True)
    ]
    items += [_reject(article.text, reject, bounds) for reject in reading.rejects]
    return sorted(items, key=lambda item: (item["start"], item["end"]))


def marked(text: str, start: int, end: int, left: int, right: int) -> str:
    """`text[left:right]` on one line with the span between 【 and 】, cut to a readable width around it."""
    left, right = max(left, start - _WIDTH), min(right, end + _WIDTH)
    return f"{text[left:start]}【{text[start:end]}】{text[end:right]}".strip().replace("\n", " ")


def _observation(text: str, found: Observation, decision: Decision) -> dict[str, Any]:
    record = to_record(found)
    record.pop("doc")
    return {
        "kind": "observation",
        "sentence": marked(text, found.start, found.end, found.sentence_start, found.sentence_end),
        **record,
        "baseline": found.baseline,
        "baseline_period": found.baseline_period,
        "why": {
            "indicator": {
                "rule": decision.named.rule,
                "before": decision.named.before,
                "after": decision.named.after,
                "in_list": decision.named.listed,
            },
            "measure": {"trigger": decision.measured.trigger, "sign": decision.measured.sign},
            "status": {"trigger": decision.standing.trigger},
            "period": {"rule": decision.period.rule, "trigger": _words(text, decision.period.trigger)},
            "region": {"rule": decision.region.rule, "trigger": _words(text, decision.region.trigger)},
        },
    }


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def _reject(text: str, reject: Reject, bounds: Sequence[int]) -> dict[str, Any]:
    here = bisect_right(bounds, reject.start) - 1
    left, right = bounds[here], bounds[min(here + 1, len(bounds) - 1)]
    return {
        "kind": "reject",
        "start": reject.start,
        "end": reject.end,
        "mention": text[reject.start : reject.end],
        "why": reject.why,
        "rule": reject.rule,
        "sentence": marked(text, reject.start, reject.end, left, right),
    }


def _observation_text(item: dict[str, Any]) -> str:
    why = item["why"]
    value = item["value"] if item["value_high"] is None else f"{item['value']} – {item['value_high']}"
    linked = (
        f"{item['indicator_id']} {item['indicator_name']}" if item["indicator_id"] else "open: no catalogue entry fits"
    )
    name = why["indicator"]
    rows = [
        ("value", f"{value} {item['unit']}", item["qualifier"]),
        ("indicator", item["indicator"], f"{name['rule']}: {_shown(name['before'])} … {_shown(name['after'])}"),
        ("catalogue", linked, ""),
        ("measure", item["measure"], f"{why['measure']['trigger']}{', falling' if why['measure']['sign'] < 0 else ''}"),
        ("status", item["status"], why["status"]["trigger"]),
        ("region", f"{item['region']} ({item['region_code']})", _rule(why["region"])),
        ("period", item["period"], _rule(why["period"])),
        ("baseline", " ".join(filter(None, (item["baseline"], item["baseline_period"]))), ""),
        ("confidence", item["confidence"], ""),
    ]
    return "\n".join([f"{item['start']}–{item['end']} {item['sentence']}", *_rows(rows)])


def _rows(rows: Iterable[tuple[str, Any, str]]) -> list[str]:
    return [
        f"  {label:<11}{'-' if value in (None, '') else value}{f'   [{reason}]' if reason else ''}"
        for label, value, reason in rows
        if label != "baseline" or value
    ]


def _rule(why: dict[str, Any]) -> str:
    return f"{why['rule']}: {why['trigger']}" if why["trigger"] else str(why["rule"])


def _shown(words: str) -> str:
    """Words of the masked text: a date as ⟨date⟩, another number as ⟨number⟩."""
    return _NUMBER.sub("⟨number⟩", _DATE.sub("⟨date⟩", words)).strip() or "nothing"


def _reject_text(item: dict[str, Any]) -> str:
    return f"{item['start']}–{item['end']} {item['sentence']}\n  rejected   {item['why']}   [{item['rule']}]"
