"""Sentences that open a list of things to be done for the people this year (今年的十件民生实事，头一件是…)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tasks.extract.sought import Sought
from tasks.vocabulary import either

_LINE, _SHORT = 80, 32
_SENTENCE = re.compile("[^。！？\n]+[。！？]?")
_YEAR = re.compile("20[0-9]{2}(?=年)")


class Works:
    """The words of such sentences, compiled once from `status.yaml`."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self._names = tuple(vocabulary["promised_works"])
        self._named = Sought(either(self._names))
        self._ahead = re.compile(rf"{either(vocabulary['works_ahead'])}|{_YEAR.pattern}")
        self._done = re.compile(either(vocabulary["works_done"]))
        self._arranged = re.compile(
            rf"(?:今年|新的一年|下一步|{_YEAR.pattern}年)[^。，,\n]{{0,10}}(?:{either(vocabulary['arranged'])})[是为有：:]"
        )

    def opened(self, text: str, year: int | None) -> Iterator[tuple[int, int, bool]]:
        """Start and end of each such sentence, and whether it is a short line alone; `year` is that of publication."""
        for match in self._arranged.finditer(text):
            if not self._over(match.group(), year):
                yield match.start(), match.end(), False
        seen = -1
        for named in self._named.finditer(text):
            if named.start() < seen:
                continue
            low = max(named.start() - _LINE, 0)
            low = max(text.rfind("\n", low, named.start()), text.rfind("。", low, named.start()), low - 1) + 1
            found = _SENTENCE.match(text, low, named.end() + _LINE)
            if found is None:
                continue
            seen = found.end()
            said = found.group()
            if self._ahead.search(said) and not self._done.search(said) and not self._over(said, year):
                alone = (low == 0 or text[low - 1] == "\n") and text[seen : seen + 1] in ("", "\n")
                yield found.start(), found.end(), alone and len(said) <= _SHORT

    @staticmethod
    def _over(said: str, year: int | None) -> bool:
        """Whether the sentence names a year that ended before publication."""
        named = _YEAR.findall(said)
        return bool(named) and year is not None and int(named[-1]) < year
