"""Several check frames judged as one: the library costs more a run than a row, so shards are put together for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.validate.gate import Findings
from tasks.validate.suites import Suite

_UNIQUE = ("expect_column_values_to_be_unique", "expect_compound_columns_to_be_unique")


def joined(frames: Sequence[pa.Table], suite: Suite) -> pa.Table:
    """The columns that a suite needs, of all frames, one below the other.

    Where there are several frames, the columns whose values may not be repeated carry the number of their frame: two
    shards may hold the same page, each has to be free of repetitions by itself.
    """
    slim = [frame.select([name for name in suite.columns if name in frame.column_names]) for frame in frames]
    if len(slim) == 1:
        return slim[0]
    keys = {rule.columns[0] for rule in suite.expectations if rule.base in _UNIQUE}
    numbered = [_numbered(frame, keys, number) for number, frame in enumerate(slim)]
    return pa.concat_tables(numbered).combine_chunks()


def _numbered(frame: pa.Table, keys: set[str], number: int) -> pa.Table:
    for name in sorted(keys):
        values = pc.binary_join_element_wise(pa.scalar(str(number)), pc.cast(frame[name], pa.string()), ":")
        frame = frame.set_column(frame.schema.get_field_index(name), name, values)
    return frame


def parted(findings: Findings, sizes: Sequence[int]) -> list[Findings]:
    """Findings on joined frames as those of each frame; what was said of the table was said of all together."""
    bounds = np.cumsum([0, *sizes])
    return [
        Findings(
            findings.engine,
            {
                rule_id: mine - low
                for rule_id, rows in findings.rows.items()
                if len(mine := rows[(rows >= low) & (rows < high)])
            },
            findings.table,
        )
        for low, high in pairwise(bounds)
    ]
