"""The years of the censuses that a title names or that a text draws on."""

from __future__ import annotations

import datetime as dt

from tasks.extract.periods_words import CENSUSES


def census(title: str) -> str | None:
    """The year of the count that a title names (第七次全国人口普查公报)."""
    named = ((name, year) for name, year in CENSUSES.items() if name in title or name.replace("全国", "") in title)
    return next((str(year) for _, year in named), None)


def counted_lately(text: str, published: dt.date | None) -> str | None:
    """The year of a count of the whole country that a text published soon after it draws on (最新人口普查数据)."""
    if "普查数据" not in text and "普查结果" not in text and "七普" not in text:
        return None
    short = {name: f"{name[1]}普" for name in CENSUSES if "人口" in name}
    years = {str(year) for name, year in CENSUSES.items() if name in text or short.get(name, name) in text}
    if not years and published and "人口普查" in text:
        years = {str(year) for name, year in CENSUSES.items() if "人口" in name and 0 <= published.year - year <= 1}
    soon = {year for year in years if published and 0 <= published.year - int(year) <= 2}
    return next(iter(soon)) if len(soon) == 1 else None
