"""UTF-8 with bytes missing: the one character that fits what is left of it and its neighbours, if one leads clearly."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import nlargest

from tasks.clean.charset import REPLACEMENT
from tasks.clean.damage.language import language

CLEAR = 4.0
_WIDTHS = ((0x00, 0x80, 1), (0xC2, 0xE0, 2), (0xE0, 0xF0, 3), (0xF0, 0xF5, 4))


def read_with_holes(data: bytes, lost: Collection[int]) -> str:
    """The text of bytes of which those at the places `lost` are unknown; U+FFFD where nothing can be said."""
    if not lost:
        return data.decode("utf-8", errors="replace")
    options = [_characters(data, start, end, lost) for start, end in _sequences(data)]
    text: list[str] = []
    for number, chars in enumerate(options):
        following = options[number + 1] if number + 1 < len(options) else []
        text.append(chars[0] if len(chars) == 1 else _likeliest("".join(text[-2:]), chars, following))
    return "".join(text)


def _sequences(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each character begins and ends; a byte that begins none stands alone."""
    place = 0
    while place < len(data):
        width = next((width for low, high, width in _WIDTHS if low <= data[place] < high), 1)
        whole = all(0x80 <= byte < 0xC0 for byte in data[place + 1 : place + width])
        end = place + width if whole and place + width <= len(data) else place + 1
        yield place, end
        place = end


def _characters(data: bytes, start: int, end: int, lost: Collection[int]) -> list[str]:
    """What the bytes may be: one character, or all of three bytes that differ in the one that is lost."""
    holes = [place for place in range(start, end) if place in lost]
    if not holes:
        return [data[start:end].decode("utf-8", errors="replace")]
    if len(holes) > 1 or holes[0] == start or end - start != 3:
        return [REPLACEMENT]
    before, after = data[start : holes[0]], data[holes[0] + 1 : end]
    tried = (bytes((*before, byte, *after)).decode("utf-8", errors="ignore") for byte in range(0x80, 0xC0))
    return [char for char in tried if char] or [REPLACEMENT]


def _likeliest(left: str, chars: list[str], following: list[str]) -> str:
    model = language()
    first, second = map(model.number, ("\n\n" + left)[-2:])
    right = model.number(following[0]) if len(following) == 1 and following[0] != REPLACEMENT else None

    def chance(char: str) -> float:
        number = model.number(char)
        if number == model.unknown:
            return -100.0
        return model.score(first, second, number) + (model.score(second, number, right) if right is not None else 0.0)

    best, other = nlargest(2, ((chance(char), char) for char in chars))
    return best[1] if best[0] > other[0] + CLEAR else REPLACEMENT
