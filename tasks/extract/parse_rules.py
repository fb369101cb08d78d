"""The rules by which exotic forms of numbers are written plainly: spaces, powers, points, shares, units, bounds.

A rule is a pattern and a function that gives what stands for the match, or None to leave it alone. The order counts:
each rule sees what the ones before it have written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from tasks.extract.numbers import DIGITS, EXACT, D, S, read_numeral
from tasks.vocabulary import either, read_yaml

# Each begins where a run of digits begins and ends within bounds, so that no run is scanned twice.
_CHINESE = rf"(?<![{D}{S}])[{D}{S}]{{1,40}}(?:点[{D}]{{1,30}})?"
_NUMBER = rf"(?:(?<![\d.])\d[\d,]{{0,30}}(?:\.\d{{1,30}})?[{S}]{{0,6}}|{_CHINESE})"
_SIGNED = r"[-－]?(?<![\d.])\d{1,40}(?:\.\d{1,30})?"
_MOST_DIGITS = 40


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[int, int], dict[str, str], dict[str, str]]:
    data = read_yaml("numeral_forms.yaml")
    folding = str.maketrans(data["variants"]["from"], data["variants"]["to"])
    return folding, data["currency_prefixes"], data["latin_units"]


def variants() -> dict[int, int]:
    """The table that folds variant characters, one for one."""
    return _vocabulary()[0]


Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The rewriting rules in order: each group sees what the ones before it have written."""
    return (
        (re.compile(r"(?:https?://|www\.)[!-~]+"), lambda m: " "),
        *_spacing(),
        (re.compile(r"[（(]含[)）]"), lambda m: ""),
        (re.compile(r"(?:负|零下)的"), lambda m: m.group()[:-1]),
        (re.compile(rf"正负(?=[{D}{S}\d])"), _nothing),
        *_powers(),
        *_cantonese(),
        *_points(),
        *_digits_between(),
        *_shares(),
        (re.compile(rf"({_NUMBER})(双|对|打)(?![于比方待象策应面外抗话照不手向边重击造算破印扮包电折])"), _several),
        (re.compile(r"半百"), lambda m: "五十"),
        (re.compile(r"一半(?!天|年|个|月|小时)"), lambda m: "二分之一"),
        *_measures(),
        *_bounds(),
    )


def _powers() -> tuple[Rule, ...]:
    """2^5, 3e4, 15k左右, 1.5M."""
    return (
        (re.compile(rf"({_SIGNED})\^([+-]{{0,4}}\d{{1,4}})(?![\d.])"), _power),
        (re.compile(rf"({_SIGNED})[eE]([+-]?\d{{1,4}})(?![\w.])"), _exponent),
        (re.compile(r"(?<=\d)([kw])(?=左右|上下)|(?<=[kw][-~]\d\d)([kw])(?![A-Za-z0-9元])"), _salary),
        (re.compile(r"(?<=\d)[ ]?([kKMGw])(?![A-Za-z0-9²³/])"), _suffix),
    )


def _points() -> tuple[Rule, ...]:
    """Decimal points and fractions: .5, 点五, 2 3/4, 1又1/5, 六十/一百二十, 1点45."""
    return (
        (re.compile(r"(?<![\d.\w])\.(?=\d)"), lambda m: "0."),
        (re.compile(rf"(?<![{D}{S}\d])点(?=[{D}]+(?![{D}{S}]))(?!点)"), lambda m: "零点"),
        (re.compile(r"(?<![\d.])(\d{1,9})[ 又](\d{1,9})/([1-9]\d{0,8})(?![\d/])"), _mixed_fraction),
        (re.compile(rf"({_CHINESE})/({_CHINESE})"), lambda m: f"{m[2]}分之{m[1]}"),
        (re.compile(r"(?<=\d)点(?=\d+(?:[倍度%斤米个元块吨成]|$))"), lambda m: "."),
        (re.compile(rf"(?<=\d)点([{D}]+)(?![{D}{S}分钟半])"), lambda m: "." + "".join(str(DIGITS[c]) for c in m[1])),
    )  # fmt: skip


def _digits_between() -> tuple[Rule, ...]:
    """Mixed digits (一万两千零3十四), and a blank where one numeral ends and the next begins (三十四十, 十八二)."""
    ones = "一二三四五六七八九"
    scaled = rf"(?=[{ones}](?:{{}})(?![克瓦米帕卡伏赫焦升]))"
    return (
        (re.compile(r"佰(?=分之)"), lambda m: "百"),
        (re.compile(rf"(?<=[{S}零点])\d(?=[{S}]|[^\d.{S}]|$)"), _chinese_digit),
        (re.compile(rf"\d(?=[十百千][{D}])"), _chinese_digit),
        (re.compile(rf"(?<=[{ones}]十){scaled.format('[十百千]')}|(?<=十){scaled.format('[百千]')}"), _blank),
        (re.compile(rf"(?<=百){scaled.format('[百千]')}|(?<=千){scaled.format('千')}"), _blank),
        (re.compile(rf"(?<=(?<![{ones}])十[{ones}])(?=十)"), _blank),
        (re.compile(rf"(?<=百[{ones}]){scaled.format('百')}"), _blank),
        (re.compile(rf"(?<=[十百千零]([{ones}]))(?=([{ones}])(?![{D}{S}点分]))"), _unless_pair),
    )  # fmt: skip


def _shares() -> tuple[Rule, ...]:
    """打对折, 七五折, 七成五."""
    return (
        (re.compile(r"(?<=打)对折"), lambda m: "50%"),
        (re.compile(rf"([半\d.{D}点]{{1,6}})折(?![扣腾磨叠线返射旧合算损中纸服断])"), _discount),
        (re.compile(rf"([{D}\d])成([一二三四五六七八九])(?![{D}{S}成])"), _tenths),
    )


def _measures() -> tuple[Rule, ...]:
    """Units and currencies in front of the number or in Latin letters: $5, 华氏98度, 每小时40公里, 10ms."""
    prefixes, latin = _vocabulary()[1:]
    symbols = either(prefixes)
    inner = rf"(?:(?:余|多|几)?[{S}]{{0,6}}(?:余|多)?)"
    amount = rf"{_NUMBER}{inner}(?:(?:到|至|[-~—]+){_NUMBER}{inner})?"
    letters = either(latin)
    return (
        (re.compile(rf"(?<![{D}{S}\d])半(?=公?[升斤里]|吨|米|加仑|亩|两|克)"), lambda m: "0.5"),
        (re.compile(rf"(?<![A-Za-z])({symbols})\s*({amount})(元|圆|块钱|块|美元)?(?![\d.])"), _currency),
        (re.compile(rf"(?<=\d)[ ]?({letters})(?![A-Za-z0-9²³/])"), lambda m: latin[m[1]]),
        (re.compile(rf"(零下)?(华氏|摄氏)(?:温度)?(零下)?(\d+(?:\.\d+)?|{_CHINESE})(?:度|°)"), _temperature),
        (re.compile(r"(?<=[摄华]氏)°"), lambda m: "度"),
        (re.compile(rf"每(小时|秒)({_NUMBER})(公里|千米|米|英里|英尺)"), lambda m: f"{m[2]}{m[3]}/{m[1]}"),
        (re.compile(r"(公里|千米|米|英里|英尺)每(小时|秒)"), lambda m: f"{m[1]}/{m[2]}"),
    )


def _bounds() -> tuple[Rule, ...]:
    """比三十大, 在20和30之间; years, months and hours between two ends are times."""
    unit = rf"[^\d\s，。；年月日号点时{D}]"
    return (
        (re.compile(rf"比({_NUMBER}(?:分之{_NUMBER})?)(大|高|多|小|低|少)"), _compared),
        (
            re.compile(
                rf"(?:位于|介于|在)?第?((?:(?<!\d)[-负])?{_NUMBER})({unit}{{0,3}})(?:和|与|跟)第?([-负]?{_NUMBER})"
                rf"(?={unit}{{0,3}}之间)"
            ),
            lambda m: f"{m[1]}{m[2]}到{m[3]}",
        ),
        (
            re.compile(rf"((?:(?<!\d)[-负])?{_NUMBER})(?:和|与)([-负]?{_NUMBER})(?=间(?:[，。；、的]|$))"),
            lambda m: f"{m[1]}到{m[2]}",
        ),
    )


def _spacing() -> tuple[Rule, ...]:
    """Spaces inside a numeral are taken out: 一 百 五 十 个 百 分 点, 7 万 5 千, 负 1,200."""
    part = f"{D}{S}又点个余多几成折"
    return (
        (re.compile(r"(?<=\d) +[-–—~]{1,2} +(?=\d)"), lambda m: "~"),
        (re.compile(rf"(?<=[{part}之分])[ \u3000]+(?=[{D}{S}分之又点个余多几成折百负])"), _nothing),
        (re.compile(r"(?<=\d)[ ]+(?=[大小高低之以或])"), _nothing),
        (re.compile(rf"(?<=\d)[ \u3000]+(?=[{S}点分又个成折])"), _nothing),
        (re.compile(rf"(?<=[{S}之又])[ \u3000]+(?=\d[\d.]*[ ]?[{S}分kKM]|\d[\d.]*$)"), _nothing),
        (re.compile(r"(?<=\d) (?=\d+ ?折)"), _nothing),
        (re.compile(r"(?<=[-负比在<>=])[ ]+(?=[\d=.])"), _nothing),
        (re.compile(r"(?<=[大小于或者等])[ ]+(?=[或等者于])"), _nothing),
        (re.compile(r"(?<=\d)[ ]*/[ ]*(?=\d)|／"), lambda m: "/"),
    )


def _cantonese() -> tuple[Rule, ...]:
    """蚊, 毫 and 仙 are 块, 毛 and 分 in the south."""
    return (
        (re.compile(rf"(?<=[{D}{S}\d])蚊"), lambda m: "块"),
        (re.compile(rf"(?<=[{D}{S}\d])毫(?![米克升秒安伏不无])"), lambda m: "毛"),
        (re.compile(rf"(?<=[{D}\d])仙$"), lambda m: "分"),
    )


def _salary(match: re.Match[str]) -> str:
    """15k左右, 10k~15k: what is rounded in thousands is money."""
    return ("千" if match.group() == "k" else "万") + "元"


def _nothing(_: re.Match[str]) -> str:
    return ""


def _mixed_fraction(match: re.Match[str]) -> str:
    """2 3/4 is two and three quarters."""
    return f"{match[1]}又{match[3]}分之{match[2]}"


def _blank(_: re.Match[str]) -> str:
    return " "


def _unless_pair(match: re.Match[str]) -> str | None:
    """十八二 is two numerals; 十七八 has two ends, and 十五五 is a plan."""
    return None if DIGITS[match[2]] - DIGITS[match[1]] == 1 or match[2] == "五" else " "


def _plain(value: Decimal) -> str | None:
    text = format(value.normalize(EXACT), "f")
    return text if len(text) <= _MOST_DIGITS else None


def _power(match: re.Match[str]) -> str | None:
    sign, base = ("-", match[1][1:]) if match[1][0] in "-－" else ("", match[1])
    exponent = int(match[2].lstrip("+-") or 0) * (-1 if match[2].count("-") % 2 else 1)
    if not Decimal(base) or abs(exponent) * (abs(Decimal(base).adjusted()) + 1) > _MOST_DIGITS // 2 + 5:
        return None
    plain = _plain(EXACT.power(Decimal(base), exponent).quantize(Decimal("1e-14"), context=EXACT))
    return None if plain is None else sign + plain


def _exponent(match: re.Match[str]) -> str | None:
    if abs(int(match[2])) > 30:
        return None
    return _plain(Decimal(match[1].replace("－", "-")).scaleb(int(match[2])))


def _suffix(match: re.Match[str]) -> str:
    return {"k": "千", "K": "千", "M": "百万", "G": "十亿", "w": "万"}[match[1]]


def _chinese_digit(match: re.Match[str]) -> str:
    return "零一二三四五六七八九"[int(match.group())]


def _value(numeral: str) -> Decimal | None:
    found = read_numeral(numeral)
    return None if found is None or found.high is not None else found.value


def _discount(match: re.Match[str]) -> str | None:
    """七五折 is 75 %, 九折 90 %, 半折 50 %."""
    if match[1] == "半":
        return "50%"
    digits = "".join(str(DIGITS.get(c, "." if c == "点" else c)) for c in match[1])
    if not re.fullmatch(r"\d{1,2}|\d\.\d+", digits) or digits in ("0", "10"):
        return None
    value = Decimal(digits)
    return _plain(value if value >= 10 else value * 10 if "." not in digits or value < 10 else value) + "%"  # type: ignore[operator]


def _tenths(match: re.Match[str]) -> str | None:
    head = _value(match[1])
    return None if head is None else f"{head * 10 + DIGITS[match[2]]}%"


def _several(match: re.Match[str]) -> str | None:
    """三双 six, 十打 a hundred and twenty."""
    value = _value(match[1])
    return None if value is None else _plain(value * (12 if match[2] == "打" else 2))


def _currency(match: re.Match[str]) -> str | None:
    """$5, 港币两千九百六十元: the currency before the number is its unit."""
    return match[2] + _vocabulary()[1][match[1]]


def _temperature(match: re.Match[str]) -> str:
    sign = "零下" if match[1] or match[3] else ""
    return f"{sign}{match[4]}{match[2]}度"


def _compared(match: re.Match[str]) -> str:
    return ("超过" if match[2] in "大高多" else "低于") + match[1] + " "
