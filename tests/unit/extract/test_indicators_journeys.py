"""How long a way takes is named by the way."""

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
        ("新路通车后，从村里到县城，40分钟就能到达。", "40分钟", "村里到县城用时"),
        ("桥通了，去镇上赶集只要10分钟。", "10分钟", "去镇上赶集用时"),
        ("贵阳往返广州，最短时间压缩到4小时，比开通前少花16小时。", "4小时", "贵阳往返广州用时"),
        ("贵阳往返广州，最短时间压缩到4小时，比开通前少花16小时。", "16小时", "贵阳往返广州用时"),
        ("相距300公里的城市之间，1个半小时可以到达。", "1个半小时", "城市用时"),
        ("距离500公里以内的省会城市，2小时便可到达；800公里的，3小时也就到了。", "3小时", "省会城市用时"),
        ("从县城到省城，过去坐班车要7个小时，现在坐高铁2个小时就到。", "7个小时", "县城到省城用时"),
        ("从县城到省城，过去坐班车要7个小时，现在坐高铁2个小时就到。", "2个小时", "县城到省城用时"),
        ("4个小时到武汉，5个半小时到长沙。", "5个半小时", "到长沙用时"),
        ("从成都开车最快6小时可到达贵阳。", "6小时", "成都到贵阳用时"),
        ("患者2小时就能拿到结果。", "2小时", "患者就能拿到结果"),
    ],
)
def test_a_length_of_time_is_of_its_way(text, mention, indicator):
    assert name(text, mention) == indicator
