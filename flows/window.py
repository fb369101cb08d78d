"""Which shards a window of publication dates touches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tasks.shards import table_path
from tasks.store import Store


def in_window(store: Store, shards: Sequence[str], since: date | None, until: date | None) -> list[str]:
    """The shards that hold a document published in the window, both days included.

    A document without a date is in every window. The window bounds the work of a run, never what
    is published: what it leaves out is done by the next run that asks for it.
    """
    if since is None and until is None:
        return list(shards)
    return [shard for shard in shards if _touches(store, shard, since or date.min, until or date.max)]


def _touches(store: Store, shard: str, since: date, until: date) -> bool:
    column = store.read_table(table_path("documents", "clean", shard), columns=["published_at"])["published_at"]
    moments: list[datetime | None] = column.to_pylist()
    return any(moment is None or since <= moment.date() <= until for moment in moments)
