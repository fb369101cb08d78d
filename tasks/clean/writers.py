"""Who wrote an article: as labelled, as standing alone under the title, as the text itself names them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from tasks.clean.byline import Byline
from tasks.clean.dates import moments
from tasks.clean.evidence import Evidence
from tasks.clean.filed import FILED_FROM, HOUSE_WIRE, SENT_BY, filed, in_brackets
from tasks.clean.line import Line
from tasks.clean.lines import lead_of
from tasks.clean.names import BULLETS, are_people, is_person, is_transcribed, looks_like_name, people, words
from tasks.clean.outlets import is_media
from tasks.clean.page_words import fold, is_furniture, mark_count
from tasks.clean.signatures import staff_of
from tasks.clean.title_place import HEADINGS
from tasks.clean.tokens import JOINT

_REPORTER = re.compile(
    r"(?:本报|本网|本刊|本台|新华社|中新社|新华网|人民网|[\u3400-\u9fff]{2,8}(?:报|网|社|台|融媒|媒体|客户端))?"
    r"(?:全媒体|融媒体|见习|实习|特约|首席|驻站|特派)?(?:记者|通讯员)[\s:：/?？]*(?P<names>[\u3400-\u9fff·]{2,8}(?:[\s、]+(?:(?:通讯员|记者)[\s/:：]*)?[\u3400-\u9fff·]{1,8}){0,8})"
)
# (记者：莉莉): what a label calls a reporter is one, whatever the surname.
_CALLED = re.compile(r"(?:本[报网台刊]|全媒体|融媒体|见习|特约)*(?:记者|通讯员)\s*[:：]\s*([\u3400-\u9fff]{2,4})")
_END_BRACKET = re.compile(
    r"[(（]\s*(?:(?:文/图|图/文|文图|图文|文|作者|撰稿|供稿|通讯员|记者)\s*[:/]?\s*)?([\u3400-\u9fff·、\s]{2,20})[)）]$"
)
_END_ROLE = re.compile(
    r"[。！？!?”]\s*(?:(?:通讯员|记者)\s+([\u3400-\u9fff·、\s]{2,20})|(?:通讯员|记者)\s*([\u3400-\u9fff]{2,3})\s*(?:图/文|文/图|图文|文图)"
    r"|([\u3400-\u9fff]{2,3}(?:[/／、\s][\u3400-\u9fff]{2,3}){1,3}))$"
)
_WRITER = re.compile(
    r"^(?:《[^》]{1,12}》|本[刊报网])?(?:特约)?(?:作者|撰文|撰稿)\s+(?P<names>[\u3400-\u9fff·\s、]{2,16})$"
)
_BOXED = re.compile(r"^[□■○●◎◇◆]\s*([\u3400-\u9fff·]{2,8}?)(?:\s*(?:报道|报导|摄影报道|整理))?$")
_NAME, _TEXT = r"^[(（]?([\u3400-\u9fff·]{2,8}?)\s*[/|丨]\s*", "文|撰文|文字|文/图|图/文"
_ROLE_AFTER = re.compile(rf"{_NAME}(?:{_TEXT})(?![\u3400-\u9fff])")
# Above the text, in a line of its own: 周志远/整理, 李敏 | 编译.
_NAME_AND_WORK = re.compile(rf"{_NAME}(?:{_TEXT}|整理|编译|综合|采写|(?:综合|专题|即时)?(?:报道|报导))[)）]?$")
_CLAUSE = re.compile(r"^[(（【]?作者(?:为|是)?\s*([\u3400-\u9fff·]{2,8}?)\s*(?:系|为|是|单位|[,，(（])")
_ABOUT = re.compile(r"^[\[【]?作者简介[\]】]?\s*[:：]?\s*([\u3400-\u9fff·]{2,8}?)\s*[(（,，\[]")
_INTRODUCED = (_CLAUSE, _ROLE_AFTER, _BOXED, _ABOUT)
_PEN = re.compile(
    r"^[(（\[【□■○●◎◇◆]?\s*(?:文|文字|作者|撰文|撰稿|图文|文图|文/图|图/文|采写)\s*[:：/|丨]\s*(?P<names>[^()（）\[\]【】]{2,30})[)）\]】]?$"
)
_DATELINE = re.compile(r"[\u3400-\u9fff]{2,16}\d{1,2}月\d{1,2}日[电讯]\s*[(（](?P<reporters>记者[^()（）]{2,40})[)）]")
_WIRE = re.compile(r"[日网社报](?:电|讯|消息)\s*[(（]([^()（）]{2,40})[)）]")
MIN_ACCOUNT, MAX_ACCOUNT = 3, 16
MAX_WRITERS, MAX_LISTED = 8, 40
MAX_NAME_MARKS = 3
SENTENCE_ENDS = "。！？!?…”；;"
NICK = frozenset("老小阿大")
_PARTS = re.compile(r"[,，、]|[\s|｜·/]+|" + JOINT)


def writers_of(evidence: Evidence, publisher: str = "") -> tuple[str, ...]:
    """Writers: as labelled, else the reporters above or below, else those whom the text itself names.

    `publisher` is the article's outlet, which is no writer.
    """
    above, below = evidence.above, evidence.below
    named = _named(above) or _named(below) or _staff((*evidence.above_lines, *evidence.below_lines))
    if named and all(is_media(fold(name)) for name in named):
        # An office that is called the author, where the text names who wrote it.
        named = _from_body(evidence.body) or named
    editors = {*above.editors, *below.editors}
    # Content systems name who entered the text as its author.
    stated = [name for name in people(evidence.head.author) if not _is_house(fold(name)) and name not in editors]
    declared = [name for name in stated if looks_like_name(fold(name))]
    named = (
        named
        or above.posters
        or _beside(evidence.above_lines)
        or _alone(evidence.above_lines, {*above.editors, evidence.head.cued.get("editor", "")})
        or _dateline(evidence.body)
        or declared
        or _from_body(evidence.body)
        or below.posters
        or _signed_below(evidence.below_lines)
        or stated
    )
    others = {fold(value) for value in (*above.publishers, *below.publishers, publisher)}
    others.update(words()["own_outlets"], words()["no_outlets"])
    names = (name.strip("：:/ ") for name in named)
    kept = dict.fromkeys(name for name in names if name and fold(name) not in others)
    return tuple(kept)[:MAX_WRITERS]


def _named(byline: Byline) -> list[str]:
    """Those whom labels name on one side of a text: authors, and reporters besides; none that only fill the label."""
    authors = [name for name in byline.authors if fold(name) not in words()["no_outlets"]]
    if not (authors and byline.reporters):
        return authors or byline.reporters
    return [*(name for name in authors if looks_like_name(fold(name))), *byline.reporters]


def _staff(lines: Sequence[Line]) -> list[str]:
    """The reporters whom a line of their own names, beside the text."""
    return next(filter(None, (staff_of(line.folded) for line in lines)), [])


def account_of(evidence: Evidence, taken: Sequence[str]) -> tuple[str, ...]:
    """The account that a page of self-media names in an element for its author, or alone beside the date.

    `taken` are names that mean something else on the page. Empty where no such name stands.
    """
    named = evidence.head.cued.get("author", "")
    if looks_like_name(fold(named)) or is_transcribed(fold(named)) or named[:1] in NICK:
        return (named,)
    candidates = [named, *(_beside_date(line) for line in evidence.above_lines)]
    known = {fold(name) for name in (*taken, evidence.head.cued.get("editor", ""))} | {""}
    return tuple(name for name in candidates if fold(name) not in known and _may_be_account(name))[:1]


def _beside_date(line: Line) -> str:
    """What stands in a line besides its date, in one element, or "" ."""
    found = moments(fold(line.raw)) if len(line.raw) <= 60 and JOINT in line.raw else []
    if len(found) != 1:
        return ""
    rest = line.raw[: found[0].start], line.raw[found[0].end :]
    pieces = [piece.strip() for part in rest for piece in part.split(JOINT)]
    pieces = [piece for piece in pieces if piece]
    return pieces[0] if len(pieces) == 1 else ""


def _may_be_account(name: str) -> bool:
    folded = fold(name)
    if not MIN_ACCOUNT <= len(name) <= MAX_ACCOUNT or is_furniture(folded) or folded in words()["not_names"]:
        return False
    return re.search(r"[\u3400-\u9fffA-Za-z]{2}", name) is not None and re.search(r"[:：。！？/]|\d{4}", folded) is None


def _alone(lines: Sequence[Line], editors: Set[str]) -> list[str]:
    """Names that stand under the title without a label, in a line of their own or beside the date, but the editors'."""
    for line in lines:
        sentence = line.prose and (line.folded[-1:] in SENTENCE_ENDS or mark_count(line.folded) > MAX_NAME_MARKS)
        if len(line.text) > 60 or sentence or line.tag in HEADINGS or is_furniture(line.folded):
            continue
        marked = _BOXED.match(line.folded) or _NAME_AND_WORK.match(line.folded)
        if marked and is_person(marked[1]):
            return [line.text[slice(*marked.span(1))]]
        listed = people(line.text) if len(line.text) <= MAX_LISTED else []
        if are_people(listed) and editors.isdisjoint(listed):
            return listed
        parts = [part for part in (piece.strip(BULLETS) for piece in _PARTS.split(line.raw)) if part]
        if 1 < len(parts) <= 3 and all(len(part) == 1 for part in parts):
            # Names are set with blanks between their characters (谢　澹).
            parts = ["".join(parts)]
        roles = words()["other_roles"]
        led = {part for before, part in pairwise(parts) if fold(before) in roles}
        names = [part for part in parts if _is_name(fold(part)) and part not in editors and part not in led]
        beside = moments(fold(line.raw)) or "原创" in parts
        if names and (len(names) == len(parts) or beside):
            return names
    return []


def _beside(lines: Sequence[Line]) -> list[str]:
    """Reporters named in a short line above the text without a mark (大河网记者周志远 青石)."""
    for line in lines:
        if len(line.text) <= 40 and not line.prose and not line.pictured:
            names = _reporters(line.raw.replace(JOINT, " "))
            if names:
                return names
    return []


def _is_house(folded: str) -> bool:
    """Whether the author that a page's head names is the site, an outlet or a firm (青石网, www.qingshi.com)."""
    if (is_media(folded) and not looks_like_name(folded)) or HOUSE_WIRE.fullmatch(folded):
        return True
    return re.search(r"网$|网站$|日报$|@|^(?:[\w-]+\.)+\w{2,4}$|^[a-z_]{2,12}$", folded) is not None


def _is_name(folded: str) -> bool:
    return is_person(folded) and not is_furniture(folded)


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
        introduced = next(filter(None, (pattern.match(line.folded) for pattern in _INTRODUCED)), None)
        if introduced and looks_like_name(introduced[1]):
            return [line.text[introduced.start(1) : introduced.end(1)]]
    placed = next(filter(None, map(_of_institution, body[:3])), [])
    if placed:
        return placed
    for line in ends:
        short = line.text if len(line.text) <= 60 and not line.pictured else ""
        for source in [short, *in_brackets(line.text)]:
            names = _reporters(source)
            if names:
                return names
    wired = _wired(lead_of(body).text) or _signed_names(body[-1])
    if wired:
        return wired
    return [] if body[0].pictured else _reporters(body[0].text[:60])


def _dateline(body: Sequence[Line]) -> list[str]:
    """The reporters in brackets behind the dateline that opens a text (新华社青石6月12日电（记者…）)."""
    opened = _DATELINE.match(fold(body[0].text[:80])) if body else None
    return _reporters(opened["reporters"]) if opened else []


def _of_institution(line: Line) -> list[str]:
    """The names in a line of its own behind the institution of those who bear them (青石大学商学院　李敏　赵 海)."""
    if len(line.text) > MAX_LISTED or line.prose:
        return []
    first, _, rest = line.text.partition(" ")
    names = people(rest) if first.endswith(tuple(words()["institutions"])) else []
    return names if names and all(is_person(fold(name)) for name in names) else []


def _signed_below(lines: Sequence[Line]) -> list[str]:
    """The names that stand in brackets in a line of their own, right below the text."""
    return _signed_names(lines[0]) if lines and lines[0].text[0] in "(（" else []


def _signed_names(last: Line) -> list[str]:
    """The names alone in brackets at the very end: ……举行。（周志远）."""
    match = _END_BRACKET.search(last.folded[-30:]) or _END_ROLE.search(last.folded[-30:])
    names = people(match[match.lastindex or 0] or "") if match else []
    return names if all(map(is_person, names)) else []


def _reporters(text: str) -> list[str]:
    folded = fold(text)
    story = filed(folded)
    if story:
        return people(text[slice(*story.span("names"))])
    names: list[str] = []
    for match in [*SENT_BY.finditer(folded), *_REPORTER.finditer(folded)]:
        found = people(text[match.start("names") : match.end("names")])
        names.extend(name for name in found if is_person(fold(name)) or is_transcribed(fold(name)))
    if names:
        return names
    sent = FILED_FROM.search(folded)
    if sent and is_person(sent["names"]):
        return [text[slice(*sent.span("names"))]]
    called = _CALLED.fullmatch(folded)
    return people(text[slice(*called.span(1))]) if called and called[1] not in words()["not_names"] else []


def _wired(text: str) -> list[str]:
    """The names in brackets behind the dateline of an agency: 中新网青石10月20日电 (周志远 李敏)."""
    match = _WIRE.search(fold(text[:80]))
    names = people(text[match.start(1) : match.end(1)]) if match else []
    return names if names and all(looks_like_name(fold(name)) for name in names) else []
