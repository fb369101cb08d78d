"""What is measured stands alone in front, or one and the other of two point back to it."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def name(text: str, mention: str) -> str:
    observations = READER.read(Article("d", text, None, "2024-03-05", None)).observations
    return next(one.indicator or "" for one in observations if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("机收率，小麦98%，玉米91%，水稻95%。", "98%", "小麦机收率"),
        ("机收率，小麦98%，玉米91%，水稻95%。", "91%", "玉米机收率"),
        ("机收率，小麦98%，玉米91%，水稻95%。", "95%", "水稻机收率"),
        ("生活补助，小学生每年1000元，初中生1250元。", "1000元", "小学生生活补助"),
        ("生活补助，小学生每年1000元，初中生1250元。", "1250元", "初中生生活补助"),
        ("城镇化率上，东部71%，西部58%。", "71%", "城镇化率"),
        ("报销比例：职工86%，居民70%。", "70%", "居民报销比例"),
        ("说到单产，玉米最高，560公斤，水稻520公斤，大豆只有150公斤。", "560公斤", "玉米单产"),
        ("说到单产，玉米最高，560公斤，水稻520公斤，大豆只有150公斤。", "150公斤", "大豆单产"),
        ("今年的播种面积，小麦12万亩，玉米8万亩，大豆1万亩。", "8万亩", "玉米播种面积"),
        ("扩大制造业投资，加快实施600个工业项目，新建1500个车间。", "1500个", "新建车间"),
        ("经营性收入与工资性收入都长得快，一个增34%，一个增17%。", "34%", "经营性收入"),
        ("经营性收入与工资性收入都长得快，一个增34%，一个增17%。", "17%", "工资性收入"),
        (
            "困难残疾人生活补贴提到220元，重度残疾人护理补贴提到300元，调整以前两者分别为每人每月210元和285元。",
            "210元",
            "困难残疾人生活补贴",
        ),
        (
            "困难残疾人生活补贴提到220元，重度残疾人护理补贴提到300元，调整以前两者分别为每人每月210元和285元。",
            "285元",
            "重度残疾人护理补贴",
        ),
        ("村干部平均年龄41岁，比换届前小了7岁。", "7岁", "村干部平均年龄"),
        ("前七个月新生儿5.4万人，去年这个时候有6.4万人。", "6.4万人", "新生儿"),
    ],
)
def test_members_take_what_stands_in_front_of_them(text, mention, indicator):
    assert name(text, mention) == indicator
