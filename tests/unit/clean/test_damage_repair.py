"""The byte shift of mirror sites undone: strings as such hosts show them, and what must stay."""

import time

import pytest

from tasks.clean.damage.mirror import Mirror
from tasks.clean.restore import Restored, restore
from tasks.vocabulary import seeds_root

PAGE = (
    "全省各地认真贯彻落实党中央、国务院决策部署，扎实推进乡村振兴工作。上半年，全省城镇新增就业六十二万人，"
    "完成全年任务的百分之五十六。教育、医疗、社会保障等民生支出持续增长，群众获得感明显增强。"
    "截至目前，全省建成高标准农田七千万亩，粮食总产量稳定在六百亿公斤以上。“我们村的产业发展起来了，收入也提高了。”"
    "村民王大爷高兴地说。下一步，我省将继续加大投入，健全防止返贫动态监测和帮扶机制，确保不发生规模性返贫。"
    "省委、省政府高度重视，主要负责同志多次深入基层调研，协调解决困难和问题。"
)


def seed(number: str) -> str:
    return next((seeds_root() / "pages").glob(f"{number}_*.txt")).read_text("utf-8")


@pytest.mark.parametrize(
    "whole",
    [
        "有效衔接工作的全面提升。”清集镇政府相关负责人表示",
        "40.5万监测对象纳入低保或特困兜底保障。",
        "吸纳当地群众特别是脱贫群众就近就业",
        "改变家庭面貌。”实习期满一年即将转正之际",
        "“胜非其难也，持之者其难也。”省乡村振兴局相关负责人表示",
    ],
)
def test_the_damaged_places_of_the_seed_page(whole: str) -> None:
    assert whole in restore(seed("000")).text


def test_the_seed_page_keeps_no_reading_and_names_its_repairs() -> None:
    result = restore(seed("000"))
    assert result.script == "Hant"
    assert "(" not in result.text.split("巩固拓展脱贫攻坚成果 中原大地")[1].split("文图均由")[0].replace("（", "")
    kinds = [repair.kind for repair in result.repairs]
    assert kinds.count("shift") == 5
    assert kinds.count("reading") > 100
    assert "unrepaired" not in kinds
    for repair in result.repairs:
        assert result.text[repair.start : repair.end] == repair.after
        assert 0.5 <= repair.confidence <= 1


@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_sound_seed_pages_are_left_alone(number: str) -> None:
    assert not [r for r in restore(seed(number)).repairs if r.kind not in ("layout", "footnote")]


@pytest.mark.parametrize(
    ("shown", "whole"),
    [
        ("我們將繼續推進改革,納入低;蛱乩Ф档妆U。", "我们将继续推进改革，纳入低保或特困兜底保障。"),
        (
            "鄉(xiāng)鎮(zhèn)車間吸納當?shù)厝罕娞貏e是老人，鄉(xiāng)鎮(zhèn)受益",
            "乡镇车间吸纳当地群众特别是老人，乡镇受益",
        ),
        ("工作的全面提升!鼻寮\ue21b(zhèn)政府說，鎮(zhèn)里", "工作的全面提升！鼻寮"),
    ],
)
def test_short_strings(shown: str, whole: str) -> None:
    result = restore(shown).text
    if "鼻" in whole:
        assert "清集镇政府" in result
    else:
        assert result == whole


def test_an_eaten_digit_is_not_invented() -> None:
    shown = "各省（市）鄉(xiāng)村人口占總?cè)丝诘谋戎貫?7.9%，鄉(xiāng)村發(fā)展，發(fā)生變化"
    result = restore(shown)
    assert "总人口的比重" in result.text
    assert "\ufffd7.9%" in result.text
    spans = [(r.start, r.end) for r in result.repairs if r.kind == "unrepaired"]
    at = result.text.index("7.9%")
    assert any(start <= at - 1 and end >= at + 4 for start, end in spans)


@pytest.mark.parametrize(
    "host",
    [
        Mirror(hit=1.0),
        Mirror(hit=1.0, readings=0),
        Mirror(hit=1.0, shows_loss=True),
        Mirror(hit=1.0, folds=True),
        Mirror(hit=1.0, deletes=False),
        Mirror(hit=1.0, swallows=True),
        Mirror(hit=1.0, swallows=True, deletes=False, readings=60),
    ],
)
def test_what_a_mirror_does_is_undone(host: Mirror) -> None:
    for number in range(3):
        assert restore(host.spoil(PAGE, number)).text == PAGE


MIRRORED = "鄉(xiāng)村產業與鄉(xiāng)鎮(zhèn)企業，鎮(zhèn)里\n"


def marked(result: Restored) -> list[str]:
    return [repair.after for repair in result.repairs if repair.kind == "unrepaired"]


@pytest.mark.parametrize(
    ("shown", "whole"),
    [
        ("村民們互相拜年，送上新春的祝！", "村民们互相拜年，送上新春的祝福。"),
        ("道路已經清理乾淨，交通恢復正！", "道路已经清理干净，交通恢复正常。"),
        ("我們堅持合作共贏、共同發展；W互鑑，取長補短。", "我们坚持合作共赢、共同发展。互学互鉴，取长补短。"),
        (
            "企業規模雖然很。怯唵魏芏啵と艘埠苊Α",
            "企业规模虽然很小，但是订单很多，工人也很忙。",
        ),
        ("我們要抓大放小、以大兼。械臅r候要以小帶大。", "我们要抓大放小、以大兼小，有的时候要以小带大。"),
    ],
)
def test_a_mark_on_a_page_of_a_mirror_may_have_cut_a_character(shown: str, whole: str) -> None:
    assert restore(MIRRORED + shown).text.split("\n")[1] == whole


def test_the_same_marks_stay_where_no_mirror_was_at_work() -> None:
    text = "村民们互相拜年，送上新春的祝！\n以大兼。有的时候要以小带大。"
    assert restore(text).text == text
    assert not restore(text).repairs


def test_a_guess_that_another_equals_is_marked() -> None:
    result = restore(MIRRORED + "我們要抓大放小、以大兼。械臅r候要以小帶大。")
    assert marked(result) == ["小"]


def test_what_cannot_be_guessed_is_marked() -> None:
    shown = "他想接母親過來。X得房子還是小了一些。"
    assert marked(restore(MIRRORED + shown)) == ["。X"]
    assert marked(restore(MIRRORED + "他們說，(qiān)的一個人走了")) == ["，（qiān）"]
    assert not restore(shown).repairs


def test_an_exclamation_that_ends_a_line_may_be_a_cut_stop() -> None:
    assert marked(restore(MIRRORED + "隊員們高聲歡呼！")) == ["！"]
    assert not restore("隊員們高聲歡呼！").repairs


@pytest.mark.parametrize("run", ["?", "?。", "\ufffd", "?a", "?(shù)", "?！哥", "，F", "(shù)"])
def test_crowded_signs_are_no_search(run: str) -> None:
    page = MIRRORED + "吸納當地羣衆，人均年收入" + run * 300 + "受益8600元。"
    began = time.process_time()
    restore(page)
    assert time.process_time() - began < 1.0


def test_marker_commas_go() -> None:
    result = restore("工作取得成效,。群众满意,，收入增加")
    assert result.text == "工作取得成效。群众满意，收入增加"
    assert [repair.kind for repair in result.repairs] == ["marker", "marker"]
    assert restore("只有一处,，也许是笔误").text == "只有一处，，也许是笔误"


def test_private_use_that_stays_is_marked() -> None:
    result = restore("粮食产量\ue123达到12亿斤")
    assert [(repair.kind, repair.before) for repair in result.repairs] == [("unrepaired", "\ue123")]


@pytest.mark.parametrize("wrong", ["gb18030", "latin-1"])
def test_utf8_read_in_a_wrong_charset(wrong: str) -> None:
    text = "中国经济运行总体平稳城乡居民收入增加"
    result = restore(text.encode("utf-8").decode(wrong))
    assert result.text == text
    assert [repair.kind for repair in result.repairs] == ["mojibake"]


def test_gbk_read_as_latin() -> None:
    text = "巩固脱贫成果"
    assert restore(text.encode("gbk").decode("latin-1")).text == text
    assert restore("café naïveté déjà-vu").text == "café naïveté déjà-vu"


def test_question_marks_for_blanks_and_copy_protection() -> None:
    assert restore("【摘 ?要】 ?本文 ?研究").text == "【摘要】 本文 研究"
    assert restore("是吗? 我不知道").text == "是吗？ 我不知道"
    assert restore("上文\n4 d8 _) }7 Q$ K! c#\n下文").text == "上文\n下文"


def test_question_marks_alone_tell_no_words():
    page = (
        "清水網(wǎng)訊??昨天除夕,記者??范海罡從市公交公司獲悉,學(xué)府路上的公交車"
        "全部準(zhǔn)點(diǎn)運(yùn)營(yíng),市民出行有了保障。"
    )
    text = restore(f"{page}\n??2021年7月份,全國(guó)居民消費(fèi)價(jià)格同比上漲1.0%。").text
    assert "昨天除夕" in text
    assert "范海罡从市公交公司获悉" in text
    assert text.endswith("2021年7月份，全国居民消费价格同比上涨1.0%。")


@pytest.mark.parametrize(
    ("shown", "lost"),
    [
        ("全县总人口的比重为?7.9%，比上年提高。", ["？7.9%"]),
        ("共有?35户居民。", ["？35"]),
        ("今年的增速是多少?7.9%，比上年提高。", []),
        ("你知道吗?2023年全县新增35户。", []),
        ("地址是a.cn/x?7.9。增速达到8%?7.9%说明什么?", []),
        ("共有？35户居民。", []),
    ],
)
def test_a_question_mark_that_asks_nothing_before_a_figure_is_a_lost_character(shown: str, lost: list[str]) -> None:
    assert marked(restore(shown)) == lost


def test_on_a_damaged_page_it_is_one_before_words_too() -> None:
    shown = "人均?入提高，鄉(xiāng)村收入增加，工作有何進展?請看報道。"
    assert marked(restore(shown)) == ["？"]
