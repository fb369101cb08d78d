"""Trims the words around a number down to the words that say what is measured (seeds/vocabulary/phrases.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract.indicators_counted import listed_thing, thing_before_list
from tasks.vocabulary import backwards, either, read_yaml, vocabulary_path

_MARKS = "\x01\x02"
_LOOSE = rf"[\s{_MARKS}、，,；;：:。“”\"'‘’《》（）()\[\]【】…—–\-·．.~～/%]"
_SPACE = f" \t\u3000{_MARKS}"
_ROUTE = re.compile(r"[站铁机高大]|.{0,6}[至到—]")
_WHOLE = re.compile(
    r"(?:左右|以上|以下)?的(?!基础|目标|速度|增|涨|降|跌|水平|幅度|比例|比重|份额|占比|高|低|优惠|折扣|概率|可能|成绩)"
)
_RANK_VERB = re.compile(
    r"(?:更是|更|继续|连续\x01*|稳|均|都|也|一直|再次|首次|首|已|跃|跻|上|提|攀|并)*(?:位居|位列|名列|(?<!综合)排名|排位|排在|[位居列]|排(?!行|名|序|放|污|水|除|查)|升[至到]|升为|身|进入|保持|蝉联|成为|名次|[从由]|夺得|获得?|荣获|(?<=\x01)(?=全|世界|我国|国内|亚洲|行业))([^，,；;。]{0,12})$"
)
_TIMES = re.compile(r"(?:是|为|达到?|相当于|不低于|高于|超过)([\u3400-\u9fff]{2,16})的$")
_NO_HANZI = re.compile(r"[^\u3400-\u9fffA-Za-z]*")
_AFTER_DATE = "间内里中底末初来起时后前份"
_BRACKET = re.compile(r"[（(【\[][^（()）\]】]{0,60}[)）\]】]")
_OPEN_BRACKET = re.compile(r"[（(].*$|^[^（(]*[)）]")
_OF_WHICH = re.compile(r"在?[^，、]{1,10}中共?有(?=..)")
_EXAMPLES = re.compile(r"^(?:[^、]{1,15}、){1,12}[^、]{1,15}?等(?=[^、])")
_SHORT_LIST = re.compile(
    r"[^、，]{1,6}(?:、(?!数[十百千万]|[几两三四五六七八九十])[^、，]{1,6}){0,2}、(?!数[十百千万]|[几两三四五六七八九十])[^、，]{1,20}$"
)
_BOUND = re.compile(r"^(?:(?:及?以[上下内]|左右|上下|不等)的?|新?(?:大关|关口|台阶))")
_ATTRIBUTES = re.compile(r"^[^、的]{2,6}、(?=[^、的]{2,8}的[^、]{2,})")
# 24小时内有效, 30个工作日内完成批复: 内 belongs to the time.
_WITHIN_TIME = re.compile("^之?内(?=有效|完成|办结|批复|答复|可|能|到达|送达|报送|拨付|提出|申请|另行)")
_SPENT = ("下拨", "拨付", "投入", "斥资", "财政安排", "拿出", "筹措", "筹集", "募集", "落实", "列支")
_COMPARE = re.compile(
    r"(?:^|(?<=[^占环同对相无可百之产销价贷报]))"
    r"(?:相比|同比|环比|比(?!重|例|率|值|分)|较(?!强|大|好|差|多|高|低)|同(?=期|上年|去年|上月))[^，,；;、]{1,18}$"
)
# 生产总值连跨两个万亿元台阶、年均增长6%: what it passed is no part of its name.
_STEPPED = re.compile(r"(?<=..)(?:连续|连)?(?:跨[过上越]?|迈[上过]|突破|站上|跃上)[^，、]{0,10}(?:台阶|大关|关口)、?$")
# 比以前缩短了两小时: nothing is left of the comparison but its first word.
_BARE_COMPARISON = re.compile(r"(?:^|(?<=[^占环同对相无可百之产销价贷报性计]))[比较]$")
# 分季度看, 从结构来说: how one looks at it is no subject.
# 比上年新增3637元: a change, no new thing counted.
_ADDED = re.compile("(?:比|较)[^，,；;、]{1,8}新增了?$")
# 9800点的收盘点位较前一交易日跌: what it is compared with is no name.
_COMPARED_BEHIND = re.compile("(?<=..)(?<![环同])(?:较|比)(?:前|上(?![涨升])|去年|昨|年初|同期)[^，]{0,12}$")
# 逼近820万吨的历史最高点: how far it is from it is no name.
_EXTREME = re.compile(
    "的?(?:历史|年内|阶段性?|近期)?(?:最?[高低](?:点|位|值)|最[高低]水平|新[高低]|峰值|关口|大关|整数关口?)"
    "(?:之?后[\u3400-\u9fff]{0,10})?"
)
_VIEWED = ("看", "来说")
# 月薪在2万元以下的劳工数: a noun that a limit delimits is a subject as a whole.
_DELIMITED = re.compile(r"以[上下内外]的[\u3400-\u9fff]{1,7}[人户家数员工者业量率]$")
# 1.地级市…, （一）全县…, ①…, ★…, 【工业】…: the mark of an item.
_ITEM = re.compile(
    r"^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z])(?:[）)]|[.．、](?![\d二三四五六七八九]))[.．、]?"
    r"|[①-⒇㈠-㈩Ⅰ-Ⅻ❶-❿★☆●○◆◇■□▲△◎※•·]+[.．、]?|【[^】\x02]{1,12}】)\s*"
)
_SEIZED = ("侵占", "抢占", "霸占", "挤占", "强占")
# 甲市GDP数据正式发布，为900亿元: what was published is the subject.
_ISSUED = re.compile(
    r"^(.{2,24}?)(?:(?:数据|统计结果|核算结果|成绩单)(?:今天|今日|日前|近日|正式|也|已)*(?:发布|公布|出炉|揭晓)"
    r"|(?:今天|今日|当日|日前|近日|\x01)*正式(?:发布|公布|推出|上线))$"
)
# 降幅收窄, 增势强劲, 开始止跌回升: how it moves is no subject.
_MOVES = re.compile(
    "(?:开始|逐步|逐渐|明显|持续|继续|总体|整体|降幅|增幅|增势|涨势|跌势|势头|走势|发展|呈现?)*(?:止跌|触底)?"
    "(?:回升|企稳|回落|收窄|扩大|强劲|向好|明显|加快|放缓|平稳|稳健|良好|迅猛|喜人|不减|反弹|上扬|旺盛)+(?:态势|趋势)?"
)
# 至甲港航线完成货运规模最大，达9万吨: the whole of it is the subject.
_FOREMOST = re.compile("(.{6,24}?(?:规模|量|额|数|值|面积|收入|产值|人数|价格))(?:最[大高多快低小少长]|居首)$")
_RECKONED = re.compile(r"(?:^|(?<=，))按[^，。；]{2,14}(?:计算|折算|换算|测算)，?$")
# 按常住人口计算人均产值, 按可比价格计算的增加值
_RECKONED_BY = re.compile(r"(?:^|(?<=\x01))按[^，。；\x02]{2,14}(?:计算|折算|换算|测算)的?(?=[\u3400-\u9fff]{4})")
# 失业率为近年最低
_FARTHEST = ("最低", "最高", "新低", "新高", "最好水平")
_BY_FAR = re.compile("(?<=...)(?:[为创达]了?|是)(?:近|多年|历史|有|历年|同期|自|开展|\x01)[\u3400-\u9fff\x01]{0,8}$")
SHARES = frozenset(("%", "‰"))
_BACKGROUND = ("背后", "同时", "过程中", "基础上")
_ASIDE = re.compile(
    r"[与和同比较][^，,]{0,16}(?:相比|比较|相较)(?:而言|来看)?|相比(?:之下|而言)?|相较于?.*|作为.*|.*(?:北京|当地)时间.*"
)
_COMPARISON = re.compile(r"([\u3400-\u9fff]{2,4}?)(?:占|比(?!重|例|率|值)|快于|慢于|高于|低于|高出|低出)")
# 100人以下的近7900个: a limit is no name.
_LIMIT_ONLY = re.compile(r"[\d.,]+[万亿]?[\u3400-\u9fff]{1,3}")
# 按当年价格增长, 现价增长: how growth is reckoned.
_AT_PRICES = re.compile("按?(?:\x01|当年|现行|可比|不变|基期)*(?:价格?|现价)(?:计算)?$")
_PRICE_WORDS = frozenset(("现价", "可比价", "不变价", "可比价格", "不变价格", "当年价格"))
_QUOTES = re.compile(r"[“”\"]")


class Trimmed(NamedTuple):
    """What is left of the words before a number, and which kinds of words stood at their end."""

    text: str
    kinds: frozenset[str]


# 发布《大河》《长江》等20部: works told by their titles, the first of which may begin too far back.
_TITLES = re.compile(
    r"(?:^[^《》]{0,30}》[、，,和及与]?)?(?:《[^《》]{1,30}》[、，,和及与]?)+等(?:[^，。；]{0,2})$|^[^《》]{0,30}》等$"
)


class Wording:
    """The phrase vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any], whole_words: Iterable[str]) -> None:
        whole = frozenset(whole_words)
        self._whole = whole
        self._whole_backwards = frozenset(word[::-1] for word in whole)
        self._compile_ends(vocabulary)
        self._compile_carry(vocabulary["carry"])
        self._inner = re.compile(rf"[从由自]\x01+|[\s{_MARKS}，,；;：:。《》]+|{either(vocabulary['inner'])}")
        self._predicate = re.compile(either(vocabulary["predicate"]))
        self._reporting = tuple(vocabulary["reporting"])
        self._unit_nouns: dict[str, str] = vocabulary["unit_nouns"]
        self._verb_nouns: dict[str, str] = vocabulary["verb_nouns"]
        self._doing = re.compile(rf"([^、，]{{2,14}}?(?:{either(vocabulary['doing'])}))(?=[^、，]{{1,15}}、)")
        self.wheres = frozenset(vocabulary["wheres"])

    def _compile_ends(self, vocabulary: dict[str, Any]) -> None:
        """What is cut from the ends of a phrase. The sets of first characters spare most of the matching."""
        tail: dict[str, list[str]] = vocabulary["tail"]
        self._kind_of = {word[::-1]: kind for kind, words in tail.items() for word in words}
        words = backwards(word for group in tail.values() for word in group)
        self._tail = re.compile(rf"[{_AFTER_DATE}]?\x01+(?:比[相同环]|[比较])?|{_LOOSE}+|({words})")
        self._tail_lasts = frozenset(_AFTER_DATE) | frozenset(word[0] for word in self._kind_of)
        self._keep = re.compile(f"(?:{backwards(vocabulary['keep_tail'])})")
        self._keep_lasts = frozenset(word[-1] for word in vocabulary["keep_tail"])
        self._keep_head = re.compile(f"(?:{either(vocabulary['keep_head'])})")
        self._head_word = re.compile(
            rf"[一二三四五六七八九十]{{1,3}}(?:是(?!否)|要(?!素|求|点|件))|(?:相[比较]|相较于|[比较])\x01+(?:同期|同月|末|底)?|(?:以上|上述)?[两二三四五六七八九十]+(?:市|县|省|者|地|区|项|类)合计|\x01+(?:(?!来[台华京沪陆访])[{_AFTER_DATE}]|期间|以来)?|{_LOOSE}+|{either(vocabulary['head'])}"
        )
        self._head_firsts = frozenset(word[0] for word in vocabulary["head"]) | frozenset(
            "相比较两一二三四五六七八九十"
        )
        self._right = re.compile(rf"(?:{_LOOSE}|{backwards(vocabulary['right_tail'])})+")

    def _compile_carry(self, carry: dict[str, list[str]]) -> None:
        """Phrases that take their subject from elsewhere."""
        verbs = [*carry["verbs"], *carry["growth"]]
        self._carry_verb = re.compile(f"(?:{either(verbs)})")
        self._carry_firsts = frozenset(verb[0] for verb in verbs)
        self._spending = frozenset(carry["spending"])
        self._fresh = tuple(carry["fresh"])
        self._parts = frozenset(carry["parts"])
        self._deeds = frozenset(carry["deeds"])
        self._growth_noun = frozenset(carry["growth"]) | frozenset(carry["plans"])
        self._carry_noun = frozenset(carry["nouns"]) | frozenset(carry["rates"]) | self._growth_noun
        self._degree = re.compile(rf"(?:{either(carry['degrees'])}|每[\u3400-\u9fff])+")
        self.rates = frozenset(carry["rates"])

    def before(self, text: str, regions: tuple[str, ...] = ()) -> Trimmed:
        """What stands before a number without reach, change and linking words, dates and the area in front."""
        text = _ITEM.sub("", text)
        text = _BRACKET.sub("", text) if "）" in text or ")" in text else text
        added = _ADDED.search(text) if "新增" in text[-3:] else None
        text = text[: added.start()] if added else text
        stripped, kinds = self._strip_tail(_TITLES.sub("", text) if "》" in text else text)
        if added:
            kinds |= {"change", "compare"}
        if "change" in kinds or "bound" in kinds:
            shorter = _BARE_COMPARISON.sub("", _COMPARE.sub("", stripped))
            if shorter != stripped:
                stripped, more = self._strip_tail(shorter)
                kinds = kinds | more | {"compare"}
        if "change" in kinds and stripped.endswith(("价", "价格")):
            stripped = _AT_PRICES.sub("", stripped) if "按" in stripped[-8:] or stripped in _PRICE_WORDS else stripped
        stripped = _STEPPED.sub("", stripped)
        stripped = _RECKONED.sub("", stripped) if stripped.endswith("算") else stripped
        stripped = _RECKONED_BY.sub("", stripped) if "算" in stripped[:20] else stripped
        stripped = _BY_FAR.sub("", stripped) if stripped.endswith(_FARTHEST) else stripped
        stripped = self._strip_head(stripped, regions)
        if "中" in stripped:
            stripped = _OF_WHICH.sub("", stripped, count=1)
        stripped = self.tidy(stripped)
        return Trimmed("" if _LIMIT_ONLY.fullmatch(stripped) else stripped, frozenset(kinds))

    def head_off(self, text: str, regions: tuple[str, ...] = ()) -> str:
        """Words without the area and the linking words in front of them."""
        return self._inner.sub("", self._strip_head(text, regions))

    def _is_dependent(self, text: str) -> bool:
        return text[:1] in self._carry_firsts and self._carry_verb.match(text) is not None

    def _strip_tail(self, text: str) -> tuple[str, set[str]]:
        backwards = text[::-1]
        at, kinds = 0, set()
        while True:
            pair = backwards[at : at + 2]
            if "\u3400" <= pair[:1] <= "\u9fff" and pair[0] not in self._tail_lasts:
                break
            if pair in self._whole_backwards or (pair[:1] in self._keep_lasts and self._keep.match(backwards, at)):
                break
            match = self._tail.match(backwards, at)
            if match is None:
                break
            if match.group(1):
                kinds.add(self._kind_of[match.group(1)])
            at = match.end()
        return text[: len(text) - at], kinds

    def _strip_head(self, text: str, regions: tuple[str, ...]) -> str:
        while True:
            text = text.lstrip(_SPACE)
            if self._is_dependent(text):
                return text
            start = self._head_end(text)
            rest = text[start:]
            if regions and rest.startswith(regions):
                area = max((name for name in regions if rest.startswith(name)), key=len)
                if len(rest) > len(area) and not _ROUTE.match(rest, len(area)):
                    text = rest[len(area) :]
                    continue
                if len(rest) == len(area):
                    return ""
            return rest

    def _head_end(self, text: str) -> int:
        at = 0
        while True:
            pair = text[at : at + 2]
            if "\u3400" <= pair[:1] <= "\u9fff" and pair[0] not in self._head_firsts:
                break
            if pair in self._whole or self._keep_head.match(text, at):
                break
            match = self._head_word.match(text, at)
            if match is None or match.end() == at:
                break
            at = match.end()
        return at

    def after(self, text: str) -> str:
        """What stands after a number: its head noun and predicate without closing words."""
        if text.startswith(("的基础", "、", "后", "之后", "以后")):
            return ""
        text = _WITHIN_TIME.sub("", text.partition("的基础上")[0])
        text = self._strip_head(text, ()) if text[:1] in "的多余" or text[:1] in _MARKS else text
        text = _BOUND.sub("", text, count=1)
        text = _BRACKET.sub("", text) if "（" in text or "(" in text else text
        text = _COMPARED_BEHIND.sub("", text)
        if _EXTREME.fullmatch(text.rstrip("。！；\n ")):
            return ""
        if "、" in text:
            text = self._without_list(text)
        if (text.startswith("的") and not self.is_whole(text)) or not self._strip_tail(text)[0]:
            return ""
        backwards = text[::-1]
        match = None if self._keep.match(backwards) else self._right.match(backwards)
        return self.tidy(text[: len(text) - match.end()] if match else text)

    def _without_list(self, text: str) -> str:
        """The words behind a number up to the second member of a list that is none of its own."""
        text = self._without_examples(text)
        at = text.find("、")
        return text if at <= 0 or _SHORT_LIST.match(text) else listed_thing(text) or text[:at]

    def _without_examples(self, text: str) -> str:
        """Without the members of a list of examples; who does something with them stays."""
        shorter = _EXAMPLES.sub("", text, count=1)
        doer = self._doing.match(text) if shorter != text else None
        if shorter != text and doer is None and (thing := thing_before_list(text)):
            return thing
        return _ATTRIBUTES.sub("", doer.group(1) + shorter if doer else shorter, count=1)

    @staticmethod
    def is_whole(after: str) -> bool:
        """Whether what stands after a percentage names the whole that it is a part of (97%的城市)."""
        return _WHOLE.match(after) is not None

    def rank_of(self, before: str) -> tuple[str, str]:
        """What is ranked and the field: the words before and after the verb of rank (总量居全国 → 总量, 全国)."""
        match = _RANK_VERB.search(before)
        return (before[: match.start()], match.group(1)) if match else (before, "")

    @staticmethod
    def times_of(before: str) -> tuple[str, str] | None:
        """What N times is said of, and against what (收入达到全县平均水平的1.1倍 → 收入, 与全县平均水平之比)."""
        match = _TIMES.search(before)
        return (before[: match.start()], f"与{match.group(1)}之比") if match else None

    def completed(self, name: str, unit: str) -> str:
        """The name with the noun that its unit or its closing verb calls for (42岁 → 年龄)."""
        if name.endswith("占") and not name.endswith(_SEIZED):
            amount = unit not in SHARES and self.dependent_tail(name[:-1]) != ""
            return name[:-1] if amount else name + "比"
        if name.endswith("每小时"):
            name = self._strip_tail(name.removesuffix("每小时"))[0]
        if name.endswith(("速度", "时速")):
            return name
        if unit == "千瓦时" and "电" in name:
            return name
        noun = self._unit_nouns.get(unit) or self._verb_nouns.get(name[-1:])
        return (
            name + noun
            if noun and name and noun not in name and noun[-1] not in name[-2:] and name[-1] != "量"
            else name
        )

    def tidy(self, text: str) -> str:
        """Without bracketed remarks, marks and inner fillers; lopsided quotes go."""
        if "（" in text or "(" in text:
            text = _OPEN_BRACKET.sub("", _BRACKET.sub("", text))
        text = self._inner.sub("", text)
        if text.count("“") != text.count("”"):
            text = _QUOTES.sub("", text)
        return "" if _NO_HANZI.fullmatch(text) else text.strip("、-—的")

    def _bare(self, clause: str, regions: tuple[str, ...]) -> str:
        """A clause without a number, without what opens it; "" for one that only says how something moves."""
        text = self.tidy(self._strip_head(_ITEM.sub("", clause), regions))
        return "" if _MOVES.fullmatch(text) or text.startswith(("剔除", "扣除")) else text

    def subject(self, clause: str, regions: tuple[str, ...] = ()) -> str:
        """The subject of a clause without a number: what stands before its predicate."""
        text = self._bare(clause, regions)
        issued = _ISSUED.match(text)
        if issued:
            return issued.group(1)
        if (
            self._predicate.match(clause.lstrip(_SPACE))
            or self._predicate.match(text)
            or text.endswith(self._reporting)
            or text.endswith(_BACKGROUND)
        ):
            return ""
        if _ASIDE.fullmatch(text):
            return ""
        if _DELIMITED.search(text):
            return text[-20:]
        foremost = _FOREMOST.match(text)
        if foremost:
            return foremost.group(1)[-20:]
        short = text[: self._predicate_at(text)]
        return short[-20:] if len(short) >= 2 and not self.needs_subject(short) else ""

    def _predicate_at(self, text: str) -> int:
        """Where the predicate begins: its first word that is no piece of a longer one (能 of 能源)."""
        for match in self._predicate.finditer(text, 2):
            at = match.start()
            around = (text[at : at + 2], text[at - 1 : at + 1])
            if not self._keep_head.match(text, at) and (len(match.group()) > 1 or self._whole.isdisjoint(around)):
                return at
        return len(text)

    def object(self, clause: str, regions: tuple[str, ...] = ()) -> str:
        """A clause without a number as a phrase: what a following 达到 may be about."""
        text = self._bare(clause, regions)
        if _ASIDE.fullmatch(text) or text.endswith((*_VIEWED, *self._reporting)) or text in self._carry_noun:
            return ""
        return text if len(text) <= 24 else text[-24:]

    def needs_subject(self, text: str) -> bool:
        """Whether the phrase says only how much or how large, not of what."""
        if text in self._carry_noun or self._is_dependent(text) or self._is_noun_compared(text):
            return True
        match = self._degree.match(text)
        return match is not None and text[match.end() :] in self._carry_noun

    def is_deed(self, phrase: str) -> bool:
        """Whether a phrase is a bare deed, whose object may stand behind the number."""
        return phrase in self._deeds

    def is_part_only(self, phrase: str) -> bool:
        """Whether a phrase only says which part of those named before it is meant (其中不同性别6400对)."""
        return phrase in self._parts

    def in_place_of(self, phrase: str, name: str) -> str:
        """The name with another part in front (国家级示范社 → 省级示范社), "" where it begins with no part."""
        if phrase not in self._parts:
            return ""
        length = next((n for n in (3, 2) if name[:n] in self._parts and len(name) > n and name[:n] != phrase), 0)
        return phrase + name[length:] if length else ""

    def says_again(self, phrase: str, last: str) -> bool:
        """Whether a phrase repeats the deed before it with a noun that depends on it (住院补偿9人次，补偿支出3万元)."""
        return len(phrase) > 2 and last.endswith(phrase[:2]) and last != phrase and phrase[2:] in self._carry_noun

    def _is_noun_compared(self, text: str) -> bool:
        """产值占制造业的比重, 增速比全国平均: a dependent noun and what it is compared with."""
        match = _COMPARISON.match(text)
        return match is not None and match.group(1) in self._carry_noun

    def is_spending(self, name: str) -> bool:
        """Whether the name only says that money was spent or raised (投入): what for stands in the next clause."""
        return name in self._spending or name.endswith(_SPENT)

    def needs_fresh_subject(self, text: str) -> bool:
        """Whether the phrase takes over only the subject of the clause right before (造成)."""
        return text.startswith(self._fresh)

    def unit_noun(self, unit: str) -> str:
        """The noun that a unit calls for where the name does not say it (平方米: 面积), "" for none."""
        return self._unit_nouns.get(unit, "")

    def is_carry_noun(self, text: str) -> bool:
        """Whether the phrase is a noun that cannot stand alone (产量, 面积)."""
        return text in self._carry_noun

    def is_growth_noun(self, text: str) -> bool:
        """Whether the phrase is a noun of growth or share (增速, 占比), which is of the thing named before it."""
        return text in self._growth_noun

    def dependent_tail(self, text: str) -> str:
        """The dependent noun (产量, 面积) that the phrase ends in, "" when it ends in none."""
        for length in (5, 4, 3, 2):
            if len(text) > length and text[-length:] in self._carry_noun:
                return text[-length:]
        return ""


@lru_cache(maxsize=4)
def phrases() -> Any:
    """The phrase vocabulary (seeds/vocabulary/phrases.yaml) as plain values, read once a process."""
    return read_yaml("phrases.yaml")


@lru_cache(maxsize=4)
def default_wording() -> Wording:
    """The vocabulary of seeds/, read once a process."""
    lines = vocabulary_path("phrases_whole_words.txt").read_text(encoding="utf-8").splitlines()
    return Wording(phrases(), (line for line in lines if line and not line.startswith("#")))
