"""Words behind a number that announce it: the aim it is called, or what those it counts are to do or to become."""

from __future__ import annotations

import re
from typing import Any

from tasks.extract.cues import ABOUT
from tasks.vocabulary import either

_BOUND = "(?:以上|左右|以内|以下)?"
# 重要, 需要, 供应, 必须: the letters of an auxiliary inside another word.
INSIDE = "(?<![主重首次概纲想只以能可该此摘简险紧需供响适反效相对感回呼顺不])"
# 这1200名学员将…: those who are there.
_POINTED_AT = ("这", "该", "此", "这些", "那", "上述", "现有", "已有")
# 全市48家景区将于5月19日半价: all those of an area, of which something is to come true.
_ALL_THOSE = ("全市", "全省", "全县", "全区", "全州", "全旗")
# 每两个小时要检查一次: how long or how often something takes.
_LENGTHS = ("小时", "分钟", "天", "年", "月", "日", "周", "秒")
# 三分之一的企业计划将投资扩大: the share of those who say so.
_INTEND = re.compile(
    r"(?:以上|左右)?(?:的[^，,；;。\x02]{1,12}(?:企业|公司|机构|[人者民户工员生]))?(?:都|均|也)?(?:计划|打算|希望|预计|预期|准备|表示|认为|愿意|有意)"
)
_SHARES = ("%", "％", "一", "二", "三", "四", "五", "六", "七", "八", "九", "成", "半", "数")
# 等20种疾病的保障，要…: a topic without a verb of its own, and what is to be done about it.
_TOPIC_AHEAD = re.compile(r"^[^已了将有是为达确入]{0,30}(?<=等)$|^(?:全[省市县区乡镇国])?$")
_TOPIC = r"[^，,；;。、：\x01\x02了已是有为达占共均正在]{1,14}[，,](?:今年|明年|年内|都|均|也|全部|一律|\x01)*"


class Behind:
    """The words that announce from behind a number, compiled once from `status.yaml`."""

    def __init__(self, vocabulary: dict[str, Any], verbs: str) -> None:
        sure, auxiliaries = either(vocabulary["after_sure"]), either(vocabulary["after_auxiliaries"])
        adverbs, demands = either(vocabulary["adverbs"]), either(vocabulary["after_demands"])
        must = rf"(?:{INSIDE}(?:{demands})|(?<=[\x01都均])计划)(?:{adverbs}){{0,2}}{verbs}"
        self._aim = re.compile(
            rf"(?:[、和与及]\x02+)*{_BOUND}(?:{either(vocabulary['after'])}|的[^，,。；、\x02]{{0,4}}(?:目标|任务)"
            r"(?!安排|取得|已|完成|均|都|全部|基本|顺利|如期|得到|[\x01\x02]))"
        )
        self._soon = re.compile(rf"(?:、\x02+)?[^，,；;。、\x02]{{0,16}}?(?:{sure}|(?:{auxiliaries}){verbs}|{must})")
        self._topic = re.compile(rf"{_TOPIC}{must}")
        self._measures = tuple(vocabulary["measures_of_works"])
        self._work = re.compile(
            rf"[^，,；;。、\x02将拟]{{0,20}}?(?:{either(vocabulary['works'])})[^，,；;。、\x02]{{0,4}}?即将"
        )
        self._like = re.compile(rf"(?:{either(vocabulary['like'])})(?:{ABOUT}|达|超过?)?$")

    def of(self, clause: str, number: str, after: str) -> str:
        """The announcing words behind a number, "" for none."""
        if aim := self._aim.match(after):
            return aim.group()
        if clause.endswith(_POINTED_AT) or number.endswith(_LENGTHS):
            return ""
        if number.endswith(_SHARES) and _INTEND.match(after):
            return ""
        soon = self._soon.match(after) or (_TOPIC_AHEAD.search(clause) and self._topic.match(after))
        if soon and clause.endswith(_ALL_THOSE) and "将" in soon.group():
            return ""
        return soon.group() if soon else ""

    def is_like(self, clause: str, number: str, after: str) -> bool:
        """Whether a number says what a thing is like that is still to come (总投资23亿元的工程预计明年完工), or how
        large a work is that is about to open (3000吨维生素C生产线即将投产)."""
        if number.endswith(self._measures) and self._work.match(after):
            return True
        return after[:1] == "的" and self._like.search(clause) is not None
