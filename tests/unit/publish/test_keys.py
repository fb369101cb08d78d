"""Keys over partitions: which stand in two, which are stated again."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from tasks.publish.audit import DuplicateKeyError, check_keys
from tasks.publish.keys import KeyCollector, Keys


def collected(*groups: dict[str, str]) -> Keys:
    """Keys from groups of key → partition."""
    collector = KeyCollector()
    for group in groups:
        names = sorted(set(group.values()))
        codes = np.array([names.index(name) for name in group.values()], np.int64)
        collector.add(pa.chunked_array([list(group)], pa.string()), names, codes)
    return collector.keys()


def texts(*keys: str) -> pa.ChunkedArray:
    return pa.chunked_array([list(keys)], pa.string())


def test_keys_that_differ() -> None:
    keys = collected({"a": "y=1", "b": "y=2"}, {"c": "y=2"})
    assert keys.differ
    assert keys.across() == []
    assert check_keys("t", keys, [("y=1", texts("d")), ("y=3", texts("e"))])


def test_a_key_twice_in_one_partition_is_none_in_two() -> None:
    keys = collected({"a": "y=1", "b": "y=2"}, {"a": "y=1"})
    assert not keys.differ
    assert keys.across() == []
    assert not check_keys("t", keys, [])


def test_partitions_are_told_by_name_over_groups() -> None:
    keys = collected({"a": "y=1", "b": "y=2"}, {"b": "y=1", "c": "y=2"})
    assert keys.across() == ["b"]
    with pytest.raises(DuplicateKeyError, match="t: 1 keys in more than one partition"):
        check_keys("t", keys, [])


def test_a_key_of_the_release_before_may_come_again_in_its_own_partition_alone() -> None:
    keys = collected({"a": "y=1", "b": "y=2"})
    assert keys.elsewhere([("y=1", texts("a")), ("y=2", texts("z"))]) == ([], True)
    assert not check_keys("t", keys, [("y=1", texts("a"))])
    with pytest.raises(DuplicateKeyError, match="'b'"):
        check_keys("t", keys, [("y=1", texts("a", "b"))])
    with pytest.raises(DuplicateKeyError, match="'a'"):
        check_keys("t", keys, [("y=9", texts("a"))])


def test_no_keys_at_all() -> None:
    assert check_keys("t", collected(), [])
    assert check_keys("t", collected(), [("y=1", texts("a"))])
    assert check_keys("t", collected({"a": "y=1"}), [("y=1", texts())])
