"""Flow `pipeline`: the whole way, from the list of sources to a release of the warehouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import flow

from flows.extract import extract
from flows.monitor import monitor
from flows.publish import publish
from flows.scrape_clean import scrape_clean
from flows.segment import segment
from flows.settings import settings
from flows.validate import validate
from tasks.shards import Tally


@flow(name="pipeline", persist_result=False)
def pipeline(
    sources: Path | None = None,
    data_root: str | None = None,
    since: date | None = None,
    until: date | None = None,
    confirm_deletions: bool = False,
) -> dict[str, Tally]:
    """Run every stage in turn; each takes what its input has and its output lacks.

    Returns the tally of each stage. since, until: window of publication dates, inclusive. confirm_deletions: publish
    although more rows go than the threshold allows.
    """
    root = data_root or settings().data_root
    tallies = scrape_clean(sources, root, since, until)
    tallies["segment"] = segment(root, since, until)
    tallies["extract"] = extract(root, since, until)
    tallies["validate"] = validate(root, since, until)
    tallies["monitor"] = monitor(root)
    tallies["publish"] = publish(root, confirm_deletions)
    return tallies
