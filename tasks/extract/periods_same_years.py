"""The months of 2019年同期 and of the bare years told behind it, where the text reports on months of a later year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.periods_iso import shifted
from tasks.extract.periods_same import is_part, part_before
from tasks.extract.periods_stamps import Stamp

_OF_YEAR = re.compile(r"(?:19|20)[0-9]{2}年(?:的?同期|同月)?")
_SAME = ("同期", "同月")
_YEAR = len("2019")


def in_earlier_years(text: str, found: Sequence[Stamp], reported: str | None) -> Iterator[Stamp]:
    """The stamps with 2019年同期 as the part of 2019 that the paragraph or the text tells of a later year.

    A bare year that the same sentence goes on with (2019年同期增长8%，2018年增长6%) is that part of its year too.
    """
    told: list[Stamp] = []
    same: Stamp | None = None
    for stamp in found:
        printed = text[stamp.start : stamp.end]
        again = same is not None and stamp.role == "anchor" and not SENTENCE_END.search(text, same.end, stamp.start)
        named = stamp.role in ("base", "anchor") and printed.endswith(_SAME)
        if named and len(stamp.period or "") > _YEAR:
            # 2013-2018年同期: the years stay, and those told behind them are meant in the same part.
            same = stamp
        elif (named or again) and len(stamp.period or "") == _YEAR and _OF_YEAR.fullmatch(printed):
            part = part_before(text, told, stamp.start) or reported
            if part and is_part(part) and (stamp.period or "") < part[:_YEAR]:
                stamp = replace(stamp, period=shifted(part, int(stamp.period or 0) - int(part[:_YEAR])), carries=False)
                same = stamp
        told.append(stamp)
        yield stamp
