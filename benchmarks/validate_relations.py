"""The arithmetic of any texts: what is found, and how many swapped digits it notices.

    python -m benchmarks.validate_relations TEXTS.jsonl[.gz]

The file holds one document a line (`doc`, `text`, `title`, `published_at`, `publisher`). Relations are counted by kind
and verdict; then two digits of one figure of each agreeing relation are swapped, in the text and in its row, and the
relations are sought again. Prints every relation that disagrees in the texts as they are, for a person to judge.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader
from tasks.validate.arithmetic.facts import Relation
from tasks.validate.relations import find_relations

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
FIELDS = ("start", "end", "mention", "unit", "measure", "qualifier", "status", "region_code", "period", "indicator_id")
Row = dict[str, Any]


def row_of(observation: Observation) -> Row:
    high = observation.value_high
    return {
        **{name: getattr(observation, name) for name in FIELDS},
        "observation_id": f"{observation.doc}:{observation.start}",
        "indicator": observation.indicator,
        "value": float(observation.value),
        "value_high": None if high is None else float(high),
    }


def documents(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode().split("\n")
    return [json.loads(line) for line in lines if line]


def swapped(mention: str, rng: random.Random) -> tuple[str, float] | None:
    """The mention with two neighbouring digits swapped, and by what its value changes."""
    found = NUMBER.search(mention)
    if not found:
        return None
    printed = found[0]
    places = [at for at, sign in enumerate(printed) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(places) if printed[a] != printed[b] and (a or printed[b] != "0")]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    signs = list(printed)
    signs[a], signs[b] = signs[b], signs[a]
    other = "".join(signs)
    ratio = float(other.replace(",", "")) / float(printed.replace(",", ""))
    return mention.replace(printed, other, 1), ratio


def noticed(relation: Relation, rows: list[Row], text: str, rng: random.Random) -> str | None:
    """The verdict once a figure of the relation has two digits swapped; None where none can be."""
    figures = [*relation.parts, *([relation.stated] if relation.stated else [])]
    figure = rng.choice(figures)
    change = swapped(figure.mention, rng)
    if change is None:
        return None
    mention, ratio = change
    changed = text[: figure.start] + mention + text[figure.end :]
    other = [{**r, "mention": mention, "value": r["value"] * ratio} if r["start"] == figure.start else r for r in rows]
    verdicts = {
        found.verdict
        for found in find_relations(other, changed)
        if figure.start in {part.start for part in (*found.parts, *([found.stated] if found.stated else []))}
    }
    return next((verdict for verdict in ("disagrees", "agrees", "not_comparable") if verdict in verdicts), "nothing")


def main() -> None:
    reader, rng = Reader(), random.Random(4)
    counted: Counter[tuple[str, str]] = Counter()
    after: Counter[str] = Counter()
    seconds = 0.0
    texts = documents(Path(sys.argv[1]))
    for entry in texts:
        article = Article(*(entry.get(name) for name in ("doc", "text", "title", "published_at", "publisher")))
        rows = [row_of(each) for each in reader.read(article).observations]
        start = time.perf_counter()
        found = find_relations(rows, article.text)
        seconds += time.perf_counter() - start
        for relation in found:
            counted[relation.kind, relation.verdict] += 1
            if relation.verdict == "disagrees":
                print("disagrees", article.doc, relation.expression, relation.stated and relation.stated.mention)
            verdict = noticed(relation, rows, article.text, rng) if relation.verdict == "agrees" else None
            after.update([verdict] if verdict else [])
    print(f"{len(texts)} documents, {1000 * seconds / len(texts):.2f} ms each")
    print("found", dict(sorted(counted.items())))
    print("after a swap of two digits in the text", dict(after))


if __name__ == "__main__":
    main()
