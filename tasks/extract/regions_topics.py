"""The one body that a page is about: what its title opens with, or what its head gives a short name."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.abroad import named_abroad
from tasks.extract.gazetteer import Gazetteer, gazetteer
from tasks.extract.regions_firms import bodies, has_own_name
from tasks.extract.regions_people import surnames
from tasks.extract.regions_public import speaks_as_area
from tasks.extract.regions_titles import TAG
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_NEAR = 200
_TWO = 2
_MARKS = re.compile('[“”"‘’「」]')


_DEFINED = re.compile(r"[（(]以下简?称(?:为|作)?[：:]?[“\"「]?(?P<name>[一-鿿A-Za-z]{2,14})[”\"」]?[）)]")
_NO_COMPANY = re.compile(
    rf"(?:部|局|省|市|县|委|厅|协会|监会|上市(?:{either(bodies()['listed_kinds'])})|股|板块|[业企商厂]|机构|各地|全国|[年月日])$|[的和与及、]"
    "|企业|公司|行业|产业|工业|市场|外贸|居民|农产|新能源|我国|中国(?!移动|电信|联通|石|海油|平安|人寿|人保|太|神华|中)"
)
# A company as the subject of its own report.
_ITSELF = Sought(
    r"(?:^|[。！？；，,\n])[ \t\xa0　]{0,16}+(?:报告期内，?|此外，?|期内，?)?(?:该?公司|该行|本行|该集团|集团)"
    r"(?!的?[一-鿿]{0,2}表示)"
)
_COMPANY_ACTS = re.compile(
    r"(?:^|[。！？；，,\n])[ \t\xa0　]{0,16}+公司(?:拟|将|预计|实现|上半年|全年|[前一二三四]{1,2}季度"
    r"|报告期|[0-9]{4}年|共|合计)"
)
_CORPORATE = re.compile("公告|每股|净利润|营业收入|股东|募集资金|毛利率")
# A body speaks of itself: 我院现有床位…, 本行资产….
_OWN_VOICE = Sought(
    r"(?:^|[。！？；，,：:\n])[ \t\xa0　]{0,16}+(?:[0-9]{4}年|目前|现在|今年|去年|截至[^，。]{0,12}|[，,]){0,8}+"
    r"(?P<name>我院|我校|我司|我公司|我行|我所|我馆|我社|我园|本公司|本院|本校|本行|本所|本馆|本园|本集团|本会(?!议|期|场)"
    r"|全行(?!业)(?=[一-鿿]{0,4}(?:贷款|存款|资产|负债|不良|网点|员工|客户|中间业务)))"
    r"(?!长|校长|院长|领导)"
)
_OFFICIAL = re.compile("人大|政协|检察|法院|常委会|审议|法官|公诉")
# A board deliberates as a council does, for a firm that gives notice as 本公司.
_FIRM_VOICE = re.compile("本公司|我公司|我司|本集团")
_BOARD = re.compile("董事会|监事会|股东大?会")
_OF_ITSELF = re.compile(f"该行|本行|该公司|该集团|该院|该校|该平台|公司(?:{either(bodies()['own_acts'])})")
_HEAD_PERSON = re.compile("(?:^|】|——|[：:\\s])“?(?P<name>[一-鿿]{2,3})”?[：:]")
# 【…】“老队长” 某某某: behind what people call someone.
_CALLED_SO = re.compile('[”"][ 　]{0,4}(?P<name>[一-鿿]{2,3})$')
# …的医生某某某, 模范法官某某：….
_CALLED_IN_TITLE = re.compile(
    "(?:医生|法官|民警|警察|教师|院士|战士|消防员|执法员|护士|工人|司机|船长|科学家|专家|教授|飞行员|航天员|英雄|检察官|园长|校长)"
    "(?P<name>[一-鿿]{2,3})(?=[：:]|$)"
)
# …——送报老人某某某: at the end of a title, behind a dash.
_BEHIND_DASH = re.compile("——[^，。：:—]{0,10}?(?P<name>[一-鿿]{3})$")
# A part of the army that a title is about: 某某连：….
_HEAD_UNIT = re.compile("(?:^|】)“?(?P<name>[一-鿿]{2,8}(?:连|营|旅|军区|舰队|舰|哨所))”?[：:]")
_OFFICES = (
    "主席|总理|书记|部长|省长|市长|县长|镇长|乡长|局长|主任|委员长|总统|首相|国务委员|村官|(?<![支大中])队长|记者|干部"
)
_OFFICIAL_ACTS = "强调|指出|表示|主持|会见|会谈|考察|调研|出席|致辞|批示|同志"
_OFTEN = 3
# 上市公司年报: of no one firm.
_OF_MANY = re.compile(
    "^(?:[沪深京两市A股]*上市|各|多家|[央国民]营?|国有|民营|外资|股份制?|城市?商业?|农村?商业?)(?:公司|银行|企业)$"
)


def defined_body(text: str) -> str | None:
    """The body that the head of a page gives a short name to and goes on about (以下简称“甲保护区”)."""
    found = _DEFINED.search(text, 0, _NEAR)
    if found is None:
        return None
    name = found["name"]
    if speaks_as_area(text):
        return None
    kind = next((kind for kind in bodies()["defined_kinds"] if name.endswith(kind)), None)
    full = next((kind for kind in bodies()["defined_kinds"] if text.endswith(kind, 0, found.start())), None)
    if kind is None and full and len(name) > _TWO:
        return name if text.find(name, found.end()) >= 0 else None
    if kind is None or len(name) - len(kind) < _TWO:
        return None
    again = (
        text.count(name, found.end()) or text.count("该" + kind, found.end()) or text.count("本" + kind, found.end())
    )
    return name if again else None


@cache
def _titled() -> re.Pattern[str]:
    """A body at the head of a title."""
    kinds = either(bodies()["title_kinds"])
    return re.compile(
        rf"(?P<name>[^\W_]{{2,12}}?(?:{kinds}))(?![络民友上点站信格红购约店吧剧游安生业家们化]|[和、与及])"
    )


@cache
def _reported() -> re.Pattern[str]:
    """A company at the head of a title that tells its results."""
    when = "(?:(?:19|20)[0-9]{2}(?:财?年)?(?:年?度)?|第?[一二三四]季度?|[上下]半年|前三季度|全年|年度|半年度?|中期"
    when += "|未经审计的|的){0,6}"
    results = "(?:财务|经营|自结|合并|单月|[0-9]{1,2}月份?){0,4}"
    results += "(?:(?P<own>业绩|财报|年报|半年报|季报|一季报|三季报|中报|财务报告|财务结果|营收|净利|盈余|获利)"
    results += "|营业收入|盈利|亏损|产销|销量|产量|出货|订单|保费|总资产|每股|拟)"
    return re.compile(
        rf"(?P<name>[A-Za-z一-鿿]{{2,10}}?)(?:集团|公司|控股|股份)?[：:]?(?:今日|正式|预计)?(?:公布|发布|披露)?了?{when}{results}"
    )


def title_firm(title: str, text: str) -> str | None:
    """The hospital, university or platform that a title opens with and the text goes on about."""
    bare = TAG.sub("", _MARKS.sub("", title))
    plain = _MARKS.sub("", text)
    found = _titled().match(bare)
    name = found["name"] if found else ""
    if not name or not has_own_name(name):
        return None
    short = next((name[at:] for at in range(len(name) - _TWO - 1) if plain.count(name[at:]) >= _TWO), None)
    return name if short and len(short) >= len(name) - 3 else None


@cache
def _signed() -> re.Pattern[str]:
    """A body that signs a title in brackets."""
    kinds = either((*bodies()["title_kinds"], *bodies()["defined_kinds"]))
    return re.compile(rf"[（(](?P<name>[^（()）]{{2,14}}(?:{kinds}))[)）]\s*$")


@cache
def _portrait() -> re.Pattern[str]:
    """A body whose portrait or enrolment a title announces."""
    kinds = either(bodies()["portrait_kinds"])
    what = "简介|概况|介绍|招生|招聘|章程|年度报告|年报|预算|决算|公告"
    year = "(?:(?:19|20)[0-9]{2}年?度?)?"
    return re.compile(
        rf"(?P<name>[^\W0-9_]{{2,16}}(?:{kinds})){year}(?:公开|部门|面向社会|单位|本科|基本|情况)*(?:{what})"
    )


@cache
def _whole_title() -> re.Pattern[str]:
    """A school, firm or museum whose name is all of a title."""
    return re.compile(rf"[^\W0-9_]{{2,16}}(?:{either(bodies()['whole_title_kinds'])})")


def own_voice(text: str) -> str | None:
    """我院, 本行 …, where a body tells of itself; courts and councils speak for their areas."""
    if speaks_as_area(text):
        return None
    found = _OWN_VOICE.search(text, 0, _NEAR)
    firm = found is not None and _FIRM_VOICE.fullmatch(found["name"]) and _BOARD.search(text)
    if not firm and _OFFICIAL.search(text):
        return None
    if _COMPANY_ACTS.search(text, 0, _NEAR) and _CORPORATE.search(text):
        return "公司"
    return found["name"] if found else None


@cache
def _tells_what_it_is() -> re.Pattern[str]:
    """A body that opens a page with what it is: since when it stands, where it lies, how many it has."""
    kinds = either(bodies()["portrait_kinds"])
    verbs = "(?:成立|始建|创建|创办|组建|兴?建)于|前身|位于|坐落|地处|总?占地|建筑面积|现有职?员?工|是一[所家座个]"
    also = "(?:[（(][^（()）\n]{1,30}[)）])?[，,]?(?:[0-9]{4}年)?"
    return re.compile(rf"\s*(?P<name>[^\W_]{{0,20}}?(?:{kinds})){also}(?:{verbs})")


def portrayed_body(text: str) -> str | None:
    """The body that a page opens with and describes, by the name it prints (甲卫生院成立于…)."""
    found = _tells_what_it_is().match(text)
    return found["name"] if found else None


def portrayed_by_name(text: str) -> str | None:
    """The school, firm or museum that a page without a title opens with and describes, by a name of its own."""
    name = portrayed_body(text)
    whole = _whole_title().fullmatch(name) if name else None
    return name if whole and has_own_name(whole[0]) else None


@cache
def _reporting() -> re.Pattern[str]:
    """A bank or a firm at the head of a page, in front of what it gives out (甲银行日前披露的数据显示)."""
    kinds = either(bodies()["defined_kinds"])
    year = "[0-9]{4}年(?:年?度|上半年|半年度|第?[一二三四]季度|前三季度|中期)?"
    when = f"(?:{year}|[0-9]{{1,2}}日|日前|近日|昨日|昨天|今日|今天|最新|正式)*"
    told = "(?:记者)?(?:日前|近日|昨日|今日)?从"
    gives = rf"{either(bodies()['gives_out'])}|的?(?:数据|消息|财报|年报|季报|报告(?:显示|披露|称|中))"
    return re.compile(rf"\s*(?:{told})?(?P<name>(?!全国|我国|各|多)[^\W0-9_]{{2,14}}?(?:{kinds})){when}(?:{gives})")


def reporting_body(text: str) -> str | None:
    """The bank or firm whose own report a page gives from its head on, where it goes on about it as 该行 or 公司."""
    found = _reporting().match(text)
    if found is None or "人民银行" in found["name"] or not has_own_name(found["name"]):
        return None
    return found["name"] if len(_OF_ITSELF.findall(text, found.end())) >= _TWO else None


def title_person(title: str, text: str) -> str | None:
    """Someone without an office whose life a page tells: a name before a colon of the title or behind a trade, kept to
    in the text; or a part of the army."""
    unit = _HEAD_UNIT.search(title)
    if unit and unit["name"] in text:
        return unit["name"]
    for found in (
        *_HEAD_PERSON.finditer(title),
        *_CALLED_IN_TITLE.finditer(title),
        *_CALLED_SO.finditer(title),
        *_BEHIND_DASH.finditer(title),
    ):
        name = found["name"]
        if name[0] not in surnames() or text.count(name) < _OFTEN:
            continue
        if name in gazetteer().shorts or named_abroad(name):
            continue
        official = f"(?:{_OFFICES}){name}|{name}(?:{_OFFICIAL_ACTS}|(?!.{{0,3}}记者)[^。]{{0,3}}(?:{_OFFICES}))"
        if re.search(official, text) is None:
            return name
    return None


def portrait(title: str) -> str | None:
    """The body whose portrait a title announces (甲县人民医院简介)."""
    bare = TAG.sub("", title)
    found = _portrait().match(bare)
    if found and not _OF_MANY.search(found["name"]):
        return found["name"]
    whole = _whole_title().fullmatch(bare)
    return whole[0] if whole and has_own_name(whole[0]) else None


def signing_body(title: str, text: str) -> str | None:
    """The bank or hospital that signs a title in brackets, where the text names it too (信贷支农（甲县合作银行）)."""
    found = _signed().search(title)
    return found["name"] if found and found["name"] in text and has_own_name(found["name"]) else None


def title_reports(title: str, text: str) -> str | None:
    """The company whose results a title announces, where the text names it."""
    found = _reported().match(TAG.sub("", title))
    name = found["name"] if found else ""
    told = _ITSELF.search(text) or (found and found["own"] and name in text)
    return name if name and told and not _NO_COMPANY.search(name) else None


def seat(name: str, book: Gazetteer) -> str | None:
    """The county or prefecture whose short name opens the name of a body (甲县农村合作银行), where only one has it."""
    for length in (3, 2):
        region = book.alone(name[:length])
        if region:
            return region.code
    return None
