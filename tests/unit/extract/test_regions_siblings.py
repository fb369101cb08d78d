"""Areas counted beside one that is named are of the area that holds them all."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("武汉市13个城区中，只有硚口区为中风险，其他12个城区为低风险。", "12个", "420100"),
        ("在山东16个市中，只有菏泽市尚未达标，其余15个市全部达标。", "15个", "370000"),
        ("除兰州市外，其他13个市州全部脱贫。", "13个", "620000"),
        ("4月11日，吉林省通榆县等9个贫困县退出贫困县序列。", "9个", "220000"),
        ("南阳市内乡县等4个县完成改造。", "4个", "411300"),
        ("宁波等7个市级先导区推进建设。", "7个", "330200"),
        ("合肥居首，皖北其余5市都在后面。", "5市", None),
    ],
)
def test_what_is_counted_beside_a_name(text: str, mention: str, code: str | None, reader) -> None:
    read = reader.read(Article("x", text, None, "2020-04-11", None)).observations
    assert next(one.region_code for one in read if one.mention == mention) == code
