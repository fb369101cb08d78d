"""Publishing: write the release aside, audit it, then let readers see it in one step.

    release = publish_release({"observations": [...], "documents": [...]}, store, input_ids={...}, code_version="…")

The id of a release is a hash of its content: the same inputs give the same release, byte for byte,
and a run that changes nothing publishes nothing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import CONTRACTS, SCHEMA_VERSION
from tasks.publish.audit import PublishError, check_counts, check_deletions, check_keys, keys_of
from tasks.publish.build import MEMORY_BYTES, Builder, Gatherer
from tasks.publish.datapackage import datapackage
from tasks.publish.install import (
    install,
    publishing_lock,
    remember_inputs,
    seen_inputs,
    staging_folder,
    switch,
)
from tasks.publish.keys import KeyCollector, Keys
from tasks.publish.memory import reused_memory
from tasks.publish.partition import Labeller
from tasks.publish.patch import patch_of
from tasks.publish.plan import DERIVED, TablePlan, fingerprints, labeller, read_rows, table_plans
from tasks.store import Store
from tasks.warehouse import (
    ACCOUNTS,
    PUBLISHED,
    FileEntry,
    InputEntry,
    Manifest,
    current_release,
    partition_label,
    read_manifest,
    release_path,
    schemas_fingerprint,
    to_json,
    unknown_label,
)

# Raise it when the bytes that the same rows make change by intent.
LAYOUT = "1"


@dataclass(frozen=True)
class Release:
    """What publishing did. `files_written` and `bytes_written` count what the release before did not have."""

    release: str
    path: str
    published: bool
    rows: Mapping[str, int]
    duplicates: Mapping[str, int]
    files: int
    files_written: int
    bytes_written: int


def publish_release(
    inputs: Mapping[str, Sequence[str]],
    store: Store,
    *,
    input_ids: Mapping[str, str],
    code_version: str,
    confirm_deletions: bool = False,
    memory_bytes: int = MEMORY_BYTES,
) -> Release:
    """Publish tables from their Parquet files and let `current` point at the result.

    `inputs` maps table names to paths in the store, each file keeping its contract; a table that
    is not named is published without rows. `input_ids` and `code_version` go into the manifest.
    Raises PublishError (among it DeletionsError) and ContractError; `current` stays then.
    """
    for name in inputs.keys() - set(PUBLISHED):
        raise PublishError(f"{name} is not a table that is published")
    with publishing_lock(store), staging_folder(store) as folder, reused_memory():
        current = current_release(store)
        previous = read_manifest(store, current) if current else None
        entries = fingerprints(store, inputs)
        memory = _inputs_digest(entries)
        if previous and seen_inputs(store) == {"release": previous.release, "inputs": memory}:
            switch(store, previous.release, "publish")
            return _result(previous, published=False)
        built = _Release(store, folder, entries, previous, memory_bytes)
        manifest = built.manifest(input_ids, code_version)
        if previous and _content_id(previous.files) == manifest.release == previous.release:
            switch(store, previous.release, "publish")
            remember_inputs(store, previous.release, memory)
            return _result(previous, published=False)
        if previous and not confirm_deletions:
            check_deletions(store, manifest.files, previous, built.anew, built.lost)
        written = install(store, manifest, built.staged, to_json(datapackage(manifest)), previous)
        switch(store, manifest.release, "publish")
        remember_inputs(store, manifest.release, memory)
        return _result(manifest, published=True, written=written)


def _result(manifest: Manifest, *, published: bool, written: tuple[int, int] = (0, 0)) -> Release:
    return Release(
        release=manifest.release,
        path=release_path(manifest.release),
        published=published,
        rows=manifest.rows,
        duplicates=manifest.duplicates,
        files=len(manifest.files),
        files_written=written[0],
        bytes_written=written[1],
    )


def _content_id(files: Sequence[FileEntry]) -> str:
    """The id of a release with these files, whatever the accounts say."""
    content = sorted(f"{file.path} {file.sha256}" for file in files if file.table not in ACCOUNTS)
    return hashlib.sha256("\n".join([LAYOUT, schemas_fingerprint(), *content]).encode()).hexdigest()[:16]


def _inputs_digest(entries: Sequence[InputEntry]) -> str:
    """A hash over everything that the content of a release is a function of."""
    files = [f"{each.table} {each.path} {each.fingerprint}" for each in entries if each.table not in ACCOUNTS]
    return hashlib.sha256("\n".join([LAYOUT, schemas_fingerprint(), pa.__version__, *files]).encode()).hexdigest()


class _Release:
    """A release being built in a staging folder."""

    def __init__(
        self, store: Store, folder: Path, entries: Sequence[InputEntry], previous: Manifest | None, memory_bytes: int
    ) -> None:
        self._store = store
        self._entries = entries
        self._memory_bytes = memory_bytes
        self._previous = previous if previous and _can_build_upon(previous) else None
        self.staged = folder / "release"
        self._scratch = folder / "scratch"
        # For the check of deletions: the keys of tables built anew, and how many went from those that were patched.
        self.anew: dict[str, pa.ChunkedArray] = {}
        self.lost: dict[str, int] = {}
        for each in (self.staged, self._scratch):
            each.mkdir()

    def manifest(self, input_ids: Mapping[str, str], code_version: str) -> Manifest:
        """Write what has to be written and say what the release holds."""
        plans = table_plans(self._store, self._entries, self._previous)
        built, kept = [], []
        for plan in plans.values():
            table_built, table_kept = self._table(plan, plans)
            built += table_built
            kept += table_kept
        files = sorted([*built, *kept], key=lambda file: (PUBLISHED.index(file.table), file.path))
        return Manifest(
            release=_content_id(files),
            schema_version=SCHEMA_VERSION,
            schema_fingerprint=schemas_fingerprint(),
            layout=LAYOUT,
            writer=f"Apache Arrow {pa.__version__}",
            code_version=code_version,
            input_ids=dict(sorted(input_ids.items())),
            rows={name: sum(file.rows for file in files if file.table == name) for name in PUBLISHED},
            duplicates=check_counts(files, self._rows_in()),
            inputs=self._entries,
            files=files,
        )

    @property
    def _folder(self) -> str:
        return release_path(self._previous.release) if self._previous else ""

    def _rows_in(self) -> dict[str, int]:
        sources = {name: DERIVED.get(name, name) for name in PUBLISHED}
        return {
            name: sum(entry.rows for entry in self._entries if entry.table == source)
            for name, source in sources.items()
        }

    def _table(self, plan: TablePlan, plans: Mapping[str, TablePlan]) -> tuple[list[FileEntry], list[FileEntry]]:
        """The files of a table: those built, and those kept from the release before."""
        if plan.keeps_all:
            return [], list(plan.base)
        name = plan.contract.name
        base: dict[str, list[tuple[str, FileEntry]]] = defaultdict(list)
        for file in plan.base:
            label = partition_label(CONTRACTS[name], list(file.partition.values()))
            base[label].append((f"{self._folder}/{file.path}", file))
        builder = Builder(plan.contract, self.staged, self._scratch, self._memory_bytes)
        find = labeller(self._store, plan, plans, self._previous)
        gatherer = Gatherer(plan.contract, find, self._scratch, self._memory_bytes)
        gone = self._gather(plan, gatherer, find)
        differ = self._keys_differ(plan, gatherer, gone)
        built = builder.build(gatherer, self._store, base, keys_differ=differ, gone=gone)
        touched = {*gatherer.labels(), *(gone.names if gone else ())}
        kept = [file for label, files in base.items() if label not in touched for _, file in files]
        if unknown_label(plan.contract) not in {*touched, *base}:
            # Readers take the types of folder keys from the folders that are there: this one is always there.
            built.append(builder.empty())
        return built, kept

    def _gather(self, plan: TablePlan, gatherer: Gatherer, find: Labeller) -> Keys | None:
        """Take the plan's new rows; the keys of those that are gone or changed, when files were replaced."""
        if not plan.removed:
            for rows in read_rows(self._store, plan):
                gatherer.add(rows)
            return None
        patch = patch_of(self._store, plan.contract, plan.removed, plan.sources)
        gatherer.add(patch.come)
        (key,) = plan.contract.primary_key
        collector = KeyCollector()
        labels = find(patch.gone)
        collector.add(patch.gone[key], labels.names, labels.codes)
        lost = pc.invert(pc.is_in(patch.gone[key], value_set=patch.come[key].combine_chunks()))
        self.lost[plan.contract.name] = int(pc.sum(lost).as_py() or 0)
        return collector.keys()

    def _keys_differ(self, plan: TablePlan, gatherer: Gatherer, gone: Keys | None) -> bool:
        """Whether no two rows share a key; False when that was not looked at. Raises DuplicateKeyError."""
        keys = gatherer.keys()
        if keys is None:
            return False
        if plan.whole:
            self.anew[plan.contract.name] = keys.keys
        labels = [partition_label(plan.contract, list(file.partition.values())) for file in plan.base]
        previous = self._previous
        before = (
            (label, keys_of(self._store, previous, [file]))
            for label, file in zip(labels, plan.base, strict=True)
            if previous
        )
        if gone is not None:
            stays = ((label, there, gone.stay(label, there)) for label, there in before)
            before = ((label, there if stay is None else there.filter(stay)) for label, there, stay in stays)
        return check_keys(plan.contract.name, keys, before)


def _can_build_upon(previous: Manifest) -> bool:
    return (
        previous.layout == LAYOUT
        and previous.schema_fingerprint == schemas_fingerprint()
        and previous.writer == f"Apache Arrow {pa.__version__}"
    )
