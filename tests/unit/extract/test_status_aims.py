"""What came about, held to the figure that was aimed at: the figure is of an aim, of the time that the deed is of."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("去年，全县生产总值增长7.2%，实现了7%左右的预期目标。", "7%", ("target", "growth", "2020")),
        ("去年，规上工业增加值增长8%，完成了7.5%的全年增长目标。", "7.5%", ("target", "growth", "2020")),
        ("2019年居民消费价格上涨2.1%，低于3%左右的预期目标。", "3%", ("target", "growth", "2019")),
        ("2019年城镇登记失业率为3.6%，低于4.5%的预期目标。", "4.5%", ("target", "share", "2019")),
        ("全县完成了3万人脱贫的目标。", "3万人", ("observation", "level", "2021")),
    ],
)
def test_an_aim_that_is_looked_back_on(text: str, mention: str, expected: tuple[str, str, str], reader) -> None:
    read = reader.read(Article("x", text, None, "2021-01-21", None)).observations
    found = next(one for one in read if one.mention == mention)
    assert (found.status, found.measure, found.period) == expected
