"""勾稽关系: the arithmetic that the printed figures of one document allow, with a verdict for each piece.

A relation agrees, disagrees, or is not comparable with the reason why. `disagrees` is said only where the words bind
the figures to each other; a fit that chance could make is not reported. Work is linear in the number of figures: each
figure is tried against a bounded neighbourhood.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

import pyarrow as pa

from tasks.contracts import RELATIONS
from tasks.validate.arithmetic.announced import find_announced
from tasks.validate.arithmetic.balances import find_balances
from tasks.validate.arithmetic.bound import find_bound
from tasks.validate.arithmetic.changes import find_changes
from tasks.validate.arithmetic.comparisons import find_comparisons
from tasks.validate.arithmetic.complete import find_complete
from tasks.validate.arithmetic.density import find_densities
from tasks.validate.arithmetic.echoes import find_echoes
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Page, Relation
from tasks.validate.arithmetic.heads import find_heads
from tasks.validate.arithmetic.pulls import find_pulls
from tasks.validate.arithmetic.ratios import find_ratios
from tasks.validate.arithmetic.remainders import find_remainders
from tasks.validate.arithmetic.rows import COLUMNS, Row, page_of
from tasks.validate.arithmetic.series import find_series
from tasks.validate.arithmetic.share_sums import find_share_sums
from tasks.validate.arithmetic.shares import find_shares
from tasks.validate.arithmetic.sublists import find_sublists
from tasks.validate.arithmetic.sums import find_sums
from tasks.validate.arithmetic.tables import find_tables
from tasks.validate.arithmetic.trust import trusted
from tasks.validate.arithmetic.unsaid import find_unsaid

FINDERS: tuple[Callable[[Page], Iterator[Relation]], ...] = (
    find_changes,
    find_sums,
    find_balances,
    find_shares,
    find_ratios,
    find_heads,
    find_densities,
    find_comparisons,
    find_pulls,
    find_series,
    find_share_sums,
    find_tables,
)

AGAIN: tuple[Callable[[Page, Collection[Relation]], Iterator[Relation]], ...] = (
    find_complete,
    find_remainders,
    find_announced,
    find_unsaid,
    find_sublists,
    find_echoes,
    find_bound,
)
"""Finders that go on from what is found."""

_VALUES = itemgetter(*COLUMNS)
_SURE = 2
"""A change that agrees binds both of its levels to a rate beside it, as two shares of a list bind a third."""


def find_relations(observations: Sequence[Mapping[str, Any]], text: str) -> list[Relation]:
    """The relations among the observations of one document (rows by contract column name), in text order.

    The same figures make one relation: the first kind that explains them. A change, rate or share that some figures
    explain is not held against others.
    """
    return _relations_of(page_of([_VALUES(row) for row in observations], text))


def _relations_of(page: Page) -> list[Relation]:
    found: dict[tuple[frozenset[int], int | None], Relation] = {}
    for finder in FINDERS:
        for relation in finder(page):
            found.setdefault(_figures(relation), relation)
    for again in AGAIN:
        for relation in again(page, list(found.values())):
            found.setdefault(_figures(relation), relation)
    told = {r.stated.number for r in found.values() if r.stated and r.kind != "sum" and r.verdict == AGREES}
    kept = [r for r in found.values() if not (_doubts(r) and r.stated and r.stated.number in told)]
    siblings = Counter(_family(relation) for relation in kept if relation.verdict == AGREES)
    siblings.update({("growth", each): _SURE for kind, each in list(siblings) if kind == "difference"})
    judged = (trusted(page, relation, siblings[_family(relation)]) for relation in _once(kept))
    return sorted(judged, key=lambda r: (r.parts[0].start, r.kind, [p.start for p in r.parts]))


def _figures(relation: Relation) -> tuple[frozenset[int], int | None]:
    """What tells a relation from others. A share of one part in several ways of saying its whole is one share."""
    parts = relation.parts[:1] if relation.kind == "share" and relation.verdict == AGREES else relation.parts
    return frozenset(part.number for part in parts), relation.stated.number if relation.stated else None


def _once(relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, of those that doubt one figure the first only, but for sums."""
    doubted: set[int] = set()
    for relation in relations:
        if not (_doubts(relation) and relation.stated):
            yield relation
        elif relation.stated.number not in doubted:
            doubted.add(relation.stated.number)
            yield relation


def _family(relation: Relation) -> tuple[str, frozenset[int]]:
    """What relations of one list share: their figures, or the whole that each is a part of, or both levels."""
    parts = relation.parts if len(relation.parts) > 2 or relation.kind != "share" else relation.parts[1:]
    return relation.kind, frozenset(part.number for part in parts)


def _doubts(relation: Relation) -> bool:
    return relation.kind != "sum" and relation.verdict == DISAGREES


def relation_row(document_id: str, relation: Relation) -> dict[str, Any]:
    """A relation as a row of the RELATIONS contract."""
    parts = [part.id for part in relation.parts]
    stated = relation.stated
    key = "\n".join((document_id, relation.kind, *parts, "=", stated.id if stated else ""))
    return {
        "relation_id": hashlib.sha256(key.encode()).hexdigest()[:24],
        "document_id": document_id,
        "kind": relation.kind,
        "parts": parts,
        "part_mentions": [part.mention for part in relation.parts],
        "stated_id": stated.id if stated else None,
        "stated_mention": stated.mention if stated else None,
        "stated": relation.stated_value,
        "computed": relation.computed,
        "unit": relation.unit,
        "tolerance": relation.tolerance,
        "expression": relation.expression,
        "verdict": relation.verdict,
        "why": relation.why,
    }


def relation_table(observations: pa.Table, documents: pa.Table) -> pa.Table:
    """The relations of every document of a batch, in the contract's order."""
    texts = dict(zip(documents["document_id"].to_pylist(), documents["text"].to_pylist(), strict=True))
    rows: dict[str, dict[str, Any]] = {}
    for document_id, figures in _by_document(observations).items():
        if len(figures) > 1 and document_id in texts:
            for relation in _relations_of(page_of(figures, texts[document_id])):
                row = relation_row(document_id, relation)
                rows.setdefault(row["relation_id"], row)
    table = RELATIONS.from_rows(rows.values())
    return table.sort_by([(name, "ascending") for name in RELATIONS.sort_by])


def _by_document(observations: pa.Table) -> dict[str, list[Row]]:
    """The rows of each document."""
    rows = zip(*(observations[name].to_pylist() for name in COLUMNS), strict=True)
    by_document: dict[str, list[Row]] = {}
    for document_id, row in zip(observations["document_id"].to_pylist(), rows, strict=True):
        by_document.setdefault(document_id, []).append(row)
    return by_document
