"""One form of punctuation and years for all rules: half-width signs beside Chinese letters are read as full-width ones.

Dumps and archives fold 「，；：！？（）」 to ASCII, papers quote with "…" or 「…」 and write 二〇二一年. Here the text
is unfolded once, letter by letter, so that no rule has to know of it and offsets stay those of the text as printed.
"""

from __future__ import annotations

import re

_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_HALF = str.maketrans("，；：！？（）", ",;:!?()")
# Beside a letter that is not ASCII, or behind a percent sign: never inside 14,383 or 9:30.
_NARROW = re.compile(r"(?<=[^\x00-\x24\x26-\x7f])[,;:!?()]|[,;:!?()](?=[^\x00-\x7f])")
_WIDE = re.compile("[，；：！？（）]")
_CORNERS = str.maketrans("「」『』", "“”‘’")
_TO_CORNERS = str.maketrans("“”‘’", "「」『』")
_TO_STRAIGHT = str.maketrans("“”", '""')
# An even number of straight quotes in a line are pairs, unless each is an inch sign (6.5"和5.5").
_INCHES = re.compile(r'[^"]*(?:(?<=[0-9])"[^"]*)+')
_STRAIGHT = re.compile(r'"[^"\n]*"')
_SPELT_YEAR = re.compile(
    "(?<![〇○零一二三四五六七八九十百千万亿])(?:一[五六七八九]|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年(?!级(?![差别])))"
)
_SPELT_BEGUN = ("一五", "一六", "一七", "一八", "一九", "二〇", "二○", "二零")
# 1·9万, 3·2亿元: a point in the middle of the line, unlike 5·12地震.
_RAISED_POINT = re.compile(r"(?<=\d)·(?=\d{1,3}(?:[万亿%％‰]|个百分点|元|吨|米|公[里斤顷]|平方|立方|千瓦|倍|亩))")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def with_points(text: str) -> str:
    """The text with a full stop for every decimal point that stands in the middle of the line."""
    return _RAISED_POINT.sub(".", text) if "·" in text else text


def unfolded(text: str) -> str:
    """The text with full-width punctuation, curly quotes and years in digits, as long as it was."""
    if "「" in text or "『" in text:
        text = text.translate(_CORNERS)
    if '"' in text:
        text = "\n".join(_curled(line) for line in text.split("\n"))
    if any(begun in text for begun in _SPELT_BEGUN):
        text = _SPELT_YEAR.sub(lambda year: year[0].translate(_DIGITS), text)
    text = with_points(text)
    if any(sign in text for sign in ",;:!?()"):
        text = _NARROW.sub(lambda sign: sign[0].translate(_FULL), text)
    return text


def _curled(line: str) -> str:
    """A line with its pairs of straight quotes as curly ones."""
    if line.count('"') % 2 or _INCHES.fullmatch(line):
        return line
    return _STRAIGHT.sub(lambda quoted: f"“{quoted[0][1:-1]}”", line)


def as_printed(name: str, text: str) -> str:
    """A name made from the unfolded text, in the width and with the quotes that the printed text uses throughout."""
    if "“" in name and "“" not in text:
        name = name.translate(_TO_CORNERS if "「" in text else _TO_STRAIGHT)
    return name if _WIDE.search(text) else name.translate(_HALF)
