"""Pages of an area that nothing names: what they call it by (全县, 县委), or what only an area rules and runs."""

from __future__ import annotations

import re

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import words
from tasks.extract.regions_home_unknown import nameless_office
from tasks.extract.regions_page import Page
from tasks.vocabulary import either


def _any(name: str) -> str:
    """A pattern of the words of a list under `unnamed` in seeds/vocabulary/regions.yaml."""
    return f"(?:{either(words()['unnamed'][name])})"


# The bodies of the page's own area, which it calls by their kind alone (在县委的领导下, 市人大).
_OWN_BODIES = re.compile(
    "(?:(?<![一-鿿])|(?<=[在由经对向据]))(?:省|市(?!场)|县|区(?!域)|州|旗)(?:委(?![员托派会])|人大|政协|政府|[一-鿿]{2,4}局(?![长势部面]))"
)
# The country as whom a text speaks for: neither as a measure of something here (居全国第三, 优于全国, 全国百强)
# nor in the name of a title, body or survey (全国示范县, 全国人大).
_SPEAKS_FOR_NATION = re.compile(
    rf"我国|(?<![居列位占于获评为入选])全国(?![第前一二三四五六七八九十]|{_any('measures_of_nation')}"
    rf"|[一-鿿]{{2,14}}{_any('honour_ends')})"
)
# What an area hands down to its parts, and its offices: 各街道、各镇, 区财政, 市人民医院.
_HANDED_DOWN = re.compile(
    rf"各(?:{_any('parts')}|镇|乡|县|旗)(?:[、，,（(：:]|{_any('told_to_parts')})"
    rf"|(?<![一-鿿、（])(?:市|县|区|镇|街道)(?:{_any('own_offices')}|[一-鿿]{{2,4}}局)(?![长势部面])"
)
# What only one area gives out, with the sum before and after: 低保标准由每人每月…元调整为….
_OLD_AND_NEW = re.compile(
    rf"{_any('benefits')}[^。；\n]{{0,40}}由(?:原来的?|现行的?)?(?:[每按][一-鿿]{{1,4}}){{0,3}}[0-9.]+元[^。；\n]{{0,30}}"
    rf"{_any('raised')}(?:到|至|为)"
)
# What runs in one city: 公交将开通623路.
_RUNS = re.compile(
    rf"公交[^。；\n]{{0,14}}[0-9]{{1,3}}路|市民{_any('citizens_do')}|小区[^。；\n]{{0,12}}(?:停[水电气]|供[水电暖])"
)
# What things cost at the shops of one city: 记者在农贸市场看到，猪肉每斤14元; 摊主说，….
_AT_SHOPS = re.compile(
    rf"记者[^。；\n]{{0,16}}{_any('shops')}|{_any('shops')}[^，。；\n]{{0,16}}{_any('shop_tells')}"
    rf"|{_any('sellers')}[^，。；\n]{{0,8}}{_any('shop_tells')}"
)
_COSTS = re.compile("[0-9]万?元")
# What only one body tells of itself: 各学院、各部门, 本小区, 协会成立于….
_OF_A_BODY = re.compile(
    rf"各{_any('parts_of_school')}(?:[、，,：:]|师生)|(?:本|我)(?:{_any('own_bodies')}|园(?!区外))(?![长期])"
    rf"|^\s*{_any('bodies_told')}{_any('told_of_body')}|{_any('fees')}[^。；]{{0,12}}[0-9.]+元"
)
# How a paper of an area speaks of itself, be it never so short: 全省, 省级, 市域, 各位代表.
_OF_ONE_AREA = re.compile(
    "(?<![一二三四五六七八九十几各百])[全我本](?:省(?![会份级])|县|市(?![场值民])|州(?!市)|区(?![域间])|旗(?!舰))"
    "|(?<![一-鿿])(?:省|市|县)(?:级(?!以上|人民|行政|单位|政府)|委(?![员托派会])|直|域)|(?<=[是为的列和获将由])(?:省|市)级(?!以上)|各位代表"
)
# The country itself, and not as the measure of something here (全国首个, 居全国前列).
_OF_THE_NATION = re.compile(
    rf"我国|全国(?![第前]|{_any('measures_of_nation')}|[0-9一二三四五六七八九十]+[.%])|国务院|党中央"
    rf"|中国(?!{_any('china_in_names')})|国家(?!{_any('state_in_names')})|各省|自治区、直辖市|沪深|A股"
)
# 县政府工作报告: the title of a paper of one area.
_OFFICE = re.compile("(?:省|市|县|区|州|旗|镇|乡|街道)(?=(?:人民)?政府|委(?![员托派])|人大|政协|党委|办事处)")
_FEW, _BASE = 2, 4
# Without a word of a state, or of rules that hold in it, an extract says of no country.
_OF_ANY_STATE = re.compile(f"{_any('of_any_state')}|{_any('rules_for_all')}")
_BANK = re.compile("[一-鿿]{0,4}?银行")
_STATE_IN_NAME = re.compile(_any("state_in_names"))
# A sentence or two are no extract: they may be said of anything.
_EXTRACT = 60
_WHOLE_STATE = re.compile("各省|自治区、直辖市|各部委|全国|我国|中国|国家|国务院|中央")


def own_words(page: Page) -> str | None:
    """What a page calls its own area (全县, 我市) when nothing says which one that is: where it names no place and not
    the country, or speaks of its own far more often than of the country."""
    if cues.BYLINE.match(page.text):
        return None
    found = (
        _own(page.text) or _OWN_BODIES.search(page.text) or _own(page.title or "") or _OFFICE.match(page.title or "")
    )
    if found is None and (page.mentions or _SPEAKS_FOR_NATION.search(page.text) is None):
        office = nameless_office(page.publisher or "")
        return office or (None if page.mentions else _this_area(page.text))
    if found is None or (nationwide.NATIONAL.search(page.title or "") and not _own(page.title or "")):
        return None
    if not page.mentions and nationwide.NATIONAL.search(page.text) is None:
        return found[0]
    own = len(cues.UNNAMED.findall(page.text)) + len(_OWN_BODIES.findall(page.text))
    nation = len(_SPEAKS_FOR_NATION.findall(page.text))
    return found[0] if own > nation + len(page.mentions) else None


def _this_area(text: str) -> str | None:
    """该市, 该县: an area that the text speaks of and nothing names."""
    found = cues.OWN_AREA.search(text)
    return found[0] if found else None


def _own(text: str) -> re.Match[str] | None:
    """The first word for the whole of an area that is no field of a rank (排到全市第四)."""
    told = cues.UNNAMED.finditer(text)
    return next((word for word in told if not _only_base(text, word)), None)


def _only_base(text: str, word: re.Match[str]) -> bool:
    """Whether the whole of an area is only what something is held against (高于全市4个百分点) or ranks in."""
    ahead = cues.BEFORE_COMPARED.search(text, max(0, word.start() - _BASE), word.start())
    return ahead is not None or cues.AFTER_COMPARED.match(text, word.end()) is not None


def rules_locally(page: Page) -> bool:
    """Whether a page without any place tells of what an area rules for its parts, gives out or runs, of the prices at
    its shops, or of one body, and neither it nor its title or publisher speaks of the state."""
    if any(mention.code for mention in page.mentions) or cues.BYLINE.match(page.text):
        return False
    signs = any(sign.search(page.text) for sign in (_HANDED_DOWN, _OLD_AND_NEW, _RUNS, _OF_A_BODY))
    signs = signs or (_COSTS.search(page.text) is not None and _AT_SHOPS.search(page.text) is not None)
    told = (page.text, page.title or "", page.publisher or "")
    return signs and not any(_WHOLE_STATE.search(part) or nationwide.national_bodies().match(part) for part in told)


def speaks_locally(page: Page) -> bool:
    """Whether a page without a title speaks of one area as a whole and never of the country, and names hardly a place:
    an extract of a report whose area is not known."""
    if page.title or page.publisher or cues.BYLINE.match(page.text):
        return False
    if sum(1 for mention in page.mentions if mention.code) > _FEW or _OF_THE_NATION.search(page.text):
        return False
    return _OF_ONE_AREA.search(page.text) is not None


def speaks_of_no_country(page: Page) -> bool:
    """Whether nothing is known of a page (no title, publisher or date) and its text names neither the country nor
    what is the country's: the figures of an extract about a firm, a shop or a village somewhere."""
    if page.title or page.publisher or page.year is not None or cues.BYLINE.match(page.text):
        return False
    if len(page.text) < _EXTRACT:
        return False
    signs = (_OF_ANY_STATE, nationwide.national_turn())
    return not any(_is_of_state(found) for sign in signs for found in sign.finditer(page.text))


def _is_of_state(found: re.Match[str]) -> bool:
    """Whether a word of the state is no part of the name of a firm (中国平安) or of a thing (国家级); a bank of that
    name is told of beside others of the country's."""
    if found[0] == "中国" and not _BANK.match(found.string, found.end()):
        return nationwide.OF_CHINA.match(found.string, found.start()) is not None
    return found[0] != "国家" or _STATE_IN_NAME.match(found.string, found.end()) is None
