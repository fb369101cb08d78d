"""Days that are given a name and called by it."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("5月25日，第20个茶乡采茶节如期而至。为办好这一节日，县里动员62家茶企参加展销。", "62家", "2024-05-25"),
        ("第20个茶乡采茶节将于5月25日到来。今年采茶节，县里组织62家茶企免费开放。", "62家", "2024-05-25"),
        ("6月6日是全国爱眼日。爱眼日当天，医院为300名学生检查视力。", "300名", "2024-06-06"),
        ("5月12日，国际护士节。全市共有护士3200名。", "3200名", "2024"),
        ("全市62家茶园（场）将于5月25日免费开放，门票原价60元。", "62家", "2024-05-25"),
    ],
)
def test_a_day_called_by_its_name(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2024-05-14")[mention] == period
