"""Large sources in parts that task runs can handle side by side: by file, or by host."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tasks.scrape.files import files_of
from tasks.scrape.sources import Source
from tasks.scrape.urls import host_of

_URLS_A_PART = 2_000


def parts_of(source: Source, base: Path) -> list[Source]:
    """The source itself, or its parts: a part a WARC file, and of many URLs a part for some hosts' share.

    Every part is a source of its own with an id that says what it is a part of; parts never share a host.
    """
    if source.kind == "warc":
        return _by_file(source, base)
    if source.kind == "urls" and len(source.options.get("more", ())) >= _URLS_A_PART:
        return list(_by_host(source))
    return [source]


def _by_file(source: Source, base: Path) -> list[Source]:
    try:
        paths = files_of(base, source.location)
    except OSError:
        return [source]
    if len(paths) < 2:
        return [source]
    return [replace(source, id=_part_id(source, str(path)), location=str(path.absolute())) for path in paths]


def _by_host(source: Source) -> Iterator[Source]:
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys((source.location, *source.options["more"])):
        by_host.setdefault(host_of(url), []).append(url)
    part: list[str] = []
    for host in sorted(by_host):
        part += by_host[host]
        if len(part) >= _URLS_A_PART:
            yield _of_urls(source, part)
            part = []
    if part:
        yield _of_urls(source, part)


def _of_urls(source: Source, urls: list[str]) -> Source:
    options = {**source.options, "more": urls[1:]}
    return replace(source, id=_part_id(source, "\n".join(urls)), location=urls[0], options=options)


def _part_id(source: Source, what: str) -> str:
    return f"{source.id}-part-{hashlib.sha256(what.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
