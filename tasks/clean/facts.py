"""One set of facts for an article, chosen from what its head, tail, body and machine-readable parts say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.clean.article import HEADINGS
from tasks.clean.byline import Byline, looks_like_name, people, words
from tasks.clean.dates import machine_date, moments, url_date, written_out
from tasks.clean.head_facts import HeadFacts
from tasks.clean.lines import Line
from tasks.clean.page_words import fold, is_furniture
from tasks.clean.titles import Titles
from tasks.clean.tokens import JOINT

_REPORTER = re.compile(
    r"(?:本报|本网|本刊|本台|新华社|中新社|新华网|人民网|[\u3400-\u9fff]{2,8}(?:报|网|社|台|融媒|媒体|客户端))?"
    r"(?:全媒体|融媒体|见习|实习|特约|首席|驻站|特派)?(?:记者|通讯员)[\s:：/]*(?P<names>[\u3400-\u9fff·]{2,8}(?:[\s、]+(?:通讯员\s*|记者\s*)?[\u3400-\u9fff·]{1,8}){0,8})"
)
_END_BRACKET = re.compile(
    r"[(（]\s*(?:(?:文/图|图/文|文图|图文|文|作者|撰稿|供稿|通讯员|记者)\s*[:/]?\s*)?([\u3400-\u9fff·、\s]{2,20})[)）]$"
)
_WRITER = re.compile(
    r"^(?:《[^》]{1,12}》|本[刊报网])?(?:特约)?(?:作者|撰文|撰稿)\s+(?P<names>[\u3400-\u9fff·\s、]{2,16})$"
)
_BRACKET = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,80})[)）\]】]")
_PEN = re.compile(
    r"^[(（\[【□■○●◎◇◆]?\s*(?:文|文字|作者|撰文|撰稿|图文|文图|文/图|图/文|采写)\s*[:：/|丨]\s*(?P<names>[^()（）\[\]【】]{2,30})[)）\]】]?$"
)
_WIRE = re.compile(r"[日网社报](?:电|讯|消息)\s*[(（]([^()（）]{2,40})[)）]")
_TURN = re.compile(r"(?:转载|转发|转自|摘自)")
_SPLIT = re.compile(r"[\s|｜·/]+|" + JOINT)


@dataclass(frozen=True, slots=True)
class Facts:
    """The metadata of an article as printed; "" where the page does not say. `published` is ISO 8601."""

    title: str = ""
    subtitle: str = ""
    published: str = ""
    publisher: str = ""
    site: str = ""
    authors: tuple[str, ...] = ()
    editor: str = ""
    section: str = ""
    is_reprint: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that speaks for a fact: bylines above and below the body, machine facts, lines as they stand."""

    above: Byline
    below: Byline
    head: HeadFacts
    above_lines: Sequence[Line]
    below_lines: Sequence[Line]
    body: Sequence[Line]
    url: str = ""
    latest: str = ""


def choose_facts(evidence: Evidence, titles: Titles, section: str) -> Facts:
    """The facts of an article from its evidence."""
    publisher = _publisher(evidence, titles)
    site = titles.site
    turned = any(_TURN.search(line.folded) for line in evidence.above_lines if len(line.text) < 80)
    return Facts(
        title=titles.title,
        subtitle=titles.subtitle,
        published=_published(evidence),
        publisher=publisher,
        site=site,
        authors=_authors(evidence),
        editor=_first(evidence.below.editors) or _first(evidence.above.editors) or evidence.head.cued.get("editor", ""),
        section=section or _first(evidence.above.sections) or evidence.head.section,
        is_reprint=turned or _other_outlet(publisher, site),
    )


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""


def _other_outlet(publisher: str, site: str) -> bool:
    if not publisher or not site:
        return False
    publisher, site = fold(publisher), fold(site)
    return publisher not in site and site not in publisher


def _published(evidence: Evidence) -> str:
    """The best supported date: labelled near the title, bare near the title, machine-readable, in the URL, below."""
    above, head = evidence.above, evidence.head
    from_url = url_date(evidence.url) or url_date(head.url) or ""
    labelled = [moment.iso for moment in above.published]
    bare = [moment.iso for moment in above.bare_dates]
    timed = [iso for iso in bare if len(iso) > 10]
    machine = [iso for iso in (head.published, machine_date(head.loose.get("published", "")) or "") if iso]
    if (
        bare
        and machine
        and from_url
        and machine[0][:10] == from_url[:10]
        and from_url[:10] not in {iso[:10] for iso in bare + labelled}
    ):
        labelled = [machine[0], *labelled]
    below = evidence.below
    ranked = [
        *_refined(labelled, timed),
        *timed[:1],
        *bare[:1],
        machine_date(head.cued.get("published", "")) or "",
        *machine[:1],
        *(moment.iso for moment in below.published),
        *machine[1:],
        from_url,
        *(moment.iso for moment in above.updated),
        *_signed(evidence.body),
        *(moment.iso for moment in below.bare_dates),
    ]
    latest = evidence.latest[:10]
    return next((iso for iso in ranked if iso and (not latest or iso[:10] <= latest)), "")


def _signed(body: Sequence[Line]) -> list[str]:
    """The date that a notice is signed with: in a line of its own at the end, in digits or written out."""
    for line in reversed(body[-3:]):
        if len(line.text) <= 24:
            found = [*moments(line.folded), *filter(None, [written_out(line.text)])]
            if found:
                return [found[-1].iso]
    return []


def _refined(labelled: list[str], timed: list[str]) -> list[str]:
    """Labelled dates, with the time of day where another line prints it for the same day."""
    if labelled and len(labelled[0]) == 10:
        same_day = [iso for iso in timed if iso.startswith(labelled[0])]
        return [*same_day, *labelled]
    return labelled


def _publisher(evidence: Evidence, titles: Titles) -> str:
    for value in (*evidence.above.publishers, *evidence.below.publishers):
        cleaned = _outlet(value)
        if cleaned:
            return cleaned
    cued = _outlet(evidence.head.cued.get("publisher", ""))
    if cued and len(cued) <= 24 and not moments(fold(cued)) and cued != titles.title:
        return cued
    bare = _bare_outlet(evidence, titles)
    return bare or _outlet(evidence.head.publisher) or _outlet(evidence.head.loose.get("publisher", ""))


def _outlet(value: str) -> str:
    """The name of an outlet without what pages stick to it; "" for none (本站, 未知, a URL)."""
    value = re.sub(r"^(?:https?:)?//\S+$", "", value.strip(' \t:：-—|/·、,，《》“”"'))
    folded = fold(value)
    if folded in (
        "未知",
        "不详",
        "互联网",
        "网络",
        "原创",
        "本站原创",
        "其他",
        "无",
        "null",
        "None",
        "undefined",
    ) or re.fullmatch(r"[\d\W]*", folded):
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
        for part in _SPLIT.split(line.raw):
            part = part.strip(" \t:：-—|/·、,，《》[]【】()（）")
            folded = fold(part)
            if site and folded == site and moments(line.folded):
                return part
            if (
                3 <= len(part) <= 20
                and folded.endswith(endings)
                and not re.search(r"\d|首页|举报|导航|登录|手机|扫|关注|分享", folded)
            ):
                if folded == site or (looks_like_name(folded) and len(folded) <= 3):
                    continue
                return part
    return ""


def _authors(evidence: Evidence) -> tuple[str, ...]:
    """Writers: as labelled, else the reporters above or below, else those whom the text itself names."""
    above, below = evidence.above, evidence.below
    named = above.authors or above.reporters or below.authors or below.reporters
    if above.authors and above.reporters:
        named = [*(name for name in above.authors if looks_like_name(fold(name))), *above.reporters]
    declared = [name for name in people(evidence.head.author) if looks_like_name(fold(name))]
    if set(declared) & {*above.editors, *below.editors}:
        declared = []
    named = (
        named or _alone(evidence.above_lines) or declared or _from_body(evidence.body) or people(evidence.head.author)
    )
    outlets = {fold(value) for value in (*above.publishers, *below.publishers)}
    kept: list[str] = []
    for name in named:
        name = name.strip("：:/ ")
        if (
            name
            and name not in kept
            and fold(name) not in outlets | {"佚名", "匿名", "未知", "admin", "管理员", "本站", "本报记者"}
        ):
            kept.append(name)
    return tuple(kept[:8])


def _alone(lines: Sequence[Line]) -> list[str]:
    """Names that stand under the title without a label: in a line of their own, or beside the date."""
    for line in lines:
        if len(line.text) > 60 or line.prose or line.tag in HEADINGS or is_furniture(line.folded):
            continue
        parts = [part for part in _SPLIT.split(line.raw) if part]
        names = [part for part in parts if looks_like_name(fold(part)) and fold(part) not in words()["not_names"]]
        beside = moments(fold(line.raw)) or "原创" in parts
        if names and (len(names) == len(parts) or beside):
            return names
    return []


def _from_body(body: Sequence[Line]) -> list[str]:
    """Names in the dateline of the first lines, in brackets at the end, in a line of their own."""
    if not body:
        return []
    ends = [*body[:3], *body[-3:]]
    for line in [*body[:6], *body[-3:]]:
        if len(line.text) <= 60 and (match := _PEN.match(line.folded) or _WRITER.match(line.folded)):
            names = [
                name
                for name in people(line.text[match.start("names") : match.end("names")])
                if looks_like_name(fold(name))
            ]
            if names:
                return names
    for line in ends:
        short = line.text if len(line.text) <= 60 and not line.folded.endswith(("摄", "摄影", "供图")) else ""
        for source in [short, *_brackets(line.text)]:
            names = _reporters(source)
            if names:
                return names
    wired = _wired(body[0].text) or _signed_names(body[-1])
    if wired:
        return wired
    return [] if body[0].folded.endswith(("摄", "摄影", "供图")) else _reporters(body[0].text[:60])


def _signed_names(last: Line) -> list[str]:
    """The names alone in brackets at the very end: ……举行。（张巨峰）."""
    match = _END_BRACKET.search(last.folded[-30:])
    names = people(match[1]) if match else []
    known = words()["not_names"]
    return names if names and all(looks_like_name(name) and name not in known for name in names) else []


def _brackets(text: str) -> list[str]:
    """What stands in brackets in the first or last 120 characters."""
    parts = [match[1] for match in _BRACKET.finditer(text[:120])]
    if len(text) > 120:
        parts += [match[1] for match in _BRACKET.finditer(text[-120:])]
    return parts


def _reporters(text: str) -> list[str]:
    names: list[str] = []
    for match in _REPORTER.finditer(fold(text)):
        found = people(text[match.start("names") : match.end("names")])
        names.extend(name for name in found if looks_like_name(fold(name)) and fold(name) not in words()["not_names"])
    return names


def _wired(text: str) -> list[str]:
    """The names in brackets behind the dateline of an agency: 中新网青石10月20日电 (周志远 李敏)."""
    match = _WIRE.search(fold(text[:80]))
    names = people(text[match.start(1) : match.end(1)]) if match else []
    return names if names and all(looks_like_name(fold(name)) for name in names) else []
