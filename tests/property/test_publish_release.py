"""Properties of publishing: any cut, order and history of the inputs gives the same release."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import observations
from tasks.contracts import OBSERVATIONS
from tasks.publish.partition import observation_labels
from tasks.publish.release import publish_release
from tasks.publish.rows import ordered
from tasks.store import Store, sort_keys
from tasks.warehouse import read_manifest, release_path

ROWS = observations(24, years=2, provinces=1)
LABEL = observation_labels(OBSERVATIONS)


def files(store: Store, release: str) -> dict[str, bytes]:
    folder = release_path(release)
    return {path: store.read_bytes(path) for path in store.list(folder) if path.endswith(".parquet")}


@settings(max_examples=8, deadline=None)
@given(
    order=st.permutations(range(24)),
    cuts=st.lists(st.integers(1, 23), max_size=3),
    repeated=st.integers(0, 5),
    history=st.booleans(),
)
def test_the_release_is_a_function_of_its_rows(order: list[int], cuts: list[int], repeated: int, history: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain, other = Store(Path(folder) / "plain"), Store(Path(folder) / "other")
        plain.write_table(ROWS, "rows.parquet")
        expected = publish_release({"observations": ["rows.parquet"]}, plain, input_ids={}, code_version="1")
        rows = pa.concat_tables([ROWS.take(order), ROWS.slice(0, repeated)])
        bounds = [0, *sorted(set(cuts)), len(rows)]
        paths = [
            other.write_table(rows.slice(start, end - start), f"{start:02d}.parquet").path
            for start, end in pairwise(bounds)
        ]
        steps = range(1, len(paths) + 1) if history else [len(paths)]
        for step in steps:
            release = publish_release({"observations": paths[:step]}, other, input_ids={}, code_version="1")
        assert release.release == expected.release
        assert release.duplicates["observations"] == repeated
        assert files(other, release.release) == files(plain, expected.release)


@settings(max_examples=50, deadline=None)
@given(picks=st.lists(st.integers(0, 23), min_size=1, max_size=40))
def test_ordered_rows_are_sorted_and_each_key_stands_once(picks: list[int]) -> None:
    made = ordered(OBSERVATIONS, ROWS, np.array(picks))
    keys = made["observation_id"].to_pylist()
    assert sorted(keys) == sorted({ROWS["observation_id"][at].as_py() for at in picks})
    again = made.sort_by([(name, "ascending") for name in sort_keys(OBSERVATIONS)])
    assert again["observation_id"].to_pylist() == keys


texts = st.one_of(
    st.text(max_size=8), st.sampled_from(["410000", "unknown", "../..", "41000", "４１００００", "=1", ""])
)


@settings(max_examples=100, deadline=None)
@given(codes=st.lists(texts, min_size=1, max_size=6))
def test_no_text_becomes_a_path(codes: list[str]) -> None:
    rows = ROWS.slice(0, len(codes))
    at = rows.schema.get_field_index("province_code")
    rows = rows.set_column(at, rows.schema.field(at), pa.array(codes, pa.string()))
    labels = LABEL(rows)
    for code, label in zip(codes, labels.codes, strict=True):
        province = labels.names[label].split("province=")[1]
        assert province == (
            code
            if code == "410000" or (code.isascii() and code.isdigit() and len(code) == 6 and code[0] != "0")
            else "unknown"
        )
    assert labels.names == sorted(labels.names)


def test_labels_of_no_rows() -> None:
    assert LABEL(OBSERVATIONS.empty()).names == []


def test_the_manifest_of_a_grown_release_names_every_input() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        paths = [store.write_table(ROWS.slice(at, 12), f"{at}.parquet").path for at in (0, 12)]
        publish_release({"observations": paths[:1]}, store, input_ids={}, code_version="1")
        publish_release({"observations": paths}, store, input_ids={}, code_version="1")
        assert [entry.path for entry in read_manifest(store).inputs] == sorted(paths)


def _variants() -> list[list[dict[str, object]]]:
    """For each of twelve keys three rows: as it is, with another confidence, in another partition."""
    rows = observations(12, years=2, provinces=1).to_pylist()
    return [[row, row | {"confidence": 0.25}, row | {"province_code": "650000"}] for row in rows]


VARIANTS = _variants()
# Which variant of each key a state of the inputs has (3: none), and which of three files it stands in.
PLACES = st.tuples(st.integers(0, 3), st.integers(0, 2))
EDITS = st.lists(st.dictionaries(st.integers(0, 11), PLACES, min_size=1, max_size=2), min_size=1, max_size=3)


def _written(store: Store, state: list[tuple[int, int]]) -> list[str]:
    """The files of a state, named by what they hold."""
    held: list[list[dict[str, object]]] = [[], [], []]
    names = ["", "", ""]
    for key, (variant, file) in enumerate(state):
        if variant < 3:
            held[file].append(VARIANTS[key][variant])
            names[file] += f"-{key}.{variant}"
    tables = [(OBSERVATIONS.from_rows(rows), name) for rows, name in zip(held, names, strict=True) if rows]
    return [store.write_table(table, f"in/f{name}.parquet").path for table, name in tables]


@settings(max_examples=15, deadline=None)
@given(state=st.lists(PLACES, min_size=12, max_size=12), edits=EDITS)
def test_the_release_does_not_know_what_was_published_before(
    state: list[tuple[int, int]], edits: list[dict[int, tuple[int, int]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain, other = Store(Path(folder) / "plain"), Store(Path(folder) / "other")
        for edit in [{}, *edits]:
            state = [edit.get(key, place) for key, place in enumerate(state)]
            release = publish_release(
                {"observations": _written(other, state)}, other, input_ids={}, code_version="1", confirm_deletions=True
            )
        inputs = {"observations": _written(plain, state)}
        expected = publish_release(inputs, plain, input_ids={}, code_version="1")
        assert release.release == expected.release
        assert files(other, release.release) == files(plain, expected.release)
