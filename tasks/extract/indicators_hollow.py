"""Names that say only how a number stands to others (最多, 门槛, 同), and deeds without their thing (已恢复310条): what
the sentence has told of before."""

from __future__ import annotations

import re
from functools import lru_cache

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import RATES, Named, Telling
from tasks.extract.indicators_wording import phrases
from tasks.vocabulary import either

_LONGEST = 24
_SHARE = "占比"
# 以甲县损失534万元最多，其次是乙县421万元: the second is what the first is.
_PLACED = re.compile(
    rf"(?:[，,、；;]|^)\s*(?:其次|次之|再次|依次)?(?:是|为|则?是)?(?P<place>[\u3400-\u9fff]{{2,9}})(?:{ABOUT}|超过?|达)?$"
)
# 最大降雨量为甲镇40毫米: where it was.
_WHERE = re.compile(r"(?<=最[多高大低少小][\u3400-\u9fff]{2}[量温位速额数值])(?:为|是|出现在)[\u3400-\u9fff]{2,7}$")
_RANKED = re.compile("最[多高大低少小强]|居首|居前|第一|其次|领先")
_NEXT = re.compile(r"[，,、；;]\s*(?:其次|次之|再次|依次)")
# 24.8万间不同程度损坏: how a building came to harm.
_HARMED = re.compile(rf"(?:不同程度|严重|部分|轻微|一般|全部|均)*(?P<harm>{either(phrases()['harms'])})")
_PAY = re.compile("[要得须需应]?(?:再|另)?[要得须需]?(?:交|缴|付|花|掏|收|缴纳|交纳|支付|花费)(?:上|掉|了)?")
_TIMES_BY = re.compile(f"(压缩|放大|缩小|浓缩|稀释|超发|超编|超载)了?(?:{ABOUT}|近)?$")
_STANDARD = re.compile("(?:这|也|均|都|又|远|大大|明显|略)*[高低][于过](.{2,}(?:标准|要求|规定|限值|红线))$")
_NTH = tuple(f"第{sign}" for sign in "二三四五六")
# 分三批公布了500处
_SPLIT = re.compile("(?<![0-9划部区])分$")
# 京津冀到15%: up to what a rate goes, unlike those who came (新生报到3200人).
_UP_TO = re.compile("[\u3400-\u9fff]{2,4}[到至]")
_BATCHES, _NEAR = frozenset(("批", "批次", "期", "轮")), 16
_SHORT = 2
_GROWTH_ONLY = re.compile(
    "^(?:[\u3400-\u9fff]{2,3}[市县区省])?(?:[降跌涨增升减]幅|增速)(?:最|相对|较|居)[\u3400-\u9fff]{0,3}$"
)
# 分别居住于甲市（13例）, 后续依序为乙市25人, 含丙区10例: where those were that have been told of.
_AS_TO = "(?:分别|主要|均|皆|都|多|其中|后续|其余)*"
_LED = re.compile(
    f"{_AS_TO}(?:依照?[\u3400-\u9fff]{{0,10}}?{_AS_TO})?"
    "(?:(?:居住|分布|散布|集中|坐落|发生|出现|设籍|落)(?:于|在)|位于|来自|出自|依序[为是]|依次[为是]|含|包括|以|就属|首推)"
)
_BUILT = frozenset(("间", "座", "栋", "处"))


@lru_cache(maxsize=2)
def _hollow() -> re.Pattern[str]:
    """The names that say nothing alone, and what they may end in."""
    return re.compile(
        rf"(?:{either(phrases()['hollow_names'])})(?:{_SHARE})?|最[多高大低少小]的?[是为][\u3400-\u9fff]{{2,7}}"
        r"|[为居是](?:各|全)[\u3400-\u9fff]{1,4}(?:之?最[多高大低少小]?|[多少]数|之冠)"
        r"|(?:[降跌涨增升减]幅|增速)(?:最[明显大高深]{0,2}|相对较?[大小高低]?|较[大小高低]|居首|居冠)?"
        r"|(?:略微?|稍微?|微幅|小幅|大幅|些微)(?:下滑|上升|回落|回升|上扬|增加|减少|下降|走[高低])比例"
    )


@lru_cache(maxsize=2)
def _deeds() -> frozenset[str]:
    return frozenset(phrases()["thing_deeds"])


def add_hollow(told: Telling) -> None:
    """Fills hollow names of a sentence from those before them, in place."""
    names, slots = told.names, told.slots
    earlier: list[int] = []
    opened: dict[str, str] = {}
    _add_deeds_paid_for(told)
    for index in sorted(names):
        named = names[index]
        if "最" in named.name or len(named.name) > MAX_NAME:
            named = names[index] = named.called(_WHERE.sub("", named.name))
        name = _filled(told, index, earlier) if earlier else _of_opening(told, index)
        if not name and named.name in opened:
            name = opened[named.name]
        if not name and slots[index].unit in _BUILT:
            name = _harmed(told, index, earlier)
        name = name or _in_batches(told, index) or _held_to(told, index, earlier) or _many_times(told, index)
        if name and len(name) <= _LONGEST and name != named.name:
            opened[named.name] = name
            names[index] = named.called(name, "told before")
        earlier.append(index)


def _add_deeds_paid_for(told: Telling) -> None:
    """Names what is only said to be paid by what it is paid for (到居委会盖章，要交50元), in place."""
    said = ""
    for clause in told.sentence.clauses:
        if not clause.quantities:
            said = told.masked[clause.start : clause.end]
            continue
        index = clause.quantities[0]
        if said and told.slots[index].kind in ("money", "range") and _PAY.fullmatch(told.names[index].name):
            deed = told.wording.object(said)
            told.names[index] = told.names[index].called(deed + told.names[index].name) if deed else told.names[index]
        said = ""


def _held_to(told: Telling, index: int, earlier: list[int]) -> str:
    """The standard that what was told before is held to (达到200台，远高于规定的每万人80台的标准), "" elsewhere."""
    found = _STANDARD.match(told.names[index].name)
    thing = _last(told, earlier, told.slots[index].unit) if found else ""
    return thing + found[1] if found and thing and thing[-_SHORT:] not in found[1] else ""


def _many_times(told: Telling, index: int) -> str:
    """What a multiple is of that says only by a verb what became of it (图像再压缩100倍), "" elsewhere."""
    named = told.names[index]
    verb = _TIMES_BY.search(named.before) if told.slots[index].unit == "倍" else None
    return named.name + verb[1] if verb and verb[1] not in named.name else ""


def _filled(told: Telling, index: int, earlier: list[int]) -> str:
    """The name of a number whose own is hollow, "" where it is not or nothing before it fits."""
    named = told.names[index]
    if named.name in _deeds() and named.rule == "before":
        thing = _last(told, earlier, told.slots[index].unit).removesuffix(named.name)
        return named.name + thing if thing and named.name not in thing else ""
    rate = told.slots[index].unit in RATES
    up_to = rate and _UP_TO.fullmatch(named.name) is not None
    if not rate and _says_where(told, named.name):
        return _last(told, earlier, told.slots[index].unit)
    if not (up_to or _hollow().fullmatch(named.name) or _only_where(told, index, named)):
        return ""
    share = rate and named.name.endswith(_SHARE)
    whole = _last(told, earlier, "" if rate else told.slots[index].unit)
    if rate and (not whole or up_to):
        whole = _last_rate(told, earlier) or whole
    whole = whole.removesuffix(_SHARE)
    return whole + _SHARE if whole and share else whole


def _says_where(told: Telling, name: str) -> bool:
    """Whether a name only tells where those were that have been told of (分别居住于甲市)."""
    led = _LED.match(name)
    return led is not None and name[led.end() :] in told.lone


def _of_opening(told: Telling, index: int) -> str:
    """What the clause that opens the sentence speaks of, for a first figure of which only its growth is named
    (甲、乙两市指数均下跌，以甲市跌幅最明显，达2.75%)."""
    if not _GROWTH_ONLY.search(told.names[index].name):
        return ""
    bare = (
        clause for clause in told.sentence.clauses if clause.end <= told.slots[index].start and not clause.quantities
    )
    subjects = (told.wording.subject(told.masked[clause.start : clause.end]) for clause in bare)
    return next((said for said in subjects if said and not _GROWTH_ONLY.search(said)), "")


def _in_batches(told: Telling, index: int) -> str:
    """The batches in which the things behind them come (已分6批将8155个传统村落列入名录), "" elsewhere."""
    if told.slots[index].unit not in _BATCHES or not _splits(told, index):
        return ""
    behind = told.names.get(index + 1)
    near = behind is not None and told.slots[index + 1].start - told.slots[index].end < _NEAR
    return f"{behind.name}批次" if behind and near else ""


def _splits(told: Telling, index: int) -> bool:
    start = told.slots[index].start
    return _SPLIT.search(told.masked, max(0, start - 1), start) is not None


def _last_rate(told: Telling, earlier: list[int]) -> str:
    """The last name of a rate before a number that says something."""
    names = (told.names[one].name for one in reversed(earlier) if told.slots[one].unit in RATES)
    return next((name for name in names if not (_hollow().fullmatch(name) or _UP_TO.fullmatch(name))), "")


def _last(told: Telling, earlier: list[int], unit: str) -> str:
    """The last name before a number in its unit, in any unit but a rate's for ""."""
    fits = (
        one
        for one in reversed(earlier)
        if (told.slots[one].unit == unit if unit else told.slots[one].unit not in RATES)
    )
    return next((told.names[one].name for one in fits if not _hollow().fullmatch(told.names[one].name)), "")


def _only_where(told: Telling, index: int, named: Named) -> bool:
    """Whether a number has only its place before it in a list by size (最大降雨量为甲镇40毫米，其次乙乡31毫米)."""
    slot, before = told.slots[index], told.slots[index - 1] if index else None
    if before is None or before.unit != slot.unit:
        return False
    between = told.masked[before.end : slot.start]
    found = _PLACED.search(between)
    if found is None or not _RANKED.search(told.masked, told.sentence.start, slot.end):
        return False
    place = found["place"]
    if _NEXT.search(between) is None:
        return named.name.endswith(_NTH) and place[:_SHORT] == named.name[:_SHORT]
    return named.name in place or "次" + place == named.name


def _harmed(told: Telling, index: int, earlier: list[int]) -> str:
    """What came to harm where only the harm stands behind a number (4.1万间房屋倒塌，24.8万间不同程度损坏)."""
    named, slot = told.names[index], told.slots[index]
    if not _HARMED.fullmatch(named.name):
        return ""
    alike = [told.names[one].name for one in earlier if told.slots[one].unit == slot.unit]
    for name in reversed(alike):
        found = _HARMED.search(name)
        if found and found.start() > 1:
            return name[: found.start()] + named.name
    return ""
