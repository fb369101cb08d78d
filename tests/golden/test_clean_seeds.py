"""The seed pages against their clean texts and facts, held by floors."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tasks.clean.page import CleanedPage, clean_page

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "pages"
GOLD = Path(__file__).resolve().parent / "seeds"
FLOOR = 0.995


def page_of(number: str) -> CleanedPage:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    page = clean_page(path.read_bytes())
    assert isinstance(page, CleanedPage)
    return page


def folded(text: str) -> str:
    """Marks in half width, as the gold keeps them."""
    return "".join(chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else char for char in text)


def character_f1(text: str, gold: str) -> float:
    one, other = Counter(folded(text).replace("\n", "")), Counter(folded(gold).replace("\n", ""))
    return 2 * (one & other).total() / (one.total() + other.total())


@pytest.mark.parametrize("number", ["001", "003", "004"])
def test_body(number):
    gold = (GOLD / f"{number}.clean.txt").read_text("utf-8").strip()
    text = page_of(number).text
    assert character_f1(text, gold) >= FLOOR
    assert [line[:12] for line in folded(text).split("\n")] == [line[:12] for line in folded(gold).split("\n")]


@pytest.mark.parametrize("number", ["001", "003", "004"])
def test_facts(number):
    gold = json.loads((GOLD / f"{number}.meta.json").read_text("utf-8"))
    page = page_of(number)
    assert folded(page.title or "") == gold["title"]
    assert page.authors == (gold["author"],)
    for name in ("subtitle", "published_at", "publisher", "site", "editor", "section"):
        assert getattr(page, name) == gold[name], name
    assert (page.region_code, page.script, page.is_reprint) == (gold["adcode"], gold["script"], gold["reprint"])


def test_a_traditional_mirror():
    page = page_of("000")
    assert page.title == "巩固拓展脱贫攻坚成果 中原大地迈向村美民富"
    assert (page.publisher, page.editor, page.section) == ("河南日报", "李新贺", "今日要闻")
    assert (page.published_at, page.script, page.region_code) == ("2024-01-08T09:23:00+08:00", "Hant", "410000")
    lines = page.text.split("\n")
    assert lines[0].startswith("巩固拓展脱贫攻坚成果，我省53个脱贫县山河巨变")
    assert lines[-1].endswith("（文图均由河南省乡村振兴局提供）")
    assert lines.count("美丽乡村入画来。") == 1


def test_fields_without_blanks_between():
    page = page_of("002")
    assert page.title == "济源：高质量打赢抗疫脱贫战"
    assert (page.publisher, page.editor, page.section) == ("济源网-济源日报", "薛芳芳", "济源要闻")
    assert page.authors == ("张恒",)
    assert page.text.split("\n")[-1].endswith("（记者 张恒）")
