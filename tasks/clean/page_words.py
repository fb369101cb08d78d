"""The words of pages: which lines are furniture, which containers hold what; all of it from seeds/vocabulary.

Lines are matched after a fold that never changes their length: traditional characters to simplified
ones, full-width letters, digits and marks to half width. So a match in the folded line is a span of
the line itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tasks.clean.damage.readings import READING
from tasks.clean.tokens import plain
from tasks.vocabulary import read_yaml

BODY, FOREIGN, CAPTION, POST = 1, 2, 4, 8
MAX_FURNITURE, MAX_SIGNED = 450, 120
SPAM_WORDS = 3
SENTENCE_MARKS = "，。；！？,;!?"
LEAF = re.compile(r"第\s*[A-Z]?\d{1,5}[A-Z]?\s*版|(?<![A-Z\d])[A-Z]\d{1,2}\s*版")
"""The number of a page of print."""
PAPER = re.compile(r"[\u3400-\u9fff]{2,8}报")
"""The name of a newspaper, where it fills a line."""
# The strokes are those that papers of Taiwan set for a slash (聯合報╱記者周志遠).
_STROKES = {0x2571: 0x2F, 0x2215: 0x2F, 0x2044: 0x2F}
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20} | _STROKES


@cache
def _furniture() -> dict[str, Any]:
    words: dict[str, Any] = read_yaml("page_furniture.yaml")
    return words


def page_words(name: str) -> list[str]:
    """One list of the vocabulary of furniture."""
    listed: list[str] = _furniture()[name]
    return listed


@cache
def fold_table() -> dict[int, int]:
    """Traditional to simplified for the characters that the vocabulary of pages uses, and full to half width."""
    pairs: dict[str, str] = read_yaml("page_fields.yaml")["traditional"]
    return _HALF | {ord(traditional): ord(simplified) for traditional, simplified in pairs.items()}


@cache
def _unfolded() -> re.Pattern[str]:
    """What folding changes; most lines hold nothing of it, and looking for it costs a third of a translation."""
    return re.compile(f"[{''.join(map(re.escape, map(chr, sorted(fold_table()))))}]")


def fold(text: str) -> str:
    """The text as the patterns see it; same length, so offsets hold."""
    return text.translate(fold_table()) if _unfolded().search(text) else text


@cache
def drop_pattern() -> re.Pattern[str]:
    """Matches whole lines that are furniture wherever they stand."""
    return re.compile(r"(?:" + "|".join(_furniture()["drop_lines"]) + r")\Z")


# One of these stands in every call; looking for them first saves most lines the long pattern.
_CALL_HINT = re.compile("[点戳按触↑⬆▲]|下载|打开|安装|更多|加入|订阅|追踪|炒股|资讯|客户端|往下|在看|星标|小花|爱心")


@cache
def _call_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(_furniture()["calls"]) + r")\Z")


@lru_cache(maxsize=4096)
def is_call(folded: str) -> bool:
    """Whether a folded line calls on readers to follow, to vote, to read or buy elsewhere."""
    if len(folded) > MAX_SIGNED or _CALL_HINT.search(folded) is None:
        return False
    return _call_pattern().match(folded) is not None


@cache
def _end_pattern(kind: str) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(_furniture()[kind]) + r")\Z")


@cache
def foot_pattern() -> re.Pattern[str]:
    """Finds the words that only the foot of a page holds."""
    return re.compile("|".join(map(re.escape, _furniture()["foot_words"])))


@lru_cache(maxsize=4096)
def is_furniture(folded: str) -> bool:
    """Whether a folded line is furniture by its words alone."""
    if len(folded) > MAX_FURNITURE:
        return False
    line = _closed_up(folded)
    if drop_pattern().match(line) or is_call(line) or _is_menu(line) or _is_tools(line) or _is_spam(line):
        return True
    foot = foot_pattern().search(line)
    # A text of one line may hold the sign beside its date (©原创 2021-07-20).
    return foot is not None and (foot[0] != "©" or len(line) <= MAX_SIGNED)


@cache
def _spam_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    signs = "|".join(_furniture()["spam_signs"])
    words = "|".join(_furniture()["spam_words"])
    return re.compile(signs, re.IGNORECASE), re.compile(f"{signs}|{words}", re.IGNORECASE)


def _is_spam(line: str) -> bool:
    """Whether a line is advertising of the kind that broken sites carry: its words in a row, no sentence."""
    if "。" in line:
        return False
    signs, words = _spam_patterns()
    return signs.search(line) is not None and len(set(words.findall(line))) >= SPAM_WORDS


def _is_menu(line: str) -> bool:
    """Whether a line is a row of short entries with bars between (关于我们 | 联系我们 | 网站地图)."""
    entries = [entry.strip() for entry in line.strip("| ").split("|")]
    return len(entries) > 2 and mark_count(line) == 0 and all(2 <= len(entry) <= 14 for entry in entries)


_COUNTS = re.compile(r"[\s\d()（）\[\]【】┊|·•∙/▼▲+:：.,]+")


@cache
def _tools() -> frozenset[str]:
    return frozenset(_furniture()["tools"])


def _is_tools(line: str) -> bool:
    """Whether a line is a row of tools and counters, two or more, or one with its count."""
    words = [word for word in _COUNTS.split(line) if word] if len(line) <= MAX_SIGNED else []
    counted = len(words) > 1 or any(char.isdigit() or char in "▼▲" for char in line)
    return bool(words) and counted and _tools().issuperset(words)


ENDINGS = ("end_headings", "end_editors", "end_notes")


@lru_cache(maxsize=4096)
def ending_of(folded: str) -> str:
    """How a folded line says that the article is over: one of ENDINGS, or "" where it does not."""
    if len(folded) > MAX_FURNITURE:
        return ""
    line = _closed_up(folded)
    return next((kind for kind in ENDINGS if _end_pattern(kind).match(line)), "")


def ends_body(folded: str) -> bool:
    """Whether a folded line says that the article is over."""
    return bool(ending_of(folded))


_NOTICE_HINTS = ("授权", "授權", "不代表", "转载", "轉載", "声明", "聲明", "Notice:")


def is_notice(text: str) -> bool:
    """Whether a text (not folded) is a notice on rights, as sites print below every page."""
    return any(word in text for word in _NOTICE_HINTS) and ending_of(fold(plain(text))) == "end_notes"


_READING = re.compile(rf"(?<=[\u3400-\u9fff])[(（]{READING}[)）]")


def without_readings(line: str) -> str:
    """A line without the readings that mirrors write behind characters (來(lái)源)."""
    return _READING.sub("", line) if "(" in line or "（" in line else line


def _closed_up(folded: str) -> str:
    """A line set with a blank after every character (版 权 所 有) without these blanks, and without readings."""
    folded = without_readings(folded)
    return folded.replace(" ", "") if folded.count(" ") * 5 > len(folded) * 2 else folded


@dataclass(frozen=True)
class _Cues:
    tokens: frozenset[str]
    parts: tuple[str, ...]

    def match(self, tokens: frozenset[str], whole: str) -> bool:
        return not self.tokens.isdisjoint(tokens) or any(part in whole for part in self.parts)


@cache
def _cues(name: str) -> _Cues:
    words: list[str] = _furniture()[name]
    return _Cues(
        frozenset(word for word in words if not word.startswith("~")),
        tuple(word[1:] for word in words if word.startswith("~")),
    )


@lru_cache(maxsize=65536)
def cue_flags(cue: str) -> int:
    """What the class and id of a container say: BODY, FOREIGN, CAPTION, POST or none of them, as flags."""
    names = frozenset(cue.split())
    tokens = names | frozenset(re.split(r"[\s_-]+", cue))
    flags = 0
    if _cues("post_cues").match(names, cue):
        flags |= BODY | POST
    elif _cues("body_cues").match(names, cue):
        flags |= BODY
    elif _cues("foreign_cues").match(tokens, cue):
        flags |= FOREIGN
    if _cues("caption_cues").match(names, cue):
        flags |= CAPTION
    return flags


@cache
def _field_cues(key: str) -> dict[str, str]:
    cues: dict[str, list[str]] = read_yaml("page_fields.yaml")[key]
    return {name: role for role, names in cues.items() for name in names}


_LAST_WORD = re.compile("[_-]+")


@lru_cache(maxsize=16384)
def field_of(cue: str) -> str:
    """The field that an element of that class and id holds, or "" ."""
    cues = _field_cues("cues")
    named = next((cues[name] for name in cue.split() if name in cues), "")
    if named:
        return named
    ends = _field_cues("cue_ends")
    return next((ends[last] for name in cue.split() if (last := _LAST_WORD.split(name)[-1]) in ends), "")


_FORMATS = "docx?|pdf|xlsx?|wps|rar|zip|ofd"
_ATTACHMENT = re.compile(rf"^附件|^\d{{1,2}}[.、]|\.(?:{_FORMATS})$", re.IGNORECASE)


def is_attachment(folded: str) -> bool:
    """Whether a line names a file that belongs to a document (附件1, 名单.xlsx)."""
    return _ATTACHMENT.search(folded) is not None


_FILE = re.compile(rf"^附件|\.(?:{_FORMATS}|et|csv|pptx?)[)）]?(?:\s*[(（\[][^()（）]{{0,20}}[)）\]])?$", re.IGNORECASE)
_FILES_FOLLOW = re.compile(r"[【\[]?(?:相关|文件|下载)?附件(?:下载|列表)?[】\]]?:?$")


def is_file_link(folded: str, share: float) -> bool:
    """Whether a line is there to fetch a file by, or announces such lines; `share` of it is a link."""
    return (share > 0.4 and _FILE.search(folded) is not None) or _FILES_FOLLOW.match(folded) is not None


@cache
def _note_pattern() -> re.Pattern[str]:
    return re.compile(rf"[*※]|[(（\[【]?(?:{'|'.join(page_words('note_words'))})\s?\d{{0,2}}[】\])）]?\s?[:：.、]")


def is_note(folded: str) -> bool:
    """Whether a folded line is a note on a table."""
    return _note_pattern().match(folded) is not None


def mark_count(text: str) -> int:
    """How many commas, stops and the like a text has."""
    return sum(map(text.count, SENTENCE_MARKS))
