"""What a clause without a number says beside its subject: what it is held beside, where and when, and how it grows."""

from __future__ import annotations

import re

# 与1—2月持平, 和上年同期相当: how it stands to what was is no subject.
_AS_BEFORE = re.compile(r"(?:[与和同跟较比][^，,]{0,16})?(?:基本|大体|总体|大致)?(?:持平|相当|一致|相同)")
_ASIDE = re.compile(
    r"(?:若|如果|倘若)?[与和同比较][^，,]{0,16}(?:相比|比较|相较)(?:而言|来看)?|相比(?:之下|而言)?|相较于?.*|作为.*|.*(?:北京|当地)时间.*"
    r"|(?:境内的?)?(?:[最正]?[东南西北中]{1,2}[部端面麓缘]|腹地|边缘)"
    r"|(?:全线|全部|正式)?(?:通车|建成|投产|完工|投用|达产|运营)+(?:之?后|以后)"
)
# 创下18年来新低, 2017年起均呈双位数成长, 连续3个月下滑: how it stands among those of other times is no subject.
_AT_RECORD = re.compile(
    "(?:并|也|更|再|又|且|续|均|皆|都|为|起|来|以来|连续|首度|首次|[\x01\\s])*"
    "(?:创下?出?|写下|刷新|改写|刷|跌至|升至|呈现?)[\x01\\s]*(?:以?来|历史|同期|同月|单月|历年|\x01)*的?[\u3400-\u9fff]{0,4}?"
    "(?:新[高低]|纪录|最[高低]|次[高低]|(?:正|负|双位数|个位数|两位数)?(?:成长|增长|衰退)?|[上下][升滑降扬]|趋势|走势)"
)
# 降幅收窄, 增势强劲, 开始止跌回升: how it moves is no subject.
_MOVES = re.compile(
    "(?:开始|逐步|逐渐|明显|持续|继续|总体|整体|降幅|增幅|增势|涨势|跌势|势头|走势|发展|呈现?)*(?:止跌|触底)?"
    "(?:回升|企稳|回落|收窄|扩大|强劲|向好|明显|加快|放缓|平稳|稳健|良好|迅猛|喜人|不减|反弹|上扬|旺盛|(?<=[势幅速])较[好快])+(?:态势|趋势)?"
)
# 甲业、乙业增加值增势较好: the branches, and not how they grow.
_GROWN_SO = re.compile(
    "(?<=..)(?:(?:增势|涨势|走势|势头|长势)(?:总体|整体|持续|继续|较为?|很|更)?[好快强稳优良平][好健势定稳]?"
    "|(?<=[业品])(?:增幅|增速|涨幅|降幅)(?:有所|明显|均|都|小幅)?(?:回落|回升|收窄|扩大|放缓|加快))$"
)
# The letters that it can end in: the cheap look comes first.
_MOVED_SO = "升稳落窄大劲好显快缓健猛人减弹扬盛势"


def is_aside(text: str) -> bool:
    """Whether a clause only says where or when, or what something is held beside (与上年相比)."""
    return _ASIDE.fullmatch(text) is not None


def is_record(text: str) -> bool:
    """Whether a clause only says how something stands among those of other times (创下18年来新低)."""
    return _AT_RECORD.fullmatch(text) is not None


def is_as_before(text: str) -> bool:
    """Whether a clause only says that something is as it was."""
    return _AS_BEFORE.fullmatch(text) is not None


def only_moves(text: str) -> bool:
    """Whether a clause only says how something moves (增势强劲)."""
    return text[-1:] in _MOVED_SO and _MOVES.fullmatch(text) is not None


def without_growth(text: str) -> str:
    """A clause without how what it names grows (增加值增势较好)."""
    return _GROWN_SO.sub("", text) if text[-1:] in _MOVED_SO else text
