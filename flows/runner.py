"""How shards are spread over processes, and how their tallies come together."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Sequence
from typing import Any, Self

from prefect import Task
from prefect.futures import wait
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from flows.settings import settings
from tasks.shards import Tally

_LOADED_ONCE = ("prefect.main", "prefect.task_engine", "prefect_dask")
"""What every worker process needs and what takes the longest to load, nothing of our own."""


class ShardError(RuntimeError):
    """Some shards of a stage failed; the others are done and will not be done again."""


def task_runner() -> TaskRunner[Any]:
    """The task runner that the settings ask for."""
    chosen = settings()
    if chosen.runner == "thread":
        return ThreadPoolTaskRunner(max_workers=chosen.workers)
    if chosen.runner == "dask":
        return _dask_runner(chosen.dask_address, chosen.workers)
    # What a process has loaded when it starts lasts until it ends: it need not be looked through for garbage, which at
    # exit alone takes a third of a second.
    return ForkServedTaskRunner(max_workers=chosen.workers, initializer=gc.freeze)


class ForkServedTaskRunner(ProcessPoolTaskRunner):
    """Prefect's process pool, its processes forked from one that has Prefect loaded and does nothing else.

    Prefect starts each as a new interpreter, which then loads Prefect for two seconds, every process of every stage
    anew; it has no setting for that. Where the system knows no fork server it stays so.
    """

    def __enter__(self) -> Self:
        super().__enter__()
        if self._executor is not None and "forkserver" in multiprocessing.get_all_start_methods():
            multiprocessing.set_forkserver_preload(list(_LOADED_ONCE))
            self._executor._mp_context = multiprocessing.get_context("forkserver")
        return self


def _dask_runner(address: str | None, workers: int) -> TaskRunner[Any]:
    from prefect_dask import DaskTaskRunner

    if address:
        return DaskTaskRunner(address=address)  # type: ignore[no-any-return]
    options = {"n_workers": workers, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    return DaskTaskRunner(cluster_kwargs=options)  # type: ignore[no-any-return]


def run_shards(
    task: Task[..., Tally], root: str, shards: Sequence[str] | Sequence[tuple[str, ...]], *arguments: object
) -> Tally:
    """Run a task once a shard (or group of shards) and add up the tallies; a single one stays in this process.

    Raises ShardError after all have ended when some failed: what is done stays done.
    """
    if len(shards) == 1:
        return task(root, shards[0], *arguments)
    futures = [task.submit(root, shard, *arguments) for shard in shards]
    wait(futures)
    states = [future.state for future in futures]
    failed = [
        f"{shard}: {state.message}" for shard, state in zip(shards, states, strict=True) if not state.is_completed()
    ]
    if failed:
        raise ShardError(f"{len(failed)} of {len(shards)} shards failed; " + "; ".join(failed[:5]))
    return sum((future.result() for future in futures), Tally())
