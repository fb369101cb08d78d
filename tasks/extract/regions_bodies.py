"""Bodies that are regions of their own, as printed: oil fields, basins, plateaus, companies, banks."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_OFTEN = 2
_LONGEST = 7
_RESERVE = "自然保护区"
_STOP = re.compile(
    r"[的和与及、在是了对向为将把从到或]|加快|完善|优化|强化|健全|规范|整合|调整|新增|扩大|设立|划定|建设|建立|完成|打造|推进|推动|加强|保护|抵达|开展|扎根|实施|^(?:我国|中国|全国|各|首|一|多|[国省市县]家?级|新(?=[油气型城])|这|该)"
)
# What a clause says of deserts and reserves in general: 以国家公园为主体, 现有自然保护区30个, 流动沙地.
_IN_GENERAL = re.compile(
    "^(?:以|自(?!贡)|有|位于|地处|当前|流动|固定|半固定)|构建|启动|进入|走进|穿越|治理|绿化|改造|共有|现有|拥有|首[条个]|连通"
)

# In front of a body these make it whom the title's subject deals with (央行与甲国银行).
_PARTNER = ("与", "同", "跟", "向", "对")


@cache
def _no_body() -> re.Pattern[str]:
    """What stands in front of a kind without making a name of it (商业银行, 国有林场)."""
    return re.compile(f"(?:{either(words()['no_body'])})$")


def names_a_body(name: str) -> bool:
    """Whether a word that ends in a kind of body is the name of one (no 商业银行, 上市银行)."""
    kind = _body().search(name)
    return kind is None or _no_body().search(name, 0, kind.start()) is None


@cache
def _body() -> re.Pattern[str]:
    """The last word of a body's name."""
    kinds, sights = either((*words()["natural_kinds"], *words()["title_bodies"])), either(words()["title_sights"])
    return re.compile(rf"{kinds}|(?:{sights})(?![区县市镇乡村路站州])")


def title_body(title: str, text: str) -> str | None:
    """The body that a title names and the text keeps speaking of (长庆油田, 青藏高原): its longest name so used."""
    for kind in _body().finditer(title):
        if _no_body().search(title, 0, kind.start()):
            continue
        for length in range(min(_LONGEST, kind.start()), 1, -1):
            name = title[kind.start() - length : kind.end()]
            if title.endswith(_PARTNER, 0, kind.start() - length):
                break
            if not _STOP.search(name) and re.fullmatch(r"[\w]+", name) and text.count(name) >= _OFTEN:
                return name
    areas = (*words()["natural_areas"], *words()["new_areas"])
    return next((str(area) for area in areas if area in title and text.count(area) >= _OFTEN), None)


@cache
def _company() -> re.Pattern[str]:
    """A company at the head of a title, in front of what it earned or published."""
    ends = r"20[0-9]{2}年|[上下]半年|[一二三四]季度|前三季度|业绩|发布|公布|净利|营收|年报|季报|股价|市值|拟|宣布"
    return re.compile(rf"(?:【[^】]*】)?(?P<name>[A-Za-z一-鿿]{{2,9}}?)(?:{ends})")


_EARNINGS = re.compile(r"净利润|归母|营业总?收入|营收|每股|不良贷款率|资本充足率|毛利率")
_ITS_OWN = re.compile(r"公司|该行|该集团|集团|本行")
_MANY = re.compile(r"(?:企业|公司|国企|央企|行业|板块|产业|工业|经济|银行业|机构|房企|车企|券商|险企|股|市|省|县|区)$")


def title_company(title: str, text: str) -> str | None:
    """The company whose earnings a title speaks of, when the text goes on about them (甲乙股份2022年净利润增长5%)."""
    found = _company().match(title)
    name = found["name"] if found else ""
    if not name or _MANY.search(name) or _STOP.search(name) or not names_a_body(name):
        return None
    if name.endswith(("银行", "保险", "证券", "人寿")):
        return name
    told = _EARNINGS.search(text) and _ITS_OWN.search(text)
    return name if told and name in text else None


@cache
def _nature() -> re.Pattern[str]:
    """A river basin, a plateau, an oil field … where it opens a clause, and the water of a lake."""
    kinds, named = (
        either(words()["natural_kinds"]),
        either((*words()["natural_areas"], *words()["new_areas"])),
    )
    lead = r"(?:(?:[0-9]{1,4}(?:年来|[年月日])|今年|去年|目前|眼下|如今|近年来|以来|在|截至|整个|其中)，?){0,12}"
    apart = (
        r"盆地|[，。、；）”]|[0-9](?![0-9]{0,3}年)|保卫|攻坚|行动|模式|精神|生态|治理|综合|高质量|协同|保护|及|和|水环境|水污染|水资源|水利|规划|战略|委员会|管理|方案|论坛|条例"
        r"|各省|省份|内?的?[0-9]+个?省|国家|建设|工程|大漠|深处|边缘|沿线|[一-鿿]{0,4}(?:局|公司|公园|科考|科学考察)"
        # 加沙地带 is no 沙地, 北部湾银行 a bank.
        "|(?<=沙地)带|湾|银行|证券|集团|大学|港(?!口)"
    )
    # 大型油田, but 大庆油田.
    large = f"大(?:[型中小]{{0,2}}(?:{kinds})|多|部)"
    return re.compile(
        rf"[。！？\n，,；;：:“”　—][ \t　“]{{0,12}}+{lead}(?P<name>(?!各|全|一|多|{large}|主要|重点|其他|整个)"
        rf"(?:(?:{named})(?!{kinds})(?:地区(?!生产|总产)|区域|腹地|一带|核心区)?+|[一-鿿]{{1,5}}?(?:{kinds})))(?!{apart})"
        rf"|(?P<lake>(?!境内|全|[省市县区]|[一-鿿]?河)[一-鿿]{{1,3}}(?<!河)湖)(?=(?:平均|最高|最低)?水位|水面|湖面|水域|水体|面积|流域|蓄水|总磷|总氮|水质)"
    )


@cache
def _signs() -> Sought:
    """What a text has to hold for an area of nature to stand in it; most texts hold none."""
    lakes = ("湖水", "湖面", "湖总", "湖流域", "湖面积", "湖蓄水", "湖平均水", "湖最高水", "湖最低水")
    return Sought(either((*words()["natural_kinds"], *words()["natural_areas"], *words()["new_areas"], *lakes)))


def natural_areas(text: str) -> list[tuple[int, int, str]]:
    """Basins, plateaus, oil fields and lakes that a clause is about."""
    found: list[tuple[int, int, str]] = []
    if not _signs().search(text):
        return found
    for match in _nature().finditer("\n" + text):
        group = "name" if match["name"] else "lake"
        name = match[group].removesuffix(_RESERVE)
        if not (_STOP.search(name) or _IN_GENERAL.search(name)):
            found.append((match.start(group) - 1, match.end(group) - 1, match[group]))
    return found


# 在甲江畔，…: a sentence that a river, a lake or a sea is the scene of.
_SHORE = re.compile(
    r"(?:^|[。！？\n])[ \t　]{0,8}+(?:今天，)?在(?P<name>[一-鿿]{1,5}[江河湖海湾])"
    r"(?:两岸|沿岸|岸边|畔|之滨|边|旁)(?=[，,])"
)


# 野生甲虎在乙国家公园定居、繁衍: where the animals live that a sentence is about.
_HABITAT = re.compile(
    r"(?:^|[。！？；\n])[^。！？；，,\n]{2,12}在(?P<name>[一-鿿]{2,10}?(?:国家公园|自然保护区|湿地公园))(?=定居|栖息|繁衍|繁殖|安家|越冬|生活)"
)


def shores(text: str) -> list[tuple[int, int, str]]:
    """Rivers, lakes and seas on whose shore a sentence plays, and parks whose animals it is about: offsets, names."""
    found = [*_SHORE.finditer(text), *(_HABITAT.finditer(text) if "公园" in text or "保护区" in text else ())]
    return [(place.start("name"), place.end("name"), place["name"]) for place in found]
