"""Pairs and ranks that words point back to."""

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
        ("城乡低保对象中，城市的占16%，农村的占84%，前者9.8万人，后者51.6万人。", "9.8万人", "城乡低保对象中城市"),
        ("城乡低保对象中，城市的占16%，农村的占84%，前者9.8万人，后者51.6万人。", "51.6万人", "农村"),
        ("全县GDP增速居全市第二，上年是第五。", "第五", "GDP增速全市排名"),
        ("考核排名里，甲县在全省26个非贫困县位列第三，前一年排第九。", "第九", "考核排名"),
        ("茶叶合作社的产值，第一年80万元，第二年翻到200万元，去年过了600万元。", "200万元", "茶叶合作社的产值"),
        ("茶叶合作社的产值，第一年80万元，第二年翻到200万元，去年过了600万元。", "600万元", "茶叶合作社的产值"),
        ("去县城陪读的家长越来越多，眼下已有31位，头两年才七八位。", "七八位", "去县城陪读的家长"),
        ("城镇居民收入年均增8%，农民收入快一些，年均增10.2%。", "10.2%", "农民收入"),
        ("森林、草原、湿地面积合计3.1亿亩，三者各为2.2亿亩、0.6亿亩、0.3亿亩。", "2.2亿亩", "森林面积"),
        ("森林、草原、湿地面积合计3.1亿亩，三者各为2.2亿亩、0.6亿亩、0.3亿亩。", "0.3亿亩", "湿地面积"),
        ("森林和草原面积合计3亿亩，前者2.4亿亩，后者0.6亿亩。", "2.4亿亩", "森林面积"),
        ("森林和草原面积合计3亿亩，前者2.4亿亩，后者0.6亿亩。", "0.6亿亩", "草原面积"),
        ("粮食总产62万吨，再创新高，前一个高点是2019年的59万吨。", "59万吨", "粮食总产"),
        ("饮水方面，120处工程有毛病，修好的118处。", "120处", "饮水工程有毛病"),
    ],
)
def test_words_point_back_to_what_was_told(text, mention, indicator):
    assert name(text, mention) == indicator
