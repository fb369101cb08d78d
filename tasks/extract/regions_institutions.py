"""The names of institutions: behind a place, behind 的, and at the head of a clause without any place."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.sought import Sought
from tasks.vocabulary import either


@cache
def institution() -> re.Pattern[str]:
    """An institution right behind a place name."""
    kinds = either(words()["institutions"])
    gate = r"[一-鿿]{0,8}?(?:机场|港(?!口))(?=[一-鿿]{0,6}吞吐量|旅客)"
    return re.compile(rf"{gate}|[一-鿿]{{0,9}}?(?:{kinds})(?!业(?!绩|务)|家|们|化|生|毕业|城|法|券|卡|贷|间|从|体制)")


# Words in front of a kind of institution that make a clause of it (长沙市完成棚户区改造) or a whole class.
_CLAUSE_WORDS = (
    "完成|建成|建设|打造|易地|搬迁|设置|设立|新建|改造|推[动进]|开展|启动|实施|鼓励|支持|提升|对接|面临|环球|双语|学前|政策"
    "|规模化|标准化|现代化|集约化|畜禽|[在是了已将正，。]"
    # 甲县全县兴办的合作社: those of an area, told by what became of them, are a class.
    "|全[省市县区州旗盟镇乡村]|[立办建册记起展育]的"
)
NO_OWN_NAME = re.compile(_CLAUSE_WORDS)
NO_BODY_NAME = re.compile(
    r"[和与及、个等有各援以至到把被让]|[一二两三四五六七八九十几数多0-9][家所座处]|大?中小学|第一|首(?!都)|规模以上|省级|县级|全国性|农村|工商|国有|龙头|大批|批|爱心|民营|不久|刚刚|日前"
    rf"|{_CLAUSE_WORDS}"
)


@cache
def body_behind() -> re.Pattern[str]:
    """An institution behind 的: 云南边境山区的冷泉镇中心幼儿园."""
    kinds = either(words()["institutions"])
    return re.compile(rf"[一-鿿]{{0,6}}的(?!这|那|该|一[家所座个])[一-鿿]{{2,9}}?(?:{kinds})(?![0-9]|业|家|们|化|贷)")


@cache
def own_institution() -> Sought:
    """An institution at the head of a clause that needs no place name (农业银行, 瑶岭牧场), or a school or home that a
    sentence is told at (在某某小学，…)."""
    kinds = either(words()["own_institutions"])
    stop = either(words()["not_institutions"])
    known = either(words()["companies"])
    counted = "[一二两三四五六七八九十几数多各]{1,3}[家个所]"
    own = r"[^\W0-9个些的和与在入及多从并且把让被给向]{2,6}?"
    name = rf"(?P<name>(?:{known})(?![、和与的等]|系)|(?!{stop}|{counted}){own}(?:{kinds}))"
    other = r"(?!(?:19|20)[0-9]{2}年)[0-9]++(?![.0-9]*%)|业(?!绩|务)|家|们|化|贷|卡|配|间(?!接)"
    when = "(?:[至到]?(?:[0-9]{4}年|今年|去年|明年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|年?[初中末底])?[，,]?)?"
    classes, scenes = either(words()["scene_classes"]), either(words()["scenes"])
    scene = rf"(?<=[在进到])(?P<scene>(?!{stop}|{counted}|{classes}){own}(?:{scenes}))(?=[，,])"
    return Sought(
        rf"[。！？\n，,；;：:][ \t　]*+(?:(?:在|其中|而|同时|此外)?{when}{name}(?!{other})|(?:在|走进|来到){scene})"
    )


# A ship, a platform, a train with a name of its own: “甲乙号”.
_CRAFT = re.compile("“(?P<name>[^“”，。；]{2,8}号)”|“(?P<craft>[^“”，。；]{2,8})”号")


def craft(text: str) -> list[tuple[int, int, str]]:
    """Ships, platforms and probes with names of their own that a text comes back to."""
    named = list(_CRAFT.finditer(text)) if "号”" in text or "”号" in text else []
    times = Counter(match["name"] or match["craft"] for match in named)
    return [(*match.span(), bare) for match in named if times[bare := match["name"] or match["craft"]] > 1]
