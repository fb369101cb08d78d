"""The filters `zhibiao clean`, `parse` and `extract`: files or lines in, JSON lines out.

They import neither Prefect nor Great Expectations, so that they start at once. What cannot be read
is named on standard error, with its reason, and the rest goes through; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def run_filter(name: str, arguments: list[str]) -> int:
    """Run a filter over standard input or paths; returns the exit status."""
    parser = argparse.ArgumentParser(prog=f"zhibiao {name}", description=_HELP[name])
    if name == "clean":
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a page, or a folder of pages")
        return _clean(parser.parse_args(arguments).paths)
    parser.parse_args(arguments)
    return _filter_lines(_reader_of[name]())


_HELP = {
    "clean": "Read pages (HTML or text dumps, any charset) and write one JSON line a document.",
    "parse": 'Read JSON lines {"doc","text","published_at"?} and write one JSON line for every expression.',
    "extract": 'Read JSON lines {"doc","text","title"?,"published_at"?,"publisher"?}, write one JSON line a fact.',
}


def _clean(paths: Iterable[Path]) -> int:
    from tasks.clean.page import PageRejection, clean_page

    status = 0
    for path in _files(paths):
        try:
            page = clean_page(path.read_bytes(), url=None)
        except OSError as error:
            _complain(f"{path}: unreadable: {error.strerror}")
            status = 1
            continue
        if isinstance(page, PageRejection):
            _complain(f"{path}: {page.code}: {page.detail}")
        else:
            _print(_page_record(path.stem, page))
    return status


def _page_record(doc: str, page: Any) -> Record:
    names = (
        "title",
        "subtitle",
        "published_at",
        "publisher",
        "site",
        "editor",
        "section",
        "region_code",
        "script",
        "charset",
    )
    fields = {name: getattr(page, name) for name in names}
    repairs = [
        {name: getattr(repair, name) for name in ("start", "end", "kind", "before", "after", "confidence")}
        for repair in page.repairs
    ]
    return {
        "doc": doc,
        **fields,
        "authors": list(page.authors),
        "reprint": page.is_reprint,
        "text": page.text,
        "repairs": repairs,
    }


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(Path(folder) / name for folder, _, names in os.walk(path) for name in names)
        else:
            yield path


def _parse_reader() -> Callable[[Record], Iterator[Record]]:
    from tasks.extract.parse import parse

    def read(record: Record) -> Iterator[Record]:
        for expression in parse(record["text"], record.get("published_at")):
            fields = {name: _plain(getattr(expression, name)) for name in _EXPRESSION}
            yield {"doc": record.get("doc"), **fields}

    return read


_EXPRESSION = ("start", "end", "text", "kind", "value", "value_high", "unit", "qualifier", "name")


def _plain(value: object) -> object:
    """A decimal as the shortest JSON number that means it; other values as they are."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _extract_reader() -> Callable[[Record], Iterator[Record]]:
    from tasks.extract.model import Article
    from tasks.extract.reader import Reader
    from tasks.extract.record import to_record

    reader = Reader()

    def read(record: Record) -> Iterator[Record]:
        fields = {name: record.get(name) for name in ("title", "published_at", "publisher")}
        article = Article(doc=record.get("doc") or "", text=record["text"], **fields)
        return map(to_record, reader.read(article).observations)

    return read


_reader_of: dict[str, Callable[[], Callable[[Record], Iterator[Record]]]] = {
    "parse": _parse_reader,
    "extract": _extract_reader,
}


def _filter_lines(read: Callable[[Record], Iterator[Record]]) -> int:
    status = 0
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        fault = None
        try:
            record = json.loads(line)
        except ValueError as error:
            fault = f"is not JSON: {error}"
        else:
            if not isinstance(record, dict) or not isinstance(record.get("text"), str):
                fault = 'is no object with a string "text"'
        if fault:
            _complain(f"line {number}: {fault}")
            status = 1
            continue
        for row in read(record):
            _print(row)
    return status


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _print(row: Record) -> None:
    # Lone surrogates can stand in JSON input; they leave as escapes.
    line = _encode(row)
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")


def _complain(message: str) -> None:
    print(f"zhibiao: {message}".encode("utf-8", "backslashreplace").decode(), file=sys.stderr)  # noqa: T201 - a filter speaks here
