"""Which outlet an article comes from, apart from the site that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.clean.byline import looks_like_name, words
from tasks.clean.dates import moments
from tasks.clean.evidence import Evidence
from tasks.clean.lines import Line
from tasks.clean.page_words import fold, is_furniture
from tasks.clean.titles import Titles
from tasks.clean.writers import SPLIT

_TAG = re.compile(r"[\[【(（](?:整理|编译|综合|原创|转载|转帖|作者)[\]】)）]$")
_SOURCE = re.compile(r"^(?:文章|稿件|信息|新闻|内容)?(?:来源|稿源)\s*[:：]\s*")
_HOUSE = re.compile(
    r"(?<![\u3400-\u9fff])(?!本[报网台刊社])([\u3400-\u9fff]{2,10}?(?:报|网|社|台|融媒|客户端))"
    r"(?:全媒体|融媒体|首席|见习|实习|特约|驻站|特派)*(?:记者|通讯员)"
)
_DATELINE = re.compile(
    r"\s*(?:据)?(?!本[报网台刊社])"
    r"(?:(新华社|中新社|中新网|人民网|新华网|[\u3400-\u9fff]{2,8}?(?:网|报|社|客户端))(?:[\u3400-\u9fff·]{2,12})?\d{1,2}月\d{1,2}日(?:电|讯|消息)"
    r"|([\u3400-\u9fff]{2,10}?(?:网|报|社|客户端|融媒))(?:(?:讯|消息)\s*[(:]|讯\s))"
)
_AFTER = re.compile(r"[(（]\s*据([\u3400-\u9fff]{2,10}(?:网|报|社|客户端|在线))[)）]$")


def publisher_of(evidence: Evidence, titles: Titles) -> str:
    """The outlet that an article names as its source: labelled, in an element of its own, beside the date, in the head,
    or in the text; "" for none."""
    for value in (*evidence.above.publishers, *evidence.below.publishers):
        cleaned = _outlet(value)
        if cleaned:
            return cleaned
    cued = _outlet(evidence.head.cued.get("publisher", ""))
    if cued and len(cued) <= 24 and not moments(fold(cued)) and cued != titles.title:
        return cued
    bare = _bare_outlet(evidence, titles)
    if bare:
        return bare
    declared = _outlet(evidence.head.publisher) or _outlet(evidence.head.loose.get("publisher", ""))
    return declared or _house(evidence.above_lines) or _from_text(evidence.body)


def _house(lines: Sequence[Line]) -> str:
    """The paper that a reporter named above the text writes for (青石日报全媒体记者 周志远)."""
    found = (_HOUSE.search(line.folded) for line in lines if len(line.text) <= 80 and not line.prose)
    return next((match[1] for match in found if match), "")


def _from_text(body: Sequence[Line]) -> str:
    """The agency or paper of the dateline (新华社北京10月20日电), or the one that the text follows (据青石日报)."""
    if not body:
        return ""
    match = _DATELINE.match(body[0].folded[:60]) or _AFTER.search(body[-1].folded[-30:])
    return next(filter(None, match.groups())) if match else ""


def _outlet(value: str) -> str:
    """The name of an outlet without what pages stick to it; "" for none (本站, 未知, a URL)."""
    value = re.sub(r"^(?:https?:)?//\S+$", "", value.strip(' \t:：-—|/·、,，《》“”"'))
    value = _SOURCE.sub("", value)
    if "《" in value and "》" not in value:
        # 人民网-《人民日报》: the paper is meant.
        value = value.rpartition("《")[2]
    value = value.replace("《", "").replace("》", "")
    folded = fold(value)
    if folded in (
        "未知",
        "不详",
        "互联网",
        "网络",
        "原创",
        "转载",
        "转发",
        "整理",
        "本站原创",
        "其他",
        "无",
        "null",
        "None",
        "undefined",
    ) or re.fullmatch(r"[\d\W]*|(?:[\w-]+\.)+(?:com|cn|net|org|gov)/?", folded):
        return ""
    return (
        re.sub(r"(?<=[报网社台])(?:本报)?(?:记者|通讯员).*$", "", value)
        if re.search(r"(?:记者|通讯员)", folded)
        else value
    )


def _bare_outlet(evidence: Evidence, titles: Titles) -> str:
    """An outlet's name that stands without a label beside the date."""
    endings = tuple(words()["media_endings"])
    site = fold(titles.site)
    for line in evidence.above_lines:
        if len(line.text) > 80 or line.prose or fold(titles.title) == line.folded:
            continue
        for part in SPLIT.split(line.raw):
            part = _TAG.sub("", part.strip()).strip(" \t:：-—|/·、,，《》[]【】()（）")
            folded = fold(part)
            if folded and folded in (site, _own_name(titles)) and moments(line.folded):
                return part
            if is_furniture(folded) or _SOURCE.match(folded):
                continue
            if _is_channel(folded, site) and moments(line.folded):
                return part
            if (
                3 <= len(part) <= 20
                and folded.endswith(endings)
                and not re.search(r"\d|首页|举报|导航|登录|手机|扫|关注|分享|条评论|我要评论|次阅读|次浏览", folded)
            ):
                if folded == site or (looks_like_name(folded) and len(folded) <= 3):
                    continue
                return part
    return ""


def _own_name(titles: Titles) -> str:
    """What ends the page's own title, where it may be the site's name and is not a section's (工作动态)."""
    folded = fold(titles.suffix)
    is_section = folded.endswith(tuple(words()["section_endings"]))
    return folded if len(folded) > 2 and not is_section and folded not in words()["not_names"] else ""


def _is_channel(name: str, site: str) -> bool:
    """Whether a name is that of a part of the site: 腾讯音乐 of 腾讯网."""
    return len(site) >= 3 and 4 <= len(name) <= 8 and name.startswith(site[:2]) and name.isalpha()
