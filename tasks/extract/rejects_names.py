"""Names, ordinals, idioms and codes: numerals that measure nothing, known or recognised by their form."""

from __future__ import annotations

import re

from tasks.extract.amounts import Amount
from tasks.extract.cues import any_of, listed
from tasks.extract.rates import counted_noun, elided_unit, is_index, is_zero_rate
from tasks.extract.rates_carried import points_of
from tasks.extract.rejects_context import Place, Verdict, known_phrase, vocabulary

_LOOSE_UNITS = frozenset(listed("loose_units"))
_ORDINAL_UNITS = frozenset(listed("ordinal_units"))
_MEETING = re.compile(rf"(?:、[一二三四五六七八九十]+次)?{any_of('numbered')}")
_RANK_ENDS = re.compile(
    r"$|[，。；、！？!?,;:：）)（(”’》\n\s的和及与并]|位(?!于|居|列)|名(?!单|录|额|字|为)|大关|左右"
)
_TOP_ENDS = re.compile(r"强?(?:$|[，。；、！？!?,;：）)\n])")
_STANDING = re.compile(
    rf"{any_of('standing')}[^，。；,;、“”（）\n]{{0,14}}(?:第[\d一二三四五六七八九十]{{1,3}}[位名]?[、和及与]){{0,4}}$"
)
_LARGEST = re.compile(rf"{any_of('largest_before')}[^，。；,;、“”（）\n]{{0,14}}$")
_LARGEST_ENDS = re.compile(any_of("largest"))
_DOCUMENT_NUMBER = re.compile(r"[〔\[(（【]\d{4}[〕\])）】]第?$")
_CODE_BEFORE = re.compile(rf"{any_of('code')}[^，。；,;\n]{{0,8}}$")
_LIST_MARK = re.compile(r"(?:^|[\n。；：:;，,！？!?\s（(])$")
_AFTER_LIST_MARK = re.compile(r"[、.．)）]|是(?!\d)|要[\u4e00-\u9fff]")


# 全国第一产粮大省: the first of the whole field.
_LARGE_PLACE = re.compile(r"[\u3400-\u9fff]{1,4}大[省市县国区]")
_FIELDS = ("全国第", "我国第", "全球第", "世界第", "全省第", "全市第", "全区第")
_RANKED = re.compile(
    r"(?:(?<!安)排|(?<![系开陈行并罗一])列|(?<![定旅邻民移寓])居|排名|位列|位居|名列)(?:在|于|到)?(?:(?:全[国省市区县州球]|世界)(?:第)?)?$"
    r"|(?:排名|位次)(?:上升|提升|升|前移|下降|跌|滑落|下滑)?(?:到|至)$"
)


def is_placed(place: Place) -> bool:
    """排25位, 列全国12位: a place in an order printed without 第."""
    amount = place.amount
    plain = amount.surface == "位" and amount.form == "arabic" and amount.qualifier == "exact"
    return plain and _RANKED.search(place.before) is not None


def title(place: Place) -> Verdict | None:
    """Everything inside 《…》 belongs to a title."""
    return ("name", "title") if place.quote.startswith("《") else None


# 占GDP50%: a share printed at once behind an abbreviation.
_ABBREVIATION = re.compile(r"[A-Z]{3,}$")


def latin(place: Place) -> Verdict | None:
    """4G, A4, PM2.5, CO2: a digit inside a Latin word."""
    last = place.before.rstrip("_")[-1:]
    if (
        last.isascii()
        and last.isalpha()
        and not (place.amount.kind in ("percent", "money") and _ABBREVIATION.search(place.before))
    ):
        return "name", "latin"
    start = place.amount.start
    if place.text.startswith("0", start) and place.text[start + 1 : start + 2].isdigit():
        return "name", "leading zero"
    first = place.after[:1]
    if place.amount.unit is None and first.isascii() and first.isalpha():
        return "name", "latin"
    return None


def known(place: Place) -> Verdict | None:
    """A name or idiom of the vocabulary begins here."""
    amount = place.amount
    if amount.form == "arabic":
        return None
    words = vocabulary()
    if one_of(place):
        return None
    if known_phrase(place.text, amount.start, amount.end, words.names, words.name_lengths):
        return "name", "vocabulary"
    if known_phrase(place.text, amount.start, amount.end, words.idioms, words.idiom_lengths):
        return "idiom", "vocabulary"
    return None


def quoted(place: Place) -> Verdict | None:
    """A slogan or coined name in quotation marks: “四个不摘”, “1小时经济圈”, “3521工作法”."""
    if not place.quote:
        return None
    inside = len(place.quote) - 2
    amount = place.amount
    if inside <= 24 and (amount.form != "arabic" or amount.unit is None) and amount.kind not in ("percent", "money"):
        return "name", "quoted"
    return ("name", "quoted") if inside <= 10 else None


def joined(place: Place) -> Verdict | None:
    """3+3+N, 6+N+1, N字: formulas with a plus sign."""
    if place.before[-1:] in ("+", "＋") and place.before[-2:-1] != "" and not place.before[-2:-1].isspace():
        return "name", "N+N"
    if place.after[:1] in ("+", "＋") and place.amount.unit is None:
        return "name", "N+N"
    return None


def ordinal(place: Place) -> Verdict | None:
    """第N is an ordinal, unless it says a rank; `rank` tells that apart."""
    if place.before.endswith("第") and not is_rank(place):
        return "ordinal", "第N"
    if _BEHIND_ORDINAL.search(place.before) and place.amount.surface not in ("位", "名"):
        return "ordinal", "第N"
    if _TOP.search(place.before) and place.amount.surface in ("位", "名", "家") and not is_rank(place):
        return "ordinal", "前N"
    return None


# 第37、38颗
_BEHIND_ORDINAL = re.compile("第(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})[、和与及]$")


_IS_EQUAL = re.compile(r"\s?[=＝]\s?[0-9]")
_EQUALS = re.compile(r"[0-9][\u3400-\u9fffA-Za-z]{1,4}\s?[=＝]\s?$")


def definition(place: Place) -> Verdict | None:
    """1亩=666.7平方米 says what a unit is."""
    equal = _IS_EQUAL.match(place.after) or _EQUALS.search(place.before)
    return ("name", "definition") if equal else None


# 目前12人, 十年前117家, 疫情前5人: 前 of a time and of no order.
_TOP = re.compile("(?<![目之以此日年月周天时期灾情节事生会赛战震革午产婚餐课改度钟多提空眼面])前$")


_INDUSTRIES = re.compile("[、和及]二?[、和及]?三?次?产")


def is_rank(place: Place) -> bool:
    """居全省第二, 排名第7位, 居全国前三: a place in an order, not the name of a thing."""
    if not (place.before.endswith("第") or _TOP.search(place.before)) or place.amount.unit not in (None, "人", "名次"):
        return False
    start = place.amount.start - 1
    if place.amount.unit is None and place.amount.plain == 1 and _LARGE_PLACE.match(place.after):
        return place.before.endswith(_FIELDS)
    if place.amount.unit is None and _LARGEST_ENDS.match(place.after):
        return _LARGEST.search(place.text, max(0, start - 24), start) is not None
    if place.before.endswith("前") and (not _TOP_ENDS.match(place.after) or place.after.startswith(("：", ":"))):
        return False
    if place.amount.unit is None and not _RANK_ENDS.match(place.after.removeprefix("强")):
        return False
    if place.amount.unit is None and _INDUSTRIES.match(place.after):
        return False
    if place.amount.plain != place.amount.plain.to_integral_value():
        return False
    return _STANDING.search(place.text, max(0, start - 24), start) is not None


def bare(place: Place) -> Verdict | None:
    """A number with no unit and no scale is a code, a list number or part of a name."""
    amount = place.amount
    if amount.unit is not None or amount.dimension == "fraction":
        return None
    if points_of(place.text, amount.start, amount.end):
        return None
    if is_index(place.text, amount.start) and "." in place.text[amount.start : amount.end]:
        return None
    if is_zero_rate(place.text, amount.start, amount.end):
        return None
    if _is_lone_scale(amount) and not elided_unit(place.text, amount.start, amount.end):
        return "idiom", "scale"
    if amount.elided or (amount.form == "arabic" and counted_noun(place.text, amount.end)):
        return None
    if amount.form in ("arabic", "slash"):
        return code(place)
    if _LIST_MARK.search(place.before) and _AFTER_LIST_MARK.match(place.after):
        return "ordinal", "list"
    return "name", "numeral"


def _is_lone_scale(amount: Amount) -> bool:
    """上万, 过亿: a scale without digits counts only what is named behind it."""
    return amount.form == "chinese" and amount.plain in (10**4, 10**8) and amount.end - amount.start == 1


def code(place: Place) -> Verdict:
    """Phones, licences, document numbers and list numbers."""
    digits = place.amount.end - place.amount.start
    if _DOCUMENT_NUMBER.search(place.before) or place.after.startswith("号"):
        return "name", "number"
    if _CODE_BEFORE.search(place.before):
        return ("licence", "code") if re.search("备|证|码|代", place.before) else ("phone", "digits")
    if _LIST_MARK.search(place.before) and _AFTER_LIST_MARK.match(place.after):
        return "ordinal", "list"
    if 7 <= digits <= 12:
        return "phone", "digits"
    return ("licence", "digits") if digits > 12 else ("name", "bare")


_DOUBLED = re.compile(r"翻了?(?:将?近|约|超过?|逾|不止)?$")
_COINS = frozenset(("块", "分钱", "毛钱", "块钱", "元钱", "角"))
# 成百上千, 数千甚至上万, 几十个甚至上百
_HUNDREDS = re.compile("(?:成[十百千]|[数几][十百千万][\u3400-\u9fff]?(?:甚至|乃至))上$")
_AT_LEAST = re.compile(r"(?:至少|最少|不少于)[^，。；,;\d]{0,4}$")


def chinese_form(place: Place) -> Verdict | None:
    """Chinese numerals with a classifier that make names and idioms by their form."""
    amount = place.amount
    if amount.form == "double" and place.after.startswith(("行动", "计划", "目标", "工程", "工作")):
        return "name", "翻番"
    if amount.surface == "番" and amount.form != "double" and not _DOUBLED.search(place.before):
        return "idiom", "番"
    if amount.form == "vague" or (
        amount.form == "chinese" and "几" in place.text[amount.number_start : amount.number_end]
    ):
        return "idiom", "indefinite"
    if amount.kind == "money" and amount.surface in _COINS and amount.plain == 1 and amount.form == "chinese":
        return "idiom", "article"
    if amount.form != "chinese" or amount.kind != "quantity":
        return None
    surface = amount.surface
    if amount.dimension == "place":
        return None if _SPANS.search(place.before) else ("name", "N" + surface)
    if surface in _LOOSE_UNITS and not one_of(place):
        return "idiom", "loose"
    if surface in _ORDINAL_UNITS:
        return "ordinal", "N" + surface
    first = place.text[amount.start]
    if first == "二" and amount.number_end == amount.number_start + 1 and amount.dimension in ("thing", "event"):
        return "ordinal", "二"
    if surface == "次" and _MEETING.match(place.after):
        return "ordinal", "N次"
    an_acre = surface == "亩" and place.after.startswith(_ACRE_OF)
    if amount.value == 1 and amount.high is None and (amount.dimension in _ARTICLE or an_acre):
        none_of = place.before.endswith("无") and not place.after.startswith(("外", "不"))
        at_least = _AT_LEAST.search(place.before) is not None
        return None if none_of or at_least or one_of(place) else ("idiom", "article")
    return small_count(place)


# 穿越六省市, 下辖三镇: how many places something spans or holds is a figure.
_SPANS = re.compile(
    "(?:穿越|途经|途径|横跨|纵贯|贯穿|流经|跨越|跨|覆盖|遍及|遍布|惠及|辖|连接|串起|串联|涉及)了?(?:全[国省市县])?"
    r"(?:[两二三四五六七八九十\d]{1,3}个?(?:街道|办事处|乡镇|[乡镇])[、和]?)*$"
)
_ACRE_OF = ("地", "田", "果", "茶", "能", "可")
_ARTICLE = frozenset(("thing", "person", "household", "event", "step", "vote", "rank", "score"))


def one_of(place: Place) -> bool:
    """12个人中就有一个, 每四度电里就有一度: the one is counted."""
    return place.before.endswith("有") and _ONE_OF.search(place.before) is not None


_ONE_OF = re.compile(
    r"(?:\d+|每[二两三四五六七八九十百]{1,3})[^，。；,;\d]{0,10}(?:中|(?<![公英海华])里)，?(?:就|仅|只|便)?有$"
)


def spoken(place: Place) -> Verdict | None:
    """最后一公里, 就是三个字, 现代五项, 这两个问题: sayings, sports and things that were counted before."""
    amount, before = place.amount, place.before
    if (
        amount.form == "arabic"
        and before.endswith(("这", "上述"))
        and amount.surface in ("个", "项")
        and amount.value <= _FEW
    ):
        return "name", "back reference"
    if amount.form != "chinese":
        return None
    if amount.plain == 1 and amount.surface and place.after.startswith(amount.surface):
        return "idiom", "N又N"
    if amount.dimension == "length" and amount.value == 1 and place.after.startswith(("都不", "也不", "不差")):
        return "idiom", "not even one"
    if amount.dimension == "length" and amount.value == 1 and before.endswith("最后"):
        return "idiom", "最后一公里"
    if amount.surface == "口" and (before.endswith(_FAMILY) or place.after.startswith(("子", "之家"))):
        return "idiom", "一家N口"
    if amount.surface == "项" and before.endswith(("军事", "现代", "铁人", "冬季")):
        return "name", "sport"
    if amount.value > _FEW or amount.high is not None:
        return None
    if amount.surface == "个" and _CHARACTERS.match(place.after):
        return "idiom", "N个字"
    if amount.dimension in _ARTICLE and before.endswith(("这", "那", "上述", "以上这")):
        return "name", "back reference"
    return None


_FEW = 12
_FAMILY = ("一家", "小", "老")


def small_count(place: Place) -> Verdict | None:
    """两个高于, 残疾人两项补贴, 三个“全覆盖”, 相当于两个加拿大: what is counted is a slogan or a comparison."""
    amount, after = place.amount, place.after
    if amount.value > 12 or amount.high is not None:
        return None
    if re.match(r"[^，。；,;、\n]{0,6}[“「‘\"]", after) and amount.surface in ("个", "项", "种", "条"):
        return "name", "N个“…”"
    if amount.surface == "个" and vocabulary().abstract.match(after):
        return "name", "abstract"
    if amount.surface == "项" and vocabulary().listed.match(after):
        return "name", "N项"
    if amount.surface == "件" and re.match(r"(?:民生)?(?:实事|大事)", after):
        return "name", "N件事"
    if re.match(r"[百千万]*[万亿]元?", after):
        return "idiom", "N个万亿"
    if place.before.endswith(("相当于", "好比", "等于")):
        return "idiom", "comparison"
    if amount.surface == "方面":
        return "idiom", "N方面"
    if amount.surface == "位" and after.startswith("一体"):
        return "name", "N位一体"
    if re.search(r"(?:附件|附表|表|图|之|其|例|高|初|大|编)$", place.before[-2:]):
        return "ordinal", "N"
    return None


_CHARACTERS = re.compile("大?字(?![节符画体段])")
_RICH = re.compile(rf"(?:的[^，。；,;、]{{0,12}}?|[^，。；,;、]{{0,5}}?){any_of('rich')}")
# 生产总值过万亿元、人口超千万的城市.
_RICH_BOTH = re.compile(rf"、[^，。；,;、]{{2,8}}的[^，。；,;、]{{0,8}}?{any_of('rich')}")
# 百名专家服务团, 千名干部大下访行动
_TEAM = re.compile("[\u4e00-\u9fff]{2,8}(?:服务团|宣讲团|讲师团|行动|工程|计划)")
_BOUNDS = ("超", "近", "过", "上", "逾", "破", "达", "约", "成")
# 百企万店
_EACH_OF_MANY = re.compile(r"[万百千]|[^，。；,;]{0,3}[百千万][\u4e00-\u9fff]")
_EXCEEDS, _SCALE_AND_UNIT = ("超", "超过", "过", "破", "上", "逾"), 3
_CLASS_OF = re.compile(any_of("class_of"))


def round_numeral(place: Place) -> Verdict | None:
    """千村示范, 百亿级, 千亩片, 千人口: a scale word alone is a name unless a bound or a counted thing stands by it."""
    amount = place.amount
    if amount.form != "chinese" or place.text[amount.start] not in "百千万亿":
        return None
    if place.before.endswith("上") and _HUNDREDS.search(place.before):
        return "idiom", "indefinite"
    if place.text[amount.start] in "万亿":
        exceeds = place.before.endswith(_EXCEEDS) and amount.end - amount.start <= _SCALE_AND_UNIT
        rich = _RICH.match(place.after) or _RICH_BOTH.match(place.after)
        return ("name", "threshold") if exceeds and rich else None
    if place.text[amount.number_start : amount.number_end].strip("百千万亿"):
        return None
    bounded = place.before.endswith(_BOUNDS)
    people = amount.surface == "人口" and not bounded
    if people or place.after.startswith(("级", "强", "年", "日")) or place.before.endswith("每"):
        return "name", "scale"
    if _RICH.match(place.after) and (amount.kind == "money" or amount.elided):
        return "name", "threshold"
    if bounded or place.after.startswith("以上"):
        return None
    if amount.kind == "money" and len(place.text[amount.number_start : amount.number_end]) > 1:
        return ("name", "scale") if place.before.endswith("个") or _CLASS_OF.match(place.after) else None
    if amount.dimension not in ("thing", "person", "event", "household"):
        return "name", "scale"
    if _TEAM.match(place.after):
        return "name", "百N团"
    return ("name", "百N千N") if place.before.endswith(("、", "“")) or _EACH_OF_MANY.match(place.after) else None
