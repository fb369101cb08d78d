"""Good data to plant faults in: yearly bulletins of every province and prefecture whose figures all fit together.

Levels follow growth from year to year, prefectures add up to their province and provinces to the country, shares are
those of the printed parts, and a second paper reprints the bulletins of the provinces.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass, field

import pyarrow as pa

from tasks.contracts import DIM_INDICATOR, DIM_REGION, DOCUMENTS, OBSERVATIONS
from tasks.vocabulary import read_csv

COUNTRY = "100000"
SHANGHAI = dt.timezone(dt.timedelta(hours=8))
OUTSIDE = ("71", "81", "82")
CATALOGUE = (
    ("gdp", "地区生产总值", ["元"], ["level", "growth"], 1e7, 2e14),
    ("gdp_primary", "第一产业增加值", ["元"], ["level", "share"], 0.0, 5e13),
    ("gdp_secondary", "第二产业增加值", ["元"], ["level", "share"], 0.0, 1e14),
    ("gdp_tertiary", "第三产业增加值", ["元"], ["level", "share"], 0.0, 1e14),
    ("population", "常住人口", ["人"], ["level", "change", "growth"], 1e3, 1.5e9),
    ("gdp_per_head", "人均地区生产总值", ["元"], ["level"], 1e3, 1e6),
    ("trade", "货物进出口总额", ["元"], ["level", "growth"], 0.0, 5e13),
    ("exports", "出口额", ["元"], ["level"], 0.0, 5e13),
    ("imports", "进口额", ["元"], ["level"], 0.0, 5e13),
    ("budget_revenue", "一般公共预算收入", ["元"], ["level", "growth"], 1e6, 3e13),
    ("problems_found", "排查发现问题数", ["条"], ["level"], 0.0, 1e7),
    ("problems_solved", "问题整改完成数", ["条"], ["level"], 0.0, 1e7),
    ("problems_rate", "问题整改完成率", ["%"], ["share"], 0.0, 100.0),
    ("warned_red", "红色户", ["户"], ["level", "share"], 0.0, 1e7),
    ("warned_yellow", "黄色户", ["户"], ["level", "share"], 0.0, 1e7),
    ("warned_black", "黑色户", ["户"], ["level", "share"], 0.0, 1e7),
    ("farmland", "耕地面积", ["亩"], ["level"], 1.0, 2.2e9),
)


@dataclass(frozen=True)
class Place:
    """A region of the bulletins."""

    code: str
    name: str
    level: str
    parent: str | None


@dataclass
class Year:
    """The figures of one region and year, in base units."""

    primary: int
    secondary: int
    tertiary: int
    population: int
    exports: int
    imports: int
    revenue: int
    found: int
    solved: int
    red: int
    yellow: int
    black: int
    farmland: int

    def __add__(self, other: Year) -> Year:
        return Year(*(a + b for a, b in zip(vars(self).values(), vars(other).values(), strict=True)))

    @property
    def gdp(self) -> int:
        return self.primary + self.secondary + self.tertiary


@dataclass
class Bulletin:
    """A text under construction, with the observations that stand in it."""

    document: dict[str, object]
    rows: list[dict[str, object]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def say(self, text: str) -> Bulletin:
        self.parts.append(text)
        self.length += len(text)
        return self

    def fact(
        self, mention: str, value: float, unit: str, entry: str, measure: str = "level", name: str | None = None
    ) -> Bulletin:
        start = self.length
        self.say(mention)
        names = {key: label for key, label, *_ in CATALOGUE}
        self.rows.append(
            {
                "start": start,
                "end": self.length,
                "mention": mention,
                "value": float(value),
                "unit": unit,
                "indicator_id": entry,
                "indicator": name or names[entry],
                "measure": measure,
            }
        )
        return self


def places() -> list[Place]:
    """The country, its provinces (outside ones left out) and their prefectures of today."""
    kept = [row for row in read_csv("regions.csv") if not row["valid_to"] and row["code"][:2] not in OUTSIDE]
    chosen = [r for r in kept if r["level"] in ("country", "province", "prefecture")]
    return [Place(r["code"], r["name"], r["level"], r["parent"] or None) for r in chosen]


def _first_year(rng: random.Random) -> Year:
    gdp = int(rng.lognormvariate(25.5, 0.8))
    people = int(gdp / rng.uniform(40_000, 90_000))
    found = rng.randint(500, 20_000)
    return Year(
        primary=int(gdp * rng.uniform(0.05, 0.2)),
        secondary=int(gdp * rng.uniform(0.3, 0.45)),
        tertiary=int(gdp * rng.uniform(0.35, 0.6)),
        population=people,
        exports=int(gdp * rng.uniform(0.05, 0.2)),
        imports=int(gdp * rng.uniform(0.02, 0.1)),
        revenue=int(gdp * rng.uniform(0.07, 0.1)),
        found=found,
        solved=int(found * rng.uniform(0.9, 1.0)),
        red=rng.randint(2_000, 20_000),
        yellow=rng.randint(300, 2_000),
        black=rng.randint(50, 900),
        farmland=rng.randint(500_000, 9_000_000),
    )


def _next_year(year: Year, rng: random.Random) -> Year:
    grown = {name: int(value * rng.uniform(1.01, 1.08)) for name, value in vars(year).items()}
    grown["population"] = int(year.population * rng.uniform(0.995, 1.01))
    grown["solved"] = min(grown["solved"], grown["found"])
    return Year(**grown)


def _years(years: list[int], seed: int) -> dict[tuple[str, int], Year]:
    """The figures of every place and year; wholes are the sums of their parts."""
    found: dict[tuple[str, int], Year] = {}
    parts: dict[str, list[str]] = defaultdict(list)
    everywhere = places()
    for place in everywhere:
        if place.parent:
            parts[place.parent].append(place.code)
    for level in ("prefecture", "province", "country"):
        for place in everywhere:
            if place.level == level:
                _figures(place, years, parts[place.code], found, seed)
    return found


def _figures(place: Place, years: list[int], parts: list[str], found: dict[tuple[str, int], Year], seed: int) -> None:
    rng = random.Random(f"{seed}{place.code}")
    current = None
    for year in years:
        if parts:
            total = found[parts[0], year]
            for code in parts[1:]:
                total = total + found[code, year]
            found[place.code, year] = total
        else:
            current = _next_year(current, rng) if current else _first_year(rng)
            found[place.code, year] = current


def _yi(value: int) -> tuple[str, float]:
    """亿元 with two decimals as printed, and the value that this is."""
    text = f"{value / 1e8:.2f}"
    return f"{text}亿元", round(float(text) * 1e8, 2)


def _wan(value: int) -> tuple[str, float]:
    text = f"{value / 1e4:.2f}"
    return f"{text}万人", round(float(text) * 1e4, 2)


def _percent(part: float, whole: float, digits: int = 1) -> tuple[str, float]:
    text = f"{100 * part / whole:.{digits}f}"
    return f"{text}%", float(text)


def _growth(new: float, old: float) -> tuple[str, float, str]:
    text = f"{abs(100 * (new / old - 1)):.1f}"
    falling = new < old
    return f"{text}%", -float(text) if falling else float(text), "下降" if falling else "增长"


def bulletin(place: Place, year: int, now: Year, before: Year | None, publisher: str) -> Bulletin:
    """The bulletin of a place and year."""
    published = dt.datetime(year + 1, 2, 20, 9, tzinfo=SHANGHAI)
    title = f"{place.name}{year}年国民经济和社会发展统计公报"
    url = f"https://tj.example.cn/{place.code}/{year}"
    document = {
        "document_id": hashlib.sha256(f"{url}{publisher}".encode()).hexdigest()[:24],
        "source_url": url,
        "source_id": f"bulletins-{place.code[:2]}",
        "site": publisher,
        "publisher": publisher,
        "title": title,
        "authors": [],
        "published_at": published,
        "published_text": published.isoformat(),
        "fetched_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        "snapshot_sha256": hashlib.sha256(url.encode()).hexdigest(),
        "charset": "utf-8",
        "script": "Hans",
        "language": "zh",
        "region_code": place.code,
        "is_reprint": False,
        "template": "bulletin-1",
        "repairs": [],
    }
    text = Bulletin(document)
    _economy(text, place, year, now, before)
    _people(text, year, now, before)
    _warnings(text, now)
    return text


def _economy(text: Bulletin, place: Place, year: int, now: Year, before: Year | None) -> None:
    text.say(f"{year}年,{place.name}地区生产总值").fact(*_yi(now.gdp), "元", "gdp")
    if before:
        mention, value, verb = _growth(now.gdp, before.gdp)
        text.say(f",比上年{verb}").fact(mention, value, "%", "gdp", "growth")
    text.say("。其中,第一产业增加值").fact(*_yi(now.primary), "元", "gdp_primary")
    text.say(",第二产业增加值").fact(*_yi(now.secondary), "元", "gdp_secondary")
    text.say(",第三产业增加值").fact(*_yi(now.tertiary), "元", "gdp_tertiary").say("。三次产业比重分别为")
    shares = [_percent(part, now.gdp, 2) for part in (now.primary, now.secondary)]
    rest = 100 - sum(value for _, value in shares)
    shares.append((f"{rest:.2f}%", round(rest, 2)))
    for number, (entry, (mention, value)) in enumerate(
        zip(("gdp_primary", "gdp_secondary", "gdp_tertiary"), shares, strict=True)
    ):
        text.say("、" if number else "").fact(
            mention, value, "%", entry, "share", f"{['第一', '第二', '第三'][number]}产业比重"
        )
    text.say("。全年货物进出口总额").fact(*_yi(now.exports + now.imports), "元", "trade")
    text.say(",其中出口").fact(*_yi(now.exports), "元", "exports").say(",进口").fact(*_yi(now.imports), "元", "imports")
    text.say("。一般公共预算收入")
    if before:
        mention, value = _yi(before.revenue)
        text.say("由上年的").fact(mention, value, "元", "budget_revenue")
        text.rows[-1]["back"] = 1
        text.say("增加到").fact(*_yi(now.revenue), "元", "budget_revenue")
        mention, value, verb = _growth(now.revenue, before.revenue)
        text.say(f",{verb}").fact(mention, value, "%", "budget_revenue", "growth")
    else:
        text.fact(*_yi(now.revenue), "元", "budget_revenue")
    text.say("。\n")


def _people(text: Bulletin, year: int, now: Year, before: Year | None) -> None:
    text.say(f"{year}年末常住人口").fact(*_wan(now.population), "人", "population")
    if before:
        people, old = float(_wan(now.population)[1]), float(_wan(before.population)[1])
        change = round(people - old, 2)
        verb = "减少" if change < 0 else "增加"
        mention = f"{abs(change) / 1e4:.2f}万人"
        text.say(f",比上年末{verb}").fact(mention, change, "人", "population", "change")
        mention, value, verb = _growth(people, old)
        text.say(f",{verb}").fact(mention, value, "%", "population", "growth")
    amount = round(now.gdp / now.population)
    text.say("。人均地区生产总值").fact(f"{amount}元", amount, "元", "gdp_per_head")
    text.say("。耕地面积").fact(f"{now.farmland}亩", now.farmland, "亩", "farmland").say("。\n")


def _warnings(text: Bulletin, now: Year) -> None:
    text.say("全年共排查出问题").fact(f"{now.found}条", now.found, "条", "problems_found", name="排查出问题")
    text.say(",已完成整改").fact(f"{now.solved}条", now.solved, "条", "problems_solved", name="完成整改问题")
    text.say(",整改完成率").fact(*_percent(now.solved, now.found, 2), "%", "problems_rate", "share", "整改完成率")
    whole = now.red + now.yellow + now.black
    text.say("。分类建立")
    groups = (
        ("红色户", "warned_red", now.red),
        ("黄色户", "warned_yellow", now.yellow),
        ("黑色户", "warned_black", now.black),
    )
    for number, (name, entry, count) in enumerate(groups):
        text.say((";" if number else "") + name).fact(f"{count}户", count, "户", entry)
        text.say(",占比").fact(*_percent(count, whole, 2), "%", entry, "share", f"{name}占比")
    text.say("。\n")


def finished(text: Bulletin, place: Place, year: int) -> tuple[dict[str, object], list[dict[str, object]]]:
    """The document row and the full observation rows of a bulletin."""
    body = "".join(text.parts)
    document = {**text.document, "text": body}
    rows = []
    sentences = _sentences(body)
    for row in text.rows:
        period = year - int(str(row.pop("back", 0)))
        number, start, end = next((n, a, b) for n, (a, b) in enumerate(sentences) if a <= int(str(row["start"])) < b)
        key = f"{document['document_id']}\n{row['start']}\n{row['end']}"
        rows.append(
            {
                **row,
                "observation_id": hashlib.sha256(key.encode()).hexdigest()[:24],
                "document_id": document["document_id"],
                "sentence": number,
                "evidence": body[start:end],
                "theme": "区域概况",
                "status": "observation",
                "qualifier": "exact",
                "region_code": place.code,
                "region": place.name,
                "province_code": place.code if place.code == COUNTRY else f"{place.code[:2]}0000",
                "period": str(period),
                "period_start": dt.date(period, 1, 1),
                "period_end": dt.date(period, 12, 31),
                "baseline": "previous_year" if row["measure"] in ("growth", "change") else None,
                "published_at": document["published_at"],
                "confidence": 0.85,
                "extractor": "good data",
            }
        )
    return document, rows


def _sentences(body: str) -> list[tuple[int, int]]:
    cuts = [0]
    cuts += [at + 1 for at, sign in enumerate(body) if sign in "。;\n"]
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(body)], strict=True) if b > a]


@dataclass(frozen=True)
class GoodData:
    """Documents, observations and dimensions that pass every check."""

    documents: pa.Table
    observations: pa.Table
    regions: pa.Table
    indicators: pa.Table


def good_data(
    years: list[int],
    *,
    levels: tuple[str, ...] = ("country", "province", "prefecture"),
    reprints: bool = True,
    seed: int = 7,
) -> GoodData:
    """Bulletins of these years; with `reprints` a second paper prints those of the provinces too."""
    figures = _years(years, seed)
    documents, rows = [], []
    for place in places():
        if place.level not in levels:
            continue
        publishers = ["国家统计局" if place.code == COUNTRY else f"{place.name}统计局"]
        if reprints and place.level == "province":
            publishers.append(f"{place.name[:2]}日报")
        for year in years:
            for publisher in publishers:
                text = bulletin(place, year, figures[place.code, year], figures.get((place.code, year - 1)), publisher)
                document, found = finished(text, place, year)
                documents.append({**document, "is_reprint": publisher.endswith("日报")})
                rows.extend(found)
    return GoodData(
        DOCUMENTS.from_rows(documents), OBSERVATIONS.from_rows(rows), region_dimension(), indicator_dimension()
    )


def region_dimension() -> pa.Table:
    """dim_region from the region list."""
    rows = []
    for row in read_csv("regions.csv"):
        code = row["code"]
        rows.append(
            {
                "region_code": code,
                "name": row["name"],
                "full_name": row["name"],
                "level": row["level"],
                "parent_code": row["parent"] or None,
                "province_code": code if code == COUNTRY else f"{code[:2]}0000",
                "valid_from": int(row["valid_from"] or 1980),
                "valid_to": int(row["valid_to"]) if row["valid_to"] else None,
            }
        )
    return DIM_REGION.from_rows(rows)


def indicator_dimension() -> pa.Table:
    """dim_indicator of the bulletins."""
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
        for key, name, units, measures, low, high in CATALOGUE
    )


def tiled(data: GoodData, rows: int) -> GoodData:
    """The same data over and over, as documents of their own, until there are so many observations."""
    copies = -(-rows // len(data.observations))
    documents, observations = [], []
    for copy in range(copies):
        documents.append(_renamed(data.documents, ("document_id",), copy))
        observations.append(_renamed(data.observations, ("document_id", "observation_id"), copy))
    everything = pa.concat_tables(observations).slice(0, rows).combine_chunks()
    return GoodData(pa.concat_tables(documents).combine_chunks(), everything, data.regions, data.indicators)


def _renamed(table: pa.Table, columns: tuple[str, ...], copy: int) -> pa.Table:
    import pyarrow.compute as pc

    for name in columns:
        place = table.schema.get_field_index(name)
        renamed = pc.binary_join_element_wise(table[name], f"{copy:04d}", "-")
        table = table.set_column(place, table.schema.field(place), renamed)
    return table
