"""Which outlet an article comes from, apart from the site that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from tasks.clean.byline import label_pattern
from tasks.clean.dates import moments
from tasks.clean.evidence import Evidence
from tasks.clean.filed import HOUSE_SENT, HOUSE_WIRE, ISSUE, filed, in_brackets
from tasks.clean.line import Line
from tasks.clean.lines import lead_of
from tasks.clean.names import is_short_name, looks_like_name, words
from tasks.clean.page_words import fold, is_furniture, mark_count, without_readings
from tasks.clean.releases import edition_of, released_by
from tasks.clean.titles import Titles

MIN_NAME, MAX_NAME, MAX_LINE = 3, 20, 80
_WIDE = re.compile(r"[\s|｜/]+|\x1f")
_EDGES = " \t:：-—|/·、,，《》[]【】()（）"
_TAG = re.compile(r"官方[账帐]号$|[\[【(（](?:整理|编译|综合|原创|转载|转帖|作者)[\]】)）]$")
_SOURCE = re.compile(
    r"^[【\[]?\s*(?:文章|稿件|信息|新闻|内容)?(?:来源|稿源|来自|出处|转自|转载自|摘自)\s*[:：|丨】\]]\s*"
)
_LABELLED = re.compile(r"^[\u3400-\u9fff]{2,5}[:：]\s*")
_HOUSE = re.compile(
    r"(?<![\u3400-\u9fff])(?!本[报网台刊社])([\u3400-\u9fff]{2,10}?(?:报|网|社|台|融媒|客户端|新闻|观察))(?:[(（][\w./:-]+[)）])?"
    r"(?:全媒体|融媒体|首席|见习|实习|特约|驻站|特派)*(?:记者|通讯员)"
)
_DATELINE = re.compile(
    r"\s*[\[【]?(?:据)?(?!本[报网台刊社])"
    r"(?:(新华社|中新社|中新网|人民网|新华网|[\u3400-\u9fff]{2,8}?(?:网|报|社|客户端))(?:[\u3400-\u9fff·]{2,12})?(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:电|讯|消息|报道)"
    r"|([\u3400-\u9fff]{2,10}?(?:网|报|社|客户端|融媒))(?:[\u3400-\u9fff]{2,6}站)?(?:(?:讯|消息)\s*[(:]|讯(?:\s|\d{1,2}月)))"
)
_AFTER = re.compile(
    r"[(（]\s*(?:据|转自|转载自|摘自|选自|原载(?:于)?|载于|刊于|来自)?\s*《?([\u3400-\u9fff]{2,12}?)》?\s*"
    r"(?:[(（]?\s*20\d\d[^()（）]{0,24}[)）]?)?[)）]$"
    r"|^(?:据|转自|摘自|选自|原载)?《\s*([\u3400-\u9fff]{2,12})\s*》\s*[(（]?\s*(?:20\d\d|第).{1,30}$"
    r"|[(（]\s*(?:(?:本文)?(?:据|转自|转载自|摘自|选自|原载于?|载于|刊于|来自)|20\d\d[^()（）《》]{2,16})?\s*"
    r"《([\u3400-\u9fff]{2,12})》(?:[^()（）]{0,14}版|[,，]有?(?:删|修|改)[^()（）]{1,4})[)）]$"
)
_SENT_IN = re.compile(r"[(（]\s*([\u3400-\u9fff]{2,14}?)\s*供稿(?:[\s,，;；][^()（）]{1,30})?\s*[)）]$")
_WROTE_FOR = re.compile(
    r"[(（]\s*([\u3400-\u9fff]{2,12}?(?:客户端|新闻|日报|晚报|[网报社台]))\s+[\u3400-\u9fff]{0,8}(?:记者|通讯员)[\s:：][^()（）]{2,30}[)）]$"
)
_LED = re.compile(r"(?:消息|文章|信息|新闻)?来源\s*[:：]\s*([\u3400-\u9fff]{3,12})\s")
_ENDED = re.compile(r"[。！？”）)]\s*(?:文章|信息|消息|稿件)?来源\s*[:：]\s*([\u3400-\u9fff]{3,12})$")
# What dumps keep of a comment of digital papers: 2022-11-02 朱冬 1 1 淮北日报 content_123591.html.
_FILED_AS = re.compile(r"\s([\u3400-\u9fff]{2,8}[报刊])\s+c(?:ontent)?_\d+\.html?\b")
_CAPTIONS = re.compile(r"^(?:[^。]{2,30}?\s[摄攝]\s+)+")
# What a program puts for a source (sp20241102), and the next label without a blank before it (青石网时间:).
_NUMBERED = re.compile(r"[A-Za-z]{0,4}\d{4,}")
_NEXT_LABEL = re.compile("(?<=[网报社台端])(?:时间|日期|作者|编辑|字号)$|(?<=.)(?:发表|发布|更新)于$")
_HERE = re.compile("本[报刊网台站社]")
# [青石县人民政府]字号:
_BOXED = re.compile(r"^[\[【]([^\[\]【】]{2,20})[\]】][\u3400-\u9fff]{0,2}[:：]?$")
_ACCOUNT = re.compile(r"^(?:微信)?公众号\s*[“\"'：:「【]\s*([^”\"'」】]{2,20})")
_NAMED_ACCOUNT = re.compile(r"^([^”\"'」】]{2,20})[”\"'」】](?:官方)?(?:微信)?(?:公众号|订阅号|视频号)$")
_MERGED = re.compile(r"^综合(?=[\u3400-\u9fff]{3})|(?<=[报网社台])(?:综合(?:报道|整理)?|整理|编译)$")
_FROM_WHERE = re.compile(r"[\u3400-\u9fff]{2,3}(?:报道|报导)(?<!中国报道)")
_HOST = re.compile(r"(?:www\.[\w.-]+|(?:[a-z\d-]+\.)+(?:com|cn|net|org|gov))/?")
_COUNTER = re.compile(
    r"(?<![A-Za-z\d])\d|首页|举报|导航|登录|手机|扫|关注|分享|条评论|我要评论|次(?:阅读|浏览)|参与|收藏|打印|字[体号]|下载|打开|安装|点击"
)
_OTHER = re.compile(r"首页|\S\s*>|^\s*(?:本文)?(?:关键词|关键字|标签|主题词|[Tt]ags?)|^(?!.*\d)(?:[^|]+\|){2}")
_OF_ISSUE = re.compile(r"^《?([^《》]{2,12})》\s*(?:网站|网|报社|[(（]?(?:19|20)\d\d[^《》]{1,14})$")
_IN_TITLE_MARKS = re.compile(r"《([\u3400-\u9fff]{2,10}(?:报|刊|海外版|周刊|求是))》")


def publisher_of(evidence: Evidence, titles: Titles) -> str:
    """The outlet that an article names as its source: labelled, in an element of its own, beside the date, in the head,
    or in the text; the site itself where the page says so (来源：本站), the paper of a digital edition; "" for none."""
    named = _labelled(evidence, titles)
    if named is not None:
        return named
    cued = _outlet(evidence.head.cued.get("publisher", ""))
    if cued and len(cued) <= 24 and not moments(fold(cued)) and cued != titles.title:
        return titles.site if _is_own(cued) else cued
    bare = _bare_outlet(evidence, titles)
    if bare:
        return bare
    declared = _outlet(evidence.head.publisher) or _outlet(evidence.head.loose.get("publisher", ""))
    if declared:
        return titles.site if _is_own(declared) else declared
    named = edition_of((*evidence.before_lines, *evidence.above_lines), titles)
    named = named or _house(evidence) or _from_text(evidence) or released_by(evidence, titles)
    # A reporter named without any other outlet writes for the paper whose site it is.
    return named or (titles.site if evidence.above.reporters and fold(titles.site).endswith("报") else "")


def _labelled(evidence: Evidence, titles: Titles) -> str | None:
    """The source that a label names; an office that publishes comes behind any source. None without a label."""
    above, below = evidence.above, evidence.below
    posters = (name for name in above.posters if is_media(fold(name)) and not looks_like_name(fold(name)))
    for value in (*above.publishers, *below.publishers, *above.offices, *below.offices, *posters):
        cleaned = _outlet(value)
        if cleaned and not _is_own(cleaned):
            return cleaned
        if cleaned and titles.site:
            return titles.site
    return None


def _is_own(name: str) -> bool:
    return fold(name) in words()["own_outlets"]


def _house(evidence: Evidence) -> str:
    """The paper that a reporter named beside the text writes for (青石日报全媒体记者 周志远)."""
    ends = [line for line in (*evidence.body[:2], *evidence.body[-2:]) if len(line.text) <= 40]
    for line in chain(evidence.above_lines, ends, evidence.below_lines[:3]):
        if len(line.text) <= MAX_LINE and not line.prose and not (line.pictured or line.folded.endswith("图")):
            match = _HOUSE.search(line.folded)
            if match:
                return match[1]
    return ""


def _from_text(evidence: Evidence) -> str:
    """The agency or paper of the dateline (新华社北京10月20日电), or the one that the text's end names (据青石日报)."""
    body = evidence.body
    for index, line in enumerate((lead_of(body), *body[:3])):
        lead = _CAPTIONS.sub("", without_readings(line.text[:120]))[:60]
        folded = fold(lead)
        match = _DATELINE.match(folded)
        if match and (index < 2 or match[1]):
            return match[1] or match[2] or ""
        sent = HOUSE_SENT.match(folded) or _LED.match(folded) or HOUSE_WIRE.match(folded)
        if sent and index < 2:
            return lead[sent.start(1) : sent.end(1)]
    wire = HOUSE_WIRE.fullmatch(fold(evidence.head.author))
    house = wire[1] if wire else _filed_for(body[:2])
    if house:
        return house
    near = (*evidence.above_lines, *evidence.before_lines)
    issues = (ISSUE.match(line.folded) for line in near if len(line.text) <= 40)
    issue = next(filter(None, issues), None)
    if issue:
        return issue[1]
    for line in (*body[-1:], *evidence.below_lines[:3]):
        end = line.folded[-60:]
        after = (
            _WROTE_FOR.search(end)
            or _SENT_IN.search(end)
            or _AFTER.search(end)
            or _ENDED.search(end)
            or _FILED_AS.search(line.folded)
        )
        name = (after[after.lastindex or 0] or "") if after else ""
        if name and is_media(name):
            return name
    return ""


def _filed_for(lines: Sequence[Line]) -> str:
    """The outlet of the reporter whom brackets before a text name (青石日报记者周志远综合报道), or "" ."""
    for line in lines:
        for inner in in_brackets(line.text[:MAX_LINE]):
            story = filed(fold(inner))
            if story and story.groupdict().get("house"):
                return inner[slice(*story.span("house"))]
    return ""


@cache
def _nothing() -> frozenset[str]:
    return frozenset(words()["no_outlets"])


def _outlet(value: str) -> str:
    """The name of an outlet without what pages stick to it; "" for none (未知, 原创, an address)."""
    value = re.sub(r"^(?:https?:)?//\S+$", "", value.strip(' \t:：-—|/·、,，《》“”"'))
    label = _SOURCE.match(fold(value))
    value = value[label.end() :] if label else value
    value = _OF_ISSUE.sub(r"\1", value)
    if "《" in value and "》" not in value:
        # 人民网-《人民日报》: the paper is meant.
        value = value.rpartition("《")[2]
    value = value.replace("《", "").replace("》", "")
    account = _ACCOUNT.match(fold(value)) or _NAMED_ACCOUNT.match(fold(value))
    value = value[slice(*account.span(1))] if account else _MERGED.sub("", value)
    label = _NEXT_LABEL.search(fold(value))
    value = value[: label.start()] if label else value
    folded = fold(value)
    if mark_count(value) and (len(value) > MAX_NAME or value.endswith(("!", "！", "。"))):
        # What stands there is a notice (来源：新闻取自各大媒体，不代表本站立场).
        return ""
    if (
        folded.lower() in _nothing()
        or _NUMBERED.fullmatch(folded)
        or not re.search(r"[^\d\W]", folded)
        or _HOST.fullmatch(folded)
    ):
        return ""
    wire = _DATELINE.fullmatch(folded)
    if wire:
        return wire[1] or value
    if re.search(r"(?:记者|通讯员)", folded):
        return re.sub(r"(?<=[报网社台])(?:本报)?(?:记者|通讯员).*$", "", value)
    return value


def _bare_outlet(evidence: Evidence, titles: Titles) -> str:
    """An outlet's name that stands without a label beside the date."""
    site = fold(titles.site)
    own = {site, _own_name(titles)}
    for line, dated in _near_dates(evidence.above_lines):
        headline = fold(titles.title) == line.folded or (line.tag == "h1" and not dated)
        if len(line.text) > MAX_LINE or line.prose or headline or _OTHER.search(line.folded):
            continue
        for part in _pieces(line.raw):
            if dated and (paper := _IN_TITLE_MARKS.match(part)):
                return paper[1]
            part = _unlabelled(_TAG.sub("", part.strip()).strip(_EDGES))
            folded = fold(part)
            if not folded or (dated and folded in own):
                if folded:
                    return part
                continue
            if is_furniture(folded) or _SOURCE.match(folded):
                continue
            if _is_channel(folded, site) and dated:
                return part
            if (
                is_media(folded)
                and (folded != site or _is_split_byline(evidence.above_lines, line))
                and not _HERE.match(folded)
                and not is_short_name(folded)
            ):
                return part
    return ""


def _is_split_byline(lines: Sequence[Line], line: Line) -> bool:
    """Whether a name that fills a line stands right above a line that a date fills: a byline in containers."""
    after = lines[lines.index(line) + 1 :][:1]
    dates = [moment for below in after for moment in moments(below.folded)]
    return not line.link and any(moment.end - moment.start == len(after[0].text) for moment in dates)


def _pieces(raw: str) -> Iterator[str]:
    """The pieces of a line, two outlets that a dot joins (青石日报·青石网) as one."""
    for moment in reversed(moments(fold(raw))):
        raw = f"{raw[: moment.start]} {raw[moment.end :]}"
    for piece in _WIDE.split(raw):
        piece = _BOXED.sub(r"\1", piece)
        halves = piece.split("·")
        yield from [piece] if len(halves) > 1 and all(is_media(fold(half)) for half in halves) else halves


def _near_dates(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Lines with a date, and those next to one, with whether they hold it themselves; all where none holds any."""
    dated = [bool(len(line.text) <= MAX_LINE and moments(line.folded)) for line in lines]
    for index, line in enumerate(lines):
        if dated[index] or ((not any(dated) or any(dated[max(0, index - 2) : index + 3])) and not line.link_only):
            yield line, dated[index]


def _unlabelled(part: str) -> str:
    """A name behind a label that no list has (媒介：青石日报); "" behind a label of anything else (图片：新华社)."""
    match = _LABELLED.match(part)
    if match is None:
        return part
    return "" if label_pattern().match(fold(part)) else part[match.end() :]


def is_media(folded: str) -> bool:
    """Whether a name is one of an outlet or an office by its end."""
    if folded in words()["site_names"]:
        return True
    if not MIN_NAME <= len(folded) <= MAX_NAME or _COUNTER.search(folded) or _FROM_WHERE.fullmatch(folded):
        return False
    return folded.endswith(tuple(words()["media_endings"])) and not folded.endswith(tuple(words()["not_outlets"]))


def _own_name(titles: Titles) -> str:
    """What ends the page's own title, where it may be the site's name and is not a section's (工作动态)."""
    folded = fold(titles.suffix)
    is_section = folded.endswith(tuple(words()["section_endings"]))
    return folded if len(folded) > 2 and not is_section and folded not in words()["not_names"] else ""


def _is_channel(name: str, site: str) -> bool:
    """Whether a name is that of a part of the site: 腾讯音乐 of 腾讯网."""
    return len(site) >= 3 and 4 <= len(name) <= 8 and name.startswith(site[:2]) and name.isalpha()
