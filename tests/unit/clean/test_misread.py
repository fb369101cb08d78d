"""Pages read in a wrong charset, bytes that are no text, and a byte of plain GBK that is missing."""

import random

import pytest

from tasks.clean.damage.lost_bytes import read_with_holes
from tasks.clean.page import CleanedPage, PageRejection, clean_page
from tasks.clean.restore import restore

TITLE = "白泉县公布一季度就业情况"
LINES = (
    TITLE,
    "2023-04-12 09:30　来源：白泉日报",
    "今年以来，全县新增就业1250人，其中脱贫劳动力412人，就业形势总体稳定，比上年多3个点。",
    "各乡镇按照要求做好下一步工作，确保群众满意，全年目标任务按期完成。",
)
DUMP = "\n".join(LINES)
HTML = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{''.join(f'<p>{x}</p>' for x in LINES[1:])}</body>"
)


def article(text: str) -> CleanedPage:
    page = clean_page(text.encode("utf-8"))
    assert isinstance(page, CleanedPage), page
    return page


def windows(data: bytes) -> str:
    return "".join(chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes((byte,)).decode("cp1252") for byte in data)


@pytest.mark.parametrize("shown", [DUMP, HTML])
@pytest.mark.parametrize("read", ["latin-1", "windows"])
@pytest.mark.parametrize("written", ["utf-8", "gbk"])
def test_a_page_misread_throughout_is_read_again_before_it_is_judged(shown: str, read: str, written: str) -> None:
    data = shown.encode(written)
    page = article(windows(data) if read == "windows" else data.decode(read))
    whole = article(shown)
    assert (page.text, page.title, page.publisher, page.published_at) == (
        whole.text,
        TITLE,
        whole.publisher,
        whole.published_at,
    )
    made = [repair for repair in page.repairs if repair.kind == "mojibake"]
    assert {"个点。"} <= {repair.after for repair in made}
    assert all(page.text[repair.start : repair.end] == repair.after != repair.before for repair in made)


def test_utf8_read_as_gbk_keeps_what_no_byte_tells_as_unreadable() -> None:
    page = article(DUMP.encode().decode("gbk", errors="replace"))
    whole = article(DUMP)
    assert len(page.text) == len(whole.text)
    wrong = [(a, b) for a, b in zip(page.text, whole.text, strict=True) if a != b]
    assert {a for a, _ in wrong} <= {"\ufffd"}
    assert len(wrong) < 12


def test_pages_in_other_languages_are_not_read_again() -> None:
    text = "Élèves, été, naïveté: déjà-vu à l’école française.\n" * 6
    assert not restore(text).repairs
    assert isinstance(clean_page(text.encode()), PageRejection) or "Élèves" in article(text).text


def test_one_lost_byte_of_a_character() -> None:
    text = "城乡居民人均收入增加"
    data = text.encode()
    hole = len("城乡居民人均收".encode()) + 2
    assert read_with_holes(data, {hole}) == text
    assert read_with_holes(data, {hole - 2})[7] == "\ufffd"
    assert read_with_holes(data, ()) == text


@pytest.mark.parametrize("low", [0x40, 0x81, 0xA1])
@pytest.mark.parametrize("markup", [False, True])
def test_random_bytes_are_no_document(low: int, markup: bool) -> None:
    rng = random.Random(low)
    for size in (400, 4000, 20000):
        data = bytes(rng.randrange(low, 0xFF) for _ in range(size))
        if markup:
            data = b"<html><head><title>a</title></head><body><p>" + data.replace(b"<", b"") + b"</p></body></html>"
        assert isinstance(clean_page(data), PageRejection)


def test_names_and_old_texts_in_gbk_are_documents() -> None:
    names = "出席会议的有：瞿秋白、邬爱其、厉以宁、缪荃孙、臧克家、阙珂、慕容雪村、阿不都热依木、龚育之。\n" * 5
    assert isinstance(clean_page(names.encode("gbk")), CleanedPage)
    old = "臣密言：臣以险衅，夙遭闵凶。生孩六月，慈父见背；行年四岁，舅夺母志。\n" * 5
    assert isinstance(clean_page(old.encode("gbk")), CleanedPage)


def test_a_lost_byte_of_gbk_marks_the_nonsense_behind_it() -> None:
    text = "\n".join(LINES * 2)
    data = bytearray(text.encode("gbk"))
    at = text.index("脱贫劳动力412")
    del data[len(text[:at].encode("gbk"))]
    page = clean_page(bytes(data))
    assert isinstance(page, CleanedPage)
    line = page.text.split("\n")[0]
    nonsense = line[line.index("其中") + 2 : line.index("人，就业")]
    assert "脱贫" not in nonsense
    marked = {
        place for repair in page.repairs if repair.kind == "unrepaired" for place in range(repair.start, repair.end)
    }
    start = line.index(nonsense)
    assert set(range(start, start + len(nonsense))) <= marked
