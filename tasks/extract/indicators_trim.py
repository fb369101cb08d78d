"""Words around a number cut down at both ends: marks, links, reach, dates and areas go, what is measured stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from tasks.extract.indicators_agents import without_agent
from tasks.extract.indicators_around import is_no_name, said_plainly, without_inside
from tasks.extract.indicators_carry import Carry
from tasks.extract.indicators_counted import listed_thing, thing_before_list
from tasks.extract.indicators_openings import without_base, without_first, without_former, without_opening
from tasks.vocabulary import backwards, either

_MARKS = "\x01\x02"
_LOOSE = rf"[\s{_MARKS}、，,；;：:。“”\"'‘’《》（）()\[\]【】…—–\-·．.~～/%±]"
SPACE = f" \t\u3000{_MARKS}"
_EARLY = 8
# 2030年前每年, 国庆节后全市: on which side of a date, where no word begins with it (前往, 后续).
_DATE_SIDE = re.compile(
    # 一周内注册用户, 短短两小时内接待群众
    r"^[\s\x02]*(?:在?(?:短短|仅仅)\x01+(?:[之以]?内|间|里)?|(?:不到)?\x01+(?:[之以]?内(?![蒙地资河需容外部陆科存涝黄]|销(?!售))|[之以][前后]|前(?![线沿期瞻往景程列来海后端半三两一二四五六七八九十\d])|后(?![备续勤期者半来台端方代])))"
)
_ROUTE = re.compile(r"[站铁机高大场]|河(?![南北西东池源道流段湖长库网])|.{0,6}[至到—]")
_WHOLE = re.compile(
    r"(?:左右|以上|以下)?的(?!基础|目标|速度|增|涨|降|跌|水平|幅度|比例|比重|份额|占比|高|低|优惠|折扣|概率|可能|成绩)"
)
_NO_HANZI = re.compile(r"[^\u3400-\u9fffA-Za-z]*")
_AFTER_DATE = "间内里中底末初来起时后前份"
_BRACKET = re.compile(r"[（(【\[][^（()）\]】]{0,60}[)）\]】]")
_OPEN_BRACKET = re.compile(r"[（(].*$|^[^（(]*[)）]")
_OF_WHICH = re.compile(r"在?[^，、]{1,10}中共?有(?=..)")
_EXAMPLES = re.compile(
    r"^(?:[^、]{1,15}、){1,12}?(?:[^、等]|(?<=[高中初平同均])等){1,15}等(?:(?:各个?)?(?:方面|领域|类型|情形|原因|情况)的)?(?=[^、])"
)
_SHORT_LIST = re.compile(
    r"[^、，]{1,6}(?:、(?!数[十百千万]|[几两三四五六七八九十])[^、，]{1,6}){0,2}、(?!数[十百千万]|[几两三四五六七八九十])[^、，]{1,32}$"
)
_BOUND = re.compile(r"^(?:(?:及?以[上下内]|左右|上下|不等)的?|新?(?:大关|关口|台阶))")
_ATTRIBUTES = re.compile(r"^[^、的]{2,6}、(?=[^、的]{2,8}的[^、]{2,})")
# 24小时内有效, 30个工作日内完成批复: 内 belongs to the time.
_WITHIN_TIME = re.compile("^之?内(?=有效|完成|办结|批复|答复|可|能|到达|送达|报送|拨付|提出|申请|另行)")
_COMPARE = re.compile(
    r"(?:^|(?<=[^占环同对相无可百之产销价贷报]))"
    r"(?:相比|[同环]比(?=上|去|前|\x01|往|同期)|比(?!重|例|率|值|分)|较(?!强|大|好|差|多|高|低)|同(?=期(?:相[比较]|水平|基数|平均|值|的|\x01|$)|上年|去年|上月))[^，,；;、]{1,18}$"
)
# 新华社合肥4月2日电（记者 某某）安徽省…: where the news comes from.
_DATELINE = re.compile(rf"^[\s（(]*[\u3400-\u9fff]{{4,14}}[{_MARKS}]+[电讯](?=[\s（(]|[\u3400-\u9fff]{{2}})")
# 生产总值连跨两个万亿元台阶、年均增长6%: what it passed is no part of its name.
_STEPPED = re.compile(
    r"(?<=..)(?:连续|连)?(?:跨[过上越]?|迈[上过]|突破|站上|跃上)[^，、]{0,10}(?:台阶|大关|关口|门槛)、?$"
)
_STEPS = ("台阶", "大关", "关口", "门槛")
# 比以前缩短了两小时: nothing is left of the comparison but its first word.
_BARE_COMPARISON = re.compile(r"(?:^|(?<=[^占环同对相无可百之产销价贷报性计]))[比较]$")
# 比上年新增3637元, 低保标准新增20元: a change, no new thing counted.
_ADDED = re.compile(
    "(?:(?:比|较)[^，,；;、]{1,8}|(?<=标准)|(?<=养老金)|(?<=低保金))[再又统一均人每月年户]{0,6}新增了?$"
)
# 9800点的收盘点位较前一交易日跌: what it is compared with is no name.
_COMPARED_BEHIND = re.compile("(?<=..)(?<![环同])(?:较|比)(?:前|上(?![涨升])|去年|昨|年初|同期)[^，]{0,12}$")
# 在全部投资里的比重, 在省级资金里占: a share that tells its whole in front of itself.
_SHARE_WITHIN = re.compile(
    "在([^，,；;。、在]{2,14}?)(?:[里中内]|当中|之中|里面)(?:(?:的|所占的?|占的?)(比重|(?<=的)占比|比例|份额|$)|占?比?$)"
    "(?<=[重例额占比])"
)
_REACHED_OF = re.compile("(?<=[里中内])占[到了据]+")
# 该行贷款, 保持年均40%的增速: whose it is, and that it goes on so, is no part of the name.
_ITS_OWN = "该(?:行(?![业为动政程星列])|所(?![有在谓属用以得])|[校院社厂店馆])|(?:保持|维持)(?:了|着)?(?=年均|同比)"
# 与上届相比增长: what something is held beside.
_BESIDE = re.compile("(?<!参)[与和同跟][^，,；;、与和同跟]{1,16}相[比较](?:而言|来看)?[，,]?")
_SHARE_ENDS = frozenset("重例额占比")
# 还要占到全县总数的六成: what has to be said is no part of the name.
_OUGHT = re.compile("^(?:[还也都均就更]|至少)*要(?=占)")
# 31人报了名, 青年参了军: a verb and its object that the sign of completion parts.
_PARTED = re.compile("(?<=[\u3400-\u9fff])了(?=[\u3400-\u9fff][。！!；;，,\n ]*$)")
# 一季度6.1%的增速更是首次重返高位: what is said of the growth is no name.
_GROWTH_SAID = re.compile(
    "的(?:同比|年均|平均|名义|实际)*(?:增速|增幅|涨幅|降幅|跌幅)"
    "(?=更|也|均|都|已|仍|不仅|连续|首次|成为|创|位|居|高于|低于|快于|是|为)"
)
# 今年在此基础上再提高, 在去年的基础上增加: what a change builds on is no name.
_GROUNDS = re.compile(r"(?:^的?|在[^，,；;。在、]{0,16}?)基础上[，,]?")
_RECKONED = re.compile(r"(?:^|(?<=，))按[^，。；]{2,14}(?:计算|折算|换算|测算)，?$")
# 按常住人口计算人均产值, 按可比价格计算的增加值
_RECKONED_BY = re.compile(r"(?:^|(?<=\x01))按[^，。；\x02]{2,14}(?:计算|折算|换算|测算)的?(?=[\u3400-\u9fff]{4})")
# 失业率为近年最低
_FARTHEST = ("最低", "最高", "新低", "新高", "最好水平")
_BY_FAR = re.compile("(?<=...)(?:[为创达]了?|是)(?:近|多年|历史|有|历年|同期|自|开展|\x01)[\u3400-\u9fff\x01]{0,8}$")
# 100人以下的近7900个: a limit is no name.
_LIMIT_ONLY = re.compile(r"[\d.,]+[万亿]?[\u3400-\u9fff]{1,3}")
# 按当年价格增长, 现价增长: how growth is reckoned.
_AT_PRICES = re.compile("按?(?:\x01|当年|现行|可比|不变|基期)*(?:价格?|现价)(?:计算)?$")
# 生产总值按可比价格计算增长8%
_AT_REAL_PRICES = re.compile("(?<=..)[，,]?按(?:可比|不变|现行|当年|现|同)(?:价格?|口径)(?:计算|折算|核算)?$")
_PRICE_WORDS = frozenset(("现价", "可比价", "不变价", "可比价格", "不变价格", "当年价格"))
_QUOTES = re.compile(r"[“”\"]")
# 发布《大河》《长江》等20部: works told by their titles, the first of which may begin too far back.
_TITLES = re.compile(
    r"(?:^[^《》]{0,30}》[、，,和及与]?)?(?:《[^《》]{1,30}》[、，,和及与]?)+等(?:[^，。；]{0,2})$|^[^《》]{0,30}》等$"
)


def _of_whole(found: re.Match[str]) -> str:
    """在全部投资里的比重 as 占全部投资比重."""
    told = found[0].endswith("占比")
    if told and found.start():
        return f"在{found[1]}中占比"
    return f"占{found[1]}比重" if told else f"占{found[1]}{found[2] or ''}"


class Trimmed(NamedTuple):
    """What is left of the words before a number, and which kinds of words stood at their end."""

    text: str
    kinds: frozenset[str]


class Trim(Carry):
    """What is cut from the ends of phrases (`tail`, `head`, `inner` and their kin in phrases.yaml), compiled once."""

    def __init__(self, vocabulary: dict[str, Any], whole_words: Iterable[str]) -> None:
        super().__init__(vocabulary["carry"])
        self._whole = frozenset(whole_words)
        self._whole_backwards = frozenset(word[::-1] for word in self._whole)
        self._compile_ends(vocabulary)
        self._inner = re.compile(
            rf"[{_MARKS}]+起(?=[将面在由对分向全实，,再又新])|(?<![是为])首次|在?(?:不到|不足|短短|仅仅)?\x01+的?时间[里内]|在?(?:不到|不足|短短|仅仅)\x01+|[从由自]\x01+|在\x01+(?:[之以]?内|期间)|[\s{_MARKS}，,；;：:。《》]+|共计(?!划)|{either(vocabulary['inner'])}"
        )
        self._doing = re.compile(rf"([^、，]{{2,14}}?(?:{either(vocabulary['doing'])}))(?=[^、，]{{1,15}}、)")

    def _compile_ends(self, vocabulary: dict[str, Any]) -> None:
        """What is cut from the ends of a phrase. The sets of first characters spare most of the matching."""
        tail: dict[str, list[str]] = vocabulary["tail"]
        self._kind_of = {word[::-1]: kind for kind, words in tail.items() for word in words}
        words = backwards(word for group in tail.values() for word in group)
        self._tail = re.compile(rf"[{_AFTER_DATE}]?\x01+(?:比[相同环对]|[比较])?|{_LOOSE}+|({words})")
        self._tail_lasts = frozenset(_AFTER_DATE) | frozenset(word[0] for word in self._kind_of)
        self._keep = re.compile(f"(?:{backwards(vocabulary['keep_tail'])})")
        self._keep_lasts = frozenset(word[-1] for word in vocabulary["keep_tail"])
        self._keep_head = re.compile(f"(?:{either(vocabulary['keep_head'])})")
        self._head_word = re.compile(
            rf"[一二三四五六七八九十]{{1,3}}(?:是(?!否)|要(?!素|求|点|件))|(?:相[比较]|相较于|[比较])\x01+(?:同期|同月|末|底)?|(?:以上|上述)?[两二三四五六七八九十]+(?:市|县|省|者|地|区|项|类)合计|{_ITS_OWN}|\x01+(?:(?!来[台华京沪陆访])[{_AFTER_DATE}]|期间|以来)?|{_LOOSE}+|{either(vocabulary['head'])}"
        )
        self._head_firsts = frozenset(word[0] for word in vocabulary["head"]) | frozenset(
            "相比较该保维两一二三四五六七八九十"
        )
        self._right = re.compile(rf"(?:{_LOOSE}|{backwards(vocabulary['right_tail'])})+")

    def before(self, text: str, regions: tuple[str, ...] = ()) -> Trimmed:
        """What stands before a number without reach, change and linking words, dates and the area in front."""
        text = _DATELINE.sub("", text) if "\x01电" in text or "\x01讯" in text else text
        text = without_first(without_former(without_opening(text)))
        text = _BRACKET.sub("", text) if "）" in text or ")" in text else text
        text = _GROUNDS.sub("", text) if "基础上" in text else text
        text = _BESIDE.sub("", text) if "相比" in text or "相较" in text else text
        text = _REACHED_OF.sub("占", text) if "占" in text else text
        text = said_plainly(text)
        added = _ADDED.search(text) if "新增" in text[-3:] else None
        text = text[: added.start()] if added else text
        stripped, kinds = self._strip_tail(_TITLES.sub("", text) if "》" in text else text)
        if added:
            kinds |= {"change", "compare"}
        if "change" in kinds or "bound" in kinds:
            shorter = _BARE_COMPARISON.sub("", _COMPARE.sub("", without_base(stripped)))
            if shorter != stripped:
                stripped, more = self._strip_tail(shorter)
                kinds = kinds | more | {"compare"}
        if "change" in kinds or "reach" in kinds or text.endswith(("由", "从")):
            stripped = without_agent(stripped)
        if "change" in kinds and stripped.endswith(("价", "价格")):
            stripped = _AT_PRICES.sub("", stripped) if "按" in stripped[-8:] or stripped in _PRICE_WORDS else stripped
        if stripped.endswith(("算", "价", "格", "径")):
            stripped = _AT_REAL_PRICES.sub("", stripped)
        stripped = _STEPPED.sub("", stripped) if stripped.rstrip("、\n").endswith(_STEPS) else stripped
        stripped = _RECKONED.sub("", stripped) if stripped.endswith("算") else stripped
        stripped = _RECKONED_BY.sub("", stripped) if "算" in stripped[:20] else stripped
        stripped = _BY_FAR.sub("", stripped) if stripped.endswith(_FARTHEST) else stripped
        stripped = (
            _OUGHT.sub("", _SHARE_WITHIN.sub(_of_whole, stripped))
            if stripped[-1:] in _SHARE_ENDS or "要占" in stripped[:6]
            else stripped
        )
        stripped = self._strip_head(stripped, regions)
        if "中" in stripped:
            stripped = _OF_WHICH.sub("", stripped, count=1)
        stripped = self.tidy(stripped)
        return Trimmed("" if _LIMIT_ONLY.fullmatch(stripped) else stripped, frozenset(kinds))

    def head_off(self, text: str, regions: tuple[str, ...] = ()) -> str:
        """Words without the area and the linking words in front of them."""
        return self._inner.sub("", self._strip_head(text, regions))

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
        text = _DATE_SIDE.sub("", text) if "\x01" in text[:_EARLY] else text
        while True:
            text = text.lstrip(SPACE)
            if self._is_dependent(text):
                return text
            start = self._head_end(text, regions)
            rest = text[start:]
            if regions and rest.startswith(regions):
                area = max((name for name in regions if rest.startswith(name)), key=len)
                if len(rest) > len(area) and not _ROUTE.match(rest, len(area)):
                    text = rest[len(area) :]
                    continue
                if len(rest) == len(area):
                    return ""
            return rest

    def _head_end(self, text: str, regions: tuple[str, ...]) -> int:
        """Where the linking words at the beginning end; no area begins with one of them (其中于都县…)."""
        at = 0
        while not (regions and text.startswith(regions, at)):
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
        if text.startswith(("的基础", "的情况下", "的条件下", "的前提下", "、", "后", "之后", "以后", "了")):
            return ""
        text = text.partition("的基础上")[0]
        text = _WITHIN_TIME.sub("", text) if text[:1] in "之内" else text
        if text[:1] == "的" and (growth := _GROWTH_SAID.match(text)):
            text = growth[0]
        text = text.partition("——")[0]
        text = without_inside(text)
        text = self._strip_head(text, ()) if text[:1] in "的多余" or text[:1] in _MARKS else text
        text = _BOUND.sub("", text, count=1) if text[:1] in "及以左上不新大关台" else text
        text = _BRACKET.sub("", text) if "（" in text or "(" in text else text
        text = _COMPARED_BEHIND.sub("", text) if "较" in text or "比" in text else text
        text = _PARTED.sub("", text) if "了" in text else text
        if is_no_name(text):
            return ""
        if "、" in text:
            text = self._without_list(text)
        if (text.startswith("的") and not self.is_whole(text)) or not self._strip_tail(text)[0]:
            return ""
        text = text.rstrip("。！!；;，,\n ")
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

    def tidy(self, text: str) -> str:
        """Without bracketed remarks, marks and inner fillers; lopsided quotes go."""
        if "（" in text or "(" in text:
            text = _OPEN_BRACKET.sub("", _BRACKET.sub("", text))
        text = self._inner.sub("", text)
        if text.count("“") != text.count("”"):
            text = _QUOTES.sub("", text)
        lettered = "\u3400" <= text[:1] <= "\u9fff"
        return text.strip("、-—的=＝") if lettered or not _NO_HANZI.fullmatch(text) else ""
