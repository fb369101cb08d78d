"""`zhibiao run`: what it refuses, and how it ends when nothing is published."""

from contextlib import nullcontext

import pytest

from flows import run
from flows.runner import ShardError
from tasks.publish.audit import DeletionsError
from tasks.validate.shard import TableRuleError


@pytest.fixture
def started(monkeypatch):
    """The windows that a pipeline was started with; the pipeline itself does nothing."""
    calls = []

    def pipeline(*arguments):
        calls.append(arguments)
        return {}

    monkeypatch.setattr(run, "pipeline", pipeline)
    monkeypatch.setattr(run, "prefect_api", nullcontext)
    monkeypatch.setattr(run, "_report_warehouse", lambda console, store: None)
    return calls


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [("2023-13-01", None, "is no day"), ("2024-01-01", "2023-01-01", "2024-01-01 is after 2023-01-01")],
)
def test_a_window_that_is_none_starts_nothing(started, capsys, tmp_path, since, until, said):
    assert run.run_and_report(None, str(tmp_path), since, until) == 2
    assert said in " ".join(capsys.readouterr().out.split())
    assert started == []


def test_a_day_alone_and_a_confirmation_reach_the_pipeline(started, tmp_path):
    assert run.run_and_report(None, str(tmp_path), "2023-01-01", "2023-01-01", confirm_deletions=True) == 0
    ((_, root, since, until, confirmed),) = started
    assert (root, str(since), str(until), confirmed) == (str(tmp_path), "2023-01-01", "2023-01-01", True)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (DeletionsError({"observations": (31, 31)}), "31 of 31 rows"),
        (TableRuleError("nothing of this batch is published"), "nothing of this batch is published"),
        (ShardError("1 of 2 shards failed"), "1 of 2 shards failed"),
    ],
)
def test_a_run_that_publishes_nothing_says_why_and_fails(started, monkeypatch, capsys, tmp_path, error, said):
    def failing(*arguments):
        raise error

    monkeypatch.setattr(run, "pipeline", failing)
    assert run.run_and_report(None, str(tmp_path), None, None) == 1
    shown = capsys.readouterr().out
    assert said in " ".join(shown.split())
    assert "Traceback" not in shown
    assert ("--confirm-deletions" in shown) == isinstance(error, DeletionsError)
