"""Counted groups of whom the same clause tells a figure of their own: 36家工厂吸纳就业1382人 counts 工厂.

What is told of the group names the second number; the first has the group alone. 甲县是全省14个贫困县之一 counts
贫困县: the subject of 是 is only one of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_wording import phrases
from tasks.vocabulary import either

_LONGEST, _LONG_MEASURE, _SHORT_AIM = 14, 14, 4
# 县市区, 省级, 村民, 产业链: the word goes on; 上市公司.
_WHOLE = "(?<!上市)(?!村(?!均))(?![县市区镇乡级域籍民居委组场链园化])"
# Behind a group: what it did has an adverb, a passive or the sign of something done.
_DID = (
    "(?:由此|因此|就此|从此|因而|全都|悉数|一起|共同|相继|陆续|先后|成功|顺利|如期|也|被|得以|得到|受到|遭受|遭到|遭|受|免于|摆脱|告别"
    "|参[与加]|加入|报名|脱贫|摘帽|出列|退出|入住|搬[迁入进出到]|迁[入进出到]|实现|享受|获|通过|通[车水电]|[用喝吃住过走][上进到]|没有|缺|存在)"
    "|[\u3400-\u9fff]{1,3}[了过]"
)
_TOLD = "累计|生产(?!总值)|共(?![同享建和产管青])|[人户]均(?!可支配|纯收入|消费|收入|GDP|生产)"
# A bound (用电增速超过17%) says which of a group are counted: it is no figure of the group.
_REACHED = (
    f"(?:要|将|高?达到?|为|是|{ABOUT}|均|共|也|已|仅|只|有|合计|累计|完成|实现|同比|增长|增加|下降|减少|提高|提升"
    "|[增升降减涨提][高长加升少]?[至到为]|[由从]|接近|稳定在|保持在|分别|(?>比.{1,12}高)|\x01)*"
)
COUNTERS = frozenset(
    ("人", "户", "个", "家", "所", "座", "条", "项", "名", "位", "处", "栋", "支", "对", "种", "只", "间")
)
_ONE_OF = re.compile(r"[\u3400-\u9fffA-Z“”、（）()]{1,24}?之一(?![\u3400-\u9fff])")
_IS = re.compile("(?:曾经?|也|还|更|便|就|都|正|均|仍)?(?:是|系|属于|成为|列为|确定为|认定为|评为|被誉为|作为)")


class Groups:
    """The words under `groups` in seeds/vocabulary/phrases.yaml, compiled once."""

    def __init__(self, words: dict[str, Any]) -> None:
        heads, told, measures = (either(words[name]) for name in ("heads", "told", "measures"))
        group = rf"[\u3400-\u9fffA-Z\d“”、（）()]{{0,{_LONGEST}}}?(?:{heads}){_WHOLE}"
        thing = rf"(?:的|\x01)*({group}(?:[（(][^（()）]{{1,10}}[)）])?)"
        self._deed = re.compile(rf"{thing}(?=\x01*(?:{told}|{_TOLD}))")
        self._figure = re.compile(rf"{thing}(?=的?[^，。；了\x02]{{0,{_LONG_MEASURE}}}?(?:{measures}){_REACHED}$)")
        # 贫困群众喝上了放心水: what a group did, no noun that it only belongs to (群众的饮水问题, 村组公路).
        self._did = re.compile(
            rf"[\u3400-\u9fff“”]{{0,{_LONGEST}}}?(?:(?:{heads}){{1,3}}|[者员民师生长兵]){_WHOLE}(?P<did>(?:{told}|{_TOLD}|{_DID}).+)"
        )
        self._towards = re.compile(
            rf"[\u3400-\u9fff]{{0,{_LONGEST}}}?(?:{heads})共?(?:向|对|为|给|对口支援|(?:结对|对口)?帮扶)"
            rf"(?P<whom>[\u3400-\u9fff]{{1,{_SHORT_AIM}}})"
        )

    def thing(self, after: str) -> str:
        """The group that the words between its number and the next one begin with, "" where they tell nothing of it."""
        found = self._deed.match(after) or self._figure.match(after)
        return found.group(1) if found else ""

    def deed_of(self, after: str) -> str:
        """What the words behind a counted group say that it did, "" where they are nothing but the group."""
        found = self._did.fullmatch(after)
        return found["did"] if found else ""

    def whom(self, before: str) -> str:
        """To whom the group before a number does something (市向西部 → 西部), "" for none."""
        found = self._towards.fullmatch(before)
        return found["whom"] if found else ""


def without_subject(before: str, after: str) -> str:
    """The words before a number without the subject that is only one of those counted (甲县是全省14个贫困县之一)."""
    if _ONE_OF.match(after) is None:
        return before
    verbs = list(_IS.finditer(before))
    return before[verbs[-1].end() :] if verbs else before


@lru_cache(maxsize=4)
def default_groups() -> Groups:
    """The vocabulary of seeds/, read once a process."""
    return Groups(phrases()["groups"])
