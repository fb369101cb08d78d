"""Puts the parts of an indicator's name together and smooths the seams."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_frames import Frame, Slot
from tasks.extract.indicators_gaps import of_thing
from tasks.extract.indicators_kin import without_kin
from tasks.extract.indicators_lists import complete_members, split_list
from tasks.extract.indicators_wording import Wording

MAX_NAME = 36
MAX_SIDE = 30
_TOGETHER = re.compile(r"^共(?=建成|建设|建立|创建|完成|投入|实施|发放)")
_RAISED = re.compile(r"^(.{2,}?)(?:提高|提升|增加|调整|上调)(?:到|至)((?:月|年)?人均|户均|每人每[月年]|人均每[月年])$")
_LOOSE_END = re.compile(r"(?<=..)(?:无|在内)$")
# 增速居前的是：甲区8%
_FOREMOST = re.compile("(?<=..)(?:居前|靠前|领先|排名靠前|最[快高大多])的(?:是|有|为)?$")
_AMONG = re.compile(r"了?包括.{2,12}在内的?(?=.)|^.{2,14}在内(?![港河湖陆地部容蒙核需外侧心科存网湾江海])的?(?=.{3})")
# 1.投资增速前二名: the number of the item and the places that a heading announces.
_ANNOUNCED = re.compile(r"^\d{1,2}[.．](?=[\u3400-\u9fff])|(?<=..)(?:居)?前[二两三四五六七八九十]{1,2}[名位家]$")
# 财政部公布出口金额: who reports is no part of what is reported.
_REPORTED = re.compile(
    "^[\u3400-\u9fff]{1,8}(?:[部局署厅委]|联合会|总处|银行)(?:今日?|最新|[0-9]{1,2}日)?(?:公布|发布)[的了]?(?:最新)?(?=[\u3400-\u9fff]{3})"
)
# 第一产业对经济增长的贡献率 + 拉动经济
_PULLS = re.compile("(?<=..)对[\u3400-\u9fff]{2,10}贡献率(?=拉动)|(?<=增加值)净增额(?=拉动)")
# 分类建立红色户, 逐户登记: how they were listed is no part of what is counted.
_ONE_BY_ONE = re.compile("^(?:分类|分级|逐[户人村一项个])(?:建立|登记|识别|认定|确定|标注|划分|确认)(?=..)")
_TWICE = re.compile(r"(比例|比重|占比)占比")
_STANDARD = re.compile(r"的(标准|比例|价格|额度)(?=.)([^，,；;。\x02]{2,60})")
_PAID_FOR = re.compile(r"、[^，,]*?(?=参加|缴纳|享受|购买|发放|给予)|、.*")
_SHARE_SAID = re.compile("占|比例|比重|率(?!先|领)|同比|增长|增加|减少|下降|提高$|较|环比|增幅|增速")
_SHORT_VERB = 3
_LOOSE_RATE = re.compile("(?<=..)(?:[月年]?(?:人均|户均)|[月年日]均|月)$")
# 临时救助3125人次，支出456万元: what is done stays in the name.
_DEEDS = ("救助", "培训", "招聘", "整改", "收购", "改造", "支持", "参与", "报名")
# 出口10亿元，进口20亿元，逆差10亿元: the balance is of both.
_BALANCES = frozenset(("顺差", "逆差"))
_TRADED = re.compile("(?:进出口|进口|出口)(?:总额|额|总值|值)?$")
_TWO_SIDES = ("收入", "支出")
# 固定资产投资增长8%，总量为90亿元: a total is of what was told, not told instead of it.
_TOTALS = frozenset(("总额", "总量", "总值", "总数", "总规模", "总金额"))
# 人均耕地不到1亩，户均2.6亩: one mean takes the place of the other.
_MEAN, _OTHER_MEAN = "均", re.compile("[人户亩村生社校班企镇乡县床店组场月年日]均")
_TRADE = ("进出口", "出口", "进口")
# 资产总额90亿元，营业收入20亿元: what is earned is not earned by the assets.
_HELD = re.compile("(?:营业总?|利润|[总净]?资产|负债)$")
_EARNED = ("收入", "利润", "净利润", "利润总额", "营收", "产值")
# 今天公布的失业率
_MADE_KNOWN = 6
# 产业占中央资金六成，占省级资金五成: the second share is of the same part.
_SHARE_OF = re.compile("(?<=..)占(?![地用领有补道据])(?=..)")
_COUNTS = frozenset(
    ("人", "户", "家", "个", "所", "架次", "班", "趟", "列", "条", "项", "件", "名", "座", "辆", "处", "对")
)
_NOUN_NEXT = re.compile(
    r"(?![的以左上不等多余起后前内来期时从起和及与并而])[\u3400-\u9fff](?:[\u3400-\u9fff]|（[市区旗]）)"
)
_BOUND_NEXT = re.compile("^(?:以[上下]|左右)的?")
_THIS_IS = re.compile(r"[！!。，,—\s]{1,4}(?:这(?:就是|是|个数字是|一数字是|组数字是|串数字是)|是)([^。！!？\n]{4,80})")
_THESE_ARE = re.compile(
    r"[！!。，,—\s]{1,4}(?:这(?:些|几个|组)(?:数字|数据)?)?(?:分别|依次)(?:就?是|为|对应着?|代表着?|属于|来自)([^。！!？；，\n\x02]{3,80})"
)
_AS_MANY_AS = re.compile(r"(?:有|现|造成|发现|出现|导致)(?:多达|高达)$")
_FOR_WHOM = re.compile(rf"(?<![总数量分均认成作额积口别则即计者约行因称定设])为(?:{ABOUT}|超过?|逾|全省|全市|全县)?$")
_THERE_ARE = re.compile("(?:[已现原共还仅只]|拥|目前|现在)有$")
# 节约1.4万吨标准煤: what is saved or added stands behind the number.
_BULK = frozenset(("吨", "公斤", "立方米", "千瓦时", "升", "亩", "平方米", "公里"))
_BULK_NEXT = re.compile("[\u3400-\u9fff]{2,8}(?:[，。；、]|$)")
_PEOPLE = frozenset({"人", "户"})
# 比全省平均水平（21%）高: the base of a comparison; a norm is a figure of its own.
_COMPARISON = re.compile(
    "(?:但|仍|分别|均|也|并|、)*(?:比|较|高于|低于|高出|低出|快于|慢于|高过|超过|全[国省市县区州]$)"
)
_NORMS = ("标准", "限值", "目标", "上限", "下限")
_BECAME = re.compile(r"\s*(?:实现|(?:其中)?(?:目前|现)?已(?:实现|稳定)?(?:转移)?(?:就业|务工|搬迁|入住|返岗))")
# 毕业生登记1604名，就业1472名
_WORKS = re.compile(r"\s*(?:[再已]|稳定|成功|顺利)?(?:就业|创业|上岗|务工|签约)\x01*$")


def join(left: str, right: str) -> tuple[str, str]:
    """The words before and after a number as one name, and the rule that this is."""
    if left and right:
        return left[-MAX_SIDE:].lstrip("的了和与、") + right[:MAX_SIDE], "around"
    return (left[-MAX_NAME:], "before") if left else (right[:MAX_NAME], "after")


def closed(thing: str) -> str:
    """What is ranked, with the noun that says so."""
    return thing if "排名" in thing or "位次" in thing else thing + "排名"


def prefixed(wording: Wording, owner: str, name: str) -> str:
    """The owner in front of a phrase that lacks its subject; 粮食播种面积 + 产量 is 粮食产量."""
    if name in wording.rates:
        return name + (_OTHER_MEAN.sub("", owner) if name[-1] == _MEAN else owner)
    if name in _BALANCES and (traded := _TRADED.search(owner)):
        return f"{owner[: traded.start()].removesuffix('贸易')}贸易{name}"
    if name in _TRADE and (traded := _TRADED.search(owner)):
        return owner[: traded.start()] + name
    if name.startswith("占") and not name.startswith("占比") and (share := _SHARE_OF.search(owner)):
        owner = owner[: share.start()]
    if "存贷款" in owner and name.startswith(("存款", "贷款")):
        owner = owner.partition("存贷款")[0]
    owner = of_thing(owner, name, is_growth=wording.is_growth_noun(name))
    amount = wording.is_carry_noun(name) and not wording.is_growth_noun(name) and not wording.is_as_it_stands(name)
    if amount or wording.is_moved(name):
        owner = _without_tails(wording, owner, name)
        if owner in _TRADE and name in _TRADE:
            return name
        owner = (_HELD.sub("", owner) if name.endswith(_EARNED) else owner).removesuffix("占地")
    owner = without_kin(owner, name)
    for length in range(min(6, len(name), len(owner)), 1, -1):
        if owner.endswith(name[:length]):
            return (owner[:-length] + name)[-MAX_NAME:]
    return (owner + name)[-MAX_NAME:]


def _without_tails(wording: Wording, owner: str, name: str) -> str:
    """The owner without what was measured of it; 进出口总额 keeps its 进出口 unless a part or a balance follows."""
    of_trade = name.endswith(("差", *_TRADE)) or name.startswith(_TRADE)
    for _ in range(2):
        tail = wording.dependent_tail(owner)
        if name in _TOTALS and tail and tail[-1] not in "额量值数价":
            break
        if owner in _TRADE or (tail in _TRADE and not of_trade) or tail in _DEEDS:
            break
        if name in _TWO_SIDES and tail in _TWO_SIDES:
            # 一般公共预算收入, 支出: the other side of the same budget.
            return owner.removesuffix(tail)
        owner = _LOOSE_RATE.sub("", owner.removesuffix(tail)) if tail else owner
    return owner


def polish(name: str) -> str:
    """The name without what the seams of its clause left in it (低保标准提高到月人均 → 低保标准(月人均))."""
    name = _TOGETHER.sub("", name) if name.startswith("共") else name
    name = _ANNOUNCED.sub("", name) if name[:1].isdigit() or name.endswith(("名", "位", "家")) else name
    name = name[:-1] if name.endswith("新增了") else name
    name = _ONE_BY_ONE.sub("", name) if name.startswith(("分", "逐")) else name
    name = _REPORTED.sub("", name) if "布" in name[:12] else name
    name = name[3:] if name.startswith(("公布的", "发布的")) and len(name) > _MADE_KNOWN else name
    name = _PULLS.sub("", name) if "拉动" in name else name
    if name.endswith("均") or "人每" in name:
        name = _RAISED.sub(r"\1(\2)", name)
    if "在内" in name or name.endswith("无"):
        name = _LOOSE_END.sub("", _AMONG.sub("", name))
    if name.endswith(("的", "的是", "的有", "的为")):
        name = _FOREMOST.sub("", name)
    if name.endswith("寿命年龄"):
        return name.removesuffix("年龄")
    return _TWICE.sub(r"\1", name) if "占比" in name else name


def standard_of(before: str, after: str) -> str:
    """What is paid 按N元的标准: the deed behind it, closed by the noun (资助低保对象参保标准); "" elsewhere."""
    if not before.rstrip().endswith(("按", "按照")) or (match := _STANDARD.match(after)) is None:
        return ""
    return _PAID_FOR.sub("", match.group(2), count=1) + match.group(1)


def said_after(wording: Wording, masked: str, at: int, regions: tuple[str, ...]) -> str:
    """What the clause behind a number alone says it is (这是…的数量), "" where none does."""
    match = _THIS_IS.match(masked, at)
    if match is None:
        return ""
    for words in match.group(1).split("，"):
        name = wording.before(words, regions).text.removesuffix("的数量").removesuffix("的数字")
        if len(name) > 1:
            return name[-MAX_NAME:]
    return ""


def listed_after(wording: Wording, masked: str, at: int, regions: tuple[str, ...], number: int) -> list[str]:
    """The names that the clause behind a list of numbers says they are one by one (分别是甲和乙的面积), [] for none."""
    match = _THESE_ARE.match(masked, at)
    if match is None:
        return []
    members = split_list(wording.head_off(match.group(1), regions).removesuffix("数量"), number)
    return complete_members(wording, members) if len(members) == number else []


# 实施了一大批项目 tells what else was done.
_DONE = re.compile("[\u3400-\u9fff]{1,3}了")
_BUILT = ("建", "修", "购", "新建", "改建", "扩建", "兴建")
_NO_PURPOSE = (
    "合",
    "约合",
    "折合",
    "相当于",
    "惠及",
    "采取",
    "采用",
    "实行",
    "通过",
    "按照",
    "探索",
    "加之",
    "加上",
    "再加上",
)


def is_purpose(words: str) -> bool:
    """Whether the words of the next clause can be what money was for: no new figure begins there."""
    done = _DONE.match(words) is not None and not words.startswith(_BUILT)
    return _SHARE_SAID.search(words) is None and not done and not words.startswith(_NO_PURPOSE)


def deed_behind(wording: Wording, masked: str, start: int, end: int) -> str:
    """What the people counted right before a comma do in the clause behind it (320名村民，陆续搬进新居)."""
    if _DEED.match(masked, start) is None:
        return ""
    said = wording.object(masked[start : min(end, start + MAX_SIDE)])
    return "" if _SHARE_SAID.search(said) else said


_DEED = re.compile(
    r"(?:陆续|已经?|先后|从此|就此|全部|也|都|正在?|将|顺利|成功|今天|昨天|\x01)*"
    r"(?:搬|住进|住上|喝上|用上|吃上|走出|走上|走进|领到|领取|获得|得到|拿到|加入|报名|实现|享受|参加|参与|告别|摆脱|脱贫|脱离|回到|返回|返乡|踏上|迎来|进入|入住|就近|在家门口|受益|免费|被?(?:纳入|列入|评为|认定|聘为|选为|安排|安置|录用))"
)


# 贫困老人中，有3200名住进了敬老院: of whom so many did something.
_OF_WHOM = re.compile(r"(?:^|[，\s])在?(?P<group>[\u3400-\u9fff、]{2,24}?)(?:之|当)?[中里]$")
_DOES = re.compile(
    "(?:还|就|也|都|已经?|陆续|先后|全部|年内|\x01)*(?:可以?|能够?|接受|成为|被(?!子)|通过|在|来自|属于|是|当上|选择|愿意|没有)"
)


def of_whom(bare: str, frame: Frame) -> str:
    """The group that the clause before speaks of, where only a deed stands behind the number; "" for none."""
    found = _OF_WHOM.search(bare.strip())
    after = _BOUND_NEXT.sub("", frame.after)
    if found is None or not (_DEED.match(after) or _DOES.match(after)):
        return ""
    return found["group"].rpartition("等各类")[2].rpartition("等")[2]


def begins_comparison(words: str) -> bool:
    """Whether words without a number only begin a comparison whose base follows in brackets (比全省平均水平)."""
    return not words.rstrip().endswith(_NORMS) and _COMPARISON.match(words) is not None


def is_deed_of_share(phrase: str, unit: str) -> bool:
    """Whether a share is said of a bare deed (已确权92.98%), whose subject stands before."""
    return unit in "%‰" and 1 < len(phrase) <= _SHORT_VERB and phrase[-1] not in "率比重速度"


def is_counted_thing(frame: Frame, slot: Slot, kinds: frozenset[str]) -> bool:
    """Whether the noun behind the number is what is counted although a verb of reach or change stands before it.

    为1400名老人建立档案 does something for them; 每天增加2架次飞往海口的航班 adds flights.
    """
    if _NOUN_NEXT.match(_BOUND_NEXT.sub("", frame.after)) is None:
        return False
    if slot.kind == "money":
        return "change" in kinds
    if slot.kind not in ("quantity", "number"):
        return False
    if _AS_MANY_AS.search(frame.before) or (slot.kind == "quantity" and _THERE_ARE.search(frame.before)):
        return True
    if slot.unit in _BULK and "change" in kinds:
        return _BULK_NEXT.match(frame.after) is not None
    if slot.unit not in _COUNTS:
        return False
    return "change" in kinds or slot.unit == "个" or _FOR_WHOM.search(frame.before) is not None


def goes_on(before: str, unit: str, last_unit: str, last: str) -> bool:
    """Whether a clause says what became of those counted before it (毕业生3万人，实现就业2.9万人)."""
    if unit not in _PEOPLE or last_unit not in _PEOPLE:
        return False
    works = "业" not in last[-4:] and _WORKS.match(before)
    return bool(works or _BECAME.match(before))
