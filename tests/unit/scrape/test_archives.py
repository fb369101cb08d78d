"""Hostile archives: each ends in a reason code within its time and memory, and what is sound in them is read."""

import bz2
import gzip
import io
import lzma
import resource
import struct
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.scrape.archives import ArchiveLimits, Member, read_archive
from tasks.scrape.limits import FetchError

LIMITS = ArchiveLimits(max_members=2_000, max_member_bytes=500_000, max_total_bytes=20_000_000, max_ratio=200)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(
    members: dict[str, bytes], entries: tuple[tarfile.TarInfo, ...] = (), form: int = tarfile.PAX_FORMAT
) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for entry in entries:
            archive.addfile(entry)
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def read(tmp_path: Path, name: str, data: bytes) -> tuple[list[Member], str | None]:
    path = tmp_path / name
    path.write_bytes(data)
    members: list[Member] = []
    try:
        members.extend(read_archive(path, LIMITS))
    except FetchError as error:
        return members, error.code
    return members, None


def encrypted() -> bytes:
    data = bytearray(zipped({"a.html": b"page", "b.html": b"other"}))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flag] |= 1
    return bytes(data)


def claims(form: bytes, size: int) -> bytes:
    """A tar whose first entry, a name or header for the next one, claims to be that long."""
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = form, size
    return info.tobuf(tarfile.GNU_FORMAT) + bytes(1024)


def overlapping() -> bytes:
    """One stored kernel that every entry of the directory points to."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(400_000))
        first = archive.infolist()[0]
        for _ in range(1500):
            copy = zipfile.ZipInfo("a")
            for name in ("header_offset", "CRC", "compress_size", "file_size", "compress_type", "external_attr"):
                setattr(copy, name, getattr(first, name))
            archive.filelist.append(copy)
            archive._didModify = True
    return out.getvalue()


def lying_directory() -> bytes:
    """A directory of 5,000 entries that says it has one."""
    data = bytearray(zipped({f"{number}.html": b"x" for number in range(5_000)}, zipfile.ZIP_STORED))
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<HH", data, end + 8, 1, 1)
    return bytes(data)


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb": ("x.zip", lambda: zipped({f"{number}": bytes(490_000) for number in range(200)}), "archive_too_large"),
    "zip of overlapping entries": ("x.zip", overlapping, "archive_too_large"),
    "zip of many members": ("x.zip", lambda: zipped({f"{n}": b"" for n in range(3_000)}), "archive_too_large"),
    "zip with a lying directory": ("x.zip", lying_directory, "archive_too_large"),
    "zip cut short": ("x.zip", lambda: zipped({"a": b"x" * 1000})[:-30], "bad_archive"),
    "zip that is none": ("x.zip", lambda: b"<html>" * 100, "bad_archive"),
    "empty zip file": ("x.zip", lambda: b"", "bad_archive"),
    "tar that is none": ("x.tar", lambda: b"<html>" * 200, "bad_archive"),
    "empty tar file": ("x.tar.gz", lambda: b"", "bad_archive"),
    "tar cut short": ("x.tar", lambda: tarred({"a": b"x" * 100_000})[:5_000], "bad_archive"),
    "tar.gz cut short": ("x.tar.gz", lambda: gzip.compress(tarred({"a": bytes(range(256)) * 90}))[:-40], "bad_archive"),
    "tar.gz bomb": (
        "x.tgz",
        lambda: gzip.compress(tarred({f"{n}": bytes(490_000) for n in range(50)})),
        "archive_too_large",
    ),
    "tar.gz of one huge member": (
        "x.tgz",
        lambda: gzip.compress(tarred({"a": bytes(30_000_000)})),
        "archive_too_large",
    ),
    "tar.bz2 bomb": ("x.tar.bz2", lambda: bz2.compress(tarred({"a": bytes(30_000_000)})), "archive_too_large"),
    "tar.xz bomb": ("x.tar.xz", lambda: lzma.compress(tarred({"a": bytes(30_000_000)})), "archive_too_large"),
    "xz that wants a gigabyte": (
        "x.tar.xz",
        lambda: lzma.compress(tarred({"a": b"x"}), filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]),
        "bad_archive",
    ),
    "tar of many folders": (
        "x.tar.gz",
        lambda: gzip.compress(tarred({}, tuple(special(f"{n}/", tarfile.DIRTYPE) for n in range(3_000)))),
        "archive_too_large",
    ),
    "tar with a name of 8 GB": ("x.tar", lambda: claims(tarfile.GNUTYPE_LONGNAME, (1 << 33) - 1), "archive_too_large"),
    "tar with a header of 8 GB": ("x.tar", lambda: claims(tarfile.XHDTYPE, (1 << 33) - 1), "archive_too_large"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_archive_ends_in_a_reason_code(case: str, tmp_path: Path) -> None:
    name, make, code = HOSTILE[case]
    data = make()
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    assert read(tmp_path, name, data)[1] == code
    assert time.monotonic() - started < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000, "kilobytes"


@pytest.mark.parametrize("name", ["x.tar", "x.tar.gz", "x.tar.bz2", "x.tar.xz", "x.zip"])
def test_a_sound_archive_is_read_whole(name: str, tmp_path: Path) -> None:
    pages = {f"{number}/page.html": f"<p>{number}</p>".encode() * (number * 99 + 1) for number in range(40)}
    pack = {"tar": bytes, "gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}.get(name.rsplit(".")[-1])
    data = pack(tarred(pages)) if pack else zipped(pages)
    members, code = read(tmp_path, name, data)
    assert code is None
    assert {member.name: member.data for member in members} == pages


def test_a_file_of_two_gzip_streams_is_one_archive(tmp_path: Path) -> None:
    data = tarred({"a": b"1" * 3000, "b": b"2" * 3000})
    members, _ = read(tmp_path, "x.tar.gz", gzip.compress(data[:2500]) + gzip.compress(data[2500:]) + bytes(50))
    assert [member.data for member in members] == [b"1" * 3000, b"2" * 3000]


def test_links_devices_and_pipes_are_passed_over(tmp_path: Path) -> None:
    kinds = (
        special("passwd", tarfile.SYMTYPE, "/etc/passwd"),
        special("hard", tarfile.LNKTYPE, "../../etc/passwd"),
        special("zero", tarfile.CHRTYPE),
        special("disk", tarfile.BLKTYPE),
        special("pipe", tarfile.FIFOTYPE),
    )
    members, code = read(tmp_path, "x.tar", tarred({"page.html": b"page"}, kinds))
    assert code is None
    assert [(member.name, member.data) for member in members] == [("page.html", b"page")]


def test_a_name_is_never_a_path(tmp_path: Path) -> None:
    names = ("../../outside.html", "/absolute.html", "C:\\windows.html", "a\nb\x00c.html", "..")
    folder = tmp_path / "in"
    folder.mkdir()
    for ending, make in (("zip", zipped), ("tar", tarred)):
        members, _ = read(folder, f"x.{ending}", make(dict.fromkeys(names, b"page")))
        assert {member.data for member in members} == {b"page"}
        assert all(member.name.isprintable() and "\\" not in member.name for member in members)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["x.tar", "x.zip"]


def test_an_encrypted_member_fails_alone(tmp_path: Path) -> None:
    members, code = read(tmp_path, "x.zip", encrypted())
    assert code is None
    assert [(m.name, m.failure.code if m.failure else m.data) for m in members] == [
        ("a.html", "encrypted"),
        ("b.html", b"other"),
    ]


def test_a_damaged_member_fails_alone(tmp_path: Path) -> None:
    data = bytearray(zipped({"a": b"first page" * 9, "b": b"other"}, zipfile.ZIP_STORED))
    data[data.index(b"first")] ^= 1
    members, code = read(tmp_path, "x.zip", bytes(data))
    assert code is None
    assert [m.failure.code if m.failure else m.data for m in members] == ["bad_archive", b"other"]


def test_a_member_over_the_limit_fails_alone(tmp_path: Path) -> None:
    for name, data in (
        ("x.zip", zipped({"a": b"ab" * 300_000, "b": b"other"}, zipfile.ZIP_STORED)),
        ("x.tar", tarred({"a": b"ab" * 300_000, "b": b"other"})),
    ):
        members, code = read(tmp_path, name, data)
        assert code is None
        assert [m.failure.code if m.failure else m.data for m in members] == ["too_large", b"other"]


def test_an_archive_within_an_archive_is_named_and_not_opened(tmp_path: Path) -> None:
    for name, make in (("x.zip", zipped), ("x.tar", tarred)):
        members, _ = read(tmp_path, name, make({"inner.ZIP": zipped({"a": b"x"}), "page.html": b"page"}))
        assert [m.failure.code if m.failure else m.data for m in members] == ["nested_archive", b"page"]


def test_names_of_gb18030_archives_are_read(tmp_path: Path) -> None:
    data = zipped({"AAAAAAAA.html": b"page"}).replace(b"AAAAAAAA", "脱贫攻坚".encode("gb18030"))
    (member,), _ = read(tmp_path, "x.zip", data)
    assert member.name == "脱贫攻坚.html"
    data = tarred({"脱贫.html": b"page"}, form=tarfile.GNU_FORMAT)
    assert read(tmp_path, "x.tar", data)[0][0].name == "脱贫.html"


def test_a_sparse_member_of_a_terabyte_of_nothing_is_cut_off(tmp_path: Path) -> None:
    info = tarfile.TarInfo("sparse.html")
    info.pax_headers = {
        "GNU.sparse.major": "0",
        "GNU.sparse.minor": "1",
        "GNU.sparse.name": "sparse.html",
        "GNU.sparse.realsize": str(1 << 40),
        "GNU.sparse.numblocks": "1",
        "GNU.sparse.map": "0,1",
    }
    info.size = 1
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(info, io.BytesIO(b"x"))
    members, code = read(tmp_path, "x.tar", out.getvalue())
    assert code == "archive_too_large" or members[0].failure is not None
