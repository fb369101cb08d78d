"""Small noise that copying and mirroring leave in a text: markers, `?` for blanks, anti-copy lines, colour codes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tasks.clean.repairs import Draft, Edit

_HANZI = "\u3400-\u9fff"
_MARKER = re.compile("(?<![,，])[,，]+(?=[，。、；：！？])")
_BLANK = " \u00a0\u3000"
_LOST_BLANK = re.compile(rf"(?:(?<=[{_BLANK}])|(?<![^\n]))\?+(?=[{_BLANK}{_HANZI}])|(?<![^\n])\?{{2,}}(?=\d)")
_ANTI_COPY = re.compile(r"^(?=.{8,200}$)(?=(?:[^$#^&*_{}|~@`\\\n]*[$#^&*_{}|~@`\\]){3})[!-~ ]*$", re.MULTILINE)
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_SIGN_SHARE = 0.3
_GAP = re.compile(rf" (?<=[{_HANZI}] )(?=([{_HANZI}]{{1,12}}))")
_BEFORE_GAP = re.compile(rf"(?<![\dA-Za-z{_HANZI}])[{_HANZI}]{{1,12}}\Z|[{_HANZI}]{{12}}\Z")
_REACH = 13
# Colours of a terminal that lost their control byte; `[30m,50m)` and `[5m]` are lengths.
_COLOURS = re.compile(
    r"\[(?:\d{0,3};){0,6}+(?:10[0-7]|[349][0-7]|\d)?m(?![m²³/])(?![,，~～—-]\s?\d)(?![^\[\n]{0,12}\])", re.ASCII
)
_CERTAIN_COLOUR = re.compile(r"\[(?:[34][0-7]|9[0-7]|0?|\d{1,3};[\d;]{1,20})m")
# What a page does by habit: a sign to look for first, the pattern, how often it has to come, what it is called.
_HABITS = (("", _MARKER, 2, "marker"), ("?", _LOST_BLANK, 3, "noise"))


def drop(drafts: Iterable[Draft]) -> None:
    """Remove from the drafts of one page what occurs too often on it to be meant."""
    pieces = list(drafts)
    for sign, pattern, enough, kind in _HABITS:
        if sign and not any(sign in draft.text for draft in pieces):
            continue
        if sum(len(pattern.findall(draft.text)) for draft in pieces) >= enough:
            for draft in pieces:
                draft.edit(Edit(match.start(), match.end(), "", kind) for match in pattern.finditer(draft.text))
    if any(_CERTAIN_COLOUR.match(match[0]) for draft in pieces for match in _COLOURS.finditer(draft.text)):
        for draft in pieces:
            draft.edit(Edit(match.start(), match.end(), "", "noise") for match in _COLOURS.finditer(draft.text))
    for draft in pieces:
        draft.edit(
            Edit(match.start(), match.end(), "", "noise")
            for match in _ANTI_COPY.finditer(draft.text)
            if "://" not in match[0] and len(_SIGN.findall(match[0])) > _SIGN_SHARE * len(match[0].replace(" ", ""))
        )


def close_gaps(draft: Draft) -> None:
    """`习 近平` to 习近平: a blank inside a dictionary word, where the parts are no words of their own."""
    edits: list[Edit] = []
    for gap in _GAP.finditer(draft.text):
        before = _BEFORE_GAP.search(draft.text, max(0, gap.start() - _REACH), gap.start())
        if before and _inside_word(before[0], gap[1]):
            edits.append(Edit(gap.start(), gap.end(), "", "layout"))
    draft.edit(edits)


def _inside_word(left: str, right: str) -> bool:
    """Whether a word spans the gap and takes one part whole, or is long, and one part falls apart without it."""
    import rjieba

    if len(rjieba.cut(left, False)[-1]) > 1 and len(rjieba.cut(right, False)[0]) > 1:
        return False
    place = 0
    for word in rjieba.cut(left + right, False):
        end = place + len(word)
        if place < len(left) < end:
            return len(word) > 2 or place == 0 or end == len(left + right)
        place = end
    return False
