"""From the raw text of an article to clean simplified text in normal form, every mend on record.

The one entry for body and metadata: the signs of damage, the script and the readings are judged on all of them
together, since a title alone shows too little.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tasks.clean import normal
from tasks.clean.damage import mojibake, noise, readings, unreadable
from tasks.clean.damage.repair import mark_losses, mark_unrepaired, repair
from tasks.clean.parted import mark_parted
from tasks.clean.repairs import Draft, Repair
from tasks.clean.script import HANT, script_of, simplify
from tasks.clean.tokens import collapse

_HANZI = re.compile("[\u3400-\u9fff]+")
_KANA = re.compile("[\u3041-\u30ff]+")
_HANGUL = re.compile("[\uac00-\ud7af]+")
_ROUNDS = 8
_REACH = 400
_LETTER = re.compile("[A-Za-z\u00c0-\u024f]+")


@dataclass(frozen=True, slots=True)
class Restored:
    """Clean text and metadata; `repairs` point into `text`, `script` is the page's, `language` an ISO 639 code."""

    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    script: str = "Hans"
    repairs: tuple[Repair, ...] = ()
    language: str = "zh"


def restore(body: str, fields: Mapping[str, str] | None = None, reread: Sequence[mojibake.Reread] = ()) -> Restored:
    """Mend the damage of a page, write it in simplified characters and in the normal form.

    `body` is the article as extracted, lines apart by `\\n`, blanks and width untouched; `fields` are more strings of
    the same page (title, publisher …), each restored by the same evidence. Restoring restored text changes nothing.
    `reread` are the runs of the page that were read again before, in order.
    """
    body_draft = Draft(body)
    _recall(body_draft, reread)
    drafts = {name: Draft(value) for name, value in (fields or {}).items()}
    pieces = [body_draft, *drafts.values()]
    before = [draft.text for draft in pieces]
    script, broken = _round(pieces)
    for _ in range(_ROUNDS):
        now = [draft.text for draft in pieces]
        if now == before:
            break
        before = now
        _round(pieces)
    for draft in pieces:
        if broken:
            mark_unrepaired(draft)
        unreadable.mark(draft)
        mark_parted(draft)
    clean = {name: draft.text for name, draft in drafts.items()}
    return Restored(body_draft.text, clean, script, body_draft.repairs(), language_of(body_draft.text))


def _recall(draft: Draft, reread: Sequence[mojibake.Reread]) -> None:
    """Put on record the runs that stand in the body; blanks in them may have been tidied since."""
    done = 0
    for run in reread:
        after = collapse(run.after)
        start = draft.text.find(after, done, done + len(after) + _REACH)
        if after and start >= 0:
            done = start + len(after)
            draft.recall(start, done, "mojibake", run.before, run.confidence)


def _round(pieces: list[Draft]) -> tuple[str, bool]:
    """All steps once: the script that the page was in, and whether it was a damaged one.

    What one step removes may bring together what another one mends, so the rounds repeat until nothing changes.
    """
    for draft in pieces:
        mojibake.repair(draft)
        normal.unify_lines(draft)
    noise.drop(pieces)
    shown = _page(pieces)
    script = script_of(shown)
    broken = repair(pieces, script)
    for draft in pieces:
        mark_losses(draft, broken=broken)
    page = _page(pieces)
    if page != shown:
        script = script_of(page)
    marked = readings.page_readings(page, script)
    for draft in pieces:
        if marked:
            readings.strip(draft, marked)
        if script == HANT:
            draft.exchange(simplify(draft.text))
        _normalise(draft)
    return script, broken


def _page(pieces: list[Draft]) -> str:
    return "\n".join(draft.text for draft in pieces)


def _normalise(draft: Draft) -> None:
    """The steps of the normal form."""
    normal.fold_width(draft)
    normal.tidy_blanks(draft)
    normal.drop_footnotes(draft)
    normal.widen_punctuation(draft)
    normal.join_digits(draft)
    noise.close_gaps(draft)


def language_of(text: str) -> str:
    """`zh`, `ja`, `ko`, `en`, or `und` for none of them, by the letters of the first 2 000 characters."""
    sample = text[:2_000]
    hanzi, kana, hangul, latin = (sum(map(len, p.findall(sample))) for p in (_HANZI, _KANA, _HANGUL, _LETTER))
    if kana * 5 > hanzi + kana > 0 and kana > hangul:
        return "ja"
    if hangul > hanzi and hangul * 3 > latin:
        return "ko"
    if hanzi * 6 > latin and hanzi:
        return "zh"
    return "en" if latin else "und"
