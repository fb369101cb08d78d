"""Regions of outlets."""

import pytest

from tasks.clean.regions import region_of


@pytest.mark.parametrize(
    ("outlet", "code"),
    [
        ("山西日报", "140000"),
        ("吉林日报", "220000"),
        ("内乡宣传编辑室", "411325"),
        ("济源网-济源日报", "419001"),
        ("新华社", "100000"),
        ("人民日报海外版", "100000"),
        ("北京青年报", "110000"),
        ("光明日报", "100000"),
        ("光明区融媒体中心", "440311"),
        ("新华湖北", "420000"),
        ("建设银行", None),
        ("新民晚报", "310000"),
        ("新民市农业局", "210181"),
        ("南方日报", "440000"),
        ("平安银行", None),
        ("凤凰县融媒体中心", "433123"),
        ("某某在线", None),
        ("", None),
    ],
)
def test_region_of_an_outlet(outlet, code):
    assert region_of([outlet]) == code


def test_the_first_telling_name_counts():
    assert region_of(["某某在线", "河南日报"]) == "410000"
