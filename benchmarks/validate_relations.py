"""The arithmetic of any texts: what is found, and how many swapped digits it notices.

    python -m benchmarks.validate_relations TEXTS.jsonl[.gz] [RELATIONS.jsonl]

The file holds one document a line (`doc`, `text`, `title`, `published_at`, `publisher`). Relations are counted by kind
and verdict; then two digits of one figure of each agreeing relation are swapped, in the text and in its row, and the
relations are sought again. Prints every relation that disagrees in the texts as they are, for a person to judge.

RELATIONS holds what a person found in the texts, one a line: `doc`, `kind`, `parts` and `stated` as printed, `verdict`.
Then recall by kind is printed too, of all of them and of those whose figures were read.
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


def as_printed(mention: str) -> str:
    """A mention without what annotators and extractor may cut otherwise: spaces, 约, 超, 人民币."""
    return re.sub(r"人民币|[\s,，约超近逾多余以上左右不到达]", "", mention)


def figures_of(relation: Relation) -> Counter[str]:
    stated = [relation.stated] if relation.stated else []
    return Counter(as_printed(each.mention) for each in (*relation.parts, *stated))


def recalled(wanted: dict[str, Any], found: list[Relation]) -> bool:
    """Whether a relation was found with its verdict; a share of a sum counts by its part and its figure."""
    figures = Counter(as_printed(each) for each in (*wanted["parts"], *filter(None, [wanted["stated"]])))
    pair = Counter(as_printed(each) for each in (wanted["parts"][0], wanted["stated"] or ""))
    for each in found:
        first = Counter([as_printed(each.parts[0].mention), as_printed(each.stated.mention if each.stated else "")])
        same = figures_of(each) == figures or (wanted["kind"] == each.kind == "share" and first == pair)
        if same and each.verdict in wanted["verdict"].split("/"):
            return True
    return False


def score(wanted: list[dict[str, Any]], found: dict[str, list[Relation]], mentions: dict[str, set[str]]) -> None:
    """Print the recall of annotated relations by kind."""
    counted: dict[str, Counter[str]] = {}
    for each in wanted:
        counts = counted.setdefault(each["kind"], Counter())
        read = {as_printed(m) for m in (*each["parts"], *filter(None, [each["stated"]]))} <= mentions[each["doc"]]
        counts.update(["all", *(["read"] if read else []), *(["found"] if recalled(each, found[each["doc"]]) else [])])
    total = sum(counted.values(), Counter())
    for kind, counts in [*sorted(counted.items()), ("together", total)]:
        print(f"{kind:11} {counts['found']} of {counts['all']} found, figures read of {counts['read']}")


def main() -> None:
    reader, rng = Reader(), random.Random(4)
    counted: Counter[tuple[str, str]] = Counter()
    after: Counter[str] = Counter()
    seconds = 0.0
    texts = documents(Path(sys.argv[1]))
    by_document: dict[str, list[Relation]] = {}
    mentions: dict[str, set[str]] = {}
    for entry in texts:
        article = Article(*(entry.get(name) for name in ("doc", "text", "title", "published_at", "publisher")))
        rows = [row_of(each) for each in reader.read(article).observations]
        start = time.perf_counter()
        found = find_relations(rows, article.text)
        seconds += time.perf_counter() - start
        by_document[article.doc], mentions[article.doc] = found, {as_printed(row["mention"]) for row in rows}
        for relation in found:
            counted[relation.kind, relation.verdict] += 1
            if relation.verdict == "disagrees":
                print("disagrees", article.doc, relation.expression, relation.stated and relation.stated.mention)
            verdict = noticed(relation, rows, article.text, rng) if relation.verdict == "agrees" else None
            after.update([verdict] if verdict else [])
    print(f"{len(texts)} documents, {1000 * seconds / len(texts):.2f} ms each")
    print("found", dict(sorted(counted.items())))
    print("after a swap of two digits in the text", dict(after))
    if len(sys.argv) > 2:
        score(documents(Path(sys.argv[2])), by_document, mentions)


if __name__ == "__main__":
    main()
