"""What tests of single fields share: one reader, and the names and periods that it reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def name(reader: Reader) -> Callable[[str, str], str]:
    """The indicator of a mention in a text published on 5 March 2024."""

    def named(text: str, mention: str) -> str:
        observations = reader.read(Article("d", text, None, "2024-03-05", None)).observations
        return next(one.indicator or "" for one in observations if one.mention == mention)

    return named


@pytest.fixture(scope="session")
def periods(reader: Reader) -> Callable[..., dict[str, str | None]]:
    """The period of each mention in a text published on a day, with a title or without."""

    def placed(text: str, published: str, title: str | None = None) -> dict[str, str | None]:
        return {o.mention: o.period for o in reader.read(Article("d", text, title, published, None)).observations}

    return placed
