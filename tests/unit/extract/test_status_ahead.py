"""What is announced by how it is to be done, by where a rate is to be kept, or by a raise told alike behind it."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("入学率要巩固在96%以上。", "target"),
        ("失业率要控制到4%以内。", "target"),
        ("能耗务必压减至三成以下。", "target"),
        ("我省花田可以适当发展到8万亩左右。", "target"),
        ("村里的茶园能扩大到3万亩。", "target"),
        ("村里的茶园已发展到3万亩。", "observation"),
        ("书报要送到6个小区。", "observation"),
        ("企业主要集中在3个县。", "observation"),
        ("今年我省将以市为单位，把尿毒症等16种疾病全部纳入保障。", "target"),
        ("我市将通过以奖代补方式，改造老旧小区40个。", "target"),
        ("县里以村为单位，把320户纳入帮扶。", "observation"),
        ("民政局将320名孤儿纳入保障。", "observation"),
        ("护理补贴提高到110元。孤儿的标准将由1230元提高到1290元。", "observation"),
        ("护理补贴从102元提高到110元。孤儿的标准将由1230元提高到1290元。", "target"),
        ("去年护理补贴从102元提高到110元。孤儿的标准将由1230元提高到1290元。", "observation"),
        ("护理补贴从102元提高到110元。下一步，将由110元提高到120元。", "observation"),
    ],
)
def test_what_is_announced(text: str, status: str, reader) -> None:
    told = reader.read(Article("d", text, None, "2024-02-06", None)).observations
    new = next(one for one in told if one.mention not in ("102元", "1230元", "1290元", "120元"))
    assert new.status == status
