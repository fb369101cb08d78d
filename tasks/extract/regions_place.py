"""A place of a text as the scope stack sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

# The reach of a home that neither title nor publisher names, only the places of the text.
TOLD = "clause"


@dataclass(slots=True)
class Place:
    """A place in the text: code (None for what stays as printed), official or printed name, the rule, and its reach.

    `around` is the code of the area that a village or an institution carries in its name.
    """

    start: int
    end: int
    code: str | None
    name: str
    rule: str
    reach: str = "topic"
    around: str | None = None


class Spot(NamedTuple):
    """A place where it stands: what comes before it in the text, and whether it opens its sentence."""

    text: str
    place: Place
    home: Place
    lead: str
    opens: bool
