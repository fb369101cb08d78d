"""An observation as the JSON object that `zhibiao extract` writes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tasks.extract.model import Observation


def to_record(observation: Observation) -> dict[str, Any]:
    """The fields of an observation under their names in the filter; numbers are JSON numbers."""
    return {
        "doc": observation.doc,
        "start": observation.start,
        "end": observation.end,
        "mention": observation.mention,
        "value": _number(observation.value),
        "value_high": None if observation.value_high is None else _number(observation.value_high),
        "unit": observation.unit,
        "measure": observation.measure,
        "qualifier": observation.qualifier,
        "status": observation.status,
        "region_code": observation.region_code,
        "region": observation.region,
        "period": observation.period,
        "indicator": observation.indicator,
        "indicator_id": observation.indicator_id,
        "indicator_name": observation.indicator_name,
        "confidence": observation.confidence,
    }


def _number(value: Decimal) -> int | float:
    if value == value.to_integral_value() and abs(value) < 10**18:
        return int(value)
    return float(value)
