"""Pairs the members of a list with a run of numbers: A、B分别增长1%、2%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.indicators_elided import only_when
from tasks.extract.indicators_partners import traded_with, with_attribute
from tasks.extract.indicators_wording import Wording

_LIST_SPLIT = re.compile(r"、|以及|和(?![谐平美田])|(?<!参)与(?!会)|(?<![普涉惠波触])及(?![格时])|或(?!者)")
_ENUMERATION = 3
_COMPARED = re.compile(r".*(?:[高低快慢优好多少]于|高出|低出|占|增速比|增幅比|收入比(?!例))")
# 西瓜、梨、苹果批发价格: what is priced of all members.
_PRICED = re.compile(
    "(?:平均|批发|零售|市场|出厂|收购|销售|交易|进口|出口|日均|每日|周|月)*(?:均价|价格|售价|单价)(?:指数)?$"
)
# 0—14岁、15—59岁、60岁及以上人口: people by their ages.
_AGED = re.compile(r"\d{1,3}周?岁[及或]?以[上下]的?([\u3400-\u9fff]{2,12})")
# 医药、食品、化工行业增加值
_GROUP_NOUN = re.compile(
    "(?:行业|板块|领域)(?=(?:规上|规模以上)?(?:工业)?(?:增加值|总?产值|投资|利润|营业收入|收入|出口|产量|$))"
)
# 甲业和乙业2个行业增加值: how many they are is said of all.
_NUMBERED_SORTS = re.compile(
    r"(?<=业)(?:\d{1,2}|[二两三四五六七八九十]{1,2})[个大](?:重点|主要|优势|支柱|传统)?(?:行业|门类|大类|板块)(?=..|$)"
)
# 甲业、乙业、丙业等重点行业到资: what stands behind the word that sums the members up is said of each.
_SUMMED_UP = re.compile(
    "(?<=.)等(?:\\d{1,3}个?|[两三四五六七八九十]+[个大])?(?:重点|主要|优势|支柱|传统|新兴|相关|领先|特色){0,2}"
    "(?:行业|领域|产业|品类|商品|产品|农产品|作物|地区|省份|城市|国家|市场|群体|区域)的?(?=..)"
)
# 第一、二、三产业和居民: the 第 of the first is that of all.
_SECTORS_CUT = {"第一": "第一产业", "二": "第二产业", "第二": "第二产业", "三产业": "第三产业", "第三产业": "第三产业"}
_USED = re.compile("(?:用电|用水|用气|用能)量?$|能耗$")
# 离开甲市、乙市: what is done of all.
_MOTION = re.compile("(?:离开|到达|抵达|前往|进入|来自|发往|飞往|运往|销往|进驻|送往|流向)(?=..)")
# 荔枝、龙柚、石斛三大特色产业面积: the three share what is said of them together.
_COUNTED_TOGETHER = re.compile(
    "([\u3400-\u9fff]{2,8}?)[两三四五六七八九十](?:大|个|种|类)(?:(?:主要|核心)?(?:指标|数据))?([\u3400-\u9fff]{2,14})"
)
_PAIR = 2
# 三次产业结构比, 产业结构: what three figures are of together.
_EACH_SECTOR = ("第一产业", "第二产业", "第三产业")
SECTORS = len(_EACH_SECTOR)
_ALL_SECTORS = re.compile("三次产业|(?<!、)三产(?=结构|之?比)|产业(?=结构)")
_OF_EACH = re.compile("比|贡献|拉动")
_MOVED_ON = re.compile("(?:[\x01由从]|今年|继续|进一步|持续|不断|逐步|优化|调整|变化|演变|转变|变|发展)+")
_MOVED_ON_END = re.compile("(?:继续|进一步|持续|不断|逐步|优化|调整|变化|演变|转变)+$")
_BLANK, _LONG_MEMBER = " \x01\n\u3000", 20
_AREA, _STUMP = 6, 2
_COUNTS, _FIELDS = frozenset("数率量额值费"), frozenset(("经济", "人口", "贸易", "消费", "就业"))


def by_sector(name: str, earlier: Sequence[str]) -> list[str]:
    """The names of three figures that are of the three sectors together (三次产业结构比), empty for none.

    `earlier` are those of the three figures before, which a second chain is of as well (…优化为11:41:48).
    """
    if _MOVED_ON.fullmatch(name):
        return list(earlier)
    found = _ALL_SECTORS.search(name)
    if found is None or (
        found[0] in ("三产", "产业") and not name.endswith(("结构", "构成", "比", "比例", "优化", "调整"))
    ):
        return []
    name = _MOVED_ON_END.sub("", name)
    if _OF_EACH.search(name):
        return [name.replace(found[0], one) for one in _EACH_SECTOR]
    if found[0] == "三次产业" and not name.endswith(("三次产业", "结构", "构成")):
        return [f"{name}{one}占比" for one in _EACH_SECTOR]
    return [name.replace(found[0], one).removesuffix("构成").removesuffix("结构") + "占比" for one in _EACH_SECTOR]


def split_list(text: str, number: int = 0) -> list[str]:
    """The members of an enumeration, empty ones left out.

    Members may hold 和 or 及 themselves (电气机械和器材制造业): the commas decide, where they alone or with the last
    conjunction give the `number` of members looked for.
    """
    by_comma = [part for part in text.split("、") if part]
    if number > 1 and len(by_comma) == number:
        return by_comma
    if number > 2 and len(by_comma) == number - 1:
        *firsts, rest = by_comma
        joins = [found.span() for found in _LIST_SPLIT.finditer(rest, 1) if found.end() < len(rest)]
        alike = [span for span in joins if rest[span[0] - 1] == firsts[-1][-1]]
        if joins:
            start, end = (alike or joins[-1:])[0]
            return [*firsts, rest[:start], rest[end:]]
    return [part for part in _LIST_SPLIT.split(text) if part]


def last_member(text: str) -> str:
    """The last member of an enumeration of more than three, else the text as it is."""
    return text.rsplit("、", 1)[-1] if text.count("、") >= _ENUMERATION else text


def pair_members(
    wording: Wording, name: str, units: Sequence[str], recent: Sequence[tuple[str, str]], rule: str
) -> list[str]:
    """One name for each of the numbers that stand in a list, whose units are given; `name` for all when nothing pairs.

    A list without a subject (分别增长1%、2%, 占比依次为40%、30%, 分别下降2万人和3个百分点) takes those of as many names
    before it: those of alike numbers, or those whose own units are the same. `recent` are names with their units.
    """
    run = len(units)
    if run < 2:
        return [name]
    both = _BOTH.search(name) if run == len(TOWN_AND_COUNTRY) else None
    halves = [name.replace(both.group(), one + both.group(1), 1) for one in TOWN_AND_COUNTRY] if both else []
    if halves and rule == "clause before":
        return halves
    owners = _owners(units, recent)
    pointer = _pointer(name)
    if pointer and recent and len(told := split_list(recent[-1][0], run)) == run:
        return [member + name[pointer.end() :] for member in complete_members(wording, told)]
    if owners and pointer:
        return [owner + name[pointer.end() :] for owner in owners]
    if owners and rule in ("carried name", "clause before", "carried subject"):
        said = name.removeprefix(recent[-1][0]) if rule == "carried subject" else ""
        return [owner + said for owner in owners] if said != name else [name] * run
    if halves:
        return halves
    members = split_list(name, run)
    if len(members) == run:
        return complete_members(wording, members)
    return [name] * run


_THESE = re.compile(
    r"(?P<when>[\u3400-\u9fff]{0,8}?)(?:(?:上述|以上|前述|这些|这几项)(?:主要|核心)?(?:指标|数据|数字|数值|比率|比例|标准|价格)|(?:各项)?(?:指标|数据|数字)$"
    r"|(?:上述|以上|前述|这)?(?:[两二三四五六]|[2-6])"
    r"(?:(?:大|项|个|类|种|组|档|块|样|笔|头|条)(?:主要|核心)?"
    r"(?:指标|数据|数字|数值|收入|比率|比例|比重|[\u3400-\u9fff]{0,4}标准|价格|(?=增速|增幅|占比|降幅|所占)|$)|者|$))"
)
TOWN_AND_COUNTRY = ("城镇", "农村")
_BOTH = re.compile("城乡(居民(?!医|养|基本|收入比)|低保|特困|常住居民)")
ALIKE = frozenset({"%", "百分点"})
_ELIDED = frozenset({"个", "百分点"})


def _owners(units: Sequence[str], recent: Sequence[tuple[str, str]]) -> list[str]:
    """The names before a list that its numbers are of, [] where they do not go together.

    Where each owner was told in several units (甲12户、30人，乙5户、9人，占比分别为60%、25%) the first name of each.
    """
    run = len(units)
    last = recent[-run:]
    if len(last) < run or not (_alike(units) or _each_its_own(units, [unit for _, unit in last])):
        return []
    for width in (2, 3):
        block = recent[-run * width :]
        firsts = block[:width]
        whole = len(block) == run * width and len({unit for _, unit in firsts}) == width
        if whole and all(unit == firsts[at % width][1] for at, (_, unit) in enumerate(block)):
            return [name for name, _ in block[::width]]
    return [name for name, _ in last]


def _alike(units: Sequence[str]) -> bool:
    """Whether the numbers of a list have one unit."""
    distinct = set(units)
    return len(distinct) == 1 or distinct <= ALIKE or distinct == _ELIDED


def _each_its_own(units: Sequence[str], before: Sequence[str]) -> bool:
    """Whether the numbers of a list go one by one with those named before, by their units."""
    return len(units) == len(before) and all(
        here == there or {here, there} <= ALIKE for here, there in zip(units, before, strict=True)
    )


def is_of_both(name: str) -> bool:
    """Whether a name is of town and country together (城乡居民收入)."""
    return _BOTH.search(name) is not None


def members_by_clauses(wording: Wording, clauses: Sequence[str], name: str, run: int) -> list[str]:
    """甲业，乙业，丙业产值分别增长…: members parted by commas, the last of which is `name`; [] for none."""
    firsts = [clause.strip(_BLANK) for clause in clauses]
    if run < _ENUMERATION or len(firsts) != run - 1 or len({first[-1:] for first in firsts}) != 1:
        return []
    if any(not 1 < len(first) <= _LONG_MEMBER for first in firsts) or firsts[0][-1] not in name:
        return []
    return complete_members(wording, [*firsts, name])


def points_back(name: str) -> bool:
    """Whether a name only points to several named before (三大指标, 两项增速)."""
    return _pointer(name) is not None


def _pointer(name: str) -> re.Match[str] | None:
    """The words by which a name points back to several, with those that say when before them (调整以前两者)."""
    found = _THESE.match(name)
    return found if found and (not found["when"] or only_when(found["when"])) else None


def complete_members(wording: Wording, members: list[str]) -> list[str]:
    """Gives every member the words that the list shares: 城镇和农村居民收入 → 城镇居民收入, 农村居民收入."""
    if members[-1].startswith("三产") and all(member in ("一", "二", "一产", "二产") for member in members[:-1]):
        return [*(member[0] + members[-1][1:] for member in members[:-1]), members[-1]]
    if traded := traded_with(members):
        return traded
    members = _of_one_owner(wording, with_attribute(_whole_sectors(members)))
    last = _NUMBERED_SORTS.sub("", members[-1])
    members = [*members[:-1], last]
    summed = None if _GROUP_NOUN.search(last, 1) else _SUMMED_UP.search(last)
    if summed:
        told = last[summed.end() :]
        return [*(member if member.endswith(told) else member + told for member in members[:-1]), last]
    if (counted := _COUNTED_TOGETHER.fullmatch(last)) and not any(
        _COUNTED_TOGETHER.search(one) for one in members[:-1]
    ):
        return [*(member + counted[2] for member in members[:-1]), counted[1] + counted[2]]
    if len(last) == _PAIR and len(members) > _PAIR and all(len(member) == 1 for member in members[1:-1]):
        return [*(member + last[-1] for member in members[:-1]), last]
    aged = _AGED.fullmatch(last)
    if aged and all(member.endswith("岁") for member in members[:-1]):
        return [*(member + aged.group(1) for member in members[:-1]), last]
    said = _LIST_SPLIT.split(last)[-1] or last
    names = [
        member + _shared_tail(wording, member, said, len(members[-2])).removeprefix("的") for member in members[:-1]
    ]
    moved = _MOTION.match(members[0])
    if moved and not any(_MOTION.match(member) for member in members[1:]):
        return [members[0], *(moved.group() + member for member in members[1:])]
    compared = _COMPARED.match(members[0])
    if compared and len(last) <= _AREA:
        last = compared.group() + last
    elif all(wording.is_carry_noun(one) for one in members[1:-1]) and any(
        wording.is_carry_noun(last[:n]) and last[n : n + 1] != "性" for n in (5, 4, 3, 2)
    ):
        tail = wording.dependent_tail(members[0])
        last = (members[0][: -len(tail)] if tail else "") + last
    return [*names, last]


def _whole_sectors(members: list[str]) -> list[str]:
    """第一、二、三产业和居民生活: the sectors by their whole names, where something else is listed behind them."""
    known = [_SECTORS_CUT.get(member) for member in members[:SECTORS]]
    whole = [member for member in known if member]
    if len(members) <= SECTORS or whole != list(_EACH_SECTOR):
        return members
    used = _USED.search(members[-1])
    return [*(sector + (used[0] if used else "") for sector in whole), *members[SECTORS:]]


def _of_one_owner(wording: Wording, members: list[str]) -> list[str]:
    """低保标准城镇、农村: what stands before the part that the first member names is of the others as well."""
    first = members[0]
    length = next((n for n in (3, 2) if len(first) > n + 1 and wording.is_part_only(first[-n:])), 0)
    others = [*members[1:-1], members[-1][:length]]
    if not length or not all(wording.is_part_only(one) for one in others):
        return members
    return [first, *(first[:-length] + one for one in members[1:])]


def _shared_tail(wording: Wording, member: str, last: str, length: int) -> str:
    """What the last member has behind its own part and an earlier member lacks; its own part is taken to be as long
    as the member before it (`length`) where no word of the two is alike."""
    group = _GROUP_NOUN.search(last, 1)
    if group and not _GROUP_NOUN.search(member):
        return last[group.start() :]
    if "等" in last[1:-1]:
        return next((last[-length:] for length in (4, 3, 2) if wording.is_carry_noun(last[-length:])), "")
    if len(member) >= 2:
        at = last.rfind(member[-2:])
        if at >= 0:
            return last[at + 2 :]
    if member[-1] == last[-1]:
        return ""
    at = last.find(member[-1], 1)
    if len(member) > 1 and 0 < at < len(last) - (1 if last[-1] in _COUNTS else 2):
        return _whole_noun(wording, last[at + 1 :])
    priced = _PRICED.search(last)
    if priced and priced.start() > 1 and priced.end() - priced.start() < len(last[length:]) <= len(priced.group()) + 2:
        return priced.group()
    noun = wording.dependent_tail(last)
    cut = noun.endswith(last[length:]) and len(last) > length and not wording.dependent_tail(member)
    tail = noun if cut and member[-1] not in "人客量均" else _whole_noun(wording, last[length:])
    if not tail and not wording.dependent_tail(member):
        return wording.dependent_tail(last)
    return tail if len(tail) > _STUMP or wording.is_carry_noun(tail) or tail in _FIELDS else ""


def _whole_noun(wording: Wording, tail: str) -> str:
    """The tail without a stray first character (工业机器人产量 lends 产量 to 减速器)."""
    noun = next((tail[-length:] for length in (4, 3, 2) if wording.is_carry_noun(tail[-length:])), "")
    return noun if noun and len(tail) - len(noun) == 1 else tail
