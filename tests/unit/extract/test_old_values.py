"""Values that are called old, and old values that were only planned."""

import pytest

from tasks.extract.model import Article
from tasks.extract.old_values import is_old, planned_before


@pytest.mark.parametrize(
    "clause", ["（原为", "补贴原标准为", "两项补助原标准分别为每人每月", "（原", "原补助水平为每人"]
)
def test_what_is_called_old(clause: str) -> None:
    assert is_old(clause)


@pytest.mark.parametrize("clause", ["门票原价", "原因是", "草原有", "退还原", "高原占"])
def test_what_only_looks_old(clause: str) -> None:
    assert not is_old(clause)


def test_an_amount_told_as_planned_before() -> None:
    text = "企业打算招8人，来了33人，名额由8人加到18人。"
    assert planned_before(text, text.rindex("由8人") + 1, text.rindex("由8人") + 3)
    assert not planned_before(text, text.index("18人"), text.index("18人") + 3)


def test_old_standards_within_a_plan_are_facts_of_no_known_time(reader) -> None:
    text = "2023年，养育标准提高到1310元（原为1250元），护理补贴提高到120元，补贴原标准为110元。"
    found = {
        o.mention: (o.status, o.period)
        for o in reader.read(Article("d", text, "2023年工作安排", "2022-12-30", None)).observations
    }
    assert found["1310元"] == ("target", "2023")
    assert found["1250元"] == found["110元"] == ("observation", None)


def test_a_plan_that_grew_is_no_old_value(reader) -> None:
    text = "企业打算招8人，结果来了33人。招聘名额当场由8人加到12人。"
    found = [
        (o.mention, o.status, o.period) for o in reader.read(Article("d", text, None, "2024-02-19", None)).observations
    ]
    assert ("8人", "target", "2024") in found[2:]
    assert ("12人", "observation", "2024") in found


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("老陈入社已有七年，每年到手的收益都在12万元以上。", None),
        ("“种茶8年，我家的收入年年超过12万元。”", None),
        ("按规定，合同期2年，企业每年补贴12万元。", "2020"),
        ("镇里办起合作社。没多久，县里拨来12万元。", None),
    ],
)
def test_years_that_no_date_places(text: str, period: str | None, periods) -> None:
    assert periods(text, "2020-01-10")["12万元"] == period
