"""Measures that a number takes over from those before it in its sentence: told again, of another area, in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_gaps import held_against
from tasks.extract.measures import Measured

_OR = frozenset(("或", "或者", "即", "约合", "约"))
_BRACKETS = ("（", "(")
# （全市11.1%）, （上年同期为5.2%）, （全国平均3%）: only whose or when.
_ELSEWHERE = re.compile(
    "(?![^（]{0,8}[占比])(?:[\u3400-\u9fff]{0,8}(?:[省市县区州国镇乡村盟旗]|平均|水平|行业|目标|计划|预期|同期|地区)|[\u3400-\u9fff]?\x01+(?:同期|年)?)"
    "(?:平均|水平|增速|增幅)?(?:为|是|达|约)?"
)
# 比全省平均水平（21%）高, 较去年同期（-1.1%）提高: the base of a comparison.
_BASE_AHEAD = re.compile("(?:[比较于出、][^，；]{0,12}|水平|同期|增速|平均|目标|\x01)[（(]$")
# 增加值增长5%，甲业、乙业增加值均超过10%: an amount is no share; only its growth is told in per cent.
_AMOUNT = re.compile("(?:增加值|产值|销售额|零售额|营业收入|进出口|出口|进口|产量|发电量|销量|投资额?)$")
_REACHES = re.compile(f"(?<![占比])(?:均|都|也|分别|更|高)*(?:超过?|突破|达到?|高达)(?:了|{ABOUT})*$")
# 上涨的有：衣着（3.1%）、食品（2.8%）: what stands in brackets went the way that the head of the list says.
_LIST_UP = "上涨|上升|增长|回升|提高|涨|升|增"
_LIST_DOWN = "下降|下跌|回落|下滑|减少|降低|收窄|降|跌|减"
_AGAINST = r"(?:[高低快慢大小]于|超过)[^，。；：（()）]{2,14}(?:[（(][^（()）]{1,8}[)）])?"
_LIST_HEAD = re.compile(
    rf"(?:(?P<down>{_LIST_DOWN})|{_LIST_UP})[幅速]?度?(?:[较最更][大高快多小低慢]|居前|靠前|明显|{_AGAINST})?的(?![^，。；：]{{0,6}}(?:原因|因素|占))"
    r"[\u3400-\u9fff]{0,8}?(?:依次|分别|主要)?(?:有|是|为|包括)[^。；;\n]*[（(]$"
)
_NEXT_LISTED = re.compile(r"[）)](?:[、，,和及与]|以及)[^。；;（()）\n]{1,24}[（(]$")
# 食品（5.1%）、衣着（3.8%）均涨，通信（0.3%）降: the verb may stand behind the list.
_LIST_TAIL = re.compile(
    rf"[）)](?:(?:[、，,和及与]|以及)[^。；;（()）\n\x02]{{1,16}}[（(]\x02+[）)])*等?(?:[^，。；\n]{{0,4}}(?:均|都|全|各))?(?:同比|环比|价格)?"
    rf"(?:(?P<down>{_LIST_DOWN})|{_LIST_UP})[了价]?(?=[，,。；;])"
)
# 增幅高于全市平均水平（13.5%）的有…: what they are held against grew as well.
_LIST_BASE = re.compile(
    r"(?:[增涨升]|(?P<down>[降跌]))[幅速]度?(?:均|都)?(?:[高低快慢大小]于|超过)[^，。；：（()）]{2,12}[（(]$"
)
# 涨幅最高的是衣着，为3.4%: the clause before says of what growth the figure is.
_FOREMOST_GROWN = re.compile(
    "(?:增速|增幅|涨幅|升幅|(?P<down>降幅|跌幅))(?:最[大高快多小低慢少]|居首|领先|靠前|居前|第[一二三])的?(?:则|就|还|也)?"
    "(?:是|为|属|当属|要数)[^，。；\x02]{1,14}[，,]$"
)
# 以甲市跌幅最明显，达2.75%; 乙市跌幅相对较小，为0.5%: of whose growth the clause before speaks.
_LARGE_GROWN = re.compile(
    "(?:增速|增幅|涨幅|升幅|(?P<down>降幅|跌幅|减幅))(?:最(?:为)?[大高深快小低慢多明][显]?|居首|居冠|相对?较?[大小高低]|较[大小高低])[，,]$"
)
# 涨幅最高的是衣着，为3.4%；其次是食品，为2.1%
_NEXT_FOREMOST = re.compile("(?:其次|再次|最[高低大小多少快慢]的)(?:则|就)?(?:是|为)[^，。\x02]{1,14}[，,]$")
_IS_ONLY = re.compile(f"(?:各|分别)?(?:上[涨升]|增长|下[降跌]|(?:高|仅|只)?(?:达|有|为|是))?[到了]?{ABOUT}?")
# 同比+12.5%: a bare sign behind what it is compared with; 教育业（+60%）: what went up.
_SIGNED = re.compile("(?:同比|环比|[较比](?:上年|去年|上月)(?:同期)?)[+＋-]?$")
_PLUS = ("+", "＋")
# …增长8.5%，去年是6.2%: the same of another time.
_OTHER_TIME = re.compile(
    f"(?:而|但|其中)?(?:\x01|[上去前当]年|上月|上期|同期|此前|之前)+(?:则|却|只|就)?(?:是|为|只有|仅为?|才){ABOUT}?"
)
# CPI年增2.73%，比6月的2.77%下滑: the same of the time that it is held against.
_OF_BASE = re.compile("(?:也|均|都|略|远|仍|且|并|而|但)*(?:比|较|低于|高于|不及|对比)\x01+(?:同[期月]|[当单]月)?的?")
# CPI年增1.6%，连续4个月低于2%: the bound that the same growth keeps to.
_KEPT_TO = re.compile(
    "(?:也|均|都|仍|已|且|并|而|但|再度|首度|首次|重新)*(?:连续?\x01*[0-9一二两三四五六七八九十]{0,3}个?[年月季]?度?|\x01+)?(?:都|均|仍|皆)?"
    "(?:低于|高于|跌破|突破|站上|升破|重返|守在|不到|不及|超过|维持在|保持在)"
)
# 比漫灌节水40%，省工50%: saved against the same.
_SAVES = re.compile(f"(?:还|也|又|并|且|同时|可|能)*(?:节|省|少[用施打])[\u3400-\u9fff]{{1,4}}?{ABOUT}?")
# …增长6.6%，实现了6.5%左右的预期目标: the growth that was aimed at.
_HELD_TO_AIM = re.compile(
    "(?:顺利|圆满|超额|如期|均|都|也)*(?:实现|完成|达到|超过?|超出|高于|低于|好于|优于|快于)了?"
    f"(?:\x01|年初|全年|年度|既定|预定)*(?:确定|制定|提出|设定)?的?{ABOUT}?"
)
_AIM = re.compile("(?:左右|以上|上下)?的?(?:\x01|年初|全年|年度|既定|预定|预期)*(?:发展|增长|调控)?目标")
_FOREMOST_REACH = 40
_OF_A_NAME = ("share", "ratio")
_NO_GROWN = ("率", "比重", "占比", "比例", "份额")
# 增加25.8万吨（5.16亿斤）: the same amount in another unit.
_UNITS = (
    frozenset(("吨", "公斤", "斤", "克", "千克", "担")),
    frozenset(("公顷", "亩", "平方米", "平方公里")),
    frozenset(("公里", "里", "米", "英里", "海里")),
    frozenset(("元", "美元", "港元", "欧元", "日元", "英镑")),
)


def _foremost(before: str, ahead: str) -> Measured | None:
    """The growth of the foremost of several, which the clause before says is told."""
    if not _IS_ONLY.fullmatch(before):
        return None
    ahead = ahead[-_FOREMOST_REACH:]
    found = _FOREMOST_GROWN.search(ahead) or _LARGE_GROWN.search(ahead)
    return Measured("growth", -1 if found["down"] else 1, "foremost") if found else None


@dataclass(slots=True)
class Told:
    """How the last number of the sentence was measured, its unit, and how the last per cent was."""

    last: Measured | None = None
    unit: str = ""
    rate: Measured | None = None

    def again(self, before: str, ahead: str, unit: str, name: str, measured: Measured, behind: str = "") -> Measured:
        """The measure of a number in the light of those before it.

        `before` are its words in its clause, `ahead` ends with the mark that the clause begins behind, `behind` is what
        follows the number, `measured` what its own words say.
        """
        if measured.measure == "share" and not before.strip() and ahead.endswith(_BRACKETS):
            tail = _LIST_TAIL.match(behind)
            measured = Measured("growth", -1 if tail["down"] else 1, "list of changes") if tail else measured
        said = self._of(before.strip(), ahead, unit, name, measured) or measured
        if said.measure == "share" and self.rate is not None and self.rate.measure == "growth":
            aimed = _HELD_TO_AIM.fullmatch(before.strip()) and _AIM.match(behind)
            said = Measured("growth", 1, "aim") if aimed else said
        self.last, self.unit = said, unit
        self.rate = said if unit == "%" else self.rate
        return said

    def _of(self, before: str, ahead: str, unit: str, name: str, measured: Measured) -> Measured | None:
        if measured.measure == "share" and (listed := self._listed(before, ahead)):
            return listed
        signed = _SIGNED.search(before) is not None or (before in _PLUS and ahead.endswith(_BRACKETS))
        if measured.measure == "share" and unit == "%" and signed:
            return Measured("growth", 1, "compared")
        if measured.measure in _OF_A_NAME and unit == "%" and (foremost := _foremost(before, ahead)):
            return foremost
        if self.last is None:
            return None
        if unit == self.unit and held_against(before, unit):
            return self.last
        if measured.measure == "level":
            same = any(unit in units and self.unit in units for units in _UNITS)
            restated = same and unit != self.unit and not before and ahead.endswith(_BRACKETS)
            return self.last if restated and self.last.measure == "change" else None
        if unit == "%" and measured.measure in _OF_A_NAME and self._held_to(before, ahead, name):
            return Measured("growth", 1, "base")
        return self._of_rate(before, ahead, name) if measured.measure == "share" else None

    def _of_rate(self, before: str, ahead: str, name: str) -> Measured | None:
        """The measure of a per cent behind another figure of its sentence."""
        if self.last is None:
            return None
        if self.last.measure == "change" and before in _OR:
            return Measured("growth", self.last.sign, "or")
        if self.rate is None or self.rate.measure != "growth":
            return None
        if _IS_ONLY.fullmatch(before) and _NEXT_FOREMOST.search(ahead[-_FOREMOST_REACH:]):
            return Measured("growth", self.rate.sign, "foremost")
        if _OTHER_TIME.fullmatch(before) and ahead.endswith(("，", ",")) and not name.endswith(_NO_GROWN):
            return Measured("growth", 1, "other time")
        in_bracket = ahead.endswith(_BRACKETS) or self.last.trigger == "bracket"
        if in_bracket and (_ELSEWHERE.fullmatch(before) or (not before and _BASE_AHEAD.search(ahead))):
            return Measured("growth", 1, "bracket")
        return Measured("growth", 1, "amount") if _AMOUNT.search(name) and _REACHES.search(before) else None

    def _held_to(self, before: str, ahead: str, name: str) -> bool:
        """Whether a per cent is what the growth before it is held against, or the bound that it keeps to."""
        if self.rate is None or self.rate.measure != "growth" or name.endswith(_NO_GROWN):
            return False
        kept = _KEPT_TO.fullmatch(before) is not None and ahead.endswith(("，", ","))
        return kept or _OF_BASE.fullmatch(before) is not None

    def _listed(self, before: str, ahead: str) -> Measured | None:
        """The growth of what stands in brackets behind its name in a list whose head tells which way all of it went,
        or of what is saved besides."""
        if self.last is not None and self.last.trigger == "saved" and _SAVES.fullmatch(before):
            return self.last
        if before or not ahead.endswith(_BRACKETS):
            return None
        if head := _LIST_BASE.search(ahead) or _LIST_HEAD.search(ahead):
            return Measured("growth", -1 if head["down"] else 1, "list of changes")
        again = self.last is not None and self.last.trigger == "list of changes" and _NEXT_LISTED.search(ahead)
        return self.last if again else None
