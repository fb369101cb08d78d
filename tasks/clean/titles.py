"""An article's title and subtitle without the site's name, and the name of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tasks.clean.blocks import ROW
from tasks.clean.byline import is_byline, opens_with_label
from tasks.clean.dates import moments
from tasks.clean.head_facts import HeadFacts
from tasks.clean.line import Line
from tasks.clean.names import words
from tasks.clean.page_words import PAPER, ending_of, fold
from tasks.clean.title_parts import SUBTITLE, is_generic, is_owner, split_title
from tasks.clean.title_place import HEADINGS, key_of
from tasks.clean.tokens import JOINT

MAX_TITLE, MAX_OWNER, MAX_SECTION = 150, 12, 5
MIN_HEADLINE, MAX_HEADLINE = 6, 60
MIN_TRAIL_END = 8
_SERIAL = re.compile(r"\s*[(（]第?[一二三四五六七八九十\d]{1,3}[号期批辑季][)）]")
_TRAIL = re.compile(r"(?:位置|首页).{0,60}[>»]")
_TRAIL_SPLIT = re.compile(r"\s*[>＞»]\s*")
_TEXT = re.compile(r"\s*(?:正文|内容|详情)$")
NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]")
_ITEM = re.compile(
    NUMBERED.pattern + r"|[\u3400-\u9fff]{2,6}(?<![局部委厅办省市县区镇乡村州旗])[:]|第[一二三四五六七八九十]+[章节条]"
)
_OWNER = re.compile(
    r"(?:版权所有|©|copyright|Copyright)\s*[:：©]?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*[:：]?\s*([\u3400-\u9fffA-Za-z·]{2,24}?"
    r"(?:网|報社|报社|社|報|报|在线|集团|集團|政府[\u3400-\u9fff]{2,8}[处處局厅廳署]|政府|局|厅|委|中心|台|[处處署](?![\u3400-\u9fff])))"
)
_STATE = re.compile(r"\s*[\[【](?:[\u3400-\u9fff]{2,6}中|已[\u3400-\u9fff]{2,6}|置顶|热|新|荐)[\]】]$")
_NOT_TITLE = re.compile(
    r"(?:您的位置|当前位置|首页|登录|注册|欢迎|正文|新闻中心|导航菜单|搜索).{0,12}$|(?:网站)?首页\s*[/>»›|]"
)


@dataclass(frozen=True, slots=True)
class Titles:
    """Title, subtitle and site as printed; empty where the page has none. `suffix` ends the page's own title."""

    title: str
    subtitle: str
    site: str
    suffix: str = ""


def page_titles(facts: HeadFacts, page_title: str, printed: Line | None, above: Sequence[Line]) -> Titles:
    """Title, subtitle and site of a web page.

    `printed` is the block that prints the title, `above` the lines between it (or the page's top)
    and the body.
    """
    printed, above = _without_badge(printed) if printed else None, [_without_badge(line) for line in above]
    cut, suffix = split_title(without_tag(page_title), facts.site)
    site = facts.site or suffix
    ending = page_title[len(cut) :].strip(" _|｜-–—·") if page_title.startswith(cut) else ""
    headline = _unlike(printed, above, cut)
    if headline:
        return Titles(_clean(headline), _clean(facts.subtitle or _subtitle(above, headline)), (site or cut).strip())
    if is_generic(cut) or (printed is None and (is_no_title(cut, above) or _is_printed(facts.title, above))):
        declared_title = "" if is_generic(facts.title) else facts.title
        named = title_among(above, printed, declared_title) or _last_headline(above)
        if named:
            owner = cut if is_generic(cut) or is_owner(cut) else ""
            return Titles(_clean(named), _clean(facts.subtitle or _subtitle(above, named)), (site or owner).strip())
    declared = key_of(facts.title) == key_of(cut) and len(cut) >= 6
    title = _printed_title(printed, above, cut, declared) or _meta_title(facts, cut) or cut
    subtitle = facts.subtitle or _subtitle(above, title)
    return Titles(_clean(title), _clean(subtitle), site.strip(), ending)


def is_no_title(cut: str, above: Sequence[Line]) -> bool:
    """Whether a page's own title that nothing prints as one is its owner's name, or that of a section, linked above."""
    if is_owner(cut) or (len(cut) <= MAX_OWNER and any(line.link_only and line.text == cut for line in above)):
        return True
    if len(cut) <= MAX_SECTION and any(line.tag in HEADINGS and len(line.text) > len(cut) for line in above):
        return True
    return len(cut) <= MAX_OWNER and any(
        is_headline(before) and _may_title(before) and len(before.text) > len(cut) and is_byline(line.raw)
        for before, line in pairwise(above)
    )


def _is_printed(declared: str, above: Sequence[Line]) -> bool:
    """Whether a heading prints the title that a page's head names elsewhere than in the page's own title."""
    key = key_of(declared)
    return len(key) >= MIN_HEADLINE and any(line.tag in HEADINGS and key_of(line.text) == key for line in above)


def _without_badge(line: Line) -> Line:
    """A heading without the word that a content system sets before the title in an element of its own (原创)."""
    first, _, rest = line.raw.partition(JOINT) if line.tag in HEADINGS else ("", "", "")
    title = rest.strip(" " + JOINT)
    badged = title and fold(first.strip(" []【】")) in words()["title_badges"]
    return replace(line, raw=title) if badged else line


def _unlike(printed: Line | None, above: Sequence[Line], cut: str) -> str:
    """The heading right above the byline of a page whose own short title (`cut`) only plain text repeats, or "" .

    Such a page calls itself by its owner, whom its contacts name as well.
    """
    if printed is None or printed.tag in HEADINGS or len(cut) > MAX_OWNER:
        return ""
    for before, line in pairwise(above):
        if before.tag in HEADINGS and _may_title(before) and is_byline(line.raw) and moments(fold(line.raw)):
            alike = key_of(before.text)
            return "" if key_of(cut) in alike or alike in key_of(cut) else before.text
    return ""


def without_tag(title: str) -> str:
    """A title without markup and without the note on its state that some sites stick to it ([文件获取中])."""
    return _STATE.sub("", re.sub(r"<[^<>]{1,60}>", "", title)).strip()


def title_among(above: Sequence[Line], printed: Line | None = None, declared: str = "") -> str:
    """The title of a page whose own title is none: its first heading, else the line before the first byline.

    `declared` is the title that the page's head names elsewhere; it comes before such a line, but where both agree.
    """
    found = _heading_of(above)
    if found:
        return found
    # A subtitle stands below the title itself.
    above = [line for at, line in enumerate(above) if at == 0 or SUBTITLE.match(line.text) is None]
    for before, line in pairwise(above):
        if is_byline(line.raw) and printed is None:
            named = trail_end(before, MIN_TRAIL_END) or (
                before.text if _may_title(before) and not _is_facts(before) and "。" not in before.text else ""
            )
            if named:
                return declared if declared and key_of(declared) not in key_of(named) else named
    return declared


def title_at(above: Sequence[Line], title: str) -> int:
    """The number of the line above a body that prints its title, a heading before any other; -1 where none does."""
    found = [index for index, line in enumerate(above) if title and line.text.endswith(title)]
    return next((index for index in found if above[index].tag in HEADINGS), found[-1] if found else -1)


def _is_facts(line: Line) -> bool:
    return is_byline(line.raw) or opens_with_label(line.raw)


def trail_end(line: Line, least: int) -> str:
    """The title that ends the trail of a page's place on its site (您的位置：首页 > 农情 > 标题 正文), or "" .

    `least` is the number of characters below which it is a section's name.
    """
    if not _TRAIL.search(line.folded):
        return ""
    last = _TEXT.sub("", _TRAIL_SPLIT.split(line.text)[-1]).strip()
    return last if least <= len(last) <= MAX_HEADLINE else ""


def _last_headline(above: Sequence[Line]) -> str:
    return above[-1].text if above and is_headline(above[-1]) else ""


def is_headline(line: Line) -> bool:
    """Whether a line without the tag of a heading reads like one: short, no sentence, no label, no item of a list."""
    if not MIN_HEADLINE <= len(line.text) <= MAX_HEADLINE or line.prose or line.tag == ROW or line.link_only:
        return False
    return line.text[-1] not in "：:；;，,、。" and _ITEM.match(line.folded) is None and not is_byline(line.raw)


def _printed_title(printed: Line | None, above: Sequence[Line], cut: str, declared: bool) -> str:
    """The title as printed; where <title> and a meta agree on `cut` (`declared`), no plain line may add to it."""
    if printed is not None and SUBTITLE.match(printed.text) and cut.endswith(printed.text) and cut != printed.text:
        # The title itself is printed above its second half.
        return cut
    if printed is not None and len(printed.text) <= MAX_TITLE:
        pieces = [piece.strip() for piece in printed.raw.split(JOINT)]
        if len(pieces) > 1 and cut in pieces and len(cut) >= 6:
            # A heading that holds a tag or a byline besides.
            return cut
        closed = printed.text.replace(" ", "")
        if cut.startswith(closed) and _SERIAL.fullmatch(cut[len(closed) :]):
            # The number in the series is printed below.
            return cut
        if " " not in cut and closed != printed.text and closed in cut:
            # Set in two lines.
            return closed
        if printed.tag not in HEADINGS and printed.text.removeprefix(cut) in words()["lead_ins"]:
            # The line that leads in the headline (县长周志远调研春耕时强调), of which <title> has the rest.
            return cut
        if declared and printed.tag not in HEADINGS and cut in printed.text:
            return cut
        return _without_suffix(printed.text, cut)
    return _heading_of(above)


def _heading_of(above: Sequence[Line]) -> str:
    """The highest and first heading that may be a title, "" where none is; the section that ends a trail is none."""
    sections = {_TRAIL_SPLIT.split(line.text)[-1].strip() for line in above if _TRAIL.search(line.folded)}
    headings = [line for line in above if line.tag in HEADINGS and _may_title(line)]
    titles = [line for line in headings if len(line.text) > MAX_OWNER or line.text not in sections]
    return next((line.text for level in sorted(HEADINGS) for line in titles if line.tag == level), "")


def _may_title(line: Line) -> bool:
    if not 4 <= len(line.text) <= MAX_TITLE or line.link_only or _NOT_TITLE.match(line.folded):
        return False
    if PAPER.fullmatch(line.folded):
        return False
    if ending_of(line.folded) == "end_headings":
        return False
    return len(line.text) > 10 or not line.folded.endswith(tuple(words()["site_words"]))


def _without_suffix(text: str, cut: str) -> str:
    """The printed line, unless it holds the cut title and furniture besides."""
    return cut if len(cut) >= 6 and cut in text and len(text) > len(cut) + 12 else text


def _meta_title(facts: HeadFacts, cut: str) -> str:
    title, _ = split_title(facts.title, facts.site)
    if not title or (cut and key_of(title) not in key_of(cut) and key_of(cut) not in key_of(title)):
        return "" if cut else title
    return title if len(title) <= MAX_TITLE else ""


def _subtitle(above: Sequence[Line], title: str) -> str:
    key = key_of(title)
    for index, line in enumerate(above):
        if SUBTITLE.match(line.text) and 4 < len(line.text) <= 80:
            before = key_of(above[index - 1].text) if index else ""
            if not before or before in key or key in before or index < 3:
                return line.text
    return ""


def _clean(title: str) -> str:
    return re.sub(r"\s+", " ", without_tag(title)).strip(" \t_|")


def owner_of(texts: Sequence[str]) -> str:
    """The site's owner named in a copyright line, or "" ."""
    for text in texts:
        match = _OWNER.search(text)
        if match:
            return match[1]
    return ""
