"""The title of a text dump: named by a label, printed twice, above the byline, or at the head of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.clean.byline import is_byline, read_byline
from tasks.clean.line import END_OF_SENTENCE, Line
from tasks.clean.names import are_people, people
from tasks.clean.page_words import LEAF, ends_body, fold, is_furniture, without_readings
from tasks.clean.title_parts import SUBTITLE, is_site, split_title
from tasks.clean.title_place import NUMBER, key_of
from tasks.clean.titles import MAX_HEADLINE, MIN_HEADLINE, NUMBERED, Titles, is_headline, owner_of, trail_end

REACH = 40
OPENING = 6
MIN_TITLE = 5
MAX_NAME = 20
MIN_TRAIL_END = 12
MIN_KEY, MAX_NAMES = 4, 40
MAX_ASIDE = 160
_SITE = re.compile(r"(?:网|网站|日报|晚报|在线|门户|频道|新闻|报社|电视台|政府)$")
_NO_TITLE = re.compile(r">|[|｜].*[|｜]|首页|投稿|热线|邮箱|返回目录|全文复制")
_CRUMB = re.compile(r"位置.*>|首页.*>|>>|\S\s>\s\S")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|webp)$", re.IGNORECASE)
_LISTED = re.compile(r"[-•·*+]\s|\d+\s*字$|[\u3400-\u9fff]{2}[|｜丨][\u3400-\u9fff\s]{2,16}$")
_WIRE = re.compile(r"[\u3400-\u9fff]{2,16}\d{1,2}月\d{1,2}日(?:电|讯)\s*题\s*[:：]\s*(.{5,60})$")
_WORDLESS = re.compile(r"^[\d_]+$")
_TODAY = re.compile("农历|今天是|星期|阴历")
_ORIGINAL = re.compile(r"(?:^|[(（【])\s*(?:原标题|原题目?)\s*[:：]\s*#?(.{5,80}?)#?\s*(?:[)）】]|$)")


def titles_of(lines: Sequence[Line], first: int, body: Sequence[Line]) -> Titles:
    """Title, subtitle and site; `first` is the number of lines above the text, `body` the text's own lines."""
    head = lines[:first]
    site = _site(lines, head)
    labelled = next(iter(read_byline(line.raw for line in head).titles), "")
    twice, name = _printed_twice(lines[: first + 2], site)
    above = _above_byline(head)
    title = labelled or twice or (split_title(above.text, site)[0] if above else "")
    title = (
        _unwired(title)
        or _named_aside(lines)
        or next(filter(None, map(_wired, body[:2])), "")
        or _opening(body)
        or next(filter(None, (trail_end(line, MIN_TRAIL_END) for line in head)), "")
    )
    return Titles(title, _subtitle(head, title), site or name)


def _printed_twice(lines: Sequence[Line], site: str) -> tuple[str, str]:
    """A title that one line gives with the site's name and others alone, in one line or two; and that name."""
    keys = [key_of(line.text) for line in lines]
    printed = {*keys, *(one + other for one, other in pairwise(keys))}
    for line in lines:
        cut, name = split_title(line.text, site)
        key = key_of(cut)
        if name and cut != line.text and len(key) >= 4 and key in printed:
            return next((other.text for other, own in zip(lines, keys, strict=True) if own == key), cut), name
    return "", ""


def _above_byline(head: Sequence[Line]) -> Line | None:
    """The last line that may be the title above the first byline that has any above it, else the first one below.

    Without a byline it stands below the page's breadcrumb.
    """
    found: list[Line] = []
    marked = False
    for line in head:
        if _is_mark(line):
            marked = True
            if found:
                return _last(found)
        elif _may_title(line):
            found.append(line)
    if marked:
        return found[0] if found else None
    crumb = max((index for index, line in enumerate(head) if _CRUMB.search(line.folded)), default=-1)
    return _last([line for line in head[crumb + 1 :] if _may_title(line)])


def _last(found: list[Line]) -> Line | None:
    """The last of these lines, but no subtitle and no name that follow another."""
    while len(found) > 1 and (SUBTITLE.match(found[-1].text) or _is_name(found[-1])):
        found.pop()
    return found[-1] if found else None


def _is_mark(line: Line) -> bool:
    """Whether a line is a byline or holds a date; the day's own date at a site's top does not count."""
    byline = read_byline([line.raw])
    if byline.bare_dates and _TODAY.search(line.folded) and not byline.publishers:
        return False
    return is_byline(line.raw) or bool(byline.bare_dates or byline.published)


def _is_name(line: Line) -> bool:
    return len(line.text) <= MAX_NAME and is_site(line.text, "", "")


def _may_title(line: Line) -> bool:
    text, folded = line.text, line.folded
    if not MIN_TITLE <= len(text) <= 80 or is_furniture(folded) or ends_body(folded) or LEAF.match(folded):
        return False
    if _TODAY.search(folded) and read_byline([line.raw]).bare_dates:
        return False
    if line.pictured or _is_entry(line) or (len(text) <= MAX_NAMES and are_people(people(text))):
        return False
    return not _NO_TITLE.search(folded) and not (len(text) < 14 and _SITE.search(folded)) and text.count(" ") < 6


def _opening(body: Sequence[Line]) -> str:
    """The headline that the text itself begins with, signs, counters and names of pictures before it."""
    lines = [line for line in body[:OPENING] if not _is_scrap(line)]
    if not lines or not _may_title(lines[0]):
        return ""
    line, key = lines[0], key_of(lines[0].text)
    after = next((other for other in lines[1:] if key_of(other.text) != key), None)
    if after is None:
        return ""
    if after.text.startswith(line.text):
        return line.text
    of_clauses = line.text[-1] not in END_OF_SENTENCE and len(line.text) <= MAX_HEADLINE and line.folded.count(",") < 3
    of_clauses = of_clauses and NUMBERED.match(line.folded) is None
    clauses = of_clauses and after.prose and len(after.text) > len(line.text)
    return split_title(line.text)[0] if len(line.text) >= MIN_HEADLINE and (is_headline(line) or clauses) else ""


def _wired(line: Line) -> str:
    """The title that an agency's dateline announces (中新社北京1月13日电 题：…), or "" ."""
    match = _WIRE.match(line.folded)
    return line.text[slice(*match.span(1))] if match else ""


def _unwired(title: str) -> str:
    return _wired(Line(title)) or title


def _is_entry(line: Line) -> bool:
    """Whether a line has hardly a word in it, or stands in a list."""
    return len(_WORDLESS.sub("", key_of(line.text))) < MIN_KEY or _LISTED.match(line.folded) is not None


def _is_scrap(line: Line) -> bool:
    return (
        len(line.text) < MIN_TITLE
        or _is_entry(line)
        or NUMBER.fullmatch(line.folded) is not None
        or _PICTURE.search(line.text) is not None
    )


def _named_aside(lines: Sequence[Line]) -> str:
    """The title that a line away from the title's place names (标题：…, 原标题：…)."""
    for line in lines:
        text = without_readings(line.text) if len(line.text) <= MAX_ASIDE else ""
        original = _ORIGINAL.search(fold(text))
        if original:
            return text[slice(*original.span(1))]
    return next(iter(read_byline(line.raw for line in lines[-REACH:]).titles), "")


def _subtitle(head: Sequence[Line], title: str) -> str:
    """The line below the title, if a dash opens it."""
    below = next((after.text for line, after in pairwise(head) if line.text == title), "")
    return below if SUBTITLE.match(below) and len(below) <= 80 else ""


def _site(lines: Sequence[Line], head: Sequence[Line]) -> str:
    """The hosting site: a short line at the top that ends like a site's name, or the owner in the copyright line."""
    for line in head[:12]:
        if _is_mark(line):
            break
        if 3 <= len(line.text) <= 14 and _SITE.search(line.folded) and not re.search(r"[:：>]|首页|登录", line.folded):
            return line.text
    for line in lines[:REACH]:
        _, name = split_title(line.text)
        if name and _SITE.search(fold(name)) and len(name) <= 14:
            return name
    for line in lines[-20:]:
        match = re.search(r"(?:不代表|由|经)([\u3400-\u9fff]{2,10}(?:网|通|在线))(?:立场|观点|注册)", line.folded)
        if match:
            return line.text[match.start(1) : match.end(1)]
    return owner_of([line.text for line in lines[-20:]])
