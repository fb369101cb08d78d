"""What `zhibiao explain` shows."""

from __future__ import annotations

from tasks.extract.explain import explain, explanations, marked
from tasks.extract.model import Article

PAGE = Article(
    "t",
    "2023年，全省自来水普及率达到92.5%，落实“四个不摘”要求。力争今年达到93%。",
    "云南省农村供水",
    "2024-02-01",
    "云南日报",
)


def test_numbers_and_rejects_stand_in_text_order() -> None:
    items = explanations(PAGE)
    assert [item["start"] for item in items] == sorted(item["start"] for item in items)
    assert {item["kind"] for item in items} == {"observation", "reject"}


def test_every_field_says_how_it_was_decided() -> None:
    found = next(item for item in explanations(PAGE) if item["mention"] == "92.5%")
    assert set(found["why"]) == {"indicator", "measure", "status", "period", "region"}
    assert found["why"]["indicator"]["rule"] == "before"
    assert found["why"]["period"]["trigger"] == "2023年"
    assert "【92.5%】" in found["sentence"]


def test_a_target_names_its_trigger() -> None:
    found = next(item for item in explanations(PAGE) if item["mention"] == "93%")
    assert found["status"] == "target"
    assert found["why"]["status"]["trigger"] == "力争"


def test_rejects_name_reason_and_rule() -> None:
    rejects = [item for item in explanations(PAGE) if item["kind"] == "reject"]
    assert {"name", "date"} <= {item["why"] for item in rejects}
    assert all(item["rule"] for item in rejects)


def test_the_text_form_can_be_kept_to_one_number() -> None:
    start = PAGE.text.index("92.5%")
    shown = explain(PAGE, only_start=start)
    assert "【92.5%】" in shown
    assert "indicator" in shown and "自来水普及率" in shown
    assert "【93%】" not in shown


def test_a_text_without_numbers_says_so() -> None:
    assert explain(Article("t", "乡村振兴")) == "no number found\n"


def test_marked_cuts_long_sentences_around_the_span() -> None:
    text = "甲" * 5000 + "12个" + "乙" * 5000
    shown = marked(text, 5000, 5003, 0, len(text))
    assert "【12个】" in shown
    assert len(shown) < 600
