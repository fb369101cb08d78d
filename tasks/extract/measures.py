"""Level, share, growth, change, rank or ratio, and the sign, from the unit and the words around the number."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract import measures_forms as forms
from tasks.extract.cues import ABOUT
from tasks.vocabulary import backwards, either, read_yaml

_PERCENT = frozenset(("%", "‰", "1/10万"))
_WINDOW = 40
_DATE = "\x01"
_MENTION = "\x02"
_BETTER = "改善"
_INDEXES = ("指数", "PMI")
# 降低农产品40%以上的损耗: the per cent stands within what moves by it.
_OF_OBJECT = ("的", "以上的", "左右的")


class Measured(NamedTuple):
    """The kind of figure, its sign (1 or -1) and the words that decided."""

    measure: str
    sign: int
    trigger: str

    def signed(self, value: Decimal) -> Decimal:
        """A value as this kind of figure has it: a fall is below nothing."""
        return -value if self.sign < 0 and self.measure in ("growth", "change") and value > 0 else value


_RANK = Measured("rank", 1, "rank")


def _listed(previous: Measured, unit: str) -> Measured:
    """The measure of a number that continues a list: 下降2万人和10% is a change and a growth, 3万人、占10% a share."""
    if unit == "百分点":
        return Measured("change", previous.sign, "list")
    if unit in _PERCENT and previous.measure == "change":
        return Measured("growth", previous.sign, "list")
    if unit in _PERCENT and previous.measure == "level":
        return Measured("share", 1, "list")
    return previous


class Measures:
    """The measure vocabulary, compiled once; texts before a number are matched backwards from it."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        verbs, nouns = vocabulary["verbs"], vocabulary["nouns"]
        self._down = frozenset(verbs["down"]) | frozenset(nouns["down"])
        filler = rf"(?:{backwards(vocabulary['filler'])}|[\s{_DATE}])*+"
        reach = frozenset(vocabulary["no_filler_of_verbs"])
        verb_filler = rf"(?:{backwards(w for w in vocabulary['filler'] if w not in reach)}|[\s{_DATE}])*+"
        self._noun = re.compile(rf"{filler}({backwards([*nouns['up'], *nouns['down']])}|(?<=标目)的?长增)")
        self._verb = re.compile(rf"{verb_filler}({backwards([*verbs['up'], *verbs['down']])})(?![不每没未公]|有没)")
        self._amount_nouns: dict[str, int] = vocabulary["amount_nouns"]
        self._amount_noun = re.compile(rf"{filler}({backwards(self._amount_nouns)})")
        self._rate_names = tuple(vocabulary["rates"])
        self._rates = tuple(word[::-1] for word in vocabulary["rates"])
        self._growth_names = tuple(vocabulary["growth_names"])
        self._falls = tuple(name for name in self._growth_names if name in self._down)
        self._no_change_at = re.compile(rf"{verb_filler}({backwards(vocabulary['no_change'])})(?!出|多)")
        self._gap = re.compile(rf"(?<!不)(?<!不[得能应可许准宜该])({either(vocabulary['gap'])})[^，,；;]{{0,24}}$")
        self._bounded = re.compile(rf"(?:{either(vocabulary['gap'])})$")
        self._gap_down = frozenset(vocabulary["gap_down"])
        self._after = re.compile(
            rf"(?:{either(vocabulary['after_growth'])})|(?:左右|以上)?的[\u3400-\u9fff]{{0,6}}(?:增速|增长率|增幅|涨幅|升幅|跌幅|降幅|经济增长(?!的(?:份额|比重|占比|贡献|动力)))"
            r"|(?:左右|以上)?(?:增速|增幅|涨幅|升幅|跌幅|降幅|正?成长|增长)(?=的|，|。|；|,|;|$)"
            r"|(?:左右|以上)?的(?:[高中低较快速稳平两位数正负年均同比强劲]{1,5})增长(?:水平|势头|态势)?(?![\u3400-\u9fff])"
        )
        self._after_down = re.compile(
            rf"(?:{either(vocabulary['after_down'])})|(?:左右|以上)?(?:的[\u3400-\u9fff]{{0,6}})?(?:跌幅|降幅|负增长)"
        )
        self._index = re.compile(rf"(?:{either(vocabulary['index'])})")
        self._better_low = re.compile(rf"(?:{either(vocabulary['better_low'])})[\u3400-\u9fff]{{0,6}}$")
        self._of_speed, self._moved_by_speed = (
            frozenset(vocabulary["of_speed"]),
            frozenset(vocabulary["moved_by_speed"]),
        )
        self._saved = frozenset(vocabulary["saved"])
        self._object_by = re.compile(
            rf"({either(vocabulary['object_verbs'])})了?[\u3400-\u9fff]{{0,8}}(?:{ABOUT}|超过?|高达)?$"
        )
        self._moving = re.compile(
            rf"({either(vocabulary['moving_verbs'])})了?(?![到至为])(?:(?![到至为达占超的])[\u3400-\u9fffA-Z{_DATE}]){{2,10}}"
            rf"(?:(?<!率)|(?<=效率))(?<!{')(?<!'.join(vocabulary['no_moved'])})(?:{ABOUT}|超过?|高达)?$"
        )
        self._amount_of = re.compile(
            rf"(?:以上|左右)?的[\u3400-\u9fff]{{0,8}}?(?:{either(vocabulary['amounts_of'])})(?![\u3400-\u9fff])"
        )
        rivals = either(vocabulary["rivals"])
        self._rival = re.compile(
            rf"(?:[是为]|相当于|只有|不足|不到)(?:{rivals})(?![\u3400-\u9fff]{{0,4}}总)[\u3400-\u9fff]{{0,8}}的(?:{ABOUT}|超过?)*$"
        )
        self._compared = re.compile(r"比|较|同期|环比|同比")

    def of(self, unit: str, kind: str, before: str, after: str, previous: Measured | None, name: str = "") -> Measured:
        """The measure of a number from what stands before it in its clause and after it.

        `previous` is that of the number whose frame it shares in a list, if it does.
        """
        if unit == "名次" and previous is not None and previous.measure == "change":
            return previous
        if unit == "名次" or kind == "rank":
            moved = forms.MOVED_PLACES.search(before[-_WINDOW:])
            return Measured("change", -1 if moved[1][0] in "下后退降跌掉" else 1, moved[1]) if moved else _RANK
        if previous is not None:
            return _listed(previous, unit)
        if kind == "ratio":
            return Measured("ratio", 1, "ratio form")
        window = (forms.REMARK.sub("", before) if before[-1:] in ("）", ")") else before)[-_WINDOW:]
        grown = self._growth(window, after, name)
        if unit in ("百分点", "基点") or kind == "moved":
            return self._points(window, grown)
        if unit in _PERCENT:
            return self._percent(window, after, grown, name)
        if unit == "倍" and forms.TIMES_MORE.search(window):
            return Measured("ratio", 1, "times more")
        if unit == "倍" or kind == "multiple":
            return (
                Measured("growth", grown.sign, grown.trigger)
                if grown and grown.measure in ("verb", "noun") and grown.sign > 0
                else Measured("ratio", 1, "times")
            )
        if kind == "money" and forms.GAINED.match(after):
            return Measured("change", 1, "增收")
        return self._amount(window, after, grown, unit)

    def _growth(self, window: str, after: str, name: str = "") -> Measured | None:
        backwards = window[::-1]
        match = self._noun.match(backwards)
        if match and not backwards.startswith(self._rates, match.start(1)):
            word = match.group(1)[::-1].removesuffix("的")
            return Measured("noun", -1 if word in self._down else 1, word)
        match = self._verb.match(backwards)
        if match:
            word = match.group(1)[::-1]
            better = word == _BETTER and (
                self._better_low.search(window[: -match.end()]) or self._better_low.search(name)
            )
            return Measured("verb", -1 if word in self._down or better else 1, word)
        if self._after.match(after) and not (forms.CONTRIBUTED.search(window) or forms.GROWTH_FROM.match(after)):
            return Measured("after", -1 if self._after_down.match(after) else 1, after[:4])
        return None

    def _points(self, window: str, grown: Measured | None) -> Measured:
        pulled = forms.PULLED.search(window)
        if pulled:
            return Measured("change", -1 if pulled[1] in ("下拉", "拉低") else 1, pulled[1])
        gap = self._gapped(window, base=False)
        # 增速10.4个百分点 is how fast something grows, 降幅0.5个百分点 by how much a rate moved.
        if grown and grown.measure == "noun" and gap is None and not grown.trigger.endswith(("幅", *forms.GROWN_BY)):
            return Measured("growth", grown.sign, grown.trigger)
        if not grown and forms.SHORT_OF.search(window):
            return Measured("change", -1, "差")
        moved = None if grown or gap else forms.MOVED_DOWN.search(window)
        if moved:
            return Measured("change", -1, moved.group(1))
        return gap or Measured("change", grown.sign if grown else 1, grown.trigger if grown else "百分点")

    def _percent(self, window: str, after: str, grown: Measured | None, name: str) -> Measured:
        if (grown is None or grown.trigger in self._saved) and forms.SAVED.search(window):
            return Measured("growth", -1, "saved")
        if grown and grown.trigger in self._saved:
            return Measured("share", 1, grown.trigger)
        if grown:
            return Measured("growth", grown.sign, grown.trigger)
        if forms.OF_A_PLAN.search(window):
            return Measured("share", 1, "plan")
        if by := self._moved_by(window, after):
            return Measured("growth", -1 if by in self._down else 1, by)
        held = self._rival.search(window) or (forms.NO_SUM.search(name) and forms.HELD_TO.search(window))
        if held or forms.TIMES.search(window) or forms.OF_THE_MEAN.search(window):
            return Measured("ratio", 1, "相当于")
        if forms.GROWN_IS.search(window):
            return Measured("growth", 1, "增长为")
        if forms.PRICES_HELD.search(window) or forms.REVISED.search(window):
            return Measured("growth", 1, "prices")
        if self._index.search(window[-16:]):
            return Measured("ratio", 1, "index")
        if name.endswith(_INDEXES):
            return Measured("ratio", 1, "index")
        if name.endswith(self._growth_names) and not name.endswith(self._rate_names):
            return Measured("growth", -1 if name.endswith(self._falls) else 1, "name")
        apart = None if self._bounded.search(window) else self._gapped(window, "growth")
        return apart or Measured("share", 1, "%")

    def _moved_by(self, window: str, after: str) -> str:
        """The verb that moves something by a per cent, what it moves in front of that (上调票价15%) or behind it
        (降低农产品40%的损耗); "" for none."""
        if after.startswith(_OF_OBJECT):
            by = self._object_by.search(window) if self._amount_of.match(after) else None
        else:
            by = self._moving.search(window) if forms.ENDS_CLAUSE.match(after) else None
        return by[1] if by else ""

    def _gapped(self, window: str, measure: str = "change", *, base: bool = True) -> Measured | None:
        """By how much something is above or below something else; `base` where the number may be the other's own."""
        match = self._gap.search(window)
        ruled = forms.OF_A_RULE.search(window) or forms.SHARE_OF_THOSE.search(window)
        if match is not None and measure == "growth" and ruled:
            return None
        if (
            match is None
            or (base and forms.BASE_VALUE.search(window))
            or (measure == "growth" and _MENTION in match.group())
        ):
            return None
        return Measured(measure, -1 if match.group(1) in self._gap_down else 1, match.group(1))

    def _amount(self, window: str, after: str, grown: Measured | None, unit: str) -> Measured:
        hurried = grown is not None and grown.trigger in self._of_speed and unit not in self._moved_by_speed
        if (
            hurried
            or forms.PACE.match(after)
            or (unit in forms.MEMBERS and forms.MADE_RICHER.search(window))
            or ((unit in forms.MEMBERS or after[:1] != "的") and unit not in forms.MONEY and forms.WHOSE.match(after))
            or forms.FLOWS.search(window)
        ):
            return Measured("level", 1, "amount")
        if (
            unit == "个"
            and forms.POSTS_AHEAD.search(window)
            and (window.find("岗位", -8) > 0 or forms.POSTS.match(after))
            and not self._compared.search(window)
        ):
            return Measured("level", 1, "posts")
        flow = self._no_change_at.match(window[::-1]) if grown else None
        if (
            grown
            and (grown.measure == "verb" or grown.trigger in forms.GROWN_BY)
            and (flow is None or len(flow.group(1)) < len(grown.trigger))
        ):
            return Measured("change", grown.sign, grown.trigger)
        by_compare = grown and grown.measure == "verb" and self._compared.search(window[-14:])
        if grown and (by_compare or (grown.measure == "after" and forms.GROWS_BY.search(window))):
            return Measured("change", grown.sign, grown.trigger)
        net = forms.NET.search(window) if "净" in window else None
        if net:
            return Measured("change", 1 if net[1] == "增" else -1, net[1])
        raised = forms.RAISED.search(window)
        if raised and unit not in forms.MEMBERS:
            return Measured("change", -1 if raised.group(1) in self._down else 1, raised.group())
        if more := _more(window):
            return more
        shortened = forms.SHORTENED.search(window)
        if shortened:
            return Measured("change", 1 if shortened.group(1) == "延长" else -1, shortened.group(1))
        noun = self._amount_noun.match(window[::-1])
        if noun:
            return Measured("change", self._amount_nouns[noun.group(1)[::-1]], noun.group(1)[::-1])
        if "水位" in window and forms.ABOVE.search(window):
            return Measured("change", 1, "警戒")
        gap = None if window.endswith("的") else self._gap.search(window)
        if gap and (
            "水平" in window
            or "平均" in window
            or window.endswith(("标准", _DATE))
            or gap.group(1).startswith(forms.APART)
        ):
            return Measured("change", -1 if gap.group(1) in self._gap_down else 1, gap.group(1))
        return Measured("level", 1, "amount")


def _more(window: str) -> Measured | None:
    """By what amount something is more than something else or was raised, or what is saved against it."""
    more = forms.MORE.search(window)
    if more:
        return Measured("change", 1 if more[1] == "多" else -1, more[1] or more[2])
    exceeds = forms.EXCEEDS.search(window)
    if exceeds:
        return Measured("change", -1 if exceeds[1] in ("低于", "少于") else 1, exceeds[1])
    if forms.RAISED_STANDARD.search(window):
        return Measured("change", 1, "新增")
    return Measured("change", -1, "saved") if forms.SAVED.search(window) else None


@lru_cache(maxsize=4)
def default_measures() -> Measures:
    """The vocabulary of seeds/, read once a process."""
    return Measures(read_yaml("measures.yaml"))
