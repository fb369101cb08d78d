"""Names given away from the number: by the view of a sentence (从营收来看，…), in front of a bracket (甲（36%））."""

from __future__ import annotations

import re

from tasks.extract.clauses import MENTION, Clause
from tasks.extract.cues import ABOUT
from tasks.extract.indicators_phrases import begins_comparison
from tasks.extract.indicators_state import RATES, Named, Telling

_VIEW = re.compile(
    r"[\s\x01，]*(?:再|先|而|仅|单|若)?[从就以按]\x01*(?P<view>[\u3400-\u9fffA-Za-z]{2,14}?)(?:数据|情况|表现|方面|角度)?(?:上)?来?[看讲说][，,]?"
)
# 净利润方面，甲银行8亿元
_FIELD = re.compile(r"[\s\x01，]{0,16}+在?(?P<view>[\u3400-\u9fffA-Za-z]{2,14}?)(?:方面|上|这一?[项块])[，,]?")
# 说到单产, 论收入
_TALK = re.compile(
    r"[\s\x01，]{0,16}+(?:要说|说到|说起|讲到|谈到|提到|论起?|要论|至于|就)(?P<view>[\u3400-\u9fffA-Za-z]{2,10}?)(?:而言|来[说讲论])?[，,]?"
)
# 机收率，小麦98%，玉米91%: what is measured stands alone, and members follow.
_ALONE = re.compile(
    r"[\s\x01，]{0,16}+(?:今年|去年|目前|全[省市县区国])?的?(?P<view>[\u3400-\u9fff]{2,8}|[\u3400-\u9fff]{3,14}的(?:比例|比重|份额|占比))"
)
# 按人均算，地区生产总值…: reckoned for each one.
_FOR_EACH = re.compile(
    r"[\s\x01，]{0,16}+(?:若|如果|要是)?[按以从](?P<each>[人户亩村镇县店])均(?:水平)?来?(?:计算|算|计|看|讲|说)"
)
_NOT_A_VIEW = re.compile(
    "(?:季度|结构|趋势|整体|总体|长期|目前|年份|区域|地区|行业|类别|分类|品种|环比|同比|用途|来源|构成|走势|全年)$"
)
_VIEWED = re.compile(
    "(?:营收|息差|水平|总量|收入|利润|增速|规模|额|量|率|值|价|单产|亩产|产量|产值|均价|价格|人数|数量|面积|占比|比重|GDP|成本|投资|消费|出口|进口|余额|养老金|报销|赔付|减免|贷款|存款|资金|捐款|补贴|补助|津贴|工资|经费|标准|比例|待遇|保险金|保障金|抚恤金|低保金|救助金)$"
)
_OWN_NOUN = re.compile("[率额量值价费数款比速润积奖金]$|收入|增速|占比|比重|GDP|PPI|CPI|息差|营收|规模|价格|指数")
_MOST = re.compile("(?:排名)?(?:最[高低大小多少快慢]|居首|第一|领先|紧随其后|次之)$")
_MEMBER = re.compile(r"[^，。；;：:、（）()\s“”]{1,24}$")
# 小麦98%, 大豆只有90%: nothing but the member before the number.
_MEMBER_ONLY = re.compile(
    r"\s*(?:其中)?[\u3400-\u9fff]{2,8}?(?:最[高低]|则|也|还|只|仅|达到?|为|是|有|近|约|不到|\x01)*"
)
_LINK = re.compile("(?:分别)?(?:是|为|有)|以及|[和与及]")
# 甲（2%）和乙（3%）: a link in front of a member; one within it is its own (烟酒及用品).
_JOINED, _IS = (
    re.compile("(?:以及|[和与及])(?=..)"),
    re.compile("(?:分别)?(?:是|为|有|包括|集中[在于]|来自)|(?<![可足予得所加用])以(?![及上下内外来后前])"),
)
_GROUP = re.compile(
    r"(?P<group>[\u3400-\u9fff]{2,14}?)(?:前[\d一二三四五六七八九十]+[位名项])?(?:依次|分别)?(?:是|为)$"
)
# （占比11%）, （占总数的5%）
_SHARE_ONLY = re.compile(
    rf"\s*(?:占比?|占总[\u3400-\u9fff]{{1,3}}的?|占全部的?|比重|份额)(?:{ABOUT}|为|达到?|超过?)*\s*"
)
_HEAD_BEHIND = re.compile(
    "([\u3400-\u9fff]{0,6}(?:[率额量]|增速|增幅|占比|收入|产值|规模|利润))(?:均|都|相对)?(?:居前|靠前|领先|领跑|[较最更]|排名|排在|位居|位列)"
)
# 从洲际分布看，亚洲约占90%: a share that is told of places is each time of another one.
_SPREAD = re.compile(r"[^，。；\x02]{0,12}(?:分布|构成|来源地?|去向|流向|目的地|格局)[^，。；\x02]{0,4}?[看讲说][，,]?")
_OF_PLACE = re.compile(
    r"\s*(?P<place>[\u3400-\u9fff、和]{2,12}?)(?:各|均|都|分别|则|约|大约|将近|近|占到?|为|达|超过?|\x01)*"
)
_SHARES = ("比例", "比重", "份额", "占比")
_CARRIED = ("carried name", "clause before", "same clause", "list")
_FIELD_ENDS = ("上", "方面", "这一项", "这一块", "这项", "这块")
_LONG, _SHORT = 40, 2
_BOTH = re.compile("[、和]")


def add_views(told: Telling) -> None:
    """Puts what the sentence looks at into the names that say only whose it is."""
    view = unit = ""
    spread = False
    for place, clause in enumerate(told.sentence.clauses):
        if not clause.quantities:
            if alone := _alone(told, place):
                view, unit = alone, _unit_of(told, place)
            elif _SPREAD.fullmatch(told.masked[clause.start : clause.end].strip()):
                spread = True
            elif each := _FOR_EACH.fullmatch(told.masked[clause.start : clause.end].strip()):
                _add_mean(told, place + 1, each["each"] + "均", told.wording.subject(each[0]) or each[0])
            elif said := view_of(told.masked[clause.start : clause.end]):
                view, unit = said, ""
            continue
        for index in clause.quantities if spread else ():
            _of_place(told, index)
        for index in clause.quantities if view else ():
            if unit in ("", _base(told.slots[index].unit)):
                told.names[index] = _viewed(told, index, view, unit != "")


def _of_place(told: Telling, index: int) -> None:
    """Names a share of a distribution by the place that it is told of as well, in place."""
    named = told.names[index]
    found = _OF_PLACE.fullmatch(named.before) if told.slots[index].unit in ("%", "‰") else None
    places = _BOTH.split(found["place"]) if found else []
    if found and all(place in told.lone for place in places) and found["place"] not in named.name:
        whole = named.name.removesuffix("占比").removesuffix("占")
        whole = "" if whole in told.lone else whole
        told.names[index] = named.called(f"{whole}{found['place']}占比", "view")


def _add_mean(told: Telling, place: int, mean: str, said: str) -> None:
    """Names the first amount of a clause by the mean that the clause before reckons in, in place; `said` are the words
    that do so, which names behind may have taken over."""
    for at, clause in enumerate(told.sentence.clauses[place:]):
        for index in clause.quantities:
            named = told.names[index]
            if said in named.name:
                told.names[index] = named.called(named.name.replace(said, mean), "view")
            elif not at and index == clause.quantities[0] and "均" not in named.name:
                plain = told.slots[index].unit not in RATES
                told.names[index] = named.called(mean + named.name, "view") if plain else named


def _viewed(told: Telling, index: int, view: str, alone: bool) -> Named:
    """The name of a number with what its sentence looks at, itself where it says what is measured."""
    wording, named = told.wording, told.names[index]
    owner = _MOST.sub("", _own_words(named, view, alone))
    owner = owner if "规模" in view else owner.removesuffix("规模")
    unit_noun = wording.unit_noun(told.slots[index].unit)
    owner = owner.removesuffix(unit_noun) if unit_noun and view.endswith(unit_noun) else owner
    bare = owner.removesuffix("排名")
    if wording.is_growth_noun(wording.dependent_tail(bare) or bare) and view not in bare:
        return named.called(view + bare, "view")
    tail = wording.dependent_tail(bare)
    if owner == view:
        return named.called(view)
    shared = alone and view.endswith(_SHARES) and not bare.endswith(("率", *_SHARES))
    if view in owner or (_OWN_NOUN.search(bare) and not shared) or (tail and tail not in wording.rates):
        return named
    whole = view if owner in told.lone else view + owner if told.slots[index].kind == "rank" else owner + view
    return named.called(whole, "view")


def _own_words(named: Named, view: str, alone: bool) -> str:
    """The name without the view that it has taken over as its subject (机收率小麦 → 小麦)."""
    name = named.name
    if name.startswith(view) and name[len(view) :] in _FIELD_ENDS:
        return view
    if (alone and named.rule == "carried subject") or name.startswith(view):
        starts = range(len(view) if name.startswith(view) else 1, len(name) - 1)
        return next((name[start:] for start in starts if name[start:] in named.before), name)
    return name


def _unit_of(told: Telling, place: int) -> str:
    """The unit of the number that follows a clause."""
    following = told.sentence.clauses[place + 1].quantities
    return _base(told.slots[following[0]].unit)


def _base(unit: str) -> str:
    """The unit without the time or the head that it is paid for."""
    return unit.partition("/")[0]


def _alone(told: Telling, place: int) -> str:
    """What is measured of members told one by one in the clauses behind (机收率，小麦98%，玉米91%), "" for none."""
    here, *then = told.sentence.clauses[place : place + 3]
    if len(then) < _SHORT:
        return ""
    found = _ALONE.fullmatch(told.masked[here.start : here.end].strip())
    if found is None or not _VIEWED.search(found["view"]) or _NOT_A_VIEW.search(found["view"]):
        return ""
    if any(len(one.quantities) != 1 or one.opener not in "，,、；;：:" for one in then):
        return ""
    units = {_base(told.slots[one.quantities[0]].unit) for one in then}
    bare = all(
        _MEMBER_ONLY.fullmatch(told.masked, one.start, told.slots[one.quantities[0]].start)
        and not told.masked[told.slots[one.quantities[0]].end : one.end].strip("。！\n 左右以上下")
        for one in then
    )
    return found["view"] if len(units) == 1 and bare else ""


def view_of(clause: str) -> str:
    """The indicator that a clause looks at (从营收来看 → 营收), "" for any other."""
    found = _VIEW.fullmatch(clause) or _FIELD.fullmatch(clause) or _TALK.fullmatch(clause)
    view = found["view"] if found else ""
    return view if view and _VIEWED.search(view) and not _NOT_A_VIEW.search(view) else ""


# 甲县（20%）、开发区（15%）: where, and not what.
_ZONE = re.compile("[一-鿿]{0,6}(?:开发区|高新区|经开区|新区|示范区|城区|市区|市本级|县本级|市直)")


def name_brackets(told: Telling) -> None:
    """Names a share alone in brackets by what stands in front of them: 因病（36.2%）, 汽车（增长35.8%）."""
    masked, names = told.masked, told.names
    made: list[int] = []
    last = ""
    for clause in told.sentence.clauses:
        if clause.opener not in ("（", "(") or len(clause.quantities) != 1:
            made = made if clause.opener in ("）", ")") and _add_head(masked, clause, made, names) else []
            if len(clause.quantities) == 1 and (opened := _opened(masked, clause)):
                _share_in(told, opened, clause.quantities[0])
            continue
        index = clause.quantities[0]
        if names[index].rule == "carried subject" and _share_in(told, clause.start, index):
            continue
        if names[index].rule not in _CARRIED:
            continue
        member = _member(masked, clause.start, told.lone)
        if _ZONE.fullmatch(member or names[index].name.lstrip("、")):
            names[index] = names[index].called(last or names[index].name, "bracket")
        elif member:
            names[index] = names[index].called(member, "bracket")
            made.append(index)
        elif told.slots[index].unit not in RATES and (whole := _of_area(told, clause, index)):
            names[index] = names[index].called(whole, "bracket")
        last = names[index].name


def _opened(masked: str, clause: Clause) -> int:
    """Where the brackets begin in which a clause stands behind words without a figure (布匹（棉、麻等，占5%）), 0 for
    none."""
    low = max(0, clause.start - _LONG)
    at = max(masked.rfind("（", low, clause.start), masked.rfind("(", low, clause.start))
    within = masked[at + 1 : clause.start]
    return 0 if at < 0 or MENTION in within or "）" in within or ")" in within else at + 1


def _share_in(told: Telling, start: int, index: int) -> bool:
    """Names what is only said to be a share, in brackets that begin at `start`, by what stands in front of them."""
    said = told.masked[
        max(start, told.masked.rfind("，", start, told.slots[index].start) + 1) : told.slots[index].start
    ]
    if _SHARE_ONLY.fullmatch(said) is None or not (member := _member(told.masked, start, told.lone)):
        return False
    told.names[index] = told.names[index].called(member + "占比", "bracket")
    return True


def _of_area(told: Telling, clause: Clause, index: int) -> str:
    """What the amount of an area alone in brackets is (其次是甲省（47万千瓦）): the last name in its unit."""
    found = _MEMBER.search(told.masked[max(0, clause.start - 1 - _LONG) : clause.start - 1])
    linked = list(_LINK.finditer(found[0])) if found else []
    area = found[0][linked[-1].end() if linked else 0 :].strip("\x01") if found else ""
    if area not in told.lone:
        return ""
    unit = told.slots[index].unit
    alike = (one for one in sorted(told.names, reverse=True) if one < index and told.slots[one].unit == unit)
    return next((told.names[one].name for one in alike if told.names[one].name not in told.lone), "")


def _add_head(masked: str, clause: Clause, made: list[int], names: dict[int, Named]) -> bool:
    """Closes the members of brackets by what they lead in behind the last of them (甲业（2%）、乙业（3%）不良率居前);
    whether the list goes on instead."""
    words = masked[clause.start : clause.end]
    found = _HEAD_BEHIND.match(words)
    for index in made if found else ():
        if found and not _OWN_NOUN.search(names[index].name):
            names[index] = names[index].called(names[index].name + found[1])
    return words.startswith(("、", "和", "以及", "与"))


def _member(masked: str, start: int, lone: frozenset[str]) -> str:
    """The member of a list in front of the brackets that begin at `start`."""
    ahead = masked[max(0, start - 1 - _LONG) : start - 1].rstrip()
    found = _MEMBER.search(ahead)
    if found is None or MENTION in found[0]:
        return ""
    joined = _JOINED.match(found[0])
    linked = [match for match in _IS.finditer(found[0]) if len(found[0]) - match.end() > 1]
    cut = linked[-1].end() if linked else joined.end() if joined else 0
    member = found[0][cut:].strip("\x01")
    if len(member) < _SHORT or member in lone or begins_comparison(member):
        return ""
    group = _GROUP.search(ahead[: found.start() + cut])
    return (group["group"] if group and len(member) <= _SHORT + 1 else "") + member
