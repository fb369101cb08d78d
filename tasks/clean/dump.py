"""A text dump of a page as a reading: the same decisions as for HTML, by the features of lines alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.clean.broken_dates import end_of_date
from tasks.clean.byline import is_byline, read_byline
from tasks.clean.dates import moments, url_date, written_out
from tasks.clean.dump_titles import titles_of
from tasks.clean.evidence import Evidence
from tasks.clean.facts import choose_facts
from tasks.clean.filed import ISSUE
from tasks.clean.head_facts import HeadFacts
from tasks.clean.html_page import section_of
from tasks.clean.line import Line
from tasks.clean.lines import Trimmed, trim
from tasks.clean.listings import is_listing
from tasks.clean.names import are_people, is_person, people
from tasks.clean.page_words import LEAF, ends_body, fold, is_furniture
from tasks.clean.reading import MIN_BODY, NoArticleError, Reading
from tasks.clean.tables import FIGURE
from tasks.clean.title_place import key_of
from tasks.clean.tokens import collapse

HEAD_LINES = 40
MAX_SIGNATURE = 4
MAX_NAMES = 40
MAX_CELL = 20
MAX_LONE, LONE_HEAD = 3, 150
MIN_LEAD = 200.0
"""What stands above a dated byline and is worth less is no part of the text."""
_CODE = re.compile(r"<(script|style)\b[^<>\n]{0,400}>|<!--", re.IGNORECASE)
_CODE_END = {
    "script": re.compile(r"</script\s{0,9}>", re.IGNORECASE),
    "style": re.compile(r"</style\s{0,9}>", re.IGNORECASE),
    "": re.compile("-->"),
}
_TAG = re.compile(
    r"</?(br|p|div|li|tr|h[1-6]|table|tbody|ul|ol|td|th|span|strong|b|a|em|i|u|font|img|center|section|script|style)"
    r"(?:\s[^<>\n]{0,400})?/?>",
    re.IGNORECASE,
)
_INLINE_TAGS = frozenset(("span", "strong", "b", "a", "em", "i", "u", "font", "img"))
# A statement of a script that a dump shows as text: it opens like one, and ends in a sign of code.
_STATEMENT = re.compile(
    r"(?:var|let|const)\s+[\w$]+\s*=|(?:if|for|while|function\s*\w*)\s*\(|\(?function\s*\w*\s*\(|(?:document|window|location)\."
    r"\w|[\w$]+(?:\.[\w$]+)+\s*(?:=|\()|[$]\s*[(.]|jQuery\b|try\s*\{|return\b|//\s*(?:<!\[CDATA|\]\]>)|[{}();]+$",
    re.ASCII,
)
# A bar that is left of a cell of a page's frame.
_BAR_AT_END = re.compile(r"^([^|｜]{8,})\s[|｜]$")
_DATE_LABEL = re.compile(r"(?:时间|日期)\s*[:：]\s*$")
_TITLE_TAIL = re.compile(
    r"\s*(?:©|原创|(?:文章|信息)?来源\s*[:：]|作者\s*[:：]|(?:发布|发表)?(?:时间|日期)\s*[:：]|发布于|发表于)[^。]*$"
)
_COUNTERS = re.compile(
    r"(?:\s*(?:(?:文章|信息)?来源|(?:发布|发文)(?:单位|机构)|作者|编辑|责编|责任编辑|点击|点击数|浏览|浏览次数|阅读|阅读次数|评论|字号|字体)\s*[:：]\s*\S{0,16}(?=\s)|\s+(?:\d{1,6}|调整字体|打印|分享|收藏|https?://[\w./?=&%#:-]{4,200})(?=\s))+"
)
_PRINTED_ADDRESS = re.compile(r"(?:来源|地址|链接|网址|原文)\s*[:：]\s*(https?://[\w./?=&%#:-]{8,200})")
# Records of data for programs: {"code":0,"data":[...]}, or "title": "...", on a line of its own.
_DATA = re.compile(r'[\[{]+(?:\s*"[\w.-]{1,60}"\s*:.*)?$|"[\w.-]{1,60}"\s*:\s*(?:["\[{\d-]|true|false|null)', re.ASCII)
_XML, _HANZI = re.compile(r"\s*<\?xml\b"), re.compile("[\u3400-\u9fff]")
# A rule of a style sheet, or a line of one set in several.
_STYLE = re.compile(r"[\w.#*@:>~+,()\[\]=\"' -]{1,200}\{[^{}]*\}?|[a-z-]{2,30}\s*:\s*[\x20-\x7e]{1,100};|\}", re.ASCII)
_STATEMENT_END = re.compile(r"[;{}()]\s*$|^//")


def read_dump(text: str, url: str = "", fetched_at: str = "") -> Reading:
    """The article of a text dump, one paragraph a line. Raises NoArticleError."""
    if _XML.match(text) and not _HANZI.search(text):
        raise NoArticleError("no_article", "data for programs")
    if "<" in text:
        text = _without_markup(text)
    lines = [
        Line(line)
        for line in (_BAR_AT_END.sub(r"\1", collapse(raw)) for raw in re.split(r"[\n\r\x0b\x0c\x85\u2028\u2029]", text))
        if line and not _is_code(line)
    ]
    if len(lines) <= MAX_LONE:
        lines = [part for line in lines for part in _apart(line)]
    lines = _join_dates(lines)
    first, last = _span(lines)
    if first >= last:
        raise _refusal(lines, "no line reads like prose")
    journal = any(ISSUE.match(line.folded) for line in lines[:first])
    least = 1 if journal or (not first and _is_full_name(lines[0])) else 2
    while first < last - 1 and _names_writers(lines[first], least):
        first += 1
    titles = titles_of(lines, first, lines[first:last])
    title = key_of(titles.title)
    in_head = any(key_of(line.text) == title for line in lines[:first])
    trimmed = trim(lines[first:last], titles.title if in_head else "")
    above = [*lines[max(0, first - HEAD_LINES) : first], *trimmed.head]
    below = [*trimmed.tail, *lines[last : last + HEAD_LINES]]
    evidence = Evidence(
        read_byline(line.raw for line in above),
        read_byline(line.raw for line in below),
        HeadFacts(),
        above,
        below,
        trimmed.body,
        _address([*lines[:first], *lines[last:], *trimmed.tail], url),
        fetched_at,
    )
    facts = choose_facts(evidence, titles, _section(lines[:first], titles.title))
    body = _without_names(trimmed, [facts.publisher, facts.site, *facts.authors])
    if sum(len(line.text) for line in body) < MIN_BODY:
        raise _refusal(lines, "hardly any prose")
    return Reading(tuple(line.text for line in body), facts)


def _refusal(lines: Sequence[Line], detail: str) -> NoArticleError:
    """Why a dump has no article: it is a list, or as `detail` says."""
    if is_listing(line.folded for line in lines):
        return NoArticleError("list_page", "headlines with their days or in order")
    return NoArticleError("no_article", detail)


def _without_markup(text: str) -> str:
    """The text without scripts, styles, comments and the odd tag that a dump has kept; blocks end their line."""
    kept, at = [], 0
    while opening := _CODE.search(text, at):
        kept.append(text[at : opening.start()])
        end = _CODE_END[(opening[1] or "").lower()].search(text, opening.end())
        if end is None:
            # Not closed: only the tag itself is no text.
            at = opening.end()
            break
        at = end.end()
    return _TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE_TAGS else "\n", "".join((*kept, text[at:])))


def _apart(line: Line) -> list[Line]:
    """A page of one line as title, byline and text, where a date and time stands between the two; else the line."""
    dates = (
        moment
        for moment in moments(line.folded[:LONE_HEAD])
        if moment.timed or _DATE_LABEL.search(line.folded[: moment.start])
    )
    date = next(dates, None) if len(line.text) > LONE_HEAD else None
    if date is None:
        return [line]
    title = line.folded[: date.start]
    if title and (not MIN_BODY // 3 < len(title) <= LONE_HEAD * 2 // 3 or re.search("[。；;]", title)):
        return [line]
    tail = _TITLE_TAIL.search(title)
    cut = tail.start() if tail else len(title)
    counters = _COUNTERS.match(line.folded, date.end)
    text = line.text[counters.end() if counters else date.end :]
    return [
        Line(line.text[:cut].strip()),
        Line(line.text[cut : len(line.text) - len(text)].strip()),
        Line(text.strip()),
    ]


def _address(lines: Sequence[Line], url: str) -> str:
    """The page's address where it holds a date, else one with a date that the page prints as the article's."""
    if url_date(url):
        return url
    printed = (match[1] for line in lines if (match := _PRINTED_ADDRESS.search(line.folded)))
    return next(filter(url_date, printed), url)


def _is_code(line: str) -> bool:
    if line[0] in '"[{':
        return _DATA.match(line) is not None
    if line[-1] in "{};" and _STYLE.fullmatch(line):
        return True
    return _STATEMENT.match(line) is not None and _STATEMENT_END.search(line) is not None


def _join_dates(lines: Sequence[Line]) -> list[Line]:
    """Lines with a date broken over three of them (2021, 12/10, 17:15) put together."""
    texts = [line.text for line in lines]
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        end = end_of_date(texts, index)
        joined.append(Line(" ".join(line.text for line in lines[index:end])))
        index = end
    return joined


def _span(lines: Sequence[Line]) -> tuple[int, int]:
    """The run of lines that is most worth having, with the short lines before it that may be its headings.

    Figures in lines of their own, and what stands beside them, are cells of a table: they count for nothing.
    """
    best = captions = (0.0, 0, 0)
    total, start, pictured = 0.0, 0, True
    figures = [FIGURE.fullmatch(line.folded) is not None for line in lines]
    for index, line in enumerate(lines):
        if not any(figures[max(0, index - 1) : index + 2]) or len(line.text) > MAX_CELL:
            total += _weight(line)
        pictured = pictured and (line.pictured or not line.prose)
        if total <= 0 or (total < MIN_LEAD and _is_dated_byline(line)):
            total, start = 0.0, index + 1
            if pictured and best[0] and read_byline([line.raw]).publishers:
                # Only captions stand above the source.
                best, captions = (0.0, 0, 0), best
        elif total > best[0]:
            best = (total, start, index + 1)
    _, first, last = best if best[0] > MIN_BODY else max(best, captions)
    while first > 0 and _may_open(lines[first - 1]):
        first -= 1
    return first, last + _signature(lines[last : last + MAX_SIGNATURE])


def _names_writers(line: Line, least: int) -> bool:
    """Whether a line right above the text holds nothing but names (叶 慧 刘玢彤), at least so many."""
    names = people(line.text) if len(line.text) <= MAX_NAMES else []
    return len(names) >= least and (are_people(names) or all(is_person(fold(name)) for name in names))


def _is_full_name(line: Line) -> bool:
    """Whether a line is one name of three characters, or one that blanks set apart (趙 寧)."""
    closed = line.folded.replace(" ", "")
    return is_person(closed) and (len(closed) == 3 or len(closed) < len(line.folded))


def _is_dated_byline(line: Line) -> bool:
    """Whether a line is a byline with a date, and no date alone, as notices are signed with."""
    dates = moments(line.folded) if is_byline(line.raw) else []
    return bool(dates) and dates[0].end - dates[0].start + 3 < len(line.text)


def _signature(after: Sequence[Line]) -> int:
    """How many of the lines right behind the prose sign it: a body's name or two, then a date alone."""
    for index, line in enumerate(after):
        dates = moments(line.folded)
        if (dates and dates[0].end - dates[0].start == len(line.text)) or (
            written_out(line.text) and len(line.text) < 14
        ):
            return index + 1
        if line.prose or len(line.text) > 30 or not _may_open(line):
            return 0
    return 0


def _weight(line: Line) -> float:
    length = len(line.text)
    if is_byline(line.raw) or is_furniture(line.folded) or ends_body(line.folded):
        return -40.0
    if line.prose:
        return float(length)
    return -3.0 if length < 60 else -10.0


def _may_open(line: Line) -> bool:
    """Whether a short line right above the prose may belong to it."""
    if FIGURE.fullmatch(line.folded):
        return True
    if LEAF.match(line.folded):
        # Above the title of a digital edition stands the page of print.
        return False
    return not (is_byline(line.raw) or is_furniture(line.folded) or ends_body(line.folded))


def _section(head: Sequence[Line], title: str) -> str:
    for line in head:
        if ">" in line.folded and re.search(r"位置|首页|正文", line.folded):
            section = section_of(line.folded, title)
            if section:
                return line.text[line.folded.find(section) :][: len(section)]
    return ""


def _without_names(trimmed: Trimmed, names: Sequence[str]) -> tuple[Line, ...]:
    """The body without first or last lines that only repeat a name of the byline (内乡宣传 of 内乡宣传编辑室)."""
    keys = [key_of(name) for name in names if len(name) >= 2]
    body = list(trimmed.body)
    while body and len(body[0].text) <= 16 and any(key_of(body[0].text) in key for key in keys):
        body.pop(0)
    while body and len(body[-1].text) <= 16 and any(key_of(body[-1].text) in key for key in keys):
        body.pop()
    return tuple(body)
