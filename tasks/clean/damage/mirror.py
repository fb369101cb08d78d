"""What a mirror site does to a page, re-enacted: the maker of damage for tests and benchmarks.

The program turns the text into traditional characters in GBK and edits the bytes blind to character borders: a marker
in front of punctuation, a reading behind the characters of a table. Then a decoder meets the bytes.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass

from tasks.clean.damage.gbk import MARKS, SHOWN
from tasks.clean.script import converter

_MARKERS = {mark.encode("gbk") for mark in MARKS}
_WIDE = {"!": "！", ",": "，", ";": "；", ":": "：", "?": "？", "(": "（", ")": "）"}
_HALF_AFTER_HANZI = re.compile("(?<=[\u4e00-\u9fff”》])[!,;:?()]")
_MARKER, _HIDDEN = b",", b"\x01"


@dataclass(frozen=True, slots=True)
class Mirror:
    """One host's habits.

    `swallows`: a lead byte and the ASCII behind it become `?`; else the lead byte vanishes alone, or shows as U+FFFD if
    `shows_loss`. `readings` characters carry readings, `inside` also where their bytes straddle two others, each with
    chance `hit`, as markers do. `deletes` private-use characters; `folds` full-width ASCII to half width.
    """

    swallows: bool = False
    shows_loss: bool = False
    readings: int = 22
    inside: bool = True
    hit: float = 0.5
    deletes: bool = True
    folds: bool = False

    def spoil(self, text: str, seed: int) -> str:
        """The page as the mirror shows it: traditional, line by line, with readings and shifts."""
        rng = random.Random(seed)  # noqa: S311 - a repeatable choice, no secret
        traditional = converter("s2t")(text)
        traditional = _HALF_AFTER_HANZI.sub(lambda match: _WIDE[match[0]], traditional)
        table = self._table(traditional, rng)
        shown = "\n".join(self._decode(self._edit(line, table, rng)) for line in traditional.split("\n"))
        if self.deletes:
            shown = re.sub("[\ue000-\uf8ff]", "", shown)
        if self.folds:
            shown = re.sub("[！-～]", lambda match: chr(ord(match[0]) - 0xFEE0), shown)
        return shown

    def _table(self, text: str, rng: random.Random) -> dict[bytes, bytes]:
        from pypinyin.constants import PINYIN_DICT

        counts = Counter(char for char in text if "\u4e00" <= char <= "\u9fff")
        common = [char for char, _ in counts.most_common(220)][20:]
        table: dict[bytes, bytes] = {}
        for char in rng.sample(common, min(self.readings, len(common))):
            reading = PINYIN_DICT.get(ord(char), "").split(",")[0]
            if reading and _encoded(char):
                table[_encoded(char)] = f"({reading})".encode("gb18030")
        return table

    def _edit(self, line: str, table: dict[bytes, bytes], rng: random.Random) -> bytes:
        """The line's bytes with what the mirror puts in."""
        marker = _MARKER if self.swallows else _HIDDEN
        chars = [_encoded(char) for char in line if _encoded(char)]
        out = bytearray()
        for char, following in zip(chars, [*chars[1:], b""], strict=False):
            straddle = char[1:] + following[:1] if len(char) == 2 and len(following) == 2 else b""
            if straddle in _MARKERS and rng.random() < self.hit:
                out += char[:1] + marker + char[1:]
                continue
            out += char
            if char in table:
                out += table[char]
            elif self.inside and straddle in table and rng.random() < self.hit:
                out += following[:1] + table[straddle]
                out += b"\x02"
        return self._without_repeated_lead(bytes(out))

    @staticmethod
    def _without_repeated_lead(data: bytes) -> bytes:
        """Behind a reading inside a character its lead stands already: drop the second one."""
        return re.sub(rb"\x02.", b"", data, flags=re.DOTALL)

    def _decode(self, data: bytes) -> str:
        shown: list[str] = []
        place = 0
        while place < len(data):
            lead = data[place]
            if lead < 0x80:
                shown.append(chr(lead))
                place += 1
                continue
            trail = data[place + 1] if place + 1 < len(data) else 0
            char = SHOWN.get(lead << 8 | trail, "\ufffd")
            if char != "\ufffd":
                shown.append(char)
                place += 2
            elif self.swallows:
                shown.append("?" if trail == 0 or trail > 0x20 else "")
                place += 2 if trail > 0x20 else 1
            else:
                shown.append("\ufffd" if self.shows_loss else "")
                place += 1 if trail < 0x80 else 2
        return "".join(shown).replace("\x01", "")


def _encoded(char: str) -> bytes:
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return b""
