"""Drift: funnel, layout, distributions, moved rows, missing partitions."""

import random
import re

import pyarrow as pa
import pytest

from tasks.contracts import FUNNEL, OBSERVATIONS, PROFILE
from tasks.validate.drift import Finding, as_markdown, drift_findings, missing_partitions, moved_rows, stability_parts
from tasks.validate.profile import funnel_table, profile_table, sampler_of
from tasks.validate.rules import load_settings

SETTINGS = load_settings()["drift"]


def funnel(run, parsed=200, extracted=2000, valid=1960, fetched=205, source="henan", template="t1"):
    figures = {"parsed": parsed, "extracted": extracted, "valid": valid, "published": valid}
    rows = [
        {"run_id": run, "source_id": source, "template": "*", "fetched": fetched, **figures},
        {"run_id": run, "source_id": source, "template": template, "fetched": parsed, **figures},
    ]
    return FUNNEL.from_rows(rows)


def profile(run, level=900, share=100):
    rows = [("level", level), ("share", share)]
    return PROFILE.from_rows({"run_id": run, "name": "measure", "bucket": b, "rows": n} for b, n in rows)


def history(count=5):
    rng = random.Random(1)
    wobble = [rng.randint(-30, 30) for _ in range(count)]
    funnels = [funnel(f"r{n}", extracted=2000 + w, valid=1960 + w) for n, w in enumerate(wobble)]
    return pa.concat_tables(funnels), pa.concat_tables([profile(f"r{n}", 900 + w) for n, w in enumerate(wobble)])


def findings(now=None, shape=None, runs=5, **more):
    funnels, profiles = history(runs)
    return drift_findings(now or funnel("now"), funnels, shape or profile("now"), profiles, SETTINGS, **more)


def test_a_run_like_those_before_is_quiet():
    assert findings() == []
    assert "No drift" in as_markdown([])


def test_a_source_that_yields_fewer_figures_is_loud():
    found = findings(funnel("now", extracted=800, valid=780))
    assert {"funnel"} == {finding.kind for finding in found}
    assert any("figures a document" in finding.message for finding in found)
    assert "⚠" in as_markdown(found)


def test_more_rejected_rows_are_loud():
    found = findings(funnel("now", valid=1200))
    assert any("valid of extracted" in finding.message for finding in found)
    (rate,) = [f for f in found if f.group == "henan"]
    assert rate.observed == pytest.approx(0.6)


def test_more_unread_pages_are_loud():
    assert any("parsed of fetched" in f.message for f in findings(funnel("now", fetched=400)))


def test_a_new_layout_is_loud():
    found = findings(funnel("now", template="t2"))
    assert any(finding.kind == "layout" and "100%" in finding.message for finding in found)


def test_a_silent_source_is_loud():
    found = findings(funnel("now", source="shanxi"))
    assert any(finding.kind == "source_silent" and finding.group == "henan" for finding in found)


def test_a_moved_distribution_is_loud():
    found = findings(shape=profile("now", level=400, share=600))
    assert [finding.kind for finding in found] == ["distribution"]
    assert found[0].group == "measure"


def test_too_little_history_or_too_few_rows_are_not_judged():
    assert findings(funnel("now", extracted=800, valid=780), runs=2) == []
    assert [f for f in findings(funnel("now", parsed=5, fetched=9, extracted=1, valid=1)) if f.kind == "funnel"] == []


def test_stability_index_is_zero_for_the_same_and_grows():
    assert sum(stability_parts({"a": 10, "b": 30}, {"a": 1, "b": 3}).values()) == pytest.approx(0)
    near = sum(stability_parts({"a": 12, "b": 28}, {"a": 10, "b": 30}).values())
    far = sum(stability_parts({"a": 28, "b": 12}, {"a": 10, "b": 30}).values())
    assert 0 < near < far


def test_findings_carry_samples(gold_documents, gold_observations):
    sampler = sampler_of(gold_documents, gold_observations)
    assert len(sampler.documents("seeds", "*", 2)) == 2
    assert any("file:001" in text for text in sampler.documents("seeds", "*", 5))
    assert all("%" in text for text in sampler.observations("unit", "%", 3))
    found = findings(funnel("now", extracted=800, valid=780), sampler=sampler)
    assert all(isinstance(finding.samples, tuple) for finding in found)


def test_a_rule_change_that_moves_many_rows_is_loud(gold_observations):
    rows = gold_observations.to_pylist()
    few = OBSERVATIONS.from_rows([{**row, "unit": "家"} if n < 3 else row for n, row in enumerate(rows)])
    assert moved_rows(gold_observations, few, SETTINGS) == []
    many = OBSERVATIONS.from_rows([{**row, "unit": "家"} if n < 40 else row for n, row in enumerate(rows)][:-10])
    (finding,) = moved_rows(gold_observations, many, SETTINGS)
    assert "10 gone, 0 new" in finding.message
    assert "unit" in finding.message
    assert any("→家" in sample for sample in finding.samples)
    assert moved_rows(OBSERVATIONS.empty(), many, SETTINGS) == []


def test_new_documents_move_nothing(gold_observations):
    before = OBSERVATIONS.from_rows([row for row in gold_observations.to_pylist() if row["document_id"] == "001"])
    assert moved_rows(before, gold_observations, SETTINGS) == []
    assert moved_rows(gold_observations, before, SETTINGS) == []


def test_moved_rows_do_not_mind_nulls(gold_observations):
    assert moved_rows(gold_observations, gold_observations, SETTINGS) == []


def test_a_missing_partition_is_named(gold_observations):
    rows = [row for row in gold_observations.to_pylist() if row["province_code"] != "220000"]
    found = missing_partitions(gold_observations, OBSERVATIONS.from_rows(rows))
    assert any(finding.group == "year=2021/province=220000" for finding in found)
    assert missing_partitions(gold_observations, gold_observations) == []


def test_funnel_counts_by_source_and_template(gold_documents, gold_observations):
    valid = gold_observations.slice(0, 100)
    table = funnel_table("r", gold_documents, gold_observations, valid, fetched={"seeds": 4, "other": 2})
    rows = {(row["source_id"], row["template"]): row for row in table.to_pylist()}
    total = rows["seeds", "*"]
    assert (total["fetched"], total["parsed"], total["extracted"], total["valid"]) == (
        4,
        3,
        len(gold_observations),
        100,
    )
    assert rows["other", "*"]["parsed"] == 0
    assert sum(row["parsed"] for (_, template), row in rows.items() if template != "*") == 3


def test_profile_counts_every_row_once_a_column(gold_observations):
    table = profile_table("r", gold_observations)
    sums = {}
    for row in table.to_pylist():
        sums[row["name"]] = sums.get(row["name"], 0) + row["rows"]
    assert set(sums.values()) == {len(gold_observations)}
    PROFILE.conform(table)


def test_page_text_stays_text_in_markdown():
    hostile = "<script>x</script> [点](javascript:y) ![z](http://q) |格| `码` \u202e反\x1b[31m 与\n# 题 &amp; *重*"
    page = as_markdown([Finding("funnel", "g", hostile, 1.0, 0.0, (hostile,))])
    assert len(page.splitlines()) == 4
    assert not re.search(r"<|\u202e|\x1b|(?<!\\)[\[\]`|*]", page.replace("**funnel**", ""))
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "&amp;amp;" in page
