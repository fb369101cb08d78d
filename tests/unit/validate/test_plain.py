"""Rows as plain values are those that Arrow itself would make."""

import datetime as dt

import pyarrow as pa

from tasks.contracts import OBSERVATIONS
from tasks.validate.plain import plain_rows

AT = dt.datetime(2023, 1, 5, 8, 30, tzinfo=dt.UTC)


def test_rows_are_those_of_arrow(gold_observations):
    rows = list(plain_rows(gold_observations))
    assert rows == gold_observations.to_pylist()
    assert str(rows[0]["published_at"].tzinfo) == "Asia/Shanghai"


def test_missing_days_and_times_in_several_chunks():
    table = pa.table(
        {
            "day": pa.chunked_array([pa.array([AT.date(), None]), pa.array([AT.date()])]),
            "time": pa.chunked_array([pa.array([None], pa.timestamp("us", tz="UTC")), pa.array([AT, AT])]),
            "value": [1.5, None, 3.0],
        }
    )
    assert list(plain_rows(table)) == table.to_pylist()


def test_no_rows():
    assert list(plain_rows(OBSERVATIONS.empty())) == []
