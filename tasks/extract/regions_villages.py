"""Villages and communities by name: subjects of a sentence, of a title or of a table row, and those named again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.periods_words import PORTRAITS
from tasks.extract.regions_titles import TAG
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_KIND = "村|社区|嘎查"
_NOT_AFTER_VILLAGE = (
    "民(?!小组)|镇|级|集|庄里|委|干|两|支|务|企|居(?!住)|落|里|医|口|容|貌|规|史|内|外|头|道|屯|校|小学|官|警|寨"
)
_NO_START = "[因推在示贫全该各每一两多几个和与及对为把从让到由使向将于是有了像的这那被其挖邻附比例]"
_THEN = "如今|现在|目前|今天|今年|去年|当时|那时|过去|以前|原来|曾经|原先"
_OPENING = rf"[ \t　“]{{0,12}}+(?:(?:走进|来到|在|于是|位于|{_THEN})，?|(?:并|还|又|也|则|再|先后)?[为对给向](?=..))?"
# Behind a village at the head of a line or a sentence: no part of a word, no list (村庄, 村组, 甲村、乙村).
_HEADS_SENTENCE = (
    "(?!民|镇|级|集体|庄|里|委|干|两|支|务|企|居|落|医|口|容|貌|规|史|内|外|头|道|屯|校|小|官|警|寨|组|长|主任|账|债|情|社|改|部|名|志|中|路|街|站|桥"
    "|[、和与及等或的（(”》0-9])(?=[\u4e00-\u9fff：:])"
)
# A letter of a village's name: none that is a village already, in front of a time (甲村去年村集体…).
_LETTER = f"(?:(?!村(?:{_THEN}))[一-鿿])"
_SPEAKS = (
    "是|位于|坐落|地处|到了|有|的|，|,|党|成立|如今|现在|现有|今年|去年|已|共|还|将"
    "|[0-9]|在(?!建)|也|就|靠|从|被|把|用|累计|实现|流转|种植|养殖|改造|率先|因地|依托|利用|通过|建|发展|人均|全村|村民|集体"
)
# 受益村7700个: so many of a kind.
_COUNT = "[0-9]{1,6}[多余]?个(?![一-鿿])"
# What a town does.
_ACTS = (
    "投入|投资|新增|新建|先后|组织|整合|成功|引进|栽种|栽植|养|紧|立足|围绕|按照|坚持|积极|全面|大力|扎实|深入|开展|采取"
    "|完成|因|多|每|近|现|原|农民|群众|贫困|脱贫"
)
# Whose office it is: 甲乡乡长, 甲镇党委书记, 甲村支书.
_HEADS = "党委(?:副?书记|委员)|副?[镇乡]长|人大主席"
_VILLAGE_ACTS = "征地|拆迁|修[了建起通]|栽[了种下]|办[了起]|引[进来入]|盖[了起]|投资"
_VILLAGE_HEADS = "支书|支部|第一书记|委会|村?主任|驻村"
OWN_VILLAGE = Sought(
    rf"[。！？!?\n，,；;：:“”来走](?:(?<=来)到|(?<=走)进|(?<![来走]){_OPENING})(?P<name>(?!{_NO_START})(?:[一-鿿]{{5,7}}?嘎查(?={_SPEAKS})|{_LETTER}{{2,4}}?"
    rf"(?:(?:{_KIND})(?!{_COUNT})(?={_SPEAKS}|{_VILLAGE_HEADS}|{_VILLAGE_ACTS})|(?:街道|镇|乡)(?={_SPEAKS}|{_ACTS}|：|:|平均|总人口|总面积|[下现]?辖))))"
)
# ▶大塘村：…; 龙门村养蜂300箱: at the head of a line or a sentence, whatever it does.
_VILLAGE_HEAD = Sought(
    rf"(?:[。！？!?；;\n]|[▶►●■◆★☆◎○·•*#][ \t　]?)[ \t　“▶►●■◆★☆◎○·•*#]{{0,4}}(?:在|而|{_THEN})?"
    rf"(?P<name>(?!{_NO_START}|[省市县区乡镇村]){_LETTER}{{2,3}}?(?:村|社区)){_HEADS_SENTENCE}"
)
# 绕了两个钟头，才到交宫村。: where a story arrives.
_ARRIVED = Sought(
    rf"(?:才到|到了|来到|抵达|走进|进了|踏进|赶到|回到)(?:了)?(?P<name>(?!{_NO_START})[一-鿿]{{2,3}}村)(?=[。，、！]|(?:时|后)，)"
)
# 甲区的乙村有…: the village of an area.
OF_AREA = re.compile(
    rf"的(?P<name>(?!{_NO_START})(?:(?![的和与及在])[一-鿿]){{2,5}}村)(?=有|，|依托|靠|通过|种|养|建|年|去年|今年)"
)
# A village behind its town, wherever the county is left out; a town whose head speaks.
_TO = "走进|来自|来到|位于|地处|前往|奔赴|沿着|主抓"
_IN_TOWN = Sought(
    rf"(?:^|[。！？!?\n\t 　，,；;：:“(（在对由从到进于向和与])(?P<name>(?!{_NO_START}|{_TO})"
    rf"[一-鿿]{{2,5}}?[镇乡](?:(?![村镇乡])[一-鿿]){{2,5}}村(?!{_NOT_AFTER_VILLAGE})|(?!{_NO_START})[一-鿿]{{2,6}}?[镇乡](?={_HEADS}))"
)
# Whom helpers are sent to: 派驻甲村, 帮扶甲村的.
_SENT_TO = Sought(rf"(?:派驻|入驻|进驻|帮扶)(?P<name>(?!{_NO_START})[一-鿿]{{2,4}}?村)(?=的|第一书记|驻村|扶贫|，|,)")
_SIGN = re.compile("[村镇乡社嘎街苏]")
# 以水稻为主的石门村，…
DESCRIBED = Sought(rf"的(?P<name>(?!{_NO_START})[一-鿿]{{2,3}}村)(?=，|[也又还则就]\B)")
# 让“天眼”所在的甲镇…
_SITE = Sought(rf"所在的(?P<name>(?!{_NO_START})[一-鿿]{{2,3}}(?:村|镇|乡))(?!{_NOT_AFTER_VILLAGE})")
ROW_LABEL = Sought(r"\n[ \t　]*+(?P<name>[一-鿿]{2,7}(?:镇|乡|街道|村|社区|苏木))[ \t　]{1,8}(?=[0-9])")
_AGAIN = re.compile(rf"(?P<name>[一-鿿]{{2}}村)(?!{_NOT_AFTER_VILLAGE})")
_IN_TITLE = re.compile(r"(?:^|[：:】\s的])(?P<name>[一-鿿]{1,4}(?:村|社区))(?!民|级|镇|庄|落)")
# 柳集镇 and 西城镇 are names, 小集镇, 城镇 and 中心镇 are none.
_NO_TOWN = re.compile(
    "[0-9一二两三四五六七八九十几多]个(?:街道|镇|乡)$|(?<!^[东西南北])城镇$|[乡小村古名重强色市水心制范业点型星辖圩]镇$|^集镇$|[小古村民各新]集镇$|^(?:当地|所在|各|社区|沿线|城市|中心)"
    "|[家老城下返离他故回入进还同侨梦之果画酒药]乡$|^(?:[一-鿿]{2,})?[水山原茶花]乡$"
    # 北接甲镇, 毗邻乙乡: the neighbour, not the town spoken of.
    "|^(?:[东南西北]{1,2}[接邻临连靠依与至到抵起]|[毗紧相比]邻|邻近|靠近|接壤)|^(?:途[经径]|经过|流经|穿[越过])"
)
_ITS_VILLAGE = re.compile("[全该我本]村|村里|村“?两委")
_TOWN_IN_TITLE = re.compile(r"(?:【[^】]*】)?(?P<name>[一-鿿]{2,3}(?:镇|乡|街道))(?!村|民|亲|企)")
_PORTRAYED = re.compile(
    "(?:[一-鿿]{1,10}?[省市县区旗州盟镇乡])??(?P<name>[一-鿿]{2,4}(?:镇|乡|街道|苏木|村|社区|嘎查))"
)
_VILLAGES = ("村", "社区", "嘎查")
# 石门乡的丰收答卷 behind a colon, 咱们坝美镇: a town further in, by the lengths that names of towns have.
_TOWN_END = re.compile("(?:镇|乡|街道)(?!村|民|亲|企)")
_TOWN_LENGTHS = (4, 3, 2)
_BEFORE = 3
_NAMES = 20
_KIND_OF = re.compile("(?:类似|这样的|那样的)[“‘]?$")
_HAN = re.compile("[一-鿿]")
_JOINING = frozenset("和与及")
_TOWN_HEAD = Sought(
    rf"[。！？!?\n，,；;：:]{_OPENING}(?P<name>(?!{_NO_START})[一-鿿]{{2,3}}(?:镇|乡|街道))"
    "(?![村镇亲愁土路江海、]|驻村|及|和|与|等|周边|境内|之)"
)


@cache
def _no_village() -> re.Pattern[str]:
    """What ends in 村 or 社区 and is no name: 贫困村, 乡村, 全村, 许多村, 智慧社区."""
    kinds = either(words()["not_villages"])
    return re.compile(
        rf"(?:{kinds})$|(?:^|^[建做增变富兴促抓补搞助]|..)(?:联村|强村)$|^[百千万][县镇乡]|(?:^|[县镇乡])[百千万]村$|^(?:{either(words()['village_verbs'])}|{_NO_START}|许多|不少|所有|其他|今年|去年|近年|每年|已|还)|^[新老小山古渔下]村$|[或与及、]"
        r"|[了着个些等的进入驻到每各把](?:村|社区)$|(?:不少|许多|很多)村$|[一-鿿]{2}[为对给][一-鿿]{2,4}村$"
    )


def is_village(name: str) -> bool:
    """Whether a word that ends like one can be the name of a village or a community."""
    return _no_village().search(name) is None


def _is_town(name: str) -> bool:
    """Whether a word that ends like one can be the name of a town (no 城镇, 家乡)."""
    return _NO_TOWN.search(name) is None


def is_settlement(name: str) -> bool:
    """Whether what stands behind an area can be a village in it, alone or behind its town (no 边境村)."""
    last = re.split("[镇乡]", name)[-1]
    return not last.endswith(("村", "社区")) or is_village(last)


def title_village(title: str) -> str | None:
    """The village that a title names."""
    return next((found["name"] for found in _IN_TITLE.finditer(title) if is_village(found["name"])), None)


def portrayed_settlement(title: str) -> str | None:
    """The town or village whose portrait a title announces (甲县乙镇简介, 丙村基本情况)."""
    bare = TAG.sub("", title)
    what = PORTRAITS.search(bare)
    found = _PORTRAYED.fullmatch(bare, 0, what.start()) if what else None
    if found is None:
        return None
    village = found["name"].endswith(_VILLAGES)
    return found["name"] if not village or is_village(found["name"]) else None


def speaks_as_village(text: str) -> bool:
    """Whether a text speaks of one village as a whole (全村, 该村, 村里)."""
    return _ITS_VILLAGE.search(text) is not None


def title_town(title: str, known: Container[str]) -> str | None:
    """The town that a title opens with, else the one that it names further in and a gazetteer knows."""
    found = _TOWN_IN_TITLE.match(title)
    if found and _is_town(found["name"]):
        return found["name"]
    for end in _TOWN_END.finditer(title):
        names = (title[max(0, end.start() - length) : end.end()] for length in _TOWN_LENGTHS)
        if name := next((name for name in names if name in known and _is_town(name)), None):
            return name
    return None


def own_villages(text: str) -> list[tuple[int, int, str]]:
    """Villages, towns and table rows that open a clause: start, end and name."""
    if _SIGN.search(text) is None:
        return []
    found = [
        (match.start("name") - 1, match.end("name") - 1, match["name"])
        for pattern in (OWN_VILLAGE, _VILLAGE_HEAD, _ARRIVED, DESCRIBED, ROW_LABEL, _IN_TOWN, _SENT_TO, _SITE)
        for match in pattern.behind_break(text)
    ]
    return [item for item in found if _is_name(item[2])]


def _is_name(name: str) -> bool:
    """Whether a word can be the name of a village, of a town, or of a village behind its town."""
    if not name.endswith(("村", "社区")):
        return _is_town(name)
    town = re.match("[^镇乡]+[镇乡](?=[^镇乡])", name)
    return is_village(name) and is_settlement(name) and (town is None or (_is_town(town[0]) and is_village(town[0])))


# 上洲村上屋组村民: a hamlet behind the village that it is of.
_HAMLET = re.compile(
    "(?<=[一-鿿]{2}村)((?![第各每几一二三四五六七八九十两])[一-鿿]{2}[组屯寨庄湾坪坡])(?=的|村民|，|。|、|人)"
)


def villages_named_again(text: str) -> list[str]:
    """Names of villages that the text uses more than once, as long as what stands before them stays the same, and of
    the hamlets that it names behind their village first."""
    if text.count("村") < 2:
        return []
    hamlets = [name for name, count in Counter(_HAMLET.findall(text)).most_common(_NAMES) if text.count(name) > count]
    counts = Counter(match["name"] for match in _AGAIN.finditer(text))
    often = [name for name, count in counts.most_common(_NAMES) if count >= 2 and is_village(name)]
    named = (_widened(text, name) for name in often)
    return [*(name for name in named if is_village(name.lstrip("和与及"))), *hamlets]


def is_nickname(text: str, start: int, end: int) -> bool:
    """Whether a village is only called so in quotes (有名的“蔬菜村”) or is one of a kind (类似“石头村”的)."""
    if _KIND_OF.search(text, max(0, start - 4), start):
        return True
    return text[start - 1 : start] == "“" and text.startswith("”", end)


def known_towns(text: str, known: Callable[[str], bool]) -> list[tuple[int, int, str]]:
    """Towns of a gazetteer that open a clause (如今青石镇…), whatever that says: start, end and name."""
    opening = [match for match in _TOWN_HEAD.behind_break(text) if known(match["name"]) and _is_town(match["name"])]
    return [(match.start("name") - 1, match.end("name") - 1, match["name"]) for match in opening]


def _widened(text: str, name: str) -> str:
    """The name with the letters that stand before it at every place (万子湖村 for 子湖村)."""
    for _ in range(_BEFORE):
        before = {text[max(0, found.start() - 1) : found.start()] for found in re.finditer(re.escape(name), text)}
        if len(before) != 1 or not _HAN.match(letter := before.pop()):
            break
        # ，和顺新村: where a clause begins, nothing is joined.
        joins = letter in _JOINING and re.search(f"[。！？；，\n]{letter}{re.escape(name)}", text)
        if not joins and not is_village(letter + name):
            break
        name = letter + name
    return name
