"""Where the processes of the task runner come from."""

import gc

import pytest

from flows.runner import ForkServedTaskRunner

WHERE_FROM = (
    "type(__import__('multiprocessing').current_process()).__name__, 'prefect.main' in __import__('sys').modules"
)


@pytest.mark.parametrize("initializer", [None, gc.freeze])
def test_processes_are_forked_from_one_that_has_prefect_loaded(initializer):
    with ForkServedTaskRunner(max_workers=2, initializer=initializer) as runner:
        assert runner._executor.submit(eval, WHERE_FROM).result(timeout=120) == ("ForkServerProcess", True)


def test_a_runner_for_a_flow_run_is_of_the_same_kind():
    copy = ForkServedTaskRunner(max_workers=3, initializer=gc.freeze).duplicate()
    assert isinstance(copy, ForkServedTaskRunner)
    assert (copy._max_workers, copy._initializer) == (3, gc.freeze)
