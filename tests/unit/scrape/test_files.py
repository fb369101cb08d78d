"""Local files: every one becomes a page or a failure with a reason code."""

import os
from pathlib import Path

from tasks.scrape.files import read_files
from tasks.scrape.sources import Source
from tasks.snapshots import Fetched, FetchFailure


def read(base: Path, location: str, **more: int) -> list[Fetched | FetchFailure]:
    return list(read_files(Source("s", "files", location, **more), base))


def test_a_glob_gives_files_in_name_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(name)
    pages = read(tmp_path, "*.txt")
    assert [(page.source_url, page.data) for page in pages] == [("file:a.txt", b"a.txt"), ("file:b.txt", b"b.txt")]


def test_a_folder_is_walked(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "x.txt").write_text("x")
    assert [page.source_url for page in read(tmp_path, "in")] == ["file:in/deep/x.txt"]


def test_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 11)
    (failure,) = read(tmp_path, "*.txt", max_bytes=10)
    assert isinstance(failure, FetchFailure)
    assert failure.code == "too_large"
    assert "11 bytes" in failure.detail


def test_pipes_and_devices_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (failure,) = read(tmp_path, "in")
    assert isinstance(failure, FetchFailure)
    assert failure.code == "unreadable"
    (failure,) = read(tmp_path, "/dev/zero")
    assert isinstance(failure, FetchFailure)


def test_a_name_that_is_no_text_becomes_one(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode("脱贫\n.txt".encode("gb18030"))).write_text("x")
    (page,) = read(tmp_path, "*.txt")
    page.source_url.encode()
    assert page.source_url.isprintable()


def test_no_match_is_a_failure(tmp_path: Path) -> None:
    (failure,) = read(tmp_path, "none/*.txt")
    assert isinstance(failure, FetchFailure)
    assert failure.code == "not_found"


def test_an_unreadable_file_is_a_failure_and_the_rest_goes_through(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "loop").symlink_to(tmp_path / "folder" / "loop")
    loop, *_ = read(tmp_path, "folder")
    assert isinstance(loop, FetchFailure)
    assert loop.code == "unreadable"
    assert [type(item) for item in read(tmp_path, "*.txt")][-1] is Fetched


def test_the_same_place_gives_the_same_url_wherever_the_checkout_is(tmp_path: Path) -> None:
    for home in ("one", "two with space"):
        (tmp_path / home / "pages").mkdir(parents=True)
        (tmp_path / home / "pages" / "p.txt").write_text("p")
    urls = {read(tmp_path / home, "pages/*.txt")[0].source_url for home in ("one", "two with space")}
    assert urls == {"file:pages/p.txt"}
