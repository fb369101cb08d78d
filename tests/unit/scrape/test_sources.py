"""sources.yaml: what is wrong is said with file, line and key."""

from pathlib import Path

import pytest

from tasks.scrape.sources import SourcesError, load_sources
from tasks.vocabulary import seeds_root


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_list_loads() -> None:
    sources = load_sources(seeds_root() / "sources.yaml")
    assert sources[0].id == "seed-pages"
    assert sources[0].enabled


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sources:\n  - id: a\n    kind: files\n", r"sources\.yaml:2: sources\.0: 'location' is a required property"),
        ("sources:\n  - id: a\n    kind: pigeon\n    location: x\n", r":3: sources\.0\.kind: 'pigeon' is not one of"),
        (
            "sources:\n  - {id: a, kind: files, location: x}\n  - {id: a, kind: files, location: y}\n",
            r":3: .*'a' stands twice",
        ),
        ("sources: [\n", r"is not YAML: line 2"),
        ("- just\n- a list\n", r":1: \(top level\): .* is not of type 'object'"),
        ("", r"is not of type 'object'"),
    ],
)
def test_a_malformed_list_names_line_and_key(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SourcesError, match=says):
        load_sources(write(tmp_path, text))


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="cannot be read: No such file"):
        load_sources(tmp_path / "none.yaml")


def test_a_list_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_bytes(b"sources: \xff\xfe")
    with pytest.raises(SourcesError, match="is not UTF-8"):
        load_sources(path)
