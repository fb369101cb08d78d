"""How long the row checks of 1 million observations take, against one DuckDB scan that does the same checks.

    python -m benchmarks.validate_speed [ROWS]

Prints seconds for the check frame, the vectorised gate, Great Expectations (import apart) and DuckDB, and the peak
memory of this process. Data is the good data of `validate_data`, tiled.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable

import duckdb
import pyarrow as pa

from benchmarks.validate_data import GoodData, good_data, tiled
from tasks.validate import gx
from tasks.validate.context import observation_frame
from tasks.validate.gate import judge
from tasks.validate.reading import MENTION
from tasks.validate.rules import load_rules
from tasks.validate.suites import Suite

MINIMUM = 50


def timed(label: str, work: Callable[[], object]) -> tuple[float, object]:
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"{label:34} {seconds:8.2f} s")
    return seconds, result


def condition(rule_type: str, a: dict[str, object]) -> str:
    """The SQL that counts the rows which break a rule of this type."""
    column, one, two = a.get("column"), a.get("column_A"), a.get("column_B")
    if rule_type.endswith("not_be_null"):
        return f'"{column}" is null'
    if rule_type.endswith("be_null"):
        return f'"{column}" is not null'
    if rule_type.endswith("in_set"):
        listed = ", ".join(f"'{value}'" for value in a["value_set"])  # type: ignore[attr-defined]
        return f'"{column}" not in ({listed})'
    if rule_type.endswith("to_be_between"):
        low, high = a.get("min_value", "-1e308"), a.get("max_value", "1e308")
        return f'"{column}" not between {low} and {high}'
    if rule_type.endswith("match_regex"):
        return f"not regexp_matches(\"{column}\", '{a['regex']}')"
    if rule_type.endswith("be_equal"):
        return f'"{one}" != "{two}"'
    if rule_type.endswith("greater_than_b"):
        return f'not ("{one}" {">=" if a.get("or_equal") else ">"} "{two}")'
    raise ValueError(rule_type)


def scan(frame: pa.Table, suite: Suite) -> object:
    """The suite's row checks over the finished check frame, as one query."""
    counted = []
    for rule in suite.rules("row"):
        if rule.base.endswith("be_unique"):
            counted.append(f'count(*) - count(distinct "{rule.arguments["column"]}")')
        else:
            counted.append(f"count(*) filter (where {condition(rule.base, rule.arguments)})")
    return duckdb.sql(f"select {', '.join(counted)} from frame").fetchall()


def scan_with_facts(data: GoodData, suite: Suite) -> object:
    """The same from the plain tables: the text, the dimensions and the second reading are joined in the query too."""
    observations, documents, regions, indicators = data.observations, data.documents, data.regions, data.indicators
    facts = f"""
        select o.*, substring(d.text, o.start + 1, o."end" - o.start) as context_slice,
            try_cast(replace(regexp_extract(o.mention, '{MENTION}', 1), ',', '') as double) as reading,
            regexp_extract(o.mention, '{MENTION}', 7) as printed_unit,
            r.name as region_name, i.minimum, i.maximum, list_contains(i.units, o.unit) as unit_fits,
            contains(d.text, substring(r.name, 1, 2)) as evidenced, length(d.text) as text_length,
            lag(o."end") over (partition by o.document_id order by o.start) as previous_end
        from observations o join (select document_id, text from documents) d using (document_id)
            left join (select region_code as code, any_value(name) as name from regions group by 1) r
                on r.code = o.region_code
            left join (select indicator_id as id, minimum, maximum, units from indicators) i
                on i.id = o.indicator_id"""
    plain = [r for r in suite.rules("row") if not any(c.startswith("context_") for c in r.columns)]
    counted = [
        'count(*) - count(distinct "observation_id")'
        if rule.base.endswith("be_unique")
        else f"count(*) filter (where {condition(rule.base, rule.arguments)})"
        for rule in plain
    ]
    joined = (
        "context_slice != mention", "reading is null", "printed_unit = ''", "not unit_fits", "not evidenced",
        "value < minimum", "value > maximum", "region != region_name", "text_length < \"end\"", "start < previous_end",
        "period_start > published_at::date", "period_end < period_start", "measure = 'share' and value > 100",
        "measure = 'share' and value < 0", "region_name is null",
        "province_code != substring(region_code, 1, 2) || '0000'",
    )  # fmt: skip
    counted += [f"count(*) filter (where {each})" for each in joined]
    assert observations and documents and regions and indicators
    return duckdb.sql(f"select {', '.join(counted)} from ({facts})").fetchall()


def peak() -> float:
    """Peak resident memory in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    data = tiled(good_data([2021, 2022]), rows)
    rules = load_rules(regions=data.regions, indicators=data.indicators)
    suite = rules.suites["observations"]
    kinds = [rule.rule_id for rule in suite.rules("row")]
    print(
        f"{len(data.observations)} rows, {len(data.documents)} documents, {len(kinds)} row rules; data {peak():.2f} GB"
    )
    timed("import of great_expectations", gx.quiet_library)
    framed, frame = timed("check frame", lambda: observation_frame(data.observations, data.documents, rules))
    gated, findings = timed("vectorised gate", lambda: judge(frame, suite, MINIMUM))
    print("rows by rule", {rule_id: len(found) for rule_id, found in findings.rows.items()})
    judged, _ = timed("great expectations", lambda: gx.run_suite("observations", frame, suite, MINIMUM))
    print(f"peak memory {peak():.2f} GB")
    plain, _ = timed("DuckDB, checks over the frame", lambda: scan(frame, suite))
    joined, _ = timed("DuckDB, facts and checks", lambda: scan_with_facts(data, suite))
    print(f"frame + great expectations: {(framed + judged) / joined:.1f} times DuckDB that joins the facts itself")
    print(f"great expectations alone:   {judged / plain:.1f} times DuckDB over the same frame")
    print(f"frame + vectorised gate:    {(framed + gated) / joined:.1f} times DuckDB that joins the facts itself")


if __name__ == "__main__":
    main()
