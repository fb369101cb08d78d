"""Compares observations with annotated ones: detection, fields and the strict score. Pure, standard library only.

A prediction and an annotated mention match when their spans share at least half of their union, one to one. `strict`
counts a match only when value, unit, measure, status, region, period and indicator are all right; the indicator is
right when its name (or the catalogue's) holds every term that the annotation asks for.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
Span = tuple[int, int]

FIELDS = ("value", "unit", "measure", "status", "qualifier", "region", "period", "indicator")
STRICT = tuple(name for name in FIELDS if name != "qualifier")

_ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "人 名 位 口人",
        "% ％",
        "公斤 千克",
        "平方公里 平方千米",
        "公里 千米",
        "天 日",
        "千瓦时 度",
        "户 户家庭",
        "月 个月",
        "元/月 元/人·月 元/人/月",
        "元/人/年 元/人·年",
    )
)


@dataclass
class Score:
    """Counts over one set of documents; `faults` are (sort, document, words)."""

    documents: int = 0
    gold: int = 0
    predicted: int = 0
    matched: int = 0
    strict: int = 0
    on_rejects: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    confident: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence and strict rightness of every prediction."""

    def f1(self, hits: int) -> float:
        """F1 of a number of hits over what was annotated and what was found."""
        return 2 * hits / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    @property
    def detection(self) -> float:
        """F1 of finding the mentions."""
        return self.f1(self.matched)

    @property
    def strict_f1(self) -> float:
        """F1 of rows that are right in every strict field."""
        return self.f1(self.strict)

    def share(self, name: str) -> float:
        """Share of the matches in which a field is right."""
        return self.fields[name] / self.matched if self.matched else 0.0


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def score(gold: Iterable[Row], predictions: Iterable[Row], text_of: Callable[[str], str]) -> Score:
    """Score predictions against annotated rows; `text_of` gives the clean text of a document."""
    result = Score()
    placed: dict[str, list[tuple[Span, Row]]] = defaultdict(list)
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in gold:
        placed[row["doc"]].append((place(row, text_of(row["doc"]), seen), row))
    found: dict[str, list[Row]] = defaultdict(list)
    for row in predictions:
        found[row["doc"]].append(row)
    for doc in sorted(placed):
        _score_document(result, doc, placed[doc], found[doc], text_of(doc))
    return result


def place(row: Row, text: str, seen: Counter[tuple[Any, ...]]) -> Span:
    """Where an annotated mention stands; a quote that recurs is taken in the order of the rows."""
    key = (row["doc"], row["quote"], row["mention"], row.get("nth", 1))
    seen[key] += 1
    at = _nth(text, row["quote"], seen[key])
    at = text.find(row["quote"]) if at < 0 else at
    inner = _nth(row["quote"], row["mention"], row.get("nth", 1))
    if at < 0 or inner < 0:
        raise ValueError(f"{row['doc']}: {row['mention']!r} in {row['quote']!r} is not in the text")
    return at + inner, at + inner + len(row["mention"])


def _nth(text: str, needle: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.find(needle, at + 1)
        if at < 0:
            break
    return at


def _score_document(result: Score, doc: str, gold: Sequence[tuple[Span, Row]], found: Sequence[Row], text: str) -> None:
    facts = [(span, row) for span, row in gold if row["label"] != "reject"]
    rejects = [span for span, row in gold if row["label"] == "reject"]
    pairs = _match([span for span, _ in facts], [(row["start"], row["end"]) for row in found])
    result.documents += 1
    result.gold += len(facts)
    result.predicted += len(found)
    result.matched += len(pairs)
    for fact, guess in pairs.items():
        _score_pair(result, doc, facts[fact][1], found[guess])
    result.faults += [("missed", doc, _words(row)) for i, (_, row) in enumerate(facts) if i not in pairs]
    taken = set(pairs.values())
    for index, row in enumerate(found):
        if index not in taken:
            span = (row["start"], row["end"])
            result.on_rejects += any(overlap(span, reject) > 0 for reject in rejects)
            result.faults.append(("spurious", doc, text[max(0, span[0] - 12) : span[1] + 8].replace("\n", " ")))
            result.confident.append((float(row.get("confidence") or 0.0), False))


def _score_pair(result: Score, doc: str, gold: Row, guess: Row) -> None:
    right = {name: is_right(name, gold, guess) for name in FIELDS}
    result.fields.update(name for name in FIELDS if right[name])
    good = all(right[name] for name in STRICT)
    result.strict += good
    result.confident.append((float(guess.get("confidence") or 0.0), good))
    result.faults += [(name, doc, f"{_words(gold)}: {_got(name, guess)}") for name in FIELDS if not right[name]]


def _words(row: Row) -> str:
    return f"{row['mention']} in {row['quote']}"


def _got(name: str, row: Row) -> Any:
    return row.get({"region": "region_code"}.get(name, name))


def _match(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    shares = sorted(
        ((share, i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if (share := overlap(a, b)) >= 0.5),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in shares:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def overlap(a: Span, b: Span) -> float:
    """Length of the intersection over that of the union."""
    inter = min(a[1], b[1]) - max(a[0], b[0])
    return inter / (max(a[1], b[1]) - min(a[0], b[0])) if inter > 0 else 0.0


def is_right(name: str, gold: Row, guess: Row) -> bool:
    """Whether one field of a prediction agrees with the annotation."""
    return _RULES.get(name, _same)(name, gold, guess)


def _same(name: str, gold: Row, guess: Row) -> bool:
    return (guess.get(name) or None) == (gold.get(name) or None)


def _value(_: str, gold: Row, guess: Row) -> bool:
    return all(_number(guess.get(key), gold.get(key)) for key in ("value", "value_high"))


def _number(a: Any, b: Any) -> bool:
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= 1e-6 * max(1.0, abs(float(b)))


def _unit(_: str, gold: Row, guess: Row) -> bool:
    a, b = guess.get("unit") or "", gold.get("unit") or ""
    return a == b or any(a in group and b in group for group in _ALIKE)


def _indicator(_: str, gold: Row, guess: Row) -> bool:
    said = f"{guess.get('indicator') or ''}|{guess.get('indicator_name') or ''}"
    return all(term in said for term in gold.get("terms") or ())


_RULES: dict[str, Callable[[str, Row, Row], bool]] = {
    "value": _value,
    "unit": _unit,
    "indicator": _indicator,
    "status": lambda _, gold, guess: (guess.get("status") or "observation") == gold["label"],
    "region": lambda _, gold, guess: (guess.get("region_code") or None) == (gold.get("adcode") or None),
    "qualifier": lambda _, gold, guess: (guess.get("qualifier") or "exact") == (gold.get("qualifier") or "exact"),
}
