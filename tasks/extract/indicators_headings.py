"""Headings that have run into the sentence behind them (人口年末常住人口5万人): no part of the name of its figures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tasks.extract.indicators_wording import phrases
from tasks.extract.sought import Sought
from tasks.vocabulary import either

# Behind a heading a sentence begins with its time. A bare measure needs the word in front (粮食全年产量).
_TIME = "(?:全年|年末|年底|年内|上半年|前三季度|20[0-9]{2}年)"
_BARE = (
    "(?:末|底)?(?:全[市县区州旗省])?(?:共|累计|完成|实现)?"
    "(?:总?产[量值]|增加值|投资|收入|支出|总[量额值]|面积|人口[0-9]|[0-9])"
)


def run_in_headings(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every such heading at the head of a line, in time linear in the text."""
    return (found.span("head") for found in _headings().finditer(text))


@lru_cache(maxsize=4)
def _headings() -> Sought:
    heads = either(phrases()["run_in_headings"])
    return Sought(rf"(?m)^[ \t\u3000]{{0,8}}(?P<head>{heads})(?={_TIME}(?!{_BARE}))")
