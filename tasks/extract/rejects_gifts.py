"""Sums that print no unit behind a verb of giving: 员工捐赠了28700, 募得善款126800."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of
from tasks.extract.rejects_context import Place

_GIVEN = re.compile(rf"{any_of('given')}了?$")
_ENDS = re.compile("[，。；、！\n…]|$")


def is_gift(place: Place) -> bool:
    """Whether a bare number is what was given: money, where nothing else is named behind it."""
    given = place.amount.form == "arabic" and _ENDS.match(place.after) is not None
    return given and _GIVEN.search(place.before) is not None
