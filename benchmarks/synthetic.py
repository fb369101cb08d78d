"""Made-up rows of the published tables, the same for the same arguments, fast enough for millions.

The tests of publishing and loading use them too. Nothing here is a fact: names are real, numbers
are drawn.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import CONTRACTS, DOCUMENTS, EXACT, OBSERVATIONS, QUARANTINE, SEGMENTS, TOKEN
from tasks.store import Store

PREFIXES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65"
PROVINCES = tuple(int(prefix) * 10_000 for prefix in PREFIXES.split())
YEARS = tuple(range(2012, 2023))
INDICATORS = (
    ("gdp", "地区生产总值", "economy", "元"),
    ("poor_population", "贫困人口", "poverty", "人"),
    ("poverty_rate", "贫困发生率", "poverty", "%"),
    ("farmer_income", "农民人均可支配收入", "income", "元"),
    ("relocated_people", "易地扶贫搬迁人口", "poverty", "人"),
    ("grain_output", "粮食产量", "agriculture", "千克"),
    ("village_count", "出列贫困村", "poverty", "个"),
    (None, "光伏扶贫电站", None, "座"),
    (None, "扶贫车间带动就业", None, "人"),
)
SENTENCE = (
    "截至当年年底，全省共有贫困村出列，贫困人口脱贫，贫困发生率下降，农民收入稳步增长，产业扶贫项目覆盖全部贫困县。"
)
ROWS_PER_DOCUMENT = 25


def _ids(prefix: str, numbers: np.ndarray) -> pa.Array:
    """Sixteen hex digits from numbers, spread like hashes."""
    mixed = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    raw = mixed.byteswap().tobytes().hex()
    buffer = pa.py_buffer(
        (prefix + prefix.join(raw[at : at + 16] for at in range(0, len(raw), 16))).encode() if prefix else raw.encode()
    )
    width = 16 + len(prefix)
    offsets = pa.array(np.arange(0, width * (len(numbers) + 1), width, dtype=np.int32)).buffers()[1]
    return pa.StringArray.from_buffers(len(numbers), offsets, buffer)


def _pick(values: list[str | None], picks: np.ndarray) -> pa.Array:
    return pa.array(values, pa.string()).take(pa.array(picks))


def _moments(numbers: np.ndarray) -> pa.Array:
    seconds = 1_325_376_000 + (numbers % 4000) * 86_400
    return pa.array(seconds * 1_000_000, pa.timestamp("us", tz="UTC"))


def observations(rows: int, *, start: int = 0, seed: int = 7, years: int = 11, provinces: int = 31) -> pa.Table:
    """Observations number `start` to `start + rows`, 25 a document, in the order of their documents.

    They spread over this many years, and provinces besides an unknown one.
    """
    numbers = np.arange(start, start + rows, dtype=np.int64)
    random = np.random.default_rng([seed, start, rows])
    documents = numbers // ROWS_PER_DOCUMENT
    indicator = random.integers(0, len(INDICATORS), rows)
    province = len(PROVINCES) - random.integers(0, provinces + 1, rows)
    year = random.integers(0, years, rows)
    value = np.round(random.lognormal(8, 3, rows), 2)
    codes = [str(code) for code in PROVINCES]
    year_texts = [str(each) for each in YEARS]
    known = [*codes, None]
    columns = {
        "observation_id": _ids("", numbers),
        "document_id": _ids("d", documents),
        "sentence": pa.array((numbers % ROWS_PER_DOCUMENT).astype(np.int32)),
        "start": pa.array(((numbers % ROWS_PER_DOCUMENT) * 60).astype(np.int32)),
        "end": pa.array(((numbers % ROWS_PER_DOCUMENT) * 60 + 8).astype(np.int32)),
        "mention": pc.binary_join_element_wise(pa.array(value).cast(pa.string()), "万", ""),
        "evidence": pc.binary_join_element_wise(pa.array(documents).cast(pa.string()), SENTENCE, "："),
        "indicator_id": _pick([each[0] for each in INDICATORS], indicator),
        "indicator": _pick([each[1] for each in INDICATORS], indicator),
        "theme": _pick([each[2] for each in INDICATORS], indicator),
        "measure": _pick(["level", "growth", "share"], random.integers(0, 3, rows)),
        "status": _pick(["observation", "target"], (random.random(rows) < 0.1).astype(np.int8)),
        "value": pa.array(value),
        "value_high": pa.array(value * 1.1, mask=random.random(rows) > 0.02),
        "value_exact": pa.array(value).cast(EXACT, safe=False),
        "unit": _pick([each[3] for each in INDICATORS], indicator),
        "qualifier": _pick(["exact", "about", "over"], random.integers(0, 3, rows)),
        "region_code": _pick(known, province),
        "region": _pick([f"省{code}" for code in codes] + [None], province),
        "province_code": _pick([*codes, "unknown"], province),
        "period": _pick(year_texts, year),
        "period_start": _pick([f"{each}-01-01" for each in year_texts], year).cast(pa.date32()),
        "period_end": _pick([f"{each}-12-31" for each in year_texts], year).cast(pa.date32()),
        "baseline": _pick([None, "previous_year"], random.integers(0, 2, rows)),
        "baseline_period": pa.nulls(rows, pa.string()),
        "published_at": _moments(documents).cast(OBSERVATIONS.column("published_at").type),
        "confidence": pa.array(np.round(random.uniform(0.5, 1, rows), 3)),
        "extractor": _pick(["rules-1"], np.zeros(rows, np.int8)),
    }
    return OBSERVATIONS.conform(pa.table(columns))


def documents(count: int, *, start: int = 0) -> pa.Table:
    """The documents that `observations` speaks of; every hundredth has no date."""
    numbers = np.arange(start, start + count, dtype=np.int64)
    number_texts = pa.array(numbers).cast(pa.string())
    moments = _moments(numbers)
    dated = pc.if_else(pa.array(numbers % 100 == 99), pa.scalar(None, moments.type), moments)
    hashes = pc.binary_join_element_wise(*(_ids("", numbers + shift) for shift in range(4)), "")

    def same(value: object, kind: pa.DataType) -> pa.Array:
        return pa.array([value], kind).take(pa.array(np.zeros(count, np.int32)))

    columns = {
        "document_id": _ids("d", numbers),
        "source_url": pc.binary_join_element_wise("http://news.example.cn/", number_texts, ".html", ""),
        "source_id": same("example", pa.string()),
        "site": same("示例网", pa.string()),
        "publisher": same("示例日报", pa.string()),
        "title": pc.binary_join_element_wise("脱贫攻坚进展之", number_texts, ""),
        "authors": same(["记者甲"], pa.list_(pa.string())),
        "published_at": dated.cast(DOCUMENTS.column("published_at").type),
        "published_text": pc.strftime(dated, format="%Y-%m-%d").cast(pa.string()),
        "fetched_at": same(1_640_995_200_000_000, pa.int64()).cast(DOCUMENTS.column("fetched_at").type),
        "snapshot_sha256": hashes,
        "charset": same("utf-8", pa.string()),
        "script": same("Hans", pa.string()),
        "language": same("zh", pa.string()),
        "region_code": same("410000", pa.string()),
        "is_reprint": same(False, pa.bool_()),
        "text": pc.binary_join_element_wise(number_texts, *[SENTENCE] * 8, "："),
        "repairs": same([], DOCUMENTS.column("repairs").type),
    }
    for column in DOCUMENTS.columns:
        columns.setdefault(column.name, pa.nulls(count, column.type))
    return DOCUMENTS.conform(pa.table(columns).select(DOCUMENTS.column_names))


def segments(count: int, *, start: int = 0, sentences: int = 8) -> pa.Table:
    """The sentences of `documents`, each with the same few words."""
    numbers = np.repeat(np.arange(start, start + count, dtype=np.int64), sentences)
    places = np.tile(np.arange(sentences, dtype=np.int32), count)
    words = [
        {"word": "全省", "tag": "n", "start": 8, "end": 10},
        {"word": "贫困村", "tag": "n", "start": 12, "end": 15},
    ]
    columns = {
        "document_id": _ids("d", numbers),
        "paragraph": pa.array(places // 2),
        "sentence": pa.array(places),
        "start": pa.array(places * 60),
        "end": pa.array(places * 60 + 58),
        "section": pa.nulls(len(numbers), pa.string()),
        "tokens": pa.array([words], pa.list_(TOKEN)).take(pa.array(np.zeros(len(numbers), np.int32))),
    }
    return SEGMENTS.conform(pa.table(columns))


def dimensions() -> dict[str, pa.Table]:
    """Small dimension tables that fit the observations."""
    regions = [
        dict.fromkeys(("region_code", "province_code"), str(code))
        | dict.fromkeys(("name", "full_name"), f"省{code}")
        | {"level": "province", "parent_code": "100000", "valid_from": 1980}
        for code in PROVINCES
    ]
    indicators = [
        {"indicator_id": key, "name": name, "name_en": key.replace("_", " "), "theme": theme, "units": [unit],
         "measures": ["level", "growth", "share"], "synonyms": [name]}
        for key, name, theme, unit in INDICATORS if key is not None
    ]  # fmt: skip
    units = [{"unit": unit, "dimension": "count", "kind": "count"} for unit in sorted({each[3] for each in INDICATORS})]
    rows = {"dim_region": regions, "dim_indicator": indicators, "dim_unit": units}
    return {name: CONTRACTS[name].from_rows(each) for name, each in rows.items()}


def disputed(rows: pa.Table) -> dict[str, pa.Table]:
    """A conflict between the first two observations, and one row held back."""
    one, other = rows.slice(0, 2).to_pylist()
    conflict = {name: one[name] for name in ("indicator_id", "indicator", "measure", "unit", "region_code", "period")}
    conflict |= {"region_code": one["region_code"] or "100000", "conflict_id": "c0", "kind": "revision", "why": "later"}
    conflict["preferred_id"] = one["observation_id"]
    for column, name in (("observation_ids", "observation_id"), ("values", "value"), ("published_at", "published_at")):
        conflict[column] = [one[name], other[name]]
    conflict["publishers"] = ["示例日报", "示例日报"]
    held = {"quarantine_id": "q0", "stage": "validate", "record_id": "held", "document_id": one["document_id"]}
    held |= {"reason_codes": ["value_misread"], "reason": "两次读数不同", "evidence": one["evidence"], "state": "open"}
    return {"conflicts": CONTRACTS["conflicts"].from_rows([conflict]), "quarantine": QUARANTINE.from_rows([held])}


def write_inputs(
    store: Store,
    *,
    document_count: int,
    shard_documents: int = 1000,
    start: int = 0,
    years: int = 11,
    provinces: int = 31,
) -> dict[str, list[str]]:
    """Shards of documents, segments and observations, and the small tables, in a store; table name to paths."""
    inputs: dict[str, list[str]] = {"documents": [], "segments": [], "observations": []}
    for at in range(start, start + document_count, shard_documents):
        count = min(shard_documents, start + document_count - at)
        tables: Mapping[str, pa.Table] = {
            "documents": documents(count, start=at),
            "segments": segments(count, start=at),
            "observations": observations(
                count * ROWS_PER_DOCUMENT, start=at * ROWS_PER_DOCUMENT, years=years, provinces=provinces
            ),
        }
        for name, table in tables.items():
            inputs[name].append(store.write_table(table, f"{name}/v1/{at:09d}.parquet").path)
    others = dimensions() | disputed(observations(2, start=start * ROWS_PER_DOCUMENT, years=years, provinces=provinces))
    for name, table in others.items():
        inputs[name] = [store.write_table(table, f"dimensions/{name}.parquet").path]
    return inputs
