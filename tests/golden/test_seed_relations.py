"""The arithmetic of the seeds, over what the reader itself extracts from them."""

import json
from pathlib import Path

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.validate.relations import find_relations

SEEDS = Path(__file__).resolve().parent / "seeds"
GOLD = [json.loads(line) for line in (SEEDS / "relations.jsonl").read_text(encoding="utf-8").splitlines()]


def row_of(observation):
    names = (
        "start",
        "end",
        "mention",
        "unit",
        "measure",
        "qualifier",
        "status",
        "region_code",
        "period",
        "indicator_id",
    )
    high = observation.value_high
    return {
        **{name: getattr(observation, name) for name in names},
        "observation_id": f"{observation.doc}:{observation.start}",
        "indicator": observation.indicator,
        "value": float(observation.value),
        "value_high": None if high is None else float(high),
    }


@pytest.fixture(scope="module")
def relations():
    reader, found = Reader(), {}
    for doc in sorted({gold["doc"] for gold in GOLD}):
        meta = json.loads((SEEDS / f"{doc}.meta.json").read_text(encoding="utf-8"))
        text = (SEEDS / f"{doc}.clean.txt").read_text(encoding="utf-8")
        reading = reader.read(Article(doc, text, meta["title"], meta["published_at"], meta["publisher"]))
        found[doc] = find_relations([row_of(each) for each in reading.observations], text)
    return found


def verdict_of(gold):
    if not gold["comparable"]:
        return "not_comparable"
    return "agrees" if gold["agrees"] else "disagrees"


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: f"{gold['doc']}-{gold['expr']}")
def test_each_relation_is_found_with_its_verdict(gold, relations):
    fitting = [
        relation.verdict
        for relation in relations[gold["doc"]]
        if sorted(part.mention for part in relation.parts) == sorted(gold["parts"])
        and (relation.stated.mention if relation.stated else None) == gold["stated"]
    ]
    assert fitting == [verdict_of(gold)]


def test_nothing_is_called_a_fault(relations):
    assert [r.expression for found in relations.values() for r in found if r.verdict == "disagrees"] == []
