"""Titles without the site's name."""

import pytest

from tasks.clean.titles import owner_of, split_title


@pytest.mark.parametrize(
    ("whole", "title", "site"),
    [
        ("小蘑菇撑起致富伞_青石新闻网", "小蘑菇撑起致富伞", "青石新闻网"),
        ("某重要报道--时政--人民网", "某重要报道", "人民网"),
        ("前三季度居民收入稳定增长-新华网", "前三季度居民收入稳定增长", "新华网"),
        ("清水河上新桥通车|大河|新桥_青石在线", "清水河上新桥通车", "青石在线"),
        ("2020-2022年规划编制完成", "2020-2022年规划编制完成", ""),
        ("青石县2023年统计公报", "青石县2023年统计公报", ""),
        ("吉林城乡网-在新起点上接续奋斗", "在新起点上接续奋斗", "吉林城乡网"),
        ("", "", ""),
    ],
)
def test_split_title(whole, title, site):
    assert split_title(whole) == (title, site)


def test_a_known_site_is_cut_whatever_it_is_called():
    assert split_title("通车了 - 大河畔", "大河畔")[0] == "通车了"


def test_owner():
    assert owner_of(["关于我们", "版权所有：吉林日报社 投诉电话"]) == "吉林日报社"
    assert owner_of(["无"]) == ""
