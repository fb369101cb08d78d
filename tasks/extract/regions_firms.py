"""Firms, schools and people of a story: where they are the subject, the figures are theirs and no area's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from tasks.extract.cues import ABOUT
from tasks.extract.regions_scan import WordScan
from tasks.extract.sought import Sought
from tasks.vocabulary import either, read_yaml

Found = tuple[int, int, str]
_LEAD = 22
# So many groups can a text tell of; looking for more by name would cost its length for each of them.
_SHORT_FORMS = 20
_REST_OF_NAME = ("集团", "公司", "股份", "科技")
BOUNDARY = "。！？!?；;，,：:\n“”（("
WHEN = (
    r"(?:[0-9]{1,4}[年月日]|[0-9]{1,2}[-—至](?=[0-9]{1,2}月)|今年|去年|目前|如今|现在|眼下|近日|日前|近年来|几年间|前不久|[上下]半年|以来|底|末|[至到—-]|据了解|此外|同时|同期|其中|而|但"
    r"|不过|之后|比如|例如|就连|就在|仅|最近|当天|当年|同年|随后|记者看到|截[至止]"
    r"|前?[0-9一二三四]个?季度|[ \t\xa0　]){0,12}+"
)


@cache
def bodies() -> Any:
    """The vocabulary of bodies (bodies.yaml)."""
    return read_yaml("bodies.yaml")


@cache
def _nameless() -> re.Pattern[str]:
    """What points at a body without a name: 这家电子企业, 该公司, 一家名不见经传的家电企业."""
    kinds, short = either(bodies()["nameless"]), either(bodies()["short_nameless"])
    return re.compile(
        rf"(?P<name>(?:(?:这[家所座个](?![省市县区州旗镇乡村])|(?<![每第十百千万首唯任另哪全有])一[家所])(?:[一-鿿、“”]{{0,14}}?)"
        rf"(?:{kinds}|(?<=[一-鿿]{{2}})(?:{short})(?=[，的就去今日年已还也有是从把将每一二三四五六七八九十0-9]))"
        rf"|该(?:{kinds}|(?:{short})(?![一-鿿]{{0,2}}长)))(?!家(?![、，的])|们|化|群))"
    )


_SIGN = re.compile("这[家所座个]|该|一[家所]")
_MODIFIES = re.compile(r"的$|[省市县区州盟旗镇乡村]$|(?:在|位于|走进|来到|走访)[^，。]{0,14}$")
_NO_SUBJECT = re.compile(
    r"[每各第]|唯一|仅有|最|平均|是$|为$|成为|有$|没有|引进|建成|新增|不是|作为$|像|[与和同跟向给]$"
)


def _clause_start(text: str, at: int) -> int | None:
    """Where the clause of an offset begins, None where that lies too far back."""
    low = max(text.rfind(sign, max(0, at - _LEAD), at) for sign in BOUNDARY) + 1
    return None if low == 0 and at > _LEAD else low


def nameless_bodies(text: str, places: Collection[int] = ()) -> list[Found]:
    """Bodies without a name where they open a clause, alone or behind what tells where or which they are.

    `places` are the offsets where names of places end.
    """
    found: list[Found] = []
    if not _SIGN.search(text):
        return found
    for match in _nameless().finditer(text):
        start = match.start("name")
        low = _clause_start(text, start)
        if low is None:
            continue
        lead = re.sub(rf"^{WHEN}", "", text[low:start])
        if lead and (_NO_SUBJECT.search(lead) or not (start in places or _MODIFIES.search(lead))):
            continue
        found.append((start, match.end("name"), match["name"]))
    return found


@cache
def _named() -> Sought:
    """A body with a name at the head of a clause."""
    kinds = either(bodies()["named_kinds"])
    apart = (
        r"[家们化生等、与及以内里]|和(?![^，。；、\n0-9]{2,4}(?:先生|女士))|的《|的(?:支持|帮助|带动|推动|指导|关心|专家|教授|师生|学生|团队)|所在|业(?!绩|务)"
        r"|板块|公司|集团|股份|有限|附属|校长|院长|副?书记|副?教授|教师|研究员|博士|学子|(?:副?董事长|总经理)(?![^，。]{0,8}[：:])|党委|队"
        r"|(?:主体)?工程|项目|开工|[一二三四]期|库房|仓库|[一-鿿]{0,4}(?:火灾|爆炸|事故|空难|矿难|发生|案)"
        r"|(?<=[台社])(?:消息|报道|记者|讯)"
    )
    # 生产女装的云岭集团.
    like = r"[^，。；：、的0-9\n]{3,14}的(?=[^，。；、\n]{2,8}(?:集团|公司|股份|药业|重工))"
    scene = f"(?:(?:走进|来到|在|位于)(?:[^，。；的]{{2,10}}的)?|记者从|{like})?"
    # 甲基金会捐赠16万元、乙公司捐赠10万元: a list of what each of them gave.
    head = rf"(?:^|[。！？；;，,：:\n]|(?<=[万亿]元)、)[ \t\xa0　“]{{0,16}}+{WHEN}{scene}"
    campus = r"(?:[（(][^（）()，。]{1,8}[）)])?(?:[一-鿿]{2,6}?(?:校区|分校|院区|分院))?"
    return Sought(rf"{head}(?P<name>[^\W0-9_]{{2,12}}?(?:{kinds}){campus})(?!{apart})")


@cache
def _known() -> tuple[WordScan, dict[str, str]]:
    """The index of companies and platforms called by name alone, and which sort each is."""
    sorts = {name: sort for sort in ("platforms", "known", "brands", "marks") for name in bodies()[sort]}
    return WordScan(sorts), sorts


_KNOWN_LEAD = re.compile(
    rf"[ \t\xa0　“]{{0,16}}+{WHEN}(?:[一-鿿]{{0,4}}记者(?:昨日|日前|近日|今日)?从|在|[一-鿿]{{2,8}} - "
    # 前10名中盛大文学占据5席
    "|前[0-9一二三四五六七八九十]{1,3}[名位强家大]?当?[中里])?"
)
# 上海银行间同业拆放利率 is no bank's.
_LISTED = re.compile(
    "[、系们业协]|间(?:同业|市场|债券|拆借|拆放|交易|外汇|资金|各?[一-鿿]{0,2}利率)|[^，。；：0-9]{0,10}等(?:[0-9]{1,4}|[两三四五六七八九十])[多余]?[个家项款种所]|[和与及][^，。]{0,12}(?:等|合作|签)"
)
# Whose data they are is not whom they are about (同花顺数据显示).
DATA_OF = re.compile("(?:最新|统计|监测|调查|研究|大)*(?:数据|统计|资讯|iFinD)[^，,。；;]{0,4}?(?:显示|表明|指出)")
_OWN_FIGURE = re.compile(rf"[（(](?:{ABOUT}|超)?[0-9][0-9.,]*(?:[万亿%％]|元|家|人)")
# 哈弗的增速, 荣耀手机销量: what is sold under a name is told of it wherever it stands.
_MARK_SOLD = re.compile(
    "[ ]?(?:品牌|汽车|手机|家族|系列)*的?(?:第?[一二三四1-4]季度?|[上下]半年|[0-9]{1,2}月|全年|今年|去年)?"
    "(?:国内|全球|累计|终端|零售)?"
    "(?:销售?量|增[速幅]|出货量?|交付量?|交车量?|上牌量|市占率)"
)
_OWN_REPORT = re.compile(
    r"集团|公司|公布|发布|披露|财报|营收|净利|股价|市值|[0-9年第上]{0,6}(?:[一二三四]季度?|半年)|员工|用户数"
    r"|占(?:据|有|比|了)*[0-9近约超]|(?:的)?(?:市场)?份额|市占率|[日月年]均|注册用户|活跃用户"
)


def known_bodies(text: str) -> list[Found]:
    """Companies called by name alone: at the head of a clause, with a figure of their own behind them in brackets
    (甲银行（5亿元）、乙银行（4亿元）), those that carry a place anywhere."""
    scan, sorts = _known()
    found: list[Found] = []
    for start, end, name in scan.find(text):
        if _OWN_FIGURE.match(text, end) or _MARK_SOLD.match(text, end):
            found.append((start, end, name))
            continue
        if sorts[name] == "marks" or _LISTED.match(text, end) or DATA_OF.match(text, end):
            continue
        if sorts[name] == "platforms" and not _OWN_REPORT.match(text, end):
            continue
        if sorts[name] != "brands":
            low = _clause_start(text, start)
            if low is None or not _KNOWN_LEAD.fullmatch(text, low, start):
                continue
        found.append((start, end, name))
    return found


# What the name of a group can follow: 位于甲市的云岭集团, 还有云岭集团.
_GROUP_NAME = re.compile(r"(?<=[的在有是于和与及、，,。：:“（(省市县区\n　])(?=(?P<name>[一-鿿]{2,4}?)集团(?!军))")
_NO_GROUP = re.compile(
    "[的和与及、在是有了各该本这其两几多每一大]|企业|公司|产业|国有|省属|市属|头部|龙头|跨国|上市|全国|教育|医疗|三峡"
)


def short_forms(text: str) -> list[Found]:
    """Groups called by name alone where they open a clause (云岭 for 云岭集团), by their full names."""
    found: list[Found] = []
    if "集团" not in text:
        return found
    told = {match["name"]: match.end("name") for match in reversed(list(_GROUP_NAME.finditer(text)))}
    for name, end in list(told.items())[:_SHORT_FORMS]:
        full = name + "集团"
        if _NO_GROUP.search(name) or _NATIONAL.search(full):
            continue
        again = heads_again(text, name, end, BOUNDARY + " \xa0　")
        found += [(at, at + len(name), full) for at in again if not text.startswith(_REST_OF_NAME, at + len(name))]
    return found


def heads_again(text: str, name: str, at: int, signs: str = BOUNDARY) -> Iterator[int]:
    """Where a name opens a clause (stands behind one of these signs), from an offset on."""
    at = text.find(name, at)
    while at >= 0:
        if text[at - 1] in signs:
            yield at
        at = text.find(name, at + 1)


@cache
def _no_name() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds, nets = either(bodies()["named_kinds"]), either(bodies()["no_net"])
    trades = either(bodies()["trades"])
    return (
        re.compile(
            rf"(?:{either(bodies()['no_name'])}|^[省市县区州][^省市县区州]*|^.|^附属|^来.*|^(?:我国|全国|国内|各国|各地|.)?(?:{trades})+|^光伏|^风力|^水力)(?:{kinds})$|[子分总母](?:公司|集团|院|行|厂)$|(?:{nets}|^.)(?:网|平台)$"
            rf"|(?:{either(bodies()['no_hospital'])})医院$"
        ),
        re.compile(either(bodies()["clause_words"])),
    )


@cache
def _names_only() -> re.Pattern[str]:
    """Parts of names that read as words of a clause (协和医院)."""
    return re.compile(either(bodies()["names_only"]))


_LEGAL = re.compile("(?:(?:股份|责任)*有限(?:责任)?公司|基金会)$")
_NO_LEGAL = re.compile(
    "[的了与及等在对向为将把由从给让被是各每某这该其和]|成立|组建|新建|建成|收购|委托|入股|引进|培育|注册|[0-9一二两三几多]家"
    "|来到|走进|考察|还|视察|调研"
)
# Firms that act for the country: its figures are theirs.
_NATIONAL = re.compile("国铁|国家铁路|中储粮|中国储备粮|中国邮政|中央")


def clause_words() -> re.Pattern[str]:
    """Words of a clause, which no name has."""
    return _no_name()[1]


# 甲大学（乙市）丙校区: a part of the one in front.
_CAMPUS = re.compile("(?<=[学院])(?:[（(].*|[^（(学院]{2,6}(?:校区|分校|院区|分院))$")
# A class of bodies by its level: 国家级海洋自然保护区.
_OF_A_LEVEL = re.compile("(?:国家|世界|省|市|县|区|州|自治区)级")


def has_own_name(name: str) -> bool:
    """Whether a word that ends like a body is a name and neither a class of bodies nor part of a clause."""
    generic, clause = _no_name()
    name = _CAMPUS.sub("", name)
    if _NATIONAL.search(name) or _OF_A_LEVEL.match(name):
        return False
    legal = _LEGAL.search(name)
    if legal:
        return _NO_LEGAL.search(name, 0, legal.start()) is None
    if generic.search(name):
        return False
    told = _names_only().sub("", name)
    return _NO_LEGAL.search(told) is None if name.endswith("集团") else clause.search(told) is None


def named_bodies(text: str) -> list[Found]:
    """Companies, hospitals and universities with a name of their own where they open a clause."""
    return [
        (match.start("name"), match.end("name"), match["name"])
        for match in _named().finditer(text)
        if has_own_name(match["name"])
    ]


@cache
def goes_on() -> re.Pattern[str]:
    """Words that keep to the body of the sentence before."""
    return re.compile(rf"(?:{either(bodies()['goes_on'])})(?!家)")


@cache
def keeps_to_firm() -> re.Pattern[str]:
    """One firm as the next paragraph goes on about it (让企业的利润率…, 该公司, 企业销售额…)."""
    own = "立即|组建|[把将对]|出口(?!额)|超过|主导|先后|积极|自主|接到|承接"
    own += "|的|销售|产值|利润|订单|营收|产能|产量|产品|员工|投入|研发|已|还|也|又|累计|预计|今年|去年|成功|负责人"
    own += "|拥有|新增|建成|就|却|便|才|曾|正在?|一直|当即|随即|虽然|不仅|原本|原来|如今|目前|现在|每|从|靠"
    coop = "[0-9]|共|现有|每|年|通过|流转|带动|托管|实现|统一|社员"
    head = r"(?:让|使|为|给|，|。|\n|^)[ \t\xa0　]{0,16}+"
    firm = rf"{head}(?:企业|公司|工厂|合作社|平台)(?:{own})|合作社(?:{coop})"
    return re.compile(rf"{firm}|这家|该(?:企业|公司|厂|平台|合作社)")


@cache
def _a_firm() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(bodies()['nameless'])}|{either(bodies()['named_kinds'])})$")


@cache
def _called() -> frozenset[str]:
    return frozenset((*bodies()["known"], *bodies()["brands"]))


def is_firm(name: str) -> bool:
    """Whether a body is one firm, by its kind or by name, not a zone or an event."""
    return name in _called() or _a_firm().search(name) is not None


# Companies counted, from their classifier on: no figure of the company named before them (118家上市公司).
MANY_FIRMS = re.compile(
    r"家(?:A股|已|未|非)*上市[^，。；]{0,8}?(?:公司|银行|险企|房企|券商)|家(?:券商|险企|房企|股份行|城商行|银行(?!网点))"
    r"|家(?:净利|营收|营业收入|业绩|亏损|盈利|预增|预亏)"
)
# The same behind what is counted: 披露中报的公司最多，为38家.
FIRMS_COUNTED = re.compile(r"(?:公司|险企|券商|房企)(?:数量|家数)?(?:最多|共计?|合计)[，为有达到]*$")
# The body again as the subject, in front of what it does somewhere: …介绍，公司在全国….
IN_ITS_OWN_NAME = re.compile(
    "^[^。！？\n]*，(?:该|这家|目前，?)?(?:公司|企业|集团|银行|平台|学校|医院|我们)[^，。]{0,6}$"
)


# What a firm does all over the country: 推动全国1000个网点, 在全国开店.
ACTS_ACROSS = re.compile("(?:推动|覆盖|遍布|遍及|分布[在于]|服务|面向|辐射|在|向|为|供应|销往|惠及)$")
