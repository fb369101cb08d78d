"""A shard of snapshots to documents, their fingerprints, and what had to be held back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa

from tasks.clean.duplicates import signature
from tasks.clean.page import CleanedPage, PageRejection, clean_page
from tasks.clean.pages import join_pages
from tasks.clean.parts import articles
from tasks.contracts import DOCUMENTS, LEDGER, QUARANTINE, SIGNATURES

SHANGHAI = ZoneInfo("Asia/Shanghai")
_HINTED = ("publisher", "site", "region_code")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class CleanShard:
    """The rows that a shard of snapshots comes to, by table."""

    documents: list[dict[str, Any]] = field(default_factory=list)
    signatures: list[dict[str, Any]] = field(default_factory=list)
    quarantine: list[dict[str, Any]] = field(default_factory=list)
    ledger: list[dict[str, Any]] = field(default_factory=list)

    def tables(self) -> dict[str, pa.Table]:
        """The tables but the ledger, each by its contract."""
        return {
            "documents": DOCUMENTS.from_rows(self.documents),
            "signatures": SIGNATURES.from_rows(self.signatures),
            "quarantine": QUARANTINE.from_rows(self.quarantine),
        }

    def ledger_table(self) -> pa.Table:
        """One row a snapshot: what became of it."""
        return LEDGER.from_rows(self.ledger)


def clean_snapshots(snapshots: Iterable[Mapping[str, Any]], read: Callable[[str], bytes]) -> CleanShard:
    """Clean every snapshot (rows of the SNAPSHOTS contract); `read` gives the bytes of a hash.

    Each snapshot ends as a document, as a repetition of one in this shard, or in quarantine. The pages of
    one article make one document: the first counts as it, the others as its repetitions.
    """
    shard = CleanShard()
    seen: set[str] = set()
    for article in articles(snapshots):
        kept, rejection = [], None
        for snapshot in article.pages:
            page = _cleaned(snapshot, read)
            if isinstance(page, PageRejection):
                rejection = page
                _hold_back(shard, snapshot, page)
            else:
                kept.append((snapshot, page))
        if kept:
            key = _keep(shard, kept[0][0], join_pages([page for _, page in kept]), seen)
            repeated = [*(snapshot for snapshot, _ in kept[1:]), *article.replaced]
            shard.ledger += [_outcome(snapshot, "duplicate", key, 0) for snapshot in repeated]
        elif rejection is not None:
            for snapshot in article.replaced:
                _hold_back(shard, snapshot, rejection)
    return shard


def _cleaned(snapshot: Mapping[str, Any], read: Callable[[str], bytes]) -> CleanedPage | PageRejection:
    hints = json.loads(snapshot.get("hints") or "{}")
    page = clean_page(
        read(snapshot["snapshot_sha256"]),
        url=snapshot["source_url"],
        content_type=f"text/html; charset={hints['charset']}" if "charset" in hints else snapshot["content_type"],
        fetched_at=snapshot["fetched_at"].isoformat(),
    )
    return _with_hints(page, hints) if isinstance(page, CleanedPage) else page


def _with_hints(page: CleanedPage, hints: Mapping[str, str]) -> CleanedPage:
    """What the page does not say itself is taken from what its source is known for."""
    wanted = {name: hints[name] for name in _HINTED if name in hints and getattr(page, name) is None}
    return replace(page, **wanted) if wanted else page  # type: ignore[arg-type]


def document_id(source_url: str, text: str) -> str:
    """The id of a document: a hash of where it stood and what it says."""
    return hashlib.sha256(f"{source_url}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _keep(shard: CleanShard, snapshot: Mapping[str, Any], page: CleanedPage, seen: set[str]) -> str:
    key = document_id(snapshot["source_url"], page.text)
    outcome = "duplicate" if key in seen else "out"
    shard.ledger.append(_outcome(snapshot, outcome, key, int(outcome == "out")))
    if outcome == "duplicate":
        return key
    seen.add(key)
    published_at = local_time(page.published_at)
    shard.documents.append(_document(key, snapshot, page, published_at))
    shard.signatures.append(
        {
            "document_id": key,
            "source_url": snapshot["source_url"],
            "snapshot_sha256": snapshot["snapshot_sha256"],
            "fetched_at": snapshot["fetched_at"],
            "published_at": published_at,
            "length": len(page.text),
            "text_sha256": hashlib.sha256(page.text.encode()).hexdigest(),
            "figures_sha256": hashlib.sha256(" ".join(_FIGURE.findall(page.text)).encode()).hexdigest(),
            "signature": signature(page.text),
        }
    )
    return key


def _document(
    key: str, snapshot: Mapping[str, Any], page: CleanedPage, published_at: datetime | None
) -> dict[str, Any]:
    return {
        "document_id": key,
        "source_url": snapshot["source_url"],
        "source_id": snapshot["source_id"],
        "site": page.site,
        "publisher": page.publisher,
        "title": page.title,
        "subtitle": page.subtitle,
        "authors": list(page.authors),
        "editor": page.editor,
        "section": page.section,
        "published_at": published_at,
        "published_text": page.published_at,
        "fetched_at": snapshot["fetched_at"],
        "snapshot_sha256": snapshot["snapshot_sha256"],
        "charset": page.charset,
        "script": page.script,
        "language": page.language,
        "region_code": page.region_code,
        "is_reprint": page.is_reprint,
        "template": page.template,
        "text": page.text,
        "repairs": [asdict(repair) for repair in page.repairs],
        "duplicate_of": None,
    }


def local_time(iso: str | None) -> datetime | None:
    """An ISO 8601 date or time as a moment in Asia/Shanghai; None for none and for years out of range."""
    if iso is None:
        return None
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


def _hold_back(shard: CleanShard, snapshot: Mapping[str, Any], rejection: PageRejection) -> None:
    key = hashlib.sha256(f"clean\n{snapshot['snapshot_id']}".encode()).hexdigest()[:24]
    shard.ledger.append(_outcome(snapshot, "quarantined", key, 0))
    shard.quarantine.append(
        {
            "quarantine_id": key,
            "stage": "clean",
            "record_id": snapshot["snapshot_id"],
            "source_url": snapshot["source_url"],
            "snapshot_sha256": snapshot["snapshot_sha256"],
            "reason_codes": [rejection.code],
            "reason": rejection.detail,
            "state": "open",
        }
    )


def _outcome(snapshot: Mapping[str, Any], outcome: str, output_id: str, produced: int) -> dict[str, Any]:
    return {"input_id": snapshot["snapshot_id"], "outcome": outcome, "output_id": output_id, "produced": produced}
