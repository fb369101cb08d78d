"""Lists whose members stand elsewhere, grades, and those without a noun of their own."""

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
        ("排在前三位的是甲县、乙县、丙县，得分分别为92分、90分和88分。", "92分", "甲县得分"),
        ("排在前三位的是甲县、乙县、丙县，得分分别为92分、90分和88分。", "88分", "丙县得分"),
        ("每户补助分三等，一等8000元，二等6000元，三等4000元。", "8000元", "一等每户补助"),
        ("每户补助分三等，一等8000元，二等6000元，三等4000元。", "6000元", "二等每户补助"),
        ("危房改造补贴按户均面积分为四档，第一档每户2.1万元，第二档1.6万元。", "2.1万元", "第一档每户危房改造补贴"),
        ("危房改造补贴按户均面积分为四档，第一档每户2.1万元，第二档1.6万元。", "1.6万元", "第二档危房改造补贴"),
        ("工业用电量增长6%，三产用电量增长11%，两者相差5个百分点。", "5个百分点", "工业用电量与三产用电量"),
        ("去年外出务工的乡亲，干满半年的只有164人。", "164人", "外出务工的乡亲干满"),
        ("养老金方面，城乡居民每月人均拿到180元以上。", "180元", "城乡居民每月人均拿养老金"),
        ("从面积看，第一是林地，42亿亩；第二是草地，39亿亩。", "39亿亩", "草地面积"),
        ("全国共有贫困人口9422万人，平均每12个人里就有一个。", "12个人", "贫困人口"),
        ("农村每11个人当中就有一个是贫困人口，加在一起有8500万人之多。", "8500万人", "农村是贫困人口"),
        ("这条高铁每天开38趟车，周末加到46趟。", "46趟", "高铁每天开车"),
    ],
)
def test_members_take_what_their_list_shares(text, mention, indicator):
    assert name(text, mention) == indicator
