"""What a page's own title is made of: the article's title, channels and tags, the name of the site."""

from __future__ import annotations

import re
from functools import cache

from tasks.clean.names import words
from tasks.clean.page_words import fold

SUBTITLE = re.compile(r"^\s*(?:——|--|—|－－|―|─)+\s*\S")
"""The dash that opens a subtitle."""
MAX_SITE, MAX_LONG_SITE, MAX_FRONT = 16, 24, 14
SHORT_TITLE, SHORT_TOPIC, MAX_TAG, MAX_CHANNEL = 8, 4, 5, 12
_SEPARATOR = re.compile(
    r"\s*(?:_{1,3}|\|{1,2}|｜|丨|(?<![-—–])(?:-{2,5}|->|[-–－](?!(?<=[\dA-Za-z%]-)\d))(?![-—–>])|(?<!—)—(?!—)|»|>{1,2}|::|(?<!:)//"
    r"|\s[:：](?=\s)|·(?=[^·]{2,10}(?:网|发布|日报|在线)$)|——(?=[^—]{2,16}$))\s*"
)
_BARS = frozenset("｜丨")
_CRUMBS = frozenset((">", ">>", "»"))
_LOOSE = re.compile(r"[_|]|\s[-–—]+\s|::|//")
_TIGHT = re.compile("[-–－]")
_TOPIC = re.compile(
    r"[\u3400-\u9fff·年]{2,8}$|(?:(?=\d*[A-Za-z])[A-Za-z\d]{2,6}|\d{2,3})[\u3400-\u9fff]{1,4}(?<![年月日号期批次届版岁])$"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:年|[-/.]?)\d{1,2}(?:月|[-/.]?)\d{1,2}日?\s*(?:星期[一二三四五六日天])?")
_PAGE = re.compile(r"第?\s*[A-Z]?\d{1,3}\s*版")
_ISSUE = re.compile(r"[\u3400-\u9fff]{2,8}\s*(?:[(（]?\d{4}年?[)）]?)?\s*(?:第\s*\d{1,3}\s*期|总第\s*\d{1,4}\s*期|\s)+")
_OFFICE = re.compile(
    r"(?![我本全])[\u3400-\u9fff]{1,10}(?:[省市县区州旗][\u3400-\u9fff]{1,12}(?:站|所|处|院|队|委|办|中心|学校|中学|小学|公司|集团|协会)"
    r"|(?:大学|学院|学校|中学)[\u3400-\u9fff]{2,10}[系院所处部])"
)
_ADDRESS = re.compile(r"\((?:https?://)?[\w./-]+\)$")
_LATIN = re.compile(r"[A-Za-z]{2}[A-Za-z .&'!-]+")
_SLOGAN = re.compile(r"^(\S{3,12}?)(?:\s*[·,，]\s*|\s+)[^\d\s]{2,14}$")
_LEAF = re.compile(r"\s*第\s*[A-Z]?\d{1,3}\s*版\s*[:：]\s*\S{1,8}$")
_LEAF_ALONE = re.compile(r"第?\s*[a-z]?\d{1,3}\s*版(?:\s*[:：]\s*\S{1,8})?")
_LABEL = re.compile(r"^\s*(?:文章|新闻|信息|稿件)?标题\s*[:：]\s*")
_STOCK = re.compile(
    r"^[*\u3400-\u9fffA-Za-z]{2,10}\s?[(（](?:s[hz]|hk|bj)?[\s.]?\d{4,6}(?:\.[a-z]{2})?[)）]\s*[_|]\s*(?=\S.*[_|])",
    re.IGNORECASE,
)
_STOCK_SECTION = re.compile(r"^[\u3400-\u9fff]{0,4}(?:公告|新闻|研报|资讯|点评|行情)\s*[_|]\s*(?=\S.*[_|])")
_BOXED = re.compile(r"^(?P<title>.{8,}?)[【\[(（［](?P<boxed>[^【】\[\]()（）［］]{2,14})[】\])）］]$")
_AFTER = re.compile(r"^(?P<title>.{8,}?)\s+(?P<name>\S{2,14})$")
_BEFORE = re.compile(r"^(?:【(?P<boxed>[^【】]{2,10}网)】|(?P<name>\S{2,16})\s+)(?!关于)(?P<title>.{6,})$")


def split_title(whole: str, site: str = "") -> tuple[str, str]:
    """The <title> of a page as (title, name of the site); what stands between the two, channels and tags, goes."""
    whole = _without_stock(_LABEL.sub("", whole.strip()))
    spans = [span for span in _SEPARATOR.finditer(whole) if span.start() and span.end() < len(whole)]
    if not spans:
        return _apart(whole)
    parts = [whole[start:end].strip() for start, end in _between(spans, len(whole))]
    marks = [span[0].strip() for span in spans]
    if _CRUMBS.issuperset(marks) and _is_name(parts[0], site) and not _is_name(parts[-1], site):
        return parts[-1], parts[0] if is_site(parts[0], site, parts[-1]) else ""
    named = is_site(parts[-1], site, parts[0]) and _may_cut(marks[-1], parts[-1])
    cut = _cut(whole, parts, spans, site) if named or _is_label(whole, parts, spans, len(parts) - 1) else len(parts)
    if cut < len(parts):
        return whole[: spans[cut - 1].start()].strip(), parts[-1] if named else ""
    start = _front(parts, marks, spans, site)
    slogan = 0 if start else _before_slogan(parts, marks)
    if slogan:
        return whole[: spans[slogan - 1].start()].strip(), parts[slogan]
    if start:
        return whole[spans[start - 1].end() :].strip(), parts[0] if is_site(parts[0], site, "") else ""
    return _apart(whole)


def _without_stock(whole: str) -> str:
    """A page's title without the stock, and the section of its pages, that stand before the article's title."""
    match = _STOCK.match(whole)
    return _STOCK_SECTION.sub("", whole[match.end() :]) if match else whole


def _between(spans: list[re.Match[str]], length: int) -> list[tuple[int, int]]:
    starts = [0, *(span.end() for span in spans)]
    return list(zip(starts, [*(span.start() for span in spans), length], strict=True))


def _cut(whole: str, parts: list[str], spans: list[re.Match[str]], site: str) -> int:
    """The number of parts that are the title, the last one being none of it."""
    cut = len(parts) - 1
    while cut > 1:
        part = parts[cut - 1]
        again = is_site(part, site, parts[0]) and _may_cut(spans[cut - 2][0].strip(), part)
        if not again and not _is_channel(whole, parts, spans, cut - 1):
            break
        cut -= 1
    return cut


def _may_cut(mark: str, part: str) -> bool:
    """Whether a mark may set off a part as a site's name: bars and dashes of titles do so before sure names alone."""
    if mark == "——" or mark in _BARS or mark.startswith("·"):
        return _is_strong(fold(part))
    return True


def _is_label(whole: str, parts: list[str], spans: list[re.Match[str]], index: int) -> bool:
    """Whether the last part is a channel or a word for a kind of page (正文), though no site's name."""
    if fold(parts[index]).lower() in words()["generic_titles"]:
        return True
    return _LOOSE.search(spans[index - 1][0]) is not None and _is_channel(whole, parts, spans, index)


def _is_channel(whole: str, parts: list[str], spans: list[re.Match[str]], index: int) -> bool:
    """Whether a part is a channel or a tag: a word, shorter than the title before it, not behind a bar of titles."""
    part, span = parts[index], spans[index - 1]
    mark = span[0].strip()
    if fold(part).lower() in words()["generic_titles"] or _DAY.fullmatch(part):
        return True
    if mark in _BARS or mark == "——" or not (_TOPIC.match(part) or (mark == "--" and len(part) <= MAX_CHANNEL)):
        return False
    if mark == "—" and len(part) > SHORT_TOPIC:
        return False
    if _TIGHT.fullmatch(span[0]) and index < len(spans) and span[0] != spans[index][0] and len(part) >= SHORT_TOPIC:
        # 甲-乙_青石网: a dash that belongs to the title.
        return False
    tags = sum(1 for other in spans if other[0].strip() == "|")
    if mark == "|" and tags == 1 and len(part) > MAX_TAG:
        return False
    before = len(whole[: span.start()].strip())
    return before >= SHORT_TITLE or (len(part) <= SHORT_TOPIC and len(part) < before)


def _front(parts: list[str], marks: list[str], spans: list[re.Match[str]], site: str) -> int:
    """The number of parts before the title where the site's name comes first (青石网_民生_标题)."""
    if len(parts[0]) >= MAX_FRONT or marks[0] in _BARS or len(parts[-1]) <= SHORT_TOPIC:
        return 0
    if not _is_name(parts[0], site) or marks[0] == "——":
        return 0
    if _TIGHT.fullmatch(spans[0][0]) and is_site(parts[0], "", "") and not _is_strong(fold(parts[0])):
        return 0
    start = 1
    while start < len(parts) - 1 and marks[start] not in _BARS and _may_lead(parts[start]):
        start += 1
    return start


def _may_lead(part: str) -> bool:
    """Whether a part may stand between the site's name and the title: a channel, a day, a page of print."""
    return len(part) <= SHORT_TOPIC or _DAY.fullmatch(part) is not None or _PAGE.match(part) is not None


def _before_slogan(parts: list[str], marks: list[str]) -> int:
    """The number of parts before a site's name that its own slogan follows (标题—青石网—记录每一天), or 0."""
    for index in range(max(1, len(parts) - 3), len(parts) - 1):
        tail = sum(map(len, parts[index + 1 :]))
        if (
            marks[index - 1] not in _BARS
            and _is_strong(fold(parts[index]))
            and SHORT_TITLE <= len(parts[0]) > tail // 2
        ):
            return index
    return 0


def _apart(whole: str) -> tuple[str, str]:
    """A title that a blank or brackets alone set off from the site's name, as (title, site)."""
    for pattern in (_BOXED, _AFTER, _BEFORE):
        match = pattern.match(whole)
        found = match.groupdict() if match else {}
        name = (found.get("boxed") or found.get("name") or "").strip()
        if _is_strong(fold(name)):
            return _LEAF.sub("", found["title"]).strip(), name
    return whole, ""


@cache
def _strong() -> re.Pattern[str]:
    endings = "|".join(words()["strong_site_words"])
    return re.compile(
        rf"(?:{endings})$|[省市县区州旗].{{1,12}}[局厅]$|^中华人民共和国.{{2,12}}[部委局署院]$|^(?:[\w-]+\.)+(?:com|cn|net|org)$",
        re.IGNORECASE,
    )


def _is_strong(folded: str) -> bool:
    """Whether a name can be nothing but that of a site or an office."""
    return _strong().search(_ADDRESS.sub("", folded)) is not None


def is_site(part: str, site: str, title: str) -> bool:
    """Whether a part of a page's title names the site; `title` is the part that would be the article's title."""
    folded = _ADDRESS.sub("", fold(part).strip())
    if not folded or len(folded) > MAX_LONG_SITE:
        return False
    if (site and (part in site or site in part)) or part in words()["site_names"]:
        return True
    slogan = _SLOGAN.match(folded)
    if slogan and title and _is_outlet(slogan[1]):
        return True
    strong = _is_strong(folded)
    if _LATIN.fullmatch(folded) and not title.isascii():
        return True
    if len(folded) >= len(title) and len(title) > SHORT_TITLE and not (strong and len(folded) <= MAX_SITE):
        return False
    if folded.isascii():
        return re.search(r"[A-Za-z]{3}|^[A-Z]{2}", folded) is not None
    return strong or folded.endswith((*words()["site_words"], *words()["owner_words"]))


def _is_outlet(folded: str) -> bool:
    return _is_strong(folded) or folded.endswith("新闻") or folded in words()["site_names"]


def _is_name(part: str, site: str) -> bool:
    folded = fold(part).strip().lower()
    return folded in words()["generic_titles"] or is_site(part, site, "")


def is_owner(title: str) -> bool:
    """Whether a title may be nothing but the name of a site's owner (青石县融媒体中心)."""
    folded = fold(title).strip()
    if len(folded) > MAX_SITE or _SEPARATOR.search(folded):
        return False
    return _is_strong(folded) or _OFFICE.fullmatch(folded) is not None


def is_generic(title: str) -> bool:
    """Whether a page's title names the site, its sections or the kind of page, and no article."""
    folded = fold(title).strip().lower()
    if not folded or folded in words()["generic_titles"]:
        return True
    if len(folded) <= MAX_SITE and (folded.endswith(tuple(words()["site_words"])) or _ISSUE.fullmatch(folded)):
        return True
    if _LEAF_ALONE.fullmatch(folded):
        return True
    parts = [part for part in re.split(r"[\s_|>»·-]+", folded) if part]
    known = [part in words()["generic_titles"] or _is_strong(part) for part in parts]
    short = [len(part) <= SHORT_TOPIC or part.endswith(tuple(words()["section_endings"])) for part in parts]
    return len(parts) > 1 and any(known) and all(a or b for a, b in zip(known, short, strict=True))
