"""Towns and districts of Taiwan behind the short name of their county or city (宜兰的大同乡, 桃园复兴), these by their
short names alone (在台南试办), and groups of them (双北)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from tasks.extract.gazetteer import Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_page import Page, as_area, as_printed
from tasks.extract.regions_place import Place
from tasks.extract.regions_scan import WordScan, occurrences
from tasks.vocabulary import either, read_csv

_TAIWAN = "710000"
_SHORTEST, _NEAR = 2, 10
_WON = re.compile("(?:获|夺|拿下|抱回|赢得)[^，。；,;\n]{0,8}$")
# No year in brackets.
_SHARES = re.compile(r"(?P<name>[A-Za-z*-]{0,6}[一-鿿]{2,4})[（(](?!(?:19|20)[0-9]{2})[1-9][0-9]{3}[)）]")
# 「甲台湾高息」（00713）: a fund, in quotation marks and with its own digits.
_FUNDS = re.compile(r"(?P<name>[「“][^「」“”\n]{2,14}[」”]|[一-鿿A-Za-z]{2,10})[（(]00[0-9]{2,4}[A-Z]?[)）]")
# 联亚说，目前收取订金…: a firm by its two letters, which the sentence tells of as one.
_SPEAKS = re.compile(
    r"(?:^|[。\n])[\s　]*(?P<name>[一-鿿]{2})(?:[今昨][天日]|近日|日前|也|则|并|还)*(?:宣布|表示|说|指出|公告|坦言)"
    r"(?P<said>[^。\n]*)"
)
# 阳明周涨1.5%: a share among others.
_MOVED = re.compile(
    r"(?:^|[，。；、仅])(?P<name>(?![本上下今每单一])[一-鿿]{2,3})周[涨跌][幅逾近约]{0,2}[0-9]", re.MULTILINE
)
# 交通部补助1300元, 农委会核定的计划: what an office of the whole only gives.
_GIVES = re.compile("(?:的)?(?:加码|专案|再)?(?:补助|补贴|奖助|奖励|核定|核发|核准|认证|委托|拨款|拨付)")
_HEADS = frozenset("，。；、\n仅")
# A text of the island names it or one of these.
_PAPER = tuple(words()["island"]["signs"])
_SIGNS = ("台湾", "全台", *words()["island"]["counties"])


@cache
def _towns() -> re.Pattern[str]:
    """Every town behind the short name of what it lies in; its own name may be short, too."""
    inside: dict[str, list[str]] = defaultdict(list)
    for row in read_csv("regions_overseas_parts.csv"):
        if row["province"] == _TAIWAN and row["parent"]:
            inside[row["parent"]].append(row["name"])
    ways = []
    for county, towns in inside.items():
        short = [town[:-1] for town in towns if len(town) > _SHORTEST]
        named = f"(?:{either(short)})(?![路街站桥港大国中小分区乡镇市])"
        ways.append(f"{county[:-1]}的?(?:{either(towns)}|{named})|{county}的?{named}")
    return re.compile("|".join(ways))


def listed_firms(text: str) -> list[tuple[int, int, str]]:
    """Firms and funds of Taiwan with the digits of their shares behind their names (甲塑（1234）), and those that moved
    in a week: offsets and names."""
    found: list[re.Match[str]] = []
    if "（" in text or "(" in text:
        found += [*_SHARES.finditer(text), *_FUNDS.finditer(text)]
    named = [(one.start("name"), one.end("name"), one["name"]) for one in found]
    if "周涨" in text or "周跌" in text:
        moved = WordScan({one["name"] for one in _MOVED.finditer(text)})
        named += [one for one in moved.find(text) if one[0] == 0 or text[one[0] - 1] in _HEADS]
    return named + _speaking(text)


def _speaking(text: str) -> list[tuple[int, int, str]]:
    """Firms that open a sentence with what they say of their own business."""
    firms, others = _business()
    found = (
        (one.start("name"), one.end("name"), one["name"]) for one in _SPEAKS.finditer(text) if firms.search(one["said"])
    )
    return [one for one in found if not others.search(one[2])]


@cache
def _business() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What only firms speak of, and those of two letters that are none."""
    island = words()["island"]
    return re.compile(either(island["business"])), re.compile(
        f"^(?:{either(island['speakers'])})$|[会局署部厅院方府警委家者员长民团党国市县他她们某]$"
    )


@cache
def _counties() -> re.Pattern[str]:
    """A county or city by its short name, behind a break or a word that governs a place, in no name or set phrase."""
    island = words()["island"]
    names, shorter, offices = island["counties"], island["shorter"], either(island["offices"])
    before = (
        "(?<![一-鿿])|(?<=[在于从到至赴往及和与、是让使由将把对向替给为])"
        "|(?<=[今昨前][天日])|(?<=[今去前]年)|(?<=[0-9][日月])|(?<=其中)|(?<=目前)"
    )
    return re.compile(
        rf"(?:{before})(?:{either(names)})(?![省市县区乡镇路街店人籍])(?!{either(island['no_place'])})"
        rf"|(?:{before})(?:{either(shorter)})(?![场值委中])"
        rf"|(?<=[局署部院])(?:{either(names)})(?={offices})"
        rf"|(?:{either((*island['groups'], *island['former']))})"
    )


@cache
def _in_titles() -> tuple[re.Pattern[str], dict[str, str]]:
    """What titles call the counties and cities by, and the name of each."""
    names = {word: row[0] for row in words()["island"]["in_titles"] for word in row}
    return re.compile(either(names)), names


def title_city(page: Page) -> Place | None:
    """The one county or city of Taiwan that a title names and the text keeps to; it has no code of its own."""
    if not page.title or not any(sign in page.text for sign in _SIGNS):
        return None
    pattern, names = _in_titles()
    titled = {names[found[0]] for found in pattern.finditer(page.title)}
    if len(titled) != 1 or "台湾" in page.title or "台灣" in page.title or "全台" in page.title:
        return None
    name = titled.pop()
    told = {page.text[m.start : m.end] for m in page.mentions if m.code == _TAIWAN}
    own = {place for place in told if place.startswith(name[:-1]) or (place in names and names[place] == name)}
    kept = own and all(place in own or place in ("台湾", "台湾省") for place in told)
    mainland = any(m.code not in (None, _TAIWAN) for m in page.mentions)
    return replace(as_printed(name), around=_TAIWAN) if kept and not mainland else None


# 第八届, 第十二次: how often a contest has been held.
_TIME_OF = re.compile("第[0-9一二三四五六七八九十百]{1,4}届\\Z")


@cache
def _held() -> re.Pattern[str]:
    return re.compile(
        rf"[一-鿿]{{0,8}}?(?:{either((*words()['fairs'], *words()['island']['contests']))}|运动?会|大赛|比赛|赛)"
    )


@cache
def _contest() -> re.Pattern[str]:
    return re.compile(rf"[一-鿿]{{0,8}}(?:{either(words()['island']['contests'])})")


def names_contest(text: str, start: int, end: int) -> bool:
    """Whether 全国 is only part of the name of a contest in which somebody won (获114年全国药政考核8座奖项), or of one
    that is held for the so manieth time (第八届全国残疾人运动会)."""
    if not text.startswith("全国", start):
        return False
    if _TIME_OF.search(text, max(0, start - _NEAR), start) and _held().match(text, end):
        return True
    if _contest().match(text, end) is None:
        return False
    return _WON.search(text, max(0, start - _NEAR), start) is not None


def whole_of_overseas(text: str, home: Place, book: Gazetteer) -> list[tuple[int, int, Place]]:
    """What a page of Taiwan, Hong Kong or Macao calls the whole of it by (全台, 内政部), but no contest of the whole
    (获全国药政考核奖项): offsets and the area."""
    code = home.code or home.around
    whole = words()["overseas_whole"].get(code, ())
    if not whole or code is None:
        return []
    area = replace(as_area(code, book), rule="pointer")
    found = ((start, end) for start, end, _ in occurrences(text, whole) if not names_contest(text, start, end))
    return [(start, end, area) for start, end in found if not _GIVES.match(text, end)]


def with_island_towns(text: str, mentions: list[RegionMention]) -> list[RegionMention]:
    """The mentions with the towns of Taiwan in place of what else their letters may mean; they have no code of their
    own, and their name is as printed."""
    if not any(sign in text for sign in _SIGNS):
        return mentions
    spelt = list(_towns().finditer(text))
    if any(sign in text for sign in _PAPER):
        ends = {town.start() for town in spelt}
        whole = {at for m in mentions if m.code for at in range(m.start, m.end)}
        former = frozenset(words()["island"]["former"])
        found = (one for one in _counties().finditer(text) if one.start() not in ends)
        spelt += [one for one in found if one[0] not in former or one.start() not in whole]
    towns = [RegionMention(m.start(), m.end(), _TAIWAN, m[0], "part") for m in spelt]
    if not towns:
        return mentions
    taken = {at for town in towns for at in range(town.start, town.end)}
    kept = [one for one in mentions if taken.isdisjoint(range(one.start, one.end))]
    return sorted((*kept, *towns), key=lambda mention: mention.start)
