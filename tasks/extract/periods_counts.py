"""Counts of what there is of a thing, and shares of such counts."""

from __future__ import annotations

import re

from tasks.extract.periods_words import last_clause

COUNT = re.compile(
    r"[0-9一二三四五六七八九十百千]余?多?[万亿]*((?![年月日号时])[^\x00-\xff，。；、余多万亿]{1,2}?)(?=[，。；、,;]|$)"
)
# 湿地有3.52亿亩: what there is of a thing, and no more.
STOCK = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}?)?(?:有|为|是|[多高]?达|共有|共|约|占)?|[\u4e00-\u9fff、]{2,40}?(?:各|分别|则?依次)(?:有|为|是|占)"
)
COUNTED = re.compile(r"[0-9.]+[万亿余多]*(?:平方公里|公里|公顷|[户人个家所处名条件座亩吨米])(?:、|和)?")


def of_a_count(text: str, sentence: int, start: int) -> bool:
    """Whether the count that a share at `start` is of, if its sentence gives it, is no more than what there is of a
    thing (有博士学位的教师人数为16人，占8%: both are of the year)."""
    counted = COUNT.search(text, sentence, start)
    if counted is None:
        return True
    return STOCK.fullmatch(COUNTED.sub("", last_clause(text, counted.start()))) is not None
