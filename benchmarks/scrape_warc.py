"""How fast web archives are read: our choice of pages against plain iteration of the same file, in one process.

    python benchmarks/scrape_warc.py [FILE.warc.gz] [--records N] [--chinese PART] [--rounds N] [--clean N]

Without a file one is made: pages of the sizes of a crawl, of which some are Chinese with figures. Each way reads the
whole file in turn, several rounds; the median counts. Cleaning of the chosen pages is timed apart.
"""

from __future__ import annotations

import argparse
import gzip
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tasks.clean.page import clean_page
from tasks.scrape.sources import Source
from tasks.scrape.warc import read_warc
from tasks.snapshots import Fetched

WORDS = ["the", "market", "report", "of", "price", "year", "growth", "people", "region", "county", "water", "about"]
HANZI = "全县共实施产业帮扶项目投入衔接资金带动脱贫人口增收截至年底劳动力务工就业自来水普及率达到排查出问题整改的和在"
CYRILLIC = ["общий", "доклад", "о", "рынке", "труда", "и", "росте", "доходов", "населения", "в", "регионе"]


def text(kind: str, chance: random.Random, length: int) -> str:
    """About `length` characters of prose: chinese (with figures), english, accented or cyrillic."""
    if kind == "chinese":
        pieces = []
        while sum(map(len, pieces)) < length:
            pieces.append("".join(chance.choices(HANZI, k=chance.randint(8, 30))) + f"{chance.randint(1, 9999)}人，")
        return "".join(pieces)
    words = CYRILLIC if kind == "cyrillic" else WORDS
    made = " ".join(chance.choices(words, k=length // 6))
    return made.replace("e", "é", 40) if kind == "accented" else made


def page(kind: str, chance: random.Random) -> bytes:
    """A page with a head, furniture and prose, some tens of kilobytes, as crawls hold them."""
    size = int(min(max(chance.lognormvariate(10.2, 0.9), 2_000), 400_000))
    links = "".join(
        f'<li><a href="/c{chance.randint(1, 9**6)}.html">{text(kind, chance, 20)}</a></li>' for _ in range(60)
    )
    calls = (
        f"document.getElementById('menu{chance.randint(1, 999)}').style.display='none';" for _ in range(size // 110)
    )
    script = f"function hide(){{{''.join(calls)}}}"
    body = "".join(f"<p>{text(kind, chance, 400)}</p>" for _ in range(max(size // 900, 1)))
    head = f"<title>{text(kind, chance, 30)}</title><script>{script}</script>"
    return f"<html><head>{head}</head><body><ul>{links}</ul>{body}</body></html>".encode()


def make(path: Path, records: int, chinese: float) -> None:
    """Write a WARC file of that many pages, of which the part `chinese` is such; with requests and metadata between."""
    chance = random.Random(20240108)
    kinds = ["chinese", "english", "accented", "cyrillic"]
    weights = [chinese, (1 - chinese) * 0.4, (1 - chinese) * 0.4, (1 - chinese) * 0.2]
    with path.open("wb") as file:
        for number in range(records):
            kind = chance.choices(kinds, weights)[0]
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nServer: nginx\r\n\r\n"
            url = f"https://www.site{number % 977}.{'cn' if kind == 'chinese' else 'com'}/page{number}.html"
            for warc_type, block in (
                (WarcRecordType.request, f"GET /page{number}.html HTTP/1.1\r\nHost: x\r\n\r\n".encode()),
                (WarcRecordType.response, head + page(kind, chance)),
                (WarcRecordType.metadata, b"fetchTimeMs: 231\r\n"),
            ):
                record = WarcRecord()
                record.init_headers(record_type=warc_type)
                record.headers["WARC-Target-URI"] = url
                if warc_type == WarcRecordType.response:
                    record.headers["Content-Type"] = "application/http; msgtype=response"
                record.set_bytes_content(block)
                writer = GzipWriter(file)
                record.write(writer)
                writer.finish()


def plain(path: Path) -> int:
    """Iterate over the responses, as the library does it by itself."""
    with path.open("rb") as file:
        return sum(1 for _ in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True))


def plain_read(path: Path) -> int:
    """Iterate over the responses and read every body."""
    count = 0
    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
            record.reader.read()
            count += 1
    return count


def chosen(path: Path) -> int:
    """Our reading: Chinese pages with figures alone, damage looked for."""
    return sum(isinstance(item, Fetched) for item in read_warc(path, Source("bench", "warc", str(path))))


def timed(ways: dict[str, Callable[[Path], int]], path: Path, rounds: int) -> dict[str, tuple[float, int]]:
    """The median seconds of each way over the rounds, in turn, and what it counted."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    counts = dict.fromkeys(ways, 0)
    for _ in range(rounds):
        for name, way in ways.items():
            started = time.process_time()
            counts[name] = way(path)
            seconds[name].append(time.process_time() - started)
    return {name: (median(seconds[name]), counts[name]) for name in ways}


def report(path: Path, rounds: int, clean: int) -> None:
    """Measure and print."""
    packed = path.stat().st_size
    with gzip.open(path) as file:
        size = sum(len(block) for block in iter(lambda: file.read(1 << 20), b""))
    print(f"{packed / 1e6:.1f} MB packed, {size / 1e6:.1f} MB unpacked")
    found = timed({"iterate": plain, "iterate and read": plain_read, "chosen pages": chosen}, path, rounds)
    base, records = found["iterate"]
    for name, (seconds, count) in found.items():
        rate = f"{size / seconds / 1e6:6.0f} MB/s {records / seconds:8.0f} records/s"
        print(f"{name:17} {seconds:7.2f} s CPU  {rate}  {count:7} pages  {base / seconds:5.2f} of plain")
    pages = [item for item in read_warc(path, Source("bench", "warc", str(path))) if isinstance(item, Fetched)][:clean]
    started = time.process_time()
    for each in pages:
        clean_page(each.data, url=each.source_url, content_type=each.content_type)
    seconds = time.process_time() - started
    if pages:
        print(f"cleaning apart    {seconds:7.2f} s CPU  {len(pages) / seconds:8.0f} pages/s  {len(pages):7} pages")


def main() -> None:
    """Read the arguments, make a file unless one is given, report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path)
    arguments.add_argument("--records", type=int, default=3000)
    arguments.add_argument("--chinese", type=float, default=0.06)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--clean", type=int, default=200)
    options = arguments.parse_args()
    if options.file is not None:
        report(options.file, options.rounds, options.clean)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.warc.gz"
        make(path, options.records, options.chinese)
        report(path, options.rounds, options.clean)


if __name__ == "__main__":
    main()
