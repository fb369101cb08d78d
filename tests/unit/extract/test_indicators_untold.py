"""Names that a clause leaves to what was told before it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("医保补助标准也提高了，城乡居民人均补助450元。", "450元", "医保城乡居民人均补助"),
        (
            "基本公共卫生服务人均经费将增加到84元，民族地区则按人均90元安排。",
            "90元",
            "民族地区基本公共卫生服务人均经费",
        ),
        ("水稻亩产690公斤，比原来的520公斤高出不少。", "520公斤", "水稻亩产"),
        ("覆盖群众51万名，合12万户。", "12万户", "覆盖群众"),
        ("全村共有320户，其中280户接通了天然气，余下的40户也在年底前接通。", "40户", "接通了天然气也在前接通"),
        (
            "去年，全省第三方评估退出县综合成绩排名，甲县名列19个国家级贫困县第一。",
            "第一",
            "第三方评估退出县综合成绩排名",
        ),
        ("全省考核成绩揭晓，在12个同类县中，我县排名第三。", "第三", "考核成绩排名"),
        ("2023年，全区GDP增长6%，增速位居全市12个县区第三。", "第三", "GDP增速全市排名"),
    ],
)
def test_what_a_clause_leaves_untold_was_told_before(text, mention, indicator, name):
    assert name(text, mention) == indicator
