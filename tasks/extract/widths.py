"""One width of punctuation for all rules: half-width signs beside Chinese letters are read as full-width ones.

Dumps and archives fold 「，；：！？（）」 to ASCII. Here the text is unfolded once, letter by letter, so that no rule
has to know of it and offsets stay those of the text as printed.
"""

from __future__ import annotations

import re

_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_HALF = str.maketrans("，；：！？（）", ",;:!?()")
# Beside a letter that is not ASCII, or behind a percent sign: never inside 14,383 or 9:30.
_NARROW = re.compile(r"(?<=[^\x00-\x24\x26-\x7f])[,;:!?()]|[,;:!?()](?=[^\x00-\x7f])")
_WIDE = re.compile("[，；：！？（）]")


def unfolded(text: str) -> str:
    """The text with full-width punctuation, as long as it was."""
    return _NARROW.sub(lambda sign: sign[0].translate(_FULL), text)


def as_printed(name: str, text: str) -> str:
    """A name made from the unfolded text, in the width that the printed text uses throughout."""
    return name if _WIDE.search(text) else name.translate(_HALF)
