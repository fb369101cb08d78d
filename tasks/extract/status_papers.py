"""Pages on a paper that lays down what is to be done (《出行方案》印发。…完善网络，新开线路20条): its sentences begin
with verbs of doing and speak of what is to come, without a word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tasks.vocabulary import either

_LEAD = 200
_SENTENCE = re.compile("[^。！？\n]+[。！？]?")


class Papers:
    """The words of such pages, compiled once from `status.yaml`."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        words = vocabulary["papers"]
        kinds, issued, lays = either(words["kinds"]), either(words["issued"]), either(words["lays_down"])
        self._issued = re.compile(
            rf"《[^》\n]{{2,40}}(?:{kinds})(?:[（(][^（()）\n]{{1,20}}[)）])?》[^。\n]{{0,20}}?(?:{issued})"
            rf"|(?:{issued})[^。，\n]{{0,12}}《[^》\n]{{2,40}}(?:{kinds})"
        )
        self._titled = re.compile(rf"(?:{kinds})")
        self._lays = re.compile(rf"(?:{kinds})[》”]?，?[一-鿿]{{0,8}}?(?:{lays})")
        aims = f"(?:{either(words['in_view_of'])})[^，。；\n]{{1,20}}，(?:[一-鿿]{{2,12}}，)?"
        leads = either((*vocabulary["extracts"]["leads"], *words["leads"]))
        self._does = re.compile(rf"[\s　]*(?:其中，|{aims})?(?:{leads})(?=[一-鿿])")
        self._reaches = re.compile(either(words["reaches"]))
        self._fact = re.compile(either(words["facts"]))

    def laid_down(self, text: str, title: str | None) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence of doing behind the first one that says what the paper lays down."""
        lead = text[:_LEAD]
        if not (self._issued.search(lead) or (title and self._titled.search(title) and self._lays.search(lead))):
            return
        opened = self._lays.search(text)
        if opened is None:
            return
        goes_on = False
        for said in _SENTENCE.finditer(text, opened.end()):
            does = self._does.match(said.group()) is not None
            does = does or (goes_on and self._reaches.search(said.group()) is not None)
            goes_on = does and self._fact.search(said.group()) is None
            if goes_on:
                yield said.start(), said.end()
