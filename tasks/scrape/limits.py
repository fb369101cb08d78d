"""What a fetch may cost at most, and the errors that say which bound was met."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one request, redirects included."""

    max_bytes: int = 20_000_000
    max_ratio: float = 200.0
    max_seconds: float = 60.0
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    max_redirects: int = 5
    max_header_bytes: int = 64_000


class FetchError(Exception):
    """A request that failed: `code` is a reason code, `retriable` says whether another try may help."""

    def __init__(self, code: str, detail: str, *, retriable: bool = False, retry_after: float | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.retriable = retriable
        self.retry_after = retry_after
