"""Dates as pages, programs and URLs write them."""

import pytest

from tasks.clean.dates import machine_date, moments, of_republic, url_date, written_out


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024年01月08日 09:23", "2024-01-08T09:23:00+08:00"),
        ("2021 12/10 17:15", "2021-12-10T17:15:00+08:00"),
        ("2022 12/ 14 11:37:37", "2022-12-14T11:37:37+08:00"),
        ("2020-05-16 11:25来源:济源网", "2020-05-16T11:25:00+08:00"),
        ("2020-11-17 12:43:20 转载", "2020-11-17T12:43:20+08:00"),
        ("日期:2022年05月17日 来源:吉林日报", "2022-05-17"),
        ("23/04/2024 13:09", "2024-04-23T13:09:00+08:00"),
        ("2019年5月1日 星期三 下午3:05", "2019-05-01T15:05:00+08:00"),
        ("2003.12.01", "2003-12-01"),
        ("2018年09月11日08:23", "2018-09-11T08:23:00+08:00"),
        ("2022-05-17T08:00:00Z", "2022-05-17T16:00:00+08:00"),
        ("12/31/2019", "2019-12-31"),
        ("十一月 6th, 2009", "2009-11-06"),
        ("2023-10-20 HKT 16:31", "2023-10-20T16:31:00+08:00"),
        ("发布/2023年10月20日 4:22 PM", "2023-10-20T16:22:00+08:00"),
        ("2023-10-20 12:05 AM", "2023-10-20T00:05:00+08:00"),
        ("解读 16:31 2023/10/20", "2023-10-20T16:31:00+08:00"),
        ("时间: May 3, 2018", "2018-05-03"),
        ("October 20th, 2023", "2023-10-20"),
        ("October 20, 2023 4:22 PM", "2023-10-20T16:22:00+08:00"),
        ("20 October 2023", "2023-10-20"),
        ("20 Oct 2023, 09:15", "2023-10-20T09:15:00+08:00"),
        ("20-Oct-2023 09:15", "2023-10-20T09:15:00+08:00"),
        ("20-10-2023 09:15", "2023-10-20T09:15:00+08:00"),
        ("5-1-2023", "2023-01-05"),
        ("13.07.2012, 08:30", "2012-07-13T08:30:00+08:00"),
        ("4:22pm 20/10/2023", "2023-10-20T16:22:00+08:00"),
        ("23-10-20 08:02", "2023-10-20T08:02:00+08:00"),
        ("十二月 21, 2015", "2015-12-21"),
    ],
)
def test_printed_dates(text, iso):
    assert [moment.iso for moment in moments(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "2021-13-01",
        "2021-02-30",
        "电话 0431-88600732",
        "增长2021.5亿元",
        "1.2020.3.4.5",
        "1899-01-01",
        "比分22-10-20",
        "12-10-20 条",
    ],
)
def test_what_is_no_date(text):
    assert moments(text) == []


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("1589599500", "2020-05-16T11:25:00+08:00"),
        ("1589599500000", "2020-05-16T11:25:00+08:00"),
        ("20200516", "2020-05-16"),
        ("202005161125", "2020-05-16T11:25:00+08:00"),
        ("2020-05-16T11:25:00.000Z", "2020-05-16T19:25:00+08:00"),
        ("2022-05-17 09:00:00.0", "2022-05-17T09:00:00+08:00"),
        ("昨天", None),
        ("", None),
    ],
)
def test_machine_dates(value, iso):
    assert machine_date(value) == iso


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("http://x.com/n1/2020/0516/c1-3.html", "2020-05-16"),
        ("http://x.gov.cn/xw/202205/t20220517_123.html", "2022-05-17"),
        ("https://x.cn/2021-12/10/content_1.htm", "2021-12-10"),
        ("http://x.cn/art/2022/5/17/art_1_2.html", "2022-05-17"),
        ("http://20200516.cn/12345678.html", None),
        ("http://x.cn/a.html?d=20200516", None),
        ("http://www.qingshi.example/2023/yaowen_1123/438890.html", "2023-11-23"),
        ("http://www.qingshi.example/2023/page_1323/438890.html", None),
    ],
)
def test_url_dates(url, iso):
    assert url_date(url) == iso


def test_dates_written_out():
    found = written_out("特此通知。二〇二二年五月十七日")
    assert found is not None
    assert found.iso == "2022-05-17"
    assert written_out("二〇二二年") is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [("112-10-20", "2023-10-20"), ("中华民国112年10月20日", "2023-10-20"), ("99/1/5", "2010-01-05")],
)
def test_years_of_the_republic(text, iso):
    found = of_republic(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("text", ["2023-10-20", "112-13-20", "共112-10-20", ""])
def test_what_is_no_year_of_the_republic(text):
    assert of_republic(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [("2026年十月03日", "2026-10-03"), ("10 月 7, 2026", "2026-10-07"), ("星期三, 10月 07, 2026", "2026-10-07")],
)
def test_dates_that_weblogs_half_translate(text, iso):
    assert [moment.iso for moment in moments(text)] == [iso]
