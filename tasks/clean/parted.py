"""Numbers that layout has parted where no groups of three meet: 财政支出2 3456万元 may be one number or two."""

from __future__ import annotations

import re

from tasks.clean.repairs import UNREPAIRED, Draft

_PARTED = re.compile(
    r"(?<=[\u3400-\u9fff])\d{1,3}(?: \d{1,4})+(?=[百千万亿]{0,2}(?:[元吨亩户人个家名斤件台套所座%％]|公里|千瓦|平方))"
)
# What every parted number has; a blank is soon found.
_SIGN = re.compile(r" (?<=\d )\d")
_PROSE = re.compile("[。！？；，]")
_SURE = 0.5


def mark_parted(draft: Draft) -> None:
    """Put on record figures in prose that blanks part, so that none of their pieces is taken for the number."""
    for found in _PARTED.finditer(draft.text) if _SIGN.search(draft.text) else ():
        start = draft.text.rfind("\n", 0, found.start()) + 1
        end = draft.text.find("\n", found.end())
        line = draft.text[start : end if end >= 0 else len(draft.text)]
        if "\t" not in line and _PROSE.search(line):
            draft.mark(found.start(), found.end(), UNREPAIRED, _SURE)
