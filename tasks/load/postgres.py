"""Loading a release into PostgreSQL (15 or newer): one transaction, partitions swapped, the rest upserted.

Observations, documents and segments are partitioned by year. A year whose files changed is loaded
into a table of its own, with its keys and indexes, and takes the old one's place at the end;
years that did not change are not touched. The other tables are upserted, so that views of others
that hang on them stay. Nothing is seen before the commit; a killed load leaves what was there.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

import adbc_driver_postgresql.dbapi as adbc
import pyarrow as pa
from adbc_driver_manager import Error as AdbcError

from tasks.contracts import CONTRACTS, UNKNOWN, Contract
from tasks.load.ddl import POSTGRES, columns_of, create_table, literal
from tasks.load.loaded import Loaded, LoadError, loadable
from tasks.load.rows import records_as_json, with_partition
from tasks.load.views import VIEWS, create_views
from tasks.store import Store
from tasks.warehouse import PUBLISHED, FileEntry, Manifest, release_path

SCHEMA = "zhibiao"
# Looked up besides the key: by what BI tools filter on, and by document.
INDEXES: Mapping[str, Sequence[str]] = {
    "observations": ("indicator_id, region_code, period_start", "document_id"),
    "documents": ("source_url",),
    "dim_document": ("source_url",),
    "relations": ("document_id",),
    "quarantine": ("record_id", "document_id"),
    "warnings": ("observation_id",),
}
# Of the load's own transaction. The statistics that it takes need not wait for a large sample of every year:
# the server's own housekeeping refines them later.
_SETTINGS = {"client_min_messages": "warning", "maintenance_work_mem": "256MB", "default_statistics_target": "30"}


def load_postgres(uri: str, store: Store, *, release: str | None = None, schema: str = SCHEMA) -> Loaded:
    """Load a release, the current one by default, into a schema; nothing happens when it is there.

    Raises WarehouseError when nothing is published, LoadError when the database refuses.
    """
    manifest = loadable(store, release)
    if not schema.isidentifier() or not schema.isascii():
        raise LoadError(f"{schema!r} is no plain name for a schema")
    try:
        with adbc.connect(uri) as connection, connection.cursor() as cursor:
            changed = _Load(cursor, store, manifest, schema).run()
            connection.commit()
    except AdbcError as error:
        raise LoadError(f"PostgreSQL: {str(error).strip()}") from error
    return Loaded(schema, manifest.release, changed)


@dataclass(frozen=True)
class _Swap:
    """A year's new table that waits for the end of the load; `old` and `new` are None where there is none."""

    table: str
    part: str
    old: str | None
    new: str | None
    digest: str


class _Load:
    """One load within one open transaction."""

    def __init__(self, cursor: adbc.Cursor, store: Store, manifest: Manifest, schema: str) -> None:
        self._cursor = cursor
        self._store = store
        self._manifest = manifest
        self._schema = schema

    def run(self) -> bool:
        """Do what is to be done; returns whether that was anything."""
        self._execute(
            f"SELECT pg_advisory_xact_lock({int(hashlib.sha256(self._schema.encode()).hexdigest()[:12], 16)})"
        )
        self._execute(f'CREATE SCHEMA IF NOT EXISTS "{self._schema}"')
        # The temporary schema goes last: a table of ours must not hide behind a staging table of its name.
        self._execute(f'SET LOCAL search_path TO "{self._schema}", pg_temp')
        for setting, value in _SETTINGS.items():
            self._execute(f"SET LOCAL {setting} TO {literal(value)}")
        if self._exists("release") and self._one("SELECT mark FROM release") != _mark():
            self._drop()
        if not self._exists("release"):
            self._refuse_strangers()
            self._create()
        if self._one("SELECT release FROM release") == self._manifest.release:
            return False
        swaps = []
        for name in PUBLISHED:
            contract = CONTRACTS[name]
            if contract.partition_by:
                swaps += self._years(contract)
            else:
                self._upsert(contract)
        for swap in swaps:
            self._swap(swap)
        done = literal(self._manifest.release)
        self._execute(" ".join(["UPDATE release SET loaded_at = now(), release =", done]))
        return True

    def _refuse_strangers(self) -> None:
        """Raise LoadError when the schema has tables by our names that no load has made."""
        taken = [name for name in ("parts", *PUBLISHED, *VIEWS) if self._exists(name)]
        if taken:
            names = ", ".join(taken)
            raise LoadError(f"schema {self._schema} has {names} already, not made by zhibiao: choose another --schema")

    def _create(self) -> None:
        for name in PUBLISHED:
            contract = CONTRACTS[name]
            self._execute(create_table(contract, POSTGRES))
            self._execute(_key(contract, name))
            for statement in _indexes(name, name):
                self._execute(statement)
            self._comment(contract)
        for statement in create_views():
            self._execute(statement)
        for name, (comment, _) in VIEWS.items():
            self._execute(f"COMMENT ON VIEW {name} IS {literal(comment)}")
        self._execute(
            "CREATE TABLE parts (table_name text, part text, digest text, relation text,"
            " PRIMARY KEY (table_name, part))"
        )
        self._execute("CREATE TABLE release (release text, mark text, loaded_at timestamptz)")
        self._execute(" ".join(["INSERT INTO release VALUES (NULL,", literal(_mark()) + ", now())"]))

    def _drop(self) -> None:
        """Make way for the tables of this version; what others built on ours makes the database refuse."""
        for name in reversed(VIEWS):
            self._execute(f"DROP VIEW IF EXISTS {name}")
        for name in ("release", "parts", *PUBLISHED):
            self._execute(f"DROP TABLE IF EXISTS {name}")

    def _comment(self, contract: Contract) -> None:
        self._execute(f"COMMENT ON TABLE {contract.name} IS {literal(f'{contract.zh} / {contract.en}')}")
        for column in columns_of(contract):
            text = literal(f"{column.zh} / {column.en}")
            self._execute(f'COMMENT ON COLUMN {contract.name}."{column.name}" IS {text}')

    def _years(self, contract: Contract) -> list[_Swap]:
        """Load the years that changed, each into a table that waits for its place."""
        files: dict[str, list[FileEntry]] = defaultdict(list)
        for file in self._manifest.files_of(contract.name):
            files[file.partition["year"]].append(file)
        there = self._parts(contract.name)
        swaps = [_Swap(contract.name, part, there[part][1], None, "") for part in there.keys() - files.keys()]
        for part, entries in files.items():
            digest = _digest(entries)
            if part not in there or there[part][0] != digest:
                new = self._load_part(contract, part, entries, digest)
                swaps.append(_Swap(contract.name, part, there.get(part, (None, None))[1], new, digest))
        return swaps

    def _load_part(self, contract: Contract, part: str, files: Sequence[FileEntry], digest: str) -> str:
        relation = f"{contract.name}_{part}_{digest[:10]}"
        self._execute(f"CREATE TABLE {relation} (LIKE {contract.name} INCLUDING DEFAULTS INCLUDING COMMENTS)")
        check = "year IS NULL" if part == UNKNOWN else f"year IS NOT NULL AND year = {int(part)}"
        # With the check in place the table is attached without being read again.
        self._execute(f"ALTER TABLE {relation} ADD CONSTRAINT in_year CHECK ({check})")
        self._copy(contract, files, relation, {"db_schema_name": self._schema})
        self._execute(_key(contract, relation))
        for statement in _indexes(contract.name, relation):
            self._execute(statement)
        self._execute(f"ANALYZE {relation}")
        return relation

    def _copy(
        self, contract: Contract, files: Sequence[FileEntry], relation: str, target: Mapping[str, str | bool]
    ) -> None:
        """Append the rows of some files to a relation, in one COPY."""
        with ThreadPoolExecutor(1) as reader:
            tables = self._tables(contract, [file for file in files if file.rows], reader)
            first = next(tables, None)
            if first is not None:
                batches = (batch for table in chain([first], tables) for batch in table.to_batches())
                rows = pa.RecordBatchReader.from_batches(first.schema, batches)
                self._cursor.adbc_ingest(relation, rows, mode="append", **target)

    def _tables(self, contract: Contract, files: Sequence[FileEntry], reader: ThreadPoolExecutor) -> Iterator[pa.Table]:
        """The rows of each file; the next one is read while the database takes this one."""
        waiting = None
        for file in files:
            coming = reader.submit(self._rows, contract, file)
            if waiting is not None:
                yield waiting.result()
            waiting = coming
        if waiting is not None:
            yield waiting.result()

    def _rows(self, contract: Contract, file: FileEntry) -> pa.Table:
        rows = self._store.read_table(f"{release_path(self._manifest.release)}/{file.path}")
        return records_as_json(with_partition(rows, contract, file.partition), contract)

    def _swap(self, swap: _Swap) -> None:
        if swap.old:
            self._execute(f'ALTER TABLE {swap.table} DETACH PARTITION "{swap.old}"')
            self._execute(f'DROP TABLE "{swap.old}"')
            self._execute(
                " ".join(
                    ["DELETE FROM parts WHERE table_name =", literal(swap.table), "AND part =", literal(swap.part)]
                )
            )
        if swap.new:
            value = "NULL" if swap.part == UNKNOWN else str(int(swap.part))
            self._execute(f'ALTER TABLE {swap.table} ATTACH PARTITION "{swap.new}" FOR VALUES IN ({value})')
            row = ", ".join(literal(each) for each in (swap.table, swap.part, swap.digest, swap.new))
            self._execute(" ".join(["INSERT INTO parts VALUES (", row, ")"]))

    def _upsert(self, contract: Contract) -> None:
        """Make a table equal to its files, writing only the rows that differ."""
        files = self._manifest.files_of(contract.name)
        digest = _digest(files)
        name, key = contract.name, ", ".join(f'"{each}"' for each in contract.primary_key)
        if self._parts(name).get("", ("", ""))[0] == digest:
            return
        stage = f"stage_{name}"
        self._execute(f"CREATE TEMP TABLE {stage} (LIKE {name} INCLUDING DEFAULTS) ON COMMIT DROP")
        self._copy(contract, files, stage, {"temporary": True})
        self._execute(f"CREATE INDEX ON pg_temp.{stage} ({key})")
        self._execute(f"ANALYZE pg_temp.{stage}")
        same = " AND ".join(f't."{each}" = s."{each}"' for each in contract.primary_key)
        missing = " ".join(["SELECT 1 FROM", f"pg_temp.{stage}", "s WHERE", same])
        self._execute(" ".join(["DELETE FROM", name, "t WHERE NOT EXISTS (", missing, ")"]))
        others = [column for column in contract.column_names if column not in contract.primary_key]
        pairs = ", ".join(f'"{column}" = excluded."{column}"' for column in others)
        update = f"DO UPDATE SET {pairs} WHERE (t.*) IS DISTINCT FROM (excluded.*)"
        upsert = ["INSERT INTO", name, "AS t SELECT * FROM", f"pg_temp.{stage}", f"ON CONFLICT ({key})", update]
        self._execute(" ".join(upsert))
        row = ", ".join(literal(each) for each in (name, "", digest, name))
        conflict = "ON CONFLICT (table_name, part) DO UPDATE SET digest = excluded.digest"
        self._execute(" ".join(["INSERT INTO parts VALUES (", row, ")", conflict]))

    def _parts(self, table: str) -> dict[str, tuple[str, str]]:
        query = " ".join(["SELECT part, digest, relation FROM parts WHERE table_name =", literal(table)])
        self._cursor.execute(query)
        return {str(part): (str(digest), str(relation)) for part, digest, relation in self._cursor.fetchall()}

    def _exists(self, name: str) -> bool:
        return self._one(" ".join(["SELECT to_regclass(", literal(f'"{self._schema}".{name}'), ")::text"])) is not None

    def _one(self, query: str) -> str | None:
        self._cursor.execute(query)
        row = self._cursor.fetchone()
        return None if row is None or row[0] is None else str(row[0])

    def _execute(self, statement: str) -> None:
        self._cursor.execute(statement)


def _key(contract: Contract, relation: str) -> str:
    """The key of a table; a divided one takes its year in, which may be null, so that it is unique, not primary."""
    key = ", ".join(f'"{each}"' for each in contract.primary_key)
    if not contract.partition_by:
        return f"ALTER TABLE {relation} ADD PRIMARY KEY ({key})"
    return f'ALTER TABLE {relation} ADD UNIQUE NULLS NOT DISTINCT ({key}, "year")'


def _indexes(table: str, relation: str) -> list[str]:
    return [f"CREATE INDEX ON {relation} ({columns})" for columns in INDEXES.get(table, ())]


def _digest(files: Sequence[FileEntry]) -> str:
    return hashlib.sha256("\n".join(sorted(file.sha256 for file in files)).encode()).hexdigest()


def _mark() -> str:
    """What the tables in the database are a function of, besides the rows."""
    tables = [create_table(CONTRACTS[name], POSTGRES) + _key(CONTRACTS[name], name) for name in PUBLISHED]
    indexes = [statement for name in PUBLISHED for statement in _indexes(name, name)]
    return hashlib.sha256("\n".join([*tables, *indexes, *create_views()]).encode()).hexdigest()
