"""Headlines of the time that the story below tells."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("某省新建学校120所\n某省教育厅今天公布，去年全省新建学校120所，新增学位3万个。\n", "120所", "2024"),
        ("甲县640个项目开工\n3月20日，甲县640个项目集中开工，计划年内完成。\n", "640个", "2025-03-20"),
        ("今年新建学校120所\n去年全省新建学校120所，今年与去年持平。\n", "120所", "2024"),
        ("某省新建学校20所\n去年全省新建学校120所。\n", "20所", "2025"),
        ("全县共有学校20所。\n去年，县里新建学校20所。\n", "20所", "2024"),
    ],
)
def test_a_headline_is_of_the_time_of_its_story(text: str, mention: str, period: str, reader) -> None:
    found = reader.read(Article("d", text, "快讯", "2025-03-23", None)).observations
    first = next(one for one in found if one.mention == mention)
    last = [one for one in found if one.mention == mention][-1]
    if text.startswith(("今年", "全县")):
        assert (first.period, last.period) == ("2025", period)
    else:
        assert first.period == period
