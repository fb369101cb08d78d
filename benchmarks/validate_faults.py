"""Faults planted in good data, and how many of them validation catches, by kind.

    python -m benchmarks.validate_faults [FAULTS_A_KIND]

The good data of `validate_data` passes without a finding. Each kind is planted alone, in figures picked at random; a
fault counts as caught when the figure it touches is held in quarantine, takes part in a relation that disagrees,
stands in a conflict, or is named by a drift finding. Faults of the text change the page as well as the row: the reading
is right, the source is wrong.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pyarrow as pa

from benchmarks.validate_data import GoodData, good_data
from tasks.contracts import DOCUMENTS, OBSERVATIONS
from tasks.validate.batch import validate_batch
from tasks.validate.drift import missing_partitions
from tasks.validate.reconcile import reconcile
from tasks.validate.rules import Rules, load_rules

YEARS = [2020, 2021, 2022, 2023]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
Row = dict[str, Any]


@dataclass
class Planted:
    """Changed data, the touched observation ids of each fault, and what each fault did."""

    documents: list[Row]
    rows: list[Row]
    touched: list[set[str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def swapped(printed: str, rng: random.Random) -> str | None:
    """The number with two neighbouring, different digits swapped."""
    places = [at for at, sign in enumerate(printed) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(places) if printed[a] != printed[b] and (a or printed[b] != "0")]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    signs = list(printed)
    signs[a], signs[b] = signs[b], signs[a]
    return "".join(signs)


def rewrite(planted: Planted, row: Row, mention: str, value: float) -> None:
    """Print another mention of the same length where the row stands, and read it rightly."""
    document = next(d for d in planted.documents if d["document_id"] == row["document_id"])
    text = document["text"]
    assert len(mention) == len(row["mention"])
    document["text"] = text[: row["start"]] + mention + text[row["end"] :]
    row["mention"], row["value"] = mention, value
    for other in planted.rows:
        if other["document_id"] == row["document_id"] and other["sentence"] == row["sentence"]:
            at = text.index(other["evidence"])
            other["evidence"] = document["text"][at : at + len(other["evidence"])]


def spread(planted: Planted, rng: random.Random, count: int, fits: Callable[[Row], bool] = lambda _: True) -> list[Row]:
    """So many rows from documents of different regions, of the middle years."""
    rows = [row for row in planted.rows if fits(row) and row["period"] in ("2021", "2022") and not row.get("reprint")]
    rng.shuffle(rows)
    chosen: dict[str, Row] = {}
    for row in rows:
        chosen.setdefault(row["region_code"], row)
        if len(chosen) == count:
            break
    return list(chosen.values())


def with_swapped_digits(planted: Planted, rng: random.Random, count: int) -> Iterator[tuple[Row, str, str]]:
    """Rows whose printed number has two digits to swap, with the number as printed and as swapped."""
    for row in spread(planted, rng, count, lambda r: swapped(printed_number(r), random.Random(1)) is not None):
        printed = printed_number(row)
        yield row, printed, swapped(printed, rng) or printed


def printed_number(row: Row) -> str:
    found = NUMBER.search(row["mention"])
    assert found is not None, row["mention"]
    return found[0]


def touch(planted: Planted, row: Row, told: str) -> None:
    planted.touched.append({row["observation_id"]})
    planted.told.append(f"{row['region']} {row['period']} {row['indicator']} {row['measure']}: {told}")


def wrong_scale_in_row(planted: Planted, rng: random.Random, count: int) -> None:
    for row in spread(planted, rng, count, lambda r: r["unit"] in ("元", "人")):
        row["value"] *= rng.choice((1e-4, 1e4, 1e-8))
        touch(planted, row, f"{row['mention']} as {row['value']:g}")


def wrong_unit_in_row(planted: Planted, rng: random.Random, count: int) -> None:
    for row in spread(planted, rng, count):
        row["unit"] = rng.choice([unit for unit in ("元", "人", "户", "亩", "%") if unit != row["unit"]])
        touch(planted, row, f"{row['mention']} in {row['unit']}")


def wrong_unit_in_text(planted: Planted, rng: random.Random, count: int) -> None:
    for row in spread(planted, rng, count, lambda r: r["mention"].endswith("亿元")):
        touch(planted, row, f"{row['mention']} printed as 万元")
        rewrite(planted, row, row["mention"].replace("亿元", "万元"), row["value"] / 1e4)


def shifted_region(planted: Planted, rng: random.Random, count: int) -> None:
    codes = sorted({row["region_code"] for row in planted.rows})
    for row in spread(planted, rng, count):
        code = codes[(codes.index(row["region_code"]) + 1) % len(codes)]
        row["region_code"], row["province_code"] = code, code if code == "100000" else f"{code[:2]}0000"
        touch(planted, row, f"booked on {code}")


def shifted_region_with_name(planted: Planted, rng: random.Random, count: int) -> None:
    names = {row["region_code"]: row["region"] for row in planted.rows}
    codes = sorted(names)
    for row in spread(planted, rng, count):
        code = codes[(codes.index(row["region_code"]) + 1) % len(codes)]
        row["region_code"], row["region"] = code, names[code]
        row["province_code"] = code if code == "100000" else f"{code[:2]}0000"
        touch(planted, row, f"booked on {code} {names[code]}")


def swapped_digits_in_row(planted: Planted, rng: random.Random, count: int) -> None:
    for row, printed, other in with_swapped_digits(planted, rng, count):
        row["value"] *= float(other) / float(printed)
        touch(planted, row, f"{row['mention']} as {row['value']:g}")


def swapped_digits_in_text(planted: Planted, rng: random.Random, count: int) -> None:
    for row, printed, other in with_swapped_digits(planted, rng, count):
        touch(planted, row, f"{row['mention']} printed as {other}")
        rewrite(planted, row, row["mention"].replace(printed, other), row["value"] * float(other) / float(printed))


def double_counted_row(planted: Planted, rng: random.Random, count: int) -> None:
    for row in spread(planted, rng, count):
        again = {**row, "observation_id": f"again-{row['observation_id']}"}
        planted.rows.append(again)
        touch(planted, again, "the same place counted twice")


def double_counted_part(planted: Planted, rng: random.Random, count: int) -> None:
    """A whole whose printed sum counts one of its parts twice."""
    parts = defaultdict(list)
    for row in planted.rows:
        if row["indicator_id"] in ("farmland", "population", "budget_revenue") and row["measure"] == "level":
            parts[row["province_code"], row["indicator_id"], row["period"]].append(row)
    wholes = spread(
        planted, rng, count, lambda r: r["region_code"].endswith("0000") and r["indicator_id"] == "farmland"
    )
    for row in wholes:
        own = [
            p for p in parts[row["province_code"], "farmland", row["period"]] if p["region_code"] != row["region_code"]
        ]
        if not own:
            continue
        value = row["value"] + rng.choice(own)["value"]
        mention = f"{int(value)}亩"
        if len(mention) != len(row["mention"]):
            continue
        touch(planted, row, f"{row['mention']} printed as {mention}")
        rewrite(planted, row, mention, value)


def missing_partition(planted: Planted, rng: random.Random, count: int) -> None:
    keys = sorted({(row["period"], row["province_code"]) for row in planted.rows})
    for year, province in rng.sample(keys, min(count, len(keys) // 3)):
        planted.rows = [r for r in planted.rows if (r["period"], r["province_code"]) != (year, province)]
        planted.gone.append(f"year={year}/province={province}")
        planted.touched.append(set())
        planted.told.append(f"no rows of {year} {province}")


def stale_reprint(planted: Planted, rng: random.Random, count: int) -> None:
    """A bulletin of an earlier year printed again as if it were new: its figures land on the next year."""
    chosen = [d for d in planted.documents if d["title"].find("2021年") > 0 and not d["is_reprint"]]
    for document in rng.sample(chosen, min(count, len(chosen))):
        new = {
            **document,
            "document_id": f"stale-{document['document_id']}",
            "publisher": "某某新闻网",
            "site": "某某新闻网",
        }
        new["published_at"] = document["published_at"] + dt.timedelta(days=365)
        rows = [r for r in planted.rows if r["document_id"] == document["document_id"]]
        copies = [_a_year_on(row, new) for row in rows]
        planted.documents.append(new)
        planted.rows.extend(copies)
        planted.touched.append({row["observation_id"] for row in copies})
        planted.told.append(f"{document['title']} printed a year later")


def _a_year_on(row: Row, document: Row) -> Row:
    shifted = {name: row[name].replace(year=row[name].year + 1) for name in ("period_start", "period_end")}
    ids = {"observation_id": f"stale-{row['observation_id']}", "document_id": document["document_id"]}
    return {**row, **shifted, **ids, "period": str(int(row["period"]) + 1), "published_at": document["published_at"]}


KINDS = {
    "wrong unit: scale of the row": wrong_scale_in_row,
    "wrong unit: unit of the row": wrong_unit_in_row,
    "wrong unit: in the text": wrong_unit_in_text,
    "shifted region: code": shifted_region,
    "shifted region: code and name": shifted_region_with_name,
    "swapped digits: in the row": swapped_digits_in_row,
    "swapped digits: in the text": swapped_digits_in_text,
    "double counting: the row": double_counted_row,
    "double counting: a part": double_counted_part,
    "missing partition": missing_partition,
    "stale reprint": stale_reprint,
}


@dataclass(frozen=True)
class Caught:
    """What validation found: observation ids by who found them, and partitions that are gone."""

    by: dict[str, set[str]]
    partitions: set[str]

    @property
    def ids(self) -> set[str]:
        return set().union(*self.by.values())


def find(documents: pa.Table, observations: pa.Table, data: GoodData, rules: Rules) -> Caught:
    result = validate_batch(observations, documents, rules=rules, run_id="faults")
    conflicts = reconcile(result.passed, documents, regions=data.regions)
    disagreeing = [r for r in result.relations.to_pylist() if r["verdict"] == "disagrees"]
    found = {
        "quarantine": set(result.quarantined["record_id"].to_pylist()),
        "relation": {each for r in disagreeing for each in (*r["parts"], r["stated_id"]) if each},
        "conflict": {each for row in conflicts.to_pylist() for each in row["observation_ids"]},
    }
    gone = {finding.group for finding in missing_partitions(data.observations, result.passed)}
    return Caught(found, gone)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    data = good_data(YEARS)
    rules = load_rules(regions=data.regions, indicators=data.indicators)
    quiet = find(data.documents, data.observations, data, rules)
    print(
        f"good data: {len(data.observations)} rows, {len(quiet.ids)} findings, {len(quiet.partitions)} partitions gone"
    )
    documents, rows = data.documents.to_pylist(), data.observations.to_pylist()
    everything: Counter[str] = Counter()
    for number, (kind, plant) in enumerate(KINDS.items()):
        planted = Planted([dict(d) for d in documents], [dict(r) for r in rows])
        plant(planted, random.Random(number + 1), count)
        caught = find(DOCUMENTS.from_rows(planted.documents), OBSERVATIONS.from_rows(planted.rows), data, rules)
        hits = [bool(ids & caught.ids) for ids in planted.touched]
        if planted.gone:
            hits = [name in caught.partitions for name in planted.gone]
        shares = {by: sum(bool(ids & found) for ids in planted.touched) for by, found in caught.by.items()}
        print(f"{kind:32} {sum(hits):4} of {len(hits):4} caught   by {shares}")
        for told in [told for hit, told in zip(hits, planted.told, strict=True) if not hit][:5]:
            print(f"      missed: {told}")
        everything.update(caught=sum(hits), planted=len(hits))
    caught_of_all = everything["caught"] / everything["planted"]
    print(f"together {everything['caught']} of {everything['planted']}: {caught_of_all:.1%}")


if __name__ == "__main__":
    main()
