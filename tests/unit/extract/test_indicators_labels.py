"""Deeds that name nothing alone, named by the rest of the sentence."""

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
        ("住房安全：310户存在隐患，已全部整改。", "310户", "住房安全存在隐患"),
        ("就业帮扶上，全县建成车间40个，5200人拿到了工资。", "40个", "建成车间"),
        ("就业帮扶上，全县建成车间40个，5200人拿到了工资。", "5200人", "就业帮扶拿到了工资"),
        ("围绕厕所革命，全乡共查农户2300户，发现问题410个。", "410个", "厕所革命发现问题"),
        ("320户、1100名搬迁群众和12个村全部脱贫。", "1100名", "搬迁群众全部脱贫"),
        ("320户、1100名搬迁群众和12个村全部脱贫。", "12个", "村全部脱贫"),
        ("这一做法走出本县，被全省6市21县借鉴。", "21县", "做法借鉴"),
        ("这项技术已被8省采用。", "8省", "技术被省采用"),
        ("全县已建起互助小组3600个，2.1万户8.6万名村民参与其中。", "2.1万户", "村民参与建起互助小组"),
        ("全县已建起互助小组3600个，2.1万户8.6万名村民参与其中。", "8.6万名", "村民参与建起互助小组"),
        ("住房方面，累计打造试点项目213个，改造老旧小区13.7万户。", "13.7万户", "改造老旧小区"),
    ],
)
def test_a_bare_deed_is_named_by_its_sentence(text, mention, indicator):
    assert name(text, mention) == indicator
