"""Batches made from the seed gold: OBSERVATIONS and DOCUMENTS rows without the extractor."""

import calendar
import datetime as dt
import hashlib
import json
import re
from pathlib import Path

import pyarrow as pa
import pytest

from tasks.contracts import DIM_INDICATOR, DIM_REGION, DOCUMENTS, OBSERVATIONS
from tasks.validate.rules import load_rules

SEEDS = Path(__file__).resolve().parents[2] / "golden" / "seeds"
LINES = [json.loads(line) for line in (SEEDS / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
SHANGHAI = dt.timezone(dt.timedelta(hours=8))
FETCHED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
PLACES = {
    "100000": ("全国", "country"),
    "140000": ("山西省", "province"),
    "220000": ("吉林省", "province"),
    "410000": ("河南省", "province"),
    "411300": ("南阳市", "prefecture"),
    "411325": ("内乡县", "county"),
    "230000": ("黑龙江省", "province"),
    "222424": ("汪清县", "county"),
    "220821": ("镇赉县", "county"),
}
CATALOGUE = {
    "总人口": ("population", ["人"], ["level", "growth", "change"], 1000.0, 1.5e9),
    "耕地": ("farmland", ["亩"], ["level", "change"], 1.0, 2.1e9),
    "GDP总量": ("gdp", ["元"], ["level", "growth", "change"], 1e6, 2e14),
    "人均GDP": ("gdp_per_head", ["元"], ["level", "growth", "change"], 100.0, 1e6),
    "综合贫困发生率": ("poverty_incidence", ["%"], ["share", "change"], 0.0, 100.0),
    "所辖乡镇": ("townships", ["个"], ["level"], 1.0, 60000.0),
}


def period_days(period: str | None) -> tuple[dt.date | None, dt.date | None]:
    if period is None:
        return None, None
    first, _, last = period.partition("/")
    return _day(first, first=True), _day(last or first, first=False)


def _day(text: str, *, first: bool) -> dt.date:
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (1 if first else 12)
    last = 1 if first else calendar.monthrange(year, month)[1]
    return dt.date(year, month, parts[2] if len(parts) > 2 else last)


def sentence_of(text: str, start: int, end: int) -> tuple[int, str]:
    cuts = [0, *(m.end() for m in re.finditer(r"[。;;\n]", text)), len(text)]
    number = max(i for i, cut in enumerate(cuts) if cut <= start)
    return number, text[cuts[number] : max(end, cuts[min(number + 1, len(cuts) - 1)])]


def observation_row(line: dict, text: str, published: str) -> dict:
    quote = text.index(line["quote"])
    position = quote - 1
    for _ in range(line["nth"]):
        position = text.index(line["mention"], position + 1)
    end = position + len(line["mention"])
    number, sentence = sentence_of(text, position, end)
    entry = CATALOGUE.get(line["indicator"])
    start_day, end_day = period_days(line["period"])
    code = line["adcode"]
    return {
        "observation_id": hashlib.sha256(f"{line['doc']}\n{position}\n{end}".encode()).hexdigest()[:24],
        "document_id": line["doc"],
        "sentence": number,
        "start": position,
        "end": end,
        "mention": line["mention"],
        "evidence": sentence,
        "indicator_id": entry[0] if entry else None,
        "indicator": line["indicator"],
        "theme": None,
        "measure": line["measure"],
        "status": line["label"],
        "value": float(line["value"]),
        "value_high": None if line["value_high"] is None else float(line["value_high"]),
        "unit": line["unit"],
        "qualifier": line["qualifier"],
        "region_code": code,
        "region": line["region"],
        "province_code": "unknown" if code is None else code if code == "100000" else code[:2] + "0000",
        "period": line["period"],
        "period_start": start_day,
        "period_end": end_day,
        "published_at": dt.datetime.fromisoformat(published).replace(tzinfo=SHANGHAI),
        "confidence": 0.8,
        "extractor": "gold",
    }


def document_row(doc: str) -> dict:
    meta = json.loads((SEEDS / f"{doc}.meta.json").read_text(encoding="utf-8"))
    return {
        "document_id": doc,
        "source_url": f"file:{doc}",
        "source_id": "seeds",
        "site": meta["site"],
        "publisher": meta["publisher"],
        "title": meta["title"],
        "authors": [],
        "published_at": dt.datetime.fromisoformat(meta["published_at"]).replace(tzinfo=SHANGHAI),
        "published_text": meta["published_at"],
        "fetched_at": FETCHED,
        "snapshot_sha256": "0" * 64,
        "charset": "utf-8",
        "script": "Hans",
        "language": "zh",
        "region_code": meta["adcode"],
        "is_reprint": meta["reprint"],
        "text": (SEEDS / f"{doc}.clean.txt").read_text(encoding="utf-8"),
        "repairs": [],
    }


@pytest.fixture(scope="session")
def gold_documents() -> pa.Table:
    return DOCUMENTS.from_rows([document_row(doc) for doc in ("001", "003", "004")])


@pytest.fixture(scope="session")
def gold_observations(gold_documents) -> pa.Table:
    texts = dict(zip(gold_documents["document_id"].to_pylist(), gold_documents["text"].to_pylist(), strict=True))
    dates = dict(
        zip(gold_documents["document_id"].to_pylist(), gold_documents["published_text"].to_pylist(), strict=True)
    )
    stated = [line for line in LINES if line["label"] != "reject"]
    return OBSERVATIONS.from_rows(observation_row(line, texts[line["doc"]], dates[line["doc"]]) for line in stated)


@pytest.fixture(scope="session")
def regions() -> pa.Table:
    rows = [
        {
            "region_code": code,
            "name": name,
            "full_name": name,
            "level": level,
            "parent_code": None,
            "province_code": code if code == "100000" else code[:2] + "0000",
            "valid_from": 1980,
            "valid_to": None,
        }
        for code, (name, level) in PLACES.items()
    ]
    gone = {"region_code": "413021", "name": "旧县", "full_name": "旧县", "level": "county", "province_code": "410000"}
    new = {"region_code": "410099", "name": "新区", "full_name": "新区", "level": "county", "province_code": "410000"}
    rows += [{**gone, "valid_from": 1980, "valid_to": 1998}, {**new, "valid_from": 2024, "valid_to": None}]
    return DIM_REGION.from_rows(rows)


@pytest.fixture(scope="session")
def indicators() -> pa.Table:
    return DIM_INDICATOR.from_rows(
        {
            "indicator_id": key,
            "name": name,
            "name_en": key,
            "theme": "区域概况",
            "units": units,
            "measures": measures,
            "synonyms": [],
            "minimum": low,
            "maximum": high,
        }
        for name, (key, units, measures, low, high) in CATALOGUE.items()
    )


@pytest.fixture(scope="session")
def rules(regions, indicators):
    return load_rules(regions=regions, indicators=indicators)
