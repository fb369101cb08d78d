"""What `zhibiao explain` shows: a text, or the document of a published observation, field by field."""

from __future__ import annotations

import sys
from pathlib import Path

from tasks.extract.explain import explain
from tasks.extract.model import Article
from tasks.load.duckdb import database_path
from tasks.store import Store


def explain_text_or_row(
    what: str, data_root: str, title: str | None = None, published_at: str | None = None, publisher: str | None = None
) -> str:
    """The explanation of a file (`-` for standard input) or of an observation_id of the warehouse.

    Raises SystemExit with a message when it is neither.
    """
    if what == "-":
        return explain(Article("stdin", sys.stdin.read(), title, published_at, publisher))
    path = Path(what)
    if path.is_file():
        return explain(Article(path.stem, path.read_text(encoding="utf-8"), title, published_at, publisher))
    return _explain_row(what, Store(data_root))


_ROW = """
SELECT d.document_id, d.text, d.title, d.published_text, coalesce(d.publisher, d.site), o.start
FROM observations o JOIN documents d USING (document_id) WHERE o.observation_id = ?"""


def _explain_row(observation_id: str, store: Store) -> str:
    import duckdb

    database = database_path(store)
    if not database.is_file():
        raise SystemExit(f"{observation_id}: there is no such file, and no warehouse at {database} to look it up in")
    with duckdb.connect(str(database), read_only=True) as connection:
        row = connection.execute(_ROW, [observation_id]).fetchone()
    if row is None:
        raise SystemExit(f"{observation_id}: neither a file nor an observation of {database}")
    document_id, text, title, published_at, publisher, start = row
    return explain(Article(document_id, text, title, published_at, publisher), only_start=start)
