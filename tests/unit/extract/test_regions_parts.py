"""Parts of the area that a page is about."""

from __future__ import annotations

import pytest

from tasks.extract.gazetteer import gazetteer
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_parts import of_breakdown
from tasks.extract.regions_place import Place


@pytest.mark.parametrize(("between", "expected"), [("增长6%，", True), ("增长6%。", False), ("增" * 600, False)])
def test_a_breakdown_stands_in_one_sentence_and_near(between: str, expected: bool) -> None:
    text = f"江阴市{between}宜兴市增长5%"
    at = text.index("宜")
    places = [
        Place(start, start + 3, code, text[start : start + 3], "mention", reach="topic")
        for start, code in ((0, "320281"), (at, "320282"))
    ]
    ground = Ground(text, gazetteer(), Place(0, 0, "320200", "无锡市", "home"), (), places, False)
    assert of_breakdown(ground, places[1]) is expected
