"""Where the body begins and ends among lines."""

import pytest

from tasks.clean.line import Line
from tasks.clean.lines import trim

BODY = [
    "前三季度，全县居民人均可支配收入18632元，同比增长6.8%，比上半年加快0.3个百分点。",
    "分城乡看，城镇居民人均可支配收入27415元，农村居民人均可支配收入13208元。",
    "分析认为，就业形势改善是居民收入增长的主要原因。",
]


def body(*lines: str, title: str = "") -> list[str]:
    return [line.text for line in trim([Line(text) for text in lines], title).body]


def test_title_byline_and_buttons_above_are_cut():
    lines = ["居民收入稳定增长", "2023-10-20 09:30 来源：青石日报", "字号：大 中 小", "分享到：", "图集", *BODY]
    assert body(*lines, title="居民收入稳定增长") == BODY


def test_notices_and_buttons_below_are_cut():
    lines = [*BODY, "责任编辑：刘芳", "打印 关闭", "上一篇：春耕备耕", "版权声明：本文仅代表作者本人观点，与本网无关。"]
    assert body(*lines) == BODY


def test_everything_after_the_related_heading_is_cut():
    assert body(*BODY, "相关阅读", "这是另一篇文章的标题", "这是又一篇文章的标题") == BODY


def test_words_of_furniture_in_the_middle_stay():
    lines = [BODY[0], "来源：以上数据均来自国家统计局青石调查队。", BODY[1], BODY[2]]
    assert body(*lines) == lines


def test_buttons_in_the_middle_go():
    assert body(BODY[0], "点击查看", BODY[1], BODY[2]) == BODY


def test_a_caption_printed_twice_is_kept_once():
    assert body(BODY[0], "美丽乡村入画来。", "美丽乡村入画来。", BODY[1], BODY[2]) == [
        BODY[0],
        "美丽乡村入画来。",
        *BODY[1:],
    ]


def test_headings_and_the_sign_off_stay():
    lines = ["各乡镇人民政府：", *BODY, "青石县统计局", "2024年9月12日"]
    assert body(*lines) == lines


def test_editors_note_in_the_last_line_is_cut_and_the_reporter_stays():
    assert body(*BODY[:2], BODY[2] + "（责任编辑：刘芳）") == BODY
    assert body(*BODY[:2], BODY[2] + "（记者 李全宏）")[-1] == BODY[2] + "（记者 李全宏）"


def test_a_table_with_dates_at_the_top_is_no_byline():
    rows = [Line("日期 数量", "row"), Line("2023-01-05 120", "row"), Line("2023-02-05 135", "row"), *map(Line, BODY)]
    assert [line.text for line in trim(rows, "").body][:3] == ["日期 数量", "2023-01-05 120", "2023-02-05 135"]


def test_the_credit_of_a_picture_in_the_middle_ends_nothing():
    lines = [*BODY, "来源：青石县融媒体中心", BODY[0] + "又", BODY[1] + "又"]
    assert body(*lines) == lines


def test_summaries_behind_a_related_heading_go_even_when_they_are_many():
    assert (
        body(*BODY, "猜你喜欢", "另一篇文章的摘要，写了一两句话，吸引人来读。", "又一篇文章的摘要，也写了一两句话。")
        == BODY
    )


@pytest.mark.parametrize(
    "credit",
    [
        "作者：周志远 李敏",
        "采写：青石晚报记者 周志远",
        "青石县供销社、农机站供稿  摄影/周志远  编辑/李敏",
        "采写：本报记者 周志远返回首页，查看更多",
    ],
)
def test_a_last_line_of_names_only_is_no_text(credit):
    assert body(*BODY, credit) == BODY


def test_a_last_line_that_says_more_than_names_stays():
    lines = [*BODY, "作者：周志远，青石县农机站站长，从事农机推广二十余年。"]
    assert body(*lines) == lines


def test_a_pointer_to_more_is_cut_from_any_line():
    assert body(f"{BODY[0]}>>>更多内容，点击阅读", BODY[1], BODY[2]) == BODY


def test_the_way_a_law_was_passed_is_no_byline():
    lines = ["（2012年3月29日青石市第三届人民代表大会常务委员会第九次会议通过）", *BODY]
    assert body(*lines) == lines


def test_promotion_behind_credits_with_bars_goes():
    long = [*BODY, *(f"{line}这一变化在各乡镇都能看到，干部群众普遍叫好。" for line in BODY)]
    assert body(*long, "编辑|周志远", "来源|青石发布", "回复“政策”查看惠民政策") == long


def test_a_headline_set_in_the_body_is_cut_with_the_byline_under_it():
    title = Line("全县秋粮喜获丰收，总产量再创新高！", tag="h5")
    lines = [title, Line("发布时间：2023-10-20 来源：青石日报"), *map(Line, BODY)]
    assert [line.text for line in trim(lines, "新闻动态").body] == BODY


def test_an_invitation_to_read_on_elsewhere_is_no_text():
    assert body(*BODY, "更多资讯，敬请关注青石发布客户端。") == BODY
    assert body(*BODY, "更多内容写在年度公报里，公报于三月发布。")[-1].startswith("更多内容写在")


def test_links_at_the_end_lead_elsewhere_even_where_they_read_like_prose():
    asked = "公众反腐愿通过何渠道？调查显示“网络曝光”列第一"
    links = [Line(text, link=len(text)) for text in ("汪洋：把基础设施建设摆在更加突出的位置抓紧", asked, f"{asked}？")]
    assert list(trim([*map(Line, BODY), *links], "").body) == list(map(Line, BODY))
    sentence = Line("全文载于县人民政府公报，公报每季度发布一次。", link=22)
    assert trim([*map(Line, BODY), sentence], "").body[-1] == sentence


def test_terms_of_reprinting_end_the_body():
    notes = ["本文为周志远授权青石日报《远山》专栏发布，转载请注明出处。", "作者为《远山》主笔。"]
    assert body(*BODY * 4, *notes) == BODY * 4
    assert body(*BODY, "本文系青石日报独家稿件，未经授权，不得转载。") == BODY


def test_who_wrote_stands_below_the_title_within_the_body():
    assert body("居民收入稳定增长", "谢 澹", *BODY, title="居民收入稳定增长") == BODY
    assert body("谢 澹", *BODY)[0] == "谢 澹"


def test_files_to_fetch_at_the_end_are_no_text_and_a_list_of_annexes_is():
    files = [Line("附件下载："), Line("附件1：粮食产量表.xls", link=12), Line("指标解释.pdf", link=8)]
    assert list(trim([*map(Line, BODY), *files], "").body) == list(map(Line, BODY))
    lines = [*BODY, "附件：1.粮食产量表", "青石县统计局", "2023年10月20日"]
    assert body(*lines) == lines


def test_files_under_a_heading_of_the_text_are_what_it_announces():
    files = [Line("附件1：粮食产量表.xls", link=12), Line("附件2：指标解释.pdf", link=11)]
    lines = [*map(Line, BODY), Line("二、相关材料"), *files]
    assert list(trim([*lines, Line("打印 关闭")], "").body) == lines


@pytest.mark.parametrize(
    "pager",
    [
        "1 2 3 上一页",
        "上一页 1 2 3",
        "[1] [2] [3]",
        "共3页: 上一页 1 2 3 下一页",
        "第1页 第2页 余下全文",
        "首页 « 1 … 3 » 尾页 2/3页",
        "【1】【2】",
    ],
)
def test_the_links_to_further_pages_are_no_text(pager):
    assert body(*BODY, pager) == BODY
    assert body(BODY[0], pager, *BODY[1:]) == BODY


def test_lines_that_only_speak_of_pages_stay():
    lines = [BODY[0], "第3页写着1250人", "[1]青石县统计局：《统计月报》", BODY[1], BODY[2]]
    assert body(*lines) == lines


def test_what_follows_the_mark_of_the_end_is_no_text():
    assert body(*BODY, "完", "2023年10月20日（星期五）", "香港時間16時30分") == BODY
    assert body(*BODY[:2], BODY[2] + "（編輯：周志遠）1121020") == BODY
    assert body(*BODY, "※ 歡迎轉貼連結；未經授權，請勿複製文章內容") == BODY
    assert body(*BODY, "《青石日报》（ 2023年10月20日 10版）") == BODY
    assert body(*BODY, "想爆料？请拨打新闻热线0000-1234567，提供新闻线索。") == BODY


def test_a_caption_may_stand_above_the_byline():
    caption = Line("青石县秋收现场。（资料照片）", caption=True)
    lines = [caption, Line("2023/10/20 16:37:24"), *map(Line, BODY)]
    assert list(trim(lines, "居民收入稳定增长").body) == [caption, *map(Line, BODY)]


def test_a_sentence_that_holds_the_title_begins_the_text():
    first = "10月20日，全县居民收入座谈会在县城召开。"
    assert body("县居民收入座谈会", first, *BODY, title="全县居民收入座谈会") == [first, *BODY]


@pytest.mark.parametrize(
    "line",
    [
        "【免责声明】青石网未标有“来源：青石网”的稿件均为转载稿。",
        "凡青石日报、青石网记者署名文字、图片，版权均属于青石日报所有。",
        "青石网所有新闻是由用户上传分享，未经用户书面授权，请勿作商用！",
        "视频请点击",
        "- 2023-11-14青石经济总体回升，高质量发展扎实推进",
        "您已阅读4%（197字），剩余96%（4359字）包含更多重要信息",
    ],
)
def test_lines_below_the_text_are_none_of_it(line):
    assert body(*BODY, line) == BODY


def test_a_chronicle_with_days_stays():
    days = ["2023-10-20 青石县举办招聘会，提供岗位1200个。", "2023-11-02 青石县召开就业工作会议。"]
    assert body(*BODY, *days) == [*BODY, *days]


CAPTION = "图为村民在大棚里管护番茄。周志远 摄"


def test_a_caption_stands_once():
    assert body(CAPTION, *BODY, CAPTION) == [CAPTION, *BODY]
    slides = [Line(f"{CAPTION}\x1f{number}/2") for number in (1, 2)]
    assert [line.text for line in trim([*slides, *map(Line, BODY)], "").body] == [CAPTION, *BODY]
    shown = Line("东河泵站全景", caption=True)
    assert [line.text for line in trim([shown, *map(Line, BODY), shown], "").body] == [shown.text, *BODY]


def test_a_sentence_that_a_text_says_twice_stands_twice():
    assert body(*BODY, BODY[0]) == [*BODY, BODY[0]]


def test_linked_numbers_of_pages_at_the_end_are_no_text():
    for raw in ("1 2 3", "1\x1f2\x1f3", "[1] [2]"):
        assert [line.text for line in trim([*map(Line, BODY), Line(raw, link=2)], "").body] == BODY
    assert body(*BODY, "12 2 3")[-1] == "12 2 3"
