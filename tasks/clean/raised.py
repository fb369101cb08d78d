"""What a page raises (<sup>): digits stay apart from the figure before them, marks of notes are written as such.

86² and 862 are told apart by the element alone. What raised digits mean, a note, a power or a unit, the normal form
decides.
"""

from __future__ import annotations

import re

from tasks.clean.tokens import JOINT

MAX_RAISED = 24
_WRITTEN = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_POWER = re.compile(r"[-−]?[0-9]{1,3}")
_NOTES = re.compile(
    r"[\[【〔(（]?注?[0-9]{1,3}+[\]】〕)）]?(?:[,，、;；~～—-]?[\[【〔(（]?注?[0-9]{1,3}+[\]】〕)）]?)*+"
)
_NUMBER = re.compile("[0-9]{1,3}")


def write_raised(parts: list[str], start: int) -> None:
    """Write what stands raised in a run of text, from a part on, in place; the number of parts stays."""
    if not 0 <= start < len(parts):
        return
    written = raised("".join(parts[start:]).replace(JOINT, ""))
    if written:
        parts[start:] = [written, *[""] * (len(parts) - start - 1)]


def raised(text: str) -> str | None:
    """How the text of a raised element is written: digits raised, notes in square brackets; None for any other text."""
    if len(text) > MAX_RAISED:
        return None
    text = "".join(text.split())
    if _POWER.fullmatch(text):
        return text.translate(_WRITTEN)
    return "".join(f"[{number}]" for number in _NUMBER.findall(text)) if _NOTES.fullmatch(text) else None
