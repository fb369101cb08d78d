"""Parts and their whole: what is counted among others (其中住宅5亿元), by grades, or without its noun (改建5所)."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_groups import without_subject
from tasks.extract.indicators_lists import last_member, split_list
from tasks.extract.indicators_phrases import goes_on, is_deed_of_share
from tasks.extract.indicators_ranks import without_within
from tasks.extract.indicators_state import RATES, State
from tasks.extract.indicators_wording import Wording

_GRADE = re.compile("([二三四五六七八九])([档级类等])")
# 其中甲湖30头: only where.
_WATERS = re.compile("[\u3400-\u9fff]{1,3}(?<!河)湖|[\u3400-\u9fff]{0,3}(?:干流|支流|上游|中游|下游)")
SIZED = frozenset(
    (
        "元",
        "美元",
        "平方米",
        "亩",
        "公顷",
        "平方公里",
        "吨",
        "公斤",
        "立方米",
        "千瓦",
        "千瓦时",
        "公里",
        "吨公里",
        "人公里",
    )
)
# 其中58亿元直接来自财政: what is said of a part is no name of its own.
_PART_OF = re.compile(rf"^[，\s]*(?:在?这?其中|里面)(?:的|有|{ABOUT})*$")
# 共计3亿元没有用在水利上: the same of a figure in the unit of the one before it, where no noun follows.
_SO_MUCH = re.compile(r"[，\s]*(?:另|还|又|尚|仍|共|总|累?合?计|约|近|超过?|逾|有)*")
_OF_NOUN = re.compile("的[\u3400-\u9fff]")
_OTHER_PART = re.compile(
    r"(?<=..[金款费收入资])(?:直接|全部|已经?|并?[未没]有?)*(?:来自|用于|用在|投向|投入到?|流向|用来)(?=..)"
)
_SAID_OF_PART = re.compile(
    r"^(?:以[上下]|左右)?(?:都|均|将|直接|全部|主要|已经?|并?[未没]有?|专门|被)*"
    r"(?:来自|来源|用于|用在|用到|花在|投向|投入|投在|投到|属于|由|为|是|流向|流入|用来|归|拨给|拨到|分给|打入|存入|转入)"
)
# 其中11家在城区, 今年3个出列, 剩余5个将在明年完工
_SO_MANY_OF = re.compile(rf"[，\s]*(?:在?其中|其余|剩余|余下|剩下|还剩|尚余|\x01+)(?:还|尚|已|的|有|{ABOUT}|超过?)*")
_TOLD = re.compile(
    r"(?:以[上下]|左右)?(?:已经?|均|都|也|全部|将|会|要|正在?|仍|还|被|可|预计|计划|成功|顺利|先后)*"
    r"(?:在|位于|处于|采用|使用|来自|属于|是|为|达标|出列|脱贫|摘帽|退出|落户|建成|开工|复工|投产|竣工|通车|完工|完成|挂牌|上市|入选|入围|纳入|列入|进入|获|荣获"
    r"|通过|实现|成为|出现|符合|满足|具备|选择|愿意|陷[了入于]|失控|获救|被困|治愈|痊愈|出院|确诊|倒塌|受损|停产|停用|关闭|着火|沉没|受伤|死亡|遇难(?!者)|活|没有|未|不|参加|达到|超过|用于|分布|集中|建在|设在|接受|享受|得到|经过|开展|启动|投入|交付|入住)"
)
# 14个村里，有9个已经通了公交车
_WITHIN = ("里", "中", "当中", "之中", "里面", "里头")
_THERE_ARE = re.compile(rf"[，\s]*(?:已经?|就|便|还|只|仅)*有(?:{ABOUT}|超过?)*")
_DONE = re.compile("(?:已经?|均|都|也|全部|早就|早已)*[\u3400-\u9fff]{1,3}[了上到过完好]")
# 贫困人口281户、1078人。其中河口村61户: a place of its own is no name.
_SPREAD = frozenset(("户", "人", "亩", "元", "吨", "公顷", "平方米"))
_PLACE = re.compile(
    r"(?!.*(?:贫困|脱贫|示范|行政|自然|重点|全|各|两|农|新|移民|搬迁|城乡|城镇|民族|辖|出列))(?:[\u3400-\u9fff]{2,5}|[xX×某]{1,3})(?:村|镇|乡|社区|街道|屯|寨|农场|林场)"
)
# 检查组对20个部门开展审计, 向300名老人发放补贴
# and 为甲村44户贫困户发放资金
_ACTS_ON = re.compile(
    "(?:(?<![面针应反相绝核校答一成结配双])(对)|(?<![转方导倾流走投趋面意志])向)"
    f"(?:{ABOUT}|超过?|逾|这|上|全部|其中|全[国省市县区州])*$"
    "|(?:^|[，；])[\u3400-\u9fff]{0,10}?(?:(?<![面针应反相绝核校])对|(?<![成作认称因定设])为(?!了)|(?<![转方导倾])向|给)"
    "[\u3400-\u9fff]{2,5}(?:村|社区|镇|乡)的?$"
)
_APART_FROM = re.compile(r"[，\s]*除了?(?!以|名|草|尘|法|夕|息|权)")
_APART_END = re.compile(r"(?:之|以)?外[，\s]*$")
_GRAND_TOTAL = re.compile(r"[，；;\s]*(?:本年)?((?:收入|支出)(?:合计|总计))(?:为|达)?")
_DISTANCES = frozenset(("公里", "米", "厘米", "毫米", "里"))
_SIZE = re.compile(rf"[、，\s]*([长宽高深厚])(?:达|{ABOUT}|为|有|逾)*")
# Classifiers of one sort of thing: 新建学校8所，改建5所.
_OF_ONE_SORT = frozenset(
    ("所", "座", "栋", "幢", "艘", "架", "台", "辆", "口", "眼", "株", "棵", "匹", "顶", "床", "套")
)
_LISTS = frozenset("、和与及")
# 浙江、广东两省分别|新增: how a list of places ends.
_OF_EACH = re.compile("^(?:等地)?(?:[两三四五六](?:省区?|市|县|区|州|地|国))?(?:各自?|分别|均|都)?")
_THING, _LONGEST_PLACE = 8, 13
# 损耗也从15%压到5%: one more subject of its own.
_TOO = re.compile("(?<=[\u3400-\u9fff]{2})(?:也|则|却)(?:已|就|都)?[由从]?\x01*$")
_CONTRIBUTES = re.compile("对[\u3400-\u9fff]{2,16}(?:贡献率|贡献度|拉动率?|支撑率)$")
_BRANCH = re.compile("(?:增加值|产值|总额|投资|零售额|收入|进出口|出口|进口|利润|消费)$")
_MOVED = re.compile("(?:[多少]|增加(?!值)|减少)([\u3400-\u9fff]{1,6})")
# 按照每亩75元的标准共为46户…补助; 以每年41%的幅度增长
_OF_STANDARD = "的标准"
_AT_THAT_PACE = re.compile(
    "的(?:幅度|速度|速率|增速|增幅|比例)(?:快速|逐年|持续|稳步)*(?:增长|递增|增加|下降|递减|减少|上升|提高)"
)
_POINTS_BACK = re.compile(r"[\s\x01]*[该本]")
_WHO = re.compile("[该本]?(?:行|司|公司|集团|企业|省|市|县|区|州|镇|乡|村|校|院|厂|国|店|平台|机构)")
# 正为930公里路面体检: what is left of 正在为 is no name.
_FUNDS = ("资金", "款", "经费", "补助", "基金", "贷款", "债券")
STUMPS = frozenset("正就光根本那有共现已因为被把")
# 覆盖51万名，合12万户; 现在做到5600万元: verbs of which nothing but the number follows.
_LOOSE_VERBS = frozenset("合折计做干搞弄")
LENGTHS = frozenset(("年", "月", "周", "天", "小时", "分钟", "秒"))
# 需要长达五年以上的试验: what lasts so long stands behind.
_LASTS = re.compile(f"长达{ABOUT}?$")


def alike(unit: str, other: str) -> bool:
    """Whether two numbers may tell one thing before and after: of one unit, or both lengths of time."""
    return unit == other or {unit, other} <= LENGTHS


def of_the_same_scale(phrase: str, last: str) -> str:
    """补贴一档人数45人；二档人数213人: the second grade is one of the same thing."""
    grade = _GRADE.match(phrase)
    if grade is None:
        return phrase
    at = max(last.rfind(one + grade.group(2)) for one in "一二三四五六七八")
    return last[:at] + phrase if at > 0 else phrase


def without_examples(phrase: str, before: str) -> str:
    """The words before a number without the list of examples that it counts (甲、乙等8家)."""
    if "、" not in phrase:
        return phrase
    if before.rstrip(" 共约近有").endswith("等") or before.endswith("、有"):
        return ""
    return last_member(phrase)


_HELD_TO = re.compile("^(?:不足|不到|接近|超过|相当于|[仅只约]?[为是])")


def only_places(phrase: str, lone: frozenset[str]) -> bool:
    """Whether a phrase lists nothing but places (甲、乙的同比涨幅), or those whose part it is (不足甲、乙|三分之一)."""
    held = _HELD_TO.sub("", phrase)
    members = split_list(held) if "、" in held or held != phrase else []
    return len(members) > (held == phrase) and all(member.removesuffix("等地") in lone for member in members)


def of_place(state: State, phrase: str, unit: str) -> str:
    """What was measured alike before, where a phrase is nothing but a village or town (其中河口村61户), "" else."""
    if unit not in _SPREAD or _PLACE.fullmatch(phrase) is None:
        return ""
    return state.alike(unit)


def with_thing(state: State, slot: Slot, phrase: str, right: str) -> str:
    """The words behind the number; 新建学校8所，改建5所 leaves out what its classifier counts."""
    if slot.unit not in _OF_ONE_SORT:
        return right
    if right:
        if len(right) <= _THING:
            state.things[slot.unit] = right
        return right
    thing = state.things.get(slot.unit, "")
    said = thing in phrase or phrase[-2:] in thing or phrase[-1:] == thing[-1:]
    return thing if phrase and not said else ""


def is_loose_verb(phrase: str) -> bool:
    """Whether words are but a verb that its number completes (合12万户)."""
    return phrase in _LOOSE_VERBS


def is_water(phrase: str) -> bool:
    """Whether words only say in which lake or reach of a river (其中甲湖30头)."""
    return _WATERS.fullmatch(phrase) is not None


def whole_of_part(name: str) -> str:
    """The name of a whole without what was said of its part before (到位资金用于修路 → 到位资金)."""
    said = _OTHER_PART.search(name)
    return name[: said.start()] if said else without_within(name)


def says_of_part(frame: Frame, slot: Slot, state: State) -> bool:
    """Whether the words around a number say what a part is for or from, and not what it is (其中58亿元来自财政)."""
    if _SAID_OF_PART.match(frame.after) is None:
        return False
    if _PART_OF.match(frame.before):
        return True
    money = slot.kind == "money" and state.carried.endswith(_FUNDS)
    told = money or (slot.unit == state.last_unit and slot.unit not in RATES)
    return told and _SO_MUCH.fullmatch(frame.before) is not None and _OF_NOUN.search(frame.after) is None


def acts_on(frame: Frame, slot: Slot) -> bool:
    """Whether something is done to those counted, so that only what stands behind the number names them (对20个…)."""
    found = _ACTS_ON.search(frame.before)
    return found is not None and (slot.kind in ("quantity", "number") or found.group(1) == "对")


def grand_total(frame: Frame) -> str:
    """A sum of all that a clause gives (收入合计20亿元), "" elsewhere."""
    found = _GRAND_TOTAL.fullmatch(frame.before)
    return found.group(1) if found else ""


def size_of(frame: Frame, slot: Slot) -> str:
    """The side of a thing that a number measures where nothing else stands before it (全长98米、高12米), "" else."""
    found = _SIZE.fullmatch(frame.before) if slot.unit in _DISTANCES else None
    return found.group(1) if found else ""


def tells_of_part(frame: Frame, slot: Slot, state: State) -> bool:
    """Whether a number is so many of those counted before it, of whom something is told (其中11家在城区)."""
    counted = slot.unit == state.last_unit and slot.unit not in RATES and slot.kind != "money"
    if not counted or not (_TOLD.match(frame.after) or _DONE.match(frame.after)):
        return False
    among = state.among.rstrip("，, ").endswith(_WITHIN) and _THERE_ARE.fullmatch(frame.before) is not None
    return among or _SO_MANY_OF.fullmatch(frame.before) is not None


def without_frame(frame: Frame) -> Frame:
    """The frame of a number without 除 … 外 around it (除7个仍在整改外) and without the subject of 是 … 之一."""
    frame = replace(frame, before=without_subject(frame.before, frame.after)) if "之一" in frame.after else frame
    if frame.before.startswith(_OF_STANDARD):
        frame = replace(frame, before=frame.before[len(_OF_STANDARD) :])
    if _AT_THAT_PACE.match(frame.after):
        frame = replace(frame, after="")
    elif frame.after.startswith(_OF_STANDARD) and not frame.before.rstrip().endswith(("按", "照", "以")):
        frame = replace(frame, after=_OF_STANDARD)
    apart = _APART_FROM.match(frame.before)
    behind = _APART_END.search(frame.after) if apart else None
    if apart is None or behind is None:
        return frame
    return replace(frame, before=frame.before[apart.end() :], after=frame.after[: behind.start()])


def lasting(frame: Frame, slot: Slot) -> Frame:
    """The frame of a length of time without its 长达."""
    lasts = slot.unit in LENGTHS and _LASTS.search(frame.before)
    return replace(frame, before=frame.before[: lasts.start()]) if lasts else frame


def is_pronoun(before: str, phrase: str) -> bool:
    """Whether the words before a number only point back to who was named (该行较上年末增加9亿元)."""
    return _POINTS_BACK.match(before) is not None and _WHO.fullmatch(phrase) is not None


def without_place(phrase: str, lone: frozenset[str]) -> str:
    """A phrase without the place that it begins with (江苏建成), or all that are listed there (浙江和广东各新增),
    itself where it is nothing else."""
    rest = _without_one(phrase, lone)
    listed = False
    while rest[:1] in _LISTS and (more := _without_one(rest[1:], lone)) != rest[1:]:
        rest, listed = more, True
    shorter = _OF_EACH.sub("", rest, count=1) if listed else rest
    return shorter or phrase


def _without_one(phrase: str, lone: frozenset[str]) -> str:
    """A phrase without the one place that it begins with."""
    longest = min(len(phrase), _LONGEST_PLACE) if lone else 0
    for end in range(longest - 1, 1, -1):
        if phrase[:end] in lone:
            return phrase[end:]
    return phrase


def is_same_moved(phrase: str, last: str) -> bool:
    """Whether a phrase says that more or less was done or made of what was named last (多处置, 增加产值)."""
    moved = _MOVED.fullmatch(phrase)
    return moved is not None and moved.group(1) in last


def contributes(phrase: str, before: str, carried: str) -> bool:
    """Whether a clause says what the branch named before it adds to the whole (对全市工业增长的贡献率)."""
    return (
        before.lstrip().startswith("对")
        and _CONTRIBUTES.match(phrase) is not None
        and _BRANCH.search(carried) is not None
    )


def says_more(wording: Wording, state: State, frame: Frame, slot: Slot, phrase: str, kinds: frozenset[str]) -> bool:
    """Whether a clause without a noun behind its number says more of what was named before it."""
    return (
        wording.says_again(phrase, state.last)
        or goes_on(frame.before, slot.unit, state.last_unit, state.last)
        or ("change" not in kinds and is_deed_of_share(phrase, slot.unit) and not _TOO.search(frame.before))
        or contributes(phrase, frame.before, state.carried)
    )


# 其中一线城市上涨0.5%: no area, but a kind of them, which only the name can tell.
_KINDS_OF_CITY = ("线城市", "中城市", "小城市")
_MOVE_OF_KIND = re.compile("^[\u3400-\u9fff]{1,3}(?:线|中|小)城市(?=.)|(?:增幅|降幅|涨幅|跌幅|增速|升幅)$")


def of_kind(phrase: str, owner: str) -> str:
    """What is measured of a place or a kind of cities (二线城市 + 一线城市房价 is 二线城市房价)."""
    if not owner or not phrase.endswith(_KINDS_OF_CITY):
        return owner or phrase
    return phrase if owner.endswith(_KINDS_OF_CITY) else phrase + _MOVE_OF_KIND.sub("", owner)
