"""Documents that repeat another one: exact copies, and reprints with a paragraph more or less.

Texts are compared by MinHash over shingles of five characters, figures one by one: the bulletins of
two months share their wording and not their numbers, and both must stay; a reprint shares both.
Candidates come from bands of the signature, so the work grows with the documents and not with their
pairs. The outcome does not depend on the order of the records.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PERMUTATIONS = 128
SHINGLE = 5
SEED = 20240108
TEXT_SIMILARITY = 0.5
FIGURES_A_SLIP = 20
_FIGURES_OF_A_FOOTER = 2
BAND_ROWS = 3
CROWD = 64
FULL_LENGTH = 0.9
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:[%‰]|[\u3400-\u9fff]{1,2})?")


@dataclass(frozen=True, slots=True)
class DuplicateRecord:
    """What finding duplicates needs of a document; `published_at` is ISO 8601, `length` counts code points."""

    id: str
    signature: Sequence[int]
    text_sha256: str
    figures_sha256: str
    published_at: str | None
    length: int


def signature(text: str) -> list[int]:
    """A text's signature: 128 MinHash values of its shingles, then a hash of each different figure, sorted."""
    from rensa import RMinHash

    packed = re.sub(r"\s+", "", text)
    shingles = [packed[start : start + SHINGLE] for start in range(max(1, len(packed) - SHINGLE + 1))]
    figures = set(_FIGURE.findall(text))
    words = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    words.update(shingles)
    return [*map(int, words.digest()), *sorted(map(_figure_hash, figures))]


def _figure_hash(figure: str) -> int:
    return int.from_bytes(hashlib.blake2b(figure.encode(), digest_size=8).digest(), "big")


def find_duplicates(records: Iterable[DuplicateRecord]) -> dict[str, str]:
    """The id of each repeating document with the id of the one that it repeats.

    Of several copies the earliest of the full ones is the document; a shortened reprint is never.
    """
    ordered = sorted(records, key=_preference)
    copies: dict[str, list[DuplicateRecord]] = {}
    for record in ordered:
        copies.setdefault(record.text_sha256, []).append(record)
    found = {copy.id: group[0].id for group in copies.values() for copy in group[1:] if copy.id != group[0].id}
    firsts = [group[0] for group in copies.values()]
    near = _near(firsts)
    for copy_id, of in list(found.items()):
        found[copy_id] = near.get(of, of)
    return found | near


def _preference(record: DuplicateRecord) -> tuple[str, int, str]:
    return (record.published_at or "9999", -record.length, record.id)


def _near(records: list[DuplicateRecord]) -> dict[str, str]:
    """Near copies among records without exact ones."""
    if len(records) < 2:
        return {}
    import numpy as np

    table = np.array([record.signature[:PERMUTATIONS] for record in records], dtype=np.uint64)
    links: dict[int, set[int]] = {}
    for left, right in _similar(table, records):
        links.setdefault(left, set()).add(right)
        links.setdefault(right, set()).add(left)
    found: dict[str, str] = {}
    for cluster in _clusters(links):
        found.update(_settle(cluster, links, records))
    return found


def _similar(table: NDArray[np.uint64], records: Sequence[DuplicateRecord]) -> Iterator[tuple[int, int]]:
    """Pairs of record numbers that say the same with the same figures."""
    import numpy as np

    pairs = sorted(_candidates(table))
    for start in range(0, len(pairs), 50_000):
        batch = np.array(pairs[start : start + 50_000], dtype=np.int64)
        left, right = table[batch[:, 0]], table[batch[:, 1]]
        words = (left == right).mean(axis=1)
        for index in np.flatnonzero(words >= TEXT_SIMILARITY):
            one, other = (int(number) for number in batch[index])
            if _same_figures(records[one], records[other]):
                yield one, other


def _candidates(table: NDArray[np.uint64]) -> set[tuple[int, int]]:
    """Pairs that agree in a band. In a crowd each is compared with its neighbours by number only."""
    pairs: set[tuple[int, int]] = set()
    for start in range(0, PERMUTATIONS - BAND_ROWS + 1, BAND_ROWS):
        buckets: dict[bytes, list[int]] = {}
        for number, row in enumerate(table[:, start : start + BAND_ROWS]):
            buckets.setdefault(row.tobytes(), []).append(number)
        for bucket in buckets.values():
            if 1 < len(bucket) <= CROWD:
                pairs.update(combinations(bucket, 2))
            elif len(bucket) > CROWD:
                pairs.update(_neighbours(bucket))
    return pairs


def _neighbours(bucket: list[int]) -> Iterator[tuple[int, int]]:
    """Each member with the first of the bucket and with the next ones."""
    for place, number in enumerate(bucket):
        for other in bucket[place + 1 : place + CROWD // 2]:
            yield number, other
        if place:
            yield bucket[0], number


def _same_figures(one: DuplicateRecord, other: DuplicateRecord) -> bool:
    """Whether two texts of like wording give the same figures, or one of them a part of the other's.

    One figure in `FIGURES_A_SLIP` may differ: a slip of the copy. Two bulletins of one template that
    share most of their figures (neighbouring counties, following months) stay two documents.
    """
    if one.figures_sha256 == other.figures_sha256:
        return True
    fewer, more = sorted((set(record.signature[PERMUTATIONS:]) for record in (one, other)), key=len)
    if not fewer:
        return len(more) <= _FIGURES_OF_A_FOOTER
    return len(fewer - more) <= len(fewer) // FIGURES_A_SLIP


def _clusters(links: Mapping[int, set[int]]) -> Iterator[list[int]]:
    seen: set[int] = set()
    for start in sorted(links):
        if start in seen:
            continue
        cluster, todo = [], [start]
        seen.add(start)
        while todo:
            number = todo.pop()
            cluster.append(number)
            for other in links[number] - seen:
                seen.add(other)
                todo.append(other)
        yield sorted(cluster)


def _settle(cluster: list[int], links: Mapping[int, set[int]], records: Sequence[DuplicateRecord]) -> dict[str, Any]:
    """Give every copy in a cluster an original that it is directly like."""
    found: dict[str, Any] = {}
    left = set(cluster)
    while len(left) > 1:
        full = FULL_LENGTH * max(records[number].length for number in left)
        original = min(
            (number for number in left if records[number].length >= full),
            key=lambda number: _preference(records[number]),
        )
        copies = links[original] & left
        found.update({records[copy].id: records[original].id for copy in copies})
        left -= copies | {original}
    return found
