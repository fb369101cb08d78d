"""Cleaning side by side with its peers: accuracy and pages a second in one run, as a Markdown table.

    python -m benchmarks.clean                  pages made from templates, their content known
    python -m benchmarks.clean --pages FOLDER   own pages: x.html, and x.txt with the body where known

Every reader gets the same decoded text and one core; times are CPU times of this process. The body
is compared as a multiset of character pairs over hanzi, letters and digits. A list item or a table
cell counts as kept when its text stands in the output, a row when it stands in one line.

The templates were written beside our reader, so its column shows what it was built for, not how it
does on strange sites; two of them (huanqiu, json_only) carry the body where only a browser or a
reader of scripts finds it.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from benchmarks.clean_pages import HANT, BenchPage, pages
from tasks.clean.charset import decode
from tasks.clean.page import PageRejection, clean_page

_LETTERS = re.compile(r"[^\u3400-\u9fffA-Za-z0-9]")


@dataclass(frozen=True)
class Output:
    """What a reader says of a page; None for what it does not read."""

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: Sequence[str] | None = None


Reader = Callable[[bytes, str, str], Output]


def ours(data: bytes, text: str, url: str) -> Output:
    page = clean_page(data, url=url)
    if isinstance(page, PageRejection):
        return Output("")
    return Output(page.text, page.title, page.published_at, page.publisher, page.authors)


def trafilatura_default(data: bytes, text: str, url: str) -> Output:
    import trafilatura

    document = trafilatura.bare_extraction(text, url=url, with_metadata=True)
    if document is None:
        return Output("")
    authors = re.split(r"[;；]\s*", document.author) if document.author else None
    return Output(document.text or "", document.title, document.date, document.sitename, authors)


def trafilatura_recall(data: bytes, text: str, url: str) -> Output:
    import trafilatura

    return Output(trafilatura.extract(text, favor_recall=True) or "")


def readability(data: bytes, text: str, url: str) -> Output:
    import lxml.html
    from readability import Document

    document = Document(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    return Output(lxml.html.fromstring(document.summary()).text_content(), document.short_title())


def resiliparse_main(data: bytes, text: str, url: str) -> Output:
    from resiliparse.extract.html2text import extract_plain_text

    return Output(extract_plain_text(text, main_content=True))


def gne(data: bytes, text: str, url: str) -> Output:
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(text)
    return Output(
        found["content"], found["title"], found["publish_time"], None, [found["author"]] if found["author"] else None
    )


def justext_any(data: bytes, text: str, url: str) -> Output:
    import justext

    paragraphs = justext.justext(
        text.encode(), frozenset(), length_low=10, length_high=40, stopwords_low=0, stopwords_high=0, encoding="utf-8"
    )
    return Output("\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))


READERS: dict[str, Reader] = {
    "zhibiao": ours,
    "trafilatura": trafilatura_default,
    "trafilatura, recall": trafilatura_recall,
    "readability-lxml": readability,
    "resiliparse": resiliparse_main,
    "GNE": gne,
    "jusText": justext_any,
}


@dataclass
class Score:
    """The sums of one reader over all pages."""

    seconds: float = 0.0
    pages: int = 0
    failures: int = 0
    sums: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, value: float) -> None:
        self.sums[name] += value
        self.counts[name] += 1

    def mean(self, name: str) -> str:
        return f"{self.sums[name] / self.counts[name]:.3f}" if self.counts[name] else "–"


def pairs(text: str) -> Counter[tuple[str, str]]:
    """The character pairs of a text over hanzi, letters and digits, in width and script as they stand."""
    packed = _LETTERS.sub("", unicodedata.normalize("NFKC", text))
    return Counter(pairwise(packed))


def f1(text: str, gold: str) -> float:
    """F1 of two texts as multisets of character pairs."""
    one, other = pairs(text), pairs(gold)
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _key(text: str | None) -> str:
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text or ""))


def _kept(wanted: Iterable[str], text: str) -> list[float]:
    packed = _key(text)
    return [float(_key(part) in packed) for part in wanted if _key(part)]


def judge(score: Score, page: BenchPage, output: Output) -> None:
    """Add what an output gets right to a score. A reader that keeps traditional characters loses nothing by it."""
    if page.name.startswith(HANT):
        output = simplified(output)
    score.add("f1", f1(output.text, "\n".join(page.lines)))
    for item in _kept(page.items, output.text):
        score.add("li", item)
    lines = {_key(line) for line in output.text.splitlines()}
    for row in page.rows:
        score.add("row", float(_key("".join(row)) in lines))
        for cell in _kept(row, output.text):
            score.add("td", cell)
    if page.title and output.title is not None:
        score.add("title", float(_key(output.title) == _key(page.title)))
    if page.published_at:
        score.add("date", float((output.published or "")[:10] == page.published_at[:10]))
    if page.publisher is not None:
        score.add("publisher", float(_key(output.publisher) == _key(page.publisher)))
    if page.authors is not None:
        score.add(
            "author", float({_key(name) for name in output.authors or ()} == {_key(name) for name in page.authors})
        )


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def simplified(output: Output) -> Output:
    """An output in simplified characters."""
    convert = _converter()
    title = convert(output.title) if output.title is not None else None
    authors = [convert(name) for name in output.authors] if output.authors else output.authors
    return replace(output, text=convert(output.text), title=title, authors=authors)


def run(name: str, read: Reader, cases: Sequence[tuple[BenchPage, str]]) -> Score:
    """One reader over all pages; a page that it fails on counts as empty."""
    score = Score()
    first, text = cases[0]
    read(first.data, text, first.url)
    for page, text in cases:
        started = time.process_time()
        try:
            output = read(page.data, text, page.url)
        except Exception as error:  # noqa: BLE001 - a peer's crash is a result
            score.failures += 1
            print(f"<!-- {name} on {page.name}: {type(error).__name__} -->")
            output = Output("")
        score.seconds += time.process_time() - started
        score.pages += 1
        judge(score, page, output)
    return score


def own_pages(folder: Path) -> list[BenchPage]:
    """Pages of a folder: every .html or .htm, with the body in a .txt of the same name."""
    found = []
    for path in sorted([*folder.glob("*.html"), *folder.glob("*.htm")]):
        gold = path.with_suffix(".txt")
        lines = tuple(gold.read_text("utf-8").splitlines()) if gold.exists() else ()
        found.append(BenchPage(path.stem, path.read_bytes(), "", lines, (), (), "", "", None, None))
    return found


def table(scores: dict[str, Score]) -> str:
    """The scores as a Markdown table."""
    columns = ["f1", "li", "td", "row", "title", "date", "publisher", "author"]
    rows = [f"| reader | {' | '.join(columns)} | pages/s |", "| --- |" + " --- |" * (len(columns) + 1)]
    for name, score in scores.items():
        cells = " | ".join(score.mean(column) for column in columns)
        rows.append(f"| {name} | {cells} | {score.pages / max(score.seconds, 1e-9):.0f} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="folder of own pages")
    parser.add_argument("--only", nargs="*", default=list(READERS), help="readers to run")
    arguments = parser.parse_args()
    found = own_pages(arguments.pages) if arguments.pages else list(pages())
    cases = [(page, decode(page.data).text) for page in found]
    scores = {name: run(name, READERS[name], cases) for name in arguments.only}
    size = sum(len(page.data) for page in found) // max(1, len(found)) // 1024
    print(f"{len(found)} pages of {size} KiB on average\n")
    print(table(scores))


if __name__ == "__main__":
    main()
