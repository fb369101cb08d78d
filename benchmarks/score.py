"""`make score`: reads annotated pages, scores the observations and writes docs/quality.md.

The seed pages stand in tests/golden/seeds. Further sets are read from `--gold DIR` (folders with gold.jsonl,
NNN.clean.txt and NNN.meta.json), by default the development gold beside the checkout where there is one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.scoring import FIELDS, Score, read_rows, score
from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.record import to_record

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "tests" / "golden" / "seeds"
REPORT = ROOT / "docs" / "quality.md"
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)


def article(folder: Path, doc: str) -> Article:
    """An annotated page as the reader takes it."""
    path = folder / f"{doc}.meta.json"
    meta = json.loads(path.read_text("utf-8")) if path.exists() else {}
    text = (folder / f"{doc}.clean.txt").read_text("utf-8")
    return Article(doc, text, meta.get("title"), meta.get("published_at"), meta.get("publisher"))


def predictions(folder: Path, docs: Sequence[str], reader: Reader) -> list[dict[str, Any]]:
    """What the reader finds on the pages, as `zhibiao extract` writes it."""
    return [to_record(found) for doc in docs for found in reader.read(article(folder, doc)).observations]


def score_folder(folder: Path, reader: Reader) -> tuple[Score, list[dict[str, Any]]]:
    """Score one set and return the predictions as well."""
    gold = read_rows(folder / "gold.jsonl")
    docs = list(dict.fromkeys(row["doc"] for row in gold))
    found = predictions(folder, docs, reader)
    texts = {doc: article(folder, doc).text for doc in docs}
    return score(gold, found, texts.__getitem__), found


def judged_elsewhere(scorer: Path, folder: Path, found: Sequence[dict[str, Any]]) -> str:
    """The verdict of the gold's own scorer on the same predictions."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "predictions.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
        command = [sys.executable, str(scorer), str(folder / "gold.jsonl"), str(folder), str(path)]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def gold_sets(gold: Path | None) -> list[tuple[str, Path]]:
    """The seed set of the tests and every folder with a gold.jsonl under `gold`."""
    sets = [("seeds", SEEDS)]
    if gold is not None and gold.is_dir():
        folders = [path.parent for path in sorted(gold.glob("**/gold.jsonl"))]
        sets += [(f"development {path.name}", path) for path in folders if path.name != "seeds"]
    return sets


def table(scores: Sequence[tuple[str, Score]]) -> str:
    """The figures of all sets as a Markdown table."""
    head = ["set", "pages", "rows", "detection F1", "strict F1", *FIELDS, "on rejects"]
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    for name, one in scores:
        shares = [f"{one.share(item):.3f}" for item in FIELDS]
        cells = [name, one.documents, one.gold, f"{one.detection:.3f}", f"{one.strict_f1:.3f}", *shares, one.on_rejects]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines)


def faults(scores: Sequence[tuple[str, Score]]) -> str:
    """How often each sort of error occurs, by set."""
    counts = {name: Counter(sort for sort, _, _ in one.faults) for name, one in scores}
    sorts = ["missed", "spurious", *FIELDS]
    lines = ["| error | " + " | ".join(counts) + " |", "|" + " --- |" * (len(counts) + 1)]
    lines += [f"| {sort} | " + " | ".join(str(counts[name][sort]) for name in counts) + " |" for sort in sorts]
    return "\n".join(lines)


def calibration(scores: Sequence[tuple[str, Score]]) -> str:
    """Rows by band of confidence and the share of them that is strictly right."""
    pairs = [pair for _, one in scores for pair in one.confident]
    lines = ["| confidence | rows | mean confidence | strictly right |", "| --- | --- | --- | --- |"]
    for low, high in pairwise(BANDS):
        band = [(sure, good) for sure, good in pairs if low <= sure < high]
        if band:
            mean = sum(sure for sure, _ in band) / len(band)
            right = sum(good for _, good in band) / len(band)
            lines.append(f"| {low:.1f}–{min(high, 1.0):.1f} | {len(band)} | {mean:.2f} | {right:.2f} |")
    return "\n".join(lines)


def report(scores: Sequence[tuple[str, Score]]) -> str:
    """The committed report."""
    return f"""# Quality of the extraction

Written by `make score`; do not edit. The rows are annotated by hand; fields are counted on the mentions that match.
The sets are the ones that the rules were developed on, so unseen pages score lower.

## Scores

{table(scores)}

## Errors by sort

{faults(scores)}

## Confidence

{calibration(scores)}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Score all sets, print the tables and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    beside = ROOT.parent / "shared" / "gold"
    parser.add_argument("--gold", type=Path, default=beside if beside.is_dir() else None, help="folder of further sets")
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="print the first N faults of each set")
    parser.add_argument("--no-report", action="store_true", help="leave docs/quality.md as it is")
    options = parser.parse_args(arguments)
    reader = Reader()
    scores: list[tuple[str, Score]] = []
    for name, folder in gold_sets(options.gold):
        one, found = score_folder(folder, reader)
        scores.append((name, one))
        for sort, doc, words in one.faults[: options.faults]:
            print(f"{name} {doc} {sort}: {words}")
        scorer = options.gold / "score.py" if options.gold else None
        if scorer is not None and scorer.exists():
            print(name, judged_elsewhere(scorer, folder, found).strip(), sep="\n")
    print(table(scores), faults(scores), calibration(scores), sep="\n\n")
    if not options.no_report:
        REPORT.write_text(report(scores), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
