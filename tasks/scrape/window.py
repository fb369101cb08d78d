"""The publication dates that a run asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Window:
    """Publication dates that are asked for, both included; pages without a date are in every window."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether a page of that day is wanted."""
        return day is None or ((self.since or date.min) <= day <= (self.until or date.max))

    def within(self, other: Window) -> Window:
        """The days that both windows hold."""
        starts = [day for day in (self.since, other.since) if day is not None]
        ends = [day for day in (self.until, other.until) if day is not None]
        return Window(max(starts, default=None), min(ends, default=None))

    def facts(self) -> dict[str, str]:
        """The window in words, for the mark of a run."""
        return {"since": str(self.since or ""), "until": str(self.until or "")}
