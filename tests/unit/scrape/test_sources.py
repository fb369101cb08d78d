"""sources.yaml: what is wrong is said with file, line and key."""

from pathlib import Path

import pytest

from tasks.scrape.sources import SourcesError, load_sources
from tasks.vocabulary import seeds_root


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_list_loads_and_only_the_seeds_are_enabled() -> None:
    sources = load_sources(seeds_root() / "sources.yaml")
    assert [source.id for source in sources if source.enabled] == ["seed-pages"]
    provinces = {source.region for source in sources if source.id.endswith("-gov")}
    assert len(provinces) == 31
    assert all(code and code.endswith("0000") for code in provinces)
    assert all(float(source.options["delay_seconds"]) >= 1 for source in sources if source.kind != "files")
    assert {"people-daily", "xinhuanet", "guangming-daily", "economic-daily", "farmers-daily"} <= {
        s.id for s in sources
    }
    assert {"gov-cn", "moa", "nrra", "mca", "nbs", "ndrc", "mof", "mohrss", "moe", "nhc", "mohurd", "mwr", "mot", "mee",
            "mofcom"} <= {source.id for source in sources}  # fmt: skip


def entry(kind: str, more: str, location: str = "http://x.gov.cn/") -> str:
    return f"sources:\n  - id: a\n    kind: {kind}\n    location: {location}\n    {more}\n"


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("list", "pagse: 3", r"yaml:5: sources\.0\.pagse: 'pagse' is no key of this kind of source"),
        ("files", "hosts: [x]", r":5: sources\.0\.hosts: 'hosts' is no key of this kind of source"),
        ("list", "pages: many", r":5: sources\.0\.pages: 'many' is not of type 'integer'"),
        ("list", "pages: 0", r":5: sources\.0\.pages: 0 is less than the minimum of 1"),
        ("list", "paging: index.html", r":5: sources\.0\.paging: .* does not match"),
        ("list", "link_pattern: '(['", r":5: sources\.0\.link_pattern: .* is not a 'pattern'"),
        ("feed", "since: 2024-13-01", r":5: sources\.0\.since: '2024-13-01' is not a 'date'"),
        ("urls", "more: ['ftp://x']", r":5: sources\.0\.more\.0: 'ftp://x' does not match"),
        ("urls", "allow_networks: [10.0.0.0/99]", r":5: sources\.0\.allow_networks\.0: .* is not a 'network'"),
        ("urls", "contact: 某人", r":5: sources\.0\.contact: .* does not match"),
        ("urls", "hints: {colour: red}", r":5: sources\.0\.hints: .*'colour' was unexpected"),
        ("urls", "region: 110000", r":5: sources\.0\.region: 110000 is not of type 'string'"),
        ("cdx", "pages: 2", r":2: sources\.0: 'data_prefix' is a required property"),
        ("urls", "enabled: &x true\n    robots: *x", r"is not YAML: line 6, .*aliases are not taken"),
    ],
)
def test_a_fault_is_told_with_line_and_key(tmp_path: Path, kind: str, more: str, says: str) -> None:
    with pytest.raises(SourcesError, match=says):
        load_sources(write(tmp_path, entry(kind, more)))


def test_a_web_source_needs_a_web_address(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r":4: sources\.0\.location: .* does not match"):
        load_sources(write(tmp_path, entry("feed", "pages: 1", "file:///etc/passwd").replace("    pages: 1\n", "")))


def test_dates_stay_text_and_hints_come_as_json(tmp_path: Path) -> None:
    more = "since: 2024-01-31\n    region: '410000'\n    hints: {charset: gb18030, publisher: 某报}"
    (source,) = load_sources(write(tmp_path, entry("list", more)))
    assert source.options["since"] == "2024-01-31"
    assert source.hints == '{"charset": "gb18030", "publisher": "某报", "region_code": "410000"}'


def test_a_thousand_laughs_are_not_laughed(tmp_path: Path) -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 20))
    with pytest.raises(SourcesError, match="aliases are not taken"):
        load_sources(write(tmp_path, "l0: &l0 x\n" + levels))


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
