"""The thing counted behind a number where a list or a deed follows it (3700名县、乡、村干部, 80台设备对甲、乙等)."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT

# 县、乡、村干部: levels that share one noun.
_LEVELS = re.compile(r"(?:[省市县区乡镇村组]、){1,4}[省市县区乡镇村组](?:三级|两级|四级)?[^、，的]{1,6}")
# 旅游、食品和制造企业: kinds of one sort of body.
_KINDS = re.compile(
    r"[^、，的]{1,8}(?:、(?![一两三])[^、，和及与的]{1,8}){0,4}(?:和|及|以及|与)[^、，和及与的]{0,8}?"
    r"(?:企业|机构|单位|部门|产业|行业|学校|项目|人员|公司|园区|基地|农户|合作社)"
)
# 脱贫户、监测户救助资金: two nouns of one sort.
_ALIKE = re.compile(r"([^、，的]{1,7}([户人员者生家村县厂站点]))、[^、，的]{1,7}?\2")
# 企业获评领航级、卓越级工厂: what was got, in a list of two that ends the clause.
_GOT = re.compile(
    "[\u3400-\u9fff]{2,8}(?:获评?|荣获|获得|获批|入选|入围|通过|取得|评为|列为|参加|参与|享受|领取|加入|来自|涉及|涵盖|从事|用于)"
    "[\u3400-\u9fff“”]{2,10}、[\u3400-\u9fff“”]{2,14}(?<!等)(?=[。；！\n ]*$)"
)
# 设备对管网、泵站等进行监测: what does or undergoes something is the thing, not what the list holds.
_DOER = re.compile(
    r"([\u3400-\u9fff]{2,10}?)(?:因|由于|(?<![应针面反相核校绝成配])对(?![外口岸象策应])|向(?!导)|将(?!军)|把|被(?!子|征)|通过(?!率)|利用|依托|从(?![业事容军]))"
)
_OWNER = re.compile(r"([^、，的]{0,6}(?:企业|机构|学校|农户|家庭|单位|公司|居民|群众|医院|[村县]))的")
_LIST_WITHIN = 40
# 在3000亩的果园里, 将1700亩的洼地填平: what lies behind is measured, whoever does something there.
_THERE = re.compile(
    f"(?:(?<![存所实潜内外正好旨定持制达守])在|(?<![大小主健麻])将|(?<!火)把|从|这[个片块座]|那[个片块座])(?:{ABOUT}|超过?)?$"
)
_PLACE_THERE = re.compile(
    "的?(?P<thing>(?!以[上下内]|左右|不等|[到至扩及和]|时间|基础|范围|情况|速度|高度|深度|水平|距离|地方)[\u3400-\u9fff“”]{2,14}?)"
    "(?:[里内](?!容|部|陆|地)|上(?!市|海|游|级)|中(?!心|国|小|学|央)|[，。、]|全部|都|被|填|改|变|建成|连片|进行|$)"
)
_MEASURED_THERE = frozenset(("亩", "平方米", "公顷", "平方公里"))


def thing_there(before: str, after: str, unit: str) -> str:
    """The place behind the number of its size where the words before only say that something is done there."""
    if unit not in _MEASURED_THERE or _THERE.search(before) is None:
        return ""
    found = _PLACE_THERE.match(after)
    return found["thing"] if found else ""


def listed_thing(text: str) -> str:
    """The things of a list that belongs to the number as a whole, "" where the text begins with no such list."""
    for pattern in (_LEVELS, _ALIKE, _KINDS, _GOT):
        found = pattern.match(text)
        if found:
            return found.group()
    return ""


def thing_before_list(text: str) -> str:
    """The thing that stands before the verb or the 的 which a list of examples follows, "" for none."""
    end = text.find("、", 0, _LIST_WITHIN)
    if end < 0:
        return ""
    found = _DOER.match(text, 0, end) or _OWNER.match(text, 0, end)
    return found.group(1) if found else ""
