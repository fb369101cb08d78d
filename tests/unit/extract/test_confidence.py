"""Confidence: a probability, higher where more is known."""

from __future__ import annotations

from tasks.extract.confidence import Confidence, default_confidence, features
from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def reading_of(text: str):  # type: ignore[no-untyped-def]
    reading = READER.read(Article("t", text, None, "2024-02-01"))
    return reading.observations[0], reading.decisions[0]


def test_confidence_is_a_probability_with_three_digits() -> None:
    found, _ = reading_of("2023年，贵州省粮食产量达到1119万吨。")
    assert 0.0 < found.confidence < 1.0
    assert round(found.confidence, 3) == found.confidence


def test_features_name_the_rules_that_were_used() -> None:
    found, decision = reading_of("2023年，贵州省粮食产量达到1119万吨。")
    held = features(decision, found.mention, found.qualifier, True)
    assert "linked" in held
    assert "measure:level" in held
    assert any(item.startswith("period:") for item in held)


def test_a_catalogued_name_is_surer_than_an_open_one() -> None:
    linked, _ = reading_of("2023年，贵州省粮食产量达到1119万吨。")
    open_name, _ = reading_of("2023年，贵州省某某花卉基质达到1119万吨。")
    assert linked.confidence > open_name.confidence


def test_weights_come_from_the_vocabulary() -> None:
    found, decision = reading_of("2023年，贵州省粮食产量达到1119万吨。")
    assert Confidence({"intercept": 0.0, "weights": {}}).of(decision, found.mention, found.qualifier, True) == 0.5
    assert (
        Confidence({"intercept": 0.0, "weights": {"linked": 2.0}}).of(decision, found.mention, found.qualifier, True)
        > 0.85
    )
    assert Confidence({"intercept": 1e9, "weights": {}}).of(decision, found.mention, found.qualifier, True) == 1.0


def test_the_shipped_weights_are_finite() -> None:
    shipped = default_confidence()
    assert shipped.weights
    assert all(abs(weight) < 10 for weight in shipped.weights.values())
