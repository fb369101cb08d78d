"""Parts and their whole: what is counted among others (其中住宅5亿元), by grades, or without its noun (改建5所)."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_groups import without_subject
from tasks.extract.indicators_lists import last_member, split_list
from tasks.extract.indicators_phrases import goes_on, is_deed_of_share
from tasks.extract.indicators_state import RATES, State
from tasks.extract.indicators_wording import Wording

_GRADE = re.compile("([二三四五六七八九])([档级类等])")
_FULFILLED = re.compile(
    "(?:超额)?完成了?([\u3400-\u9fff\x01]{0,12}?(?:预算|计划|任务|目标|指标|协议|预期)数?)(?:的(?:约|近|超过?)?)?$"
)
_OF_MEAN = re.compile("(?:平均数|均值|平均值|平均水平|中位数)的$")
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
_PART_OF = re.compile(r"^[，\s]*(?:在?这?其中|里面)(?:的|有|约|近)*$")
_SAID_OF_PART = re.compile(
    r"^(?:以[上下]|左右)?(?:都|均|将|直接|全部|主要)*(?:来自|来源|用于|投向|投入|属于|由|为|是|流向|用来|归)"
)
# 其中11家在城区, 今年3个出列, 剩余5个将在明年完工
_SO_MANY_OF = re.compile(r"[，\s]*(?:在?其中|其余|剩余|余下|尚余|\x01+)(?:还|尚|已|的|有|约|近|超过?)*")
_TOLD = re.compile(
    r"(?:以[上下]|左右)?(?:已经?|均|都|全部|将|正在?|仍|还|被|可|预计|计划|成功|顺利|先后)*"
    r"(?:在|位于|处于|采用|使用|来自|属于|是|为|达标|出列|脱贫|摘帽|退出|落户|建成|开工|复工|投产|竣工|通车|完工|完成|挂牌|上市|入选|入围|纳入|列入|进入|获|荣获"
    r"|通过|实现|成为|出现|陷[了入于]|失控|获救|被困|治愈|痊愈|出院|确诊|倒塌|受损|停产|停用|关闭|着火|沉没|受伤|死亡|遇难(?!者)|活|没有|未|不|参加|达到|超过|用于|分布|集中|建在|设在|接受|享受|得到|经过|开展|启动|投入|交付|入住)"
)
# 贫困人口281户、1078人。其中河口村61户: a place of its own is no name.
_SPREAD = frozenset(("户", "人", "亩", "元", "吨", "公顷", "平方米"))
_PLACE = re.compile(
    r"(?!.*(?:贫困|脱贫|示范|行政|自然|重点|全|各|两|农|新|移民|搬迁|城乡|城镇|民族|辖|出列))(?:[\u3400-\u9fff]{2,5}|[xX×某]{1,3})(?:村|镇|乡|社区|街道|屯|寨|农场|林场)"
)
# 检查组对20个部门开展审计, 向300名老人发放补贴
# and 为甲村44户贫困户发放资金
_ACTS_ON = re.compile(
    "(?:(?<![面针应反相绝核校答一成结配双])(对)|(?<![转方导倾流走投趋面意志])向)"
    "(?:约|近|超过?|逾|这|上|全部|其中|全[国省市县区州])*$"
    "|(?:^|[，；])[\u3400-\u9fff]{0,10}?(?:(?<![面针应反相绝核校])对|(?<![成作认称因定设])为(?!了)|(?<![转方导倾])向|给)"
    "[\u3400-\u9fff]{2,5}(?:村|社区|镇|乡)的?$"
)
_APART_FROM = re.compile(r"[，\s]*除了?(?!以|名|草|尘|法|夕|息|权)")
_APART_END = re.compile(r"(?:之|以)?外[，\s]*$")
_GRAND_TOTAL = re.compile(r"[，；;\s]*(?:本年)?((?:收入|支出)(?:合计|总计))(?:为|达)?")
_DISTANCES = frozenset(("公里", "米", "厘米", "毫米", "里"))
_SIZE = re.compile(r"[、，\s]*([长宽高深厚])(?:达|约|近|为|有|逾)*")
_AS_LONG = re.compile("(?:一[条道座个处片]|这[条道座]|^)([长宽高深厚])达?(?:约|近|超过?)?$")
# Classifiers of one sort of thing: 新建学校8所，改建5所.
_OF_ONE_SORT = frozenset(
    ("所", "座", "栋", "幢", "艘", "架", "台", "辆", "口", "眼", "株", "棵", "匹", "顶", "床", "套")
)
_THING, _LONGEST_PLACE = 8, 13
_CONTRIBUTES = re.compile("对[\u3400-\u9fff]{2,16}(?:贡献率|贡献度|拉动率?|支撑率)$")
_BRANCH = re.compile("(?:增加值|产值|总额|投资|零售额|收入|进出口|出口|进口|利润|消费)$")
_MOVED = re.compile("(?:[多少]|增加|减少)([\u3400-\u9fff]{2,6})")
# 全村有690户，2800多人: who lives there.
_RESIDENTS = re.compile(
    r"(?:村|寨|屯|庄|镇|乡|县|旗|社区|小区|街道|组|当地|这里|岛上|库区)(?:里|中|内|上)?(?:一?共|总共|现|目前|原)*(?:有|住着?|居住着?|生活着?)"
    r"(?:约|近|超过?)?$"
)
# 成为拥有67户200余人的边境乡
_HAS = re.compile("(?:拥有|只有|仅有)(?:近|约)?$")
_PLACE_BEHIND = re.compile(r"的[^，。；\x02]{0,16}(?:[乡村镇屯寨]|社区|村庄|小镇|村落)(?:[，。；\n]|$)")
_DIVISION = re.compile("(?:小组|村民组|自然村|行政村|[村屯寨社]|社区)$")
_LINKS = " 、，,共有计现"
# 按照每亩75元的标准共为46户…补助; 以每年41%的幅度增长
_OF_STANDARD = "的标准"
_AT_THAT_PACE = re.compile(
    "的(?:幅度|速度|速率|增速|增幅|比例)(?:快速|逐年|持续|稳步)*(?:增长|递增|增加|下降|递减|减少|上升|提高)"
)
# 比全省平均水平高3个百分点: the gap to an area.
_GAP = re.compile(
    "(?:均|都|也|并|且|仍|、)*(?:比|较)(?P<base>(?:同期|当年)?(?:全[国省市县区州]|[东中西]部)"
    "(?!上年|同期)[^，；。比较\x01]{0,18}?)(?P<how>[高低快慢多少])(?:[了出])?(?:约|近|逾|超过?)?$"
)
_GAP_WORD = {"高": "高于", "低": "低于", "快": "快于", "慢": "慢于", "多": "多于", "少": "少于"}
_BEYOND = re.compile(
    r"[\s\x01]*(?:并|且|也|均|分别|已)*((?:超过|超出|领先于?|落后于?)(?!全|预期|目标|计划|时序)[\u3400-\u9fff]{2,10})"
)
_HOLDS_RANK = re.compile("的?[\u3400-\u9fff]{0,4}?(?:位居|位列|名列|排名|排在|居|列)(?!民|住|委)")
_NARROWED = re.compile("(?<![差幅距])(?:收窄|扩大)了?(?:约|近)?$")
_RISE_OR_FALL = re.compile("负增长|下降|下滑|回落|减少|下跌|增长|增加|上涨|上升|提高")
_RISES = frozenset(("增长", "增加", "上涨", "上升", "提高"))
_PUPILS = frozenset(("招生", "在校生", "毕业生", "专任教师", "教职工", "在园幼儿", "入园幼儿", "在校学生"))
# 脱贫县农村居民人均可支配收入8000元。人均消费支出5000元
_SPENDING = frozenset(("人均消费支出", "人均生活消费支出"))
_POINTS_BACK = re.compile(r"[\s\x01]*[该本]")
_WHO = re.compile("[该本]?(?:行|司|公司|集团|企业|省|市|县|区|州|镇|乡|村|校|院|厂|国|店|平台|机构)")
# 正为930公里路面体检: what is left of 正在为 is no name.
STUMPS = frozenset("正就光根本那有共现已因为被把")
_RESIDENTS_OF = re.compile("([\u3400-\u9fff]{0,12}(?:居民|农民|牧民))人均(?:可支配|纯)收入")
_SCHOOLS = re.compile(
    "(?:普通|各类)?(?:(?:高等|高职|职业)院校|义务教育阶段|义务教育|学前教育|特殊教育|高等教育|成人高等教育|中等职业教育|职业教育|研究生教育"
    "|小学|初中|高中|普高|中职|本科|幼儿园|高中阶段|高等|中等职业|特殊|技工|[初高]级中学|职业中学|中学|完全中学"
    "|职业高中|中专|高校|大学)(?:学校)?"
)
LENGTHS = frozenset(("年", "月", "周", "天", "小时", "分钟", "秒"))
# 需要长达五年以上的试验: what lasts so long stands behind.
_LASTS = re.compile("长达(?:近|约)?$")


def fulfilled(before: str) -> tuple[int, str] | None:
    """Where the words before a share begin to say what aim is met, and the aim (完成年度计划的82%); None elsewhere."""
    found = _FULFILLED.search(before)
    return (found.start(), found.group(1).strip("\x01")) if found else None


def of_the_mean(before: str) -> bool:
    """Whether words say that a figure is so much of a mean (中位数是平均数的90%)."""
    return _OF_MEAN.search(before) is not None


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


def only_places(phrase: str, lone: frozenset[str]) -> bool:
    """Whether a phrase lists nothing but places (甲、乙的同比涨幅)."""
    members = split_list(phrase) if "、" in phrase else []
    return len(members) > 1 and all(member.removesuffix("等地") in lone for member in members)


def of_place(state: State, phrase: str, unit: str) -> str:
    """What was measured alike before, where a phrase is nothing but a village or town (其中河口村61户), "" else."""
    if unit not in _SPREAD or _PLACE.fullmatch(phrase) is None:
        return ""
    return next((name for name, one in (*reversed(state.recent), *reversed(state.past)) if one == unit), "")


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


def is_water(phrase: str) -> bool:
    """Whether words only say in which lake or reach of a river (其中甲湖30头)."""
    return _WATERS.fullmatch(phrase) is not None


def says_of_part(frame: Frame) -> bool:
    """Whether the words around a number say what a part is for or from, and not what it is (其中58亿元来自财政)."""
    return _PART_OF.match(frame.before) is not None and _SAID_OF_PART.match(frame.after) is not None


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


def as_long_as(frame: Frame, slot: Slot) -> str:
    """The noun of the size of what stands behind a number (一条长达3公里的堤坝 → 长度), "" elsewhere."""
    if slot.unit not in _DISTANCES or not frame.after.startswith("的"):
        return ""
    found = _AS_LONG.search(frame.before)
    return f"{found.group(1)}度" if found else ""


def tells_of_part(frame: Frame, slot: Slot, state: State) -> bool:
    """Whether a number is so many of those counted before it, of whom something is told (其中11家在城区)."""
    counted = slot.unit == state.last_unit and slot.unit not in RATES and slot.kind != "money"
    return counted and _SO_MANY_OF.fullmatch(frame.before) is not None and _TOLD.match(frame.after) is not None


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


def lives_in(name: str, unit: str, counted: str, before: str) -> bool:
    """Whether households or people told behind divisions of a place are those of the place (6个小组，222户，1350人)."""
    return unit in ("户", "人") and counted == "个" and not before.strip(_LINKS) and _DIVISION.search(name) is not None


def gap_to(before: str) -> tuple[str, str] | None:
    """What is compared and with whom, where the words before a number end in a gap (收入比全省高); None elsewhere."""
    found = None if "分别" in before else _GAP.search(before)
    if found is None:
        return None
    return before[: found.start()], f"{_GAP_WORD[found['how']]}{found['base']}"


def beyond(before: str) -> str:
    """What a share goes beyond, where nothing else stands before a number (超过制造业4.5个百分点), "" elsewhere."""
    found = _BEYOND.fullmatch(before)
    return found.group(1) if found else ""


def standing_at(frame: Frame) -> bool:
    """Whether an amount only says by how much a rank is held (以291亿元位居第4位)."""
    return frame.before.rstrip().endswith("以") and _HOLDS_RANK.match(frame.after) is not None


def narrowed(before: str, ahead: str) -> str:
    """The rise or fall that a number says has become less or more (下降24%，收窄9个百分点), "" for neither."""
    if _NARROWED.search(before) is None:
        return ""
    moves = _RISE_OR_FALL.findall(ahead)
    return "增幅" if moves and moves[-1] in _RISES else "降幅"


def lasting(frame: Frame, slot: Slot) -> Frame:
    """The frame of a length of time without its 长达."""
    lasts = slot.unit in LENGTHS and _LASTS.search(frame.before)
    return replace(frame, before=frame.before[: lasts.start()]) if lasts else frame


def of_whom(phrase: str, last: str, earlier: str) -> str:
    """The schools or residents that figures told without them are of (小学2所。招生300人), "" for none."""
    if phrase in _SPENDING:
        residents = _RESIDENTS_OF.match(last) or _RESIDENTS_OF.match(earlier)
        return residents.group(1) if residents else ""
    if phrase not in _PUPILS:
        return ""
    found = _SCHOOLS.match(last) or _SCHOOLS.match(earlier)
    return found.group() if found else ""


def is_pronoun(before: str, phrase: str) -> bool:
    """Whether the words before a number only point back to who was named (该行较上年末增加9亿元)."""
    return _POINTS_BACK.match(before) is not None and _WHO.fullmatch(phrase) is not None


def are_residents(frame: Frame, ends: str) -> bool:
    """Whether those counted live in the place before them (全村有690户) or behind (拥有67户的边境乡)."""
    if not frame.after.strip(ends):
        return _RESIDENTS.search(frame.before) is not None
    return _HAS.search(frame.before) is not None and _PLACE_BEHIND.match(frame.after) is not None


def without_place(phrase: str, lone: frozenset[str]) -> str:
    """A phrase without the place that it begins with (江苏建成), itself where it is nothing else."""
    longest = min(len(phrase), _LONGEST_PLACE)
    return next((phrase[end:] for end in range(longest - 1, 1, -1) if phrase[:end] in lone), phrase)


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
        or goes_on(frame.before, slot.unit, state.last_unit)
        or ("change" not in kinds and is_deed_of_share(phrase, slot.unit))
        or contributes(phrase, frame.before, state.carried)
    )
