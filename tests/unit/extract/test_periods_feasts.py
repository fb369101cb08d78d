"""Days off are of the month that they lie in, of the year where they lie in two."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("端午假期，全州接待游客80万人次。", "2023-06-25", "2023-06"),
        ("清明假期，全市客运站发送旅客80万人次。", "2022-04-06", "2022-04"),
        ("今年中秋，各地寄出月饼80万盒。", "2021-09-25", "2021-09"),
        ("中秋当天，各地寄出月饼80万盒。", "2021-09-25", "2021-09-21"),
        ("“五一”假期，景区售票累计实现收入80万元。", "2023-05-04", "2023-05"),
        ("春节假期，全县放映电影80场。", "2022-02-08", "2022-02"),
        ("春节假期，全县放映电影80场。", "2025-02-08", "2025"),
        ("中秋国庆假期，高速公路车流80万辆。", "2023-10-08", "2023"),
        ("元旦假期，滑雪场接待游客80万人次。", "2019-01-03", "2019"),
        ("国庆假期预计接待游客80万人次。", "2024-09-26", "2024-10"),
    ],
)
def test_the_month_of_days_off(text: str, published: str, period: str, periods) -> None:
    assert set(periods(text, published).values()) == {period}


STORY = "端午假期，古镇热闹起来。\n水乡划起龙舟，客栈订出房间80间，同比增长6%。\n博物馆里，观众达到90万人次。"


def test_a_text_on_days_off_is_of_their_month_throughout(periods) -> None:
    assert set(periods(STORY, "2023-06-24", "假日消费添活力").values()) == {"2023-06"}
    assert set(periods(STORY, "2023-06-24", "国内要闻快讯").values()) != {"2023-06"}


def test_what_stands_for_good_is_of_no_days_off(periods) -> None:
    text = "端午假期，古镇热闹起来。\n古镇占地300亩，接待游客5万人次。"
    assert periods(text, "2023-06-24") == {"300亩": "2023", "5万人次": "2023-06"}


def test_a_festival_long_before_is_not_what_a_text_is_on(periods) -> None:
    text = "春节过后，企业抢抓订单。\n车间里，新设备装了80台。"
    assert periods(text, "2023-11-24", "开工忙")["80台"] == "2023"


@pytest.mark.parametrize(
    ("text", "published", "title", "mention", "period"),
    [
        ("国庆假期第一天，车站发送旅客9万人次。\n假期里，影院放映电影300场。", "2021-10-09", None, "300场", "2021-10"),
        ("这个假期，夜市添人气。\n古镇接待游客7万人次。", "2021-10-06", None, "7万人次", "2021-10"),
        ("这个假期，夜市添人气。\n古镇接待游客7万人次。", "2021-08-06", None, "7万人次", "2021"),
        ("各地夜市人气旺。\n古镇接待游客7万人次。", "2021-06-15", "端午假期消费旺", "7万人次", "2021-06"),
        ("各地夜市人气旺。\n古镇接待游客7万人次。", "2021-04-26", "“五一”假期临近", "7万人次", "2021"),
        (
            "10月1日至7日的国庆假期，客流大。假期里，接待游客7万人次。",
            "2021-10-09",
            None,
            "7万人次",
            "2021-10-01/2021-10-07",
        ),
    ],
)
def test_days_off_told_again(text: str, published: str, title: str, mention: str, period: str, periods) -> None:
    assert periods(text, published, title)[mention] == period


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_days_off_at_the_ends_of_the_calendar(published: str, periods) -> None:
    assert "3万人" in periods("假期里，景区接待游客3万人。", published, "国庆假期客流平稳")
    assert "3万人" in periods("1月3日，景区接待游客3万人。", published)
