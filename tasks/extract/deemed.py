"""Limits that set a standard: 年收入3000元以下的农户都算贫困户 says how poor the poor are, not only who is meant."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of

# A sort of people or bodies, which 为 alone can make of those within a limit.
_LIMITED = ("以", "的", "者")
_SORT = "[\u3400-\u9fff]{0,6}?(?:人口|人群|群体|家庭|对象|企业|标准|[户型类])"
_DEEMED = re.compile(
    rf"(?:以[上下](?:的|者)?|的|者)[^，。；,;\d\x01\x02]{{0,8}}?[，,]?(?:都|均|全|一律|统一|可以?|就|便|即|才|方可|也|要|应当?|被|一并)*"
    rf"(?:{any_of('defines')}(?![清账到出下了数])|[为是]{_SORT})"
)


def is_deemed(text: str, end: int) -> bool:
    """Whether those within the limit that ends at `end` are held to be something (以下的就算贫困人口)."""
    return text.startswith(_LIMITED, end) and _DEEMED.match(text, end) is not None


def without_deeming(rest: str) -> str:
    """The words behind a number without what those within the limit are held to be, which measures nothing."""
    return "" if rest.startswith(_LIMITED) and _DEEMED.match(rest) else rest
