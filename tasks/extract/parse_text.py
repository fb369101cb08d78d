"""Exotic written forms of numbers rewritten as plain ones, with the way back to the printed characters.

`zhibiao parse` reads any text, not only official prose: 12k, 2e5, .5, $5, 七五折, 三双, 华氏98.6度, 一 百 五. Each is
rewritten (15k as 15千) before the scanner sees it; every character remembers which printed characters it stands for.
"""

from __future__ import annotations

import re

from tasks.extract.amounts import fold
from tasks.extract.mapped import Mapped
from tasks.extract.parse_rules import rules, variants
from tasks.extract.widths import with_points

_VERSION = re.compile(r"(?<![\d.])\d++(?:\.\d++){2,}")


def normalise(text: str) -> Mapped:
    """The text with variant characters folded and exotic number forms written plainly."""
    flat = _VERSION.sub(lambda m: m.group().replace(".", " "), fold(text).translate(variants()))
    mapped = Mapped(with_points(flat))
    for pattern, write in rules():
        if pattern.search(mapped.text):
            mapped.sub(pattern, write)
    return mapped
