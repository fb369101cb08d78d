"""GBK as the mirrors use it: characters to byte pairs and back, with the private-use zones that decoders show."""

from __future__ import annotations

from collections import defaultdict

MARKS = "，。、；？！"
BLANK = 0xA1A1
PUNCTUATION = frozenset("，。、；：？！“”‘’《》〈〉（）［］【】〔〕「」『』…—·～　")

# Zones that GBK leaves to users, as lead and trail ranges with the code point of their first character.
_ZONES = ((0xAA, 0xAF, 0xA1, 0xFE, 0xE000), (0xF8, 0xFE, 0xA1, 0xFE, 0xE234), (0xA1, 0xA7, 0x40, 0xA0, 0xE4C6))


def _private() -> dict[int, str]:
    zones: dict[int, str] = {}
    for first, last, low, high, code in _ZONES:
        for lead in range(first, last + 1):
            for trail in range(low, high + 1):
                if trail != 0x7F:
                    zones[lead << 8 | trail] = chr(code)
                    code += 1
    return zones


def _decoded() -> dict[int, str]:
    """Every pair that a decoder shows as one character."""
    table = dict(_private())
    for lead in range(0x81, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            try:
                table[lead << 8 | trail] = bytes((lead, trail)).decode("gb18030")
            except UnicodeDecodeError:
                table.setdefault(lead << 8 | trail, "\ufffd")
    return table


SHOWN = _decoded()
"""Pair to the character that a decoder shows for it."""

PRIVATE = frozenset(pair for pair, char in SHOWN.items() if "\ue000" <= char <= "\uf8ff")
"""Pairs shown as private-use characters, which cleaners delete."""

PAIRS = {char: pair for pair, char in SHOWN.items() if char != "\ufffd"}
"""Character to its pair."""
PAIRS |= {chr(0xE815 + k): 0xFE << 8 | t for k, t in enumerate(t for t in range(0x50, 0xA1) if t != 0x7F)}
PAIRS["\ue7c8"] = 0xA8BF


def _writable(char: str) -> bool:
    """Whether a Chinese page can hold the character: hanzi and Chinese marks; other signs are too rare to guess."""
    return "\u4e00" <= char <= "\u9fa5" or char in PUNCTUATION


CHARACTER = {pair: char for pair, char in SHOWN.items() if _writable(char)}
"""Pair to the character it can stand for in Chinese prose."""

BY_LEAD: dict[int, list[tuple[int, str]]] = defaultdict(list)
"""Lead byte to (trail, character), for a character that lost its trail."""
BY_TRAIL: dict[int, list[tuple[int, str]]] = defaultdict(list)
"""Trail byte to (lead, character), for a character that lost its lead."""
for _pair, _char in sorted(CHARACTER.items()):
    if _writable(_char):
        BY_LEAD[_pair >> 8].append((_pair & 0xFF, _char))
        BY_TRAIL[_pair & 0xFF].append((_pair >> 8, _char))
DELETED_LEADS = {
    lead: sorted({pair & 0xFF for pair in PRIVATE if pair >> 8 == lead}) for lead in sorted({p >> 8 for p in PRIVATE})
}
"""Lead byte of a private-use pair to its trails."""
