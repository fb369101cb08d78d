"""The facts that pages print around an article: source, people, time, section.

A line is folded (see page_words) and read label by label: a value runs from its label to the next
label, a joint between elements, a wide blank or a bar. Source, author, reporter and editor are four
different fields here; nothing takes one for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tasks.clean.dates import IN_FORCE, Moment, moments, of_republic, short_day, written_out
from tasks.clean.filed import HOUSE_WIRE, ISSUE, filed, in_brackets
from tasks.clean.names import PUNCTUATION, looks_like_name, people, words
from tasks.clean.page_words import fold, mark_count, without_readings
from tasks.clean.tokens import JOINT

MAX_BYLINE = 240
BULLETS = "•·●▪◆■-– "
MAX_NAME, MAX_CREDIT, MAX_LABEL, MAX_ALONE, MAX_WRITTEN = 40, 80, 12, 24, 40
_LABEL_AND_BLANK = re.compile(
    r"^(来源|稿源|(?:本文)?(?:转自|转载自|转载于|来源于|摘自)于?|(?:发布)?(?:日期|时间)(?=\s+\d))\s+(?=\S{3,16}$)"
)
_AT = re.compile(
    r"((?:发布|发佈|發布|發佈|发表|發表|刊发|上传|更新|编辑|編輯|修改)[于於])[\s\x1f]*(?=(?:19|20)\d\d(?:\s?[-年/.]\s?\d|\d{4}))"
)
_VALUE_END = re.compile(r"[|｜\x1f\[\]【】〖〗()（）<>。;；]|\s{2,}|(?:19|20)\d\d\s*[-年/.]\s*\d")
_BARE_REPORTER = ("记者", "通讯员", "实习生")
_DATES = ("published", "updated", "signed")
_PLACES = {"publisher": "publishers", "office": "offices", "section": "sections"}
_PEOPLE = {"author": "authors", "reporter": "reporters", "poster": "posters"}
_LABEL_MARKS = frozenset(":/|丨")
_BRACKETS = frozenset("(（[【〔")
_QUOTES = frozenset("“‘「『\"'")
_NAMES = r"(?:[\u3400-\u9fff]{1,8}(?:记者|通讯员)\s*)?[\u3400-\u9fff·]{2,4}(?:[\s、,]+[\u3400-\u9fff·]{2,4}){0,4}"
_CREDIT = re.compile(
    r"[(\[【]?\s*(?:[^\s,。；！？]{2,24}(?:供稿|报道|供图)\s+)?"
    r"(?:(?:作者|记者|通讯员|采写|撰文|撰稿|文字|文|图|文/图|图/文|图片|摄影|编辑|审核|校对|制图)\s*[:/|丨]\s*"
    + _NAMES
    + r"\s*){1,5}[)\]】]?$"
)
_ADDRESS = re.compile(r"[(（](?:https?://)?www\.[\w./-]+[)）]")
_PASSED = re.compile(r"^[(（].{4,80}(?:通过|批准|公布|施行|修订|修正)[)）]$")
# Where those who wrote a paper work: (1.青石大学商学院,青石 225127;2.青石农业大学,青石 271018).
_AFFILIATION = re.compile(
    r"^[(（]\s*(?:\d\s*[.．]\s*)?[^()。]{0,40}(?:大学|学院|科学院|研究|中心|公司)[^()。]{0,120}(?<!\d)\d{6}\s*[)）]$"
)
_OF_PAPER = re.compile("(?:收稿|修回|修订|录用)日期")
_LEAD = re.compile(r"\s*[^\s,，。;:：]{2,24}(?:讯|电|消息)\s*[(（][^()（）]{2,60}[)）][^()（）]{8}")


@dataclass
class Byline:
    """What lines around an article say of it; each list in the order of print."""

    publishers: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    posters: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    reporters: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    published: list[Moment] = field(default_factory=list)
    updated: list[Moment] = field(default_factory=list)
    signed: list[Moment] = field(default_factory=list)
    bare_dates: list[Moment] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


@cache
def _roles() -> dict[str, str]:
    return {label: role for role, labels in words()["labels"].items() for label in labels}


@cache
def label_pattern() -> re.Pattern[str]:
    """A label with its colon or slash; reporters also without one."""
    alone = frozenset(words()["alone"])
    labels = sorted(_roles(), key=len, reverse=True)
    named = "|".join((r"(?<![\u3400-\u9fff])" if label in alone else "") + _spaced(label) for label in labels)
    reporters = "|".join(sorted(words()["labels"]["reporter"], key=len, reverse=True))
    return re.compile(
        rf"(?P<label>{named})\s*[\x1f\s]*[】\])）]?\s*(?:[:：]|(?:(?<=文)|(?<=文\s))/(?!\s*图)|(?:(?<=图)|(?<=图\s))/(?!\s*文))[\s\x1f]*"
        rf"|(?P<bare>{reporters})(?=[\s/|\x1f])[\s/|\x1f]*"
        rf"|(?<![\u3400-\u9fff])(?P<piped>{'|'.join(words()['piped'])})(?:\s*[|丨]\s*(?=[\u3400-\u9fff])|\x1f\s*(?=[\u3400-\u9fffA-Z]))"
    )


def _spaced(label: str) -> str:
    return re.escape(label).replace(r"\ ", r"\s+")


def read_byline(lines: Iterable[str]) -> Byline:
    """The fields that lines (with joints, not folded) carry."""
    byline = Byline()
    for line in _paired(lines):
        if len(line) <= MAX_BYLINE:
            _read_line(line, byline)
    return byline


def _paired(lines: Iterable[str]) -> Iterator[str]:
    """The lines, a label that fills a line or cell of its own put before the value in the next one."""
    label = ""
    for raw in lines:
        line = raw.lstrip(BULLETS)
        if _is_cell_label(line):
            label = line.strip(" :：\x1f")
        else:
            yield f"{label}：{line}" if label else line
            label = ""


def _is_cell_label(line: str) -> bool:
    bare = re.sub(r"[\s\x1f:：]", "", line) if len(line) <= MAX_LABEL else ""
    least = 2 if line.rstrip(" \x1f").endswith((":", "：")) else 4
    return len(bare) >= least and fold(bare) in _roles() and (least == 2 or _roles()[fold(bare)] != "other")


def _labels_in(folded: str) -> list[re.Match[str]]:
    if not _LABEL_MARKS.isdisjoint(folded) or JOINT in folded or any(word in folded for word in _BARE_REPORTER):
        return list(label_pattern().finditer(folded))
    return []


def _dates_in(folded: str) -> list[Moment]:
    if "20" in folded or "19" in folded or ("-" in folded and ":" in folded):
        return moments(folded)
    return [*filter(None, [written_out(folded)])] if "年" in folded and len(folded) <= MAX_WRITTEN else []


@cache
def _cells() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=\s)|^)(" + "|".join(words()["cells"]) + r")\s+(?=\S)")


@cache
def _boxes() -> re.Pattern[str]:
    roles = ("publisher", "office", "author", "reporter", "editor", "published", "other")
    labels = sorted((label for role in roles for label in words()["labels"][role] if len(label) > 1), key=len)
    return re.compile(r"[【\[](" + "|".join(reversed(labels)) + r")[】\]](?=\s*[^\s:：])")


def _with_colons(raw: str) -> str:
    """A row of a table of facts with the colons that its cells, or boxes around its labels, stand for; no readings."""
    raw = _AT.sub(r"\1：", without_readings(raw)) if "于" in raw or "於" in raw else without_readings(raw)
    if len(raw) <= MAX_BYLINE and "www." in raw:
        raw = _ADDRESS.sub("", raw)
    if len(raw) <= MAX_BYLINE and ("】" in raw or "]" in raw):
        raw = _coloned(_boxes(), raw)
    if len(raw) > MAX_BYLINE or ":" in raw or "：" in raw:
        return raw
    if len(raw) <= MAX_ALONE:
        raw = _coloned(_LABEL_AND_BLANK, raw)
    return _coloned(_cells(), raw)


def _coloned(pattern: re.Pattern[str], raw: str) -> str:
    """A line with the labels that a pattern finds in it, folded, each set with a colon."""
    if " " not in raw and JOINT not in raw and "】" not in raw and "]" not in raw:
        return raw
    for match in reversed(list(pattern.finditer(fold(raw)))):
        raw = f"{raw[: match.start()]}{raw[slice(*match.span(1))]}：{raw[match.end() :]}"
    return raw


def _read_line(raw: str, byline: Byline) -> None:
    raw = _with_colons(raw)
    folded = fold(raw)
    if _PASSED.match(folded) or IN_FORCE.search(folded):
        return
    story = filed(folded)
    if story is None and "记者" in folded and not _BRACKETS.isdisjoint(folded):
        # In brackets before a text that begins in the same line.
        raws = (inner for inner in in_brackets(raw) if filed(fold(inner)))
        _read_line(next(raws, ""), byline)
    if story:
        byline.reporters.extend(people(raw[slice(*story.span("names"))]))
        house = story.groupdict().get("house")
        byline.publishers.extend([raw[slice(*story.span("house"))]] if house else [])
    matches = [
        match for match in _labels_in(folded) if not _is_quoted(folded, match.start()) and not (story and match["bare"])
    ]
    dates = _dates_in(folded)
    taken: set[int] = set()
    for index, match in enumerate(matches):
        stop = matches[index + 1].start() if index + 1 < len(matches) else len(raw)
        role = _roles()[re.sub(r"\s+", " ", match["label"] or match["bare"] or match["piped"])]
        named = [moment for moment in dates if match.end() <= moment.start < min(stop, match.end() + 8)]
        if role in _DATES:
            rest = folded[match.end() : stop]
            own = of_republic(rest.strip()) or short_day(rest) if not dates else None
            getattr(byline, role).extend([own] if own else named)
            taken.update(moment.start for moment in named)
        elif role == "other" and (match["label"] or "").endswith(("日期", "时间")):
            # The day of something else (收稿日期) is not the page's.
            taken.update(moment.start for moment in named)
        elif not (role == "author" and stop < len(raw) and matches[index + 1]["bare"] and not raw[stop - 1].isspace()):
            value = raw[match.end() : stop], folded[match.end() : stop]
            _take("author" if _is_person(match["label"], value) else role, *value, byline)
    byline.bare_dates.extend(moment for moment in dates if moment.start not in taken)


def _is_quoted(folded: str, start: int) -> bool:
    """Whether a label is one that a notice speaks of (凡注明“来源：青石网”的作品)."""
    return start > 0 and (folded[start - 1] in _QUOTES or "注明" in folded[max(0, start - 8) : start])


def _is_person(label: str | None, value: tuple[str, str]) -> bool:
    """Whether a label that outlets and people share (供稿) is followed by a person's name."""
    if label not in words()["either"]:
        return False
    names = people(_value(*value, blanks=True))
    return bool(names) and all(looks_like_name(fold(name)) for name in names)


def _take(role: str, raw: str, folded: str, byline: Byline) -> None:
    if role in _PLACES:
        value = _value(raw, folded, blanks=False)
        if value:
            getattr(byline, _PLACES[role]).append(value)
    elif role in _PEOPLE:
        getattr(byline, _PEOPLE[role]).extend(people(_value(raw, folded, blanks=True)))
    elif role == "title":
        byline.titles.extend(filter(None, [raw.strip(' \x1f\t“”"')]))
    elif role == "editor":
        names = people(_value(raw, folded, blanks=True))
        byline.editors.extend(name.split("_")[0] for name in names[:2])


def _value(raw: str, folded: str, *, blanks: bool) -> str:
    """The value that begins here; `blanks` lets single spaces stand in it."""
    lead = len(folded) - len(folded.lstrip(PUNCTUATION))
    raw, folded = raw[lead:], folded[lead:]
    match = _VALUE_END.search(folded)
    stop = match.start() if match else len(folded)
    if not blanks:
        space = re.search(r"(?<![A-Za-z])\s|\s(?![A-Za-z])", folded[:stop])
        stop = space.start() if space else stop
    value = raw[:stop].strip(PUNCTUATION)
    return value if 0 < len(value) <= MAX_NAME else ""


def opens_with_label(raw: str) -> bool:
    """Whether a line begins with the label of a source, an editor, a date or a counter."""
    match = label_pattern().search(fold(_with_colons(raw))[:24])
    if match is None or match.start() > 4 or not match["label"] or mark_count(raw[: match.start()]):
        return False
    return _roles()[re.sub(r"\s+", " ", match["label"])] in ("publisher", "office", "editor", *_DATES, "other")


def is_credit(folded: str) -> bool:
    """Whether a folded line at an article's end only names who wrote, took pictures and edited."""
    if "]" in folded or "】" in folded:
        folded = _boxes().sub(r"\1:", folded)
    return len(folded) <= MAX_CREDIT and _CREDIT.match(folded) is not None


def _is_speech(raw: str, matches: list[re.Match[str]]) -> bool:
    """Whether a line is what a person said in an interview (记者：小朋友你好。) and not who wrote."""
    if len(matches) != 1 or _roles().get(matches[0]["label"] or "") != "reporter":
        return False
    names = people(raw[matches[0].end() :].replace(JOINT, " "))
    return not names or not all(looks_like_name(fold(name)) for name in names)


def _is_list_of_names(folded: str) -> bool:
    parts = folded.split(",") if "," in folded else []
    return len(parts) > 1 and all(looks_like_name(part.replace(" ", "")) for part in parts)


def is_byline(raw: str) -> bool:
    """Whether a line (with joints) is nothing but facts about the article: date, source, people, counters."""
    length = len(raw) - raw.count(JOINT)
    folded = fold(_with_colons(raw))
    if length > 160 or not length or _PASSED.match(folded) or _LEAD.match(folded) or _OF_PAPER.match(folded):
        return False
    if filed(folded) or HOUSE_WIRE.fullmatch(folded) or ISSUE.match(folded):
        return True
    if _AFFILIATION.match(folded) or _is_list_of_names(folded):
        return True
    matches = _labels_in(folded)
    dates = _dates_in(folded)
    if not matches and not dates:
        return False
    covered = sum(moment.end - moment.start for moment in dates)
    if dates and covered * 2 >= length:
        return True
    if dates and length - covered <= 36 and not re.search(r"[,，。；！？]", folded):
        return True
    celled = ":" not in raw and "：" not in raw and _cells().search(fold(raw)) is not None
    if (
        not matches
        or (len(folded[: matches[0].start()].replace(JOINT, "")) > 12 and not dates and not celled)
        or _is_speech(raw, matches)
    ):
        return False
    return length <= 60 or len(matches) >= 2
