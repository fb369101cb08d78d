"""Restoring: clean text is a fixed point, any text is safe, spans hold, a mirror's work is undone."""

import time
from difflib import SequenceMatcher

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tasks.clean.damage.mirror import Mirror
from tasks.clean.restore import restore

SENTENCES = [
    "全省各地认真贯彻落实党中央、国务院决策部署，扎实推进乡村振兴工作。",
    "上半年，全省城镇新增就业62.3万人，完成全年任务的56%。",
    "教育、医疗、社会保障等民生支出持续增长，群众获得感明显增强。",
    "截至目前，全省建成高标准农田7000万亩，粮食总产量稳定在600亿公斤以上。",
    "“我们村的产业发展起来了，收入也提高了。”村民王大爷高兴地说。",
    "下一步，我省将继续加大投入，健全防止返贫动态监测和帮扶机制。",
    "省委、省政府高度重视，主要负责同志多次深入基层调研。",
    "农村居民人均可支配收入达到2.1万元，同比增长7.5%，增速高于城镇居民。",
    "全市共有128个行政村通过验收，涉及群众3.4万户。",
    "会议强调，要坚持稳中求进工作总基调，着力扩大国内需求。",
]
PIECES = st.one_of(
    st.sampled_from(list("，。、；：？！“”（）,;:?!()[]  \t\n\u3000\xa0\u200b\ufffd\ue123鄉省中国万亩元％５a1.%")),
    st.sampled_from(
        ["(xiāng)", "（shì）", "1 210 207", "习 近平", "[1]", "!鼻寮", "低;蛱乩Ф档妆U", "鎮(zhèn)", ",，", "? "]
    ),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=4, max_size=12, unique=True).map("".join)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
@example("鎮(zhèn)1 210 207，")
@example("中[1],A，[2]。1 210[3] 207人")
@example("全省?7.9%,鄉(xiāng)村\ufffd")
@example("中1 210 207人1 210 207%")
def test_restoring_restored_text_changes_nothing(text: str) -> None:
    once = restore(text)
    assert restore(once.text).text == once.text


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_spans_point_into_the_text(text: str) -> None:
    result = restore(text)
    for repair in result.repairs:
        assert 0 <= repair.start <= repair.end <= len(result.text)
        assert result.text[repair.start : repair.end] == repair.after
        assert repair.kind != "unrepaired" or repair.before == repair.after


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_no_unreadable_character_goes_unmarked(text: str) -> None:
    result = restore(text)
    marked = [range(r.start, r.end) for r in result.repairs if r.kind == "unrepaired"]
    for place, char in enumerate(result.text):
        assert char != "\ufffd" or any(place in span for span in marked)


@settings(deadline=None, max_examples=40)
@given(ARTICLES)
def test_clean_text_stays_as_it_is(text: str) -> None:
    result = restore(text)
    assert (result.text, result.repairs) == (text, ())


@settings(deadline=None, max_examples=60, derandomize=True)
@given(
    ARTICLES,
    st.integers(0, 10_000),
    st.builds(
        Mirror,
        swallows=st.just(False),
        shows_loss=st.booleans(),
        readings=st.integers(0, 40),
        hit=st.sampled_from([0.3, 0.6]),
        deletes=st.booleans(),
    ),
)
def test_what_a_mirror_breaks_is_mended(text: str, seed: int, host: Mirror) -> None:
    result = restore(host.spoil(text, seed)).text
    assert SequenceMatcher(None, result, text, autojunk=False).ratio() > 0.97


def test_time_grows_with_the_size_only() -> None:
    restore("！鼻寮(zhèn)")
    repeated = ["低;蛱乩Ф档妆U", "鄉(xiāng)", "?", "“（《", "1 210 ", "\ue123中", "中 国", "[1]", "¹®¹Ì", "涓浗"]
    for piece in ["！鼻寮(zhèn)" * 6, *(unit * 300 for unit in repeated)]:
        began = time.process_time()
        restore(piece)
        small = time.process_time() - began
        began = time.process_time()
        restore(piece * 8)
        assert time.process_time() - began < 24 * small + 1.0
