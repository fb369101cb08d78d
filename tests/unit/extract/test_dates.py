"""Dates, periods and lengths of time: printed forms and their ISO values."""

import itertools

import pytest

from tasks.extract.dates import find_dates

PUBLISHED = "2022-05-17"


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(text[t.start : t.end], t.kind, t.value) for t in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2019年", "period", "2019"),
        ("二〇二一年", "period", "2021"),
        ("两千零九年三月", "period", "2009-03"),
        ("2019年度", "period", "2019"),
        ("今（2022）年3月", "period", "2022-03"),
        ("去（110）年度", "period", "2021"),
        ("2021年12月", "period", "2021-12"),
        ("2021 年 7 月", "period", "2021-07"),
        ("8 月 15 日", "date", "2022-08-15"),
        ("1 - 5 月", "period", "2022-01/2022-05"),
        ("2020财年", "period", "2020"),
        ("2021年12月7日", "date", "2021-12-07"),
        ("2021-12-07", "date", "2021-12-07"),
        ("2021.12.7", "date", "2021-12-07"),
        ("20211207", "date", "2021-12-07"),
        ("2021年12月7日15时30分", "date", "2021-12-07T15:30"),
        ("2021-12-07 09:36:46", "date", "2021-12-07T09:36:46"),
        ("１２月７日", "date", "2022-12-07"),
        ("十二月七號", "date", "2022-12-07"),
        ("2016年至2018年", "period", "2016/2018"),
        ("2016-2018年", "period", "2016/2018"),
        ("2019—20年", "period", "2019/2020"),
        ("1—10月", "period", "2022-01/2022-10"),
        ("2017年8月至2018年3月", "period", "2017-08/2018-03"),
        ("4月12-19日", "period", "2022-04-12/2022-04-19"),
        ("12月28日至1月3日", "period", "2022-12-28/2023-01-03"),
        ("前三季度", "period", "2022-01/2022-09"),
        ("第二季度", "period", "2022-04/2022-06"),
        ("一至三季度", "period", "2022-01/2022-09"),
        ("上半年", "period", "2022-01/2022-06"),
        ("前7个月", "period", "2022-01/2022-07"),
        ("元至四月", "period", "2022-01/2022-04"),
        ("元月—5月", "period", "2022-01/2022-05"),
        ("2021年元月", "period", "2021-01"),
        ("一季度末", "period", "2022-03"),
        ("2021年上半年末", "period", "2021-06"),
        ("2019年6月30日止三个月", "period", "2019-04/2019-06"),
        ("2019年12月31日止年度", "period", "2019"),
        ("2017至2019", "period", "2017/2019"),
        ("春节6天长假", "period", "2022-01-31/2022-02-05"),
        ("国庆假期第二天", "date", "2022-10-02"),
        ("劳动节假期首日", "date", "2022-05-01"),
        ("国庆假期前3天", "period", "2022-10-01/2022-10-03"),
        ("中秋、国庆双节假期", "period", "2022-10-01/2022-10-07"),
        ("全年", "period", "2022"),
        ("2020年底", "period", "2020-12"),
        ("6月下旬", "period", "2022-06-21/2022-06-30"),
        ("4月底", "date", "2022-04-30"),
        ("十三五期间", "period", "2016/2020"),
        ("“十四五”末", "period", "2025"),
        ("上世纪80年代", "period", "1980/1989"),
        ("19世纪初", "period", "1800/1819"),
        ("今年以来", "period", "2022"),
        ("2021年10月以来", "period", "2021-10/2022-05"),
        ("2014年至今", "period", "2014/2022-05"),
        ("去年", "period", "2021"),
        ("前年3月", "period", "2020-03"),
        ("上月", "period", "2022-04"),
        ("下个月5日", "date", "2022-06-05"),
        ("昨天", "date", "2022-05-16"),
        ("大后天", "date", "2022-05-20"),
        ("上周五", "date", "2022-05-13"),
        ("本周", "period", "2022-05-16/2022-05-22"),
        ("三天后", "date", "2022-05-20"),
        ("五年前", "period", "2017"),
        ("两个月后", "period", "2022-07"),
        ("近三年", "period", "2019-05-17/2022-05-16"),
        ("未来两周", "period", "2022-05-18/2022-05-31"),
        ("春节期间", "period", "2022-01-31/2022-02-06"),
        ("2021年除夕", "date", "2022-01-31"),
        ("国庆节", "date", "2022-10-01"),
        ("2021年中秋节", "date", "2021-09-21"),
        ("农历八月十五", "date", "2022-09-10"),
        ("2021年冬至", "date", "2021-12-21"),
        ("今晚8点半", "date", "2022-05-17T20:30"),
        ("下午三点到5点", "period", "2022-05-17T15:00/2022-05-17T17:00"),
        ("夜里12点", "date", "2022-05-18T00:00"),
        ("目前", "date", "2022-05-17"),
        ("民国38年", "period", "1949"),
    ],
)
def test_expression_is_read(text: str, kind: str, value: str) -> None:
    assert values(text) == [(text, kind, value)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("五年", "5", "年"),
        ("半年", "0.5", "年"),
        ("一年半", "1.5", "年"),
        ("3个月", "3", "月"),
        ("两个半小时", "2.5", "小时"),
        ("1小时30分钟", "90", "分钟"),
        ("四十天", "40", "天"),
        ("2.5年", "2.5", "年"),
    ],
)
def test_length_of_time_has_number_and_unit(text: str, number: str, unit: str) -> None:
    (found,) = find_dates(text, PUBLISHED)
    assert (found.kind, found.value, found.unit) == ("duration", number, unit)
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "共有2073户7084人",
        "向2038个村派驻干部",
        "身份证号140302197706220124。",
        "这个办法一点都不好",
        "一日之计在于晨",
        "占三分之一",
        "读作二十七点三",
        "60周岁以上老年人",
        "第4号台风",
        "比分为2:10",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [t for t in find_dates(text, PUBLISHED) if t.kind != "duration"] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("较2020年增加3个", "base"),
        ("与2019年相比下降", "base"),
        ("2021年完成投资", "anchor"),
        ("《2021年工作要点》印发", "title"),
        ("为期半年", "attribute"),
        ("五年来", "span"),
        ("今年以来", "since"),
        ("去年同期", "same"),
        ("2025年前", "until"),
        ("目前共有", "now"),
    ],
)
def test_role_says_what_a_time_does(text: str, role: str) -> None:
    assert next(t.role for t in find_dates(text, PUBLISHED)) == role


def test_months_belong_to_the_year_named_before_them_in_the_sentence() -> None:
    assert [v for _, _, v in values("2018年6月开工,10月完工。12月验收")] == ["2018-06", "2018-10", "2018-12"]


def test_news_of_january_looks_back() -> None:
    assert values("12月30日", "2022-01-05") == [("12月30日", "date", "2021-12-30")]


def test_relative_words_without_a_publication_date_stay_open() -> None:
    assert values("去年底和2021年", None) == [("去年底", "period", ""), ("2021年", "period", "2021")]


def test_the_29th_of_a_short_month_is_the_last_one_there_was() -> None:
    assert values("29日", "2022-02-10") == [("29日", "date", "2022-01-29")]


def test_expressions_stand_in_order_and_do_not_overlap() -> None:
    text = "2021年3月5日上午9时,去年同期为12人;到2025年,“十四五”期间建成5座,为期三年。"
    found = find_dates(text, PUBLISHED)
    assert len(found) == 5
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


def test_parts_of_the_year_stand_before_any_word() -> None:
    assert values("上半年国内旅游收入")[0] == ("上半年", "period", "2022-01/2022-06")
    assert values("2019年中国队")[0] == ("2019年", "period", "2019")


@pytest.mark.parametrize("text", ["前年至", "2020年-", "今年到", "1月至", "周一—", "春节到"])
def test_range_cut_off_at_the_end_of_the_text(text: str) -> None:
    assert len(find_dates(text, "2022-05-17")) == 1


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("端午假期,", "2024-06-10", "2024-06-08/2024-06-10"),
        ("清明假期,", "2021-04-06", "2021-04-03/2021-04-05"),
        ("元旦假期,", "2019-01-02", "2018-12-30/2019-01-01"),
        ("元旦前上市,", "2025-12-27", "2026-01-01"),
        ("国庆假期,", "2020-10-09", "2020-10-01/2020-10-08"),
        ("国庆假期,", "2019-10-09", "2019-10-01/2019-10-07"),
        ("截至今年10月,", "2020-11-04", "2020-10"),
        ("如今年轻人回来了", "2020-11-04", "2020-11-04"),
    ],
)
def test_holidays_and_until_this_month(text: str, published: str, value: str) -> None:
    assert [date.value for date in find_dates(text, published)] == [value]


def test_years_of_the_republic_only_where_its_offices_speak() -> None:
    assert values("内政部统计,112年12月出生900人,较111年增加。", "2024-02-08")[:2] == [
        ("112年12月", "period", "2023-12"),
        ("111年", "period", "2022"),
    ]
    assert [value for _, kind, value in values("学校走过112年。", "2024-02-08") if kind != "duration"] == []


def test_eight_digits_before_a_unit_are_no_date() -> None:
    assert values("19940801户") == []
    assert values("19940801发布") == [("19940801", "date", "1994-08-01")]


@pytest.mark.parametrize("behind", ["公布", "公告", "公示", "公开"])
def test_a_day_before_what_is_made_known_is_a_day(behind: str) -> None:
    assert values(f"卫生部门28日{behind}", "2022-05-29") == [("28日", "date", "2022-05-28")]
    assert values("28号公寓", "2022-05-29") == []


@pytest.mark.parametrize(
    "printed",
    ["1937.05万标箱", "2012.12亿元", "1998.10公顷", "2011.03平方公里", "2021-03万元", "2019.05多亩"],
)
def test_figures_with_two_decimals_are_no_months(printed: str) -> None:
    assert not [date for date in find_dates(f"全港完成{printed}，增长3%。", "2012-04-10") if date.value]


def test_a_month_with_a_point_stays_one() -> None:
    assert [date.value for date in find_dates("2012.12，该县完成投资5亿元。", "2013-01-10")] == ["2012-12"]


def test_the_years_of_the_republic_need_taiwan_and_a_recent_date() -> None:
    told = "台湾114年出口6407亿美元，113年为4750亿美元。"
    assert [time.value for time in find_dates(told, "2026-01-09")] == ["2025", "2024"]
    assert not [time for time in find_dates("台湾香蕉97年产量20万公吨。") if time.value == "2008"]
    assert not [time for time in find_dates("过去110年台湾气温上升1.6度。", "2021-01-09") if time.value == "2021"]
    assert not [time for time in find_dates("该校114年校庆，共3场。", "2026-01-09") if time.value == "2025"]


def test_what_comes_to_a_place_ends_no_time() -> None:
    assert ("1至8月", "period", "2005-01/2005-08") in values("1至8月来台旅客219万人次", "2005-10-13")
    assert ("去年", "period", "2021") in values("去年来访团组30个")


@pytest.mark.parametrize(
    "thing", ["台湾游客达500万人次", "港口吞吐量达300万吨", "沪宁线客流增长", "京津冀投资", "访客增多"]
)
def test_a_city_behind_since_belongs_to_what_follows(thing: str) -> None:
    assert values(f"2008年以来{thing}")[0] == ("2008年以来", "period", "2008/2022-05")
    assert values(f"今年以来{thing}")[0] == ("今年以来", "period", "2022")


@pytest.mark.parametrize(
    "thing",
    [
        "项目开工",
        "种植小麦500亩",
        "人大代表30名",
        "元旦晚会",
        "股东大会",
        "户籍人口",
        "级别调整",
        "次日",
        "万达广场开业",
    ],
)
def test_a_month_with_a_point_stands_before_any_noun(thing: str) -> None:
    assert values(f"2020.11{thing}")[0] == ("2020.11", "period", "2020-11")


def test_classes_of_a_school_are_no_year() -> None:
    assert not [time for time in values("一二三四年级学生500人") if time[2].startswith("1234")]
    assert values("一九八四年级差扩大")[0] == ("一九八四年", "period", "1984")


@pytest.mark.parametrize("text", ["提前一年完成脱贫任务。", "提前一个季度完成全年目标。", "比计划提前两个季度投产。"])
def test_ahead_of_time_is_no_year_before(text):
    assert not [value for value in values(text) if value[0].startswith("前")]


@pytest.mark.parametrize("head", ["全国人大代表说", "中国人民银行说", "生态环境部表示", "国际能源署称", "严打诈骗以来"])
def test_no_years_of_the_republic_beside_words_that_any_text_has(head: str) -> None:
    found = find_dates(f"{head}，这座水库1990年建成，98年5月蓄满，设计使用100年。", "2024-05-01")
    assert [(one.role, one.value) for one in found] == [
        ("anchor", "1990"),
        ("anchor", "1998-05"),
        ("duration", "100"),
    ]
