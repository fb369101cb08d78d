"""Tables whose lines are not their rows: rows one behind the other in a line, heads of a line each above rows.

甲类 12 30 乙类 15 31 丙类 18 40 → a line each
绝对量⏎(元)⏎增长率⏎(%)⏎甲类 12 3.1 → 绝对量(元) 增长率(%)⏎甲类 12 3.1
Offsets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.extract.tables import FIGURE
from tasks.extract.tables_heads import IN_BRACKETS, JOINER, is_aside

_FIGURE = rf"{FIGURE}[%％]?"
_STACKED = re.compile(rf"^[^\n\d，。；|｜][^\n，。；|｜]{{0,90}}?(?P<cells>(?:[ \t　]+{_FIGURE}){{2,}})[ \t　]*$", re.M)
_HEAD_LINE = re.compile(r"[ \t　]*[^\s\d，。；：:！？|｜][^\n\d，。；：:！？|｜]{0,19}")
_LABEL = r"(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）])?[\u4e00-\u9fff#][\u4e00-\u9fff（）()、#]{1,24}"
_HEADED = re.compile(
    r"(?:^|[。；])(?P<gap>[ \t　]*)(?P<caption>(?:附?表\s?\d++)[^\n。；]{2,40}?)"
    r"(?P<unit>[ 　]+[（(]?单位[:：][^\s）)]{1,8}[）)]?)?(?P<rows>(?:[ 　]+[^\s。；，]{1,30}){9,})[ \t]*$",
    re.M,
)
_ROW = re.compile(rf"[ 　]+{_LABEL}(?:[ 　]+{_FIGURE})+(?=[ 　]|$)")
_LEAST_ROWS = 3
_MOST_LINES = 24


def with_own_lines(text: str) -> str:
    """The text with the rows and the heads of its tables in a line each; as long as before."""
    if "单位" in text and "表" in text:
        text = _HEADED.sub(_in_lines, text)
    return _with_joined_heads(text)


def _in_lines(found: re.Match[str]) -> str:
    """A caption, its unit, the heads and the rows behind them in a line each, where the rows are of one width."""
    rows = list(_ROW.finditer(found["rows"]))
    widths = {len(row[0].split()) for row in rows}
    if len(rows) < _LEAST_ROWS or len(widths) > 1 or rows[-1].end() != len(found["rows"].rstrip()):
        return found[0]
    letters = list(found[0])
    base = found.start()
    breaks = [found.start("rows") - base + row.start() for row in rows]
    breaks += [found.start("rows") - base] + ([found.start("unit") - base] if found["unit"] else [])
    if found["gap"]:
        breaks.append(found.start("gap") - base)
    for at in breaks:
        letters[at] = "\n"
    return "".join(letters)


def _with_joined_heads(text: str) -> str:
    """Heads in lines of their own above rows of blanks in one line, units in brackets behind the words above them."""
    rows = list(_STACKED.finditer(text)) if " " in text or "\t" in text or "　" in text else []
    letters: list[str] = []
    for row, below in pairwise(rows):
        if below.start() != row.end() + 1 or text[row.start() - 1 : row.start()] != "\n":
            continue
        lines = _head_lines(text, row.start(), len(row["cells"].split()))
        if lines:
            letters = letters or list(text)
            for line in lines[1:]:
                letters[line.start() - 1] = JOINER if IN_BRACKETS.fullmatch(line[0].strip()) else " "
    return "".join(letters) if letters else text


def _head_lines(text: str, start: int, width: int) -> Sequence[re.Match[str]]:
    """The lines in front of a row that hold a head for each of its figures together, the nearest last."""
    lines: list[re.Match[str]] = []
    count, end = 0, start - 1
    # Asides count as well, or each row would walk up over all of them.
    for _ in range(_MOST_LINES):
        if end <= 0:
            break
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        end = begin - 1
        if is_aside(line) and not lines:
            continue
        found = _HEAD_LINE.fullmatch(text, begin, begin + len(line))
        if found is None:
            break
        lines.append(found)
        count += 0 if IN_BRACKETS.fullmatch(line.strip()) else len(line.split())
        if count >= width:
            break
    sound = len(lines) > 1 and width <= count <= width + 1 and len(lines[0][0].split()) == 1
    return lines[::-1] if sound else []
