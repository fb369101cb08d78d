"""The body that a page is about where its title opens with it or names whoever heads it (甲县合作银行董事长某某)."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_firms import bodies, has_own_name
from tasks.extract.regions_people import surnames
from tasks.extract.regions_public import speaks_as_area
from tasks.extract.regions_titles import TAG
from tasks.vocabulary import either

_PARTS = re.compile(r"[：:—\s，,、【】“”\"（）()|·]+")
_AREA_VOICE = re.compile("(?<![一二三四五六七八九十几各百])[全我][省市县区州旗镇乡](?!域|性|级|场)")
_MARKS = re.compile('[“”"‘’「」]')
# How a text speaks of a body of some kind that it is about.
_SHORT = {"银行": "行", "联社": "社", "信用社": "社", "大学": "校", "学院": "院", "中学": "校", "小学": "校"}


@cache
def _class_of() -> re.Pattern[str]:
    """A class of bodies, none by name (上市银行, 乡镇卫生院)."""
    return re.compile(rf"(?:{either(bodies()['classes'])})*(?:{either(bodies()['headed_kinds'])})")


def _names_one(name: str) -> bool:
    """Whether a body has a name of its own and does not act for the whole country (中国人民银行)."""
    public = name in words()["public_banks"]
    return not public and has_own_name(name) and _class_of().fullmatch(name) is None


# What a text calls a body of some kind again, and what may stand in front of it.
_ITSELF_AS = {
    "大学": "学校|该校",
    "学院": "学校|学院|该校",
    "中学": "学校|该校",
    "小学": "学校|该校",
    "公司": "公司|集团|企业",
    "集团": "集团|公司|企业",
    "医院": "医院|该院",
    "银行": "[该本]行(?!业)",
    "农商行": "[该本]行(?!业)",
    **dict.fromkeys(("农信社", "信用联社", "信用社", "联社"), "(?:该|本)?(?:联社|信用社|农信社)|该社(?!会|区)"),
}
# A comma behind it heads what follows as well.
_NOW = "(?:[0-9]{4}年|今年|近年来|目前)*"


@cache
def _headed() -> re.Pattern[str]:
    """A school, hospital or firm at the head of a title, in front of a colon or of what it does."""
    kinds = either(bodies()["headed_kinds"])
    return re.compile(rf"(?P<name>[^\W0-9_]{{2,14}}?(?P<kind>{kinds}))(?P<colon>[：:])?")


def headed_body(title: str, text: str) -> str | None:
    """The school, firm or hospital that a title opens with and the text goes on about as such (学校…, 集团…), or that
    stands in front of a colon of it."""
    found = _headed().match(TAG.sub("", _MARKS.sub("", title)))
    if found is None or not _names_one(found["name"]) or speaks_as_area(text):
        return None
    name, kind = found["name"], found["kind"]
    itself = _ITSELF_AS.get(kind, kind)
    if re.search(rf"(?:^|[，。；：\n])[ 　]*{_NOW}(?:{itself})(?![们家的])", text):
        return name
    if not found["colon"]:
        return None
    alone = kind in ("公司", "集团") and not find_regions(text, None) and "我国" not in text and "全国" not in text
    return name if alone or name in text or re.search(itself, text) else None


@cache
def _headed_by() -> re.Pattern[str]:
    """A body, the office of who heads it, and a name."""
    kinds, heads = either(bodies()["headed_kinds"]), either(bodies()["headed_by"])
    also = f"(?:兼?(?:党委|党组|党支部)?(?:副?书记|{heads})|[、兼])*"
    return re.compile(
        rf"(?P<name>[^\W0-9_]{{2,18}}?(?P<kind>{kinds}))(?:原|副|党委副?书记[、兼])*(?:{heads}){also}(?P<who>[一-鿿]{{2,3}})?$"
    )


def body_headed_by(title: str, text: str) -> str | None:
    """The firm, bank, school or hospital whose head a title names, where the text goes on about it as such."""
    if not any(head in title for head in bodies()["headed_by"]):
        return None
    parts = _PARTS.split(title)
    for at, part in enumerate(parts):
        found = _headed_by().match(part)
        who = found and (found["who"] or (parts[at + 1] if at + 1 < len(parts) else ""))
        if not found or not who or who[0] not in surnames() or not _names_one(found["name"]):
            continue
        if _goes_on(found["kind"], text):
            return found["name"]
    return None


def _goes_on(kind: str, text: str) -> bool:
    """Whether a text speaks of a body of some kind as its own subject (该行, 全校, 公司…), and not less of its area."""
    short = next((letter for end, letter in _SHORT.items() if kind.endswith(end)), kind[-1])
    itself = re.findall(
        rf"[该全我本](?:{kind}|{short}(?!业|会|区|里|线|[内外]))|(?:^|[，。；：\n])[ 　]*{kind}(?![们家])", text
    )
    return bool(itself) and len(itself) >= len(_AREA_VOICE.findall(text))
