"""One page in, one document out: bytes of HTML or of a text dump to the article, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tasks.clean.charset import UndecodableError, decode, plausibility
from tasks.clean.damage.language import language
from tasks.clean.damage.mojibake import Reread, reread
from tasks.clean.dump import read_dump
from tasks.clean.facts import Facts
from tasks.clean.html_page import read_html
from tasks.clean.nesting import TooManyTagsError
from tasks.clean.reading import NoArticleError, Reading
from tasks.clean.regions import region_of
from tasks.clean.repairs import Repair
from tasks.clean.restore import restore

MAX_BYTES = 12_000_000
MIN_LOST = 20
SAMPLE = 4_000
_LEAST_PLAUSIBLE, _LEAST_LIKELY = 0.15, -9.5
_ASCII = re.compile("[\x00-\x7f]+")
DAMAGE = frozenset(("shift", "reading", "marker", "mojibake"))
"""Kinds of repairs that tell a page that a program broke."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|br|span|section|article|td|li|h[1-6])\b[^>]*>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """An article: metadata and clean text; None or "" where the page does not say.

    `published_at` is ISO 8601 as precise as printed (`2022-05-17`, `2021-12-10T17:15:00+08:00`). The
    offsets of `repairs` count code points of `text`.
    """

    title: str | None
    subtitle: str | None
    published_at: str | None
    publisher: str | None
    site: str | None
    authors: tuple[str, ...]
    editor: str | None
    section: str | None
    region_code: str | None
    script: str
    charset: str
    language: str
    is_reprint: bool
    template: str | None
    text: str
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class PageRejection:
    """Why a page gives no document: a reason code and a sentence for the reader."""

    code: str
    detail: str


def clean_page(
    data: bytes, *, url: str | None = None, content_type: str | None = None, fetched_at: str | None = None
) -> CleanedPage | PageRejection:
    """The article of a page, or why there is none; never raises, whatever the bytes are.

    `content_type` is the HTTP header, `fetched_at` an ISO 8601 time after which no article can have appeared.
    """
    if len(data) > MAX_BYTES:
        return PageRejection("too_large", f"{len(data)} bytes, the limit is {MAX_BYTES}")
    if not data.strip():
        return PageRejection("empty_input", "no bytes but blanks")
    try:
        header = _CHARSET.search(content_type or "")
        is_html = looks_like_html(data)
        decoded = decode(data, http_charset=header[1] if header else None, is_html=is_html)
        read = read_html if is_html else read_dump
        text, runs = reread(decoded.text)
        reading = read(text, url or "", fetched_at or "")
        cleaned = _restored(reading, decoded.charset, runs)
        if isinstance(cleaned, CleanedPage) and _is_noise(cleaned):
            return PageRejection("undecodable", f"read as {decoded.charset}, the characters make no sense")
        if not is_html and isinstance(cleaned, CleanedPage) and any(r.kind in DAMAGE for r in cleaned.repairs):
            return _with_mended_facts(cleaned, text, url or "", fetched_at or "")
        return cleaned
    except UndecodableError as error:
        return PageRejection("binary_input" if error.reason == "binary" else "undecodable", str(error))
    except TooManyTagsError as error:
        return PageRejection("too_large", str(error))
    except NoArticleError as error:
        return PageRejection(error.code, error.detail)


def looks_like_html(data: bytes) -> bool:
    """Whether bytes hold markup; text dumps hold none, or a stray tag."""
    head = data[:40_000].replace(b"\0", b"") if b"\0" in data[:200] else data[:40_000]
    return len(list(islice(_TAG.finditer(head), 2))) >= 2


def _restored(reading: Reading, charset: str, reread: Sequence[Reread] = ()) -> CleanedPage | PageRejection:
    """The reading with damage mended and everything in normal form."""
    facts = reading.facts
    restored = restore("\n".join(reading.lines), _as_fields(facts), reread)
    fields = restored.fields
    text = restored.text.strip("\n")
    if not text.strip():
        return PageRejection("no_article", "nothing is left of the body")
    if _is_lost(text):
        return PageRejection("undecodable", "question marks stand where the characters of the page stood")
    authors = tuple(name for name in fields.get("authors", "").split("\n") if name)
    publisher = fields.get("publisher") or None
    return CleanedPage(
        title=fields.get("title") or None,
        subtitle=fields.get("subtitle") or None,
        published_at=facts.published or None,
        publisher=publisher,
        site=fields.get("site") or None,
        authors=authors,
        editor=fields.get("editor") or None,
        section=fields.get("section") or None,
        region_code=region_of([publisher or "", fields.get("site") or ""]),
        script=restored.script,
        charset=charset,
        language=restored.language,
        is_reprint=facts.is_reprint,
        template=reading.template,
        text=text,
        repairs=restored.repairs,
    )


def _is_lost(text: str) -> bool:
    """Whether a program that knew no Chinese wrote the page: more question marks than words."""
    lost = sum(text.count(mark) for mark in "?？")
    return lost >= MIN_LOST and lost * 2 > sum(1 for char in text if char.isalnum()) + lost


def _is_noise(page: CleanedPage) -> bool:
    """Whether bytes that are no text were read as one: nearly any two bytes are a character of GBK or Big5."""
    if page.charset.startswith("utf"):
        return False
    sample = page.text[:SAMPLE]
    return plausibility(sample) < _LEAST_PLAUSIBLE and language().mean(_ASCII.sub("", sample)) < _LEAST_LIKELY


def _with_mended_facts(page: CleanedPage, text: str, url: str, fetched_at: str) -> CleanedPage:
    """A damaged page with the facts that its lines tell once they are mended: a broken label or name tells none."""
    try:
        facts = read_dump(restore(text).text, url, fetched_at).facts
    except NoArticleError:
        return page
    publisher = facts.publisher or page.publisher
    return replace(
        page,
        title=page.title or facts.title or None,
        published_at=page.published_at or facts.published or None,
        publisher=publisher,
        authors=facts.authors or page.authors,
        editor=page.editor or facts.editor or None,
        region_code=page.region_code or region_of([publisher or ""]),
        is_reprint=page.is_reprint or facts.is_reprint,
    )


def _as_fields(facts: Facts) -> dict[str, str]:
    fields = {
        "title": facts.title, "subtitle": facts.subtitle, "publisher": facts.publisher, "site": facts.site,
        "authors": "\n".join(facts.authors), "editor": facts.editor, "section": facts.section,
    }  # fmt: skip
    return {name: value for name, value in fields.items() if value}
