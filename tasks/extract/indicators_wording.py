"""Trims the words around a number down to the words that say what is measured (seeds/vocabulary/phrases.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from tasks.extract.indicators_asides import is_as_before, is_aside, is_record, only_moves, without_growth
from tasks.extract.indicators_openings import without_item
from tasks.extract.indicators_trim import SPACE, Trim
from tasks.vocabulary import either, read_yaml, vocabulary_path

_RANK_VERB = re.compile(
    r"(?:更是|更|继续|连续\x01*|稳|均|(?<![成首新花丰于江宜武])都|也|一直|再次|首次|首|已|跃|跻|上|提|攀|并)*(?:位居|位列|名列|(?:位次|座次)(?:同样|依然|仍然?|[也还均都则])*(?:[是为居列]|排在|位居|位列)?|(?<!综合)排名|排位|排在|[位居列]|排(?!行|名|序|放|污|水|除|查)|升[至到]|升为|身|进入|保持|蝉联|成为|名次|[从由]|夺得|获得?|荣获|(?<=\x01)(?=全|世界|我国|国内|亚洲|行业))([^，,；;。]{0,12})$"
)
# 总量在全省的位次前移到第9位: the noun of rank and how it moved.
_RANK_NOUN = re.compile(
    r"[在居]\x01*([^，,；;。、的在]{1,10}?(?<!领域)(?<!方面))的?(?:(?:位次|名次|座次)|(?:排名|排位)(?=.))"
    r"(?:[也则都均已仅还就]|跃|攀|[由从]\x01*)*"
    r"(?:前移|后移|上移|下移|上升|提升|提高|跃升|攀升|下降|下滑|滑落|[升降退跌进变])*[到至为是由从在]?\x01*$"
)
# 不得低于, 不应少于, 不能高于, 须高于: how one thing is bounded by another.
_NO_LESS = "不(?:得|能|应|可|许|准|该|宜|要)?(?:再)?(?:低于|少于|小于|高于|多于|大于|超过)"
_BOUNDED = f"(?:{_NO_LESS}|(?:应当?|必?须|需|要)?(?:高于|超过|大于|低于|少于|小于))"
_TIMES = re.compile(
    rf"按?(?:是|为|达到?|相当于|{_BOUNDED})(\x01*[\u3400-\u9fff“”]{{2,20}})的$"
    rf"|按?(?:相当于|{_NO_LESS})(\x01*[\u3400-\u9fff“”]{{2,20}})$"
)
# 分季度看, 从结构来说: how one looks at it is no subject.
_VIEWED = ("看", "来说")
# 月薪在2万元以下的劳工数: a noun that a limit delimits is a subject as a whole.
_DELIMITED = re.compile(r"以[上下内外]的[\u3400-\u9fff]{1,7}[人户家数员工者业量率]$")
_SEIZED = ("侵占", "抢占", "霸占", "挤占", "强占")
# 甲市GDP数据正式发布，为900亿元: what was published is the subject.
_ISSUED = re.compile(
    r"^(.{2,24}?)(?:(?:数据|统计结果|核算结果|成绩单)(?:今天|今日|日前|近日|正式|也|已)*(?:发布|公布|出炉|揭晓)"
    r"|(?:今天|今日|当日|日前|近日|\x01)*正式(?:发布|公布|推出|上线))$"
)
# 增幅与收入相同: how it moves beside another.
_MOVES_ALIKE = re.compile(
    "(?:增|降|涨|跌|升)[幅速](?:也|均|都)?(?:与|和|同|跟)[^，。]{1,14}?(?:相同|持平|一致|相当|同步|一样|相近)"
)
_REMARK = re.compile("[（(][^（()）]{0,40}[）)]")
# 集中供养的，每人…; 对各类资产，我省逐一核实，总额….
_HEADLESS = re.compile(r"(?:其中)?(?P<sort>(?!有|是|对|从|在|以|按)[\u3400-\u9fff]{2,8})的[，,]?")
_FRONTED = re.compile(
    r"(?:针?对|把|将)(?!此|这|该|其|他|她)(?:各级|各类|各种|所有|全部)*(?P<object>[\u3400-\u9fff]{2,14})[，,]?"
)
# 特困人员这一块，标准…: what the talk is of.
_TOPIC = re.compile(
    "(?:再?来?看|说到|至于|关于|对于)?(?P<topic>[\u3400-\u9fff]{2,12}?)(?:[这那]一?[块头边]|[这那]一?部分|[这那]一?(?:群体|领域|板块))[，,]?"
)
# 总量接连跨过两个万亿元大关: what was passed is no subject.
_STEPPED = re.compile(
    r"(?:接连|连续|相继|先后|连)?(?:跨[过上越]|迈[上过]|突破|站上|跃上)了?[^，、]{0,10}(?:台阶|大关|关口)$"
)
# 甲业、乙业和丙业三个行业增加值增势较好，分别增长…: all of them, and not how they grow.
_OF_BRANCHES = re.compile("业(?:等)?[0-9二两三四五六七八九十]{1,2}[个大](?:[\u3400-\u9fff]{2})?(?:行业|门类|产业|板块)")
_BRANCHES = 120
_OBJECT = 24
# 甲省、乙省增幅较大，分别增长9%、8%: how they move is no name of theirs.
MOVE_NOUNS = "增幅|降幅|涨幅|跌幅|增速|升幅"
_LARGE_MOVES = re.compile(f"(?<={MOVE_NOUNS})(?:较|最|更|明显|居|靠|领|相对|均|都)[大小高低快慢前先]+$")
# 至甲港航线完成货运规模最大，达9万吨: the whole of it is the subject.
# 比例最高的是玉米，占46%
_FOREMOST_IS = re.compile(
    "^[\u3400-\u9fff]{0,10}?(?:最[高低大小多少快慢强好]|居首|领先"
    "|走[高低强弱]|[上下]涨|[上下][升降跌滑]|回[升落]|增[长加]|减少|持平)的(?:就|还|只有|则|也)*(?:是|为|要数|当属)?(?<=[是为有数属])(?=..)"
)
_FOREMOST = re.compile("(.{6,24}?(?:规模|量|额|数|值|面积|收入|产值|人数|价格))(?:最[大高多快低小少长]|居首)$")
# 增速较快的有甲县, 增幅高于全市平均水平的有乙县: what some lead in.
_ABOVE = re.compile(
    "(.{0,22}?(?:[增降涨跌升]幅|增速|进度|占比|比重|[^比]率))(?:[较最更][高低快慢大小]|居前|靠前|(?:[高低快慢]于|超过).{2,14})的(?:主要|依次)?(?:有|包括)"
)
# 第二是草地, 紧随其后的是玉米: what holds a place in a list told by size.
_PLACED = re.compile(
    "^(?:排|位?居)?(?:第[一二三四五六七八九十]|其次|再次|再往后|接着|紧跟着|紧接着|接下来|然后|随后|紧随其后|最后)[位名]?的?(?:则|就|便)?(?:是|为|当属)(?=..)"
)
_THOSE = re.compile("(?:(?!是)[\u3400-\u9fff]){6}的[，,]?\\s*$")
# 受疫情影响，…: why it came so is no subject.
AFFECTED = re.compile("受(?:此|[^，。；]{1,16}?)的?(?:影响|拖累|带动|推动|冲击|刺激|提振)")
# 把时间放宽到连续就业3个月以上: the limit that is set instead.
_WIDENED = re.compile(
    "^(?:如果|若|即使|哪怕|就算)?(?:把|将)[\u3400-\u9fff]{1,8}?(?:放宽|放低|放松|降低|延长|扩大)[到至](?=.{4})"
)
# 局地达44.6℃, 夜里零下5℃: how warm it is there, no more being said.
_DEGREES = frozenset(("℃", "摄氏度"))
_WHERE_ALONE = re.compile(
    "^$|(?:局地|地区|部分|大部|[南北东西]部|[南北]方|站点|境内|夜里|夜间|白天|早晨|午后|山区|[市县省乡镇])$"
)
# A list is not cut within its members.
_LIST = 30
SHARES = frozenset(("%", "‰"))
# 以及, 35岁以下: this 以 begins no predicate.
_NO_BY = frozenset("及上下内外")
# 草地以及湖泊水面等生态功能较强的地类: the sort that examples are of.
_SORT_OF = re.compile("[^，；。]*、[^，；。等]{0,30}等(?P<sort>[\u3400-\u9fff]{2,14}的[\u3400-\u9fff]{2,8})$")
_DONE_TO, _PAIR = frozenset("建修种发架盖铺挖养栽投捐卖买办装"), 2
_BACKGROUND = ("背后", "同时", "过程中", "基础上")
# 景区接待20万人次: who is received.
_VISITORS = frozenset(("人", "人次"))


def _said_plainly(base: str) -> str:
    """What a figure is a multiple of, without quotes and dates (“十一五”, 2011年底发布时)."""
    return base.replace("“", "").replace("”", "").replace("\x01", "")


class Wording(Trim):
    """The phrase vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any], whole_words: Iterable[str]) -> None:
        super().__init__(vocabulary, whole_words)
        self._predicate = re.compile(either(vocabulary["predicate"]))
        self._state = re.compile(
            f"(?<=..)(?:{either(vocabulary['states']['degrees'])}){{0,3}}(?:{either(vocabulary['states']['adjectives'])})$"
        )
        self._pronouns = frozenset(vocabulary["pronouns"])
        self._someone = tuple(vocabulary["members"]["someone"])
        self._reporting = tuple(vocabulary["reporting"])
        self._unit_nouns: dict[str, str] = vocabulary["unit_nouns"]
        self._verb_nouns: dict[str, str] = vocabulary["verb_nouns"]
        self.wheres = frozenset(vocabulary["wheres"])

    def rank_of(self, before: str) -> tuple[str, str]:
        """What is ranked and the field: the words before and after the verb of rank (总量居全国 → 总量, 全国)."""
        match = _RANK_NOUN.search(before) if "次" in before or "排" in before else None
        if match:
            return before[: match.start()], match.group(1)
        match = _RANK_VERB.search(before)
        return (before[: match.start()], match.group(1)) if match else (before, "")

    @staticmethod
    def times_of(before: str) -> tuple[str, str] | None:
        """What N times is said of, and against what (收入达到全县平均水平的1.1倍 → 收入, 与全县平均水平之比)."""
        match = _TIMES.search(before)
        return (before[: match.start()], f"与{_said_plainly(match[1] or match[2])}之比") if match else None

    def completed(self, name: str, unit: str) -> str:
        """The name with the noun that its unit or its closing verb calls for (42岁 → 年龄)."""
        if name.endswith("占") and not name.endswith(_SEIZED):
            amount = unit not in SHARES and self.dependent_tail(name[:-1]) != ""
            return name[:-1] if amount else name + "比"
        if name.endswith("每小时"):
            name = self._strip_tail(name.removesuffix("每小时"))[0]
        if name.endswith(("速度", "时速")):
            return name
        if name.endswith("接待") and unit in _VISITORS:
            return name + "游客"
        if unit in _DEGREES:
            return name + "气温" if _WHERE_ALONE.search(name) else name
        if unit == "千瓦时" and "电" in name:
            return name
        noun = self._unit_nouns.get(unit) or self._verb_nouns.get(name[-1:])
        if not name and unit == "岁":
            return noun or name
        return (
            name + noun
            if noun and name and noun not in name and noun[-1] not in name[-2:] and name[-1] != "量"
            else name
        )

    def _bare(self, clause: str, regions: tuple[str, ...]) -> str:
        """A clause without a number, without what opens it; "" for one that only says how something moves."""
        text = without_item(clause).strip(SPACE)
        text = _WIDENED.sub("", text) if "到" in text or "至" in text else text
        text = _FOREMOST_IS.sub("", text, count=1) if "的" in text else text
        text = self.tidy(self._strip_head(text, regions))
        if text[:1] in "增降涨跌升" and _MOVES_ALIKE.fullmatch(text):
            return ""
        text = _PLACED.sub("", text, count=1) if text[:1] in "排位居第其再接紧然随最" else text
        text = _STEPPED.sub("", text) if text.endswith(("台阶", "大关", "关口")) else text
        text = self._state.sub("", _LARGE_MOVES.sub("", text) if text[-1:] in "大小高低快慢前先" else text)
        return "" if only_moves(text) or text.startswith(("剔除", "扣除")) else text

    def subject(self, clause: str, regions: tuple[str, ...] = (), longest: int = 20) -> str:
        """The subject of a clause without a number: what stands before its predicate, the end of a long one."""
        return _subject(self, clause, regions, longest)

    def read_subject(self, clause: str, regions: tuple[str, ...], longest: int) -> str:
        """The same, read anew."""
        text = self._bare(clause, regions)
        if AFFECTED.fullmatch(text):
            return ""
        issued = _ISSUED.match(text)
        if issued:
            return issued.group(1)
        if (
            (self._predicate.match(clause.lstrip(SPACE)) and _FOREMOST_IS.match(clause.strip(SPACE)) is None)
            or self._predicate.match(text)
            or text.endswith(self._reporting)
            or text.endswith(_BACKGROUND)
            or is_as_before(text)
        ):
            return ""
        if is_aside(text) or is_record(text):
            return ""
        if _DELIMITED.search(text):
            return text[-20:]
        foremost = _FOREMOST.match(text) or _ABOVE.match(text)
        if foremost:
            return foremost.group(1)[-20:]
        # 劳动力实现就业的，有3万人: those of whom it is said are the subject as a whole.
        whole = len(text) <= longest and _THOSE.search(clause) is not None
        short = text if whole else text[: self._predicate_at(text)]
        if short in self._pronouns:
            return ""
        if len(short) > longest and "等" in short and (sort := _SORT_OF.fullmatch(short)):
            return sort["sort"]
        longest = max(longest, _LIST) if "、" in short[-_LIST:] else longest
        return short[-longest:] if len(short) >= 2 and not self.needs_subject(short) else ""

    def _predicate_at(self, text: str) -> int:
        """Where the predicate begins: its first word that is no piece of a longer one (能 of 能源)."""
        for match in self._predicate.finditer(text, 2):
            at = match.start()
            if match.group() == "以" and text[at + 1 : at + 2] in _NO_BY:
                continue
            around = (text[at : at + 2], text[at - 1 : at + 1])
            if self._keep_head.match(text, at) or (len(match.group()) == 1 and self._ends_kept(text, match.end())):
                continue
            if len(match.group()) > 1 or self._whole.isdisjoint(around):
                return at
        return len(text)

    def _ends_kept(self, text: str, end: int) -> bool:
        """Whether a word that is never cut ends here (储能, 职能)."""
        return text[end - 1] in self._keep_lasts and self._keep.match(text[end - 1 :: -1]) is not None

    def object(self, clause: str, regions: tuple[str, ...] = ()) -> str:
        """A clause without a number as a phrase: what a following 达到 may be about."""
        text = self._bare(clause, regions)
        if is_aside(text) or text.endswith((*_VIEWED, *self._reporting)) or text in self._carry_noun:
            return ""
        if text in self._pronouns:
            return ""
        text = without_growth(text)
        longest = _BRANCHES if "、" in text and _OF_BRANCHES.search(text) else _OBJECT
        return text[-longest:]

    def lone_noun(self, clause: str, regions: tuple[str, ...] = ()) -> str:
        """The noun that a clause without a number consists of where it cannot stand alone (总量接连跨过…大关: 总量)."""
        text = self._bare(clause, regions)
        return text if self.is_carry_noun(text) and not self.is_growth_noun(text) else ""

    def is_someone(self, words: str) -> bool:
        """Whether words name people (失能老人, 合作社社员)."""
        return words.endswith((*self._someone, "员", "者", "民"))

    def without_verb(self, name: str) -> str:
        """The thing alone where a name ends in a bare verb that was done to it (冷库建了5座 → 冷库)."""
        verb = len(name) > _PAIR and name[-1] in _DONE_TO and name[-_PAIR:] not in self._whole
        return name[:-1] if verb and not self._ends_kept(name, len(name)) else name

    def headless(self, clause: str) -> str:
        """Of which sort the next figures are, where a clause says only that (集中供养的，每人…), "" elsewhere."""
        found = _HEADLESS.fullmatch(_REMARK.sub("", clause).strip())
        return found["sort"] if found and found["sort"] not in self._whole else ""

    def fronted(self, clause: str) -> str:
        """What a clause puts in front of who deals with it (对扶贫项目资产，我省逐一核实), "" elsewhere."""
        found = _FRONTED.fullmatch(clause.strip())
        return self.tidy(found["object"]) if found else ""

    def topic_of(self, clause: str) -> str:
        """What a clause says the talk is of (特困人员这一块), "" elsewhere."""
        found = _TOPIC.fullmatch(clause.strip())
        return found["topic"] if found else ""

    def unit_noun(self, unit: str) -> str:
        """The noun that a unit calls for where the name does not say it (平方米: 面积), "" for none."""
        return self._unit_nouns.get(unit, "")


@lru_cache(maxsize=128)
def _subject(wording: Wording, clause: str, regions: tuple[str, ...], longest: int) -> str:
    """The subject of a clause: several numbers of a sentence ask for that of the same one."""
    return wording.read_subject(clause, regions, longest)


@cache
def phrases() -> Any:
    """The phrase vocabulary (seeds/vocabulary/phrases.yaml) as plain values, read once a process."""
    return read_yaml("phrases.yaml")


@cache
def default_wording() -> Wording:
    """The vocabulary of seeds/, read once a process."""
    lines = vocabulary_path("phrases_whole_words.txt").read_text(encoding="utf-8").splitlines()
    return Wording(phrases(), (line for line in lines if line and not line.startswith("#")))
