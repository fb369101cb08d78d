"""Patterns that are tried only on texts that hold one of their signs."""

import re
import sys

import pytest

from tasks.extract.sought import Sought, SoughtWords, signs_of

FILLER = "今天天气很好，大家都在田里干活。" * 8
PATTERNS = {
    r"(?<![近这])第?[二三]年(?:底|间)?(?=[，,])|短短[几数]年": "过了第三年，收成好了",
    "(?:养殖|种植)(?P<kind>大户|能手)(?!们)": "他是种植大户",
    r"^[ \t]{0,4}+(?:合计|总计)[:：]?[0-9]{2,}$": "合计：120",
    "(?>联村|强村)(?:公司)?": "强村公司成立",
    "(?:甲|乙)+工程": "甲乙甲工程开工",
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_finds_what_re_finds(pattern: str) -> None:
    text = f"{FILLER}\n{PATTERNS[pattern]}\n{FILLER}"
    sought, plain = Sought(pattern, re.M), re.compile(pattern, re.M)
    assert [m.span() for m in sought.finditer(text)] == [m.span() for m in plain.finditer(text)] != []
    assert sought.findall(text) == plain.findall(text)
    assert sought.search(text).span() == plain.search(text).span()  # type: ignore[union-attr]
    assert not list(sought.finditer(FILLER))
    assert sought.search(FILLER) is None


def test_each_match_holds_a_sign() -> None:
    assert signs_of(re.compile("(?:下|近)(?:两|三)年(?=[，,])")) == {"两年", "三年"}
    assert signs_of(re.compile("(?:国家|世界)级|[^，]{2}公司")) == {"国家级", "世界级", "公司"}
    assert signs_of(re.compile("a?(?:总投资)?")) == frozenset()
    assert signs_of(re.compile("投资|[，。]")) == frozenset(), "a mark is no sign"
    assert signs_of(re.compile("gdp", re.I)) == frozenset()


def test_a_text_without_signs_is_not_gone_through() -> None:
    sought, bridge = Sought("(?:铁路|公路)[一-鿿]*?通车"), Sought("\n桥梁")
    text = FILLER + "地里没有路"
    assert not sought.may_be_in(text)
    assert not bridge.may_be_in(text)
    assert sought.may_be_in(text + "公路通车")
    assert [m.start() for m in Sought(r"\n(?:桥梁|隧道)").behind_break("桥梁" + FILLER)] == [0]


def test_words_that_are_added_later_are_found_in_a_text_seen_before() -> None:
    text = FILLER + "琵琶声声"
    assert not Sought("二胡").may_be_in(text)
    assert "琵琶" in SoughtWords(("琵琶", "笛")).around(text)


def test_a_part_of_a_text_is_not_gone_through_without_a_sign_of_its_own() -> None:
    text = FILLER + "铁路通车，" + FILLER + "公路通车，" + FILLER
    sought, plain = Sought("(?:铁|公)路(?=通车)"), re.compile("(?:铁|公)路(?=通车)")
    first, last = text.find("铁"), text.find("公")
    for start in (0, first, first + 1, last, last + 1):
        for end in (first, first + 2, first + 4, last, last + 4, len(text)):
            assert [m.span() for m in sought.finditer(text, start, end)] == [
                m.span() for m in plain.finditer(text, start, end)
            ]
    assert not sought.may_be_in(text, first + 4, last)


def test_without_the_parser_of_the_standard_library_each_pattern_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re._parser", None)
    assert signs_of(re.compile("总投资")) == frozenset()
    sought = Sought("总(?:投资|产值)")
    assert sought.may_be_in(FILLER)
    assert [match[0] for match in sought.finditer(FILLER + "总投资，" + FILLER)] == ["总投资"]
    assert sought.search(FILLER) is None
