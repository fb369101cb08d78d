"""The reader on the annotated seed pages: the floors only rise (tests/golden/extract_floors.json)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.score import SEEDS, article, predictions, score_folder
from benchmarks.scoring import FIELDS, Score, read_rows
from tasks.extract.reader import Reader

FLOORS = json.loads((Path(__file__).parent / "extract_floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def seeds_score() -> Score:
    return score_folder(SEEDS, Reader())[0]


def test_detection_and_strict_hold_their_floors(seeds_score: Score) -> None:
    assert seeds_score.gold > 100
    assert seeds_score.detection >= FLOORS["detection"], seeds_score.faults
    assert seeds_score.strict_f1 >= FLOORS["strict"], seeds_score.faults
    assert seeds_score.on_rejects <= FLOORS["on_rejects"]


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_holds_its_floor(seeds_score: Score, field: str) -> None:
    assert seeds_score.share(field) >= FLOORS[field], [fault for fault in seeds_score.faults if fault[0] == field]


def test_rows_that_are_sure_are_right(seeds_score: Score) -> None:
    sure = [good for confidence, good in seeds_score.confident if confidence >= 0.9]
    assert len(sure) >= 10
    assert sum(sure) / len(sure) >= 0.9


def test_reading_twice_gives_the_same_rows() -> None:
    docs = sorted({row["doc"] for row in read_rows(SEEDS / "gold.jsonl")})
    assert predictions(SEEDS, docs, Reader()) == predictions(SEEDS, docs, Reader())


def test_spans_slice_to_their_mention() -> None:
    for doc in ("001", "003", "004"):
        page = article(SEEDS, doc)
        for found in Reader().read(page).observations:
            assert page.text[found.start : found.end] == found.mention
            assert found.sentence_start <= found.start < found.end <= found.sentence_end
