"""What came of disasters and fights of a day, in the sentences behind and in the headline above."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("甲市22日发生货车相撞事故。车上6人受伤。", "6人", "2025-05-22"),
        ("某国总参谋部21日称，前线当天发生134次战斗。空军击落36架无人机。", "36架", "2025-05-21"),
        ("昨晚，县城一处市场发生火灾。消防人员救出被困群众8人。市场有摊位200个。", "8人", "2025-05-22"),
        ("昨晚，县城一处市场发生火灾。消防人员救出被困群众8人。市场有摊位200个。", "200个", "2025"),
        ("货车坠入河中 3人遇难\n乙县22日发生货车坠河事故。救援仍在进行。", "3人", "2025-05-22"),
        ("连日暴雨已致12人遇难\n乙县22日再降暴雨。", "12人", "2025"),
        ("22日，边境发生交火。本轮冲突已造成400人死亡。", "400人", "2025"),
        ("今年以来，全县发生火灾32起。共造成5人死亡。", "5人", "2025"),
        ("22日，县里举行地震演练。全县有120人在历次地震中遇难。", "120人", "2025"),
    ],
)
def test_the_toll_of_an_event_is_of_its_day(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2025-05-23")[mention] == period
