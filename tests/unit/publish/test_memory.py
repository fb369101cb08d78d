"""The allocator of a release is given back, and one that the environment names is kept."""

from __future__ import annotations

import pyarrow as pa
import pytest

from tasks.publish.memory import reused_memory


def test_the_allocator_is_given_back_after_a_failure_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARROW_DEFAULT_MEMORY_POOL", raising=False)
    before = pa.default_memory_pool().backend_name
    with pytest.raises(KeyError), reused_memory():
        assert pa.default_memory_pool().backend_name == "jemalloc" or "jemalloc" not in pa.supported_memory_backends()
        raise KeyError
    assert pa.default_memory_pool().backend_name == before


def test_what_the_environment_names_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARROW_DEFAULT_MEMORY_POOL", "system")
    before = pa.default_memory_pool().backend_name
    with reused_memory():
        assert pa.default_memory_pool().backend_name == before


def test_builds_of_arrow_without_it_keep_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise NotImplementedError

    monkeypatch.delenv("ARROW_DEFAULT_MEMORY_POOL", raising=False)
    monkeypatch.setattr(pa, "jemalloc_memory_pool", missing)
    before = pa.default_memory_pool().backend_name
    with reused_memory():
        assert pa.default_memory_pool().backend_name == before
