"""Homes that are known only as printed: the area that a text calls its own (我市, 全县) where only a wider one is
known, the office of an area that publishes without a name (县教育局), and zones that no code book has.
"""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import Gazetteer
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_firms import bodies
from tasks.extract.regions_home_own import short_names
from tasks.extract.regions_own_names import names_a_zone
from tasks.extract.regions_page import Page
from tasks.extract.regions_titles import TAG
from tasks.vocabulary import either

# What lies below a province, a prefecture: the letters of its parts and their levels.
_BELOW = {"province": ("县旗市州盟", ("county", "prefecture")), "prefecture": ("县旗", ("county",))}
_OWN = "(?<![一二三四五六七八九十两几各百])我们?"
_WHOLE = "(?<![一二三四五六七八九十两几各百健安完齐保])[全本该]"
_TWICE = 2
# How a zone is spoken of as a whole, and what speaks of an area with towns.
_OF_ZONE = re.compile(
    "[全我该本]区(?![域间块位])|(?<![一-鿿])(?:开发区|园区|高新区|经开区|新区|试验区|保税区|合作区|示范区|港区|港务区)"
)
_OF_AREA = re.compile("[全我该本](?:县|市(?![场值民])|旗|省)")
_OF_COUNTY = re.compile("[全我该本][县旗](?![域级舰])|(?<![一-鿿])县(?:委|政府)")
_HEAD = 16
# An office that publishes and names no area: 县市场监督管理局, 区教育局, 州民族宗教事务委员会.
_OFFICE = re.compile(
    "(?:省|市(?![场政])|县(?!域)|区(?![域块])|州|旗(?![舰下]))"
    "(?=委|人大|政协|政府|人民|[一-鿿]{2,10}(?:局|办|委员会|中心|院|厅)$)"
)
# 柳沟县…, 某某旗人民政府: a county at the head of a title, a publisher or a text; no kind of county.
_COUNTY = re.compile(
    "(?P<name>(?![全我该本各每这多几两三四五六七八九十百])(?:(?![的和与及在是为了等市区省全我该本各、])[一-鿿]){2,4}?[县旗])"
    "(?![域级城委长里内道县舰帜])"
)
_KIND = re.compile(
    "贫困|脱贫|示范|试点|重点|[百十]?强|大|小|山区|农业|产业|产粮|牧业|半农|民族|边境|自治|深度|摘帽|先进|文明"
    "|受援|结对|[国省]家?级|今年|去年|目前|近年|日前|近日|如今|期间|以来|同时|其中|通过|周边|偏远|沿[线边海]|相关|有关"
    "|上述|部分|邻近|帮扶|^[整跨出到驻援外来入访]|^(?:根据|按照|依据|依照|涉及|覆盖|遍布)"
)


def unknown_county(page: Page, book: Gazetteer) -> tuple[str, str | None] | None:
    """The county that no code book has and that publishes, or that a title or a text opens with and the text speaks of
    again or as a whole; and the area that is named in front of it."""
    if "县" not in page.text and "旗" not in page.text:
        return None
    head = page.text.lstrip()[:_HEAD]
    for source, least in ((page.publisher or "", 1), (TAG.sub("", page.title or ""), 1), (head, _TWICE)):
        outer = next((m for m in find_regions(source, page.year) if m.code and m.start == 0), None)
        found = _COUNTY.match(source, outer.end if outer and outer.level in ("province", "prefecture") else 0)
        name = found["name"] if found else ""
        known = any(name[at:] in book.names for at in range(len(name) - 1)) or find_regions(name, page.year)
        if not name or known or _KIND.search(name):
            continue
        if page.text.count(name) + len(_OF_COUNTY.findall(page.text)) >= least:
            return name, outer.code if outer else None
    return None


def own_inside(page: Page, area: str, book: Gazetteer) -> str | None:
    """What a text in the outlet of a wider area calls its own (我市, 全县), where it names no area of that level in it
    and does not speak of the wider one as a whole."""
    letters, levels = _BELOW.get(book.level(area) or "", ("", ()))
    above = book.full_name(area)[-1]
    letters = letters.replace(above, "")
    told = f"{page.title or ''}\n{page.text}"
    if not letters or re.search(f"[全我本]{above}(?![会份级])", told):
        return None
    ends = f"(?P<all>[{letters}])(?![场值民委域级舰])"
    own = re.search(_OWN + ends, told)
    whole = list(re.finditer(_WHOLE + ends, told))
    word = own or (whole[0] if len(whole) >= _TWICE else None)
    if word is None:
        return None
    named = any(book.level(mention.code) in levels for mention in page.mentions if mention.code)
    return None if named or short_names(told, word["all"], levels, area) else word[0]


def nameless_office(publisher: str) -> str | None:
    """The kind of area of an office that publishes, where it names none (县教育局)."""
    found = _OFFICE.match(publisher)
    return found[0] if found else None


@cache
def _zone() -> re.Pattern[str]:
    """What ends like a zone at the head of a title or a publisher."""
    return re.compile(
        rf"(?P<name>(?:(?![的和与及在])[一-鿿]){{2,12}}?(?:{either(bodies()['zone_kinds'])}))(?![内外县市镇乡街])"
    )


def own_zone(page: Page) -> str | None:
    """The zone that publishes or that a title opens with, where no code book has it and the text speaks of it as a
    whole (开发区, 园区, 全区) and of no county."""
    if _OF_ZONE.search(page.text) is None or _OF_AREA.search(page.text):
        return None
    for source in (page.publisher or "", TAG.sub("", page.title or "")):
        found = _zone().match(source)
        if found and names_a_zone(found["name"]):
            coded = find_regions(found["name"], page.year)
            return None if any(mention.end == len(found["name"]) for mention in coded) else found["name"]
    return None
