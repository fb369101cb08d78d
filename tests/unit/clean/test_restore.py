"""The one entry: body and fields by the same evidence, spans into the final text."""

from tasks.clean.restore import language_of, restore

BODY = "鞏固拓展脫貧攻堅成果，推動鄉(xiāng)村振興。\n 鄉(xiāng)鎮(zhèn)干部走訪，鎮(zhèn)里增收１２．５％。"


def test_fields_share_the_evidence_of_the_body() -> None:
    result = restore(BODY, {"title": "鄉(xiāng)村新貌", "publisher": "陜西日報 "})
    assert result.fields == {"title": "乡村新貌", "publisher": "陕西日报"}
    assert restore("正文", {"title": "鄉(xiāng)村"}).fields["title"] != ""


def test_text_script_and_spans() -> None:
    result = restore(BODY)
    assert result.text == "巩固拓展脱贫攻坚成果，推动乡村振兴。\n乡镇干部走访，镇里增收12.5%。"
    assert (result.script, result.language) == ("Hant", "zh")
    assert [repair.before for repair in result.repairs] == ["(xiāng)", "(xiāng)", "(zhèn)", "(zhèn)"]
    for repair in result.repairs:
        assert result.text[repair.start - 1] in "乡镇"


def test_unreadable_characters_are_on_record_with_their_figure() -> None:
    result = restore("增长\ufffd7.9%，共12\ufffd人")
    marked = [(repair.kind, repair.before, repair.after) for repair in result.repairs]
    assert marked == [("unrepaired", "\ufffd7.9%", "\ufffd7.9%"), ("unrepaired", "12\ufffd", "12\ufffd")]


def test_nothing_in_nothing_out() -> None:
    result = restore("")
    assert (result.text, dict(result.fields), result.repairs, result.language) == ("", {}, (), "und")


def test_languages() -> None:
    assert language_of("经济增长5%，GDP expanded") == "zh"
    assert language_of("これは日本語の文章です") == "ja"
    assert language_of("경제 성장률") == "ko"
    assert language_of("growth of GDP") == "en"
