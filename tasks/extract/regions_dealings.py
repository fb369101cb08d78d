"""What one household or one firm of a story deals with, told without its name: 帮他拿到3万元, 合作社已流转土地800亩."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.regions_firms import Found, bodies
from tasks.extract.regions_people import given_name, surnames
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_LEAD = 30
# What one household owns, earns or is counted in.
_OWNED = frozenset("元块钱亩口头只斤株棵箱万人")
_HOUSEHOLD = re.compile(
    r"(?:自家|(?<!其)[他她]家(?!乡)|家里|家中)(?:的|里|还|就|也|有|共|只有|今年|去年|一年|一共|种了?|养了?|盖了?|买了?|靠)*"
    r"[^，。；,;]{0,6}$"
    r"|(?:一家|全家)(?:人)?(?:一?共|总共)?有?$"
    r"|(?:将|把|，|为)[他她]的$"
    r"|(?:帮|借给|送给|帮助|资助|补助|给)[他她](?!们|家乡|国|人)[^。；]{0,18}$"
)
_MANY = re.compile(
    "平均|人均|户均|每户|家家|农户|群众|村民们|乡亲|贫困户|脱贫户|居民|[他她]们|全[国省市县区州旗镇乡村]"
)
# Someone speaks of a firm of their own: “创业之初，员工只有3人…”.
OF_OWN_FIRM = re.compile(
    r"创业(?:之初|初期|时|那年)|注册资[金本]|启动资金|员工(?:只有|从|已|有|也)?[0-9]|(?:我们|咱们?)(?:公司|企业|厂|合作社|店|平台|团队|学校|医院)"
    r"|我们[院店厂社]|我们这里的(?:工人|员工|职工|学生|老师)|我(?:的)?(?:公司|企业|厂|店|工厂|网店)|我们(?:全家|一家)|咱家|我和(?:老伴|爱人|丈夫|妻子|老公)"
)


@cache
def _to_firm() -> re.Pattern[str]:
    """Money that one firm of a story gets (给合作社添了一笔…)."""
    kinds = either(bodies()["story_firms"])
    return re.compile(
        f"(?:给|拨给|借给|奖给|补给)(?:这家|该|这个|村里的)?(?:{kinds})(?!们)"
        "[^，。；,;0-9]{0,6}(?:一笔|添了?|拨了?|补了?|补助了?|奖励了?|贷了?|投了?)(?:[^，。；,;0-9]{0,4})$"
    )


def of_household(text: str, sentence: int, start: int, end: int) -> bool:
    """Whether a number is of one household's goods or money (自家的5亩山地, 帮他拿到3万元, 一家4口)."""
    if text[end - 1] not in _OWNED:
        return False
    low = max(sentence, start - _LEAD)
    found = _HOUSEHOLD.search(text, low, start)
    if found is None and text[end - 1] in "元块钱万" and _to_firm().search(text, low, start):
        return True
    if found is None or _MANY.search(text, low, start):
        return False
    return found[0][:2] not in ("一家", "全家") or "口" in text[start : end + 1]


@cache
def _founded() -> re.Pattern[str]:
    """Where a firm comes into being or someone speaks for it: from there on 合作社, 公司 mean that one."""
    kinds = either(bodies()["story_firms"])
    return re.compile(
        f"(?:成立|办起|创办|组建|注册|领办|开办|建起|创建)了?(?:[^，。；、0-9]{{0,10}}?)(?P<kind>{kinds})(?![、等0-9一二三四五六七八九十百]|和)"
        f"|(?P<spoken>{kinds})(?:负责人|理事长|社长|总经理|董事长)[一-鿿]{{2,4}}"
        r"|(?<=[。！？；，,\n　“])[^\W0-9_等各该这每]{2,14}(?<![全国省市县区镇乡村各家型类业的])"
        f"(?P<told>{kinds})(?=就是|便是|正是|是其中|是一家|(?:成立|创办|组建|始建)于)"
    )


@cache
def _acting() -> re.Pattern[str]:
    """A firm by its kind alone, as the subject of a clause."""
    kinds = either(bodies()["story_firms"])
    acts = either((*words()["firm_acts"], *bodies()["firm_figures"], *bodies()["firm_gains"]))
    when = (
        "(?:目前|如今|现在|今年|去年|近年来|同年|当年|当时|之后|此外|同时|后来|[0-9至到—-]{4,9}年(?:底|初|以来)?)[，,]?"
    )
    now = f"(?:{when}){{0,3}}"
    return re.compile(rf"[。！？；，,;\n“][ \t\xa0　]{{0,16}}+{now}(?P<kind>{kinds})(?={now}(?:{acts}))")


_FIRM_SIGN = Sought("公司|集团|家企业|家单位|家银行")
# Firms just named, counted as the subject of a clause: 两家企业分别投入….
_SEVERAL = re.compile(
    r"[。！？；，,;\n][ \t\xa0　]{0,16}+(?P<kind>[两三四五六七八九]家(?:企业|公司|单位|银行))(?=分别|各|共同|先后)"
)


@cache
def _of_someone() -> Sought:
    """Someone's firm at the head of a clause (如今，陈某某的合作社…), or theirs (他们生产的…)."""
    kinds = either((*bodies()["story_firms"], *bodies()["someones_firms"]))
    when = "(?:现在|如今|目前|今年|去年|当年|第[一二三]年|[0-9]{4}年|，){0,4}"
    own = rf"公司|企业|厂|合作社|生产的|的(?:{either(bodies()['firm_figures'])})"
    given = given_name("业县市区镇乡村州省等级")
    return Sought(
        rf"[。！？；，,;：\n“][ \t\xa0　]{{0,16}}+{when}(?P<kind>[{surnames()}]{given}的(?:{kinds})|他们(?:{own}))"
    )


@cache
def _the_firm() -> re.Pattern[str]:
    """One firm as the subject of its sentence: 公司因地制宜支持…."""
    acts = either(words()["firm_opens"])
    return re.compile(rf"[。！？\n][ \t\xa0　]{{0,16}}+(?P<kind>公司|集团)(?={acts})")


# 全县共拨给合作社3000万元: to all of them.
_TO_MANY = re.compile("(?:全[国省市县区州旗镇乡村]|共计?|累计|分别|每年|各|已)[^，。；\n]{0,10}$")


@cache
def _paid() -> Sought:
    """The firm of a story where it is given money (拨给合作社一笔90万元的补助)."""
    kinds = either(bodies()["story_firms"])
    gives = "拨给|补给|奖给|发给|借给|贷给|划给"
    return Sought(
        rf"(?:{gives})了?(?P<kind>{kinds})(?=(?:[一两几][笔项份])?[^，。；、们等和与的家0-9]{{0,6}}[0-9][0-9.]*[万亿]*元)"
    )


def nameless_subjects(text: str, named: Sequence[Found]) -> list[Found]:
    """Firms where their kind alone is the subject of a clause: those of a story, behind where the text founds one or
    names who speaks for it, several that are counted, and the one that opens its sentence.

    `named` are the bodies that the text tells by name.
    """
    open_ones = (*_SEVERAL.finditer(text), *_the_firm().finditer(text)) if _FIRM_SIGN.search(text) else ()
    own = _of_someone().behind_break(text) if "的" in text or "他们" in text else ()
    found = [(match.start("kind"), match.end("kind"), match["kind"]) for match in open_ones]
    found += [(match.start("kind") - 1, match.end("kind") - 1, match["kind"]) for match in own]
    for match in _paid().finditer(text) if "给" in text else ():
        if not _TO_MANY.search(text, max(0, match.start() - _LEAD), match.start()):
            found.append((match.start("kind"), match.end("kind"), match["kind"]))
    return found + _of_story(text, named)


def _of_story(text: str, named: Sequence[Found]) -> list[Found]:
    """The firm of a story by its kind alone."""
    if not any(kind in text for kind in bodies()["story_firms"]):
        return []
    told: dict[str, int] = {}
    for found in _founded().finditer(text):
        told.setdefault(found[found.lastgroup or 0], found.end())
    for _, end, name in named:
        kind = next((kind for kind in bodies()["story_firms"] if name.endswith(kind)), None)
        if kind and (kind not in told or end < told[kind]):
            told[kind] = end
    if not told:
        return []
    acting = _acting().finditer(text, min(told.values()) - 1)
    return [
        (match.start("kind"), match.end("kind"), match["kind"])
        for match in acting
        if match.start("kind") >= told.get(match["kind"], len(text))
    ]


# 以一家国有银行在售的一款产品为例，…: one of many, which is told of by what it is.
_EXAMPLE = re.compile(
    r"(?:^|[。！？；;，,：:“\n])[ \t　]{0,8}+(?:例如|比如|譬如)?，?(?:记者)?"
    r"以(?P<name>[一某][家款只个户名位辆台套份][^，。；,;\n]{2,28}?)为例"
    "(?=[，,：:])"
)


def examples(text: str) -> list[Found]:
    """Firms, products and households without a name that the text goes on about as an example: offsets and words."""
    if "为例" not in text:
        return []
    return [(found.start("name"), found.end("name"), found["name"]) for found in _EXAMPLE.finditer(text)]


# 根据云岭未经审核的上半年业绩，…: whose report it is.
_WHEN_REPORTED = "第[一二三四]季|[0-9]{4}年|[上下]半年|前三季度|年度"
_BY_REPORT = re.compile(
    r"(?:^|[。！？；，,\n])[ \t　]{0,8}(?:其中|此外)?，?(?:根据|依据|按照|据)"
    r"(?P<name>(?:(?![的第未年月上下发公各我全])[A-Za-z一-鿿]){2,8}?)(?:发布|公布|披露)?"
    rf"(?:的|未经审[计核]|最新|{_WHEN_REPORTED})[^。；，,\n]{{0,24}}?(?:业绩|财报|财务报[告表]|年报|季报)"
)
_NO_REPORTER = re.compile("(?:部|局|署|会|委|厅|办|省|市|县|区|公司|企业|机构|数据|行业|媒体|记者)$")


def reporting(text: str) -> list[Found]:
    """Firms whose report a sentence is told from: offsets and names."""
    if not any(word in text for word in ("业绩", "财报", "财务报", "年报", "季报")):
        return []
    named = (found for found in _BY_REPORT.finditer(text) if not _NO_REPORTER.search(found["name"]))
    return [(found.start("name"), found.end("name"), found["name"]) for found in named]
