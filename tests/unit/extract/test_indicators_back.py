"""Names whose words stand before: amounts told again, works pointed back to, standards by classes, shared owners."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
WORKS = "西陵引水工程的隧洞昨天贯通。该工程全长86公里，将为沿线60多万人供水。"
FEES = "补助标准：重度残疾人每人每月90元，轻度残疾人每人每月60元。"
SHARES = "取暖补贴按当地低保标准分档：低保家庭30%、边缘家庭15%。"
STAFF = "全县专任教师3120人，其中，普通中学1210人、小学1430人、特殊教育学校16人。"
TOLD = "村里去年分红86万元，这86万元都发到了户。"
CLEARED = "全市首批推出36项改革举措，其中8项为全国首创。"
BONDS = "专项债累计发行860亿元，完成1200亿元发行任务的72%。"


def named(text: str) -> dict[str, str]:
    """The name of every number of a text, by its mention; of equal mentions the last."""
    return {one.mention: one.indicator for one in READER.read(Article("t", text, None, "2023-03-01")).observations}


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (WORKS, "86公里", "西陵引水工程全长"),
        ("今天，横江特大桥合龙。该桥全长3600米，设计时速250公里。", "250公里", "横江特大桥设计时速"),
        ("工作人员正在查看工程进度。这个项目投资360万元。", "360万元", "项目投资"),
        (TOLD, "86万元", "村里分红"),
        ("卫生院年药品收入560万元，利润160万元，这160万都来自药价。", "160万", "卫生院年药品利润"),
        (FEES, "90元", "重度残疾人补助标准"),
        (FEES, "60元", "轻度残疾人补助标准"),
        (SHARES, "15%", "边缘家庭取暖补贴"),
        ("奖励标准：一等奖5000元，二等奖3000元。", "3000元", "二等奖"),
        (STAFF, "1210人", "普通中学专任教师"),
        ("小学12所，在校生3600人。全县专任教师860人。", "860人", "专任教师"),
        (STAFF, "16人", "特殊教育学校专任教师"),
        ("普通中学28所，在校学生1.9万人；小学66所，在校学生2.1万人。", "1.9万人", "普通中学在校学生"),
        ("低保标准城镇、农村分别按720元、510元。", "510元", "低保标准农村"),
        ("陶瓷出口3.6万吨，货值2.8亿元。", "2.8亿元", "陶瓷出口货值"),
        ("晚稻总产量8.6万吨，比上年增产0.3万吨。", "0.3万吨", "晚稻总产量增产"),
        ("新增贷款860亿元，比上年同期多出52亿元。", "52亿元", "新增贷款"),
        (CLEARED, "8项", "首批推出改革举措为全国首创"),
        (BONDS, "72%", "专项债发行任务"),
        ("发电装机860万千瓦，其中，太阳能210万千瓦，占24.4%。", "210万千瓦", "太阳能"),
        ("在智能设备帮助下，96%以上的患者可以在15分钟内取到药品。", "96%", "患者可以取到药品比例"),
        ("参保补助逐年提高。由改革前的每人每年60元，提高到了去年的每人每年610元。", "60元", "参保补助"),
        ("柳泉村是典型的山区村，共有260多户900多人。", "260多户", "户数"),
        ("柳泉村是典型的山区村，共有260多户900多人。", "900多人", "人口"),
        ("年末人口86万人，按性别分:男性45万人,女性41万人。", "41万人", "人口女性"),
        ("中晚稻、玉米收购进度分别在四成和两成左右。", "四成", "中晚稻收购进度"),
        ("武陵山区气温骤降18度。", "18度", "武陵山区气温"),
    ],
)
def test_what_stands_before_is_put_back(text: str, mention: str, name: str) -> None:
    assert named(text)[mention] == name


def test_what_only_grows_faster_is_named_by_the_subject_before() -> None:
    text = "全年进出口3.5万亿元，其中，青海、宁夏增幅较大，分别增长45%、25%。"
    assert named(text)["45%"] == "进出口"
