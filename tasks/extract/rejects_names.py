"""Names, ordinals, idioms and codes: numerals that measure nothing, known or recognised by their form."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT, any_of, listed
from tasks.extract.rates import counted_noun, elided_unit, is_index
from tasks.extract.rates_carried import points_of
from tasks.extract.rates_forms import is_magnitude, is_zero_rate
from tasks.extract.rejects_context import Place, Verdict, known_phrase, vocabulary
from tasks.extract.rejects_gifts import is_gift
from tasks.extract.rejects_lists import is_coined_sort
from tasks.extract.rejects_ones import counted_alone, in_list_of_counts, one_of
from tasks.extract.rejects_ranks import TOP, is_rank

_LOOSE_UNITS = frozenset(listed("loose_units"))
_ORDINAL_UNITS = frozenset(listed("ordinal_units"))
_MEETING = re.compile(rf"(?:、[一二三四五六七八九十]+次)?{any_of('numbered')}")
_DOCUMENT_NUMBER = re.compile(r"[〔\[(（【]\d{4}[〕\])）】]第?$")
_CODE_BEFORE = re.compile(rf"{any_of('code')}[^，。；,;\n]{{0,8}}$")
_LIST_MARK = re.compile(r"(?:^|[\n。；：:;，,！？!?\s（(])$")
_AFTER_LIST_MARK = re.compile(r"[、.．)）]|是(?!\d)|要[\u4e00-\u9fff]")


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


# “入社5年，每年的收益都在12万以上。” is what somebody says.
_SPEECH = re.compile('[，,][^”」’"]*[。！？!?…][”」’"]$')


def quoted(place: Place) -> Verdict | None:
    """A slogan or coined name in quotation marks: “四个不摘”, “1小时经济圈”, “3521工作法”."""
    if not place.quote:
        return None
    if _SPEECH.search(place.quote):
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
    if place.last in _JOINS and _BEHIND_ORDINAL.search(place.before) and place.amount.surface not in ("位", "名"):
        return "ordinal", "第N"
    if (
        place.last == "前"
        and place.amount.surface in ("位", "名", "家")
        and TOP.search(place.before)
        and not is_rank(place)
    ):
        return "ordinal", "前N"
    return None


# 第37、38颗
_JOINS = frozenset("、和与及")
_BEHIND_ORDINAL = re.compile("第(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})[、和与及]$")


_EQUAL = frozenset("=＝")
_IS_EQUAL = re.compile(r"\s?[=＝]\s?[0-9]")
_EQUALS = re.compile(r"[0-9][\u3400-\u9fffA-Za-z]{1,4}\s?[=＝]\s?$")


def definition(place: Place) -> Verdict | None:
    """1亩=666.7平方米 says what a unit is."""
    equal = place.first in _EQUAL and _IS_EQUAL.match(place.after)
    equal = equal or (place.last in _EQUAL and _EQUALS.search(place.before))
    return ("name", "definition") if equal else None


def bare(place: Place) -> Verdict | None:
    """A number with no unit and no scale is a code, a list number or part of a name."""
    amount = place.amount
    if amount.unit is not None or amount.dimension == "fraction":
        return None
    if points_of(place.text, amount.start, amount.end):
        return None
    printed = place.text[amount.start : amount.end]
    if is_index(place.text, amount.start) and ("." in printed or _INDEX_IS.search(place.before)):
        return None
    if is_zero_rate(place.text, amount.start, amount.end) or is_magnitude(place.text, amount.start, amount.end):
        return None
    # 上万, 过亿: a scale without digits counts only what is named behind it.
    lone = amount.form == "chinese" and amount.plain in (10**4, 10**8) and amount.end - amount.start == 1
    if lone and not elided_unit(place.text, amount.start, amount.end):
        return "idiom", "scale"
    if amount.elided or (amount.form == "arabic" and counted_noun(place.text, amount.end)):
        return None
    if is_gift(place):
        return None
    if amount.form in ("arabic", "slash"):
        return code(place)
    if amount.form == "chinese" and _ROUND.fullmatch(place.text, amount.start, amount.end):
        people = counted_noun(place.text, amount.end) == "人" or _PEOPLE_BEHIND.match(place.after)
        return None if people else ("name", "numeral")
    if _LIST_MARK.search(place.before) and _AFTER_LIST_MARK.match(place.after):
        return "ordinal", "list"
    return "name", "numeral"


# 七百难民, 两千考生: people behind a round numeral are counted.
_ROUND = re.compile("[二两三四五六七八九][百千]")
_PEOPLE_BEHIND = re.compile("[\u3400-\u9fff]{1,2}(?:人|者|民(?![生营用间政主])|员|兵|警)(?![均民工家])")
# 指数为246: what an index is needs no fraction.
_INDEX_IS = re.compile("指数(?:为|是|达到?|报)$")


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


_DOUBLED = re.compile(rf"翻了?(?:{ABOUT}|超过?|逾|不止)?$")
_FROST = "零下"
_COINS = frozenset(("块", "分钱", "毛钱", "块钱", "元钱", "角"))
_AT_LEAST = re.compile(r"(?:至少|最少(?!的)|不少于)[^，。；,;\d]{0,4}$")


def chinese_form(place: Place) -> Verdict | None:
    """Chinese numerals with a classifier that make names and idioms by their form."""
    amount = place.amount
    if amount.form == "double" and place.after.startswith(("行动", "计划", "目标", "工程", "工作")):
        return "name", "翻番"
    if amount.surface == "番" and amount.form != "double" and not _DOUBLED.search(place.before):
        return "idiom", "番"
    if (
        amount.form == "vague"
        or place.text.startswith("千百", amount.start)
        or (amount.form == "chinese" and "几" in place.text[amount.number_start : amount.number_end])
    ):
        return "idiom", "indefinite"
    if amount.kind == "money" and amount.surface in _COINS and amount.plain == 1 and amount.form == "chinese":
        return "idiom", "article"
    if amount.form != "chinese" or amount.kind != "quantity":
        return None
    surface = amount.surface
    if surface == "旬":
        return None if place.before.endswith(_AGED) else ("name", "age")
    return _classified(place, surface)


def _classified(place: Place, surface: str) -> Verdict | None:
    """The same by the classifier."""
    amount = place.amount
    if amount.dimension == "place":
        return None if _SPANS.search(place.before) else ("name", "N" + surface)
    if surface == "班组":
        return "name", "N班组"
    if surface == "度" and _FROST in (place.text[amount.start : amount.start + 2], place.before[-2:]):
        return None
    if surface in _LOOSE_UNITS and not one_of(place) and not (surface == "头" and _ABOUT_MANY.search(place.before)):
        return "idiom", "loose"
    if surface in _ORDINAL_UNITS:
        return "ordinal", "N" + surface
    first = place.text[amount.start]
    alone = first == "二" and amount.number_end == amount.number_start + 1 and amount.dimension in ("thing", "event")
    if alone and not in_list_of_counts(place):
        return "ordinal", "二"
    if surface == "次" and _MEETING.match(place.after):
        return "ordinal", "N次"
    an_acre = surface == "亩" and place.after.startswith(_ACRE_OF)
    if amount.value == 1 and amount.high is None and (amount.dimension in _ARTICLE or an_acre):
        none_of = place.before.endswith("无") and not place.after.startswith(("外", "不"))
        at_least = _AT_LEAST.search(place.before) is not None
        counted = none_of or at_least or one_of(place) or counted_alone(place)
        return None if counted else ("idiom", "article")
    return small_count(place)


# 穿越六省市, 下辖三镇: how many places something spans or holds is a figure.
_SPANS = re.compile(
    "(?:穿越|途经|途径|横跨|纵贯|贯穿|流经|跨越|跨|覆盖|遍及|遍布|惠及|辖|连接|串起|串联|涉及)了?(?:全[国省市县])?"
    r"(?:[两二三四五六七八九十\d]{1,3}个?(?:街道|办事处|乡镇|[乡镇])[、和]?)*$"
)
_ACRE_OF = ("地", "田", "果", "茶", "能", "可")
# 近百头海豚: a round number of beasts.
_ABOUT_MANY = re.compile("(?:[近约超逾]|上|超过|将近|大约|[了有])$")
# 年近八旬 tells an age, 七旬老人 names somebody by it.
_AGED = ("年近", "年过", "年逾", "年届", "年满")
_ARTICLE = frozenset(("thing", "person", "household", "event", "step", "vote", "rank", "score"))


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
    if _COINED.match(after) and amount.surface in ("个", "项", "种", "条"):
        return None if is_coined_sort(place) else ("name", "N个“…”")
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
    if amount.surface == "方面" and place.text[amount.start] in "两二":
        return "idiom", "N方面"
    if amount.surface == "位" and after.startswith("一体"):
        return "name", "N位一体"
    if amount.dimension != "length" and _NTH_OF.search(place.before[-2:]):
        return "ordinal", "N"
    return None


# 附件2个, 例一: but 病例四例 are counted.
_NTH_OF = re.compile("(?:附件|附表|表|图|之|其|(?<![病案])例|高|初|大|编)$")
_COINED = re.compile(r"[^，。；,;、\n]{0,6}[“「‘\"]")
_CHARACTERS = re.compile("大?字(?![节符画体段])")
