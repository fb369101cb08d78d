"""The normal form of clean text: one exact shape that offsets, hashes and readers can rely on.

docs/normal-form.md states it in words; the functions here are steps on a Draft, each idempotent. Nothing is guessed:
what a step removes or joins goes on record as a repair, what it merely writes another way (digits, blanks) does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tasks.clean.repairs import Draft, Edit
from tasks.vocabulary import read_yaml

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_CHINESE = _HAN + "、。〈-】〔〕“”‘’…—·％，；：？！（）"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
# Control sequences of a terminal (CSI, OSC): without their first byte they would read as text, `[31m` as 31 metres.
_SEQUENCE = re.compile("(?:\x1b\\[|\x9b)[0-9;:?<=>]{0,40}[ -/]{0,4}[@-~]|\x1b\\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\\\)")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNTIDY = re.compile("  | \t|\t |^[ \t]|[ \t]$", re.MULTILINE)
_UNTIDY_SIGNS = ("  ", " \t", "\t ", "\n ", "\n\t", " \n", "\t\n")
_BLANKS = re.compile("[ \t]+")
_EMPTY_LINES = re.compile(r"\A\n+|\n+\Z|(\n)\n+")
_FULL_WIDTH_KEPT = "，；：？！（）［］｛｝～｜＂＇｀＾＼"
_SMALL_FORMS = {
    "﹐": "，", "﹑": "、", "﹒": ".", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）",
    "﹪": "%", "−": "-", "﹣": "-", "∶": ":", "⁄": "/", "｡": "。", "､": "、", "｢": "「", "｣": "」",
}  # fmt: skip
_HALF = re.compile(r"[,;:?!()]")
_TO_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_MARKS = re.compile("[ ,;:?!()，；：？！（）]*[,;:?!()（）][ ,;:?!()，；：？！（）]*")
_HANZI = re.compile(f"[{_HAN}]")
_THIN_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u2009\u202f]\d{3})+(?![\d])")
_GROUPS = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?")
_GROUP_SIGN = re.compile(r" (?<=\d )\d{3}")
_BEFORE_GROUPS, _AFTER_GROUPS = re.compile(f"[{_CHINESE}]"), re.compile(f"[%‰{_HAN}。；，、（）]")
_FOOTNOTE = re.compile(rf"(?<=[{_CHINESE}a-zA-Z0-9%‰])(?:\[(?:注\s?)?\d{{1,3}}\]|〔注\s?\d{{1,3}}〕)+(?!\d*号)")
_RAISED_DIGITS = "¹²³⁰⁴-⁹"
_RAISED = re.compile(
    rf"(?<=[{_CHINESE}])(?:(?<![米里尺寸分])|(?![²³](?![{_RAISED_DIGITS}])))[{_RAISED_DIGITS}]++(?!/)"
    # Behind a figure they are no power if the sentence goes on, and 10⁴ is one.
    rf"|(?<=[0-9%‰])[{_RAISED_DIGITS}]+(?=[\s)\]|{_CHINESE}]|\Z)"
)
_POWER = re.compile(r"(?:[×xX*·=]\s?\d[\d.]*|(?<![\d.,])10)\Z")
_REACH = 24
_RAISED_SIGN = re.compile("[¹²³⁰⁴-⁹]")


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _FULL_WIDTH_KEPT}
    table |= {ord(char): other for char, other in _SMALL_FORMS.items()}
    table |= dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9)):
        other = unicodedata.normalize("NFKC", chr(code))
        if len(other) == 1:
            table[code] = other
    radicals: str = read_yaml("script.yaml")["radicals"]
    return table | {ord(radical): char for radical, char in zip(radicals[::2], radicals[1::2], strict=True)}


_TABLE = _table()
# On most texts next to nothing is folded, and looking for it takes a fraction of the time of a translation.
_FOLDED = re.compile(f"[{''.join(map(re.escape, map(chr, sorted(_TABLE))))}]")


def unify_lines(draft: Draft) -> None:
    """Line ends become `\\n`; invisible characters, control codes and control sequences go."""
    if "\x1b" in draft.text or "\x9b" in draft.text:
        draft.edit(Edit(m.start(), m.end(), "") for m in _SEQUENCE.finditer(draft.text))
    if any(end in draft.text for end in "\r\x0b\x0c\x85\u2028\u2029"):
        draft.edit(Edit(m.start(), m.end(), "\n") for m in _LINE_END.finditer(draft.text))
    draft.edit(Edit(m.start(), m.end(), "") for m in _INVISIBLE.finditer(draft.text))


def fold_width(draft: Draft) -> None:
    """Digits, letters, percent and signs to half width, every blank to a space; Chinese punctuation stays."""
    if "\u2009" in draft.text or "\u202f" in draft.text:
        draft.edit(_joined(match, "[\u2009\u202f]") for match in _THIN_GROUPS.finditer(draft.text))
    if _FOLDED.search(draft.text):
        draft.exchange(_FOLDED.sub(lambda match: _TABLE[ord(match[0])], draft.text))


def _joined(match: re.Match[str], separator: str) -> Edit:
    return Edit(match.start(), match.end(), re.sub(separator, "", match[0]), "layout")


def tidy_blanks(draft: Draft) -> None:
    """Lines without outer blanks, no empty lines, single spaces; tabs between the cells of a row stay."""
    if _is_untidy(draft.text):
        edits: list[Edit] = []
        start = 0
        for line in draft.text.split("\n"):
            edits += _tidy(line, start)
            start += len(line) + 1
        draft.edit(edits)
    if "\n\n" in draft.text or draft.text[:1] == "\n" or draft.text[-1:] == "\n":
        draft.edit(Edit(m.start(), m.end(), m[1] or "") for m in _EMPTY_LINES.finditer(draft.text))


def _is_untidy(text: str) -> bool:
    return any(sign in text for sign in _UNTIDY_SIGNS) or text[:1] in (" ", "\t") or text[-1:] in (" ", "\t")


def _tidy(line: str, start: int) -> Iterator[Edit]:
    """The edits of a line; a row is one with a tab between two cells, and its empty first cells count."""
    if not _UNTIDY.search(line):
        return
    row = "\t" in line.strip()
    for match in _BLANKS.finditer(line):
        tabs = "\t" * match[0].count("\t")
        if match.end() == len(line):
            wanted = ""
        elif match.start() == 0:
            wanted = tabs if row else ""
        else:
            wanted = tabs or " "
        if wanted != match[0]:
            yield Edit(start + match.start(), start + match.end(), wanted)


def join_digits(draft: Draft) -> None:
    """`人口1 210 207人` to 1210207: groups of three within one number, never the cells of a row."""
    if _GROUP_SIGN.search(draft.text) is None:
        return
    draft.edit(_joined(m, " ") for m in _GROUPS.finditer(draft.text) if _one_number(draft.text, m.start(), m.end()))


def _one_number(text: str, start: int, end: int) -> bool:
    """Whether groups of digits stand in prose, a Chinese character on either side, and not in a row of cells."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(_BEFORE_GROUPS.match(before) and _AFTER_GROUPS.match(after)) and not _in_row(text, start)


def _in_row(text: str, place: int) -> bool:
    """Whether the place stands in a line with tabs."""
    end = text.find("\n", place)
    return "\t" in text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]


def drop_footnotes(draft: Draft) -> None:
    """Reference marks behind a word (`[3]`, `[注1]`, raised digits) go; 平方米² is a unit and stays."""
    if "]" in draft.text or "〔注" in draft.text:
        draft.edit(Edit(m.start(), m.end(), "", "footnote") for m in _FOOTNOTE.finditer(draft.text))
    if _RAISED_SIGN.search(draft.text):
        notes = (m for m in _RAISED.finditer(draft.text) if not _is_power(draft.text, m.start(), m.end()))
        draft.edit(Edit(m.start(), m.end(), "", "footnote") for m in notes)


def _is_power(text: str, start: int, end: int) -> bool:
    """Whether raised digits stand behind the base of a power: 10⁴亩, 3.6×10⁴, but not 10¹万亩."""
    before = text[max(0, start - _REACH) : start]
    if not before[-1:].isascii() or _POWER.search(before) is None:
        return False
    return before[-3:-2] in "×xX*·" or (text[start:end] != "¹" and text[end : end + 1] not in ("万", "亿"))


def widen_punctuation(draft: Draft) -> None:
    """In a line with hanzi `,;:?!` become full width unless both neighbours are ASCII; brackets in pairs, by all four.

    A run of marks and blanks has one left and one right neighbour for all of its marks, so that what one mark becomes
    never decides about another.
    """
    text = draft.text
    if not _HALF.search(text):
        return
    draft.exchange("\n".join(map(_widened, text.split("\n"))))


def _widened(line: str) -> str:
    if not _HALF.search(line) or not _HANZI.search(line):
        return line
    chars = list(line)
    opened: list[tuple[int, bool]] = []
    for run in _MARKS.finditer(line):
        left, right = line[run.start() - 1 : run.start()], line[run.end() : run.end() + 1]
        chinese = _is_chinese(left) or _is_chinese(right)
        for place in range(run.start(), run.end()):
            char = line[place]
            if char in "(（":
                opened.append((place, chinese))
            elif char in ")）":
                start, outer = opened.pop() if opened else (place, False)
                if chinese or outer:
                    chars[start], chars[place] = _TO_FULL.get(line[start], line[start]), "）"
            elif chinese or not (_is_ascii(left) and _is_ascii(right)):
                chars[place] = _TO_FULL.get(char, char)
    for place, chinese in opened:
        if chinese:
            chars[place] = "（"
    return "".join(chars)


def _is_chinese(char: str) -> bool:
    return char > "\u2000"


def _is_ascii(char: str) -> bool:
    return "!" <= char <= "~"
