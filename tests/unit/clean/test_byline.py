"""Bylines: source, people, dates apart from each other."""

import pytest

from tasks.clean.byline import is_byline, is_credit, opens_with_label, read_byline
from tasks.clean.names import looks_like_name, people
from tasks.clean.page_words import fold


def test_fields_without_blanks_between():
    byline = read_byline(["2020-05-16 11:25来源:济源网-济源日报责任编辑:薛芳芳"])
    assert byline.publishers == ["济源网-济源日报"]
    assert byline.editors == ["薛芳芳"]
    assert byline.bare_dates[0].iso == "2020-05-16T11:25:00+08:00"


def test_reporter_without_a_colon():
    byline = read_byline(["日期:2022年05月17日 来源:吉林日报记者 孙翠翠"])
    assert byline.publishers == ["吉林日报"]
    assert byline.reporters == ["孙翠翠"]
    assert [moment.iso for moment in byline.published] == ["2022-05-17"]


def test_source_author_and_editor_stay_apart():
    byline = read_byline(["来源：青石日报 作者：周志远、李 敏 责任编辑：刘芳 点击：1024"])
    assert (byline.publishers, byline.authors, byline.editors) == (["青石日报"], ["周志远", "李敏"], ["刘芳"])


def test_traditional_labels():
    assert read_byline(["來源：河南日報", "責任編輯：李新賀"]).publishers == ["河南日報"]


def test_values_end_at_joints():
    byline = read_byline(["来源：\x1f青石新闻网\x1f字号：\x1f大\x1f中\x1f小"])
    assert byline.publishers == ["青石新闻网"]


def test_update_and_publication_are_two_things():
    byline = read_byline(["更新时间：2022-06-01 发布时间：2022-05-17 10:00"])
    assert [moment.iso for moment in byline.published] == ["2022-05-17T10:00:00+08:00"]
    assert [moment.iso for moment in byline.updated] == ["2022-06-01"]


@pytest.mark.parametrize(
    "line",
    [
        "2024年01月08日 09:23",
        "来源：河南日报 责任编辑：李新贺",
        "发布时间：2022-05-17 浏览次数：12",
        "2021 12/10 17:15",
        "时间:2016-01-02 来源:县统计局 作者:李文静 点击:3次",
        "文件编号 青农发〔2023〕45号 公开时限 长期公开 发布机构 青石县农业农村局",
    ],
)
def test_lines_that_are_bylines(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "2021年12月8日，省乡村振兴局召开会议，部署下一步工作。",
        "责编在会上强调，要把好质量关。",
        "来源可靠的大国重器项目在今年取得突破性进展，为后续工程奠定了基础。",
        "一、总体要求",
        "",
    ],
)
def test_lines_that_are_not(line):
    assert not is_byline(line)


def test_and_others():
    assert people("朱启臻等") == ["朱启臻"]


@pytest.mark.parametrize(
    "line", ["李明辉,周玉玺,周 林,杨 洁", "(1.青石农业大学经济学院,青石 271018;2.青石省农业科学院,青石 250100)"]
)
def test_names_and_places_of_those_who_wrote_a_paper(line):
    assert is_byline(line)


def test_labels_at_the_start():
    assert opens_with_label("责任编辑：初慧")
    assert opens_with_label("本文来源：青石日报")
    assert not opens_with_label("他说，来源：不明")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("张三 李四、王五", ["张三", "李四", "王五"]),
        ("初 慧", ["初慧"]),
        ("本报记者张建国", ["张建国"]),
        ("李文静 文/图", ["李文静"]),
        ("艾力·买买提", ["艾力·买买提"]),
        ("周志远 编辑 李敏", ["周志远"]),
        ("周志远 青石报道", ["周志远"]),
        ("推广科 周志远", ["周志远"]),
        ("周志远 分享到", ["周志远"]),
        ("王德文", ["王德文"]),
        ("周志远 10-20 09:30", ["周志远"]),
    ],
)
def test_people(value, names):
    found = [name for name in people(value) if looks_like_name(name)]
    assert found == names


@pytest.mark.parametrize("word", ["张三", "欧阳修远", "买买提·吐尔逊", "孙翠翠"])
def test_names(word):
    assert looks_like_name(word)


@pytest.mark.parametrize("word", ["报道", "青石日报", "的", "综合整理", "abc"])
def test_words_that_are_no_names(word):
    assert not looks_like_name(word)


def test_a_bar_in_place_of_a_colon():
    byline = read_byline(["作者 | 李文静 来源 | 三农观察"])
    assert (byline.authors, byline.publishers) == (["李文静"], ["三农观察"])
    assert read_byline(["首页 | 频道 | 评论 | 图片"]).publishers == []


def test_an_editors_number_is_no_name():
    assert read_byline(["（本文来源：证券时报网 责任编辑：王晓武_NF）"]).editors == ["王晓武"]


def test_the_house_of_a_reporter_is_no_author():
    byline = read_byline(["采写：青石记者 周志远"])
    assert (byline.authors, byline.reporters) == ([], ["周志远"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [("文/周志远 图/李敏", True), ("作者：周志远", True), ("作者认为这是好事。", False), ("图/表见附件一。", False)],
)
def test_credits(line, expected):
    assert is_credit(fold(line)) is expected


def test_a_latin_name_is_one_name():
    assert people("Daniel Stone") == ["Daniel Stone"]
    assert read_byline(["时间：2023-10-20 作者：Daniel Stone 阅读：12"]).authors == ["Daniel Stone"]


def test_labels_in_brackets_of_their_own_and_with_a_slash_apart():
    byline = read_byline(["〖来源：县财政局〗 〖作者：周志远〗 〖时间：2023-10-20〗", "文 / 推广科 李敏"])
    assert (byline.publishers, byline.authors) == (["县财政局"], ["周志远", "李敏"])


def test_the_years_of_the_republic_behind_a_label():
    found = read_byline(["發布日期：112-10-20", "發布單位：主計處"])
    assert [moment.iso for moment in found.published] == ["2023-10-20"]


@pytest.mark.parametrize(
    "line", ["青石報／\x1f記者周志遠\x1f／大河報導", "〔記者周志遠／大河報導〕", "2023/10/20 | 記者 周志遠／採訪報導"]
)
def test_who_filed_from_where(line):
    assert is_byline(line)
    assert read_byline([line]).reporters == ["周志遠"]


def test_readings_behind_the_characters_of_a_byline():
    byline = read_byline(
        ["2022年05月27日15:08 | 來(lái)源:青石網(wǎng)-青石頻道", "發(fā)布機(jī)構(gòu):縣統(tǒng)計(jì)局"]
    )
    assert (byline.publishers, byline.offices) == (["青石網-青石頻道"], ["縣統計局"])


def test_a_list_of_labels_with_each_value_in_a_line_of_its_own():
    lines = [
        "• 索引号:",
        "61072/2024-001005",
        "• 来源:",
        "• 发文机构:",
        "县政府网站",
        "• 发布日期:",
        "2024年04月06日 16:34",
    ]
    byline = read_byline(lines)
    assert (byline.publishers, byline.offices) == ([], ["县政府网站"])
    assert [moment.iso for moment in byline.published] == ["2024-04-06T16:34:00+08:00"]


def test_the_title_in_a_table_of_facts():
    line = "生成日期: 2019-01-23 名称: 关于印发《农田建设办法（试行）》的通知"
    assert read_byline([line]).titles == ["关于印发《农田建设办法（试行）》的通知"]
    assert read_byline(["项目名称：农田建设"]).titles == []


def test_the_day_a_paper_came_in_is_not_the_day_of_the_page():
    assert not is_byline("收稿日期：2024-02-18")
    assert read_byline(["收稿日期：2024-02-18", "失效日期：2030-01-01"]).bare_dates == []


def test_the_fold_knows_the_traditional_forms_of_the_labels():
    for label in ("信息來源單位", "發佈機構", "責任編輯", "文章編輯", "實習記者", "經濟學院", "調查隊", "醫院", "觀察"):
        assert fold(label) == "".join(map(fold, label))
        assert not set(fold(label)) & set("來單發責編輯實習記經濟學調查隊醫觀") - set("查")
