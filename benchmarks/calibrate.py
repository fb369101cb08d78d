"""Fits the confidence of the reader on annotated pages and writes seeds/vocabulary/confidence.yaml.

A logistic model over the features of tasks.extract.confidence, with a ridge penalty; the table that it prints is
cross-validated: every page is judged by a model that has not seen it. The rules were mended on those pages, so they
flatter: `--unseen` names annotated pages that no rule, or few, were mended on, to which slope and intercept are then
fitted.

    python -m benchmarks.calibrate [--gold DIR ...] [--unseen DIR ...] [--write]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from benchmarks.score import BANDS, ROOT, article, gold_sets
from benchmarks.scoring import read_rows, score
from tasks.extract.confidence import features
from tasks.extract.reader import Reader
from tasks.extract.record import to_record
from tasks.vocabulary import vocabulary_path

FOLDS = 5
PENALTY = 20.0
SLOPE_PENALTY = 4.0
RARE = 12
Floats = npt.NDArray[np.float64]
HEADER = """# How sure the reader is of a row: sigmoid(intercept + the weights of the features that hold), see
# tasks/extract/confidence.py. Made by `python -m benchmarks.calibrate --write`: a logistic model with a ridge
# penalty of {penalty} on {rows} rows of {pages} annotated pages, {right:.3f} of them strictly right{unseen}.
"""
UNSEEN = """, its slope and
# intercept on {rows} rows of {pages} pages that few rules were mended on, {right:.3f} of them strictly right"""


@dataclass(frozen=True)
class Row:
    """One prediction: its page, its features and whether it is strictly right."""

    page: str
    features: frozenset[str]
    right: bool


def rows_of(folder: Path, reader: Reader) -> list[Row]:
    """Every prediction on the annotated pages of a folder."""
    gold = read_rows(folder / "gold.jsonl")
    rows: list[Row] = []
    for doc in dict.fromkeys(row["doc"] for row in gold):
        page = article(folder, doc)
        reading = reader.read(page)
        records = [to_record(found) | {"confidence": place} for place, found in enumerate(reading.observations)]
        mine = [row for row in gold if row["doc"] == doc]
        verdicts = dict(score(mine, records, {doc: page.text}.__getitem__).confident)
        rows += [
            Row(
                f"{folder.name}/{doc}",
                frozenset(features(decision, found.mention, found.qualifier, found.indicator_id is not None)),
                verdicts.get(float(place), False),
            )
            for place, (found, decision) in enumerate(zip(reading.observations, reading.decisions, strict=True))
        ]
    return rows


def logistic(table: Floats, wanted: Floats, ridge: Floats, prior: Floats) -> Floats:
    """The weights of a logistic regression, held towards `prior` by `ridge`: Newton's steps, none longer than one."""
    weights = prior.copy()
    for _ in range(200):
        sure = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        gradient = table.T @ (wanted - sure) - ridge * (weights - prior)
        curvature = (table * (sure * (1 - sure))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        weights += step / max(1.0, float(np.abs(step).max()))
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def fit(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Intercept and weights; features of fewer than RARE rows are left out."""
    counts = Counter(item for row in rows for item in row.features)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    table = np.array([[1.0, *(float(name in row.features) for name in names)] for row in rows])
    wanted = np.array([float(row.right) for row in rows])
    ridge = np.full(table.shape[1], PENALTY)
    ridge[0] = 1e-6
    weights = logistic(table, wanted, ridge, np.zeros(table.shape[1]))
    return float(weights[0]), {name: round(float(weight), 3) for name, weight in zip(names, weights[1:], strict=True)}


def rescaled(model: tuple[float, dict[str, float]], unseen: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """The model with the slope and intercept that fit pages apart from those the rules were mended on."""
    totals = np.array([model[0] + sum(model[1].get(item, 0.0) for item in row.features) for row in unseen])
    wanted = np.array([float(row.right) for row in unseen])
    table = np.column_stack([np.ones_like(totals), totals])
    line = logistic(table, wanted, np.array([1e-6, SLOPE_PENALTY]), np.array([0.0, 1.0]))
    shift, slope = map(float, line)
    return shift + slope * model[0], {name: round(slope * weight, 3) for name, weight in model[1].items()}


def sureness(model: tuple[float, dict[str, float]], row: Row) -> float:
    """The confidence of a row by a model."""
    total = model[0] + sum(model[1].get(item, 0.0) for item in row.features)
    return float(1 / (1 + np.exp(-total)))


def cross_validated(rows: Sequence[Row]) -> list[tuple[float, bool]]:
    """Confidence and rightness of every row, by models that have not seen its page."""
    pages = sorted({row.page for row in rows})
    fold_of = {page: place % FOLDS for place, page in enumerate(pages)}
    judged: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        model = fit([row for row in rows if fold_of[row.page] != fold])
        judged += [(sureness(model, row), row.right) for row in rows if fold_of[row.page] == fold]
    return judged


def reliability(judged: Sequence[tuple[float, bool]]) -> str:
    """Rows, mean confidence and share of right rows by band."""
    lines = ["confidence  rows  mean   right"]
    for low, high in pairwise(BANDS):
        band = [(sure, good) for sure, good in judged if low <= sure < high]
        if band:
            mean, right = sum(s for s, _ in band) / len(band), sum(g for _, g in band) / len(band)
            lines.append(f"{low:.1f}–{min(high, 1.0):.1f}  {len(band):8d}  {mean:.3f}  {right:.3f}")
    return "\n".join(lines)


def _summary(rows: Sequence[Row]) -> dict[str, float]:
    right = sum(row.right for row in rows) / len(rows)
    return {"rows": len(rows), "pages": len({row.page for row in rows}), "right": right}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print the cross-validated table, and write the coefficients when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    beside = ROOT.parent / "shared" / "gold"
    parser.add_argument("--gold", type=Path, nargs="*", default=[beside] if beside.is_dir() else [])
    parser.add_argument(
        "--unseen", type=Path, nargs="*", default=[], help="annotated pages that few rules were mended on"
    )
    parser.add_argument("--write", action="store_true", help="write seeds/vocabulary/confidence.yaml")
    options = parser.parse_args(arguments)
    reader = Reader()
    folders = {path: None for gold in [None, *options.gold] for _, path in gold_sets(gold)}
    rows = [row for folder in folders for row in rows_of(folder, reader)]
    print(reliability(cross_validated(rows)))
    model, said = fit(rows), ""
    if options.unseen:
        unseen = [row for folder in options.unseen for row in rows_of(folder, reader)]
        model, said = rescaled(model, unseen), UNSEEN.format(**_summary(unseen))
        print("on the unseen pages:\n" + reliability([(sureness(model, row), row.right) for row in unseen]))
    if options.write:
        header = HEADER.format(penalty=PENALTY, unseen=said, **_summary(rows))
        body = yaml.safe_dump({"intercept": round(model[0], 3), "weights": model[1]}, allow_unicode=True, width=120)
        vocabulary_path("confidence.yaml").write_text(header + body, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
