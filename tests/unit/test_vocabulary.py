"""How vocabulary files are read."""

import pytest

from tasks.vocabulary import VocabularyError, read_csv, read_yaml, seeds_root, vocabulary_path


def _lists(entry):
    """Every list of words in an entry of a file."""
    if isinstance(entry, dict):
        for inner in entry.values():
            yield from _lists(inner)
    elif isinstance(entry, list) and all(isinstance(word, str) for word in entry):
        yield entry


@pytest.mark.parametrize("path", sorted((seeds_root() / "vocabulary").glob("*.yaml")), ids=lambda path: path.name)
def test_no_list_says_a_word_twice(path):
    twice = [word for words in _lists(read_yaml(path.name)) for word in words if words.count(word) > 1]
    assert not twice


@pytest.mark.parametrize("name", ["units.csv", "classifiers.csv"])
def test_every_unit_has_one_row(name):
    rows = read_csv(name)
    surfaces = [row["surface"] for row in rows]
    assert len(surfaces) == len(set(surfaces))
    assert all(len(row["not_before"].split()) == len(set(row["not_before"].split())) for row in rows)


def test_a_vocabulary_that_is_older_than_the_code_says_what_it_lacks(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIBIAO_SEEDS", str(tmp_path))
    (tmp_path / "vocabulary").mkdir()
    vocabulary_path("relations.yaml").write_text("rise: 增\n", encoding="utf-8")
    read = read_yaml("relations.yaml")
    assert (read["rise"], read.get("fall"), dict(read)) == ("增", None, {"rise": "增"})
    with pytest.raises(VocabularyError, match=r"relations\.yaml has no entry 'fall': it is older than this version"):
        read["fall"]


def test_the_seeds_of_the_checkout_are_the_default(monkeypatch):
    monkeypatch.delenv("ZHIBIAO_SEEDS", raising=False)
    assert (seeds_root() / "vocabulary" / "relations.yaml").is_file()


def test_a_list_stays_a_list(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIBIAO_SEEDS", str(tmp_path))
    (tmp_path / "vocabulary").mkdir()
    vocabulary_path("x.yaml").write_text("[1, 2]\n", encoding="utf-8")
    assert read_yaml("x.yaml") == [1, 2]
