"""One set of facts for an article, chosen from what its head, tail, body and machine-readable parts say."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tasks.clean.byline import read_byline
from tasks.clean.dates import IN_FORCE, machine_date, moments, url_date, written_out
from tasks.clean.evidence import Evidence
from tasks.clean.line import Line
from tasks.clean.outlets import publisher_of
from tasks.clean.page_words import fold
from tasks.clean.titles import Titles
from tasks.clean.writers import account_of, writers_of

MAX_BYLINE, SIGNED_REACH, BELOW_REACH = 80, 3, 5
MAX_DELAY = timedelta(days=45)
"""From the day on which a paper is signed, or stored, to the one on which it is published."""
_TURN = re.compile(r"(?:转载|转发|转自|摘自)")
_OUTLET_BEFORE = re.compile(r"[\[【]([^\[\]【】]{3,12})[\]】]\s*(?=.{6})")
_OFFICE = re.compile(r"[\u3400-\u9fff\s]{2,24}[局委府厅办会院部队处室]")
_DATED_LEAD = re.compile(r"[^。]{0,24}?20\d\d年\d{1,2}月\d{1,2}日(?=讯|电|消息|报道|报导)")
# The time of day in a line below the day (香港时间18时30分).
_CLOCK = re.compile(r"(?:[\u3400-\u9fff]{2}时间)?\s*\d{1,2}\s*[:时点]\s*\d{1,2}分?")
_DAY = re.compile(r"[(]?\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*[)]?")


@dataclass(frozen=True, slots=True)
class Facts:
    """The metadata of an article as printed; "" where the page does not say. `published` is ISO 8601."""

    title: str = ""
    subtitle: str = ""
    published: str = ""
    publisher: str = ""
    site: str = ""
    authors: tuple[str, ...] = ()
    editor: str = ""
    section: str = ""
    is_reprint: bool = False


def choose_facts(evidence: Evidence, titles: Titles, section: str) -> Facts:
    """The facts of an article from its evidence."""
    publisher = publisher_of(evidence, titles)
    site = titles.site
    turned = any(_TURN.search(line.folded) for line in evidence.above_lines if len(line.text) < 80)
    section = section or _first(evidence.above.sections) or evidence.head.section
    authors = writers_of(evidence, publisher)
    if not authors and not publisher:
        authors = account_of(evidence, (section, site, titles.title))
    return Facts(
        title=_without_outlet(titles.title, publisher),
        subtitle=titles.subtitle,
        published=_published(evidence),
        publisher=publisher,
        site=site,
        authors=authors,
        editor=_first(evidence.below.editors) or _first(evidence.above.editors) or evidence.head.cued.get("editor", ""),
        section=section,
        is_reprint=turned or _other_outlet(publisher, site),
    )


def _without_outlet(title: str, publisher: str) -> str:
    """A title without the outlet that stands in brackets before it ([青石日报]...), where that is the article's own."""
    match = _OUTLET_BEFORE.match(title)
    return title[match.end() :] if match and publisher and fold(match[1]) == fold(publisher) else title


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""


def _other_outlet(publisher: str, site: str) -> bool:
    if not publisher or not site:
        return False
    publisher, site = fold(publisher), fold(site)
    return publisher not in site and site not in publisher


def _published(evidence: Evidence) -> str:
    """The best supported date: labelled near the title, bare near the title, machine-readable, in the URL, below."""
    latest = evidence.latest[:10]
    return next((iso for iso in _ranked(evidence) if iso and (not latest or iso[:10] <= latest)), "")


def _ranked(evidence: Evidence) -> list[str]:
    """The dates that may be an article's, the best supported first; some are empty."""
    above, below, head = evidence.above, evidence.below, evidence.head
    from_url = url_date(evidence.url) or url_date(head.url) or ""
    named = head.loose.get("published", ""), head.cued.get("moment", "")
    machine = [iso for iso in (head.published, *map(machine_date, named)) if iso]
    signatures = _signatures(evidence.above_lines)
    labelled, bare = _printed(evidence, machine, from_url, signatures)
    timed = [iso for iso in bare if len(iso) > 10]
    signed, signed_below = _signed(evidence.body), _signed(evidence.below_lines)
    signed_below = [*_day_among(evidence.below_lines[:BELOW_REACH]), *signed_below]
    outer = _outer(evidence, [from_url, *signatures, *signed])
    spare = [moment.iso for moment in evidence.outer_dates]
    clocks = [*spare, *(moment.iso for moment in (*below.published, *below.bare_dates)), *signed_below]
    return [
        *_refined(labelled, [*labelled, *timed, *machine, *spare]),
        *timed[:1],
        *_refined(bare[:1], [*machine, *spare]),
        machine_date(head.cued.get("published", "")) or "",
        *_refined(machine[: 1 if head.published or not outer else 0], clocks),
        *(moment.iso for moment in below.published),
        *_told(evidence.below_lines),
        *_refined(outer, machine),
        *machine,
        *(moment.iso for moment in (*above.signed, *below.signed)),
        *signatures,
        *_refined([from_url], [*signed, *clocks]),
        *(moment.iso for moment in (*above.updated, *below.updated)),
        *_dated_lead(evidence.body),
        *signed,
        *signed_below,
        *(moment.iso for moment in below.bare_dates),
        *spare,
    ]


def _printed(
    evidence: Evidence, machine: Sequence[str], from_url: str, signatures: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The dates between title and text, those with a label and those without.

    Where none of them is the day that head and address agree on, that day comes first.
    """
    known = {iso[:10] for iso in (*machine, from_url)}
    labelled = [_settled(moment.iso, known) for moment in evidence.above.published]
    bare = [_settled(moment.iso, known) for moment in evidence.above.bare_dates if moment.iso not in signatures]
    agreed = bool(machine and from_url) and machine[0][:10] == from_url[:10]
    if bare and agreed and from_url[:10] not in {iso[:10] for iso in bare + labelled}:
        labelled = [machine[0], *labelled]
    return labelled, bare


def _settled(iso: str, known: Collection[str]) -> str:
    """A date with month and day in the order that another date of the page (`known` days) gives: 05/06/2023 has two."""
    other = f"{iso[:5]}{iso[8:10]}-{iso[5:7]}"
    return other + iso[10:] if other in known and iso[:10] not in known else iso


def _outer(evidence: Evidence, others: Sequence[str]) -> list[str]:
    """The dates above the title, unless another of the article (`others`) tells them to be of a later look at it."""
    days = [date.fromisoformat(iso[:10]) for iso in others if iso]
    return [
        moment.iso
        for moment in evidence.outer_dates
        if all(date.fromisoformat(moment.day) - day <= MAX_DELAY for day in days)
    ]


def _signatures(lines: Sequence[Line]) -> list[str]:
    """The dates that communiqués are signed with at their head: a line of the office, then one of the day alone."""
    return [
        moments(day.folded)[0].iso
        for office, day in pairwise(lines)
        if _OFFICE.fullmatch(office.folded) and _DAY.fullmatch(day.folded) and moments(day.folded)
    ]


def _told(lines: Sequence[Line]) -> list[str]:
    """The dates that stand beside a source or a person in the lines below a text."""
    bylines = [read_byline([line.raw]) for line in lines if len(line.text) <= MAX_BYLINE and moments(line.folded)]
    named = [byline for byline in bylines if byline.publishers or byline.authors or byline.reporters or byline.editors]
    return [moment.iso for byline in named for moment in byline.bare_dates]


def _signed(body: Sequence[Line]) -> list[str]:
    """The date that a notice is signed with: in a line of its own at the end, in digits or written out."""
    return _day_among(body[-SIGNED_REACH:])


def _day_among(lines: Sequence[Line]) -> list[str]:
    """The last day that fills one of a few lines, with the time of day where that fills the next."""
    ends = [line.folded for line in lines]
    for line, after in zip(reversed(lines), ["", *reversed(ends)], strict=False):
        if len(line.text) <= 24 and not IN_FORCE.search(line.folded):
            clock = f" {after}" if _CLOCK.fullmatch(after) else ""
            found = [*moments(line.folded + clock), *filter(None, [written_out(line.text)])]
            if found:
                return [found[-1].iso]
    return []


def _dated_lead(body: Sequence[Line]) -> list[str]:
    """The date of a dateline that gives the year (青石网2021年12月28日讯)."""
    match = _DATED_LEAD.match(body[0].folded[:60]) if body else None
    return [moment.iso for moment in moments(match[0])][:1] if match else []


def _refined(labelled: list[str], timed: list[str]) -> list[str]:
    """Dates as printed, with the time of day where another line or the head gives it for the same day."""
    if labelled and len(labelled[0]) == 10:
        same_day = [iso for iso in timed if iso.startswith(labelled[0]) and iso[10:16] not in ("", "T00:00")]
        return [*same_day, *labelled]
    return labelled
