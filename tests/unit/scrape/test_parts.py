"""Large sources in parts: nothing is lost, nothing twice, and no host in two parts."""

from pathlib import Path
from urllib.parse import urlsplit

from tasks.scrape.parts import parts_of
from tasks.scrape.sources import Source


def test_a_small_source_is_one_part() -> None:
    for source in (Source("s", "urls", "http://x/", options={"more": ["http://y/"]}), Source("s", "feed", "http://x/")):
        assert parts_of(source, Path()) == [source]


def test_many_urls_are_parted_by_host() -> None:
    urls = [f"http://h{number % 40}.cn/{number}.html" for number in range(9_000)]
    source = Source("s", "urls", urls[0], options={"more": urls[1:], "tries": 2})
    parts = parts_of(source, Path())
    told = [url for part in parts for url in (part.location, *part.options["more"])]
    assert sorted(told) == sorted(urls)
    hosts = [{urlsplit(url).hostname for url in (part.location, *part.options["more"])} for part in parts]
    assert len(parts) > 2
    assert sum(map(len, hosts)) == len(set.union(*hosts)), "no two parts ask one host"
    assert len({part.id for part in parts}) == len(parts)
    assert {part.options["tries"] for part in parts} == {2}


def test_warc_files_are_parts(tmp_path: Path) -> None:
    for name in ("a.warc.gz", "b.warc.gz"):
        (tmp_path / name).write_bytes(b"")
    parts = parts_of(Source("s", "warc", "*.warc.gz"), tmp_path)
    assert [Path(part.location).name for part in parts] == ["a.warc.gz", "b.warc.gz"]
    assert parts == parts_of(Source("s", "warc", "*.warc.gz"), tmp_path), "ids are the same in every run"
