"""Words: the compiled engine against jieba itself, on the seed pages."""

import pytest

from tasks.segment.sentences import split_sentences
from tasks.segment.words import ENGINES, segmenter
from tasks.vocabulary import seeds_root


def seed_sentences() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((seeds_root() / "pages").glob("*.txt"))]
    return [text[found.start : found.end] for text in texts for found in split_sentences(text)]


@pytest.mark.parametrize("engine", ENGINES)
def test_words_cover_the_text(engine: str) -> None:
    for text in [*seed_sentences()[:60], "a  b\t中\u3000文 3.5%", "𠀀𠮷野家"]:
        tokens = segmenter(engine).tokens(text)
        assert "".join(token.word for token in tokens) == text
        assert all(text[token.start : token.end] == token.word for token in tokens)


@pytest.mark.parametrize("engine", ENGINES)
def test_domain_words_stay_whole(engine: str) -> None:
    words = [token.word for token in segmenter(engine).tokens("健全防返贫动态监测和帮扶机制")]
    assert "防返贫动态监测" in words


def test_the_engines_agree() -> None:
    ours = theirs = both = 0
    for text in seed_sentences():
        first = {(token.start, token.end) for token in segmenter("rjieba").tokens(text)}
        second = {(token.start, token.end) for token in segmenter("jieba").tokens(text)}
        ours, theirs, both = ours + len(first), theirs + len(second), both + len(first & second)
    assert both / max(ours, theirs) > 0.99


def test_an_unknown_engine_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown segmentation engine 'hanlp'"):
        segmenter("hanlp")
